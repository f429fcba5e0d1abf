//! Coins hedged with a short future while the market pays for it.
//!
//! ```text
//! off -> on   basis >= enter, and funding >= -pays_at_most
//! on -> off   basis <= exit,  or  funding <  -pays_at_most
//! ```
//!
//! Nothing is sold: a hedged coin keeps its cost basis, earns the basis and has no price risk. A signal that is absent changes nothing.

use hashinsight_units::json::Told;
use hashinsight_units::{Error, Fraction, Record};

use super::Rule;
use crate::coverage::{BILLION, billionths, scale_down};
use crate::policy::refuse::out_of_range;
use crate::policy::{Memory, Reason, Step, View};

/// A short future against the coins while it is paid for, with hysteresis.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BasisFunding {
    /// Annualised basis from which the coins are hedged, per year.
    #[record(example = 0.12, range = -100.0..=100.0)]
    pub enter_per_year: f64,
    /// Annualised basis down to which they stay hedged, per year, below `enter_per_year`.
    #[record(example = 0.04, range = -100.0..=100.0)]
    pub exit_per_year: f64,
    /// Part of the coins that is hedged, as a fraction.
    #[record(example = 0.5)]
    pub hedge: Fraction,
    /// Greatest annualised funding that the short may pay, per year. Absent: funding is not asked for.
    #[record(range = 0.0..=100.0)]
    pub pays_at_most_per_year: Option<f64>,
}

impl Rule for BasisFunding {
    fn check(&self) -> Result<(), Error> {
        BasisFunding::check(self)?;
        if self.exit_per_year < self.enter_per_year {
            return Ok(());
        }
        Err(out_of_range("exit_per_year", self.exit_per_year, &format!("below {}", Told(self.enter_per_year))))
    }

    fn memory(&self) -> Memory {
        Memory::Switch { on: false }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let was_on = matches!(memory, Memory::Switch { on: true });
        let (basis, funding) = (view.signals.basis_per_year, view.signals.funding_per_year);
        // None: not known whether the short pays too much.
        let dear = self.pays_at_most_per_year.map_or(Some(false), |most| funding.map(|funding| funding < -most));
        let hedged = if was_on {
            !(basis.is_some_and(|basis| basis <= self.exit_per_year) || dear == Some(true))
        } else {
            basis.is_some_and(|basis| basis >= self.enter_per_year) && dear == Some(false)
        };
        *memory = Memory::Switch { on: hedged };
        let hedge = if hedged { scale_down(view.coins, billionths(self.hedge.get()), BILLION) } else { 0 };
        let reason = Reason::BasisFunding { hedged, basis_per_year: basis, funding_per_year: funding };
        Step { sell: 0, hedge: Some(hedge), reason }
    }
}
