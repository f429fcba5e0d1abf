//! Profit: what is left of the reward once energy, hosting and upkeep are paid.
//!
//! ```text
//! gross_btc     = hashrate · seconds · uptime / hashes per block · (subsidy + fees)
//! gross_revenue = gross_btc · price                         pool_fee = gross_revenue · fee
//! revenue       = gross_revenue - pool_fee
//! net           = revenue - power_cost - hosting - maintenance      (in this order, so that the terms add up exactly)
//! ```
//!
//! Difficulty, price and tariff are constant over the span: this is the arithmetic of one day or one month, not a
//! forecast.
//!
//! | question | where |
//! |---|---|
//! | one machine or site | [`profit`] |
//! | a million rows | [`profit_batch`], [`profit_batch_into`] |
//! | thousands of groups of machines with age and price | [`fleet_batch`] |
//! | a grid of prices, difficulties and tariffs | [`profit_heat_map`] |
//! | at which tariff, price, hashprice or difficulty does it stop paying? | [`BreakEvens`] |
//! | what does one bitcoin cost to produce? | [`CostOfBitcoin`] |

mod batch;
mod break_even;
mod factors;
mod fleet_batch;
mod heat_map;
mod operation;
mod report;

pub use batch::{
    ProfitBatchParams, ProfitColumns, ProfitLine, ProfitRow, ProfitTable, ProfitTablePart, profit_batch,
    profit_batch_into,
};
pub use break_even::{BreakEvens, CostOfBitcoin};
pub use fleet_batch::{FleetBatchParams, FleetColumns, FleetLine, FleetRow, FleetTable, FleetTablePart, fleet_batch};
pub use heat_map::{HeatMapReport, HeatMapRequest, profit_heat_map};
pub use operation::Operation;
pub use report::{ProfitReport, ProfitRequest, profit};
