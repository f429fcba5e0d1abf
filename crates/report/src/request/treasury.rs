//! Coins, cash and what is to be paid.

use hashinsight_units::{Amount, Date, Fraction, Record};

use super::{Dollars, Written};

/// Payment that is due once.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SitePayment {
    /// Day on which it is due, UTC.
    #[record(example = "2026-09-30")]
    pub due: Date,
    /// Sum, as text with its unit.
    #[record(example = "250000 USD")]
    pub amount: Written<Dollars>,
}

/// Coins, cash, costs of selling and what is to be paid.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteTreasury {
    /// Coins held, as text with its unit.
    #[record(example = "12.5 BTC")]
    pub coins: Written<Amount>,
    /// Cash held, as text with its unit.
    #[record(example = "600000 USD")]
    pub cash: Written<Dollars>,
    /// Cost of the coins, all together, as text with its unit. Absent: not known.
    pub cost: Option<Written<Dollars>>,
    /// What is paid every 30 days beside power, hosting and maintenance, as text with its unit.
    #[record(example = "100000 USD")]
    pub expenses: Written<Dollars>,
    /// Fee of a sale, in percent of what is sold as text.
    #[record(example = "0.1 %")]
    pub fee: Written<Fraction>,
    /// Slippage of a sale, in percent of the price as text.
    #[record(example = "0.05 %")]
    pub slippage: Written<Fraction>,
    /// What the price keeps in the worst case of 30 days, in percent as text: the plan is safe for every path that does not fall further.
    #[record(example = "85 %")]
    pub worst_price: Written<Fraction>,
    /// Name of the file of `files` with the basis of futures at each day's close, and the funding of perpetuals. Absent: not known, and the template
    /// that hedges is left out.
    pub futures: Option<String>,
    /// Number of months of 30 days for which payments must be covered.
    #[record(default = 6, example = 6, range = 1..=36)]
    pub months: u32,
    /// Cash that must never be spent, as text with its unit. Absent: none.
    pub reserve: Option<Written<Dollars>>,
    /// Payments that are due once.
    #[record(default = Vec::new())]
    pub payment: Vec<SitePayment>,
}
