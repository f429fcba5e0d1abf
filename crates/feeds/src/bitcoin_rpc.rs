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
//! let question = bitcoin_rpc::NetworkHashps { blocks: Some(120), height: None };
//! let answer = question.parse(&Payload::new(body, Timestamp::from_s(1_769_215_600)?))?.data;
//! assert_eq!(answer.hashrate_ths.to_ehs().round(), 935.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use hashinsight_market::{BlockStats as Block, BlockStatsFields, NetworkSnapshot, NetworkSnapshotFields};
use hashinsight_units::{Amount, Difficulty, FieldPath, Hashrate, Height, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::endpoint::upstream;
use crate::error::{FeedError, PayloadProblem};
use crate::payload::Doubts;
use crate::read::{self, Maybe, MaybeWhole, Number, Whole};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, plausible};

const SOURCE: &str = "bitcoin_rpc";
/// A node's address is its owner's affair.
pub(crate) const NO_HOST: &str = "";

upstream! {
    "a bitcoin node", BitcoinRpcAsk => BitcoinRpcData {
        /// The chain and its tip.
        BlockchainInfo,
        /// Difficulty, hashrate, mempool.
        MiningInfo,
        /// The hashrate over a number of blocks.
        NetworkHashps(NetworkHashps),
        /// What one block paid.
        BlockStats(BlockStats),
    }
}

fn call(method: &str, params: &Value) -> Request {
    // Written out: the order of keys in a `json!` object is a feature of serde_json that any other crate may switch.
    let body = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":{params}}}"#);
    Request::post(NO_HOST, "/", body)
}

#[derive(Deserialize)]
struct Envelope<T> {
    #[serde(default = "none")]
    result: Option<T>,
    #[serde(default)]
    error: Option<RpcError>,
}

const fn none<T>() -> Option<T> {
    None
}

#[derive(Deserialize)]
struct RpcError {
    #[serde(default)]
    code: MaybeWhole,
    #[serde(default)]
    message: Option<String>,
}

fn open<T: DeserializeOwned>(payload: &Payload<'_>) -> Result<T, FeedError> {
    match read::json(payload)? {
        Envelope { error: Some(error), .. } => {
            let code = error.code.0.map(|code| code.to_string()).unwrap_or_default();
            Err(read::refused(&code, error.message.as_deref().unwrap_or_default()))
        }
        Envelope { result: Some(result), .. } => Ok(result),
        Envelope { .. } => Err(FeedError::missing("result", "a value")),
    }
}

fn count(path: &'static str, whole: i64) -> Result<u32, FeedError> {
    u32::try_from(whole).map_err(|_| {
        let path = FieldPath::new("result").field(path);
        FeedError::payload(PayloadProblem::OutOfRange, path, whole, "0 to 4294967295")
    })
}

fn nbits(path: &str, text: &str) -> Result<u32, FeedError> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let hex = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let value = if hex { u32::from_str_radix(digits, 16).ok() } else { None };
    value.ok_or_else(|| FeedError::payload(PayloadProblem::Unknown, path, text, "8 hex digits"))
}

fn difficulty(path: &'static str, number: Number, doubts: &mut Doubts) -> Result<Difficulty, FeedError> {
    let difficulty = Difficulty::new(number.0).map_err(FeedError::unit(path))?;
    plausible::difficulty(path, difficulty, doubts);
    Ok(difficulty)
}

/// `getblockchaininfo`: the chain and its tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockchainInfo;

/// The chain and its tip, as a node sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChainInfo {
    /// `main`, `test`, `testnet4`, `signet` or `regtest`.
    pub chain: String,
    /// Height of the best block.
    pub height: Height,
    /// Headers that the node knows: more than blocks while it catches up.
    pub headers: Height,
    /// Difficulty of the best block.
    pub difficulty: Difficulty,
    /// Compact target of the best block (from version 29 on).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nbits: Option<u32>,
    /// Time in the best block's header, Unix seconds (from version 23 on).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tip_time_s: Option<u32>,
    /// Median of the last eleven header times, Unix seconds.
    pub median_time_s: u32,
    /// Whether the node is still catching up: what it says is old then.
    pub initial_block_download: bool,
}

#[derive(Deserialize)]
struct ChainWire {
    chain: String,
    blocks: Whole,
    headers: Whole,
    difficulty: Number,
    #[serde(default)]
    bits: Option<String>,
    #[serde(default)]
    time: MaybeWhole,
    mediantime: Whole,
    #[serde(default)]
    initialblockdownload: bool,
}

