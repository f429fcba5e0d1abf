//! Expected reward: the mean of what a miner is paid.
//!
//! ```text
//! blocks = hashrate · seconds / hashes per block        BTC = blocks · (subsidy + fees) · (1 - pool fee)
//! ```
//!
//! The mean is the same solo and in a pool, up to the pool's fee; what differs is the spread around it, see
//! [`solo_odds`](super::solo_odds). Luck, orphaned blocks and stale shares are not modelled.

use hashinsight_units::{Days, Error, Hashrate, Record, Seconds};

use super::{Chain, PoolFee};
use crate::network::NetworkUsed;

/// Inputs of [`expected_reward`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExpectedRewardRequest {
    /// Hashrate of the miner, in TH/s.
    #[record(example = 1000)]
    pub hashrate_ths: Hashrate,
    /// How hard a block is and what it pays.
    #[record(flatten)]
    pub chain: Chain,
    /// Fraction that the pool keeps; 0 for solo mining. Below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Span in days of 86,400 s.
    #[record(example = 1)]
    pub days: Days,
}

/// Result of [`expected_reward`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ExpectedRewardReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Mean number of blocks found in the span.
    pub expected_blocks: f64,
    /// Mean reward of the blocks in BTC, before the pool's fee.
    pub gross_btc: f64,
    /// Fee of the pool, in BTC.
    pub pool_fee_btc: f64,
    /// Mean reward after the pool's fee, in BTC: `gross_btc - pool_fee_btc`.
    pub expected_btc: f64,
}

/// The mean reward of a miner over a span at constant difficulty.
///
/// # Errors
/// `mining.nbits.out_of_range`; `mining.network_hashrate.out_of_range` for a network smaller than the miner.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{BlockReward, Chain, ExpectedRewardRequest, PoolFee, expected_reward};
/// use hashinsight_units::{Amount, Days, Difficulty, Hashrate, MeanAmount};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::ZERO);
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1e14)), reward);
/// let request = ExpectedRewardRequest::new(Hashrate::constant(1e3), chain, PoolFee::ZERO, Days::constant(1.0));
/// let report = expected_reward(&request)?;
/// assert!((report.expected_btc - 0.000628642737865448).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn expected_reward(request: &ExpectedRewardRequest) -> Result<ExpectedRewardReport, Error> {
    let network = request.chain.network_for(request.hashrate_ths)?;
    let expected_blocks = network.expected_blocks(request.hashrate_ths, Seconds::from(request.days));
    let gross_btc = expected_blocks * request.chain.reward.to_btc();
    let pool_fee_btc = gross_btc * request.pool_fee.get();
    Ok(ExpectedRewardReport {
        network,
        expected_blocks,
        gross_btc,
        pool_fee_btc,
        expected_btc: gross_btc - pool_fee_btc,
    })
}
