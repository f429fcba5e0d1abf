//! The distribution of solo income when difficulty moves: a Monte Carlo simulation.
//!
//! # Model
//! - Blocks of the network come at the pace that consensus aims at, one in 600 s: heights, retargets and halvings
//!   within the horizon follow from the starting height. (If hashrate grows, real blocks come a little faster.)
//! - At every height divisible by 2016 the logarithm of the difficulty moves by `drift + volatility · z`, z standard
//!   normal, limited to the factor 4 of the rules; difficulty stays between 1 and 2^224.
//! - The miner finds blocks as a Poisson process with rate `hashrate / (difficulty · 2^32)`, but not more than all of
//!   them: 1/600 s.
//! - Each block pays the subsidy of its height and the fees, which are constant.
//!
//! # Numerics
//! Arrivals are drawn in the time of the integrated rate, where they are `-ln(u)` apart whatever the difficulty does:
//! no rejection, so that every draw has its address, (seed, stream = path, index = draw). Income is whole satoshis, and
//! what is kept of the paths is an exact histogram: any partition of the work, in any order, gives the same report to
//! the last bit.
//!
//! Cost: some 40 ns per retarget and per block found, so a year of a small miner takes about a microsecond a path.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_numerics::job::{Job, Progress, Shards};
use hashinsight_numerics::state::impossible;
use hashinsight_numerics::{Philox, clamp, exp, ln};
use hashinsight_units::{
    Amount, Days, Difficulty, Error, Fraction, HASHES_PER_DIFFICULTY, Hashrate, Height, MeanAmount, Record,
    SECONDS_PER_DAY,
};

use super::PoolFee;
use crate::consensus::{BLOCKS_PER_PERIOD, Network, TARGET_SPACING_S, subsidy};
use crate::error;

/// Paths in one block of work: about a millisecond.
const PATHS_PER_BLOCK: u64 = 1024;
const MAX_DAYS: f64 = 36_525.0;
const MAX_FEES_SAT: u64 = 1_000_000_000_000;
/// Normals and exponentials of a path are drawn from two halves of its stream, so that neither shifts the other.
const FIRST_NORMAL: u64 = 1 << 40;
const LN_4: f64 = 2.0 * std::f64::consts::LN_2;

/// Inputs of [`SoloIncome`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SoloIncomeRequest {
    /// Hashrate of the miner, in TH/s; at most the network's, `difficulty · 2^32 / 600 s`.
    #[record(example = 100_000)]
    pub hashrate_ths: Hashrate,
    /// Difficulty at the start, 1 or more.
    #[record(example = 138_955_357_012_247.3)]
    pub difficulty: Difficulty,
    /// Height of the next block of mainnet at the start.
    #[record(example = 951_552)]
    pub height: Height,
    /// Transaction fees of every block, in satoshis, at most 10,000 BTC; a mean may have a fraction, and a block pays
    /// whole satoshis, rounded down.
    #[record(example = 2_000_000)]
    pub fees_per_block_sat: MeanAmount,
    /// Horizon in days, at most 36,525.
    #[record(example = 365)]
    pub days: Days,
    /// Mean change of the logarithm of difficulty at a retarget: 0.01 for about +1 %. From -1.4 to 1.4.
    #[record(example = 0.01)]
    pub drift_per_retarget: f64,
    /// Standard deviation of the change of the logarithm of difficulty at a retarget, 0 to 1.4; mainnet's of recent
    /// years is 0.046.
    #[record(example = 0.046)]
    pub volatility_per_retarget: f64,
    /// Number of simulated paths, 2 or more.
    #[record(example = 4096)]
    pub paths: u32,
    /// Seed of the random numbers.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Probabilities for which the income is told: 0.05 for the income that 5 % of the paths do not exceed.
    #[record(default = Vec::new())]
    pub quantiles: Vec<Fraction>,
    /// Fraction of each block that a solo pool keeps; below 1. Absent: there is no pool.
    pub pool_fee: Option<PoolFee>,
}

