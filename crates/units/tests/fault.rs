//! The error that crosses borders: paths, the wire form, codes.

use hashinsight_units::{Fault, FieldPath, Hashrate, Problem};
use proptest::prelude::*;

#[test]
fn paths() {
    let path = |text: &str| FieldPath::from(text);
    for (outer, inner, joined) in [
        ("", "", ""),
        ("fleet", "", "fleet"),
        ("", "power_w", "power_w"),
        ("fleet[3]", "power_w", "fleet[3].power_w"),
        ("bars", "[17].high", "bars[17].high"),
        ("", "[0]", "[0]"),
        ("a.b", "c.d[1]", "a.b.c.d[1]"),
    ] {
        assert_eq!(path(outer).join(&path(inner)).as_str(), joined);
    }
    assert_eq!(FieldPath::default().field("a").index(0).index(1).field("b").to_string(), "a[0][1].b");
    assert_eq!(FieldPath::default().index(2).as_str(), "[2]");
}

#[test]
fn places_are_named_from_the_inside_out() {
    let fault = Fault::new("units.power", Problem::OutOfRange).at("power_w").at("[3]").at("fleet");
    assert_eq!(fault.path().as_str(), "fleet[3].power_w");
}

#[test]
fn words() {
    let fault = Hashrate::from_ths(-1.0).unwrap_err().at("fleet[3].hashrate_ths");
    assert_eq!(
        fault.to_string(),
        "units.hashrate.out_of_range at fleet[3].hashrate_ths: got -1; allowed: 0 to 1e24 TH/s"
    );
    assert_eq!(Fault::new("mining.irr", Problem::None).to_string(), "mining.irr.none");
}

#[test]
fn rows_of_zeros_have_an_exponent() {
    let got =
        |value: &dyn hashinsight_units::Shown| Fault::new("a.b", Problem::OutOfRange).got(value).value().to_owned();
    assert_eq!(got(&1e-300), "1e-300");
    assert_eq!(got(&-2.5e200), "-2.5e200");
    assert_eq!(got(&f64::MIN_POSITIVE), "2.2250738585072014e-308");
    // What tells something keeps its digits.
    assert_eq!(got(&0.000_012_5), "0.0000125");
    assert_eq!(got(&1_234_567.125), "1234567.125");
    assert_eq!(got(&"3.141592653589793238462643383"), "3.141592653589793238462643383");
}

#[test]
fn a_megabyte_does_not_travel_back() {
    let hostile = "ü".repeat(1 << 20);
    let error = format!("{hostile} TH/s").parse::<Hashrate>().unwrap_err();
    assert!(error.to_string().len() < 1000);
    assert!(error.fault().value().chars().count() <= 257);
    assert!(error.value().ends_with('…'));
}

#[test]
fn only_the_wire_form_is_read_back() {
    for text in
        ["", "units.power.out_of_range", "\u{1}", "\u{1}code", "\u{1}code\u{1f}path", "code\u{1f}path\u{1f}a\u{1f}v"]
    {
        assert_eq!(Fault::from_wire(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn the_wire_form_is_the_identity(path in "[a-z_]{1,8}(\\[[0-9]{1,3}\\])?", value in "\\PC{0,80}|\u{1}|\u{1f}{3}", allowed in "\\PC{0,80}") {
        let fault = Fault::new("crate.field", Problem::OutOfRange).at(path).got(value).allowed(allowed);
        prop_assert_eq!(Fault::from_wire(&format!("{fault:#}")), Some(fault));
    }

    #[test]
    fn a_hostile_name_stays_in_its_field(path in "[a-z\u{1f}]{0,9}", allowed in "[a-z\u{1f}]{0,9}") {
        let fault = Fault::new("crate.field", Problem::Unknown).at(path).got("value").allowed(allowed);
        let read = Fault::from_wire(&format!("{fault:#}")).unwrap();
        prop_assert_eq!((read.code(), read.value()), ("crate.field.unknown", "value"));
    }
}
