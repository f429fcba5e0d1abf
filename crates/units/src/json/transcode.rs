//! Any serde format to JSON text, so that every route ends in the one reader.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{push_f64, push_text};

/// The JSON text of what a self-describing format holds.
///
/// # Errors
/// What the format itself refuses.
pub(crate) fn transcode<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let mut text = String::with_capacity(512);
    deserializer.deserialize_any(Into(&mut text))?;
    Ok(text)
}

/// Appends what it is shown.
struct Into<'a>(&'a mut String);

impl<'de> DeserializeSeed<'de> for Into<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// A key, which every format shows as text.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

macro_rules! integers {
    ($($method:ident: $integer:ty),*) => {
        $(fn $method<E: Error>(self, value: $integer) -> Result<(), E> {
            self.0.push_str(itoa::Buffer::new().format(value));
            Ok(())
        })*
    };
}

impl<'de> Visitor<'de> for Into<'_> {
    type Value = ();

    integers! { visit_i64: i64, visit_u64: u64, visit_i128: i128, visit_u128: u128 }

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    /// What JSON has no number for goes in the words that the reader refuses by name and place.
    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match value {
            _ if value.is_finite() => push_f64(self.0, value),
            _ if value.is_nan() => self.0.push_str("\"NaN\""),
            f64::INFINITY => self.0.push_str("\"Infinity\""),
            _ => self.0.push_str("\"-Infinity\""),
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        push_text(self.0, value);
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.push_str("null");
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        self.0.push('[');
        let start = self.0.len();
        loop {
            let end = self.0.len();
            if end > start {
                self.0.push(',');
            }
            if elements.next_element_seed(Into(self.0))?.is_none() {
                self.0.truncate(end);
                break;
            }
        }
        self.0.push(']');
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        self.0.push('{');
        let start = self.0.len();
        while let Some(Key(key)) = entries.next_key()? {
            if self.0.len() > start {
                self.0.push(',');
            }
            push_text(self.0, &key);
            self.0.push(':');
            entries.next_value_seed(Into(self.0))?;
        }
        self.0.push('}');
        Ok(())
    }
}
