//! Booked US dollars in whole millionths.

use std::fmt;
use std::str::FromStr;

use hashinsight_units::json::Node;
use hashinsight_units::record::{Digits, Reader, Value, read_text};
use hashinsight_units::{Decimal, Error, Fault, Price, Problem, Shown, wire};

/// Booked US dollars that someone has, owes or is paid, in whole millionths: -3e12 to 3e12 USD. Decimal text in documents.
///
/// ```
/// use hashinsight_treasury::coverage::Cash;
/// let cash: Cash = "600000.25".parse()?;
/// assert_eq!(cash.to_micros(), 600_000_250_000);
/// assert_eq!(cash.to_string(), "600000.25");
/// assert!("0.0000001".parse::<Cash>().is_err()); // a tenth of a millionth: never rounded silently
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cash(i64);

impl Cash {
    const ALLOWED: &'static str = "-3000000000000 to 3000000000000 USD as text, with at most 6 decimals";
    /// No money.
    pub const ZERO: Self = Self(0);
    /// Most money, and least with the other sign. Three such sums still fit an `i64`.
    pub const MAX: Self = Self(3_000_000_000_000_000_000);

    /// From millionths of a dollar.
    ///
    /// # Errors
    /// `treasury.cash.out_of_range` beyond 3e12 USD either way.
    pub fn from_micros(micros: i64) -> Result<Self, Error> {
        Self::from_wide(micros.into())
    }

    pub(crate) fn from_wide(micros: i128) -> Result<Self, Error> {
        let narrow = i64::try_from(micros).ok().filter(|micros| micros.unsigned_abs() <= Self::MAX.0.unsigned_abs());
        narrow.map(Self).ok_or_else(|| Self::refused(format_args!("{micros} millionths")))
    }

    /// Millionths that come out of sums of three that were in range.
    pub(crate) const fn of(micros: i64) -> Self {
        Self(micros)
    }

    /// From a decimal number of dollars, exactly.
    ///
    /// # Errors
    /// `treasury.cash.out_of_range` beyond 3e12 USD either way, and for a part of a millionth.
    pub fn from_usd(usd: Decimal) -> Result<Self, Error> {
        let normal = usd.normalize();
        let places = (normal.scale() <= 6).then(|| 10_i128.pow(6 - normal.scale()));
        let micros = places.and_then(|factor| normal.mantissa().checked_mul(factor));
        micros.and_then(|micros| Self::from_wide(micros).ok()).ok_or_else(|| Self::refused(usd))
    }

    fn refused(value: impl Shown) -> Error {
        Fault::new("treasury.cash", Problem::OutOfRange).got(value).allowed(Self::ALLOWED).into()
    }

    /// Millionths of a dollar.
    pub const fn to_micros(self) -> i64 {
        self.0
    }

    /// Dollars, exactly.
    pub fn to_usd(self) -> Decimal {
        Decimal::new(self.0, 6).normalize()
    }

    /// Dollars as an estimate: the nearest `f64`.
    pub const fn to_usd_f64(self) -> f64 {
        self.0 as f64 / 1e6
    }
}

/// A price in millionths of a dollar for one bitcoin, to the nearest, a tie to the even one.
#[expect(clippy::cast_possible_truncation, reason = "a price is at most 1e12 USD: a whole number far inside an i64")]
pub const fn price_micros(price: Price) -> i64 {
    (price.get() * 1e6).round_ties_even() as i64
}

impl fmt::Display for Cash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.to_usd(), f)
    }
}

hashinsight_units::shown_as_displayed!(Cash);

impl FromStr for Cash {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_usd(wire::decimal::parse(text)?)
    }
}

impl Value for Cash {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_text(node, reader, Self::form, str::parse::<Self>)
    }

    fn form() -> String {
        Self::ALLOWED.to_owned()
    }
}

impl serde::Serialize for Cash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { Digits(self).serialize(serializer) } else { self.0.serialize(serializer) }
    }
}

impl<'de> serde::Deserialize<'de> for Cash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return wire::text(deserializer, str::parse::<Self>);
        }
        let micros = i64::deserialize(deserializer)?;
        Self::from_micros(micros).map_err(|error| serde::de::Error::custom(error.fault()))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cash {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "treasury.Cash".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        hashinsight_units::record::schema::decimal()
    }
}
