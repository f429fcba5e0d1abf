//! A loss on a lattice of multiples of a step `h`: what recursion and transform add up.
//!
//! | method | probability of `j h` | error |
//! |---|---|---|
//! | rounding | `F((j + 1/2) h) - F((j - 1/2) h)` | neither bound nor mean kept |
//! | lower | `F((j + 1) h) - F(j h)` | every quantile at most the true one |
//! | upper | `F(j h) - F((j - 1) h)` | every quantile at least the true one |
//! | mean preserving | `(2 LEV(j h) - LEV((j - 1) h) - LEV((j + 1) h)) / h` | mean kept: a loss is split between its neighbors |
//!
//! (Gerber 1982; Klugman, Panjer and Willmot 2019, section 9.6.5.)

use hashinsight_numerics::sum_by;
use hashinsight_units::{At, Error, Record};

use super::{DiscreteLoss, Severity};
use crate::refuse::{refuse, within};

/// Greatest number of lattice points.
pub(super) const MOST_POINTS: u32 = 1 << 22;

/// Way in which a loss is brought onto a lattice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Discretization {
    /// To the nearest lattice point; halves go up.
    Rounding,
    /// Down: a bound from below of every quantile.
    Lower,
    /// Up: a bound from above of every quantile.
    Upper,
    /// Split between the two neighbors so that the mean is kept.
    MeanPreserving,
}

/// Inputs of [`discretize`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DiscretizeRequest {
    /// Distribution of a loss.
    pub severity: Severity,
    /// Distance between lattice points, in units of currency; above 0.
    #[record(example = 10)]
    pub step: f64,
    /// Number of lattice points, 0 among them.
    #[record(range = 1..=4_194_304, example = 100)]
    pub points: u32,
    /// Way in which the loss is brought onto the lattice.
    #[record(default = Discretization::MeanPreserving)]
    pub method: Discretization,
}

/// Result of [`discretize`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DiscretizeReport {
    /// Probabilities of the lattice points `0, step, 2 step, ...`.
    pub probabilities: Vec<f64>,
    /// Probability that fell beyond the last lattice point, which no lattice point holds.
    pub beyond: f64,
}

/// Probabilities of lattice points, for Panjer's recursion and the transform.
///
/// ```
/// use hashinsight_insurance::actuarial::{DiscreteLoss, DiscretizeRequest, Severity, discretize};
/// let loss = Severity::Discrete(DiscreteLoss::new(vec![10.0, 25.0], vec![0.5, 0.5]));
/// let report = discretize(&DiscretizeRequest::new(loss, 10.0, 4))?;
/// assert_eq!(report.probabilities, [0.0, 0.5, 0.25, 0.25]); // 25 is half 20, half 30
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::check`]; `insurance.step.out_of_range` unless above 0; `insurance.points.out_of_range`.
pub fn discretize(request: &DiscretizeRequest) -> Result<DiscretizeReport, Error> {
    request.check()?;
    let DiscretizeRequest { severity, step, points, method } = request;
    severity.check().at("severity")?;
    check_step(*step)?;
    let probabilities = lattice(severity, *step, *points as usize, *method);
    let beyond = 1.0 - sum_by(probabilities.len(), |j| probabilities[j]);
    Ok(DiscretizeReport { probabilities, beyond: if beyond > 0.0 { beyond } else { 0.0 } })
}

pub(super) fn check_step(step: f64) -> Result<(), Error> {
    if step > 0.0 {
        within("step", step, 0.0, 1e18).map(drop)
    } else {
        Err(refuse("step", step, "above 0, at most 1e18"))
    }
}

/// The lattice of a checked distribution.
pub(super) fn lattice(severity: &Severity, step: f64, points: usize, method: Discretization) -> Vec<f64> {
    if let Severity::Discrete(loss) = severity {
        return placed(loss, step, points, method);
    }
    match method {
        Discretization::Rounding => differences(severity, points, |j| (j as f64 - 0.5) * step),
        Discretization::Lower => differences(severity, points, |j| j as f64 * step),
        Discretization::Upper => {
            let mut above = differences(severity, points - 1, |j| j as f64 * step);
            above.insert(0, 0.0);
            above
        }
        Discretization::MeanPreserving => mean_preserving(severity, step, points),
    }
}

/// Probabilities between edges that rise. Whichever side of the distribution is small has the digits.
fn differences(severity: &Severity, count: usize, edge: impl Fn(usize) -> f64) -> Vec<f64> {
    let edges: Vec<f64> = (0..=count).map(edge).collect();
    let middle = edges.partition_point(|edge| *edge <= 0.0 || severity.cumulative(*edge) < 0.5);
    let below = severity.cumulatives(&edges[..edges.len().min(middle + 1)]);
    let above = severity.survivals(&edges[middle.min(count)..]);
    let lower = below.windows(2).map(|pair| pair[1] - pair[0]);
    let upper = above.windows(2).map(|pair| pair[0] - pair[1]);
    lower.chain(upper).take(count).collect()
}

/// A loss between two lattice points goes to both, so that its mean is kept.
fn mean_preserving(severity: &Severity, step: f64, points: usize) -> Vec<f64> {
    let places: Vec<f64> = (0..=points).map(|j| j as f64 * step).collect();
    // From the median on the limited expected value is all but the mean: it grows by what the excess falls.
    let tail = 1 + places[1..].partition_point(|place| severity.survival(*place) >= 0.5);
    let excesses = severity.excesses(&places[tail.min(points)..]);
    let until = if excesses.is_some() { places.len().min(tail + 1) } else { places.len() };
    let limited: Vec<f64> = places[..until].iter().map(|place| severity.limited(*place)).collect();
    let lower = limited.windows(2).map(|pair| pair[1] - pair[0]);
    let excesses = excesses.unwrap_or_default();
    let upper = excesses.windows(2).map(|pair| pair[0] - pair[1]);
    let mut before = step;
    let share = |gain: f64| {
        let share = (before - gain) / step;
        before = gain;
        if share > 0.0 { share } else { 0.0 } // rounding of what is nothing
    };
    lower.chain(upper).take(points).map(share).collect()
}

/// Amounts that are already few: each goes where it belongs.
fn placed(loss: &DiscreteLoss, step: f64, points: usize, method: Discretization) -> Vec<f64> {
    let mut lattice = vec![0.0; points];
    let mut put = |place: f64, probability: f64| {
        if place < points as f64 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to the number of points"
            )]
            let place = place as usize;
            lattice[place] += probability;
        }
    };
    for (amount, probability) in loss.amounts.iter().zip(&loss.probabilities) {
        let steps = amount / step;
        let floor = steps.floor();
        match method {
            Discretization::Rounding => put((steps + 0.5).floor(), *probability),
            Discretization::Lower => put(floor, *probability),
            Discretization::Upper => put(steps.ceil(), *probability),
            Discretization::MeanPreserving => {
                put(floor, probability * (1.0 - (steps - floor)));
                put(floor + 1.0, probability * (steps - floor));
            }
        }
    }
    lattice
}
