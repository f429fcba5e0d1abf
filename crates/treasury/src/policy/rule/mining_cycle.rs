//! A share of the coins at the height of the mining cycle: rich hashprice, rich issuance, growing hashrate.

use hashinsight_units::{Days, Error, Fraction, Ratio, Record, Verdict};

use super::Rule;
use crate::coverage::{BILLION, billionths, scale_down};
use crate::policy::clock::{has_passed, later};
use crate::policy::{Memory, Reason, Step, View};

/// A share of the coins while hashprice, Puell multiple and hash ribbon are all high, at most once in `every_days`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MiningCycle {
    /// Place of today's hashprice in its window above which coins are sold, as a fraction.
    #[record(example = 0.7)]
    pub hashprice_percentile_above: Fraction,
    /// Puell multiple above which coins are sold.
    #[record(example = 1.8)]
    pub puell_above: Ratio,
    /// Mean hashrate of 30 days over that of 60 days above which coins are sold: 1 keeps from selling in a capitulation. Absent: at any.
    pub hash_ribbon_above: Option<Ratio>,
    /// Part of the coins that is sold at once, as a fraction.
    #[record(example = 0.15)]
    pub share: Fraction,
    /// Least time between sales, in days of 86,400 s.
    #[record(example = 14)]
    pub every_days: Days,
}

/// Whether all hold: no where one does not, cannot say where one of the others is unknown.
fn all(conditions: [Verdict; 3]) -> Verdict {
    if conditions.contains(&Verdict::No) {
        Verdict::No
    } else if conditions.contains(&Verdict::CannotSay) {
        Verdict::CannotSay
    } else {
        Verdict::Yes
    }
}

impl Rule for MiningCycle {
    fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    fn memory(&self) -> Memory {
        Memory::Last { time_ms: None }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let signals = view.signals;
        let above =
            |value: Option<f64>, level: f64| value.map_or(Verdict::CannotSay, |value| Verdict::of(value > level));
        let hashprice_percentile = signals.hashprice_percentile.map(Fraction::get);
        let (puell, hash_ribbon) = (signals.puell.map(Ratio::get), signals.hash_ribbon.map(Ratio::get));
        let verdict = all([
            above(hashprice_percentile, self.hashprice_percentile_above.get()),
            above(puell, self.puell_above.get()),
            self.hash_ribbon_above.map_or(Verdict::Yes, |level| above(hash_ribbon, level.get())),
        ]);
        let mut last = if let Memory::Last { time_ms } = *memory { time_ms } else { None };
        let mut sale = 0;
        if verdict == Verdict::Yes && has_passed(last, self.every_days, view.time) {
            sale = scale_down(view.coins, billionths(self.share.get()), BILLION);
            last = Some(view.time);
            *memory = Memory::Last { time_ms: last };
        }
        let next_ms = last.and_then(|last| later(last, self.every_days));
        Step::sell(sale, Reason::MiningCycle { verdict, hashprice_percentile, puell, hash_ribbon, next_ms })
    }
}
