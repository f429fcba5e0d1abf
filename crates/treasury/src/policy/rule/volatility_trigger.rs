//! A share of the coins when the market becomes wild.
//!
//! ```text
//! off -> on   fast / slow >= on_ratio:  share is sold, once
//! on -> off   fast / slow <= off_ratio
//! ```

use hashinsight_units::json::Told;
use hashinsight_units::{Error, Fraction, Ratio, Record};

use super::Rule;
use crate::coverage::{BILLION, billionths, scale_down};
use crate::policy::refuse::out_of_range;
use crate::policy::{Memory, Reason, Step, View};

/// A share of the coins each time the volatility of a short window rises far above that of a long one, with hysteresis.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VolatilityTrigger {
    /// Quotient of the volatilities from which the trigger is on, above `off_ratio`.
    #[record(example = 1.5)]
    pub on_ratio: Ratio,
    /// Quotient of the volatilities down to which it stays on.
    #[record(example = 1.1)]
    pub off_ratio: Ratio,
    /// Part of the coins that is sold when it turns on, as a fraction.
    #[record(example = 0.1)]
    pub share: Fraction,
}

impl Rule for VolatilityTrigger {
    fn check(&self) -> Result<(), Error> {
        if self.off_ratio < self.on_ratio {
            return Ok(());
        }
        Err(out_of_range("off_ratio", self.off_ratio, &format!("below {}", Told(self.on_ratio.get()))))
    }

    fn memory(&self) -> Memory {
        Memory::Switch { on: false }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let was_on = matches!(memory, Memory::Switch { on: true });
        let windows = view.signals.volatility_fast.zip(view.signals.volatility_slow);
        let ratio = windows.filter(|(_, slow)| slow.get() > 0.0).map(|(fast, slow)| fast.get() / slow.get());
        let on = match ratio {
            Some(ratio) if was_on => ratio > self.off_ratio.get(),
            Some(ratio) => ratio >= self.on_ratio.get(),
            None => was_on,
        };
        *memory = Memory::Switch { on };
        let sale = if on && !was_on { scale_down(view.coins, billionths(self.share.get()), BILLION) } else { 0 };
        Step::sell(sale, Reason::VolatilityTrigger { on, ratio })
    }
}
