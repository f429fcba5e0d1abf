//! How a watch on dates of one's own varies.
//!
//! The distance at the start enters the recursion through the density of the first date, the drift through the score of the whole move,
//! `(x_n - x_0 - a t_n) / sigma^2` on the paths that survive (the likelihood ratio; Broadie and Glasserman 1996). Volatility only scales:
//! distances, drift and payoff in its units are all that a path knows, so that `x_0 V_x + a V_a + sigma V_sigma` is what the payoff gains by a
//! stretch of the axis (Euler). No differences are taken.

use hashinsight_numerics::{GaussLegendre, exp, max, normal_cdf, normal_pdf};

use super::barrier_terms::BarrierSide;
use super::discrete::LastStep;
use super::discrete_greeks::WatchGreeks;
use super::hit_probability::HitGreeks;
use super::survivors::REACH;
use super::uneven::Uneven;
use super::vanilla::Vanilla;
use super::{Greeks, Knock};

/// A value and its derivatives by the distance at the start (once and twice), by the drift away from the barrier per year, by the volatility
/// while those two stay, and by what else rate and yield do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slopes {
    pub(super) value: f64,
    pub(super) start: f64,
    pub(super) start_twice: f64,
    pub(super) drift: f64,
    pub(super) volatility: f64,
    pub(super) rate: f64,
    pub(super) carry: f64,
}

impl Slopes {
    fn scaled(self, by: f64) -> Self {
        let Self { value, start, start_twice, drift, volatility, rate, carry } = self;
        let [value, start, start_twice, drift, volatility, rate, carry] =
            [value, start, start_twice, drift, volatility, rate, carry].map(|x| x * by);
        Self { value, start, start_twice, drift, volatility, rate, carry }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            start: self.start + other.start,
            start_twice: self.start_twice + other.start_twice,
            drift: self.drift + other.drift,
            volatility: self.volatility + other.volatility,
            rate: self.rate + other.rate,
            carry: self.carry + other.carry,
        }
    }

    fn discounted(self, rate: f64, time: f64) -> Self {
        let now = self.scaled(exp(-rate * time));
        Self { rate: now.rate - time * now.value, ..now }
    }
}

