//! One number out of several sources.
//!
//! ```text
//! fresh    = readings that are not older than max_age and not from the future
//! m        = median(fresh)
//! agreeing = those of fresh that lie within the tolerance of m
//! value    = median(agreeing), or the first of agreeing in the order given
//! ```
//!
//! A value needs a strict majority: where no more than half of the fresh readings agree, the answer is `disputed`.
//! Where nothing is fresh, it is the last good value, marked stale; where there is none, `no_data`. Nothing is ever
//! made up.

use hashinsight_market::Source;
use hashinsight_units::{At, Error, Problem, Ratio, Record, Timestamp};

use crate::error::{out_of_range, parameter};
use crate::order;
use crate::time::LONGEST_MS;

/// How far a source's clock may run ahead of ours.
const SKEW_MS: i64 = 300_000;

/// Inputs of [`reconcile`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReconcileRequest {
    /// Current time, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub now_ms: Timestamp,
    /// Greatest age of a fresh reading, in milliseconds: at least 0.
    #[record(range = 0..=LONGEST_MS, example = 900_000)]
    pub max_age_ms: i64,
    /// Greatest distance of a reading from the median.
    pub tolerance: Tolerance,
    /// Rule by which the value is chosen among the readings that agree.
    #[record(example = "median")]
    pub method: ReconcileMethod,
    /// Readings, one per source, the most trusted first; all in the same unit.
    pub readings: Vec<SourceReading>,
    /// Last value that was fresh. Absent: there was none yet.
    pub last_good: Option<SourceReading>,
}

/// Value of one source at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SourceReading {
    /// Publisher of the value.
    #[record(example = "coingecko")]
    pub source: Source,
    /// Instant of the value, in Unix milliseconds.
    #[record(example = 1_780_730_870_000)]
    pub time_ms: Timestamp,
    /// Value in the unit of all readings: -1e300 to 1e300.
    #[record(example = 60_823.2)]
    pub value: f64,
}

/// Greatest distance of a reading from the median of the fresh ones.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Tolerance {
    /// Distance as a fraction of the median: for prices, hashrates, difficulties.
    #[record(example = 0.01)]
    Relative(Ratio),
    /// Distance in the unit of the readings, 0 to 1e12: for rates and changes, which may be 0.
    #[record(example = 50.0)]
    Absolute(Ratio),
}

/// Rule by which the value is chosen among the readings that agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ReconcileMethod {
    /// Median of the readings that agree.
    Median,
    /// First of the readings that agree, in the order given.
    Priority,
}

/// Result of [`reconcile`]: one number, how sure it is, and what became of each reading.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ReconcileReport {
    /// Value, or the reason why there is none.
    pub outcome: Reconciled,
    /// Number of readings that agree.
    pub agreeing: u32,
    /// Number of readings that are fresh.
    pub fresh: u32,
    /// Spread of the readings that agree, `(greatest - least) / |median|`: 0 where there is one. Absent where none does or the median is 0.
    pub spread: Option<f64>,
    /// Verdict on each reading, in the order given.
    pub verdicts: Vec<ReadingVerdict>,
}

/// A value, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum Reconciled {
    /// A value on which most fresh sources agree.
    Fresh {
        /// Value in the unit of the readings.
        value: f64,
    },
    /// Nothing is fresh: the last good value.
    Stale {
        /// Last good value, in the unit of the readings.
        value: f64,
        /// Age of the value, in milliseconds.
        age_ms: i64,
    },
    /// Sources contradict each other.
    Disputed {
        /// Least of the fresh readings.
        low: f64,
        /// Greatest of the fresh readings.
        high: f64,
    },
    /// Nothing is fresh, and nothing ever was.
    NoData,
}

/// Verdict on one reading.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ReadingVerdict {
    /// Publisher of the reading.
    pub source: Source,
    /// Whether the reading agrees, or why it does not count.
    pub verdict: ReadingState,
}

/// Whether a reading agrees, or why it does not count.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum ReadingState {
    /// Within the tolerance of the median.
    Agrees,
    /// Too far from the median.
    Outlier {
        /// Distance from the median, in the measure of the tolerance.
        deviation: f64,
    },
    /// Too old.
    Stale {
        /// Age of the reading, in milliseconds.
        age_ms: i64,
    },
    /// More than five minutes ahead of the current time.
    Future {
        /// Distance from the current time, in milliseconds.
        ahead_ms: i64,
    },
}

fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { f64::midpoint(sorted[middle - 1], sorted[middle]) }
}

