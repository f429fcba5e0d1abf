//! Drawdowns and touches whatever the drift and the rate.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DrawdownReport, DrawdownRequest, FirstPassage, HitProbabilityRequest,
    Knock, Lognormal, Payout, TouchPayment, TouchRequest, barrier, drawdown, hit_probability, touch,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln};
use hashinsight_units::{Collateral, Fraction};

use super::close;
use crate::{price, rate, sigma, years};

fn falls(fall: f64, t: f64, drift: f64, v: f64) -> DrawdownReport {
    let fall = Fraction::new(fall).unwrap();
    drawdown(&DrawdownRequest::new(fall, years(t), rate(drift), sigma(v), Measure::RealWorld)).unwrap()
}

/// The rate of an account in euros: `E[e^(-r tau); tau <= T]` by quadrature of the density (mpmath, 15 digits).
#[test]
fn case_23_touch_at_a_negative_rate() {
    let market = Lognormal::new(years(1.0), rate(-0.005), rate(-0.005), sigma(0.1));
    let one = Collateral::new(1.0).unwrap();
    let sides = [(105.0, BarrierSide::Up, 0.611_262_579_491_456), (95.0, BarrierSide::Down, 0.624_558_814_346_722)];
    for (level, side, right) in sides {
        let (spot, level) = (price(100.0), price(level));
        let request = TouchRequest::new(spot, level, side, TouchPayment::AtHit, Payout::Cash(one), market);
        let report = touch(&request).unwrap();
        close(report.price, right, 1e-13, "touch");
        assert!(report.greeks.is_some());
        let option = BarrierType::new(OptionKind::Call, Knock::Out, side);
        let report = barrier(&BarrierRequest::new(option, spot, spot, level, one, market)).unwrap();
        close(report.rebate_value, right, 1e-13, "rebate");
        assert!(report.greeks.is_some());
    }
}

/// The integral of Taylor's law, inverted by Talbot with 50 digits, and a simulation that lies below it by its step's bias.
#[test]
fn case_80_expected_maximum_drawdowns() {
    for (drift, v, t, right) in [
        (0.02, 0.2, 1.0, 0.250_662_83),
        (-1.0, 0.65, 1.0, 1.545_477_8),
        (-0.2, 0.65, 5.0, 2.974_004_1),
        (-0.5, 0.5, 2.0, 1.629_364_1),
        (-1.0, 0.65, 2.0, 2.769_159_96),
        (-0.5, 0.65, 5.0, 4.144_202_24),
        (-0.2, 0.2, 5.0, 1.280_021_2),
    ] {
        close(falls(0.2, t, drift, v).expected_maximum_log_drawdown, right, 1e-5, "expected maximum");
    }
}

/// Talbot with 60 digits, degrees 120 and 160 agree.
#[test]
fn case_81_drawdowns_under_a_drift_down() {
    for (drift, v, t, fall, right) in [
        (-0.5, 0.1, 1.0, 0.5, 0.042_168_362_379_3),
        (-1.0, 0.2, 1.0, 0.5, 0.971_141_163_623),
        (-0.5, 0.2, 1.0, 0.5, 0.289_575_721_901),
        (-1.0, 0.3, 0.5, 0.5, 0.317_607_322_669),
        // mpmath, Talbot with 60 digits, degree 120.
        (1.0, 0.2, 1.0, 0.1, 0.240_113_595_175_888),
        (0.5, 0.1, 1.0, 0.2, 7.617_288_117_830_66e-9),
    ] {
        let report = falls(fall, t, drift, v);
        close(report.probability, right, if right < 1e-6 { 1e-2 } else { 1e-10 }, "probability");
        close(report.survival_probability, 1.0 - right, 1e-9, "survival");
    }
}

/// Without drift of the logarithm `P(no fall) = sum of (-1)^n 4/(pi (2n+1)) e^(-(2n+1)^2 pi^2 / (8 u^2))` (reflected motion between its
/// maximum and the fall), of which the first term is all where a fall is almost certain.
#[test]
fn case_81_survival_in_its_own_digits() {
    use std::f64::consts::PI;
    let v: f64 = 0.5;
    for t in [1.0f64, 4.0, 20.0] {
        let u = -ln(0.8) / (v * t.sqrt());
        let right = 4.0 / PI * exp(-PI * PI / (8.0 * u * u)) - 4.0 / (3.0 * PI) * exp(-9.0 * PI * PI / (8.0 * u * u));
        close(falls(0.2, t, 0.5 * v * v, v).survival_probability, right, 1e-11, "survival");
    }
    // Of a touch: drift 200 %, volatility 20 %, 12 deviations through the level. mpmath, 50 digits.
    let passage = FirstPassage::new(price(100.0), price(105.0), BarrierSide::Up, years(1.5), rate(2.0), sigma(0.2));
    let report = hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld));
    assert_eq!(report.probability, 1.0);
    close(report.survival_probability, SURVIVES, 1e-12, "survival");
}

/// `N((h - m T) / s) - e^(2 m h / sigma^2) N((-h - m T) / s)`, `h = ln 1.05`, `m T = 2.97`, `s = 0.2 sqrt 1.5`.
const SURVIVES: f64 = 1.3856078348966062e-34;