impl Endpoint for BlockchainInfo {
    type Data = ChainInfo;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(call("getblockchaininfo", &json!([])))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<ChainInfo>, FeedError> {
        let wire: ChainWire = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let (height, headers) = (count("blocks", wire.blocks.0)?, count("headers", wire.headers.0)?);
        if headers < height {
            let allowed = format!("at least blocks, {height}");
            return Err(FeedError::payload(PayloadProblem::OutOfRange, "result.headers", headers, allowed));
        }
        if wire.initialblockdownload {
            doubts.note("result.initialblockdownload", true, "false: this node is still catching up");
        }
        doubts.past_s("result.mediantime", wire.mediantime.0)?;
        if let Some(time) = wire.time.0 {
            doubts.past_s("result.time", time)?;
        }
        let is_main = wire.chain == "main";
        let mut unnoticed = Doubts::new(payload);
        Ok(Parsed {
            data: ChainInfo {
                height: Height::new(height),
                headers: Height::new(headers),
                difficulty: difficulty(
                    "result.difficulty",
                    wire.difficulty,
                    if is_main { &mut doubts } else { &mut unnoticed },
                )?,
                nbits: wire.bits.as_deref().map(|bits| nbits("result.bits", bits)).transpose()?,
                tip_time_s: wire.time.0.map(|time| count("time", time)).transpose()?,
                median_time_s: count("mediantime", wire.mediantime.0)?,
                initial_block_download: wire.initialblockdownload,
                chain: wire.chain,
            },
            suspicious: doubts.done(()).suspicious,
        })
    }
}

/// `getmininginfo`: difficulty, hashrate, mempool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MiningInfo;

/// What a node says to miners.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MiningState {
    /// `main`, `test`, `testnet4`, `signet` or `regtest`.
    pub chain: String,
    /// Height of the best block.
    pub height: Height,
    /// Difficulty of the best block.
    pub difficulty: Difficulty,
    /// Compact target of the best block (from version 29 on).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nbits: Option<u32>,
    /// Compact target of the next block (from version 29 on).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_nbits: Option<u32>,
    /// Hashrate over the last 120 blocks, TH/s (received as H/s).
    pub hashrate_ths: Hashrate,
    /// Transactions that wait.
    pub mempool_transactions: u32,
    /// What the node warns of.
    pub warnings: Vec<String>,
}

#[derive(Deserialize)]
struct MiningWire {
    chain: String,
    blocks: Whole,
    difficulty: Number,
    networkhashps: Number,
    pooledtx: Whole,
    #[serde(default)]
    bits: Option<String>,
    #[serde(default)]
    next: Option<NextWire>,
    #[serde(default)]
    warnings: Value,
}

#[derive(Deserialize)]
struct NextWire {
    bits: String,
}

impl Endpoint for MiningInfo {
    type Data = MiningState;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(call("getmininginfo", &json!([])))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<MiningState>, FeedError> {
        let wire: MiningWire = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let hashrate_ths = Hashrate::from_hs(wire.networkhashps.0).map_err(FeedError::unit("result.networkhashps"))?;
        let difficulty = Difficulty::new(wire.difficulty.0).map_err(FeedError::unit("result.difficulty"))?;
        if wire.chain == "main" {
            plausible::difficulty("result.difficulty", difficulty, &mut doubts);
            plausible::hashrate("result.networkhashps", hashrate_ths, &mut doubts);
            plausible::agrees("result.networkhashps", hashrate_ths, difficulty, &mut doubts);
        }
        let warnings = match &wire.warnings {
            Value::String(text) if text.is_empty() => Vec::new(),
            Value::String(text) => vec![text.clone()],
            Value::Array(list) => list.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
            Value::Null => Vec::new(),
            other => {
                let path = "result.warnings";
                return Err(FeedError::payload(PayloadProblem::WrongType, path, other, "text or a list of texts"));
            }
        };
        for warning in &warnings {
            doubts.note("result.warnings", warning, "no warning");
        }
        let next = wire.next.map(|next| nbits("result.next.bits", &next.bits));
        Ok(doubts.done(MiningState {
            chain: wire.chain,
            height: Height::new(count("blocks", wire.blocks.0)?),
            difficulty,
            nbits: wire.bits.as_deref().map(|bits| nbits("result.bits", bits)).transpose()?,
            next_nbits: next.transpose()?,
            hashrate_ths,
            mempool_transactions: count("pooledtx", wire.pooledtx.0)?,
            warnings,
        }))
    }
}

/// `getnetworkhashps`: the hashrate over a number of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BitcoinRpcNetworkHashps"))]
#[serde(deny_unknown_fields)]
pub struct NetworkHashps {
    /// Over how many blocks; absent: since the last retarget.
    #[serde(default, deserialize_with = "hashinsight_units::wire::present", skip_serializing_if = "Option::is_none")]
    pub blocks: Option<u32>,
    /// Up to which height; absent: up to the tip.
    #[serde(default, deserialize_with = "hashinsight_units::wire::present", skip_serializing_if = "Option::is_none")]
    pub height: Option<Height>,
}

/// A hashrate by itself.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NetworkHashrate {
    /// Hashrate of the network, TH/s (received as H/s).
    pub hashrate_ths: Hashrate,
}

impl Endpoint for NetworkHashps {
    type Data = NetworkHashrate;

