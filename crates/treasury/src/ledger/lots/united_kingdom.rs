//! Share matching of individuals in the United Kingdom (TCGA 1992 ss. 104, 105, 106A; HMRC Cryptoassets Manual CRYPTO22200 and following).
//!
//! All coins acquired on a day count as one acquisition, all disposed of as one disposal. A disposal takes, in this order,
//!
//! ```text
//! 1. coins acquired on the same day
//! 2. coins acquired in the 30 days after it, the earliest first; of several disposals the earliest first
//! 3. coins of the section 104 pool:  cost_out = pool_cost * q / pool_quantity
//! ```
//!
//! Coins that are lost are a disposal for nothing: misplaced keys alone are none, a claim of negligible value makes them one (TCGA s. 24(2),
//! CRYPTO22400), at the value that it states. A fee in coins is a disposal at its fair value.
//!
//! What a disposal takes is final only when those 30 days are over, so it is worked out from the days when it is asked for.

use std::collections::BTreeMap;

use hashinsight_units::Order;

use super::Coins;
use crate::ledger::{DisposalKind, Fiat};

const WINDOW_DAYS: i64 = 30;

/// One civil day, as it is left to be matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Day {
    acquired: Coins,
    disposed_sat: u64,
    proceeds: Fiat,
    /// Why coins left; a sale where they left for several reasons, as all of the day is one disposal.
    kind: Option<DisposalKind>,
}

impl Day {
    /// Takes some of the disposal with its share of the proceeds.
    fn dispose(&mut self, sat: u64) -> Fiat {
        let proceeds = self.proceeds.share(sat, self.disposed_sat);
        self.disposed_sat -= sat;
        self.proceeds -= proceeds;
        proceeds
    }

    fn kind(&self) -> DisposalKind {
        self.kind.unwrap_or(DisposalKind::Sale)
    }
}

/// Where the coins of a disposal came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    SameDay,
    /// Unix day of the acquisition.
    Later(i64),
    Pool,
}

/// Coins of one disposal that have one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayMatch {
    pub(crate) day: i64,
    pub(crate) kind: DisposalKind,
    pub(crate) origin: Origin,
    pub(crate) proceeds: Fiat,
    pub(crate) coins: Coins,
}

/// Acquisitions and disposals by civil day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitedKingdom {
    days: BTreeMap<i64, Day>,
    sat: u64,
}

impl UnitedKingdom {
    pub(crate) fn sat(&self) -> u64 {
        self.sat
    }

    /// Coins acquired and disposed of on a day so far.
    pub(crate) fn on(&self, day: i64) -> (u64, u64) {
        self.days.get(&day).map_or((0, 0), |there| (there.acquired.sat, there.disposed_sat))
    }

    pub(crate) fn acquire(&mut self, day: i64, coins: Coins) {
        self.days.entry(day).or_default().acquired.add(coins);
        self.sat += coins.sat;
    }

    pub(crate) fn dispose(&mut self, day: i64, kind: DisposalKind, sat: u64, proceeds: Fiat) {
        let there = self.days.entry(day).or_default();
        there.kind = Some(there.kind.map_or(kind, |before| if before == kind { kind } else { DisposalKind::Sale }));
        there.disposed_sat += sat;
        there.proceeds += proceeds;
        self.sat -= sat;
    }

    /// Last civil day on which something was disposed of.
    pub(crate) fn last_disposal(&self) -> Option<i64> {
        self.days.iter().rev().find(|(_, day)| day.disposed_sat > 0).map(|(day, _)| *day)
    }

    /// What every disposal takes, by its day, and the pool after the last of them.
    pub(crate) fn matches(&self) -> (Vec<DayMatch>, Coins) {
        let mut days: Vec<(i64, Day)> = self.days.iter().map(|(day, what)| (*day, *what)).collect();
        let mut matches = Vec::new();
        for (day, what) in &mut days {
            let sat = what.disposed_sat.min(what.acquired.sat);
            if sat > 0 {
                let (proceeds, coins) = (what.dispose(sat), what.acquired.take(sat));
                matches.push(DayMatch { day: *day, kind: what.kind(), origin: Origin::SameDay, proceeds, coins });
            }
        }
        for index in 0..days.len() {
            let (before, after) = days.split_at_mut(index + 1);
            let (day, disposal) = &mut before[index];
            let window = after.iter_mut().take_while(|(later, _)| *later <= *day + WINDOW_DAYS);
            for (later, there) in window {
                let sat = disposal.disposed_sat.min(there.acquired.sat);
                if sat > 0 {
                    let (proceeds, coins) = (disposal.dispose(sat), there.acquired.take(sat));
                    matches.push(DayMatch {
                        day: *day,
                        kind: disposal.kind(),
                        origin: Origin::Later(*later),
                        proceeds,
                        coins,
                    });
                }
            }
        }
        let mut pool = Coins::default();
        for (day, what) in &mut days {
            pool.add(what.acquired);
            let sat = what.disposed_sat;
            if sat > 0 {
                let (proceeds, coins) = (what.dispose(sat), pool.take(sat));
                matches.push(DayMatch { day: *day, kind: what.kind(), origin: Origin::Pool, proceeds, coins });
            }
        }
        matches.order_by_key(|found| found.day); // stable: the rules stay in their order
        (matches, pool)
    }
}
