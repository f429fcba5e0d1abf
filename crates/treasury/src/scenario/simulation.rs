//! A treasury on random paths: Monte Carlo, and the cash flow at risk.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_numerics::job::{Job, Progress, Shards};
use hashinsight_numerics::state::impossible;
use hashinsight_numerics::{LANES, Philox, QuantileMethod, Sorted, exp_slice, ln, mean, proportion_interval, variance};
use hashinsight_units::{Error, Fraction, Record};

use super::figures::{PathFigures, PeriodSums};
use super::moves::{MoveModel, Moves};
use super::treasury::{PRICE_BOUNDS, Track, TreasuryProject};
use crate::metrics::refuse;
use crate::policy::Memory;

/// Paths in one block of work: a fraction of a millisecond for two years.
const PATHS_PER_BLOCK: u64 = 256;
/// Bounds of the difficulty, as a multiple of that at the start.
const DIFFICULTY_BOUNDS: [f64; 2] = [1e-6, 1e6];

/// Inputs of [`TreasurySimulation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TreasurySimulationRequest {
    /// Treasury, its income and payments, and its policy.
    #[record(flatten)]
    pub project: TreasuryProject,
    /// How price and difficulty move.
    pub model: MoveModel,
    /// Number of simulated paths, 2 to 10,000,000.
    #[record(range = 2..=10_000_000, example = 10_000)]
    pub paths: u32,
    /// Seed of the random numbers.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Part of the paths that is the tail, above 0 and below 1: 0.05 for the worst of twenty.
    #[record(default = Fraction::constant(0.05))]
    pub tail: Fraction,
    /// Probabilities for which the equity at the end is reported. Absent: none.
    #[record(default = Vec::new())]
    pub quantiles: Vec<Fraction>,
}

/// Result of [`TreasurySimulation`]. All figures are of the simulated paths.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TreasurySimulationReport {
    /// Number of simulated paths.
    pub paths: u32,
    /// Part of the paths on which a payment is not met.
    pub probability_of_shortfall: f64,
    /// Lower end of the exact 95 % interval of that probability.
    pub probability_of_shortfall_low: f64,
    /// Upper end of the exact 95 % interval of that probability.
    pub probability_of_shortfall_high: f64,
    /// Mean of coins at the last price and cash, less the loan that is still owed, in USD.
    pub mean_equity_usd: f64,
    /// Standard error of that mean, in USD.
    pub standard_error_usd: f64,
    /// Quantile of the equity at the tail, in USD (linear between paths).
    pub tail_equity_usd: f64,
    /// Mean equity of the worst part of the paths, in USD: the conditional value at risk as a level (Acerbi and Tasche 2002).
    pub tail_mean_equity_usd: f64,
    /// Levels of `equity_usd`, as asked.
    pub quantiles: Vec<f64>,
    /// Quantiles of the equity at the end, in USD, in the order of `quantiles` (linear between paths).
    pub equity_usd: Vec<f64>,
    /// Mean of the coins at the end, in satoshis.
    pub mean_coins_sat: f64,
    /// Mean of the operating cash flow, in USD: value of the coins mined less payments.
    pub mean_cash_flow_usd: f64,
    /// Quantile of the operating cash flow at the tail, in USD.
    pub tail_cash_flow_usd: f64,
    /// Cash flow at risk, in USD: mean of the operating cash flow less its quantile at the tail.
    pub cash_flow_at_risk_usd: f64,
    /// Mean of the least cash of each path, in USD.
    pub mean_least_cash_usd: f64,
    /// Mean price at the end of each period, in USD.
    pub mean_price_usd: Vec<f64>,
    /// Mean cash at the end of each period, in USD.
    pub mean_cash_usd: Vec<f64>,
    /// Mean coins at the end of each period, in satoshis.
    pub mean_period_coins_sat: Vec<f64>,
    /// Part of the paths on which a payment was not met by the end of each period.
    pub shortfall_by_period: Vec<f64>,
}

