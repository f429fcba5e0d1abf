//! The acceptance cases of `mining_cases.json`, row by row: a row of the list below that was not handled fails the
//! test.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::consensus::{Network, NextHalving, SubsidyRequest, subsidy};
use hashinsight_mining::dispatch::{
    DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, InitialState, MeritOrderRequest, PowerLimit,
    merit_order, plan_dispatch,
};
use hashinsight_mining::forecast::{
    Algorithm, CashFlows, DepreciationMethod, DepreciationRequest, DifficultyPath, DynamicPath, ForecastRequest,
    ForecastSteps, InternalRate, InternalRateOfReturnRequest, MiningProject, NetPresentValueRequest, PricePath,
    depreciation, forecast, internal_rate_of_return, net_present_value,
};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::network::{
    Band, Estimator, ForecastRetargetRequest, HashrateFromSharesRequest, HashrateIntervalRequest,
    ImpliedHashrateRequest, NetworkBasis, ObservedHashrateRequest, ObservedWork, forecast_retarget,
    hashrate_from_shares, hashrate_interval, implied_hashrate, observed_hashrate,
};
use hashinsight_mining::profit::{ProfitRequest, profit};
use hashinsight_mining::reward::{
    ExpectedRewardRequest, PayoutRequest, PayoutScheme, RealizedHashpriceRequest, ShareValueRequest, SoloHorizon,
    SoloOddsRequest, expected_reward, payout, realized_hashprice, share_value, solo_odds,
};
use hashinsight_mining::tariff::{ContractBlock, EnergyRates, HourlySeries, Tariff};
use hashinsight_testkit::{drift_roi, vectors, within_relative};
use hashinsight_units::{
    Amount, Days, Difficulty, EnergyPrice, Error, Fraction, Hashprice, Hashrate, Height, Power, Price, Ratio,
    Seconds, Timestamp, Usd,
};
use serde_json::{Value, json};

struct Case<'a>(&'a Value);

impl Case<'_> {
    fn input(&self, key: &str) -> f64 {
        self.0["input"][key].as_f64().unwrap_or_else(|| panic!("{key} in {}", self.0))
    }

    fn expected(&self, key: &str) -> f64 {
        self.0["expected"][key].as_f64().unwrap_or_else(|| panic!("{key} in {}", self.0))
    }

    fn number(&self) -> f64 {
        self.0["expected"].as_f64().unwrap_or_else(|| panic!("expected in {}", self.0))
    }

    fn list(&self, key: &str) -> Vec<f64> {
        self.0["input"][key].as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    }

    fn count(&self, key: &str) -> u32 {
        u32::try_from(self.0["input"][key].as_u64().unwrap()).unwrap()
    }

    /// Bitcoin as written in the row.
    fn sat(&self, key: &str) -> Amount {
        format!("{} BTC", self.input(key)).parse().unwrap()
    }
}

fn difficulty(value: f64) -> NetworkBasis {
    NetworkBasis::Difficulty(Difficulty::new(value).unwrap())
}

fn reward(
    hashrate_ths: f64,
    network_basis: NetworkBasis,
    subsidy_sat: Amount,
    fee: f64,
    days: f64,
) -> ExpectedRewardRequest {
    ExpectedRewardRequest {
        hashrate_ths: Hashrate::from_ths(hashrate_ths).unwrap(),
        network_basis,
        subsidy_sat,
        fees_per_block_sat: Amount::ZERO,
        pool_fee: Fraction::new(fee).unwrap(),
        days: Days::new(days).unwrap(),
    }
}

fn expected_btc(request: &ExpectedRewardRequest) -> f64 {
    expected_reward(request).unwrap().expected_btc
}

/// The S19 Pro of M06.
fn machine() -> ProfitRequest {
    ProfitRequest {
        hashrate_ths: Hashrate::from_ths(110.0).unwrap(),
        power_w: Power::from_w(3250.0).unwrap(),
        network_basis: difficulty(119.12e12),
        subsidy_sat: Amount::from_sat(312_500_000).unwrap(),
        fees_per_block_sat: Amount::ZERO,
        btc_price_usd: Price::new(80_000.0).unwrap(),
        pool_fee: Fraction::new(0.025).unwrap(),
        power_price_usd_per_kwh: EnergyPrice::new(0.06).unwrap(),
        days: Days::new(30.5).unwrap(),
        uptime: None,
        hosting_fee_usd_per_kwh: None,
        maintenance_usd_per_day: None,
        machine_price_usd: None,
        useful_life_days: None,
    }
}

