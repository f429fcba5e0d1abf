//! Days of cash.
//!
//! ```text
//! monthly expenses   cash / expenses * days of a month        30, or 365.25 / 12
//! dated payments     days until the first payment that the cash, and nothing else, does not meet
//! ```

use hashinsight_units::{MS_PER_DAY, Outcome, Record, Timestamp};

use super::{Cash, Due};

/// Length of the month in which expenses are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum MonthConvention {
    /// 30 days.
    Days30,
    /// The twelfth part of a Julian year: 365.25 / 12 = 30.4375 days.
    Julian,
}

impl MonthConvention {
    /// Length in quarters of an hour, a whole number for both: 30 days, or 30.4375 days.
    pub(super) const fn quarters(self) -> i64 {
        match self {
            Self::Days30 => 2880,
            Self::Julian => 2922,
        }
    }

    /// Length in days.
    pub const fn days(self) -> f64 {
        self.quarters() as f64 / 96.0
    }
}

/// Days that cash pays for expenses told by the month; 0 where the account is overdrawn, unbounded without expenses.
///
/// ```
/// use hashinsight_treasury::coverage::{Cash, MonthConvention, coverage_days};
/// use hashinsight_units::Outcome;
/// let (cash, expenses): (Cash, Cash) = ("600000".parse()?, "200000".parse()?);
/// assert_eq!(coverage_days(cash, expenses, MonthConvention::Days30), Outcome::Value(90.0));
/// assert_eq!(coverage_days(cash, expenses, MonthConvention::Julian), Outcome::Value(91.3125));
/// assert_eq!(coverage_days(cash, Cash::ZERO, MonthConvention::Julian), Outcome::Unbounded);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn coverage_days(cash: Cash, monthly: Cash, month: MonthConvention) -> Outcome {
    if monthly <= Cash::ZERO {
        return Outcome::Unbounded;
    }
    let cash = cash.max(Cash::ZERO);
    Outcome::Value(cash.to_micros() as f64 / monthly.to_micros() as f64 * month.days())
}

/// Days from an instant until the first payment that so much cash, and nothing else, does not meet; 0 where that one is overdue or the account
/// overdrawn, unbounded where the cash meets every payment.
///
/// ```
/// use hashinsight_treasury::coverage::{Payment, Schedule, days_to_first_gap};
/// use hashinsight_units::{Outcome, Timestamp};
/// let day = |days: i64| Timestamp::from_s(1_735_689_600 + 86_400 * days);
/// let schedule = Schedule::new(&[Payment::new(day(10)?, "70".parse()?), Payment::new(day(40)?, "50".parse()?)])?;
/// let now = day(0)?;
/// assert_eq!(days_to_first_gap(now, "100".parse()?, &schedule.from(0)), Outcome::Value(40.0));
/// assert_eq!(days_to_first_gap(now, "120".parse()?, &schedule.from(0)), Outcome::Unbounded);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn days_to_first_gap(now: Timestamp, cash: Cash, due: &Due<'_>) -> Outcome {
    match due.first_uncovered(cash.to_micros()) {
        _ if cash < Cash::ZERO => Outcome::Value(0.0),
        None => Outcome::Unbounded,
        Some(due) => Outcome::Value((due - now.to_ms()).max(0) as f64 / MS_PER_DAY as f64),
    }
}
