//! The loss of a book by simulation: several expiries, jumps, several correlated instruments.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_derivatives::Measure;
use hashinsight_numerics::job::{Job, Progress, Shards};
use hashinsight_numerics::state::impossible;
use hashinsight_numerics::{LANES, Philox, QuantileMethod, Sorted, mean, proportion_interval, variance};
use hashinsight_units::{Days, Error, Finite, Fraction, Record, Timestamp};

use super::cover::alive;
use super::paths::{Draws, Setting};
use super::tail::{check_level, check_levels};
use super::{BookMarket, Covers};

/// Paths in one block of work.
const PATHS_PER_BLOCK: u64 = 256;

/// Inputs of [`BookSimulation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookSimulationRequest {
    /// Covers of the book, not triggered; some may begin after the valuation.
    pub covers: Covers,
    /// Prices of the instruments, and how they move.
    pub markets: Vec<BookMarket>,
    /// Instant of the valuation, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub time_ms: Timestamp,
    /// Measure that drifts and jumps are of.
    #[record(example = "real_world")]
    pub measure: Measure,
    /// Number of simulated paths.
    #[record(range = 2..=10_000_000, example = 4096)]
    pub paths: u32,
    /// Seed of the random numbers, 64 bits.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Correlations of the moves of the logarithms without jumps, a row per market in their order. Absent: the instruments are independent.
    pub correlation: Option<Vec<Vec<Finite>>>,
    /// Longest step of a path, in days. The extremes of correlated instruments hang together by the ends of the steps, so that shorter
    /// ones bring their dependence nearer to the truth; each instrument by itself is exact with any. Absent: from each inception and
    /// expiry to the next.
    pub longest_step_days: Option<Days>,
    /// Levels of the values at risk: 0 or more, below 1.
    #[record(default = vec![Fraction::constant(0.99), Fraction::constant(0.995)])]
    pub levels: Vec<Fraction>,
    /// Level whose tail value at risk is allocated to the covers: 0 or more, below 1.
    #[record(default = Fraction::constant(0.99))]
    pub allocation_level: Fraction,
}

/// Value at risk and tail value at risk of simulated losses, with their errors.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SimulatedTail {
    /// Probability that the loss stays at or below the value at risk.
    pub level: Fraction,
    /// Value at risk, in units of currency: a loss that was simulated.
    pub value_at_risk: f64,
    /// Lower end of the 95 % interval of the value at risk, by the ranks of the losses, in units of currency.
    pub value_at_risk_low: f64,
    /// Upper end of that interval, in units of currency.
    pub value_at_risk_high: f64,
    /// Tail value at risk, in units of currency.
    pub tail_value_at_risk: f64,
    /// Standard error of the tail value at risk, in units of currency (that of the mean excess over the value at risk; Trindade et al. 2007).
    pub tail_value_at_risk_error: f64,
}

/// Result of [`BookSimulation`]. All figures are of the simulated paths.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BookSimulationReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Number of simulated paths.
    pub paths: u32,
    /// Mean loss, in units of currency.
    pub expected_loss: f64,
    /// Standard error of the mean loss, in units of currency.
    pub standard_error: f64,
    /// Standard deviation of the loss, in units of currency.
    pub standard_deviation: f64,
    /// Part of the paths on which no cover is triggered.
    pub no_loss_probability: f64,
    /// Lower end of the exact 95 % interval of that probability.
    pub no_loss_probability_low: f64,
    /// Upper end of the exact 95 % interval of that probability.
    pub no_loss_probability_high: f64,
    /// Values at risk at the levels of the request.
    pub tails: Vec<SimulatedTail>,
    /// Part of the paths on which each cover is triggered, in the order of the covers.
    pub hit_probabilities: Vec<f64>,
    /// Parts of the covers in the tail value at risk at the allocation level, in units of currency (co-TVaR, Euler): they add up to it.
    pub allocations: Vec<f64>,
}

