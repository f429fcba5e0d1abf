//! The exponential function.
//!
//! `x = k ln 2 + r` with `|r| <= ln 2 / 2` (Cody and Waite: `ln 2` in two parts, the first short enough that `k` times
//! it is exact), then `e^r = 1 + r + r^2 q(r)` with a polynomial `q` of degree 10 and the rounding errors of `1 + r`
//! and of `r` carried along. No branch and no table, so that a loop over it becomes lanes.

use crate::double::{fast_two_sum, two_product};

pub(crate) const LN_2_HI: f64 = 0.693_147_180_369_123_8; // the first 32 bits of ln 2
pub(crate) const LN_2_LO: f64 = 1.908_214_929_270_587_7e-10;
const LOG2_E: f64 = std::f64::consts::LOG2_E;

/// `1.5 * 2^52`: adding it rounds to an integer, which then stands in the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// Twice the exponent bias: keeps `k + DOUBLE_BIAS` positive, so that halving it needs no signed shift.
const DOUBLE_BIAS: u64 = 2046;

const EXP: [f64; 11] = [
    0.5,
    0.1666666666666667,
    0.04166666666666667,
    0.008333333333326136,
    0.0013888888888883748,
    0.00019841269874820627,
    2.4801587325547743e-05,
    2.7557255400206422e-06,
    2.75572736431103e-07,
    2.5105217004720745e-08,
    2.0914686968086876e-09,
];

/// `e^(x + x_lo) = (head + tail) 2^k`, for `|x| < 800` and `x_lo` below an ulp of `x`; `biased` is `k + 2046`.
pub(crate) struct Exponential {
    pub(crate) head: f64,
    pub(crate) tail: f64,
    pub(crate) biased: u64,
}

#[inline(always)]
pub(crate) fn exponential(x: f64, x_lo: f64) -> Exponential {
    let shifted = x * LOG2_E + ROUND;
    let k = shifted - ROUND;
    let biased = shifted.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(DOUBLE_BIAS);
    let high = x - k * LN_2_HI; // exact
    let low = k * LN_2_LO - x_lo;
    let r = high - low;
    let r_lo = (high - r) - low;
    let square = r * r;
    let (head, lost) = fast_two_sum(1.0, r);
    Exponential { head, tail: lost + (square * remainder(r, square) + (r_lo + r_lo * r)), biased }
}

/// `q(r) = (e^r - 1 - r) / r^2`.
#[inline(always)]
fn remainder(r: f64, r2: f64) -> f64 {
    let c = &EXP;
    let r4 = r2 * r2;
    let low = (c[0] + c[1] * r) + r2 * (c[2] + c[3] * r);
    let middle = (c[4] + c[5] * r) + r2 * (c[6] + c[7] * r);
    let high = (c[8] + c[9] * r) + r2 * c[10];
    low + r4 * (middle + r4 * high)
}

/// `value 2^k` in two exact steps, the second of which may round into the subnormals or overflow.
#[inline(always)]
pub(crate) fn scale(value: f64, biased: u64) -> f64 {
    let half = biased >> 1;
    value * f64::from_bits(half.wrapping_shl(52)) * f64::from_bits(biased.wrapping_sub(half).wrapping_shl(52))
}

/// `factor e^(x + x_lo)`, rounded once more than `exp` where the result is subnormal; `x` between -800 and 800.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn exp_times(x: f64, x_lo: f64, factor: f64) -> f64 {
    let e = exponential(x, x_lo);
    scale(factor * (e.head + e.tail), e.biased)
}

/// `factor e^(-x^2 / divisor)` for `|x| < 40` and `divisor` 1 or 2, without the error that rounding `x^2` would bring.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn exp_minus_square(x: f64, divisor: f64, factor: f64) -> f64 {
    let (square, square_lo) = two_product(x, x);
    exp_times(-square / divisor, -square_lo / divisor, factor)
}

/// `e^x`. Error below 0.7 ulp (1 ulp where the result is subnormal).
///
/// `exp(-inf) = 0`, overflow is infinity, NaN gives NaN.
///
/// ```
/// use hashinsight_numerics::exp;
/// assert_eq!(exp(1.0), std::f64::consts::E);
/// assert_eq!(exp(710.0), f64::INFINITY);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn exp(x: f64) -> f64 {
    let below = if x < -746.0 { -746.0 } else { x };
    let held = if below > 710.0 { 710.0 } else { below };
    let e = exponential(held, 0.0);
    let y = scale(e.head + e.tail, e.biased);
    if x.is_nan() { f64::NAN } else { y }
}

/// `e^x - 1`, accurate near zero. Error below 1 ulp.
///
/// ```
/// use hashinsight_numerics::exp_m1;
/// assert_eq!(exp_m1(1e-20), 1e-20);
/// assert_eq!(exp_m1(f64::NEG_INFINITY), -1.0);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn exp_m1(x: f64) -> f64 {
    let below = if x < -45.0 { -45.0 } else { x };
    let held = if below > 45.0 { 45.0 } else { below };
    let shifted = held * LOG2_E + ROUND;
    let k = shifted - ROUND;
    let high = held - k * LN_2_HI;
    let low = k * LN_2_LO;
    let r = high - low;
    let r_lo = (high - r) - low;
    let tail = r * r * remainder(r, r * r) + (r_lo + r_lo * r);
    // 2^k ((1 - 2^-k) + r + tail), with 2^-k among the small terms where 1 - 2^-k would round
    let biased = shifted.to_bits().wrapping_sub(ROUND.to_bits()).wrapping_add(DOUBLE_BIAS);
    let power = scale(1.0, biased);
    let far = k > 50.0;
    let one = if far { 1.0 } else { 1.0 - 1.0 / power };
    let small = if far { tail - 1.0 / power } else { tail };
    let (head, lost) = fast_two_sum(one, r);
    let y = if k == 0.0 { r + tail } else { (head + (lost + small)) * power };
    let y = if x == 0.0 { x } else { y };
    let y = if x < -45.0 { -1.0 } else { y };
    let y = if x > 45.0 { exp(x) } else { y }; // the 1 is below a quarter ulp
    if x.is_nan() { f64::NAN } else { y }
}
