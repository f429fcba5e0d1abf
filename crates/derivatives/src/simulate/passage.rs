//! The simulation as a job.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_numerics::job::{Job, Progress, Shards};
use hashinsight_numerics::{LANES, Philox, ln_ratio, state, sum_by};
use hashinsight_units::{Error, Record};
use multiversion::multiversion;

use super::JumpModel;
use super::draws::Lanes;
use super::path::{Motion, Pairs, Setting};
use super::steps::Jumps;
use crate::Measure;
use crate::pricing::{FirstPassage, Passage};
use crate::refuse::refuse;

/// Pairs in one block of work: a fraction of a millisecond without jumps.
const PAIRS_PER_BLOCK: u64 = 1024;
const MAX_DATES: u32 = 2000;
/// Sums of a block that are not of a date: control, its square, its product with the touch; the same of those that do not touch, with them
/// and their square; jumps.
const SHARED_SUMS: usize = 9;

/// Inputs of [`SimulatePassage`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SimulatePassageRequest {
    /// Price on its way to the barrier; its volatility is above 0.
    #[record(flatten)]
    pub passage: FirstPassage,
    /// Jumps of the price; at most 500 expected until the horizon.
    pub jumps: JumpModel,
    /// Measure that drift and jumps are of.
    #[record(example = "risk_neutral")]
    pub measure: Measure,
    /// Number of antithetic pairs of paths, 2 or more.
    #[record(range = 2..=u32::MAX, example = 4096)]
    pub pairs: u32,
    /// Number of equally spaced dates, the last at the horizon, by each of which the probability is reported: 1 to 2000, and at most 2^32 of
    /// all pairs together. Paths stop at them too: the probability of the horizon keeps its mean, and its error becomes somewhat greater.
    /// Absent: no probabilities by date.
    pub dates: Option<u32>,
    /// Seed of the random numbers, 64 bits.
    #[record(digits, example = "20260531")]
    pub seed: u64,
}

/// Result of [`SimulatePassage`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SimulatePassageReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Number of antithetic pairs of paths.
    pub pairs: u32,
    /// Probability of a touch, adjusted by the control variate.
    pub probability: f64,
    /// Probability of no touch, counted by the paths that survive and adjusted by the control variate.
    pub survival_probability: f64,
    /// Standard error of the probability and of its complement, over pair means.
    pub standard_error: f64,
    /// Probability of a touch without the control variate.
    pub plain_probability: f64,
    /// Standard error of the plain probability, over pair means.
    pub plain_standard_error: f64,
    /// Touch probability of the control, in closed form.
    pub control_probability: f64,
    /// Simulated touch probability of the control: within a few of its errors of the closed form, or the simulation is wrong.
    pub control_simulated: f64,
    /// Standard error of the simulated control.
    pub control_standard_error: f64,
    /// Weight of the control in the adjustment, estimated from the same pairs.
    pub control_weight: f64,
    /// Mean number of jumps per path.
    pub mean_jumps: f64,
    /// Probability of a touch by each of the dates, without the control variate; empty without `dates`.
    pub plain_probability_by_date: Vec<f64>,
    /// Standard errors of the probabilities by date, over pair means.
    pub plain_standard_error_by_date: Vec<f64>,
}

/// First passage by simulation, as a [`Job`]: blocks of 1024 pairs.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{BarrierSide, FirstPassage, KouJumps};
/// use hashinsight_derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};
/// use hashinsight_numerics::job::Job;
/// use hashinsight_units::{AssetPrice, Fraction, Intensity, Rate, TailRate, Volatility, Years};
/// let passage = FirstPassage::new(
///     AssetPrice::new(50_000.0)?,
///     AssetPrice::new(45_500.0)?,
///     BarrierSide::Down,
///     Years::new(7.0 / 365.0)?,
///     Rate::new(0.0)?,
///     Volatility::new(0.55)?,
/// );
/// let jumps =
///     KouJumps::new(Intensity::new(20.0)?, Fraction::new(0.45)?, TailRate::new(30.0)?, TailRate::new(25.0)?);
/// let request = SimulatePassageRequest::new(passage, JumpModel::Kou(jumps), Measure::RiskNeutral, 20_000, 1);
/// let mut job = SimulatePassage::open(&request.dates(7))?;
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
    done: Done,
}

