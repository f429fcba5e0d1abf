//! The probability of ever being ruined, in the model of Cramér and Lundberg.
//!
//! Losses come as a Poisson process and premiums at `1 + theta` times their mean. The greatest sum of losses less premiums is the sum of a
//! geometric number of ladder heights with density `S(x) / m` (Pollaczek and Khinchine), so that
//!
//! ```text
//! ruin(u) = P(sum > u),      P(number = n) = theta / (1 + theta) (1 + theta)^-n
//! ```
//!
//! For mixtures of exponentials this is a sum of exponentials, `sum of C_i e^(-r_i u)` over the roots of Lundberg's equation with
//! `C_i = theta m / (M'(r_i) - (1 + theta) m)` (Bowers et al. 1997, section 13.6). For other losses the heights are rounded down, and
//! up, to a lattice, which bounds the probability from below and above (Dickson 2016, section 7.9.1).

use hashinsight_numerics::{exp, sum_by};
use hashinsight_units::{Error, Outcome, Record};

use super::Severity;
use super::lundberg::{adjustment_coefficient, roots};
use crate::refuse::{refuse, within};

/// Inputs of [`ruin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RuinRequest {
    /// Distribution of a loss; its mean exists.
    pub severity: Severity,
    /// Relative loading of the premium over the expected loss, above 0.
    #[record(range = 0.000001..=1000.0, example = 0.2)]
    pub loading: f64,
    /// Initial surpluses of the fund, in units of currency, from 0 on.
    pub surpluses: Vec<f64>,
    /// Number of lattice points up to the greatest surplus, where no closed form exists: more make the bounds narrower.
    #[record(range = 10..=100_000, default = 4000)]
    pub points: u32,
}

/// Probability of ruin from one initial surplus.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RuinProbability {
    /// Initial surplus of the fund, in units of currency.
    pub surplus: f64,
    /// Lower bound of the probability of ever being ruined.
    pub lower: f64,
    /// Upper bound of the probability of ever being ruined; the lower one where it is exact.
    pub upper: f64,
}

/// Result of [`ruin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RuinReport {
    /// Adjustment coefficient, per unit of currency: ruin is less probable than `e^(-coefficient surplus)`. `undefined` for losses
    /// without exponential moments.
    pub adjustment_coefficient: Outcome,
    /// Whether the probabilities are exact, and not bounds.
    pub is_exact: bool,
    /// Probabilities of ruin, in the order of the surpluses.
    pub probabilities: Vec<RuinProbability>,
}

/// How probable the ruin of a fund ever is.
///
/// ```
/// use hashinsight_insurance::actuarial::{MixedExponentialLoss, RuinRequest, Severity, ruin};
/// // Bowers et al., example 13.6: 24/35 e^-u + 1/35 e^-6u.
/// let loss = Severity::MixedExponential(MixedExponentialLoss::new(vec![0.5, 0.5], vec![1.0 / 3.0, 1.0 / 7.0]));
/// let report = ruin(&RuinRequest::new(loss, 0.4, vec![0.0, 1.0]))?;
/// assert!((report.adjustment_coefficient.value().unwrap() - 1.0).abs() < 1e-12);
/// assert!((report.probabilities[1].upper - 0.252331009722608).abs() < 1e-12);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::check`]; `insurance.severity.none` for a loss without a mean, or always 0; `insurance.loading.out_of_range`;
/// `insurance.surpluses.out_of_range`.
pub fn ruin(request: &RuinRequest) -> Result<RuinReport, Error> {
    request.check()?;
    let RuinRequest { severity, loading, surpluses, points } = request;
    let mean = severity.finite_mean()?;
    for (index, surplus) in surpluses.iter().enumerate() {
        within("surpluses", *surplus, 0.0, 1e18).map_err(|error| error.in_row(index))?;
    }
    if !severity.moments().1.is_finite() && severity.exponentials().is_some() {
        return Err(refuse("severity", f64::INFINITY, "a loss whose variance is a number"));
    }
    let adjustment_coefficient = adjustment_coefficient(severity, *loading)?;
    let probabilities = match severity.exponentials() {
        Some((weights, means)) => {
            let roots = roots(severity, *loading, &means)?;
            // M'(r) = sum of w m / (1 - r m)^2
            let slope =
                |r: f64| sum_by(means.len(), |i| weights[i] * means[i] / ((1.0 - r * means[i]) * (1.0 - r * means[i])));
            let parts: Vec<f64> = roots.iter().map(|r| loading * mean / (slope(*r) - (1.0 + loading) * mean)).collect();
            let exact = |surplus: &f64| {
                let ruin = sum_by(roots.len(), |i| parts[i] * exp(-roots[i] * surplus));
                RuinProbability { surplus: *surplus, lower: ruin, upper: ruin }
            };
            surpluses.iter().map(exact).collect()
        }
        None => bounds(severity, mean, *loading, surpluses, *points as usize),
    };
    Ok(RuinReport { adjustment_coefficient, is_exact: severity.exponentials().is_some(), probabilities })
}

/// Bounds from ladder heights that are rounded down and up.
fn bounds(severity: &Severity, mean: f64, loading: f64, surpluses: &[f64], points: usize) -> Vec<RuinProbability> {
    let greatest = surpluses.iter().fold(0.0, |a: f64, b| if a > *b { a } else { *b });
    let step = if greatest > 0.0 { greatest / points as f64 } else { mean };
    // Probability that a ladder height lies in ((j - 1) step, j step], for j = 1, 2, ...
    let at = |j: usize| severity.limited(j as f64 * step) / mean;
    let heights: Vec<f64> = (1..=points + 1).map(|j| at(j) - at(j - 1)).collect();
    // Survival of the geometric sum, with heights j (rounded up) or j - 1 (down): Panjer's recursion for a geometric number.
    let continues = 1.0 / (1.0 + loading);
    let sums = |rounded_down: bool| {
        let height = |j: usize| match (rounded_down, j) {
            (true, _) => heights[j],
            (false, 0) => 0.0,
            (false, _) => heights[j - 1],
        };
        let mut sums = vec![0.0; points + 1];
        let first = 1.0 - continues * height(0);
        sums[0] = (1.0 - continues) / first;
        for k in 1..=points {
            sums[k] = continues / first * sum_by(k, |i| height(i + 1) * sums[k - i - 1]);
        }
        // P(sum <= k step)
        let mut total = 0.0;
        for sum in &mut sums {
            total += *sum;
            *sum = total;
        }
        sums
    };
    let (down, up) = (sums(true), sums(false));
    let bound = |surplus: &f64| {
        let steps = surplus / step;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the number of points")]
        let place = |steps: f64| (steps as usize).clamp(0, points);
        // A lattice sum exceeds the surplus where it exceeds the point below it.
        let floor = place(steps.floor());
        RuinProbability { surplus: *surplus, lower: 1.0 - down[floor], upper: 1.0 - up[floor] }
    };
    surpluses.iter().map(bound).collect()
}
