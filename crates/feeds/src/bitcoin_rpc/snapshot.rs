//! The market form of what a node said.

use hashinsight_market::{NetworkSnapshot, NetworkSnapshotFields};
use hashinsight_units::{Error, Timestamp};

use super::call::SOURCE;
use super::chain::ChainInfo;
use super::mining::MiningState;
use crate::error::{in_body, missing};
use crate::source::source;

/// The market form of what a node said: chain and, if it was asked, mining state of the same tip.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, bitcoin_rpc};
/// use hashinsight_units::Timestamp;
/// let received = Timestamp::from_s(1_769_215_600)?;
/// let chain = include_bytes!("../../tests/fixtures/obs_bitcoin_rpc_getblockchaininfo.json");
/// let mining = include_bytes!("../../tests/fixtures/obs_bitcoin_rpc_getmininginfo.json");
/// let chain = bitcoin_rpc::BlockchainInfo.parse(&Payload::new(chain, received))?.data;
/// let mining = bitcoin_rpc::MiningInfo.parse(&Payload::new(mining, received))?.data;
/// let snapshot = bitcoin_rpc::snapshot(&chain, Some(&mining), received)?;
/// assert_eq!(snapshot.tip_age_ms(), 125_000);
/// assert_eq!(snapshot.hashrate_ths().unwrap().to_ehs().round(), 935.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `feeds.payload.missing` where the node is too old to say the tip's time; what [`NetworkSnapshot::new`] refuses, like a tip of the
/// future.
pub fn snapshot(chain: &ChainInfo, mining: Option<&MiningState>, time_ms: Timestamp) -> Result<NetworkSnapshot, Error> {
    let missing = || missing("result.time", "the tip's time, which version 23 and later say");
    // A mining state of another tip is of another moment: its estimates are left out.
    let mining = mining.filter(|mining| mining.height == chain.height);
    NetworkSnapshot::new(NetworkSnapshotFields {
        source: source(SOURCE),
        time_ms,
        height: chain.height,
        tip_time_s: chain.tip_time_s.ok_or_else(missing)?,
        difficulty: Some(chain.difficulty),
        nbits: None,
        hashrate_ths: mining.map(|mining| mining.hashrate_ths),
        mempool_transactions: mining.map(|mining| mining.mempool_transactions),
        mempool_vbytes: None,
    })
    .map_err(in_body("result"))
}
