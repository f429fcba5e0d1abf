//! A position that hedges what the site mines, and the cover that is asked for it.

use hashinsight_derivatives::margin::Side;
use hashinsight_units::{Amount, Fraction, Price, Record};

use super::{Dollars, Percent, Written};

/// Position in a perpetual contract that hedges what the site mines, for the quote of a cover against its liquidation.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteHedge {
    /// Side of the position: short where it hedges coins that are to be mined.
    #[record(example = "short")]
    pub side: Side,
    /// Size of the position, as text with its unit.
    #[record(example = "5 BTC")]
    pub quantity: Written<Amount>,
    /// Isolated margin of the position, as text with its unit.
    #[record(example = "60000 USD")]
    pub margin: Written<Dollars>,
    /// Maintenance margin, in percent of the notional as text.
    #[record(example = "0.5 %")]
    pub maintenance: Written<Fraction>,
    /// Number of days for which the cover is asked, from the midnight after the last day.
    #[record(example = 14, range = 1..=366)]
    pub days: u32,
    /// Part of the margin that is insured, in percent as text.
    #[record(example = "50 %")]
    pub covered: Written<Fraction>,
    /// Risk loading of the insurer, in percent of the standard deviation of the payout as text.
    #[record(example = "10 %")]
    pub risk_loading: Written<Fraction>,
    /// Expenses of the insurer, in percent of the premium as text.
    #[record(example = "15 %")]
    pub expenses: Written<Fraction>,
    /// Riskless rate per year, in percent as text: -50 % to 100 %.
    #[record(example = "4 %")]
    pub rate: Written<Percent>,
    /// Average entry price, as text with its unit. Absent: the price of the last day.
    pub entry: Option<Written<Price>>,
    /// Volatility per root of a year, in percent as text: 1 % to 500 %. Absent: that of the last 90 days.
    pub volatility: Option<Written<Percent>>,
}
