//! Days made of the points that are there.

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Error, Record, Timestamp, UtcOffset};

use crate::alert::ValueSeen;
use crate::error::out_of_range;

/// Bound of a value, so that the sum of a day stays finite.
const MAX_VALUE: f64 = 1e290;
const MAX_SUM: f64 = 1e300;

/// Inputs of [`Daily`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct DailyParams {
    /// Offset of the clock whose days are meant, in minutes east of UTC: -1080 to 1080.
    #[record(example = 0)]
    pub utc_offset_min: UtcOffset,
}

/// Whether a day is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum DayPhase {
    /// The day of the event has no values yet: the numbers are NaN.
    Open,
    /// The day before the event is over: the numbers are its values.
    Closed,
}

/// Values of a day, out of the points that are there; NaN while the day is open.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = DayTable)]
#[non_exhaustive]
pub struct DayValues {
    /// Whether a day is over and told: `open` or `closed`.
    pub state: DayPhase,
    /// Day number, in days since 1970-01-01.
    pub unix_day: f64,
    /// First value of the day.
    pub first: f64,
    /// Highest value of the day.
    pub high: f64,
    /// Lowest value of the day.
    pub low: f64,
    /// Last value of the day.
    pub last: f64,
    /// Arithmetic mean of the points, not weighted by time.
    pub mean: f64,
    /// Number of points of the day.
    pub points: f64,
    /// Number of days without any point between this day and the one that closed it: they have no value, and none is made up.
    pub empty_days_after: f64,
}

/// Makes days out of points. A day is answered when the first point of a later day comes; [`finish`](Stream::finish)
/// closes the last.
///
/// ```
/// use hashinsight_feeds::{Daily, DailyParams, DayPhase, ValueSeen};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let mut daily = Daily::open(&DailyParams::new(UtcOffset::UTC))?;
/// let mut see = |hour: i64, value| {
///     daily.update(&ValueSeen::new(Timestamp::from_s(1_780_617_600 + hour * 3600)?, value))
/// };
/// assert_eq!((see(1, 10.0)?.state, see(20, 14.0)?.state), (DayPhase::Open, DayPhase::Open));
/// let day = see(73, 9.0)?; // 2026-06-05 is over, and so are two days without points
/// assert_eq!((day.unix_day, day.mean, day.empty_days_after), (20_609.0, 12.0, 2.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Daily {
    params: DailyParams,
    state: DailyState,
}

/// Instant of the last value that a [`Daily`] has seen, and the open day.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct DailyState {
    last: Option<Timestamp>,
    open: Option<OpenDay>,
}

/// The values of a day so far.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
struct OpenDay {
    first: f64,
    high: f64,
    low: f64,
    last: f64,
    sum: f64,
    points: u32,
}

impl OpenDay {
    fn is_possible(&self) -> bool {
        let Self { first, high, low, last, sum, points } = *self;
        points > 0 && [first, high, low, last, sum].iter().all(|number| (-MAX_SUM..=MAX_SUM).contains(number))
    }

    fn with(self, value: f64) -> Result<Self, Error> {
        let refused = || out_of_range("value", value, "2^32 - 1 values a day");
        Ok(Self {
            first: self.first,
            high: if value > self.high { value } else { self.high },
            low: if value < self.low { value } else { self.low },
            last: value,
            sum: self.sum + value,
            points: self.points.checked_add(1).ok_or_else(refused)?,
        })
    }
}

impl DayValues {
    const OPEN: Self = Self {
        state: DayPhase::Open,
        unix_day: f64::NAN,
        first: f64::NAN,
        high: f64::NAN,
        low: f64::NAN,
        last: f64::NAN,
        mean: f64::NAN,
        points: f64::NAN,
        empty_days_after: f64::NAN,
    };
}

impl Daily {
    fn day(&self, time: Timestamp) -> i64 {
        time.date(self.params.utc_offset_min).unix_day()
    }

    /// The open day, if any, and its number.
    fn open_day(&self) -> Option<(i64, OpenDay)> {
        Some((self.day(self.state.last?), self.state.open?))
    }
}

fn closed(unix_day: i64, day: OpenDay, empty_days_after: i64) -> DayValues {
    let OpenDay { first, high, low, last, sum, points } = day;
    DayValues {
        state: DayPhase::Closed,
        unix_day: unix_day as f64,
        first,
        high,
        low,
        last,
        mean: sum / f64::from(points),
        points: f64::from(points),
        empty_days_after: empty_days_after as f64,
    }
}

impl Stream for Daily {
    const PATH: &'static str = "feeds.daily";
    type Params = DailyParams;
    type State = DailyState;
    type Event = ValueSeen;
    type Output = DayValues;

    fn resume(params: &DailyParams, state: DailyState) -> Result<Self, Error> {
        let possible = state.open.is_none_or(|day| day.is_possible() && state.last.is_some());
        if possible { Ok(Self { params: *params, state }) } else { Err(impossible("day")) }
    }

    fn parts(&self) -> (&DailyParams, &DailyState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &ValueSeen) -> Result<DayValues, Error> {
        event.check(self.state.last)?;
        let ValueSeen { time_ms, value } = *event;
        if value.abs() > MAX_VALUE {
            return Err(out_of_range("value", value, "-1e290 to 1e290"));
        }
        let day = self.day(time_ms);
        let (answer, open) = match self.open_day() {
            Some((open_day, open)) if open_day == day => (DayValues::OPEN, open.with(value)?),
            before => {
                let answer = before.map_or(DayValues::OPEN, |(last, open)| closed(last, open, day - last - 1));
                (answer, OpenDay { first: value, high: value, low: value, last: value, sum: value, points: 1 })
            }
        };
        self.state = DailyState { last: Some(time_ms), open: Some(open) };
        Ok(answer)
    }

    fn finish(&mut self) -> Option<DayValues> {
        let (day, open) = self.open_day()?;
        self.state.open = None;
        Some(closed(day, open, 0))
    }
}
