//! At most so many points a day: the first and the last are kept, and between them those nearest to even spacing.

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Record, Timestamp, UtcOffset};

use crate::error::out_of_range;
use crate::gaps::PointSeen;
use crate::time::{LONGEST_MS, after};

/// A collector that sends one point each second has this many a day.
const MAX_POINTS: usize = 86_400;

/// Inputs of [`Retention`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct RetentionParams {
    /// Greatest number of points of a day that are kept: 2 to 1440.
    #[record(range = 2..=1440, example = 96)]
    pub points_per_day: u32,
    /// Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080.
    #[record(example = 0)]
    pub utc_offset_min: UtcOffset,
}

/// Decides, when a day closes, which of its points are kept.
///
/// Of `n` points at `t[0] < ... < t[n-1]` at most `k` are kept: `t[0]`, `t[n-1]`, and for each `j` between the point
/// nearest to `t[0] + j · (t[n-1] - t[0]) / (k - 1)` (of two equally near the earlier) that leaves enough for the rest.
/// An event of a later day closes the day and answers its kept points; [`finish`](Stream::finish) closes the last.
///
/// ```
/// use hashinsight_feeds::{PointSeen, Retention, RetentionParams};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let mut retention = Retention::open(&RetentionParams::new(3, UtcOffset::UTC))?;
/// for hour in 0..24 {
///     assert!(retention.update(&PointSeen::new(Timestamp::from_s(1_780_617_600 + hour * 3600)?))?.is_empty());
/// }
/// let kept = retention.finish().unwrap();
/// assert_eq!(kept.iter().map(|time| time.to_s() / 3600 % 24).collect::<Vec<_>>(), [0, 11, 23]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Retention {
    params: RetentionParams,
    state: RetentionState,
}

/// Instants of the points of the open day, and of the last point.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct RetentionState {
    /// Rising.
    day: Vec<Timestamp>,
    last: Option<Timestamp>,
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
    fn close(&mut self) -> Vec<Timestamp> {
        let day = std::mem::take(&mut self.state.day);
        kept(&day, self.params.points_per_day as usize).into_iter().map(|index| day[index]).collect()
    }

    fn is_same_day(&self, time: Timestamp) -> bool {
        let offset = self.params.utc_offset_min;
        self.state.day.first().is_none_or(|first| first.date(offset) == time.date(offset))
    }

    fn is_possible(&self) -> bool {
        let RetentionState { day, last } = &self.state;
        let rises = day.is_sorted_by(|a, b| a < b) && day.len() <= MAX_POINTS;
        rises && day.last().is_none_or(|end| Some(*end) == *last && self.is_same_day(*end))
    }
}

impl Stream for Retention {
    const PATH: &'static str = "feeds.retention_stream";
    type Params = RetentionParams;
    type State = RetentionState;
    type Event = PointSeen;
    type Output = Vec<Timestamp>;

    fn resume(params: &RetentionParams, state: RetentionState) -> Result<Self, Error> {
        params.check()?;
        let stream = Self { params: *params, state };
        if stream.is_possible() { Ok(stream) } else { Err(impossible("day")) }
    }

    fn parts(&self) -> (&RetentionParams, &RetentionState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &PointSeen) -> Result<Vec<Timestamp>, Error> {
        let time = event.time_ms;
        after("point", self.state.last, time)?;
        let same_day = self.is_same_day(time);
        if same_day && self.state.day.len() >= MAX_POINTS {
            return Err(out_of_range("time_ms", time.to_ms(), format!("at most {MAX_POINTS} points a day")));
        }
        let closed = if same_day { Vec::new() } else { self.close() };
        self.state.day.push(time);
        self.state.last = Some(time);
        Ok(closed)
    }

    fn finish(&mut self) -> Option<Vec<Timestamp>> {
        Some(self.close()).filter(|closed| !closed.is_empty())
    }
}

/// Inputs of [`retain`].
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct RetainRequest {
    /// Instants of the points, in Unix milliseconds: oldest first, each once.
    pub time_ms: Vec<Timestamp>,
    /// Current time, in Unix milliseconds: the day that is running is not thinned.
    #[record(example = 1_780_730_885_000)]
    pub now_ms: Timestamp,
    /// Greatest number of points of a closed day that are kept: 2 to 1440.
    #[record(range = 2..=1440, example = 96)]
    pub points_per_day: u32,
    /// Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080.
    #[record(example = 0)]
    pub utc_offset_min: UtcOffset,
    /// Greatest age of a point that is kept, in milliseconds. Absent: any age.
    #[record(range = 0..=LONGEST_MS)]
    pub max_age_ms: Option<i64>,
}

/// Result of [`retain`]: the points that stay and those that go.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RetainReport {
    /// Indices of the points that stay.
    pub keep: Vec<u32>,
    /// Indices of the points that are too many of their day.
    pub thinned: Vec<u32>,
    /// Indices of the points that are too old.
    pub expired: Vec<u32>,
}

/// Points of a history that stay: [`Retention`] over all closed days, everything of the running day, nothing that is
/// too old.
///
/// ```
/// use hashinsight_feeds::{RetainRequest, retain};
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let time_ms = (0..48).map(|hour| Timestamp::from_s(1_780_617_600 + hour * 3600)).collect::<Result<Vec<_>, _>>()?;
/// let now_ms = Timestamp::from_s(1_780_617_600 + 47 * 3600)?;
/// let report = retain(&RetainRequest::new(time_ms, now_ms, 10, UtcOffset::UTC))?;
/// assert_eq!((report.keep.len(), report.thinned.len()), (10 + 24, 14)); // the second day is still running
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Times that do not rise or lie after now, and parameters outside their range.
pub fn retain(request: &RetainRequest) -> Result<RetainReport, Error> {
    request.check()?;
    let RetainRequest { time_ms, now_ms, points_per_day, utc_offset_min, max_age_ms } = request;
    let mut stream = Retention::open(&RetentionParams::new(*points_per_day, *utc_offset_min))?;
    let today = now_ms.date(*utc_offset_min);
    let mut stay: Vec<Timestamp> = Vec::new();
    for (index, time) in time_ms.iter().enumerate() {
        let closed = if time > now_ms {
            Err(out_of_range("time_ms", time.to_ms(), format!("at most now_ms, {}", now_ms.to_ms())))
        } else {
            stream.update(&PointSeen::new(*time))
        };
        stay.extend(closed.map_err(|error| error.in_row(index))?);
    }
    let running = stream.state.day.first().is_some_and(|first| first.date(*utc_offset_min) == today);
    if !running {
        stay.extend(stream.close());
    }
    let mut report = RetainReport { keep: Vec::new(), thinned: Vec::new(), expired: Vec::new() };
    for (index, time) in (0..).zip(time_ms) {
        let is_old = max_age_ms.is_some_and(|age| now_ms.to_ms() - time.to_ms() > age);
        let is_today = time.date(*utc_offset_min) == today;
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
