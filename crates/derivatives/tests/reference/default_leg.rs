use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{DefaultLegRequest, default_leg};
use hashinsight_units::{Collateral, Fraction, Intensity, Years};

use super::{Draw, Worst, count, rate, w};

/// Inputs of one to five segments, some beyond the horizon.
#[test]
fn values() {
    let mut worst = Worst::default();
    for i in 0..count() {
        let draw = Draw::new(17, i);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 4")]
        let cuts = draw.between(0, 0.0, 5.0) as u64;
        let hazards: Vec<f64> = (0..=cuts).map(|k| draw.log_between(10 + k, 1e-4, 5.0)).collect();
        let mut ends: Vec<f64> = (0..cuts).map(|k| draw.between(20 + k, 0.01, 4.0)).collect();
        ends.sort_unstable_by(f64::total_cmp);
        let (horizon, r, lost) =
            (draw.log_between(1, 0.01, 5.0), draw.between(2, -0.2, 0.4), draw.between(3, 0.0, 1.0));
        let report = default_leg(&DefaultLegRequest::new(
            Collateral::new(1e6).unwrap(),
            Fraction::new(lost).unwrap(),
            Years::new(horizon).unwrap(),
            rate(r),
            hazards.iter().map(|h| Intensity::new(*h).unwrap()).collect(),
            ends.iter().map(|end| Years::new(*end).unwrap()).collect(),
            Measure::RiskNeutral,
        ))
        .unwrap();
        // h / (r + h) times the difference of D at both ends of each segment.
        let (mut value, mut start, mut alive) = (w(0.0), w(0.0), w(1.0));
        for (hazard, end) in hazards.iter().zip(ends.iter().chain([&horizon])) {
            let end = w(if *end < horizon { *end } else { horizon });
            let leaves = (w(r) + w(*hazard)) * (end - start);
            let discounted = alive * (-(w(r) * start)).exp();
            value = value - w(*hazard) / (w(r) + w(*hazard)) * discounted * (-leaves).exp_m1();
            alive = alive * (-(w(*hazard) * (end - start))).exp();
            start = end;
        }
        let exact = (value * 1e6 * lost).to_f64();
        let error = (report.value / exact - 1.0).abs();
        let chance = (report.default_probability / (w(1.0) - alive).to_f64() - 1.0).abs();
        worst.see(error);
        worst.see(chance);
        assert!(error < 4e-15 && chance < 4e-15, "{hazards:?} {ends:?} {horizon} {r}: {error:e} {chance:e}");
    }
    println!("default leg: {:e}", worst.0);
}
