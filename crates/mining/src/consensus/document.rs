//! Documents of consensus: the typed functions of [`consensus`](super) with a request in and a report out, as other
//! languages see them.

use hashinsight_units::{Amount, At, Error, Height, Outcome, Ratio, Record};

use super::hex::to_f64;
use super::retarget::{after_timespan, target_within_limit};
use super::{
    BLOCKS_PER_DAY, BLOCKS_PER_PERIOD, BlockHash, Nbits, Network, ProofOfWork, Target, clamp_timespan,
    cumulative_issuance, next_halving_height,
};
use crate::error;

/// Inputs of [`subsidy`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SubsidyRequest {
    /// Height of the block.
    #[record(example = 953_568)]
    pub height: Height,
    /// Network whose schedule holds.
    #[record(example = "mainnet")]
    pub network: Network,
    /// Pace of the chain, in blocks per day. Absent: 144, the pace that consensus aims at.
    pub blocks_per_day: Option<Ratio>,
}

/// Way to the next halving.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct NextHalving {
    /// Height of the first block of the next era.
    pub height: Height,
    /// Number of blocks from the block of the request to that block.
    pub blocks: u32,
    /// Time until that block at the given pace, in days of 86,400 s; `never` at a pace of zero.
    pub days: Outcome,
}

/// Result of [`subsidy`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SubsidyReport {
    /// New coins of the block, in satoshis.
    pub subsidy_sat: Amount,
    /// Coins issued up to the block, itself and the genesis block included, in satoshis.
    pub cumulative_issuance_sat: Amount,
    /// Number of halvings up to the block.
    pub era: u32,
    /// Next halving; `never` once no subsidy is left to halve.
    pub next_halving: Outcome<NextHalving>,
}

/// The subsidy of a block, the coins issued up to it and the way to the next halving.
///
/// ```
/// use hashinsight_mining::consensus::{Network, SubsidyRequest, document};
/// use hashinsight_units::{Height, Outcome};
/// let report = document::subsidy(&SubsidyRequest::new(Height::new(953_568), Network::Mainnet));
/// assert_eq!(report.subsidy_sat.to_sat(), 312_500_000);
/// let next = report.next_halving.value().unwrap();
/// assert_eq!((next.height, next.blocks), (Height::new(1_050_000), 96_432));
/// assert_eq!(next.days, Outcome::Value(96_432.0 / 144.0));
/// ```
pub fn subsidy(request: &SubsidyRequest) -> SubsidyReport {
    let (height, params) = (request.height, request.network.params());
    let pace = request.blocks_per_day.map_or(BLOCKS_PER_DAY, Ratio::get);
    let next_halving = next_halving_height(height, params).map_or(Outcome::Never, |next| {
        let blocks = next.get() - height.get();
        let days = if pace == 0.0 { Outcome::Never } else { Outcome::of(f64::from(blocks) / pace) };
        Outcome::Value(NextHalving { height: next, blocks, days })
    });
    SubsidyReport {
        subsidy_sat: super::subsidy(height, params),
        cumulative_issuance_sat: cumulative_issuance(height, params),
        era: height.get() / params.halving_interval(),
        next_halving,
    }
}

/// Inputs of [`retarget`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RetargetRequest {
    /// Network whose rules hold.
    #[record(example = "mainnet")]
    pub network: Network,
    /// Compact target of the period's last block.
    #[record(example = "0x1d00ffff")]
    pub nbits: Nbits,
    /// Compact target of the period's first block: required on testnet4 (BIP94), refused elsewhere.
    pub first_nbits: Option<Nbits>,
    /// Header time of the period's first block, in Unix seconds.
    #[record(example = 1_261_130_161)]
    pub first_time_s: u32,
    /// Header time of the period's last block, in Unix seconds. May lie before the first: header times are not
    /// monotonic.
    #[record(example = 1_262_152_739)]
    pub last_time_s: u32,
}

/// Result of [`retarget`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RetargetReport {
    /// Compact target of the next period.
    pub next_nbits: Nbits,
    /// Target of the next period.
    pub next_target: Target,
    /// Difficulty of the next period, by Bitcoin Core's mantissa division.
    pub next_difficulty: f64,
    /// Measured span of the period, in seconds; may be negative.
    pub actual_timespan_s: i64,
    /// Span that the rule used, in seconds: 302,400 to 4,838,400.
    pub clamped_timespan_s: u32,
    /// Difficulty of the next period over that of the period that ends: old target / new target.
    pub difficulty_ratio: f64,
    /// Whether the network retargets at all; where not, `next_nbits` is the old compact target.
    pub retargets: bool,
}

