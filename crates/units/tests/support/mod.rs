//! A reader of documents that keeps the fault: what a language border does with `{:#}`.

#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

use hashinsight_units::Fault;
use serde::de::value::{MapAccessDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde_json::Value;

/// A serde error that asks for the machine form of what it is made of.
#[derive(Debug)]
pub(crate) struct Refusal(String);

impl Refusal {
    /// The fault, where the refusal carries one.
    pub(crate) fn fault(&self) -> Option<Fault> {
        Fault::from_wire(&self.0)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

impl Error for Refusal {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(format!("{message:#}"))
    }
}

struct Document(Value);

impl IntoDeserializer<'_, Refusal> for Document {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Document {
    type Error = Refusal;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(value) => match (value.as_u64(), value.as_i64(), value.as_f64()) {
                (Some(value), ..) => visitor.visit_u64(value),
                (_, Some(value), _) => visitor.visit_i64(value),
                (.., value) => visitor.visit_f64(value.unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Document))),
            Value::Object(map) => {
                visitor.visit_map(MapDeserializer::new(map.into_iter().map(|(key, value)| (key, Document(value)))))
            }
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refusal> {
        match self.0 {
            Value::String(variant) => visitor.visit_enum(variant.into_deserializer()),
            Value::Object(map) => {
                let variant = MapDeserializer::new(map.into_iter().map(|(key, value)| (key, Document(value))));
                visitor.visit_enum(MapAccessDeserializer::new(variant))
            }
            other => Document(other).deserialize_any(visitor),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq
        tuple tuple_struct map struct identifier ignored_any
    }
}

/// Reads a document.
pub(crate) fn read<T: DeserializeOwned>(value: Value) -> Result<T, Refusal> {
    T::deserialize(Document(value))
}

/// Reads a document that must be refused with a fault.
pub(crate) fn refused<T: DeserializeOwned + std::fmt::Debug>(value: Value) -> Fault {
    let shown = value.to_string();
    let refusal = read::<T>(value).expect_err(&shown);
    refusal.fault().unwrap_or_else(|| panic!("{shown}: no fault in {refusal}"))
}
