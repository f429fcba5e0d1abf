//! Indicators and modules against references, and their contracts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod bandit;
mod derivatives_pressure;
mod ensemble;
mod forecast;
mod honesty;
mod microstructure;
mod modules;
mod reference;

use hashinsight_numerics::stream::batch;
use hashinsight_signals::indicators::{Ema, EmaParams, Observation};
use hashinsight_testkit::{check_stream, vectors, within_relative};
use hashinsight_units::Finite;

fn closes() -> Vec<Observation> {
    let closes = vectors("ta_ref.json")["close"].as_array().cloned().unwrap_or_default();
    closes.iter().filter_map(serde_json::Value::as_f64).map(|close| Observation::new(Finite::constant(close))).collect()
}

#[test]
fn ema_of_ta_lib() {
    let reference = vectors("ta_ref.json");
    for (name, length) in [("EMA_12", 12), ("EMA_26", 26)] {
        let expected = reference["indicators"][name]["outputs"]["ema"]["values"].as_array().cloned().unwrap();
        let means = batch::<Ema>(&EmaParams::new(length), &closes()).unwrap();
        assert_eq!(expected.len(), means.len());
        for (index, (expected, mean)) in expected.iter().zip(means).enumerate() {
            match expected.as_f64() {
                Some(expected) => within_relative(mean.ema, expected, 1e-15, &format!("{name} bar {index}")),
                None => assert!(mean.ema.is_nan(), "{name} bar {index}"),
            }
        }
    }
}

#[test]
fn streams_keep_their_contract() {
    check_stream::<Ema>(&EmaParams::new(5), &closes(), &[]);
    check_stream::<Ema>(&EmaParams::new(1), &closes(), &[]);
}

#[test]
fn lengths_that_are_none() {
    for length in [0, 1_000_001] {
        let error = batch::<Ema>(&EmaParams::new(length), &[]).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), ("signals.length.out_of_range", "length"));
    }
    let text = r#"{"length": 0}"#;
    let error = hashinsight_units::record::read::<EmaParams>("signals", text).unwrap_err();
    assert_eq!(error.to_string(), "signals.length.out_of_range at length: got 0; allowed: 1 to 1000000");
}
mod indicators;
mod modules;
