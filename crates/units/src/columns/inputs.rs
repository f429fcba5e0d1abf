//! Named columns as they come in and go out.

use super::Cell;
use crate::record::{Word, near};
use crate::{Fault, FieldPath, Problem};

/// Kind of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// 64-bit floats: estimates.
    F64,
    /// 64-bit integers: satoshis, milliseconds.
    I64,
    /// True or false.
    Bool,
    /// Words of a list, as codes into it.
    Words(&'static [&'static str]),
}

impl ColumnKind {
    /// Name of the kind in tables and errors.
    pub const fn name(self) -> &'static str {
        match self {
            Self::F64 => "f64",
            Self::I64 => "i64",
            Self::Bool => "bool",
            Self::Words(_) => "words",
        }
    }
}

/// One column of an operation.
#[derive(Debug)]
pub struct ColumnSpec {
    /// Name with its unit, as in documents.
    pub name: &'static str,
    /// Kind of the column.
    pub kind: ColumnKind,
    /// Documentation; the first line makes sense alone.
    #[cfg(feature = "schema")]
    pub doc: &'static str,
    /// Schema of one value: unit and range.
    #[cfg(feature = "schema")]
    pub schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

/// A column that comes in.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// Floats.
    F64(&'a [f64]),
    /// Integers.
    I64(&'a [i64]),
    /// True or false.
    Bool(&'a [bool]),
    /// Words, as codes into a list.
    Words {
        /// Per row, the place in `words`.
        codes: &'a [u8],
        /// The list, in any order.
        words: &'a [&'a str],
    },
}

impl Column<'_> {
    const fn kind(self) -> &'static str {
        match self {
            Self::F64(_) => "f64",
            Self::I64(_) => "i64",
            Self::Bool(_) => "bool",
            Self::Words { .. } => "words",
        }
    }

    /// Number of rows.
    pub const fn len(self) -> usize {
        match self {
            Self::F64(values) => values.len(),
            Self::I64(values) => values.len(),
            Self::Bool(values) => values.len(),
            Self::Words { codes, .. } => codes.len(),
        }
    }

    /// Whether there are no rows.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// A column that goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnBuffer {
    /// Floats.
    F64(Vec<f64>),
    /// Integers.
    I64(Vec<i64>),
    /// True or false.
    Bool(Vec<bool>),
    /// Words, as codes into a list.
    Words {
        /// Per row, the place in `words`.
        codes: Vec<u8>,
        /// The list.
        words: &'static [&'static str],
    },
}

/// Named columns of one call, for a domain, before they are found by name.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a, 'c> {
    /// First part of the codes of faults.
    pub domain: &'a str,
    /// Names and columns.
    pub columns: &'a [(&'a str, Column<'c>)],
}

impl<'c> Inputs<'_, 'c> {
    fn fault(&self, name: &str, problem: Problem) -> Fault {
        Fault::new(format!("{}.{name}", self.domain), problem).at(FieldPath::new(name))
    }

    /// Refuses a name that is not declared.
    ///
    /// # Errors
    /// `<domain>.request.unknown_field`.
    pub fn check_names(&self, specs: &[ColumnSpec]) -> Result<(), Fault> {
        match self.columns.iter().find(|(name, _)| specs.iter().all(|spec| spec.name != *name)) {
            None => Ok(()),
            Some((name, _)) => {
                let names: Vec<&str> = specs.iter().map(|spec| spec.name).collect();
                let fault =
                    Fault::new(format!("{}.request", self.domain), Problem::UnknownField).at(FieldPath::new(*name));
                Err(fault.got(name).allowed(near(name, &names)))
            }
        }
    }

    /// Whether there is a column of that name.
    pub fn holds(&self, name: &str) -> bool {
        self.columns.iter().any(|(given, _)| *given == name)
    }

    fn column(&self, name: &'static str) -> Result<Column<'c>, Fault> {
        let mut found = self.columns.iter().filter(|(given, _)| *given == name).map(|(_, column)| *column);
        let column = found.next().ok_or_else(|| self.fault(name, Problem::Missing).allowed("a column"))?;
        match found.next() {
            None => Ok(column),
            Some(_) => Err(self.fault(name, Problem::Several).allowed("the column once")),
        }
    }

    fn wrong_kind(&self, name: &str, column: Column<'_>, kind: ColumnKind) -> Fault {
        let allowed = format!("a column of {}", kind.name());
        self.fault(name, Problem::WrongType).got(column.kind()).allowed(allowed)
    }

    /// The floats of that name.
    ///
    /// # Errors
    /// `<domain>.<name>.missing`, `several` and `wrong_type`.
    pub fn floats(&self, name: &'static str) -> Result<&'c [f64], Fault> {
        match self.column(name)? {
            Column::F64(values) => Ok(values),
            other => Err(self.wrong_kind(name, other, ColumnKind::F64)),
        }
    }

    /// The integers of that name.
    ///
    /// # Errors
    /// As [`floats`](Self::floats).
    pub fn integers(&self, name: &'static str) -> Result<&'c [i64], Fault> {
        match self.column(name)? {
            Column::I64(values) => Ok(values),
            other => Err(self.wrong_kind(name, other, ColumnKind::I64)),
        }
    }

    /// The truths of that name.
    ///
    /// # Errors
    /// As [`floats`](Self::floats).
    pub fn bools(&self, name: &'static str) -> Result<&'c [bool], Fault> {
        match self.column(name)? {
            Column::Bool(values) => Ok(values),
            other => Err(self.wrong_kind(name, other, ColumnKind::Bool)),
        }
    }

    /// The words of that name, decoded.
    ///
    /// # Errors
    /// As [`floats`](Self::floats), and `<domain>.<name>.unknown` for a word that the choice does not have.
    pub fn words<T: Word + Cell>(&self, name: &'static str) -> Result<Vec<T>, Fault> {
        let column = self.column(name)?;
        let Column::Words { codes, words } = column else { return Err(self.wrong_kind(name, column, T::KIND)) };
        let place = |word: &str| T::WORDS.iter().position(|known| *known == word);
        let known: Vec<Option<T>> = words
            .iter()
            .map(|word| place(word).and_then(|code| u8::try_from(code).ok()).and_then(T::from_code))
            .collect();
        let decode = |(row, code): (usize, &u8)| {
            let word = known.get(usize::from(*code)).copied().flatten();
            word.ok_or_else(|| {
                let got = words.get(usize::from(*code)).copied().unwrap_or("a code without a word");
                self.fault(name, Problem::Unknown).in_row(row).got(got).allowed(T::WORDS.join(", "))
            })
        };
        codes.iter().enumerate().map(decode).collect()
    }

    /// Refuses a column that is not as long as the first one.
    ///
    /// # Errors
    /// `<domain>.<column>.length`.
    pub fn check_lengths(domain: &str, lengths: &[(&str, usize)]) -> Result<(), Fault> {
        let Some(((first, expected), others)) = lengths.split_first() else { return Ok(()) };
        match others.iter().find(|(_, rows)| rows != expected) {
            None => Ok(()),
            Some((name, rows)) => {
                let allowed = format!("{expected} rows, as {first} has");
                Err(Fault::new(format!("{domain}.{name}"), Problem::Length)
                    .at(FieldPath::new(*name))
                    .got(rows)
                    .allowed(allowed))
            }
        }
    }
}
