//! The acceptance cases of `mining_cases.json`, row by row: a row of the list below that was not handled fails the
//! test.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::consensus::{Network, NextHalving, SubsidyRequest, subsidy};
use hashinsight_mining::network::{
    Band, Estimator, ForecastRetargetRequest, HashrateFromSharesRequest, HashrateIntervalRequest,
    ImpliedHashrateRequest, NetworkBasis, ObservedHashrateRequest, ObservedWork, forecast_retarget,
    hashrate_from_shares, hashrate_interval, implied_hashrate, observed_hashrate,
};
use hashinsight_mining::profit::{ProfitRequest, profit};
use hashinsight_mining::reward::{
    ExpectedRewardRequest, RealisedHashpriceRequest, SoloHorizon, SoloOddsRequest, expected_reward, realised_hashprice,
    solo_odds,
};
use hashinsight_mining::{MiningError, Outcome};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{
    Amount, Days, Difficulty, EnergyPrice, Faulty, Fraction, Hashrate, Height, Power, Price, Ratio, Seconds, Timestamp,
    UnitError,
};
use serde_json::{Value, json};

const OURS: [&str; 34] = [
    "M01",
    "M02",
    "M04",
    "M05",
    "M06",
    "M08",
    "M09-2024-04-20",
    "M09-2024-04-19",
    "M10",
    "M11",
    "M12",
    "M14",
    "M15",
    "M20",
    "M22",
    "M23",
    "M32",
    "M44",
    "M46",
    "B01",
    "B02",
    "B04",
    "B05",
    "B06",
    "B08",
    "B09",
    "B10",
    "B12",
    "B13",
    "B14",
    "B16",
    "Z01",
    "Z02",
    "Z03",
];
/// Payout schemes, cash flows and dispatch: other parts of the crate.
const ELSEWHERE: [&str; 17] = [
    "M16", "M18", "M19", "M24", "M26", "M27", "M28", "M30", "M31", "M34", "M35", "M36", "M38", "M39", "M40", "M42",
    "M43",
];

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

fn forecast(intervals: u32, elapsed_s: u32, estimator: Estimator) -> ForecastRetargetRequest {
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

#[test]
fn every_case_of_the_file() {
    let file = vectors("mining_cases.json");
    let mut handled = Vec::new();
    for row in file.as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        if ELSEWHERE.contains(&id) {
            continue;
        }
        check(id, &Case(row));
        handled.push(id);
    }
    // Rows of the list that the stored file lacks, as literals with the same source.
    for id in OURS.iter().filter(|id| !handled.contains(id)) {
        assert_eq!(*id, "Z03", "a row of the list is not in the file");
    }
    assert_eq!(handled.len(), OURS.len() - 1);
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
            let report = realised_hashprice(&RealisedHashpriceRequest {
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
            let report = forecast_retarget(&forecast(case.count("intervals"), case.count("elapsed_s"), estimator));
            let report = report.unwrap();
            let Band::Interval { lower, upper } = report.band else { panic!("{report:?}") };
            for (got, key) in [(report.change, "point"), (lower, "lower"), (upper, "upper")] {
                assert!((got - case.expected(key)).abs() < 1e-11, "{key}: {got}");
            }
        }
        "M23" => {
            let request = forecast(case.count("intervals"), case.count("elapsed_s"), Estimator::Elapsed);
            let fault = forecast_retarget(&request).unwrap_err().fault();
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
            assert_eq!(observed_hashrate(&backwards).unwrap_err().fault().code(), "mining.chainwork.out_of_range");
        }
        "B01" | "B02" | "B04" | "B06" | "B08" | "B09" | "B10" => refused_by_unit(id, case),
        "B05" => {
            let pool_fee = Fraction::new(case.input("pool_fee")).unwrap();
            let fault = profit(&ProfitRequest { pool_fee, ..machine() }).unwrap_err().fault();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.pool_fee.out_of_range", "pool_fee"));
            let request = reward(1.0, difficulty(1e14), Amount::ZERO, 1.0, 1.0);
            assert_eq!(expected_reward(&request).unwrap_err().fault(), fault);
        }
        "B12" | "B13" | "B14" => {
            let text = case.0["input"]["nbits"].as_str().unwrap();
            let network_basis = NetworkBasis::Nbits(text.parse().unwrap());
            let fault = profit(&ProfitRequest { network_basis, ..machine() }).unwrap_err().fault();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.nbits.out_of_range", "network_basis.nbits"));
            assert_eq!(fault.value(), text);
        }
        "B16" => {
            let network_basis = NetworkBasis::NetworkHashrateThs(Hashrate::from_ths(109.0).unwrap());
            let fault = profit(&ProfitRequest { network_basis, ..machine() }).unwrap_err().fault();
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
        _ => panic!("no check for {id}"),
    }
}

/// The unit types refuse at the door, in code and when a document is read.
fn refused_by_unit(id: &str, case: &Case<'_>) {
    let (key, value) = case.0["input"].as_object().unwrap().iter().next().unwrap();
    let number = match value {
        Value::String(text) => text.parse().unwrap(),
        _ => value.as_f64().unwrap(),
    };
    let refuse = |result: Result<(), UnitError>| result.unwrap_err().fault().code().to_owned();
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
    let report = forecast_retarget(&forecast(1000, 580_000, estimator)).unwrap();
    let Band::Interval { lower, upper } = report.band else { panic!("{report:?}") };
    for (got, expected) in
        [(report.change, 0.0349961495678959), (lower, -0.0105088947165125), (upper, 0.0805157893064330)]
    {
        assert!((got - expected).abs() < 1e-11, "M21: {got} {expected}");
    }

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
    let error: MiningError = "x".parse::<hashinsight_mining::consensus::Nbits>().unwrap_err();
    assert!(error.to_string().contains("0x1d00ffff"), "{error}");
}
