//! Natural logarithms.
//!
//! `x = 2^k (1 + f)` with `1 + f` between `sqrt(1/2)` and `sqrt(2)`, and `ln(1 + f) = 2 atanh(s)` with `s = f / (2 +
//! f)`: the odd series in `s` is short because `s^2 < 0.03`. The leading terms are arranged as `f - f^2/2 + s (f^2/2 +
//! R(s^2))`, so that `f` enters exactly.

use crate::exp::{LN_2_HI, LN_2_LO};

const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
const SQRT_2: f64 = std::f64::consts::SQRT_2;
const ONE_BITS: u64 = 0x3ff0_0000_0000_0000;
const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
const TWO_54: f64 = 18_014_398_509_481_984.0;
/// The bits of `2^52`: with an integer below `2^32` in its low half this is `2^52 +` that integer.
const TWO_52_BITS: u64 = 0x4330_0000_0000_0000;
const TWO_52_AND_BIAS: f64 = 4_503_599_627_370_496.0 + 1023.0;

const ATANH: [f64; 7] = [
    0.666666666666667,
    0.39999999999899444,
    0.2857142862600327,
    0.22222211130259878,
    0.18182889455674947,
    0.15331710618210773,
    0.14616585424888623,
];

/// `x = 2^k (1 + f)` exactly, for positive finite `x`; subnormals too.
#[inline(always)]
pub(crate) fn split(x: f64) -> (f64, f64) {
    let tiny = x < f64::MIN_POSITIVE;
    let (k, f) = split_normal(if tiny { x * TWO_54 } else { x });
    (if tiny { k - 54.0 } else { k }, f)
}

#[inline(always)]
fn split_normal(x: f64) -> (f64, f64) {
    let shifted = x.to_bits().wrapping_add(ONE_BITS - SQRT_HALF_BITS);
    let k = f64::from_bits(TWO_52_BITS | (shifted >> 52)) - TWO_52_AND_BIAS;
    let mantissa = f64::from_bits((shifted & MANTISSA).wrapping_add(SQRT_HALF_BITS));
    (k, mantissa - 1.0)
}

/// `R(z) = ln(1 + f) / s - 2` with `z = s^2`: all of the atanh series but its first term.
#[inline(always)]
pub(crate) fn atanh_tail(z: f64) -> f64 {
    let c = &ATANH;
    let z2 = z * z;
    let z4 = z2 * z2;
    z * ((c[0] + c[1] * z) + z2 * (c[2] + c[3] * z) + z4 * ((c[4] + c[5] * z) + z2 * c[6]))
}

/// `k ln 2 + ln(1 + f) + correction`, with a correction below an ulp of `f`.
#[inline(always)]
fn combine(k: f64, f: f64, correction: f64) -> f64 {
    let s = f / (2.0 + f);
    let half_square = 0.5 * f * f;
    let bracket = s * (half_square + atanh_tail(s * s)) + (k * LN_2_LO + correction);
    k * LN_2_HI - ((half_square - bracket) - f)
}

/// Natural logarithm. Error below 0.9 ulp.
///
/// `ln(0) = -inf`, `ln(inf) = inf`; NaN for negative numbers and NaN.
///
/// ```
/// use hashinsight_numerics::ln;
/// assert_eq!(ln(1.0), 0.0);
/// assert_eq!(ln(10.0), std::f64::consts::LN_10);
/// assert!(ln(-1.0).is_nan());
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn ln(x: f64) -> f64 {
    let (k, f) = split(x);
    let y = combine(k, f, 0.0);
    let y = if x == f64::INFINITY { f64::INFINITY } else { y };
    let y = if x == 0.0 { f64::NEG_INFINITY } else { y };
    if x >= 0.0 { y } else { f64::NAN }
}

/// [`ln`] of a positive normal number, with its bits and without its special cases.
#[inline(always)]
pub(crate) fn ln_normal(x: f64) -> f64 {
    let (k, f) = split_normal(x);
    combine(k, f, 0.0)
}

/// `ln(above / below)`, as accurate where the two nearly agree: rounding their quotient would leave an absolute error of
/// half an ulp of 1. Error below 2 ulp; odd to the bit: `ln_ratio(b, a) = -ln_ratio(a, b)`, but for the sign of 0.
///
/// Special cases as those of `ln(above / below)`, where the quotient of two positive numbers neither over- nor
/// underflows. With mantissas `a` and `b` in `2^k a / b` it is `k ln 2 + 2 atanh((a - b) / (a + b))`: the difference is
/// exact, one quotient is all that is rounded.
///
/// ```
/// use hashinsight_numerics::{ln, ln_ratio};
/// assert_eq!(ln_ratio(6.0, 3.0), ln(2.0));
/// assert_eq!(ln_ratio(1e300, 1e300_f64.next_up()), -1.487016908477783e-16);
/// assert_eq!(ln_ratio(0.0, 2.0), f64::NEG_INFINITY);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn ln_ratio(above: f64, below: f64) -> f64 {
    let ((k_above, f_above), (k_below, f_below)) = (split(above), split(below));
    let (a, b, k) = (1.0 + f_above, 1.0 + f_below, k_above - k_below);
    // The greater one halved where their quotient exceeds sqrt(2).
    let (rises, falls) = (a > SQRT_2 * b, b > SQRT_2 * a);
    let (a, k) = if rises { (0.5 * a, k + 1.0) } else { (a, k) };
    let (b, k) = if falls { (0.5 * b, k - 1.0) } else { (b, k) };
    let s = (a - b) / (a + b);
    let y = k * LN_2_HI + (2.0 * s + (s * atanh_tail(s * s) + k * LN_2_LO));
    let y = if above == 0.0 || below == f64::INFINITY { f64::NEG_INFINITY } else { y };
    let y = if below == 0.0 || above == f64::INFINITY { f64::INFINITY } else { y };
    let no_quotient = above == below && (above == 0.0 || above == f64::INFINITY);
    if above >= 0.0 && below >= 0.0 && !no_quotient { y } else { f64::NAN }
}

/// `ln(1 + x)`, accurate near zero. Error below 0.9 ulp.
///
/// ```
/// use hashinsight_numerics::ln_1p;
/// assert_eq!(ln_1p(1e-20), 1e-20);
/// assert_eq!(ln_1p(-1.0), f64::NEG_INFINITY);
/// ```
#[must_use]
pub fn ln_1p(x: f64) -> f64 {
    if x > -0.2928 && x < 0.4142 {
        // 1 + x lies where k = 0, and f = x is exact. Below 2^-54 the series is x itself; -0.0 stays.
        return if x.abs() < 5e-17 { x } else { combine(0.0, x, 0.0) };
    }
    let u = 1.0 + x;
    if !(u > 0.0 && u < f64::INFINITY) {
        return ln(u);
    }
    // What rounding 1 + x lost, relative to u: beyond 2^53 the 1 itself, which no longer matters.
    let lost = if x < 1.0 { x - (u - 1.0) } else { 1.0 - (u - x) };
    let (k, f) = split(u);
    combine(k, f, lost / u)
}

/// `u - ln(1 + u)` without cancellation where it is about `u^2 / 2`; `one_plus_u` carries the digits that `u` near -1
/// has lost.
pub(crate) fn minus_ln_1p(u: f64, one_plus_u: f64) -> f64 {
    if u > -0.2928 && u < 0.4142 {
        let s = u / (2.0 + u);
        return s * (u - atanh_tail(s * s));
    }
    u - ln(one_plus_u)
}
