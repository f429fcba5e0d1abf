//! The acceptance cases of `mining_cases.json`, row by row: a row of the list below that was not handled fails the
//! test.

mod economics;

use crate::given::{SUBSIDY, chain, difficulty, pool_fee};
use hashinsight_mining::consensus::{Nbits, Network, SubsidyRequest, document::subsidy};
use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::network::{
    Band, Estimator, ForecastRetargetRequest, HashrateFromSharesRequest, HashrateIntervalRequest,
    ImpliedHashrateRequest, NetworkBasis, ObservedHashrateRequest, ObservedWork, forecast_retarget,
    hashrate_from_shares, hashrate_interval, implied_hashrate, observed_hashrate,
};
use hashinsight_mining::profit::{Operation, ProfitRequest, profit};
use hashinsight_mining::reward::{
    ExpectedRewardRequest, Market, PoolFee, RealizedHashpriceRequest, SoloHorizon, SoloOddsRequest, expected_reward,
    realized_hashprice, solo_odds,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{
    Amount, Days, Difficulty, EnergyPrice, Error, Fraction, Hashrate, Height, Outcome, Power, Price, Ratio, Seconds,
    Timestamp, record,
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

fn reward(
    hashrate_ths: f64,
    network_basis: NetworkBasis,
    subsidy_sat: Amount,
    fee: f64,
    days: f64,
) -> ExpectedRewardRequest {
    let (hashrate, chain) =
        (Hashrate::from_ths(hashrate_ths).unwrap(), chain(network_basis, subsidy_sat, Amount::ZERO));
    ExpectedRewardRequest::new(hashrate, chain, pool_fee(fee), Days::new(days).unwrap())
}

fn expected_btc(request: &ExpectedRewardRequest) -> f64 {
    expected_reward(request).unwrap().expected_btc
}

/// The S19 Pro of M06.
fn machine() -> ProfitRequest {
    ProfitRequest::new(
        MachineSpec::new(Hashrate::constant(110.0), Power::constant(3250.0)),
        Market::new(chain(difficulty(119.12e12), SUBSIDY, Amount::ZERO), Price::constant(80_000.0)),
        Operation::new(pool_fee(0.025), EnergyPrice::constant(0.06)),
        Days::constant(30.5),
    )
}

fn with(edit: impl FnOnce(&mut ProfitRequest)) -> ProfitRequest {
    let mut request = machine();
    edit(&mut request);
    request
}

fn retarget_at(intervals: u32, elapsed_s: u32, estimator: Estimator) -> ForecastRetargetRequest {
    let start = 1_700_000_000;
    let now_ms = Timestamp::from_s(i64::from(start + elapsed_s)).unwrap();
    let (height, nbits) = (Height::new(951_552 + intervals), "0x1702068f".parse().unwrap());
    ForecastRetargetRequest::new(Network::Mainnet, height, nbits, start, start + elapsed_s, now_ms, estimator)
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
            let report = implied_hashrate(&ImpliedHashrateRequest::new(
                Difficulty::new(case.input("difficulty")).unwrap(),
                Seconds::new(case.input("spacing_s")).unwrap(),
            ));
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
            let report = realized_hashprice(&RealizedHashpriceRequest::new(
                Hashrate::from_ths(case.input("hashrate_ths")).unwrap(),
                case.sat("issuance_btc"),
                case.sat("fee_btc"),
                Price::new(case.input("price_usd")).unwrap(),
            ));
            within_relative(report.unwrap().hashprice_usd_per_phs_day, case.number(), 1e-12, id);
        }
        "M10" => {
            let blocks = ObservedWork::Blocks {
                blocks: case.count("blocks"),
                difficulty: Difficulty::new(case.input("difficulty_mean")).unwrap(),
            };
            let request = ObservedHashrateRequest::new(blocks, Seconds::new(case.input("seconds")).unwrap());
            within_relative(observed_hashrate(&request).unwrap().hashrate_ths * 1e12, case.number(), 1e-12, id);
        }
        "M11" | "M12" => {
            let report = hashrate_interval(&HashrateIntervalRequest::new(
                case.count("blocks"),
                Difficulty::new(1.0).unwrap(),
                Seconds::new(4.294967296e-3).unwrap(), // one block of difficulty 1 is 1 TH/s
                Fraction::new(case.input("confidence")).unwrap(),
            ))
            .unwrap();
            within_relative(report.lower_blocks, case.expected("lower_blocks"), 1e-12, id);
            within_relative(report.upper_blocks, case.expected("upper_blocks"), 1e-12, id);
            within_relative(report.upper_ths, report.upper_blocks, 1e-12, id);
        }
        "M14" => {
            let network = NetworkBasis::NetworkHashrateThs(Hashrate::from_ehs(3.0).unwrap());
            let request = |horizon| SoloOddsRequest::new(Hashrate::constant(14.0), network, horizon);
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
            let report = hashrate_from_shares(&HashrateFromSharesRequest::new(
                case.count("shares"),
                Difficulty::new(case.input("share_difficulty")).unwrap(),
                Seconds::new(case.input("seconds")).unwrap(),
            ))
            .unwrap();
            within_relative(report.hashrate_ths * 1e12, case.expected("hs"), 1e-12, id);
            within_relative(report.relative_standard_error.value().unwrap(), case.expected("rel_std_err"), 1e-12, id);
        }
        "M22" => {
            let confidence = Fraction::new(case.input("confidence")).unwrap();
            let estimator = Estimator::GammaPosterior { confidence };
            let report = forecast_retarget(&retarget_at(case.count("intervals"), case.count("elapsed_s"), estimator));
            let report = report.unwrap();
            let Outcome::Value(Band { lower, upper, .. }) = report.band else { panic!("{report:?}") };
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
            let request = SubsidyRequest::new(Height::new(case.count("height")), Network::Mainnet);
            let report = subsidy(&request.blocks_per_day(Ratio::new(case.input("blocks_per_day")).unwrap()));
            let next = report.next_halving.value().unwrap();
            assert_eq!(f64::from(next.height.get()), case.expected("next_height"));
            assert_eq!(f64::from(next.blocks), case.expected("blocks"));
            assert_eq!(next.days, Outcome::Value(case.expected("days")));
        }
        "M44" => {} // tests/profit_batch.rs: batch_equals_scalar_to_the_bit
        "M46" => {
            let [start, end] =
                ["chainwork_start", "chainwork_end"].map(|key| case.0["input"][key].as_str().unwrap().parse().unwrap());
            let seconds = Seconds::new(case.input("seconds")).unwrap();
            let request = ObservedHashrateRequest::new(ObservedWork::Chainwork { start, end }, seconds);
            within_relative(observed_hashrate(&request).unwrap().hashrate_ths * 1e12, case.number(), 1e-12, id);
            let backwards = ObservedHashrateRequest::new(ObservedWork::Chainwork { start: end, end: start }, seconds);
            assert_eq!(observed_hashrate(&backwards).unwrap_err().code(), "mining.chainwork.out_of_range");
        }
        "B01" | "B02" | "B04" | "B06" | "B08" | "B09" | "B10" => refused_by_unit(id, case),
        "B05" => {
            let fault = PoolFee::new(case.input("pool_fee")).unwrap_err();
            assert_eq!(fault.code(), "mining.pool_fee.out_of_range");
            let mut document = serde_json::to_value(machine()).unwrap();
            document["pool_fee"] = case.0["input"]["pool_fee"].clone();
            let read = record::read::<ProfitRequest>("mining", &document.to_string()).unwrap_err();
            assert_eq!(read, fault.at("pool_fee"));
        }
        "B12" | "B13" | "B14" => {
            let text = case.0["input"]["nbits"].as_str().unwrap();
            let nbits: Nbits = text.parse().unwrap();
            let request = with(|r| r.market.chain.network_basis = NetworkBasis::Nbits(nbits));
            let fault = profit(&request).unwrap_err();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.nbits.out_of_range", "network_basis.nbits"));
            assert_eq!(fault.value(), text);
        }
        "B16" => {
            let network_basis = NetworkBasis::NetworkHashrateThs(Hashrate::from_ths(109.0).unwrap());
            let fault = profit(&with(|r| r.market.chain.network_basis = network_basis)).unwrap_err();
            let path = "network_basis.network_hashrate_ths";
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.network_hashrate.out_of_range", path));
        }
        "Z01" => {
            let report = profit(&with(|r| r.machine.hashrate_ths = Hashrate::MIN)).unwrap();
            assert_eq!(report.expected_btc, case.expected("btc"));
            assert_eq!(report.break_even.btc_price_usd, Outcome::Never);
        }
        "Z02" => {
            let tariff = EnergyPrice::new(case.input("elec_usd_kwh")).unwrap();
            let report = profit(&with(|r| r.operation.power_price_usd_per_kwh = tariff)).unwrap();
            assert_eq!(report.break_even.btc_price_usd, Outcome::Value(case.expected("breakeven_btc_price")));
        }
        _ => economics::check(id, case),
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
    let request = reward(1000.0, nbits, SUBSIDY, 0.0, 1.0);
    within_relative(expected_btc(&request), 0.000713511057255963, 1e-12, "M03");

    // M07: 50 USD/PH/day at 17.5 J/TH pay 119.047619 USD/MWh
    let hashprice_50 = with(|r| {
        r.machine = MachineSpec::new(Hashrate::constant(200.0), Power::constant(3500.0));
        // 1e15 · 86,400 / (D · 2^32) · 3.125 BTC · price = 50 USD
        r.market.chain.network_basis = difficulty(1e14);
        r.market.btc_price_usd = Price::new(50.0 / 0.000628642737865448).unwrap();
        r.operation.pool_fee = PoolFee::ZERO;
    });
    let report = profit(&hashprice_50).unwrap();
    within_relative(report.hashprice_usd_per_phs_day, 50.0, 1e-12, "M07 hashprice");
    let power = report.break_even.power_price_usd_per_kwh.value().unwrap();
    within_relative(power * 1e3, 119.047619047619047, 1e-12, "M07");

    // M13: 1 PH/s alone at D 1e14 for a year
    let year = SoloHorizon::Days(Days::constant(365.25));
    let quantiles = [0.0, 0.5, 0.95, 1.0].map(Fraction::constant).to_vec();
    let request = SoloOddsRequest::new(Hashrate::from_phs(1.0).unwrap(), difficulty(1e14), year).quantiles(quantiles);
    let report = solo_odds(&request).unwrap();
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
    let Outcome::Value(Band { lower, upper, .. }) = report.band else { panic!("{report:?}") };
    for (got, expected) in
        [(report.change, 0.0349961495678959), (lower, -0.0105088947165125), (upper, 0.0805157893064330)]
    {
        assert!((got - expected).abs() < 1e-11, "M21: {got} {expected}");
    }

    // Z03: no subsidy is left at height 6,930,000; what is earned are fees
    let end = subsidy(&SubsidyRequest::new(Height::new(6_930_000), Network::Mainnet));
    assert_eq!((end.subsidy_sat, end.next_halving), (Amount::ZERO, Outcome::Never));
    let only_fees = with(|r| r.market.chain = chain(difficulty(119.12e12), end.subsidy_sat, SUBSIDY));
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
