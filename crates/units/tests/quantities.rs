//! Every `f64` quantity: the ends of its range, what is no number, text and documents.

use crate::support;
use hashinsight_units::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Runs `$check::<Type>` for every quantity with its code, least value, whether that value is itself refused, and greatest value.
macro_rules! for_every_quantity {
    ($check:ident) => {
        $check!(Hashrate, "hashrate", 0.0, false, 1e24);
        $check!(Difficulty, "difficulty", 2f64.powf(-32.0), false, 2f64.powf(224.0));
        $check!(Power, "power", 0.0, false, 1e15);
        $check!(Energy, "energy", 0.0, false, 1e18);
        $check!(EnergyPrice, "energy_price", -1000.0, false, 1000.0);
        $check!(Efficiency, "efficiency", 0.0, true, 1e15);
        $check!(Price, "price", 0.0, false, 1e12);
        $check!(Hashprice, "hashprice", 0.0, false, 1e18);
        $check!(Usd, "usd", 0.0, false, 1e15);
        $check!(Fraction, "fraction", 0.0, false, 1.0);
        $check!(Ratio, "ratio", 0.0, false, 1e12);
        $check!(Days, "days", 0.0, true, 1e6);
        $check!(Seconds, "seconds", 0.0, true, 1e11);
    };
}

fn code(error: &Error) -> String {
    error.fault().code().to_owned()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "powers of two are exact in any implementation of pow")]
fn ends_of_the_range() {
    macro_rules! check {
        ($type:ident, $code:literal, $low:expr, $open:expr, $high:expr) => {
            let out_of_range = concat!("units.", $code, ".out_of_range");
            let not_finite = concat!("units.", $code, ".not_finite");
            let (low, high): (f64, f64) = ($low, $high);
            assert_eq!($type::new(high).unwrap().get().to_bits(), high.to_bits());
            assert_eq!($type::MAX.get(), high);
            assert_eq!(code(&$type::new(high.next_up()).unwrap_err()), out_of_range);
            assert_eq!(code(&$type::new(low.next_down()).unwrap_err()), out_of_range);
            assert_eq!($type::new(low.next_up()).unwrap().get(), low.next_up());
            if $open {
                assert_eq!(code(&$type::new(low).unwrap_err()), out_of_range);
            } else {
                assert_eq!($type::new(low).unwrap().get(), low);
            }
            for value in [f64::NAN, -f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
                assert_eq!(code(&$type::new(value).unwrap_err()), not_finite);
            }
            // Zero is one value, and it has no sign.
            if low <= 0.0 && !$open {
                assert_eq!($type::new(-0.0).unwrap().get().to_bits(), 0);
            }
            if low <= 0.0 {
                assert_eq!($type::new(f64::from_bits(1)).unwrap().get(), f64::from_bits(1)); // least subnormal
            }
            if low == 0.0 {
                assert!($type::new(-f64::from_bits(1)).is_err());
            }
        };
    }
    for_every_quantity!(check);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "powers of two are exact in any implementation of pow")]
fn documents_refuse_what_the_constructor_refuses() {
    macro_rules! check {
        ($type:ident, $code:literal, $low:expr, $open:expr, $high:expr) => {
            let (low, high): (f64, f64) = ($low, $high);
            for value in [high.next_up(), low.next_down(), -1e300, 1e300] {
                let fault = support::refused::<$type>(json!(value));
                assert_eq!(fault, *$type::new(value).unwrap_err().fault());
            }
            for text in ["NaN", "Infinity", "-Infinity"] {
                let fault = support::refused::<$type>(json!(text));
                assert_eq!(fault.code(), concat!("units.", $code, ".not_finite"));
            }
            assert_eq!(support::refused::<$type>(json!(9_007_199_254_740_993_u64)).code(), "units.number.out_of_range");
            assert_eq!(
                support::refused::<$type>(json!(-9_007_199_254_740_993_i64)).code(),
                "units.number.out_of_range"
            );
            for value in [json!("1"), json!(null), json!(true), json!([1.0]), json!({}), json!("inf"), json!("nan")] {
                assert!(support::read::<$type>(value.clone()).is_err(), "{value}");
                assert!(serde_json::from_value::<$type>(value.clone()).is_err(), "{value}");
            }
            // A whole number is a number.
            assert_eq!(support::read::<$type>(json!(1)).unwrap().get(), 1.0);
            assert_eq!(serde_json::from_str::<$type>("1").unwrap().get(), 1.0);
        };
    }
    for_every_quantity!(check);
}