/// Makes one number out of several sources.
///
/// ```
/// use hashinsight_feeds::{ReconcileMethod, ReconcileRequest, Reconciled, SourceReading, Tolerance, reconcile};
/// use hashinsight_units::{Ratio, Timestamp};
/// let now = Timestamp::from_s(1_780_731_000)?;
/// let mut readings = Vec::new();
/// for (source, value) in [("coingecko", 60_823.2), ("coinbase", 60_790.0), ("ticker", 608.2)] {
///     readings.push(SourceReading::new(source.parse()?, now, value));
/// }
/// let tolerance = Tolerance::Relative(Ratio::new(0.05)?);
/// let report = reconcile(&ReconcileRequest::new(now, 900_000, tolerance, ReconcileMethod::Median, readings))?;
/// assert_eq!(report.outcome, Reconciled::Fresh { value: 60_806.6 });
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// A negative age limit, a value that is not finite, two readings of one source, and a last good value from the future.
pub fn reconcile(request: &ReconcileRequest) -> Result<ReconcileReport, Error> {
    let ReconcileRequest { now_ms, max_age_ms, tolerance, method, readings, last_good } = request;
    request.check()?;
    let age_of = |reading: &SourceReading| now_ms.to_ms() - reading.time_ms.to_ms();
    for (index, reading) in readings.iter().enumerate() {
        check(reading, &readings[..index]).index(index).at("readings")?;
    }
    if let Some(last) = last_good {
        check(last, &[]).at("last_good")?;
        if age_of(last) < 0 {
            let allowed = format!("at most now_ms, {}", now_ms.to_ms());
            return Err(out_of_range("time_ms", last.time_ms.to_ms(), allowed)).at("last_good");
        }
    }

    let is_fresh = |reading: &SourceReading| (-SKEW_MS..=*max_age_ms).contains(&age_of(reading));
    let mut fresh: Vec<f64> =
        readings.iter().filter(|reading| is_fresh(reading)).map(|reading| reading.value).collect();
    order::sort(&mut fresh, &f64::total_cmp);
    let center = if fresh.is_empty() { 0.0 } else { median(&fresh) };
    let (unit, most) = match tolerance {
        Tolerance::Relative(ratio) => (center.abs(), ratio.get()),
        Tolerance::Absolute(distance) => (1.0, distance.get()),
    };
    let agrees = |value: f64| (value - center).abs() <= most * unit;
    let verdicts = readings.iter().map(|reading| {
        let age_ms = age_of(reading);
        let verdict = if age_ms < -SKEW_MS {
            ReadingState::Future { ahead_ms: -age_ms }
        } else if age_ms > *max_age_ms {
            ReadingState::Stale { age_ms }
        } else if agrees(reading.value) {
            ReadingState::Agrees
        } else {
            // At a median of 0 every other value is infinitely far in relative terms: then the distance itself is told.
            let distance = (reading.value - center).abs();
            let relative = distance / unit;
            ReadingState::Outlier { deviation: if relative.is_finite() { relative } else { distance } }
        };
        ReadingVerdict { source: reading.source, verdict }
    });
    let verdicts: Vec<ReadingVerdict> = verdicts.collect();
    let agreeing: Vec<f64> = fresh.iter().copied().filter(|value| agrees(*value)).collect();
    let outcome = match (fresh.as_slice(), last_good) {
        ([], None) => Reconciled::NoData,
        ([], Some(last)) => Reconciled::Stale { value: last.value, age_ms: age_of(last) },
        ([low, ..], _) if 2 * agreeing.len() <= fresh.len() => {
            Reconciled::Disputed { low: *low, high: fresh[fresh.len() - 1] }
        }
        _ => {
            let mut by_priority = readings.iter().zip(&verdicts);
            let first =
                by_priority.find(|(_, verdict)| verdict.verdict == ReadingState::Agrees).map(|(first, _)| first.value);
            Reconciled::Fresh {
                value: match (method, first) {
                    (ReconcileMethod::Priority, Some(first)) => first,
                    _ => median(&agreeing),
                },
            }
        }
    };
    let spread = match agreeing.as_slice() {
        [] => None,
        [low, .., high] => Some((high - low) / median(&agreeing).abs()).filter(|spread| spread.is_finite()),
        [_] => Some(0.0),
    };
    let count = |list: &[f64]| u32::try_from(list.len()).unwrap_or_else(|_| unreachable!("readings of 2^32 sources"));
    Ok(ReconcileReport { outcome, agreeing: count(&agreeing), fresh: count(&fresh), spread, verdicts })
}

fn check(reading: &SourceReading, before: &[SourceReading]) -> Result<(), Error> {
    // The bound keeps sums and differences of readings finite.
    if !(-1e300..=1e300).contains(&reading.value) {
        let problem = if reading.value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
        return Err(parameter("value", problem, reading.value, "-1e300 to 1e300"));
    }
    if before.iter().any(|other| other.source == reading.source) {
        return Err(parameter("source", Problem::Several, reading.source, "each source once"));
    }
    Ok(())
}
