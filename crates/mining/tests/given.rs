//! Inputs that many tests begin with.

use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::reward::{BlockReward, Chain, PoolFee};
use hashinsight_units::{Amount, Difficulty, MeanAmount};

pub(crate) const SUBSIDY: Amount = Amount::constant(312_500_000);

pub(crate) fn difficulty(value: f64) -> NetworkBasis {
    NetworkBasis::Difficulty(Difficulty::new(value).unwrap())
}

pub(crate) fn chain(network_basis: NetworkBasis, subsidy_sat: Amount, fees: impl Into<MeanAmount>) -> Chain {
    Chain::new(network_basis, BlockReward::new(subsidy_sat, fees.into()))
}

pub(crate) fn pool_fee(fraction: f64) -> PoolFee {
    PoolFee::new(fraction).unwrap()
}
