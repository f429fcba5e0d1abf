//! The state of the bitcoin network at one instant.

use hashinsight_units::json::Told;
use hashinsight_units::{Difficulty, Error, Hashrate, Height, Record, Timestamp};

use crate::Source;
use crate::check;
use crate::refuse::{missing, out_of_range, several};
use crate::row::{after, columns, sealed};

/// Block headers may run this far ahead of the clock (Bitcoin Core, `MAX_FUTURE_BLOCK_TIME`).
const MAX_FUTURE_MS: i64 = 7_200_000;

/// State of the bitcoin network as a node or an explorer says it: tip, difficulty or nBits, and perhaps an estimated hashrate and the
/// mempool.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "NetworkSnapshot")]
pub struct NetworkSnapshotFields {
    /// Node or service that published the snapshot.
    #[record(example = "bitcoin_core")]
    pub source: Source,
    /// Instant of the snapshot, in Unix milliseconds.
    #[record(example = 1_769_215_600_000)]
    pub time_ms: Timestamp,
    /// Height of the best block.
    #[record(example = 933_586)]
    pub height: Height,
    /// Time in the best block's header, in Unix seconds: from 2009-01-03 on, at most two hours after `time_ms`.
    #[record(example = 1_769_215_475)]
    pub tip_time_s: u32,
    /// Difficulty of the best block, as Bitcoin Core's `difficulty` says it. Not together with `nbits`.
    pub difficulty: Option<Difficulty>,
    /// Compact target in the best block's header. Not together with `difficulty`.
    pub nbits: Option<u32>,
    /// Estimated hashrate of the network, in TH/s.
    pub hashrate_ths: Option<Hashrate>,
    /// Number of transactions that wait in the mempool.
    pub mempool_transactions: Option<u32>,
    /// Size of the transactions that wait in the mempool, in virtual bytes.
    pub mempool_vbytes: Option<u32>,
}

/// What a node or an explorer says of the network: its tip, how hard a block is, and perhaps an estimated hashrate and the mempool.
///
/// How hard a block is stands in `difficulty` or in `nbits`, and only in one of them: two could contradict each other. A hashrate is
/// always an estimate from recent blocks; where the source gives none it is absent.
///
/// ```
/// use hashinsight_market::NetworkSnapshot;
///
/// let text = r#"{"source":"bitcoin_core","time_ms":1769215600000,"height":933586,"tip_time_s":1769215475,"nbits":385976225}"#;
/// let snapshot: NetworkSnapshot = serde_json::from_str(text)?;
/// assert_eq!(snapshot.tip_age_ms(), 125_000);
/// assert_eq!(snapshot.hashrate_ths(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkSnapshot(NetworkSnapshotFields);

sealed! {
    NetworkSnapshot(NetworkSnapshotFields), checked by check_network,
    reads {
        source: Source, time_ms: Timestamp, height: Height, tip_time_s: u32, difficulty: Option<Difficulty>, nbits: Option<u32>,
        hashrate_ths: Option<Hashrate>, mempool_transactions: Option<u32>, mempool_vbytes: Option<u32>,
    }
}

fn check_network(snapshot: &mut NetworkSnapshotFields) -> Result<(), Error> {
    check::header_time("tip_time_s", snapshot.tip_time_s)?;
    let latest_s = (snapshot.time_ms.to_ms() + MAX_FUTURE_MS).div_euclid(1000);
    if i64::from(snapshot.tip_time_s) > latest_s {
        let allowed = format!("at most two hours after time_ms: {latest_s}");
        return Err(out_of_range("tip_time_s", snapshot.tip_time_s, allowed));
    }
    match (snapshot.difficulty, snapshot.nbits) {
        (None, None) => Err(missing("difficulty", "difficulty or nbits")),
        (Some(difficulty), Some(nbits)) => {
            Err(several("nbits", nbits, format_args!("difficulty {}", Told(difficulty.get()))))
        }
        _ => Ok(()),
    }
}

impl NetworkSnapshot {
    /// How long ago the best block was made, by its header: negative where the header runs ahead of the clock.
    pub fn tip_age_ms(&self) -> i64 {
        self.time_ms().to_ms() - 1000 * i64::from(self.tip_time_s())
    }
}

/// Snapshots of the bitcoin network from one source as columns, oldest first. Heights may fall: the best chain can be reorganized.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "NetworkHistory")]
pub struct NetworkHistoryColumns {
    /// Node or service that published the snapshots.
    #[record(example = "bitcoin_core")]
    pub source: Source,
    /// Instants of the snapshots, in Unix milliseconds.
    pub time_ms: Vec<i64>,
    /// Heights of the best blocks.
    pub height: Vec<u32>,
    /// Times in the best blocks' headers, in Unix seconds.
    pub tip_time_s: Vec<u32>,
    /// Difficulties of the best blocks, for all snapshots or for none. Not together with `nbits`.
    pub difficulty: Option<Vec<f64>>,
    /// Compact targets in the best blocks' headers, for all snapshots or for none. Not together with `difficulty`.
    pub nbits: Option<Vec<u32>>,
    /// Estimated hashrates of the network, in TH/s, for all snapshots or for none.
    pub hashrate_ths: Option<Vec<f64>>,
    /// Numbers of transactions that wait in the mempool, for all snapshots or for none.
    pub mempool_transactions: Option<Vec<u32>>,
    /// Sizes of the transactions that wait in the mempool, in virtual bytes, for all snapshots or for none.
    pub mempool_vbytes: Option<Vec<u32>>,
}

/// Snapshots from one source, oldest first. Heights may fall: the best chain can be reorganized.
///
/// ```
/// use hashinsight_market::{NetworkHistory, NetworkHistoryColumns};
/// let columns = NetworkHistoryColumns::new(
///     "mempool_space".parse()?,
///     vec![1_769_215_600_000, 1_769_216_200_000],
///     vec![933_586, 933_587],
///     vec![1_769_215_475, 1_769_216_100],
/// );
/// let history = NetworkHistory::from_columns(columns.difficulty(vec![141_668_107_417_558.2; 2]))?;
/// assert_eq!(history.last().map(|row| row.height().get()), Some(933_587));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkHistory(NetworkHistoryColumns);

columns! {
    NetworkHistory(NetworkHistoryColumns) of NetworkSnapshot(NetworkSnapshotFields), next by network_follows,
    same { source: Source },
    columns { time_ms: i64, height: u32, tip_time_s: u32 },
    optional { difficulty: f64, nbits: u32, hashrate_ths: f64, mempool_transactions: u32, mempool_vbytes: u32 }
}

fn network_follows(history: &NetworkHistory, next: &NetworkSnapshot) -> Result<(), Error> {
    after("time_ms", history.time_ms().last(), next.time_ms())
}
