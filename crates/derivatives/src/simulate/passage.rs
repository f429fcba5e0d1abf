//! The simulation as a job.

use std::collections::BTreeMap;
use std::ops::Range;

use hashinsight_numerics::job::{Job, JobError, Progress, Shards};
use hashinsight_numerics::state::{ParamHash, StateError, StateReader, StateWriter};
use hashinsight_numerics::{Philox, Sum, sum_by};
use hashinsight_units::wire;

use super::JumpModel;
use super::path::{Scratch, Setting};
use crate::pricing::{BarrierSide, HitProbabilityRequest, hit_probability};
use crate::ratio::log_ratio;
use crate::{AssetPrice, DerivativesError, Measure, Rate, Volatility, Years};

/// Pairs in one block of work: a fraction of a millisecond without jumps.
const PAIRS_PER_BLOCK: u64 = 1024;
const SUMS: usize = 6;

/// What [`SimulatePassage`] is opened with.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SimulatePassageRequest {
    /// Price now.
    pub spot: AssetPrice,
    /// The level.
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
    /// Seed of the random numbers.
    #[serde(with = "wire::integer")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "wire::integer::schema_u64"))]
    pub seed: u64,
}

/// What [`SimulatePassage`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SimulatePassageReport {
    /// As asked.
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
///     seed: 1,
/// })?;
/// while !job.step(4).is_complete() {} // a driver shows its progress here
/// let report = job.report()?;
/// assert!((report.probability - 0.248_194).abs() < 4.0 * report.standard_error); // the Laplace transform's answer
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct SimulatePassage {
    request: SimulatePassageRequest,
    setting: Setting,
    control_probability: f64,
    shards: Shards,
    /// Sums of each block done, so that the total does not depend on the order in which blocks were done.
    blocks: BTreeMap<u64, [f64; SUMS]>,
}

impl SimulatePassage {
    fn with_blocks(request: &SimulatePassageRequest, blocks: Option<Range<u64>>) -> Result<Self, DerivativesError> {
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
            self.setting.toward,
            r.years.get(),
            r.drift_per_year.get(),
            r.volatility.get(),
            if r.measure == Measure::RiskNeutral { 0.0 } else { 1.0 },
        ];
        let hash = numbers.into_iter().chain(r.jumps.numbers()).fold(ParamHash::new(), ParamHash::f64);
        hash.u64(u64::from(r.pairs)).u64(r.seed)
    }

    /// `[touched, control, touched^2, control^2, touched control, jumps]` summed over the pairs of a block.
    fn block(&self, block: u64) -> [f64; SUMS] {
        let random = Philox::new(self.request.seed);
        let first = block * PAIRS_PER_BLOCK;
        let end = (first + PAIRS_PER_BLOCK).min(u64::from(self.request.pairs));
        let mut sums: [Sum; SUMS] = std::array::from_fn(|_| Sum::new());
        let mut scratch = Scratch::default();
        for index in first..end {
            let pair = self.setting.pair(random, index, &mut scratch);
            let (y, c) = (pair.touched, pair.control);
            for (sum, term) in sums.iter_mut().zip([y, c, y * y, c * c, y * c, pair.jumps as f64]) {
                sum.push(term);
            }
        }
        sums.map(|sum| sum.total())
    }

    #[cfg(not(feature = "parallel"))]
    fn run(&self, blocks: &[u64]) -> Vec<(u64, [f64; SUMS])> {
        blocks.iter().map(|block| (*block, self.block(*block))).collect()
    }

    /// The same blocks by as many threads as the machine has: a block knows nothing of its neighbors, so the bits are the same.
    #[cfg(feature = "parallel")]
    fn run(&self, blocks: &[u64]) -> Vec<(u64, [f64; SUMS])> {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = blocks.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            let workers: Vec<_> = blocks
                .chunks(share)
                .map(|part| {
                    scope.spawn(move || part.iter().map(|block| (*block, self.block(*block))).collect::<Vec<_>>())
                })
                .collect();
            // A worker that panicked would be a bug of this crate; its blocks are then done here.
            let parts = workers.into_iter().zip(blocks.chunks(share));
            parts
                .flat_map(|(worker, part)| {
                    worker.join().unwrap_or_else(|_| part.iter().map(|block| (*block, self.block(*block))).collect())
                })
                .collect()
        })
    }
}

