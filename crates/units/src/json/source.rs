//! What a document is read from: text, or text with its long lists beside it.
//!
//! ```
//! use hashinsight_units::columns::Column;
//! use hashinsight_units::json::Source;
//! use hashinsight_units::record::read;
//! let beside = Source::new("[#0, [3]]", &[Column::F64(&[1.0, 2.5])]);
//! assert_eq!(read::<Vec<Vec<f64>>>("shop", beside)?, [vec![1.0, 2.5], vec![3.0]]);
//! assert_eq!(read::<Vec<f64>>("shop", "#0").unwrap_err().code(), "border.json.unknown");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

use std::cell::OnceCell;

use super::{Document, positional, push_f64, push_text, scientific};
use crate::columns::Column;

/// Numbers that every float tells apart from their neighbours: up to 2^53.
const SAFE: f64 = 9_007_199_254_740_992.0;

/// What a document is read from: JSON text, and where a border hands them over, long lists as typed buffers beside it. Where list
/// number 3 belongs the text has `#3`, which is no JSON: nobody who can only write text can mean a list.
#[derive(Clone, Copy, Debug)]
pub struct Source<'t> {
    pub(super) text: &'t str,
    pub(super) lists: &'t [Column<'t>],
    pub(super) style: Style,
}

/// How a language writes its floats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// With a point or an exponent, always: `1.0`.
    Float,
    /// As ECMAScript, which knows no other numbers: `1`.
    Number,
}

impl<'t> Source<'t> {
    /// Text, and the lists that it names.
    pub const fn new(text: &'t str, lists: &'t [Column<'t>]) -> Self {
        Self { text, lists, style: Style::Float }
    }

    /// Floats of a language without integers: one that is whole and exact is an integer where one is wanted.
    #[must_use]
    pub const fn of_numbers(self) -> Self {
        Self { style: Style::Number, ..self }
    }
}

impl<'t> From<&'t str> for Source<'t> {
    fn from(text: &'t str) -> Self {
        Self::new(text, &[])
    }
}

impl<'t> From<&'t String> for Source<'t> {
    fn from(text: &'t String) -> Self {
        Self::new(text, &[])
    }
}

/// A number of a list beside the text.
#[derive(Clone, Copy, Debug)]
pub enum Plain {
    /// A float, even where it is whole.
    Float(f64),
    /// An integer.
    Integer(i64),
    /// A float of a language without integers.
    Number(f64),
}

impl Plain {
    /// The number as the reader gives it where a float is wanted; `None` of integers beyond 2^53.
    #[inline]
    #[expect(clippy::cast_precision_loss, reason = "up to 2^53")]
    pub fn float(self) -> Option<f64> {
        match self {
            Self::Float(value) | Self::Number(value) => Some(value + 0.0), // -0.0 becomes 0.0 at the door
            Self::Integer(value) => (value.unsigned_abs() <= super::EXACT).then_some(value as f64),
        }
    }

    /// The number where an integer is wanted.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    pub fn integer(self) -> Option<i64> {
        match self {
            Self::Integer(value) => Some(value),
            Self::Number(value) if is_safe(value) => Some(value as i64),
            Self::Number(_) | Self::Float(_) => None,
        }
    }
}

fn is_safe(value: f64) -> bool {
    -SAFE < value && value < SAFE && value.fract() == 0.0
}

/// A list beside the text. Its numbers are read as they are; what is to be said about them is said about their text.
#[derive(Debug)]
pub struct List<'t> {
    column: Column<'t>,
    style: Style,
    as_text: OnceCell<Document<'static>>,
}

impl<'t> List<'t> {
    pub(super) const fn new(column: Column<'t>, style: Style) -> Self {
        Self { column, style, as_text: OnceCell::new() }
    }

    /// All values, unless one is none: then [`document`](Self::document) shows which, and why.
    pub fn read<T>(&self, value: impl Fn(Plain) -> Option<T>) -> Option<Vec<T>> {
        match (self.column, self.style) {
            (Column::F64(floats), Style::Float) => all(floats, |float| value(Plain::Float(float))),
            (Column::F64(floats), Style::Number) => all(floats, |float| value(Plain::Number(float))),
            (Column::I64(integers), _) => all(integers, |integer| value(Plain::Integer(integer))),
            (Column::Bool(_) | Column::Words { .. }, _) => None,
        }
    }

