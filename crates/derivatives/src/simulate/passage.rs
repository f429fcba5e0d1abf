//! The simulation as a job.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_numerics::job::{Job, JobError, Progress, Shards};
use hashinsight_numerics::state::{ParamHash, StateError, StateReader, StateWriter};
use hashinsight_numerics::{LANES, Philox, ln_ratio, sum_by};
use hashinsight_units::wire;
use multiversion::multiversion;

use super::JumpModel;
use super::path::{Lanes, Motion, Pairs, Setting};
use super::steps::Jumps;
use crate::pricing::{BarrierSide, HitProbabilityRequest, hit_probability};
use crate::{AssetPrice, Error, Measure, Rate, Volatility, Years};

/// Pairs in one block of work: a fraction of a millisecond without jumps.
const PAIRS_PER_BLOCK: u64 = 1024;
const MAX_DATES: u32 = 2000;
/// Sums of a block that are not of a date: control, its square, its product with the touch, jumps.
const SHARED_SUMS: usize = 4;

/// What [`SimulatePassage`] is opened with.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SimulatePassageRequest {
    /// Price of the asset now, in quote currency.
    pub spot: AssetPrice,
    /// Price level of the barrier, in quote currency.
    pub barrier: AssetPrice,
    /// Where the level lies.
    pub side: BarrierSide,
    /// Horizon in years of 365 days.
    pub years: Years,
    /// Drift of the price per year, jumps included: `E[S_T] = S e^(drift T)`.
    pub drift_per_year: Rate,
    /// Volatility between jumps, per square root of a year; above 0.
    pub volatility: Volatility,
    /// The jumps; at most 500 expected until the horizon.
    pub jumps: JumpModel,
    /// Which world drift and jumps are of.
    pub measure: Measure,
    /// Number of antithetic pairs of paths, 2 or more.
    pub pairs: u32,
    /// Equally spaced dates, the last at the horizon, for each of which the probability is told: 1 to 2000, and at most 2^32 of all pairs
    /// together. Paths stop at them too: the probability of the horizon keeps its mean, and its error becomes somewhat greater. Absent: not
    /// told.
    pub dates: Option<u32>,
    /// Seed of the random numbers.
    pub seed: u64,
}

/// Result of [`SimulatePassage`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SimulatePassageReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Number of pairs.
    pub pairs: u32,
    /// Probability of a touch, adjusted by the control variate.
    pub probability: f64,
    /// Its standard error, over pair means.
    pub standard_error: f64,
    /// Probability of a touch without the control variate.
    pub plain_probability: f64,
    /// Its standard error, over pair means.
    pub plain_standard_error: f64,
    /// Touch probability of the control, in closed form.
    pub control_probability: f64,
    /// The same, simulated: within a few of its errors of the closed form, or the simulation is wrong.
    pub control_simulated: f64,
    /// Standard error of the simulated control.
    pub control_standard_error: f64,
    /// Weight of the control in the adjustment, estimated from the same pairs.
    pub control_weight: f64,
    /// Mean number of jumps per path.
    pub mean_jumps: f64,
    /// Probability of a touch by each of the dates, without the control variate; empty where none were asked for.
    pub plain_probability_by_date: Vec<f64>,
    /// Its standard errors, over pair means.
    pub plain_standard_error_by_date: Vec<f64>,
}

