//! Profit taken level by level, with memory, a reserve and a trailing stop.
//!
//! ```text
//! level i is sold once, when price >= multiple_i * reference and the filter holds: share_i of the initial, or of the remaining coins
//! once a level is sold: price <= (1 - stop) * highest price since then sells down to the reserve, and ends the ladder
//! ```

use hashinsight_units::json::Told;
use hashinsight_units::{Amount, At, Error, Fraction, Price, Ratio, Record, Verdict};

use super::Rule;
use crate::coverage::{BILLION, Cash, SAT, billionths, price_micros, scale_down, scale_up};
use crate::policy::refuse::{length, out_of_range};
use crate::policy::{Memory, Reason, Step, View};

/// A level of a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Level {
    /// Price at which the level is sold, as a multiple of the reference.
    #[record(example = 1.2)]
    pub multiple: Ratio,
    /// Part of the coins that is sold, as a fraction.
    #[record(example = 0.15)]
    pub share: Fraction,
}

/// Coins that shares of a ladder are parts of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ShareOf {
    /// Coins held at the first decision.
    Initial,
    /// Coins held when the level is sold.
    Remaining,
}

/// Profit taken level by level. Each level is sold once; a price that jumps over several sells them all.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Layered {
    /// Levels, in order of their multiples: 1 to 32.
    pub levels: Vec<Level>,
    /// Coins that the shares are parts of.
    #[record(example = "initial")]
    pub share_of: ShareOf,
    /// Price of one bitcoin from which the levels are counted, in USD. Absent: the average cost of the coins held.
    pub reference_usd: Option<Price>,
    /// Fall from the highest price since the first sold level that ends the ladder, as a fraction above 0. Absent: no fall does.
    pub trailing_stop: Option<Fraction>,
    /// Part of the coins held at the first decision that is never sold, as a fraction.
    #[record(default = Fraction::ZERO)]
    pub reserve: Fraction,
    /// Relative strength index above which levels are sold, 0 to 100. Absent: at any.
    #[record(range = 0.0..=100.0)]
    pub rsi_above: Option<f64>,
}

/// What a ladder remembers.
struct Ladder {
    initial: i64,
    taken: u32,
    highest: Option<i64>,
    stopped: bool,
}

impl Ladder {
    fn of(memory: &Memory, view: &View<'_>) -> Self {
        match *memory {
            Memory::Ladder { coins_sat: Some(coins), taken, highest_usd, stopped } => Self {
                initial: coins.to_sat().cast_signed(),
                taken,
                highest: highest_usd.map(Cash::to_micros),
                stopped,
            },
            _ => Self { initial: view.coins, taken: 0, highest: None, stopped: false },
        }
    }
}

impl Layered {
    /// Millionths of a dollar for one bitcoin, as an estimate: levels are compared with it, not booked.
    fn reference(&self, view: &View<'_>) -> Option<f64> {
        let average = || view.cost.filter(|_| view.coins > 0).map(|cost| cost as f64 / view.coins as f64 * SAT as f64);
        self.reference_usd.map(|price| price_micros(price) as f64).or_else(average)
    }

    fn filter(&self, view: &View<'_>) -> Verdict {
        let Some(above) = self.rsi_above else { return Verdict::Yes };
        view.signals.rsi.map_or(Verdict::CannotSay, |rsi| Verdict::of(rsi > above))
    }
}

impl Rule for Layered {
    fn check(&self) -> Result<(), Error> {
        Layered::check(self)?;
        if !(1..=32).contains(&self.levels.len()) {
            return Err(length("levels", self.levels.len(), "1 to 32 levels"));
        }
        let (mut above, mut shares) = (0.0, 0.0);
        for (index, level) in self.levels.iter().enumerate() {
            let share = level.share.get();
            shares += share;
            // Shares of a hundred levels that add up to 1 are as far from it as they were rounded.
            if self.share_of == ShareOf::Initial && shares > 1.0 + 1e-12 {
                let left = hashinsight_numerics::clamp(1.0 - (shares - share), 0.0, 1.0);
                let allowed = format!("at most {}, what the levels before leave of the first coins", Told(left));
                return Err(out_of_range("share", share, &allowed)).index(index).at("levels");
            }
            let multiple = level.multiple.get();
            if multiple <= above {
                let refused = Err(out_of_range("multiple", multiple, &format!("above {}", Told(above))));
                return refused.index(index).at("levels");
            }
            above = multiple;
        }
        match self.trailing_stop {
            Some(stop) if stop == Fraction::ZERO => Err(out_of_range("trailing_stop", stop, "above 0, at most 1")),
            _ => Ok(()),
        }
    }

    fn memory(&self) -> Memory {
        Memory::Ladder { coins_sat: None, taken: 0, highest_usd: None, stopped: false }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let mut ladder = Ladder::of(memory, view);
        let (price, reference, filter) = (view.execution.price(), self.reference(view), self.filter(view));
        let level_price = |level: &Level| reference.map(|reference| reference * level.multiple.get());
        let part = |coins: i64, share: Fraction| scale_down(coins, billionths(share.get()), BILLION);
        let reserve = scale_up(ladder.initial, billionths(self.reserve.get()), BILLION);
        let free = (view.coins - reserve).max(0);

        let mut sale = 0;
        ladder.highest = ladder.highest.map(|highest| highest.max(price));
        let fallen =
            |(highest, stop): (i64, Fraction)| price <= scale_down(highest, BILLION - billionths(stop.get()), BILLION);
        if ladder.stopped {
        } else if ladder.highest.zip(self.trailing_stop).is_some_and(fallen) {
            (sale, ladder.stopped) = (free, true);
        } else if filter == Verdict::Yes {
            while let Some(level) = self.levels.get(ladder.taken as usize) {
                if level_price(level).is_none_or(|level| (price as f64) < level) {
                    break;
                }
                let whole = if self.share_of == ShareOf::Initial { ladder.initial } else { view.coins - sale };
                sale = (sale + part(whole, level.share)).min(free);
                ladder.taken += 1;
                ladder.highest = Some(price);
            }
        }

        let next_level_usd = self.levels.get(ladder.taken as usize).and_then(level_price).map(|micros| micros / 1e6);
        let (taken, highest_usd) = (ladder.taken, ladder.highest.map(Cash::of));
        let coins_sat = Amount::from_signed_sat(ladder.initial).ok();
        *memory = Memory::Ladder { coins_sat, taken, highest_usd, stopped: ladder.stopped };
        let reason = Reason::Layered {
            reference_usd: reference.map(|micros| micros / 1e6),
            taken,
            next_level_usd,
            highest_usd,
            stopped: ladder.stopped,
            filter,
        };
        Step::sell(sale, reason)
    }
}
