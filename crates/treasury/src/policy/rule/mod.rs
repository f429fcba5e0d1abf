//! The rules, and how a policy is made of them.

mod dca;

pub use dca::{Dca, TradeSide};

use hashinsight_units::{At, Error, Record};

use super::{Memory, Reason, Step, View};

/// A rule of one kind.
pub(super) trait Rule {
    /// What the parameters must be together.
    fn check(&self) -> Result<(), Error> {
        Ok(())
    }

    /// The memory of a rule that has decided nothing.
    fn memory(&self) -> Memory {
        Memory::Nothing
    }

    /// What to do now. A memory of another kind counts as an empty one.
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
}

impl Policy {
    /// Refuses parameters that make no sense together. [`decide`](Self::decide) asks it; whoever calls [`order`](Self::order) asks it once.
    ///
    /// # Errors
    /// `treasury.<field>.<problem>` at the field.
    pub fn check(&self) -> Result<(), Error> {
        match self {
            Self::Hold => Ok(()),
            Self::Dca(rule) => Rule::check(rule).at("dca"),
        }
    }

    /// Appends the memories of the rules, in the order in which [`order`](Self::order) takes them.
    pub(super) fn remember(&self, memories: &mut Vec<Memory>) {
        match self {
            Self::Hold => memories.push(Memory::Nothing),
            Self::Dca(rule) => memories.push(rule.memory()),
        }
    }

    /// What to do, without the words: the form for backtests, where a policy decides millions of times. The memories are those of
    /// [`open`](Self::open), and are changed. `steps` gets what each rule asked for, in their order.
    pub fn order(&self, memories: &mut [Memory], view: &View<'_>, steps: Option<&mut Vec<Step>>) -> Step {
        let mut memories = memories.iter_mut();
        self.ask(&mut memories, view, steps)
    }

    fn ask(
        &self,
        memories: &mut std::slice::IterMut<'_, Memory>,
        view: &View<'_>,
        steps: Option<&mut Vec<Step>>,
    ) -> Step {
        let mut none = Memory::Nothing;
        let mut memory = || memories.next();
        let step = match self {
            Self::Hold => {
                memory();
                Step::nothing(Reason::Hold)
            }
            Self::Dca(rule) => rule.step(memory().unwrap_or(&mut none), view),
        };
        if let Some(steps) = steps {
            steps.push(step);
        }
        step
    }
}
