//! The writer.

use std::fmt::{self, Display};

use serde::Serialize;
use serde::ser::{self, Serializer};

use super::items::Items;
use super::text::push_text;
use crate::columns::ColumnBuffer;
use crate::{Fault, Problem};

/// A shorter list is quicker as text than as a buffer.
const LONG: usize = 256;

/// Writes a document: shortest text that reads back to the same bits, `-0.0` as `0.0`, never `null`.
///
/// # Errors
/// `border.result.not_finite` where a number of the result is NaN or infinite: a report says such things with a named variant.
pub fn write(document: &impl Serialize) -> Result<String, Fault> {
    written(document, usize::MAX).map(|(text, _)| text)
}

/// The same with long lists of numbers beside the text, for borders that hand over buffers. Where list number 3 belongs the text has
/// `[null,3]`: no document has a `null` of its own.
///
/// ```
/// use hashinsight_units::columns::ColumnBuffer;
/// use hashinsight_units::json::write_beside;
/// let (text, lists) = write_beside(&(vec![0.5; 1000], "short", [1.0, 2.0]))?;
/// assert_eq!((text.as_str(), lists), (r#"[[null,0],"short",[1.0,2.0]]"#, vec![ColumnBuffer::F64(vec![0.5; 1000])]));
/// # Ok::<(), hashinsight_units::Fault>(())
/// ```
///
/// # Errors
/// As [`write`].
pub fn write_beside(document: &impl Serialize) -> Result<(String, Vec<ColumnBuffer>), Fault> {
    written(document, LONG)
}

fn written(document: &impl Serialize, long: usize) -> Result<(String, Vec<ColumnBuffer>), Fault> {
    let mut writer = Writer { text: String::with_capacity(2048), long, lists: Vec::new(), last: Last::Unasked };
    let written = document.serialize(&mut writer);
    written.map_err(|Unwritable| Fault::new("border.result", Problem::NotFinite).allowed("finite numbers"))?;
    Ok((writer.text, writer.lists))
}

/// Appends a finite number: the shortest text that reads back to the same bits.
pub fn push_f64(out: &mut String, value: f64) {
    out.push_str(zmij::Buffer::new().format_finite(value));
}

pub(super) struct Writer {
    pub(super) text: String,
    /// Length from which on a list of numbers goes beside the text.
    long: usize,
    pub(super) lists: Vec<ColumnBuffer>,
    pub(super) last: Last,
}

/// What was written last, for the long list that it belongs to.
#[derive(Clone, Copy)]
pub(super) enum Last {
    /// Nobody wants to know.
    Unasked,
    /// A number would be kept here instead of being written.
    Asked,
    Float(f64),
    Integer(i64),
}

/// There is no JSON for this.
#[derive(Debug)]
pub(super) struct Unwritable;

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

pub(super) type Written = Result<(), Unwritable>;

impl Writer {
    /// `"name":`, for a name of ours. A module for the web has every field of every report: there it is one function.
    #[cfg_attr(not(target_family = "wasm"), inline)]
    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(super) fn name(&mut self, name: &'static str) {
        debug_assert_eq!(super::text::plain(name.as_bytes()), name.len(), "field names need no escapes");
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\":");
    }

    fn open(&mut self, open: &str, close: &'static str) -> Items<'_> {
        self.last = Last::Unasked;
        self.text.push_str(open);
        Items { writer: self, close, is_empty: true, numbers: None }
    }

    /// `{"name":`, for the content of a variant.
    fn variant(&mut self, name: &'static str) {
        self.last = Last::Unasked;
        self.text.push('{');
        self.name(name);
    }
}

macro_rules! integers {
    ($($method:ident: $integer:ty),*) => {
        $(fn $method(self, value: $integer) -> Written {
            match i64::try_from(value) {
                Ok(value) if matches!(self.last, Last::Asked) => self.last = Last::Integer(value),
                _ => self.text.push_str(itoa::Buffer::new().format(value)),
            }
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
        self.text.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Written {
        if !value.is_finite() {
            return Err(Unwritable);
        }
        let value = value + 0.0; // -0.0 becomes 0.0
        match self.last {
            Last::Asked => self.last = Last::Float(value),
            _ => push_f64(&mut self.text, value),
        }
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Written {
        self.serialize_f64(value.into())
    }

    fn serialize_str(self, value: &str) -> Written {
        push_text(&mut self.text, value);
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
        self.text.push('}');
        Ok(())
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Items<'a>, Unwritable> {
        let numbers =
            length.filter(|length| *length >= self.long).map(|length| ColumnBuffer::F64(Vec::with_capacity(length)));
        let items = self.open("[", "]");
        Ok(Items { numbers, ..items })
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use super::{LONG, write, write_beside};
    use crate::columns::ColumnBuffer;

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

    #[derive(Clone, Serialize)]
    #[serde(untagged)]
    enum Mixed {
        Float(f64),
        Integer(u32),
        Word(&'static str),
        List(Vec<f64>),
    }

    #[test]
    fn long_lists_of_numbers_stand_beside_the_text() -> Result<(), Box<dyn std::error::Error>> {
        let mut floats: Vec<f64> = (0..1000).map(|index| f64::from(index) * -0.5).collect();
        let (text, lists) = write_beside(&(&floats, vec![7_u32; LONG], vec![1.0; LONG - 1]))?;
        assert!(text.starts_with("[[null,0],[null,1],[1.0,1.0,") && text.ends_with(",1.0]]"));
        floats[0] = 0.0; // as text: -0.0 is 0.0
        assert_eq!(lists, [ColumnBuffer::F64(floats), ColumnBuffer::I64(vec![7; LONG])]);
        assert!(matches!(&lists[0], ColumnBuffer::F64(floats) if floats[0].is_sign_positive()));
        assert_eq!(write_beside(&vec![vec![1.0; LONG]; 2])?.0, "[[null,0],[null,1]]");
        Ok(())
    }

    #[test]
    fn a_long_list_of_other_things_is_written_as_if_it_were_short() -> Result<(), Box<dyn std::error::Error>> {
        let kinds = [
            Mixed::Float(0.5),
            Mixed::Integer(3),
            Mixed::Word("word"),
            Mixed::List(vec![0.25, 2.0]),
            Mixed::List(vec![0.25; LONG]),
        ];
        let is_number = |kind: &Mixed| matches!(kind, Mixed::Float(_) | Mixed::Integer(_));
        for usual in &kinds {
            for (place, other) in
                [0, LONG / 2, LONG].iter().flat_map(|place| kinds.iter().map(move |kind| (*place, kind)))
            {
                let mut list = vec![usual.clone(); LONG + 1];
                list[place] = other.clone();
                let (mut text, lists) = write_beside(&list)?;
                let whole = is_number(usual) && std::mem::discriminant(usual) == std::mem::discriminant(other);
                assert_eq!(text == "[null,0]", whole);
                for (number, column) in lists.iter().enumerate() {
                    let list = match column {
                        ColumnBuffer::F64(floats) => serde_json::to_string(floats)?,
                        ColumnBuffer::I64(integers) => serde_json::to_string(integers)?,
                        _ => String::new(),
                    };
                    text = text.replace(&format!("[null,{number}]"), &list);
                }
                assert_eq!(text, serde_json::to_string(&list)?);
            }
        }
        assert!(write_beside(&vec![f64::NAN; LONG]).is_err());
        Ok(())
    }
}
