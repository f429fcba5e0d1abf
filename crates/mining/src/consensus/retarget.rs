//! The retarget: every 2016 blocks the target follows the time that they took.
//!
//! ```text
//! timespan = time of the period's last block - time of its first block       (2015 intervals)
//! new      = floor(old · clamp(timespan, 302_400, 4_838_400) / 1_209_600)    (256-bit integers)
//! nBits    = compact(min(new, limit))                                        (rounded down)
//! ```
//!
//! Source: Bitcoin Core `src/pow.cpp`, `CalculateNextWorkRequired` and `PermittedDifficultyTransition`; BIP94 for
//! testnet4.

use hashinsight_units::{FieldPath, Height};

use super::hex::to_f64;
use super::{Nbits, Network, Params, Target, U256};
use crate::error;
use hashinsight_units::Error;

/// Blocks that share a target.
pub const BLOCKS_PER_PERIOD: u32 = 2016;
/// Block intervals that a retarget measures: one less than the blocks.
pub const INTERVALS_PER_PERIOD: u32 = BLOCKS_PER_PERIOD - 1;
/// The interval that the rule aims at, in seconds.
pub const TARGET_SPACING_S: u32 = 600;
/// The span of a period that the rule aims at, in seconds: two weeks.
pub const TARGET_TIMESPAN_S: u32 = BLOCKS_PER_PERIOD * TARGET_SPACING_S;

const MIN_TIMESPAN_S: u32 = TARGET_TIMESPAN_S / 4;
const MAX_TIMESPAN_S: u32 = TARGET_TIMESPAN_S * 4;

/// The span that a retarget uses: the measured one, but at least a quarter and at most four times two weeks.
///
/// ```
/// use hashinsight_mining::consensus::clamp_timespan;
/// assert_eq!(clamp_timespan(-1000), 302_400);
/// assert_eq!(clamp_timespan(1_209_601), 1_209_601);
/// ```
pub fn clamp_timespan(timespan_s: i64) -> u32 {
    match u32::try_from(timespan_s) {
        Ok(span) => span.clamp(MIN_TIMESPAN_S, MAX_TIMESPAN_S),
        Err(_) if timespan_s < 0 => MIN_TIMESPAN_S,
        Err(_) => MAX_TIMESPAN_S,
    }
}

/// `old · timespan / two weeks`, at most the limit, to the 24 bits that a compact target keeps.
///
/// `old` is a mantissa of 24 bits times a power of two, so one division of 64 bits will do: with the product shifted up
/// to 63 bits, or as far as the power goes, `floor(floor(p / d) / 2^r) = floor(p / (d · 2^r))` says that the quotient
/// is exact above the remaining power, and where one remains it has at least 41 bits, more than compact rounding looks
/// at.
///
/// Core multiplies first, in 256 bits. That cannot overflow where `old` is at most the limit of a network that
/// retargets: the easiest, signet's, times 4,838,400 is just below 2^256.
fn scaled(old: Nbits, timespan_s: u32, params: &Params) -> Nbits {
    let (mantissa, power) = old.mantissa_and_power();
    let product = u64::from(mantissa) * u64::from(timespan_s); // at most 47 bits
    let up = power.min(product.leading_zeros() - 1);
    let quotient = (product << up) / u64::from(TARGET_TIMESPAN_S);
    let scaled = U256::from(quotient) << (power - up) as usize;
    Nbits::encode_uint(scaled.min(params.limit()), false)
}

fn target_within_limit(nbits: Nbits, path: impl Into<FieldPath> + Clone, params: &Params) -> Result<Target, Error> {
    let target = nbits.target_at(path.clone())?;
    if target > params.pow_limit() {
        return Err(nbits.out_of_range(path, "a target not easier than the network's limit"));
    }
    Ok(target)
}

/// The compact target of the next period.
///
/// `nbits` is the compact target of the period's last block, or of its first one where BIP94 holds; the times are those
/// of the headers of its first and last block. Where a network does not retarget, `nbits` stays.
///
/// # Errors
/// `mining.nbits.out_of_range` where `nbits` is no target or easier than the network allows.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, next_nbits};
/// let next = next_nbits(Nbits::new(0x1d00_ffff), 1_261_130_161, 1_262_152_739, Network::Mainnet.params())?;
/// assert_eq!(next, Nbits::new(0x1d00_d86a)); // block 32,256: the first rise ever
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn next_nbits(nbits: Nbits, first_time_s: u32, last_time_s: u32, params: &Params) -> Result<Nbits, Error> {
    next_nbits_at(nbits, "nbits", i64::from(last_time_s) - i64::from(first_time_s), params)
}

fn next_nbits_at(nbits: Nbits, path: &str, timespan_s: i64, params: &Params) -> Result<Nbits, Error> {
    target_within_limit(nbits, path, params)?;
    if !params.retargets() {
        return Ok(nbits);
    }
    Ok(scaled(nbits, clamp_timespan(timespan_s), params))
}

/// What [`retarget`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetargetRequest {
    /// The network whose rules hold.
    pub network: Network,
    /// The compact target of the period's last block.
    pub nbits: Nbits,
    /// The compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_nbits: Option<Nbits>,
    /// Header time of the period's first block, in Unix seconds.
    pub first_time_s: u32,
    /// Header time of the period's last block, in Unix seconds. May lie before the first: header times are not
    /// monotonic.
    pub last_time_s: u32,
}

