//! Greeks against derivatives to 30 and 50 digits.
#![expect(clippy::panic, reason = "test helpers")]

use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DigitalBarrierRequest, DigitalPayout, DigitalRequest,
    DiscreteBarrierRequest, DoubleBarrierRequest, DoubleTouchRequest, EuropeanOption, Knock, KouJumps, KouRequest,
    Lognormal, MertonJumps, MertonRequest, Payout, PriceGreeks, TouchPayment, TouchRequest, TouchedLevel, WatchGreeks,
    barrier, digital, digital_barrier, discrete_barrier, double_barrier, double_touch, kou, merton, touch, vanilla,
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

fn all((value, greeks): (f64, Option<PriceGreeks>)) -> Option<Vec<f64>> {
    let PriceGreeks { delta, gamma, vega, theta, rho, yield_rho, vanna, volga, charm, .. } = greeks?;
    Some(vec![value, delta, gamma, vega, theta, rho, yield_rho, vanna, volga, charm])
}

fn answer(row: &Value) -> Option<Vec<f64>> {
    let (spot, t) = (price(number(row, "S")), years(number(row, "T")));
    let market = Lognormal::new(t, rate(number(row, "r")), rate(number(row, "q")), sigma(number(row, "vol")));
    let level = |key| price(number(row, key));
    let side = if row["side"] == "down" { BarrierSide::Down } else { BarrierSide::Up };
    let knock = if row["knock"] == "in" { Knock::In } else { Knock::Out };
    let amount = |value: f64| Collateral::new(value).unwrap();
    let option = || BarrierType::new(kind(row), knock, side);
    let european = || EuropeanOption::new(kind(row), spot, level("K"), market);
    let payment = || match row["payment"].as_str().unwrap() {
        "at_hit" => TouchPayment::AtHit,
        "at_expiry" => TouchPayment::AtExpiry,
        _ => TouchPayment::NoTouch,
    };
    let payout = || match row["payout"].as_str().unwrap() {
        "cash" => DigitalPayout::Cash(amount(10.0)),
        "asset" => DigitalPayout::Asset,
        _ => DigitalPayout::Gap(price(95.0)),
    };
    all(match row["kind"].as_str().unwrap() {
        "vanilla" => {
            let report = vanilla(&european());
            (report.price, report.greeks.map(PriceGreeks::from))
        }
        "barrier" => {
            let rebate = amount(number(row, "rebate"));
            let report = barrier(&BarrierRequest::new(option(), spot, level("K"), level("H"), rebate, market)).unwrap();
            (report.price, report.greeks)
        }
        "touch" => {
            let payout = if row["payout"] == "cash" { Payout::Cash(amount(15.0)) } else { Payout::Asset };
            let report = touch(&TouchRequest::new(spot, level("H"), side, payment(), payout, market)).unwrap();
            (report.price, report.greeks)
        }
        "digital" => {
            let report = digital(&DigitalRequest::new(kind(row), spot, level("K"), payout(), market));
            (report.price, report.greeks)
        }
        "digital_barrier" => {
            let request = DigitalBarrierRequest::new(option(), spot, level("K"), level("H"), payout(), market);
            let report = digital_barrier(&request);
            (report.price, report.greeks)
        }
        "double_barrier" => {
            let [strike, lower, upper] = ["K", "L", "U"].map(level);
            let request = DoubleBarrierRequest::new(kind(row), knock, spot, strike, lower, upper, market);
            let report = double_barrier(&request.rebate(amount(number(row, "rebate")))).unwrap();
            (report.price, report.greeks)
        }
        "double_touch" => {
            let touched = match row["level"].as_str().unwrap() {
                "either" => TouchedLevel::Either,
                "lower_first" => TouchedLevel::LowerFirst,
                _ => TouchedLevel::UpperFirst,
            };
            let request =
                DoubleTouchRequest::new(spot, level("L"), level("U"), payment(), amount(15.0), market).level(touched);
            let report = double_touch(&request).unwrap();
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
        "discrete" => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
            let dates = number(row, "dates") as u32;
            let request = DiscreteBarrierRequest::new(option(), spot, level("K"), level("H"), market).dates(dates);
            let report = discrete_barrier(&request.rebate(amount(number(row, "rebate")))).unwrap();
            let WatchGreeks { delta, gamma, vega, theta, rho, yield_rho, .. } = report.greeks?;
            return Some(vec![report.price, delta, gamma, vega, theta, rho, yield_rho]);
        }
        other => panic!("{other}"),
    })
}

/// Size of the terms that a derivative is the sum of, in units of the price: where they cancel, no double is nearer than its last digit
/// of them.
fn terms(row: &Value) -> [f64; 10] {
    let [spot, volatility, t] = ["S", "vol", "T"].map(|key| number(row, key));
    let deviation = volatility * t.sqrt();
    // A factor for each derivative: by spot, by volatility, by time.
    let [by_spot, by_volatility, by_time] = [1.0 / (spot * deviation), 1.0 / volatility, 1.0 / t];
    let derivatives = [
        1.0,
        by_spot,
        by_spot * by_spot,
        by_volatility,
        by_time,
        t / deviation,
        t / deviation,
        by_spot * by_volatility,
        by_volatility * by_volatility,
        by_spot * by_time,
    ];
    derivatives.map(|derivative| derivative * spot)
}

/// 1030 prices with six or nine greeks each.
#[test]
fn greeks_are_the_derivatives() {
    let file = vectors("greeks_vectors.json");
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1030);
    let mut seen = 0;
    // Closed forms near the last digits; sums and integrals with what they promise.
    for (name, bound) in [
        ("vanilla", 1e-13),
        ("digital", 1e-13),
        ("digital_barrier", 1e-13),
        ("barrier", 1e-13),
        ("touch", 1e-13),
        ("double_barrier", 1e-13),
        ("double_touch", 1e-13),
        ("merton", 1e-13),
        ("kou", 1e-11),
        ("discrete", 1e-11),
    ] {
        let (mut worst, mut relative, mut count) = (0.0, 0.0, 0);
        for row in rows.iter().filter(|row| row["kind"] == name) {
            let Some(got) = answer(row) else { panic!("no greeks: {row}") };
            for ((place, got), terms) in got.into_iter().enumerate().zip(terms(row)) {
                let right = row["greeks"][place].as_f64().unwrap();
                let error = (got - right).abs();
                let of_terms = error / (right.abs() + terms);
                assert!(of_terms < bound, "{name} {place} {row}: {got}, right is {right}, {of_terms:e}");
                worst = if of_terms > worst { of_terms } else { worst };
                // Nine digits of whatever is more than a millionth of its terms.
                if right.abs() > 1e-6 * terms {
                    assert!(error < 1e-9 * right.abs(), "{name} {place} {row}: {got}, right is {right}");
                    relative = if error / right.abs() > relative { error / right.abs() } else { relative };
                }
            }
            count += 1;
        }
        println!("greeks of {name}: {count} rows, worst {worst:e} of the terms, {relative:e} relative");
        seen += count;
    }
    assert_eq!(seen, rows.len());
}
