//! Powers.
//!
//! `x^y = e^(y ln x)` loses what `y ln x` is large, hence `ln x` and the product are carried as pairs of doubles, to
//! about 2^-70.

use crate::double::{fast_two_sum, product, sum, two_product};
use crate::exp::{LN_2_HI, LN_2_LO, exp_times};
use crate::ln::split;

const LN_2_LO_LO: f64 = 1.161_222_722_936_253_2e-26;
const TWO_THIRDS: (f64, f64) = (0.666_666_666_666_666_6, 3.700_743_415_417_188e-17);
const TWO_FIFTHS: (f64, f64) = (0.4, -2.220_446_049_250_313_2e-17);

const ATANH_TAIL: [f64; 8] = [
    0.2857142857142857,
    0.22222222222222948,
    0.18181818181300669,
    0.15384615524948425,
    0.13333314672569768,
    0.11766050285112419,
    0.10472895410042904,
    0.10617144380246751,
];

/// `ln x` for positive finite `x`, to a relative error of about 2^-70.
fn ln_pair(x: f64) -> (f64, f64) {
    let (k, f) = split(x);
    let (d, d_lo) = fast_two_sum(2.0, f);
    let s_hi = f / d;
    let (p, p_lo) = two_product(s_hi, d);
    let s = (s_hi, (((f - p) - p_lo) - s_hi * d_lo) / d);
    let z = product(s, s);
    let (c, z2) = (&ATANH_TAIL, z.0 * z.0);
    let low = (c[0] + c[1] * z.0) + z2 * (c[2] + c[3] * z.0);
    let tail = low + z2 * z2 * ((c[4] + c[5] * z.0) + z2 * (c[6] + c[7] * z.0));
    // 2 s + s z (2/3 + z (2/5 + z tail)): what is added is always the smaller
    let inner = sum(TWO_FIFTHS, (z.0 * tail, z.1 * tail));
    let outer = sum(TWO_THIRDS, product(z, inner));
    let series = sum((2.0 * s.0, 2.0 * s.1), product(product(s, z), outer));
    if k == 0.0 {
        return series;
    }
    // k LN_2_HI is exact and exceeds the series
    sum(sum((k * LN_2_HI, 0.0), (k * LN_2_LO, k * LN_2_LO_LO)), series)
}

/// `x^y`. Error below 0.7 ulp (1 ulp where the result is subnormal).
///
/// Special cases follow IEEE 754 `pow`: `pow(x, 0) = pow(1, y) = 1` even for NaN, a negative base needs an integral
/// exponent.
///
/// ```
/// use hashinsight_numerics::pow;
/// assert_eq!(pow(2.0, 0.5), std::f64::consts::SQRT_2);
/// assert_eq!(pow(-2.0, 3.0), -8.0);
/// assert!(pow(-2.0, 0.5).is_nan());
/// assert_eq!(pow(0.0, -1.0), f64::INFINITY);
/// ```
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    let base = x.abs();
    let integral = y.floor() == y; // infinities count, as even numbers do
    let odd = integral && (0.5 * y).floor() != 0.5 * y;
    if base == 1.0 {
        // x = -1
        return if odd {
            -1.0
        } else if integral {
            1.0
        } else {
            f64::NAN
        };
    }
    let magnitude = if base == 0.0 || base.is_infinite() || y.is_infinite() {
        if (base > 1.0) == (y > 0.0) { f64::INFINITY } else { 0.0 }
    } else if x < 0.0 && !integral {
        return f64::NAN;
    } else {
        positive_power(base, y)
    };
    if x.is_sign_negative() && odd { -magnitude } else { magnitude }
}

fn positive_power(x: f64, y: f64) -> f64 {
    let ln = ln_pair(x);
    // |ln x| is at least 2^-53: beyond 2^64 the result overflows or vanishes whatever y is, and the pair must not.
    let y = crate::clamp(y, -18_446_744_073_709_551_616.0, 18_446_744_073_709_551_616.0);
    let (p, p_lo) = two_product(ln.0, y);
    let (p, p_lo) = fast_two_sum(p, p_lo + ln.1 * y);
    if p > 710.0 {
        f64::INFINITY
    } else if p < -746.0 {
        0.0
    } else {
        exp_times(p, p_lo, 1.0)
    }
}
