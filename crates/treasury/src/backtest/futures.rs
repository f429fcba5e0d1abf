//! A short future against the coins, struck at each close and settled in cash at the next.
//!
//! ```text
//! future  = P (1 + basis_per_year * interval / 365 d)               of the close at which it is struck, to the nearest millionth
//! settled = floor(short (future - P of the next close) / 10^8)
//! costs   = those of a trade of as many coins, where the short changes
//! ```
//!
//! Bars know no futures: what a future is worth comes from the basis among the signals. Whoever hedges at a close whose basis is not known
//! has no price for it, and the run is refused.

use super::account::{Account, Stop};
use crate::coverage::{Execution, SAT};

/// Most cash either way that a settlement may leave, in millionths of a dollar: payments still fit below it.
const MOST: i128 = 4_000_000_000_000_000_000;

/// Price of a future of one bar, in millionths of a dollar; `None` where that is no price.
pub(super) fn future(price: i64, basis_per_year: f64, periods_per_year: f64) -> Option<i64> {
    let future = (price as f64 * (1.0 + basis_per_year / periods_per_year)).round_ties_even();
    #[expect(clippy::cast_possible_truncation, reason = "1 to 4e18")]
    let whole = (1.0..4e18).contains(&future).then_some(future as i64);
    whole
}

impl Account {
    /// Settles a short of so many satoshis at the close after it was struck; answers the cash that comes, below 0 where it goes.
    pub(super) fn settle(&mut self, short: i64, future: i64, execution: &Execution) -> Result<i64, Stop> {
        let gain = i128::from(short) * i128::from(future - execution.price());
        let gain = gain.div_euclid(i128::from(SAT));
        let cash = i128::from(self.cash) + gain;
        if !(-MOST..=MOST).contains(&cash) {
            return Err(Stop::TooLarge);
        }
        #[expect(clippy::cast_possible_truncation, reason = "the difference of two i64 below 2^62")]
        let gain = gain as i64;
        self.cash += gain;
        Ok(gain)
    }

    /// Pays for a change of a short, in satoshis; answers the costs.
    pub(super) fn change_short(&mut self, change: i64, execution: &Execution) -> i64 {
        let costs = match change {
            1.. => execution.value(change) - execution.proceeds(change),
            0 => 0,
            ..=-1 => execution.outlay(-change) - execution.value(-change),
        };
        self.cash -= costs;
        costs
    }
}
