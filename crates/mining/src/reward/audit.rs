//! Payout audit: does a pool pay what it owes?
//!
//! A miner who knows its own hashrate and the difficulty knows what it is owed on average. What arrives differs by four
//! things, told here one after the other:
//!
//! ```text
//! owed     = expected blocks of the miner · (subsidy + fees)
//! luck     = owed · (blocks that the pool found / blocks that were to be expected - 1)
//! fee      = -(owed + luck) · fee
//! stale    = -(owed + luck + fee) · part of stale shares
//! received = owed + luck + fee + stale + unexplained
//! ```
//!
//! # Verdict
//!
//! - **Paid per share**: there is no luck to hide behind, `luck` is 0. Suspicious is what stays unexplained beyond the
//!   tolerance, the part by which the figures told may be off.
//! - **Blocks found**: what was paid stands against what was found, whatever was to be expected: again what stays
//!   unexplained decides. Where the scheme pays each block to the shares at hand (PPLNS, TIDES), blocks whose windows
//!   reach beyond the span blur this by about the length of a window: a short span needs a wider tolerance.
//! - **Unknown**: the pool's blocks are not known to the miner, or not believed. The payments speak: they amount to so
//!   many blocks (to the nearest whole one), and an honest pool finds so few with the probability `P(N <= blocks)`, N
//!   Poisson distributed around the expectation. That p-value is exact; below the level of the test, 5 % by custom, an
//!   honest pool is accused in at most that part of all audits. Where even a span without any payment would be no
//!   evidence (`exp(-expectation)` is not below the level), nothing can be said.

use hashinsight_numerics::{exp, gamma_p, gamma_q, normal_quantile};
use hashinsight_units::{
    Amount, Days, Error, Fraction, Hashrate, Outcome, Record, SAT_PER_BTC, SECONDS_PER_DAY, Verdict,
};

use super::{Chain, PoolFee};
use crate::error;
use crate::network::NetworkUsed;

/// Below these an audit would divide by next to nothing.
const MIN_SHARE: f64 = 1e-15;
const MIN_BLOCKS: f64 = 1e-9;
/// Half of the hundredth that an audit is to find.
const TOLERANCE: f64 = 0.005;
/// Probability of so many blocks of the network, below which they are not those of the span.
const IMPOSSIBLE: f64 = 1e-9;

/// Knowledge of the pool's luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum PoolLuck {
    /// The pool pays per share: its luck is not the miner's.
    PaidPerShare,
    /// Number of blocks that the pool found in the span.
    #[record(example = 9)]
    BlocksFound(u32),
    /// Not known: what was received tells how many blocks there were.
    Unknown,
}

/// Inputs of [`payout_audit`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutAuditRequest {
    /// Payments of the pool for the span, in satoshis.
    #[record(example = 12_500_000)]
    pub received_sat: Amount,
    /// Mean hashrate of the miner over the span, in TH/s: above 0, stale shares included.
    #[record(example = 10_000)]
    pub hashrate_ths: Hashrate,
    /// Mean hashrate of the pool, in TH/s, the miner's included.
    #[record(example = 10_000_000)]
    pub pool_hashrate_ths: Hashrate,
    /// How hard a block was and what it paid.
    #[record(flatten)]
    pub chain: Chain,
    /// Fraction that the pool says it keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Fraction of the miner's shares that came too late; below 1.
    #[record(example = 0.005)]
    pub stale: Fraction,
    /// Span in days of 86,400 s.
    #[record(example = 30)]
    pub days: Days,
    /// Knowledge of the pool's luck.
    pub luck: PoolLuck,
    /// Level of the test, the fraction of honest pools that may be accused: above 0 and below 1, 0.05 by custom. It
    /// counts where luck is unknown.
    #[record(example = 0.05)]
    pub level: Fraction,
    /// Tolerance of the audit, the fraction of what is due by which the figures told may be off: below 1. It counts
    /// where luck is known or not the miner's. Absent: 0.005.
    pub tolerance: Option<Fraction>,
}

