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
//! at 95 %.

use hashinsight_numerics::{gamma_p_inverse, gamma_q_inverse};
use hashinsight_units::{At, Difficulty, Error, Fraction, HASHES_PER_DIFFICULTY, Record, Seconds};

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
}

/// Result of [`hashrate_interval`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HashrateIntervalReport {
    /// Hashrate that the blocks show, in TH/s.
    pub hashrate_ths: f64,
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
/// `mining.confidence.out_of_range` for 0 and 1; `mining.elapsed.out_of_range` for a span so short that the hashrate is
/// infinite.
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
    let (lower_blocks, upper_blocks) = poisson_interval(request.blocks, request.confidence)?;
    let ths = |blocks: f64| {
        let hashes = blocks * request.difficulty.get() * HASHES_PER_DIFFICULTY;
        rate_ths(hashes, request.elapsed_s, "elapsed").at("elapsed_s")
    };
    Ok(HashrateIntervalReport {
        hashrate_ths: ths(f64::from(request.blocks))?,
        lower_ths: ths(lower_blocks)?,
        upper_ths: ths(upper_blocks)?,
        lower_blocks,
        upper_blocks,
    })
}