/// First passage by simulation, as a [`Job`]: blocks of 1024 pairs.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, KouJumps};
/// use hashinsight_derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};
/// use hashinsight_derivatives::{AssetPrice, Intensity, Measure, Rate, TailRate, Volatility, Years};
/// use hashinsight_numerics::job::Job;
/// use hashinsight_units::Fraction;
/// let mut job = SimulatePassage::open(&SimulatePassageRequest {
///     spot: AssetPrice::new(50_000.0)?,
///     barrier: AssetPrice::new(45_500.0)?,
///     side: BarrierSide::Down,
///     years: Years::new(7.0 / 365.0)?,
///     drift_per_year: Rate::new(0.0)?,
///     volatility: Volatility::new(0.55)?,
///     jumps: JumpModel::Kou(KouJumps {
///         jumps_per_year: Intensity::new(20.0)?,
///         up_probability: Fraction::new(0.45)?,
///         up_rate: TailRate::new(30.0)?,
///         down_rate: TailRate::new(25.0)?,
///     }),
///     measure: Measure::RiskNeutral,
///     pairs: 20_000,
///     dates: Some(7),
///     seed: 1,
/// })?;
/// while !job.step(4).is_complete() {} // a driver shows its progress here
/// let report = job.report()?;
/// assert!((report.probability - 0.248_194).abs() < 4.0 * report.standard_error); // the Laplace transform's answer
/// assert!(report.plain_probability_by_date[0] < report.plain_probability_by_date[6]); // a cover for a day, and for the week
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct SimulatePassage {
    request: SimulatePassageRequest,
    setting: Setting,
    control_probability: f64,
    shards: Shards,
    /// Sums of each block done, so that the total does not depend on the order in which blocks were done.
    blocks: BTreeMap<u64, Vec<f64>>,
}

impl SimulatePassage {
    fn with_blocks(request: &SimulatePassageRequest, blocks: Option<Range<u64>>) -> Result<Self, Error> {
        let (setting, control_probability) = setting(request)?;
        let total = u64::from(request.pairs).div_ceil(PAIRS_PER_BLOCK);
        let shards = Shards::new(total, blocks.unwrap_or(0..total))?;
        Ok(Self { request: request.clone(), setting, control_probability, shards, blocks: BTreeMap::new() })
    }

    fn param_hash(&self) -> ParamHash {
        let r = &self.request;
        let numbers = [
            r.spot.get(),
            r.barrier.get(),
            -r.side.sign(),
            r.years.get(),
            r.drift_per_year.get(),
            r.volatility.get(),
            if r.measure == Measure::RiskNeutral { 0.0 } else { 1.0 },
        ];
        let hash = numbers.into_iter().chain(r.jumps.numbers()).fold(ParamHash::new(), ParamHash::f64);
        hash.u64(u64::from(r.pairs)).u64(r.seed).u64(r.dates.map_or(0, u64::from))
    }

    /// How many sums a block has.
    fn sums(&self) -> usize {
        SHARED_SUMS + 2 * self.request.dates.unwrap_or(1) as usize
    }

    /// Sums over the pairs of a block: control, its square, control times touched, jumps, and of each date touched and its square.
    fn block(&self, block: u64) -> Vec<f64> {
        let random = Philox::new(self.request.seed);
        let first = block * PAIRS_PER_BLOCK;
        let end = (first + PAIRS_PER_BLOCK).min(u64::from(self.request.pairs));
        let mut sums = vec![[0.0; LANES]; self.sums()];
        let mut pairs = Pairs::default();
        for first in (first..end).step_by(LANES) {
            self.setting.pairs(random, first, &mut pairs);
            // Lanes beyond the last pair do not count.
            let counts: Lanes = std::array::from_fn(|lane| if first + (lane as u64) < end { 1.0 } else { 0.0 });
            add(&pairs, &counts, &mut sums);
        }
        sums.iter().map(|lanes| sum_by(LANES, |lane| lanes[lane])).collect()
    }

    #[cfg(not(feature = "parallel"))]
    fn run(&self, blocks: &[u64]) -> Vec<(u64, Vec<f64>)> {
        blocks.iter().map(|block| (*block, self.block(*block))).collect()
    }

    /// The same blocks by as many threads as the machine has: a block knows nothing of its neighbors, so the bits are the same.
    #[cfg(feature = "parallel")]
    fn run(&self, blocks: &[u64]) -> Vec<(u64, Vec<f64>)> {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = blocks.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            let workers: Vec<_> = blocks
                .chunks(share)
                .map(|part| {
                    scope.spawn(move || part.iter().map(|block| (*block, self.block(*block))).collect::<Vec<_>>())
                })
                .collect();
            // A panic of a worker is a bug of this crate: it goes on in the caller's thread.
            let join = |worker: std::thread::ScopedJoinHandle<'_, Vec<_>>| {
                worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            };
            workers.into_iter().flat_map(join).collect()
        })
    }
}

