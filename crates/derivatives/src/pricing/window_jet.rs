//! A watch of part of the time, with derivatives.
//!
//! The integrals of [`window`](super::window) over numbers that carry their derivatives: where the price stands at a date is a place that does
//! not vary, and the density of standing there does. Dates stay where they are as time passes.

use hashinsight_numerics::{GaussLegendre, ln_ratio, normal_pdf};

use super::barrier_jet::black;
use super::jet::{Jet, Market, Number};
use super::vanilla::Vanilla;
use super::walk_jet::WalkJet;
use super::window::{REACH, Watched, panels};

/// A watched price under the risk-neutral measure.
pub(super) struct WindowJet {
    watched: Watched,
    market: Market,
    /// +1 for a barrier below.
    w: f64,
    /// Distance from the barrier now.
    start: Jet,
    from: Jet,
    span: Jet,
    until: Jet,
}

/// What a touch in the window is worth: 1 paid then, and the asset paid then.
pub(super) struct TouchedJet {
    pub(super) discounted: Jet,
    pub(super) asset: Jet,
}

/// `n(z)`.
fn density(z: Jet) -> Jet {
    let value = normal_pdf(z.value);
    z.map(value, -z.value * value, (z.value * z.value - 1.0) * value)
}

impl WindowJet {
    /// `None` where nothing is left to chance.
    pub(super) fn new(watched: &Watched, market: &Market) -> Option<Self> {
        let years = market.years.value;
        if watched.volatility == 0.0 || years == 0.0 {
            return None;
        }
        let (from, until) = watched.window.ends();
        // A date that is to come comes nearer as expiry does; now does not.
        let dated = |at: f64| if at > 0.0 { market.years - Jet::constant(years - at) } else { Jet::constant(0.0) };
        let w = watched.side.sign();
        Some(Self {
            watched: *watched,
            market: *market,
            w,
            start: market.spot.ln_over(watched.level) * w,
            from: dated(from),
            span: if until > from { dated(until) - dated(from) } else { Jet::constant(0.0) },
            until: dated(until),
        })
    }

    /// Move away from the barrier per year, under the measure of cash or of the asset.
    fn drift(&self, shared: bool) -> Jet {
        let Market { volatility, rate, carry_yield, .. } = self.market;
        let half = volatility * volatility * 0.5;
        (rate - carry_yield + if shared { half } else { -half }) * self.w
    }

    fn inner(&self) -> Jet {
        if self.span.value > 0.0 { self.market.volatility * self.span.sqrt() } else { Jet::constant(0.0) }
    }

    /// Distances at the beginning of the watch on the right side of the barrier, and their chances; `None` at the barrier itself.
    fn starts(&self, shared: bool) -> Option<Vec<(Jet, Jet)>> {
        let center = self.start + self.drift(shared) * self.from;
        if self.from.value == 0.0 {
            return match center.value {
                0.0 => None,
                distance if distance > 0.0 => Some(vec![(center, Jet::constant(1.0))]),
                _ => Some(Vec::new()),
            };
        }
        let s = self.market.volatility * self.from.sqrt();
        let inverse = s.recip();
        let low = center.value - REACH * s.value;
        let low = if low > 0.0 { low } else { 0.0 };
        let high = center.value + (REACH + s.value) * s.value;
        let rows = nodes(low, high, 0.5 * s.value, &[(0.0, self.inner().value)]);
        let chance = |x: f64| density((Jet::constant(x) - center) * inverse) * inverse;
        Some(rows.into_iter().map(|(x, weight)| (Jet::constant(x), chance(x) * weight)).collect())
    }

    /// Probability of standing at the barrier or beyond when the watch begins.
    fn beyond(&self, shared: bool) -> Jet {
        let center = self.start + self.drift(shared) * self.from;
        if self.from.value == 0.0 {
            return Jet::constant(if center.value > 0.0 { 0.0 } else { 1.0 });
        }
        (-center * (self.market.volatility * self.from.sqrt()).recip()).normal_cdf()
    }

    /// The walk from a distance at the beginning of the watch to its end.
    fn walk(&self, distance: Jet, shared: bool) -> WalkJet {
        WalkJet::from_parts(self.w, distance * -self.w, self.drift(shared) * self.span * self.w, self.inner())
    }