/// Result of [`SoloIncome`]. All figures are of the simulated paths.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SoloIncomeReport {
    /// Number of simulated paths.
    pub paths: u32,
    /// Mean income in satoshis.
    pub mean_sat: f64,
    /// Standard deviation of the income in satoshis (divisor: paths - 1).
    pub standard_deviation_sat: f64,
    /// Standard error of the mean income, in satoshis: standard deviation over the root of the number of paths.
    pub standard_error_sat: f64,
    /// Fraction of simulated paths without any income.
    pub zero_income_fraction: f64,
    /// Mean number of blocks found.
    pub mean_blocks: f64,
    /// Levels of `income_sat`, as asked.
    pub quantiles: Vec<f64>,
    /// Income for each of `quantiles`, in whole satoshis: the least that at least that part of the paths does not exceed.
    pub income_sat: Vec<f64>,
}

/// The simulation as a [`Job`]: blocks of 1024 paths.
///
/// ```
/// use hashinsight_mining::reward::{SoloIncome, SoloIncomeRequest};
/// use hashinsight_numerics::job::Job;
/// use hashinsight_units::{Days, Difficulty, Fraction, Hashrate, Height, MeanAmount};
/// let (hashrate, difficulty, fees) = (Hashrate::from_phs(1.0)?, Difficulty::new(1e14)?, MeanAmount::new(4e6)?);
/// let (drift, volatility, paths, seed) = (0.0, 0.0, 20_000, 1);
/// let (height, year) = (Height::new(953_568), Days::new(365.25)?);
/// let request = SoloIncomeRequest::new(hashrate, difficulty, height, fees, year, drift, volatility, paths, seed);
/// let mut job = SoloIncome::open(&request.quantiles(vec![Fraction::new(0.95)?]))?;
/// while !job.step(4).is_complete() {} // a driver shows its progress here
/// let report = job.report()?;
/// assert!((report.zero_income_fraction - 0.929).abs() < 0.01); // exp(-0.0735): see solo_odds
/// assert_eq!(report.income_sat, [316_500_000.0]); // one block
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct SoloIncome {
    request: SoloIncomeRequest,
    /// Constant subsidy and constant distribution of difficulty.
    segments: Vec<Segment>,
    done: SoloIncomeState,
}

/// What the paths so far have found.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct SoloIncomeState {
    shards: Shards,
    /// Income in satoshis, and how many paths had it.
    histogram: BTreeMap<u64, u64>,
    blocks_found: u64,
}

/// A stretch of the horizon without retarget and halving.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// Length in blocks of the network, of 600 s each.
    blocks: f64,
    /// What a block pays, in satoshis.
    reward_sat: u64,
    /// Whether the difficulty moves before it.
    retarget: bool,
}

impl SoloIncome {
    fn check(request: &SoloIncomeRequest) -> Result<(), Error> {
        let out_of_range =
            |field, path: &'static str, value: f64, allowed| Err(error::out_of_range(field, path, value, allowed));
        let SoloIncomeRequest { difficulty, days, drift_per_retarget, volatility_per_retarget, .. } = request;
        if difficulty.get() < 1.0 {
            return out_of_range("difficulty", "difficulty", difficulty.get(), "1 or more, as on mainnet");
        }
        if share(request, difficulty.get()) > 1.0 {
            let allowed = "at most the network's hashrate at 600 s a block";
            return out_of_range("hashrate", "hashrate_ths", request.hashrate_ths.get(), allowed);
        }
        if request.fees_per_block_sat.to_sat() > MAX_FEES_SAT as f64 {
            let (path, allowed) = ("fees_per_block_sat", "at most 1000000000000 (10,000 BTC)");
            return out_of_range("fees_per_block", path, request.fees_per_block_sat.to_sat(), allowed);
        }
        if days.get() > MAX_DAYS {
            return out_of_range("days", "days", days.get(), "at most 36525 days");
        }
        if !(-1.4..=1.4).contains(drift_per_retarget) {
            return out_of_range("drift", "drift_per_retarget", *drift_per_retarget, "-1.4 to 1.4");
        }
        if !(0.0..=1.4).contains(volatility_per_retarget) {
            return out_of_range("volatility", "volatility_per_retarget", *volatility_per_retarget, "0 to 1.4");
        }
        if request.paths < 2 {
            return out_of_range("paths", "paths", f64::from(request.paths), "2 or more");
        }
        Ok(())
    }