/// The simulation as a [`Job`]: blocks of 256 paths.
///
/// Prices stay within 0.01 and 1e9 USD, difficulty within a millionth and a million of that at the start.
///
/// ```
/// use hashinsight_numerics::job::Job;
/// use hashinsight_treasury::coverage::Costs;
/// use hashinsight_treasury::policy::Policy;
/// use hashinsight_treasury::scenario::*;
/// use hashinsight_units::*;
/// let (start, price) = (Timestamp::from_s(1_780_272_000)?, Price::new(100_000.0)?);
/// let costs = Costs::new(Fraction::new(0.001)?);
/// let project = TreasuryProject::new(start, price, "10 BTC".parse()?, "200000".parse()?, costs, 12, Policy::Hold)
///     .mined_sat("1 BTC".parse()?)
///     .power_usd("50000".parse()?);
/// let model = MoveModel::Brownian(BrownianModel::new(Rate::constant(0.0), Volatility::constant(0.6)));
/// let mut job = TreasurySimulation::open(&TreasurySimulationRequest::new(project, model, 2000, 1))?;
/// while !job.step(1).is_complete() {} // a driver shows its progress here
/// let report = job.report()?;
/// assert_eq!(report.probability_of_shortfall, 1.0); // 200,000 USD pay four periods, and nothing is sold
/// assert!(report.tail_mean_equity_usd < report.tail_equity_usd && report.tail_equity_usd < report.mean_equity_usd);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct TreasurySimulation {
    request: TreasurySimulationRequest,
    track: Track,
    done: TreasurySimulationState,
}

/// What the blocks so far have given.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct TreasurySimulationState {
    shards: Shards,
    /// Figures of the paths of each finished block.
    figures: BTreeMap<u64, Vec<PathFigures>>,
    sums: PeriodSums,
}

/// Memory that paths share one after the other.
struct Room {
    moves: Moves,
    price: Vec<[f64; LANES]>,
    difficulty: Vec<[f64; LANES]>,
    memories: Vec<Memory>,
}

fn total_blocks(request: &TreasurySimulationRequest) -> u64 {
    u64::from(request.paths).div_ceil(PATHS_PER_BLOCK)
}

impl TreasurySimulation {
    fn paths_of(&self, block: u64) -> Range<u64> {
        let first = block * PATHS_PER_BLOCK;
        first..(first + PATHS_PER_BLOCK).min(u64::from(self.request.paths))
    }

    fn room(&self) -> Room {
        let periods = self.track.periods();
        let [price, difficulty] = [(); 2].map(|()| vec![[0.0; LANES]; periods]);
        Room { moves: Moves::undrawn(periods), price, difficulty, memories: self.track.memories() }
    }

    /// Prices and difficulties of [`LANES`] paths.
    fn worlds(&self, random: Philox, path: u64, room: &mut Room) {
        self.request.model.draw(random, path, self.track.years, &mut room.moves);
        let [low, high] = PRICE_BOUNDS.map(|bound| ln(bound / self.track.price));
        let difficulty_bounds = DIFFICULTY_BOUNDS.map(ln);
        let start = self.track.price;
        accumulate(&mut room.moves.price, [low, high], &mut room.price, start);
        accumulate(&mut room.moves.difficulty, difficulty_bounds, &mut room.difficulty, 1.0);
    }

    fn block(&self, block: u64, random: Philox, room: &mut Room, sums: &mut PeriodSums) -> Vec<PathFigures> {
        let paths = self.paths_of(block);
        let mut figures = Vec::with_capacity(paths.clone().count());
        for first in paths.clone().step_by(LANES) {
            self.worlds(random, first, room);
            for lane in 0..LANES.min(usize::try_from(paths.end - first).unwrap_or(LANES)) {
                figures.push(self.path(lane, room, sums));
            }
        }
        figures
    }

