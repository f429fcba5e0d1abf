//! Tariffs: what energy costs at each moment, and the one engine that bills it.
//!
//! ```text
//! energy     = sum over intervals of use · price of the interval
//! contract   = sum over intervals of block · (contract price - price of the interval)
//! demand     = sum over charges and calendar months of rate · max(peak of the intervals that count, floors)
//! tiers      = sum over calendar months of the blocks' charges for the month's use, blocks of kWh and of kWh per kW
//! coincident = sum over intervals named of rate · load
//! minimum    = sum over calendar months of max(least amount - all of these and the fixed charge, 0)
//! total      = energy + contract + demand + tiers + coincident + fixed + minimum
//! ```
//!
//! The second line is two-settlement: whoever bought a block and uses nothing sells it at the interval's price, so the
//! price that decides whether to run is always the interval's, never the contract's. Prices may be negative.
//!
//! | question | where |
//! |---|---|
//! | what does a tariff consist of? | [`Tariff`], [`EnergyRates`], [`Clock`], [`DemandCharge`], [`EnergyTier`], [`HoursUse`], [`CoincidentPeak`] |
//! | which price holds in each interval? | [`tariff_prices`], [`Tariff::prices`] |
//! | what does a load cost? | [`bill`], [`Tariff::bill`] |
//! | how is a file of prices read? | [`read_prices`] |
//!
//! Everything is billed in settlement intervals of 5, 15, 30 or 60 minutes from the start of the span. An interval
//! costs the mean of the prices in force during it, by their time; it counts for a demand window that holds at its
//! beginning; a month that the span touches is charged its full demand rate, fixed charge and minimum.

mod bill;
mod charges;
mod clock;
mod grid;
mod hours_use;
mod price_file;
mod prices;
mod rates;
mod series;
mod terms;
mod window;

pub use bill::{Bill, BillRequest, BilledDemand, BilledMonths, bill};
pub use charges::{CoincidentPeak, DemandCharge, DemandRatchet, EnergyTier};
pub(crate) use clock::next_month;
pub use clock::{Clock, DaylightSaving, OffsetChange};
pub(crate) use grid::{Grid, check_hours};
pub use hours_use::{HoursUse, HoursUseBlock};
pub use price_file::{PriceUnit, ReadPricesRequest, read_prices};
pub use prices::{ContractBlock, Tariff, TariffPricesReport, TariffPricesRequest, tariff_prices};
pub use rates::{EnergyRates, TimeOfUse, TimeOfUseWindow};
pub use series::HourlySeries;
pub(crate) use terms::{DemandTerm, Floor, Terms, floor_kw};
pub use window::{BillingWindow, DayKind, Season, Weekday};

const HOUR_MS: i64 = 3_600_000;