    /// The list as if it had been written.
    pub(super) fn document(&self) -> &Document<'static> {
        self.as_text.get_or_init(|| match Document::of_owned(self.text()) {
            Ok(document) => document,
            Err(fault) => unreachable!("what is written here is JSON: {fault}"),
        })
    }

    /// As the encoders of the languages write such a list.
    fn text(&self) -> String {
        let mut out = "[".to_owned();
        match self.column {
            Column::F64(values) => written(values, &mut out, |float, out| push_float(out, float, self.style)),
            Column::I64(values) => {
                written(values, &mut out, |value, out| out.push_str(itoa::Buffer::new().format(value)));
            }
            Column::Bool(values) => {
                written(values, &mut out, |value, out| out.push_str(if value { "true" } else { "false" }));
            }
            Column::Words { codes, words } => written(codes, &mut out, |code, out| {
                push_text(out, words.get(usize::from(code)).copied().unwrap_or_default());
            }),
        }
        out.push(']');
        out
    }
}

fn all<N: Copy, T>(numbers: &[N], value: impl Fn(N) -> Option<T>) -> Option<Vec<T>> {
    let mut values = Vec::with_capacity(numbers.len());
    for number in numbers {
        values.push(value(*number)?);
    }
    Some(values)
}

fn written<N: Copy>(values: &[N], out: &mut String, push: impl Fn(N, &mut String)) {
    for (index, value) in values.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push(*value, out);
    }
}

/// NaN and the infinities go in the words that the reader refuses by name and place.
fn push_float(out: &mut String, value: f64, style: Style) {
    let size = value.abs();
    let written = match style {
        _ if value.is_nan() => "\"NaN\"".to_owned(),
        _ if value.is_infinite() => ["\"", if value < 0.0 { "-" } else { "" }, "Infinity\""].concat(),
        Style::Float => return push_f64(out, value),
        // ECMA-262, Number::toString; beyond 2^53 the encoder says by an exponent that this is no integer.
        Style::Number if value == 0.0 || (1e-6..SAFE).contains(&size) => positional(value + 0.0),
        Style::Number if size < 1.0 => scientific(value),
        Style::Number => scientific(value).replace('e', "e+"),
    };
    out.push_str(&written);
}

#[cfg(test)]
mod tests {
    use super::{List, Source, Style};
    use crate::columns::Column;
    use crate::json::Document;

    #[test]
    fn floats_are_written_as_ecmascript_writes_them() {
        // What `encode.ts` of the TypeScript surface writes for the same numbers under V8.
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-2.5, "-2.5"),
            (0.1, "0.1"),
            (1e-6, "0.000001"),
            (1.5e-6, "0.0000015"),
            (9.5e-7, "9.5e-7"),
            (1e-7, "1e-7"),
            (5e-324, "5e-324"),
            (123_456_789.125, "123456789.125"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (9_007_199_254_740_992.0, "9.007199254740992e+15"),
            (-1e21, "-1e+21"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::NAN, "\"NaN\""),
            (f64::NEG_INFINITY, "\"-Infinity\""),
        ] {
            assert_eq!(List::new(Column::F64(&[value]), Style::Number).text(), format!("[{text}]"));
        }
    }

    #[test]
    fn every_list_is_its_text() {
        let words = Column::Words { codes: &[1, 0, 9], words: &["long", "sh\"ort"] };
        let lists = [
            Column::F64(&[1.0, -0.0, f64::INFINITY]),
            Column::I64(&[i64::MIN, 7]),
            Column::Bool(&[true, false]),
            words,
            Column::F64(&[]),
        ];
        let expected =
            [r#"[1.0,-0.0,"Infinity"]"#, "[-9223372036854775808,7]", "[true,false]", r#"["sh\"ort","long",""]"#, "[]"];
        for (list, text) in (0..).zip(expected) {
            let named = format!("#{list}");
            let document = Document::parse(Source::new(&named, &lists)).unwrap();
            assert_eq!(document.root().raw(), *text);
        }
        let inside = Document::parse(Source::new("{\"a\": #1, \"b\" : [0, #2,#1] }", &lists)).unwrap();
        let expected = r#"{"a": [-9223372036854775808,7], "b" : [0, [true,false],[-9223372036854775808,7]] }"#;
        assert_eq!(inside.root().raw(), expected);
        for text in ["#5", "#", "#-1", "#1.0", "{#0:1}", "\"#0\"", "#99999999999999999999"] {
            let read = Document::parse(Source::new(text, &lists)).map(|document| document.root().raw().into_owned());
            assert_eq!(read.ok(), (text == "\"#0\"").then(|| text.to_owned()), "{text}");
        }
    }
}
