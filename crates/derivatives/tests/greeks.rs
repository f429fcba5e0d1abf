//! Greeks against derivatives to 30 and 50 digits.
#![expect(clippy::panic, reason = "test helpers")]

use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DigitalPayout, DigitalRequest, EuropeanOption, Knock, KouJumps,
    KouRequest, Lognormal, MertonJumps, MertonRequest, Payout, PriceGreeks, TouchPayment, TouchRequest, barrier,
    digital, kou, merton, touch,
};
use hashinsight_market::OptionKind;
use hashinsight_testkit::vectors;
use hashinsight_units::{Collateral, Fraction, Intensity, LogMove, TailRate};
use serde_json::Value;

use crate::{price, rate, sigma, years};

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"))
}

fn kind(row: &Value) -> OptionKind {
    if row["type"] == "call" { OptionKind::Call } else { OptionKind::Put }
}

fn answer(row: &Value) -> (f64, Option<PriceGreeks>) {
    let (spot, t) = (price(number(row, "S")), years(number(row, "T")));
    let market = Lognormal::new(t, rate(number(row, "r")), rate(number(row, "q")), sigma(number(row, "vol")));
    let side = if row["side"] == "down" { BarrierSide::Down } else { BarrierSide::Up };
    let amount = |value: f64| Collateral::new(value).unwrap();
    let european = || EuropeanOption::new(kind(row), spot, price(number(row, "K")), market);
    match row["kind"].as_str().unwrap() {
        "barrier" => {
            let knock = if row["knock"] == "in" { Knock::In } else { Knock::Out };
            let report = barrier(&BarrierRequest::new(
                BarrierType::new(kind(row), knock, side),
                spot,
                price(number(row, "K")),
                price(number(row, "H")),
                amount(number(row, "rebate")),
                market,
            ))
            .unwrap();
            (report.price, report.greeks)
        }
        "touch" => {
            let payment = match row["payment"].as_str().unwrap() {
                "at_hit" => TouchPayment::AtHit,
                "at_expiry" => TouchPayment::AtExpiry,
                _ => TouchPayment::NoTouch,
            };
            let payout = if row["payout"] == "cash" { Payout::Cash(amount(15.0)) } else { Payout::Asset };
            let level = price(number(row, "H"));
            let report = touch(&TouchRequest::new(spot, level, side, payment, payout, market)).unwrap();
            (report.price, report.greeks)
        }
        "digital" => {
            let payout = match row["payout"].as_str().unwrap() {
                "cash" => DigitalPayout::Cash(amount(10.0)),
                "asset" => DigitalPayout::Asset,
                _ => DigitalPayout::Gap(price(95.0)),
            };
            let report = digital(&DigitalRequest::new(kind(row), spot, price(number(row, "K")), payout, market));
            (report.price, report.greeks)
        }
        "merton" => {
            let intensity = Intensity::new(number(row, "l")).unwrap();
            let jumps = MertonJumps::new(intensity, LogMove::new(number(row, "m")).unwrap(), sigma(number(row, "d")));
            let report = merton(&MertonRequest::new(european(), jumps)).unwrap();
            (report.price, report.greeks)
        }
        "kou" => {
            let jumps = KouJumps::new(
                Intensity::new(number(row, "l")).unwrap(),
                Fraction::new(number(row, "p")).unwrap(),
                TailRate::new(number(row, "up")).unwrap(),
                TailRate::new(number(row, "down")).unwrap(),
            );
            let report = kou(&KouRequest::new(european(), jumps)).unwrap();
            (report.price, report.greeks)
        }
        other => panic!("{other}"),
    }
}

/// 340 prices, nine greeks each.
#[test]
fn greeks_are_the_derivatives() {
    let file = vectors("greeks_vectors.json");
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 340);
    for name in ["barrier", "touch", "digital", "merton", "kou"] {
        let mut worst = 0.0;
        for row in rows.iter().filter(|row| row["kind"] == name) {
            let (value, greeks) = answer(row);
            let Some(greeks) = greeks else { panic!("no greeks: {row}") };
            let PriceGreeks { delta, gamma, vega, theta, rho, yield_rho, vanna, volga, charm, .. } = greeks;
            let got = [value, delta, gamma, vega, theta, rho, yield_rho, vanna, volga, charm];
            for (place, got) in got.into_iter().enumerate() {
                let right = row["greeks"][place].as_f64().unwrap();
                // Where all terms cancel, against their size: a unit of price, of volatility, of time.
                let error = (got - right).abs() / (right.abs() + 1e-4);
                assert!(error < 1e-8, "{place} of {row}: {got}, right is {right}, {error:e}");
                worst = if error > worst { error } else { worst };
            }
        }
        println!("greeks of {name}: {worst:e}");
    }
}
