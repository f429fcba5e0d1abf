//! What one rule asks for, and why.

use hashinsight_units::{Record, Timestamp, Verdict};

use crate::coverage::Cash;

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
    /// Cash for the payments of the coming days.
    OpexCoverage {
        /// Payments of the coming days, in USD.
        due_usd: Cash,
        /// Cash that is missing for them and the reserve, in USD; below 0 where there is more.
        short_usd: Cash,
        /// Most coins that the day still allows to sell, in satoshis.
        limit_sat: i64,
    },
    /// Profit taken level by level.
    Layered {
        /// Price of one bitcoin from which the levels are counted, in USD. Absent: the cost of the coins is not known.
        reference_usd: Option<f64>,
        /// Number of levels that are sold, with those of this decision.
        taken: u32,
        /// Price of the next level, in USD. Absent: all are sold, or there is no reference.
        next_level_usd: Option<f64>,
        /// Highest price since the first level was sold, in USD. Absent: none is sold.
        highest_usd: Option<Cash>,
        /// Whether the trailing stop has ended the ladder.
        stopped: bool,
        /// Whether the filter lets levels be sold.
        filter: Verdict,
    },
    /// A share at the height of the mining cycle.
    MiningCycle {
        /// Whether every signal that is asked for says so.
        verdict: Verdict,
        /// Place of today's hashprice in its window, as a fraction.
        hashprice_percentile: Option<f64>,
        /// Puell multiple.
        puell: Option<f64>,
        /// Mean hashrate of 30 days over that of 60 days.
        hash_ribbon: Option<f64>,
        /// Instant from which the next sale may be, in Unix milliseconds UTC. Absent: at any time.
        next_ms: Option<Timestamp>,
    },
    /// A short future against the coins while it is paid for.
    BasisFunding {
        /// Whether the coins are hedged.
        hedged: bool,
        /// Annualised basis, per year. Absent: not known, and nothing changes.
        basis_per_year: Option<f64>,
        /// Annualised funding that a short receives, per year. Absent: not known.
        funding_per_year: Option<f64>,
    },
    /// A share when the market becomes wild.
    VolatilityTrigger {
        /// Whether the trigger is on.
        on: bool,
        /// Volatility of the short window over that of the long one. Absent: not known, and nothing changes.
        ratio: Option<f64>,
    },
    /// A multiple of the cushion in coins.
    Cppi {
        /// Value of coins and cash, in USD.
        value_usd: Cash,
        /// Value that is protected, in USD.
        floor_usd: Cash,
        /// Value of the coins that the rule wants, in USD.
        exposure_usd: Cash,
    },
    /// The smallest sale that keeps every payment coverable.
    Floor {
        /// Whether every payment is met in the worst case once this is sold; cannot say between two steps.
        guaranteed: Verdict,
        /// Cash that is missing in the worst case, in USD; 0 where nothing is.
        shortfall_usd: Cash,
        /// Instant from which the next decision is due, in Unix milliseconds UTC. Absent: beyond the year 9999.
        next_ms: Option<Timestamp>,
    },
    /// The greatest sale of several policies.
    Max {
        /// Place of the policy whose sale is the greatest.
        chosen: u32,
    },
    /// The smallest sale of several policies.
    Min {
        /// Place of the policy whose sale is the smallest.
        chosen: u32,
    },
    /// A sale, at most so much a day.
    Cap {
        /// Most coins that the day still allows to sell, in satoshis.
        limit_sat: i64,
    },
    /// Policies one after the other.
    Then {
        /// Number of policies that traded.
        traded: u32,
    },
}

impl Step {
    /// Nothing to do.
    pub const fn nothing(reason: Reason) -> Self {
        Self::sell(0, reason)
    }

    /// A sale of so many satoshis.
    pub const fn sell(sat: i64, reason: Reason) -> Self {
        Self { sell: sat, hedge: None, reason }
    }
}
