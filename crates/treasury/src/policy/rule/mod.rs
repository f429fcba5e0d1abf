//! The rules, and how a policy is made of them.

mod basis_funding;
mod cap;
mod cppi;
mod dca;
mod floor;
mod layered;
mod mining_cycle;
mod opex_coverage;
mod order;
mod volatility_trigger;

pub use basis_funding::BasisFunding;
pub use cap::Cap;
pub use cppi::Cppi;
pub use dca::{Dca, TradeSide};
pub use floor::{FloorRule, WhenInfeasible};
pub use layered::{Layered, Level, ShareOf};
pub use mining_cycle::MiningCycle;
pub use opex_coverage::OpexCoverage;
pub(super) use order::Explained;
pub use volatility_trigger::VolatilityTrigger;

use hashinsight_units::{At, Error, Record};

use super::day::Day;
use super::refuse::length;
use super::{Memory, Step, View};
use crate::coverage::Costs;

/// A rule of one kind.
trait Rule {
    /// What the parameters must be together.
    fn check(&self) -> Result<(), Error>;

    /// The memory of a rule that has decided nothing.
    fn memory(&self) -> Memory;

    /// What to do now. A memory of another kind counts as that of a rule that has decided nothing.
    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step;
}

/// When to sell how much: a document, and the one object that decides live, in backtest and in simulation.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Policy {
    /// Nothing is ever traded.
    Hold,
    /// Equal sums at equal times.
    Dca(Dca),
    /// Cash for the payments of the coming days.
    OpexCoverage(OpexCoverage),
    /// Profit taken level by level.
    Layered(Layered),
    /// A share of the coins at the height of the mining cycle.
    MiningCycle(MiningCycle),
    /// Coins hedged with a short future while the market pays for it.
    BasisFunding(BasisFunding),
    /// A share of the coins when the market becomes wild.
    VolatilityTrigger(VolatilityTrigger),
    /// A multiple of the cushion above a floor in coins.
    Cppi(Cppi),
    /// The smallest sale that keeps every payment coverable in the worst case.
    Floor(FloorRule),
    /// The greatest sale of 1 to 16 policies, all asked about the same treasury.
    Max(Vec<Policy>),
    /// The smallest sale of 1 to 16 policies, all asked about the same treasury.
    Min(Vec<Policy>),
    /// What another policy does, at most so much a day.
    Cap(Box<Cap>),
    /// 1 to 16 policies one after the other, each with what those before it leave.
    Then(Vec<Policy>),
}

/// Most policies of a combinator.
const MOST: usize = 16;
/// Most combinators within one another.
const DEPTH: u32 = 8;

impl Policy {
    /// The rule of a policy that is not made of others.
    fn rule(&self) -> Option<&dyn Rule> {
        match self {
            Self::Dca(rule) => Some(rule),
            Self::OpexCoverage(rule) => Some(rule),
            Self::Layered(rule) => Some(rule),
            Self::MiningCycle(rule) => Some(rule),
            Self::BasisFunding(rule) => Some(rule),
            Self::VolatilityTrigger(rule) => Some(rule),
            Self::Cppi(rule) => Some(rule),
            Self::Floor(rule) => Some(rule),
            Self::Hold | Self::Max(_) | Self::Min(_) | Self::Cap(_) | Self::Then(_) => None,
        }
    }

    /// The policies that it is made of.
    fn parts(&self) -> &[Self] {
        match self {
            Self::Max(parts) | Self::Min(parts) | Self::Then(parts) => parts,
            Self::Cap(cap) => std::slice::from_ref(&cap.policy),
            _ => &[],
        }
    }

    /// The word for it in documents.
    const fn word(&self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Dca(_) => "dca",
            Self::OpexCoverage(_) => "opex_coverage",
            Self::Layered(_) => "layered",
            Self::MiningCycle(_) => "mining_cycle",
            Self::BasisFunding(_) => "basis_funding",
            Self::VolatilityTrigger(_) => "volatility_trigger",
            Self::Cppi(_) => "cppi",
            Self::Floor(_) => "floor",
            Self::Max(_) => "max",
            Self::Min(_) => "min",
            Self::Cap(_) => "cap",
            Self::Then(_) => "then",
        }
    }

    /// Refuses parameters that make no sense together. [`decide`](Self::decide) asks it; whoever calls [`order`](Self::order) asks it once.
    ///
    /// # Errors
    /// `treasury.<field>.<problem>` at the field; `treasury.policies.length` for a combinator of none or more than 16, or within more than 7
    /// others.
    pub fn check(&self) -> Result<(), Error> {
        self.check_at(DEPTH)
    }

    fn check_at(&self, depth: u32) -> Result<(), Error> {
        if let Some(rule) = self.rule() {
            return rule.check().at(self.word());
        }
        let Some(below) = depth.checked_sub(1) else {
            return Err(length("policies", DEPTH as usize + 1, "at most 8 policies within one another"))
                .at(self.word());
        };
        match self {
            Self::Hold => Ok(()),
            Self::Cap(cap) => cap.policy.check_at(below).at("policy").at("cap"),
            _ if !(1..=MOST).contains(&self.parts().len()) => {
                Err(length("policies", self.parts().len(), "1 to 16 policies")).at(self.word())
            }
            _ => {
                let mut parts = self.parts().iter().enumerate();
                parts.try_for_each(|(index, part)| part.check_at(below).index(index)).at(self.word())
            }
        }
    }

    /// Refuses a market or a treasury that a part of the policy can do nothing with: a [`FloorRule`] demands proportional costs, and a last
    /// payment that at most 1000 of its steps reach. [`decide`](Self::decide) asks it.
    ///
    /// # Errors
    /// What [`robust_floor`](crate::floor::robust_floor) refuses of costs and terms.
    pub fn accepts(&self, costs: &Costs, view: &View<'_>) -> Result<(), Error> {
        if let Self::Floor(rule) = self {
            return rule.accepts(costs, view);
        }
        self.parts().iter().try_for_each(|part| part.accepts(costs, view))
    }

    /// Appends the memories of the rules, in the order in which [`order`](Self::order) takes them.
    pub(super) fn remember(&self, memories: &mut Vec<Memory>) {
        match self {
            Self::Hold | Self::Max(_) | Self::Min(_) | Self::Then(_) => {}
            Self::Cap(_) => memories.push(Day::EMPTY),
            _ => memories.extend(self.rule().map(Rule::memory)),
        }
        self.parts().iter().for_each(|part| part.remember(memories));
    }
}
