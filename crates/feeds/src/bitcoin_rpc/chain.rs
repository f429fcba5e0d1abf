//! The chain and its tip.

use hashinsight_units::{Difficulty, Error, Height, Problem, Record};

use super::call::{call, count, header_time, nbits, open};
use crate::error::{FeedError, in_body, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{MaybeWhole, Number, Whole, wire};
use crate::time::DAY_MS;
use crate::{Endpoint, Parsed, Payload, Request, consensus, plausible};

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

parts! { ChainInfo { height, difficulty } }

wire! {
    struct ChainWire {
        chain: String,
        blocks: Whole,
        headers: Whole,
        difficulty: Number,
        bits: Option<String>,
        time: MaybeWhole = default,
        mediantime: Whole,
        initialblockdownload: bool = default,
    }
}

impl Endpoint for BlockchainInfo {
    type Data = ChainInfo;

    fn request(&self) -> Result<Request, Error> {
        Ok(call("getblockchaininfo", "[]"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<ChainInfo>, FeedError> {
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
        let (median_time_s, median) = header_time("mediantime", wire.mediantime.0, &mut doubts)?;
        let tip = wire.time.0.map(|time| header_time("time", time, &mut doubts)).transpose()?;
        if let Some((_, tip)) = tip
            && (tip.to_s() - median.to_s()).abs() > DAY_MS / 1000
        {
            doubts.note("result.mediantime", wire.mediantime.0, format!("within a day of time, {}", tip.to_s()));
        }
        let is_main = wire.chain == "main";
        let difficulty = Difficulty::new(wire.difficulty.0).map_err(in_body("result.difficulty"))?;
        let nbits = wire.bits.as_deref().map(|bits| nbits("result.bits", bits)).transpose()?;
        consensus::target_agrees(&"result.bits".into(), nbits, difficulty.get(), &mut doubts);
        consensus::network_agrees(&"result.chain".into(), &wire.chain, difficulty.get(), &mut doubts);
        if is_main {
            consensus::height_agrees(&"result.headers".into(), headers, payload.received_ms, &mut doubts);
            plausible::difficulty("result.difficulty", difficulty, median.to_ms(), &mut doubts);
            consensus::height_agrees(&"result.blocks".into(), height, median, &mut doubts);
        }
        Ok(doubts.done(ChainInfo {
            height: Height::new(height),
            headers: Height::new(headers),
            difficulty,
            nbits,
            tip_time_s: tip.map(|(seconds, _)| seconds),
            median_time_s,
            initial_block_download: wire.initialblockdownload,
            chain: wire.chain,
        }))
    }
}
