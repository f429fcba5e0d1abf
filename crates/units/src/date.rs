//! Civil days: the tax day, the trading day.

use std::fmt;
use std::str::FromStr;

use crate::Error;
use crate::json::Node;
use crate::quantity::integer_serde;
use crate::record::{Reader, Value, read_text};

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
///
/// A `Date` comes from an instant only through an offset that the caller names, see [`Timestamp::date`](crate::Timestamp::date).
///
/// ```
/// use hashinsight_units::Date;
/// let halving: Date = "2024-04-20".parse()?;
/// assert_eq!(halving.unix_day(), 19_833);
/// assert_eq!(Date::new(2024, 2, 29)?.to_string(), "2024-02-29");
/// assert!(Date::new(2023, 2, 29).is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

const ALLOWED: &str = "a day as YYYY-MM-DD, years 0001 to 9999";
const DAYS_PER_ERA: i64 = 146_097; // 400 Gregorian years
const UNIX_DAY_OF_ERA_START: i64 = 719_468; // days from 0000-03-01 to 1970-01-01
const UNIX_DAYS: std::ops::RangeInclusive<i64> = -719_162..=2_932_896; // 0001-01-01 to 9999-12-31

impl Date {
    /// From year, month (1 to 12) and day of the month.
    ///
    /// # Errors
    /// `out_of_range` where the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Result<Self, Error> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        if !(1..=9999).contains(&year) || day == 0 || day > days {
            return Err(Error::out_of_range("date", format_args!("{year:04}-{month:02}-{day:02}"), ALLOWED));
        }
        Ok(Self { year, month, day })
    }

    /// Year.
    pub const fn year(self) -> i16 {
        self.year
    }

    /// Month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01.
    ///
    /// Years are counted from March, so that the leap day is the last of its year (E. G. Richards, Explanatory Supplement to the
    /// Astronomical Almanac, 3rd ed., 2013, section 15.11).
    pub fn unix_day(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * DAYS_PER_ERA + day_of_era - UNIX_DAY_OF_ERA_START
    }

    /// The inverse of [`unix_day`](Self::unix_day).
    ///
    /// ```
    /// use hashinsight_units::Date;
    /// let tomorrow = Date::from_unix_day(Date::new(2024, 2, 28)?.unix_day() + 1)?;
    /// assert_eq!(tomorrow, Date::new(2024, 2, 29)?);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `out_of_range` outside years 1 to 9999 (-719162 to 2932896).
    pub fn from_unix_day(unix_day: i64) -> Result<Self, Error> {
        if !UNIX_DAYS.contains(&unix_day) {
            return Err(Error::out_of_range("date", unix_day, "unix days -719162 to 2932896, years 0001 to 9999"));
        }
        Ok(Self::civil(unix_day))
    }

    /// [`from_unix_day`](Self::from_unix_day) where the caller's own range lies within [`UNIX_DAYS`].
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "year <= 9999, month <= 12, day <= 31")]
    pub(crate) fn civil(unix_day: i64) -> Self {
        let day = unix_day + UNIX_DAY_OF_ERA_START;
        let (era, day_of_era) = (day.div_euclid(DAYS_PER_ERA), day.rem_euclid(DAYS_PER_ERA));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = (shifted_month + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Self { year: year as i16, month: month as u8, day: (day_of_year - (153 * shifted_month + 2) / 5 + 1) as u8 }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let unknown = || Error::unknown("date", text, ALLOWED);
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return Err(unknown());
        }
        let year = text[0..4].parse().map_err(|_| unknown())?;
        let two_digits = |range: std::ops::Range<usize>| text[range].parse().map_err(|_| unknown());
        Self::new(year, two_digits(5..7)?, two_digits(8..10)?)
    }
}

impl Value for Date {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_text(node, reader, Self::form, str::parse::<Self>)
    }

    fn form() -> String {
        ALLOWED.to_owned()
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::text(deserializer, str::parse::<Self>)
    }
}

/// A clock's distance from UTC in whole minutes, at most 18 hours either way. East is positive.
///
/// ```
/// use hashinsight_units::{Timestamp, UtcOffset};
/// let tokyo = UtcOffset::from_minutes(9 * 60)?;
/// let evening = Timestamp::from_s(1_704_060_000)?; // 2023-12-31T22:00:00Z
/// assert_eq!(evening.date(tokyo).to_string(), "2024-01-01");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UtcOffset(i16);

impl UtcOffset {
    const CODE: &'static str = "utc_offset";
    const ALLOWED: &'static str = "-1080 to 1080 minutes";
    /// UTC itself.
    pub const UTC: Self = Self(0);

    /// From minutes east of UTC.
    ///
    /// # Errors
    /// `out_of_range` beyond 18 hours.
    pub fn from_minutes(minutes: i16) -> Result<Self, Error> {
        if !(-1080..=1080).contains(&minutes) {
            return Err(Error::out_of_range(Self::CODE, minutes, Self::ALLOWED));
        }
        Ok(Self(minutes))
    }

    /// Minutes east of UTC.
    pub const fn to_minutes(self) -> i16 {
        self.0
    }

    pub(crate) fn to_ms(self) -> i64 {
        i64::from(self.0) * 60_000
    }
}

integer_serde!(UtcOffset, i16, Self::from_minutes);
