//! Kou's price far out of the money, in full relative precision.
//!
//! Lewis' integral runs along `Re s = 1/2`, where its terms are as large as the square root of forward and strike, however small the price. Out
//! of the money the line may be moved beyond the payoff's poles at 0 and 1 without a residue: of a call to `1 < c < eta_up`, of a put to
//! `-eta_down < c < 0`. At the saddle point of the integrand, which is real and convex there, what is integrated is as small as the price,
//!
//! ```text
//! price = e^(-n) [none + n one] + 1/pi integral over u > 0 of Re( cash e^(s x) e^(variance (s^2 - s)/2 - n) (e^z - 1 - z) / (s (s - 1)) )
//! z = n (p eta_up / (eta_up - s) + (1 - p) eta_down / (eta_down + s)),   s = c + i u
//! ```
//!
//! and every term of the sum is positive. The derivatives are integrals of the same transform, so that none has another sign than it should.

use hashinsight_numerics::{Complex, GaussLegendre, ln, max, min, pow};

use super::barrier_jet::black;
use super::jet::{Jet, Number};
use super::kou_jet::{MOST_PANELS, Series, exponential_rest};

/// Part of the price that is cut off where the transform has no diffusion to end it.
const CUT: f64 = 1e-13;

impl Series<'_> {
    /// The option out of the money, `w` +1 for a call; `None` where it is in the money or the transform does not end.
    pub(super) fn tail(&self, w: f64) -> Option<Jet> {
        let (weight, count) = ((-self.count).exp(), self.count);
        let none = black(w, [self.asset, self.cash, self.x, self.deviation])?;
        let few = weight * none + weight * count * self.one_jump_out(w, none);
        let (low, high) = self.strip(w)?;
        let saddle = least(|c| self.exponent(c), low, high);
        let near = min(if w > 0.0 { saddle - 1.0 } else { -saddle }, (if w > 0.0 { high } else { low } - saddle).abs());
        let end = self.end(saddle, few.value);
        let widest = min(8.0 / max(self.x.value.abs(), 1e-3), 3.0 / max(self.spread(), 1e-9));
        if !(near > 0.0 && end.is_finite() && end / widest <= MOST_PANELS) {
            return None;
        }
        let rule = GaussLegendre::new(16).ok()?;
        let (mut from, mut sum) = (0.0, Jet::constant(0.0));
        while from < end {
            let half = 0.5 * min(0.5 * (near + from), widest);
            for (node, weight) in rule.nodes().iter().zip(rule.weights()) {
                let s = Complex::new(saddle, from + half + half * node);
                let density = Complex::from(1.0) / (s * (s - Complex::from(1.0)));
                sum = sum + self.transform(s, s, density) * (half * weight);
            }
            from += 2.0 * half;
        }
        let price = few + self.cash * sum * std::f64::consts::FRAC_1_PI;
        // Below every float nothing is left, and nothing of it moves.
        Some(if price.value > 0.0 && price.greeks().is_some() { price } else { Jet::constant(0.0) })
    }

    /// Where the line may lie.
    fn strip(&self, w: f64) -> Option<(f64, f64)> {
        let (p, up, down) = self.rates();
        let out = if self.x.value < 0.0 { 1.0 } else { -1.0 };
        if out != w {
            return None;
        }
        let free = 1.0 + 2.0 * self.x.value.abs() / max(self.deviation.value * self.deviation.value, 1e-6);
        Some(if w > 0.0 {
            (1.0, if p > 0.0 { up } else { 1.0 + free })
        } else {
            (if p < 1.0 { -down } else { -free }, 0.0)
        })
    }

    /// Logarithm of the integrand on the real line, but for what does not depend on `c`.
    fn exponent(&self, c: f64) -> f64 {
        let (p, up, down) = self.rates();
        let jump = p * up / (up - c) + (1.0 - p) * down / (down + c);
        let z = self.count.value * jump;
        // e^z - 1 - z is e^z where that would overflow.
        let rest = if z > 100.0 { z } else { ln(exponential_rest(Complex::from(z)).re) };
        let variance = self.deviation.value * self.deviation.value;
        let curve = c * c - c;
        c * self.x.value + 0.5 * variance * curve + rest - ln(curve)
    }

    /// End of the integral: of the diffusion, or of the two jumps and the payoff, `heaviest^2 / (2 u^4)`.
    fn end(&self, saddle: f64, few: f64) -> f64 {
        let (p, up, down) = self.rates();
        let heaviest = self.count.value * (p * up + (1.0 - p) * down);
        let size = self.cash.value * Jet::constant(saddle * self.x.value).exp().value;
        let tail = pow(heaviest * heaviest * size / (6.0 * std::f64::consts::PI * CUT * few), 1.0 / 3.0);
        let tail = max(tail, 2.0 * heaviest + 10.0 * max(up, down));
        let deviation = self.deviation.value;
        if deviation > 0.0 { min(9.0 / deviation, tail) } else { tail }
    }

    /// Price if exactly one jump comes, of an option out of the money: what the put has of the asset is counted from its own side.
    fn one_jump_out(&self, w: f64, none: Jet) -> Jet {
        let (p, up, down) = self.rates();
        let (held, tail) = self.carried(w);
        let rise = if p > 0.0 { (held + tail(up - 1.0)) * (p / (up - 1.0)) } else { Jet::constant(0.0) };
        let fall = if p < 1.0 { (held - tail(-down - 1.0)) * ((1.0 - p) / (down + 1.0)) } else { Jet::constant(0.0) };
        none + self.asset * (rise - fall)
    }
}

/// Place of the least value of a convex function inside a range.
fn least(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..60 {
        let (one, two) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        if f(one) < f(two) {
            high = two;
        } else {
            low = one;
        }
    }
    0.5 * (low + high)
}
