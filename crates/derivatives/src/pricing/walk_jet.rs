//! The terms of single barriers with their derivatives.

use hashinsight_numerics::GaussLegendre;

use super::barrier_terms::{BarrierSide, Walk};
use super::jet::{Jet, Market, Number};

/// Logarithm of the price and a level that it has not reached, with its derivatives.
#[derive(Clone, Copy, Debug)]
pub(super) struct WalkJet {
    /// +1 for a level below, -1 above.
    w: f64,
    /// `ln(H / S)`.
    pub(super) h: Jet,
    mean: Jet,
    deviation: Jet,
}

impl WalkJet {
    /// Walk under the measure of cash.
    pub(super) fn new(market: &Market, side: BarrierSide, level: f64) -> Self {
        Self { w: side.sign(), h: -market.spot.ln_over(level), mean: market.mean(), deviation: market.deviation() }
    }

    /// A walk of its parts: `w` +1 for a level below, `h` the logarithm of the level over the price.
    pub(super) fn from_parts(w: f64, h: Jet, mean: Jet, deviation: Jet) -> Self {
        Self { w, h, mean, deviation }
    }

    /// A walk whose numbers do not vary.
    pub(super) fn of(walk: &Walk) -> Self {
        let [h, mean, deviation] = [walk.h, walk.mean, walk.deviation].map(Jet::constant);
        Self { w: walk.side(), h, mean, deviation }
    }

    /// The same walk under the measure of the asset.
    pub(super) fn shared(self) -> Self {
        Self { mean: self.mean + self.deviation * self.deviation, ..self }
    }

    /// `N(w (m T - k) / (sigma sqrt T))`.
    pub(super) fn ends(&self, w: f64, k: Jet) -> Jet {
        ((self.mean - k) * self.deviation.recip() * w).normal_cdf()
    }

    /// `e^(2 m h / sigma^2) N(w (2 h - k + m T) / (sigma sqrt T))`.
    pub(super) fn reflected(&self, w: f64, k: Jet) -> Jet {
        let inverse = self.deviation.recip();
        let exponent = self.mean * self.h * inverse * inverse * 2.0;
        exponent.exp_normal_cdf((self.h * 2.0 - k + self.mean) * inverse * w)
    }

    /// Probability of a touch.
    pub(super) fn touches(&self) -> Jet {
        self.ends(-self.w, self.h) + self.reflected(self.w, self.h)
    }

    /// Probability of none.
    pub(super) fn survives(&self) -> Jet {
        self.ends(self.w, self.h) - self.reflected(self.w, self.h)
    }

    /// `E[e^(-r tau); tau <= T]`.
    pub(super) fn discounted_touch(&self, rate_time: Jet) -> Jet {
        let Self { w, h, mean, deviation } = *self;
        let (toward, distance, variance) = (mean * -w, h * -w, deviation * deviation);
        let square = mean * mean + rate_time * variance * 2.0;
        if square.value < 0.01 * variance.value {
            return self.discounted_touch_by_time(rate_time);
        }
        let (nu, inverse) = (square.sqrt(), deviation.recip());
        // (mu - nu) / sigma^2 without cancellation where mu > 0.
        let gap = if toward.value > 0.0 {
            -rate_time * (toward + nu).recip() * 2.0
        } else {
            (toward - nu) * inverse * inverse
        };
        let near = (distance * gap).exp_normal_cdf((nu - distance) * inverse);
        let far = (distance * (toward + nu) * inverse * inverse).exp_normal_cdf((-nu - distance) * inverse);
        near + far
    }

    /// The same for any rate, as the integral over the touch time.
    fn discounted_touch_by_time(&self, rate_time: Jet) -> Jet {
        let inverse = self.deviation.recip();
        let (distance, drift) = (self.h * inverse * -self.w, self.mean * inverse * -self.w);
        over_touch_time(distance.value, drift.value, |v| {
            // t = T / v^2, so that the touch time's density is that of a normal number.
            let z = distance * v - drift * (1.0 / v);
            let exponent = z * z * -0.5 - rate_time * (1.0 / (v * v));
            exponent.exp() * distance * (2.0 * 0.398_942_280_401_432_7)
        })
    }
}

/// Integral over `v` from 1 to infinity of a function that has vanished where `distance v - drift / v` is 13.
pub(super) fn over_touch_time<N: Number>(distance: f64, drift: f64, f: impl Fn(f64) -> N) -> N {
    let rule = GaussLegendre::new(16).unwrap_or_else(|_| unreachable!("16 nodes"));
    let (mut low, mut total) = (1.0, N::constant(0.0));
    // Wide against 1/v where the drift decides, narrow against the normal density.
    while low * distance - drift / low < 13.0 {
        let wide = 0.25 * low;
        let narrow = 0.5 / distance;
        let half = 0.5 * if wide < narrow { wide } else { narrow };
        for (x, weight) in rule.nodes().iter().zip(rule.weights()) {
            total = total + f(low + half + half * x) * (half * weight);
        }
        low += 2.0 * half;
    }
    total
}
