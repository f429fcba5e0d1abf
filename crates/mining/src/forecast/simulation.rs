//! A forecast with random prices and difficulty: Monte Carlo.
//!
//! # Model
//! - Time goes from retarget to retarget. In each period the logarithm of the price moves by `x`, and at its end that
//!   of the difficulty by `d`, at most the factor 4 of the rules. Revenue of a period is told at the price with which
//!   it begins.
//! - A period with a rising difficulty is shorter, as in [`forecast`](super::forecast): dates are those of the path.
//! - **Correlated**: `x = drift + volatility · z`, and `d = drift + volatility · (sum over lags of ρ(lag) · z(lag
//!   periods ago) + the rest)`. Miners answer to prices late: machines have to be built, shipped and plugged in, so
//!   correlation peaks some four periods later.
//! - **Bootstrap**: pairs `(x, d)` are drawn from history in blocks of consecutive periods, which keeps what they have
//!   to do with each other (Politis and Romano, circular block bootstrap).
//! - In each stretch without retarget and halving the machine runs only where revenue covers what running costs.
//! - Hashrate decays by the height, 144 blocks a day, and is told at the middle of each stretch. Price stays at or below
//!   1e12 USD, difficulty between 1 and 2^224.
//!
//! # Numerics
//! Every draw has its address (seed, stream = path, index = draw); what is kept are the figures of each path. Any
//! partition of the work gives the same report to the last bit.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_numerics::job::{Job, Progress, Shards};
use hashinsight_numerics::state::impossible;
use hashinsight_numerics::{LANES, Philox, QuantileMethod, Sorted, mean, variance};
use hashinsight_units::{At, DiscountRate, Error, FieldPath, Fraction, Outcome, Record};

use super::price_model::{Moves, PathModel};
use super::project::{MiningProject, force_of_interest};
use super::simulated_paths::{PathFigures, Plan};
use super::uncertainty::{FAN_FIGURES, ForecastFan, SensitivityInput, Tornado};
use crate::error;

/// Paths in one block of work: half a millisecond for two years.
const PATHS_PER_BLOCK: u64 = 256;
const MAX_PATHS: u32 = 1_000_000;
const MAX_FAN: usize = 64;
const MAX_FAN_FIGURES: usize = 4_000_000; // 100 MB
const MAX_RETARGETS: u32 = 2_608; // a century

/// Inputs of [`ForecastSimulation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastSimulationRequest {
    /// Machines, how they are run, and the world at the start; difficulty is 1 or more.
    pub project: MiningProject,
    /// Model of the moves of price and difficulty.
    pub model: PathModel,
    /// Number of retarget periods until the end, the running one included, 1 to 2608.
    #[record(example = 52)]
    pub retargets: u32,
    /// Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0.
    pub hashrate_decay_per_month: Option<Fraction>,
    /// Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1.
    #[record(example = 0.1)]
    pub discount_rate_per_year: DiscountRate,
    /// Number of simulated paths, 2 to 1,000,000.
    #[record(example = 1024)]
    pub paths: u32,
    /// Seed of the random numbers.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Probabilities for which net present value and payback are reported. Absent: neither is.
    #[record(default = Vec::new())]
    pub quantiles: Vec<Fraction>,
    /// Numbers of retarget periods after which the fan of the paths is told, ascending, from 1 to `retargets`: at most
    /// 64, and 4 million with all paths. Absent: there is no fan.
    #[record(default = Vec::new())]
    pub fan_retargets: Vec<u32>,
    /// Part by which the tornado moves each input down and up, above 0 and below 1: 0.1 for 10 %. On the same random
    /// numbers; takes fifteen times as long. Absent: there is no tornado.
    pub sensitivity: Option<Fraction>,
}

