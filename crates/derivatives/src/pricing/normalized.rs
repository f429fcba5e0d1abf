//! The Black function in the coordinates in which it is one function of two numbers.
//!
//! With `x = ln(F/K)` and `s = sigma sqrt(T)` an undiscounted out-of-the-money option is worth `sqrt(F K) b(-|x|, s)`,
//!
//! ```text
//! b(x, s) = e^(x/2) N(x/s + s/2) - e^(-x/2) N(x/s - s/2)        (Jaeckel 2015, "Let's be rational")
//!         = v [R(-y) - R(t - h)],   h = x/s,  t = s/2,  y = h + t,  v = e^(x/2) n(y),  R(z) = N(-z) / n(z)
//! ```
//!
//! Mills' ratio `R` is `erfcx`, whose differences keep their digits however near the two places are. Where `y > 0` the difference is taken
//! from `R(y)` instead, and what is between, `v [R(-y) - R(y)] = e^(x/2) erf(y / sqrt 2)`, is added: all terms are positive. The relative
//! error stays below 3e-14 times the square of `h` or 1 until the result underflows.

use hashinsight_numerics::{erf, erfcx, erfcx_difference, exp, normal_pdf};

const SQRT_HALF_PI: f64 = 1.253_314_137_315_500_3;
const FRAC_1_SQRT_2: f64 = std::f64::consts::FRAC_1_SQRT_2;
const SQRT_2: f64 = std::f64::consts::SQRT_2;

/// `b(x, s)` for `x <= 0` and `s >= 0`: between 0 and `e^(x/2)`.
#[inline(always)]
pub(crate) fn black(x: f64, s: f64) -> f64 {
    let value = Place::new(x, exp(0.5 * x), s).value();
    if s == 0.0 { 0.0 } else { value }
}

/// Where `b` is taken: `x <= 0` and `s > 0`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    h: f64,
    t: f64,
    y: f64,
    /// `e^(x/2)`, the greatest value.
    root: f64,
    /// `db/ds = e^(x/2) n(y)`.
    pub(crate) vega: f64,
}

impl Place {
    #[inline(always)]
    pub(crate) fn new(x: f64, root: f64, s: f64) -> Self {
        let (h, t) = (x / s, 0.5 * s);
        let y = h + t;
        Self { h, t, y, root, vega: root * normal_pdf(y) }
    }

    #[inline(always)]
    pub(crate) fn value(&self) -> f64 {
        let Self { h, t, y, root, vega } = *self;
        let width = if t < -h { t } else { -h };
        let apart = vega * SQRT_HALF_PI * erfcx_difference(y.abs() * FRAC_1_SQRT_2, SQRT_2 * width);
        if y > 0.0 { apart + root * erf(y * FRAC_1_SQRT_2) } else { apart }
    }

    /// `e^(x/2) - b(x, s)`, what the option lacks of its greatest value, for `y >= 0`; positive terms only.
    pub(crate) fn shortfall(&self) -> f64 {
        self.vega * SQRT_HALF_PI * (erfcx(self.y * FRAC_1_SQRT_2) + erfcx((self.t - self.h) * FRAC_1_SQRT_2))
    }
}
