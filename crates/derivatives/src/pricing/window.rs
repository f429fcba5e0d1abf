//! A barrier that is watched for part of the time: from a date on, until one, or between two.
//!
//! Until the watch begins the price moves freely. A price that then stands beyond the barrier has touched it; from any other the rest is an
//! ordinary barrier problem, of which the mean is taken over where the price stands (Heynen and Kat 1994 give it as bivariate normal
//! probabilities). Where the watch ends before expiry, what survives is carried to that date by the reflection principle. Gauss-Legendre
//! panels as narrow as what they meet: absolute error below 1e-11 of the greater of spot and strike.

use hashinsight_numerics::{GaussLegendre, exp, ln_ratio, max, min, normal_cdf, normal_pdf};
use hashinsight_units::json::Told;
use hashinsight_units::{Error, Years};

use super::barrier_terms::{BarrierSide, Walk};
use super::jet::{Jet, Number};
use super::vanilla::Vanilla;
use super::walk_jet::WalkJet;
use crate::refuse::refuse;

/// Deviations beyond which nothing is left.
pub(super) const REACH: f64 = 9.5;

/// Deviations beyond which a probability is no number any more.
const LOST: f64 = 39.0;

/// Watch of a barrier between two dates, in years from now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    from: f64,
    until: f64,
}

impl Window {
    /// `None` for a watch over all of the time.
    pub(super) fn new(from: Option<Years>, until: Option<Years>, years: Years) -> Result<Option<Self>, Error> {
        let (start, end) = (from.map_or(0.0, Years::get), until.map_or(years.get(), Years::get));
        if end > years.get() {
            return Err(refuse("watch_until_years", end, format!("at most the time to expiry, {}", Told(years.get()))));
        }
        if start > end {
            return Err(refuse("watch_from_years", start, format!("at most the end of the watch, {}", Told(end))));
        }
        Ok((start > 0.0 || end < years.get()).then_some(Self { from: start, until: end }))
    }

    /// Beginning and end.
    pub(super) fn ends(&self) -> (f64, f64) {
        (self.from, self.until)
    }
}

/// A price under a measure, watched in a window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Watched {
    pub(super) window: Window,
    pub(super) side: BarrierSide,
    pub(super) spot: f64,
    pub(super) level: f64,
    /// Drift of the logarithm per year.
    pub(super) log_drift: f64,
    pub(super) volatility: f64,
}

/// Probability of a touch in the window, the value of 1 paid then, and that of the asset paid then.
pub(super) struct Touched {
    pub(super) probability: f64,
    pub(super) discounted: f64,
    pub(super) asset: f64,
}

impl Watched {
    /// How far the price is from the barrier, positive on the right side, and its move away per year.
    fn away(&self) -> (f64, f64) {
        let w = self.side.sign();
        (0.0 - w * ln_ratio(self.level, self.spot), w * self.log_drift)
    }

    /// Mean of `value(d)` over the distances at the beginning of the watch, on the right side of the barrier.
    fn at_start(&self, inner: f64, value: impl Fn(f64) -> f64) -> f64 {
        let Window { from, .. } = self.window;
        let ((d, drift), s) = (self.away(), self.volatility * from.sqrt());
        if s == 0.0 {
            let d = d + drift * from;
            return if d > 0.0 { value(d) } else { 0.0 };
        }
        let center = d + drift * from;
        let low = if center - REACH * s > 0.0 { center - REACH * s } else { 0.0 };
        over(low, center + (REACH + s) * s, 0.5 * s, &[(0.0, inner)], |x| normal_pdf((x - center) / s) / s * value(x))
    }

    /// Probability of standing at the barrier or beyond when the watch begins.
    fn beyond_at_start(&self) -> f64 {
        let ((d, drift), s) = (self.away(), self.volatility * self.window.from.sqrt());
        let center = d + drift * self.window.from;
        if s == 0.0 { if center > 0.0 { 0.0 } else { 1.0 } } else { normal_cdf(-center / s) }
    }

    fn inner_deviation(&self) -> f64 {
        self.volatility * (self.window.until - self.window.from).sqrt()
    }

    fn walk(&self, distance: f64) -> Walk {
        let span = self.window.until - self.window.from;
        Walk { h: 0.0 - self.side.sign() * distance, mean: self.log_drift * span, deviation: self.inner_deviation() }
    }