/// Result of [`payout_audit`]. `owed_btc + luck_btc + fee_btc + stale_btc + unexplained_btc = received_btc` up to
/// rounding.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PayoutAuditReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Payments received, in BTC.
    pub received_btc: f64,
    /// Mean worth of the miner's work, in BTC.
    pub owed_btc: f64,
    /// Effect of the pool's luck, in BTC: 0 where it is unknown or not the miner's.
    pub luck_btc: f64,
    /// Fee of the pool, in BTC: 0 or negative.
    pub fee_btc: f64,
    /// Loss to stale shares, in BTC: 0 or negative.
    pub stale_btc: f64,
    /// Unexplained rest, in BTC: negative where something is missing.
    pub unexplained_btc: f64,
    /// Mean number of blocks that the pool finds in the span.
    pub expected_pool_blocks: f64,
    /// Number of blocks that the payments amount to, after fee and stale shares.
    pub paid_blocks: f64,
    /// Probability that a pool of that hashrate finds at most `paid_blocks`; undefined where it pays per share.
    pub p_value: Outcome,
    /// Whether less was paid than was due: by `unexplained_btc` where the pool pays per share or its blocks are known,
    /// by `p_value` where they are not; `cannot_say` where no payment at all would be as likely as the level.
    pub suspicious: Verdict,
    /// Time in days after which a pool that withholds 1 % is found out in 19 of 20 audits by the payments alone, at this
    /// level; undefined where it pays per share.
    pub days_to_detect_one_percent: Outcome,
}

