//! What the next retarget will be, from the blocks of the period so far.
//!
//! With `n` block intervals seen in `elapsed` seconds, of the 2015 that the rule measures,
//!
//! ```text
//! span = elapsed · 2015 / n           change = 1_209_600 / span - 1        (difficulty, limited to -75 % .. +300 %)
//! ```
//!
//! **Band.** With the usual prior 1/rate, the block rate has the posterior Gamma(n, elapsed). The remaining `R = 2015 -
//! n` intervals take Gamma(R) / rate, so remaining/elapsed is `R/n` times an F variable with 2R and 2n degrees of
//! freedom, whose quantiles give those of the span and of the change. The prior knows nothing of price or of machines
//! being delivered: early in the period the band is wide, and that is the truth.
//!
//! Once the period's last block is known nothing is left to estimate: the report says `settled` and carries the `nBits`
//! of consensus.

use hashinsight_numerics::f_quantile;
use hashinsight_units::{At, Error, Fraction, Height, Outcome, Record, Timestamp};

use super::interval::check_confidence;
use crate::consensus::{
    BLOCKS_PER_PERIOD, INTERVALS_PER_PERIOD, Nbits, Network, TARGET_SPACING_S, TARGET_TIMESPAN_S, clamp_timespan,
    retarget,
};
use crate::error;

const MIN_CHANGE: f64 = -0.75;
const MAX_CHANGE: f64 = 3.0;
/// Blocks of mempool.space's window: a quarter of a period.
/// 2009-01-03, the day of the first block: no period is older.
const FIRST_DAY_S: u32 = 1_230_940_800;
const WINDOW_BLOCKS: u32 = BLOCKS_PER_PERIOD / 4;
const MIN_DIFFICULTY_AFTER_MS: i64 = 1_200_000; // the 20-minute rule of the test networks
/// Header times may be two hours ahead of the clocks of nodes.
const TIP_AHEAD_MS: i64 = 7_200_000;
/// A tip that is older is hardly the chain's: gaps of mainnet are hours at most.
const TIP_BEHIND_MS: i64 = 86_400_000;

/// How the change is estimated.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Estimator {
    /// The pace so far goes on: `1_209_600 · n / (2015 · elapsed) - 1`.
    Elapsed,
    /// The figure of mempool.space: `(n + 1) · 600 / elapsed - 1`, and while fewer than 503 intervals are known,
    /// blended with the end of the previous period into a window of 504 blocks, where that is given.
    MempoolWindow {
        /// End of the previous period. Absent: no blending.
        previous: Option<PreviousPeriod>,
    },
    /// As `elapsed`, with the band of the gamma posterior.
    GammaPosterior {
        /// Confidence of the band, above 0 and below 1.
        confidence: Fraction,
    },
}

/// The end of the previous period, for [`Estimator::MempoolWindow`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PreviousPeriod {
    /// Header time of the block 503 below the tip, in Unix seconds.
    #[record(example = 1_660_700_000)]
    pub window_start_s: u32,
    /// Change of difficulty at the last retarget, as a fraction: 0.006 for +0.6 %. From -0.75 to 3.
    #[record(example = 0.006)]
    pub change: f64,
}

/// Inputs of [`forecast_retarget`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastRetargetRequest {
    /// Network whose rules hold; not regtest, which does not retarget.
    #[record(example = "mainnet")]
    pub network: Network,
    /// Height of the tip.
    #[record(example = 750_134)]
    pub height: Height,
    /// Compact target of the period; on testnet4 that of its first block.
    #[record(example = "0x1709ed88")]
    pub nbits: Nbits,
    /// Header time of the period's first block, in Unix seconds.
    #[record(example = 1_660_820_820)]
    pub period_start_s: u32,
    /// Header time of the tip, in Unix seconds.
    #[record(example = 1_660_917_166)]
    pub last_block_s: u32,
    /// Present time, in Unix milliseconds: after the period's first block.
    #[record(example = 1_660_917_833_000_u64)]
    pub now_ms: Timestamp,
    /// Estimator of the change of difficulty.
    #[record(example = "elapsed")]
    pub estimator: Estimator,
}

/// Band in which the change of difficulty lies with the given confidence.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Band {
    /// Lower end of the change of difficulty, as a fraction.
    pub lower: f64,
    /// Upper end of the change of difficulty, as a fraction.
    pub upper: f64,
}

/// Whether the next target is known.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum Outlook {
    /// Blocks of the period are missing: the change is an estimate.
    Estimated,
    /// The tip is the period's last block: consensus has decided.
    Settled {
        /// Compact target of the next period.
        next_nbits: Nbits,
    },
}

