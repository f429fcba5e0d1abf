//! Many candidates over the same bars, and whether the best of them is luck.

use std::ops::Range;

use hashinsight_market::Bars;
use hashinsight_numerics::job::{Job, Progress, Shards};
use hashinsight_numerics::state::impossible;
use hashinsight_units::columns::RowStatus;
use hashinsight_units::{At, Error, Fraction, Order, Outcome, Record};

use super::candidates::{Candidates, Prepared};
use super::setup::{BacktestSetup, Course};
use super::trial::{Common, Tile, Trial, run_trial};
use super::walk::FlowReturns;
use crate::metrics::{
    Moments, SharpeSignificance, check_parts, deflated_sharpe, effective_trials, expected_maximum_sharpe,
    minimum_track_record, probabilistic_sharpe, probability_of_overfitting, refuse,
};

const NONE: &str = "no trial has a Sharpe ratio: none trades, none runs to the last bar, or none meets its payments";

/// Inputs of [`BacktestSweep`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SweepRequest {
    /// Bars in USD without a gap, 3 or more, all of them closed.
    pub bars: Bars,
    /// Treasury at the start, costs, and what comes and goes.
    #[record(flatten)]
    pub setup: BacktestSetup,
    /// Configurations that are tried.
    pub candidates: Candidates,
    /// Number of parts of time for the probability of overfitting, an even number from 2 to 16. Absent: it is not asked for.
    pub parts: Option<u32>,
    /// Confidence of the least track record, 0.5 to below 1.
    #[record(default = Fraction::constant(0.95))]
    pub confidence: Fraction,
}

/// One row for each trial, in the order of the candidates. Measures are of the flow-adjusted returns in USD.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TrialTable {
    /// Whether each trial ran to the last bar: `undefined` where nothing was left at a close or a payment was not met, `refused` where an order could
    /// not be filled.
    pub status: Vec<RowStatus>,
    /// Returns over all bars, as fractions.
    pub total_return: Vec<Outcome>,
    /// Sharpe ratios per year.
    pub sharpe: Vec<Outcome>,
    /// Least drawdowns, 0 or negative fractions.
    pub max_drawdown: Vec<Outcome>,
    /// Coins at the end, in satoshis.
    pub coins_sat: Vec<i64>,
    /// Cash at the end, in millionths of a dollar.
    pub cash_micro_usd: Vec<i64>,
    /// Numbers of trades.
    pub trades: Vec<u32>,
    /// Greatest overdrafts of cash, in millionths of a dollar: 0 where every payment was met.
    pub shortfall_micro_usd: Vec<i64>,
}

/// Result of [`BacktestSweep`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SweepReport {
    /// Number of trials.
    pub trials: u32,
    /// Number of returns of each.
    pub returns: u32,
    /// Trials.
    pub table: TrialTable,
    /// Place of the trial with the greatest Sharpe ratio, counted from 0; the first of equal ones.
    pub best: Outcome<u32>,
    /// Mean correlation between the returns of the trials that have a Sharpe ratio.
    pub mean_correlation: Outcome,
    /// Variance of their Sharpe ratios per year.
    pub sharpe_variance: Outcome,
    /// Whether the best ratio is luck; undefined with the reason where no trial has one.
    pub significance: Outcome<SharpeSignificance>,
    /// Part of the splits of time in which the best of one half is at or below the median in the other. Absent: it was not asked for.
    pub probability_of_overfitting: Option<Outcome>,
}

/// A sweep as a [`Job`]: each trial is a block.
///
/// The parts that a sweep is cut into, and their order, change no bit of its report: what trials have in common is summed in whole numbers.
///
/// ```
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// use hashinsight_numerics::job::Job;
/// use hashinsight_treasury::backtest::*;
/// use hashinsight_treasury::coverage::Costs;
/// use hashinsight_units::{Currency, Fraction, Outcome};
/// let close: Vec<f64> = (0..40).map(|day| 60_000.0 + 900.0 * f64::from(day * day % 17)).collect();
/// let bars = Bars::from_columns(BarsColumns {
///     source: "binance".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     quote_currency: Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: (0..40).map(|day| 1_714_521_600_000 + day * 86_400_000).collect(),
///     open: close.clone(),
///     high: close.clone(),
///     low: close.clone(),
///     close,
///     volume_base: None,
/// })?;
/// let setup = BacktestSetup::new("0 BTC".parse()?, "100000".parse()?, Costs::new(Fraction::new(0.001)?));
/// let pairs = Candidates::Crossings(MovingAverageCrossings::new(2, 5));
/// let mut sweep = BacktestSweep::open(&SweepRequest::new(bars, setup, pairs))?;
/// while !sweep.step(2).is_complete() {}
/// let report = sweep.report()?;
/// assert_eq!((report.trials, report.returns), (6, 39));
/// assert!(matches!(report.significance, Outcome::Value(_)));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct BacktestSweep {
    request: SweepRequest,
    course: Course,
    candidates: Prepared,
    done: SweepState,
}

