//! How much was done, period by period.

use hashinsight_units::{Date, Error, Problem, Record, Timestamp, UtcOffset};

use crate::refuse::refuse;

/// Greatest number of periods of a report.
const MOST_PERIODS: usize = 100_000;

/// Kind of activity with a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ActivityKind {
    /// Telephone call.
    Call,
    /// Letter by email.
    Email,
    /// Meeting.
    Meeting,
    /// Note.
    Note,
    /// Task that was done.
    Task,
    /// Anything else.
    Other,
}

/// Length of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ActivityPeriod {
    /// Civil day.
    Day,
    /// Week from Monday to Sunday.
    Week,
    /// Civil month.
    Month,
}

/// Inputs of [`activity_report`]: activities as columns, in any order.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ActivityRequest {
    /// Times of the activities, in Unix milliseconds UTC.
    pub at_ms: Vec<Timestamp>,
    /// Kinds of the activities.
    pub kind: Vec<ActivityKind>,
    /// Length of a period.
    #[record(default = ActivityPeriod::Day)]
    pub period: ActivityPeriod,
    /// Offset of civil time from UTC, in minutes east of Greenwich.
    #[record(default = UtcOffset::UTC)]
    pub utc_offset_min: UtcOffset,
}

/// Result of [`activity_report`]: a table as columns, a row for each period from the first activity to the last, quiet ones included.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ActivityReport {
    /// First day of each period.
    pub begin: Vec<Date>,
    /// Number of activities of each period.
    pub total: Vec<u32>,
    /// Number of calls of each period.
    pub call: Vec<u32>,
    /// Number of emails of each period.
    pub email: Vec<u32>,
    /// Number of meetings of each period.
    pub meeting: Vec<u32>,
    /// Number of notes of each period.
    pub note: Vec<u32>,
    /// Number of tasks of each period.
    pub task: Vec<u32>,
    /// Number of other activities of each period.
    pub other: Vec<u32>,
}

/// Activities counted by period and kind.
///
/// ```
/// use hashinsight_crm::activity::{ActivityKind, ActivityRequest, activity_report};
/// use hashinsight_units::Timestamp;
/// let day = |day: i64| Timestamp::from_ms(1_714_521_600_000 + day * 86_400_000);
/// let report = activity_report(&ActivityRequest::new(
///     vec![day(0)?, day(2)?, day(2)?],
///     vec![ActivityKind::Call, ActivityKind::Email, ActivityKind::Call],
/// ))?;
/// assert_eq!((report.total, report.call), (vec![1, 0, 2], vec![1, 0, 1]));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.kind.length` unless each time has a kind; `crm.at_ms.out_of_range` for a report of more than 100,000 periods.
pub fn activity_report(request: &ActivityRequest) -> Result<ActivityReport, Error> {
    let ActivityRequest { at_ms, kind, period, utc_offset_min } = request;
    if kind.len() != at_ms.len() {
        return Err(refuse("kind", Problem::Length, kind.len(), format!("{} rows", at_ms.len())));
    }
    let begins = at_ms.iter().map(|at| period.begin(at.date(*utc_offset_min)));
    let begins: Vec<Date> = begins.collect::<Result<_, Error>>()?;
    let (Some(first), Some(last)) = (begins.iter().min(), begins.iter().max()) else {
        return Ok(ActivityReport::default());
    };
    let mut report = ActivityReport::default();
    let mut begin = *first;
    while begin <= *last {
        report.begin.push(begin);
        if report.begin.len() > MOST_PERIODS {
            let allowed = format!("activities within {MOST_PERIODS} periods of the first one, {first}");
            return Err(refuse("at_ms", Problem::OutOfRange, last, allowed));
        }
        begin = period.next(begin)?;
    }
    let periods = report.begin.len();
    let mut counts = vec![vec![0; periods]; ActivityKind::ALL.len()];
    let mut total = vec![0; periods];
    for (begin, kind) in begins.iter().zip(kind) {
        let row = report.begin.partition_point(|other| other < begin);
        let column = ActivityKind::ALL.iter().take_while(|other| *other != kind).count();
        counts[column][row] += 1;
        total[row] += 1;
    }
    report.total = total;
    let [call, email, meeting, note, task, other] = ActivityKind::ALL.map(|_| counts.remove(0));
    (report.call, report.email, report.meeting) = (call, email, meeting);
    (report.note, report.task, report.other) = (note, task, other);
    Ok(report)
}

impl ActivityKind {
    /// Every kind, in the order of the columns.
    pub const ALL: [Self; 6] = [Self::Call, Self::Email, Self::Meeting, Self::Note, Self::Task, Self::Other];
}

impl ActivityPeriod {
    /// First day of the period of a day.
    fn begin(self, day: Date) -> Result<Date, Error> {
        match self {
            Self::Day => Ok(day),
            // 1970-01-01 was a Thursday.
            Self::Week => Date::from_unix_day(day.unix_day() - (day.unix_day() + 3).rem_euclid(7)),
            Self::Month => Date::from_unix_day(day.unix_day() - i64::from(day.day()) + 1),
        }
    }

    /// First day of the period behind the one that begins there.
    fn next(self, begin: Date) -> Result<Date, Error> {
        match self {
            Self::Day => Date::from_unix_day(begin.unix_day() + 1),
            Self::Week => Date::from_unix_day(begin.unix_day() + 7),
            Self::Month => self.begin(Date::from_unix_day(begin.unix_day() + 31)?),
        }
    }
}