fn retarget_at(intervals: u32, elapsed_s: u32, estimator: Estimator) -> ForecastRetargetRequest {
    let start = 1_700_000_000;
    ForecastRetargetRequest {
        network: Network::Mainnet,
        height: Height::new(951_552 + intervals),
        nbits: "0x1702068f".parse().unwrap(),
        period_start_s: start,
        last_block_s: start + elapsed_s,
        now_ms: Timestamp::from_s(i64::from(start + elapsed_s)).unwrap(),
        estimator,
    }
}

/// Rows of the stored file. A row that has no arm below fails the test, and so does a row that is gone.
const ROWS: usize = 50;

#[test]
fn every_case_of_the_file() {
    let file = vectors("mining_cases.json");
    let rows = file.as_array().unwrap();
    assert_eq!(rows.len(), ROWS);
    let mut ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    for (id, row) in ids.iter().zip(rows) {
        check(id, &Case(row));
    }
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), ROWS, "a row stands twice");
}

#[expect(clippy::too_many_lines, reason = "a table: one arm per row of the file")]
fn check(id: &str, case: &Case<'_>) {
    match id {
        "M01" | "M02" => {
            let basis = difficulty(case.input("difficulty"));
            let request =
                reward(case.input("hashrate_ths"), basis, case.sat("block_reward_btc"), case.input("pool_fee"), 1.0);
            within_relative(expected_btc(&request), case.number(), 1e-12, id);
        }
        "M04" => {
            let report = implied_hashrate(&ImpliedHashrateRequest {
                difficulty: Difficulty::new(case.input("difficulty")).unwrap(),
                spacing_s: Seconds::new(case.input("spacing_s")).unwrap(),
            });
            within_relative(report.unwrap().hashrate_ths * 1e12, case.number(), 1e-12, id);
        }
        "M05" => {
            let network = Hashrate::from_hs(case.input("network_hs")).unwrap();
            let subsidy = case.sat("reward");
            let by_hashrate =
                reward(case.input("hashrate_ths"), NetworkBasis::NetworkHashrateThs(network), subsidy, 0.0, 1.0);
            let by_difficulty =
                reward(case.input("hashrate_ths"), difficulty(case.input("difficulty")), subsidy, 0.0, 1.0);
            within_relative(expected_btc(&by_hashrate), case.number(), 1e-12, id);
            within_relative(expected_btc(&by_difficulty), case.number(), 1e-12, id);
        }
        "M06" => {
            let report = profit(&machine()).unwrap();
            within_relative(report.expected_btc, case.expected("btc"), 1e-12, id);
            within_relative(report.revenue_usd, case.expected("revenue"), 1e-12, id);
            within_relative(report.energy_kwh, case.expected("energy_kwh"), 1e-12, id);
            within_relative(report.power_cost_usd, case.expected("power_cost"), 1e-12, id);
            // The difference of two numbers of 1.4e2, each within 1e-12.
            assert!((report.net_usd - case.expected("profit")).abs() < 3e-10, "{report:?}");
        }
        "M08" => {
            let price = profit(&machine()).unwrap().break_even.btc_price_usd.value().unwrap();
            within_relative(price, case.number(), 1e-12, id);
        }
        "M09-2024-04-20" | "M09-2024-04-19" => {
            let report = realized_hashprice(&RealizedHashpriceRequest {
                network_hashrate_ths: Hashrate::from_ths(case.input("hashrate_ths")).unwrap(),
                daily_issuance_sat: case.sat("issuance_btc"),
                daily_fees_sat: case.sat("fee_btc"),
                btc_price_usd: Price::new(case.input("price_usd")).unwrap(),
            });
            within_relative(report.unwrap().hashprice_usd_per_phs_day, case.number(), 1e-12, id);
        }
        "M10" => {
            let blocks = ObservedWork::Blocks {
                blocks: case.count("blocks"),
                difficulty: Difficulty::new(case.input("difficulty_mean")).unwrap(),
            };
            let request =
                ObservedHashrateRequest { work: blocks, elapsed_s: Seconds::new(case.input("seconds")).unwrap() };
            within_relative(observed_hashrate(&request).unwrap().hashrate_ths * 1e12, case.number(), 1e-12, id);
        }
        "M11" | "M12" => {
            let report = hashrate_interval(&HashrateIntervalRequest {
                blocks: case.count("blocks"),
                difficulty: Difficulty::new(1.0).unwrap(),
                elapsed_s: Seconds::new(4.294967296e-3).unwrap(), // one block of difficulty 1 is 1 TH/s
                confidence: Fraction::new(case.input("confidence")).unwrap(),
            })
            .unwrap();
            within_relative(report.lower_blocks, case.expected("lower_blocks"), 1e-12, id);
            within_relative(report.upper_blocks, case.expected("upper_blocks"), 1e-12, id);
            within_relative(report.upper_ths, report.upper_blocks, 1e-12, id);
        }
        "M14" => {
            let request = |horizon| SoloOddsRequest {
                hashrate_ths: Hashrate::from_ths(14.0).unwrap(),
                network_basis: NetworkBasis::NetworkHashrateThs(Hashrate::from_ehs(3.0).unwrap()),
                horizon,
                quantiles: vec![],
            };
            let report = solo_odds(&request(SoloHorizon::Blocks(case.count("blocks")))).unwrap();
            // The file's figure lost digits in 1 - share, hence its tolerance; 40 digits give the second one.
            within_relative(report.at_least_one, case.expected("p_at_least_one"), 1e-9, id);
            within_relative(report.at_least_one, 0.62510987250417265, 1e-14, id);
            within_relative(report.expected_blocks, case.expected("wrong_linear"), 1e-12, id);
            let days = Days::new(case.input("blocks") / 144.0).unwrap();
            let report = solo_odds(&request(SoloHorizon::Days(days))).unwrap();
            within_relative(report.at_least_one, case.expected("poisson"), 1e-12, id);
        }
        "M15" => {
            let hashrate = case.input("hashrate_hs") / 1e12;
            let basis = difficulty(case.input("difficulty"));
            let request = reward(hashrate, basis, case.sat("reward"), 0.0, case.input("seconds") / 86_400.0);
            let report = expected_reward(&request).unwrap();
            within_relative(report.expected_blocks, case.expected("blocks"), 1e-12, id);
            within_relative(report.expected_btc, case.expected("btc"), 1e-12, id);
        }
        "M20" => {
            let report = hashrate_from_shares(&HashrateFromSharesRequest {
                shares: case.count("shares"),
                share_difficulty: Difficulty::new(case.input("share_difficulty")).unwrap(),
                elapsed_s: Seconds::new(case.input("seconds")).unwrap(),
            })
            .unwrap();
            within_relative(report.hashrate_ths * 1e12, case.expected("hs"), 1e-12, id);
            within_relative(report.relative_standard_error.value().unwrap(), case.expected("rel_std_err"), 1e-12, id);
        }
        "M22" => {
            let confidence = Fraction::new(case.input("confidence")).unwrap();
            let estimator = Estimator::GammaPosterior { confidence };
            let report = forecast_retarget(&retarget_at(case.count("intervals"), case.count("elapsed_s"), estimator));
            let report = report.unwrap();
            let Band::Interval { lower, upper } = report.band else { panic!("{report:?}") };
            for (got, key) in [(report.change, "point"), (lower, "lower"), (upper, "upper")] {
                assert!((got - case.expected(key)).abs() < 1e-11, "{key}: {got}");
            }
        }
        "M23" => {
            let request = retarget_at(case.count("intervals"), case.count("elapsed_s"), Estimator::Elapsed);
            let fault = forecast_retarget(&request).unwrap_err();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.blocks.insufficient_data", "height"));
        }
        "M32" => {
            let report = subsidy(&SubsidyRequest {
                height: Height::new(case.count("height")),
                network: Network::Mainnet,
                blocks_per_day: Some(Ratio::new(case.input("blocks_per_day")).unwrap()),
            });
            let NextHalving::At { height, blocks, days } = report.unwrap().next_halving else { panic!("{id}") };
            assert_eq!(f64::from(height.get()), case.expected("next_height"));
            assert_eq!(f64::from(blocks), case.expected("blocks"));
            assert_eq!(days, Outcome::Value(case.expected("days")));
        }
        "M44" => {} // tests/profit.rs: batch_equals_scalar_to_the_bit
        "M46" => {
            let [start, end] =
                ["chainwork_start", "chainwork_end"].map(|key| case.0["input"][key].as_str().unwrap().parse().unwrap());
            let request = ObservedHashrateRequest {
                work: ObservedWork::Chainwork { start, end },
                elapsed_s: Seconds::new(case.input("seconds")).unwrap(),
            };
            within_relative(observed_hashrate(&request).unwrap().hashrate_ths * 1e12, case.number(), 1e-12, id);
            let backwards =
                ObservedHashrateRequest { work: ObservedWork::Chainwork { start: end, end: start }, ..request };
            assert_eq!(observed_hashrate(&backwards).unwrap_err().code(), "mining.chainwork.out_of_range");
        }
        "B01" | "B02" | "B04" | "B06" | "B08" | "B09" | "B10" => refused_by_unit(id, case),
        "B05" => {
            let pool_fee = Fraction::new(case.input("pool_fee")).unwrap();
            let fault = profit(&ProfitRequest { pool_fee, ..machine() }).unwrap_err();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.pool_fee.out_of_range", "pool_fee"));
            let request = reward(1.0, difficulty(1e14), Amount::ZERO, 1.0, 1.0);
            assert_eq!(expected_reward(&request).unwrap_err(), fault);
        }
        "B12" | "B13" | "B14" => {
            let text = case.0["input"]["nbits"].as_str().unwrap();
            let network_basis = NetworkBasis::Nbits(text.parse().unwrap());
            let fault = profit(&ProfitRequest { network_basis, ..machine() }).unwrap_err();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.nbits.out_of_range", "network_basis.nbits"));
            assert_eq!(fault.value(), text);
        }
        "B16" => {
            let network_basis = NetworkBasis::NetworkHashrateThs(Hashrate::from_ths(109.0).unwrap());
            let fault = profit(&ProfitRequest { network_basis, ..machine() }).unwrap_err();
            let path = "network_basis.network_hashrate_ths";
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.network_hashrate.out_of_range", path));
        }
        "Z01" => {
            let report = profit(&ProfitRequest { hashrate_ths: Hashrate::MIN, ..machine() }).unwrap();
            assert_eq!(report.expected_btc, case.expected("btc"));
            assert_eq!(report.break_even.btc_price_usd, Outcome::Never);
        }
        "Z02" => {
            let power_price_usd_per_kwh = EnergyPrice::new(case.input("elec_usd_kwh")).unwrap();
            let report = profit(&ProfitRequest { power_price_usd_per_kwh, ..machine() }).unwrap();
            assert_eq!(report.break_even.btc_price_usd, Outcome::Value(case.expected("breakeven_btc_price")));
        }
        _ => check_economics(id, case),
    }
}

