//! The standard normal distribution.
//!
//! The distribution function in a tail is `erfcx(|x| / sqrt 2) e^(-x^2/2) / 2`: the exponent uses `x` itself, so that
//! rounding `x / sqrt 2` costs one ulp and not `x^2` ulps. The quantile is three rational functions of degree 7 over 7:
//! in `(p - 1/2)^2` for the central 85 %, in `sqrt(-ln p)` for the tails (the division of the unit interval is that of
//! Wichura 1988, AS 241; the coefficients are our own fit). Over slices the first two are evaluated for every element
//! and the result is selected, so that the loop becomes lanes; the third is so rare that it is repaired afterwards.

use hashinsight_units::Error;

use crate::double::{two_product, two_sum};
use crate::erf::{erf_center, erfcx_positive};
use crate::error;
use crate::exp::{exp, exp_minus_square, exp_times};
use crate::ln::{ln, ln_normal};

const FRAC_1_SQRT_2: f64 = std::f64::consts::FRAC_1_SQRT_2;
const FRAC_1_SQRT_2_PI: f64 = 0.398_942_280_401_432_7;

/// Half the width of the central region, squared: 0.425^2.
const CENTRAL_SQUARE: f64 = 0.180_625;
const CENTRAL: f64 = 0.425;
const TAIL_START: f64 = 1.6;
const FAR_START: f64 = 5.0;
/// `e^-25`: the tail probability where the far region begins.
const FAR: f64 = 1.388_794_386_496_402e-11;

const CENTRAL_P: [f64; 8] = [
    3.3871328727963665,
    133.14115537463215,
    1971.5742183667712,
    13731.500203996628,
    45920.995471997594,
    67263.82197887353,
    33429.28953251074,
    2508.9572427717194,
];
const CENTRAL_Q: [f64; 8] = [
    1.0,
    42.313179388625755,
    687.1816129042654,
    5394.126000837329,
    21213.388377223288,
    39306.85583511146,
    28728.079819127543,
    5226.261483720082,
];
const TAIL_P: [f64; 8] = [
    1.4234371107496835,
    4.630341441005409,
    5.769507829798891,
    3.647859552145237,
    1.270463719133281,
    0.24178198410531238,
    0.022723967406869005,
    0.0007745484294408019,
];
const TAIL_Q: [f64; 8] = [
    1.0,
    2.053194152108562,
    1.6763892529072932,
    0.6897701347452908,
    0.14810474123355896,
    0.0151987492732447,
    0.0005475962236171929,
    1.0507416447697454e-09,
];
const FAR_P: [f64; 8] = [
    6.657904643501104,
    5.462182160970512,
    1.7836234950234042,
    0.2962110860710809,
    0.026482708331775195,
    0.001239149780009491,
    2.7001762805673632e-05,
    1.9979586595877942e-07,
];
const FAR_Q: [f64; 8] = [
    1.0,
    0.599591477635992,
    0.13680234304342628,
    0.014850717453654235,
    0.0007847639693736517,
    1.8387091772456064e-05,
    1.4127609074811494e-07,
    2.0090150801952306e-15,
];

/// Density of the standard normal distribution, `e^(-x^2/2) / sqrt(2 pi)`. Error below 2.2 ulp, until it underflows.
///
/// ```
/// use hashinsight_numerics::normal_pdf;
/// assert!((normal_pdf(0.0) - 0.398_942_280_401_432_7).abs() < 1e-16);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn normal_pdf(x: f64) -> f64 {
    let y = exp_minus_square(held(x.abs()), 2.0, FRAC_1_SQRT_2_PI);
    if x.is_nan() { f64::NAN } else { y }
}

/// At most where `e^(-x^2/2)` is below the least subnormal: `e^(-760)`.
#[inline(always)]
fn held(magnitude: f64) -> f64 {
    if magnitude < 39.0 { magnitude } else { 39.0 }
}

/// Probability that a standard normal variable is at most `x`. Error below 5 ulp, in the lower tail too (until it
/// underflows at -38.5).
///
/// For the upper tail ask for `normal_cdf(-x)`.
///
/// ```
/// use hashinsight_numerics::normal_cdf;
/// assert_eq!(normal_cdf(0.0), 0.5);
/// assert!((normal_cdf(-10.0) / 7.619_853_024_160_527e-24 - 1.0).abs() < 1e-15);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    let magnitude = x.abs();
    let y = if magnitude < 0.7 {
        0.5 + 0.5 * erf_center(x * FRAC_1_SQRT_2)
    } else {
        let tail = exp_minus_square(held(magnitude), 2.0, 0.5 * erfcx_positive(magnitude * FRAC_1_SQRT_2));
        if x < 0.0 { tail } else { 1.0 - tail }
    };
    if x.is_nan() { f64::NAN } else { y }
}

