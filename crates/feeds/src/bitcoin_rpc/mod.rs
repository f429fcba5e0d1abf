//! Bitcoin Core's JSON-RPC, spoken by one's own node or by a provider such as Ankr.
//!
//! Traps: up to version 27 an answer is `{"result","error","id"}`, from 28 on (where the request says
//! `"jsonrpc":"2.0"`, as here) the unused member is left out, and an error comes with status 200. `networkhashps`
//! exceeds 2^64 and is printed in digits or with an exponent. `warnings` is text or a list. `bits` and `target` came
//! with version 29, the tip's `time` with 23. Any field of `getblockstats` may be absent. Providers forbid some methods
//! (code -32601): [`RefusalKind::Unsupported`](crate::RefusalKind::Unsupported) says take another upstream.
//!
//! ```
//! use hashinsight_feeds::{Access, Endpoint, Payload, bitcoin_rpc};
//! use hashinsight_units::Timestamp;
//! let request = bitcoin_rpc::MiningInfo.request()?;
//! assert_eq!(request.body(), Some(r#"{"jsonrpc":"2.0","id":1,"method":"getmininginfo","params":[]}"#));
//! assert_eq!(request.authorize(&Access::AnkrPath("k3y".parse()?))?.to_string(), "POST https://rpc.ankr.com/btc/***");
//! let body = br#"{"result":934512955213370500000,"error":null,"id":1}"#;
//! let question = bitcoin_rpc::NetworkHashps::new().blocks(120);
//! let answer = question.parse(&Payload::new(body, Timestamp::from_s(1_769_215_600)?))?.data;
//! assert_eq!(answer.hashrate_ths.to_ehs().round(), 935.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod block;
mod call;
mod chain;
pub(crate) mod host;
mod mining;
mod snapshot;

use crate::endpoint::upstream;

pub use block::{BlockReport, BlockStats};
pub use chain::{BlockchainInfo, ChainInfo};
pub use mining::{MiningInfo, MiningState, NetworkHashps, NetworkHashrate};
pub use snapshot::snapshot;

upstream! {
    "a bitcoin node", BitcoinRpcAsk => BitcoinRpcData {
        /// The chain and its tip.
        BlockchainInfo,
        /// Difficulty, hashrate, mempool.
        MiningInfo,
        /// The hashrate over a number of blocks.
        NetworkHashps(NetworkHashps),
        /// Reward of one block.
        BlockStats(BlockStats),
    }
}