/// Result of [`ForecastSimulation`]. All figures are of the simulated paths.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastSimulationReport {
    /// Number of simulated paths.
    pub paths: u32,
    /// Mean net present value, in USD.
    pub mean_usd: f64,
    /// Standard deviation of the net present value over the paths, in USD (divisor: paths - 1).
    pub standard_deviation_usd: f64,
    /// Standard error of the mean, in USD: standard deviation over the root of the number of paths.
    pub standard_error_usd: f64,
    /// Mean net present value of machines that never switch off, in USD.
    pub always_on_mean_usd: f64,
    /// Mean value of the option to switch off, in USD.
    pub switch_off_value_usd: f64,
    /// Fraction of the paths on which net income pays for the machines within the horizon.
    pub probability_of_payback: f64,
    /// Fraction of the paths with a net present value above 0.
    pub probability_of_gain: f64,
    /// Levels of the quantiles of `net_present_value_usd` and `payback_days`, as asked.
    pub quantiles: Vec<f64>,
    /// Quantiles of the net present value, in USD, in the order of `quantiles` (linear between paths).
    pub net_present_value_usd: Vec<f64>,
    /// Means of the worst of the paths, each part as large as those of `quantiles`: of their net present value, in USD
    /// (the expected shortfall as a value).
    pub expected_shortfall_usd: Vec<f64>,
    /// Quantiles of the days until net income has paid for the machines, of all paths, in the order of `quantiles`;
    /// `never` where fewer paths pay.
    pub payback_days: Vec<Outcome>,
    /// Quantiles of price, difficulty and income over time; absent where `fan_retargets` names no time.
    pub fan: Option<ForecastFan>,
    /// Mean net present value where one input is lower or higher; absent without `sensitivity`.
    pub tornado: Option<Tornado>,
}

/// The simulation as a [`Job`]: blocks of 256 paths.
///
/// ```
/// use hashinsight_mining::forecast::*;
/// use hashinsight_mining::machine::MachineSpec;
/// use hashinsight_mining::profit::Operation;
/// use hashinsight_mining::reward::PoolFee;
/// use hashinsight_numerics::job::Job;
/// use hashinsight_units::*;
/// let world = StartingWorld::new(
///     Height::new(953_568),
///     Difficulty::constant(1.249e14),
///     Price::constant(90_000.0),
///     MeanAmount::constant(4e6),
/// );
/// let project = MiningProject::new(
///     MachineSpec::new(Hashrate::constant(270.0), Power::constant(3645.0)),
///     Usd::constant(3335.0),
///     Timestamp::from_s(1_782_000_000)?,
///     world,
///     Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05)),
/// );
/// let moves = CorrelatedModel::new(0.005, 0.11, 0.01, 0.046, vec![0.0, 0.1, 0.2, 0.3, 0.4]);
/// let (retargets, rate, paths, seed) = (52, DiscountRate::constant(0.1), 2000, 1);
/// let request =
///     ForecastSimulationRequest::new(project, PathModel::Correlated(moves), retargets, rate, paths, seed)
///         .quantiles(vec![Fraction::constant(0.05), Fraction::constant(0.95)]);
/// let mut job = ForecastSimulation::open(&request)?;
/// while !job.step(1).is_complete() {} // a driver shows its progress here
/// let report = job.report()?;
/// assert!(report.net_present_value_usd[0] < report.mean_usd && report.mean_usd < report.net_present_value_usd[1]);
/// assert!(report.switch_off_value_usd > 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct ForecastSimulation {
    request: ForecastSimulationRequest,
    plan: Plan,
    /// The inputs of the tornado moved down and up, one after the other.
    moved: Vec<Plan>,
    done: ForecastSimulationState,
}

/// What the blocks so far have given.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct ForecastSimulationState {
    shards: Shards,
    /// Figures of the paths of each finished block.
    figures: BTreeMap<u64, Vec<PathFigures>>,
    /// Fans of the paths of each finished block, path by path.
    fans: BTreeMap<u64, Vec<f64>>,
    /// Sums of the net present values of each finished block with moved inputs.
    moved: BTreeMap<u64, Vec<f64>>,
}

