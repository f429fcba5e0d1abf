//! The gamma function's logarithm and the regularized incomplete gamma functions, with their inverses.
//!
//! `P(a, x)` is the distribution function of a gamma variable with shape `a`, `Q = 1 - P` its tail. Each region uses
//! what converges there and yields the smaller of the two directly, so that no tail is the difference of two numbers
//! near 1:
//!
//! | region | method |
//! |---|---|
//! | `a >= 100`, `x` within 30 % of `a` | Temme's uniform expansion (Temme 1979; DLMF 8.12), 8 orders of `1/a` |
//! | `a < 1`, `x < 1.1` | power series of `Q` around 1 (Gautschi 1979) |
//! | `x < a` otherwise | power series of `P` |
//! | `x >= a` otherwise | continued fraction of `Q` (DLMF 8.9.2), modified Lentz |
//!
//! The common factor `x^a e^-x / Gamma(a + 1)` is written as `e^(-a phi(mu)) / sqrt(2 pi a)` and Stirling's correction,
//! with `mu = (x - a) / a` and `phi(mu) = mu - ln(1 + mu)`: the large exponents of the textbook form, which cancel,
//! never appear.

use crate::erf::erfcx_positive;
use crate::exp::{exp, exp_m1};
use crate::ln::{ln, ln_1p, minus_ln_1p};
use crate::normal::quantile_core;
use hashinsight_units::Error;

use crate::{error, pow};

const LN_SQRT_2_PI: f64 = 0.918_938_533_204_672_7;
const SQRT_2_PI: f64 = 2.506_628_274_631_000_7;
const POSITIVE: &str = "a finite number above 0";
const PROBABILITY: &str = "a probability from 0 to 1";
const STIRLING_FROM: f64 = 8.0;
const TEMME_FROM: f64 = 100.0;
const TEMME_REACH: f64 = 0.3;

const LN_GAMMA_P: [f64; 8] = [
    0.42278433509846713,
    0.6934759449467607,
    0.44353281344584133,
    0.13916828754926305,
    0.022038807784830392,
    0.0016099756755099228,
    4.056641261744016e-05,
    7.965643833405997e-08,
];
const LN_GAMMA_Q: [f64; 8] = [
    1.0,
    1.8775370341860913,
    1.4166023009069497,
    0.548197204523043,
    0.11492222081548296,
    0.012615920748142976,
    0.0006347449376335024,
    1.0137067249845878e-05,
];
const STIRLING: [f64; 8] = [
    0.08333333333333333,
    -0.0027777777777776747,
    0.0007936507935117282,
    -0.0005952380234291206,
    0.0008417325268014956,
    -0.001914965912100655,
    0.006208136763579004,
    -0.0208558207923001,
];

/// Row `k` is `c_k` in powers of `eta`.
#[rustfmt::skip]
const TEMME: [&[f64]; 8] = [
    &[-0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-05, -2.185448510679992e-06, -1.85406221071516e-06, 8.296711340953087e-07, -1.7665952736826078e-07, 6.707853543401498e-09, 1.0261809784240309e-08, -4.382036018453353e-09, 9.14769958223679e-10],
    &[-0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596, 0.00020576131687242798, -4.018775720164609e-07, -1.8098550334489977e-05, 7.64916091608111e-06, -1.6120900894563446e-06, 4.647127802807434e-09, 1.378633446915721e-07, -5.752545603517705e-08, 1.1951628599778148e-08],
    &[0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049, 2.0093878600823047e-06, -0.0001073665322636516, 5.2923448829120125e-05, -1.2760635188618728e-05, 3.423578734096138e-08, 1.3721957309062934e-06, -6.298992138380055e-07, 1.4280614206064242e-07],
    &[0.0006494341563786008, 0.00022947209362139917, -0.0004691894943952557, 0.00026772063206283885, -7.561801671883977e-05, -2.396505113867297e-07, 1.1082654115347302e-05, -5.6749528269915965e-06, 1.4230900732435883e-06],
    &[-0.0008618882909167117, 0.0007840392217200666, -0.0002990724803031902, -1.4638452578843418e-06, 6.641498215465122e-05, -3.968365047179435e-05, 1.1375726970678419e-05],
    &[-0.00033679855336635813, -6.972813758365857e-05, 0.0002772753244959392, -0.00019932570516188847, 6.797780477937208e-05],
    &[0.0005313079364639922, -0.0005921664373536939, 0.0002708782096718045],
    &[0.00034436760689237765],
];

