//! The settlement grid: equal intervals from the start of a span on, in which energy is metered and billed.

use hashinsight_units::{At, Error, FieldPath, Timestamp};

use crate::error;

/// Twenty years of 365.25 days.
const MAX_HOURS: u32 = 175_320;
const MINUTE_MS: i64 = 60_000;
const MINUTES_PER_HOUR: u32 = 60;

/// Length of the settlement intervals in minutes.
pub(super) fn check_minutes(field: &'static str, minutes: u32) -> Result<u32, Error> {
    if matches!(minutes, 5 | 15 | 30 | 60) {
        return Ok(minutes);
    }
    Err(error::out_of_range(field, field, minutes, "5, 15, 30 or 60 minutes"))
}

/// A span that can be planned and billed: 1 hour to 20 years.
pub(crate) fn check_hours(hours: usize) -> Result<u32, Error> {
    let fits = u32::try_from(hours).ok().filter(|hours| (1..=MAX_HOURS).contains(hours));
    fits.ok_or_else(|| error::out_of_range("hours", "", hours, "1 to 175320 hours (20 years)"))
}

/// Equal intervals from a start on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Grid {
    start: Timestamp,
    /// Minutes of each interval: 5, 15, 30 or 60.
    minutes: u32,
    pub(crate) count: u32,
}

impl Grid {
    /// The intervals of so many hours.
    pub(crate) fn of_hours(start: Timestamp, minutes: u32, hours: usize) -> Result<Self, Error> {
        let hours = check_hours(hours).at("hours")?;
        Self::checked(start, minutes, hours * (MINUTES_PER_HOUR / minutes))
    }

    /// As many intervals as there are loads.
    pub(crate) fn of_loads(start: Timestamp, minutes: u32, loads: usize) -> Result<Self, Error> {
        let per_hour = MINUTES_PER_HOUR / minutes;
        check_hours(loads.div_ceil(per_hour as usize)).at("load_w")?;
        #[expect(clippy::expect_used, reason = "at most 175,320 hours of 12 intervals")]
        let count = u32::try_from(loads).expect("a count of intervals");
        Self::checked(start, minutes, count)
    }

    /// As many intervals as touch a span of so many seconds.
    pub(crate) fn of_seconds(start: Timestamp, minutes: u32, seconds: f64) -> Result<Self, Error> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a century of five minutes")]
        let intervals = (seconds / (f64::from(minutes) * 60.0)).ceil() as usize;
        check_hours(intervals.div_ceil((MINUTES_PER_HOUR / minutes) as usize))?;
        Self::of_loads(start, minutes, intervals)
    }

    /// The first so many of the intervals.
    pub(crate) fn first(&self, count: u32) -> Self {
        Self { count, ..*self }
    }

    fn checked(start: Timestamp, minutes: u32, count: u32) -> Result<Self, Error> {
        let grid = Self { start, minutes, count };
        grid.at(count)?;
        Ok(grid)
    }

    pub(crate) fn step_ms(&self) -> i64 {
        i64::from(self.minutes) * MINUTE_MS
    }

    /// Length of an interval in hours.
    pub(crate) fn hours_each(&self) -> f64 {
        f64::from(self.minutes) / f64::from(MINUTES_PER_HOUR)
    }

    /// The beginning of an interval.
    pub(crate) fn at(&self, interval: u32) -> Result<Timestamp, Error> {
        Timestamp::from_ms(self.start.to_ms() + i64::from(interval) * self.step_ms())
            .map_err(|error| error.at("start_ms"))
    }

    pub(crate) fn times(&self) -> impl Iterator<Item = Result<Timestamp, Error>> {
        (0..self.count).map(|interval| self.at(interval))
    }

    /// The interval in which an instant lies.
    pub(crate) fn interval_of(&self, time: Timestamp) -> Option<usize> {
        let after_ms = time.to_ms() - self.start.to_ms();
        let interval = usize::try_from(after_ms.div_euclid(self.step_ms())).ok()?;
        (interval < self.count as usize).then_some(interval)
    }
}

/// Where every request that holds a tariff has it.
pub(crate) fn in_tariff(error: Error, field: &'static str) -> Error {
    error.at(FieldPath::new("tariff").field(field))
}
