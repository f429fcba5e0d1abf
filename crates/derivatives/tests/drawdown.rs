//! Drawdown and default against published and high-precision rows, and against sums of probabilities.
#![expect(
    clippy::panic,
    clippy::disallowed_methods,
    reason = "test helpers, and oracles that use the platform's functions on purpose"
)]

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, DefaultLegRequest, DrawdownRequest, FirstPassage, HitProbabilityRequest, default_leg, drawdown,
    hit_probability,
};
use hashinsight_numerics::GaussLegendre;
use hashinsight_testkit::{first, vectors, within_relative};
use hashinsight_units::{Collateral, Fraction, Intensity};
use serde_json::Value;

use super::{price, rate, sigma, years};

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"))
}

#[test]
fn drawdown_rows() {
    let file = vectors("margin_kou_cover_vectors.json");
    let block = &file["drawdown"];
    let ask = |fall: f64, t: f64, log_drift: f64, vol: f64| {
        drawdown(&DrawdownRequest::new(
            Fraction::new(fall).unwrap(),
            years(t),
            rate(log_drift + 0.5 * vol * vol),
            sigma(vol),
            Measure::RealWorld,
        ))
        .unwrap()
    };
    let rows = block["cases"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let got = ask(number(row, "drawdown"), number(row, "T"), number(row, "log_drift"), number(row, "sigma"));
        assert!((got.probability - number(row, "prob")).abs() <= 1e-10, "{row}: {}", got.probability);
    }
    assert!((ask(0.2, 0.0821917808219178, 0.0, 0.65).probability - number(block, "zero_drift_series")).abs() < 1e-10);
    let ex = &block["ex"];
    let fall = 1.0 - (-number(ex, "d")).exp();
    let got = ask(fall, 1.0, number(ex, "mu"), number(ex, "s"));
    within_relative(got.expected_years.unwrap(), number(ex, "E"), 1e-12, "expected time");
    let ex = &block["emdd_ex"];
    let got = ask(0.1, number(ex, "T"), 0.0, number(ex, "s"));
    within_relative(got.expected_maximum_log_drawdown, number(ex, "E"), 1e-8, "expected maximum");
    let mut keys: Vec<&String> = block.as_object().unwrap().keys().collect();
    keys.sort_unstable();
    assert_eq!(
        keys,
        ["cases", "emdd_ex", "ex", "expected_maxdd_zero_drift", "expected_time", "note", "zero_drift_series"]
    );
}

/// The expected time is the integral of the survival probability: the closed form against the transform, for drifts of both signs.
#[test]
fn drawdown_times() {
    for log_drift in first(2, [-0.5, 0.5, -2.0, -0.05, 0.05, 1.5]) {
        let ask = |t: f64| {
            drawdown(&DrawdownRequest::new(
                Fraction::new(0.2).unwrap(),
                years(t),
                rate(log_drift + 0.5 * 0.6 * 0.6),
                sigma(0.6),
                Measure::RealWorld,
            ))
            .unwrap()
        };
        let expected = ask(0.01).expected_years.unwrap();
        let rule = GaussLegendre::new(10).unwrap();
        let mut total = 0.0;
        for panel in 0..40 {
            // Finer where the first falls set in.
            let edge = |k: i32| expected * 0.5 * f64::from(k) * (1.0 + f64::from(k) / 40.0) / 2.0;
            let (start, end) = (edge(panel), edge(panel + 1));
            if end < 30.0 {
                total += rule.integrate(|t| 1.0 - ask(t).probability, start, end);
            }
        }
        assert!((total / expected - 1.0).abs() < 1e-6, "{log_drift}: {total} {expected}");
    }
}