/// Results of the blocks done so far.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Done {
    shards: Shards,
    /// Sums of each block done, so that the total does not depend on the order in which blocks were done.
    blocks: BTreeMap<u64, Vec<f64>>,
}

/// Number of blocks of a job.
fn total_blocks(request: &SimulatePassageRequest) -> u64 {
    u64::from(request.pairs).div_ceil(PAIRS_PER_BLOCK)
}

impl SimulatePassage {
    /// Number of sums of a block.
    fn sums(&self) -> usize {
        SHARED_SUMS + 2 * self.request.dates.unwrap_or(1) as usize
    }

    /// Sums over the pairs of a block: those of [`SHARED_SUMS`], and of each date touched and its square.
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

/// Adds the results of antithetic pairs to the sums of a block. `counts` is 1 for a real pair and 0 for padding.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn add(pairs: &Pairs, counts: &Lanes, sums: &mut [Lanes]) {
    let (shared, by_date) = sums.split_at_mut(SHARED_SUMS);
    let (last, jumps) = (&pairs.touched[pairs.touched.len() - 1], pairs.jumps());
    for lane in 0..LANES {
        let control = pairs.control[lane] * counts[lane];
        shared[0][lane] += control;
        shared[1][lane] += control * control;
        shared[2][lane] += last[lane] * control;
        let [survives, control] = pairs.survives.map(|chance| chance[lane] * counts[lane]);
        shared[3][lane] += control;
        shared[4][lane] += control * control;
        shared[5][lane] += survives * control;
        shared[6][lane] += survives;
        shared[7][lane] += survives * survives;
        shared[8][lane] += jumps[lane] * counts[lane];
    }
    for (touched, sums) in pairs.touched.iter().zip(by_date.chunks_exact_mut(2)) {
        for lane in 0..LANES {
            let touched = touched[lane] * counts[lane];
            sums[0][lane] += touched;
            sums[1][lane] += touched * touched;
        }
    }
}

fn check_request(request: &SimulatePassageRequest) -> Result<(), Error> {
    let SimulatePassageRequest { passage, jumps, pairs, dates, .. } = request;
    jumps.check()?;
    if passage.volatility.get() == 0.0 {
        return Err(refuse("volatility", passage.volatility.get(), "above 0, at most 20"));
    }
    request.check()?;
    if jumps.intensity() * passage.years.get() > 500.0 {
        return Err(refuse("jumps_per_year", jumps.intensity(), "at most 500 expected until the horizon"));
    }
    let dates = dates.unwrap_or(1);
    if !(1..=MAX_DATES).contains(&dates) || u64::from(dates) * u64::from(*pairs) > 1 << 32 {
        return Err(refuse("dates", f64::from(dates), "1 to 2000, and at most 2^32 of all pairs together"));
    }
    if !log_drift(request).is_finite() {
        return Err(refuse("jumps_per_year", jumps.intensity(), "jumps whose mean growth is finite"));
    }
    Ok(())
}

/// Drift of the logarithm of the control, which does not jump.
fn control_log_drift(passage: &FirstPassage) -> f64 {
    passage.drift_per_year.get() - 0.5 * passage.volatility.get() * passage.volatility.get()
}

/// Drift of the logarithm between the jumps.
fn log_drift(request: &SimulatePassageRequest) -> f64 {
    control_log_drift(&request.passage) - request.jumps.intensity() * request.jumps.mean_growth()
}

/// The setting of a request that was checked.
fn setting(request: &SimulatePassageRequest) -> Setting {
    let FirstPassage { spot, barrier, side, years, volatility, .. } = request.passage;
    let toward = -side.sign();
    let motion = Motion {
        volatility: volatility.get(),
        drift: toward * log_drift(request),
        control_drift: toward * control_log_drift(&request.passage),
    };
    // A price at the level or beyond has touched it: distance 0 is left by no survivor.
    let touched = side.is_touched(spot.get(), barrier.get());
    let distance = if touched { 0.0 } else { ln_ratio(barrier.get(), spot.get()).abs() };
    let dates = request.dates.unwrap_or(1);
    let ends = (1..=dates).map(|date| years.get() * (f64::from(date) / f64::from(dates))).collect();
    let expected = request.jumps.intensity() * years.get();
    Setting::new(Jumps { model: request.jumps, expected, toward }, motion, distance, ends)
}

