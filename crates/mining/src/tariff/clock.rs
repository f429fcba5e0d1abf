//! The wall clock of a tariff: its offset from UTC, and the changes of that offset.
//!
//! Any time zone is a list of the changes that its clocks make, which the caller takes from a time zone database: each
//! language has one (`zoneinfo` in Python, `Intl` in JavaScript, `jiff` in Rust). Two rules need no list, today's of the
//! United States (Energy Policy Act of 2005) and of the European Union (Directive 2000/84/EC).

use hashinsight_units::{At, Date, Error, FieldPath, MS_PER_DAY, Record, Timestamp, UtcOffset};

use super::HOUR_MS;
use crate::error;

const MINUTE_MS: i64 = 60_000;

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
/// Of any time zone by its name, with the database of the caller's choice:
///
/// ```
/// use hashinsight_mining::tariff::{Clock, OffsetChange};
/// use hashinsight_units::{Timestamp, UtcOffset};
/// use jiff::tz::{Offset, TimeZone};
///
/// /// The clock of a zone from one instant to another.
/// fn clock(zone: &str, from: Timestamp, to: Timestamp) -> Result<Clock, Box<dyn std::error::Error>> {
///     let zone = TimeZone::get(zone)?;
///     let minutes = |offset: Offset| -> Result<UtcOffset, Box<dyn std::error::Error>> {
///         Ok(UtcOffset::from_minutes(i16::try_from(offset.seconds() / 60)?)?)
///     };
///     let from = jiff::Timestamp::from_millisecond(from.to_ms())?;
///     let mut changes = Vec::new();
///     for change in zone.following(from).take_while(|change| change.timestamp().as_millisecond() < to.to_ms()) {
///         let at = Timestamp::from_ms(change.timestamp().as_millisecond())?;
///         changes.push(OffsetChange::new(at, minutes(change.offset())?));
///     }
///     Ok(Clock::new(minutes(zone.to_offset(from))?).changes(changes))
/// }
///
/// let [from, to] = [1_767_225_600, 1_798_761_600].map(Timestamp::from_s); // 2026
/// let sydney = clock("Australia/Sydney", from?, to?)?;
/// assert_eq!(sydney.utc_offset_min.to_minutes(), 660);
/// assert_eq!(sydney.changes.iter().flatten().count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// By hand, and by the two rules that need no list:
///
/// ```
/// use hashinsight_mining::tariff::{Clock, DaylightSaving, OffsetChange};
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let texas = Clock::new(UtcOffset::from_minutes(-6 * 60)?).daylight_saving(DaylightSaving::UnitedStates);
/// let noon_utc = Timestamp::from_s(1_751_371_200)?; // 2025-07-01T12:00:00Z
/// assert_eq!(texas.hour(noon_utc), 7);
/// // Sydney sets its clocks back on 2026-04-05, 03:00 daylight time, as a time zone database has it.
/// let back = OffsetChange::new(Timestamp::from_s(1_775_318_400)?, UtcOffset::from_minutes(600)?);
/// let sydney = Clock::new(UtcOffset::from_minutes(660)?).changes(vec![back]);
/// assert_eq!([1_775_318_399, 1_775_318_400].map(|s| sydney.hour(Timestamp::from_s(s).unwrap())), [2, 2]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct Clock {
    /// Standard time, or the offset before the first of `changes`, in minutes east of UTC: -360 in Texas.
    #[record(example = -360)]
    pub utc_offset_min: UtcOffset,
    /// Rule by which the clock is an hour ahead of standard time in summer. Absent: it never is. Not together with
    /// `changes`.
    pub daylight_saving: Option<DaylightSaving>,
    /// Changes of the offset, oldest first, as a time zone database has them. Absent: there are none but those of
    /// `daylight_saving`.
    pub changes: Option<Vec<OffsetChange>>,
}

/// A change of a clock's offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct OffsetChange {
    /// Instant of the change, in Unix milliseconds.
    #[record(example = 1_775_318_400_000)]
    pub time_ms: Timestamp,
    /// Offset from then on, in minutes east of UTC.
    #[record(example = 600)]
    pub utc_offset_min: UtcOffset,
}

/// A moment on a wall clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Local {
    /// Days since 1970-01-01.
    pub(crate) day: i64,
    /// Milliseconds that the clock shows of the day, below 86,400,000.
    pub(crate) ms: i64,
    /// Unix milliseconds up to which day and offset hold.
    pub(crate) until_ms: i64,
}

impl Local {
    /// The civil date of a day; `start_ms` names the culprit where there is none.
    pub(crate) fn date(day: i64) -> Result<Date, Error> {
        Date::from_unix_day(day).map_err(|error| error.at("start_ms"))
    }
}