fn setting(request: &SimulatePassageRequest) -> Result<(Setting, f64), DerivativesError> {
    let r = request;
    r.jumps.check()?;
    if r.volatility.get() == 0.0 {
        return Err(DerivativesError::refuse("volatility", r.volatility.get(), "above 0, at most 20"));
    }
    if r.pairs < 2 {
        return Err(DerivativesError::refuse("pairs", f64::from(r.pairs), "2 or more"));
    }
    let jumps = r.jumps.intensity() * r.years.get();
    if jumps > 500.0 {
        return Err(DerivativesError::refuse(
            "jumps_per_year",
            r.jumps.intensity(),
            "at most 500 expected until the horizon",
        ));
    }
    let toward = -r.side.sign();
    let touched = r.side.is_touched(r.spot.get(), r.barrier.get());
    let control_log_drift = r.drift_per_year.get() - 0.5 * r.volatility.get() * r.volatility.get();
    let log_drift = control_log_drift - r.jumps.intensity() * r.jumps.mean_growth();
    if !log_drift.is_finite() {
        return Err(DerivativesError::refuse(
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
    let setting = Setting {
        model: r.jumps,
        toward,
        // A price at the level or beyond has touched it: distance 0 is left by no survivor.
        distance: if touched { 0.0 } else { log_ratio(r.barrier.get(), r.spot.get()).abs() },
        years: r.years.get(),
        volatility: r.volatility.get(),
        drift: toward * log_drift,
        control_drift: toward * control_log_drift,
        jumps,
    };
    Ok((setting, control.probability))
}

impl Job for SimulatePassage {
    const PATH: &'static str = "derivatives.simulate_passage";
    type Params = SimulatePassageRequest;
    type Report = SimulatePassageReport;
    type Error = DerivativesError;

    fn open(params: &SimulatePassageRequest) -> Result<Self, DerivativesError> {
        Self::with_blocks(params, None)
    }

    fn open_shard(params: &SimulatePassageRequest, blocks: Range<u64>) -> Result<Self, DerivativesError> {
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

    fn merge(&mut self, other: &Self) -> Result<(), DerivativesError> {
        if self.param_hash() != other.param_hash() {
            return Err(JobError::Merge { why: "they have different parameters" }.into());
        }
        self.shards.merge(&other.shards)?;
        self.blocks.extend(other.blocks.iter().map(|(block, sums)| (*block, *sums)));
        Ok(())
    }

    fn report(&self) -> Result<SimulatePassageReport, DerivativesError> {
        self.shards.complete()?;
        let sums: Vec<&[f64; SUMS]> = self.blocks.values().collect();
        let total = |k: usize| sum_by(sums.len(), |i| sums[i][k]);
        let n = f64::from(self.request.pairs);
        let (mean, control) = (total(0) / n, total(1) / n);
        let covariance = |squares: f64, a: f64, b: f64| (squares - n * a * b) / (n - 1.0);
        let positive = |value: f64| if value > 0.0 { value } else { 0.0 };
        let variance = positive(covariance(total(2), mean, mean));
        let control_variance = positive(covariance(total(3), control, control));
        let shared = covariance(total(4), mean, control);
        let weight = if control_variance > 0.0 { shared / control_variance } else { 0.0 };
        let rest = positive(variance - weight * shared);
        Ok(SimulatePassageReport {
            measure: self.request.measure,
            pairs: self.request.pairs,
            probability: mean - weight * (control - self.control_probability),
            standard_error: (rest / n).sqrt(),
            plain_probability: mean,
            plain_standard_error: (variance / n).sqrt(),
            control_probability: self.control_probability,
            control_simulated: control,
            control_standard_error: (control_variance / n).sqrt(),
            control_weight: weight + 0.0,
            mean_jumps: total(5) / n,
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

    fn restore(params: &SimulatePassageRequest, bytes: &[u8]) -> Result<Self, DerivativesError> {
        let mut job = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, job.param_hash())?;
        let total = job.progress().total;
        job.shards = Shards::restore(&mut state, total)?;
        for _ in 0..state.count(8 * (1 + SUMS))? {
            let block = state.u64()?;
            let later = job.blocks.last_key_value().is_none_or(|(before, _)| *before < block);
            let mut sums = [0.0; SUMS];
            for sum in &mut sums {
                *sum = state.f64()?;
            }
            if !later || block >= total || sums.iter().any(|sum| !sum.is_finite()) {
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