/// Natural logarithm of the gamma function, for positive `x`. Relative error below 2e-15, near the zeros at 1 and 2 as
/// well.
///
/// A rational function around 2, recurrence up to 8, Stirling's series beyond.
///
/// ```
/// use hashinsight_numerics::ln_gamma;
/// assert!((ln_gamma(5.0)? - 24f64.ln()).abs() < 1e-15);
/// assert_eq!(ln_gamma(1.0)?, 0.0);
/// assert!(ln_gamma(0.0).is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `x` is positive and finite.
pub fn ln_gamma(x: f64) -> Result<f64, Error> {
    positive("x", x)?;
    Ok(ln_gamma_core(x))
}

fn positive(field: &'static str, value: f64) -> Result<(), Error> {
    if value > 0.0 && value.is_finite() { Ok(()) } else { Err(error::refuse(field, value, POSITIVE)) }
}

pub(crate) fn ln_gamma_core(x: f64) -> f64 {
    if x >= STIRLING_FROM {
        return (x - 0.5) * (ln(x) - 1.0) + ((LN_SQRT_2_PI - 0.5) + stirling_series(x));
    }
    if x < 0.5 {
        return ln_gamma_1p(x) - ln(x);
    }
    if x < 1.5 {
        return ln_gamma_1p(x - 1.0);
    }
    let (mut y, mut product) = (x, 1.0);
    while y >= 2.5 {
        y -= 1.0;
        product *= y;
    }
    ln_gamma_about_2(y - 2.0) + ln(product)
}

/// `ln Gamma(1 + u)` for `-1/2 <= u < 1`, with the digits of a tiny `u`.
fn ln_gamma_1p(u: f64) -> f64 {
    if u < 0.5 { ln_gamma_about_2(u) - ln_1p(u) } else { ln_gamma_about_2(u - 1.0) }
}

/// `ln Gamma(2 + u)` for `|u| <= 1/2`.
fn ln_gamma_about_2(u: f64) -> f64 {
    let at = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, c| sum * u + c);
    u * (u + 1.0) * (at(&LN_GAMMA_P) / at(&LN_GAMMA_Q))
}

/// `ln Gamma(x) - ((x - 1/2) ln x - x + ln sqrt(2 pi))` for `x >= 8`.
fn stirling_series(x: f64) -> f64 {
    let r = 1.0 / x;
    r * STIRLING.iter().rev().fold(0.0, |sum, c| sum * (r * r) + c)
}

/// What Stirling's formula lacks, for any positive `x`.
pub(crate) fn stirling_error(x: f64) -> f64 {
    if x >= STIRLING_FROM {
        return stirling_series(x);
    }
    ln_gamma_core(x) - ((x - 0.5) * ln(x) - x + LN_SQRT_2_PI)
}

/// Lower regularized incomplete gamma function `P(a, x)`: the probability that a gamma variable with shape `a` is at
/// most `x`. Relative error below 1e-12, until it underflows (5e-14 where the result exceeds 1e-10).
///
/// ```
/// use hashinsight_numerics::{exp_m1, gamma_p};
/// assert!((gamma_p(1.0, 0.3)? + exp_m1(-0.3)).abs() < 1e-16); // the exponential distribution
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `a` is positive and finite and `x` at least 0 (infinity is allowed).
pub fn gamma_p(a: f64, x: f64) -> Result<f64, Error> {
    Ok(checked_tails(a, x)?.0)
}

/// Upper regularized incomplete gamma function `Q(a, x) = 1 - P(a, x)`, accurate where it is small.
/// Relative error as for [`gamma_p`].
///
/// ```
/// use hashinsight_numerics::{exp, gamma_q};
/// assert!((gamma_q(1.0, 300.0)? / exp(-300.0) - 1.0).abs() < 1e-13);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`gamma_p`].
pub fn gamma_q(a: f64, x: f64) -> Result<f64, Error> {
    Ok(checked_tails(a, x)?.1)
}