/// Payout schemes, cash flows and dispatch.
#[expect(clippy::too_many_lines, reason = "a table: one arm per row of the file")]
fn check_economics(id: &str, case: &Case<'_>) {
    match id {
        "M16" | "M19" => {
            // Difficulty 1e14 and a pool that finds so many blocks a day.
            let pool_ths = case.input("blocks_per_day") * 1e14 * 4_294_967_296.0 / 86_400.0 / 1e12;
            let span = if id == "M16" { case.input("mine_days") } else { case.input("days") };
            let scheme = if id == "M16" {
                let window_days = Days::new(case.input("window_days")).unwrap();
                PayoutScheme::Pplns { fee: Fraction::ZERO, window_days }
            } else {
                PayoutScheme::Solo
            };
            let report = payout(&PayoutRequest {
                scheme,
                hashrate_ths: Hashrate::new(pool_ths * case.input("share")).unwrap(),
                pool_hashrate_ths: Hashrate::new(pool_ths).ok(),
                network_basis: difficulty(1e14),
                subsidy_sat: case.sat("reward"),
                fees_per_block_sat: Amount::ZERO,
                fees_standard_deviation_sat: None,
                days: Days::new(span).unwrap(),
            })
            .unwrap();
            within_relative(report.mean_btc, case.expected("mean"), 1e-12, id);
            within_relative(report.variance_btc2, case.expected("var"), 1e-12, id);
            within_relative(report.coefficient_of_variation.value().unwrap(), case.expected("cv"), 1e-12, id);
        }
        "M18" => {
            let report = share_value(&ShareValueRequest {
                share_difficulty: Difficulty::new(case.input("share_difficulty")).unwrap(),
                network_basis: difficulty(case.input("network_difficulty")),
                subsidy_sat: case.sat("subsidy"),
                fees_per_block_sat: case.sat("fees_per_block"),
                pool_fee: Fraction::new(case.input("pps_fee")).unwrap(),
            })
            .unwrap();
            within_relative(report.pps_btc, case.expected("pps"), 1e-12, id);
            within_relative(report.fpps_btc, case.expected("fpps"), 1e-12, id);
        }
        "M24" => {
            let (investment, profit) = (case.input("investment"), case.input("monthly_profit"));
            let (cumulative, month) =
                drift_roi(investment, profit, case.input("difficulty_step"), case.count("months"));
            within_relative(cumulative, case.expected("cumulative"), 1e-12, id);
            assert_eq!(month.map(f64::from), Some(case.expected("payback_month")));
        }
        "M26" => {
            let cash_flows = CashFlows::Periodic(case.list("cashflows"));
            let request = NetPresentValueRequest { cash_flows, discount_rate: case.input("rate") };
            // A difference of numbers of 1e3.
            let got = net_present_value(&request).unwrap().net_present_value_usd;
            assert!((got - case.number()).abs() < 1e-9 && (got / case.number() - 1.0).abs() < 1e-12, "{got}");
        }
        "M27" | "M28" => {
            let cash_flows = CashFlows::Periodic(case.list("cashflows"));
            let rate = internal_rate_of_return(&InternalRateOfReturnRequest { cash_flows }).unwrap().rate;
            match rate {
                InternalRate::Rate(rate) => assert!((rate - case.number()).abs() < 1e-9, "{rate}"),
                InternalRate::NoSolution { .. } => assert_eq!(case.0["expected"], "error NoSolution"),
                other => panic!("{id}: {other:?}"),
            }
        }
        "M30" | "M31" => {
            let report = forecast(&discounted_cash_flow(case)).unwrap();
            let value = &report.with_switch_off;
            // The rows' model takes the subsidy of a month's first block for all of it. These are the same sums in
            // decimals of 40 digits with the month of the halving in two parts.
            let (npv, sum, irr) = match id {
                "M30" => (-781.2995194705437, 2776.2645104116810, -0.18114524436576812),
                _ => (4724.7483726070612, 7625.3692953788191, 5.721692872490475),
            };
            within_relative(value.net_present_value_usd, npv, 1e-9, id);
            within_relative(value.net_usd, sum, 1e-9, id);
            within_relative(report.table.net_usd[0], case.expected("first"), 1e-9, id);
            let last = *report.table.net_usd.last().unwrap();
            assert!((last - case.expected("last")).abs() <= 1e-9 * case.expected("last"), "{last}");
            match case.0["expected"]["payback_months"].as_f64() {
                Some(months) => within_relative(value.payback_days.value().unwrap(), months * 30.4375, 1e-9, id),
                None => assert_eq!(value.payback_days, Outcome::Never),
            }
            let InternalRate::Rate(rate) = value.internal_rate_per_year else { panic!("{value:?}") };
            assert!((rate - irr).abs() < 1e-9, "{rate}");
        }
        "M34" | "M35" | "M36" => {
            let hours = |key: &str| case.0["input"][key].as_u64().map(|hours| u32::try_from(hours).unwrap());
            let class = DispatchClass {
                min_up_hours: hours("min_up"),
                min_down_hours: hours("min_down"),
                start_cost_usd: case.0["input"]["start_cost"].as_f64().map(|usd| Usd::new(usd).unwrap()),
                initial: case.0["input"].get("initial").map(|text| {
                    assert_eq!(text, "off for 1 h");
                    InitialState::OffHours(1)
                }),
                // One MW whose revenue of an hour is the break-even price: 1 PH/s at 24 times that a day.
                ..class("one", 1, 1000.0, case.input("mw") * 1e6)
            };
            let report = curtailment(class, &case.list("lmp"), case.input("breakeven") * 24.0);
            let schedule: Vec<f64> = report.classes[0].running[0].iter().map(|running| f64::from(*running)).collect();
            let expected = case.0["expected"]["schedule"].as_array().unwrap();
            assert_eq!(schedule, expected.iter().map(|on| on.as_f64().unwrap()).collect::<Vec<_>>());
            within_relative(report.net_usd, case.expected("value"), 1e-12, id);
        }
        "M38" | "M39" => {
            let fleet = case.0["input"]["fleet"].as_array().unwrap();
            let one = |row: &Value| {
                let number = |at: usize| row[at].as_f64().unwrap();
                let count = row.get(3).map_or(1, |count| u32::try_from(count.as_u64().unwrap()).unwrap());
                class(row[0].as_str().unwrap(), count, number(1), number(2))
            };
            let target = case.0["input"]["target_kw"].as_f64();
            let report = merit_order(&MeritOrderRequest {
                classes: fleet.iter().map(one).collect(),
                hashprice_usd_per_phs_day: Hashprice::new(case.input("hashprice_usd_ph_day")).unwrap(),
                power_price_usd_per_kwh: EnergyPrice::new(0.0).unwrap(),
                limit: target.map(|kw| PowerLimit::ShedW(Power::from_kw(kw).unwrap())),
                pool_fee: None,
                cooling_overhead: None,
                include_doubtful: false,
            })
            .unwrap();
            if id == "M38" {
                for (class, expected) in report.classes.iter().zip(case.0["expected"].as_array().unwrap()) {
                    let got = class.break_even_usd_per_mwh.value().unwrap();
                    within_relative(got, expected.as_f64().unwrap(), 1e-12, id);
                }
                return;
            }
            within_relative(report.loss_usd_per_hour, case.expected("optimal_loss_usd_per_h"), 1e-12, id);
            within_relative(report.shed_w / 1e3, case.expected("shed_kw"), 1e-12, id);
            let stopped: Vec<u32> = report.classes.iter().map(|class| class.stopped).collect();
            assert_eq!(json!(stopped), case.0["expected"]["units"]);
            assert!(report.loss_usd_per_hour < case.expected("greedy_loss_usd_per_h"));
        }
        "M40" => {
            let (start_ms, kwh) = (Timestamp::from_s(0).unwrap(), case.input("contract_mwh") * 1e3);
            let per_mwh = |key: &str| EnergyPrice::from_usd_per_mwh(case.input(key)).unwrap();
            let hourly = HourlySeries { start_ms, usd_per_kwh: vec![per_mwh("lmp")] };
            let mut tariff = Tariff::new(EnergyRates::Hourly(hourly));
            let power_w = Power::from_kw(kwh).unwrap();
            tariff.contract = Some(ContractBlock { power_w, price_usd_per_kwh: per_mwh("contract_price") });
            let bill = tariff.bill(start_ms, &[case.input("used_mwh") * 1e6]).unwrap();
            assert_eq!(bill.total_usd, case.expected("cost"));
        }
        "M42" => {
            let mut request = discounted_cash_flow(&Case(&json!({ "input": {
                "capex": 1.0, "th": 270.0, "w": case.input("power_w"), "D0": 1e14, "growth": 0.0, "price": 1e5,
                "feeb": 0.0, "pool": 0.0, "elec": 0.0, "months": 1, "disc": 0.0, "h0": 953_568,
            }})));
            request.project.co2_kg_per_kwh = Ratio::new(case.input("kg_per_kwh")).ok();
            request.algorithm = Algorithm::Static;
            request.steps = ForecastSteps::Retargets { days: Days::new(case.input("hours") / 24.0).unwrap() };
            within_relative(forecast(&request).unwrap().co2_kg.value().unwrap(), case.number(), 1e-12, id);
        }
        "M43" => {
            let cost_usd = Usd::new(case.input("cost")).unwrap();
            let request = DepreciationRequest { cost_usd, method: DepreciationMethod::Macrs5 };
            let got = depreciation(&request).unwrap().depreciation_usd;
            let expected = case.0["expected"].as_array().unwrap();
            assert_eq!(got.len(), expected.len());
            for (got, expected) in got.iter().zip(expected) {
                assert!((got - expected.as_f64().unwrap()).abs() < 1e-9, "{got} {expected}");
            }
        }
        _ => panic!("no check for {id}"),
    }
}

