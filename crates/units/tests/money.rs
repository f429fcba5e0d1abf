//! Satoshis and booked money: exact or refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support;

use hashinsight_units::{Amount, Currency, Decimal, ExchangeRate, Money, Rounding, SignedAmount, Timestamp, wire};
use proptest::prelude::*;
use serde_json::{Value, json};

const MAX_SAT: i64 = 2_100_000_000_000_000;

fn vectors() -> Value {
    serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/vectors/money_rounding.json")))
        .unwrap()
}

fn usd(text: &str) -> Money {
    Money::new(wire::decimal::parse(text).unwrap(), Currency::USD)
}

fn rate(text: &str) -> ExchangeRate {
    let rate = wire::decimal::parse(text).unwrap();
    ExchangeRate::new(Currency::USD, "EUR".parse().unwrap(), rate, Timestamp::MIN).unwrap()
}

#[test]
fn amount_edges() {
    let max = Amount::from_sat(MAX_SAT.cast_unsigned()).unwrap();
    let one = Amount::from_sat(1).unwrap();
    assert_eq!(max, Amount::MAX);
    assert!(Amount::from_sat(MAX_SAT.cast_unsigned() + 1).is_err());
    assert!(Amount::from_sat(u64::MAX).is_err());
    assert!(max.checked_add(one).is_none());
    assert!(max.checked_add(max).is_none());
    assert_eq!(max.checked_sub(max).unwrap(), Amount::ZERO);
    assert_eq!(Amount::ZERO.checked_sub(one), None);

    let least = SignedAmount::from_sat(-MAX_SAT).unwrap();
    assert_eq!(least, SignedAmount::MIN);
    assert_eq!(-least, SignedAmount::MAX);
    assert!(SignedAmount::from_sat(-MAX_SAT - 1).is_err());
    assert!(SignedAmount::from_sat(i64::MIN).is_err());
    assert!(least.checked_add(least).is_none());
    assert!(least.checked_sub(SignedAmount::MAX).is_none());
    assert_eq!(least.checked_add(SignedAmount::MAX).unwrap(), SignedAmount::ZERO);
    assert!(Amount::try_from(SignedAmount::from_sat(-1).unwrap()).is_err());
    assert_eq!(Amount::try_from(SignedAmount::MAX).unwrap(), Amount::MAX);
    assert_eq!(Amount::MAX.to_btc_f64(), 21e6);
    assert_eq!(SignedAmount::MIN.to_btc_f64(), -21e6);
}

#[test]
fn amount_text() {
    for (text, sat) in [
        ("3.125 BTC", 312_500_000),
        ("0.00000001 BTC", 1),
        ("21000000 BTC", MAX_SAT),
        ("0 BTC", 0),
        ("1.00000000000000 BTC", 100_000_000),
        ("70 sat", 70),
        ("70sat", 70),
        ("20999999.97690000 BTC", 2_099_999_997_690_000),
    ] {
        assert_eq!(text.parse::<Amount>().unwrap().to_sat(), sat.cast_unsigned(), "{text}");
        assert_eq!(text.parse::<SignedAmount>().unwrap().to_sat(), sat, "{text}");
        assert_eq!(format!("-{text}").parse::<SignedAmount>().unwrap().to_sat(), -sat, "-{text}");
    }
    let problem = |text: &str| text.parse::<Amount>().unwrap_err().fault().code().to_owned();
    for text in ["0.000000001 BTC", "21000000.00000001 BTC", "-1 sat", "1.5 sat", "99999999999999999999 BTC"] {
        assert_eq!(problem(text), "units.amount.out_of_range", "{text}");
    }
    for text in ["", "BTC", "1", "1 btc", "1_000 sat", "+1 sat", ".5 BTC", "5. BTC", "1e3 sat", "NaN BTC", "1 2 sat"] {
        assert_eq!(problem(text), "units.amount.unknown", "{text}");
        assert!(text.parse::<SignedAmount>().is_err(), "{text}");
    }
    // The least decimal times 1e8 is far below a satoshi, and must not count as none.
    assert!("0.0000000000000000000000000001 BTC".parse::<Amount>().is_err());
    assert!(Amount::from_btc(Decimal::MAX).is_err());
    assert!(SignedAmount::from_btc(Decimal::MIN).is_err());
}

