//! What single blocks paid.

use hashinsight_units::{Amount, At, Difficulty, Error, Height, Record};

use crate::Source;
use crate::check;
use crate::refuse::out_of_range;
use crate::row::{checked, columns, sealed};

/// Most weight units of a block (BIP 141).
const MAX_BLOCK_WEIGHT: u32 = 4_000_000;

/// Payment of one block to its miner, and how full the block was.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "BlockStats")]
pub struct BlockStatsFields {
    /// Node or service that published the block's figures.
    #[record(example = "bitcoin_core")]
    pub source: Source,
    /// Height of the block.
    #[record(example = 933_586)]
    pub height: Height,
    /// Time in the block's header, in Unix seconds, from 2009-01-03 on. Header times are not monotonic.
    #[record(example = 1_769_215_475)]
    pub time_s: u32,
    /// Subsidy, the new coins of the block, in satoshis.
    #[record(example = 312_500_000)]
    pub subsidy_sat: Amount,
    /// Sum of the block's transaction fees, in satoshis.
    #[record(example = 3_792_116)]
    pub fees_sat: Amount,
    /// Difficulty of the block.
    pub difficulty: Option<Difficulty>,
    /// Number of the block's transactions, the coinbase included: at least 1.
    pub transactions: Option<u32>,
    /// Weight of the block in weight units: at most 4,000,000.
    pub weight: Option<u32>,
}

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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlockStats(BlockStatsFields);

sealed! {
    BlockStats(BlockStatsFields), checked by check_block,
    reads {
        source: Source, height: Height, time_s: u32, subsidy_sat: Amount, fees_sat: Amount, difficulty: Option<Difficulty>,
        transactions: Option<u32>, weight: Option<u32>,
    }
}

fn check_block(block: &mut BlockStatsFields) -> Result<(), Error> {
    check::header_time("time_s", block.time_s)?;
    block.reward().at("fees_sat")?;
    if block.transactions == Some(0) {
        return Err(out_of_range("transactions", 0, "at least 1, the coinbase"));
    }
    match block.weight {
        Some(weight) if weight > MAX_BLOCK_WEIGHT => {
            Err(out_of_range("weight", weight, format!("at most {MAX_BLOCK_WEIGHT}")))
        }
        _ => Ok(()),
    }
}

impl BlockStatsFields {
    fn reward(&self) -> Result<Amount, Error> {
        Amount::from_sat(self.subsidy_sat.to_sat() + self.fees_sat.to_sat()) // both at most 2.1e15: no overflow
    }
}

impl BlockStats {
    /// Subsidy and fees.
    pub fn reward(&self) -> Amount {
        checked(self.0.reward())
    }
}

/// Blocks from one source as columns, lowest first. Heights may be skipped.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "BlockHistory")]
pub struct BlockHistoryColumns {
    /// Node or service that published the blocks' figures.
    #[record(example = "bitcoin_core")]
    pub source: Source,
    /// Heights of the blocks.
    pub height: Vec<u32>,
    /// Times in the blocks' headers, in Unix seconds, from 2009-01-03 on. Header times are not monotonic.
    pub time_s: Vec<u32>,
    /// Subsidies, the new coins of each block, in satoshis.
    pub subsidy_sat: Vec<u64>,
    /// Sums of each block's transaction fees, in satoshis.
    pub fees_sat: Vec<u64>,
    /// Difficulties of the blocks, for all or for none.
    pub difficulty: Option<Vec<f64>>,
    /// Numbers of transactions in each block, the coinbase included, for all blocks or for none.
    pub transactions: Option<Vec<u32>>,
    /// Weights of the blocks in weight units, for all or for none.
    pub weight: Option<Vec<u32>>,
}

/// Blocks from one source, lowest first. Heights may be skipped: [`first_gap`](Self::first_gap) tells.
///
/// ```
/// use hashinsight_market::BlockHistory;
/// assert_eq!(BlockHistory::new("bitcoin_core".parse()?).first_gap(), None);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct BlockHistory(BlockHistoryColumns);

columns! {
    BlockHistory(BlockHistoryColumns) of BlockStats(BlockStatsFields), next by block_follows,
    same { source: Source },
    columns { height: u32, time_s: u32, subsidy_sat: u64, fees_sat: u64 },
    optional { difficulty: f64, transactions: u32, weight: u32 }
}

fn block_follows(history: &BlockHistory, next: &BlockStats) -> Result<(), Error> {
    match history.height().last() {
        Some(last) if next.height().get() <= *last => {
            Err(out_of_range("height", next.height(), format!("above the row before it: {last}")))
        }
        _ => Ok(()),
    }
}

impl BlockHistory {
    /// Index of the first block whose height is not that of the one before it plus 1.
    pub fn first_gap(&self) -> Option<usize> {
        self.height().windows(2).position(|pair| pair[1] - pair[0] != 1).map(|index| index + 1)
    }
}