/// What a pool owed, what it paid, and what the difference is made of.
///
/// # Errors
/// `mining.hashrate.out_of_range` for none; `mining.pool_hashrate.out_of_range` below the miner's own or above the
/// network's; `mining.stale.out_of_range` for 1; `mining.level.out_of_range`;
/// `mining.tolerance.out_of_range` for 1; `mining.blocks_found.out_of_range` for more blocks than the whole network finds
/// in the span; `mining.reward.out_of_range` for blocks that pay nothing; `mining.nbits.out_of_range`;
/// `mining.network_hashrate.out_of_range`; an error of the gamma function for more expected blocks than it is defined
/// for.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{BlockReward, Chain, PayoutAuditRequest, PoolFee, PoolLuck, payout_audit};
/// use hashinsight_units::{Amount, Days, Difficulty, Fraction, Hashrate, MeanAmount, Verdict};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(4e6));
/// let report = payout_audit(&PayoutAuditRequest::new(
///     Amount::constant(12_500_000),
///     Hashrate::from_phs(10.0)?,
///     Hashrate::from_ehs(10.0)?,
///     Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1.3e14)), reward),
///     PoolFee::new(0.02)?,
///     Fraction::constant(0.005),
///     Days::constant(30.0),
///     PoolLuck::BlocksFound(40),
///     Fraction::constant(0.05),
/// ))?;
/// assert_eq!(format!("{:.1} blocks expected", report.expected_pool_blocks), "46.4 blocks expected");
/// assert!(report.luck_btc < 0.0); // 40 blocks: bad luck, and it explains the difference
/// assert_eq!(report.suspicious, Verdict::No);
/// assert!(report.unexplained_btc.abs() < 0.002);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn payout_audit(request: &PayoutAuditRequest) -> Result<PayoutAuditReport, Error> {
    let refuse = |field, path: &'static str, value: f64, allowed| Err(error::out_of_range(field, path, value, allowed));
    let (own, pool) = (request.hashrate_ths.get(), request.pool_hashrate_ths.get());
    if own == 0.0 {
        return refuse("hashrate", "hashrate_ths", own, "above 0");
    }
    let network = request.chain.network_for(request.hashrate_ths)?;
    if pool < own || pool > network.hashrate_limit_ths() {
        return refuse(
            "pool_hashrate",
            "pool_hashrate_ths",
            pool,
            "at least the miner's and at most the network's hashrate",
        );
    }
    let fee = request.pool_fee.get();
    let stale = request.stale.get();
    if stale == 1.0 {
        return refuse("stale", "stale", stale, "0 <= stale < 1");
    }
    if request.level == Fraction::ZERO || request.level == Fraction::ONE {
        return refuse("level", "level", request.level.get(), "above 0 and below 1");
    }
    let tolerance = request.tolerance.map_or(TOLERANCE, Fraction::get);
    if tolerance == 1.0 {
        return refuse("tolerance", "tolerance", tolerance, "0 <= tolerance < 1");
    }
    let per_block = request.chain.reward.to_btc();
    if per_block == 0.0 {
        return refuse("reward", "subsidy_sat", per_block, "subsidy or fees above 0");
    }

    let seconds = request.days.get() * SECONDS_PER_DAY;
    let expected_pool_blocks = pool * network.blocks_per_ths(seconds);
    if own / pool < MIN_SHARE || expected_pool_blocks < MIN_BLOCKS {
        let allowed = "a pool that can find a block in the span, of which the miner is a part that counts";
        return refuse("pool_hashrate", "pool_hashrate_ths", pool, allowed);
    }
    if let PoolLuck::BlocksFound(found) = request.luck {
        // The difficulty may lag the network's growth, but never by half of it.
        let most = 2.0 * network.hashrate_limit_ths() * network.blocks_per_ths(seconds);
        if f64::from(found) > most && gamma_p(f64::from(found), most)? < IMPOSSIBLE {
            let allowed = "what the whole network may find in the span";
            return refuse("blocks_found", "luck.blocks_found", f64::from(found), allowed);
        }
    }
    let owed_btc = own * network.blocks_per_ths(seconds) * per_block;
    let luck_btc = match request.luck {
        PoolLuck::BlocksFound(found) => owed_btc * (f64::from(found) / expected_pool_blocks - 1.0),
        PoolLuck::PaidPerShare | PoolLuck::Unknown => 0.0,
    };
    let fee_btc = 0.0 - (owed_btc + luck_btc) * fee;
    let stale_btc = 0.0 - (owed_btc + luck_btc + fee_btc) * stale;
    let received_btc = request.received_sat.to_sat() as f64 / SAT_PER_BTC;
    let net_per_block = per_block * (own / pool) * (1.0 - fee) * (1.0 - stale);
    let paid_blocks = received_btc / net_per_block;
    let undefined = Outcome::Undefined { reason: "the pool pays per share" };
    let (p_value, days_to_detect) = if request.luck == PoolLuck::PaidPerShare {
        (undefined, undefined)
    } else {
        // The nearest whole number: each payment is rounded to satoshis, and fees are a mean.
        let p = gamma_q(paid_blocks.round() + 1.0, expected_pool_blocks)?;
        (
            Outcome::Value(p),
            Outcome::of(days_to_detect(0.01, request.level, expected_pool_blocks / request.days.get())?),
        )
    };
    let due_btc = owed_btc + luck_btc + fee_btc + stale_btc;
    let unexplained_btc = received_btc - due_btc;
    let suspicious = match (request.luck, p_value.value()) {
        (PoolLuck::Unknown, Some(p)) if exp(-expected_pool_blocks) < request.level.get() => {
            Verdict::of(p < request.level.get())
        }
        (PoolLuck::Unknown, _) => Verdict::CannotSay,
        (PoolLuck::PaidPerShare | PoolLuck::BlocksFound(_), _) => {
            // What is paid is rounded to a satoshi.
            Verdict::of(-unexplained_btc > tolerance * due_btc + 1.0 / SAT_PER_BTC)
        }
    };
    Ok(PayoutAuditReport {
        network,
        received_btc,
        owed_btc,
        luck_btc,
        fee_btc,
        stale_btc,
        unexplained_btc,
        expected_pool_blocks,
        paid_blocks,
        p_value,
        suspicious,
        days_to_detect_one_percent: days_to_detect,
    })
}

/// Days until a test at this level finds a part withheld in 19 of 20 cases. With `λ` blocks expected and the normal
/// approximation of so many blocks, `part · λ = z(1 - level) √λ + z(0.95) √((1 - part) λ)`.
fn days_to_detect(part: f64, level: Fraction, blocks_per_day: f64) -> Result<f64, Error> {
    let quantiles = -normal_quantile(level.get())? + normal_quantile(0.95)? * (1.0 - part).sqrt();
    let root = hashinsight_numerics::max(quantiles, 0.0) / part;
    Ok(root * root / blocks_per_day)
}
