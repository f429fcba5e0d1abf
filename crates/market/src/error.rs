//! What market data refuses.

use std::fmt::Display;

use hashinsight_units::{Fault, Faulty, FieldPath, UnitError};

/// An observation that no source can have meant. `field` is the name that stands in the fault's code: `market.<field>.<problem>`.
///
/// The path is the field within the row; in a column it carries the row's index too: `high[17]`. A value that was parsed by itself, like a
/// [`Source`](crate::Source), has no path yet.
///
/// ```
/// use hashinsight_market::{Interval, MarketError};
/// use hashinsight_units::Faulty;
/// let error: MarketError = Interval::from_ms(0).unwrap_err();
/// assert_eq!(error.fault().code(), "market.interval.out_of_range");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MarketError {
    /// Outside the documented range, or at odds with a neighbor: a high below the close, a time not after the last.
    #[error("{} is {value}, must be {allowed}", place(field, path))]
    OutOfRange {
        /// Name of the field.
        field: &'static str,
        /// Where it stands.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// What would have been accepted.
        allowed: String,
    },
    /// NaN or infinite.
    #[error("{} is {value}, must be finite: {allowed}", place(field, path))]
    NotFinite {
        /// Name of the field.
        field: &'static str,
        /// Where it stands.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// What would have been accepted.
        allowed: String,
    },
    /// Text that is no name, or no value of a closed list.
    #[error("{}: {value:?} is not understood, write {allowed}", place(field, path))]
    Unknown {
        /// Name of the field.
        field: &'static str,
        /// Where it stands.
        path: FieldPath,
        /// The text as received.
        value: String,
        /// What would have been accepted.
        allowed: String,
    },
    /// Something is absent that this row or column cannot do without.
    #[error("{} is missing: {allowed}", place(field, path))]
    Missing {
        /// Name of the field.
        field: &'static str,
        /// Where it should stand.
        path: FieldPath,
        /// What would have been accepted.
        allowed: String,
    },
    /// A column that is longer or shorter than the first one.
    #[error("{} has {value} rows, must have {allowed}", place(field, path))]
    Length {
        /// Name of the column.
        field: &'static str,
        /// Where it stands.
        path: FieldPath,
        /// Its length.
        value: String,
        /// The length of the first column.
        allowed: String,
    },
    /// Two where one is meant: a second source in a series, or both difficulty and nBits.
    #[error("{} is {value}, but there can be only one: {allowed}", place(field, path))]
    Several {
        /// Name of the field.
        field: &'static str,
        /// Where it stands.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// The one.
        allowed: String,
    },
    /// A quantity that its unit refuses, and where it stood.
    #[error("{path}: {source}")]
    Unit {
        /// Where it stands.
        path: FieldPath,
        /// The refusal.
        source: UnitError,
    },
}

/// The name of the field where its place is not known, as in a value that was parsed by itself.
fn place<'a>(field: &'a str, path: &'a FieldPath) -> &'a str {
    if path.as_str().is_empty() { field } else { path.as_str() }
}

impl MarketError {
    pub(crate) fn out_of_range(field: &'static str, value: impl Display, allowed: impl Into<String>) -> Self {
        Self::OutOfRange { field, path: field.into(), value: value.to_string(), allowed: allowed.into() }
    }

    pub(crate) fn missing(field: &'static str, allowed: &'static str) -> Self {
        Self::Missing { field, path: field.into(), allowed: allowed.into() }
    }

    pub(crate) fn several(field: &'static str, value: impl Display, allowed: impl Display) -> Self {
        Self::Several { field, path: field.into(), value: value.to_string(), allowed: allowed.to_string() }
    }

    fn path_mut(&mut self) -> &mut FieldPath {
        match self {
            Self::OutOfRange { path, .. }
            | Self::NotFinite { path, .. }
            | Self::Unknown { path, .. }
            | Self::Missing { path, .. }
            | Self::Length { path, .. }
            | Self::Several { path, .. }
            | Self::Unit { path, .. } => path,
        }
    }

    /// The same refusal, of the row with this index.
    pub(crate) fn in_row(mut self, index: usize) -> Self {
        let path = self.path_mut();
        *path = std::mem::take(path).index(index);
        self
    }

    /// The same refusal, of a field of the row with this index in a list.
    pub(crate) fn of_row(mut self, list: &'static str, index: usize) -> Self {
        let path = self.path_mut();
        *path = FieldPath::new(list).index(index).join(path);
        self
    }

    /// The same refusal, one field deeper in the document.
    pub(crate) fn inside(mut self, outer: &'static str) -> Self {
        let path = self.path_mut();
        *path = FieldPath::new(outer).join(path);
        self
    }
}

impl Faulty for MarketError {
    fn fault(&self) -> Fault {
        let (field, problem, path, value, allowed) = match self {
            Self::OutOfRange { field, path, value, allowed } => (field, "out_of_range", path, value.as_str(), allowed),
            Self::NotFinite { field, path, value, allowed } => (field, "not_finite", path, value.as_str(), allowed),
            Self::Unknown { field, path, value, allowed } => (field, "unknown", path, value.as_str(), allowed),
            Self::Missing { field, path, allowed } => (field, "missing", path, "", allowed),
            Self::Length { field, path, value, allowed } => (field, "length", path, value.as_str(), allowed),
            Self::Several { field, path, value, allowed } => (field, "several", path, value.as_str(), allowed),
            Self::Unit { path, source } => return source.fault().at(path.as_str()),
        };
        Fault::new(format!("market.{field}.{problem}")).at(path.as_str()).got(value).allowed(allowed)
    }
}
