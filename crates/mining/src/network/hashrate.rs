//! Hashrate from difficulty, from blocks, from shares.
//!
//! ```text
//! implied   = D · 2^32 / spacing                      what a difficulty stands for
//! observed  = work of the blocks found / time         what the blocks show, with Poisson noise of 1/sqrt(blocks)
//! ```
//!
//! `D · 2^32` is customary. The hashes that a block really takes at difficulty `D` are `2^256 / (target + 1)` with
//! `target = 65535 · 2^208 / D`, which is 65536/65535 times as many (1.5e-5 more).

use hashinsight_units::{
    At, Difficulty, Error, FieldPath, HASHES_PER_DIFFICULTY, HASHES_PER_TH, Outcome, Record, Seconds,
};

use crate::consensus::Work;
use crate::error;

/// TH/s of so many hashes in a span, which a refusal calls `field`.
pub(super) fn rate_ths(hashes: f64, span: Seconds, field: &str) -> Result<f64, Error> {
    let ths = hashes / span.get() / HASHES_PER_TH;
    if ths.is_finite() {
        return Ok(ths);
    }
    Err(error::out_of_range(field, FieldPath::default(), span.get(), "long enough for a finite hashrate"))
}

/// Inputs of [`implied_hashrate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ImpliedHashrateRequest {
    /// Difficulty of the network.
    #[record(example = 119_120_000_000_000)]
    pub difficulty: Difficulty,
    /// Mean time between blocks, in seconds; 600 is what consensus aims at.
    #[record(example = 600)]
    pub spacing_s: Seconds,
}

/// Result of [`implied_hashrate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ImpliedHashrateReport {
    /// Implied hashrate in TH/s by the customary approximation `D · 2^32 / spacing`.
    pub hashrate_ths: f64,
    /// Implied hashrate in TH/s by `2^256 / (target + 1) / spacing`, exact but for rounding.
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
/// let report = implied_hashrate(&ImpliedHashrateRequest::new(Difficulty::new(119.12e12)?, Seconds::new(600.0)?))?;
/// assert!((report.hashrate_ths / 8.526941738325334e8 - 1.0).abs() < 1e-12);
/// assert!((report.exact_hashrate_ths / report.hashrate_ths - 65_536.0 / 65_535.0).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn implied_hashrate(request: &ImpliedHashrateRequest) -> Result<ImpliedHashrateReport, Error> {
    const TWO_48: f64 = 281_474_976_710_656.0;
    const TWO_208: f64 = 4.113_761_393_303_015e62;
    let difficulty = request.difficulty.get();
    let exact = difficulty * TWO_48 / (65_535.0 + difficulty / TWO_208);
    let ths = |hashes| rate_ths(hashes, request.spacing_s, "spacing").at("spacing_s");
    Ok(ImpliedHashrateReport {
        hashrate_ths: ths(difficulty * HASHES_PER_DIFFICULTY)?,
        exact_hashrate_ths: ths(exact)?,
    })
}

/// What the blocks of a span amount to.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum ObservedWork {
    /// Blocks of one difficulty; of their mean difficulty where it changed.
    Blocks {
        /// Number of blocks.
        blocks: u32,
        /// Mean difficulty of the blocks.
        difficulty: Difficulty,
    },
    /// The chainwork before the first block and after the last, as nodes report it.
    Chainwork {
        /// Chainwork up to the first block of the span, as hex digits.
        start: Work,
        /// Chainwork up to the last block of the span, as hex digits.
        end: Work,
    },
}

/// Inputs of [`observed_hashrate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ObservedHashrateRequest {
    /// Work that was observed.
    pub work: ObservedWork,
    /// Span in which the work was done, in seconds.
    #[record(example = 86_400)]
    pub elapsed_s: Seconds,
}

/// Result of [`observed_hashrate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ObservedHashrateReport {
    /// Work in hashes.
    pub hashes: f64,
    /// Mean hashrate of the span, in TH/s.
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
/// let work = ObservedWork::Blocks { blocks: 130, difficulty: Difficulty::new(86_388_559_140_000.0)? };
/// let report = observed_hashrate(&ObservedHashrateRequest::new(work, Seconds::new(86_400.0)?))?;
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
    let hashrate_ths = rate_ths(hashes, request.elapsed_s, "elapsed").at("elapsed_s")?;
    Ok(ObservedHashrateReport { hashes, hashrate_ths })
}

/// Inputs of [`hashrate_from_shares`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HashrateFromSharesRequest {
    /// Number of accepted shares.
    #[record(example = 1000)]
    pub shares: u32,
    /// Difficulty of each share.
    #[record(example = 65_536)]
    pub share_difficulty: Difficulty,
    /// Span in which the shares were found, in seconds.
    #[record(example = 3600)]
    pub elapsed_s: Seconds,
}

/// Result of [`hashrate_from_shares`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HashrateFromSharesReport {
    /// Estimated hashrate, in TH/s.
    pub hashrate_ths: f64,
    /// Standard error of the hashrate as a fraction of it, `1 / sqrt(shares)`; undefined without shares.
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
/// let request = HashrateFromSharesRequest::new(1000, Difficulty::new(65_536.0)?, Seconds::new(3600.0)?);
/// let report = hashrate_from_shares(&request)?;
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
    let hashrate_ths = rate_ths(hashes, request.elapsed_s, "elapsed").at("elapsed_s")?;
    Ok(HashrateFromSharesReport { hashrate_ths, relative_standard_error })
}
