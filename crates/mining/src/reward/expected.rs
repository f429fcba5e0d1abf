//! Expected reward: the mean of what a miner is paid.
//!
//! ```text
//! blocks = hashrate · seconds / hashes per block        BTC = blocks · (subsidy + fees) · (1 - pool fee)
//! ```
//!
//! The mean is the same solo and in a pool, up to the pool's fee; what differs is the spread around it, see
//! [`solo_odds`](super::solo_odds). Luck, orphaned blocks and stale shares are not modelled.

use hashinsight_units::{Amount, Days, Fraction, Hashrate, Seconds};

use crate::error;
use crate::network::{NetworkBasis, NetworkUsed};
use hashinsight_units::Error;

pub(crate) const SAT_PER_BTC: f64 = 1e8;

/// What the finder of one block is paid.
///
/// ```
/// use hashinsight_mining::reward::BlockReward;
/// use hashinsight_units::Amount;
/// let reward = BlockReward { subsidy: Amount::from_sat(312_500_000)?, fees: Amount::from_sat(5_000_000)? };
/// assert_eq!(reward.to_btc(), 3.175);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockReward {
    /// New coins, see [`block_subsidy`](crate::consensus::block_subsidy).
    pub subsidy: Amount,
    /// Transaction fees per block, averaged over the caller's window; 144 blocks are customary.
    pub fees: Amount,
}

impl BlockReward {
    /// The sum in satoshis: at most 4.2e15, exact in an `f64`.
    pub fn to_sat(self) -> f64 {
        (self.subsidy.to_sat() + self.fees.to_sat()) as f64
    }

    /// The sum in bitcoin, to the nearest `f64`.
    pub fn to_btc(self) -> f64 {
        self.to_sat() / SAT_PER_BTC
    }
}

/// A pool that keeps everything pays nothing: the fee is below 1.
pub(crate) fn check_pool_fee(fee: Fraction) -> Result<f64, Error> {
    check_pool_fee_at(fee, "pool_fee")
}

/// [`check_pool_fee`] for a fee that stands elsewhere.
pub(crate) fn check_pool_fee_at(fee: Fraction, path: &str) -> Result<f64, Error> {
    if fee == Fraction::ONE {
        let allowed = "0 <= fee < 1 (a fraction, not percent)";
        return Err(error::out_of_range("pool_fee", path, fee.get(), allowed));
    }
    Ok(fee.get())
}

/// What [`expected_reward`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpectedRewardRequest {
    /// The miner's hashrate in TH/s.
    pub hashrate_ths: Hashrate,
    /// How hard the network is.
    pub network_basis: NetworkBasis,
    /// New coins per block, in satoshis.
    pub subsidy_sat: Amount,
    /// Transaction fees per block, in satoshis, averaged over a window of the caller's choice.
    pub fees_per_block_sat: Amount,
    /// The part that the pool keeps; 0 for solo mining. Below 1.
    pub pool_fee: Fraction,
    /// The span in days of 86,400 s.
    pub days: Days,
}

/// What [`expected_reward`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ExpectedRewardReport {
    /// The network as it was used.
    pub network: NetworkUsed,
    /// Blocks found on average in the span.
    pub expected_blocks: f64,
    /// Their reward in BTC, before the pool's fee.
    pub gross_btc: f64,
    /// What the pool keeps of it, in BTC.
    pub pool_fee_btc: f64,
    /// What is left, in BTC: `gross_btc - pool_fee_btc`.
    pub expected_btc: f64,
}

/// The mean reward of a miner over a span at constant difficulty.
///
/// # Errors
/// `mining.pool_fee.out_of_range` for a fee of 1; `mining.nbits.out_of_range`; `mining.network_hashrate.out_of_range`
/// for a network smaller than the miner.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{ExpectedRewardRequest, expected_reward};
/// use hashinsight_units::{Amount, Days, Difficulty, Fraction, Hashrate};
/// let report = expected_reward(&ExpectedRewardRequest {
///     hashrate_ths: Hashrate::from_phs(1.0)?,
///     network_basis: NetworkBasis::Difficulty(Difficulty::new(1e14)?),
///     subsidy_sat: Amount::from_sat(312_500_000)?,
///     fees_per_block_sat: Amount::ZERO,
///     pool_fee: Fraction::ZERO,
///     days: Days::new(1.0)?,
/// })?;
/// assert!((report.expected_btc - 0.000628642737865448).abs() < 1e-15);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn expected_reward(request: &ExpectedRewardRequest) -> Result<ExpectedRewardReport, Error> {
    let fee = check_pool_fee(request.pool_fee)?;
    let network = request.network_basis.resolve_for(request.hashrate_ths)?;
    let reward = BlockReward { subsidy: request.subsidy_sat, fees: request.fees_per_block_sat };
    let expected_blocks = network.expected_blocks(request.hashrate_ths, Seconds::from(request.days));
    let gross_btc = expected_blocks * reward.to_btc();
    let pool_fee_btc = gross_btc * fee;
    Ok(ExpectedRewardReport {
        network,
        expected_blocks,
        gross_btc,
        pool_fee_btc,
        expected_btc: gross_btc - pool_fee_btc,
    })
}
