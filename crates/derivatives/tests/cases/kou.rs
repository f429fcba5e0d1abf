//! Kou's model where next to nothing is left: prices and greeks far out of the money, survival of an almost certain passage.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, EuropeanOption, FirstPassage, JumpOptionReport, KouJumps, KouPassageRequest, KouRequest, Lognormal,
    kou, kou_passage,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::pow;
use hashinsight_testkit::vectors;
use hashinsight_units::{Fraction, Intensity, LogMove, TailRate};
use serde_json::Value;

use super::close;
use crate::{price, rate, sigma, years};

fn jumps(per_year: f64, up_share: f64, up: f64, down: f64) -> KouJumps {
    let tail = |value| TailRate::new(value).unwrap();
    KouJumps::new(Intensity::new(per_year).unwrap(), Fraction::new(up_share).unwrap(), tail(up), tail(down))
}

fn ask(kind: OptionKind, strike: f64, horizon: f64) -> JumpOptionReport {
    let market = Lognormal::new(years(horizon), rate(0.0), rate(0.0), sigma(0.5));
    let option = EuropeanOption::new(kind, price(100.0), price(strike), market);
    kou(&KouRequest::new(option, jumps(20.0, 0.45, 30.0, 25.0))).unwrap()
}

/// One jump decides: `lambda T p K (S/K)^30 / 29` of a call, and no derivative has a sign that no option has.
#[test]
fn tails_by_the_first_jump() {
    for (strike, horizon) in [(200.0, 1e-6), (120.0, 1e-9), (150.0, 1e-8), (1_000.0, 1e-9)] {
        let right = 20.0 * horizon * 0.45 * strike * pow(100.0 / strike, 30.0) / 29.0;
        let report = ask(OptionKind::Call, strike, horizon);
        close(report.price, right, 2e-3, "call");
        close(report.greeks.unwrap().delta, right * 30.0 / 100.0, 2e-3, "delta");
        close(report.greeks.unwrap().gamma, right * 870.0 / 1e4, 2e-3, "gamma");
    }
    let put = ask(OptionKind::Put, 30.0, 1e-5);
    close(put.price, 20.0 * 1e-5 * 0.55 * 30.0 * pow(0.3, 25.0) / 26.0, 5e-3, "put");
    for strike in [30.0, 60.0, 90.0, 110.0, 150.0, 300.0, 1_000.0, 1e5, 1e9] {
        for horizon in [1e-10, 1e-7, 1e-5, 1e-3, 0.1, 1.0] {
            for kind in [OptionKind::Call, OptionKind::Put] {
                let report = ask(kind, strike, horizon);
                let greeks = report.greeks.unwrap();
                let what = format!("{kind:?} {strike} {horizon}: {report:?}");
                assert!(greeks.gamma >= 0.0 && greeks.vega >= 0.0, "{what}");
                assert!(report.price > 0.0 || (greeks.delta == 0.0 && greeks.gamma == 0.0), "{what}");
            }
        }
    }
}

/// Raible's integral at 25 digits (mpmath): prices from 1e-40 on, to 1e-9 of themselves.
#[test]
fn tails_by_the_integral() {
    let file = vectors("kou_tail_vectors.json");
    let rows = file["rows"].as_array().unwrap();
    let (mut small, mut worst) = (0, 0.0);
    for row in rows {
        let number = |key: &str| match &row[key] {
            Value::String(text) => text.parse().unwrap(),
            value => value.as_f64().unwrap(),
        };
        let kind = if row["kind"] == "call" { OptionKind::Call } else { OptionKind::Put };
        let market = Lognormal::new(
            years(number("years")),
            rate(number("rate")),
            rate(number("yield")),
            sigma(number("volatility")),
        );
        let option = EuropeanOption::new(kind, price(number("spot")), price(number("strike")), market);
        let [per_year, share, up, down] = ["jumps", "up_probability", "up_rate", "down_rate"].map(number);
        let report = kou(&KouRequest::new(option, jumps(per_year, share, up, down))).unwrap();
        let greeks = report.greeks.unwrap();
        for (what, got) in
            [("price", report.price), ("delta", greeks.delta), ("gamma", greeks.gamma), ("vega", greeks.vega)]
        {
            let error = (got / number(what) - 1.0).abs();
            worst = if error > worst { error } else { worst };
            assert!(error < 1e-8, "{row}: {what} {got} {error:e}");
        }
        small += u32::from(report.price < 1e-12);
    }
    assert!(rows.len() >= 40 && small >= 10, "{} {small}", rows.len());
    println!("kou tails: {} rows, {small} below 1e-12, worst {worst:e}", rows.len());
}

