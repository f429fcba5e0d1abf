//! Returns by civil month.

use hashinsight_units::columns::{Row as _, Table as _};
use hashinsight_units::{Error, Record, UtcOffset};

use super::drawdown::check_times;
use super::{TimedReturn, TimedReturnColumns};

/// Parameters of [`monthly_returns`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MonthlyReturnsParams {
    /// Offset of the clock whose months are meant, in minutes from UTC.
    #[record(default = UtcOffset::UTC)]
    pub utc_offset_min: UtcOffset,
}

/// One month of a table, oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = MonthlyReturnTable)]
#[non_exhaustive]
pub struct MonthlyReturn {
    /// Civil year.
    pub year: i64,
    /// Month of the year, 1 to 12.
    pub month: i64,
    /// Compound return of the periods that end within the month, as a fraction.
    pub month_return: f64,
    /// Compound return from the first period of the series to the end of the month, within the civil year.
    pub year_to_date: f64,
    /// Number of periods that end within the month.
    pub periods: i64,
}

/// Compound returns by civil month. A period belongs to the month of its last millisecond, so that a bar which closes at midnight counts
/// in the month that it traded in. Months without a period are not told.
///
/// ```
/// use hashinsight_treasury::metrics::{MonthlyReturnsParams, TimedReturnColumns, monthly_returns};
/// // The days that end on 2024-05-31, on 2024-06-01 and on 2024-06-02, at midnight UTC.
/// let times = [1_717_113_600_000, 1_717_200_000_000, 1_717_286_400_000];
/// let columns = TimedReturnColumns { time_ms: &times, period_return: &[0.5, 0.5, -0.5] };
/// let table = monthly_returns(&columns, &MonthlyReturnsParams::new())?;
/// assert_eq!((table.month, table.month_return), (vec![5, 6], vec![1.25, -0.5]));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.time_ms.out_of_range` unless times follow one another; what a value refuses.
pub fn monthly_returns(
    columns: &TimedReturnColumns<'_>,
    params: &MonthlyReturnsParams,
) -> Result<MonthlyReturnTable, Error> {
    check_times(columns)?;
    let mut months: Vec<(i64, i64, f64, f64, i64)> = Vec::new();
    let mut year_wealth = 1.0;
    for row in 0..columns.time_ms.len() {
        let TimedReturn { time_ms, period_return } = TimedReturn::of(columns, row)?;
        let within = hashinsight_units::Timestamp::from_ms(time_ms.to_ms() - 1)?.date(params.utc_offset_min);
        let (year, month) = (i64::from(within.year()), i64::from(within.month()));
        if months.last().is_some_and(|last| last.0 != year) {
            year_wealth = 1.0;
        }
        year_wealth *= 1.0 + period_return;
        match months.last_mut() {
            Some(last) if (last.0, last.1) == (year, month) => {
                (last.2, last.3, last.4) = (last.2 * (1.0 + period_return), year_wealth, last.4 + 1);
            }
            _ => months.push((year, month, 1.0 + period_return, year_wealth, 1)),
        }
    }
    let mut table = MonthlyReturnTable::with_rows(0);
    for (year, month, wealth, year_wealth, periods) in months {
        let (month_return, year_to_date) = (wealth - 1.0, year_wealth - 1.0);
        table.push(MonthlyReturn { year, month, month_return, year_to_date, periods });
    }
    Ok(table)
}
