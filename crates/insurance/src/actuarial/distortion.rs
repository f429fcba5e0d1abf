//! The integral of a distorted survival function, `H = integral from 0 of g(S(x)) dx`.
//!
//! On the scale `x = e^t` the integrand of a continuous loss is analytic and decays at both ends, so that the trapezoidal rule converges
//! exponentially (Trefethen and Weideman 2014): with a step of 1/32 and all terms above 1e-18 of the sum, the relative error is below 1e-12
//! for the losses and distortions of this crate.

use hashinsight_numerics::{Sum, exp, ln};
use hashinsight_units::Outcome;

use super::{DiscreteLoss, Severity};

const STEP: f64 = 1.0 / 32.0;

/// The distorted mean. `g` rises from 0 to 1, takes `S(x)` and `1 - S(x)`, and is 0 at 0.
pub(super) fn distorted_mean(severity: &Severity, distortion: impl Fn(f64, f64) -> f64) -> Outcome {
    if let Severity::Discrete(DiscreteLoss { amounts, probabilities }) = severity {
        let mut total = Sum::new();
        let mut before = 1.0;
        for (index, amount) in amounts.iter().enumerate() {
            // Sums from either end: whichever is small has the digits.
            let after = hashinsight_numerics::sum(&probabilities[index + 1..]);
            let below = hashinsight_numerics::sum(&probabilities[..=index]);
            let weight = if index + 1 == amounts.len() { 0.0 } else { distortion(after, below) };
            total.push(amount * (before - weight));
            before = weight;
        }
        return Outcome::Value(total.total());
    }
    let middle = match severity {
        Severity::Lognormal(loss) => loss.mu,
        _ => ln(severity.limited(1e300)),
    };
    let term = |t: f64| {
        let x = exp(t);
        distortion(severity.survival(x), severity.cumulative(x)) * x
    };
    // From the middle outwards on either side, until terms add nothing.
    let mut total = term(middle);
    for direction in [STEP, -STEP] {
        for i in 1..=1_000_000_u32 {
            let t = middle + direction * f64::from(i);
            if t > 690.0 {
                return Outcome::Undefined { reason: "the tail is too heavy for the integral to settle" };
            }
            let value = term(t);
            total += value;
            if value < 1e-18 * total && (direction < 0.0 || f64::from(i) * STEP > 3.0) {
                break;
            }
        }
    }
    Outcome::of(total * STEP)
}
