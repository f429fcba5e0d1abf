//! The logarithm of the price as Brownian motion with drift, and a level that it may touch.

use hashinsight_numerics::{
    clamp, erf, erfcx, erfcx_difference, exp, exp_m1, ln_ratio, max, min, normal_cdf, normal_pdf,
};
use hashinsight_units::Record;

const SQRT_HALF_PI: f64 = 1.253_314_137_315_500_3;
const FRAC_1_SQRT_2: f64 = std::f64::consts::FRAC_1_SQRT_2;

/// Side of the price now on which a barrier lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum BarrierSide {
    /// Below: touched from above.
    Down,
    /// Above: touched from below.
    Up,
}

impl BarrierSide {
    /// +1 for down, -1 for up: the sign of the price's distance to the barrier.
    #[inline(always)]
    pub(crate) const fn sign(self) -> f64 {
        match self {
            Self::Down => 1.0,
            Self::Up => -1.0,
        }
    }

    /// Whether the price stands at the barrier or beyond.
    #[inline(always)]
    pub(crate) fn is_touched(self, spot: f64, barrier: f64) -> bool {
        self.sign() * (spot - barrier) <= 0.0
    }
}

/// Brownian motion over a horizon: mean and standard deviation of the whole move, and the distance to the barrier in the logarithm.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walk {
    /// `ln(H / S)`: negative below, positive above; not 0.
    pub(crate) h: f64,
    /// Mean of the logarithm's move, `m T`.
    pub(crate) mean: f64,
    /// Standard deviation of the logarithm's move, `sigma sqrt T`; not 0.
    pub(crate) deviation: f64,
}

/// Mills' ratio at a distance from the center: `N(-|x|) / n(x)`.
#[inline(always)]
fn mills(x: f64) -> f64 {
    SQRT_HALF_PI * erfcx(x.abs() * FRAC_1_SQRT_2)
}

impl Walk {
    /// Walk of a price.
    #[inline(always)]
    pub(crate) fn new(spot: f64, barrier: f64, mean: f64, deviation: f64) -> Self {
        Self { h: ln_ratio(barrier, spot), mean, deviation }
    }

    /// The same walk under the measure that takes the asset as money: the drift gains `sigma^2`.
    #[inline(always)]
    pub(crate) fn shared(self) -> Self {
        Self { mean: self.mean + self.deviation * self.deviation, ..self }
    }

    /// `N(w (m T - k) / (sigma sqrt T))`: for `w = 1` the probability of ending above `k`.
    #[inline(always)]
    pub(crate) fn ends(&self, w: f64, k: f64) -> f64 {
        normal_cdf(w * (self.mean - k) / self.deviation)
    }

    /// `e^(2 m h / sigma^2) N(b)` with `b = w (2 h - k + m T) / (sigma sqrt T)`, the term of the reflection principle, for `w` +1 (down) or
    /// -1 (up) and a `k` on the side of the barrier where the price is (or at it).
    ///
    /// The factors overflow for small volatilities while their product is a probability. Where `b < 0` it equals
    /// `e^(-2 h (h - k) / (sigma^2 T)) n(z) R(-b)` with `z = (k - m T) / (sigma sqrt T)` and Mills' ratio `R`, whose exponents are negative
    /// both. Where `b >= 0` the factors are harmless, and `N(b) = 1 - n(b) R(b)`.
    #[inline(always)]
    pub(crate) fn reflected(&self, w: f64, k: f64) -> f64 {
        let Self { h, mean, deviation } = *self;
        let b = w * (2.0 * h - k + mean) / deviation;
        let z = (k - mean) / deviation;
        let inside = b >= 0.0;
        let exponent = if inside { mean / deviation } else { (k - h) / deviation };
        let tail = normal_pdf(if inside { b } else { z }) * mills(b);
        exp(2.0 * exponent * (h / deviation)) * if inside { 1.0 - tail } else { tail }
    }

    /// +1 for a barrier below, -1 for one above.
    #[inline(always)]
    pub(crate) fn side(&self) -> f64 {
        if self.h < 0.0 { 1.0 } else { -1.0 }
    }