/// What the trials so far have given.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct SweepState {
    shards: Shards,
    /// Trials with their places, in order.
    trials: Vec<(u64, Trial)>,
    common: Common,
}

impl TrialTable {
    fn for_trials(count: usize) -> Self {
        Self {
            status: Vec::with_capacity(count),
            total_return: Vec::with_capacity(count),
            sharpe: Vec::with_capacity(count),
            max_drawdown: Vec::with_capacity(count),
            coins_sat: Vec::with_capacity(count),
            cash_micro_usd: Vec::with_capacity(count),
            trades: Vec::with_capacity(count),
            shortfall_micro_usd: Vec::with_capacity(count),
        }
    }
}

impl SweepState {
    /// Trials of other shards come in between.
    fn sort(&mut self) {
        self.trials.order_by_key(|(place, _)| *place);
    }
}

impl BacktestSweep {
    fn with_blocks(request: &SweepRequest, blocks: Option<Range<u64>>) -> Result<Self, Error> {
        let course = Course::new(&request.bars, &request.setup)?;
        if let Some(parts) = request.parts {
            check_parts(parts)?;
            let returns = course.bars() - 1;
            if returns < 2 * parts as usize {
                return Err(refuse::out_of_range("parts", parts, format!("at most half of the {returns} returns")));
            }
        }
        if !(0.5..1.0).contains(&request.confidence.get()) {
            return Err(refuse::number("confidence", request.confidence.get(), "0.5 to below 1"));
        }
        let candidates = request.candidates.prepare(&course).at("candidates")?;
        let total = candidates.len();
        let shards = Shards::new(total, blocks.unwrap_or(0..total))?;
        let done = SweepState { shards, trials: Vec::new(), common: Common::new(course.bars() - 1) };
        Ok(Self { request: request.clone(), course, candidates, done })
    }
}

/// Memory that trials share one after the other.
#[derive(Default)]
struct Room {
    tile: Tile,
    returns: FlowReturns,
}

impl BacktestSweep {
    /// Runs trials: side by side if there are several, and alone what is left.
    fn run(&mut self, places: &[usize], room: &mut Room) {
        let Self { request, course, candidates, done } = self;
        let several = places.len() > 1;
        let beside = several.then(|| room.tile.run(course, candidates, places, request.parts)).flatten();
        let mut beside = beside.unwrap_or_default();
        for (place, trial) in places.iter().zip(&mut beside) {
            let trial = trial.take().unwrap_or_else(|| {
                let trial = run_trial(course, candidates, *place, request.parts, &mut room.returns);
                done.common.add(&trial, &room.returns.usd);
                trial
            });
            done.trials.push((*place as u64, trial));
        }
    }
}

impl Job for BacktestSweep {
    const PATH: &'static str = "treasury.backtest_sweep";
    type Params = SweepRequest;
    type State = SweepState;
    type Report = SweepReport;

    fn open(params: &SweepRequest) -> Result<Self, Error> {
        Self::with_blocks(params, None)
    }

    fn open_shard(params: &SweepRequest, blocks: Range<u64>) -> Result<Self, Error> {
        Self::with_blocks(params, Some(blocks))
    }

    fn params(&self) -> &SweepRequest {
        &self.request
    }

    fn state(&self) -> &SweepState {
        &self.done
    }

    fn resume(params: &SweepRequest, done: SweepState) -> Result<Self, Error> {
        let job = Self::open(params)?;
        done.shards.check(job.candidates.len())?;
        let of_done = |(trial, row): &(u64, Trial)| {
            done.shards.is_done(*trial) && row.is_possible(params.parts.map_or(0, |parts| parts as usize))
        };
        let in_order = done.trials.is_sorted_by(|(one, _), (next, _)| one < next);
        if done.trials.len() as u64 != done.shards.progress().done || !in_order || !done.trials.iter().all(of_done) {
            return Err(impossible("trials"));
        }
        if !done.common.is_possible(job.course.bars() - 1, done.trials.len()) {
            return Err(impossible("common"));
        }
        Ok(Self { done, ..job })
    }

