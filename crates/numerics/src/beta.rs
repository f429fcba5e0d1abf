//! The regularized incomplete beta function and its inverse.
//!
//! A continued fraction on the side of the mean where it converges fast, in about `sqrt(max(a, b))` terms. Its factor
//! `x^a y^b / B(a, b)`, `y = 1 - x`, is written by the saddle point (Loader 2000) as
//!
//! ```text
//! sqrt(a b / (2 pi n)) exp(s(n) - s(a) - s(b) - a phi(d/a) - b phi(-d/b))
//! n = a + b,  d = x b - y a,  phi(u) = u - ln(1 + u)
//! ```
//!
//! with `s` the error of Stirling's formula: the large exponents of the textbook form, which cancel, never appear. `d`
//! is computed with the rounding errors of its products, and of `1 - x`.

use hashinsight_units::Error;

use crate::double::two_product;
use crate::error;
use crate::exp::exp;
use crate::gamma::{invert_tails, ln_gamma_core, probability, stirling_error};
use crate::ln::{ln, minus_ln_1p};
use crate::normal::quantile_core;

/// Beyond, the continued fraction would be slow: at the ends it takes some 10^5 terms.
const SHAPES: std::ops::RangeInclusive<f64> = 1e-9..=1e9;
const SHAPE: &str = "from 1e-9 to 1e9";
const FRAC_1_2_PI: f64 = 0.159_154_943_091_895_35;

/// Regularized incomplete beta function `I_x(a, b)`: the probability that a beta variable is at most `x`.
/// Relative error below 1e-12 for `a`, `b` up to 1e6, until it underflows.
///
/// For the upper tail use `I_(1-x)(b, a) = 1 - I_x(a, b)`.
///
/// ```
/// use hashinsight_numerics::beta_i;
/// assert!((beta_i(2.0, 1.0, 0.3)? - 0.09).abs() < 1e-16); // x^2
/// assert!((beta_i(5.0, 5.0, 0.5)? - 0.5).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `a` and `b` lie from 1e-9 to 1e9 and `0 <= x <= 1`.
pub fn beta_i(a: f64, b: f64, x: f64) -> Result<f64, Error> {
    shapes(a, b)?;
    if !(0.0..=1.0).contains(&x) {
        return Err(error::refuse("x", x, "from 0 to 1"));
    }
    if x == 0.0 || x == 1.0 {
        return Ok(x);
    }
    let y = 1.0 - x;
    Ok(beta_tails(a, b, x, y, (1.0 - y) - x).0)
}

/// The `x` with `I_x(a, b) = p`. Relative error below 1e-12, as far as `p` determines `x`.
///
/// ```
/// use hashinsight_numerics::{beta_i, beta_i_inverse};
/// let x = beta_i_inverse(3.0, 8.0, 0.025)?;
/// assert!((beta_i(3.0, 8.0, x)? - 0.025).abs() < 1e-16);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `a` and `b` lie from 1e-9 to 1e9 and `0 <= p <= 1`.
pub fn beta_i_inverse(a: f64, b: f64, p: f64) -> Result<f64, Error> {
    let odds = beta_odds(a, b, p)?;
    Ok(if odds == f64::INFINITY { 1.0 } else { odds / (1.0 + odds) })
}

fn shapes(a: f64, b: f64) -> Result<(), Error> {
    for (field, shape) in [("a", a), ("b", b)] {
        if !SHAPES.contains(&shape) {
            return Err(error::refuse(field, shape, SHAPE));
        }
    }
    Ok(())
}

/// `x / (1 - x)` at the `p` quantile `x`: unlike `x` it keeps its digits near 1.
pub(crate) fn beta_odds(a: f64, b: f64, p: f64) -> Result<f64, Error> {
    shapes(a, b)?;
    probability("p", p)?;
    if p == 0.0 {
        return Ok(0.0);
    }
    if p == 1.0 {
        return Ok(f64::INFINITY);
    }
    let q = 1.0 - p;
    let spread = (1.0 / a + 1.0 / b).sqrt() + 1.0 / a + 1.0 / b;
    // The logarithm of the odds is roughly normal; for small shapes its tails are exponential, from the leading terms
    // of both tails.
    let z = quantile_core(p);
    let ln_beta = ln_gamma_core(a) + ln_gamma_core(b) - ln_gamma_core(a + b);
    let start = if a >= 1.0 && b >= 1.0 {
        ln(a / b) + z * (1.0 / a + 1.0 / b).sqrt()
    } else if p <= b / (a + b) {
        (ln(p) + ln(a) + ln_beta) / a
    } else {
        -(ln(q) + ln(b) + ln_beta) / b
    };
    Ok(invert_tails(exp(start), spread, p, q, |odds| {
        let (x, y) = (odds / (1.0 + odds), 1.0 / (1.0 + odds));
        beta_tails(a, b, x, y, 0.0)
    }))
}

/// `(I_x(a, b), 1 - I_x(a, b), x^a y^b / B(a, b))`, where `x + y + y_lo = 1`. The last is the derivative by `ln(x /
/// y)`.
fn beta_tails(a: f64, b: f64, x: f64, y: f64, y_lo: f64) -> (f64, f64, f64) {
    let ((xb, xb_lo), (ya, ya_lo)) = (two_product(x, b), two_product(y, a));
    let d = (xb - ya) + ((xb_lo - ya_lo) - y_lo * a);
    let n = a + b;
    let stirling = stirling_error(n) - stirling_error(a) - stirling_error(b);
    let exponent = a * minus_ln_1p(d / a, x * (n / a)) + b * minus_ln_1p(-d / b, y * (n / b));
    let front = exp(stirling - exponent) * (a * (b / n) * FRAC_1_2_PI).sqrt();
    if d <= 0.0 {
        let lower = front / fraction(a, b, x, y, -d);
        (lower, 1.0 - lower, front)
    } else {
        let upper = front / fraction(b, a, y, x, d);
        (1.0 - upper, upper, front)
    }
}

/// The continued fraction of `x^a y^b / (B(a, b) I_x(a, b))` for `x` below the mean, `gap = a - (a + b) x >= 0`
/// (Didonato and Morris 1992, `BFRAC`), modified Lentz. It takes the gap as such: from `x` it could only be had with
/// cancellation.
fn fraction(a: f64, b: f64, x: f64, y: f64, gap: f64) -> f64 {
    let mut h = a * (gap + 1.0) / (a + 1.0);
    let (mut c, mut d) = (h, 0.0);
    for n in 1..1_000_000 {
        let n = f64::from(n);
        let odd = a + 2.0 * n - 1.0;
        let above = (a + n - 1.0) / odd * ((a + b + n - 1.0) / odd) * (n * (b - n) * x * x);
        let below = n + n * (b - n) * x / odd + (a + n) / (odd + 2.0) * (gap + 1.0 + n * (1.0 + y));
        d = 1.0 / (below + above * d);
        c = below + above / c;
        h *= c * d;
        if (c * d - 1.0).abs() < 2e-16 {
            break;
        }
    }
    h
}
