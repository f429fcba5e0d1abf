//! Selection out of sample: the strategy that would have been chosen in the rows to train with, and how it fared in those to test.

use std::ops::Range;

use hashinsight_units::{At, Error, Order, Outcome, Record};

use super::cross_validation::{TimeSplit, combinatorial_folds, purged_folds, walk_forward};
use super::{Moments, refuse};

/// How time is cut into rows to train with and rows to test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum TimeSplits {
    /// One stretch after the other, trained with what lies before it.
    WalkForward {
        /// Number of periods to train with.
        train: u32,
        /// Number of periods to test after them.
        test: u32,
        /// Whether the training begins at the first period and grows; otherwise it rolls.
        anchored: bool,
    },
    /// Consecutive folds, each trained with all that neither sees it nor follows it at once.
    Purged {
        /// Number of folds.
        folds: u32,
        /// Number of periods that a decision looks ahead.
        horizon: u32,
        /// Number of further periods left out after a test.
        embargo: u32,
    },
    /// Every choice of several of the groups as the test.
    Combinatorial {
        /// Number of groups of consecutive periods.
        groups: u32,
        /// Number of groups that are tested at once.
        test_groups: u32,
        /// Number of periods that a decision looks ahead.
        horizon: u32,
        /// Number of further periods left out after a test.
        embargo: u32,
    },
}

/// Inputs of [`selection_out_of_sample`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SelectionRequest {
    /// Returns of each strategy that is tried, in the same periods; 1 strategy or more.
    pub returns: Vec<Vec<f64>>,
    /// How time is cut.
    pub splits: TimeSplits,
    /// Number of periods per year.
    #[record(default = 365.0, range = 0.01..=1e9)]
    pub periods_per_year: f64,
}

/// Result of [`selection_out_of_sample`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SelectionReport {
    /// Splits of time, in order.
    pub splits: Vec<SelectionSplit>,
    /// Sharpe ratio per year of each path through time that is made of tests alone: one path, or as many as each group is tested.
    pub path_sharpe: Vec<Outcome>,
    /// Mean Sharpe ratio per year of the chosen strategies in the rows that chose them.
    pub mean_in_sample: Outcome,
    /// Mean Sharpe ratio per year of the chosen strategies in the rows that were tested.
    pub mean_out_of_sample: Outcome,
    /// Mean out of sample over that in sample: what is left of the promise. Undefined unless the promise is above 0.
    pub efficiency: Outcome,
}

/// One split: who was chosen, and what came of it.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SelectionSplit {
    /// Number of periods that it was trained with.
    pub trained: u32,
    /// Number of periods that were tested.
    pub tested: u32,
    /// Place of the strategy with the greatest Sharpe ratio in training, counted from 0; the first of equal ones.
    pub chosen: Outcome<u32>,
    /// Sharpe ratio per year of the chosen strategy in training.
    pub in_sample: Outcome,
    /// Sharpe ratio per year of the chosen strategy in the test.
    pub out_of_sample: Outcome,
}

const NONE: &str = "no strategy varies in training";