/// The compact target of the next period, with what led to it.
///
/// # Errors
/// `mining.nbits.out_of_range` for an `nbits` that is no target or easier than the network allows;
/// `mining.first_nbits.missing` on testnet4, `mining.first_nbits.unsupported` elsewhere.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, RetargetRequest, document};
/// let nbits = Nbits::new(0x1c38_7f6f);
/// let report = document::retarget(&RetargetRequest::new(Network::Mainnet, nbits, 1_263_163_443, 1_269_211_443))?;
/// assert_eq!(report.next_nbits, Nbits::new(0x1d00_e1fd));
/// assert_eq!((report.actual_timespan_s, report.clamped_timespan_s), (6_048_000, 4_838_400));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn retarget(request: &RetargetRequest) -> Result<RetargetReport, Error> {
    let params = request.network.params();
    let (from, field) = match (request.first_nbits, params.bip94()) {
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
    target_within_limit(request.nbits, params).at("nbits")?;
    let actual_timespan_s = i64::from(request.last_time_s) - i64::from(request.first_time_s);
    let old_target = target_within_limit(from, params).at(field)?;
    let next_nbits = after_timespan(from, actual_timespan_s, params).at(field)?;
    let next_target = next_nbits.target()?;
    Ok(RetargetReport {
        next_nbits,
        next_target,
        next_difficulty: next_nbits.mantissa_difficulty(),
        actual_timespan_s,
        clamped_timespan_s: clamp_timespan(actual_timespan_s),
        difficulty_ratio: to_f64(old_target.uint()) / to_f64(next_target.uint()),
        retargets: params.retargets(),
    })
}

/// Inputs of [`permitted_transition`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PermittedTransitionRequest {
    /// Network whose rules hold.
    #[record(example = "mainnet")]
    pub network: Network,
    /// Height of the later block.
    #[record(example = 68_544)]
    pub height: Height,
    /// Compact target of the earlier block.
    #[record(example = "0x1c05a3f4")]
    pub old_nbits: Nbits,
    /// Compact target of the later block.
    #[record(example = "0x1c0168fd")]
    pub new_nbits: Nbits,
}

/// Result of [`permitted_transition`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PermittedTransitionReport {
    /// Whether the later block may follow the earlier one.
    pub permitted: bool,
    /// Whether the height begins a period, where the target may change.
    pub begins_period: bool,
}

/// Whether the block at a height may follow the one before it, whatever the times were.
///
/// # Errors
/// `mining.nbits.out_of_range` where `old_nbits` or `new_nbits` is no target, or `old_nbits` is easier than the network
/// allows.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, PermittedTransitionRequest, document};
/// use hashinsight_units::Height;
/// let [old, new] = [0x1d00_ffff, 0x1d00_fffe].map(Nbits::new);
/// let request = PermittedTransitionRequest::new(Network::Mainnet, Height::new(2017), old, new);
/// let report = document::permitted_transition(&request)?;
/// assert!(!report.permitted && !report.begins_period);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn permitted_transition(request: &PermittedTransitionRequest) -> Result<PermittedTransitionReport, Error> {
    let PermittedTransitionRequest { network, height, old_nbits, new_nbits } = *request;
    Ok(PermittedTransitionReport {
        permitted: super::permitted_transition(height, old_nbits, new_nbits, network.params())?,
        begins_period: height.get().is_multiple_of(BLOCKS_PER_PERIOD),
    })
}

/// Inputs of [`check_proof_of_work`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CheckProofOfWorkRequest {
    /// Hash of the block, in display order.
    #[record(example = "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f")]
    pub hash: BlockHash,
    /// Compact target of the block's header.
    #[record(example = "0x1d00ffff")]
    pub nbits: Nbits,
    /// Network whose limit holds.
    #[record(example = "mainnet")]
    pub network: Network,
}

/// Result of [`check_proof_of_work`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CheckProofOfWorkReport {
    /// Whether the hash is proof of work.
    pub valid: bool,
    /// Verdict on the hash, with the reason where it is no proof of work.
    pub verdict: ProofOfWork,
}

/// Checks a hash against a header's compact target. What can be wrong with the hash or with `nbits` is refused when it
/// is read, or is the answer.
///
/// ```
/// use hashinsight_mining::consensus::{CheckProofOfWorkRequest, Network, Nbits, document};
/// let hash = "00000001fffffffffffffffffffffffffffffffffffffffffffffffffffffffe".parse()?;
/// let request = CheckProofOfWorkRequest::new(hash, Nbits::new(0x1d00_ffff), Network::Mainnet);
/// assert!(!document::check_proof_of_work(&request).valid);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn check_proof_of_work(request: &CheckProofOfWorkRequest) -> CheckProofOfWorkReport {
    let verdict = super::check_proof_of_work(request.hash, request.nbits, request.network.params());
    CheckProofOfWorkReport { valid: verdict == ProofOfWork::Valid, verdict }
}
