//! How well blocks tell the hashrate: the exact interval of a Poisson count.
//!
//! Blocks found in a span are Poisson distributed around hashrate · span / hashes per block. For `n` blocks the central
//! interval of that mean with confidence `1 - a` is (F. Garwood, Biometrika 28, 1936)
//!
//! ```text
//! lower = chi2(a/2; 2n) / 2 = P^-1(n, a/2)        upper = chi2(1 - a/2; 2n + 2) / 2 = Q^-1(n + 1, a/2)
//! ```
//!
//! with `P` and `Q` the regularised incomplete gamma functions. 144 blocks tell a day's hashrate to about -15.7/+17.7 %
//! at 95 %. The interval covers the mean at least so often, more often where blocks are few: counts are whole.
//!
//! Where the number of blocks is chosen and the time is what it takes, as in a window of the last `n` blocks, the time
//! is what is random: its mean number of blocks is Gamma(n) distributed, and the interval with
//!
//! ```text
//! lower = chi2(a/2; 2n) / 2 = P^-1(n, a/2)        upper = chi2(1 - a/2; 2n) / 2 = Q^-1(n, a/2)
//! ```
//!
//! covers exactly so often. `n` over that time is then `n / (n - 1)` of the rate on average; without that bias it is
//! `n - 1` over the time.

use hashinsight_numerics::{gamma_p_inverse, gamma_q_inverse};
use hashinsight_units::{At, Difficulty, Error, Fraction, HASHES_PER_DIFFICULTY, Outcome, Record, Seconds};

use super::hashrate::rate_ths;
use crate::error;

/// A confidence strictly between 0 and 1.
pub(super) fn check_confidence(confidence: Fraction) -> Result<f64, Error> {
    if confidence == Fraction::ZERO || confidence == Fraction::ONE {
        return Err(error::out_of_range("confidence", "confidence", confidence.get(), "above 0 and below 1"));
    }
    Ok(confidence.get())
}

/// Garwood's interval for the mean of a Poisson variable of which `count` was seen.
///
/// # Errors
/// `mining.confidence.out_of_range` for 0 and 1.
///
/// ```
/// use hashinsight_mining::network::poisson_interval;
/// use hashinsight_units::Fraction;
/// let (lower, upper) = poisson_interval(144, Fraction::new(0.95)?)?;
/// assert!((lower - 121.44142119786545).abs() < 1e-9 && (upper - 169.53351294754108).abs() < 1e-9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn poisson_interval(count: u32, confidence: Fraction) -> Result<(f64, f64), Error> {
    let tail = 0.5 * (1.0 - check_confidence(confidence)?);
    let n = f64::from(count);
    let lower = if count == 0 { 0.0 } else { gamma_p_inverse(n, tail)? };
    Ok((lower, gamma_q_inverse(n + 1.0, tail)?))
}

/// The interval for the mean number of blocks in the time that `count` of them, a number chosen beforehand, have taken.
///
/// # Errors
/// `mining.confidence.out_of_range` for 0 and 1; `mining.blocks.out_of_range` for no blocks.
///
/// ```
/// use hashinsight_mining::network::gamma_interval;
/// use hashinsight_units::Fraction;
/// // One block: -ln(0.975) and -ln(0.025) of the mean interval.
/// let (lower, upper) = gamma_interval(1, Fraction::new(0.95)?)?;
/// assert!((lower - 0.025317807984289897).abs() < 1e-12 && (upper - 3.6888794541139363).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn gamma_interval(count: u32, confidence: Fraction) -> Result<(f64, f64), Error> {
    let tail = 0.5 * (1.0 - check_confidence(confidence)?);
    if count == 0 {
        return Err(error::out_of_range("blocks", "blocks", count, "1 or more: no block has taken no time"));
    }
    let n = f64::from(count);
    Ok((gamma_p_inverse(n, tail)?, gamma_q_inverse(n, tail)?))
}

/// What was fixed beforehand when blocks and time were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Sampling {
    /// The time: blocks were counted in it, whatever they came to.
    FixedTime,
    /// The number of blocks: the time is what they took.
    FixedBlocks,
}

/// Inputs of [`hashrate_interval`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HashrateIntervalRequest {
    /// Number of blocks found.
    #[record(example = 144)]
    pub blocks: u32,
    /// Difficulty of the blocks.
    #[record(example = 130_000_000_000_000)]
    pub difficulty: Difficulty,
    /// Span in which the blocks were found, in seconds.
    #[record(example = 86_400)]
    pub elapsed_s: Seconds,
    /// Confidence of the interval, above 0 and below 1.
    #[record(example = 0.95)]
    pub confidence: Fraction,
    /// What was fixed beforehand. Absent: the time.
    pub sampling: Option<Sampling>,
}

/// Result of [`hashrate_interval`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HashrateIntervalReport {
    /// Hashrate that the blocks show, in TH/s.
    pub hashrate_ths: f64,
    /// Hashrate without bias, in TH/s: `n - 1` over the time of a fixed number of blocks, `n` over a fixed time;
    /// undefined for a fixed single block.
    pub unbiased_ths: Outcome,
    /// Lower end of the hashrate's interval, in TH/s.
    pub lower_ths: f64,
    /// Upper end of the hashrate's interval, in TH/s.
    pub upper_ths: f64,
    /// Lower end of the interval for the expected number of blocks.
    pub lower_blocks: f64,
    /// Upper end of the interval for the expected number of blocks.
    pub upper_blocks: f64,
}

/// The hashrate that so many blocks show, with its exact interval.
///
/// # Errors
/// `mining.confidence.out_of_range` for 0 and 1; `mining.blocks.out_of_range` for a fixed number of none;
/// `mining.elapsed.out_of_range` for a span so short that the hashrate is infinite.
///
/// ```
/// use hashinsight_mining::network::{HashrateIntervalRequest, hashrate_interval};
/// use hashinsight_units::{Difficulty, Fraction, Seconds};
/// let (difficulty, day) = (Difficulty::new(1.3e14)?, Seconds::new(86_400.0)?);
/// let report = hashrate_interval(&HashrateIntervalRequest::new(144, difficulty, day, Fraction::new(0.95)?))?;
/// let [lower, upper] = [report.lower_ths, report.upper_ths].map(|ths| ths / report.hashrate_ths);
/// assert_eq!(format!("{lower:.3} {upper:.3}"), "0.843 1.177");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hashrate_interval(request: &HashrateIntervalRequest) -> Result<HashrateIntervalReport, Error> {
    let fixed_blocks = request.sampling == Some(Sampling::FixedBlocks);
    let interval = if fixed_blocks { gamma_interval } else { poisson_interval };
    let (lower_blocks, upper_blocks) = interval(request.blocks, request.confidence)?;
    let ths = |blocks: f64| {
        let hashes = blocks * request.difficulty.get() * HASHES_PER_DIFFICULTY;
        rate_ths(hashes, request.elapsed_s, "elapsed").at("elapsed_s")
    };
    let unbiased_ths = match (fixed_blocks, request.blocks) {
        (true, 1) => Outcome::Undefined { reason: "a single interval has no estimate without bias" },
        (true, blocks) => Outcome::Value(ths(f64::from(blocks - 1))?),
        (false, blocks) => Outcome::Value(ths(f64::from(blocks))?),
    };
    Ok(HashrateIntervalReport {
        hashrate_ths: ths(f64::from(request.blocks))?,
        unbiased_ths,
        lower_ths: ths(lower_blocks)?,
        upper_ths: ths(upper_blocks)?,
        lower_blocks,
        upper_blocks,
    })
}