impl Job for SimulatePassage {
    const PATH: &'static str = "derivatives.simulate_passage";
    type Params = SimulatePassageRequest;
    type State = Done;
    type Report = SimulatePassageReport;

    fn open(params: &SimulatePassageRequest) -> Result<Self, Error> {
        Self::open_shard(params, 0..total_blocks(params))
    }

    fn open_shard(params: &SimulatePassageRequest, blocks: Range<u64>) -> Result<Self, Error> {
        check_request(params)?;
        let shards = Shards::new(total_blocks(params), blocks)?;
        let done = Done { shards, blocks: BTreeMap::new() };
        Ok(Self { request: params.clone(), setting: setting(params), done })
    }

    fn params(&self) -> &SimulatePassageRequest {
        &self.request
    }

    fn state(&self) -> &Done {
        &self.done
    }

    fn resume(params: &SimulatePassageRequest, done: Done) -> Result<Self, Error> {
        let job = Self { done, ..Self::open(params)? };
        job.done.shards.check(total_blocks(params))?;
        let whole = |(block, sums): (&u64, &Vec<f64>)| {
            job.done.shards.is_done(*block) && sums.len() == job.sums() && sums.iter().all(|sum| sum.is_finite())
        };
        if job.done.blocks.iter().all(whole) && job.done.blocks.len() as u64 == job.progress().done {
            Ok(job)
        } else {
            Err(state::impossible("blocks"))
        }
    }

    fn progress(&self) -> Progress {
        self.done.shards.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        let taken = self.done.shards.take(blocks);
        let sums = self.run(&taken);
        self.done.blocks.extend(sums);
        self.progress()
    }

    fn absorb(&mut self, other: &Self) -> Result<(), Error> {
        self.done.shards.merge(&other.done.shards)?;
        self.done.blocks.extend(other.done.blocks.iter().map(|(block, sums)| (*block, sums.clone())));
        Ok(())
    }

    fn report(&self) -> Result<SimulatePassageReport, Error> {
        self.done.shards.complete()?;
        let control_passage = Passage::from(&self.request.passage);
        let control_probability = control_passage.probability();
        let sums: Vec<&Vec<f64>> = self.done.blocks.values().collect();
        let total = |k: usize| sum_by(sums.len(), |block| sums[block][k]);
        let n = f64::from(self.request.pairs);
        let covariance = |products: f64, a: f64, b: f64| (products - n * a * b) / (n - 1.0);
        let variance = |squares: f64, mean: f64| {
            let variance = covariance(squares, mean, mean);
            if variance > 0.0 { variance } else { 0.0 }
        };
        let touched = (SHARED_SUMS..self.sums()).step_by(2).map(|sum| (total(sum) / n, total(sum + 1)));
        let by_date: Vec<(f64, f64)> = touched.map(|(mean, squares)| (mean, variance(squares, mean))).collect();
        let (mean, plain_variance) = by_date[by_date.len() - 1];
        let (control, survivors, control_survivors) = (total(0) / n, total(6) / n, total(3) / n);
        // Touch and survival vary alike: the rarer of them has the digits.
        let (own_variance, control_variance, shared) = if survivors < mean {
            let shared = covariance(total(5), survivors, control_survivors);
            (variance(total(7), survivors), variance(total(4), control_survivors), shared)
        } else {
            (plain_variance, variance(total(1), control), covariance(total(2), mean, control))
        };
        let weight = if control_variance > 0.0 { shared / control_variance } else { 0.0 };
        let rest = own_variance - weight * shared;
        let error = |variance: f64| if variance > 0.0 { (variance / n).sqrt() } else { 0.0 };
        let told = if self.request.dates.is_some() { by_date.as_slice() } else { &[] };
        Ok(SimulatePassageReport {
            measure: self.request.measure,
            pairs: self.request.pairs,
            probability: mean - weight * (control - control_probability),
            survival_probability: survivors - weight * (control_survivors - control_passage.survival()),
            standard_error: error(rest),
            plain_probability: mean,
            plain_standard_error: error(plain_variance),
            control_probability,
            control_simulated: control,
            control_standard_error: error(control_variance),
            control_weight: weight + 0.0,
            mean_jumps: total(8) / n,
            plain_probability_by_date: told.iter().map(|(mean, _)| *mean).collect(),
            plain_standard_error_by_date: told.iter().map(|(_, variance)| error(*variance)).collect(),
        })
    }
}
