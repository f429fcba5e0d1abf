//! What a cover says for good when it is sold.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_units::{Decimal, Record};

/// Price that triggers a cover, and what is paid there.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TriggerLevel {
    /// Side of the price at sale on which the level lies.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Price that triggers, in quote currency.
    #[record(example = 54216.87)]
    pub price: f64,
    /// Loss at this level, in the currency of the cover, as decimal text.
    #[record(example = "3000.00")]
    pub loss: Decimal,
    /// Payout at this level, in the currency of the cover, as decimal text.
    #[record(example = "1500.00")]
    pub payout: Decimal,
}

/// Terms that are frozen when a cover is bought: they are judged by, whatever the holder does to the account afterwards.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FrozenTerms {
    /// What stands behind the account, in its currency.
    #[record(example = 3000)]
    pub margin: f64,
    /// Prices that trigger, lower one first; empty where none does, for a drawdown or the default of an exchange, and for an account in several
    /// coins, whose equity decides.
    pub levels: Vec<TriggerLevel>,
    /// Loss that the price of the cover stands on: the greatest at its levels, the margin for a drawdown, loss given default for an exchange.
    #[record(example = "3000.00")]
    pub loss: Decimal,
    /// Payout for this loss, in the currency of the cover, as decimal text.
    #[record(example = "1500.00")]
    pub payout: Decimal,
    /// Maximum payout, in the currency of the cover, as decimal text: no claim is paid more.
    #[record(example = "1500.00")]
    pub maximum_payout: Decimal,
    /// Leverage: notional over margin; absent for a balance with an exchange.
    pub leverage: Option<f64>,
    /// Bankruptcy price, in quote currency: for a gap the price beyond which a fill costs more than the margin.
    pub bankruptcy_price: Option<f64>,
}
