//! Dates on which a price is looked at: a count, a list of times, or a rule of the calendar.

use std::borrow::Cow;

use hashinsight_units::{Date, Error, Record, Timestamp, UtcOffset, Years};

use crate::refuse::{insufficient, length, missing, none, refuse, several};

/// Most dates of a watch.
const MOST_DATES: u32 = 100_000;
const DAY_MS: i64 = 86_400_000;
const YEAR_MS: f64 = 31_536_000_000.0;

/// Days of a watch by the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum WatchDays {
    /// Every day.
    Daily,
    /// One day of every week.
    Weekly {
        /// Day of the week, 1 (Monday) to 7 (Sunday).
        #[record(range = 1..=7, example = 5)]
        weekday: u32,
    },
    /// One day of every month.
    Monthly {
        /// Day of the month, 1 to 31; of a shorter month its last.
        #[record(range = 1..=31, example = 31)]
        day: u32,
    },
}

/// Watch at an hour of a clock, on days of the calendar: from now until the end of the horizon, both included.
///
/// ```
/// use hashinsight_derivatives::pricing::{WatchCalendar, WatchDays};
/// use hashinsight_units::{Timestamp, Years};
/// // Expiries on Fridays at 08:00 UTC, seen from Thursday, 1 January 2026, 00:00 UTC.
/// let now = Timestamp::from_ms(1_767_225_600_000)?;
/// let fridays = WatchCalendar::new(now, WatchDays::Weekly { weekday: 5 }, 8);
/// let days: Vec<f64> = fridays.times(Years::new(30.0 / 365.0)?)?.iter().map(|time| 365.0 * time.get()).collect();
/// assert_eq!(days.iter().map(|day| (3.0 * day).round()).collect::<Vec<_>>(), [4.0, 25.0, 46.0, 67.0, 88.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct WatchCalendar {
    /// Instant from which horizon and dates are counted, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub now_ms: Timestamp,
    /// Days on which the price is looked at.
    #[record(example = "daily")]
    pub days: WatchDays,
    /// Hour of the clock at which it is looked at, 0 to 23.
    #[record(range = 0..=23, example = 8)]
    pub hour: u32,
    /// Distance of the clock from UTC, in minutes, the same all year.
    #[record(default = UtcOffset::UTC)]
    pub utc_offset_min: UtcOffset,
}

impl WatchCalendar {
    /// Times of the dates in years of 365 days from now, rising.
    ///
    /// # Errors
    /// `derivatives.calendar.none` without a date until the end of the horizon; `out_of_range` at `hour`, `weekday` or `day`, and where the
    /// calendar ends.
    pub fn times(&self, horizon: Years) -> Result<Vec<Years>, Error> {
        self.check()?;
        let now = self.now_ms.to_ms();
        let offset = i64::from(self.utc_offset_min.to_minutes()) * 60_000;
        #[expect(clippy::cast_possible_truncation, reason = "at most 30 years")]
        let end = now + (horizon.get() * YEAR_MS).round() as i64;
        let mut times = Vec::new();
        for day in (now + offset).div_euclid(DAY_MS)..=(end + offset).div_euclid(DAY_MS) {
            let at = day * DAY_MS + i64::from(self.hour) * 3_600_000 - offset;
            if (now..=end).contains(&at) && self.is_on(day)? {
                let time = (at - now) as f64 / YEAR_MS;
                // The end itself is the horizon, whatever its milliseconds round to.
                times.push(if at == end { horizon } else { Years::new(time)? });
            }
        }
        if times.is_empty() {
            return Err(none("calendar", "years", horizon.get(), "a horizon that reaches a date of the calendar"));
        }
        Ok(times)
    }

    fn is_on(&self, unix_day: i64) -> Result<bool, Error> {
        Ok(match self.days {
            WatchDays::Daily => true,
            // 1 January 1970 was a Thursday.
            WatchDays::Weekly { weekday } => (unix_day + 3).rem_euclid(7) + 1 == i64::from(weekday),
            WatchDays::Monthly { day } => {
                let date = Date::from_unix_day(unix_day)?;
                let is_last = Date::from_unix_day(unix_day + 1)?.day() == 1;
                u32::from(date.day()) == day || (is_last && u32::from(date.day()) < day)
            }
        })
    }
}

/// Dates of a watch.
pub(super) enum Dates<'a> {
    /// So many, equally spaced, the last at the end of the horizon and none today.
    Even(u32),
    /// At these times from now.
    At(Cow<'a, [Years]>),
}

impl<'a> Dates<'a> {
    /// # Errors
    /// `derivatives.dates.missing` without any, `.several` for a calendar beside others, `.out_of_range` for a count that is not 1 to 100,000;
    /// `derivatives.times_years.length` for a count that is not that of the times.
    pub(super) fn of(
        count: Option<u32>,
        times: Option<&'a [Years]>,
        calendar: Option<&WatchCalendar>,
        horizon: Years,
    ) -> Result<Self, Error> {
        if let Some(count) = count.filter(|count| !(1..=MOST_DATES).contains(count)) {
            return Err(refuse("dates", f64::from(count), "1 to 100000"));
        }
        match (count, times, calendar) {
            (Some(count), None, None) => Ok(Self::Even(count)),
            (_, Some([]), None) => Err(insufficient("times_years", 0, "one time")),
            (Some(count), Some(times), None) if times.len() != count as usize => {
                Err(length("times_years", times.len(), count as usize))
            }
            (_, Some(times), None) => Ok(Self::At(Cow::Borrowed(times))),
            (None, None, Some(calendar)) => {
                let times = calendar.times(horizon).map_err(|error| error.at("calendar"))?;
                Ok(Self::At(Cow::Owned(times)))
            }
            (None, None, None) => Err(missing("dates", "dates as a count, times_years or a calendar")),
            (_, _, Some(_)) => {
                Err(several("calendar", "a calendar beside dates", "one of dates, times_years, calendar"))
            }
        }
    }

    /// Number of dates that are equally spaced.
    pub(super) fn even(&self) -> Option<u32> {
        match self {
            Self::Even(count) => Some(*count),
            Self::At(_) => None,
        }
    }
}