fn checked_tails(a: f64, x: f64) -> Result<(f64, f64), Error> {
    positive("a", a)?;
    if x.is_nan() || x < 0.0 {
        return Err(error::refuse("x", x, "a number of at least 0"));
    }
    Ok(gamma_tails(a, x))
}

/// `(P, Q)` for `a > 0`, `x >= 0`.
fn gamma_tails(a: f64, x: f64) -> (f64, f64) {
    if x == 0.0 {
        return (0.0, 1.0);
    }
    if x == f64::INFINITY {
        return (1.0, 0.0);
    }
    if a >= TEMME_FROM && (x - a).abs() <= TEMME_REACH * a {
        return temme(a, x);
    }
    if a < 1.0 && x < 1.1 {
        return small_shape(a, x);
    }
    let front = front_factor(a, x);
    if x < a {
        let p = front * lower_series(a, x);
        return (p, 1.0 - p);
    }
    let q = front * a * upper_fraction(a, x);
    (1.0 - q, q)
}

/// `x^a e^-x / Gamma(a + 1)`.
fn front_factor(a: f64, x: f64) -> f64 {
    if a < STIRLING_FROM {
        if x > 1e4 {
            return 0.0; // below 10^32 e^-10000
        }
        // In halves: x^a is large where e^-x alone has underflowed.
        let half = exp(-0.5 * x);
        return pow(x, a) * half * exp(-ln_gamma_core(a + 1.0)) * half;
    }
    exp(-a * minus_ln_1p((x - a) / a, x / a) - stirling_series(a)) / (SQRT_2_PI * a.sqrt())
}

/// `1 + x/(a+1) + x^2/((a+1)(a+2)) + ...`, terms decreasing as `x < a`.
fn lower_series(a: f64, x: f64) -> f64 {
    let (mut sum, mut term, mut n) = (1.0, 1.0, a);
    while term > 1e-17 * sum {
        n += 1.0;
        term *= x / n;
        sum += term;
    }
    sum
}

/// `1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...)))`, for `x >= max(a, 1)`, where the denominators stay positive.
fn upper_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = f64::INFINITY;
    let mut d = 1.0 / b;
    let mut h = d;
    for n in 1..10_000 {
        let n = f64::from(n);
        let numerator = n * (a - n);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        let factor = c * d;
        h *= factor;
        if (factor - 1.0).abs() < 2e-16 {
            break;
        }
    }
    h
}

/// Gautschi: `P = e^w (1 - a S)` with `w = ln(x^a / Gamma(a + 1))` and `S = sum over n >= 1 of -(-x)^n / (n! (a + n))`.
fn small_shape(a: f64, x: f64) -> (f64, f64) {
    let (mut sum, mut power, mut n) = (0.0, 1.0, 0.0);
    loop {
        n += 1.0;
        power *= -x / n;
        let term = power / (a + n);
        sum -= term;
        if term.abs() <= 1e-17 * sum.abs() {
            break;
        }
    }
    let w = a * ln(x) - ln_gamma_1p(a);
    let scale = exp(w);
    (scale * (1.0 - a * sum), a * sum * scale - exp_m1(w))
}

/// Temme: `Q = erfc(eta sqrt(a/2)) / 2 + R`, `P = erfc(-eta sqrt(a/2)) / 2 - R`, `eta^2 / 2 = phi(mu)` with the sign of
/// `mu`, `R = e^(-a eta^2 / 2) / sqrt(2 pi a) * sum of c_k(eta) a^-k`.
fn temme(a: f64, x: f64) -> (f64, f64) {
    let mu = (x - a) / a;
    let phi = minus_ln_1p(mu, x / a);
    let eta = (2.0 * phi).sqrt().copysign(mu);
    let series = TEMME.iter().rev().fold(0.0, |sum, row| sum / a + row.iter().rev().fold(0.0, |sum, c| sum * eta + c));
    let bell = exp(-a * phi);
    let half_erfcx = 0.5 * erfcx_positive((a * phi).sqrt());
    let rest = series / (SQRT_2_PI * a.sqrt());
    if mu < 0.0 {
        let p = bell * (half_erfcx - rest);
        (p, 1.0 - p)
    } else {
        let q = bell * (half_erfcx + rest);
        (1.0 - q, q)
    }
}

