//! Probability of backtest overfitting, by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado and Zhu 2017).

use hashinsight_units::{Error, Fault, FieldPath, Outcome, Problem, Record};

use super::moments::Moments;
use super::refuse;

/// Most splits in halves: 12,870 of 16 parts.
const MOST_PARTS: u32 = 16;

/// Inputs of [`overfitting`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct OverfittingRequest {
    /// Returns of each strategy that was tried, in the same periods; 2 strategies or more.
    pub returns: Vec<Vec<f64>>,
    /// Number of parts that time is cut into, an even number from 2 to 16.
    #[record(default = 8, range = 2..=16)]
    pub parts: u32,
}

/// Result of [`overfitting`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct OverfittingReport {
    /// Number of splits of the parts in two halves.
    pub splits: u32,
    /// Part of the splits in which the strategy that was best in one half is at or below the median in the other.
    pub probability_of_overfitting: Outcome,
}

/// Moments of each part of a trial's returns: parts of equal length, but for a period.
pub(crate) fn parts_of(returns: &[f64], parts: u32) -> Vec<Moments> {
    let bound = |part: u32| returns.len() * part as usize / parts as usize;
    (0..parts).map(|part| Moments::of(&returns[bound(part)..bound(part + 1)])).collect()
}

/// Probability of overfitting of trials of which the moments of each part of time are known, and the number of splits: each choice of half
/// of the parts is a sample in which the trial of the greatest Sharpe ratio is chosen; its relative rank `w` among the trials in the other
/// half gives the logit `ln(w / (1 - w))`, and the probability is the part of the logits that are 0 or less.
///
/// Undefined for fewer than two trials, and where the best ratio of a half does not exist because returns do not vary.
///
/// ```
/// use hashinsight_treasury::metrics::{Moments, probability_of_overfitting};
/// // One strategy is best in every part: nothing is overfitted.
/// let good = [0.02, 0.01, 0.03].map(|r| Moments::of(&[r, 2.0 * r]));
/// let bad = [-0.02, -0.01, -0.03].map(|r| Moments::of(&[r, 2.0 * r]));
/// let trials = [vec![good[0], good[1]], vec![bad[0], bad[1]]];
/// assert_eq!(probability_of_overfitting(&trials).1.value(), Some(0.0));
/// ```
pub fn probability_of_overfitting(trials: &[Vec<Moments>]) -> (u32, Outcome) {
    let parts = trials.first().map_or(0, Vec::len);
    if trials.len() < 2 || parts < 2 {
        return (0, Outcome::Undefined { reason: "fewer than 2 trials or parts" });
    }
    let (mut splits, mut at_or_below_median) = (0_u32, 0_u32);
    let sharpe = |trial: &[Moments], chosen: u32, within: bool| {
        let halves = trial.iter().enumerate().filter(|(part, _)| (chosen >> part & 1 == 1) == within);
        let half = halves.fold(Moments::default(), |sum, (_, part)| sum.merge(part));
        match (half.mean(), half.standard_deviation(1)) {
            (Outcome::Value(mean), Outcome::Value(deviation)) if deviation > 0.0 => Some(mean / deviation),
            _ => None,
        }
    };
    for chosen in (0..1_u32 << parts).filter(|chosen| chosen.count_ones() as usize == parts / 2) {
        // The first of equal ratios is the best; a trial without a ratio is never chosen, and ranks last.
        let ratios = |within: bool| trials.iter().map(move |trial| sharpe(trial, chosen, within));
        let better = |best: Option<(usize, f64)>, (index, ratio): (usize, Option<f64>)| match (best, ratio) {
            (Some((_, high)), Some(ratio)) if ratio <= high => best,
            (_, Some(ratio)) => Some((index, ratio)),
            (_, None) => best,
        };
        let Some((best, _)) = ratios(true).enumerate().fold(None, better) else {
            return (splits, Outcome::Undefined { reason: "no trial varies in one half of the time" });
        };
        let outside: Vec<Option<f64>> = ratios(false).collect();
        let Some(own) = outside[best] else {
            return (
                splits,
                Outcome::Undefined { reason: "the best trial does not vary in the other half of the time" },
            );
        };
        let rank = outside.iter().filter(|ratio| ratio.is_none_or(|ratio| ratio <= own)).count();
        splits += 1;
        // The logit of rank / (trials + 1) is 0 or less.
        at_or_below_median += u32::from(2 * rank <= trials.len() + 1);
    }
    (splits, Outcome::Value(f64::from(at_or_below_median) / f64::from(splits)))
}

/// Probability that the strategy which a backtest would choose is no better than the median afterwards.
///
/// ```
/// use hashinsight_treasury::metrics::{OverfittingRequest, overfitting};
/// let up = vec![0.02, 0.01, 0.03, 0.02, 0.01, 0.02, 0.03, 0.01];
/// let down = up.iter().map(|r| -r).collect();
/// let report = overfitting(&OverfittingRequest::new(vec![up, down]).parts(4))?;
/// assert_eq!((report.splits, report.probability_of_overfitting.value()), (6, Some(0.0)));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.returns.length` for strategies of different length; `insufficient_data` for fewer than 2 strategies or fewer than 2 returns in a
/// part; `not_finite`; `treasury.parts.out_of_range` for an odd number of parts.
pub fn overfitting(request: &OverfittingRequest) -> Result<OverfittingReport, Error> {
    request.check()?;
    let (returns, parts) = (&request.returns, request.parts);
    check_parts(parts)?;
    let periods = returns.first().map_or(0, Vec::len);
    if returns.len() < 2 {
        return Err(refuse::insufficient("returns", returns.len(), "2 strategies or more"));
    }
    if periods < 2 * parts as usize {
        return Err(refuse::insufficient("returns", periods, format!("{} returns, 2 for each part", 2 * parts)));
    }
    for (index, row) in returns.iter().enumerate() {
        if row.len() != periods {
            return Err(refuse::length("returns", row.len(), format!("{periods} returns")).in_row(index));
        }
        if let Some(at) = row.iter().position(|r| !r.is_finite()) {
            let place = FieldPath::new("returns").index(index).index(at);
            let fault = Fault::new("treasury.returns", Problem::NotFinite).at(place);
            return Err(fault.got(row[at]).allowed("finite fractions, 0.01 for 1 %").into());
        }
    }
    let trials: Vec<Vec<Moments>> = returns.iter().map(|row| parts_of(row, parts)).collect();
    let (splits, probability_of_overfitting) = probability_of_overfitting(&trials);
    Ok(OverfittingReport { splits, probability_of_overfitting })
}

/// Parts that can be split in halves.
pub(crate) fn check_parts(parts: u32) -> Result<(), Error> {
    if parts.is_multiple_of(2) && (2..=MOST_PARTS).contains(&parts) {
        return Ok(());
    }
    Err(refuse::out_of_range("parts", parts, "an even number from 2 to 16"))
}
