use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{BarrierSide, FirstPassage, KouPassageRequest, kou_passage};
use hashinsight_testkit::{Wide, WideComplex, invert_laplace_wide};
use hashinsight_units::LogMove;

use super::{Draw, Worst, dear, kou_jumps, price, rate, sigma, w, years};

/// Inputs of 28 quartics each: the transform of Kou and Wang (2003), inverted in 28 digits with more nodes.
#[test]
fn passages() {
    let (mut worst, mut compared, mut refused) = (Worst::default(), 0, 0);
    for i in 0..dear(1_000) {
        let draw = Draw::new(14, i);
        let (t, vol) = (draw.log_between(0, 0.005, 2.0), draw.between(1, 0.15, 1.2));
        let jumps = kou_jumps(draw, 2, 50.0);
        let drift = draw.between(6, -0.5, 0.5);
        let up = draw.chance(7, 0.5);
        let distance = draw.between(8, 0.05, 3.0) * (vol * vol * t + 0.001).sqrt();
        let level = 100.0 * hashinsight_numerics::exp(if up { distance } else { -distance });
        let request = KouPassageRequest::new(
            FirstPassage::new(
                price(100.0),
                price(level),
                if up { BarrierSide::Up } else { BarrierSide::Down },
                years(t),
                rate(drift),
                sigma(vol),
            ),
            jumps,
            LogMove::new(0.02).unwrap(),
            Measure::RealWorld,
        );
        let Ok(report) = kou_passage(&request) else {
            refused += 1;
            continue;
        };
        let [probability, leap] = reference(&request);
        compared += 1;
        let error = (report.probability - probability).abs();
        let leap_error = (report.leap_probability - leap).abs();
        worst.see(error);
        worst.see(leap_error);
        assert!(error < 1e-8 && leap_error < 1e-8, "{request:?}: {report:?} {probability} {leap}");
        let rate = if up { jumps.up_rate.get() } else { jumps.down_rate.get() };
        let beyond = leap * (w(-0.02) * rate).exp().to_f64();
        assert!((report.beyond_probability - beyond).abs() < 1e-8 && report.mean_log_overshoot == 1.0 / rate);
    }
    assert!(compared > 49 * refused, "{compared} compared, {refused} refused");
    println!("kou passage: {:e}, {compared} compared, {refused} refused", worst.0);
}

fn reference(request: &KouPassageRequest) -> [f64; 2] {
    let (passage, jumps) = (request.passage, request.jumps);
    let (p, up, down) = (w(jumps.up_probability.get()), w(jumps.up_rate.get()), w(jumps.down_rate.get()));
    let (vol, intensity) = (w(passage.volatility.get()), w(jumps.jumps_per_year.get()));
    let growth = p / (up - w(1.0)) - (w(1.0) - p) / (down + w(1.0));
    let log_drift = w(passage.drift_per_year.get()) - vol * vol * 0.5 - intensity * growth;
    let b = (w(passage.barrier.get()) / w(passage.spot.get())).ln().abs();
    // Toward the level.
    let (drift, p, eta, away) = match passage.side {
        BarrierSide::Up => (log_drift, p, up, down),
        BarrierSide::Down => (-log_drift, w(1.0) - p, down, up),
    };
    let transforms = |alpha: WideComplex| {
        // (G(beta) - alpha) (eta - beta) (away + beta) as a polynomial, highest power first and led by 1.
        let half = vol * vol * 0.5;
        let out = |x: Wide| WideComplex::from(x / half);
        let rest = (-alpha - intensity.into()) * (w(1.0) / half);
        let (lean, product) = (out(eta - away), out(eta * away));
        let (m, one) = (out(drift), WideComplex::from(1.0));
        let quartic = [
            one,
            m - lean * half,
            rest - m * lean * half - product * half,
            -(rest * lean * half) - m * product * half - out(intensity * (p * eta - (w(1.0) - p) * away)),
            -(rest * product * half) - out(intensity * eta * away),
        ];
        let [first, second] = roots(&quartic, eta);
        let eta = WideComplex::from(eta);
        let (near, far) = ((-(first * b)).exp(), (-(second * b)).exp());
        let (one, two, gap) = (eta - first, second - eta, eta * (second - first) * alpha);
        [(one * second * near + two * first * far) / gap, one * two * (near - far) / gap]
    };
    invert_laplace_wide(transforms, passage.years.get())
}

/// The second and the first by real part, of four: Weierstrass.
fn roots(quartic: &[WideComplex; 5], scale: Wide) -> [WideComplex; 2] {
    let at = |z: WideComplex| quartic[1..].iter().fold(quartic[0], |value, c| value * z + *c);
    let start = WideComplex { re: w(0.4), im: w(0.9) };
    let mut turn = WideComplex::from(scale * 1.1);
    let mut z = [(); 4].map(|()| {
        turn = turn * start;
        turn
    });
    for _ in 0..500 {
        let mut moved = 0.0;
        for i in 0..4 {
            let others = (0..4).filter(|j| *j != i).fold(quartic[0], |product, j| product * (z[i] - z[j]));
            let step = at(z[i]) / others;
            z[i] = z[i] - step;
            let size = |z: WideComplex| z.re.abs().to_f64() + z.im.abs().to_f64();
            moved = hashinsight_numerics::max(moved, size(step) / size(z[i]));
        }
        if moved < 1e-26 {
            break;
        }
    }
    z.sort_by(|a, b| b.re.to_f64().total_cmp(&a.re.to_f64()));
    [z[1], z[0]]
}