/// What [`retarget`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RetargetReport {
    /// The compact target of the next period.
    pub next_nbits: Nbits,
    /// Its target.
    pub next_target: Target,
    /// Its difficulty by Bitcoin Core's mantissa division.
    pub next_difficulty: f64,
    /// The measured span of the period in seconds, possibly negative.
    pub actual_timespan_s: i64,
    /// The span that the rule used, 302,400 to 4,838,400 seconds.
    pub clamped_timespan_s: u32,
    /// Difficulty of the next period over that of the period that ends: old target / new target.
    pub difficulty_ratio: f64,
    /// Whether the network retargets at all; where not, `next_nbits` is the old one.
    pub retargets: bool,
}

/// The compact target of the next period, with what led to it.
///
/// # Errors
/// `mining.nbits.out_of_range` for an `nbits` that is no target or easier than the network allows;
/// `mining.first_nbits.missing` on testnet4, `mining.first_nbits.unsupported` elsewhere.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, RetargetRequest, retarget};
/// let report = retarget(&RetargetRequest {
///     network: Network::Mainnet,
///     nbits: Nbits::new(0x1c38_7f6f),
///     first_nbits: None,
///     first_time_s: 1_263_163_443,
///     last_time_s: 1_269_211_443,
/// })?;
/// assert_eq!(report.next_nbits, Nbits::new(0x1d00_e1fd));
/// assert_eq!((report.actual_timespan_s, report.clamped_timespan_s), (6_048_000, 4_838_400));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn retarget(request: &RetargetRequest) -> Result<RetargetReport, Error> {
    let params = request.network.params();
    let (from, path) = match (request.first_nbits, params.bip94()) {
        (Some(first), true) => (first, "first_nbits"),
        (None, false) => (request.nbits, "nbits"),
        (None, true) => {
            let why = "on testnet4 the retarget starts from the period's first block (BIP94)";
            return Err(error::missing("first_nbits", "first_nbits", why));
        }
        (Some(first), false) => {
            return Err(error::unsupported("first_nbits", "first_nbits", first, "only for testnet4 (BIP94)"));
        }
    };
    target_within_limit(request.nbits, "nbits", params)?;
    let actual_timespan_s = i64::from(request.last_time_s) - i64::from(request.first_time_s);
    let next_nbits = next_nbits_at(from, path, actual_timespan_s, params)?;
    let next_target = next_nbits.target_at("nbits")?;
    Ok(RetargetReport {
        next_nbits,
        next_target,
        next_difficulty: next_nbits.mantissa_difficulty(),
        actual_timespan_s,
        clamped_timespan_s: clamp_timespan(actual_timespan_s),
        difficulty_ratio: to_f64(from.target_at(path)?.uint()) / to_f64(next_target.uint()),
        retargets: params.retargets(),
    })
}

/// Whether a block at `height` with `new` may follow one with `old`, whatever the times were.
///
/// On networks with 20-minute blocks everything may follow everything. Elsewhere `nBits` stays within a period, and at
/// its end the target changes by at most the factor 4, compared after compact rounding.
///
/// # Errors
/// `mining.nbits.out_of_range` where `old` or `new` is no target, or `old` is easier than the network allows.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, is_permitted_transition};
/// use hashinsight_units::Height;
/// let (old, mainnet) = (Nbits::new(0x1c05_a3f4), Network::Mainnet.params());
/// assert!(is_permitted_transition(Height::new(68_544), old, Nbits::new(0x1c01_68fd), mainnet)?);
/// assert!(!is_permitted_transition(Height::new(68_544), old, Nbits::new(0x1c01_68fc), mainnet)?);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn is_permitted_transition(height: Height, old: Nbits, new: Nbits, params: &Params) -> Result<bool, Error> {
    target_within_limit(old, "old_nbits", params)?;
    let new_target = new.target_at("new_nbits")?;
    if params.min_difficulty_blocks() {
        return Ok(true);
    }
    if !height.get().is_multiple_of(BLOCKS_PER_PERIOD) {
        return Ok(old == new);
    }
    let rounded = |timespan| scaled(old, timespan, params).target_at("old_nbits");
    // A tiny old target has no quarter: nothing is below zero then.
    let hardest = rounded(MIN_TIMESPAN_S).ok();
    Ok(new_target <= rounded(MAX_TIMESPAN_S)? && hardest.is_none_or(|hardest| hardest <= new_target))
}

/// What [`permitted_transition`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PermittedTransitionRequest {
    /// The network whose rules hold.
    pub network: Network,
    /// Height of the later block.
    pub height: Height,
    /// Compact target of the block before it.
    pub old_nbits: Nbits,
    /// Compact target of the block itself.
    pub new_nbits: Nbits,
}

/// What [`permitted_transition`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PermittedTransitionReport {
    /// Whether the later block may follow.
    pub permitted: bool,
    /// Whether the height begins a period, where the target may change.
    pub begins_period: bool,
}

/// [`is_permitted_transition`] as a document.
///
/// # Errors
/// As there.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, PermittedTransitionRequest, permitted_transition};
/// use hashinsight_units::Height;
/// let report = permitted_transition(&PermittedTransitionRequest {
///     network: Network::Mainnet,
///     height: Height::new(2017),
///     old_nbits: Nbits::new(0x1d00_ffff),
///     new_nbits: Nbits::new(0x1d00_fffe),
/// })?;
/// assert!(!report.permitted && !report.begins_period);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn permitted_transition(request: &PermittedTransitionRequest) -> Result<PermittedTransitionReport, Error> {
    let PermittedTransitionRequest { network, height, old_nbits, new_nbits } = *request;
    Ok(PermittedTransitionReport {
        permitted: is_permitted_transition(height, old_nbits, new_nbits, network.params())?,
        begins_period: height.get().is_multiple_of(BLOCKS_PER_PERIOD),
    })
}
