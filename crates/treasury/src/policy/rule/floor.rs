//! The smallest sale that keeps every payment coverable in the worst case: see [`floor`](crate::floor).

use hashinsight_units::{At, Error, Record, Timestamp, Verdict};

use super::Rule;
use crate::coverage::Cash;
use crate::coverage::Costs;
use crate::floor::{FloorTerms, proportional};
use crate::policy::{Memory, Reason, Step, View};

/// Sale of a floor where none meets every payment in the worst case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum WhenInfeasible {
    /// As much is sold as the step allows: no other plan lasts longer in the worst case.
    SellMost,
    /// Nothing is sold.
    Hold,
}

/// The smallest sale after which every payment stays coverable in the worst case, once a step.
///
/// The greatest of this and other policies keeps the guarantee, as long as no purchase is larger; the smallest of several does not, nor does a
/// limit that the terms do not know.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FloorRule {
    /// Promises about the future.
    pub terms: FloorTerms,
    /// Sale where none meets every payment in the worst case.
    #[record(example = "sell_most")]
    pub when_infeasible: WhenInfeasible,
}

impl FloorRule {
    /// What the rule needs of a market and a treasury beyond its parameters.
    pub(super) fn accepts(&self, costs: &Costs, view: &View<'_>) -> Result<(), Error> {
        proportional(costs).at("costs").at("observation")?;
        self.terms.worst_case(view).map(|_| ()).at("terms").at("floor").at("policy")
    }
}

impl Rule for FloorRule {
    fn check(&self) -> Result<(), Error> {
        self.terms.check().at("terms")
    }

    fn memory(&self) -> Memory {
        Memory::Last { time_ms: None }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let (now, step_ms) = (view.time.to_ms(), self.terms.step_ms());
        let last = if let Memory::Last { time_ms } = *memory { time_ms } else { None };
        let next = |from: i64| Timestamp::from_ms(from + step_ms).ok();
        if let Some(last) = last.filter(|last| now - last.to_ms() < step_ms) {
            let (guaranteed, shortfall_usd) = (Verdict::CannotSay, Cash::ZERO);
            return Step::nothing(Reason::Floor { guaranteed, shortfall_usd, next_ms: next(last.to_ms()) });
        }
        *memory = Memory::Last { time_ms: Some(view.time) };
        let Ok(worst) = self.terms.worst_case(view) else {
            let (guaranteed, shortfall_usd) = (Verdict::CannotSay, Cash::ZERO);
            return Step::nothing(Reason::Floor { guaranteed, shortfall_usd, next_ms: next(now) });
        };
        let smallest = worst.smallest_sale(view.coins, view.cash);
        let most = match self.when_infeasible {
            WhenInfeasible::SellMost => worst.most(view.coins),
            WhenInfeasible::Hold => 0,
        };
        let shortfall_usd = Cash::of(worst.shortfall(view.coins, view.cash).max(0));
        let guaranteed = Verdict::of(smallest.is_some());
        Step::sell(smallest.unwrap_or(most), Reason::Floor { guaranteed, shortfall_usd, next_ms: next(now) })
    }
}
