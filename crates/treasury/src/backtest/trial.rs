//! One trial of a sweep, and what trials have in common.

use hashinsight_numerics::sum_by;
use hashinsight_units::Outcome;
use hashinsight_units::columns::RowStatus;
use multiversion::multiversion;

use super::account::Stop;
use super::candidates::Prepared;
use super::setup::Course;
use super::sweep::TrialTable;
use super::walk::FlowReturns;
use crate::metrics::{Moments, parts_of, wealth_and_drawdown};

/// What is kept of a trial.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Trial {
    end: End,
    coins: i64,
    cash: i64,
    least_cash: i64,
    trades: u32,
    /// Measures of the returns; none where there is no Sharpe ratio.
    measures: Option<Measures>,
    /// Return and drawdown, which every whole run has.
    total_return: f64,
    max_drawdown: f64,
    /// Moments of the parts of time, where overfitting was asked for.
    pub(super) parts: Vec<Moments>,
}

/// Whether a trial ran to the last bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
enum End {
    Whole,
    Ruined,
    Refused,
}

/// Shape of the returns, per period.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Measures {
    sharpe: f64,
    skewness: f64,
    kurtosis: f64,
    mean: f64,
    /// Root of the sum of squared deviations from the mean.
    norm: f64,
}

/// Runs a trial; its returns stay in `returns`.
pub(super) fn run_trial(
    course: &Course,
    candidates: &Prepared,
    place: usize,
    parts: Option<u32>,
    returns: &mut FlowReturns,
) -> Trial {
    returns.begin(course);
    let (mut trades, mut least_cash) = (0, 0);
    let run = candidates.run(course, place, |row, close| {
        trades += u32::from(close.sold != 0);
        least_cash = least_cash.min(close.account.cash);
        returns.take(course, row, &close);
    });
    returns.finish(course);
    let (end, account) = match run {
        Ok(account) if returns.ruined.is_none() => (End::Whole, account),
        Ok(account) => (End::Ruined, account),
        Err((_, Stop::Beyond | Stop::TooLarge | Stop::Hedge)) => (End::Refused, course.start),
    };
    let (coins, cash) = (account.coins, account.cash);
    let mut trial = Trial {
        end,
        coins,
        cash,
        least_cash,
        trades,
        measures: None,
        total_return: 0.0,
        max_drawdown: 0.0,
        parts: vec![Moments::default(); parts.unwrap_or(0) as usize],
    };
    if end == End::Whole {
        let (wealth, max_drawdown) = wealth_and_drawdown(&returns.usd);
        trial.measures = measures(&Moments::of(&returns.usd));
        (trial.total_return, trial.max_drawdown) = (wealth - 1.0, max_drawdown);
        if let Some(parts) = parts {
            trial.parts = parts_of(&returns.usd, parts);
        }
    }
    trial
}

fn measures(moments: &Moments) -> Option<Measures> {
    Some(Measures {
        sharpe: moments.sharpe(0.0, 1.0).value()?,
        skewness: moments.skewness().value()?,
        kurtosis: moments.kurtosis().value()?,
        mean: moments.mean().value()?,
        norm: moments.standard_deviation(0).value()? * moments.count().sqrt(),
    })
}

impl Trial {
    /// Sharpe ratio per period.
    pub(super) fn sharpe(&self) -> Option<f64> {
        self.measures.map(|measures| measures.sharpe)
    }

    /// Sharpe ratio per period, skewness and kurtosis of a trial that has them.
    pub(super) fn shape(&self) -> (f64, f64, f64) {
        self.measures.map_or((0.0, 0.0, 3.0), |m| (m.sharpe, m.skewness, m.kurtosis))
    }

    /// Adds the row of this trial.
    pub(super) fn tell(&self, root: f64, table: &mut TrialTable) {
        let none = match self.end {
            End::Whole => Outcome::Undefined { reason: "the returns do not vary" },
            End::Ruined => Outcome::Undefined { reason: "the treasury was worth nothing, or less, at a close" },
            End::Refused => Outcome::Undefined { reason: "an order could not be filled" },
        };
        let whole = |value: f64| if self.end == End::Whole { Outcome::Value(value) } else { none };
        table.status.push(match self.end {
            End::Whole => RowStatus::Ok,
            End::Ruined => RowStatus::Undefined,
            End::Refused => RowStatus::Refused,
        });
        table.total_return.push(whole(self.total_return));
        table.sharpe.push(self.sharpe().map_or(none, |sharpe| Outcome::Value(sharpe * root)));
        table.max_drawdown.push(whole(self.max_drawdown));
        table.coins_sat.push(self.coins);
        table.cash_micro_usd.push(self.cash);
        table.trades.push(self.trades);
        table.shortfall_micro_usd.push(-self.least_cash);
    }

    pub(super) fn is_possible(&self, parts: usize) -> bool {
        let finite = |m: Measures| [m.sharpe, m.skewness, m.kurtosis, m.mean, m.norm].iter().all(|x| x.is_finite());
        let numbers = self.total_return.is_finite() && self.max_drawdown.is_finite();
        numbers
            && self.measures.is_none_or(finite)
            && self.parts.len() == parts
            && self.coins >= 0
            && self.least_cash <= 0
    }
}

/// Sums over trials of their returns in standard form, `(r - mean) / norm`, in whole numbers: the same in any order.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Common {
    trials: u64,
    sums: Vec<i64>,
}

/// One in whole numbers. Of at most a million trials each return is at most 1: the sums stay below 2^61.
const ONE: f64 = 1_099_511_627_776.0; // 2^40

/// `1.5 * 2^52`: what is added to it is rounded to a whole number, a tie to the even one, which then stands in the last bits.
const ROUNDING: f64 = 6_755_399_441_055_744.0;

/// Adds `(r - mean) * scale`, each rounded to the nearest whole number; it is below 2^51.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add_whole(sums: &mut [i64], returns: &[f64], mean: f64, scale: f64) {
    for (sum, r) in sums.iter_mut().zip(returns) {
        let rounded = (r - mean) * scale + ROUNDING;
        *sum += rounded.to_bits().wrapping_sub(ROUNDING.to_bits()).cast_signed();
    }
}

impl Common {
    pub(super) fn new(returns: usize) -> Self {
        Self { trials: 0, sums: vec![0; returns] }
    }

    /// Adds a trial that has a Sharpe ratio.
    pub(super) fn add(&mut self, trial: &Trial, returns: &[f64]) {
        let Some(Measures { mean, norm, .. }) = trial.measures else { return };
        self.trials += 1;
        add_whole(&mut self.sums, returns, mean, ONE / norm);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.trials += other.trials;
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum += more;
        }
    }

    /// Mean correlation of all pairs: `(|sum of z|^2 - n) / (n (n - 1))`, for each `z` has length 1.
    pub(super) fn mean_correlation(&self) -> Outcome {
        if self.trials < 2 {
            return Outcome::Undefined { reason: "fewer than 2 trials have a Sharpe ratio" };
        }
        let n = self.trials as f64;
        let square = sum_by(self.sums.len(), |i| {
            let z = self.sums[i] as f64 / ONE;
            z * z
        });
        Outcome::Value(hashinsight_numerics::clamp((square - n) / (n * (n - 1.0)), -1.0, 1.0))
    }

    pub(super) fn is_possible(&self, returns: usize, trials: usize) -> bool {
        self.sums.len() == returns && self.trials <= trials as u64
    }
}
