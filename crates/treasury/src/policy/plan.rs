//! What a policy answers.

use hashinsight_units::{Amount, MS_PER_DAY, Outcome, Record};

use super::rule::Explained;
use super::{Reason, Step, View};
use crate::coverage::Cash;
use crate::floor::Floor;

/// Treasury as a plan leaves it once it is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Left {
    /// Coins left, in satoshis.
    pub coins_sat: Amount,
    /// Cash left, in USD.
    pub cash_usd: Cash,
    /// Days until the first payment that the cash left does not meet; unbounded where it meets every payment that is known.
    pub coverage_days: Outcome,
}

/// Sale that one rule of a policy asked for.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PlanStep {
    /// Coins that the rule asked to sell, in satoshis; below 0 to buy.
    pub sell_sat: i64,
    /// Rule, and the numbers that it read.
    pub reason: Reason,
}

/// What to trade now, and why.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Plan {
    /// Coins to sell, in satoshis.
    pub sell_sat: Amount,
    /// Coins to buy, in satoshis.
    pub buy_sat: Amount,
    /// Coins to hold short in futures against the coins, in satoshis. Absent: the policy does not hedge.
    pub hedge_sat: Option<Amount>,
    /// Cash that the trade brings after costs, in USD; below 0 for a purchase.
    pub proceeds_usd: Cash,
    /// Rule that decided, and the numbers that it read.
    pub reason: Reason,
    /// Requests of all rules that were asked, in the order in which the policy names them.
    pub steps: Vec<PlanStep>,
    /// Certificates of the floors that decided now, or what each lacks, in the order in which the policy names them.
    pub floors: Vec<Floor>,
    /// Treasury that the plan leaves.
    pub left: Left,
}

impl Plan {
    /// The plan of a step that a policy took of a view.
    pub(super) fn of(step: Step, told: Explained, view: &View<'_>) -> Result<Self, hashinsight_units::Error> {
        let amount = |sat: i64| Amount::from_signed_sat(sat);
        let proceeds =
            if step.sell < 0 { -view.execution.outlay(-step.sell) } else { view.execution.proceeds(step.sell) };
        let cash = view.cash + proceeds;
        let coverage_days = match view.due.first_uncovered(cash) {
            None => Outcome::Unbounded,
            Some(due) => Outcome::Value((due - view.time.to_ms()).max(0) as f64 / MS_PER_DAY as f64),
        };
        let left =
            Left { coins_sat: amount(view.coins - step.sell)?, cash_usd: Cash::from_micros(cash)?, coverage_days };
        Ok(Self {
            sell_sat: amount(step.sell.max(0))?,
            buy_sat: amount((-step.sell).max(0))?,
            hedge_sat: step.hedge.map(amount).transpose()?,
            proceeds_usd: Cash::from_micros(proceeds)?,
            reason: step.reason,
            steps: told.steps.iter().map(|step| PlanStep { sell_sat: step.sell, reason: step.reason }).collect(),
            floors: told.floors.into_iter().collect::<Result<_, _>>()?,
            left,
        })
    }
}
