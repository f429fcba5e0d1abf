//! mempool.space: retarget estimate, hashrate and difficulty history, rewards, fees, prices.
//!
//! Traps: `estimatedRetargetDate`, `remainingTime` and the time averages are milliseconds (the documentation's example
//! shows seconds), `previousTime` is seconds although its interface says milliseconds: instants are told apart by
//! magnitude. Changes are percent. Hashrates are integer literals beyond 2^64. Sums of rewards are text. Histories come
//! newest first.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, mempool_space};
//! use hashinsight_units::Timestamp;
//! let body = include_bytes!("../../tests/fixtures/syn_mempool_reward_stats.json");
//! let question = mempool_space::RewardStats::new(144);
//! let rewards = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_900)?))?.data;
//! assert_eq!(rewards.fees_per_block_sat.to_sat(), 371_234_567.0 / 144.0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod fees;
mod hashrate;
pub(crate) mod host;
mod period;
mod prices;
mod retarget;
mod rewards;

use crate::endpoint::upstream;

pub use fees::{FeeRates, RecommendedFees};
pub use hashrate::{DifficultyAdjustments, HashrateHistory, NetworkHashrates, Retargets};
pub use period::Period;
pub use prices::Prices;
pub use retarget::{DifficultyAdjustment, RetargetEstimate};
pub use rewards::{BlockRewards, RewardStats};

upstream! {
    "mempool.space", MempoolSpaceAsk => MempoolSpaceData {
        /// The coming retarget.
        DifficultyAdjustment,
        /// Hashrate and difficulty over time.
        HashrateHistory(HashrateHistory),
        /// Past retargets.
        DifficultyAdjustments(DifficultyAdjustments),
        /// Rewards of the last blocks.
        RewardStats(RewardStats),
        /// Price of one bitcoin in several currencies.
        Prices,
        /// Fee rates for different patience.
        RecommendedFees,
    }
}
