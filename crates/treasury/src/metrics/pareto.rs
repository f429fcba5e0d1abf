//! The tail of the losses as a generalized Pareto distribution.

use hashinsight_numerics::{ln, pow};
use hashinsight_units::{Error, Fraction, Order, Outcome, Record};

use super::{Returns, refuse};

/// Result of [`pareto_tail`]: losses beyond a threshold, and what they say about the worst.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ParetoTail {
    /// Loss beyond which the tail was fitted, as a positive fraction.
    pub threshold: f64,
    /// Scale of the distribution of the losses beyond the threshold, as a positive fraction.
    pub scale: f64,
    /// Shape of the distribution, above 0: a fat tail.
    pub shape: f64,
    /// Value at risk as a loss, a positive fraction.
    pub value_at_risk_loss: f64,
    /// Expected shortfall as a loss, a positive fraction. Unbounded where the shape is 1 or more.
    pub expected_shortfall_loss: Outcome,
}

/// Peaks over a threshold: value at risk and expected shortfall of a generalized Pareto distribution fitted to the losses (Gilli and Këllezi
/// 2006, "An application of extreme value theory for measuring financial risk").
///
/// As empyrical does it: the threshold is 0.2, halved until a fit by the simplex of Nelder and Mead (started at scale 1 and shape 1, with
/// the coefficients and tolerances) has a positive shape and a positive value at risk; the tail probability is related to the number
/// of losses. Undefined where no threshold above 1e-9 gives such a fit.
///
/// ```
/// use hashinsight_treasury::metrics::{Returns, pareto_tail};
/// use hashinsight_units::Fraction;
/// let returns = [0.0, -0.06, -0.07, -0.01, -0.09, -0.02, -0.06, -0.08, -0.05];
/// let tail = pareto_tail(&Returns::new(&returns)?, Fraction::new(0.01)?)?.value().unwrap();
/// assert!((tail.value_at_risk_loss - 0.345_116_399_049_326_3).abs() < 1e-8);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.tail.out_of_range` for a tail of 0.
pub fn pareto_tail(returns: &Returns<'_>, tail: Fraction) -> Result<Outcome<ParetoTail>, Error> {
    if tail.get() == 0.0 {
        return Err(refuse::number("tail", 0.0, "above 0, at most 1"));
    }
    if returns.periods() < 3 {
        return Ok(Outcome::Undefined { reason: "fewer than 3 returns" });
    }
    let losses: Vec<f64> = returns.values().iter().filter(|r| **r < 0.0).map(|r| -r).collect();
    let mut threshold = 0.2;
    while threshold > 1e-9 {
        let beyond: Vec<f64> = losses.iter().copied().filter(|loss| *loss >= threshold).collect();
        if let Some([scale, shape]) = fit(&beyond)
            && shape > 0.0
        {
            let odds = losses.len() as f64 / beyond.len() as f64 * tail.get();
            let value_at_risk_loss = threshold + scale / shape * (pow(odds, -shape) - 1.0);
            if value_at_risk_loss > 0.0 {
                let mean = (value_at_risk_loss + scale - shape * threshold) / (1.0 - shape);
                let expected_shortfall_loss = if shape < 1.0 { Outcome::of(mean) } else { Outcome::Unbounded };
                let fitted = ParetoTail { threshold, scale, shape, value_at_risk_loss, expected_shortfall_loss };
                return Ok(Outcome::Value(fitted));
            }
        }
        threshold *= 0.5;
    }
    Ok(Outcome::Undefined { reason: "no threshold leaves a fat tail" })
}

/// Negative log likelihood of scale and shape for losses: `n ln(scale) + (1 / shape + 1) sum of ln(1 + shape / scale loss)`.
fn cost([scale, shape]: [f64; 2], losses: &[f64]) -> f64 {
    let count = losses.len() as f64;
    if scale <= 0.0 || shape < 0.0 {
        return f64::MAX;
    }
    if shape == 0.0 {
        return count * ln(scale) + losses.iter().sum::<f64>() / scale;
    }
    let logs: f64 = losses.iter().map(|loss| ln(shape / scale * loss + 1.0)).sum();
    count * ln(scale) + (1.0 / shape + 1.0) * logs
}

/// Scale and shape of greatest likelihood; none without losses, and where the simplex does not come to rest.
fn fit(losses: &[f64]) -> Option<[f64; 2]> {
    if losses.is_empty() { None } else { nelder_mead(|at| cost(at, losses)) }
}

/// The simplex of Nelder and Mead (1965) in the plane from (1, 1): reflection 1, expansion 2, contraction 1/2, shrinking 1/2; at rest when
/// all corners are within 1e-4 in place and in value; at most 400 evaluations.
fn nelder_mead(cost: impl Fn([f64; 2]) -> f64) -> Option<[f64; 2]> {
    const MOST: u32 = 400;
    const TOLERANCE: f64 = 1e-4;
    let calls = std::cell::Cell::new(0);
    let corner = |at: [f64; 2]| {
        calls.set(calls.get() + 1);
        (cost(at), at)
    };
    let mut simplex = [[1.0, 1.0], [1.05, 1.0], [1.0, 1.05]].map(corner);
    simplex.order_by(|a, b| a.0.total_cmp(&b.0));
    while calls.get() < MOST {
        let [best, second, worst] = simplex;
        let near = |a: f64, b: f64| (a - b).abs() <= TOLERANCE;
        if [second, worst].iter().all(|c| near(c.0, best.0) && near(c.1[0], best.1[0]) && near(c.1[1], best.1[1])) {
            return Some(best.1);
        }
        let middle = [0, 1].map(|k| f64::midpoint(best.1[k], second.1[k]));
        let along = |step: f64| corner([0, 1].map(|k| (1.0 + step) * middle[k] - step * worst.1[k]));
        let reflected = along(1.0);
        let next = if reflected.0 < best.0 {
            let expanded = along(2.0);
            Some(if expanded.0 < reflected.0 { expanded } else { reflected })
        } else if reflected.0 < second.0 {
            Some(reflected)
        } else if reflected.0 < worst.0 {
            Some(along(0.5)).filter(|outside| outside.0 <= reflected.0)
        } else {
            Some(along(-0.5)).filter(|inside| inside.0 < worst.0)
        };
        simplex = match next {
            Some(next) => [best, second, next],
            None => [best, second, worst]
                .map(|c| if c == best { c } else { corner([0, 1].map(|k| best.1[k] + 0.5 * (c.1[k] - best.1[k]))) }),
        };
        simplex.order_by(|a, b| a.0.total_cmp(&b.0));
    }
    None
}
