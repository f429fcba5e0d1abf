//! Mining state, as a node sees it.

use hashinsight_units::{Difficulty, Error, Hashrate, Height, Record};

use super::call::{call, count, nbits, open};
use crate::decimal::shifted;
use crate::error::{FeedError, in_body};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{Maybe, Number, Texts, Whole, wire};
use crate::{Endpoint, Parsed, Payload, Request, consensus, plausible};

/// `getmininginfo`: difficulty, hashrate, mempool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MiningInfo;

/// Mining state, as a node sees it.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MiningState {
    /// Name of the network: `main`, `test`, `testnet4`, `signet` or `regtest`.
    pub chain: String,
    /// Height of the best block.
    pub height: Height,
    /// Difficulty of the best block.
    pub difficulty: Difficulty,
    /// Compact target (nBits) of the best block, said from version 29 on.
    pub nbits: Option<u32>,
    /// Compact target (nBits) of the next block, said from version 29 on.
    pub next_nbits: Option<u32>,
    /// Hashrate of the network over the last 120 blocks, in TH/s (received as H/s).
    pub hashrate_ths: Hashrate,
    /// Number of transactions in the mempool.
    pub mempool_transactions: u32,
    /// Warnings of the node, as text.
    pub warnings: Vec<String>,
}

parts! { MiningState { height, difficulty, hashrate_ths } }

wire! {
    struct MiningWire {
        chain: String,
        blocks: Whole,
        difficulty: Number,
        networkhashps: Number,
        pooledtx: Whole,
        bits: Option<String>,
        next: Option<NextWire>,
        /// Text, or since version 28 a list of texts.
        warnings: Option<Texts>,
    }
}

wire! {
    struct NextWire {
        bits: String,
        difficulty: Maybe = default,
    }
}

impl Endpoint for MiningInfo {
    type Data = MiningState;

    fn request(&self) -> Result<Request, Error> {
        Ok(call("getmininginfo", "[]"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<MiningState>, FeedError> {
        let wire: MiningWire = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let hashrate_ths =
            Hashrate::from_ths(shifted(wire.networkhashps.0, 12)).map_err(in_body("result.networkhashps"))?;
        let difficulty = Difficulty::new(wire.difficulty.0).map_err(in_body("result.difficulty"))?;
        if wire.chain == "main" {
            if let Ok(height) = u32::try_from(wire.blocks.0) {
                consensus::height_agrees(&"result.blocks".into(), height, payload.received_ms, &mut doubts);
            }
            plausible::difficulty("result.difficulty", difficulty, payload.received_ms.to_ms(), &mut doubts);
            plausible::hashrate("result.networkhashps", hashrate_ths, payload.received_ms.to_ms(), &mut doubts);
            plausible::agrees("result.networkhashps", hashrate_ths, difficulty, &mut doubts);
        }
        consensus::network_agrees(&"result.chain".into(), &wire.chain, difficulty.get(), &mut doubts);
        doubts.range("result.pooledtx", wire.pooledtx.0 as f64, 0.0, 2e6, " transactions");
        let Texts(warnings) = wire.warnings.unwrap_or_default();
        let bits = wire.bits.as_deref().map(|bits| nbits("result.bits", bits)).transpose()?;
        consensus::target_agrees(&"result.bits".into(), bits, difficulty.get(), &mut doubts);
        for warning in &warnings {
            doubts.note("result.warnings", warning, "no warning");
        }
        let next = wire.next.as_ref().map(|next| nbits("result.next.bits", &next.bits)).transpose()?;
        if let Some(said) = wire.next.and_then(|next| next.difficulty.0) {
            consensus::target_agrees(&"result.next.bits".into(), next, said, &mut doubts);
        }
        Ok(doubts.done(MiningState {
            chain: wire.chain,
            height: Height::new(count("blocks", wire.blocks.0)?),
            difficulty,
            nbits: bits,
            next_nbits: next,
            hashrate_ths,
            mempool_transactions: count("pooledtx", wire.pooledtx.0)?,
            warnings,
        }))
    }
}

/// `getnetworkhashps`: the hashrate over a number of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BitcoinRpcNetworkHashps")]
#[non_exhaustive]
pub struct NetworkHashps {
    /// Number of blocks over which the hashrate is estimated. Absent: since the last retarget.
    pub blocks: Option<u32>,
    /// Height of the last block that is looked at. Absent: the height of the tip.
    pub height: Option<Height>,
}

/// A hashrate by itself.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct NetworkHashrate {
    /// Hashrate of the network, in TH/s (received as H/s).
    pub hashrate_ths: Hashrate,
}

parts! { NetworkHashrate { hashrate_ths } }

impl Endpoint for NetworkHashps {
    type Data = NetworkHashrate;

    fn request(&self) -> Result<Request, Error> {
        let blocks = self.blocks.map_or(-1, i64::from);
        let height = self.height.map_or(-1, |height| i64::from(height.get()));
        Ok(call("getnetworkhashps", &format!("[{blocks},{height}]")))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<NetworkHashrate>, FeedError> {
        let wire: Number = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let hashrate_ths = Hashrate::from_ths(shifted(wire.0, 12)).map_err(in_body("result"))?;
        plausible::hashrate("result", hashrate_ths, payload.received_ms.to_ms(), &mut doubts);
        Ok(doubts.done(NetworkHashrate { hashrate_ths }))
    }
}
