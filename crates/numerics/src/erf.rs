//! The error function and its complements.
//!
//! Up to 1 `erf` is `x` times a polynomial in `x^2 - 1/2`. Beyond, everything stands on the scaled complement, which
//! varies slowly: `t = k / (k + x)` with `k = 15/4` maps the half line to `0..=1`, and there `(k + x) erfcx(x)` is one
//! polynomial of degree 25 (the substitution and its `k` are those of Shepherd and Laframboise 1981). Its powers are
//! those of `t - 1/4`, in which it keeps its digits at both ends. `erfc` multiplies by `e^(-x^2)` with `x^2` carried
//! exactly, hence keeps its relative accuracy until it underflows.
//!
//! No table and no early return: in lanes every form is evaluated and the right one selected.

use crate::double::two_product;
use crate::exp::{exp_minus_square, exp_times};

/// `erf(x) / x - 1` in powers of `x^2 - 1/2`.
const ERF: [f64; 13] = [
    -0.03453126133013269,
    -0.2810721780454342,
    0.07940998675593483,
    -0.018283884489152906,
    0.003480274496665589,
    -0.0005611894221159957,
    7.82964952550334e-05,
    -9.614808686837411e-06,
    1.053644949301286e-06,
    -1.0420369437776738e-07,
    9.387642467190585e-09,
    -7.798543168142326e-10,
    5.957176147748911e-11,
];

/// `(k + x) erfcx(x)` in powers of `k / (k + x) - 1/4`: the even ones.
const ERFCX_EVEN: [f64; 13] = [
    0.7493154601544901,
    1.1707257546392564,
    1.3585697187233294,
    1.0540802923077937,
    0.40734743569053466,
    -0.044552770993274135,
    -0.05549811239382492,
    0.03227527387260829,
    -0.005420308071733916,
    -0.006906892990429266,
    0.015183407308610957,
    -0.0320332486822994,
    -0.014422628755265158,
];
/// The odd ones.
const ERFCX_ODD: [f64; 13] = [
    0.9681173367817423,
    1.3151799739380512,
    1.271637426891153,
    0.7430259258338516,
    0.1257080022356925,
    -0.09230890575080127,
    0.0028400910820872574,
    0.021423300880928146,
    -0.016986274049937806,
    0.005613766625869171,
    0.0009959381262215417,
    0.03315919627315718,
    0.0024458560959587563,
];

const K: f64 = 3.75;
/// From here on `erfc` is below the least subnormal: `e^(-784)`.
const LAST: f64 = 28.0;

#[inline(always)]
fn horner(c: &[f64; 13], v: f64) -> f64 {
    let mut sum = c[12];
    for i in (0..12).rev() {
        sum = sum * v + c[i];
    }
    sum
}

/// `e^(x^2) erfc(x)` for `x >= 0`.
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub(crate) fn erfcx_positive(x: f64) -> f64 {
    let r = 1.0 / (K + x);
    // 1 - t, of which rounding r costs little: the product with r below makes up for it. At infinity not 0 inf.
    let rest = if x < 1e18 { x * r } else { 1.0 };
    let q = 0.75 - rest;
    let square = q * q;
    r * (horner(&ERFCX_EVEN, square) + q * horner(&ERFCX_ODD, square))
}

/// A polynomial at `b`, and its divided difference between `a` and `b`.
#[inline(always)]
fn divided(c: &[f64; 13], a: f64, b: f64) -> (f64, f64) {
    let (mut value, mut slope) = (c[12], 0.0);
    for i in (0..12).rev() {
        slope = slope * a + value;
        value = value * b + c[i];
    }
    (value, slope)
}

/// `erf(x)` for `|x| < 1`.
#[inline(always)]
pub(crate) fn erf_center(x: f64) -> f64 {
    x + x * horner(&ERF, x * x - 0.5)
}

/// `erfc(x)` for `x >= 0`.
#[inline(always)]
fn erfc_positive(x: f64) -> f64 {
    let held = if x < LAST { x } else { LAST };
    exp_minus_square(held, 1.0, erfcx_positive(held))
}

