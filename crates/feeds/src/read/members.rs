//! Objects whose keys are data: currencies, coins.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The members of an object. A key that stands there twice, at any depth, is refused: a map of the standard library or
/// of `serde_json` would keep the last and say nothing.
#[derive(Debug)]
pub(crate) struct Members(pub(crate) BTreeMap<String, Value>);

/// A value of which each object has each key once.
struct Once(Value);

struct MembersReader;
struct OnceReader;

impl<'de> Visitor<'de> for MembersReader {
    type Value = Members;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
        let mut members = BTreeMap::new();
        while let Some((key, Once(value))) = map.next_entry::<String, Once>()? {
            if members.insert(key, value).is_some() {
                return Err(A::Error::custom("each key once"));
            }
        }
        Ok(Members(members))
    }
}

impl<'de> Visitor<'de> for OnceReader {
    type Value = Once;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Once, E> {
        Ok(Once(Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Once, E> {
        Ok(Once(Value::Bool(value)))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Once, E> {
        Ok(Once(Value::from(value)))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Once, E> {
        Ok(Once(Value::from(value)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Once, E> {
        Ok(Once(Value::from(value)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Once, E> {
        Ok(Once(Value::String(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Once, A::Error> {
        let mut list = Vec::new();
        while let Some(Once(item)) = seq.next_element()? {
            list.push(item);
        }
        Ok(Once(Value::Array(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Once, A::Error> {
        let Members(members) = MembersReader.visit_map(map)?;
        Ok(Once(Value::Object(Map::from_iter(members))))
    }
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersReader)
    }
}

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OnceReader)
    }
}
