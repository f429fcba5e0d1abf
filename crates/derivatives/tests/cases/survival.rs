//! Survival beside probability, each with its own digits: where a touch is almost certain, and where it is almost excluded.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DoubleBarrierRequest, FirstPassage, Knock, Lognormal, Payout,
    TouchPayment, TouchRequest, barrier, corridor_survival, double_barrier, touch,
};
use hashinsight_derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageReport, SimulatePassageRequest};
use hashinsight_market::OptionKind;
use hashinsight_numerics::exp;
use hashinsight_numerics::job::Job;
use hashinsight_units::Collateral;

use super::close;
use crate::{price, rate, sigma, years};

const NONE: Collateral = Collateral::constant(0.0);

/// mpmath 1.4 with 40 digits: the density of the price at the beginning of the watch times its survival from there, integrated.
#[test]
fn of_a_watch_of_part_of_the_time() {
    use BarrierSide::{Down, Up};
    for (spot, level, side, drift, volatility, [from, until], right) in [
        (100.0, 90.0, Down, -3.0, 0.4, [0.1, 0.9], 8.624_920_422_032_264e-14),
        (100.0, 99.0, Down, -6.0, 0.5, [0.02, 0.5], 6.427_906_032_320_19e-20),
        (100.0, 110.0, Up, 8.0, 0.6, [0.25, 1.0], 1.493_295_347_837_665_3e-39),
        (100.0, 90.0, Down, 0.02, 0.3, [0.2, 0.7], 0.360_667_192_846_229_06),
        (80.0, 90.0, Down, -1.0, 0.3, [0.3, 0.6], 8.424_871_303_954_294e-5),
        (100.0, 130.0, Up, -0.5, 0.2, [0.1, 0.6], 0.999_213_442_437_734_6),
    ] {
        let market = Lognormal::new(years(until), rate(drift), rate(0.0), sigma(volatility));
        let ask = |payment, payout| {
            let request = TouchRequest::new(price(spot), price(level), side, payment, payout, market);
            touch(&request.watch_from_years(years(from))).unwrap()
        };
        let cash = Collateral::new(1.0).unwrap();
        let report = ask(TouchPayment::NoTouch, Payout::Cash(cash));
        close(report.survival_probability, right, 1e-11, "touch");
        close(report.price, exp(-drift * until) * right, 1e-11, "price of none");
        assert!((report.probability + right - 1.0).abs() < 1e-13, "{report:?}");
        let option = BarrierType::new(OptionKind::Call, Knock::In, side);
        let request = BarrierRequest::new(option, price(spot), price(spot), price(level), NONE, market);
        close(barrier(&request.watch_from_years(years(from))).unwrap().survival_probability, right, 1e-11, "barrier");
    }
}

/// mpmath 1.4 with 150 digits: images over thirty deviations on either side.
#[test]
fn of_a_corridor() {
    for (lower, upper, drift, volatility, time, stays, touches) in [
        (80.0, 125.0, 3.0, 0.25, 0.5, 1.230_954_712_888_636_6e-13, 1.0),
        (80.0, 125.0, -4.0, 0.3, 0.5, 2.068_070_837_407_671_7e-18, 1.0),
        (50.0, 200.0, 0.03, 0.2, 0.1, 1.0, 1.212_842_473_725_806_6e-27),
        (60.0, 150.0, 0.0, 0.1, 0.3, 1.0, 1.088_783_811_642_365_9e-13),
        (90.0, 112.0, 0.5, 1.2, 1.0, 3.686_510_119_394_283e-65, 1.0),
        (70.0, 130.0, 9.0, 0.3, 1.0, 3.704_380_442_960_742e-186, 1.0),
        (80.0, 125.0, 0.02, 0.05, 0.05, 1.0, 6.945_011_272_091_717e-88),
        (70.0, 140.0, 6.0, 0.1, 0.2, 1.518_508_712_631_557_9e-83, 1.0),
    ] {
        let market = Lognormal::new(years(time), rate(drift), rate(0.0), sigma(volatility));
        let (spot, lower, upper) = (price(100.0), price(lower), price(upper));
        let request = DoubleBarrierRequest::new(OptionKind::Call, Knock::Out, spot, spot, lower, upper, market);
        let report = double_barrier(&request).unwrap();
        close(report.survival_probability, stays, 1e-11, "stays");
        close(report.touch_probability, touches, 1e-11, "touches");
        close(corridor_survival(spot, lower, upper, &market).unwrap(), stays, 1e-11, "alone");
    }
}

fn simulated(barrier: f64, drift: f64) -> SimulatePassageReport {
    let passage =
        FirstPassage::new(price(100.0), price(barrier), BarrierSide::Down, years(0.5), rate(drift), sigma(0.5));
    let request = SimulatePassageRequest::new(passage, JumpModel::None, Measure::RealWorld, 20_000, 11);
    let mut job = SimulatePassage::open(&request).unwrap();
    while !job.step(8).is_complete() {}
    job.report().unwrap()
}

/// Survivors are counted, not what a probability near 1 leaves: without jumps the control is the path itself, and the closed form comes back
/// to its digits.
#[test]
fn of_a_simulation() {
    // N(d) - e^(-2 m h / sigma^2) N(...) in 40 digits: mpmath 1.4.
    for (barrier, drift, right) in [(95.0, -2.0, 1.668_314_121_544_117e-4), (99.9, -1.0, 1.349_680_500_967_087_2e-4)] {
        let report = simulated(barrier, drift);
        close(report.survival_probability, right, 1e-9, "survival");
        assert!(report.standard_error < 1e-6 * right, "{report:?}");
        assert!((report.probability + report.survival_probability - 1.0).abs() < 1e-14, "{report:?}");
    }
}