/// The `x` with `P(a, x) = p`. Relative error below 1e-12 (times the conditioning of `p` where `p` is within 1e-3 of 1:
/// ask [`gamma_q_inverse`] there).
///
/// ```
/// use hashinsight_numerics::{gamma_p, gamma_p_inverse};
/// let x = gamma_p_inverse(2.5, 0.9)?;
/// assert!((gamma_p(2.5, x)? - 0.9).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `a` is positive and finite and `0 <= p <= 1`.
pub fn gamma_p_inverse(a: f64, p: f64) -> Result<f64, Error> {
    positive("a", a)?;
    probability("p", p)?;
    Ok(gamma_inverse(a, p, 1.0 - p))
}

/// The `x` with `Q(a, x) = q`. Relative error below 1e-12.
///
/// ```
/// use hashinsight_numerics::{gamma_q_inverse, ln};
/// assert!((gamma_q_inverse(1.0, 1e-30)? + ln(1e-30)).abs() < 1e-13);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `a` is positive and finite and `0 <= q <= 1`.
pub fn gamma_q_inverse(a: f64, q: f64) -> Result<f64, Error> {
    positive("a", a)?;
    probability("q", q)?;
    Ok(gamma_inverse(a, 1.0 - q, q))
}

pub(crate) fn probability(field: &'static str, p: f64) -> Result<(), Error> {
    if (0.0..=1.0).contains(&p) { Ok(()) } else { Err(error::refuse(field, p, PROBABILITY)) }
}

/// Newton on the logarithm of the smaller tail, in `ln x`.
fn gamma_inverse(a: f64, p: f64, q: f64) -> f64 {
    if p == 0.0 {
        return 0.0;
    }
    if q == 0.0 {
        return f64::INFINITY;
    }
    // Wilson and Hilferty 1931; where it turns meaningless, the leading term of P.
    let z = if p <= q { quantile_core(p) } else { -quantile_core(q) };
    let cube_root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * a.sqrt());
    let start =
        if cube_root > 0.3 { a * cube_root * cube_root * cube_root } else { exp((ln(p) + ln_gamma_core(a + 1.0)) / a) };
    invert_tails(start, 1.0 / a + 1.0 / a.sqrt(), p, q, |x| {
        let (lower, upper) = gamma_tails(a, x);
        (lower, upper, a * front_factor(a, x))
    })
}

/// Solves `lower(x) = p`, `upper(x) = q` for `x > 0`, where `tails` gives lower, upper and `d lower / d ln x`.
///
/// In `ln x` both tails of the gamma and of the beta odds distribution are log-concave, so Newton on the logarithm of
/// the smaller tail converges from any point where that tail is visible. Where it is not, the bracket halves in `ln x`.
/// `spread` is the order of the standard deviation of `ln x`: it bounds a step and scales the stopping rule, after
/// which the error is its square.
pub(crate) fn invert_tails(start: f64, spread: f64, p: f64, q: f64, tails: impl Fn(f64) -> (f64, f64, f64)) -> f64 {
    const LEAST: f64 = 5e-324;
    let (mut low, mut high) = (0.0, f64::INFINITY);
    let mut x = crate::clamp(start, LEAST, f64::MAX);
    for _ in 0..200 {
        let (lower, upper, slope) = tails(x);
        let up = if p <= q { lower < p } else { upper > q };
        if up {
            low = x;
        } else {
            high = x;
        }
        if low == f64::MAX || high == LEAST {
            return if up { f64::INFINITY } else { 0.0 }; // beyond the doubles
        }
        let step = if p <= q { ln(p / lower) * (lower / slope) } else { ln(upper / q) * (upper / slope) };
        let newton = x * exp(step);
        if step.abs() <= 1e-9 * crate::min(spread, 1.0) {
            return newton;
        }
        x = if step.abs() <= 10.0 * spread && newton > low && newton < high {
            newton
        } else if low > 0.0 && high < f64::INFINITY {
            low.sqrt() * high.sqrt()
        } else {
            crate::clamp(x * exp(if up { 10.0 * spread } else { -10.0 * spread }), LEAST, f64::MAX)
        };
        if x <= low || x >= high {
            break; // neighbors: nothing lies between
        }
    }
    x
}
