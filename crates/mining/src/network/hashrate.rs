//! Hashrate from difficulty, from blocks, from shares.
//!
//! ```text
//! implied   = D · 2^32 / spacing                      what a difficulty stands for
//! observed  = work of the blocks found / time         what the blocks show, with Poisson noise of 1/sqrt(blocks)
//! ```
//!
//! `D · 2^32` is customary. The hashes that a block really takes at difficulty `D` are `2^256 / (target + 1)` with
//! `target = 65535 · 2^208 / D`, which is 65536/65535 times as many (1.5e-5 more).

use hashinsight_units::{Difficulty, Seconds};

use super::basis::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};
use crate::consensus::Work;
use crate::error;
use hashinsight_units::{Error, Outcome};

/// TH/s of so many hashes in a span.
pub(super) fn rate_ths(hashes: f64, span: Seconds, field: &'static str, path: &'static str) -> Result<f64, Error> {
    let ths = hashes / span.get() / HASHES_PER_TH;
    if ths.is_finite() {
        return Ok(ths);
    }
    Err(error::out_of_range(field, path, span.get(), "long enough for a finite hashrate"))
}

/// What [`implied_hashrate`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpliedHashrateRequest {
    /// Difficulty.
    pub difficulty: Difficulty,
    /// Mean time between blocks in seconds; 600 is what consensus aims at.
    pub spacing_s: Seconds,
}

/// What [`implied_hashrate`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ImpliedHashrateReport {
    /// `D · 2^32 / spacing` in TH/s, the customary approximation.
    pub hashrate_ths: f64,
    /// `2^256 / (target + 1) / spacing` in TH/s, exact but for rounding.
    pub exact_hashrate_ths: f64,
}

/// The hashrate at which blocks come at this spacing.
///
/// # Errors
/// `mining.spacing.out_of_range` for a spacing so short that the hashrate is infinite.
///
/// ```
/// use hashinsight_mining::network::{ImpliedHashrateRequest, implied_hashrate};
/// use hashinsight_units::{Difficulty, Seconds};
/// let report = implied_hashrate(&ImpliedHashrateRequest {
///     difficulty: Difficulty::new(119.12e12)?,
///     spacing_s: Seconds::new(600.0)?,
/// })?;
/// assert!((report.hashrate_ths / 8.526941738325334e8 - 1.0).abs() < 1e-12);
/// assert!((report.exact_hashrate_ths / report.hashrate_ths - 65_536.0 / 65_535.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn implied_hashrate(request: &ImpliedHashrateRequest) -> Result<ImpliedHashrateReport, Error> {
    const TWO_48: f64 = 281_474_976_710_656.0;
    const TWO_208: f64 = 4.113_761_393_303_015e62;
    let difficulty = request.difficulty.get();
    let exact = difficulty * TWO_48 / (65_535.0 + difficulty / TWO_208);
    let ths = |hashes| rate_ths(hashes, request.spacing_s, "spacing", "spacing_s");
    Ok(ImpliedHashrateReport {
        hashrate_ths: ths(difficulty * HASHES_PER_DIFFICULTY)?,
        exact_hashrate_ths: ths(exact)?,
    })
}

/// What the blocks of a span amount to.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ObservedWork {
    /// So many blocks of a difficulty; of their mean difficulty where it changed.
    Blocks {
        /// Number of blocks.
        blocks: u32,
        /// Their mean difficulty.
        difficulty: Difficulty,
    },
    /// The chainwork before the first block and after the last, as nodes report it.
    Chainwork {
        /// Chainwork at the start.
        start: Work,
        /// Chainwork at the end.
        end: Work,
    },
}

/// What [`observed_hashrate`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObservedHashrateRequest {
    /// The work that was seen.
    pub work: ObservedWork,
    /// The span in which it was done, in seconds.
    pub elapsed_s: Seconds,
}

/// What [`observed_hashrate`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ObservedHashrateReport {
    /// The work in hashes.
    pub hashes: f64,
    /// The mean hashrate of the span in TH/s.
    pub hashrate_ths: f64,
}

/// The mean hashrate that blocks show: their work over the time. With chainwork it is the figure of Bitcoin Core's
/// `getnetworkhashps` (`src/rpc/mining.cpp`).
///
/// # Errors
/// `mining.chainwork.out_of_range` where the end lies below the start; `mining.elapsed.out_of_range` for a span so
/// short that the hashrate is infinite.
///
/// ```
/// use hashinsight_mining::network::{ObservedHashrateRequest, ObservedWork, observed_hashrate};
/// use hashinsight_units::{Difficulty, Seconds};
/// let report = observed_hashrate(&ObservedHashrateRequest {
///     work: ObservedWork::Blocks { blocks: 130, difficulty: Difficulty::new(86_388_559_140_000.0)? },
///     elapsed_s: Seconds::new(86_400.0)?,
/// })?;
/// assert!((report.hashrate_ths / 5.582718138093987e8 - 1.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn observed_hashrate(request: &ObservedHashrateRequest) -> Result<ObservedHashrateReport, Error> {
    let hashes = match request.work {
        ObservedWork::Blocks { blocks, difficulty } => f64::from(blocks) * difficulty.get() * HASHES_PER_DIFFICULTY,
        ObservedWork::Chainwork { start, end } => {
            let work = end.checked_sub(start).ok_or_else(|| {
                error::out_of_range("chainwork", "work.chainwork.end", end, "at least the chainwork at the start")
            })?;
            work.to_hashes()
        }
    };
    Ok(ObservedHashrateReport { hashes, hashrate_ths: rate_ths(hashes, request.elapsed_s, "elapsed", "elapsed_s")? })
}

/// What [`hashrate_from_shares`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HashrateFromSharesRequest {
    /// Accepted shares.
    pub shares: u32,
    /// Difficulty of each.
    pub share_difficulty: Difficulty,
    /// The span in which they were found, in seconds.
    pub elapsed_s: Seconds,
}

/// What [`hashrate_from_shares`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HashrateFromSharesReport {
    /// Hashrate in TH/s.
    pub hashrate_ths: f64,
    /// Its standard error as a part of itself, `1 / sqrt(shares)`; undefined without shares.
    pub relative_standard_error: Outcome,
}

/// The hashrate that a miner's shares show, as pools estimate it.
///
/// # Errors
/// `mining.elapsed.out_of_range` for a span so short that the hashrate is infinite.
///
/// ```
/// use hashinsight_mining::network::{HashrateFromSharesRequest, hashrate_from_shares};
/// use hashinsight_units::{Difficulty, Seconds};
/// let report = hashrate_from_shares(&HashrateFromSharesRequest {
///     shares: 1000,
///     share_difficulty: Difficulty::new(65_536.0)?,
///     elapsed_s: Seconds::new(3600.0)?,
/// })?;
/// assert_eq!(report.hashrate_ths.round(), 78.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hashrate_from_shares(request: &HashrateFromSharesRequest) -> Result<HashrateFromSharesReport, Error> {
    let shares = f64::from(request.shares);
    let hashes = shares * request.share_difficulty.get() * HASHES_PER_DIFFICULTY;
    let relative_standard_error = if request.shares == 0 {
        Outcome::Undefined { reason: "there are no shares" }
    } else {
        Outcome::Value(1.0 / shares.sqrt())
    };
    let hashrate_ths = rate_ths(hashes, request.elapsed_s, "elapsed", "elapsed_s")?;
    Ok(HashrateFromSharesReport { hashrate_ths, relative_standard_error })
}
