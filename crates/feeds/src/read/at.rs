//! Wire structs out of a document, by a reader that knows where it is: an object is an object, an array an array, and
//! what is refused is told with its place and as it was received.

use std::borrow::Cow;
use std::fmt::{self, Display};

use hashinsight_units::json::{Element, Elements, Entries, Node};
use hashinsight_units::{Error as Refused, Fault, FieldPath, Problem};
use serde::de::value::CowStrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    Visitor,
};

use crate::error::{excerpt, in_body};

/// A refusal on its way up: each level puts its segment before the path.
#[derive(Debug)]
pub(super) struct Found(Box<What>);

#[derive(Debug)]
struct What {
    problem: Problem,
    path: FieldPath,
    value: Option<String>,
    allowed: String,
}

impl Found {
    fn new(problem: Problem, allowed: impl Display) -> Self {
        Self(Box::new(What { problem, path: FieldPath::default(), value: None, allowed: allowed.to_string() }))
    }

    pub(super) fn inside(mut self, segment: FieldPath) -> Self {
        let inner = std::mem::take(&mut self.0.path);
        self.0.path = segment.join(&inner);
        self
    }

    fn got(mut self, node: Node<'_>) -> Self {
        self.0.value.get_or_insert_with(|| excerpt(&node.raw()));
        self
    }

    fn fault(&self) -> Fault {
        let What { problem, path, value, allowed } = &*self.0;
        let value = value.as_deref().unwrap_or("absent");
        Fault::new("feeds.payload", *problem).at(path.clone()).got(value).allowed(allowed.clone())
    }

    pub(super) fn into_error(self) -> Refused {
        in_body("")(self.fault().into())
    }
}

/// In the machine form of a fault, so that [`Each`] gets it back whole.
impl Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.fault())
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
        found.0.value = Some("absent".to_owned());
        found
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Problem::Several, "the key once").inside(FieldPath::new(field))
    }
}

/// A place in the document.
#[derive(Clone, Copy)]
pub(super) struct At<'d>(pub(super) Node<'d>);

impl At<'_> {
    fn wrong(self, allowed: &str) -> Found {
        Found::new(Problem::WrongType, allowed).got(self.0)
    }
}

impl<'de> Deserializer<'de> for At<'de> {
    type Error = Found;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        let visited = match self.0.element() {
            Element::Null => visitor.visit_unit(),
            Element::Bool(value) => visitor.visit_bool(value),
            Element::Number(number) => {
                let integer = number.digits().filter(|_| number.is_integer);
                match (integer, number.token.starts_with('-')) {
                    (Some(digits), false) => visitor.visit_u64(digits),
                    (Some(digits @ 1..=0x7fff_ffff_ffff_ffff), true) => visitor.visit_i64(-digits.cast_signed()),
                    // Of whole numbers -0 and those of more than 19 digits: the nearest float.
                    _ => visitor.visit_f64(number.value().unwrap_or(f64::INFINITY)),
                }
            }
            Element::Text(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Element::Text(Cow::Owned(text)) => visitor.visit_string(text),
            Element::Array(list) => visitor.visit_seq(Items { list, index: 0 }),
            Element::Object(entries) => visitor.visit_map(Members { entries, value: None }),
        };
        visited.map_err(|found| found.got(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        if matches!(self.0.element(), Element::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Found> {
        visitor.visit_newtype_struct(self)
    }

    /// An array is another endpoint's row: read by position it would be an answer that nobody gave.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Found> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self.0.element() {
            Element::Object(entries) => {
                visitor.visit_map(Members { entries, value: None }).map_err(|found| found.got(self.0))
            }
            _ => Err(self.wrong("an object")),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self.0.element() {
            Element::Array(list) => visitor.visit_seq(Items { list, index: 0 }).map_err(|found| found.got(self.0)),
            _ => Err(self.wrong("an array")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct enum identifier
    }
}

struct Items<'d> {
    list: Elements<'d>,
    index: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Found;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Found> {
        let Some(node) = self.list.next() else { return Ok(None) };
        let index = self.index;
        self.index += 1;
        seed.deserialize(At(node)).map(Some).map_err(|found| found.inside(FieldPath::default().index(index)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.about())
    }
}

struct Members<'d> {
    entries: Entries<'d>,
    value: Option<(Cow<'d, str>, Node<'d>)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Found;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Found> {
        let Some((key, node)) = self.entries.next() else { return Ok(None) };
        let asked: CowStrDeserializer<'_, Found> = Cow::Borrowed(&*key).into_deserializer();
        let read = seed.deserialize(asked)?;
        self.value = Some((key, node));
        Ok(Some(read))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Found> {
        let Some((key, node)) = self.value.take() else {
            return Err(Found::new(Problem::Missing, "a value"));
        };
        seed.deserialize(At(node)).map_err(|found| found.inside(FieldPath::new(&*key)))
    }
}

/// A row of which another does not depend: what it refuses is its own. The path begins at the row.
#[derive(Clone, Debug)]
pub(crate) struct Each<T>(pub(crate) Result<T, Refused>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Each<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).map_err(|found| {
            let fault = Fault::from_wire(&found.to_string());
            fault.unwrap_or_else(|| Fault::new("feeds.payload", Problem::Unknown)).into()
        })))
    }
}
