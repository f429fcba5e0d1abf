//! Numerical inversion of Laplace transforms.

use crate::trig::{cos_pi, sin_pi};
use crate::{Complex, exp, max};

/// Nodes: in double precision 18 is where truncation (falling) and rounding (rising) meet.
const NODES: u32 = 18;
/// The counts that doubt the first: two, because the sign of one difference changes, and there it is small by chance.
const FEWER: [u32; 2] = [14, 16];

/// The function whose Laplace transform is `transform`, at time `t > 0`: fixed Talbot with 18 nodes.
///
/// ```text
/// f(t) = r/M [ F(r) e^(r t) / 2 + sum over k = 1..M-1 of Re( e^(t s) F(s) (1 + i sigma) ) ]
/// r = 2 M / (5 t),  theta = k pi / M,  s = r theta (cot theta + i),  sigma = theta + (theta cot theta - 1) cot theta
/// ```
///
/// (Abate and Valko 2004, "Multi-precision Laplace transform inversion".) For a function that is smooth for `t > 0` and
/// at most of order 1 the absolute error is below 1e-10, typically 1e-12. `transform` must be analytic to the right of
/// the contour, which turns around the negative real axis; it is called at points with non-negative imaginary part.
/// Jumps of `f` at `t` or close to it, and oscillations faster than `10 / t`, are not resolved.
///
/// NaN unless `t` is positive and finite.
///
/// ```
/// use hashinsight_numerics::{Complex, exp, invert_laplace};
/// let decay = invert_laplace(|s| Complex::from(1.0) / (s + Complex::from(1.0)), 2.0);
/// assert!((decay - exp(-2.0)).abs() < 1e-11);
/// ```
#[must_use]
pub fn invert_laplace(transform: impl Fn(Complex) -> Complex, t: f64) -> f64 {
    talbot(&|s| [transform(s)], t, NODES)[0]
}

/// [`invert_laplace`] and its doubt: the greater of the distances to the results of 14 and of 16 nodes.
///
/// What a doubt up to 0.1 is worth: the error is at most 10 times the doubt plus 1e-10 for first passages of a diffusion, down to
/// deviations of 3% of their mean time, for oscillations up to `8 / t`, and for steps and ramps off by more than a tenth
/// of `t`; usually far less. A greater doubt says that nothing is resolved, not how wrong the result is. What all counts miss alike it does
/// not see: jumps closer to `t`, faster oscillations. Infinite where the result is NaN, as where the transform overflows.
///
/// ```
/// use hashinsight_numerics::{Complex, exp, invert_laplace_checked};
/// let (smooth, doubt) = invert_laplace_checked(|s| Complex::from(1.0) / (s + Complex::from(1.0)), 2.0);
/// assert!((smooth - exp(-2.0)).abs() < 1e-11 && doubt < 1e-8);
/// // A step at 1, seen at 1.01, is not resolved, and says so.
/// let (_, doubt) = invert_laplace_checked(|s| (-s).exp() / s, 1.01);
/// assert!(doubt > 1e-6, "{doubt}");
/// ```
#[must_use]
pub fn invert_laplace_checked(transform: impl Fn(Complex) -> Complex, t: f64) -> (f64, f64) {
    invert_laplace_checked_each(|s| [transform(s)], t)[0]
}

/// [`invert_laplace_checked`] of several transforms that share most of their work, as those of a function and of its derivatives do.
///
/// ```
/// use hashinsight_numerics::{Complex, exp, invert_laplace_checked_each};
/// let decay = |s: Complex| Complex::from(1.0) / (s + Complex::from(1.0));
/// let [(value, _), (by_rate, _)] = invert_laplace_checked_each(|s| [decay(s), -decay(s) * decay(s)], 2.0);
/// assert!((value - exp(-2.0)).abs() < 1e-11 && (by_rate + 2.0 * exp(-2.0)).abs() < 1e-11);
/// ```
#[must_use]
pub fn invert_laplace_checked_each<const N: usize>(
    transforms: impl Fn(Complex) -> [Complex; N],
    t: f64,
) -> [(f64, f64); N] {
    let value = talbot(&transforms, t, NODES);
    let [some, more] = FEWER.map(|nodes| talbot(&transforms, t, nodes));
    std::array::from_fn(|k| {
        let doubt = max((value[k] - some[k]).abs(), (value[k] - more[k]).abs());
        (value[k], if doubt.is_nan() { f64::INFINITY } else { doubt })
    })
}

fn talbot<const N: usize>(transforms: &impl Fn(Complex) -> [Complex; N], t: f64, nodes: u32) -> [f64; N] {
    if !(t > 0.0 && t.is_finite()) {
        return [f64::NAN; N];
    }
    let count = f64::from(nodes);
    let scale = 0.4 * count; // r t
    let r = scale / t;
    let first = 0.5 * exp(scale);
    let mut total = transforms(Complex::from(r)).map(|value| first * value.re);
    for k in 1..nodes {
        let turn = f64::from(k) / count;
        let theta = turn * std::f64::consts::PI;
        let cot = cos_pi(turn) / sin_pi(turn);
        let sigma = theta + (theta * cot - 1.0) * cot;
        let s = Complex::new(r * theta * cot, r * theta);
        // t s has the imaginary part 2 pi k / 5: its sine and cosine without the rounding of theta.
        let size = exp(scale * theta * cot);
        let angle = 0.4 * f64::from(k);
        let weight = Complex::new(size * cos_pi(angle), size * sin_pi(angle)) * Complex::new(1.0, sigma);
        for (sum, value) in total.iter_mut().zip(transforms(s)) {
            *sum += (weight * value).re;
        }
    }
    total.map(|total| {
        let value = total * (0.4 / t);
        if value.is_nan() { f64::NAN } else { value }
    })
}