impl ForecastSimulation {
    fn with_blocks(request: &ForecastSimulationRequest, blocks: Option<Range<u64>>) -> Result<Self, Error> {
        let project = &request.project;
        let force = force_of_interest(request.discount_rate_per_year)?;
        request.model.check().at("model")?;
        let count = |field: &'static str, value: u32, low: u32, high: u32, allowed| {
            let inside = (low..=high).contains(&value);
            if inside { Ok(()) } else { Err(error::out_of_range(field, field, value, allowed)) }
        };
        count("retargets", request.retargets, 1, MAX_RETARGETS, "1 to 2608 periods")?;
        count("paths", request.paths, 2, MAX_PATHS, "2 to 1000000 paths")?;
        let difficulty = project.world.difficulty.get();
        if difficulty < 1.0 {
            let (field, allowed) = ("difficulty", "1 or more, as on mainnet");
            return Err(error::out_of_range(field, field, difficulty, allowed)).at("project");
        }
        project.world.check_holds(project.machines.hashrate_ths).at("project")?;
        let total = u64::from(request.paths).div_ceil(PATHS_PER_BLOCK);
        let shards = Shards::new(total, blocks.unwrap_or(0..total))?;
        check_fan(request)?;
        let plan = |project: &MiningProject| {
            let (decay, model) = (request.hashrate_decay_per_month, request.model.clone());
            let plan = Plan::new(project, &project.per_second(), decay, model, request.retargets, force);
            plan.ok_or_else(|| project.world.ends_before_horizon()).at("project")
        };
        let mut moved = Vec::new();
        if let Some(part) = request.sensitivity.map(Fraction::get) {
            if !(part > 0.0 && part < 1.0) {
                return Err(error::out_of_range(
                    "sensitivity",
                    "sensitivity",
                    part,
                    "above 0 and below 1 (a fraction)",
                ));
            }
            for input in SensitivityInput::ALL {
                moved.push(plan(&input.moved(project, 1.0 - part)?)?);
                moved.push(plan(&input.moved(project, 1.0 + part)?)?);
            }
        }
        let plan = plan(project)?.with_fan(&request.fan_retargets);
        let done =
            ForecastSimulationState { shards, figures: BTreeMap::new(), fans: BTreeMap::new(), moved: BTreeMap::new() };
        Ok(Self { request: request.clone(), plan, moved, done })
    }

    /// The figures of a block, its fan, and the sums with moved inputs.
    fn block(&self, block: u64, random: Philox, moves: &mut Moves) -> (Vec<PathFigures>, Vec<f64>, Vec<f64>) {
        let paths = self.paths_of(block);
        let (mut figures, mut fan, mut sums) = (Vec::new(), Vec::new(), vec![0.0; self.moved.len()]);
        let mut points = self.plan.unfilled();
        for path in paths.clone().step_by(LANES) {
            self.plan.draw(path, random, moves);
            // Lanes beyond the last path of the block are not kept.
            let kept = usize::try_from(paths.end - path).map_or(LANES, |left| left.min(LANES));
            figures.extend_from_slice(&self.plan.paths(moves, &mut points)[..kept]);
            for lane in 0..kept {
                fan.extend(points.iter().flatten().map(|figure| figure[lane]));
            }
            for (sum, plan) in sums.iter_mut().zip(&self.moved) {
                let figures = plan.paths(moves, &mut []);
                *sum = figures[..kept].iter().fold(*sum, |sum, path| sum + path.npv);
            }
        }
        (figures, fan, sums)
    }

    fn paths_of(&self, block: u64) -> Range<u64> {
        let first = block * PATHS_PER_BLOCK;
        first..(first + PATHS_PER_BLOCK).min(u64::from(self.request.paths))
    }
}

/// Times of the fan: ascending periods of the horizon, not too many.
fn check_fan(request: &ForecastSimulationRequest) -> Result<(), Error> {
    let (field, list) = ("fan_retargets", &request.fan_retargets);
    if list.len() > MAX_FAN || list.len() * request.paths as usize > MAX_FAN_FIGURES {
        return Err(error::list_length(field, field, list.len(), "at most 64, and 4 million times all paths"));
    }
    let mut least = 1;
    for (at, retargets) in list.iter().enumerate() {
        if !(least..=request.retargets).contains(retargets) {
            let allowed = "ascending numbers of periods, from 1 to retargets";
            return Err(error::out_of_range(field, FieldPath::new(field).index(at), retargets, allowed));
        }
        least = retargets + 1;
    }
    Ok(())
}

impl Job for ForecastSimulation {
    const PATH: &'static str = "mining.forecast_simulation";
    type Params = ForecastSimulationRequest;
    type State = ForecastSimulationState;
    type Report = ForecastSimulationReport;

    fn open(params: &ForecastSimulationRequest) -> Result<Self, Error> {
        Self::with_blocks(params, None)
    }

    fn open_shard(params: &ForecastSimulationRequest, blocks: Range<u64>) -> Result<Self, Error> {
        Self::with_blocks(params, Some(blocks))
    }

    fn progress(&self) -> Progress {
        self.done.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        let random = Philox::new(self.request.seed);
        let mut moves = self.plan.undrawn();
        for block in self.done.shards.take(blocks) {
            let (figures, fan, moved) = self.block(block, random, &mut moves);
            self.done.figures.insert(block, figures);
            self.done.fans.insert(block, fan);
            self.done.moved.insert(block, moved);
        }
        self.progress()
    }

    fn absorb(&mut self, other: &Self) -> Result<(), Error> {
        self.done.shards.merge(&other.done.shards)?;
        self.done.figures.extend(other.done.figures.iter().map(|(block, figures)| (*block, figures.clone())));
        self.done.fans.extend(other.done.fans.iter().map(|(block, fan)| (*block, fan.clone())));
        self.done.moved.extend(other.done.moved.iter().map(|(block, sums)| (*block, sums.clone())));
        Ok(())
    }

