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
use hashinsight_units::{Difficulty, Fraction, Seconds};

use super::basis::HASHES_PER_DIFFICULTY;
use super::hashrate::rate_ths;
use crate::error;
use hashinsight_units::Error;

/// A confidence strictly between 0 and 1.
pub(crate) fn check_confidence(confidence: Fraction, path: &str) -> Result<f64, Error> {
    if confidence == Fraction::ZERO || confidence == Fraction::ONE {
        return Err(error::out_of_range("confidence", path, confidence.get(), "above 0 and below 1"));
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
    let tail = 0.5 * (1.0 - check_confidence(confidence, "confidence")?);
    let n = f64::from(count);
    let lower = if count == 0 { 0.0 } else { gamma_p_inverse(n, tail)? };
    Ok((lower, gamma_q_inverse(n + 1.0, tail)?))
}

/// What [`hashrate_interval`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HashrateIntervalRequest {
    /// Blocks found.
    pub blocks: u32,
    /// Their difficulty.
    pub difficulty: Difficulty,
    /// The span in which they were found, in seconds.
    pub elapsed_s: Seconds,
    /// Confidence of the interval, above 0 and below 1.
    pub confidence: Fraction,
}

/// What [`hashrate_interval`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HashrateIntervalReport {
    /// Hashrate in TH/s.
    pub hashrate_ths: f64,
    /// Lower end of the interval in TH/s.
    pub lower_ths: f64,
    /// Upper end of the interval in TH/s.
    pub upper_ths: f64,
    /// Lower end for the expected number of blocks.
    pub lower_blocks: f64,
    /// Upper end for the expected number of blocks.
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
/// let report = hashrate_interval(&HashrateIntervalRequest {
///     blocks: 144,
///     difficulty: Difficulty::new(1.3e14)?,
///     elapsed_s: Seconds::new(86_400.0)?,
///     confidence: Fraction::new(0.95)?,
/// })?;
/// let [lower, upper] = [report.lower_ths, report.upper_ths].map(|ths| ths / report.hashrate_ths);
/// assert_eq!(format!("{lower:.3} {upper:.3}"), "0.843 1.177");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hashrate_interval(request: &HashrateIntervalRequest) -> Result<HashrateIntervalReport, Error> {
    let (lower_blocks, upper_blocks) = poisson_interval(request.blocks, request.confidence)?;
    let ths = |blocks: f64| {
        let hashes = blocks * request.difficulty.get() * HASHES_PER_DIFFICULTY;
        rate_ths(hashes, request.elapsed_s, "elapsed", "elapsed_s")
    };
    Ok(HashrateIntervalReport {
        hashrate_ths: ths(f64::from(request.blocks))?,
        lower_ths: ths(lower_blocks)?,
        upper_ths: ths(upper_blocks)?,
        lower_blocks,
        upper_blocks,
    })
}
