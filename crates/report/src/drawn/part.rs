//! What is read of an answer: the fields that are drawn, and no other.

use hashinsight_units::json::{Element, Node, write};
use hashinsight_units::record::{Reader, Record, Value, object_form, read};
use hashinsight_units::{Error, Problem};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Some fields of an answer. Of the others nothing is asked: an answer may have as many as it likes.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<T>(pub T);

impl<T: Record> Part<T> {
    /// The part of an answer that a room has given.
    ///
    /// ```
    /// use hashinsight_report::drawn::{LossDrawn, Part};
    /// # use hashinsight_units::Record;
    /// # #[derive(Clone, Debug, Record)]
    /// # #[record(answer)]
    /// # struct BookLossReport { losses: Vec<f64>, exceedance_probabilities: Vec<f64>, expected_loss: f64 }
    /// let report = BookLossReport { losses: vec![0.0, 5.0], exceedance_probabilities: vec![0.2, 0.0], expected_loss: 1.0 };
    /// assert_eq!(Part::<LossDrawn>::of(&report)?.0.losses, [0.0, 5.0]);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `report.<field>.missing` where the answer has no such field.
    pub fn of(answer: &impl Serialize) -> Result<Self, Error> {
        read("report", write(answer)?.as_str())
    }
}

impl<T: Record> Value for Part<T> {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Element::Object(entries) = node.element() else {
            return reader.problem(Problem::WrongType, &node.raw(), Self::form());
        };
        let mut found = vec![None; T::NAMES.len()];
        for (key, value) in entries {
            let Some(place) = T::NAMES.iter().position(|name| *name == key) else { continue };
            if found[place].is_some() {
                reader.field(T::NAMES[place], |reader| reader.problem::<()>(Problem::Several, "", "the key once"));
                continue;
            }
            found[place] = Some(value);
        }
        T::read_fields(&found, reader).map(Self)
    }

    fn form() -> String {
        object_form(T::NAMES)
    }

    fn within_ranges(&self) -> Result<(), Error> {
        self.0.within_ranges()
    }
}

impl<T: Serialize> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Part<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Part<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        format!("Part<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = T::json_schema(generator);
        schema.remove("additionalProperties");
        schema
    }
}

/// Reason why there is no number.
#[derive(Clone, Debug, PartialEq, hashinsight_units::Record)]
#[non_exhaustive]
pub struct ReasonDrawn {
    /// Reason in words.
    pub reason: String,
}

/// Number that an answer may not have.
#[derive(Clone, Debug, PartialEq, hashinsight_units::Record)]
#[non_exhaustive]
pub enum Held {
    /// The number.
    #[record(example = 8)]
    Value(f64),
    /// It does not happen: no value is good enough.
    Never,
    /// There is no limit: the number exceeds every bound.
    Unbounded,
    /// Every value is good enough.
    Every,
    /// The question has no answer.
    Undefined(Part<ReasonDrawn>),
}

impl Held {
    pub(super) const fn number(&self) -> Option<f64> {
        match self {
            Self::Value(number) => Some(*number),
            _ => None,
        }
    }
}
