//! Dispatch (curtailment): which machines run in which hour.
//!
//! Mining is linear in the load: a machine earns `hashprice · hashrate` and costs `price · power` in every interval, so it
//! runs where the first exceeds the second, fully or not at all. Some things make that a problem worth solving:
//!
//! | what | how it is solved | where |
//! |---|---|---|
//! | nothing couples intervals or machines | by threshold: on where the margin is positive | [`plan_dispatch`] |
//! | minimum times, start cost, initial state | dynamic programming, exact | [`plan_dispatch`] |
//! | a power limit, or load to be shed | whole machines from the merit order, exact or with a gap | [`merit_order`] |
//! | power modes | the mode with the best margin; under a limit whichever fits best | both |
//! | demand charges | surcharges on the intervals that make the peak, exact by duality or with a gap | [`plan_dispatch`] |
//! | ratchets, peaks so far, tiers, minimum charges | lines that no bill falls short of; the best plan found and a gap | [`plan_dispatch`] |
//! | minimum times under a power limit | machines in blocks, one after the other, and a gap | [`plan_dispatch`] |
//!
//! ```text
//! margin(hour) = hashprice(hour) / 24 · PH/s · (1 - pool fee) - price(hour) · kW · overhead
//! on(t)  = max( margin(t) + on(t + 1), off(t + min_down) )
//! off(t) = max( off(t + 1), margin(t) + ... + margin(t + min_up - 1) - start + on(t + min_up) )
//! ```
//!
//! The margin is in USD per machine and interval; `on` and `off` are values of a class that may choose, running or at
//! rest. What lies beyond the horizon does not bind. The price is that of the tariff's intervals: a contract block bought
//! ahead is settled at that price, used or not, and does not change what running costs. The plan is then charged what the
//! tariff's own [`bill`](crate::tariff::bill) says, all of it. The gap is 0 only where a plan meets a bound that no plan
//! exceeds; elsewhere the best of the plans with and without steering, of resting, of running always and of those within
//! demands that are paid anyway is taken, and the gap says what it may be short of.

mod accounts;
mod blocks;
mod class;
mod dual;
mod hours;
mod knapsack;
mod limit;
mod merit_order;
mod merit_steps;
mod minimum_times;
mod plan;
mod plan_search;
mod report;
mod schedule;
mod steering;
mod switching;
#[cfg(test)]
mod tests;

pub use class::{DispatchClass, InitialState};
pub use hours::HashpriceCurve;
pub use merit_order::{MeritClassReport, MeritOrderReport, MeritOrderRequest, MeritRow, PowerLimit, merit_order};
pub use plan::{DispatchRequest, plan_dispatch};
pub use report::{DispatchClassReport, DispatchReport};
pub use schedule::DispatchReason;
pub(crate) use switching::running;
