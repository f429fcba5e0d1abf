//! The wall clock of a tariff: offset from UTC and daylight saving.
//!
//! Two rules are known, and hold for every year: the United States (Energy Policy Act of 2005) and the European Union
//! (Directive 2000/84/EC). A tariff elsewhere has a fixed offset, or is given as an hourly series.

use hashinsight_units::{Date, Error, MS_PER_DAY, Record, Timestamp, UtcOffset};

use super::HOUR_MS;

/// Rule by which clocks are an hour ahead in summer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum DaylightSaving {
    /// From the second Sunday of March, 02:00 standard time, to the first Sunday of November, 02:00 daylight time.
    UnitedStates,
    /// From the last Sunday of March to the last Sunday of October, 01:00 UTC.
    EuropeanUnion,
}

/// A wall clock.
///
/// ```
/// use hashinsight_mining::tariff::{Clock, DaylightSaving};
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let texas = Clock::new(UtcOffset::from_minutes(-6 * 60)?).daylight_saving(DaylightSaving::UnitedStates);
/// let noon_utc = Timestamp::from_s(1_751_371_200)?; // 2025-07-01T12:00:00Z
/// assert_eq!(texas.hour(noon_utc), 7);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct Clock {
    /// Standard time in minutes east of UTC: -360 in Texas.
    #[record(example = -360)]
    pub utc_offset_min: UtcOffset,
    /// Rule by which the clock is an hour ahead of standard time in summer. Absent: it never is.
    pub daylight_saving: Option<DaylightSaving>,
}

/// A moment on a wall clock.
#[derive(Clone, Copy, Debug)]
pub(super) struct Local {
    /// Days since 1970-01-01.
    pub(super) day: i64,
    /// 0 to 23.
    pub(super) hour: u8,
}

impl Local {
    /// Whether this day, some days later, is a Saturday or a Sunday. 1970-01-01 was a Thursday.
    pub(super) fn is_weekend(day: i64) -> bool {
        matches!((day + 4).rem_euclid(7), 0 | 6)
    }

    /// The civil date of a day; `start_ms` names the culprit where there is none.
    pub(super) fn date(day: i64) -> Result<Date, Error> {
        Date::from_unix_day(day).map_err(|error| error.at("start_ms"))
    }
}

impl Clock {
    pub(super) fn local(self, time: Timestamp) -> Local {
        let standard = time.to_ms() + i64::from(self.utc_offset_min.to_minutes()) * 60_000;
        let ahead = match self.daylight_saving {
            None => false,
            // On the standard clock the American summer ends at 01:00.
            Some(DaylightSaving::UnitedStates) => {
                in_summer(standard, (3, Sunday::Second), 2 * HOUR_MS, (11, Sunday::First))
            }
            Some(DaylightSaving::EuropeanUnion) => {
                in_summer(time.to_ms(), (3, Sunday::Last), HOUR_MS, (10, Sunday::Last))
            }
        };
        let ms = standard + if ahead { HOUR_MS } else { 0 };
        #[expect(clippy::expect_used, reason = "hours of a day are 0 to 23")]
        let hour = u8::try_from(ms.rem_euclid(MS_PER_DAY) / HOUR_MS).expect("an hour of a day");
        Local { day: ms.div_euclid(MS_PER_DAY), hour }
    }

    /// The hour that the clock shows, 0 to 23.
    pub fn hour(self, time: Timestamp) -> u8 {
        self.local(time).hour
    }
}

#[derive(Clone, Copy)]
enum Sunday {
    First,
    Second,
    Last,
}

/// Whether a moment lies between a Sunday in spring, at that time of day, and 01:00 on a Sunday in autumn of its year.
fn in_summer(ms: i64, spring: (u8, Sunday), spring_ms: i64, autumn: (u8, Sunday)) -> bool {
    // A moment beyond the calendar has no summer; the engine refuses it where it needs the date.
    let Ok(date) = Date::from_unix_day(ms.div_euclid(MS_PER_DAY)) else { return false };
    let begin = sunday(date.year(), spring) * MS_PER_DAY + spring_ms;
    let end = sunday(date.year(), autumn) * MS_PER_DAY + HOUR_MS;
    (begin..end).contains(&ms)
}

/// Unix day of a Sunday in a month.
fn sunday(year: i16, (month, which): (u8, Sunday)) -> i64 {
    // The last seven days of March and October, which have 31, begin on the 25th.
    let earliest_day = match which {
        Sunday::First => 1,
        Sunday::Second => 8,
        Sunday::Last => 25,
    };
    #[expect(clippy::expect_used, reason = "the year is that of a date, and every month has 25 days")]
    let earliest = Date::new(year, month, earliest_day).expect("a date").unix_day();
    earliest + (3 - earliest).rem_euclid(7) // unix day 3 was a Sunday
}
