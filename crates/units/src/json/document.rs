//! The parser: text to a tree of places in the text.

use std::borrow::Cow;

use super::number::Number;
use super::source::{List, Source};
use super::text::{plain, text, unescaped};
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
/// assert_eq!((&*name, &*power.raw()), ("power_w", "[3500, 1e3]"));
/// # Ok::<(), hashinsight_units::Fault>(())
/// ```
#[derive(Debug)]
pub struct Document<'t> {
    text: Cow<'t, str>,
    /// Every value, each before its content; the entries of an object alternate between key and value.
    places: Vec<Place>,
    lists: Vec<List<'t>>,
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
    /// `#3`: list number 3 beside the text.
    Beside,
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
    pub fn parse(source: impl Into<Source<'t>>) -> Result<Self, Fault> {
        let Source { text, lists, style } = source.into();
        let places = places(text, lists.len())?;
        let lists = lists.iter().map(|column| List::new(*column, style)).collect();
        Ok(Self { text: Cow::Borrowed(text), places, lists })
    }

    /// A text that the document keeps.
    pub(super) fn of_owned(text: String) -> Result<Self, Fault> {
        let places = places(&text, 0)?;
        Ok(Self { text: Cow::Owned(text), places, lists: Vec::new() })
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

    fn token(self) -> &'d str {
        let Place { start, end, .. } = self.place();
        &self.document.text[start..end]
    }

    /// The value as it is written; lists beside the text as they would be.
    pub fn raw(self) -> Cow<'d, str> {
        let (document, place) = (self.document, self.place());
        if document.lists.is_empty() {
            return Cow::Borrowed(self.token());
        }
        let (mut raw, mut at) = (String::new(), place.start);
        for node in (self.index..place.next).map(|index| Self { index, ..self }) {
            if let Some(list) = node.list() {
                raw.push_str(&document.text[at..node.place().start]);
                raw.push_str(list.document().root().token());
                at = node.place().end;
            }
        }
        raw.push_str(&document.text[at..place.end]);
        Cow::Owned(raw)
    }

    /// What the value is.
    pub fn element(self) -> Element<'d> {
        let place = self.place();
        let inside = Elements { document: self.document, at: self.index + 1, end: place.next };
        match place.kind {
            Kind::Null => Element::Null,
            Kind::Bool => Element::Bool(self.token() == "true"),
            Kind::Number => match Number::at_start_of(self.token()) {
                Some(number) => Element::Number(number),
                None => unreachable!("the parser has read the number once"),
            },
            Kind::Text | Kind::Escaped => Element::Text(self.string()),
            Kind::Array => Element::Array(inside),
            Kind::Object => Element::Object(Entries(inside)),
            Kind::Beside => match self.list() {
                Some(list) => list.document().root().element(),
                None => unreachable!("the parser has looked for the list"),
            },
        }
    }

    /// The list beside the text, where the value is one.
    pub fn list(self) -> Option<&'d List<'d>> {
        let number = self.token().strip_prefix('#').filter(|_| self.place().kind == Kind::Beside)?;
        self.document.lists.get(number.parse::<usize>().ok()?)
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

impl Elements<'_> {
    /// About how many there are: exact where each takes as many places as the first.
    pub fn about(&self) -> usize {
        let Self { document, at, end } = self;
        if at < end { (end - at) / (document.places[*at].next - at) } else { 0 }
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

/// Where the values of a text stand; it may name so many lists beside it.
fn places(text: &str, lists: usize) -> Result<Vec<Place>, Fault> {
    let mut parser = Parser { text, lists, at: 0, depth: 0, places: Vec::with_capacity(text.len() / 12 + 1) };
    parser.value()?;
    if parser.next().is_some() {
        return Err(parser.malformed());
    }
    Ok(parser.places)
}

struct Parser<'t> {
    text: &'t str,
    lists: usize,
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
            Some(b'#') => self.beside(),
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

    /// One level deeper.
    fn descend(&mut self) -> Result<(), Fault> {
        self.depth += 1;
        if self.depth > DEPTH_LIMIT {
            let fault = Fault::new("border.depth", Problem::OutOfRange).got(self.depth);
            return Err(fault.allowed(format!("at most {DEPTH_LIMIT} levels")));
        }
        Ok(())
    }

    fn beside(&mut self) -> Result<(), Fault> {
        let digits = &self.text.as_bytes()[self.at + 1..];
        let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = self.text.get(self.at + 1..self.at + 1 + count).and_then(|number| number.parse::<usize>().ok());
        if number.is_none_or(|number| number >= self.lists) {
            return Err(self.malformed());
        }
        self.descend()?;
        self.leaf(Kind::Beside, 1 + count);
        self.depth -= 1;
        Ok(())
    }

    fn list(&mut self, close: u8, kind: Kind) -> Result<(), Fault> {
        self.descend()?;
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
