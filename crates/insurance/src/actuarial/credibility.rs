//! Credibility: how far a group's own experience counts (Bühlmann 1967; Bühlmann and Straub 1970).
//!
//! ```text
//! premium_i = z_i X_i + (1 - z_i) m,      z_i = w_i / (w_i + k),      k = s^2 / a
//! s^2 = sum of w_ij (X_ij - X_i)^2 / sum of (n_i - 1)
//! a   = (sum of w_i (X_i - X)^2 - (I - 1) s^2) / (w - sum of w_i^2 / w)
//! m   = sum of z_i X_i / sum of z_i
//! ```
//!
//! `X_i` is the weighted mean of group `i`, `X` that of all. The variance `a` between groups may come out negative: then the groups do not
//! differ, no group has credibility, and all pay the mean. The iterative estimator of Bichsel and Straub solves
//! `a = sum of z_i (X_i - m)^2 / (I - 1)` instead. (Bühlmann and Gisler 2005, chapter 4.)

use hashinsight_numerics::{sum, sum_by};
use hashinsight_units::{Error, Outcome, Record};

use crate::refuse::{insufficient, length, refuse, within};

/// Estimator of the variance between groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum BetweenEstimator {
    /// Unbiased, in closed form.
    Unbiased,
    /// Iterative (Bichsel and Straub).
    Iterative,
}

/// Inputs of [`credibility`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CredibilityRequest {
    /// Loss ratios or mean losses of each group, period by period: two groups or more, two periods or more in one of them.
    pub ratios: Vec<Vec<f64>>,
    /// Weights of the ratios, like the number of risks, above 0. Absent: all equal, the model of Bühlmann.
    pub weights: Option<Vec<Vec<f64>>>,
    /// Estimator of the variance between groups.
    #[record(default = BetweenEstimator::Unbiased)]
    pub estimator: BetweenEstimator,
}

/// Credibility of one group.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct GroupCredibility {
    /// Mean of the group's own ratios.
    pub own_mean: f64,
    /// Fraction to which the group's own experience counts.
    pub credibility: f64,
    /// Credibility premium of the group, in the unit of the ratios.
    pub premium: f64,
}

/// Result of [`credibility`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CredibilityReport {
    /// Mean of all groups, in the unit of the ratios.
    pub collective: f64,
    /// Variance within groups, per unit of weight.
    pub within: f64,
    /// Variance between groups as estimated; not above 0 where groups do not differ more than chance lets them.
    pub between: f64,
    /// Credibility constant `k`: weight at which own experience counts half. `unbounded` where groups do not differ.
    pub constant: Outcome,
    /// Groups, in the order of the request.
    pub groups: Vec<GroupCredibility>,
}