/// A passage that is almost certain: survival falls by `e^(G* t)` and keeps its digits, and without jumps it is the closed form's.
#[test]
fn survival_has_its_own_digits() {
    let ask = |barrier: f64, drift: f64, horizon: f64, per_year: f64| {
        let passage = FirstPassage::new(
            price(50_000.0),
            price(barrier),
            BarrierSide::Down,
            years(horizon),
            rate(drift),
            sigma(0.55),
        );
        let model = jumps(per_year, 0.45, 30.0, 25.0);
        let request = KouPassageRequest::new(passage, model, LogMove::new(0.02).unwrap(), Measure::RealWorld);
        kou_passage(&request).unwrap()
    };
    let report = ask(49_999.0, -5.0, 3.0, 20.0);
    assert_eq!(report.probability, 1.0);
    assert!(report.survival_probability > 0.0 && report.survival_probability < 1e-15, "{report:?}");
    // With next to no jumps it is that of the diffusion.
    for (barrier, drift, horizon) in [(49_999.0, -5.0, 3.0), (45_000.0, -4.0, 1.0), (40_000.0, -3.0, 2.0)] {
        let [few, none] = [1e-9, 0.0].map(|per_year| ask(barrier, drift, horizon, per_year).survival_probability);
        close(few, none, 1e-6, "survival");
    }
    let usual = ask(45_500.0, 0.0, 7.0 / 365.0, 20.0);
    close(usual.survival_probability, 1.0 - usual.probability, 1e-12, "sum");
}

/// Derivatives of the passage by differences of the sixth order of its probability.
#[test]
fn passages_have_greeks() {
    let at = |side, barrier: f64, [spot, vol, horizon]: [f64; 3]| {
        let passage = FirstPassage::new(price(spot), price(barrier), side, years(horizon), rate(0.1), sigma(vol));
        let model = jumps(20.0, 0.45, 30.0, 25.0);
        kou_passage(&KouPassageRequest::new(passage, model, LogMove::new(0.02).unwrap(), Measure::RealWorld)).unwrap()
    };
    let slopes = |f: &dyn Fn(f64) -> f64, at: f64, h: f64| {
        let [a, b, c, d, e, g, i] = [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0].map(|k: f64| f(at + k * h));
        let once = (45.0 * (e - c) - 9.0 * (g - b) + (i - a)) / (60.0 * h);
        [once, (2.0 * (i + a) - 27.0 * (g + b) + 270.0 * (e + c) - 490.0 * d) / (180.0 * h * h)]
    };
    for (side, barrier) in [(BarrierSide::Down, 92.0), (BarrierSide::Up, 107.0)] {
        for horizon in [0.02, 0.1, 1.0] {
            let here = [100.0, 0.5, horizon];
            let greeks = at(side, barrier, here).greeks.unwrap();
            let along = |k: usize, h: f64| {
                let moved = |x: f64| {
                    let mut point = here;
                    point[k] = x;
                    at(side, barrier, point).probability
                };
                slopes(&moved, here[k], h)
            };
            let by_barrier = slopes(&|x| at(side, x, here).probability, barrier, 0.15)[0];
            let by_spot = along(0, 0.15);
            for (name, got, right, scale) in [
                ("spot", greeks.by_spot, by_spot[0], 1e-2),
                ("spot twice", greeks.by_spot_twice, by_spot[1], 1e-2),
                ("barrier", greeks.by_barrier, by_barrier, 1e-2),
                ("volatility", greeks.by_volatility, along(1, 0.004)[0], 1e-1),
                ("years", greeks.by_years, along(2, 0.01 * horizon)[0], 1e-1),
            ] {
                assert!(
                    (got - right).abs() <= 2e-6 * (right.abs() + scale),
                    "{side:?} {horizon} {name}: {got}, {right}"
                );
            }
        }
    }
}
