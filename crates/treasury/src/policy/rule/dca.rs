//! Equal sums at equal times (dollar-cost averaging), into coins or out of them.

use hashinsight_units::{Days, Error, Fault, Problem, Record};

use super::Rule;
use crate::coverage::Cash;
use crate::policy::clock::{has_passed, later};
use crate::policy::{Memory, Reason, Step, View};

/// Side of a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum TradeSide {
    /// Coins become cash.
    Sell,
    /// Cash becomes coins.
    Buy,
}

/// Equal sums at equal times: at the first decision, and then whenever `every_days` have passed since the last trade.
///
/// A sale brings `sum_usd` after costs, or sells all coins where they bring less; a purchase spends at most `sum_usd`, and at most the cash.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Dca {
    /// Side of the trades.
    #[record(example = "sell")]
    pub side: TradeSide,
    /// Sum of each trade in USD, after costs, above 0.
    #[record(example = "50000")]
    pub sum_usd: Cash,
    /// Time between trades, in days of 86,400 s.
    #[record(example = 7)]
    pub every_days: Days,
}

impl Rule for Dca {
    fn check(&self) -> Result<(), Error> {
        if self.sum_usd > Cash::ZERO {
            return Ok(());
        }
        let fault = Fault::new("treasury.sum_usd", Problem::OutOfRange).at("sum_usd");
        Err(fault.got(self.sum_usd).allowed("above 0").into())
    }

    fn memory(&self) -> Memory {
        Memory::Last { time_ms: None }
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let last = if let Memory::Last { time_ms } = *memory { time_ms } else { None };
        if !has_passed(last, self.every_days, view.time) {
            return Step::nothing(Reason::Dca { next_ms: last.and_then(|last| later(last, self.every_days)) });
        }
        let sum = self.sum_usd.to_micros();
        let sell = match self.side {
            TradeSide::Sell => view.execution.gross(sum, view.coins).unwrap_or(view.coins),
            TradeSide::Buy => -view.execution.affordable(sum.min(view.cash)),
        };
        if sell != 0 {
            *memory = Memory::Last { time_ms: Some(view.time) };
        }
        Step::sell(sell, Reason::Dca { next_ms: later(view.time, self.every_days) })
    }
}
