//! What one rule asks for, and why.

use hashinsight_units::{Record, Timestamp};

/// What a rule asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Satoshis to sell; below 0 to buy.
    pub sell: i64,
    /// Satoshis to hold short in futures against the coins. Absent: the rule does not hedge.
    pub hedge: Option<i64>,
    /// Rule and numbers.
    pub reason: Reason,
}

/// Rule that spoke, and the numbers that it read.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum Reason {
    /// Hold: nothing is ever traded.
    Hold,
    /// Equal sums at equal times.
    Dca {
        /// Instant from which the next trade is due, in Unix milliseconds UTC. Absent: beyond the year 9999.
        next_ms: Option<Timestamp>,
    },
}

impl Step {
    /// Nothing to do.
    pub const fn nothing(reason: Reason) -> Self {
        Self { sell: 0, hedge: None, reason }
    }

    /// A sale of so many satoshis.
    pub const fn sell(sat: i64, reason: Reason) -> Self {
        Self { sell: sat, hedge: None, reason }
    }
}
