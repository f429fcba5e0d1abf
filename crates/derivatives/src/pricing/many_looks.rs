//! A watch on so many dates that the walk's eigenfunctions count fewer terms than its recursion.
//!
//! In standard deviations of a step, with the drift `m` per step, the paths from `y` that survive `n` dates have the density
//! `e^(m (x - y) - n m^2 / 2) (2 / pi) integral over k > 0 of e^(-n k^2 / 2) psi_k(y) psi_k(x)`,
//! with the [eigenfunctions](super::half_line) of the walk without drift. Products of sines give the walk that nobody watches less its
//! reflection at `-0.5826`, whose further phase is a series of derivatives of the normal density; products with the rests give the same
//! density at the place of the other. Each is integrated against `e^(c x)` in closed form: absolute error below 1e-11 of the spot above 20
//! dates, and derivatives by the rules of [`Jet`].

use hashinsight_numerics::{GaussLegendre, normal_pdf};
use hashinsight_units::Error;

use super::barrier_terms::BarrierSide;
use super::half_line::{FAR, HalfLine, ORDERS, PHASE, POWERS, Powers, panels, parity, phase};
use super::jet::{Jet, Market, Number};
use super::survivors::Survivors;
use super::vanilla::Vanilla;

/// Dates that the recursion goes through one by one.
pub(super) const ONE_BY_ONE: u32 = 20;
/// Greatest drift between two dates, and greatest deviation of the logarithm, for which six powers are enough.
const STRONGEST: f64 = 0.5;

/// A price that is watched on many dates.
pub(super) struct ManyLooks {
    eigen: HalfLine,
    rule: GaussLegendre,
    side: BarrierSide,
    market: Market,
    /// Number of dates.
    count: f64,
    /// Deviation of the logarithm in a step; distance from the barrier and drift away from it in such deviations.
    step: Jet,
    start: Jet,
    pull: Jet,
    /// Rests at the start; at the barrier or beyond, whole eigenfunctions.
    own: [Jet; POWERS],
    /// The phase once, and twice for a reflection.
    phases: [[f64; ORDERS]; 2],
}

/// What is paid at the end: `e^(c x)` above `from`.
struct Payoff {
    c: Jet,
    from: Jet,
    /// Its integrals against the rests.
    rests: [Jet; POWERS],
}

impl ManyLooks {
    /// `None` where the drift between two dates is too strong.
    pub(super) fn new(side: BarrierSide, market: &Market, level: f64, dates: u32) -> Result<Option<Self>, Error> {
        let (count, w) = (f64::from(dates), side.sign());
        let step = market.deviation() * (1.0 / count.sqrt());
        let inverse = step.recip();
        let (start, pull) = (market.spot.ln_over(level) * inverse * w, market.mean() * inverse * (w / count));
        if pull.value.abs() > STRONGEST || step.value > STRONGEST {
            return Ok(None);
        }
        let rule = GaussLegendre::new(12)?;
        let eigen = HalfLine::new(&rule);
        let powers: Powers = if start.value > 0.0 { eigen.rests_at(start.value) } else { eigen.wholes_at(start.value) };
        let own = powers.map(|[value, slope, curve]| start.map(value, slope, curve));
        Ok(Some(Self {
            eigen,
            rule,
            side,
            count,
            step,
            start,
            pull,
            own,
            phases: [1.0, 2.0].map(phase),
            market: *market,
        }))
    }

    fn payoff(&self, c: Jet, from: Jet) -> Payoff {
        let mut rests = [Jet::constant(0.0); POWERS];
        if from.value <= 0.0 {
            for (at, (x, weight)) in self.eigen.nodes.iter().enumerate() {
                let paid = (c * *x).exp() * *weight;
                rests.iter_mut().zip(&self.eigen.rests).for_each(|(sum, rest)| *sum = *sum + paid * rest[at]);
            }
        } else if from.value < FAR {
            for (x, weight) in panels(&self.rule, from.value, FAR) {
                let paid = (c * x).exp() * weight;
                rests.iter_mut().zip(self.eigen.rests_at(x)).for_each(|(sum, [rest, ..])| *sum = *sum + paid * rest);
            }
            // The edge moves with the market.
            let edge = (c * from.value).exp() * (from - Jet::constant(from.value));
            let at_edge = self.eigen.rests_at(from.value);
            rests.iter_mut().zip(at_edge).for_each(|(sum, [rest, ..])| *sum = *sum - edge * rest);
        }
        Payoff { c, from, rests }
    }

