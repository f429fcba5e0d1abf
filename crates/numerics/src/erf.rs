//! The error function and its complements.
//!
//! Up to 1 `erf` is `x` times a polynomial in `x^2 - 1/2`. Beyond, everything stands on the scaled complement `erfcx(x)
//! = e^(x^2) erfc(x)`, which varies slowly: with `t = 3 / (3 + x)` the half line becomes `0..=1`, and `erfcx(x) / t` is
//! one polynomial of degree 10 on each eighth of it (the substitution is Shepherd and Laframboise 1981). `erfc`
//! multiplies by `e^(-x^2)` with `x^2` carried exactly, hence keeps its relative accuracy until it underflows.

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

/// Row `j` belongs to `t` in `j/8..=(j + 1)/8`, in powers of `16 t - (2 j + 1)`.
#[rustfmt::skip]
const ERFCX: [[f64; 11]; 8] = [
    [0.20055124641431146, 0.013264573113782681, 0.0008211652483793882, 4.697168285863109e-05, 2.434135242586495e-06, 1.1048010915519497e-07, 4.095121653745669e-09, 1.0009631325192036e-10, -4.922353420965302e-13, -2.143351319977756e-13, -1.1658265390805671e-14],
    [0.23078358327791837, 0.017200455086149948, 0.0011713010875222401, 7.157302523254954e-05, 3.811094364596781e-06, 1.6728022325618513e-07, 5.256840451258802e-09, 4.9790393165438414e-11, -6.497066114761075e-12, -4.3860665117758624e-13, -7.388200965296405e-15],
    [0.2705089533955173, 0.02288089709973639, 0.001706869288061296, 0.0001096078769229782, 5.8041318317936055e-06, 2.307119545875604e-07, 4.918645405870937e-09, -1.1972752751594758e-10, -1.443464573188829e-11, -3.4429735402696366e-13, 1.9760880947375602e-14],
    [0.32407563227272795, 0.031228733227635863, 0.002523345486995151, 0.00016596197277782385, 8.355602351601517e-06, 2.7271125470950763e-07, 1.478794672576887e-09, -3.7467871059499043e-10, -1.5427848423326662e-11, 3.0876236245788936e-13, 3.991090616090448e-14],
    [0.39809663578917376, 0.04360295621324599, 0.003741546038464507, 0.00024371664685719058, 1.1051024644922462e-05, 2.530078180983059e-07, -5.158321040473447e-09, -5.410953672872565e-10, -3.4370738544294587e-12, 9.349738257992748e-13, 1.573344725314644e-14],
    [0.5024029784091942, 0.06186637943846839, 0.005487707820147428, 0.000341115864281985, 1.3120166191961868e-05, 1.460804097795332e-07, -1.2462892040943343e-08, -4.559321952510525e-10, 1.3738591049405055e-11, 8.258788365742265e-13, -2.467900630340458e-14],
    [0.6510292406422105, 0.08833955154572157, 0.007857704066419646, 0.0004496996707771694, 1.372388324586166e-05, -3.417993161762258e-08, -1.6849723943584178e-08, -1.4609903719905812e-10, 2.2912329169463198e-11, 1.5007370063921806e-13, -3.683262156676868e-14],
    [0.8629541545616861, 0.12559991675235813, 0.01087844011483164, 0.0005553870794821743, 1.2355977634123032e-05, -2.3836833693195351e-07, -1.634597350632534e-08, 2.0912452846470032e-10, 1.966489317862572e-11, -4.5073447534083163e-13, -2.0448203288122117e-14],
];

/// `e^(x^2) erfc(x)` for `x >= 0`.
pub(crate) fn erfcx_positive(x: f64) -> f64 {
    let below = 3.0 + x;
    let t = 3.0 / below;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "t lies between 0 and 1")]
    let row = if t < 1.0 { (8.0 * t) as usize } else { 7 };
    // 16 t - (2 row + 1), from x instead of the rounded t. Beyond 2^60 it is -1, and must not be inf / inf.
    let middle = (2 * row + 1) as f64;
    let v = if x < 1e18 { ((48.0 - 3.0 * middle) - middle * x) / below } else { -1.0 };
    t * ERFCX[row].iter().rev().fold(0.0, |sum, c| sum * v + c)
}

/// Error function, `2/sqrt(pi)` times the integral of `e^(-t^2)` from 0 to `x`. Error below 1.2 ulp; odd to the bit.
///
/// ```
/// use hashinsight_numerics::erf;
/// assert_eq!(erf(0.0), 0.0);
/// assert_eq!(erf(-0.5), -erf(0.5));
/// assert_eq!(erf(7.0), 1.0);
/// ```
#[must_use]
pub fn erf(x: f64) -> f64 {
    let magnitude = x.abs();
    if magnitude < 1.0 {
        let w = x * x - 0.5;
        return x + x * ERF.iter().rev().fold(0.0, |sum, c| sum * w + c);
    }
    if x.is_nan() {
        return f64::NAN;
    }
    (1.0 - erfc(magnitude)).copysign(x)
}

/// Complementary error function `1 - erf(x)`, accurate in the far tail. Error below 4.5 ulp (1 ulp where the result is
/// subnormal).
///
/// ```
/// use hashinsight_numerics::erfc;
/// assert_eq!(erfc(0.0), 1.0);
/// assert!((erfc(10.0) / 2.088_487_583_762_545e-45 - 1.0).abs() < 1e-15);
/// ```
#[must_use]
pub fn erfc(x: f64) -> f64 {
    if x < 0.5 {
        return 1.0 - erf(x);
    }
    if x.is_nan() {
        return f64::NAN;
    }
    if x > 28.0 {
        return 0.0; // e^(-784) is below the least subnormal
    }
    exp_minus_square(x, 1.0, erfcx_positive(x))
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
#[must_use]
pub fn erfcx(x: f64) -> f64 {
    if x >= 0.0 {
        return erfcx_positive(x);
    }
    if x.is_nan() {
        return f64::NAN;
    }
    if x < -27.0 {
        return f64::INFINITY;
    }
    let (square, square_lo) = two_product(x, x);
    exp_times(square, square_lo, 2.0) - erfcx_positive(-x)
}
