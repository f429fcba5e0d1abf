//! Forward and discount curves.
#![expect(clippy::panic, reason = "test helpers")]

use hashinsight_derivatives::curve::{ForwardCurveReport, ForwardCurveRequest, forward_curve};
use hashinsight_derivatives::pricing::{Black76Request, EuropeanOption, Lognormal, black76, vanilla};
use hashinsight_market::OptionKind;
use hashinsight_numerics::exp;
use hashinsight_testkit::vectors;
use serde_json::Value;

use crate::{price, rate, sigma, years};

fn numbers(row: &Value, key: &str) -> Vec<f64> {
    row[key].as_array().unwrap().iter().map(|x| x.as_f64().unwrap_or_else(|| panic!("{key}"))).collect()
}

fn in_days(days: &[f64]) -> Vec<hashinsight_units::Years> {
    days.iter().map(|days| years(days / 365.0)).collect()
}

/// 78 times on six pairs of log-linear curves of `QuantLib`.
#[test]
fn curves_of_quantlib() {
    let file = vectors("curve_vectors.json");
    let mut compared = 0;
    for case in file["curves"].as_array().unwrap() {
        let at = case["at"].as_array().unwrap();
        let days: Vec<f64> = at.iter().map(|row| row["days"].as_f64().unwrap()).collect();
        let request = ForwardCurveRequest::new(
            price(case["spot"].as_f64().unwrap()),
            in_days(&numbers(case, "forward_days")),
            numbers(case, "forwards").into_iter().map(price).collect(),
            in_days(&numbers(case, "rate_days")),
            numbers(case, "rates").into_iter().map(rate).collect(),
            in_days(&days),
        );
        let curve = forward_curve(&request).unwrap();
        let last = |key: &str| *numbers(case, key).last().unwrap();
        for (i, row) in at.iter().enumerate() {
            let carry = curve.rates_per_year[i] - curve.yields_per_year[i];
            for (got, key, error) in [
                (curve.forward_prices[i], "forward", 1e-13 * curve.forward_prices[i]),
                (curve.discount_factors[i], "discount", 1e-14),
                (curve.rates_per_year[i], "zero", 1e-12),
                (carry, "carry", 1e-12),
                // Differences over 1e-4 years.
                (curve.forward_rates_per_year[i], "short", 1e-10),
                (curve.forward_carries_per_year[i], "drift", 1e-10),
            ] {
                let Some(right) = row[key].as_f64() else { continue };
                assert!((got - right).abs() <= error, "{key} of {row}: {got}");
                compared += 1;
            }
            assert_eq!(curve.extrapolated[i], days[i] > last("rate_days") || days[i] > last("forward_days"), "{row}");
        }
    }
    assert!(compared > 400, "{compared}");
}

fn ask(at: &[f64]) -> ForwardCurveReport {
    let request = ForwardCurveRequest::new(
        price(60_000.0),
        vec![years(0.1), years(0.35)],
        vec![price(60_500.0), price(59_000.0)],
        vec![years(0.25), years(1.0)],
        vec![rate(0.04), rate(0.03)],
        at.iter().copied().map(years).collect(),
    );
    forward_curve(&request).unwrap()
}

/// Quotes come back, now is the spot, and the curve makes an option on its forward of one on the spot.
#[test]
fn answers_go_on() {
    let curve = ask(&[0.0, 0.1, 0.35, 0.25, 1.0, 0.2]);
    let told = |values: &[f64], right: &[f64]| {
        for (got, right) in values.iter().zip(right) {
            assert!((got / right - 1.0).abs() < 1e-14, "{got} {right}");
        }
    };
    told(&curve.forward_prices, &[60_000.0, 60_500.0, 59_000.0]);
    told(&curve.discount_factors[3..], &[exp(-0.01), exp(-0.03)]);
    told(&curve.rates_per_year, &[0.04]);
    assert_eq!(curve.extrapolated, [false, false, false, false, true, false]);
    let (time, vol) = (years(0.2), sigma(0.6));
    let market = Lognormal::new(time, rate(curve.rates_per_year[5]), rate(curve.yields_per_year[5]), vol);
    let spot = vanilla(&EuropeanOption::new(OptionKind::Put, price(60_000.0), price(58_000.0), market)).price;
    let (forward, riskless) = (price(curve.forward_prices[5]), rate(curve.rates_per_year[5]));
    let request = Black76Request::new(OptionKind::Put, forward, price(58_000.0), time, riskless, vol);
    told(&[spot], &[black76(&request).price]);
}

#[test]
fn quotes_that_make_no_curve_are_refused() {
    let refused = |request: ForwardCurveRequest| {
        let error = forward_curve(&request).unwrap_err();
        (error.code().to_owned(), error.path().to_string())
    };
    let of = |times: &[f64], forwards: &[f64]| {
        ForwardCurveRequest::new(
            price(60_000.0),
            times.iter().copied().map(years).collect(),
            forwards.iter().copied().map(price).collect(),
            vec![years(1.0)],
            vec![rate(0.04)],
            vec![years(0.5)],
        )
    };
    let told = |code: &str, path: &str| (format!("derivatives.{code}"), path.to_owned());
    let field = "forward_times_years";
    assert_eq!(refused(of(&[], &[])), told("forward_times_years.insufficient_data", field));
    assert_eq!(refused(of(&[0.1], &[6e4, 6e4])), told("forward_prices.length", "forward_prices"));
    assert_eq!(refused(of(&[0.0], &[6e4])), told("forward_times_years.out_of_range", "forward_times_years[0]"));
    assert_eq!(
        refused(of(&[0.1, 0.1], &[6e4, 6e4])),
        told("forward_times_years.out_of_range", "forward_times_years[1]")
    );
    let mut rates = of(&[0.1], &[6e4]);
    rates.rates_per_year.clear();
    assert_eq!(refused(rates), told("rates_per_year.length", "rates_per_year"));
}