    fn path(&self, lane: usize, room: &mut Room, sums: &mut PeriodSums) -> PathFigures {
        let Room { price, difficulty, memories, .. } = room;
        let start = self.track.start();
        let mut figures = PathFigures { equity: 0.0, flow: 0, least_cash: start.cash, coins: start.coins };
        let world = |period: usize| [price[period][lane], difficulty[period][lane]];
        let walked = self.track.walk(memories, world, |period, point| {
            figures.flow += point.flow;
            figures.least_cash = figures.least_cash.min(point.account.cash);
            figures.coins = point.account.coins;
            figures.equity = self.track.equity(&point);
            sums.price[period] += i128::from(point.price);
            sums.cash[period] += i128::from(point.account.cash);
            sums.coins[period] += i128::from(point.account.coins);
            sums.short[period] += u64::from(figures.least_cash < 0);
        });
        if let Err(stop) = walked {
            sums.stopped.count(stop);
        }
        figures
    }

    /// The refusal of a run on some of whose paths the treasury could not go on.
    fn stopped(&self) -> Result<(), Error> {
        let stopped = self.done.sums.stopped;
        let unsupported = |count: u64, why: &str, allowed: &str| {
            Err(refuse::unsupported("policy", format_args!("{why} on {count} paths"), allowed))
        };
        match stopped {
            _ if stopped.hedge > 0 => {
                unsupported(stopped.hedge, "a hedge", "a policy that holds no futures: paths have no prices of them")
            }
            _ if stopped.beyond > 0 => {
                unsupported(stopped.beyond, "an order beyond coins or cash", "a policy whose orders can be filled")
            }
            _ if stopped.too_large > 0 => {
                let got = format_args!("beyond that on {} paths", stopped.too_large);
                Err(refuse::out_of_range("coins_sat", got, "coins and cash worth at most 8.9e12 USD on every path"))
            }
            _ => Ok(()),
        }
    }
}

/// Moves become levels: the running sum held between bounds, its exponential times the start.
fn accumulate(moves: &mut [[f64; LANES]], [low, high]: [f64; 2], levels: &mut [[f64; LANES]], start: f64) {
    let mut sum = [0.0; LANES];
    for (moves, levels) in moves.iter_mut().zip(levels) {
        for (sum, x) in sum.iter_mut().zip(moves.iter_mut()) {
            let moved = *sum + *x;
            let above = if moved < low { low } else { moved };
            *sum = if above > high { high } else { above };
            *x = *sum;
        }
        exp_slice(moves, levels).unwrap_or_else(|error| unreachable!("rows of one length: {error}"));
        for level in levels {
            *level *= start;
        }
    }
}

impl Job for TreasurySimulation {
    const PATH: &'static str = "treasury.treasury_simulation";
    type Params = TreasurySimulationRequest;
    type State = TreasurySimulationState;
    type Report = TreasurySimulationReport;

    fn open(params: &TreasurySimulationRequest) -> Result<Self, Error> {
        Self::open_shard(params, 0..total_blocks(params).max(1))
    }

    fn open_shard(params: &TreasurySimulationRequest, blocks: Range<u64>) -> Result<Self, Error> {
        params.check()?;
        let track = Track::new(&params.project, 1.0)?;
        params.model.check().map_err(|error| error.at("model"))?;
        if !(params.tail.get() > 0.0 && params.tail.get() < 1.0) {
            return Err(refuse::number("tail", params.tail.get(), "above 0 and below 1"));
        }
        let shards = Shards::new(total_blocks(params), blocks)?;
        let sums = PeriodSums::new(track.periods());
        let done = TreasurySimulationState { shards, figures: BTreeMap::new(), sums };
        Ok(Self { request: params.clone(), track, done })
    }

    fn params(&self) -> &TreasurySimulationRequest {
        &self.request
    }

    fn state(&self) -> &TreasurySimulationState {
        &self.done
    }

