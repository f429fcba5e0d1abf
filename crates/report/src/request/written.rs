//! Quantities as a site's owner writes them: a number with its unit.

use std::fmt;
use std::str::FromStr;

use hashinsight_treasury::coverage::Cash;
use hashinsight_units::json::Node;
use hashinsight_units::record::{Reader, Value, read_text};
use hashinsight_units::{Error, Fault, Problem};

/// A quantity that is written as text with its unit: `"0.05 USD/kWh"`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Written<T>(T);

impl<T> Written<T> {
    /// The quantity as it is written.
    pub const fn new(quantity: T) -> Self {
        Self(quantity)
    }
}

impl<T: Copy> Written<T> {
    /// The quantity.
    pub const fn get(self) -> T {
        self.0
    }
}

impl<T: FromStr<Err = Error>> Value for Written<T> {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_text(node, reader, Self::form, str::parse::<T>).map(Self)
    }

    fn form() -> String {
        "text with its unit".to_owned()
    }
}

impl<T: fmt::Display> serde::Serialize for Written<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr<Err = Error>> serde::Deserialize<'de> for Written<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(|error: Error| serde::de::Error::custom(error.fault()))
    }
}

#[cfg(feature = "schema")]
impl<T> schemars::JsonSchema for Written<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "report.Written".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <String as schemars::JsonSchema>::json_schema(generator)
    }
}

/// A change in percent, as a fraction of 1: `"1.5 %"`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent(f64);

impl Percent {
    /// The change as a fraction of 1.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The change, where it lies between two others in percent.
    pub(crate) fn within(self, field: &'static str, low: f64, high: f64) -> Result<f64, Error> {
        if (low / 100.0..=high / 100.0).contains(&self.0) {
            return Ok(self.0);
        }
        let fault = Fault::new(format!("report.{field}"), Problem::OutOfRange).at(field).got(self);
        Err(fault.allowed(format!("{low} % to {high} %")).into())
    }
}

impl FromStr for Percent {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let fault = |problem| Fault::new("report.percent", problem).got(text).allowed("a number and %, such as 1.5 %");
        let number = text.trim().strip_suffix('%').and_then(|number| hashinsight_units::json::float(number.trim_end()));
        match number {
            None => Err(fault(Problem::Unknown).into()),
            Some(number) if !number.is_finite() => Err(fault(Problem::NotFinite).into()),
            Some(number) => Ok(Self(number / 100.0 + 0.0)),
        }
    }
}

hashinsight_units::shown_as_displayed!(Percent, Dollars);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", 100.0 * self.0)
    }
}

/// Booked US dollars: `"600000 USD"`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dollars(Cash);

impl Dollars {
    /// The sum.
    pub const fn get(self) -> Cash {
        self.0
    }
}

impl FromStr for Dollars {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let number = text.trim().strip_suffix("USD").ok_or_else(|| {
            let fault = Fault::new("report.dollars", Problem::Unknown).got(text);
            Error::from(fault.allowed("a number and USD, such as 600000 USD"))
        })?;
        number.trim_end().parse().map(Self)
    }
}

impl fmt::Display for Dollars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} USD", self.0)
    }
}