    fn with_blocks(request: &SoloIncomeRequest, blocks: Option<Range<u64>>) -> Result<Self, Error> {
        Self::check(request)?;
        let total = u64::from(request.paths).div_ceil(PATHS_PER_BLOCK);
        let shards = Shards::new(total, blocks.unwrap_or(0..total))?;
        let segments = segments(request)?;
        let done = SoloIncomeState { shards, histogram: BTreeMap::new(), blocks_found: 0 };
        Ok(Self { request: request.clone(), segments, done })
    }

    /// The miner's share of the blocks from each retarget on, on one path.
    fn shares_after_retargets(&self, path: u64, random: Philox, shares: &mut [f64]) {
        let SoloIncomeRequest { drift_per_retarget, volatility_per_retarget, .. } = self.request;
        random.fill_normal(path, FIRST_NORMAL, shares);
        let difficulty = self.request.difficulty.get();
        let mut log_move = 0.0;
        for slot in shares {
            log_move += clamp(drift_per_retarget + volatility_per_retarget * *slot, -LN_4, LN_4);
            let moved = clamp(difficulty * exp(log_move), 1.0, Difficulty::MAX.get());
            *slot = clamp(share(&self.request, moved), 0.0, 1.0);
        }
    }

    /// Income in satoshis and blocks found on one path.
    fn path(&self, path: u64, random: Philox, shares: &[f64]) -> (u64, u64) {
        let wait = |draw| -ln(random.uniform(path, draw));
        let mut rate = share(&self.request, self.request.difficulty.get());
        let mut shares = shares.iter();
        // Both in units of expected blocks: what has passed, and where the next block is found.
        let (mut passed, mut next) = (0.0, wait(0));
        let (mut income_sat, mut found) = (0, 0);
        for segment in &self.segments {
            if segment.retarget {
                rate = shares.next().copied().unwrap_or_else(|| unreachable!("a share was drawn for each retarget"));
            }
            passed += rate * segment.blocks;
            while next < passed {
                found += 1;
                income_sat += segment.reward_sat;
                next += wait(found);
            }
        }
        (income_sat, found)
    }

    fn variance(&self, mean: f64) -> f64 {
        let squares = self.done.histogram.iter().map(|(sat, count)| {
            let from_mean = *sat as f64 - mean;
            *count as f64 * (from_mean * from_mean)
        });
        squares.sum::<f64>() / (f64::from(self.request.paths) - 1.0)
    }

    /// The least income whose cumulative count reaches `quantile · paths`.
    fn quantile(&self, quantile: Fraction) -> f64 {
        let wanted = quantile.get() * f64::from(self.request.paths);
        let mut seen = 0;
        for (sat, count) in &self.done.histogram {
            seen += count;
            if seen as f64 >= wanted {
                return *sat as f64;
            }
        }
        self.done.histogram.last_key_value().map_or(0.0, |(sat, _)| *sat as f64)
    }
}

/// The miner's share of the network's blocks: blocks found per block of the network.
fn share(request: &SoloIncomeRequest, difficulty: f64) -> f64 {
    request.hashrate_ths.to_hs() * f64::from(TARGET_SPACING_S) / (difficulty * HASHES_PER_DIFFICULTY)
}

/// What a block pays the miner, in whole satoshis.
fn paid_sat(request: &SoloIncomeRequest, subsidy: Amount) -> u64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10,000 BTC and a subsidy")]
    let whole = |sat: f64| sat.floor() as u64;
    let reward = subsidy.to_sat() + whole(request.fees_per_block_sat.to_sat());
    let fee = request.pool_fee.map_or(0.0, PoolFee::get);
    if fee == 0.0 { reward } else { whole(reward as f64 * (1.0 - fee)) }
}

