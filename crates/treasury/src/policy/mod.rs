//! Sell policies: one object that decides live, in backtest and in simulation.
//!
//! A [`Policy`] is data: a document, a value of a closed enum. What it has to remember between decisions is a [`State`], data as well.
//! [`Policy::decide`] takes one [`Observation`] of a treasury and answers a [`Plan`] that explains itself; a backtest that decides millions of
//! times calls [`Policy::order`] with a [`View`] of the same numbers, and gets the same order without the words.
//!
//! Coins are whole satoshis and cash is whole millionths of a dollar. Signals are plain numbers that somebody else has made; one that a rule
//! needs and that is absent lets the rule do nothing, and say so: missing is not zero. What a rule remembers of its sales is what it asked for:
//! a combinator that sells less does not make a level or a trigger ask again.
//!
//! | policy | sells | source |
//! |---|---|---|
//! | [`Policy::Hold`] | nothing | |
//! | [`Dca`] | equal sums at equal times, or buys them | |
//! | [`OpexCoverage`] | what is missing for the payments of the coming days | |
//! | [`Layered`] | shares at multiples of the cost, the rest at a trailing stop | |
//! | [`MiningCycle`] | a share while hashprice, Puell multiple and hash ribbon are high | |
//! | [`BasisFunding`] | nothing: hedges while basis and funding pay for it | |
//! | [`VolatilityTrigger`] | a share when volatility jumps, once | |
//! | [`Cppi`] | down to a multiple of the cushion, or buys up to it | Black and Jones 1987; Estep and Kritzman 1988 |
//! | [`FloorRule`] | the least that keeps every payment coverable in the worst case | [`floor`](crate::floor) |
//! | [`Policy::Max`], [`Policy::Min`] | the greatest, the smallest of several sales | |
//! | [`Cap`] | what another does, at most so much a day | |
//! | [`Policy::Then`] | what several do, each with what those before it leave | |

mod carry;
mod clock;
mod day;
mod decide;
mod hedge;
mod memory;
mod observation;
mod overlay;
mod plan;
mod refuse;
mod rule;
mod slicing;
mod step;

pub use carry::{BasisReport, BasisRequest, FundingReport, FundingRequest, annualised_basis, annualised_funding};
pub(crate) use clock::span_ms;
pub use decide::{DecideReport, DecideRequest, decide};
pub use hedge::{ForwardHedgeReport, ForwardHedgeRequest, HedgeRatio, HedgeResult, HedgedQuantity, forward_hedge};
pub use memory::{Memory, State};
pub use observation::{Observation, Signals, View};
pub use overlay::{CollarReport, CollarRequest, CoveredCallReport, CoveredCallRequest, collar, covered_call};
pub use plan::{Left, Plan, PlanStep};
pub use rule::{
    BasisFunding, Cap, Cppi, Dca, FloorRule, Layered, Level, MiningCycle, OpexCoverage, Policy, ShareOf, TradeSide,
    VolatilityTrigger, WhenInfeasible,
};
pub use slicing::{ExecutionCost, ExecutionScheduleReport, ExecutionScheduleRequest, LinearImpact, execution_schedule};
pub use step::{Reason, Step};
