//! Patterns of candles against all 61 functions of TA-Lib: over its own bars (acceptance case 10), and over bars in which each of them finds each
//! of its values.

use hashinsight_signals::indicators::*;
use hashinsight_testkit::vectors;
use hashinsight_units::Fraction;
use serde_json::Value;

fn column(of: &Value) -> Vec<f64> {
    of.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

/// Hits of every pattern by bar, in TA-Lib's order, which is that of the table here.
fn check(reference: &Value, hits: &str) -> usize {
    let [open, high, low, close] = ["open", "high", "low", "close"].map(|name| column(&reference[name]));
    let bars = OhlcColumns { open: &open, high: &high, low: &low, close: &close };
    let functions = reference[hits].as_object().unwrap();
    assert_eq!(functions.len(), CandleShape::ALL.len());
    let mut names: Vec<&String> = functions.keys().collect();
    names.sort();
    let mut count = 0;
    for (name, shape) in names.into_iter().zip(CandleShape::ALL) {
        let found = CandlePattern::batch(&CandlePatternParams::new(*shape), bars).unwrap();
        let found: Vec<(usize, f64)> =
            found.into_iter().enumerate().filter(|(_, value)| *value != 0.0 && !value.is_nan()).collect();
        let expected: Vec<(usize, f64)> = functions[name]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| (usize::try_from(hit[0].as_u64().unwrap()).unwrap(), hit[1].as_f64().unwrap()))
            .collect();
        assert_eq!(found, expected, "{name} is {shape:?}");
        count += expected.len();
    }
    count
}

#[test]
fn case_10_candles_of_ta_lib() {
    assert_eq!(check(&vectors("ta_ref.json"), "candles_nonzero"), 506);
}

#[test]
fn each_value_of_each_pattern() {
    let reference = vectors("candles.json");
    assert_eq!(check(&reference, "nonzero"), 4653);
    assert!(reference["nonzero"].as_object().unwrap().values().all(|hits| !hits.as_array().unwrap().is_empty()));
}

#[test]
fn a_penetration_is_for_those_that_ask() {
    let said = |shape, part| {
        let params = CandlePatternParams::new(shape).penetration(Fraction::new(part).unwrap());
        CandlePattern::new(&params).map(|_| ()).map_err(|error| error.to_string())
    };
    assert_eq!(said(CandleShape::MatHold, 0.5), Ok(()));
    let refused = said(CandleShape::Doji, 0.5).unwrap_err();
    assert!(refused.starts_with("signals.penetration.unsupported at penetration"), "{refused}");
    // A deeper close is asked for, and fewer are found.
    let reference = vectors("candles.json");
    let [open, high, low, close] = ["open", "high", "low", "close"].map(|name| column(&reference[name]));
    let bars = OhlcColumns { open: &open, high: &high, low: &low, close: &close };
    let count = |part: f64| {
        let params = CandlePatternParams::new(CandleShape::DarkCloudCover).penetration(Fraction::new(part).unwrap());
        CandlePattern::batch(&params, bars).unwrap().iter().filter(|value| **value < 0.0).count()
    };
    assert!(count(0.0) > count(0.5) && count(0.5) > count(0.95));
}