    fn progress(&self) -> Progress {
        self.done.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        #[expect(clippy::cast_possible_truncation, reason = "at most a million trials")]
        let places: Vec<usize> = self.done.shards.take(blocks).into_iter().map(|block| block as usize).collect();
        self.done.trials.reserve(places.len());
        let mut room = Room::default();
        let mut left = places.as_slice();
        while !left.is_empty() {
            let (beside, rest) = left.split_at(self.candidates.beside(&self.course, left));
            self.run(beside, &mut room);
            left = rest;
        }
        room.tile.tell(&mut self.done.common);
        self.done.sort();
        self.progress()
    }

    fn absorb(&mut self, other: &Self) -> Result<(), Error> {
        self.done.shards.merge(&other.done.shards)?;
        self.done.trials.extend_from_slice(&other.done.trials);
        self.done.sort();
        self.done.common.merge(&other.done.common);
        Ok(())
    }

    fn report(&self) -> Result<SweepReport, Error> {
        self.done.shards.complete()?;
        let (done, root) = (&self.done, self.course.periods_per_year.sqrt());
        let mut table = TrialTable::for_trials(done.trials.len());
        let trials = || done.trials.iter().map(|(_, trial)| trial);
        trials().for_each(|trial| trial.tell(root, &mut table));
        let sharpes: Vec<f64> = trials().filter_map(Trial::sharpe).collect();
        let mean_correlation = done.common.mean_correlation();
        let variance = Moments::of(&sharpes).standard_deviation(1).map(|deviation| deviation * deviation);
        let mut best: Option<(u64, &Trial, f64)> = None;
        for (place, trial) in &done.trials {
            if let Some(sharpe) = trial.sharpe()
                && best.is_none_or(|(.., highest)| sharpe > highest)
            {
                best = Some((*place, trial, sharpe));
            }
        }
        let significance = match best {
            None => Outcome::Undefined { reason: NONE },
            Some((_, best, _)) => Outcome::Value(self.significance(best, mean_correlation, variance, sharpes.len())),
        };
        let overfitting = || {
            let parts: Vec<Vec<Moments>> = trials().filter(|t| t.sharpe().is_some()).map(|t| t.parts.clone()).collect();
            probability_of_overfitting(&parts).1
        };
        #[expect(clippy::cast_possible_truncation, reason = "at most a million trials, and fewer bars than 2^32")]
        let count = |length: u64| length as u32;
        Ok(SweepReport {
            trials: count(self.candidates.len()),
            returns: count(self.course.bars() as u64 - 1),
            table,
            best: best.map_or(Outcome::Undefined { reason: NONE }, |(place, ..)| Outcome::Value(count(place))),
            mean_correlation,
            sharpe_variance: variance.map(|variance| variance * root * root),
            significance,
            probability_of_overfitting: self.request.parts.map(|_| overfitting()),
        })
    }
}

impl BacktestSweep {
    fn significance(&self, best: &Trial, correlation: Outcome, variance: Outcome, count: usize) -> SharpeSignificance {
        let returns = (self.course.bars() - 1) as f64;
        let (sharpe, g3, g4) = best.shape();
        let confidence = self.request.confidence;
        let trials = correlation.map(|correlation| effective_trials(count as f64, correlation));
        let none =
            Outcome::Undefined { reason: "fewer than 2 trials have a Sharpe ratio: there is nothing to deflate" };
        let (mut luck, mut deflated) = (none, none);
        if let (Outcome::Value(variance), Outcome::Value(trials)) = (variance, trials) {
            luck = expected_maximum_sharpe(variance, trials);
            deflated = deflated_sharpe(sharpe, returns, g3, g4, variance, trials);
        }
        let root = self.course.periods_per_year.sqrt();
        SharpeSignificance {
            probabilistic_sharpe: probabilistic_sharpe(sharpe, 0.0, returns, g3, g4),
            effective_trials: trials,
            expected_maximum_sharpe: luck.map(|ratio| ratio * root),
            deflated_sharpe: deflated,
            minimum_track_record: minimum_track_record(sharpe, 0.0, g3, g4, confidence.get()),
            confidence,
        }
    }
}
