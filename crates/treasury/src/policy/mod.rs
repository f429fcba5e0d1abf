//! Sell policies: one object that decides live, in backtest and in simulation.
//!
//! A [`Policy`] is data: a document, a value of a closed enum. What it has to remember between decisions is a [`State`], data as well.
//! [`Policy::decide`] takes one [`Observation`] of a treasury and answers a [`Plan`] that explains itself; a backtest that decides millions of
//! times calls [`Policy::order`] with a [`View`] of the same numbers, and gets the same order without the words.
//!
//! Coins are whole satoshis and cash is whole millionths of a dollar. Signals are plain numbers that somebody else has made; one that a rule
//! needs and that is absent lets the rule do nothing, and say so: missing is not zero. A plan counts as carried out: what a rule remembers
//! of its sales is what it planned.

mod clock;
mod decide;
mod memory;
mod observation;
mod plan;
mod rule;
mod step;

pub use decide::{DecideReport, DecideRequest, decide};
pub use memory::{Memory, State};
pub use observation::{Observation, Signals, View};
pub use plan::{Left, Plan, PlanStep};
pub use rule::{Dca, Policy, TradeSide};
pub use step::{Reason, Step};
