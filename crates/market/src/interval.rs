//! How long an observation covers.

use hashinsight_units::{Faulty, FieldPath, wire};

use crate::MarketError;

/// A whole number of milliseconds, 1 to 366 days: what a bar covers, or how often funding is paid.
///
/// ```
/// use hashinsight_market::Interval;
/// assert_eq!(Interval::DAY.to_ms(), 86_400_000);
/// assert_eq!(Interval::from_ms(8 * 3_600_000)?.per_year(), 1_095.0);
/// # Ok::<(), hashinsight_market::MarketError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Interval(i64);

impl Interval {
    const MAX_MS: i64 = 366 * 86_400_000;
    /// 3,600 s.
    pub const HOUR: Self = Self(3_600_000);
    /// 86,400 s.
    pub const DAY: Self = Self(86_400_000);

    /// From milliseconds.
    ///
    /// # Errors
    /// [`MarketError::OutOfRange`] unless 1 ms to 366 days.
    pub fn from_ms(ms: i64) -> Result<Self, MarketError> {
        if !(1..=Self::MAX_MS).contains(&ms) {
            let (path, allowed) = (FieldPath::default(), "1 to 31622400000 ms (366 days)".to_owned());
            return Err(MarketError::OutOfRange { field: "interval", path, value: ms.to_string(), allowed });
        }
        Ok(Self(ms))
    }

    /// Milliseconds.
    pub const fn to_ms(self) -> i64 {
        self.0
    }

    /// How many there are in a year of 365 days.
    pub fn per_year(self) -> f64 {
        31_536_000_000.0 / self.0 as f64
    }
}

impl std::fmt::Display for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ms", self.0)
    }
}

impl<'de> serde::Deserialize<'de> for Interval {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wide = wire::whole::deserialize(deserializer)?;
        // What does not fit an i64 is out of range all the more.
        let ms = i64::try_from(wide).unwrap_or(i64::MAX);
        Self::from_ms(ms).map_err(|error| serde::de::Error::custom(error.fault().got(wide)))
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