impl Uneven<'_> {
    /// Likelihood score by the drift of a move from the start to `x` at a time.
    fn score(&self, x: f64, time: f64) -> f64 {
        (x - self.start - self.away * time) / (self.volatility * self.volatility)
    }

    /// Volatility by Euler's rule, with what the payoff gains.
    fn whole(&self, slopes: Slopes, gained: f64) -> Slopes {
        let scaled = self.start * slopes.start + self.away * slopes.drift;
        Slopes { volatility: gained - scaled / self.volatility, ..slopes }
    }

    /// Survival of the mass of the date before a date.
    pub(super) fn survival_slopes(&self, date: usize) -> Slopes {
        let (span, moved, s) = self.step(date);
        let before = self.time_before(date);
        if s == 0.0 {
            return Slopes { value: self.survival_of(date), ..Slopes::default() }; // a look today
        }
        let mut sum = Slopes::default();
        for (at, (x, m)) in self.mass.iter().enumerate() {
            let z = (x + moved) / s;
            let (stays, density) = (normal_cdf(z), normal_pdf(z));
            sum.value += m * stays;
            sum.drift += m * (stays * self.score(*x, before) + density * span / s);
            let [once, twice] = match self.by_start.get(at) {
                Some([once, twice]) => [once * stays, twice * stays],
                None => [density / s, -z * density / (s * s)].map(|by| by * m),
            };
            (sum.start, sum.start_twice) = (sum.start + once, sum.start_twice + twice);
        }
        self.whole(sum, 0.0)
    }

    /// The option that a sight ends, discounted.
    fn option_slopes(&self, side: BarrierSide, option: &Vanilla, level: f64) -> Option<Slopes> {
        let last = self.times.len() - 1;
        let (span, moved, s) = self.step(last);
        let (time, before, w) = (self.times[last].get(), self.time_before(last), side.sign());
        let rest = option.years - time;
        if s == 0.0 {
            return None; // a look today and no other: a corner
        }
        let step = LastStep { w: option.sign, side: w, level, strike: option.strike, step: s, drift: moved / s };
        let (mut sum, mut gained) = (Slopes::default(), 0.0);
        for (at, (x, m)) in self.mass.iter().enumerate() {
            let part = if rest == 0.0 {
                let [value, once, twice, by_step] = step.varied(x / s);
                gained += m * by_step * span.sqrt();
                let drift = value * self.score(*x, before) + once * span / s;
                Slopes { value, start: once / s, start_twice: twice / (s * s), drift, ..Slopes::default() }
            } else {
                let (part, stretched) = self.mean_slopes(*x, &LastMove { moved, s, time, level, w, rest }, option)?;
                gained += m * stretched;
                part
            };
            let [once, twice] = match self.by_start.get(at) {
                Some([once, twice]) => [once * part.value, twice * part.value],
                None => [m * part.start, m * part.start_twice],
            };
            let part = part.scaled(*m);
            sum = sum.plus(Slopes { start: once, start_twice: twice, ..part });
        }
        Some(self.whole(sum, gained).discounted(option.rate, time))
    }

    /// Mean over the last step of the vanilla option that is left, from `x`, and what it gains by a stretch of the axis and by its own
    /// volatility.
    fn mean_slopes(&self, x: f64, last: &LastMove, option: &Vanilla) -> Option<(Slopes, f64)> {
        let LastMove { moved, s, time, level, w, rest } = *last;
        let low = max(0.0, x + moved - REACH * s);
        let width = x + moved + (REACH + s) * s - low;
        let (mut sum, mut gained) = (Slopes::default(), 0.0);
        if width <= 0.0 {
            return Some((sum, gained));
        }
        let rule = GaussLegendre::new(10).ok()?;
        let half = width / 24.0;
        for panel in 0..12_i32 {
            let center = low + width * f64::from(panel) / 12.0 + half;
            for (node, weight) in rule.nodes().iter().zip(rule.weights()) {
                let y = center + half * node;
                let z = (y - moved - x) / s;
                let chance = half * weight * normal_pdf(z) / s;
                let report = Vanilla { spot: level * exp(w * y), years: rest, ..*option }.report();
                let Greeks { delta, vega, rho, yield_rho, .. } = report.greeks?;
                sum.value += chance * report.price;
                sum.start += chance * report.price * z / s;
                sum.start_twice += chance * report.price * (z * z - 1.0) / (s * s);
                sum.drift += chance * report.price * self.score(y, time);
                sum.rate += chance * rho;
                sum.carry += chance * yield_rho;
                gained += chance * (y * w * delta * level * exp(w * y) / self.volatility + vega);
            }
        }
        Some((sum, gained))
    }

    /// Value of 1 paid on the date of the sight.
    fn sight_slopes(&self, rate: f64) -> Slopes {
        let mut before = Slopes { value: 1.0, ..Slopes::default() };
        let mut sum = Slopes::default();
        for (time, alive) in self.times.iter().zip(&self.slopes) {
            sum = sum.plus(before.plus(alive.scaled(-1.0)).discounted(rate, time.get()));
            before = *alive;
        }
        sum
    }

    /// Greeks of an option on these dates, rebate included; `None` without volatility and where there is a corner.
    pub(super) fn greeks(
        &self,
        (knock, side): (Knock, BarrierSide),
        option: &Vanilla,
        [level, rebate]: [f64; 2],
    ) -> Option<WatchGreeks> {
        let Vanilla { spot, years, rate, volatility, .. } = *option;
        if volatility == 0.0 {
            return None;
        }
        let out = self.option_slopes(side, option, level)?;
        let paid = match knock {
            _ if rebate == 0.0 => Slopes::default(),
            Knock::Out => self.sight_slopes(rate).scaled(rebate),
            Knock::In => self.slopes.last()?.discounted(rate, years).scaled(rebate),
        };
        let Slopes { value, start, start_twice, drift, volatility: by_volatility, rate: by_rate, carry } =
            if knock == Knock::Out { out.plus(paid) } else { paid.plus(out.scaled(-1.0)) };
        let w = side.sign();
        let delta = w * start / spot;
        let gamma = (start_twice - w * start) / (spot * spot);
        let vega = by_volatility - w * volatility * drift;
        WatchGreeks::whole(value, [delta, gamma, vega, by_rate + w * drift, carry - w * drift], knock, option)
    }

    /// Derivatives of the probability of a sight; `None` without volatility.
    pub(super) fn hit_greeks(&self, side: BarrierSide, [spot, level]: [f64; 2]) -> Option<HitGreeks> {
        let Slopes { start, start_twice, drift, volatility, .. } = *self.slopes.last()?;
        let w = side.sign();
        HitGreeks::finite(HitGreeks {
            by_spot: 0.0 - w * start / spot,
            by_spot_twice: (w * start - start_twice) / (spot * spot),
            by_barrier: w * start / level,
            by_volatility: w * self.volatility * drift - volatility,
            by_years: 0.0, // the dates stay where they are
        })
    }
}

/// The way to the last date, and what is beyond it.
struct LastMove {
    moved: f64,
    s: f64,
    time: f64,
    level: f64,
    w: f64,
    rest: f64,
}
