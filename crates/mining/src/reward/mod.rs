//! Reward: what hashrate earns, on average and with luck.
//!
//! | question | where |
//! |---|---|
//! | what does a block pay? | [`BlockReward`], with how hard it is [`Chain`], with the price of bitcoin [`Market`] |
//! | what does a miner earn on average? | [`expected_reward`] |
//! | what does a petahash earn per day? | [`hashprice`], a series [`hashprice_batch`], looking back [`realized_hashprice`] |
//! | what are the odds of a block alone, and how long is the wait? | [`solo_odds`] |
//! | what does a pool pay, and how evenly? | [`payout`], [`PayoutScheme`], [`PoolFee`], [`share_value`] |
//! | does the pool pay what it owes? | [`payout_audit`] |
//! | how is solo income distributed when difficulty moves and the subsidy halves? | [`SoloIncome`] |

mod audit;
mod block;
pub mod document;
mod expected;
mod hashprice;
mod income;
mod payout;
mod pool_fee;
mod realized;
mod share;
mod solo;

pub use audit::{PayoutAuditReport, PayoutAuditRequest, PoolLuck, payout_audit};
pub use block::{BlockReward, Chain, Market};
pub use document::{HashpriceReport, HashpriceRequest};
pub use expected::{ExpectedRewardReport, ExpectedRewardRequest, expected_reward};
pub use hashprice::{
    BtcHashprice, HashpriceBatchParams, HashpriceColumns, HashpriceLine, HashpriceRow, HashpriceTable,
    HashpriceTablePart, hashprice, hashprice_batch,
};
pub use income::{SoloIncome, SoloIncomeReport, SoloIncomeRequest, SoloIncomeState};
pub use payout::{PayoutReport, PayoutRequest, PayoutScheme, payout};
pub use pool_fee::PoolFee;
pub use realized::{RealizedHashpriceReport, RealizedHashpriceRequest, realized_hashprice};
pub use share::{ShareValueReport, ShareValueRequest, share_value};
pub use solo::{SoloHorizon, SoloOddsReport, SoloOddsRequest, solo_odds};
