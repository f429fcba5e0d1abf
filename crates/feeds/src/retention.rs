//! At most so many points a day: the first and the last are kept, and between them those nearest to even spacing.

use hashinsight_numerics::state::{ParamHash, StateError, StateReader, StateWriter};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Timestamp, UtcOffset, wire};
use serde::{Deserialize, Serialize};

use crate::FeedError;

/// A collector that sends one point each second has this many a day.
const MAX_POINTS: usize = 86_400;

/// What [`Retention`] is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionParams {
    /// How many points of a day are kept at most: 2 to 1440.
    pub points_per_day: u32,
    /// Whose days: minutes east of UTC, -1080 to 1080.
    pub utc_offset_min: i16,
}

impl RetentionParams {
    fn offset(self) -> Result<UtcOffset, FeedError> {
        let refused = |_| FeedError::out_of_range("utc_offset_min", self.utc_offset_min, "-1080 to 1080 minutes");
        UtcOffset::from_minutes(self.utc_offset_min).map_err(refused)
    }
}

/// Decides, when a day closes, which of its points are kept.
///
/// Of `n` points at `t[0] < ... < t[n-1]` at most `k` are kept: `t[0]`, `t[n-1]`, and for each `j` between the point
/// nearest to `t[0] + j · (t[n-1] - t[0]) / (k - 1)` (of two equally near the earlier) that leaves enough for the rest.
/// An event of a later day closes the day and answers its kept points; [`finish`](Stream::finish) closes the last.
///
/// ```
/// use hashinsight_feeds::{Retention, RetentionParams};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut retention = Retention::open(&RetentionParams { points_per_day: 3, utc_offset_min: 0 })?;
/// for hour in 0..24 {
///     assert!(retention.update(&Timestamp::from_s(1_780_617_600 + hour * 3600)?)?.is_empty());
/// }
/// let kept = retention.finish().unwrap();
/// assert_eq!(kept.iter().map(|time| time.to_s() / 3600 % 24).collect::<Vec<_>>(), [0, 11, 23]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Retention {
    params: RetentionParams,
    offset: UtcOffset,
    /// Times of the open day, rising.
    day: Vec<Timestamp>,
    last: Option<i64>,
}

/// Indices of the points that are kept, of times that rise.
fn kept(times: &[Timestamp], most: usize) -> Vec<usize> {
    if times.len() <= most {
        return (0..times.len()).collect();
    }
    let ms = |index: usize| i128::from(times[index].to_ms());
    let (first, last) = (ms(0), ms(times.len() - 1));
    let steps = most - 1;
    let mut kept = vec![0];
    for step in 1..steps {
        // In integers: the distance to the ideal instant, times the number of steps.
        let distance = |index: &usize| {
            let (step, steps) = (i128::from(step as u64), i128::from(steps as u64));
            ((ms(*index) - first) * steps - step * (last - first)).abs()
        };
        let from = kept[step - 1] + 1;
        let to = times.len() - (steps - step);
        kept.extend((from..to).min_by_key(distance));
    }
    kept.push(times.len() - 1);
    kept
}

impl Retention {
    fn hash(params: RetentionParams) -> ParamHash {
        let offset = i64::from(params.utc_offset_min).cast_unsigned();
        ParamHash::new().u64(u64::from(params.points_per_day)).u64(offset)
    }

    fn close(&self) -> Vec<Timestamp> {
        let indices = kept(&self.day, self.params.points_per_day as usize);
        indices.into_iter().map(|index| self.day[index]).collect()
    }

    fn is_same_day(&self, time: Timestamp) -> bool {
        self.day.first().is_none_or(|first| first.date(self.offset) == time.date(self.offset))
    }
}

impl Stream for Retention {
    const PATH: &'static str = "feeds.retention_stream";
    type Params = RetentionParams;
    type Event = Timestamp;
    type Output = Vec<Timestamp>;
    type Error = FeedError;

    fn open(params: &RetentionParams) -> Result<Self, FeedError> {
        if !(2..=1440).contains(&params.points_per_day) {
            return Err(FeedError::out_of_range("points_per_day", params.points_per_day, "2 to 1440"));
        }
        Ok(Self { params: *params, offset: params.offset()?, day: Vec::new(), last: None })
    }

    fn update(&mut self, event: &Timestamp) -> Result<Vec<Timestamp>, FeedError> {
        let ms = event.to_ms();
        if let Some(last) = self.last.filter(|last| ms <= *last) {
            return Err(FeedError::out_of_range("time_ms", ms, format!("after the point before it, {last}")));
        }
        let same_day = self.is_same_day(*event);
        if same_day && self.day.len() >= MAX_POINTS {
            return Err(FeedError::out_of_range("time_ms", ms, format!("at most {MAX_POINTS} points a day")));
        }
        let closed = if same_day { Vec::new() } else { self.close() };
        if !same_day {
            self.day.clear();
        }
        self.day.push(*event);
        self.last = Some(ms);
        Ok(closed)
    }