proptest! {
    #[test]
    fn amounts_round_trip(sat in -MAX_SAT..=MAX_SAT) {
        let amount = SignedAmount::from_sat(sat).unwrap();
        prop_assert_eq!(amount.to_string().parse::<SignedAmount>().unwrap(), amount);
        prop_assert_eq!(SignedAmount::from_btc(amount.to_btc()).unwrap(), amount);
        prop_assert_eq!(support::read::<SignedAmount>(json!(sat)).unwrap(), amount);
        prop_assert_eq!(serde_json::to_value(amount).unwrap(), json!(sat));
        if let Ok(amount) = Amount::try_from(amount) {
            prop_assert_eq!(amount.to_string().parse::<Amount>().unwrap(), amount);
            prop_assert_eq!(Amount::from_btc(amount.to_btc()).unwrap(), amount);
        }
    }

    #[test]
    fn money_adds_exactly_or_not_at_all(a in -(1i128 << 96) + 1..1i128 << 96, i in 0u32..=28, b in -(1i128 << 96) + 1..1i128 << 96, j in 0u32..=28) {
        let money = |mantissa, scale| Money::new(Decimal::from_i128_with_scale(mantissa, scale), Currency::USD);
        // Independent of Decimal: the sum of two mantissas on the finer scale, where an i128 holds them.
        let scale = i.max(j);
        let wide = |mantissa: i128, from: u32| 10i128.checked_pow(scale - from).and_then(|power| mantissa.checked_mul(power));
        let expected = wide(a, i).zip(wide(b, j)).and_then(|(a, b)| a.checked_add(b));
        if let (Ok(sum), Some(expected)) = (money(a, i).try_add(money(b, j)), expected) {
            let sum = sum.amount();
            prop_assert_eq!(sum.mantissa() * 10i128.pow(scale - sum.scale()), expected);
        }
    }
}

#[test]
fn decimals_keep_28_digits_or_are_refused() {
    let digits = "1234567890.123456789012345678"; // 28
    assert_eq!(wire::decimal::parse(digits).unwrap().to_string(), digits);
    assert_eq!(
        wire::decimal::parse("0.0000000000000000000000000001").unwrap().to_string(),
        "0.0000000000000000000000000001"
    );
    for text in ["12345678901.1234567890123456789", "0.00000000000000000000000000001", "99999999999999999999999999999"]
    {
        assert!(wire::decimal::parse(text).is_err(), "{text}: 29 digits");
    }
    for text in [
        "1e3", "1E3", "1e-3", "", "-", ".", "1.", ".1", "+1", "--1", "1.2.3", "1_000", "1,5", " 1", "1 ", "NaN", "inf",
        "0x1", "१",
    ] {
        assert!(wire::decimal::parse(text).is_err(), "{text:?}");
    }
    assert_eq!(wire::decimal::parse("-0.00").unwrap().to_string(), "0.00");
    assert_eq!(wire::decimal::parse("-7").unwrap().to_string(), "-7");
}

#[test]
fn money_documents() {
    let document = json!({ "amount": "12.340", "currency": "USDT" });
    let money: Money = support::read(document.clone()).unwrap();
    assert_eq!(money.to_string(), "12.340 USDT");
    assert_eq!(serde_json::to_value(money).unwrap(), document);
    assert_eq!(money.to_string().parse::<Money>().unwrap(), money);

    let with = |amount: Value, currency: Value| json!({ "amount": amount, "currency": currency });
    assert_eq!(support::refused::<Money>(with(json!("1e3"), json!("USD"))).code(), "units.decimal.unknown");
    assert_eq!(support::refused::<Money>(with(json!("1"), json!("usd"))).code(), "units.currency.unknown");
    for (bad, why) in [
        (with(json!(12.34), json!("USD")), "a float is not money"),
        (with(json!(12), json!("USD")), "nor is a number"),
        (json!(["12.34", "USD"]), "nor is a list"),
        (json!("12.34 USD"), "nor is text"),
        (json!({ "amount": "1" }), "without a currency"),
        (json!({ "amount": "1", "currency": "USD", "memo": "" }), "with more"),
        (json!({ "amount": null, "currency": "USD" }), "of nothing"),
    ] {
        assert!(support::read::<Money>(bad.clone()).is_err(), "{bad}: {why}");
        assert!(serde_json::from_value::<Money>(bad.clone()).is_err(), "{bad}: {why}");
    }
    for text in ["", "12.34", "USD", "12.34USD", "1e3 USD", "12.34 usd", "1 U", "1 ABCDEFGHIJKLM"] {
        assert!(text.parse::<Money>().is_err(), "{text}");
    }
}

