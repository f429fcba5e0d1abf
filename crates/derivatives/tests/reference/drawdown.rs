use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{DrawdownReport, DrawdownRequest, drawdown};
use hashinsight_numerics::{GaussLegendre, max};
use hashinsight_testkit::{Wide, invert_laplace_wide};
use hashinsight_units::Fraction;

use super::{Draw, Worst, dear, rate, sigma, w, years};

fn ask(fall: f64, t: f64, drift: f64, vol: f64) -> Option<DrawdownReport> {
    drawdown(&DrawdownRequest::new(Fraction::new(fall).unwrap(), years(t), rate(drift), sigma(vol), Measure::RealWorld))
        .ok()
}

/// Taylor's transform as it is printed, hyperbolic functions and all, inverted in 28 digits with more nodes.
fn reference(depth: Wide, t: f64, drift: f64, vol: f64) -> f64 {
    let square = w(vol) * vol;
    let c = (w(drift) - square * 0.5) / square;
    let [answer] = invert_laplace_wide(
        |alpha| {
            let gamma = (alpha * (w(2.0) / square) + (c * c).into()).sqrt();
            let (grown, shrunk) = ((gamma * depth).exp(), (-(gamma * depth)).exp());
            let (cosh, sinh) = ((grown + shrunk) * w(0.5), (grown - shrunk) * w(0.5));
            [gamma * (-(c * depth)).exp() / ((gamma * cosh - sinh * c) * alpha)]
        },
        t,
    );
    answer
}

/// Inputs of 28 transforms each, half a millisecond; the expected time for all of them in its closed form.
#[test]
fn probabilities() {
    let (mut worst, mut times, mut compared) = (Worst::default(), Worst::default(), 0);
    let count = dear(1_000);
    for i in 0..count {
        let draw = Draw::new(15, i);
        let (t, vol) = (draw.log_between(0, 0.005, 3.0), draw.log_between(1, 0.1, 1.5));
        let drift = 0.5 * vol * vol + draw.between(2, -2.0, 2.0) * vol / t.sqrt();
        let drift = if drift.abs() < 10.0 { drift } else { 0.0 };
        let fall = 1.0 - hashinsight_numerics::exp(-draw.between(3, 0.1, 4.0) * vol * t.sqrt());
        let Some(report) = ask(fall, t, drift, vol) else { continue };
        let depth = -(w(1.0) - w(fall)).ln();
        let exact = reference(depth, t, drift, vol);
        compared += 1;
        let error = (report.probability - exact).abs();
        worst.see(error);
        assert!(error < 1e-8, "{fall} {t} {drift} {vol}: {} {exact}", report.probability);
        let m = w(drift) - w(vol) * vol * 0.5;
        let y = m * depth * 2.0 / (w(vol) * vol);
        if y.to_f64().abs() > 1e-6 {
            let exact = (y.exp_m1() - y) / (y * m / depth);
            let error = (report.expected_years.unwrap() / exact.to_f64() - 1.0).abs() / (1.0 + y.to_f64().abs());
            times.see(error);
            assert!(error < 2e-14, "{fall} {drift} {vol}: {:?} {exact:?} {error:e}", report.expected_years);
        }
    }
    assert!(100 * compared > 98 * count, "{compared}");
    println!("drawdown: {:e} of {compared}, expected time {:e}", worst.0, times.0);
}

/// 30 inputs of 160 inversions each: the integral of the probability over the depth, to where nothing is left.
#[test]
fn expected_maxima() {
    let (mut worst, mut compared) = (Worst::default(), 0);
    let rule = GaussLegendre::new(20).unwrap();
    for i in 0..30 {
        let draw = Draw::new(16, i);
        let (t, vol) = (draw.log_between(0, 0.005, 3.0), draw.log_between(1, 0.1, 1.5));
        let deviation = vol * t.sqrt();
        let log_drift = draw.between(2, -2.0, 2.0) * vol / t.sqrt();
        let drift = log_drift + 0.5 * vol * vol;
        if drift.abs() > 10.0 {
            continue;
        }
        let Some(got) = ask(0.5, t, drift, vol).map(|report| report.expected_maximum_log_drawdown) else {
            continue;
        };
        let end = max(-log_drift * t, 0.0) + 7.0 * deviation;
        let exact: f64 = (0..8)
            .map(|panel| {
                let (low, high) = (end * f64::from(panel) / 8.0, end * f64::from(panel + 1) / 8.0);
                rule.integrate(|depth| reference(w(depth), t, drift, vol), low, high)
            })
            .sum();
        compared += 1;
        worst.see((got / exact - 1.0).abs());
        assert!((got / exact - 1.0).abs() < 1e-5, "{t} {drift} {vol}: {got} {exact}");
    }
    assert!(compared > 25, "{compared}");
    println!("expected maximum drawdown: {:e} of {compared}", worst.0);
}
