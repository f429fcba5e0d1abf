//! A watch on so many dates that its limit is better than its recursion.
//!
//! In standard deviations of a step, let `y` be the distance to the barrier and `b` = 0.5826 (Broadie, Glasserman and Kou 1997). Far from
//! the barrier the walk that is killed on dates is Brownian motion killed at `-b`; the Wiener-Hopf factors of `1 - e^(-w^2/2)` show that
//! its transition density then has no error of the order of the step squared, while a mass counted from the barrier on is that after a
//! quarter of a step more. Near the barrier the start `y` acts like `V(y) - b`, `V` the renewal function of the Gaussian ladder heights:
//! `V(y) = integral over z > 0 of n(z - y) V(z)`, `V(y) - y - b -> 0`, `V(0) = 1 / sqrt 2` (Spitzer). What is left is of the order of the
//! step cubed: below 1e-6 of the spot for more than 2000 dates.

use hashinsight_numerics::{GaussLegendre, clamp, exp, ln_ratio, normal_cdf, normal_pdf};
use hashinsight_units::Error;

use super::barrier_terms::{BarrierSide, Walk};
use super::discrete::BETA;
use super::vanilla::Vanilla;
use crate::refuse::unsupported;

/// Steps from the barrier at which a start no longer feels that the watch is on dates.
const FAR: f64 = 9.0;
/// Greatest drift between two dates in deviations.
const STRONGEST: f64 = 0.2;

/// A price that is watched on many dates.
pub(super) struct ManyLooks {
    side: BarrierSide,
    /// Distance to the moved barrier in the logarithm.
    distance: f64,
    /// Factor for a start that acts from elsewhere.
    shift: f64,
    /// Move of the logarithm and its deviation over the horizon.
    mean: f64,
    deviation: f64,
    /// A quarter of a step over the horizon.
    quarter: f64,
}

impl ManyLooks {
    /// `[spot, barrier, years, drift, volatility]` with a deviation above 0.
    pub(super) fn new(
        side: BarrierSide,
        [spot, level, years, drift, sigma]: [f64; 5],
        dates: u32,
    ) -> Result<Self, Error> {
        let (count, deviation, w) = (f64::from(dates), sigma * years.sqrt(), side.sign());
        let (step, mean) = (deviation / count.sqrt(), (drift - 0.5 * sigma * sigma) * years);
        let (start, pull) = (0.0 - w * ln_ratio(level, spot) / step, w * mean / count / step);
        if pull.abs() > STRONGEST {
            let allowed = "at most 2000 where the drift between two dates exceeds 0.2 deviations";
            return Err(unsupported("dates", dates, allowed));
        }
        let acts = renewal(start)?;
        Ok(Self {
            side,
            distance: acts * step,
            shift: exp(pull * (acts - BETA - start)),
            mean,
            deviation,
            quarter: 0.25 / count,
        })
    }

    /// The walk to the moved barrier over `share` of the horizon.
    fn walk(&self, share: f64) -> Walk {
        let h = 0.0 - self.side.sign() * self.distance;
        Walk { h, mean: self.mean * share, deviation: self.deviation * share.sqrt() }
    }

    /// Probability of not being seen.
    pub(super) fn survival(&self) -> f64 {
        self.survival_over(1.0 + self.quarter)
    }

    fn survival_over(&self, share: f64) -> f64 {
        if self.distance == 0.0 { 0.0 } else { clamp(self.shift * self.walk(share).stays(), 0.0, 1.0) }
    }

    /// Value of 1 paid on the date on which the price is seen, `rate_time = r T`.
    pub(super) fn discounted_sight(&self, rate_time: f64, by_time: impl Fn(&Walk, f64) -> f64) -> f64 {
        let (quarter, early) = (self.quarter, 1.0 - self.quarter);
        let touched = if self.distance == 0.0 { 1.0 } else { by_time(&self.walk(early), rate_time * early) };
        let paid = 1.0 - self.shift * (1.0 - touched);
        let last = self.survival_over(early) - self.survival_over(1.0 + quarter);
        // The sum over the dates begins with the first of them, the integral that stands for it with today.
        let today = (1.0 - exp(-rate_time * 4.0 * quarter)) * (1.0 - self.survival_over(quarter));
        exp(-rate_time * quarter) * paid + exp(-rate_time) * last - today
    }

