//! Drawdowns: how far below its peak the wealth is, from when to when.

use hashinsight_units::columns::{Columns as _, Row as _, RowStatus};
use hashinsight_units::{Error, Order, Record, Timestamp};

use super::{Returns, refuse};

/// One period of a series of returns.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = TimedReturnColumns)]
#[non_exhaustive]
pub struct TimedReturn {
    /// End of the period, in Unix milliseconds, after the one before.
    pub time_ms: Timestamp,
    /// Return of the period, as a fraction: 0.01 for 1 %.
    pub period_return: f64,
}

/// Times that follow one another.
///
/// # Errors
/// `treasury.time_ms.out_of_range`, and what a value refuses.
pub(super) fn check_times(columns: &TimedReturnColumns<'_>) -> Result<(), Error> {
    columns.check_lengths()?;
    if let Some(fault) = columns.fault() {
        return Err(fault.into());
    }
    match columns.time_ms.windows(2).position(|pair| pair[1] <= pair[0]) {
        None => Ok(()),
        Some(row) => {
            let allowed = format!("after the period before it: above {}", columns.time_ms[row]);
            Err(refuse::out_of_range("time_ms", columns.time_ms[row + 1], allowed).in_row(row + 1))
        }
    }
}

/// Drawdown after each return, 0 or negative: `wealth / highest wealth so far - 1`, the 1 before the first return included.
///
/// ```
/// use hashinsight_treasury::metrics::{Returns, drawdowns};
/// assert_eq!(drawdowns(&Returns::new(&[-0.5, 1.0, 1.0])?), [-0.5, 0.0, 0.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn drawdowns(returns: &Returns<'_>) -> Vec<f64> {
    let (mut wealth, mut peak) = (1.0, 1.0);
    let step = |r: &f64| {
        wealth *= 1.0 + r;
        peak = if wealth > peak { wealth } else { peak };
        wealth / peak - 1.0
    };
    returns.values().iter().map(step).collect()
}

/// Inputs of [`drawdown_table`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DrawdownTableRequest {
    /// Start of the first period, in Unix milliseconds: where the first peak stands.
    #[record(example = 1_714_521_600_000)]
    pub start_ms: Timestamp,
    /// Ends of the periods, in Unix milliseconds, each after the one before.
    pub time_ms: Vec<Timestamp>,
    /// Returns of the periods, as fractions above -1: 0.01 for 1 %.
    pub returns: Vec<f64>,
    /// Greatest number of drawdowns that are told, the deepest first, 1 to 1,000,000.
    #[record(default = 10, range = 1..=1_000_000)]
    pub most: u32,
}

/// Result of [`drawdown_table`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DrawdownTable {
    /// Drawdowns, deepest first.
    pub drawdowns: Vec<DrawdownTableRow>,
}

/// One drawdown of a table, deepest first.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DrawdownTableRow {
    /// Depth at the lowest point as a negative fraction of the peak: -0.2 for 20 %.
    pub depth: f64,
    /// Time of the peak before the drawdown, in Unix milliseconds.
    pub peak_ms: Timestamp,
    /// Time of the lowest point, in Unix milliseconds.
    pub trough_ms: Timestamp,
    /// Days from the peak to the lowest point.
    pub days_down: f64,
    /// Days from the peak until it is reached again, or until the series ends.
    pub days_under_water: f64,
    /// State of the recovery: `ok` where the peak was reached again, `never` where the series ends under water.
    pub recovery: RowStatus,
}

/// The drawdowns of a series, deepest first: peak, trough, recovery. Times are ends of periods.
///
/// ```
/// use hashinsight_treasury::metrics::{DrawdownTableRequest, drawdown_table};
/// use hashinsight_units::{Error, Timestamp};
/// let day = |day: i64| Timestamp::from_s(1_714_521_600 + day * 86_400);
/// let times = (1..=4).map(day).collect::<Result<_, Error>>()?;
/// let table = drawdown_table(&DrawdownTableRequest::new(day(0)?, times, vec![0.1, -0.5, 1.0, -0.1]))?;
/// let days: Vec<f64> = table.drawdowns.iter().map(|row| row.days_under_water).collect();
/// assert_eq!(days, [2.0, 1.0]); // the second is not recovered
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// `treasury.returns.length` unless there is a return for each time; `treasury.time_ms.out_of_range` unless times follow one another;
/// `treasury.returns.not_finite`, and `out_of_range` for a return of -1 and less, after which there is nothing to draw down.
pub fn drawdown_table(request: &DrawdownTableRequest) -> Result<DrawdownTable, Error> {
    request.check()?;
    let times = timed(&request.time_ms, &request.returns)?;
    let columns = TimedReturnColumns { time_ms: &times, period_return: &request.returns };
    let mut drawdowns = deepest_drawdowns(&columns, request.start_ms)?;
    drawdowns.truncate(request.most as usize);
    Ok(DrawdownTable { drawdowns })
}

/// Times as plain numbers, where there is a finite return for each.
pub(super) fn timed(times: &[Timestamp], returns: &[f64]) -> Result<Vec<i64>, Error> {
    if times.len() != returns.len() {
        return Err(refuse::length("returns", returns.len(), format!("{}, one for each time", times.len())));
    }
    Returns::new(returns)?;
    Ok(times.iter().map(|time| time.to_ms()).collect())
}

/// The rows of [`drawdown_table`], all of them.
pub(crate) fn deepest_drawdowns(
    columns: &TimedReturnColumns<'_>,
    start_ms: Timestamp,
) -> Result<Vec<DrawdownTableRow>, Error> {
    check_times(columns)?;
    let start = start_ms.to_ms();
    if let Some(first) = columns.time_ms.first().filter(|first| **first <= start) {
        return Err(refuse::out_of_range("start_ms", start, format!("before the end of the first period, {first}")));
    }
    if let Some(row) = columns.period_return.iter().position(|r| *r <= -1.0) {
        return Err(refuse::number("returns", columns.period_return[row], "above -1").in_row(row));
    }
    let days = |from: i64, to: i64| (to - from) as f64 / 86_400_000.0;
    let (mut wealth, mut peak, mut peak_ms) = (1.0, 1.0, start);
    let (mut rows, mut open): (Vec<DrawdownTableRow>, Option<DrawdownTableRow>) = (Vec::new(), None);
    for row in 0..columns.time_ms.len() {
        let TimedReturn { time_ms, period_return } = TimedReturn::of(columns, row)?;
        wealth *= 1.0 + period_return;
        let now = time_ms.to_ms();
        if wealth >= peak {
            if let Some(over) = open.take() {
                rows.push(DrawdownTableRow { days_under_water: days(peak_ms, now), recovery: RowStatus::Ok, ..over });
            }
            (peak, peak_ms) = (wealth, now);
            continue;
        }
        let depth = wealth / peak - 1.0;
        let begun = open.get_or_insert(DrawdownTableRow {
            depth: 0.0,
            peak_ms: Timestamp::from_ms(peak_ms)?,
            trough_ms: time_ms,
            days_down: 0.0,
            days_under_water: 0.0,
            recovery: RowStatus::Never,
        });
        begun.days_under_water = days(peak_ms, now);
        if depth < begun.depth {
            (begun.depth, begun.trough_ms, begun.days_down) = (depth, time_ms, days(peak_ms, now));
        }
    }
    rows.extend(open);
    rows.order_by(|a, b| a.depth.total_cmp(&b.depth)); // stable: equal depths stay in the order of time
    Ok(rows)
}
