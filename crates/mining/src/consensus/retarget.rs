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

use hashinsight_units::{At, Error, Height};

use super::{Nbits, Params, Target, U256};

/// Blocks that share a target.
pub const BLOCKS_PER_PERIOD: u32 = hashinsight_market::chain::BLOCKS_PER_PERIOD;
/// Block intervals that a retarget measures: one less than the blocks.
pub const INTERVALS_PER_PERIOD: u32 = BLOCKS_PER_PERIOD - 1;
/// The interval that the rule aims at, in seconds.
pub const TARGET_SPACING_S: u32 = 600;
/// Blocks per day at the interval that the rule aims at.
pub const BLOCKS_PER_DAY: f64 = 144.0; // 86,400 s / 600 s
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

pub(super) fn target_within_limit(nbits: Nbits, params: &Params) -> Result<Target, Error> {
    let target = nbits.to_target()?;
    if target > params.pow_limit() {
        return Err(nbits.out_of_range("a target not easier than the network's limit"));
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
/// use hashinsight_mining::consensus::{Network, Nbits, retarget};
/// let next = retarget(Nbits::new(0x1d00_ffff), 1_261_130_161, 1_262_152_739, Network::Mainnet.params())?;
/// assert_eq!(next, Nbits::new(0x1d00_d86a)); // block 32,256: the first rise ever
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn retarget(nbits: Nbits, first_time_s: u32, last_time_s: u32, params: &Params) -> Result<Nbits, Error> {
    after_timespan(nbits, i64::from(last_time_s) - i64::from(first_time_s), params).at("nbits")
}

/// [`retarget`] by the measured span, refused without a place.
pub(super) fn after_timespan(nbits: Nbits, timespan_s: i64, params: &Params) -> Result<Nbits, Error> {
    target_within_limit(nbits, params)?;
    if !params.retargets() {
        return Ok(nbits);
    }
    Ok(scaled(nbits, clamp_timespan(timespan_s), params))
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
/// use hashinsight_mining::consensus::{Network, Nbits, permitted_transition};
/// use hashinsight_units::Height;
/// let (old, mainnet) = (Nbits::new(0x1c05_a3f4), Network::Mainnet.params());
/// assert!(permitted_transition(Height::new(68_544), old, Nbits::new(0x1c01_68fd), mainnet)?);
/// assert!(!permitted_transition(Height::new(68_544), old, Nbits::new(0x1c01_68fc), mainnet)?);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn permitted_transition(height: Height, old: Nbits, new: Nbits, params: &Params) -> Result<bool, Error> {
    target_within_limit(old, params).at("old_nbits")?;
    let new_target = new.to_target().at("new_nbits")?;
    if params.min_difficulty_blocks() {
        return Ok(true);
    }
    if !height.get().is_multiple_of(BLOCKS_PER_PERIOD) {
        return Ok(old == new);
    }
    let rounded = |timespan| scaled(old, timespan, params).to_target().at("old_nbits");
    // A tiny old target has no quarter: nothing is below zero then.
    let hardest = rounded(MIN_TIMESPAN_S).ok();
    Ok(new_target <= rounded(MAX_TIMESPAN_S)? && hardest.is_none_or(|hardest| hardest <= new_target))
}