/// `e^a` times [`normal_cdf`]`(b)`, where one factor may overflow while the other vanishes. Error below 6 ulp of the exact
/// result for these `a` and `b`, until it underflows.
///
/// The reflection terms of barrier formulas, `(H/S)^(2 m / s^2) N(...)`, are of this form: `e^800 * N(-45)` is a number of
/// order 1e-95, its factors are infinite and zero.
///
/// ```
/// use hashinsight_numerics::exp_normal_cdf;
/// assert!((exp_normal_cdf(800.0, -45.0) / 4.569_892_092_495_645e-95 - 1.0).abs() < 1e-12);
/// assert_eq!(exp_normal_cdf(0.0, 0.0), 0.5);
/// ```
#[must_use]
pub fn exp_normal_cdf(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        return f64::NAN;
    }
    if b >= -0.7 {
        return exp(a) * normal_cdf(b);
    }
    if a.is_infinite() {
        return if a < 0.0 {
            0.0
        } else if b == f64::NEG_INFINITY {
            f64::NAN
        } else {
            a
        };
    }
    if b < -1e150 {
        // Both exponents are so large that their difference, if there is one, decides.
        return if a > 0.5 * b * b { f64::INFINITY } else { 0.0 };
    }
    let (square, square_lo) = two_product(b, b);
    let (exponent, exponent_lo) = two_sum(a, -0.5 * square);
    if exponent > 800.0 {
        return f64::INFINITY;
    }
    if exponent < -800.0 {
        return 0.0;
    }
    exp_times(exponent, exponent_lo - 0.5 * square_lo, 0.5 * erfcx_positive(-b * FRAC_1_SQRT_2))
}

/// The number that a standard normal variable stays below with probability `p`. Relative error below 1.1e-15 for every
/// `p`, subnormals included; odd to the bit: `normal_quantile(1 - p) = -normal_quantile(p)` where `1 - p` is exact.
///
/// `p = 0` and `p = 1` give the infinities.
///
/// ```
/// use hashinsight_numerics::normal_quantile;
/// assert!((normal_quantile(0.975)? - 1.959_963_984_540_054).abs() < 1e-15);
/// assert_eq!(normal_quantile(0.25)?, -normal_quantile(0.75)?);
/// assert!(normal_quantile(1.5).is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `0 <= p <= 1`.
pub fn normal_quantile(p: f64) -> Result<f64, Error> {
    if !(0.0..=1.0).contains(&p) {
        return Err(error::refuse("p", p, "a probability from 0 to 1"));
    }
    Ok(quantile_core(p))
}

/// [`normal_quantile`] for a `p` that is known to be a probability.
pub(crate) fn quantile_core(p: f64) -> f64 {
    let q = p - 0.5;
    if q.abs() <= CENTRAL {
        let (above, below) = central(q);
        return q * (above / below);
    }
    let rest = tail_probability(p);
    if rest >= FAR {
        let (above, below) = tail(rest);
        return (above / below).copysign(q);
    }
    if rest == 0.0 {
        return f64::INFINITY.copysign(q);
    }
    let v = (-ln(rest)).sqrt() - FAR_START;
    (horner(&FAR_P, v) / horner(&FAR_Q, v)).copysign(q)
}

/// The bits of [`quantile_core`] wherever [`is_far`] is false, without a branch: a loop over it becomes lanes.
#[inline(always)]
pub(crate) fn quantile_near(p: f64) -> f64 {
    let q = p - 0.5;
    let (central_above, central_below) = central(q);
    let (tail_above, tail_below) = tail(tail_probability(p));
    let in_center = q.abs() <= CENTRAL;
    let above = if in_center { central_above } else { tail_above };
    let below = if in_center { central_below } else { tail_below };
    let ratio = above / below;
    if in_center { q * ratio } else { ratio.copysign(q) }
}

/// Outside the middle `1 - 2 e^-25`: for uniform random numbers, once in 36 billion.
#[inline(always)]
pub(crate) fn is_far(p: f64) -> bool {
    tail_probability(p) < FAR
}

/// The lesser of `p` and `1 - p`, which is exact where it is taken.
#[inline(always)]
fn tail_probability(p: f64) -> f64 {
    if p < 0.5 { p } else { 1.0 - p }
}

/// Numerator and denominator of `quantile / q`.
#[inline(always)]
fn central(q: f64) -> (f64, f64) {
    let v = CENTRAL_SQUARE - q * q;
    (horner(&CENTRAL_P, v), horner(&CENTRAL_Q, v))
}

/// Numerator and denominator of the quantile's magnitude, for a tail of at least `FAR`.
#[inline(always)]
fn tail(rest: f64) -> (f64, f64) {
    let v = (-ln_normal(rest)).sqrt() - TAIL_START;
    (horner(&TAIL_P, v), horner(&TAIL_Q, v))
}

#[inline(always)]
fn horner(c: &[f64; 8], v: f64) -> f64 {
    let mut sum = c[7];
    for i in (0..7).rev() {
        sum = sum * v + c[i];
    }
    sum
}
