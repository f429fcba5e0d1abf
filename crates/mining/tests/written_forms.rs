//! Values in the forms in which other tools write them.

use crate::given::{SUBSIDY, chain, difficulty};
use hashinsight_mining::consensus::document::{CheckProofOfWorkRequest, PermittedTransitionRequest, RetargetRequest};
use hashinsight_mining::consensus::{DecodeNbitsRequest, decode_nbits};
use hashinsight_mining::network::ForecastRetargetRequest;
use hashinsight_mining::profit::{FleetBatchParams, FleetRow, FleetTable, fleet_batch};
use hashinsight_mining::reward::document::{HashpriceRequest, hashprice};
use hashinsight_mining::reward::{HashpriceBatchParams, HashpriceColumns, Market, PoolFee, hashprice_batch};
use hashinsight_mining::tariff::{TariffPricesRequest, tariff_prices};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::columns::{Column, Inputs, OnBadRow, Row, RowStatus};
use hashinsight_units::record::{self, Value};
use hashinsight_units::{Amount, Error, Price};
use serde_json::json;

/// Reads a request with something else at a pointer.
fn with<T: Value>(request: &serde_json::Value, pointer: &str, value: &serde_json::Value) -> Result<T, Error> {
    let mut request = request.clone();
    *request.pointer_mut(pointer).unwrap() = value.clone();
    record::read("mining", &request.to_string())
}

/// The integer of `0x1b0404cb` is the same request as the text, and what is no compact target is refused.
fn takes_integers<T: Value + PartialEq + std::fmt::Debug>(request: &serde_json::Value, pointer: &str) {
    let text: T = with(request, pointer, &json!("0x1b0404cb")).unwrap();
    assert_eq!(with::<T>(request, pointer, &json!(453_248_203)).unwrap(), text, "{pointer}");
    let code = |value| with::<T>(request, pointer, &value).unwrap_err().code().to_owned();
    assert_eq!(code(json!(-1)), "mining.nbits.out_of_range");
    assert_eq!(code(json!(4_294_967_296_u64)), "mining.nbits.out_of_range");
    assert!(code(json!(453_248_203.5)).ends_with("nbits.wrong_type"));
    assert_eq!(code(json!("453248203")), "mining.nbits.unknown", "text is hexadecimal");
}

#[test]
fn an_integer_is_a_compact_target_wherever_one_is_taken() {
    takes_integers::<DecodeNbitsRequest>(&json!({ "nbits": "" }), "/nbits");
    let retarget = json!({
        "network": "testnet4", "nbits": "0x1d00ffff", "first_nbits": "0x1d00ffff", "first_time_s": 1, "last_time_s": 2,
    });
    takes_integers::<RetargetRequest>(&retarget, "/nbits");
    takes_integers::<RetargetRequest>(&retarget, "/first_nbits");
    let step = json!({ "network": "mainnet", "height": 1, "old_nbits": "0x1d00ffff", "new_nbits": "0x1d00ffff" });
    takes_integers::<PermittedTransitionRequest>(&step, "/old_nbits");
    takes_integers::<PermittedTransitionRequest>(&step, "/new_nbits");
    let hash = "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f";
    takes_integers::<CheckProofOfWorkRequest>(&json!({ "network": "mainnet", "nbits": "", "hash": hash }), "/nbits");
    let forecast = json!({
        "network": "mainnet", "height": 750_134, "nbits": "", "period_start_s": 1_660_820_820_u32,
        "last_block_s": 1_660_917_166_u32, "now_ms": 1_660_917_833_000_i64, "estimator": "elapsed",
    });
    takes_integers::<ForecastRetargetRequest>(&forecast, "/nbits");
    let basis = json!({
        "network_basis": { "nbits": "" }, "subsidy_sat": 312_500_000, "fees_per_block_sat": 0, "btc_price_usd": 90_000,
    });
    takes_integers::<HashpriceRequest>(&basis, "/network_basis/nbits");
}

/// All vectors of compact targets, by their number and by their text.
#[test]
fn numbers_and_texts_of_compact_targets_decode_alike() {
    let rows = vectors("nbits_vectors.json");
    let texts: Vec<&str> = texts_of(&rows);
    assert!(texts.len() > 10, "{}", texts.len());
    for text in texts {
        let number = u32::from_str_radix(text.trim_start_matches("0x"), 16).unwrap();
        let [by_text, by_number] = [json!(text), json!(number)].map(|nbits| {
            let request = record::read::<DecodeNbitsRequest>("mining", &json!({ "nbits": nbits }).to_string());
            decode_nbits(&request.unwrap())
        });
        assert_eq!(by_text, by_number, "{text}");
    }
}

/// The means of a rolling window are no whole satoshis: 3.125 BTC and 2,100,000.5 sat at 90,000 USD and difficulty 1e14.
#[test]
fn case_55_a_mean_of_fees_is_no_whole_number() {
    let right = 1e15 * 86_400.0 / (1e14 * 4_294_967_296.0) * 3.146_000_005 * 90_000.0;
    let request = json!({
        "network_basis": { "difficulty": 1e14 }, "subsidy_sat": 312_500_000, "fees_per_block_sat": 2_100_000.5,
        "btc_price_usd": 90_000,
    });
    let one = hashprice(&record::read::<HashpriceRequest>("mining", &request.to_string()).unwrap()).unwrap();
    within_relative(one.hashprice_usd_per_phs_day, right, 1e-12, "one");
    let columns = HashpriceColumns {
        difficulty: &[1e14; 2],
        fees_per_block_sat: &[2_100_000.5, f64::NAN],
        btc_price_usd: &[90_000.0; 2],
    };
    let params = HashpriceBatchParams::new(SUBSIDY).on_bad_row(OnBadRow::Report);
    let table = hashprice_batch(&columns, &params).unwrap();
    assert_eq!(table.hashprice_usd_per_phs_day[0].to_bits(), one.hashprice_usd_per_phs_day.to_bits());
    assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused], "the first rows of a rolling mean are empty");
}

