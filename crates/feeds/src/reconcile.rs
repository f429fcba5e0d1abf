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
use hashinsight_units::{FieldPath, Ratio, Timestamp, wire};
use serde::{Deserialize, Serialize};

use crate::FeedError;

/// How far a source's clock may run ahead of ours.
const SKEW_MS: i64 = 300_000;

/// What [`reconcile`] is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReconcileRequest {
    /// Now.
    pub now_ms: Timestamp,
    /// How old a reading may be, milliseconds: at least 0.
    pub max_age_ms: i64,
    /// How far a reading may lie from the median.
    pub tolerance: Tolerance,
    /// How the value is chosen.
    pub method: ReconcileMethod,
    /// One reading per source, the most trusted first; all in the same unit.
    pub readings: Vec<SourceReading>,
    /// The last value that was fresh.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub last_good: Option<SourceReading>,
}

/// What one source says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceReading {
    /// Who says it.
    pub source: Source,
    /// When it held.
    pub time_ms: Timestamp,
    /// The value, finite.
    #[serde(deserialize_with = "wire::number::deserialize")]
    pub value: f64,
}

/// How far a reading may lie from the median of the fresh ones.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tolerance {
    /// As a fraction of the median: for prices, hashrates, difficulties.
    Relative(Ratio),
    /// In the unit of the readings, as a number of 0 to 1e12: for rates and changes, which may be 0.
    Absolute(Ratio),
}

/// How the value is chosen among the readings that agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReconcileMethod {
    /// Their median.
    Median,
    /// The first in the order given.
    Priority,
}

/// One number, how sure it is, and what became of each reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReconcileReport {
    /// The answer.
    pub outcome: Reconciled,
    /// How many readings agree.
    pub agreeing: u32,
    /// How many are fresh.
    pub fresh: u32,
    /// `(greatest - least) / |median|` of those that agree (0 where there is one); absent where none does or the median
    /// is 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spread: Option<f64>,
    /// What became of each reading, in the order given.
    pub verdicts: Vec<ReadingVerdict>,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reconciled {
    /// A value on which most fresh sources agree.
    Fresh {
        /// The value.
        value: f64,
    },
    /// Nothing is fresh: the last good value.
    Stale {
        /// The value.
        value: f64,
        /// Its age, milliseconds.
        age_ms: i64,
    },
    /// Sources contradict each other.
    Disputed {
        /// Least fresh reading.
        low: f64,
        /// Greatest fresh reading.
        high: f64,
    },
    /// Nothing is fresh, and nothing ever was.
    NoData,
}

/// What became of one reading.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ReadingVerdict {
    /// Whose reading.
    pub source: Source,
    /// What became of it.
    pub verdict: ReadingState,
}

/// What became of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReadingState {
    /// It agrees.
    Agrees,
    /// It is too far from the median.
    Outlier {
        /// How far, in the measure of the tolerance.
        deviation: f64,
    },
    /// It is too old.
    Stale {
        /// Its age, milliseconds.
        age_ms: i64,
    },
    /// Its time lies more than five minutes ahead.
    Future {
        /// How far, milliseconds.
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
/// let reading = |source: &str, value| SourceReading { source: source.parse().unwrap(), time_ms: now, value };
/// let report = reconcile(&ReconcileRequest {
///     now_ms: now,
///     max_age_ms: 900_000,
///     tolerance: Tolerance::Relative(Ratio::new(0.05)?),
///     method: ReconcileMethod::Median,
///     readings: vec![reading("coingecko", 60_823.2), reading("coinbase", 60_790.0), reading("ticker", 608.2)],
///     last_good: None,
/// })?;
/// assert_eq!(report.outcome, Reconciled::Fresh { value: 60_806.6 });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`FeedError::Parameter`] for a negative age limit, a value that is not finite, two readings of one source, and a
/// last good value from the future.
pub fn reconcile(request: &ReconcileRequest) -> Result<ReconcileReport, FeedError> {
    let ReconcileRequest { now_ms, max_age_ms, tolerance, method, readings, last_good } = request;
    if *max_age_ms < 0 {
        return Err(FeedError::out_of_range("max_age_ms", max_age_ms, "at least 0"));
    }
    let age_of = |reading: &SourceReading| now_ms.to_ms() - reading.time_ms.to_ms();
    for (index, reading) in readings.iter().enumerate() {
        let at = |field: &str| FieldPath::new("readings").index(index).field(field);
        check(reading, at("value"))?;
        if readings[..index].iter().any(|other| other.source == reading.source) {
            let (value, allowed) = (reading.source.to_string(), "each source once".to_owned());
            let path = at("source");
            return Err(FeedError::Parameter { field: "source", path, problem: "several", value, allowed });
        }
    }
    if let Some(last) = last_good {
        check(last, FieldPath::new("last_good").field("value"))?;
        if age_of(last) < 0 {
            let (path, value) = (FieldPath::new("last_good").field("time_ms"), last.time_ms.to_ms().to_string());
            let allowed = format!("at most now_ms, {}", now_ms.to_ms());
            return Err(FeedError::Parameter { field: "time_ms", path, problem: "out_of_range", value, allowed });
        }
    }

    let is_fresh = |reading: &SourceReading| (-SKEW_MS..=*max_age_ms).contains(&age_of(reading));
    let mut fresh: Vec<f64> =
        readings.iter().filter(|reading| is_fresh(reading)).map(|reading| reading.value).collect();
    fresh.sort_by(f64::total_cmp);
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

fn check(reading: &SourceReading, path: FieldPath) -> Result<(), FeedError> {
    // The bound keeps sums and differences of readings finite.
    if reading.value.abs() <= 1e300 {
        return Ok(());
    }
    let problem = if reading.value.is_finite() { "out_of_range" } else { "not_finite" };
    let (value, allowed) = (reading.value.to_string(), "-1e300 to 1e300".to_owned());
    Err(FeedError::Parameter { field: "value", path, problem, value, allowed })
}