    fn finish(&mut self) -> Option<Vec<Timestamp>> {
        let closed = self.close();
        self.day.clear();
        Some(closed).filter(|closed| !closed.is_empty())
    }

    fn reset(&mut self) {
        (self.day, self.last) = (Vec::new(), None);
    }

    fn save(&self) -> Vec<u8> {
        let state = StateWriter::new(Self::PATH, Self::hash(self.params));
        let state = state.u64(u64::from(self.last.is_some())).i64(self.last.unwrap_or_default());
        self.day.iter().fold(state.u64(self.day.len() as u64), |state, time| state.i64(time.to_ms())).finish()
    }

    fn restore(params: &RetentionParams, bytes: &[u8]) -> Result<Self, FeedError> {
        let mut stream = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, Self::hash(*params))?;
        let (seen, last) = (state.u64()? == 1, state.i64()?);
        for _ in 0..state.count(8)? {
            let time = Timestamp::from_ms(state.i64()?).map_err(|_| StateError::OutOfRange { field: "time_ms" })?;
            stream.update(&time).map_err(|_| StateError::OutOfRange { field: "time_ms" })?;
        }
        state.end()?;
        stream.last = seen.then_some(last);
        Ok(stream)
    }
}

/// What [`retain`] is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetainRequest {
    /// Times of the points, oldest first, each once.
    pub time_ms: Vec<Timestamp>,
    /// Now: the day that is running is not thinned.
    pub now_ms: Timestamp,
    /// How many points of a closed day are kept at most: 2 to 1440.
    pub points_per_day: u32,
    /// Whose days: minutes east of UTC, -1080 to 1080.
    pub utc_offset_min: i16,
    /// How old a point may be, milliseconds; absent: any age.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub max_age_ms: Option<i64>,
}

/// Which points stay and which go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RetainReport {
    /// Indices of the points that stay.
    pub keep: Vec<u32>,
    /// Indices of those that are too many of their day.
    pub thinned: Vec<u32>,
    /// Indices of those that are too old.
    pub expired: Vec<u32>,
}

/// Which points of a history stay: [`Retention`] over all closed days, everything of the running day, nothing that is
/// too old.
///
/// ```
/// use hashinsight_feeds::{RetainRequest, retain};
/// use hashinsight_units::Timestamp;
/// let time_ms = (0..48).map(|hour| Timestamp::from_s(1_780_617_600 + hour * 3600)).collect::<Result<Vec<_>, _>>()?;
/// let now_ms = Timestamp::from_s(1_780_617_600 + 47 * 3600)?;
/// let request = RetainRequest { time_ms, now_ms, points_per_day: 10, utc_offset_min: 0, max_age_ms: None };
/// let report = retain(&request)?;
/// assert_eq!((report.keep.len(), report.thinned.len()), (10 + 24, 14)); // the second day is still running
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`FeedError::Parameter`] for times that do not rise or lie after now, and for parameters outside their range.
pub fn retain(request: &RetainRequest) -> Result<RetainReport, FeedError> {
    let RetainRequest { time_ms, now_ms, points_per_day, utc_offset_min, max_age_ms } = request;
    if let Some(age) = max_age_ms.filter(|age| *age < 0) {
        return Err(FeedError::out_of_range("max_age_ms", age, "at least 0"));
    }
    let params = RetentionParams { points_per_day: *points_per_day, utc_offset_min: *utc_offset_min };
    let mut stream = Retention::open(&params)?;
    let today = now_ms.date(stream.offset);
    let in_row = |index: usize| {
        move |error: FeedError| match error {
            FeedError::Parameter { field, path, problem, value, allowed } => {
                FeedError::Parameter { field, path: path.index(index), problem, value, allowed }
            }
            other => other,
        }
    };
    let mut stay: Vec<Timestamp> = Vec::new();
    for (index, time) in time_ms.iter().enumerate() {
        if time > now_ms {
            let allowed = format!("at most now_ms, {}", now_ms.to_ms());
            return Err(in_row(index)(FeedError::out_of_range("time_ms", time.to_ms(), allowed)));
        }
        stay.extend(stream.update(time).map_err(in_row(index))?);
    }
    let running = stream.day.first().is_some_and(|first| first.date(stream.offset) == today);
    if !running {
        stay.extend(stream.finish().unwrap_or_default());
    }
    let mut report = RetainReport { keep: Vec::new(), thinned: Vec::new(), expired: Vec::new() };
    for (index, time) in (0..).zip(time_ms) {
        let is_old = max_age_ms.is_some_and(|age| now_ms.to_ms() - time.to_ms() > age);
        let is_today = time.date(stream.offset) == today;
        let list = if is_old {
            &mut report.expired
        } else if is_today || stay.binary_search(time).is_ok() {
            &mut report.keep
        } else {
            &mut report.thinned
        };
        list.push(index);
    }
    Ok(report)
}