/// The loss of a book by simulation, as a [`Job`]: blocks of 256 paths.
///
/// Each instrument's least and greatest price are drawn from their joint law within every step, so that a path needs no grid of times; what the
/// job answers for a book that [`book_loss`](super::book_loss) can answer differs by chance alone.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::BarrierSide;
/// use hashinsight_insurance::book::{BookCover, BookMarket, BookSimulation, BookSimulationRequest};
/// use hashinsight_numerics::job::Job;
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Timestamp, Volatility};
/// let day = |days: i64| Timestamp::from_ms(1_780_272_000_000 + days * 86_400_000);
/// let now = day(0)?;
/// let market =
///     BookMarket::new("BTCUSDT".parse()?, AssetPrice::new(60_000.0)?, Rate::new(0.0)?, Volatility::new(0.65)?);
/// let (barrier, sum) = (AssetPrice::new(54_216.87)?, Collateral::new(1500.0)?);
/// let cover = |expiry| BookCover::new(market.instrument, BarrierSide::Down, barrier, sum, now, expiry);
/// let covers = [cover(day(1)?), cover(day(7)?)].into_iter().collect(); // a day and a week: two expiries
/// let request = BookSimulationRequest::new(covers, vec![market], now, Measure::RealWorld, 20_000, 1);
/// let mut job = BookSimulation::open(&request)?;
/// while !job.step(4).is_complete() {} // a driver shows its progress here
/// let report = job.report()?;
/// let closed = 1500.0 * (0.003_042 + 0.273_556); // the closed form of each
/// assert!((report.expected_loss - closed).abs() < 4.0 * report.standard_error);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct BookSimulation {
    request: BookSimulationRequest,
    covers: usize,
    setting: Setting,
    done: BookSimulationState,
}

/// What the finished blocks have found.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct BookSimulationState {
    shards: Shards,
    /// Losses of the paths of each finished block.
    losses: BTreeMap<u64, Vec<f64>>,
    /// Paths that touched exactly so many barriers, by group of covers: whole numbers, the same in any order.
    touched: Vec<Vec<u64>>,
}

fn total_blocks(request: &BookSimulationRequest) -> u64 {
    u64::from(request.paths).div_ceil(PATHS_PER_BLOCK)
}

impl BookSimulation {
    fn paths_of(&self, block: u64) -> Range<u64> {
        let first = block * PATHS_PER_BLOCK;
        first..(first + PATHS_PER_BLOCK).min(u64::from(self.request.paths))
    }

    /// Walks the paths of a range that `wanted` names, in their order.
    fn walk(&self, paths: Range<u64>, wanted: impl Fn(u64) -> bool, mut each: impl FnMut(u64, f64, &[usize])) {
        let random = Philox::new(self.request.seed);
        let mut draws = Draws::default();
        for first in paths.clone().step_by(LANES) {
            let end = (first + LANES as u64).min(paths.end);
            if !(first..end).any(&wanted) {
                continue;
            }
            self.setting.draw(random, first, &mut draws);
            for (lane, path) in (first..end).enumerate().filter(|(_, path)| wanted(*path)) {
                let loss = self.setting.path(lane, &mut draws);
                each(path, loss, &draws.touched);
            }
        }
    }

    /// Sums over barriers of a group, from "exactly so many touched" to the covers of each.
    fn by_cover(&self, touched: &[Vec<f64>], mut give: impl FnMut(usize, f64)) {
        for (group, exactly) in self.setting.groups.iter().zip(touched) {
            let mut at_least = exactly.clone();
            for number in (1..at_least.len()).rev() {
                at_least[number - 1] += at_least[number];
            }
            for (cover, barrier) in &group.covers {
                give(*cover, at_least[barrier + 1]);
            }
        }
    }

