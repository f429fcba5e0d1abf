//! What is missing in a history: gaps, and days made of what is there.

use hashinsight_numerics::state::{ParamHash, StateReader, StateWriter};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Date, Timestamp, UtcOffset};
use serde::{Deserialize, Serialize};

use crate::FeedError;
use crate::alert::ValueSeen;

const MAX_INTERVAL_MS: i64 = 366 * 86_400_000;

/// What [`Gaps`] is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GapsParams {
    /// How far apart points should be, milliseconds: 1 to 366 days.
    pub interval_ms: i64,
    /// How late a point may be and still count as on time, milliseconds: 0 up to the interval.
    pub slack_ms: i64,
}

/// A stretch without points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Gap {
    /// The last point before it.
    pub after_ms: Timestamp,
    /// The first point behind it.
    pub before_ms: Timestamp,
    /// How many points are missing.
    pub missing: u64,
}

/// Finds where points are missing: two neighbors that are further apart than interval and slack.
///
/// ```text
/// missing = round(distance / interval) - 1, at least 1
/// ```
///
/// ```
/// use hashinsight_feeds::{Gaps, GapsParams};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut gaps = Gaps::open(&GapsParams { interval_ms: 3_600_000, slack_ms: 60_000 })?;
/// let mut at = |s: i64| gaps.update(&Timestamp::from_s(1_780_704_000 + s).unwrap());
/// assert_eq!((at(0)?, at(3630)?), (None, None));
/// assert_eq!(at(4 * 3600)?.unwrap().missing, 2);
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Gaps {
    params: GapsParams,
    last: Option<Timestamp>,
}

fn write_last(state: StateWriter, last: Option<Timestamp>) -> StateWriter {
    state.u64(u64::from(last.is_some())).i64(last.map(Timestamp::to_ms).unwrap_or_default())
}

fn read_last(state: &mut StateReader<'_>) -> Result<Option<Timestamp>, FeedError> {
    let impossible = || hashinsight_numerics::state::StateError::OutOfRange { field: "time_ms" };
    match (state.u64()?, state.i64()?) {
        (0, 0) => Ok(None),
        (1, ms) => Ok(Some(Timestamp::from_ms(ms).map_err(|_| impossible())?)),
        _ => Err(impossible().into()),
    }
}

impl Gaps {
    fn hash(params: &GapsParams) -> ParamHash {
        ParamHash::new().u64(params.interval_ms.cast_unsigned()).u64(params.slack_ms.cast_unsigned())
    }
}

impl Stream for Gaps {
    const PATH: &'static str = "feeds.gaps";
    type Params = GapsParams;
    type Event = Timestamp;
    type Output = Option<Gap>;
    type Error = FeedError;

    fn open(params: &GapsParams) -> Result<Self, FeedError> {
        if !(1..=MAX_INTERVAL_MS).contains(&params.interval_ms) {
            return Err(FeedError::out_of_range("interval_ms", params.interval_ms, format!("1 to {MAX_INTERVAL_MS}")));
        }
        if !(0..=params.interval_ms).contains(&params.slack_ms) {
            let allowed = format!("0 to the interval, {}", params.interval_ms);
            return Err(FeedError::out_of_range("slack_ms", params.slack_ms, allowed));
        }
        Ok(Self { params: *params, last: None })
    }

    fn update(&mut self, event: &Timestamp) -> Result<Option<Gap>, FeedError> {
        let Some(last) = self.last.replace(*event) else { return Ok(None) };
        if *event <= last {
            self.last = Some(last);
            let allowed = format!("after the point before it, {}", last.to_ms());
            return Err(FeedError::out_of_range("time_ms", event.to_ms(), allowed));
        }
        let (distance, interval) = (event.to_ms() - last.to_ms(), self.params.interval_ms);
        if distance <= interval + self.params.slack_ms {
            return Ok(None);
        }
        let missing = ((distance + interval / 2) / interval - 1).max(1).cast_unsigned();
        Ok(Some(Gap { after_ms: last, before_ms: *event, missing }))
    }

    fn reset(&mut self) {
        self.last = None;
    }

    fn save(&self) -> Vec<u8> {
        write_last(StateWriter::new(Self::PATH, Self::hash(&self.params)), self.last).finish()
    }

    fn restore(params: &GapsParams, bytes: &[u8]) -> Result<Self, FeedError> {
        let mut stream = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, Self::hash(params))?;
        stream.last = read_last(&mut state)?;
        state.end()?;
        Ok(stream)
    }
}

/// What [`Daily`] is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DailyParams {
    /// Whose days: minutes east of UTC, -1080 to 1080.
    pub utc_offset_min: i16,
}

/// What a day was, out of the points that are there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DayValues {
    /// The day.
    pub date: Date,
    /// First value.
    pub first: f64,
    /// Highest value.
    pub high: f64,
    /// Lowest value.
    pub low: f64,
    /// Last value.
    pub last: f64,
    /// Arithmetic mean of the points, not weighted by time.
    pub mean: f64,
    /// How many points.
    pub points: u32,
    /// Days without any point between this day and the one that closed it: they have no value, and none is made up.
    pub empty_days_after: u32,
}

