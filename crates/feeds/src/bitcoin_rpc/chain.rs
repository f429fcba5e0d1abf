//! The chain and its tip.

use hashinsight_units::{Difficulty, Error, Height, Problem, Record};
use serde::Deserialize;
use serde_json::json;

use super::call::{call, count, difficulty, nbits, open};
use crate::error::{FeedError, refuse};
use crate::payload::Doubts;
use crate::read::{MaybeWhole, Number, Whole};
use crate::{Endpoint, Parsed, Payload, Request};

/// `getblockchaininfo`: the chain and its tip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockchainInfo;

/// The chain and its tip, as a node sees it.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ChainInfo {
    /// Name of the network: `main`, `test`, `testnet4`, `signet` or `regtest`.
    pub chain: String,
    /// Height of the best block.
    pub height: Height,
    /// Height of the best header that the node knows: above that of the best block while it catches up.
    pub headers: Height,
    /// Difficulty of the best block.
    pub difficulty: Difficulty,
    /// Compact target (nBits) of the best block, said from version 29 on.
    pub nbits: Option<u32>,
    /// Header time of the best block, in Unix seconds; said from version 23 on.
    pub tip_time_s: Option<u32>,
    /// Median of the last eleven header times, in Unix seconds.
    pub median_time_s: u32,
    /// Whether the node is still catching up; its answers are old then.
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

    fn request(&self) -> Result<Request, Error> {
        Ok(call("getblockchaininfo", &json!([])))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<ChainInfo>, FeedError> {
        let wire: ChainWire = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let (height, headers) = (count("blocks", wire.blocks.0)?, count("headers", wire.headers.0)?);
        if headers < height {
            let allowed = format!("at least blocks, {height}");
            return Err(refuse(Problem::OutOfRange, "result.headers", headers, allowed).into());
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