/// Adds what became of pairs to the sums of a block; `counts` is 0 for a pair that is none, and 1.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add(pairs: &Pairs, counts: &Lanes, sums: &mut [Lanes]) {
    let (shared, by_date) = sums.split_at_mut(SHARED_SUMS);
    let (last, jumps) = (&pairs.touched[pairs.touched.len() - 1], pairs.jumps());
    for lane in 0..LANES {
        let control = pairs.control[lane] * counts[lane];
        shared[0][lane] += control;
        shared[1][lane] += control * control;
        shared[2][lane] += last[lane] * control;
        shared[3][lane] += jumps[lane] * counts[lane];
    }
    for (touched, sums) in pairs.touched.iter().zip(by_date.chunks_exact_mut(2)) {
        for lane in 0..LANES {
            let touched = touched[lane] * counts[lane];
            sums[0][lane] += touched;
            sums[1][lane] += touched * touched;
        }
    }
}

fn setting(request: &SimulatePassageRequest) -> Result<(Setting, f64), Error> {
    let r = request;
    r.jumps.check()?;
    if r.volatility.get() == 0.0 {
        return Err(refuse("volatility", r.volatility.get(), "above 0, at most 20"));
    }
    if r.pairs < 2 {
        return Err(refuse("pairs", f64::from(r.pairs), "2 or more"));
    }
    let jumps = r.jumps.intensity() * r.years.get();
    if jumps > 500.0 {
        return Err(refuse(
            "jumps_per_year",
            r.jumps.intensity(),
            "at most 500 expected until the horizon",
        ));
    }
    let dates = r.dates.unwrap_or(1);
    if !(1..=MAX_DATES).contains(&dates) || u64::from(dates) * u64::from(r.pairs) > 1 << 32 {
        let allowed = "1 to 2000, and at most 2^32 of all pairs together";
        return Err(refuse("dates", f64::from(dates), allowed));
    }
    let toward = -r.side.sign();
    let touched = r.side.is_touched(r.spot.get(), r.barrier.get());
    let control_log_drift = r.drift_per_year.get() - 0.5 * r.volatility.get() * r.volatility.get();
    let log_drift = control_log_drift - r.jumps.intensity() * r.jumps.mean_growth();
    if !log_drift.is_finite() {
        return Err(refuse(
            "jumps_per_year",
            r.jumps.intensity(),
            "jumps whose mean growth is finite",
        ));
    }
    let control = hit_probability(&HitProbabilityRequest {
        spot: r.spot,
        barrier: r.barrier,
        side: r.side,
        years: r.years,
        drift_per_year: r.drift_per_year,
        volatility: r.volatility,
        measure: r.measure,
    })?;
    let motion =
        Motion { volatility: r.volatility.get(), drift: toward * log_drift, control_drift: toward * control_log_drift };
    // A price at the level or beyond has touched it: distance 0 is left by no survivor.
    let distance = if touched { 0.0 } else { ln_ratio(r.barrier.get(), r.spot.get()).abs() };
    let ends = (1..=dates).map(|date| r.years.get() * (f64::from(date) / f64::from(dates))).collect();
    let setting = Setting::new(Jumps { model: r.jumps, expected: jumps, toward }, motion, distance, ends);
    Ok((setting, control.probability))
}

impl Job for SimulatePassage {
    const PATH: &'static str = "derivatives.simulate_passage";
    type Params = SimulatePassageRequest;
    type Report = SimulatePassageReport;
    type Error = Error;

    fn open(params: &SimulatePassageRequest) -> Result<Self, Error> {
        Self::with_blocks(params, None)
    }

    fn open_shard(params: &SimulatePassageRequest, blocks: Range<u64>) -> Result<Self, Error> {
        Self::with_blocks(params, Some(blocks))
    }