    /// Parts of the covers in the tail: the paths of the tail are walked once more, for they are functions of their numbers.
    fn allocations(&self, losses: &[f64], value_at_risk: f64) -> Vec<f64> {
        let rest = losses.len() as f64 * (1.0 - self.request.allocation_level.get());
        let count = |is: fn(f64, f64) -> bool| losses.iter().filter(|loss| is(**loss, value_at_risk)).count() as f64;
        let (beyond, border) = (count(|loss, at| loss > at), count(|loss, at| loss == at));
        let weight = |loss: f64| if loss > value_at_risk { 1.0 } else { (rest - beyond) / border };
        let mut touched: Vec<Vec<f64>> = self.empty().into_iter().map(|zeros| vec![0.0; zeros.len()]).collect();
        let path_loss = |path: u64| usize::try_from(path).ok().and_then(|path| losses.get(path)).copied();
        let wanted = |path: u64| path_loss(path).is_some_and(|loss| loss >= value_at_risk && loss > 0.0);
        self.walk(0..u64::from(self.request.paths), wanted, |_, loss, found| {
            for (sums, found) in touched.iter_mut().zip(found) {
                sums[*found] += weight(loss);
            }
        });
        let sums = self.sums_insured();
        let mut parts = vec![0.0; self.covers];
        self.by_cover(&touched, |cover, weight| parts[cover] = sums[cover] * weight / rest);
        parts
    }

    fn sums_insured(&self) -> Vec<f64> {
        self.request.covers.sum_insured.iter().map(|sum| sum.get()).collect()
    }

    fn empty(&self) -> Vec<Vec<u64>> {
        self.setting.groups.iter().map(|group| vec![0; group.losses.len()]).collect()
    }
}

impl Job for BookSimulation {
    const PATH: &'static str = "insurance.book_simulation";
    type Params = BookSimulationRequest;
    type State = BookSimulationState;
    type Report = BookSimulationReport;

    fn open(params: &BookSimulationRequest) -> Result<Self, Error> {
        Self::open_shard(params, 0..total_blocks(params).max(1))
    }

    fn open_shard(params: &BookSimulationRequest, blocks: Range<u64>) -> Result<Self, Error> {
        params.check()?;
        check_levels("levels", &params.levels)?;
        check_level("allocation_level", params.allocation_level)?;
        let covers = alive(&params.covers, params.time_ms)?;
        let setting = Setting::new(&covers, params)?;
        let shards = Shards::new(total_blocks(params), blocks)?;
        let done = BookSimulationState { shards, losses: BTreeMap::new(), touched: Vec::new() };
        let mut job = Self { request: params.clone(), covers: covers.len(), setting, done };
        job.done.touched = job.empty();
        Ok(job)
    }

    fn params(&self) -> &BookSimulationRequest {
        &self.request
    }

    fn state(&self) -> &BookSimulationState {
        &self.done
    }

    fn resume(params: &BookSimulationRequest, done: BookSimulationState) -> Result<Self, Error> {
        let job = Self::open(params)?;
        let total = total_blocks(params);
        done.shards.check(total)?;
        let whole = |block: u64| {
            let paths = job.paths_of(block).count();
            done.losses.get(&block).map_or(0, Vec::len) == if done.shards.is_done(block) { paths } else { 0 }
        };
        let finite = done.losses.values().flatten().all(|loss| loss.is_finite());
        if done.losses.keys().any(|block| *block >= total) || !(0..total).all(whole) || !finite {
            return Err(impossible("losses"));
        }
        let paths: usize = done.losses.values().map(Vec::len).sum();
        let same = |(mine, yours): (&Vec<u64>, &Vec<u64>)| {
            let sum = yours.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
            mine.len() == yours.len() && sum == u64::try_from(paths).ok()
        };
        if done.touched.len() != job.done.touched.len() || !job.done.touched.iter().zip(&done.touched).all(same) {
            return Err(impossible("touched"));
        }
        Ok(Self { done, ..job })
    }