fn class(name: &str, count: u32, hashrate_ths: f64, power_w: f64) -> DispatchClass {
    let hashrate_ths = Hashrate::new(hashrate_ths).unwrap();
    DispatchClass {
        name: name.into(),
        count,
        machine: Machine::Spec(MachineSpec { hashrate_ths, power_w: Power::new(power_w).unwrap() }),
        modes: None,
        min_up_hours: None,
        min_down_hours: None,
        start_cost_usd: None,
        initial: None,
    }
}

/// The plan of one class against hourly prices in USD/MWh.
fn curtailment(class: DispatchClass, usd_per_mwh: &[f64], hashprice: f64) -> DispatchReport {
    let start_ms = Timestamp::from_s(0).unwrap();
    let usd_per_kwh = usd_per_mwh.iter().map(|usd| EnergyPrice::from_usd_per_mwh(*usd).unwrap()).collect();
    plan_dispatch(&DispatchRequest {
        classes: vec![class],
        tariff: Tariff::new(EnergyRates::Hourly(HourlySeries { start_ms, usd_per_kwh })),
        start_ms,
        hours: u32::try_from(usd_per_mwh.len()).unwrap(),
        hashprice: HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(hashprice).unwrap()),
        pool_fee: None,
        cooling_overhead: None,
        power_limit_w: None,
        include_doubtful: false,
    })
    .unwrap()
}