    /// Value of the option that a sight ends.
    pub(super) fn option(&self, option: &Vanilla, level: f64) -> f64 {
        if self.distance == 0.0 {
            return 0.0;
        }
        let Vanilla { sign, strike, years, rate, carry_yield, .. } = *option;
        let w = self.side.sign();
        let step = self.deviation * (4.0 * self.quarter).sqrt();
        // The start from which the price acts.
        let spot = level * exp(w * (self.distance - BETA * step));
        let (asset, cash) = (spot * exp(-carry_yield * years), strike * exp(-rate * years));
        let (now, later) = (self.walk(1.0), self.walk(1.0 + self.quarter));
        let strike_at = ln_ratio(strike, spot);
        let exchange = |by_asset: f64, by_cash: f64| sign * (asset * by_asset - cash * by_cash);
        let beyond = |walk: &Walk| walk.ends(w, strike_at) - walk.reflected(w, strike_at);
        let past_strike = || exchange(beyond(&now.shared()), beyond(&now));
        let whole = || exchange(later.shared().stays(), later.stays());
        let value = match (sign == w, w * (strike - level) > 0.0) {
            (true, true) => past_strike(),
            (true, false) => whole(),
            (false, true) => whole() - past_strike(),
            (false, false) => 0.0,
        };
        if value > 0.0 { self.shift * value } else { 0.0 }
    }
}

/// Distance from the moved barrier at which a start at `y` steps acts.
fn renewal(y: f64) -> Result<f64, Error> {
    if y > FAR {
        return Ok(y + BETA);
    }
    if y < -FAR {
        return Ok(0.0);
    }
    // V(y) = y + b + r(y), with r(y) = integral of n(z - y) r(z) + n(y) - (y + b) N(-y): Nystroem's method, as r vanishes far away.
    let rule = GaussLegendre::new(12)?;
    let (panels, width) = (8, 1.75);
    let mut nodes: Vec<(f64, f64)> = Vec::new();
    for panel in 0..panels {
        let center = width * (f64::from(panel) + 0.5);
        nodes.extend(rule.nodes().iter().zip(rule.weights()).map(|(x, w)| (center + 0.5 * width * x, 0.5 * width * w)));
    }
    let source = |y: f64| normal_pdf(y) - (y + BETA) * normal_cdf(-y);
    let count = nodes.len();
    let mut rows: Vec<Vec<f64>> = (0..count)
        .map(|i| {
            let kernel = (0..count).map(|j| {
                let own = if i == j { 1.0 } else { 0.0 };
                own - normal_pdf(nodes[j].0 - nodes[i].0) * nodes[j].1
            });
            kernel.chain([source(nodes[i].0)]).collect()
        })
        .collect();
    // The rows add up to less than their diagonal: elimination needs no exchange of rows.
    for pivot in 0..count {
        let (done, rest) = rows.split_at_mut(pivot + 1);
        let row = &done[pivot];
        for other in rest {
            let factor = other[pivot] / row[pivot];
            other.iter_mut().zip(row).skip(pivot).for_each(|(x, p)| *x -= factor * p);
        }
    }
    let mut rest = vec![0.0; count];
    for i in (0..count).rev() {
        let known = (i + 1..count).fold(0.0, |sum, j| sum + rows[i][j] * rest[j]);
        rest[i] = (rows[i][count] - known) / rows[i][i];
    }
    let carried = nodes.iter().zip(&rest).fold(0.0, |sum, ((z, w), r)| sum + normal_pdf(z - y) * w * r);
    // Beyond the barrier the two large terms are one small one: the first step brings the price back or not.
    let value =
        if y < 0.0 { (y + BETA) * normal_cdf(y) + normal_pdf(y) + carried } else { y + BETA + source(y) + carried };
    Ok(if value > 0.0 { value } else { 0.0 })
}