    fn request(&self) -> Result<Request, FeedError> {
        let blocks = self.blocks.map_or(-1, i64::from);
        let height = self.height.map_or(-1, |height| i64::from(height.get()));
        Ok(call("getnetworkhashps", &json!([blocks, height])))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<NetworkHashrate>, FeedError> {
        let wire: Number = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let hashrate_ths = Hashrate::from_hs(wire.0).map_err(FeedError::unit("result"))?;
        plausible::hashrate("result", hashrate_ths, &mut doubts);
        Ok(doubts.done(NetworkHashrate { hashrate_ths }))
    }
}

/// `getblockstats`: what one block paid. (A pruned node no longer knows old blocks.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BitcoinRpcBlockStats"))]
#[serde(deny_unknown_fields)]
pub struct BlockStats {
    /// Height of the block.
    pub height: Height,
}

/// What one block paid, and what inclusion cost.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BlockReport {
    /// The block.
    pub block: Block,
    /// Median fee rate by weight, satoshis per virtual byte, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_fee_rate_sat_per_vb: Option<f64>,
}

#[derive(Deserialize)]
struct BlockWire {
    height: Whole,
    time: Whole,
    subsidy: Whole,
    totalfee: Whole,
    #[serde(default)]
    txs: MaybeWhole,
    #[serde(default)]
    total_weight: MaybeWhole,
    #[serde(default)]
    feerate_percentiles: Vec<Maybe>,
}

impl Endpoint for BlockStats {
    type Data = BlockReport;

    fn request(&self) -> Result<Request, FeedError> {
        let stats = ["height", "time", "subsidy", "totalfee", "txs", "total_weight", "feerate_percentiles"];
        Ok(call("getblockstats", &json!([self.height.get(), stats])))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<BlockReport>, FeedError> {
        let wire: BlockWire = open(payload)?;
        let mut doubts = Doubts::new(payload);
        doubts.past_s("result.time", wire.time.0)?;
        let height = Height::new(count("height", wire.height.0)?);
        if height != self.height {
            let allowed = format!("the height that was asked for, {}", self.height);
            return Err(FeedError::payload(PayloadProblem::OutOfRange, "result.height", height, allowed));
        }
        let fields = BlockStatsFields {
            source: source(SOURCE)?,
            height,
            time_s: count("time", wire.time.0)?,
            subsidy_sat: Amount::from_signed_sat(wire.subsidy.0).map_err(FeedError::unit("result.subsidy"))?,
            fees_sat: Amount::from_signed_sat(wire.totalfee.0).map_err(FeedError::unit("result.totalfee"))?,
            difficulty: None,
            transactions: wire.txs.0.map(|txs| count("txs", txs)).transpose()?,
            weight: wire.total_weight.0.map(|weight| count("total_weight", weight)).transpose()?,
        };
        let median = wire.feerate_percentiles.get(2).and_then(|rate| rate.0);
        if let Some(rate) = median.filter(|rate| *rate < 0.0) {
            let path = "result.feerate_percentiles[2]";
            return Err(FeedError::payload(PayloadProblem::OutOfRange, path, rate, "at least 0"));
        }
        let block = Block::new(fields).map_err(FeedError::market("result"))?;
        Ok(doubts.done(BlockReport { block, median_fee_rate_sat_per_vb: median }))
    }
}

/// The market form of what a node said: chain and, if it was asked, mining state of the same tip.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, bitcoin_rpc};
/// use hashinsight_units::Timestamp;
/// let received = Timestamp::from_s(1_769_215_600)?;
/// let chain = include_bytes!("../tests/fixtures/obs_bitcoin_rpc_getblockchaininfo.json");
/// let mining = include_bytes!("../tests/fixtures/obs_bitcoin_rpc_getmininginfo.json");
/// let chain = bitcoin_rpc::BlockchainInfo.parse(&Payload::new(chain, received))?.data;
/// let mining = bitcoin_rpc::MiningInfo.parse(&Payload::new(mining, received))?.data;
/// let snapshot = bitcoin_rpc::snapshot(&chain, Some(&mining), received)?;
/// assert_eq!(snapshot.tip_age_ms(), 125_000);
/// assert_eq!(snapshot.hashrate_ths().unwrap().to_ehs().round(), 935.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`FeedError::Payload`] (missing) where the node is too old to say the tip's time; [`FeedError::Market`] for a tip of
/// the future.
pub fn snapshot(
    chain: &ChainInfo,
    mining: Option<&MiningState>,
    time_ms: Timestamp,
) -> Result<NetworkSnapshot, FeedError> {
    let missing = || FeedError::missing("result.time", "the tip's time, which version 23 and later say");
    // A mining state of another tip is of another moment: its estimates are left out.
    let mining = mining.filter(|mining| mining.height == chain.height);
    NetworkSnapshot::new(NetworkSnapshotFields {
        source: source(SOURCE)?,
        time_ms,
        height: chain.height,
        tip_time_s: chain.tip_time_s.ok_or_else(missing)?,
        difficulty: Some(chain.difficulty),
        nbits: None,
        hashrate_ths: mining.map(|mining| mining.hashrate_ths),
        mempool_transactions: mining.map(|mining| mining.mempool_transactions),
        mempool_vbytes: None,
    })
    .map_err(FeedError::market("result"))
}
