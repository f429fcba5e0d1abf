//! Whether something came true.

use hashinsight_units::Problem;
use hashinsight_units::json::{Element, Node, Plain};
use hashinsight_units::record::{Reader, Value};

/// Whether something came true: `true` or `false`, or 1 or 0 as tables of numbers have it.
///
/// ```
/// use hashinsight_signals::modules::ensemble::{ReliabilityRequest, Truth};
/// let words: ReliabilityRequest = serde_json::from_str(r#"{"probabilities": [0.8, 0.1], "labels": [true, false]}"#)?;
/// let numbers: ReliabilityRequest = serde_json::from_str(r#"{"probabilities": [0.8, 0.1], "labels": [1, 0.0]}"#)?;
/// assert_eq!((numbers, Truth::from(true).get()), (words, true));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Truth(bool);

impl Truth {
    /// Whether it came true.
    pub const fn get(self) -> bool {
        self.0
    }

    fn of_float(value: f64) -> Option<Self> {
        match value {
            0.0 => Some(Self(false)),
            1.0 => Some(Self(true)),
            _ => None,
        }
    }
}

impl From<bool> for Truth {
    fn from(came_true: bool) -> Self {
        Self(came_true)
    }
}

impl Value for Truth {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Element::Bool(came_true) = node.element() {
            return Some(Self(came_true));
        }
        let value = reader.number(node, Self::form)?;
        Self::of_float(value).or_else(|| reader.problem(Problem::OutOfRange, &node.raw(), Self::form()))
    }

    fn of_number(number: Plain) -> Option<Self> {
        number.float().and_then(Self::of_float)
    }

    fn form() -> String {
        "true or false, or 1 or 0".to_owned()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Truth {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Truth".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        generator.subschema_for::<bool>()
    }
}
