//! Roots of a function of one variable.

use hashinsight_units::json::Told;
use hashinsight_units::{Error, Fault, Problem};

use crate::error;

/// Enough for bisection alone to walk every binade of the doubles and then every bit of one.
const MAX_STEPS: u32 = 2200;

/// A root of a continuous function between `low` and `high`, at whose ends its signs differ.
///
/// Chandrupatla (1997): inverse quadratic interpolation where three points show that it is safe, bisection otherwise.
/// The answer is the best point found when the bracket has become at most `tolerance + 2^-52 |x|` wide or holds no
/// further double, or an exact zero. Deterministic: the sequence of points depends on the arguments alone.
///
/// ```
/// use hashinsight_numerics::find_root;
/// let root = find_root(|x| x * x - 2.0, 0.0, 2.0, 0.0)?;
/// assert!((root - std::f64::consts::SQRT_2).abs() < 1e-15);
/// assert!(find_root(|x| x * x + 1.0, 0.0, 2.0, 0.0).is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `numerics.root.none` for the same sign at both ends; `not_finite` or `out_of_range` for bounds that are
/// not finite or not in order, a negative tolerance, or a function that returns NaN (`function`, with the place as the
/// value).
pub fn find_root(mut f: impl FnMut(f64) -> f64, low: f64, high: f64, tolerance: f64) -> Result<f64, Error> {
    for (field, bound) in [("low", low), ("high", high)] {
        if !bound.is_finite() {
            return Err(error::refuse(field, bound, "a finite number"));
        }
    }
    if low > high {
        return Err(error::refuse("low", low, "at most the upper bound"));
    }
    if !(tolerance >= 0.0 && tolerance.is_finite()) {
        return Err(error::refuse("tolerance", tolerance, "a finite number of at least 0"));
    }
    let mut value = |x: f64| {
        let y = f(x);
        if y.is_nan() {
            let fault = Fault::new("numerics.function", Problem::NotFinite).at("function").got(x);
            return Err(Error::from(fault.allowed("a function that is a number on the whole interval")));
        }
        Ok(y)
    };
    // The bracket is always (a, b), with a the newest point; c is the point that a replaced.
    let (mut a, mut b) = (high, low);
    let (mut fa, mut fb) = (value(a)?, value(b)?);
    if fa == 0.0 {
        return Ok(a);
    }
    if fb == 0.0 {
        return Ok(b);
    }
    if (fa > 0.0) == (fb > 0.0) {
        let fault = Fault::new("numerics.root", Problem::None).got(format_args!("{} to {}", Told(low), Told(high)));
        return Err(fault.allowed("an interval at whose ends the function has opposite signs").into());
    }
    let mut t = 0.5;
    for _ in 0..MAX_STEPS {
        let step = t * b - t * a; // b - a alone may overflow
        let x = a + step;
        let fx = value(x)?;
        let (c, fc);
        if (fx > 0.0) == (fa > 0.0) {
            (c, fc) = (a, fa);
        } else {
            (c, fc) = (b, fb);
            (b, fb) = (a, fa);
        }
        (a, fa) = (x, fx);
        let (best, f_best) = if fa.abs() < fb.abs() { (a, fa) } else { (b, fb) };
        let width = (0.5 * b - 0.5 * a).abs() * 2.0;
        let limit = tolerance + f64::EPSILON * best.abs();
        if f_best == 0.0 || width <= limit || x == b {
            return Ok(best);
        }
        // Chandrupatla's test: do the three points lie on a curve whose inverse is safely monotonic?
        let xi = (a - b) / (c - b);
        let phi = (fa - fb) / (fc - fb);
        let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
        let interpolated = if safe {
            fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
        } else {
            0.5
        };
        // Never closer to an end than half the tolerance, or the other end would not move.
        let margin = 0.5 * limit / width;
        t = if interpolated.is_nan() { 0.5 } else { crate::clamp(interpolated, margin, 1.0 - margin) };
    }
    Ok(if fa.abs() < fb.abs() { a } else { b })
}
