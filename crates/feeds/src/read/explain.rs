//! Which value is to blame: the same wire structs, read from a tree by a reader that knows where it is.

use std::fmt::{self, Display};

use hashinsight_units::{Fault, FieldPath, Problem};
use serde::de::{
    DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::Value;

use crate::error::{excerpt, refuse};

/// A refusal on its way up: each level puts its segment before the path.
#[derive(Debug)]
pub(super) struct Found {
    problem: Problem,
    path: FieldPath,
    value: Option<String>,
    allowed: String,
}

impl Found {
    fn new(problem: Problem, allowed: impl Display) -> Self {
        Self { problem, path: FieldPath::default(), value: None, allowed: allowed.to_string() }
    }

    pub(super) fn inside(mut self, segment: FieldPath) -> Self {
        self.path = segment.join(&self.path);
        self
    }

    fn got(mut self, value: &Value) -> Self {
        self.value.get_or_insert_with(|| excerpt(&value.to_string()));
        self
    }

    pub(super) fn into_error(self) -> hashinsight_units::Error {
        refuse(self.problem, self.path, self.value.as_deref().unwrap_or("absent"), self.allowed)
    }
}

impl Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.allowed)
    }
}

impl std::error::Error for Found {}

impl Error for Found {
    fn custom<T: Display>(message: T) -> Self {
        let text = format!("{message:#}");
        // What a name or a quantity refuses comes as a fault; here only what it would have allowed is news.
        let allowed = Fault::from_wire(&text).map(|fault| fault.allowed_text().to_owned());
        Self::new(Problem::Unknown, allowed.unwrap_or(text))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Problem::WrongType, expected)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Problem::OutOfRange, expected)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::new(Problem::Length, expected)
    }

    fn missing_field(field: &'static str) -> Self {
        let mut found = Self::new(Problem::Missing, "a value").inside(FieldPath::new(field));
        found.value = Some("absent".to_owned());
        found
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Problem::Several, "the key once").inside(FieldPath::new(field))
    }
}

/// A place in the tree.
pub(super) struct At<'v>(pub(super) &'v Value);

impl<'de> Deserializer<'de> for At<'de> {
    type Error = Found;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        let visited = match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(value), ..) => visitor.visit_u64(value),
                (_, Some(value), _) => visitor.visit_i64(value),
                (.., value) => visitor.visit_f64(value.unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(list) => visitor.visit_seq(Elements { list: list.iter(), index: 0 }),
            Value::Object(map) => visitor.visit_map(Entries { entries: map.iter(), value: None }),
        };
        visited.map_err(|found| found.got(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Found> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

struct Elements<'v> {
    list: std::slice::Iter<'v, Value>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Found;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Found> {
        let Some(value) = self.list.next() else { return Ok(None) };
        let index = self.index;
        self.index += 1;
        seed.deserialize(At(value)).map(Some).map_err(|found| found.inside(FieldPath::default().index(index)))
    }
}

struct Entries<'v> {
    entries: serde_json::map::Iter<'v>,
    value: Option<(&'v str, &'v Value)>,
}

impl<'de> MapAccess<'de> for Entries<'de> {
    type Error = Found;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Found> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some((key, value));
        seed.deserialize(key.as_str().into_deserializer()).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Found> {
        let (key, value) = self.value.take().unwrap_or(("", &Value::Null));
        seed.deserialize(At(value)).map_err(|found| found.inside(FieldPath::new(key)))
    }
}
