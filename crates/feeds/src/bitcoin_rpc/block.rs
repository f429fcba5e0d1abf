//! Reward of one block.

use hashinsight_market::{BlockStats as Block, BlockStatsFields};
use hashinsight_units::{Amount, Error, FieldPath, Height, Problem, Record};

use super::call::{SOURCE, call, count, header_time, open};
use crate::error::{FeedError, at_member, in_body, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{Maybe, MaybeWhole, Whole, wire};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, consensus};

/// `getblockstats`: reward of one block. (A pruned node no longer knows old blocks.)
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BitcoinRpcBlockStats")]
#[non_exhaustive]
pub struct BlockStats {
    /// Height of the block.
    #[record(example = 840_000)]
    pub height: Height,
}

/// Reward of one block, and the fee rate of inclusion.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BlockReport {
    /// Subsidy, fees and size of the block.
    pub block: Block,
    /// Median fee rate by weight, in satoshis per virtual byte, where it was asked for.
    pub median_fee_rate_sat_per_vb: Option<f64>,
}

parts! { BlockReport { block } }

/// 50 BTC.
const MOST_FEES_SAT: i64 = 5_000_000_000;

wire! {
    struct BlockWire {
        height: Whole,
        time: Whole,
        subsidy: Whole,
        totalfee: Whole,
        txs: MaybeWhole = default,
        total_size: MaybeWhole = default,
        total_weight: MaybeWhole = default,
        feerate_percentiles: Vec<Maybe> = default,
    }
}

impl Endpoint for BlockStats {
    type Data = BlockReport;

    fn request(&self) -> Result<Request, Error> {
        let stats = r#"["height","time","subsidy","totalfee","txs","total_size","total_weight","feerate_percentiles"]"#;
        Ok(call("getblockstats", &format!("[{},{stats}]", self.height)))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<BlockReport>, FeedError> {
        let wire: BlockWire = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let (time_s, time) = header_time("time", wire.time.0, &mut doubts)?;
        let height = Height::new(count("height", wire.height.0)?);
        if height != self.height {
            let allowed = format!("the height that was asked for, {}", self.height);
            return Err(refuse(Problem::OutOfRange, "result.height", height, allowed).into());
        }
        let subsidy_sat = Amount::from_signed_sat(wire.subsidy.0).map_err(in_body("result.subsidy"))?;
        consensus::subsidy_agrees(&"result.subsidy".into(), subsidy_sat.to_sat(), height, &mut doubts);
        consensus::height_agrees(&"result.height".into(), height.get(), time, &mut doubts);
        let fees = wire.totalfee.0;
        if fees > MOST_FEES_SAT {
            doubts.note(
                "result.totalfee",
                fees,
                format!("at most {MOST_FEES_SAT} sat, more than all but a few blocks"),
            );
        }
        // The smallest transactions weigh some 240 units.
        if let (Some(weight), Some(txs)) = (wire.total_weight.0, wire.txs.0)
            && weight < 240 * (txs - 1)
        {
            doubts.note("result.total_weight", weight, format!("at least 240 for each of {txs} transactions"));
        }
        // Each byte weighs one unit or four (BIP 141).
        if let (Some(weight), Some(size)) = (wire.total_weight.0, wire.total_size.0)
            && !(size..=size.saturating_mul(4)).contains(&weight)
        {
            doubts.note("result.total_weight", weight, format!("1 to 4 units for each of {size} bytes"));
        }
        let rates: Vec<f64> = wire.feerate_percentiles.iter().filter_map(|rate| rate.0).collect();
        if !rates.is_sorted() {
            doubts.note("result.feerate_percentiles", format!("{rates:?}"), "percentiles that rise");
        }
        let fields = BlockStatsFields {
            source: source(SOURCE),
            height,
            time_s,
            subsidy_sat,
            fees_sat: Amount::from_signed_sat(wire.totalfee.0).map_err(in_body("result.totalfee"))?,
            difficulty: None,
            transactions: wire.txs.0.map(|txs| count("txs", txs)).transpose()?,
            weight: wire.total_weight.0.map(|weight| count("total_weight", weight)).transpose()?,
        };
        let median = wire.feerate_percentiles.get(2).and_then(|rate| rate.0);
        if let Some(rate) = median.filter(|rate| *rate < 0.0) {
            let path = "result.feerate_percentiles[2]";
            return Err(refuse(Problem::OutOfRange, path, rate, "at least 0").into());
        }
        let block = Block::new(fields).map_err(|error| at_member(&error, result))?;
        Ok(doubts.done(BlockReport { block, median_fee_rate_sat_per_vb: median }))
    }
}

/// Where a field of a block stands.
fn result(field: &str) -> FieldPath {
    FieldPath::new("result").field(match field {
        "time_s" => "time",
        "subsidy_sat" => "subsidy",
        "fees_sat" => "totalfee",
        "transactions" => "txs",
        "weight" => "total_weight",
        other => other,
    })
}