    fn resume(params: &TreasurySimulationRequest, done: TreasurySimulationState) -> Result<Self, Error> {
        let job = Self::open(params)?;
        let total = total_blocks(params);
        done.shards.check(total)?;
        let whole = |block: u64| {
            let paths = job.paths_of(block).count();
            done.figures.get(&block).map_or(0, Vec::len) == if done.shards.is_done(block) { paths } else { 0 }
        };
        if done.figures.keys().any(|block| *block >= total) || !(0..total).all(whole) {
            return Err(impossible("blocks"));
        }
        let finite = done.figures.values().flatten().all(|path| path.equity.is_finite());
        if !finite || !done.sums.has(job.track.periods()) {
            return Err(impossible("paths"));
        }
        Ok(Self { done, ..job })
    }

    fn progress(&self) -> Progress {
        self.done.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        let random = Philox::new(self.request.seed);
        let mut room = self.room();
        let mut sums = PeriodSums::new(self.track.periods());
        for block in self.done.shards.take(blocks) {
            let figures = self.block(block, random, &mut room, &mut sums);
            self.done.figures.insert(block, figures);
        }
        self.done.sums.merge(&sums);
        self.progress()
    }

    fn absorb(&mut self, other: &Self) -> Result<(), Error> {
        self.done.shards.merge(&other.done.shards)?;
        self.done.figures.extend(other.done.figures.iter().map(|(block, figures)| (*block, figures.clone())));
        self.done.sums.merge(&other.done.sums);
        Ok(())
    }

    fn report(&self) -> Result<TreasurySimulationReport, Error> {
        self.done.shards.complete()?;
        self.stopped()?;
        let (sums, tail) = (&self.done.sums, self.request.tail);
        let paths = f64::from(self.request.paths);
        let column = |figure: fn(&PathFigures) -> f64| -> Vec<f64> {
            self.done.figures.values().flatten().map(figure).collect()
        };
        let usd =
            |figure: fn(&PathFigures) -> f64| column(figure).into_iter().map(|micros| micros / 1e6).collect::<Vec<_>>();
        let (mut equity, mut flow) = (usd(|path| path.equity), usd(|path| path.flow as f64));
        let (mean_equity_usd, mean_cash_flow_usd) = (mean(&equity)?, mean(&flow)?);
        let standard_error_usd = (variance(&equity, 1)? / paths).sqrt();
        let short = sums.short.last().copied().unwrap_or(0);
        let (low, high) = proportion_interval(short, u64::from(self.request.paths), Fraction::constant(0.95))?;
        let mut losses: Vec<f64> = equity.iter().map(|usd| 0.0 - usd).collect();
        let tail_mean_equity_usd = 0.0 - Sorted::new(&mut losses)?.expected_shortfall(tail.complement());
        let sorted = Sorted::new(&mut equity)?;
        let tail_cash_flow_usd = Sorted::new(&mut flow)?.quantile(tail, QuantileMethod::Linear);
        let means = |sums: &[i128], unit: f64| sums.iter().map(|sum| *sum as f64 / unit / paths).collect();
        Ok(TreasurySimulationReport {
            paths: self.request.paths,
            probability_of_shortfall: short as f64 / paths,
            probability_of_shortfall_low: low,
            probability_of_shortfall_high: high,
            mean_equity_usd,
            standard_error_usd,
            tail_equity_usd: sorted.quantile(tail, QuantileMethod::Linear),
            tail_mean_equity_usd,
            quantiles: self.request.quantiles.iter().map(|level| level.get()).collect(),
            equity_usd: self.request.quantiles.iter().map(|q| sorted.quantile(*q, QuantileMethod::Linear)).collect(),
            mean_coins_sat: mean(&column(|path| path.coins as f64))?,
            mean_cash_flow_usd,
            tail_cash_flow_usd,
            cash_flow_at_risk_usd: mean_cash_flow_usd - tail_cash_flow_usd,
            mean_least_cash_usd: mean(&usd(|path| path.least_cash as f64))?,
            mean_price_usd: means(&sums.price, 1e6),
            mean_cash_usd: means(&sums.cash, 1e6),
            mean_period_coins_sat: means(&sums.coins, 1.0),
            shortfall_by_period: sums.short.iter().map(|short| *short as f64 / paths).collect(),
        })
    }
}