/// Every bit pattern: what the constructor takes comes back from a document and from text with the same bits, what it refuses is refused.
fn round_trip(bits: u64) {
    #[expect(clippy::disallowed_methods, reason = "powers of two are exact in any implementation of pow")]
    fn all(value: f64) {
        macro_rules! check {
            ($type:ident, $code:literal, $low:expr, $open:expr, $high:expr) => {
                // The same mantissa within the range too, so that most cases say something.
                for value in [value, value.fract() * $high, value.fract().abs() * $low] {
                    if let Ok(quantity) = $type::new(value) {
                        let bits = quantity.get().to_bits();
                        let document = serde_json::to_string(&quantity).unwrap();
                        assert_eq!(
                            serde_json::from_str::<$type>(&document).unwrap().get().to_bits(),
                            bits,
                            "{document}"
                        );
                        let text = quantity.to_string();
                        assert_eq!(text.parse::<$type>().unwrap().get().to_bits(), bits, "{text}");
                    } else if value.is_finite() {
                        assert!(support::refused::<$type>(json!(value)).code().starts_with(concat!("units.", $code)));
                    }
                }
            };
        }
        for_every_quantity!(check);
    }
    all(f64::from_bits(bits));
}

proptest! {
    #[test]
    fn documents_and_text_are_the_identity(bits: u64) {
        round_trip(bits);
    }

    #[test]
    fn text_never_panics(text in "\\PC{0,40}") {
        macro_rules! check {
            ($type:ident, $code:literal, $low:expr, $open:expr, $high:expr) => {
                if let Err(error) = text.parse::<$type>() {
                    prop_assert!(code(&error).starts_with(concat!("units.", $code, ".")));
                }
            };
        }
        for_every_quantity!(check);
        let _ = (text.parse::<Amount>(), text.parse::<SignedAmount>(), text.parse::<Date>());
        let _ = (text.parse::<Money>(), text.parse::<Currency>(), wire::decimal::parse(&text));
    }
}

#[test]
fn text_with_units() {
    macro_rules! check {
        ($type:ident: $($text:literal => $value:expr),* $(,)?) => {
            $(assert_eq!($text.parse::<$type>().unwrap().get(), $value, $text);)*
        };
    }
    // Expected values: the factor by definition of the prefix or unit, correctly rounded.
    check!(Hashrate: "200 TH/s" => 200.0, "200TH/s" => 200.0, "1 EH/s" => 1e6, "1.5 PH/s" => 1500.0, "1 ZH/s" => 1e9, "7 GH/s" => 0.007,
        "3 MH/s" => 3e-6, "3 kH/s" => 3e-9, "5 H/s" => 5e-12, " 1e3 TH/s " => 1000.0,
        "200 Th/s" => 200.0, "200 th/s" => 200.0, "7 Gh/s" => 0.007, "1 eh/S" => 1e6); // Braiins and other APIs
    check!(Power: "3.5 KW" => 3500.0, "3.5 kw" => 3500.0);
    check!(Power: "3.5 kW" => 3500.0, "3500 W" => 3500.0, "1.2 MW" => 1.2e6, "1 GW" => 1e9);
    check!(Energy: "500 Wh" => 0.5, "1 kWh" => 1.0, "1 MWh" => 1000.0, "1 GWh" => 1e6, "1 TWh" => 1e9);
    check!(EnergyPrice: "60 USD/MWh" => 0.06, "-0.01 USD/kWh" => -0.01);
    check!(Efficiency: "17.5 J/TH" => 17.5, "0.0175 J/GH" => 17.5, "17.5 W/TH" => 17.5);
    check!(Price: "64000 USD" => 64_000.0, "64 kUSD" => 64_000.0);
    check!(Usd: "2 MUSD" => 2e6, "2 kUSD" => 2000.0, "2 USD" => 2.0);
    check!(Hashprice: "48.5 USD/PH/day" => 48.5, "0.0485 USD/TH/day" => 48.5);
    check!(Fraction: "0.025" => 0.025, "2.5 %" => 0.025, "100%" => 1.0);
    check!(Ratio: "1.35" => 1.35, "135 %" => 1.35);
    check!(Difficulty: "126.98 T" => 126.98e12, "1" => 1.0, "2 P" => 2e15, "3 G" => 3e9, "4 M" => 4e6, "5 k" => 5e3);
    check!(Days: "1 d" => 1.0, "12 h" => 0.5, "43200 s" => 0.5);
    check!(Seconds: "1 d" => 86_400.0, "2 h" => 7200.0, "10 min" => 600.0, "1 s" => 1.0);

    let problem = |error: Error| code(&error).rsplit('.').next().unwrap().to_owned();
    for text in ["", "TH/s", "200", "200 mh/s", "200 XH/s", "2 00 TH/s", "TH/s 200", "0x10 TH/s", "1,000 TH/s"] {
        assert_eq!(problem(text.parse::<Hashrate>().unwrap_err()), "unknown", "{text:?}");
    }
    assert_eq!(problem("NaN TH/s".parse::<Hashrate>().unwrap_err()), "not_finite");
    assert_eq!(problem("1e400 TH/s".parse::<Hashrate>().unwrap_err()), "not_finite");
    assert_eq!(problem("-1 TH/s".parse::<Hashrate>().unwrap_err()), "out_of_range");
    assert_eq!(problem("101 %".parse::<Fraction>().unwrap_err()), "out_of_range");
    assert_eq!("-0 W".parse::<Power>().unwrap().get().to_bits(), 0);
}