/// Result of [`forecast_retarget`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastRetargetReport {
    /// Change of difficulty at the next retarget, as a fraction, -0.75 to 3; before compact rounding.
    pub change: f64,
    /// Band of the change at the estimator's confidence; undefined for an estimator without one.
    pub band: Outcome<Band>,
    /// Whether the next target is known.
    pub outlook: Outlook,
    /// Difficulty of the current retarget period.
    pub difficulty: f64,
    /// Difficulty of the next period: estimated, or that of consensus once settled.
    pub next_difficulty: f64,
    /// Height of the next period's first block.
    pub next_retarget_height: Height,
    /// Number of block intervals of the period seen so far.
    pub intervals: u32,
    /// Number of blocks until the next period begins, its first one included.
    pub remaining_blocks: u32,
    /// Fraction of the period that has passed: `intervals / 2016`.
    pub progress: f64,
    /// Number of blocks that the time since the period began would hold at 600 s each.
    pub expected_blocks: f64,
    /// Mean block interval of the period so far, in whole milliseconds, rounded down.
    pub mean_interval_ms: i64,
    /// Time until the next period begins at that pace, in milliseconds.
    pub remaining_ms: i64,
    /// Time at which the next period begins at that pace, in Unix milliseconds.
    pub retarget_time_ms: Timestamp,
    /// Time since the tip's header, in milliseconds; negative where the header is ahead of the present.
    pub tip_age_ms: i64,
    /// Whether the present lies from two hours before to a day after the tip's header. If not, the tip is not the
    /// latest block, or the present is not the present, and the estimate is of neither.
    pub tip_is_recent: bool,
    /// Correction of the time of the next block, in milliseconds. On networks with 20-minute blocks it is minus the time
    /// since the last block (at most 20 minutes) once that and a mean interval exceed 20 minutes: the next block is due
    /// earlier than the pace says. Otherwise 0.
    pub time_offset_ms: i64,
}

fn limited(change: f64) -> f64 {
    hashinsight_numerics::clamp(change, MIN_CHANGE, MAX_CHANGE)
}

/// The change of difficulty where 2015 intervals take this span.
fn change_of(span_s: f64) -> f64 {
    limited(f64::from(TARGET_TIMESPAN_S) / span_s - 1.0)
}

/// What is known of the running period.
struct Period {
    intervals: u32,
    elapsed_s: f64,
}

impl Period {
    fn elapsed_change(&self) -> f64 {
        change_of(self.elapsed_s * f64::from(INTERVALS_PER_PERIOD) / f64::from(self.intervals))
    }

    fn window_change(&self, start_s: u32, previous: Option<PreviousPeriod>) -> Result<f64, Error> {
        let spacing = f64::from(TARGET_SPACING_S);
        let Some(previous) = previous else {
            return Ok(limited(f64::from(self.intervals + 1) * spacing / self.elapsed_s - 1.0));
        };
        if !(MIN_CHANGE..=MAX_CHANGE).contains(&previous.change) {
            let path = "estimator.mempool_window.previous.change";
            return Err(error::out_of_range("change", path, previous.change, "-0.75 to 3 (a fraction)"));
        }
        if self.intervals >= WINDOW_BLOCKS - 1 {
            return self.window_change(start_s, None);
        }
        // The older part of the window is told in this period's difficulty.
        let before_s = (f64::from(start_s) - f64::from(previous.window_start_s)) * (1.0 + previous.change);
        let window_s = self.elapsed_s + before_s;
        if window_s <= 0.0 {
            let path = "estimator.mempool_window.previous.window_start_s";
            let allowed = "a time before the present";
            return Err(error::out_of_range("window_start", path, previous.window_start_s, allowed));
        }
        Ok(limited(f64::from(WINDOW_BLOCKS) * spacing / window_s - 1.0))
    }

    /// Quantiles of the change. Upper quantiles of F come from the lower tail of its inverse, which keeps all digits.
    fn band(&self, confidence: f64) -> Result<Outcome<Band>, Error> {
        let tail = 0.5 * (1.0 - confidence);
        let seen = f64::from(self.intervals);
        let left = f64::from(INTERVALS_PER_PERIOD - self.intervals);
        let longest = 1.0 / f_quantile(tail, 2.0 * seen, 2.0 * left)?;
        let shortest = f_quantile(tail, 2.0 * left, 2.0 * seen)?;
        let change = |f: f64| change_of(self.elapsed_s * (1.0 + left / seen * f));
        Ok(Outcome::Value(Band { lower: change(longest), upper: change(shortest) }))
    }
}

