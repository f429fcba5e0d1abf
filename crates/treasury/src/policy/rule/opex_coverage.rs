//! Cash for the payments of the coming days, and no more.
//!
//! ```text
//! sale = least q with cash + proceeds(q) >= payments due within the coverage + reserve,   at most max_daily of the coins a day
//! ```

use hashinsight_units::{Days, Error, Fraction, Record};

use super::Rule;
use crate::coverage::Cash;
use crate::policy::clock::span_ms;
use crate::policy::day::Day;
use crate::policy::refuse::out_of_range;
use crate::policy::{Memory, Reason, Step, View};

/// Cash for the payments of the coming days: the smallest sale that brings what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct OpexCoverage {
    /// Span whose payments the cash is to meet, in days of 86,400 s.
    #[record(example = 30)]
    pub coverage_days: Days,
    /// Greatest part of the coins sold in a day, as a fraction of those with which the day began.
    #[record(example = 0.05)]
    pub max_daily: Fraction,
    /// Cash that is kept besides, in USD, at least 0.
    #[record(default = Cash::ZERO)]
    pub reserve_usd: Cash,
}

impl Rule for OpexCoverage {
    fn check(&self) -> Result<(), Error> {
        if self.reserve_usd >= Cash::ZERO {
            return Ok(());
        }
        Err(out_of_range("reserve_usd", self.reserve_usd, "at least 0"))
    }

    fn memory(&self) -> Memory {
        Day::EMPTY
    }

    fn step(&self, memory: &mut Memory, view: &View<'_>) -> Step {
        let day = Day::now(memory, view);
        let limit = day.limit(self.max_daily, view);
        let due = view.due.by(view.time.to_ms() + span_ms(self.coverage_days));
        let short = due + self.reserve_usd.to_micros() - view.cash;
        let sale = view.execution.gross(short, view.coins).unwrap_or(view.coins).min(limit);
        *memory = day.after(sale);
        let reason = Reason::OpexCoverage { due_usd: Cash::of(due), short_usd: Cash::of(short), limit_sat: limit };
        Step::sell(sale, reason)
    }
}
