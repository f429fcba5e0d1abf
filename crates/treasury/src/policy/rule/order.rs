//! How a policy is asked: its rules, and what combinators make of their answers.

use hashinsight_units::{Error, Verdict};

use super::{FloorRule, Policy};
use crate::coverage::scale_down;
use crate::floor::Floor;
use crate::policy::day::Day;
use crate::policy::{Memory, Reason, Step, View};

/// Who hears what each rule asked for, parts before what is made of them.
trait Listener {
    fn step(&mut self, step: Step);

    /// A floor has decided about this treasury.
    fn floor(&mut self, rule: &FloorRule, view: &View<'_>);
}

/// A backtest hears nothing.
struct Nobody;

impl Listener for Nobody {
    fn step(&mut self, _: Step) {}

    fn floor(&mut self, _: &FloorRule, _: &View<'_>) {}
}

/// What a plan tells of how it was made.
#[derive(Default)]
pub(in crate::policy) struct Explained {
    pub(in crate::policy) steps: Vec<Step>,
    pub(in crate::policy) floors: Vec<Result<Floor, Error>>,
}

impl Listener for Explained {
    fn step(&mut self, step: Step) {
        self.steps.push(step);
    }

    fn floor(&mut self, rule: &FloorRule, view: &View<'_>) {
        self.floors.push(rule.terms.worst_case(view).and_then(|worst| worst.floor(view)));
    }
}

impl Policy {
    /// What to do, without the words: the form for backtests, where a policy decides millions of times. The memories are those of
    /// [`open`](Self::open), and are changed.
    ///
    /// The caller has asked [`check`](Self::check), [`accepts`](Self::accepts) and [`View::check`]; then nothing here overflows.
    pub fn order(&self, memories: &mut [Memory], view: &View<'_>) -> Step {
        self.ask(&mut memories.iter_mut(), view, &mut Nobody)
    }

    /// The same, with the words.
    pub(in crate::policy) fn explained(&self, memories: &mut [Memory], view: &View<'_>, told: &mut Explained) -> Step {
        self.ask(&mut memories.iter_mut(), view, told)
    }

    fn ask(&self, memories: &mut std::slice::IterMut<'_, Memory>, view: &View<'_>, told: &mut impl Listener) -> Step {
        let mut none = Memory::Nothing;
        let mut step = match self {
            Self::Hold => Step::nothing(Reason::Hold),
            Self::Max(parts) => {
                chosen(parts, |a, b| a > b, |chosen| Reason::Max { chosen }, |part| part.ask(memories, view, told))
            }
            Self::Min(parts) => {
                chosen(parts, |a, b| a < b, |chosen| Reason::Min { chosen }, |part| part.ask(memories, view, told))
            }
            Self::Then(parts) => one_after_the_other(parts, view, |part, view| part.ask(memories, view, told)),
            Self::Cap(cap) => {
                let memory = memories.next().unwrap_or(&mut none);
                let day = Day::now(memory, view);
                let limit_sat = day.limit(cap.max_daily, view);
                let asked = cap.policy.ask(memories, view, told);
                let sell = asked.sell.min(limit_sat);
                *memory = day.after(sell.max(0));
                Step { sell, reason: Reason::Cap { limit_sat }, ..asked }
            }
            Self::Dca(rule) => rule_step(rule, memories, view),
            Self::OpexCoverage(rule) => rule_step(rule, memories, view),
            Self::Layered(rule) => rule_step(rule, memories, view),
            Self::MiningCycle(rule) => rule_step(rule, memories, view),
            Self::BasisFunding(rule) => rule_step(rule, memories, view),
            Self::VolatilityTrigger(rule) => rule_step(rule, memories, view),
            Self::Cppi(rule) => rule_step(rule, memories, view),
            Self::Floor(rule) => {
                let step = rule_step(rule, memories, view);
                if matches!(step.reason, Reason::Floor { guaranteed: Verdict::Yes | Verdict::No, .. }) {
                    told.floor(rule, view);
                }
                step
            }
        };
        // A hedge is never more than the coins that stay.
        if let Some(hedge) = &mut step.hedge {
            *hedge = (*hedge).min(view.coins - step.sell);
        }
        told.step(step);
        step
    }
}

#[inline]
fn rule_step<R: super::Rule>(rule: &R, memories: &mut std::slice::IterMut<'_, Memory>, view: &View<'_>) -> Step {
    let mut none = Memory::Nothing;
    rule.step(memories.next().unwrap_or(&mut none), view)
}

/// The first of the parts whose sale none of the others beats; its hedge, or the first hedge that any part asks for.
fn chosen(
    parts: &[Policy],
    beats: impl Fn(i64, i64) -> bool,
    reason: impl Fn(u32) -> Reason,
    mut ask: impl FnMut(&Policy) -> Step,
) -> Step {
    let mut best: Option<(Step, u32)> = None;
    let mut hedge = None;
    for (index, part) in (0..).zip(parts) {
        let asked = ask(part);
        hedge = hedge.or(asked.hedge);
        if best.is_none_or(|(step, _)| beats(asked.sell, step.sell)) {
            best = Some((asked, index));
        }
    }
    let (step, index) = best.unwrap_or((Step::nothing(reason(0)), 0));
    Step { hedge: step.hedge.or(hedge), reason: reason(index), ..step }
}

/// The sum of what the parts do, each with what those before it leave; the last hedge that is asked for.
fn one_after_the_other(parts: &[Policy], view: &View<'_>, mut ask: impl FnMut(&Policy, &View<'_>) -> Step) -> Step {
    let mut left = *view;
    let (mut sell, mut hedge, mut traded) = (0, None, 0);
    for part in parts {
        let asked = ask(part, &left);
        sell += asked.sell;
        hedge = asked.hedge.or(hedge);
        traded += u32::from(asked.sell != 0);
        left = after(&left, asked.sell);
    }
    Step { sell, hedge, reason: Reason::Then { traded } }
}

/// What a treasury sees once it has sold so many satoshis, or bought them: coins that are sold take their average cost with them.
fn after<'a>(view: &View<'a>, sell: i64) -> View<'a> {
    let coins = view.coins - sell;
    if sell < 0 {
        let outlay = view.execution.outlay(-sell);
        return View { coins, cash: view.cash - outlay, cost: view.cost.map(|cost| cost + outlay), ..*view };
    }
    let cost = if view.coins > 0 { view.cost.map(|cost| scale_down(cost, coins, view.coins)) } else { view.cost };
    View { coins, cash: view.cash + view.execution.proceeds(sell), cost, ..*view }
}