/// Drifts of many deviations. Up, where small falls are all there is: the probabilities, summed on panels of every size. Down: the mean range,
/// which is less only on paths whose least price comes before their greatest, summed from touch probabilities.
#[test]
fn expected_maximum_drawdowns_of_strong_drifts() {
    let (volatility, rule) = (0.05, GaussLegendre::new(16).unwrap());
    let panels = |start: f64, end: f64, f: &dyn Fn(f64) -> f64| {
        let (mut total, mut low) = (rule.integrate(f, 0.0, start), start);
        while low < end {
            total += rule.integrate(f, low, 1.3 * low);
            low *= 1.3;
        }
        total
    };
    for pull in first(2, [-20.0, 10.0, -8.5, 3.0, -150.0, -60.0, 30.0, 100.0]) {
        let log_drift = pull * volatility;
        let ask = |fall: f64| {
            drawdown(&DrawdownRequest::new(
                Fraction::new(fall).unwrap(),
                years(1.0),
                rate(log_drift + 0.5 * volatility * volatility),
                sigma(volatility),
                Measure::RealWorld,
            ))
            .unwrap()
        };
        let touched = |side: BarrierSide, depth: f64| {
            let barrier = if side == BarrierSide::Down { (-depth).exp() } else { depth.exp() };
            hit_probability(&HitProbabilityRequest::new(
                FirstPassage::new(
                    price(1.0),
                    price(barrier),
                    side,
                    years(1.0),
                    rate(log_drift + 0.5 * volatility * volatility),
                    sigma(volatility),
                ),
                Measure::RealWorld,
            ))
            .probability
        };
        let exact = if pull > 0.0 {
            panels(1e-6, 9.0 * volatility, &|depth| ask(1.0 - (-depth).exp()).probability)
        } else {
            let fall = -log_drift;
            let rise = panels(1e-6, 9.0 * volatility, &|depth| touched(BarrierSide::Up, depth));
            // Around the fall the probability drops within a few deviations.
            let (near, width) = (if pull < -9.0 { fall - 9.0 * volatility } else { 0.0 }, 0.5 * volatility);
            let shares = (0..36).map(|k| near + f64::from(k) * width);
            rise + near
                + shares
                    .map(|low| rule.integrate(|depth| touched(BarrierSide::Down, depth), low, low + width))
                    .sum::<f64>()
        };
        let got = ask(1e-9).expected_maximum_log_drawdown;
        assert!((got / exact - 1.0).abs() < 1e-7, "{pull}: {got} {exact}");
    }
}

#[test]
fn default_rows() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["exchange_default"].as_array().unwrap();
    assert_eq!(rows.len(), 3);
    let ask = |notional: f64, lgd: f64, t: f64, r: f64, hazards: &[f64], ends: &[f64]| {
        default_leg(&DefaultLegRequest::new(
            Collateral::new(notional).unwrap(),
            Fraction::new(lgd).unwrap(),
            years(t),
            rate(r),
            hazards.iter().map(|h| Intensity::new(*h).unwrap()).collect(),
            ends.iter().map(|t| years(*t)).collect(),
            Measure::RiskNeutral,
        ))
    };
    for row in rows {
        let [notional, lgd, t, r, h] = ["notional", "lgd", "T", "r", "h"].map(|key| number(row, key));
        let got = ask(notional, lgd, t, r, &[h], &[]).unwrap();
        within_relative(got.value, number(row, "premium"), 1e-12, &row.to_string());
        // Cutting time into equal hazards changes nothing.
        let cut = ask(notional, lgd, t, r, &[h, h, h], &[0.1 * t, 0.7 * t]).unwrap();
        within_relative(cut.value, got.value, 1e-14, "cut");
    }
    assert_eq!(ask(1.0, 1.0, 1.0, 0.0, &[], &[]).unwrap_err().code(), "derivatives.hazards_per_year.insufficient_data");
    assert_eq!(ask(1.0, 1.0, 1.0, 0.0, &[0.1], &[0.5]).unwrap_err().code(), "derivatives.segment_ends_years.length");
    let fault = ask(1.0, 1.0, 1.0, 0.0, &[0.1; 3], &[0.5, 0.5]).unwrap_err();
    assert_eq!(
        (fault.code(), fault.path().as_str()),
        ("derivatives.segment_ends_years.out_of_range", "segment_ends_years[1]")
    );
    // r + h = 0 and long ends.
    assert!((ask(1.0, 1.0, 2.0, -0.5, &[0.5], &[]).unwrap().value - 1.0).abs() < 1e-15);
    assert_eq!(ask(1.0, 1.0, 1.0, 0.0, &[0.1, 9.0], &[1.5]).unwrap().default_probability, -(-0.1f64).exp_m1());
}