/// The horizon, cut where the difficulty moves or the subsidy halves.
fn segments(request: &SoloIncomeRequest) -> Result<Vec<Segment>, Error> {
    let mainnet = Network::Mainnet.params();
    let start = u64::from(request.height.get());
    let horizon = request.days.get() * SECONDS_PER_DAY / f64::from(TARGET_SPACING_S); // at most 5.3e6 blocks
    let next_multiple = |height: u64, of: u32| (height / u64::from(of) + 1) * u64::from(of);
    let mut segments = Vec::new();
    let mut height = start;
    loop {
        let begin = (height - start) as f64;
        if begin >= horizon {
            return Ok(segments);
        }
        let block = u32::try_from(height).map(Height::new).map_err(|_| {
            let allowed = "a height whose horizon ends below 2^32";
            error::out_of_range("height", "height", request.height.get(), allowed)
        })?;
        let end = next_multiple(height, BLOCKS_PER_PERIOD).min(next_multiple(height, mainnet.halving_interval()));
        let full = (end - height) as f64;
        let rest = horizon - begin;
        segments.push(Segment {
            blocks: if full < rest { full } else { rest },
            reward_sat: paid_sat(request, subsidy(block, mainnet)),
            retarget: height > start && height.is_multiple_of(u64::from(BLOCKS_PER_PERIOD)),
        });
        height = end;
    }
}

impl Job for SoloIncome {
    const PATH: &'static str = "mining.solo_income";
    type Params = SoloIncomeRequest;
    type State = SoloIncomeState;
    type Report = SoloIncomeReport;

    fn open(params: &SoloIncomeRequest) -> Result<Self, Error> {
        Self::with_blocks(params, None)
    }

    fn open_shard(params: &SoloIncomeRequest, blocks: Range<u64>) -> Result<Self, Error> {
        Self::with_blocks(params, Some(blocks))
    }

    fn progress(&self) -> Progress {
        self.done.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        let random = Philox::new(self.request.seed);
        let mut shares = vec![0.0; self.segments.iter().filter(|segment| segment.retarget).count()];
        self.shares_after_retargets(0, random, &mut shares); // without volatility those of every path
        for block in self.done.shards.take(blocks) {
            let first = block * PATHS_PER_BLOCK;
            for path in first..(first + PATHS_PER_BLOCK).min(u64::from(self.request.paths)) {
                if self.request.volatility_per_retarget != 0.0 {
                    self.shares_after_retargets(path, random, &mut shares);
                }
                let (income_sat, found) = self.path(path, random, &shares);
                *self.done.histogram.entry(income_sat).or_default() += 1;
                self.done.blocks_found += found;
            }
        }
        self.progress()
    }

    fn absorb(&mut self, other: &Self) -> Result<(), Error> {
        self.done.shards.merge(&other.done.shards)?;
        for (sat, count) in &other.done.histogram {
            *self.done.histogram.entry(*sat).or_default() += count;
        }
        self.done.blocks_found += other.done.blocks_found;
        Ok(())
    }

    fn report(&self) -> Result<SoloIncomeReport, Error> {
        self.done.shards.complete()?;
        let paths = f64::from(self.request.paths);
        let total: u128 = self.done.histogram.iter().map(|(sat, count)| u128::from(*sat) * u128::from(*count)).sum();
        let mean_sat = total as f64 / paths;
        let standard_deviation_sat = self.variance(mean_sat).sqrt();
        Ok(SoloIncomeReport {
            paths: self.request.paths,
            mean_sat,
            standard_deviation_sat,
            standard_error_sat: standard_deviation_sat / paths.sqrt(),
            zero_income_fraction: self.done.histogram.get(&0).copied().unwrap_or(0) as f64 / paths,
            mean_blocks: self.done.blocks_found as f64 / paths,
            quantiles: self.request.quantiles.iter().map(|level| level.get()).collect(),
            income_sat: self.request.quantiles.iter().map(|q| self.quantile(*q)).collect(),
        })
    }

    fn params(&self) -> &SoloIncomeRequest {
        &self.request
    }

    fn state(&self) -> &SoloIncomeState {
        &self.done
    }

    fn resume(params: &SoloIncomeRequest, done: SoloIncomeState) -> Result<Self, Error> {
        let job = Self::open(params)?;
        done.shards.check(job.progress().total)?;
        let paths = |block: u64| {
            let first = block * PATHS_PER_BLOCK;
            (first + PATHS_PER_BLOCK).min(u64::from(params.paths)) - first
        };
        let finished: u64 = (0..job.progress().total).filter(|block| done.shards.is_done(*block)).map(paths).sum();
        let counted = done.histogram.values().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        if counted != Some(finished) || done.histogram.values().any(|count| *count == 0) {
            return Err(impossible("histogram"));
        }
        Ok(Self { done, ..job })
    }
}
