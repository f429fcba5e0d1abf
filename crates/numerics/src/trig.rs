//! Sines and cosines of multiples of pi.
//!
//! `sin(pi x)` is what transforms and series ask for: the reduction to a quarter turn is exact, where that of `sin(x)`
//! needs pi to a thousand bits. The reduced angle is a pair of doubles, the series are those of Taylor to the last
//! term that a double can see.

use crate::double::two_product;

const PI_LO: f64 = 1.224_646_799_147_353_2e-16;
/// Coefficients of `x^3, x^5, ..., x^17` of the sine.
const SIN: [f64; 8] = [
    -1.0 / 6.0,
    1.0 / 120.0,
    -1.0 / 5_040.0,
    1.0 / 362_880.0,
    -1.0 / 39_916_800.0,
    1.0 / 6_227_020_800.0,
    -1.0 / 1_307_674_368_000.0,
    1.0 / 355_687_428_096_000.0,
];
/// Coefficients of `x^4, x^6, ..., x^18` of the cosine.
const COS: [f64; 8] = [
    1.0 / 24.0,
    -1.0 / 720.0,
    1.0 / 40_320.0,
    -1.0 / 3_628_800.0,
    1.0 / 479_001_600.0,
    -1.0 / 87_178_291_200.0,
    1.0 / 20_922_789_888_000.0,
    -1.0 / 6_402_373_705_728_000.0,
];

/// `sin(x + x_lo)` and `cos(x + x_lo)` for `|x|` up to pi/4.
fn kernel(x: f64, x_lo: f64) -> (f64, f64) {
    let z = x * x;
    let series = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, c| sum * z + c);
    let half = 0.5 * z;
    let sine = x + (x * z * series(&SIN) + x_lo * (1.0 - half));
    let head = 1.0 - half;
    let cosine = head + (((1.0 - head) - half) + (z * z * series(&COS) - x * x_lo));
    (sine, cosine)
}

/// `(sin, cos)` of an angle that is `quarters` quarter turns beyond one whose sine and cosine are given.
fn turn(quarters: i64, (sine, cosine): (f64, f64)) -> (f64, f64) {
    match quarters & 3 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

/// `(sin(pi x), cos(pi x))` for `|x|` below 2^52.
pub(crate) fn sin_cos_pi(x: f64) -> (f64, f64) {
    let quarters = (2.0 * x + 0.5).floor();
    let rest = x - 0.5 * quarters; // exact
    let (angle, angle_lo) = two_product(std::f64::consts::PI, rest);
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
    turn(quarters as i64, kernel(angle, angle_lo + PI_LO * rest))
}

/// `(sin x, cos x)` for `|x|` up to 1e6, with an absolute error below 2e-16: `pi/2` in pieces of 33 bits (Cody, Waite).
pub(crate) fn sin_cos(x: f64) -> (f64, f64) {
    const HALF_PI: [f64; 2] = [1.570_796_326_734_125_6, 6.077_100_506_303_966e-11];
    const HALF_PI_REST: f64 = 2.022_266_248_795_950_6e-21;
    let quarters = (x * std::f64::consts::FRAC_2_PI + 0.5).floor();
    let first = x - quarters * HALF_PI[0];
    let (high, low) = crate::double::two_sum(first, -quarters * HALF_PI[1]);
    let low = low - quarters * HALF_PI_REST;
    let (angle, angle_lo) = crate::double::fast_two_sum(high, low);
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^20")]
    turn(quarters as i64, kernel(angle, angle_lo))
}

/// `sin(pi x)`. Error below 1 ulp; exactly 0 at whole numbers, 1 or -1 halfway between.
///
/// NaN for NaN and the infinities.
///
/// ```
/// use hashinsight_numerics::sin_pi;
/// assert_eq!((sin_pi(0.5), sin_pi(-2.0)), (1.0, 0.0));
/// assert_eq!(sin_pi(1.0 / 6.0), 0.5);
/// ```
#[must_use]
pub fn sin_pi(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    if x.abs() >= 4_503_599_627_370_496.0 {
        return 0.0; // a whole number
    }
    if x == 0.0 { x } else { sin_cos_pi(x).0 + 0.0 } // -0.0 only at -0.0
}

/// `cos(pi x)`. Error below 1 ulp; exactly 0 halfway between whole numbers.
///
/// NaN for NaN and the infinities.
///
/// ```
/// use hashinsight_numerics::cos_pi;
/// assert_eq!((cos_pi(1.0), cos_pi(0.5), cos_pi(1e300)), (-1.0, 0.0, 1.0));
/// ```
#[must_use]
pub fn cos_pi(x: f64) -> f64 {
    if !x.is_finite() {
        return f64::NAN;
    }
    if x.abs() >= 9_007_199_254_740_992.0 {
        return 1.0; // an even number
    }
    if x.abs() >= 4_503_599_627_370_496.0 {
        return if x.to_bits() & 1 == 0 { 1.0 } else { -1.0 };
    }
    sin_cos_pi(x).1 + 0.0
}