    /// Mean of a payoff over the paths that survive so many dates.
    fn mean(&self, payoff: &Payoff, count: f64) -> Jet {
        let Payoff { c, from, ref rests } = *payoff;
        let Self { start, pull, .. } = *self;
        let [once, twice] = &self.phases;
        let front = -pull * start - pull * pull * (0.5 * count);
        // What e^(c x) gains on the drift's own measure, over the whole way.
        let gained = |way: Jet| c * way - pull * start + (c - pull) * (c + pull) * (0.5 * count);
        let (inverse, shift) = (1.0 / count.sqrt(), Jet::constant(PHASE[0]));
        // Integrals over x > from of e^(c x) times the derivatives of the density at x + away.
        let integrals = |away: Jet| {
            let whole = gained(-away).exp_normal_cdf((c * count - from - away) * inverse);
            let densities = derivatives(front + c * from, from + away, count);
            let mut terms = [whole; ORDERS];
            for order in 1..ORDERS {
                terms[order] = -densities[order - 1] - c * terms[order - 1];
            }
            terms
        };
        let mut sum = Jet::constant(0.0);
        if start.value > 0.0 {
            let reflected = integrals(start + shift + shift);
            sum = gained(start).exp_normal_cdf((start + c * count - from) * inverse) - with_phase(twice, &reflected, 0);
            let across = derivatives(front, start + shift, count);
            for (j, rest) in rests.iter().enumerate() {
                sum = sum - *rest * with_phase(once, &across, 2 * j + 1) * (2.0 * parity(j));
            }
        }
        let (across, at_barrier) = (integrals(shift), derivatives(front, Jet::constant(0.0), count));
        for (i, own) in self.own.iter().enumerate() {
            let mut met = with_phase(once, &across, 2 * i + 1);
            for (j, rest) in rests.iter().enumerate().take(POWERS - i) {
                met = met + *rest * at_barrier[2 * (i + j) + 2] * parity(j);
            }
            sum = sum - *own * met * (2.0 * parity(i));
        }
        sum
    }

    /// Probability of not being seen.
    pub(super) fn survival(&self) -> Jet {
        self.mean(&self.payoff(self.pull, Jet::constant(0.0)), self.count)
    }

    /// Value of 1 paid on the date on which the price is seen.
    pub(super) fn discounted_sight(&self) -> Result<Jet, Error> {
        let Self { count, market, .. } = *self;
        let payoff = self.payoff(self.pull, Jet::constant(0.0));
        let due = -market.rate * market.years * (1.0 / count);
        let one = Jet::constant(1.0);
        // By parts: from a date on, so many are seen, and wait for it a step less long.
        let seen = |date: f64| (due * date).exp() * (one - self.mean(&payoff, date));
        let first = Survivors::new(self.start.value, self.pull.value, ONE_BY_ONE + 1)?;
        let slopes = first.slopes.as_ref().map_or(&[][..], |slopes| &slopes.alive);
        let drifted = self.pull - Jet::constant(self.pull.value);
        let mut sum = Jet::constant(0.0);
        for (date, (alive, [once, twice, drift])) in first.alive.iter().zip(slopes).enumerate() {
            let alive = self.start.map(*alive, *once, *twice) + drifted * *drift;
            sum = sum + (due * (date as f64 + 1.0)).exp() * (one - alive);
        }
        sum = sum + self.total(seen)?;
        Ok(seen(count) + (one - due.exp()) * sum)
    }

    /// Sum over the dates between the first ones and the last, as an integral whose panels grow with the date, corrected at both ends
    /// (Euler and Maclaurin, from half dates, with differences for derivatives).
    fn total(&self, f: impl Fn(f64) -> Jet) -> Result<Jet, Error> {
        let rule = GaussLegendre::new(16)?;
        let (first, end) = (f64::from(ONE_BY_ONE) + 0.5, self.count - 0.5);
        let corrected = |at: f64| {
            let [a, b, c, d] = [-1.5, -0.5, 0.5, 1.5].map(|away| f(at + away));
            let (slope, third) = (c - b, d - c * 3.0 + b * 3.0 - a);
            third * (17.0 / 5760.0) - slope * (1.0 / 24.0)
        };
        let (mut sum, mut low) = (corrected(end) - corrected(first), first);
        while low < end {
            let high = if 2.0 * low < end { 2.0 * low } else { end };
            let half = 0.5 * (high - low);
            for (x, weight) in rule.nodes().iter().zip(rule.weights()) {
                sum = sum + f(low + half * (1.0 + x)) * (half * weight);
            }
            low = high;
        }
        Ok(sum)
    }

    /// Value of the option that a sight ends.
    pub(super) fn option(&self, option: &Vanilla, level: f64) -> Jet {
        let (w, none) = (self.side.sign(), Jet::constant(0.0));
        let strike_at = self.step.recip() * (w * hashinsight_numerics::ln_ratio(option.strike, level));
        let inside = strike_at.value > 0.0;
        let value = |from: Jet| {
            let asset = self.mean(&self.payoff(self.pull + self.step * w, from), self.count) * level;
            (asset - self.mean(&self.payoff(self.pull, from), self.count) * option.strike) * option.sign
        };
        let undiscounted = match (option.sign == w, inside) {
            (true, true) => value(strike_at),
            (true, false) => value(none),
            (false, true) => value(none) - value(strike_at),
            (false, false) => return none,
        };
        self.market.discount() * undiscounted
    }
}

/// Sum over a phase's series of derivatives from an order on.
fn with_phase(phase: &[f64; ORDERS], terms: &[Jet], from: usize) -> Jet {
    let terms = terms[from..].iter().zip(&phase[..ORDERS - from]);
    terms.fold(Jet::constant(0.0), |sum, (term, factor)| sum + *term * *factor)
}

/// `e^front` times the density of a normal number of some variance and its derivatives, at `z`.
fn derivatives(front: Jet, z: Jet, variance: f64) -> [Jet; ORDERS] {
    let inverse = 1.0 / variance;
    let density = (front - z * z * (0.5 * inverse)).exp() * (normal_pdf(0.0) * inverse.sqrt());
    let mut terms = [density; ORDERS];
    terms[1] = -z * density * inverse;
    for order in 1..ORDERS - 1 {
        terms[order + 1] = -(z * terms[order] + terms[order - 1] * order as f64) * inverse;
    }
    terms
}