#[test]
fn rounding_against_python_decimal() {
    let rules = [
        Rounding::HalfEven,
        Rounding::HalfAwayFromZero,
        Rounding::TowardZero,
        Rounding::AwayFromZero,
        Rounding::Floor,
        Rounding::Ceiling,
    ];
    let vectors = vectors();
    let rows = vectors["rounding"].as_array().unwrap();
    assert!(rows.len() > 200);
    for row in rows {
        let (amount, places) = (row[0].as_str().unwrap(), u32::try_from(row[1].as_u64().unwrap()).unwrap());
        for (i, rule) in rules.into_iter().enumerate() {
            let column = &vectors["rounding_columns"][i + 2];
            assert_eq!(serde_json::to_value(rule).unwrap(), *column);
            let rounded = usd(amount).round(places, rule);
            assert_eq!(rounded, usd(row[i + 2].as_str().unwrap()), "{amount} to {places} by {column}");
            assert!(!rounded.amount().is_sign_negative() || !rounded.amount().is_zero(), "{amount}: negative zero");
        }
    }
}

#[test]
fn conversion_against_python_decimal() {
    let vectors = vectors();
    for row in vectors["conversion"].as_array().unwrap() {
        let text = |i: usize| row[i].as_str().unwrap();
        let rule: Rounding = serde_json::from_value(row[3].clone()).unwrap();
        let converted = usd(text(0)).convert(&rate(text(1)), 2, rule).unwrap();
        assert_eq!(converted.amount(), usd(text(4)).amount(), "{row}");
        assert_eq!(converted.currency().as_str(), "EUR");
    }
}

#[test]
fn zero_money_has_no_sign() {
    let minus_zero = Decimal::from_parts(0, 0, 0, true, 2);
    assert_eq!(Money::new(minus_zero, Currency::USD).to_string(), "0.00 USD");
    assert_eq!(serde_json::to_value(Money::new(-Decimal::ZERO, Currency::USD)).unwrap()["amount"], "0");
}

#[test]
fn money_is_exact_or_refused() {
    // 29 digits of which the last would be lost: the plain decimal sum is silently rounded.
    let large = usd("9999999999999999999999999999");
    assert!(large.amount().checked_add(usd("0.1").amount()).is_some());
    assert_eq!(large.try_add(usd("0.1")).unwrap_err().fault().code(), "units.money.out_of_range");
    assert!(large.try_sub(usd("0.1")).is_err());
    assert_eq!(large.try_add(usd("1.00")).unwrap(), usd("10000000000000000000000000000"));
    assert_eq!(usd("0").try_add(usd("0.1")).unwrap(), usd("0.1"));
    assert_eq!(usd("0.1").try_sub(usd("0.1")).unwrap().to_string(), "0.0 USD");
    // A product of 30 decimals would be rounded twice.
    assert!(usd("12.34").convert(&rate("0.3333333333333333333333333333"), 2, Rounding::Ceiling).is_err());
    assert_eq!(
        usd("0").convert(&rate("0.3333333333333333333333333333"), 2, Rounding::Ceiling).unwrap().amount(),
        Decimal::ZERO
    );
    assert!(Money::new(Decimal::MAX, Currency::USD).convert(&rate("2"), 2, Rounding::Floor).is_err());

    let euro: Money = "1 EUR".parse().unwrap();
    assert_eq!(euro.try_add(usd("1")).unwrap_err().fault().code(), "units.currency.unsupported");
    assert_eq!(
        euro.convert(&rate("1.1"), 2, Rounding::Floor).unwrap_err().fault().code(),
        "units.currency.unsupported"
    );
}

#[test]
fn exchange_rates() {
    let document = json!({ "from": "USD", "to": "EUR", "rate": "0.92", "time_ms": 1_709_164_800_000_i64 });
    let rate: ExchangeRate = support::read(document.clone()).unwrap();
    assert_eq!(serde_json::to_value(rate).unwrap(), document);
    for bad in ["0", "-1", "0.00"] {
        let fault = support::refused::<ExchangeRate>(
            json!({ "from": "USD", "to": "EUR", "rate": bad, "time_ms": 1_709_164_800_000_i64 }),
        );
        assert_eq!((fault.code(), fault.path().as_str()), ("units.exchange_rate.out_of_range", "rate"));
    }
    assert!(support::read::<ExchangeRate>(json!(["USD", "EUR", "0.92", 0])).is_err());
}
