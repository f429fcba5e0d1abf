//! The one error of the family.

use std::fmt;

use crate::fault::excerpt;
use crate::{Fault, FieldPath, Problem, Shown};

/// Why an input cannot be used: one [`Fault`], or all faults of a document in field order.
///
/// The callee says what is wrong, the caller says where with [`At`]. The message is for people, the parts are for programs, and both are
/// the same in every language.
///
/// ```
/// use hashinsight_units::{At, Hashrate, Problem};
/// let error = Hashrate::from_ths(-1.0).at("hashrate_ths").index(3).at("fleet").unwrap_err();
/// assert_eq!((error.code(), error.problem()), ("units.hashrate.out_of_range", Problem::OutOfRange));
/// let text = "units.hashrate.out_of_range at fleet[3].hashrate_ths: got -1; allowed: 0 to 1e24 TH/s";
/// assert_eq!(error.to_string(), text);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Faults>);

#[derive(Clone, PartialEq, Eq)]
struct Faults {
    first: Fault,
    others: Vec<Fault>,
}

impl Error {
    /// The first fault.
    pub fn fault(&self) -> &Fault {
        &self.0.first
    }

    /// Every fault, in field order.
    pub fn faults(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&self.0.first).chain(&self.0.others)
    }

    /// All faults of a document; `None` where there are none.
    pub fn of_all(faults: impl IntoIterator<Item = Fault>) -> Option<Self> {
        let mut faults = faults.into_iter();
        let first = faults.next()?;
        Some(Self(Box::new(Faults { first, others: faults.collect() })))
    }

    /// Kind of the first fault, for callers that branch.
    pub fn problem(&self) -> Problem {
        self.fault().problem()
    }

    /// Stable code of the first fault, `<crate>.<field>.<problem>`.
    pub fn code(&self) -> &str {
        self.fault().code()
    }

    /// Place of the first culprit.
    pub fn path(&self) -> &FieldPath {
        self.fault().path()
    }

    /// First refused value, as received.
    pub fn value(&self) -> &str {
        self.fault().value()
    }

    /// What would have been accepted instead of it.
    pub fn allowed(&self) -> &str {
        self.fault().allowed_text()
    }

    fn map(mut self, place: impl Fn(Fault) -> Fault) -> Self {
        let Faults { first, others } = *self.0;
        *self.0 = Faults { first: place(first), others: others.into_iter().map(place).collect() };
        self
    }

    /// The same error, seen from the place that holds the culprit.
    #[must_use]
    pub fn at(self, path: impl Into<FieldPath>) -> Self {
        let path = path.into();
        self.map(|fault| fault.at(path.clone()))
    }

    /// The same error in a row of a column: `time_ms` becomes `time_ms[17]`.
    #[must_use]
    pub fn in_row(self, row: usize) -> Self {
        self.map(|fault| fault.in_row(row))
    }

    pub(crate) fn out_of_range(quantity: &'static str, value: impl Shown, allowed: &'static str) -> Self {
        Self::unit(quantity, Problem::OutOfRange, value, allowed)
    }

    pub(crate) fn unknown(quantity: &'static str, value: impl Shown, allowed: &'static str) -> Self {
        Self::unit(quantity, Problem::Unknown, value, allowed)
    }

    pub(crate) fn unit(quantity: &str, problem: Problem, value: impl Shown, allowed: &str) -> Self {
        Fault::new(format!("units.{quantity}"), problem).got(excerpt(value)).allowed(allowed).into()
    }
}

impl From<Fault> for Error {
    fn from(first: Fault) -> Self {
        Self(Box::new(Faults { first, others: Vec::new() }))
    }
}

/// Faults that a message tells; all of them are in [`Error::faults`].
const TOLD: usize = 10;

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.first, f)?;
        self.0.others.iter().take(TOLD - 1).try_for_each(|fault| write!(f, "\n{fault}"))?;
        match self.0.others.len().saturating_sub(TOLD - 1) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more"),
        }
    }
}

/// The message, so that `unwrap` and `?` in `main` show what people can read.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

/// Adds where a refused value stood, from the inside out.
pub trait At<T> {
    /// In this field.
    ///
    /// # Errors
    /// The same error, one field further out.
    fn at(self, field: &str) -> Result<T, Error>;

    /// At this place of a list.
    ///
    /// # Errors
    /// The same error, one place further out.
    fn index(self, index: usize) -> Result<T, Error>;
}

impl<T, E: Into<Error>> At<T> for Result<T, E> {
    fn at(self, field: &str) -> Result<T, Error> {
        self.map_err(|error| error.into().at(FieldPath::new(field)))
    }

    fn index(self, index: usize) -> Result<T, Error> {
        self.map_err(|error| error.into().at(FieldPath::default().index(index)))
    }
}
