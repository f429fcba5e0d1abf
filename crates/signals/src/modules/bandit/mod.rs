//! Module I, bandit sizing: how much, learnt from what earlier sizes earned.
//!
//! Arms are fractions of a holding; a reward is known only after a horizon, and waits until then ([`BanditSizing`]). Four policies choose an arm:
//! Thompson sampling ([`BetaArm`]), UCB1 ([`ucb1_index`]), EXP3 ([`exp3_probabilities`]) and `LinUCB` ([`LinearArm`]). Whatever they choose is held
//! below a part of Kelly's fraction ([`kelly_of_bet`]). Draws are functions of seed and number of the play alone: a replay is the same in
//! every language.
//!
//! Pitfalls: a bandit explores, so one size means little; with few judged sales the posterior is the prior, and confidence says so; a reward
//! that is cut off at its scale does not tell a crash from a fall. Like module H it has no direction: its score is always 0.

mod exp3;
mod kelly;
mod policy;
mod sizing;
mod thompson;
mod ucb;

pub use exp3::{exp3_learn, exp3_probabilities};
pub use kelly::{kelly_of_assets, kelly_of_bet, kelly_of_returns};
pub use policy::Policy;
pub use sizing::{
    BanditSizing, BanditSizingOutput, BanditSizingParams, BanditSizingState, BanditSizingTable, BanditSizingTablePart,
    ScoredPrice, ScoredPriceColumns,
};
pub use thompson::BetaArm;
pub use ucb::{LinearArm, ucb1_index};
