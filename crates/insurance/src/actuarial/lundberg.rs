//! The adjustment coefficient: the positive root `r` of `1 + (1 + theta) m r = E[e^(r X)]` (Lundberg 1909).

use hashinsight_numerics::{exp_m1, find_root, sum_by};
use hashinsight_units::{Error, Outcome};

use super::{DiscreteLoss, Severity};

/// `E[e^(r X)] - 1`, where it exists.
fn generating_less_one(severity: &Severity, r: f64) -> Option<f64> {
    if let Severity::Discrete(DiscreteLoss { amounts, probabilities }) = severity {
        return Some(sum_by(amounts.len(), |i| probabilities[i] * exp_m1(r * amounts[i])));
    }
    let (weights, means) = severity.exponentials()?;
    Some(sum_by(means.len(), |i| weights[i] * r * means[i] / (1.0 - r * means[i])))
}

/// The adjustment coefficient of a checked loss with a mean above 0; `undefined` where no exponential moment exists.
pub(super) fn adjustment_coefficient(severity: &Severity, loading: f64) -> Result<Outcome, Error> {
    let (mean, variance) = severity.moments();
    let equation = |r: f64| generating_less_one(severity, r).map_or(f64::NAN, |m| m - (1.0 + loading) * mean * r);
    // e^(r x) >= 1 + r x + (r x)^2 / 2 bounds the root from above.
    let second_moment = variance + mean * mean;
    let above = 2.0 * loading * mean / second_moment;
    let high = match severity.exponentials() {
        Some((_, means)) => {
            let longest = means.iter().fold(0.0, |a: f64, b| if a > *b { a } else { *b });
            let pole = (1.0 - 1e-15) / longest;
            if above < pole { above } else { pole }
        }
        None if generating_less_one(severity, 0.0).is_none() => {
            return Ok(Outcome::Undefined { reason: "the loss has no exponential moments" });
        }
        None => above,
    };
    // Divided by r, so that the root at 0 is gone: -theta m there, and rising.
    let divided = |r: f64| if r == 0.0 { -loading * mean } else { equation(r) / r };
    let last = divided(high);
    if last <= 0.0 {
        return Ok(Outcome::Value(high)); // equal to the bound up to rounding
    }
    find_root(divided, 0.0, high, 0.0).map(Outcome::Value)
}

/// Roots of `1 + (1 + theta) m r = E[e^(r X)]` for a mixture of exponentials, one left of each pole `1 / m_i`, rising.
pub(super) fn roots(severity: &Severity, loading: f64, means: &[f64]) -> Result<Vec<f64>, Error> {
    let mean = severity.moments().0;
    let mut poles: Vec<f64> = means.iter().map(|mean| 1.0 / mean).collect();
    poles.sort_unstable_by(f64::total_cmp);
    let divided = |r: f64| match generating_less_one(severity, r) {
        Some(m) if r > 0.0 => m / r - (1.0 + loading) * mean,
        _ => -loading * mean,
    };
    let mut roots = Vec::with_capacity(poles.len());
    let mut low = 0.0;
    for pole in poles {
        // The equation comes from minus infinity right of the pole before (from below 0 at 0) and goes to plus infinity.
        let width = pole - low;
        let (from, to) = (if low == 0.0 { 0.0 } else { low + width * 1e-12 }, pole - width * 1e-12);
        roots.push(find_root(divided, from, to, 0.0)?);
        low = pole;
    }
    Ok(roots)
}
