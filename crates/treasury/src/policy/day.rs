//! So much a day: a limit on sales that holds however often a policy is asked.

use hashinsight_units::{Fraction, MS_PER_DAY};

use super::{Memory, View};
use crate::coverage::{BILLION, billionths, scale_down};

/// The sales of a day: it begins with the first decision after the day before has ended.
pub(super) struct Day {
    coins: i64,
    sold: i64,
    since: hashinsight_units::Timestamp,
}

impl Day {
    pub(super) const EMPTY: Memory = Memory::Day { since_ms: None, coins_sat: 0, sold_sat: 0 };

    /// The day that runs now.
    pub(super) fn now(memory: &Memory, view: &View<'_>) -> Self {
        match *memory {
            Memory::Day { since_ms: Some(since), coins_sat, sold_sat }
                if view.time.to_ms() - since.to_ms() < MS_PER_DAY =>
            {
                Self { coins: coins_sat, sold: sold_sat, since }
            }
            _ => Self { coins: view.coins, sold: 0, since: view.time },
        }
    }

    /// Most satoshis that may still be sold: a fraction of the coins with which the day began, less what was sold.
    pub(super) fn limit(&self, most: Fraction, view: &View<'_>) -> i64 {
        let allowed = scale_down(self.coins, billionths(most.get()), BILLION);
        (allowed - self.sold).clamp(0, view.coins)
    }

    /// The day after a further sale.
    pub(super) const fn after(self, sat: i64) -> Memory {
        Memory::Day { since_ms: Some(self.since), coins_sat: self.coins, sold_sat: self.sold + sat }
    }
}
