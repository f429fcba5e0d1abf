//! Least and greatest with one answer for signed zeros and NaN.

/// The lesser of two numbers; `-0.0` is less than `0.0`; NaN if either is NaN (IEEE 754-2019 `minimum`).
///
/// ```
/// use hashinsight_numerics::min;
/// assert_eq!(min(2.0, 1.0), 1.0);
/// assert!(min(0.0, -0.0).is_sign_negative());
/// assert!(min(f64::NAN, 1.0).is_nan());
/// ```
#[inline]
#[must_use]
pub fn min(a: f64, b: f64) -> f64 {
    if a < b {
        a
    } else if b < a {
        b
    } else if a == b {
        f64::from_bits(a.to_bits() | b.to_bits()) // equal: the same bits, or zeros, of which a set sign wins
    } else {
        f64::NAN
    }
}

/// The greater of two numbers; `0.0` is greater than `-0.0`; NaN if either is NaN (IEEE 754-2019 `maximum`).
///
/// ```
/// use hashinsight_numerics::max;
/// assert_eq!(max(2.0, 1.0), 2.0);
/// assert!(max(-0.0, 0.0).is_sign_positive());
/// ```
#[inline]
#[must_use]
pub fn max(a: f64, b: f64) -> f64 {
    if a > b {
        a
    } else if b > a {
        b
    } else if a == b {
        f64::from_bits(a.to_bits() & b.to_bits())
    } else {
        f64::NAN
    }
}

/// `min(max(x, low), high)`: `x` held between two bounds. Where the bounds cross, `high` wins; NaN anywhere gives NaN.
///
/// ```
/// use hashinsight_numerics::clamp;
/// assert_eq!(clamp(1.7, 0.0, 1.0), 1.0);
/// assert_eq!(clamp(-3.0, 0.0, 1.0), 0.0);
/// ```
#[inline]
#[must_use]
pub fn clamp(x: f64, low: f64, high: f64) -> f64 {
    min(max(x, low), high)
}