    fn progress(&self) -> Progress {
        self.done.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        for block in self.done.shards.take(blocks) {
            let (mut losses, mut touched) = (Vec::new(), std::mem::take(&mut self.done.touched));
            self.walk(
                self.paths_of(block),
                |_| true,
                |_, loss, found| {
                    losses.push(loss);
                    for (counts, found) in touched.iter_mut().zip(found) {
                        counts[*found] += 1;
                    }
                },
            );
            self.done.losses.insert(block, losses);
            self.done.touched = touched;
        }
        self.progress()
    }

    fn absorb(&mut self, other: &Self) -> Result<(), Error> {
        self.done.shards.merge(&other.done.shards)?;
        self.done.losses.extend(other.done.losses.iter().map(|(block, losses)| (*block, losses.clone())));
        for (mine, yours) in self.done.touched.iter_mut().zip(&other.done.touched) {
            mine.iter_mut().zip(yours).for_each(|(mine, yours)| *mine += yours);
        }
        Ok(())
    }

    fn report(&self) -> Result<BookSimulationReport, Error> {
        self.done.shards.complete()?;
        let losses: Vec<f64> = self.done.losses.values().flatten().copied().collect();
        let paths = losses.len() as f64;
        let spread = variance(&losses, 1)?;
        let free = losses.iter().filter(|loss| **loss == 0.0).count() as u64;
        let confidence = Fraction::constant(0.95);
        let (low, high) = proportion_interval(free, u64::from(self.request.paths), confidence)?;
        let mut ordered = losses.clone();
        let sorted = Sorted::new(&mut ordered)?;
        let at = sorted.quantile(self.request.allocation_level, QuantileMethod::InverseCdf);
        let counts: Vec<Vec<f64>> =
            self.done.touched.iter().map(|counts| counts.iter().map(|count| *count as f64).collect()).collect();
        let mut hit_probabilities = vec![0.0; self.covers];
        self.by_cover(&counts, |cover, count| hit_probabilities[cover] = count / paths);
        Ok(BookSimulationReport {
            measure: self.request.measure,
            paths: self.request.paths,
            expected_loss: mean(&losses)?,
            standard_error: (spread / paths).sqrt(),
            standard_deviation: spread.sqrt(),
            no_loss_probability: free as f64 / paths,
            no_loss_probability_low: low,
            no_loss_probability_high: high,
            tails: self.request.levels.iter().map(|level| simulated_tail(sorted, *level)).collect(),
            hit_probabilities,
            allocations: self.allocations(&losses, at),
        })
    }
}

/// The tail of losses that are sorted.
fn simulated_tail(sorted: Sorted<'_>, level: Fraction) -> SimulatedTail {
    let (values, p) = (sorted.values(), level.get());
    let paths = values.len() as f64;
    let value_at_risk = sorted.quantile(level, QuantileMethod::InverseCdf);
    let tail_value_at_risk = sorted.expected_shortfall(level);
    // Ranks of the interval: the number of losses below the quantile is binomial.
    let half = 1.959_963_984_540_054 * (paths * p * (1.0 - p)).sqrt();
    let rank = |position: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the ranks")]
        let rank = hashinsight_numerics::clamp(position, 0.0, paths - 1.0) as usize;
        values[rank]
    };
    // The mean excess decides: at the value at risk the tail value at risk is flat in it.
    let excess = |loss: &f64| if *loss > value_at_risk { loss - value_at_risk } else { 0.0 };
    let mean = values.iter().map(excess).fold(0.0, |sum, x| sum + x) / paths;
    let square = values.iter().map(excess).fold(0.0, |sum, x| sum + (x - mean) * (x - mean)) / (paths - 1.0);
    SimulatedTail {
        level,
        value_at_risk,
        value_at_risk_low: rank((paths * p - half).floor()),
        value_at_risk_high: rank((paths * p + half).ceil()),
        tail_value_at_risk,
        tail_value_at_risk_error: (square / paths).sqrt() / (1.0 - p),
    }
}
