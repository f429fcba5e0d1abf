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
//! Under a [tariff](crate::tariff) the switching is by settlement interval, against the whole bill, and the bill is paid.
//!
//! Time is in years of 365 days from the start (as Excel's XNPV counts), with monthly steps in twelfths of a year.
//!
//! # In this order
//!
//! | step | file |
//! |---|---|
//! | what is bought and how it is run, the world at the start and how it moves on | `project`, `world` |
//! | steps, split at retargets and halvings | `stretches` |
//! | money of a stretch, its part of a tariff's bills, value of all | `stretch_cash`, `billed`, `valuation` |
//! | along one path: [`forecast`], of many machines in many scenarios: [`forecast_batch`] | `deterministic`, `batch` |
//! | along random paths: [`ForecastSimulation`] | `price_model`, `simulated_paths`, `simulation`, `uncertainty` |
//!
//! What cash flows are worth at a rate, rates of return and depreciation are in [`investment`](crate::investment).

mod batch;
mod billed;
mod deterministic;
mod price_model;
mod project;
mod simulated_paths;
mod simulation;
mod stretch_cash;
mod stretches;
mod uncertainty;
mod valuation;
mod world;

pub use batch::{
    ForecastBatchParams, ForecastCase, ForecastCaseColumns, ForecastCaseLine, ForecastCaseTable, ForecastCaseTablePart,
    forecast_batch,
};
pub use billed::ForecastBill;
pub use deterministic::{ForecastReport, ForecastRequest, ForecastTable, HalvingAhead, forecast};
pub use price_model::{BootstrapModel, CorrelatedModel, PathModel};
pub use project::MiningProject;
pub use simulation::{
    ForecastSimulation, ForecastSimulationReport, ForecastSimulationRequest, ForecastSimulationState,
};
pub use stretches::ForecastSteps;
pub(crate) use stretches::{Stretch, retarget_stretches};
pub use uncertainty::{ForecastFan, SensitivityInput, Tornado};
pub use valuation::Valuation;
pub use world::{Algorithm, DifficultyPath, DynamicPath, PricePath, StartingWorld};