/// Error function, `2/sqrt(pi)` times the integral of `e^(-t^2)` from 0 to `x`. Error below 1.2 ulp; odd to the bit.
///
/// ```
/// use hashinsight_numerics::erf;
/// assert_eq!(erf(0.0), 0.0);
/// assert_eq!(erf(-0.5), -erf(0.5));
/// assert_eq!(erf(7.0), 1.0);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn erf(x: f64) -> f64 {
    let magnitude = x.abs();
    let y = if magnitude < 1.0 { erf_center(x) } else { (1.0 - erfc_positive(magnitude)).copysign(x) };
    if x.is_nan() { f64::NAN } else { y }
}

/// Complementary error function `1 - erf(x)`, accurate in the far tail. Error below 4.5 ulp (1 ulp where the result is
/// subnormal).
///
/// ```
/// use hashinsight_numerics::erfc;
/// assert_eq!(erfc(0.0), 1.0);
/// assert!((erfc(10.0) / 2.088_487_583_762_545e-45 - 1.0).abs() < 1e-15);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn erfc(x: f64) -> f64 {
    let magnitude = x.abs();
    let y = if magnitude < 0.5 {
        1.0 - erf_center(x)
    } else {
        let tail = erfc_positive(magnitude);
        if x < 0.0 { 2.0 - tail } else { tail }
    };
    if x.is_nan() { f64::NAN } else { y }
}

/// Scaled complement `e^(x^2) erfc(x)`: about `1 / (x sqrt(pi))` for large `x`, where `erfc` has underflowed. Error
/// below 4 ulp.
///
/// Overflows to infinity below about -26.6.
///
/// ```
/// use hashinsight_numerics::erfcx;
/// assert_eq!(erfcx(0.0), 1.0);
/// assert!((erfcx(1e9) * 1e9 * std::f64::consts::PI.sqrt() - 1.0).abs() < 1e-15);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn erfcx(x: f64) -> f64 {
    let magnitude = x.abs();
    let positive = erfcx_positive(magnitude);
    let y = if x < 0.0 {
        let held = if magnitude < 27.0 { magnitude } else { 27.0 };
        let (square, square_lo) = two_product(held, held);
        exp_times(square, square_lo, 2.0) - positive
    } else {
        positive
    };
    if x.is_nan() { f64::NAN } else { y }
}

/// `erfcx(x) - erfcx(x + width)` for `x >= 0` and a finite `width >= 0`, to its last digits where the two agree: relative
/// error below 2e-15 unless the result underflows or `x + width` overflows. NaN elsewhere.
///
/// The time value of an option is of this form (`erfcx` is Mills' ratio), and is all digits that the two share where
/// little time is left. The polynomials of [`erfcx`] are not subtracted but divided: `(P(a) - P(b)) / (a - b)` is a
/// recurrence of its own, and `a - b` is exact.
///
/// ```
/// use hashinsight_numerics::{erfcx, erfcx_difference};
/// assert!((erfcx_difference(0.5, 2.0) - (erfcx(0.5) - erfcx(2.5))).abs() < 1e-15);
/// assert!((erfcx_difference(0.0, 1e-30) / 1e-30 - std::f64::consts::FRAC_2_SQRT_PI).abs() < 1e-14);
/// ```
#[cfg_attr(target_family = "wasm", inline(never))]
#[cfg_attr(not(target_family = "wasm"), inline(always))]
#[must_use]
pub fn erfcx_difference(x: f64, width: f64) -> f64 {
    let end = x + width;
    let (near, far) = (1.0 / (K + x), 1.0 / (K + end));
    let rest = |x: f64, r: f64| if x < 1e18 { x * r } else { 1.0 };
    let (a, b) = (0.75 - rest(x, near), 0.75 - rest(end, far));
    let ((even, even_slope), (odd, odd_slope)) =
        (divided(&ERFCX_EVEN, a * a, b * b), divided(&ERFCX_ODD, a * a, b * b));
    let slope = (a + b) * (even_slope + a * odd_slope) + odd;
    // near P(a) - far P(b), with near - far = width near far and a - b = K (near - far)
    let y = (width * near) * (far * (K * near * slope + (even + b * odd)));
    if x >= 0.0 && (0.0..f64::INFINITY).contains(&width) { y } else { f64::NAN }
}
