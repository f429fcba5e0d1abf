//! The reader.

use std::borrow::Cow;

use hashinsight::units::Fault;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, Deserialize, DeserializeSeed, Visitor};

use super::error::ReadError;
use hashinsight::units::json::{DEPTH_LIMIT, EXACT, Number, plain, text};

type Result<T> = std::result::Result<T, ReadError>;

/// Reads one document of an operation that belongs to `crate_name`.
///
/// # Errors
/// A [`Fault`] with the path of the first culprit: `border.json.unknown` for text that is no JSON, `border.depth.out_of_range`,
/// `<crate>.<field>.<problem>` for a missing, unknown, repeated or mistyped field, and what a quantity itself refuses.
pub fn read<'de, T: Deserialize<'de>>(crate_name: &str, text: &'de str) -> std::result::Result<T, Fault> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let document = T::deserialize(&mut reader).map_err(|error| error.got(|| reader.raw(0)));
    document.and_then(|document| reader.end().map(|()| document)).map_err(|error| error.into_fault(crate_name))
}

struct Reader<'de> {
    text: &'de str,
    at: usize,
    depth: u32,
}

impl<'de> Reader<'de> {
    fn malformed(&self) -> ReadError {
        let context: String = self.text.get(self.at..).unwrap_or_default().chars().take(24).collect();
        let fault =
            Fault::new("border.json", Problem::Unknown).got(format_args!("{} at byte {}", text(&context), self.at));
        ReadError::fault(fault.allowed("JSON text (RFC 8259)"))
    }

    /// The next byte that is no white space, if the text goes on.
    fn next(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                byte => return byte.copied(),
            }
        }
    }

    fn peek(&mut self) -> Result<u8> {
        self.next().ok_or_else(|| self.malformed())
    }

    fn eat(&mut self, byte: u8) -> Result<()> {
        if self.peek()? != byte {
            return Err(self.malformed());
        }
        self.at += 1;
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        if self.next().is_none() { Ok(()) } else { Err(self.malformed()) }
    }

    /// `[` or `{`, one level down.
    fn open(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            let fault = Fault::new("border.depth", Problem::OutOfRange).got(self.depth);
            return Err(ReadError::fault(fault.allowed(format!("at most {DEPTH_LIMIT} levels"))));
        }
        self.at += 1;
        Ok(())
    }

    /// After an element: goes on at a comma, stops at the closing bracket. `first` allows the empty list.
    fn goes_on(&mut self, close: u8, first: bool) -> Result<bool> {
        let next = self.peek()?;
        if next == close {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if !first {
            self.eat(b',')?;
        }
        Ok(true)
    }

    fn literal(&mut self, word: &str) -> Result<()> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.malformed());
        }
        self.at += word.len();
        Ok(())
    }

    /// A string token, without its quotes; `true` where it has escapes.
    fn string_token(&mut self) -> Result<(&'de str, bool)> {
        self.eat(b'"')?;
        let start = self.at;
        let mut escaped = false;
        loop {
            self.at += plain(self.text.as_bytes().get(self.at..).unwrap_or_default());
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                _ => return Err(self.malformed()),
            }
        }
        let token = self.text.get(start..self.at).ok_or_else(|| self.malformed())?;
        self.at += 1;
        Ok((token, escaped))
    }

    fn string(&mut self) -> Result<Cow<'de, str>> {
        let (token, escaped) = self.string_token()?;
        if !escaped {
            return Ok(Cow::Borrowed(token));
        }
        unescaped(token).map(Cow::Owned).ok_or_else(|| self.malformed())
    }

    fn number(&mut self) -> Result<Number<'de>> {
        let number = self.text.get(self.at..).and_then(Number::at_start_of).ok_or_else(|| self.malformed())?;
        self.at += number.token.len();
        Ok(number)
    }

    fn is_number(byte: u8) -> bool {
        byte == b'-' || byte.is_ascii_digit()
    }

    /// A finite number, or NaN and the infinities in the words that encoders send for them.
    fn float(&mut self) -> Result<f64> {
        match self.peek()? {
            b'"' => match self.string()?.as_ref() {
                "NaN" => Ok(f64::NAN),
                "Infinity" => Ok(f64::INFINITY),
                "-Infinity" => Ok(f64::NEG_INFINITY),
                _ => Err(ReadError::problem("wrong_type", "a number")),
            },
            byte if Self::is_number(byte) => {
                let number = self.number()?;
                if number.is_integer && number.digits().is_none_or(|digits| digits > EXACT) {
                    let fault = Fault::new("border.integer", Problem::OutOfRange).got(number.token);
                    return Err(ReadError::fault(
                        fault.allowed("integers up to 2^53 where a float is expected; write larger numbers as floats"),
                    ));
                }
                let value = number.value().ok_or_else(|| self.malformed())?;
                Ok(value + 0.0) // -0.0 becomes 0.0 at the door
            }
            _ => Err(ReadError::problem("wrong_type", "a number")),
        }
    }

    fn integer(&mut self) -> Result<i128> {
        if !Self::is_number(self.peek()?) {
            return Err(ReadError::problem("wrong_type", "an integer"));
        }
        let number = self.number()?;
        if !number.is_integer {
            return Err(ReadError::problem("wrong_type", "an integer"));
        }
        number.token.parse().map_err(|_| ReadError::problem("out_of_range", "an integer within 2^127"))
    }

    /// Passes over one value, checking that it is JSON.
    fn skip(&mut self) -> Result<()> {
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            b't' => self.literal("true"),
            b'f' => self.literal("false"),
            b'n' => self.literal("null"),
            open @ (b'{' | b'[') => {
                let close = open + 2; // '{' + 2 = '}', '[' + 2 = ']'
                self.open()?;
                let mut first = true;
                while self.goes_on(close, first)? {
                    first = false;
                    if open == b'{' {
                        self.peek()?;
                        self.string()?;
                        self.eat(b':')?;
                    }
                    self.skip()?;
                }
                Ok(())
            }
            byte if Self::is_number(byte) => self.number().map(|_| ()),
            _ => Err(self.malformed()),
        }
    }

    /// The value that starts at `start`, as it is written.
    fn raw(&self, start: usize) -> String {
        let mut reader = Reader { text: self.text, at: start, depth: 0 };
        let _ = reader.peek();
        let start = reader.at;
        let end = if reader.skip().is_ok() { reader.at } else { self.text.len() };
        self.text.get(start..end).unwrap_or_default().chars().take(1024).collect()
    }

    /// Reads the value that starts here; a refusal says it as it is written.
    fn value<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let start = self.at;
        read(self).map_err(|error| error.got(|| self.raw(start)))
    }
}

