//! The parser: text to a tree of places in the text.

use std::borrow::Cow;

use super::number::Number;
use super::text::{plain, text};
use crate::{Fault, Problem};

/// Deeper nesting is refused; no document of the family comes near.
pub const DEPTH_LIMIT: u32 = 64;

/// A JSON text (RFC 8259) that has been parsed. Numbers and strings stay text until someone asks for them.
///
/// ```
/// use hashinsight_units::json::{Document, Element};
/// let document = Document::parse(r#"{"power_w": [3500, 1e3]}"#)?;
/// let Element::Object(entries) = document.root().element() else { panic!("it is an object") };
/// let (name, power) = entries.into_iter().next().expect("it has an entry");
/// assert_eq!((name.as_ref(), power.raw()), ("power_w", "[3500, 1e3]"));
/// # Ok::<(), hashinsight_units::Fault>(())
/// ```
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    /// Every value, each before its content; the entries of an object alternate between key and value.
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    kind: Kind,
    start: usize,
    end: usize,
    /// The place that follows this one and its content.
    next: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Null,
    Bool,
    Number,
    Text,
    Escaped,
    Array,
    Object,
}

/// One value of a document.
#[derive(Clone, Copy, Debug)]
pub struct Node<'d> {
    document: &'d Document<'d>,
    index: usize,
}

/// What a value is.
#[derive(Debug)]
pub enum Element<'d> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, not yet rounded to anything.
    Number(Number<'d>),
    /// A string, its escapes resolved.
    Text(Cow<'d, str>),
    /// An array.
    Array(Elements<'d>),
    /// An object; keys may repeat.
    Object(Entries<'d>),
}

/// The elements of an array, in order.
#[derive(Clone, Debug)]
pub struct Elements<'d> {
    document: &'d Document<'d>,
    at: usize,
    end: usize,
}

/// The entries of an object, in order.
#[derive(Clone, Debug)]
pub struct Entries<'d>(Elements<'d>);

impl<'t> Document<'t> {
    /// Parses a text.
    ///
    /// # Errors
    /// `border.json.unknown` for text that is no JSON, with the byte; `border.depth.out_of_range` below [`DEPTH_LIMIT`] levels.
    pub fn parse(text: &'t str) -> Result<Self, Fault> {
        let mut parser = Parser { text, at: 0, depth: 0, places: Vec::with_capacity(text.len() / 12 + 1) };
        parser.value()?;
        if parser.next().is_some() {
            return Err(parser.malformed());
        }
        Ok(Self { text, places: parser.places })
    }

    /// The value that the text is.
    pub fn root(&self) -> Node<'_> {
        Node { document: self, index: 0 }
    }
}

impl<'d> Node<'d> {
    fn place(self) -> Place {
        self.document.places[self.index]
    }

    /// The value as it is written.
    pub fn raw(self) -> &'d str {
        let Place { start, end, .. } = self.place();
        &self.document.text[start..end]
    }

    /// What the value is.
    pub fn element(self) -> Element<'d> {
        let place = self.place();
        let inside = Elements { document: self.document, at: self.index + 1, end: place.next };
        match place.kind {
            Kind::Null => Element::Null,
            Kind::Bool => Element::Bool(self.raw() == "true"),
            Kind::Number => match Number::at_start_of(self.raw()) {
                Some(number) => Element::Number(number),
                None => unreachable!("the parser has read the number once"),
            },
            Kind::Text | Kind::Escaped => Element::Text(self.string()),
            Kind::Array => Element::Array(inside),
            Kind::Object => Element::Object(Entries(inside)),
        }
    }

    /// A string token without its quotes and escapes.
    fn string(self) -> Cow<'d, str> {
        let Place { kind, start, end, .. } = self.place();
        let token = &self.document.text[start + 1..end - 1];
        match kind {
            Kind::Escaped => match unescaped(token) {
                Some(text) => Cow::Owned(text),
                None => unreachable!("the parser has resolved the escapes once"),
            },
            _ => Cow::Borrowed(token),
        }
    }
}

impl<'d> Iterator for Elements<'d> {
    type Item = Node<'d>;

    fn next(&mut self) -> Option<Node<'d>> {
        (self.at < self.end).then(|| {
            let node = Node { document: self.document, index: self.at };
            self.at = node.place().next;
            node
        })
    }
}

impl<'d> Iterator for Entries<'d> {
    type Item = (Cow<'d, str>, Node<'d>);

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.0.next()?;
        Some((key.string(), self.0.next()?))
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
    places: Vec<Place>,
}

impl Parser<'_> {
    fn malformed(&self) -> Fault {
        let context: String = self.text.get(self.at..).unwrap_or_default().chars().take(24).collect();
        let fault =
            Fault::new("border.json", Problem::Unknown).got(format_args!("{} at byte {}", text(&context), self.at));
        fault.allowed("JSON text (RFC 8259)")
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

    fn value(&mut self) -> Result<(), Fault> {
        match self.next() {
            Some(b'n') => self.literal("null", Kind::Null),
            Some(b't') => self.literal("true", Kind::Bool),
            Some(b'f') => self.literal("false", Kind::Bool),
            Some(b'"') => self.string(),
            Some(b'[') => self.list(b']', Kind::Array),
            Some(b'{') => self.list(b'}', Kind::Object),
            _ => {
                let number = self.text.get(self.at..).and_then(Number::at_start_of).ok_or_else(|| self.malformed())?;
                self.leaf(Kind::Number, number.token.len());
                Ok(())
            }
        }
    }

    fn leaf(&mut self, kind: Kind, length: usize) {
        let (start, end) = (self.at, self.at + length);
        self.places.push(Place { kind, start, end, next: self.places.len() + 1 });
        self.at = end;
    }

    fn literal(&mut self, word: &str, kind: Kind) -> Result<(), Fault> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.malformed());
        }
        self.leaf(kind, word.len());
        Ok(())
    }

    fn string(&mut self) -> Result<(), Fault> {
        let bytes = self.text.as_bytes();
        let mut end = self.at + 1;
        let mut kind = Kind::Text;
        loop {
            end += plain(bytes.get(end..).unwrap_or_default());
            match bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    kind = Kind::Escaped;
                    end += 2;
                }
                _ => return Err(self.malformed()),
            }
        }
        let token = self.text.get(self.at + 1..end);
        if token.is_none() || kind == Kind::Escaped && token.and_then(unescaped).is_none() {
            return Err(self.malformed());
        }
        self.leaf(kind, end + 1 - self.at);
        Ok(())
    }

    fn list(&mut self, close: u8, kind: Kind) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            let fault = Fault::new("border.depth", Problem::OutOfRange).got(self.depth);
            return Err(fault.allowed(format!("at most {DEPTH_LIMIT} levels")));
        }
        let index = self.places.len();
        self.leaf(kind, 1);
        let mut first = true;
        while self.next() != Some(close) {
            if !first {
                self.eat(b',')?;
            }
            first = false;
            if kind == Kind::Object {
                if self.next() != Some(b'"') {
                    return Err(self.malformed());
                }
                self.string()?;
                self.eat(b':')?;
            }
            self.value()?;
        }
        self.at += 1;
        self.depth -= 1;
        let next = self.places.len();
        let place = &mut self.places[index];
        (place.end, place.next) = (self.at, next);
        Ok(())
    }

    fn eat(&mut self, byte: u8) -> Result<(), Fault> {
        if self.next() != Some(byte) {
            return Err(self.malformed());
        }
        self.at += 1;
        Ok(())
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