/// Makes days out of points. A day is answered when the first point of a later day comes; [`finish`](Stream::finish)
/// closes the last.
///
/// ```
/// use hashinsight_feeds::{Daily, DailyParams, ValueSeen};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut daily = Daily::open(&DailyParams { utc_offset_min: 0 })?;
/// let at = |hour: i64| Timestamp::from_s(1_780_617_600 + hour * 3600).unwrap();
/// let mut see = |hour, value| daily.update(&ValueSeen { time_ms: at(hour), value });
/// assert_eq!((see(1, 10.0)?, see(20, 14.0)?), (None, None));
/// let day = see(73, 9.0)?.unwrap();
/// assert_eq!((day.date.to_string().as_str(), day.mean, day.empty_days_after), ("2026-06-05", 12.0, 2));
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Daily {
    params: DailyParams,
    offset: UtcOffset,
    last_ms: Option<Timestamp>,
    /// First, high, low, last, sum and number of the open day.
    open: Option<([f64; 5], u32)>,
}

impl Daily {
    fn hash(params: DailyParams) -> ParamHash {
        ParamHash::new().u64(i64::from(params.utc_offset_min).cast_unsigned())
    }

    fn day(&self, empty_days_after: u32) -> Option<DayValues> {
        let ([first, high, low, last, sum], points) = self.open?;
        let date = self.last_ms?.date(self.offset);
        Some(DayValues { date, first, high, low, last, mean: sum / f64::from(points), points, empty_days_after })
    }
}

impl Stream for Daily {
    const PATH: &'static str = "feeds.daily";
    type Params = DailyParams;
    type Event = ValueSeen;
    type Output = Option<DayValues>;
    type Error = FeedError;

    fn open(params: &DailyParams) -> Result<Self, FeedError> {
        let refused = |_| FeedError::out_of_range("utc_offset_min", params.utc_offset_min, "-1080 to 1080 minutes");
        let offset = UtcOffset::from_minutes(params.utc_offset_min).map_err(refused)?;
        Ok(Self { params: *params, offset, last_ms: None, open: None })
    }

    fn update(&mut self, event: &ValueSeen) -> Result<Option<DayValues>, FeedError> {
        event.check(self.last_ms.map(Timestamp::to_ms))?;
        let value = event.value;
        if value.abs() > 1e290 {
            return Err(FeedError::out_of_range("value", value, "-1e290 to 1e290")); // so that the sum stays finite
        }
        let day = event.time_ms.date(self.offset).unix_day();
        let last_day = self.last_ms.filter(|_| self.open.is_some()).map(|last| last.date(self.offset).unix_day());
        let closed = match last_day {
            Some(last_day) if last_day < day => {
                let empty = u32::try_from(day - last_day - 1);
                self.day(empty.unwrap_or_else(|_| unreachable!("a calendar of 10,000 years has 4 million days")))
            }
            _ => None,
        };
        self.open = match self.open {
            Some(([first, high, low, _, sum], points)) if last_day == Some(day) => {
                let (high, low) = (if value > high { value } else { high }, if value < low { value } else { low });
                let more = points.checked_add(1);
                let more = more.ok_or_else(|| FeedError::out_of_range("value", value, "2^32 - 1 values a day"))?;
                Some(([first, high, low, value, sum + value], more))
            }
            _ => Some(([value; 5], 1)),
        };
        self.last_ms = Some(event.time_ms);
        Ok(closed)
    }

    fn finish(&mut self) -> Option<Option<DayValues>> {
        let closed = self.day(0);
        self.open = None;
        closed.map(Some)
    }

    fn reset(&mut self) {
        (self.last_ms, self.open) = (None, None);
    }

    fn save(&self) -> Vec<u8> {
        let state = write_last(StateWriter::new(Self::PATH, Self::hash(self.params)), self.last_ms);
        let (numbers, points) = self.open.unwrap_or_default();
        numbers.iter().fold(state.u64(u64::from(points)), |state, number| state.f64(*number)).finish()
    }

    fn restore(params: &DailyParams, bytes: &[u8]) -> Result<Self, FeedError> {
        let mut stream = Self::open(params)?;
        let mut state = StateReader::open(bytes, Self::PATH, Self::hash(*params))?;
        stream.last_ms = read_last(&mut state)?;
        let impossible = || hashinsight_numerics::state::StateError::OutOfRange { field: "day" };
        let points = u32::try_from(state.u64()?).map_err(|_| impossible())?;
        let mut numbers = [0.0; 5];
        for number in &mut numbers {
            *number = state.f64()?;
        }
        state.end()?;
        if numbers.iter().any(|number| number.is_nan() || number.abs() > 1e300)
            || (points > 0 && stream.last_ms.is_none())
        {
            return Err(impossible().into());
        }
        stream.open = (points > 0).then_some((numbers, points));
        Ok(stream)
    }
}
