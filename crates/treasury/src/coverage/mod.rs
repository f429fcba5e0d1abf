//! Days of cash, runway, sale sizes, dated liabilities and loans.
//!
//! | question | where |
//! |---|---|
//! | what is it worth, how long does the cash last, what must be sold for a span? | [`coverage`], [`coverage_days`], [`days_to_first_gap`] |
//! | which sale brings a sum after costs? | [`net_to_gross`], [`Execution::gross`] |
//! | how long do cash and coins last while the price moves? | [`runway`] |
//! | how does the cash go week by week, and which covenants break? | [`cash_forecast`] |
//! | when does a loan fall due, what cures it, how likely is that? | [`loan`] |
//!
//! Coins are whole satoshis, cash is whole millionths of a dollar, and every rounding is against the treasury: what is planned is there.

mod cash;
mod costs;
mod days;
mod document;
mod forecast;
mod loan;
mod runway;
mod sale;
mod scale;
mod schedule;

pub use cash::{Cash, price_micros};
pub use costs::{Costs, Execution};
pub use days::{MonthConvention, coverage_days, days_to_first_gap};
pub use document::{CoverageReport, CoverageRequest, Expenses, TopUp, coverage};
pub use forecast::{
    CashForecastReport, CashForecastRequest, CashKind, Covenant, CovenantOutlook, ForecastLine, ForecastWeek,
    cash_forecast,
};
pub use loan::{Cure, LoanOutlook, LoanReport, LoanRequest, loan};
pub use runway::{RunwayReport, RunwayRequest, runway};
pub(crate) use sale::at_price;
pub use sale::{NetToGrossReport, NetToGrossRequest, net_to_gross};
pub(crate) use scale::{BILLION, SAT, billionths, billionths_below, scale_down, scale_up};
pub use schedule::{Due, Payment, Schedule};