    /// What a touch in the window is worth at a rate.
    pub(super) fn touched(&self, rate: f64) -> Touched {
        let Window { from, until } = self.window;
        let (inner, waited) = (self.inner_deviation(), exp(-rate * from));
        let beyond = self.beyond_at_start();
        let (_, drift) = self.away();
        let arrival = |d: f64| Some(d / -drift).filter(|time| drift < 0.0 && *time <= until - from);
        let reaches = |d: f64| {
            if inner == 0.0 { if arrival(d).is_some() { 1.0 } else { 0.0 } } else { self.walk(d).touches() }
        };
        let paid = |d: f64| {
            if inner == 0.0 {
                return arrival(d).map_or(0.0, |time| exp(-rate * time));
            }
            let (walk, rate_time) = (self.walk(d), rate * (until - from));
            let value = walk.discounted_touch(rate_time);
            if value.is_nan() { WalkJet::of(&walk).discounted_touch(Jet::constant(rate_time)).value } else { value }
        };
        let later = waited * self.at_start(inner, paid);
        // The asset beyond the barrier when the watch begins, under its own measure.
        let shared = Self { log_drift: self.log_drift + self.volatility * self.volatility, ..*self };
        let growth = exp((self.log_drift + 0.5 * self.volatility * self.volatility - rate) * from);
        Touched {
            probability: beyond + self.at_start(inner, reaches),
            discounted: waited * beyond + later,
            asset: self.spot * growth * shared.beyond_at_start() + self.level * later,
        }
    }

    /// Probability of no touch in the window: an integral of positive terms around where they are greatest, to its own last digits.
    pub(super) fn survival(&self) -> f64 {
        let ((d, drift), s, inner) = (self.away(), self.volatility * self.window.from.sqrt(), self.inner_deviation());
        let span = self.window.until - self.window.from;
        let (center, away) = (d + drift * self.window.from, drift * span);
        let stays = |d: f64| {
            if inner == 0.0 { if d + away > 0.0 || away >= 0.0 { 1.0 } else { 0.0 } } else { self.walk(d).stays() }
        };
        if s == 0.0 {
            return if center > 0.0 { stays(center) } else { 0.0 };
        }
        if inner == 0.0 {
            return normal_cdf(center / s);
        }
        // A drift to the barrier is best survived by who stands farther off: a compromise between both densities.
        let whole = s * s + inner * inner;
        let best = center + max(0.0 - away - center, 0.0) * (s * s / whole);
        if -(center + away) > LOST * whole.sqrt() || -center > LOST * s {
            return 0.0;
        }
        let (low, high) = (max(min(center, best) - REACH * s, 0.0), max(max(center, best), 0.0) + REACH * s);
        over(low, high, 0.5 * s, &[(0.0, inner)], |x| normal_pdf((x - center) / s) / s * stays(x))
    }

    /// Value of a European option on the paths that are not touched in the window.
    pub(super) fn option(&self, option: &Vanilla) -> f64 {
        let Window { from, until } = self.window;
        let rest = option.years - until;
        let inner = self.inner_deviation();
        let w = self.side.sign();
        let at = |distance: f64, years: f64| {
            let spot = self.level * exp(w * distance);
            Vanilla { spot, years, ..*option }.price()
        };
        let strike_at = w * ln_ratio(option.strike, self.level);
        let (_, drift) = self.away();
        let span = until - from;
        // From a distance at the beginning of the watch to its end, and by the vanilla price from there.
        let survivors = |d: f64| {
            if inner == 0.0 {
                return if d + drift * span > 0.0 {
                    exp(-option.rate * span) * at(d + drift * span, rest)
                } else {
                    0.0
                };
            }
            let center = d + drift * span;
            let low = if center - REACH * inner > 0.0 { center - REACH * inner } else { 0.0 };
            let mirror = -2.0 * drift * span * d / (inner * inner);
            let last = self.volatility * rest.sqrt();
            // Payoffs grow with the price, so that the deviation of the asset's measure is covered, too.
            let high = (if center > 0.0 { center } else { 0.0 }) + (REACH + inner) * inner;
            let density = |x: f64| {
                let direct = (x - center) / inner;
                let image = (x - center + 2.0 * d) / inner;
                (normal_pdf(direct) - exp(mirror - 0.5 * image * image) * 0.398_942_280_401_432_7) / inner
            };
            exp(-option.rate * span) * over(low, high, 0.5 * inner, &[(strike_at, last)], |x| density(x) * at(x, rest))
        };
        exp(-option.rate * from) * self.at_start(inner, survivors)
    }
}

/// Integral over [`panels`].
fn over(low: f64, high: f64, widest: f64, places: &[(f64, f64)], f: impl Fn(f64) -> f64) -> f64 {
    let rule = GaussLegendre::new(16).unwrap_or_else(|_| unreachable!("16 nodes"));
    panels(low, high, widest, places).into_iter().fold(0.0, |sum, (from, to)| sum + rule.integrate(&f, from, to))
}

/// Panels that are at most `widest` and half as wide as they are far from a place, or its scale.
pub(super) fn panels(low: f64, high: f64, widest: f64, places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let least = 1e-9 * (high - low);
    let (mut from, mut panels) = (low, Vec::new());
    while from < high {
        let mut to = from + widest;
        for (place, scale) in places {
            let (gap, scale) = (place - from, if *scale > least { *scale } else { least });
            // Up to the place itself, and near it by its scale.
            let near = from + 0.5 * (gap.abs() + scale);
            if near < to {
                to = near;
            }
            if from < *place && *place < to + 0.25 * scale {
                to = *place;
            }
        }
        if to > high {
            to = high;
        }
        panels.push((from, to));
        from = to;
    }
    panels
}