#[test]
fn named_units_agree_with_the_stored_one() {
    assert_eq!(Hashrate::from_hs(2e14).unwrap().to_ths(), 200.0);
    assert_eq!(Hashrate::from_phs(2.0).unwrap().to_ehs(), 0.002);
    assert_eq!(Hashrate::from_ehs(900.0).unwrap().to_hs(), 9e20);
    assert_eq!(Hashrate::from_ths(5.0).unwrap().to_phs(), 0.005);
    assert_eq!(Power::from_mw(1.5).unwrap().to_kw(), 1500.0);
    assert_eq!(Power::from_kw(1.5).unwrap().to_w(), 1500.0);
    assert_eq!(Power::from_w(2e6).unwrap().to_mw(), 2.0);
    assert_eq!(Energy::from_mwh(2.0).unwrap().to_kwh(), 2000.0);
    assert_eq!(Energy::from_kwh(500.0).unwrap().to_mwh(), 0.5);
    assert_eq!(EnergyPrice::from_usd_per_mwh(60.0).unwrap().to_usd_per_kwh(), 0.06);
    assert_eq!(EnergyPrice::from_usd_per_kwh(0.05).unwrap().to_usd_per_mwh(), 50.0);
    assert_eq!(Efficiency::from_j_per_th(15.0).unwrap().to_j_per_th(), 15.0);
    assert_eq!(Seconds::from(Days::new(2.0).unwrap()).get(), 172_800.0);
    assert_eq!(Fraction::new(0.25).unwrap().complement().get(), 0.75);
    assert_eq!((Fraction::ZERO.get(), Fraction::ONE.get()), (0.0, 1.0));
    // What overflows on the way to the stored unit is refused, not stored.
    assert!(Hashrate::from_ehs(1e308).is_err());
    let idle = Power::from_w(0.0).unwrap() / Hashrate::from_ths(0.0).unwrap();
    assert_eq!(code(&idle.unwrap_err()), "units.efficiency.not_finite");
    let free = Power::from_w(0.0).unwrap() / Hashrate::from_ths(1.0).unwrap();
    assert_eq!(code(&free.unwrap_err()), "units.efficiency.out_of_range");
}

#[test]
fn integers() {
    assert_eq!(support::read::<Height>(json!(4_294_967_295_u32)).unwrap().get(), u32::MAX);
    assert_eq!(support::refused::<Height>(json!(4_294_967_296_u64)).code(), "units.height.out_of_range");
    assert_eq!(support::refused::<Height>(json!(-1)).value(), "-1");
    assert_eq!(support::refused::<Amount>(json!(2_100_000_000_000_001_u64)).code(), "units.amount.out_of_range");
    assert_eq!(support::refused::<Amount>(json!(-1)).code(), "units.amount.out_of_range");
    assert_eq!(support::refused::<Amount>(json!(u64::MAX)).value(), "18446744073709551615");
    assert_eq!(support::refused::<SignedAmount>(json!(u64::MAX)).code(), "units.signed_amount.out_of_range");
    assert_eq!(support::refused::<Timestamp>(json!(i64::MAX)).code(), "units.timestamp.out_of_range");
    assert_eq!(support::refused::<UtcOffset>(json!(1081)).code(), "units.utc_offset.out_of_range");
    assert_eq!(support::refused::<UtcOffset>(json!(100_000)).code(), "units.utc_offset.out_of_range");
    assert_eq!(support::read::<UtcOffset>(json!(-1080)).unwrap().to_minutes(), -1080);
    for value in [json!(1.5), json!(1.0), json!("1"), json!(null), json!([1]), json!(true)] {
        assert!(support::read::<Height>(value.clone()).is_err(), "{value}");
        assert!(support::read::<Amount>(value.clone()).is_err(), "{value}");
        assert!(serde_json::from_value::<Timestamp>(value.clone()).is_err(), "{value}");
    }
}

#[test]
fn wide_integers_are_text() {
    #[derive(Debug, serde::Serialize, serde::Deserialize)]
    struct Wide {
        #[serde(with = "wire::integer")]
        seed: u64,
        #[serde(with = "wire::integer")]
        index: u128,
    }
    let document = json!({ "seed": u64::MAX.to_string(), "index": u128::MAX.to_string() });
    let wide: Wide = support::read(document.clone()).unwrap();
    assert_eq!((wide.seed, wide.index), (u64::MAX, u128::MAX));
    assert_eq!(serde_json::to_value(&wide).unwrap(), document);
    let with_seed = |seed: Value| json!({ "seed": seed, "index": "0" });
    let seed = |text: &str| with_seed(json!(text));
    assert_eq!(support::refused::<Wide>(seed("18446744073709551616")).code(), "units.integer.out_of_range");
    assert_eq!(support::refused::<Wide>(seed("18446744073709551616")).allowed_text(), "decimal digits, 0 to 2^64 - 1");
    assert_eq!(support::refused::<Wide>(seed("-1")).code(), "units.integer.out_of_range");
    for text in ["", "-", "+1", "1.0", "1e3", " 1", "0x1", "१"] {
        assert_eq!(support::refused::<Wide>(seed(text)).code(), "units.integer.unknown", "{text:?}");
    }
    assert!(support::read::<Wide>(with_seed(json!(7))).is_err(), "a number is not text");
}
