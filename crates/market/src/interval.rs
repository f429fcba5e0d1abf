//! How long an observation covers.

use std::fmt::Display;

use hashinsight_units::json::Node;
use hashinsight_units::record::{self, Reader, Value};
use hashinsight_units::{Date, Error, Fault, Problem, Shown};

/// Milliseconds of a year of 365 days.
pub(crate) const YEAR_MS: f64 = 31_536_000_000.0;

/// A whole number of milliseconds, 1 to 366 days: what a bar covers, or how often funding is paid. One number stands for
/// what has no length of its own: [`MONTH`](Self::MONTH) is a month of the calendar, in UTC.
///
/// ```
/// use hashinsight_market::Interval;
/// assert_eq!(Interval::DAY.to_ms(), 86_400_000);
/// assert_eq!(Interval::from_ms(8 * 3_600_000)?.per_year(), 1_095.0);
/// assert_eq!(Interval::from_ms(0).unwrap_err().code(), "market.interval.out_of_range");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval(i64);

impl Interval {
    const MAX_MS: i64 = 366 * 86_400_000;
    const ALLOWED: &'static str = "1 to 31622400000 ms (366 days)";
    /// 3,600 s.
    pub const HOUR: Self = Self(3_600_000);
    /// 86,400 s.
    pub const DAY: Self = Self(86_400_000);
    /// A month of the calendar in UTC, from the first of one to the first of the next: written as the mean month of the Gregorian
    /// calendar, 2,629,746 s.
    pub const MONTH: Self = Self(2_629_746_000);

    /// From milliseconds.
    ///
    /// # Errors
    /// `market.interval.out_of_range` unless 1 ms to 366 days.
    pub fn from_ms(ms: i64) -> Result<Self, Error> {
        if (1..=Self::MAX_MS).contains(&ms) { Ok(Self(ms)) } else { Err(Self::refused(ms)) }
    }

    fn refused(ms: impl Shown) -> Error {
        Fault::new("market.interval", Problem::OutOfRange).got(ms).allowed(Self::ALLOWED).into()
    }

    /// Milliseconds.
    pub const fn to_ms(self) -> i64 {
        self.0
    }

    /// How many there are in a year of 365 days; of months there are 12.
    pub fn per_year(self) -> f64 {
        if self == Self::MONTH { 12.0 } else { YEAR_MS / self.0 as f64 }
    }

    /// End, exclusive, of the interval that begins at this instant, in Unix milliseconds.
    ///
    /// ```
    /// use hashinsight_market::Interval;
    /// let february = 1_706_745_600_000; // 2024-02-01
    /// assert_eq!(Interval::MONTH.end_ms(february) - february, 29 * 86_400_000);
    /// assert_eq!(Interval::DAY.end_ms(february) - february, 86_400_000);
    /// ```
    pub fn end_ms(self, start_ms: i64) -> i64 {
        let after = start_ms.saturating_add(self.0);
        if self != Self::MONTH {
            return after;
        }
        let next = |date: Date| match date.month() {
            12 => Date::new(date.year() + 1, 1, 1),
            month => Date::new(date.year(), month + 1, 1),
        };
        match Date::from_unix_day(start_ms.div_euclid(Self::DAY.0)).and_then(next) {
            Ok(first) => first.unix_day() * Self::DAY.0,
            Err(_) => after,
        }
    }

    /// Whether an interval of this length may begin at this instant: a month does at 00:00 UTC of the first.
    pub(crate) fn may_begin(self, start_ms: i64) -> bool {
        let is_first = || Date::from_unix_day(start_ms.div_euclid(Self::DAY.0)).is_ok_and(|date| date.day() == 1);
        self != Self::MONTH || (start_ms.rem_euclid(Self::DAY.0) == 0 && is_first())
    }
}

hashinsight_units::shown_as_displayed!(Interval);

impl Display for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ms", self.0)
    }
}

impl Value for Interval {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let wide = reader.integer(node, Self::form)?;
        reader.checked(i64::try_from(wide).map_err(|_| Self::refused(wide)).and_then(Self::from_ms))
    }

    fn form() -> String {
        Self::ALLOWED.to_owned()
    }
}

impl serde::Serialize for Interval {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Interval {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return record::deserialize(env!("CARGO_PKG_NAME"), deserializer);
        }
        Self::from_ms(i64::deserialize(deserializer)?).map_err(|error| serde::de::Error::custom(error.fault()))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Interval {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Interval".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": Self::MAX_MS, "x-quantity": "interval", "x-crate": "market", "x-unit": "ms" })
    }
}