    /// Probability that the barrier is touched within the horizon: `N(z) + e^(2 m h / sigma^2) N(b)`, where `z` and `b` are drift toward
    /// the barrier less distance, and their mirror image, in deviations.
    ///
    /// As `n(z) = e^(2 m h / sigma^2) n(b)`, `N` of a negative argument is `n(z) R` with Mills' ratio `R`. For a positive argument it is
    /// `1 - n(z) R`. The two arguments are never both positive.
    #[inline(always)]
    pub(crate) fn touches(&self) -> f64 {
        let w = self.side();
        let (place, drift) = (self.h / self.deviation, self.mean / self.deviation);
        let (z, b) = (w * (place - drift), w * (place + drift));
        let whole = if b >= 0.0 { exp(2.0 * drift * place) } else { 0.0 };
        let whole = if z >= 0.0 { 1.0 } else { whole };
        let (ended, mirrored) = (mills(z), mills(b));
        let ended = if z >= 0.0 { -ended } else { ended };
        let mirrored = if b >= 0.0 { -mirrored } else { mirrored };
        min(whole + normal_pdf(z) * (ended + mirrored), 1.0)
    }

    /// Probability that the barrier is not touched within the horizon: the difference of two terms, with an absolute error below 1e-15.
    #[inline(always)]
    pub(crate) fn survives(&self) -> f64 {
        let w = self.side();
        max(self.ends(w, self.h) - self.reflected(w, self.h), 0.0)
    }

    /// [`survives`](Self::survives) to its last digits, however small: a sum of positive terms, but where it is near 1.
    ///
    /// With the distance `d` and the drift `g` away from the barrier in deviations it is `N(g + d) - e^(-2 g d) N(g - d)`, whose densities
    /// are equal, so that two Mills' ratios of one sign leave their difference.
    pub(crate) fn stays(&self) -> f64 {
        let (d, g) = (self.h.abs() / self.deviation, self.side() * self.mean / self.deviation);
        let z = g + d;
        let between =
            |x: f64| SQRT_HALF_PI * normal_pdf(z) * erfcx_difference(x * FRAC_1_SQRT_2, 2.0 * d * FRAC_1_SQRT_2);
        let value = if z <= 0.0 {
            between(-z)
        } else if g >= d {
            between(g - d) - exp_m1(-2.0 * g * d)
        } else {
            let ends = 0.5 * (erf(z * FRAC_1_SQRT_2) + erf((d - g) * FRAC_1_SQRT_2));
            let growth = -2.0 * g * d;
            // A factor that may overflow beside one that vanishes: their product is the density times Mills' ratio.
            let mirrored = if growth < 1.0 {
                -exp_m1(growth) * normal_cdf(g - d)
            } else {
                normal_cdf(g - d) - normal_pdf(z) * mills(d - g)
            };
            ends + mirrored
        };
        clamp(value, 0.0, 1.0)
    }

    /// `E[e^(-r tau); tau <= T]` for `rate_time = r T`: the value of 1 paid at the touch. NaN where a negative rate makes the transform
    /// complex.
    ///
    /// With the drift `nu = sqrt(m^2 + 2 r sigma^2)` instead of `m` it is the touch probability times `e^(a (mu - nu) / sigma^2)`, `a` the
    /// distance and `mu` the drift toward the barrier.
    #[inline(always)]
    pub(crate) fn discounted_touch(&self, rate_time: f64) -> f64 {
        let Self { h, mean, deviation } = *self;
        let w = self.side();
        let (toward, distance) = (-w * mean, h.abs());
        let square = mean * mean + 2.0 * rate_time * deviation * deviation;
        let nu = square.sqrt();
        // (mu - nu) / sigma^2 without cancellation where mu > 0.
        let exponent = if toward > 0.0 {
            -2.0 * rate_time * distance / (toward + nu)
        } else {
            distance / deviation * ((toward - nu) / deviation)
        };
        let tilted = Self { mean: -w * nu, ..*self };
        exp(exponent) * tilted.touches()
    }
}