/// Credibility premiums of groups from their experience.
///
/// ```
/// use hashinsight_insurance::actuarial::{CredibilityRequest, credibility};
/// let ratios = vec![vec![0.8, 1.0, 0.9], vec![1.9, 2.1, 2.0]];
/// let report = credibility(&CredibilityRequest::new(ratios))?;
/// assert!(report.groups[1].credibility > 0.99); // the groups differ far more than their periods
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.ratios.insufficient_data` for fewer than two groups, an empty group, or one period everywhere; `not_finite` and
/// `out_of_range` beyond 1e15; `insurance.weights.length` and `out_of_range` unless there is one above 0 for each ratio.
pub fn credibility(request: &CredibilityRequest) -> Result<CredibilityReport, Error> {
    let ratios = &request.ratios;
    let weights = checked_weights(request)?;
    let count = ratios.len();
    let group_weights: Vec<f64> = weights.iter().map(|group| sum(group)).collect();
    let means: Vec<f64> =
        (0..count).map(|i| sum_by(ratios[i].len(), |j| weights[i][j] * ratios[i][j]) / group_weights[i]).collect();
    let total = sum(&group_weights);
    let mean = sum_by(count, |i| group_weights[i] * means[i]) / total;
    let deviation =
        |i: usize| sum_by(ratios[i].len(), |j| weights[i][j] * (ratios[i][j] - means[i]) * (ratios[i][j] - means[i]));
    let freedom: usize = ratios.iter().map(|group| group.len() - 1).sum();
    if freedom == 0 {
        return Err(insufficient("ratios", "one period in each group", "two periods in at least one group"));
    }
    let within = sum_by(count, deviation) / freedom as f64;
    let spread = sum_by(count, |i| group_weights[i] * (means[i] - mean) * (means[i] - mean));
    let balance = total - sum_by(count, |i| group_weights[i] * group_weights[i]) / total;
    let unbiased = (spread - (count - 1) as f64 * within) / balance;
    let shares = |between: f64| -> Vec<f64> {
        let share = |weight: &f64| {
            let own = weight * between;
            if between > 0.0 { own / (own + within) } else { 0.0 }
        };
        group_weights.iter().map(share).collect()
    };
    // With credibility the mean is that of the shares, without it that of the weights.
    let collective = |shares: &[f64]| {
        let all = sum(shares);
        if all > 0.0 { sum_by(count, |i| shares[i] * means[i]) / all } else { mean }
    };
    let between = match request.estimator {
        BetweenEstimator::Unbiased => unbiased,
        BetweenEstimator::Iterative => fixed_point(unbiased, |between| {
            let shares = shares(between);
            let center = collective(&shares);
            sum_by(count, |i| shares[i] * (means[i] - center) * (means[i] - center)) / (count - 1) as f64
        })?,
    };
    let shares = shares(between);
    let center = collective(&shares);
    let group = |(mean, share): (&f64, &f64)| GroupCredibility {
        own_mean: *mean,
        credibility: *share,
        premium: share * mean + (1.0 - share) * center,
    };
    let groups = means.iter().zip(&shares).map(group).collect();
    let constant = if between > 0.0 { Outcome::of(within / between) } else { Outcome::Unbounded };
    Ok(CredibilityReport { collective: center, within, between, constant, groups })
}

fn checked_weights(request: &CredibilityRequest) -> Result<Vec<Vec<f64>>, Error> {
    let ratios = &request.ratios;
    if ratios.len() < 2 {
        return Err(insufficient("ratios", format_args!("{} groups", ratios.len()), "two groups or more"));
    }
    for (i, group) in ratios.iter().enumerate() {
        if group.is_empty() {
            return Err(insufficient("ratios", "an empty group", "one period or more").in_row(i));
        }
        for (j, ratio) in group.iter().enumerate() {
            within("ratios", *ratio, -1e15, 1e15).map_err(|error| error.in_row(i).in_row(j))?;
        }
    }
    let Some(weights) = &request.weights else {
        return Ok(ratios.iter().map(|group| vec![1.0; group.len()]).collect());
    };
    if weights.len() != ratios.len() {
        return Err(length("weights", weights.len(), ratios.len()));
    }
    for (i, (group, own)) in ratios.iter().zip(weights).enumerate() {
        if own.len() != group.len() {
            return Err(length("weights", own.len(), group.len()).in_row(i));
        }
        if let Some(j) = own.iter().position(|weight| !(*weight > 0.0 && *weight <= 1e15)) {
            return Err(refuse("weights", own[j], "above 0, at most 1e15").in_row(i).in_row(j));
        }
    }
    Ok(weights.clone())
}

/// The fixed point of a map that contracts towards it, or 0.
fn fixed_point(start: f64, map: impl Fn(f64) -> f64) -> Result<f64, Error> {
    /// Each round gains at least a digit in thousands of them, or the point is 0.
    const ROUNDS: u32 = 100_000;
    if start <= 0.0 {
        return Ok(0.0);
    }
    let mut value = start;
    for _ in 0..ROUNDS {
        let next = map(value);
        if (next - value).abs() <= 1e-15 * next {
            return Ok(next);
        }
        if next < 1e-12 * start {
            return Ok(0.0);
        }
        value = next;
    }
    Err(refuse("estimator", value, "groups for which the iteration settles; the unbiased estimator has an answer"))
}
