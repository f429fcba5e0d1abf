//! The state of the bitcoin network at one instant.

use hashinsight_units::{Difficulty, Hashrate, Height, Timestamp, wire};

use crate::row::{columns, row};
use crate::{MarketError, Source};

/// Block headers may run this far ahead of the clock (Bitcoin Core, `MAX_FUTURE_BLOCK_TIME`).
const MAX_FUTURE_MS: i64 = 7_200_000;

row! {
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
    NetworkSnapshot from NetworkSnapshotFields, checked by check_network,
    {
        /// Who published it.
        source: Source,
        /// When it held.
        time_ms: Timestamp,
        /// Height of the best block.
        height: Height,
        /// Time in the best block's header, Unix seconds: at most two hours after `time_ms`.
        tip_time_s: u32,
        /// Difficulty of the best block, which is what Bitcoin Core's `difficulty` says.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        difficulty: Option<Difficulty>,
        /// The compact target in the best block's header.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        nbits: Option<u32>,
        /// Estimated hashrate of the network, TH/s.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        hashrate_ths: Option<Hashrate>,
        /// Transactions that wait.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        mempool_transactions: Option<u32>,
        /// Their size in virtual bytes.
        [default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none"]
        mempool_vbytes: Option<u32>,
    }
}

fn check_network(snapshot: &mut NetworkSnapshotFields) -> Result<(), MarketError> {
    let latest_s = (snapshot.time_ms.to_ms() + MAX_FUTURE_MS).div_euclid(1000);
    if i64::from(snapshot.tip_time_s) > latest_s {
        let allowed = format!("at most two hours after time_ms: {latest_s}");
        return Err(MarketError::out_of_range("tip_time_s", snapshot.tip_time_s, allowed));
    }
    match (snapshot.difficulty, snapshot.nbits) {
        (None, None) => Err(MarketError::missing("difficulty", "difficulty or nbits")),
        (Some(difficulty), Some(nbits)) => {
            Err(MarketError::several("nbits", nbits, format_args!("difficulty {difficulty}")))
        }
        _ => Ok(()),
    }
}

impl NetworkSnapshot {
    /// How long ago the best block was made, by its header: negative where the header runs ahead of the clock.
    pub fn tip_age_ms(&self) -> i64 {
        self.time_ms.to_ms() - 1000 * i64::from(self.tip_time_s)
    }
}

columns! {
    /// Snapshots from one source, oldest first. Heights may fall: the best chain can be reorganized.
    ///
    /// ```
    /// use hashinsight_market::{NetworkHistory, NetworkHistoryColumns};
    /// let history = NetworkHistory::from_columns(NetworkHistoryColumns {
    ///     source: "mempool_space".parse()?,
    ///     time_ms: vec![1_769_215_600_000, 1_769_216_200_000],
    ///     height: vec![933_586, 933_587],
    ///     tip_time_s: vec![1_769_215_475, 1_769_216_100],
    ///     difficulty: Some(vec![141_668_107_417_558.2; 2]),
    ///     nbits: None,
    ///     hashrate_ths: None,
    ///     mempool_transactions: None,
    ///     mempool_vbytes: None,
    /// })?;
    /// assert_eq!(history.last().map(|row| row.height().get()), Some(933_587));
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    NetworkHistory of NetworkSnapshot from NetworkSnapshotFields, unchecked NetworkHistoryColumns, next by network_follows,
    same { source: Source },
    columns { time_ms: i64, height: u32, tip_time_s: u32 },
    optional {
        [deserialize_with = "wire::number::present_column"] difficulty: f64,
        [deserialize_with = "wire::present"] nbits: u32,
        [deserialize_with = "wire::number::present_column"] hashrate_ths: f64,
        [deserialize_with = "wire::present"] mempool_transactions: u32,
        [deserialize_with = "wire::present"] mempool_vbytes: u32,
    }
}

fn network_follows(history: &NetworkHistory, next: &NetworkSnapshot) -> Result<(), MarketError> {
    crate::row::after("time_ms", history.time_ms.last(), next.time_ms)
}
