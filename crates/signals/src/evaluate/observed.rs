//! Numbers of a column that has holes.

use hashinsight_units::Error;
use hashinsight_units::json::{Element, Node, Plain};
use hashinsight_units::record::{Reader, Value};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number of a column, NaN where it was not observed.
///
/// ```
/// use hashinsight_signals::evaluate::Observed;
/// use hashinsight_units::Difficulty;
/// let column = [Observed::from(Difficulty::new(9e13)?), Observed(None)];
/// assert!(column[1].0.is_none());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observed<T>(pub Option<T>);

impl<T> From<T> for Observed<T> {
    fn from(value: T) -> Self {
        Self(Some(value))
    }
}

impl<T: Value> Value for Observed<T> {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        // JSON has no NaN: every language writes the word.
        match node.element() {
            Element::Text(word) if word == "NaN" => Some(Self(None)),
            _ => T::read(node, reader).map(Self::from),
        }
    }

    fn of_number(number: Plain) -> Option<Self> {
        if number.float().is_some_and(f64::is_nan) { Some(Self(None)) } else { T::of_number(number).map(Self::from) }
    }

    fn form() -> String {
        T::form()
    }

    fn within_ranges(&self) -> Result<(), Error> {
        self.0.as_ref().map_or(Ok(()), T::within_ranges)
    }
}

impl<T: Serialize> Serialize for Observed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(value) if serializer.is_human_readable() => value.serialize(serializer),
            None if serializer.is_human_readable() => serializer.serialize_str("NaN"),
            value => value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Observed<T> {
    /// Of formats without names alone: those with names are read by the record's reader.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Observed<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}
