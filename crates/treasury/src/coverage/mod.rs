//! Days of cash, runway, sale sizes, dated liabilities and loans.

mod cash;
mod costs;
mod scale;
mod schedule;

pub use cash::{Cash, price_micros};
pub use costs::{Costs, Execution};
pub use schedule::{Due, Payment, Schedule};
