//! Tariffs: what energy costs hour by hour, and the one engine that bills it.
//!
//! ```text
//! energy   = sum over hours of use · price of the hour
//! contract = sum over hours of block · (contract price - price of the hour)
//! demand   = sum over calendar months of highest hourly load · rate per kW-month
//! total    = energy + contract + demand
//! ```
//!
//! The second line is two-settlement: whoever bought a block and uses nothing sells it at the hour's price, so the
//! price that decides whether to run is always the hour's, never the contract's. Prices may be negative.
//!
//! | question | where |
//! |---|---|
//! | what does a tariff consist of? | [`Tariff`], [`EnergyRates`], [`Clock`] |
//! | which price holds in each hour? | [`tariff_prices`], [`Tariff::prices`] |
//! | what does a load cost? | [`bill`], [`Tariff::bill`] |
//!
//! Everything is billed in hours from the start of the span. An hour costs the price in force at its beginning; a month
//! that the span touches is charged its full demand rate.

mod bill;
mod clock;
mod hours;
mod prices;
mod rates;

pub use bill::{Bill, BillRequest, BilledMonths, bill};
pub use clock::{Clock, DaylightSaving};
pub(crate) use hours::check_hours;
pub use prices::{ContractBlock, Tariff, TariffPricesReport, TariffPricesRequest, tariff_prices};
pub use rates::{DayKind, EnergyRates, HourlySeries, TimeOfUse, TimeOfUseWindow};

const HOUR_MS: i64 = 3_600_000;
