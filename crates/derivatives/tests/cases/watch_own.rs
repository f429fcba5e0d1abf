//! Greeks of prices and hit probabilities on dates: those of a list of times beside those of a count, and both beside differences.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport, DiscreteHitRequest,
    FirstPassage, Knock, Lognormal, discrete_barrier, discrete_hit_probability,
};
use hashinsight_market::OptionKind;
use hashinsight_units::{Collateral, Years};

use crate::{price, rate, sigma, years};

/// Spot, volatility, rate, yield.
type Point = [f64; 4];

const HERE: Point = [100.0, 0.45, 0.06, 0.02];
const SIDES: [(BarrierSide, f64); 2] = [(BarrierSide::Down, 94.0), (BarrierSide::Up, 107.0)];

fn times(list: &[f64]) -> Vec<Years> {
    list.iter().map(|time| years(*time)).collect()
}

/// Half a year with rebate, on times or on a count.
fn option(
    [spot, vol, r, q]: Point,
    (kind, knock, side, level): (OptionKind, Knock, BarrierSide, f64),
    list: Option<&[f64]>,
) -> DiscreteBarrierReport {
    let market = Lognormal::new(years(0.5), rate(r), rate(q), sigma(vol));
    let option = BarrierType::new(kind, knock, side);
    let request = DiscreteBarrierRequest::new(option, price(spot), price(98.0), price(level), market)
        .rebate(Collateral::new(2.0).unwrap());
    let request = match list {
        Some(list) => request.times_years(times(list)),
        None => request.dates(6),
    };
    discrete_barrier(&request).unwrap()
}

fn hit(
    [spot, vol, r, q]: Point,
    level: f64,
    side: BarrierSide,
    horizon: f64,
    dates: Result<u32, &[f64]>,
) -> DiscreteHitReport {
    let passage = FirstPassage::new(price(spot), price(level), side, years(horizon), rate(r - q), sigma(vol));
    let request = DiscreteHitRequest::new(passage, Measure::RiskNeutral);
    let request = match dates {
        Ok(count) => request.dates(count),
        Err(list) => request.times_years(times(list)),
    };
    discrete_hit_probability(&request).unwrap()
}

/// First and second derivative by differences of the sixth order.
fn slopes(f: impl Fn(f64) -> f64, at: f64, h: f64) -> [f64; 2] {
    let [a, b, c, d, e, g, i] = [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0].map(|k: f64| f(at + k * h));
    let once = (45.0 * (e - c) - 9.0 * (g - b) + (i - a)) / (60.0 * h);
    [once, (2.0 * (i + a) - 27.0 * (g + b) + 270.0 * (e + c) - 490.0 * d) / (180.0 * h * h)]
}

fn near(got: f64, right: f64, scale: f64, what: &str) {
    assert!((got - right).abs() <= 2e-6 * (right.abs() + scale), "{what}: {got}, by differences {right}");
}

const LISTS: [&[f64]; 4] = [&[0.05, 0.11, 0.3, 0.5], &[0.02, 0.2, 0.35], &[0.25], &[0.5]];

#[test]
fn own_dates_have_greeks() {
    for (side, level) in SIDES {
        for kind in [OptionKind::Call, OptionKind::Put] {
            for knock in [Knock::Out, Knock::In] {
                let what = (kind, knock, side, level);
                for list in LISTS {
                    let told = format!("{what:?} {list:?}");
                    let greeks = option(HERE, what, Some(list)).greeks.unwrap();
                    let by = |k: usize, h: f64| {
                        let moved = |x: f64| {
                            let mut point = HERE;
                            point[k] = x;
                            option(point, what, Some(list)).price
                        };
                        slopes(moved, HERE[k], h)
                    };
                    let [delta, gamma] = by(0, 0.1);
                    near(greeks.delta, delta, 0.1, &format!("delta {told}"));
                    near(greeks.gamma, gamma, 0.02, &format!("gamma {told}"));
                    near(greeks.vega, by(1, 0.003)[0], 1.0, &format!("vega {told}"));
                    near(greeks.rho, by(2, 0.003)[0], 1.0, &format!("rho {told}"));
                    near(greeks.yield_rho, by(3, 0.003)[0], 1.0, &format!("yield rho {told}"));
                }
                // Equally spaced times are a count.
                let even: Vec<f64> = (1..=6).map(|date| 0.5 * f64::from(date) / 6.0).collect();
                let [list, count] = [Some(even.as_slice()), None].map(|list| option(HERE, what, list).greeks.unwrap());
                for (one, other) in [
                    (list.delta, count.delta),
                    (list.gamma, count.gamma),
                    (list.vega, count.vega),
                    (list.theta, count.theta),
                    (list.rho, count.rho),
                    (list.yield_rho, count.yield_rho),
                ] {
                    assert!((one - other).abs() < 1e-9 * (1.0 + other.abs()), "{what:?}: {list:?} {count:?}");
                }
            }
        }
    }
}

/// Six dates go one by one, 250 by the eigenfunctions, lists by their own recursion, today among them.
#[test]
fn hits_on_dates_have_greeks() {
    let today: &[f64] = &[0.0, 0.1, 0.4];
    for (side, level) in SIDES {
        for dates in [Ok(1), Ok(6), Ok(250), Err(LISTS[0]), Err(LISTS[2]), Err(today)] {
            let what = format!("{side:?} {dates:?}");
            let greeks = hit(HERE, level, side, 0.5, dates).greeks.unwrap();
            let spot = slopes(|x| hit([x, HERE[1], HERE[2], HERE[3]], level, side, 0.5, dates).probability, 100.0, 0.1);
            near(greeks.by_spot, spot[0], 1e-3, &format!("spot {what}"));
            near(greeks.by_spot_twice, spot[1], 1e-3, &format!("spot twice {what}"));
            let barrier = slopes(|x| hit(HERE, x, side, 0.5, dates).probability, level, 0.1);
            near(greeks.by_barrier, barrier[0], 1e-3, &format!("barrier {what}"));
            let vol =
                slopes(|x| hit([100.0, x, HERE[2], HERE[3]], level, side, 0.5, dates).probability, HERE[1], 0.003);
            near(greeks.by_volatility, vol[0], 1e-2, &format!("volatility {what}"));
            let horizon = slopes(|x| hit(HERE, level, side, x, dates).probability, 0.51, 0.002);
            let later = hit(HERE, level, side, 0.51, dates).greeks.unwrap();
            near(later.by_years, horizon[0], 1e-2, &format!("years {what}"));
        }
        let even: Vec<f64> = (1..=6).map(|date| 0.5 * f64::from(date) / 6.0).collect();
        let [one, other] =
            [Ok(6), Err(even.as_slice())].map(|dates| hit(HERE, level, side, 0.5, dates).greeks.unwrap());
        for (one, other) in [
            (one.by_spot, other.by_spot),
            (one.by_spot_twice, other.by_spot_twice),
            (one.by_barrier, other.by_barrier),
            (one.by_volatility, other.by_volatility),
        ] {
            assert!((one - other).abs() < 1e-10 * (1.0 + other.abs()), "{one} {other}");
        }
    }
}
