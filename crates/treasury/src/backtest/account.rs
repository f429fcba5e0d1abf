//! Coins and cash of a treasury on its way: one order of events for backtest, sweep and simulation.
//!
//! At the close of each bar mined coins arrive, the policy sees and trades, and payments that are due are made. Everything is whole: satoshis and millionths of a dollar. What the coins cost is carried at their average.

use crate::coverage::Execution;

/// Coins in satoshis, cash in millionths of a dollar, and what the coins cost where that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Account {
    pub(crate) coins: i64,
    pub(crate) cash: i64,
    pub(crate) cost: Option<i64>,
}

/// Most that coins and cash may be worth together, in millionths of a dollar: what [`View`](crate::policy::View) asks for, less a margin for
/// the rounding of a float.
const MOST: f64 = 8.9e18;

/// Why an account cannot go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A sale of more than the coins, or a purchase of more than the cash.
    Beyond,
    /// Worth more than whole millionths hold.
    TooLarge,
    /// A hedge in futures, whose price is not known.
    Hedge,
}

impl Account {
    /// Mined coins arrive; their value is their cost.
    #[inline]
    pub(crate) fn receive(&mut self, sat: i64, execution: &Execution) {
        if sat > 0 {
            self.coins += sat;
            self.cost = self.cost.map(|cost| cost + execution.value(sat));
        }
    }

    /// Sells so many satoshis, or buys where they are below 0; answers what that brings.
    #[inline]
    pub(crate) fn trade(&mut self, sell: i64, execution: &Execution) -> Result<i64, Stop> {
        if sell == 0 {
            return Ok(0);
        }
        let change = if sell > 0 { execution.proceeds(sell) } else { -execution.outlay(-sell) };
        if sell > self.coins || sell < 0 && self.cash + change < 0 {
            return Err(Stop::Beyond);
        }
        self.cost = self.cost.map(|cost| if sell < 0 { cost - change } else { cost - part(cost, sell, self.coins) });
        self.coins -= sell;
        self.cash += change;
        Ok(change)
    }

    /// Worth in millionths of a dollar at a price of so many for one satoshi: a float, for measures.
    #[inline]
    pub(crate) fn worth(&self, per_sat: f64) -> f64 {
        self.coins as f64 * per_sat + self.cash as f64
    }

    /// Refuses what is worth more than whole millionths hold.
    #[inline]
    pub(crate) fn check(&self, per_sat: f64) -> Result<(), Stop> {
        let cash = if self.cash > 0 { self.cash as f64 } else { 0.0 };
        if self.coins as f64 * per_sat + cash < MOST { Ok(()) } else { Err(Stop::TooLarge) }
    }
}

/// Millionths of a dollar for one satoshi, of those for one bitcoin.
pub(crate) const fn per_sat(price: i64) -> f64 {
    price as f64 / 1e8
}

/// The part of a cost that belongs to so many of the coins, rounded down.
#[expect(clippy::cast_possible_truncation, reason = "a part of an i64")]
fn part(cost: i64, of: i64, coins: i64) -> i64 {
    (i128::from(cost) * i128::from(of) / i128::from(coins)) as i64
}
