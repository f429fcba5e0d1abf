//! Dated payments, in order, with their running sum.

use hashinsight_units::{At, Error, Fault, Problem, Record, Timestamp};

use super::cash::Cash;

/// A payment that falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct Payment {
    /// Instant by which it is paid, in Unix milliseconds UTC.
    #[record(example = 1735689600000)]
    pub due_ms: Timestamp,
    /// Sum that is paid, in USD, at least 0.
    #[record(example = "200000")]
    pub amount_usd: Cash,
}

/// Payments in order of time, with their running sum: what falls due by an instant is one search.
///
/// ```
/// use hashinsight_treasury::coverage::{Payment, Schedule};
/// use hashinsight_units::Timestamp;
/// let payment = |s, usd: &str| Ok::<_, hashinsight_units::Error>(Payment::new(Timestamp::from_s(s)?, usd.parse()?));
/// let schedule = Schedule::new(&[payment(1_735_689_600, "200000")?, payment(1_738_368_000, "210000")?])?;
/// assert_eq!(schedule.from(0).by(1_735_689_600_000), 200_000_000_000); // a payment is due at its instant
/// assert_eq!(schedule.from(1).total(), 210_000_000_000);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    due_ms: Vec<i64>,
    /// Sum of the payments before each place, and of all of them at the end.
    before: Vec<i64>,
}

/// What of a schedule is unpaid: its payments from one of them on.
#[derive(Clone, Copy, Debug)]
pub struct Due<'a> {
    schedule: &'a Schedule,
    next: usize,
}

impl Schedule {
    /// Payments that must stand in order of time.
    ///
    /// # Errors
    /// At the payment: `treasury.due_ms.out_of_range` for one before its predecessor, `treasury.amount_usd.out_of_range` below 0;
    /// `treasury.cash.out_of_range` where the sum exceeds what [`Cash`] holds.
    pub fn new(payments: &[Payment]) -> Result<Self, Error> {
        let mut schedule = Self { due_ms: Vec::with_capacity(payments.len()), before: vec![0] };
        let mut sum = Cash::ZERO;
        for (index, payment) in payments.iter().enumerate() {
            let due = payment.due_ms.to_ms();
            let refuse = |field: &str, value: String, allowed: &str| {
                let fault = Fault::new(format!("treasury.{field}"), Problem::OutOfRange).at(field);
                Err(fault.got(value).allowed(allowed)).index(index)
            };
            if schedule.due_ms.last().is_some_and(|last| due < *last) {
                return refuse("due_ms", due.to_string(), "not before the payment that stands before it");
            }
            if payment.amount_usd < Cash::ZERO {
                return refuse("amount_usd", payment.amount_usd.to_string(), "at least 0");
            }
            sum = Cash::from_wide(i128::from(sum.to_micros()) + i128::from(payment.amount_usd.to_micros()))
                .index(index)?;
            schedule.due_ms.push(due);
            schedule.before.push(sum.to_micros());
        }
        Ok(schedule)
    }

    /// Number of payments.
    pub fn len(&self) -> usize {
        self.due_ms.len()
    }

    /// Whether nothing is to be paid.
    pub fn is_empty(&self) -> bool {
        self.due_ms.is_empty()
    }

    /// The payments from a place on: those before it are paid. A place beyond the last leaves none.
    pub fn from(&self, next: usize) -> Due<'_> {
        Due { schedule: self, next: next.min(self.len()) }
    }
}

impl Due<'_> {
    /// Sum of the unpaid payments due by an instant, that instant included, in millionths of a dollar.
    #[inline]
    pub fn by(&self, ms: i64) -> i64 {
        let end = self.schedule.due_ms.partition_point(|due| *due <= ms);
        self.schedule.before[end.max(self.next)] - self.schedule.before[self.next]
    }

    /// Sum of the unpaid payments, in millionths of a dollar.
    #[inline]
    pub fn total(&self) -> i64 {
        self.schedule.before[self.schedule.len()] - self.schedule.before[self.next]
    }

    /// Instant of the last payment, in Unix milliseconds, unless all are paid.
    pub fn last_ms(&self) -> Option<i64> {
        self.schedule.due_ms[self.next..].last().copied()
    }

    /// Instant in Unix milliseconds and sum in millionths of a dollar of each unpaid payment.
    pub fn payments(&self) -> impl Iterator<Item = (i64, i64)> {
        let Self { schedule, next } = *self;
        (next..schedule.len()).map(|at| (schedule.due_ms[at], schedule.before[at + 1] - schedule.before[at]))
    }

    /// Instant of the first payment that so much cash, and nothing else, does not meet.
    #[inline]
    pub fn first_uncovered(&self, cash: i64) -> Option<i64> {
        let base = self.schedule.before[self.next];
        let covered = |sum: &i64| i128::from(*sum) - i128::from(base) <= i128::from(cash);
        let after = &self.schedule.before[self.next + 1..];
        let met = after.partition_point(covered);
        self.schedule.due_ms.get(self.next + met).copied()
    }
}