macro_rules! integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            let value = self.integer()?;
            match (u64::try_from(value), i64::try_from(value)) {
                (Ok(value), _) => visitor.visit_u64(value),
                (_, Ok(value)) => visitor.visit_i64(value),
                _ => visitor.visit_i128(value),
            }
        })*
    };
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = ReadError;

    integers! { deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let value = self.float()?;
        let read = visitor.visit_f64(value)?;
        // A quantity refuses NaN in its own name; a bare number cannot, so it is refused here.
        let refused = |word: &str| Err(ReadError::with_value("not_finite", word, "a finite number"));
        match value {
            _ if value.is_finite() => Ok(read),
            _ if self.text.as_bytes().get(self.at - 1) != Some(&b'"') => {
                Err(ReadError::problem("not_finite", "a finite number"))
            }
            _ if value.is_nan() => refused("NaN"),
            f64::INFINITY => refused("Infinity"),
            _ => refused("-Infinity"),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.peek()? {
            b't' => self.literal("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.literal("false").and_then(|()| visitor.visit_bool(false)),
            _ => Err(ReadError::problem("wrong_type", "true or false")),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.peek()? != b'"' {
            return Err(ReadError::problem("wrong_type", "a string"));
        }
        match self.string()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    /// An absent value is an omitted key: what is written is there, and `null` is the wrong type of whatever is expected.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.peek()? != b'[' {
            return Err(ReadError::problem("wrong_type", "an array"));
        }
        self.open()?;
        visitor.visit_seq(Elements { reader: self, index: 0 })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        let mut count = 0;
        let mut ahead = Reader { text: self.text, at: self.at, depth: self.depth };
        if ahead.peek()? == b'[' {
            ahead.open()?;
            while ahead.goes_on(b']', count == 0)? {
                ahead.skip()?;
                count += 1;
            }
            if count != length {
                return Err(de::Error::invalid_length(count, &format!("{length} elements").as_str()));
            }
        }
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, length: usize, visitor: V) -> Result<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.peek()? != b'{' {
            return Err(ReadError::problem("wrong_type", "an object"));
        }
        self.open()?;
        visitor.visit_map(Entries { reader: self, key: Cow::Borrowed(""), first: true })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_map(visitor)
    }

    /// `"never"` or `{"value": ...}`: exactly one key.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        match self.peek()? {
            b'"' => {
                let tag = self.string()?;
                visitor.visit_enum(Variant { reader: self, tag, has_content: false })
            }
            b'{' => {
                self.open()?;
                if !self.goes_on(b'}', true)? {
                    return Err(ReadError::problem("missing", format!("one of {}", variants.join(", "))));
                }
                self.peek()?;
                let tag = self.string()?;
                self.eat(b':')?;
                let value = visitor.visit_enum(Variant { reader: self, tag, has_content: true })?;
                if self.goes_on(b'}', false)? {
                    return Err(ReadError::problem("several", format!("exactly one of {}", variants.join(", "))));
                }
                Ok(value)
            }
            _ => Err(ReadError::problem("wrong_type", format!("one of {}", variants.join(", ")))),
        }
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.peek()? {
            b'"' => self.deserialize_str(visitor),
            b'{' => self.deserialize_map(visitor),
            b'[' => self.deserialize_seq(visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            b'n' => self.literal("null").and_then(|()| visitor.visit_unit()),
            _ => self.deserialize_f64(visitor),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, _: V) -> Result<V::Value> {
        Err(ReadError::problem("wrong_type", "no value: leave the key out"))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }
}

