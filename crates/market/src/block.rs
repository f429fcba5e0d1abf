//! What single blocks paid.

use hashinsight_units::{Amount, Difficulty, Height, wire};

use crate::row::{columns, row};
use crate::{MarketError, Source};

/// Most weight units of a block (BIP 141).
const MAX_BLOCK_WEIGHT: u32 = 4_000_000;

row! {
    /// What one block paid its miner, and how full it was.
    ///
    /// ```
    /// use hashinsight_market::BlockStats;
    ///
    /// let text = r#"{"source":"bitcoin_core","height":933586,"time_s":1769215475,"subsidy_sat":312500000,"fees_sat":3792116,"transactions":3074}"#;
    /// let block: BlockStats = serde_json::from_str(text)?;
    /// assert_eq!(block.fees_sat().to_sat(), 3_792_116);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    BlockStats from BlockStatsFields, checked by check_block,
    {
        /// Who published it.
        source: Source,
        /// Height of the block.
        height: Height,
        /// Time in the header, Unix seconds. Header times are not monotonic.
        time_s: u32,
        /// New coins.
        subsidy_sat: Amount,
        /// Sum of the transaction fees.
        fees_sat: Amount,
        /// Difficulty of the block.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        difficulty: Option<Difficulty>,
        /// Transactions, the coinbase included: at least 1.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        transactions: Option<u32>,
        /// Weight units: at most 4,000,000.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        weight: Option<u32>,
    }
}

fn check_block(block: &mut BlockStatsFields) -> Result<(), MarketError> {
    block
        .subsidy_sat
        .checked_add(block.fees_sat)
        .map_err(|source| MarketError::Unit { path: "fees_sat".into(), source })?;
    if block.transactions == Some(0) {
        return Err(MarketError::out_of_range("transactions", 0, "at least 1, the coinbase"));
    }
    match block.weight {
        Some(weight) if weight > MAX_BLOCK_WEIGHT => {
            Err(MarketError::out_of_range("weight", weight, format!("at most {MAX_BLOCK_WEIGHT}")))
        }
        _ => Ok(()),
    }
}

impl BlockStats {
    /// Subsidy and fees.
    pub fn reward(&self) -> Amount {
        let reward = self.subsidy_sat.checked_add(self.fees_sat);
        reward.unwrap_or_else(|_| unreachable!("a block whose reward is no amount is refused when it is made"))
    }
}

columns! {
    /// Blocks from one source, lowest first. Heights may be skipped: [`first_gap`](Self::first_gap) tells.
    ///
    /// ```
    /// use hashinsight_market::BlockHistory;
    /// assert_eq!(BlockHistory::new("bitcoin_core".parse()?).first_gap(), None);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    BlockHistory of BlockStats from BlockStatsFields, unchecked BlockHistoryColumns, next by block_follows,
    same { source: Source },
    columns { height: u32, time_s: u32, subsidy_sat: u64, fees_sat: u64 },
    optional {
        [deserialize_with = "wire::number::present_column"] difficulty: f64,
        [deserialize_with = "wire::present"] transactions: u32,
        [deserialize_with = "wire::present"] weight: u32,
    }
}

fn block_follows(history: &BlockHistory, next: &BlockStats) -> Result<(), MarketError> {
    match history.height.last() {
        Some(last) if next.height.get() <= *last => {
            Err(MarketError::out_of_range("height", next.height, format!("above the row before it: {last}")))
        }
        _ => Ok(()),
    }
}

impl BlockHistory {
    /// Index of the first block whose height is not that of the one before it plus 1.
    pub fn first_gap(&self) -> Option<usize> {
        self.height.windows(2).position(|pair| pair[1] - pair[0] != 1).map(|index| index + 1)
    }
}
