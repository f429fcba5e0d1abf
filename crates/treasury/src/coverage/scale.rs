//! `a * b / c` in whole numbers, with the rounding named.

/// Satoshis in a bitcoin.
pub(crate) const SAT: i64 = 100_000_000;
/// Quotients of floats below are less than a third off: five roundings of 2^-53 each.
const NEAR: f64 = 562_949_953_421_312.0; // 2^49
/// Divisors below leave room for a remainder of three of them.
const CLOSE: i64 = 1 << 60;
/// Parts of a billion: how a fraction enters exact arithmetic.
pub(crate) const BILLION: i64 = 1_000_000_000;

/// `a * b / c` for `c` above 0, rounded down. A quotient beyond an `i64` becomes the nearest one with either sign: more than any sum that is
/// compared with it.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the quotient is known to be an i64")]
pub(crate) const fn scale_down(a: i64, b: i64, c: i64) -> i64 {
    if let Some(product) = a.checked_mul(b) {
        return product.div_euclid(c); // most products: one division by what is often a constant
    }
    // Most of the others: a quotient of floats, less than two off; the remainder, exact in wrapping integers, says by how much.
    let near = a as f64 * b as f64 / c as f64;
    if near > -NEAR && near < NEAR && c < CLOSE {
        let mut quotient = near as i64;
        let mut rest = a.wrapping_mul(b).wrapping_sub(quotient.wrapping_mul(c));
        while rest < 0 {
            (quotient, rest) = (quotient - 1, rest + c);
        }
        while rest >= c {
            (quotient, rest) = (quotient + 1, rest - c);
        }
        return quotient;
    }
    match (a as i128 * b as i128).div_euclid(c as i128) {
        quotient if quotient > i64::MAX as i128 => i64::MAX,
        quotient if quotient < -i64::MAX as i128 => -i64::MAX,
        quotient => quotient as i64,
    }
}

/// `a * b / c` for `c` above 0, rounded up; beyond an `i64` as [`scale_down`].
#[inline]
pub(crate) const fn scale_up(a: i64, b: i64, c: i64) -> i64 {
    -scale_down(-a, b, c)
}

/// The nearest part of a billion: a fraction with at most nine decimals, exactly.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "a fraction: at most a billion")]
pub(crate) const fn billionths(fraction: f64) -> i64 {
    (fraction * BILLION as f64).round_ties_even() as i64
}

/// The part of a billion below: what a promise counts with. A fraction with at most nine decimals, exactly.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "a fraction: at most a billion")]
pub(crate) const fn billionths_below(fraction: f64) -> i64 {
    (fraction * BILLION as f64).floor() as i64
}