/// A fleet as columns by name, with what else the frame holds.
fn fleet(further: &[(&str, Column<'_>)]) -> Result<FleetTable, Error> {
    let market = Market::new(chain(difficulty(1.39e14), SUBSIDY, Amount::constant(2_000_000)), Price::constant(9e4));
    let params = FleetBatchParams::new(market, PoolFee::constant(0.02)).on_bad_row(OnBadRow::Report);
    let mut columns = vec![
        ("count", Column::I64(&[2, 3])),
        ("hashrate_ths", Column::F64(&[200.0, 110.0])),
        ("power_w", Column::F64(&[3500.0, 3250.0])),
        ("power_price_usd_per_kwh", Column::F64(&[0.05, 0.05])),
    ];
    columns.extend_from_slice(further);
    let inputs = Inputs { domain: "mining", columns: &columns };
    FleetRow::arrange(&inputs, |columns| fleet_batch(&columns, &params)).map_err(Error::from)?
}

/// Two S21 earn their hashrate's part of the network less their power, whatever else is known of them.
#[test]
fn case_55_a_fleet_needs_neither_age_nor_decay_nor_price() {
    let plain = fleet(&[]).unwrap();
    let revenue = 4e14 * 86_400.0 / (1.39e14 * 4_294_967_296.0) * 3.145 * 0.98 * 9e4;
    within_relative(plain.net_usd_per_day[0], revenue - 7.0 * 24.0 * 0.05, 1e-12, "net");
    assert_eq!(plain.status, [RowStatus::Ok; 2]);
    assert_eq!(plain.payback_status, [RowStatus::Undefined; 2], "no price is not a price of 0");
    assert!(plain.payback_days.iter().all(|days| days.is_nan()));

    let (decay, age) = (("decay_per_month", Column::F64(&[0.0, 0.01])), ("age_days", Column::F64(&[0.0, 365.0])));
    let price = ("machine_price_usd", Column::F64(&[2500.0, f64::NAN]));
    let table = fleet(&[decay, age, price]).unwrap();
    within_relative(table.payback_days[0], 5000.0 / plain.net_usd_per_day[0], 1e-12, "payback");
    assert_eq!(table.payback_status, [RowStatus::Ok, RowStatus::Undefined]);
    within_relative(table.hashrate_ths[1], 292.5070076663226626, 1e-12, "a year of 1 % a month");
    // A row that says how fast, not for how long, is refused; one that says neither is nominal.
    let half = fleet(&[decay]).unwrap();
    assert_eq!(half.status, [RowStatus::Refused; 2]);
    let gaps = [("decay_per_month", Column::F64(&[f64::NAN, 0.01])), ("age_days", Column::F64(&[f64::NAN, f64::NAN]))];
    let gaps = fleet(&gaps).unwrap();
    assert_eq!(gaps.status, [RowStatus::Ok, RowStatus::Refused]);
    assert_eq!(gaps.hashrate_ths[0], 400.0);
}

/// An instant is a number or ISO text with any offset, the same in a document and in its series; a time without a zone is
/// none.
#[test]
fn case_39_times_are_milliseconds_or_text_with_an_offset() {
    let prices = |start: serde_json::Value, at: serde_json::Value| {
        let tariff = json!({ "energy": { "hourly": { "start_ms": start, "usd_per_kwh": [0.02, 0.03] } } });
        let request = json!({ "tariff": tariff, "start_ms": at, "hours": 2 });
        let request = record::read::<TariffPricesRequest>("mining", &request.to_string())?;
        tariff_prices(&request).map(|report| report.usd_per_kwh)
    };
    let forms = [
        json!(1_780_272_000_000_i64),
        json!("2026-06-01T00:00:00Z"),
        json!("2026-06-01T00:00:00.000+00:00"),
        json!("2026-05-31T19:00:00-05:00"),
    ];
    for start in &forms {
        for at in &forms {
            assert_eq!(prices(start.clone(), at.clone()).unwrap(), [0.02, 0.03], "{start} {at}");
        }
    }
    for wrong in [json!("2026-06-01T00:00:00"), json!(1_780_272_000), json!(1_780_272_000_000.5), json!("2026-06-01")] {
        let error = prices(forms[0].clone(), wrong.clone()).unwrap_err();
        assert_eq!(error.path().as_str(), "start_ms", "{wrong}");
    }
}

fn texts_of(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::Array(items) => items.iter().flat_map(texts_of).collect(),
        serde_json::Value::Object(pairs) => {
            let own = pairs.get("nbits").and_then(serde_json::Value::as_str);
            own.into_iter().chain(pairs.values().flat_map(texts_of)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_case_with_fields_says_how_it_is_written() {
    use hashinsight_mining::forecast::ForecastSteps;
    let error = record::read::<ForecastSteps>("mining", "730").unwrap_err();
    let forms = r#"one of {"retargets": {"days": 730}}, {"months": {"count": 24, "days_each": 30.4375}}, {"calendar_months": {"count": 24}}"#;
    assert_eq!(error.allowed(), forms);
    // What is shown can be written.
    for form in forms.trim_start_matches("one of ").split(", {\"").enumerate() {
        let text = if form.0 == 0 { form.1.to_owned() } else { format!("{{\"{}", form.1) };
        record::read::<ForecastSteps>("mining", text.as_str()).unwrap();
    }
}
