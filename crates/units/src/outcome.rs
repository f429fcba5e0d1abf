//! Answers that may not exist.

use serde::ser::{Serialize, Serializer};

use crate::Record;
use crate::columns::RowStatus;

/// A value, or the reason why there is none.
///
/// Reports carry no NaN and no infinity: a break-even price that does not exist is [`Never`](Self::Never), not infinite.
///
/// ```
/// use hashinsight_units::Outcome;
/// assert_eq!(serde_json::to_string(&Outcome::Value(0.07))?, r#"{"value":0.07}"#);
/// assert_eq!(serde_json::to_string(&Outcome::<f64>::Never)?, r#""never""#);
/// assert_eq!(Outcome::of(f64::INFINITY), Outcome::Unbounded);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome<T = f64> {
    /// The value; a number is finite.
    Value(T),
    /// It does not happen: no value is good enough.
    Never,
    /// There is no limit: the number exceeds every bound, or what an `f64` holds.
    Unbounded,
    /// Every value is good enough.
    Every,
    /// The question has no answer.
    Undefined {
        /// Reason why there is no answer.
        reason: &'static str,
    },
}

impl<T> Outcome<T> {
    /// The value, where there is one.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The same outcome of another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Value(value) => Outcome::Value(change(value)),
            Self::Never => Outcome::Never,
            Self::Unbounded => Outcome::Unbounded,
            Self::Every => Outcome::Every,
            Self::Undefined { reason } => Outcome::Undefined { reason },
        }
    }

    /// State of a row that answers this.
    pub const fn status(&self) -> RowStatus {
        match self {
            Self::Value(_) => RowStatus::Ok,
            Self::Never => RowStatus::Never,
            Self::Unbounded => RowStatus::Unbounded,
            Self::Every => RowStatus::Every,
            Self::Undefined { .. } => RowStatus::Undefined,
        }
    }
}

impl Outcome {
    /// A quantity that may have grown beyond what an `f64` holds. The caller rules NaN out.
    pub fn of(value: f64) -> Self {
        if value.is_finite() { Self::Value(value) } else { Self::Unbounded }
    }
}

/// Reason why a question has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
struct OutcomeUndefined {
    /// Reason why there is no answer.
    reason: &'static str,
}

impl<T: Serialize> Serialize for Outcome<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => serializer.serialize_newtype_variant("Outcome", 0, "value", value),
            Self::Never => serializer.serialize_unit_variant("Outcome", 1, "never"),
            Self::Unbounded => serializer.serialize_unit_variant("Outcome", 2, "unbounded"),
            Self::Every => serializer.serialize_unit_variant("Outcome", 3, "every"),
            Self::Undefined { reason } => {
                serializer.serialize_newtype_variant("Outcome", 4, "undefined", &OutcomeUndefined { reason })
            }
        }
    }
}

#[cfg(feature = "schema")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Outcome<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        match T::schema_name().as_ref() {
            "double" => "units.Outcome".into(),
            name => crate::record::schema::name("units", &format!("{name}Outcome")).into(),
        }
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        use crate::record::schema::{Case, choice, in_module};
        let case = |tag, doc, content| Case { tag, doc, example: "", content };
        let cases = vec![
            case("value", "The value.", Some(generator.subschema_for::<T>())),
            case("never", "It does not happen: no value is good enough.", None),
            case("unbounded", "There is no limit: the number exceeds every bound.", None),
            case("every", "Every value is good enough.", None),
            case("undefined", "The question has no answer.", Some(generator.subschema_for::<OutcomeUndefined>())),
        ];
        let content = T::schema_name();
        let module = generator.definitions().get(&*content).and_then(|schema| schema["x-module"].as_str());
        let module = module.unwrap_or(module_path!()).to_owned();
        in_module(choice("A value, or the reason why there is none.", cases), &module)
    }
}