    fn progress(&self) -> Progress {
        self.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        let taken = self.shards.take(blocks);
        let sums = self.run(&taken);
        self.blocks.extend(sums);
        self.progress()
    }

    fn merge(&mut self, other: &Self) -> Result<(), Error> {
        if self.param_hash() != other.param_hash() {
            return Err(JobError::Merge { why: "they have different parameters" }.into());
        }
        self.shards.merge(&other.shards)?;
        self.blocks.extend(other.blocks.iter().map(|(block, sums)| (*block, sums.clone())));
        Ok(())
    }

    fn report(&self) -> Result<SimulatePassageReport, Error> {
        self.shards.complete()?;
        let sums: Vec<&Vec<f64>> = self.blocks.values().collect();
        let total = |k: usize| sum_by(sums.len(), |block| sums[block][k]);
        let n = f64::from(self.request.pairs);
        let covariance = |products: f64, a: f64, b: f64| (products - n * a * b) / (n - 1.0);
        let variance = |squares: f64, mean: f64| {
            let variance = covariance(squares, mean, mean);
            if variance > 0.0 { variance } else { 0.0 }
        };
        let touched = (SHARED_SUMS..self.sums()).step_by(2).map(|sum| (total(sum) / n, total(sum + 1)));
        let by_date: Vec<(f64, f64)> = touched.map(|(mean, squares)| (mean, variance(squares, mean))).collect();
        let (mean, touched_variance) = by_date[by_date.len() - 1];
        let control = total(0) / n;
        let control_variance = variance(total(1), control);
        let shared = covariance(total(2), mean, control);
        let weight = if control_variance > 0.0 { shared / control_variance } else { 0.0 };
        let rest = touched_variance - weight * shared;
        let error = |variance: f64| if variance > 0.0 { (variance / n).sqrt() } else { 0.0 };
        let told = if self.request.dates.is_some() { by_date.as_slice() } else { &[] };
        Ok(SimulatePassageReport {
            measure: self.request.measure,
            pairs: self.request.pairs,
            probability: mean - weight * (control - self.control_probability),
            standard_error: error(rest),
            plain_probability: mean,
            plain_standard_error: error(touched_variance),
            control_probability: self.control_probability,
            control_simulated: control,
            control_standard_error: error(control_variance),
            control_weight: weight + 0.0,
            mean_jumps: total(3) / n,
            plain_probability_by_date: told.iter().map(|(mean, _)| *mean).collect(),
            plain_standard_error_by_date: told.iter().map(|(_, variance)| error(*variance)).collect(),
        })
    }

    fn save(&self) -> Vec<u8> {
        let state = self.shards.save(StateWriter::new(Self::PATH, self.param_hash()));
        let state = state.u64(self.blocks.len() as u64);
        let blocks = self.blocks.iter();
        blocks
            .fold(state, |state, (block, sums)| sums.iter().fold(state.u64(*block), |state, x| state.f64(*x)))
            .finish()
    }

    fn restore(params: &SimulatePassageRequest, bytes: &[u8]) -> Result<Self, Error> {
        let mut job = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, job.param_hash())?;
        let total = job.progress().total;
        job.shards = Shards::restore(&mut state, total)?;
        for _ in 0..state.count(8 * (1 + job.sums()))? {
            let block = state.u64()?;
            let later = job.blocks.last_key_value().is_none_or(|(before, _)| *before < block);
            let mut sums = vec![0.0; job.sums()];
            for sum in &mut sums {
                *sum = state.f64()?;
            }
            if !later || !job.shards.is_done(block) || sums.iter().any(|sum| !sum.is_finite()) {
                return Err(StateError::OutOfRange { field: "blocks" }.into());
            }
            job.blocks.insert(block, sums);
        }
        state.end()?;
        if job.blocks.len() as u64 != job.progress().done {
            return Err(StateError::OutOfRange { field: "blocks" }.into());
        }
        Ok(job)
    }
}