    fn report(&self) -> Result<ForecastSimulationReport, Error> {
        self.done.shards.complete()?;
        let paths = f64::from(self.request.paths);
        let column = |figure: fn(&PathFigures) -> f64| -> Vec<f64> {
            self.done.figures.values().flatten().map(figure).collect()
        };
        let (mut npv, always_on) = (column(|path| path.npv), column(|path| path.always_on_npv));
        let (mean_usd, always_on_mean_usd) = (mean(&npv)?, mean(&always_on)?);
        let standard_deviation_usd = variance(&npv, 1)?.sqrt();
        let part = |count: usize| count as f64 / paths;
        let probability_of_gain = part(npv.iter().filter(|npv| **npv > 0.0).count());
        let mut payback = column(|path| path.payback_days);
        payback.sort_unstable_by(f64::total_cmp);
        let sorted = Sorted::new(&mut npv)?;
        let quantile = |q: &Fraction| sorted.quantile(*q, QuantileMethod::Linear);
        let payback_at = |q: &Fraction| {
            // The least number of days that at least that part of the paths does not exceed.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to the number of paths")]
            let at = ((q.get() * paths).ceil() as usize).saturating_sub(1);
            payback.get(at).filter(|days| days.is_finite()).map_or(Outcome::Never, |days| Outcome::Value(*days))
        };
        let mut losses: Vec<f64> = sorted.values().iter().map(|npv| 0.0 - npv).collect();
        let losses = Sorted::new(&mut losses)?;
        let shortfall = |q: &Fraction| 0.0 - losses.expected_shortfall(q.complement());
        let fans: Vec<&[f64]> = self.done.fans.values().map(Vec::as_slice).collect();
        let points = &self.request.fan_retargets;
        let fan = || ForecastFan::of(points, &self.request.quantiles, &fans);
        let moved = |at: usize| self.done.moved.values().fold(0.0, |sum, block| sum + block[at]) / paths;
        let moved: Vec<f64> = (0..self.moved.len()).map(moved).collect();
        Ok(ForecastSimulationReport {
            expected_shortfall_usd: self.request.quantiles.iter().map(shortfall).collect(),
            fan: (!points.is_empty()).then(fan).transpose()?,
            tornado: self.request.sensitivity.map(|_| Tornado::of(&moved)),
            paths: self.request.paths,
            mean_usd,
            standard_deviation_usd,
            standard_error_usd: standard_deviation_usd / paths.sqrt(),
            always_on_mean_usd,
            switch_off_value_usd: mean_usd - always_on_mean_usd,
            probability_of_payback: part(payback.iter().filter(|days| days.is_finite()).count()),
            probability_of_gain,
            quantiles: self.request.quantiles.iter().map(|level| level.get()).collect(),
            net_present_value_usd: self.request.quantiles.iter().map(quantile).collect(),
            payback_days: self.request.quantiles.iter().map(payback_at).collect(),
        })
    }

    fn params(&self) -> &ForecastSimulationRequest {
        &self.request
    }

    fn state(&self) -> &ForecastSimulationState {
        &self.done
    }

    fn resume(params: &ForecastSimulationRequest, done: ForecastSimulationState) -> Result<Self, Error> {
        let job = Self::open(params)?;
        let total = job.progress().total;
        done.shards.check(total)?;
        let whole = |block: u64| {
            let paths = job.paths_of(block).count();
            done.figures.get(&block).map_or(0, Vec::len) == if done.shards.is_done(block) { paths } else { 0 }
        };
        let possible =
            |path: &PathFigures| path.npv.is_finite() && path.always_on_npv.is_finite() && !path.payback_days.is_nan();
        if done.figures.keys().any(|block| *block >= total) || !(0..total).all(whole) {
            return Err(impossible("blocks"));
        }
        if !done.figures.values().flatten().all(possible) {
            return Err(impossible("path"));
        }
        let fan = job.request.fan_retargets.len() * FAN_FIGURES;
        for (lists, of_block, word) in [(&done.fans, None, "fan"), (&done.moved, Some(job.moved.len()), "tornado")] {
            let length = |block: u64| of_block.unwrap_or(job.paths_of(block).count() * fan);
            let told =
                lists.keys().eq(done.figures.keys()) && lists.iter().all(|(block, list)| list.len() == length(*block));
            if !told || !lists.values().flatten().all(|figure| figure.is_finite()) {
                return Err(impossible(word));
            }
        }
        Ok(Self { done, ..job })
    }
}
