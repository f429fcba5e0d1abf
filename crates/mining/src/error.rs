//! What can go wrong in the mining crate.

use std::fmt::Display;

use hashinsight_numerics::NumericsError;
use hashinsight_numerics::job::JobError;
use hashinsight_numerics::state::StateError;
use hashinsight_units::{Fault, Faulty, FieldPath, UnitError};

/// An input that no mining calculation can use.
///
/// The message is for people; [`fault`](Faulty::fault) is for programs, and is the same in every language. `field` is
/// the name in the fault's code, `mining.<field>.<problem>`; `path` is where the culprit stood.
///
/// ```
/// use hashinsight_mining::consensus::Nbits;
/// use hashinsight_units::Faulty;
///
/// let negative = Nbits::new(0x1d80_ffff).target().unwrap_err().fault();
/// assert_eq!(negative.code(), "mining.nbits.out_of_range");
/// assert_eq!(negative.value(), "0x1d80ffff");
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum MiningError {
    /// A value beyond what the calculation is defined for.
    #[error("{path} is {value}, must be {allowed}")]
    OutOfRange {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the value stood.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// NaN or an infinity where a number is needed.
    #[error("{path} is {value}, must be {allowed}")]
    NotFinite {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the value stood.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// Text that is not what the field holds.
    #[error("{path}: {value:?} is not understood, write {allowed}")]
    Unknown {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the text stood.
        path: FieldPath,
        /// The text as received.
        value: String,
        /// What can be written instead.
        allowed: &'static str,
    },
    /// A machine that is not in the catalog; near matches are offered, nothing is assumed.
    #[error("{path}: model {model:?} is not in the catalog; nearest: {nearest:?}")]
    UnknownModel {
        /// Where the name stood.
        path: FieldPath,
        /// The name as received.
        model: String,
        /// The nearest names of the catalog.
        nearest: Vec<&'static str>,
    },
    /// A field that another field makes necessary.
    #[error("{path} is missing: {why}")]
    Missing {
        /// Name in the fault's code.
        field: &'static str,
        /// The absent field.
        path: FieldPath,
        /// What makes it necessary.
        why: &'static str,
    },
    /// A field or choice that has no meaning together with the rest of the request.
    #[error("{path} is {value}, which has no meaning here: {allowed}")]
    Unsupported {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the value stood.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// Too few observations for an answer.
    #[error("{path} is {value}: too little data, needs {allowed}")]
    InsufficientData {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the number of observations stood.
        path: FieldPath,
        /// What there is.
        value: String,
        /// What it takes.
        allowed: &'static str,
    },
    /// A list that has not as many items as its meaning demands.
    #[error("{path} has {items} items, must have {allowed}")]
    ListLength {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the list stood.
        path: FieldPath,
        /// Its items.
        items: usize,
        /// What it takes.
        allowed: &'static str,
    },
    /// A column that is not as long as the first one.
    #[error("{column} has {rows} rows, must have {expected}")]
    Length {
        /// Name of the column.
        column: &'static str,
        /// Its rows.
        rows: usize,
        /// Rows of the first column.
        expected: usize,
    },
    /// A quantity that its unit refuses (negative hashrate, infinite power, ...), and where it stood.
    #[error("{path}: {source}")]
    Unit {
        /// Where the quantity stood.
        path: FieldPath,
        /// What the unit says.
        source: UnitError,
    },
    /// An argument outside the domain of a special function.
    #[error(transparent)]
    Numerics(#[from] NumericsError),
    /// State bytes that cannot be taken up.
    #[error(transparent)]
    State(#[from] StateError),
    /// A job that cannot be split, merged or reported as asked.
    #[error(transparent)]
    Job(#[from] JobError),
}

impl MiningError {
    pub(crate) fn out_of_range(
        field: &'static str,
        path: impl Into<FieldPath>,
        value: impl Display,
        allowed: &'static str,
    ) -> Self {
        Self::OutOfRange { field, path: path.into(), value: value.to_string(), allowed }
    }

    pub(crate) fn unsupported(
        field: &'static str,
        path: impl Into<FieldPath>,
        value: impl Display,
        allowed: &'static str,
    ) -> Self {
        Self::Unsupported { field, path: path.into(), value: value.to_string(), allowed }
    }

    pub(crate) fn insufficient(
        field: &'static str,
        path: impl Into<FieldPath>,
        value: impl Display,
        allowed: &'static str,
    ) -> Self {
        Self::InsufficientData { field, path: path.into(), value: value.to_string(), allowed }
    }

    pub(crate) fn missing(field: &'static str, path: impl Into<FieldPath>, why: &'static str) -> Self {
        Self::Missing { field, path: path.into(), why }
    }

    pub(crate) fn unit(path: impl Into<FieldPath>) -> impl FnOnce(UnitError) -> Self {
        |source| Self::Unit { path: path.into(), source }
    }
}

impl Faulty for MiningError {
    fn fault(&self) -> Fault {
        match self {
            Self::OutOfRange { field, path, value, allowed } => fault(field, "out_of_range", path, value, allowed),
            Self::NotFinite { field, path, value, allowed } => fault(field, "not_finite", path, value, allowed),
            Self::Unknown { field, path, value, allowed } => fault(field, "unknown", path, value, allowed),
            Self::UnknownModel { path, model, nearest } => fault(
                "model",
                "unknown",
                path,
                model,
                &format!("a model of the catalog; nearest: {}", nearest.join(", ")),
            ),
            Self::Missing { field, path, why } => fault(field, "missing", path, "", why),
            Self::Unsupported { field, path, value, allowed } => fault(field, "unsupported", path, value, allowed),
            Self::InsufficientData { field, path, value, allowed } => {
                fault(field, "insufficient_data", path, value, allowed)
            }
            Self::ListLength { field, path, items, allowed } => {
                fault(field, "length", path, &items.to_string(), allowed)
            }
            Self::Length { column, rows, expected } => {
                Fault::new("mining.column", Problem::Length).at(*column).got(rows).allowed(expected.to_string())
            }
            Self::Unit { path, source } => source.fault().at(path.clone()),
            Self::Numerics(source) => source.fault(),
            Self::State(source) => source.fault(),
            Self::Job(source) => source.fault(),
        }
    }
}

fn fault(field: &str, problem: &str, path: &FieldPath, value: &str, allowed: &str) -> Fault {
    Fault::new(format!("mining.{field}.{problem}")).at(path.clone()).got(value).allowed(allowed)
}