struct Elements<'a, 'de> {
    reader: &'a mut Reader<'de>,
    index: usize,
}

impl<'de> de::SeqAccess<'de> for Elements<'_, 'de> {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if !self.reader.goes_on(b']', self.index == 0)? {
            return Ok(None);
        }
        let index = self.index;
        self.index += 1;
        let element = self.reader.value(|reader| seed.deserialize(reader));
        element.map(Some).map_err(|error| error.in_index(index))
    }
}

struct Entries<'a, 'de> {
    reader: &'a mut Reader<'de>,
    key: Cow<'de, str>,
    first: bool,
}

impl<'de> de::MapAccess<'de> for Entries<'_, 'de> {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if !self.reader.goes_on(b'}', self.first)? {
            return Ok(None);
        }
        self.first = false;
        self.reader.peek()?;
        self.key = self.reader.string()?;
        let key = match &self.key {
            Cow::Borrowed(key) => seed.deserialize(BorrowedStrDeserializer::new(key)),
            Cow::Owned(key) => seed.deserialize(de::value::StrDeserializer::new(key)),
        };
        key.map(Some).map_err(|error: ReadError| error.in_field(&self.key))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value> {
        self.reader.eat(b':')?;
        self.reader.value(|reader| seed.deserialize(reader)).map_err(|error| error.in_field(&self.key))
    }
}

struct Variant<'a, 'de> {
    reader: &'a mut Reader<'de>,
    tag: Cow<'de, str>,
    has_content: bool,
}

impl<'de, 'a> de::EnumAccess<'de> for Variant<'a, 'de> {
    type Error = ReadError;
    type Variant = Content<'a, 'de>;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Content<'a, 'de>)> {
        let variant = seed.deserialize(de::value::StrDeserializer::<ReadError>::new(&self.tag))?;
        Ok((variant, Content { reader: self.reader, tag: self.tag, present: self.has_content }))
    }
}

struct Content<'a, 'de> {
    reader: &'a mut Reader<'de>,
    tag: Cow<'de, str>,
    present: bool,
}

impl<'de> Content<'_, 'de> {
    fn read<T>(self, read: impl FnOnce(&mut Reader<'de>) -> Result<T>) -> Result<T> {
        if !self.present {
            return Err(ReadError::problem("wrong_type", format!("an object with the key {}", self.tag)));
        }
        self.reader.value(read).map_err(|error| error.in_field(&self.tag))
    }
}

impl<'de> de::VariantAccess<'de> for Content<'_, 'de> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<()> {
        if self.present {
            return Err(ReadError::problem("wrong_type", format!("the string {}", text(&self.tag))));
        }
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value> {
        self.read(|reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        self.read(|reader| de::Deserializer::deserialize_tuple(reader, length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value> {
        self.read(|reader| de::Deserializer::deserialize_map(reader, visitor))
    }
}

/// The text that a string token with escapes stands for (RFC 8259, section 7); half a surrogate pair stands for nothing.
fn unescaped(token: &str) -> Option<String> {
    let unit = |digits: &str| {
        let hex = digits.get(..4).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u16::from_str_radix(hex, 16).ok()
    };
    let mut text = String::with_capacity(token.len());
    let mut rest = token;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let kind = escape.chars().next()?;
        rest = escape.get(1..)?;
        text.push(match kind {
            '"' | '\\' | '/' => kind,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = unit(rest)?;
                rest = rest.get(4..)?;
                let second = rest.strip_prefix("\\u").and_then(unit);
                match char::decode_utf16([first].into_iter().chain(second)).next()?.ok()? {
                    one @ ..='\u{ffff}' => one,
                    pair => {
                        rest = rest.get(6..)?;
                        pair
                    }
                }
            }
            _ => return None,
        });
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_read_as_serde_json_reads_them() {
        let tokens = [
            r#"a\n\"b\\c\/"#,
            r"\u0041\u00e9\u20ac",
            r"\ud83d\ude00!",
            r"\ud83d",
            r"\ude00",
            r"\ud83dx",
            r"\ud83d\u0041",
            r"\x",
            r"\u12",
            r"\u+123",
            r"\u12\u20ac\u20ac",
            r"\b\f\r\t",
            r"\ud83d\ud83d",
            r"\u00e",
            "\\\u{20ac}",
        ];
        for token in tokens {
            assert_eq!(unescaped(token), serde_json::from_str::<String>(&format!("\"{token}\"")).ok(), "{token}");
        }
    }
}
