//! The writer.

use std::fmt::{self, Display};

use crate::{Fault, Problem};
use serde::Serialize;
use serde::ser::{self, Serializer};

use super::text::push_text;

/// Writes a document: shortest text that reads back to the same bits, `-0.0` as `0.0`, never `null`.
///
/// # Errors
/// `border.result.not_finite` where a number of the result is NaN or infinite: a report says such things with a named variant.
pub fn write(document: &impl Serialize) -> Result<String, Fault> {
    let mut writer = Writer(String::with_capacity(2048));
    let written = document.serialize(&mut writer);
    written.map_err(|Unwritable| Fault::new("border.result", Problem::NotFinite).allowed("finite numbers"))?;
    Ok(writer.0)
}

/// Appends a finite number: the shortest text that reads back to the same bits.
pub fn push_f64(out: &mut String, value: f64) {
    out.push_str(zmij::Buffer::new().format_finite(value));
}

struct Writer(String);

/// There is no JSON for this.
#[derive(Debug)]
struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no JSON text for this value")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

type Written = Result<(), Unwritable>;

impl Writer {
    /// `"name":`, for a name of ours.
    #[inline]
    fn name(&mut self, name: &'static str) {
        debug_assert_eq!(super::text::plain(name.as_bytes()), name.len(), "field names need no escapes");
        self.0.push('"');
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    fn open(&mut self, open: &str, close: &'static str) -> Items<'_> {
        self.0.push_str(open);
        Items { writer: self, close, is_empty: true }
    }

    /// `{"name":`, for the content of a variant.
    fn variant(&mut self, name: &'static str) {
        self.0.push('{');
        self.name(name);
    }
}

macro_rules! integers {
    ($($method:ident: $integer:ty),*) => {
        $(fn $method(self, value: $integer) -> Written {
            self.0.push_str(itoa::Buffer::new().format(value));
            Ok(())
        })*
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Items<'a>;
    type SerializeTuple = Items<'a>;
    type SerializeTupleStruct = Items<'a>;
    type SerializeTupleVariant = Items<'a>;
    type SerializeMap = Items<'a>;
    type SerializeStruct = Items<'a>;
    type SerializeStructVariant = Items<'a>;

    integers! { serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64, serialize_u128: u128,
    serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64, serialize_i128: i128 }

    fn serialize_bool(self, value: bool) -> Written {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Written {
        if !value.is_finite() {
            return Err(Unwritable);
        }
        push_f64(&mut self.0, value + 0.0); // -0.0 becomes 0.0
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    fn serialize_str(self, value: &str) -> Written {
        push_text(&mut self.0, value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_bytes(self, value: &[u8]) -> Written {
        self.collect_seq(value)
    }

    /// An absent value is an omitted key.
    fn serialize_none(self) -> Written {
        Err(Unwritable)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        Err(Unwritable)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        Err(Unwritable)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.variant(variant);
        value.serialize(&mut *self)?;
        self.0.push('}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'a>, Unwritable> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'a>, Unwritable> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unwritable> {
        Ok(self.open("[", "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a>, Unwritable> {
        self.variant(variant);
        Ok(self.open("[", "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'a>, Unwritable> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'a>, Unwritable> {
        Ok(self.open("{", "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'a>, Unwritable> {
        self.variant(variant);
        Ok(self.open("{", "}}"))
    }
}

/// What is between two brackets.
struct Items<'a> {
    writer: &'a mut Writer,
    close: &'static str,
    is_empty: bool,
}

impl Items<'_> {
    #[inline]
    fn separate(&mut self) {
        if !self.is_empty {
            self.writer.0.push(',');
        }
        self.is_empty = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.separate();
        value.serialize(&mut *self.writer)
    }

    #[inline]
    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.separate();
        self.writer.name(name);
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        self.writer.0.push_str(self.close);
    }
}

macro_rules! lists {
    ($($list:ident::$method:ident),*) => {
        $(impl ser::$list for Items<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.item(value)
            }

            fn end(self) -> Written {
                self.close();
                Ok(())
            }
        })*
    };
}

lists!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! structs {
    ($($list:ident),*) => {
        $(impl ser::$list for Items<'_> {
            type Ok = ();
            type Error = Unwritable;

            #[inline]
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
                self.field(name, value)
            }

            fn end(self) -> Written {
                self.close();
                Ok(())
            }
        })*
    };
}

structs!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Items<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        self.separate();
        let start = self.writer.0.len();
        key.serialize(&mut *self.writer)?;
        // Keys are strings.
        self.writer.0[start..].starts_with('"').then_some(()).ok_or(Unwritable)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.0.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::write;

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Case {
        Nothing,
        One(f64),
        Two(i8, u128),
        Named { text: &'static str, flag: bool },
    }

    #[derive(Serialize)]
    struct Plain(i128);

    #[derive(Serialize)]
    struct All {
        cases: [Case; 4],
        empty: [u8; 0],
        map: BTreeMap<&'static str, Option<char>>,
        nested: BTreeMap<String, BTreeMap<String, i64>>,
        tuple: (u64, i16, f32, Plain),
        #[serde(flatten)]
        flat: BTreeMap<&'static str, f64>,
        numbers: Vec<f64>,
    }

    #[test]
    fn documents_are_written_as_serde_json_writes_them() -> Result<(), Box<dyn std::error::Error>> {
        let all = All {
            cases: [
                Case::Nothing,
                Case::One(-1.5e-300),
                Case::Two(-128, u128::MAX),
                Case::Named { text: "a\"\u{1}é", flag: true },
            ],
            empty: [],
            map: BTreeMap::from([("x", Some('\\')), ("y\n", Some('€'))]),
            nested: BTreeMap::from([(String::new(), BTreeMap::from([("z".to_owned(), i64::MIN)]))]),
            tuple: (u64::MAX, -7, 0.5, Plain(i128::MIN)),
            flat: BTreeMap::from([("u", 5e-324), ("v", f64::MAX)]),
            numbers: vec![0.0, 0.1, 1.0, 1e15, 1e16, 1e21, 123_456.789, -1e-5, 1e-7],
        };
        assert_eq!(write(&all)?, serde_json::to_string(&all)?);
        Ok(())
    }

    #[test]
    fn what_json_has_no_word_for_is_refused() {
        assert_eq!(write(&-0.0).as_deref(), Ok("0.0"));
        for refused in
            [write(&f64::NAN), write(&[f64::INFINITY]), write(&None::<u8>), write(&()), write(&[Some(()), None])]
        {
            assert_eq!(refused.map_err(|fault| fault.code().to_owned()), Err("border.result.not_finite".to_owned()));
        }
        assert!(write(&BTreeMap::from([(1, 2)])).is_err());
    }
}