/// The next change of difficulty, when it comes and how sure that is.
///
/// Costs well below a microsecond without a band; the band takes two quantiles of the F distribution, some tens of
/// microseconds.
///
/// # Errors
/// `mining.blocks.insufficient_data` on the first block of a period; `mining.now.out_of_range` for a present that is
/// not after the period's first block, or a retarget beyond year 9999; `mining.period_start_s.out_of_range` before
/// 2009-01-03; `mining.confidence.out_of_range`;
/// `mining.network.unsupported` for regtest; `mining.nbits.out_of_range`; `mining.height.out_of_range` for the last
/// heights that 32 bits hold; `mining.change.out_of_range` and `mining.window_start.out_of_range` for a previous period
/// that cannot be.
///
/// ```
/// use hashinsight_mining::consensus::Network;
/// use hashinsight_mining::network::{Estimator, ForecastRetargetRequest, forecast_retarget};
/// use hashinsight_units::{Fraction, Height, Timestamp};
/// let report = forecast_retarget(&ForecastRetargetRequest::new(
///     Network::Mainnet,
///     Height::new(953_568 + 1000), // 1000 intervals in 580,000 s: 580 s each
///     "0x170240c3".parse()?,
///     1_781_000_000,
///     1_781_580_000,
///     Timestamp::from_s(1_781_580_000)?,
///     Estimator::GammaPosterior { confidence: Fraction::new(0.95)? },
/// ))?;
/// assert_eq!(format!("{:+.4}", report.change), "+0.0350");
/// let band = report.band.value().unwrap();
/// assert_eq!(format!("{:+.4} {:+.4}", band.lower, band.upper), "-0.0105 +0.0805");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn forecast_retarget(request: &ForecastRetargetRequest) -> Result<ForecastRetargetReport, Error> {
    let params = request.network.params();
    if !params.retargets() {
        return Err(error::unsupported("network", "network", "regtest", "a network that retargets"));
    }
    let difficulty = request.nbits.difficulty()?.get();
    let intervals = request.height.get() % BLOCKS_PER_PERIOD;
    if intervals == 0 {
        let value = format!("{}, a period's first block", request.height.get());
        return Err(error::insufficient("blocks", "height", value, "at least one interval of the period"));
    }
    let remaining_blocks = BLOCKS_PER_PERIOD - intervals;
    let next_height = request.height.get().checked_add(remaining_blocks).ok_or_else(|| {
        error::out_of_range("height", "height", request.height.get(), "a height whose period ends below 2^32")
    })?;
    if request.period_start_s < FIRST_DAY_S {
        let (field, allowed) = ("period_start_s", "Unix seconds from 2009-01-03 on");
        return Err(error::out_of_range(field, field, request.period_start_s, allowed));
    }
    let elapsed_ms = request.now_ms.to_ms() - i64::from(request.period_start_s) * 1000;
    let bad_now = |allowed| error::out_of_range("now", "now_ms", request.now_ms.to_ms(), allowed);
    if elapsed_ms <= 0 {
        return Err(bad_now("after the period's first block"));
    }
    let tip_age_ms = request.now_ms.to_ms() - i64::from(request.last_block_s) * 1000;
    let period = Period { intervals, elapsed_s: elapsed_ms as f64 / 1e3 };

    let settled = remaining_blocks == 1;
    let timespan_s = i64::from(request.last_block_s) - i64::from(request.period_start_s);
    let estimate = match &request.estimator {
        Estimator::Elapsed | Estimator::GammaPosterior { .. } => period.elapsed_change(),
        Estimator::MempoolWindow { previous } => period.window_change(request.period_start_s, *previous)?,
    };
    let change = if settled { change_of(f64::from(clamp_timespan(timespan_s))) } else { estimate };
    let band = match request.estimator {
        Estimator::GammaPosterior { confidence } => {
            let confidence = check_confidence(confidence).at("gamma_posterior").at("estimator")?;
            if settled { Outcome::Value(Band { lower: change, upper: change }) } else { period.band(confidence)? }
        }
        _ => Outcome::Undefined { reason: "the estimator has no band" },
    };
    let (outlook, next_difficulty) = if settled {
        let next = retarget(request.nbits, request.period_start_s, request.last_block_s, params)?;
        (Outlook::Settled { next_nbits: next }, next.difficulty()?.get())
    } else {
        (Outlook::Estimated, difficulty * (1.0 + change))
    };

    let mean_interval_ms = elapsed_ms / i64::from(intervals);
    let remaining_ms = mean_interval_ms * i64::from(remaining_blocks);
    let retarget_time_ms = Timestamp::from_ms(request.now_ms.to_ms() + remaining_ms)
        .map_err(|_| bad_now("so that the next retarget comes before year 10000"))?;
    let overdue = params.min_difficulty_blocks() && tip_age_ms + mean_interval_ms > MIN_DIFFICULTY_AFTER_MS;
    Ok(ForecastRetargetReport {
        change,
        band,
        outlook,
        difficulty,
        next_difficulty,
        next_retarget_height: Height::new(next_height),
        intervals,
        remaining_blocks,
        progress: f64::from(intervals) / f64::from(BLOCKS_PER_PERIOD),
        expected_blocks: period.elapsed_s / f64::from(TARGET_SPACING_S),
        mean_interval_ms,
        remaining_ms,
        retarget_time_ms,
        tip_age_ms,
        tip_is_recent: (-TIP_AHEAD_MS..=TIP_BEHIND_MS).contains(&tip_age_ms),
        time_offset_ms: if overdue { -tip_age_ms.min(MIN_DIFFICULTY_AFTER_MS) } else { 0 },
    })
}
