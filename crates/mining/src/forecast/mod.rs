//! Forecast: what a purchase of machines earns over its life.
//!
//! Two algorithms answer the same question. **Static**: difficulty, price, fees and subsidy stay as they are.
//! **Dynamic**: difficulty and price follow a path, the subsidy follows the height, hashrate decays.
//!
//! # Steps
//!
//! A step ends at a retarget, and at a halving. Its length is real: a period over which difficulty rises by the part
//! `g` was mined faster than the goal, in `2016 · 1_209_600 / 2015 / (1 + g)` seconds (the rule measures 2015
//! intervals). So growth shortens periods, heights come sooner, and so do halvings.
//!
//! Months of a fixed length are the alternative; then 144 blocks a day set the heights. A month is computed from stretch
//! to stretch between its retargets and halvings, and told as their sum: the subsidy halves at its block, and from there
//! on the machine may rest. Difficulty and price are the month's throughout, for their paths are per month.
//!
//! ```text
//! revenue    = hashrate · seconds · uptime / (difficulty · 2^32) · (subsidy + fees) · (1 - pool fee) · price
//! marginal   = energy · (power price + hosting fee)
//! net        = (revenue - marginal where that is not negative, else 0) - maintenance       at the end of the step
//! NPV        = -price + sum of net / (1 + rate)^t + resale / (1 + rate)^end
//! ```
//!
//! # The option to switch off
//!
//! Nobody has to mine at a loss: the machine runs in a stretch only where revenue covers what running costs. A forecast
//! that leaves this out understates the value; the report gives both and the difference, the value of the option.
//! Maintenance is paid in either case.
//!
//! Time is in years of 365 days from the start (as Excel's XNPV counts), with monthly steps in twelfths of a year.
//!
//! | question | where |
//! |---|---|
//! | what does a project earn, step by step? | [`forecast`] |
//! | and with random prices and difficulty? | [`ForecastSimulation`] |
//! | what are cash flows worth, at which rate nothing? | [`net_present_value`], [`internal_rate_of_return`] |
//! | what does a machine lose in the books? | [`depreciation`] |

mod cash;
mod depreciation;
mod model;
mod path;
mod project;
mod simulation;
mod steps;
mod value;

pub use cash::{ForecastReport, ForecastRequest, ForecastTable, HalvingAhead, Valuation, forecast};
pub use depreciation::{DepreciationMethod, DepreciationReport, DepreciationRequest, depreciation};
pub use model::{BootstrapModel, CorrelatedModel, PathModel};
pub use project::{Algorithm, DifficultyPath, DynamicPath, ForecastSteps, MiningProject, PricePath};
pub use simulation::{ForecastSimulation, ForecastSimulationReport, ForecastSimulationRequest};
pub(crate) use steps::{Stretch, retarget_stretches};
pub use value::{
    CashFlows, DatedCashFlow, InternalRate, InternalRateOfReturnReport, InternalRateOfReturnRequest,
    NetPresentValueReport, NetPresentValueRequest, internal_rate_of_return, net_present_value,
};
