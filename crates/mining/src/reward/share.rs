//! What a share is worth.

use hashinsight_units::{Difficulty, Error, HASHES_PER_DIFFICULTY, Record};

use super::{Chain, PoolFee};
use crate::error;
use crate::network::NetworkUsed;

/// Inputs of [`share_value`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ShareValueRequest {
    /// Difficulty of the share, at most the network's.
    #[record(example = 65_536)]
    pub share_difficulty: Difficulty,
    /// How hard a block is and what it pays.
    #[record(flatten)]
    pub chain: Chain,
    /// Fraction that the pool keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
}

/// Result of [`share_value`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ShareValueReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Probability that the share is a block.
    pub block_probability: f64,
    /// Payment of PPS for the share, in BTC: the subsidy's part.
    pub pps_btc: f64,
    /// Payment of FPPS for the share, in BTC: subsidy and fees.
    pub fpps_btc: f64,
}

/// What a share is worth: the probability that it is a block, times what a block pays.
///
/// # Errors
/// `mining.share_difficulty.out_of_range` above the network's difficulty; `mining.nbits.out_of_range`;
/// `mining.network_hashrate.out_of_range`.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{BlockReward, Chain, PoolFee, ShareValueRequest, share_value};
/// use hashinsight_units::{Amount, Difficulty, MeanAmount};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(5e6));
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1e14)), reward);
/// let report = share_value(&ShareValueRequest::new(Difficulty::constant(65_536.0), chain, PoolFee::new(0.02)?))?;
/// assert!((report.pps_btc - 2.00704e-9).abs() < 1e-18);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn share_value(request: &ShareValueRequest) -> Result<ShareValueReport, Error> {
    let network = request.chain.network()?;
    let block_probability = request.share_difficulty.get() * HASHES_PER_DIFFICULTY / network.hashes_per_block;
    if block_probability > 1.0 {
        let (field, value) = ("share_difficulty", request.share_difficulty.get());
        return Err(error::out_of_range(field, field, value, "at most the network's difficulty"));
    }
    let value = |btc: f64| block_probability * btc * (1.0 - request.pool_fee.get());
    Ok(ShareValueReport {
        network,
        block_probability,
        pps_btc: value(request.chain.reward.subsidy_sat.to_btc_f64()),
        fpps_btc: value(request.chain.reward.to_btc()),
    })
}