/// How the strategy that would have been chosen by its Sharpe ratio fared in rows that had no part in the choice: a walk forward, a purged
/// cross-validation, or a combinatorial one (López de Prado 2018, 7 and 12).
///
/// ```
/// use hashinsight_treasury::metrics::{SelectionRequest, TimeSplits, selection_out_of_sample};
/// // The first strategy gains in the first half and loses in the second, the other the other way round.
/// let early: Vec<f64> = (0..40).map(|i| if i < 20 { 0.02 } else { -0.02 } + 0.001 * f64::from(i % 3)).collect();
/// let late: Vec<f64> = early.iter().rev().copied().collect();
/// let forward = TimeSplits::WalkForward { train: 20, test: 20, anchored: false };
/// let report = selection_out_of_sample(&SelectionRequest::new(vec![early, late], forward))?;
/// assert_eq!(report.splits[0].chosen.value(), Some(0));
/// assert!(report.splits[0].in_sample.value() > Some(100.0) && report.splits[0].out_of_sample.value() < Some(-100.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.returns` for none, for lists of unequal length and numbers that are not finite; what [`walk_forward`], [`purged_folds`] and
/// [`combinatorial_folds`] refuse, at `splits`.
pub fn selection_out_of_sample(request: &SelectionRequest) -> Result<SelectionReport, Error> {
    request.check()?;
    let rows = check_returns(&request.returns)?;
    let (splits, paths) = request.splits.of(rows).at("splits")?;
    let root = request.periods_per_year.sqrt();
    let mut chosen = Vec::with_capacity(splits.len());
    for split in &splits {
        let ratios = request.returns.iter().map(|returns| sharpe(returns, &split.train));
        let better = |best: Option<(usize, f64)>, (place, ratio): (usize, Outcome)| match (best, ratio) {
            (Some((_, high)), Outcome::Value(ratio)) if ratio <= high => best,
            (_, Outcome::Value(ratio)) => Some((place, ratio)),
            _ => best,
        };
        chosen.push(ratios.enumerate().fold(None, better));
    }
    let none = Outcome::Undefined { reason: NONE };
    #[expect(clippy::cast_possible_truncation, reason = "lists of returns that fit a memory")]
    let number = |length: usize| length as u32;
    let count = |ranges: &[Range<usize>]| number(ranges.iter().map(Range::len).sum());
    let told = splits.iter().zip(&chosen).map(|(split, chosen)| SelectionSplit {
        trained: count(&split.train),
        tested: count(&split.test),
        chosen: chosen.map_or(Outcome::Undefined { reason: NONE }, |(place, _)| Outcome::Value(number(place))),
        in_sample: chosen.map_or(none, |(_, ratio)| Outcome::Value(ratio * root)),
        out_of_sample: chosen
            .map_or(none, |(place, _)| sharpe(&request.returns[place], &split.test).map(|ratio| ratio * root)),
    });
    let told: Vec<SelectionSplit> = told.collect();
    let path = |path: &Vec<(usize, Range<usize>)>| {
        let mut returns = Vec::new();
        for (split, range) in path {
            let Some((place, _)) = chosen[*split] else { return none };
            returns.extend_from_slice(&request.returns[place][range.clone()]);
        }
        Moments::of(&returns).sharpe(0.0, 1.0).map(|ratio| ratio * root)
    };
    let mean = |of: fn(&SelectionSplit) -> Outcome| {
        let values: Option<Vec<f64>> = told.iter().map(|split| of(split).value()).collect();
        values.map_or(none, |values| Moments::of(&values).mean())
    };
    let (mean_in_sample, mean_out_of_sample) = (mean(|split| split.in_sample), mean(|split| split.out_of_sample));
    let efficiency = match (mean_in_sample, mean_out_of_sample) {
        (Outcome::Value(promised), Outcome::Value(kept)) if promised > 0.0 => Outcome::of(kept / promised),
        _ => Outcome::Undefined { reason: "in sample there is no ratio above 0" },
    };
    let path_sharpe = paths.iter().map(path).collect();
    Ok(SelectionReport { path_sharpe, mean_in_sample, mean_out_of_sample, efficiency, splits: told })
}

/// Number of periods of lists that are equally long.
fn check_returns(returns: &[Vec<f64>]) -> Result<usize, Error> {
    let rows = returns.first().map_or(0, Vec::len);
    if rows < 4 {
        return Err(refuse::insufficient("returns", rows, "1 strategy or more with 4 returns or more"));
    }
    for (place, list) in returns.iter().enumerate() {
        if list.len() != rows {
            let allowed = format!("{rows}, as many as the first strategy has");
            return Err(refuse::length("returns", list.len(), allowed).in_row(place));
        }
        if let Some(row) = list.iter().position(|r| !r.is_finite()) {
            return Err(refuse::number("returns", list[row], "finite fractions").in_row(place).in_row(row));
        }
    }
    Ok(rows)
}

/// Sharpe ratio per period over some rows.
fn sharpe(returns: &[f64], ranges: &[Range<usize>]) -> Outcome {
    let moments = ranges.iter().map(|range| Moments::of(&returns[range.clone()]));
    moments.fold(Moments::default(), |all, range| all.merge(&range)).sharpe(0.0, 1.0)
}

type Path = Vec<(usize, Range<usize>)>;

impl TimeSplits {
    /// The splits, and the paths through their tests: of each the split and the rows, in order.
    fn of(&self, rows: usize) -> Result<(Vec<TimeSplit>, Vec<Path>), Error> {
        let splits = match *self {
            Self::WalkForward { train, test, anchored } => {
                walk_forward(rows, train as usize, test as usize, anchored).at("walk_forward")?
            }
            Self::Purged { folds, horizon, embargo } => {
                let folds = purged_folds(rows, folds as usize, horizon as usize, embargo as usize).at("purged")?;
                let split = |fold: super::PurgedFold| {
                    let train = [fold.before, fold.after].into_iter().filter(|range| !range.is_empty()).collect();
                    TimeSplit { test: vec![fold.test], train }
                };
                folds.into_iter().map(split).collect()
            }
            Self::Combinatorial { groups, test_groups, horizon, embargo } => {
                combinatorial_folds(rows, groups as usize, test_groups as usize, horizon as usize, embargo as usize)
                    .at("combinatorial")?
            }
        };
        // Path `p` goes through each group in the split that tests it for the `p`-th time.
        let mut paths: Vec<Path> = Vec::new();
        let mut starts: Vec<(usize, usize)> = Vec::new();
        for (place, split) in splits.iter().enumerate() {
            for range in &split.test {
                let before = starts.iter().filter(|(start, _)| *start == range.start).count();
                starts.push((range.start, place));
                if before == paths.len() {
                    paths.push(Path::new());
                }
                paths[before].push((place, range.clone()));
            }
        }
        for path in &mut paths {
            path.order_by_key(|(_, range)| range.start);
        }
        Ok((splits, paths))
    }
}
