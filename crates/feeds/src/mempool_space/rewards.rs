//! Rewards of the last blocks.

use hashinsight_units::{Amount, Error, Height, MeanAmount, Problem, Record};

use super::host::HOST;
use super::period::count;
use crate::error::{FeedError, in_body, out_of_range, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{self, Whole, wire};
use crate::{Endpoint, Parsed, Payload, Request, consensus};

/// `GET /api/v1/mining/reward-stats/{blocks}`: rewards of the last blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "MempoolSpaceRewardStats")]
#[non_exhaustive]
pub struct RewardStats {
    /// Number of blocks; 144 are about a day.
    #[record(example = 144)]
    pub blocks: u32,
}

/// Rewards of a run of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BlockRewards {
    /// Height of the first block.
    pub first_height: Height,
    /// Height of the last block.
    pub last_height: Height,
    /// Subsidies and fees of all blocks, in satoshis.
    pub reward_sat: Amount,
    /// Fees of all blocks, in satoshis.
    pub fees_sat: Amount,
    /// Mean fees of one block, in satoshis.
    pub fees_per_block_sat: MeanAmount,
}

parts! { BlockRewards { fees_per_block_sat } }

wire! {
    struct RewardWire {
        start_block: Whole = "startBlock",
        end_block: Whole = "endBlock",
        total_reward: Whole = "totalReward",
        total_fee: Whole = "totalFee",
    }
}

impl Endpoint for RewardStats {
    type Data = BlockRewards;

    fn request(&self) -> Result<Request, Error> {
        if self.blocks == 0 {
            return Err(out_of_range("blocks", 0, "at least 1"));
        }
        Ok(Request::get(HOST, format!("/api/v1/mining/reward-stats/{}", self.blocks)))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<BlockRewards>, FeedError> {
        let wire: RewardWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let first = count("startBlock", wire.start_block.0, u32::MAX)?;
        let last = count("endBlock", wire.end_block.0, u32::MAX)?;
        let blocks = last.checked_sub(first).map(|difference| u64::from(difference) + 1);
        let blocks = blocks
            .ok_or_else(|| refuse(Problem::OutOfRange, "endBlock", last, format!("not below startBlock {first}")))?;
        if blocks != u64::from(self.blocks) {
            doubts.note("endBlock", last, format!("{} blocks from startBlock on, as asked", self.blocks));
        }
        let reward_sat = Amount::from_signed_sat(wire.total_reward.0).map_err(in_body("totalReward"))?;
        let fees_sat = Amount::from_signed_sat(wire.total_fee.0).map_err(in_body("totalFee"))?;
        let per_block = MeanAmount::new(fees_sat.to_sat() as f64 / blocks as f64).map_err(in_body("totalFee"))?;
        if fees_sat > reward_sat {
            let allowed = format!("at most the whole reward, {} sat", reward_sat.to_sat());
            return Err(refuse(Problem::OutOfRange, "totalFee", fees_sat.to_sat(), allowed).into());
        }
        let (subsidies, issued) = (reward_sat.to_sat() - fees_sat.to_sat(), consensus::issued_sat(first, last));
        if subsidies != issued {
            let allowed = format!("fees and the subsidies of {first} to {last}, {issued} sat");
            doubts.note("totalReward", reward_sat.to_sat(), allowed);
        }
        consensus::height_agrees(&"endBlock".into(), last, payload.received_ms, &mut doubts);
        let (first_height, last_height) = (Height::new(first), Height::new(last));
        Ok(doubts.done(BlockRewards { first_height, last_height, reward_sat, fees_sat, fees_per_block_sat: per_block }))
    }
}
