//! Returns by civil month.

use hashinsight_units::{Error, Record, Timestamp, UtcOffset};

use super::drawdown::{check_times, timed};
use super::{TimedReturnColumns, refuse};

/// Inputs of [`monthly_returns`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MonthlyReturnsRequest {
    /// Ends of the periods, in Unix milliseconds, each after the one before.
    pub time_ms: Vec<Timestamp>,
    /// Returns of the periods, as fractions: 0.01 for 1 %.
    pub returns: Vec<f64>,
    /// Offset of the clock whose months are meant, in minutes from UTC.
    #[record(default = UtcOffset::UTC)]
    pub utc_offset_min: UtcOffset,
}

/// Result of [`monthly_returns`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MonthlyReturns {
    /// Months, oldest first.
    pub months: Vec<MonthlyReturn>,
}

/// One month of a table, oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MonthlyReturn {
    /// Civil year.
    pub year: i32,
    /// Month of the year, 1 to 12.
    pub month: u32,
    /// Compound return of the periods that end within the month, as a fraction.
    pub month_return: f64,
    /// Compound return from the first period of the series to the end of the month, within the civil year.
    pub year_to_date: f64,
    /// Number of periods that end within the month.
    pub periods: u32,
}

/// Compound returns by civil month. A period belongs to the month of its last millisecond, so that a bar which closes at midnight counts
/// in the month that it traded in. Months without a period are not told.
///
/// ```
/// use hashinsight_treasury::metrics::{MonthlyReturnsRequest, monthly_returns};
/// use hashinsight_units::{Error, Timestamp};
/// // The days that end on 2024-05-31, on 2024-06-01 and on 2024-06-02, at midnight UTC.
/// let times = [1_717_113_600, 1_717_200_000, 1_717_286_400].map(Timestamp::from_s);
/// let times = times.into_iter().collect::<Result<_, Error>>()?;
/// let table = monthly_returns(&MonthlyReturnsRequest::new(times, vec![0.5, 0.5, -0.5]))?;
/// let months: Vec<(u32, f64)> = table.months.iter().map(|row| (row.month, row.month_return)).collect();
/// assert_eq!(months, [(5, 1.25), (6, -0.5)]);
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// `treasury.returns.length` unless there is a return for each time; `treasury.time_ms.out_of_range` unless times follow one another;
/// `treasury.returns.not_finite`.
pub fn monthly_returns(request: &MonthlyReturnsRequest) -> Result<MonthlyReturns, Error> {
    let times = timed(&request.time_ms, &request.returns)?;
    check_times(&TimedReturnColumns { time_ms: &times, period_return: &request.returns })?;
    if let Some(row) = request.returns.iter().position(|r| *r < -1.0) {
        return Err(
            refuse::number("returns", request.returns[row], "-1 or more: more than all cannot be lost").in_row(row)
        );
    }
    let mut months: Vec<MonthlyReturn> = Vec::new();
    let (mut wealth, mut year_wealth) = (1.0, 1.0);
    for (time, r) in times.iter().zip(&request.returns) {
        let within = Timestamp::from_ms(time - 1)?.date(request.utc_offset_min);
        let (year, month) = (i32::from(within.year()), u32::from(within.month()));
        let last = months.last().map(|last| (last.year, last.month));
        if last.is_some_and(|last| last.0 != year) {
            year_wealth = 1.0;
        }
        year_wealth *= 1.0 + r;
        if last != Some((year, month)) {
            wealth = 1.0;
            months.push(MonthlyReturn { year, month, month_return: 0.0, year_to_date: 0.0, periods: 0 });
        }
        wealth *= 1.0 + r;
        if let Some(now) = months.last_mut() {
            (now.month_return, now.year_to_date, now.periods) = (wealth - 1.0, year_wealth - 1.0, now.periods + 1);
        }
    }
    Ok(MonthlyReturns { months })
}
