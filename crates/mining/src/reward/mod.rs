//! Reward: what hashrate earns, on average and with luck.
//!
//! | question | where |
//! |---|---|
//! | what does a miner earn on average? | [`expected_reward`], [`BlockReward`] |
//! | what does a petahash earn per day? | [`hashprice`], looking back [`realized_hashprice`] |
//! | what are the odds of a block alone, and how long is the wait? | [`solo_odds`] |
//! | what does a pool pay, and how evenly? | [`payout`], [`PayoutScheme`], [`share_value`] |
//! | does the pool pay what it owes? | [`payout_audit`] |
//! | how is solo income distributed when difficulty moves and the subsidy halves? | [`SoloIncome`] |

mod audit;
mod expected;
mod hashprice;
mod income;
mod payout;
mod solo;

pub use audit::{PayoutAuditReport, PayoutAuditRequest, PoolLuck, payout_audit};
pub use expected::{BlockReward, ExpectedRewardReport, ExpectedRewardRequest, expected_reward};
pub(crate) use expected::{check_pool_fee, check_pool_fee_at};
pub(crate) use hashprice::hashprices;
pub use hashprice::{
    HashpriceReport, HashpriceRequest, RealizedHashpriceReport, RealizedHashpriceRequest, hashprice, realized_hashprice,
};
pub use income::{SoloIncome, SoloIncomeReport, SoloIncomeRequest};
pub use payout::{PayoutReport, PayoutRequest, PayoutScheme, ShareValueReport, ShareValueRequest, payout, share_value};
pub use solo::{SoloHorizon, SoloOddsReport, SoloOddsRequest, solo_odds};