/// The model of M30 and M31: monthly steps of 30.4375 days.
fn discounted_cash_flow(case: &Case<'_>) -> ForecastRequest {
    ForecastRequest {
        project: MiningProject {
            hashrate_ths: Hashrate::new(case.input("th")).unwrap(),
            power_w: Power::new(case.input("w")).unwrap(),
            machine_price_usd: Usd::new(case.input("capex")).unwrap(),
            resale_usd: None,
            start_ms: Timestamp::from_s(1_782_000_000).unwrap(),
            height: Height::new(case.count("h0")),
            difficulty: Difficulty::new(case.input("D0")).unwrap(),
            btc_price_usd: Price::new(case.input("price")).unwrap(),
            fees_per_block_sat: case.sat("feeb"),
            pool_fee: Fraction::new(case.input("pool")).unwrap(),
            power_price_usd_per_kwh: EnergyPrice::new(case.input("elec")).unwrap(),
            hosting_fee_usd_per_kwh: None,
            maintenance_usd_per_day: None,
            uptime: None,
            co2_kg_per_kwh: None,
        },
        algorithm: Algorithm::Dynamic(DynamicPath {
            difficulty: DifficultyPath::GrowthPerStep(case.input("growth")),
            btc_price: PricePath::GrowthPerStep(0.0),
            fees_per_block_sat: None,
            hashrate_decay_per_month: None,
        }),
        steps: ForecastSteps::Months { count: case.count("months"), days_each: Days::new(30.4375).unwrap() },
        discount_rate_per_year: case.input("disc"),
        depreciation: None,
    }
}

