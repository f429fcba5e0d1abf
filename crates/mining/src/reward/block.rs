//! What a block takes and what it pays.

use hashinsight_market::BlockStats;
use hashinsight_units::{Amount, At, Error, Hashrate, MeanAmount, Price, Record, SAT_PER_BTC};

use crate::network::{NetworkBasis, NetworkUsed};

/// What the finder of one block is paid on average.
///
/// ```
/// use hashinsight_mining::reward::BlockReward;
/// use hashinsight_units::Amount;
/// let reward = BlockReward::new(Amount::from_sat(312_500_000)?, Amount::from_sat(5_000_000)?.into());
/// assert_eq!(reward.to_btc(), 3.175);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BlockReward {
    /// New coins per block, in satoshis; see [`subsidy`](crate::consensus::subsidy).
    #[record(example = 312_500_000)]
    pub subsidy_sat: Amount,
    /// Mean transaction fees per block, in satoshis, over a window of the caller's choice; 144 blocks are customary.
    #[record(example = 4_000_000)]
    pub fees_per_block_sat: MeanAmount,
}

impl BlockReward {
    /// The reward of these blocks: the subsidy of the last one, which those to come have until the next halving, and the
    /// mean of all their fees. `None` without blocks.
    ///
    /// ```
    /// use hashinsight_market::BlockStats;
    /// use hashinsight_mining::reward::BlockReward;
    /// let block = |height: u32, fees: u64| -> BlockStats {
    ///     let text = format!(
    ///         r#"{{"source":"bitcoin_core","height":{height},"time_s":1769215475,"subsidy_sat":312500000,"fees_sat":{fees}}}"#
    ///     );
    ///     serde_json::from_str(&text).unwrap()
    /// };
    /// let reward = BlockReward::mean_of(&[block(933_586, 3_792_116), block(933_587, 2_000_001)]).unwrap();
    /// assert_eq!(reward.fees_per_block_sat.to_sat(), 2_896_058.5);
    /// assert!(BlockReward::mean_of(&[]).is_none());
    /// ```
    pub fn mean_of(blocks: &[BlockStats]) -> Option<Self> {
        let last = blocks.last()?;
        let (fees, count) = blocks
            .iter()
            .fold((0_u128, 0_u128), |(fees, count), block| (fees + u128::from(block.fees_sat().to_sat()), count + 1));
        // Whole satoshis apart from the rest, so that no rounding leads beyond the largest of them.
        let mean = MeanAmount::new((fees / count) as f64 + (fees % count) as f64 / count as f64);
        let fees_per_block_sat = mean.unwrap_or_else(|_| unreachable!("a mean of amounts lies between them"));
        Some(Self { subsidy_sat: last.subsidy_sat(), fees_per_block_sat })
    }

    /// The sum in satoshis: at most 4.2e15, exact in an `f64` where the fees are whole.
    pub fn to_sat(self) -> f64 {
        self.subsidy_sat.to_sat() as f64 + self.fees_per_block_sat.to_sat()
    }

    /// The sum in bitcoin, to the nearest `f64`.
    pub fn to_btc(self) -> f64 {
        self.to_sat() / SAT_PER_BTC
    }
}

/// The chain as a miner meets it: how hard a block is and what it pays.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Chain {
    /// Difficulty, compact target or hashrate of the network: how hard a block is.
    pub network_basis: NetworkBasis,
    /// What the finder of a block is paid.
    #[record(flatten)]
    pub reward: BlockReward,
}

impl Chain {
    /// The numbers that follow from the basis.
    ///
    /// # Errors
    /// As [`NetworkBasis::resolve_paying`], at `network_basis`.
    pub fn network(&self) -> Result<NetworkUsed, Error> {
        self.network_basis.resolve_paying(self.reward, None).at("network_basis")
    }

    /// The numbers that follow for a miner of this hashrate, who is part of the network.
    ///
    /// # Errors
    /// As [`network`](Self::network); as [`NetworkUsed::check_holds`].
    pub fn network_for(&self, own: Hashrate) -> Result<NetworkUsed, Error> {
        let network = self.network()?;
        network.check_holds(own)?;
        Ok(network)
    }
}

/// The market as a miner meets it: the chain, and what a bitcoin costs.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Market {
    /// How hard a block is and what it pays.
    #[record(flatten)]
    pub chain: Chain,
    /// Price of one bitcoin, in USD.
    #[record(example = 90_000)]
    pub btc_price_usd: Price,
}

impl Market {
    /// The numbers that follow from the basis.
    ///
    /// # Errors
    /// As [`NetworkBasis::resolve_paying`], at `network_basis`.
    pub fn network(&self) -> Result<NetworkUsed, Error> {
        self.chain.network_basis.resolve_paying(self.chain.reward, Some(self.btc_price_usd)).at("network_basis")
    }

    /// The numbers that follow for a miner of this hashrate, who is part of the network.
    ///
    /// # Errors
    /// As [`network`](Self::network); as [`NetworkUsed::check_holds`].
    pub fn network_for(&self, own: Hashrate) -> Result<NetworkUsed, Error> {
        let network = self.network()?;
        network.check_holds(own)?;
        Ok(network)
    }
}
