//! Columns between JavaScript and linear memory, whole or in pieces.

use std::ops::Range;

use hashinsight_surface::{Column, ColumnBuffer, Error, Fault, PIECE, Problem};
use js_sys::{Array, BigInt64Array, Float64Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::{JsCast, JsValue};

use crate::memory;

/// Named columns as they came: they stay in JavaScript until some of their rows are asked for.
pub(crate) struct Given(Vec<(String, GivenColumn)>);

enum GivenColumn {
    F64(Float64Array),
    I64(BigInt64Array),
    Bool(Uint8Array),
    Words(Uint8Array, Vec<String>),
}

/// Rows of a column, copied into linear memory, where they stay valid whatever is allocated.
enum Copied<'a> {
    F64(Vec<f64>),
    I64(Vec<i64>),
    Bool(Vec<bool>),
    Words(Vec<u8>, Vec<&'a str>),
}

impl Given {
    pub(crate) fn new(names: Vec<String>, columns: &Array) -> Result<Self, Error> {
        let columns = names.into_iter().zip(columns.iter()).map(|(name, column)| {
            let Some(column) = GivenColumn::of(&column) else {
                let fault = Fault::new("border.column", Problem::WrongType).at(name);
                return Err(fault.allowed("a Float64Array, BigInt64Array, Uint8Array, or codes and words").into());
            };
            Ok((name, column))
        });
        columns.collect::<Result<_, _>>().map(Self)
    }

    /// The rows, where they are more than a piece and every column has as many.
    pub(crate) fn long(&self) -> Option<usize> {
        let rows = self.0.first()?.1.len();
        (rows > PIECE && self.0.iter().all(|(_, column)| column.len() == rows)).then_some(rows)
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }

    pub(crate) fn has_words(&self) -> bool {
        self.0.iter().any(|(_, column)| matches!(column, GivenColumn::Words(..)))
    }

    /// Calls with every row.
    pub(crate) fn with<R>(&self, run: impl FnOnce(&[(&str, Column<'_>)]) -> Result<R, Error>) -> Result<R, Error> {
        self.copied(|column| column.copy(std::slice::from_ref(&(0..column.len()))), run)
    }

    /// Calls with the rows of these ranges, one behind the other.
    pub(crate) fn with_rows<R>(
        &self,
        ranges: &[Range<usize>],
        run: impl FnOnce(&[(&str, Column<'_>)]) -> Result<R, Error>,
    ) -> Result<R, Error> {
        self.copied(|column| column.copy(ranges), run)
    }

    fn copied<'a, R>(
        &'a self,
        copy: impl Fn(&'a GivenColumn) -> Result<Copied<'a>, Fault>,
        run: impl FnOnce(&[(&str, Column<'_>)]) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let copies = self.0.iter().map(|(name, column)| match copy(column) {
            Ok(copied) => Ok((name.as_str(), copied)),
            Err(fault) => Err(fault.at(name.as_str())),
        });
        let copies: Vec<_> = copies.collect::<Result<_, _>>()?;
        run(&copies.iter().map(|(name, copied)| (*name, copied.column())).collect::<Vec<_>>())
    }
}

impl GivenColumn {
    /// Nothing where it is no column.
    fn of(column: &JsValue) -> Option<Self> {
        if let Some(floats) = column.dyn_ref::<Float64Array>() {
            return Some(Self::F64(floats.clone()));
        }
        if let Some(integers) = column.dyn_ref::<BigInt64Array>() {
            return Some(Self::I64(integers.clone()));
        }
        if let Some(truths) = column.dyn_ref::<Uint8Array>() {
            return Some(Self::Bool(truths.clone()));
        }
        let field = |name: &str| Reflect::get(column, &name.into()).ok();
        let (codes, words) = (field("codes")?, field("words")?);
        let words: Option<Vec<String>> = words.dyn_ref::<Array>()?.iter().map(|word| word.as_string()).collect();
        Some(Self::Words(codes.dyn_into().ok()?, words?))
    }

    fn len(&self) -> usize {
        let length = match self {
            Self::F64(values) => values.length(),
            Self::I64(values) => values.length(),
            Self::Bool(values) | Self::Words(values, _) => values.length(),
        };
        length as usize
    }

    /// A fault where the memory does not hold it.
    fn copy(&self, ranges: &[Range<usize>]) -> Result<Copied<'_>, Fault> {
        Ok(match self {
            Self::F64(values) => {
                Copied::F64(filled(ranges, 0.0, |from, to, out| values.subarray(from, to).copy_to(out))?)
            }
            Self::I64(values) => {
                Copied::I64(filled(ranges, 0, |from, to, out| values.subarray(from, to).copy_to(out))?)
            }
            Self::Bool(values) => Copied::Bool(bytes(values, ranges)?.into_iter().map(|value| value != 0).collect()),
            Self::Words(codes, words) => {
                Copied::Words(bytes(codes, ranges)?, words.iter().map(String::as_str).collect())
            }
        })
    }
}

impl Copied<'_> {
    fn column(&self) -> Column<'_> {
        match self {
            Self::F64(values) => Column::F64(values),
            Self::I64(values) => Column::I64(values),
            Self::Bool(values) => Column::Bool(values),
            Self::Words(codes, words) => Column::Words { codes, words },
        }
    }
}

fn bytes(array: &Uint8Array, ranges: &[Range<usize>]) -> Result<Vec<u8>, Fault> {
    filled(ranges, 0, |from, to, out| array.subarray(from, to).copy_to(out))
}

/// The rows of these ranges, each written by `copy`.
fn filled<T: Clone>(ranges: &[Range<usize>], zero: T, copy: impl Fn(u32, u32, &mut [T])) -> Result<Vec<T>, Fault> {
    let mut values = memory::zeros(ranges.iter().map(Range::len).sum(), zero)?;
    let mut rest = values.as_mut_slice();
    for range in ranges {
        let (part, behind) = rest.split_at_mut(range.len());
        #[expect(clippy::cast_possible_truncation, reason = "typed arrays said these numbers as 32 bits")]
        copy(range.start as u32, range.end as u32, part);
        rest = behind;
    }
    Ok(values)
}

/// Columns of an answer, on their way to JavaScript.
pub(crate) struct Answered {
    rows: usize,
    columns: Vec<AnsweredColumn>,
}

enum AnsweredColumn {
    F64(Float64Array),
    I64(BigInt64Array),
    Bool(Uint8Array),
    Words(Uint8Array, Array),
}

impl Answered {
    /// Every row at once.
    pub(crate) fn whole(columns: &[ColumnBuffer]) -> Result<Array, Error> {
        let mut answered = Self::long(columns.first().map_or(0, len));
        answered.write(0, columns)?;
        Ok(answered.into_array())
    }

    /// So many rows, to be written.
    pub(crate) fn long(rows: usize) -> Self {
        Self { rows, columns: Vec::new() }
    }

    /// Writes rows, from this one on. The first ones tell what the columns are.
    pub(crate) fn write(&mut self, start: usize, columns: &[ColumnBuffer]) -> Result<(), Error> {
        if self.columns.is_empty() {
            self.columns = columns.iter().map(|like| AnsweredColumn::new(like, self.rows)).collect::<Result<_, _>>()?;
        }
        for (out, column) in self.columns.iter().zip(columns) {
            out.write(start, column);
        }
        Ok(())
    }

    pub(crate) fn into_array(self) -> Array {
        self.columns.into_iter().map(AnsweredColumn::into_value).collect()
    }
}

impl AnsweredColumn {
    fn new(like: &ColumnBuffer, rows: usize) -> Result<Self, Fault> {
        Ok(match like {
            ColumnBuffer::F64(_) => Self::F64(room(&Float64Array::new_with_length(0), rows)?),
            ColumnBuffer::I64(_) => Self::I64(room(&BigInt64Array::new_with_length(0), rows)?),
            ColumnBuffer::Bool(_) => Self::Bool(room(&Uint8Array::new_with_length(0), rows)?),
            ColumnBuffer::Words { words, .. } => {
                let words = words.iter().copied().map(JsValue::from).collect();
                Self::Words(room(&Uint8Array::new_with_length(0), rows)?, words)
            }
        })
    }

    fn write(&self, start: usize, column: &ColumnBuffer) {
        #[expect(clippy::cast_possible_truncation, reason = "rows of a typed array")]
        let (from, to) = (start as u32, (start + len(column)) as u32);
        match (self, column) {
            (Self::F64(out), ColumnBuffer::F64(values)) => out.subarray(from, to).copy_from(values),
            (Self::I64(out), ColumnBuffer::I64(values)) => out.subarray(from, to).copy_from(values),
            (Self::Bool(out), ColumnBuffer::Bool(values)) => {
                let bytes: Vec<u8> = values.iter().copied().map(u8::from).collect();
                out.subarray(from, to).copy_from(&bytes);
            }
            (Self::Words(out, _), ColumnBuffer::Words { codes, .. }) => out.subarray(from, to).copy_from(codes),
            _ => unreachable!("an operation answers columns of the same kinds each time"),
        }
    }

    fn into_value(self) -> JsValue {
        match self {
            Self::F64(values) => values.into(),
            Self::I64(values) => values.into(),
            Self::Bool(values) => values.into(),
            Self::Words(codes, words) => {
                let object = Object::new();
                // A plain object takes every field.
                let _ = Reflect::set(&object, &"codes".into(), &codes);
                let _ = Reflect::set(&object, &"words".into(), &words);
                object.into()
            }
        }
    }
}

fn len(column: &ColumnBuffer) -> usize {
    match column {
        ColumnBuffer::F64(values) => values.len(),
        ColumnBuffer::I64(values) => values.len(),
        ColumnBuffer::Bool(values) => values.len(),
        ColumnBuffer::Words { codes, .. } => codes.len(),
    }
}

/// A typed array like this one with so many rows, or why there is none: JavaScript has no memory for it.
fn room<T: JsCast>(like: &T, rows: usize) -> Result<T, Fault> {
    let constructor = like.unchecked_ref::<Object>().constructor();
    let made = Reflect::construct(&constructor, &Array::of1(&rows.into()));
    made.map(JsCast::unchecked_into).map_err(|_| memory::exhausted(rows))
}