/// The unit types refuse at the door, in code and when a document is read.
fn refused_by_unit(id: &str, case: &Case<'_>) {
    let (key, value) = case.0["input"].as_object().unwrap().iter().next().unwrap();
    let number = match value {
        Value::String(text) => text.parse().unwrap(),
        _ => value.as_f64().unwrap(),
    };
    let refuse = |result: Result<(), Error>| result.unwrap_err().code().to_owned();
    let code = match key.as_str() {
        "hashrate_ths" => refuse(Hashrate::from_ths(number).map(drop)),
        "difficulty" => refuse(Difficulty::new(number).map(drop)),
        "pool_fee" => refuse(Fraction::new(number).map(drop)),
        "power_w" => refuse(Power::from_w(number).map(drop)),
        "price_usd" => refuse(Price::new(number).map(drop)),
        "days" => refuse(Days::new(number).map(drop)),
        _ => panic!("no check for {key}"),
    };
    let quantity = match key.as_str() {
        "hashrate_ths" => "hashrate",
        "pool_fee" => "fraction",
        "power_w" => "power",
        "price_usd" => "price",
        other => other,
    };
    let problem = if number.is_finite() { "out_of_range" } else { "not_finite" };
    assert_eq!(code, format!("units.{quantity}.{problem}"), "{id}");
    if number.is_finite() {
        let mut document = serde_json::to_value(machine()).unwrap();
        let field = if key == "price_usd" { "btc_price_usd" } else { key };
        document[field] = value.clone();
        let message = serde_json::from_value::<ProfitRequest>(document).unwrap_err().to_string();
        assert!(message.contains(&code), "{id}: {message}");
    }
}