    /// Probability of a touch in the window, under either measure.
    pub(super) fn probability(&self, shared: bool) -> Option<Jet> {
        let mut sum = self.beyond(shared);
        if self.span.value > 0.0 {
            for (distance, chance) in self.starts(shared)? {
                sum = sum + chance * self.walk(distance, shared).touches();
            }
        }
        Some(sum)
    }

    pub(super) fn touched(&self) -> Option<TouchedJet> {
        let Market { rate, carry_yield, spot, .. } = self.market;
        let waited = (-rate * self.from).exp();
        let mut later = Jet::constant(0.0);
        if self.span.value > 0.0 {
            for (distance, chance) in self.starts(false)? {
                later = later + chance * self.walk(distance, false).discounted_touch(rate * self.span);
            }
        }
        let later = waited * later;
        Some(TouchedJet {
            discounted: waited * self.beyond(false) + later,
            asset: spot * (-carry_yield * self.from).exp() * self.beyond(true) + later * self.watched.level,
        })
    }

    /// Value of a European option on the paths that are not touched in the window.
    pub(super) fn option(&self, option: &Vanilla) -> Option<Jet> {
        let Market { volatility, rate, carry_yield, years, .. } = self.market;
        let (level, strike, w) = (self.watched.level, option.strike, self.w);
        let rest = years - self.until;
        let last = if rest.value > 0.0 { volatility * rest.sqrt() } else { Jet::constant(0.0) };
        let growth = [(-carry_yield * rest).exp() * level, (-rate * rest).exp() * strike];
        let at = |x: Jet| {
            let forward = x * w + Jet::constant(ln_ratio(level, strike)) + (rate - carry_yield) * rest;
            // At expiry the strike itself is no place of its own.
            black(option.sign, [(x * w).exp() * growth[0], growth[1], forward, last]).unwrap_or(Jet::constant(0.0))
        };
        let starts = self.starts(false)?;
        let (inner, drift) = (self.inner(), self.drift(false));
        let mut sum = Jet::constant(0.0);
        if inner.value == 0.0 {
            for (distance, chance) in starts {
                sum = sum + chance * at(distance);
            }
            return Some((-rate * self.until).exp() * sum);
        }
        let Some(((first, _), (far, _))) = starts.first().zip(starts.last()) else { return Some(sum) };
        let (move_to_end, inverse) = (drift * self.span, inner.recip());
        let reach = REACH * inner.value;
        let low = first.value + move_to_end.value - reach;
        let low = if low > 0.0 { low } else { 0.0 };
        let center = far.value + move_to_end.value;
        let high = (if center > 0.0 { center } else { 0.0 }) + reach + inner.value * inner.value;
        let strike_at = w * ln_ratio(strike, level);
        for (x, weight) in nodes(low, high, 0.5 * inner.value, &[(strike_at, last.value)]) {
            let mut arrived = Jet::constant(0.0);
            for (distance, chance) in &starts {
                let direct = (Jet::constant(x) - *distance - move_to_end) * inverse;
                if direct.value.abs() > REACH + inner.value {
                    continue;
                }
                let image = direct + *distance * inverse * 2.0;
                let mirror = move_to_end * *distance * inverse * inverse * -2.0;
                let reflected = (mirror - image * image * 0.5).exp() * 0.398_942_280_401_432_7;
                arrived = arrived + *chance * (density(direct) - reflected) * inverse;
            }
            sum = sum + arrived * at(Jet::constant(x)) * weight;
        }
        Some((-rate * self.until).exp() * sum)
    }
}

/// Places and weights of the panels of [`panels`].
fn nodes(low: f64, high: f64, widest: f64, places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let rule = GaussLegendre::new(16).unwrap_or_else(|_| unreachable!("16 nodes"));
    let mut rows = Vec::new();
    for (from, to) in panels(low, high, widest, places) {
        let half = 0.5 * (to - from);
        rows.extend(rule.nodes().iter().zip(rule.weights()).map(|(x, weight)| (from + half + half * x, half * weight)));
    }
    rows
}