impl Clock {
    pub(crate) fn check(&self) -> Result<(), Error> {
        let Some(changes) = &self.changes else { return Ok(()) };
        let path = || FieldPath::new("changes");
        if self.daylight_saving.is_some() {
            let allowed = "changes of the offset or daylight_saving, not both";
            return Err(error::unsupported("changes", path(), "both", allowed));
        }
        match changes.windows(2).position(|pair| pair[0].time_ms >= pair[1].time_ms) {
            None => Ok(()),
            Some(before) => {
                let at = path().index(before + 1).field("time_ms");
                let time_ms = changes[before + 1].time_ms.to_ms();
                Err(error::out_of_range("time", at, time_ms, "after the change before it"))
            }
        }
    }

    pub(crate) fn local(&self, time: Timestamp) -> Local {
        let time_ms = time.to_ms();
        let (offset_ms, until_ms) = self.offset(time_ms);
        let ms = time_ms + offset_ms;
        let of_day = ms.rem_euclid(MS_PER_DAY);
        Local { day: ms.div_euclid(MS_PER_DAY), ms: of_day, until_ms: until_ms.min(time_ms + MS_PER_DAY - of_day) }
    }

    /// The hour that the clock shows, 0 to 23.
    pub fn hour(&self, time: Timestamp) -> u8 {
        u8::try_from(self.local(time).ms / HOUR_MS).unwrap_or_else(|_| unreachable!("hours of a day are 0 to 23"))
    }

    /// The offset at an instant, and up to when it holds.
    fn offset(&self, time_ms: i64) -> (i64, i64) {
        let of = |offset: UtcOffset| i64::from(offset.to_minutes()) * MINUTE_MS;
        if let Some(changes) = &self.changes {
            let passed = changes.partition_point(|change| change.time_ms.to_ms() <= time_ms);
            let offset = passed.checked_sub(1).map_or(self.utc_offset_min, |last| changes[last].utc_offset_min);
            return (of(offset), changes.get(passed).map_or(i64::MAX, |next| next.time_ms.to_ms()));
        }
        let standard = of(self.utc_offset_min);
        let (year_offset, spring, autumn) = match self.daylight_saving {
            None => return (standard, i64::MAX),
            // On the standard clock the American summer ends at 01:00.
            Some(DaylightSaving::UnitedStates) => {
                (standard, (3, Sunday::Second, 2 * HOUR_MS - standard), (11, Sunday::First, HOUR_MS - standard))
            }
            Some(DaylightSaving::EuropeanUnion) => (0, (3, Sunday::Last, HOUR_MS), (10, Sunday::Last, HOUR_MS)),
        };
        // A moment beyond the calendar has no summer; the engine refuses it where it needs the date.
        let day = (time_ms + year_offset).div_euclid(MS_PER_DAY);
        let Ok(date) = Date::from_unix_day(day) else { return (standard, i64::MAX) };
        let at = |(month, which, ms): (u8, Sunday, i64)| sunday(date.year(), (month, which)) * MS_PER_DAY + ms;
        let (begin, end) = (at(spring), at(autumn));
        if (begin..end).contains(&time_ms) {
            return (standard + HOUR_MS, end);
        }
        #[expect(clippy::expect_used, reason = "the year is that of a date")]
        let last_day = Date::new(date.year(), 12, 31).expect("a date").unix_day();
        let year_ends = (last_day + 1) * MS_PER_DAY - year_offset;
        (standard, if time_ms < begin { begin } else { year_ends })
    }
}

#[derive(Clone, Copy)]
enum Sunday {
    First,
    Second,
    Last,
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

/// Civil months of a clock, as they pass.
#[derive(Debug)]
pub(crate) struct MonthWalk<'a> {
    clock: &'a Clock,
    until_ms: i64,
    month: (i16, u8),
}

impl<'a> MonthWalk<'a> {
    pub(crate) fn new(clock: &'a Clock) -> Self {
        Self { clock, until_ms: i64::MIN, month: (0, 0) }
    }

    /// Year and month of an instant that is not before the last one asked for.
    pub(crate) fn month(&mut self, time: Timestamp) -> Result<(i16, u8), Error> {
        if time.to_ms() >= self.until_ms {
            let local = self.clock.local(time);
            let date = Local::date(local.day)?;
            (self.month, self.until_ms) = ((date.year(), date.month()), local.until_ms);
        }
        Ok(self.month)
    }
}

/// The first instant of the civil month after that of an instant.
pub(crate) fn next_month(clock: &Clock, time: Timestamp) -> Result<Timestamp, Error> {
    let mut walk = MonthWalk::new(clock);
    let now = walk.month(time)?;
    let mut time = time;
    while walk.month(time)? == now {
        time = Timestamp::from_ms(walk.until_ms).at("start_ms")?;
    }
    Ok(time)
}