/// Rows of the same list that the stored file lacks; numbers from the list's table, 50-digit arithmetic where it prints
/// fewer.
#[test]
fn cases_that_are_not_in_the_file() {
    // M03: by the exact target, 1 PH/s for a day
    let nbits = NetworkBasis::Nbits("0x170331db".parse().unwrap());
    let request = reward(1000.0, nbits, Amount::from_sat(312_500_000).unwrap(), 0.0, 1.0);
    within_relative(expected_btc(&request), 0.000713511057255963, 1e-12, "M03");

    // M07: 50 USD/PH/day at 17.5 J/TH pay 119.047619 USD/MWh
    let hashprice_50 = ProfitRequest {
        hashrate_ths: Hashrate::from_ths(200.0).unwrap(),
        power_w: Power::from_w(3500.0).unwrap(),
        // 1e15 · 86,400 / (D · 2^32) · 3.125 BTC · price = 50 USD
        network_basis: difficulty(1e14),
        btc_price_usd: Price::new(50.0 / 0.000628642737865448).unwrap(),
        pool_fee: Fraction::ZERO,
        ..machine()
    };
    let report = profit(&hashprice_50).unwrap();
    within_relative(report.hashprice_usd_per_phs_day, 50.0, 1e-12, "M07 hashprice");
    let power = report.break_even.power_price_usd_per_kwh.value().unwrap();
    within_relative(power * 1e3, 119.047619047619047, 1e-12, "M07");

    // M13: 1 PH/s alone at D 1e14 for a year
    let report = solo_odds(&SoloOddsRequest {
        hashrate_ths: Hashrate::from_phs(1.0).unwrap(),
        network_basis: difficulty(1e14),
        horizon: SoloHorizon::Days(Days::new(365.25).unwrap()),
        quantiles: [0.0, 0.5, 0.95, 1.0].map(|q| Fraction::new(q).unwrap()).to_vec(),
    })
    .unwrap();
    within_relative(report.at_least_one, 0.07084133465023461, 1e-12, "M13");
    within_relative(report.mean_wait_days.value().unwrap(), 4971.026962962963, 1e-12, "M13 mean");
    within_relative(report.median_wait_days.value().unwrap(), 3445.6533238652455, 1e-12, "M13 median");
    assert_eq!(report.wait_days[0], Outcome::Value(0.0));
    within_relative(report.wait_days[1].value().unwrap(), 3445.6533238652455, 1e-12, "M13 quantile 0.5");
    within_relative(report.wait_days[2].value().unwrap(), 14_891.865905655228, 1e-12, "M13 quantile 0.95");
    assert_eq!(report.wait_days[3], Outcome::Unbounded);

    // M21: 1000 intervals in 580,000 s
    let estimator = Estimator::GammaPosterior { confidence: Fraction::new(0.95).unwrap() };
    let report = forecast_retarget(&retarget_at(1000, 580_000, estimator)).unwrap();
    let Band::Interval { lower, upper } = report.band else { panic!("{report:?}") };
    for (got, expected) in
        [(report.change, 0.0349961495678959), (lower, -0.0105088947165125), (upper, 0.0805157893064330)]
    {
        assert!((got - expected).abs() < 1e-11, "M21: {got} {expected}");
    }

    // M25: an investment that never comes back says so (the rule's limit is 2404, its own program answered 25 months)
    let (cumulative, month) = drift_roi(2500.0, 100.0, 0.02, 36);
    assert!(cumulative < 2500.0 && month.is_none());

    // M33 and M37: without coupling the threshold decides; negative prices pay for consumption
    let one = || class("one", 1, 1000.0, 1e6);
    let report = curtailment(one(), &[40.0, 60.0, 120.0, 95.0, 130.0, 300.0, 80.0, 20.0], 2400.0);
    within_relative(report.net_usd, 205.0, 1e-12, "M33");
    let report = curtailment(one(), &[-20.0, -5.0, 30.0, 150.0], 2400.0);
    within_relative(report.net_usd, 295.0, 1e-12, "M37");
    assert_eq!(report.classes[0].running[0], [1, 1, 1, 0]);

    // M29: two rates, both told
    let cash_flows = CashFlows::Periodic(vec![-100.0, 230.0, -132.0]);
    let rate = internal_rate_of_return(&InternalRateOfReturnRequest { cash_flows }).unwrap().rate;
    let InternalRate::SeveralSolutions(rates) = rate else { panic!("{rate:?}") };
    assert!((rates[0] - 0.1).abs() < 1e-9 && (rates[1] - 0.2).abs() < 1e-9 && rates.len() == 2, "M29: {rates:?}");

    // Z03: no subsidy is left at height 6,930,000; what is earned are fees
    let end = SubsidyRequest { height: Height::new(6_930_000), network: Network::Mainnet, blocks_per_day: None };
    let end = subsidy(&end).unwrap();
    assert_eq!((end.subsidy_sat, end.next_halving), (Amount::ZERO, NextHalving::Never));
    let fees = Amount::from_sat(312_500_000).unwrap();
    let only_fees = ProfitRequest { subsidy_sat: end.subsidy_sat, fees_per_block_sat: fees, ..machine() };
    assert_eq!(profit(&only_fees).unwrap().revenue_usd, profit(&machine()).unwrap().revenue_usd);
}

#[test]
fn documents_say_what_they_are() {
    let text = serde_json::to_value(machine()).unwrap();
    assert_eq!(text["network_basis"], json!({ "difficulty": 119.12e12 }));
    assert!(text.get("uptime").is_none(), "an absent option is an absent key");
    assert_eq!(serde_json::from_value::<ProfitRequest>(text.clone()).unwrap(), machine());
    let mut unknown = text;
    unknown["gpu"] = json!(1);
    assert!(serde_json::from_value::<ProfitRequest>(unknown).unwrap_err().to_string().contains("gpu"));
    let two = json!({ "difficulty": 1e14, "nbits": "0x170331db" });
    assert!(serde_json::from_value::<NetworkBasis>(two).is_err(), "never two at once");
    let error: Error = "x".parse::<hashinsight_mining::consensus::Nbits>().unwrap_err();
    assert!(error.to_string().contains("0x1d00ffff"), "{error}");
}
