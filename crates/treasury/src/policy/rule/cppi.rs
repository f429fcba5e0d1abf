//! Constant proportion portfolio insurance (Black and Jones 1987), with a floor that may rise (TIPP, Estep and Kritzman 1988).
//!
//! ```text
//! exposure = min(V, m max(V - floor, 0)),   V = cash + coins at the price,   floor = max(floor, ratchet * highest V)
//! ```
//!
//! The floor holds as long as the price loses less than `1/m` between two decisions, costs aside.

use hashinsight_units::{Error, Fraction, Ratio, Record};

use super::Rule;
use crate::coverage::{BILLION, Cash, SAT, billionths, scale_down};
use crate::policy::refuse::out_of_range;
use crate::policy::{Memory, Reason, Step, View};

/// A multiple of the cushion above a floor in coins, the rest in cash: sells when the price falls, buys when it rises.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Cppi {
    /// Multiple of the cushion that is held in coins, above 0, at most 100.
    #[record(example = 3)]
    pub multiplier: Ratio,
    /// Value that is protected, in USD. Absent: the sum of the payments that are still to be made.
    pub floor_usd: Option<Cash>,
    /// Part of the highest value so far that is protected as well, as a fraction. Absent: the floor does not rise.
    pub ratchet: Option<Fraction>,
    /// Distance from the wanted exposure below which nothing is traded, as a fraction of the value.
    #[record(default = Fraction::ZERO)]
    pub band: Fraction,
}

impl Rule for Cppi {
    fn check(&self) -> Result<(), Error> {
        match self.floor_usd {
            _ if self.multiplier.get() == 0.0 || self.multiplier.get() > 100.0 => {
                Err(out_of_range("multiplier", self.multiplier, "above 0, at most 100"))
            }
            Some(floor) if floor < Cash::ZERO => Err(out_of_range("floor_usd", floor, "at least 0")),
            _ => Ok(()),
        }
    }

    fn memory(&self) -> Memory {
        Memory::Highest { value_usd: None }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let held = view.execution.value(view.coins);
        let value = view.cash + held;
        let highest = match *memory {
            Memory::Highest { value_usd: Some(highest) } => value.max(highest.to_micros()),
            _ => value,
        };
        *memory = Memory::Highest { value_usd: Some(Cash::of(highest)) };

        let floor = self.floor_usd.map_or_else(|| view.due.total(), Cash::to_micros);
        let rising = self.ratchet.map_or(floor, |part| scale_down(highest, billionths(part.get()), BILLION));
        let floor = floor.max(rising);
        let cushion = value.saturating_sub(floor).max(0);
        let wanted = i128::from(cushion) * i128::from(billionths(self.multiplier.get())) / i128::from(BILLION);
        let exposure = i64::try_from(wanted).unwrap_or(i64::MAX).min(value.max(0));
        let reason =
            Reason::Cppi { value_usd: Cash::of(value), floor_usd: Cash::of(floor), exposure_usd: Cash::of(exposure) };
        if exposure.abs_diff(held) <= scale_down(value.max(0), billionths(self.band.get()), BILLION).unsigned_abs() {
            return Step::nothing(reason);
        }
        let target = i128::from(exposure) * i128::from(SAT) / i128::from(view.execution.price());
        let bought = -view.execution.affordable(view.cash);
        let sale = i64::try_from(i128::from(view.coins) - target).unwrap_or(bought).max(bought);
        Step::sell(sale, reason)
    }
}
