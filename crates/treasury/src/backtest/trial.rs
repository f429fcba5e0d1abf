//! One trial of a sweep, and what trials have in common.

use hashinsight_numerics::sum_by;
use hashinsight_units::Outcome;
use hashinsight_units::columns::RowStatus;
use multiversion::multiversion;

use super::account::Stop;
use super::candidates::Prepared;
use super::setup::Course;
use super::sweep::TrialTable;
use super::walk::{FlowReturns, UNMET};
use crate::metrics::lanes::{LANES, Row, returns_and_drawdown};
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
    /// A payment was not met: an overdraft that nobody lent is no return.
    Short,
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
        Ok(account) if returns.ruined.is_some() => (End::Ruined, account),
        Ok(account) if least_cash < 0 => (End::Short, account),
        Ok(account) => (End::Whole, account),
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

/// Memory that trials side by side share one after the other: a row for each close, and for each return.
#[derive(Clone, Debug, Default)]
pub(super) struct Tile {
    worth: Vec<Row>,
    returns: Vec<Row>,
    /// What the trials so far have in common, a sum for each lane.
    sums: Vec<Row<i64>>,
    /// Number of those trials.
    trials: u64,
}

impl Tile {
    /// Runs trials side by side, and adds up what they have in common; `None` for each that has to be run alone.
    pub(super) fn run(
        &mut self,
        course: &Course,
        candidates: &Prepared,
        trials: &[usize],
        parts: Option<u32>,
    ) -> Option<Row<Option<Trial>>> {
        self.worth.resize(course.bars(), [0.0; LANES]);
        self.returns.resize(course.bars() - 1, [0.0; LANES]);
        self.sums.resize(course.bars() - 1, [0; LANES]);
        let ends = candidates.run_beside(course, trials, &mut self.worth)?;
        for lane in (0..LANES).filter(|lane| ends.odd[*lane] != 0) {
            self.worth.iter_mut().for_each(|worth| worth[lane] = 1.0);
        }
        let [wealth, max_drawdown] = returns_and_drawdown(&self.worth, &course.flows[1..], &mut self.returns);
        let moments = Moments::of_rows(&self.returns);
        let trial = |lane: usize| {
            let parts = parts.map_or(Vec::new(), |parts| {
                let column: Vec<f64> = self.returns.iter().map(|row| row[lane]).collect();
                parts_of(&column, parts)
            });
            let is_short = ends.least_cash[lane] < 0;
            let kept = |number: f64| if is_short { 0.0 } else { number };
            (lane < trials.len() && ends.odd[lane] == 0).then(|| Trial {
                end: if is_short { End::Short } else { End::Whole },
                coins: ends.coins[lane],
                cash: ends.cash[lane],
                least_cash: ends.least_cash[lane],
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "at most one for each bar"
                )]
                trades: ends.trades[lane] as u32,
                measures: if is_short { None } else { measures(&moments[lane]) },
                total_return: kept(wealth[lane] - 1.0),
                max_drawdown: kept(max_drawdown[lane]),
                parts: if is_short { vec![Moments::default(); parts.len()] } else { parts },
            })
        };
        let trials: Row<Option<Trial>> = std::array::from_fn(trial);
        self.add(&trials);
        Some(trials)
    }

    /// Adds the returns of trials side by side that have a Sharpe ratio.
    fn add(&mut self, trials: &Row<Option<Trial>>) {
        let (mut means, mut scales) = ([0.0; LANES], [0.0; LANES]);
        for (lane, trial) in trials.iter().enumerate() {
            if let Some(Measures { mean, norm, .. }) = trial.as_ref().and_then(|trial| trial.measures) {
                self.trials += 1;
                (means[lane], scales[lane]) = (mean, ONE / norm);
            }
        }
        add_whole_rows(&mut self.sums, &self.returns, &means, &scales);
    }

    /// What the trials had in common goes to that of all.
    pub(super) fn tell(&mut self, common: &mut Common) {
        common.trials += std::mem::take(&mut self.trials);
        for (sum, lanes) in common.sums.iter_mut().zip(&mut self.sums) {
            *sum += std::mem::take(lanes).iter().sum::<i64>();
        }
    }
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
            End::Short => Outcome::Undefined { reason: UNMET },
        };
        let whole = |value: f64| if self.end == End::Whole { Outcome::Value(value) } else { none };
        table.status.push(match self.end {
            End::Whole => RowStatus::Ok,
            End::Ruined | End::Short => RowStatus::Undefined,
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

/// The same for series side by side, each lane with sums of its own; a scale of 0 adds nothing, for the returns are finite.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add_whole_rows(sums: &mut [Row<i64>], returns: &[Row], means: &Row, scales: &Row) {
    // Eight rows at a time as one list: row by row, lanes would be gathered across them.
    let (means, scales) = ([*means; 8], [*scales; 8]);
    for (sums, returns) in sums.chunks_mut(8).zip(returns.chunks(8)) {
        let shapes = means.as_flattened().iter().zip(scales.as_flattened());
        let rows = sums.as_flattened_mut().iter_mut().zip(returns.as_flattened());
        for ((sum, r), (mean, scale)) in rows.zip(shapes) {
            let scaled = (r - mean) * scale;
            *sum += (scaled + ROUNDING).to_bits().wrapping_sub(ROUNDING.to_bits()).cast_signed();
        }
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
