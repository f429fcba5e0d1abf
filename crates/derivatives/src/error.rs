//! What can go wrong in the derivatives crate.

use std::fmt::Display;

use hashinsight_market::MarketError;
use hashinsight_numerics::NumericsError;
use hashinsight_numerics::job::JobError;
use hashinsight_numerics::state::StateError;
use hashinsight_units::{Fault, Faulty, FieldPath};

/// An input that no calculation of this crate can use.
///
/// The message is for people; [`fault`](Faulty::fault) is for programs, and is the same in every language. `field` is the name in the
/// fault's code, `derivatives.<field>.<problem>`; `path` is where the culprit stood.
///
/// ```
/// use hashinsight_derivatives::Volatility;
/// use hashinsight_units::Faulty;
/// let fault = Volatility::new(-0.5).unwrap_err().fault();
/// assert_eq!((fault.code(), fault.value()), ("derivatives.volatility.out_of_range", "-0.5"));
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum DerivativesError {
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
        allowed: String,
    },
    /// NaN or infinite.
    #[error("{path} is {value}, must be finite: {allowed}")]
    NotFinite {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the value stood.
        path: FieldPath,
        /// The value as received.
        value: String,
        /// What is allowed.
        allowed: String,
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
    /// A choice for which there is no formula together with the rest of the request.
    #[error("{path} is {value}, for which there is no formula here: {allowed}")]
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
    #[error("{path} has {got} observations, needs {needed}")]
    InsufficientData {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the observations stood.
        path: FieldPath,
        /// What there is.
        got: usize,
        /// What it takes.
        needed: &'static str,
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
    /// The question has no answer: no volatility gives this price.
    #[error("{field} does not exist: {why}")]
    None {
        /// Name in the fault's code.
        field: &'static str,
        /// Where the reason stood.
        path: FieldPath,
        /// Why.
        why: &'static str,
    },
    /// Market data that cannot be.
    #[error(transparent)]
    Market(#[from] MarketError),
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

impl DerivativesError {
    /// A refused number: not finite if it is not, out of range otherwise.
    pub(crate) fn refuse(field: &'static str, value: f64, allowed: impl Into<String>) -> Self {
        let (path, text, allowed) = (field.into(), value.to_string(), allowed.into());
        if value.is_finite() {
            Self::OutOfRange { field, path, value: text, allowed }
        } else {
            Self::NotFinite { field, path, value: text, allowed }
        }
    }

    pub(crate) fn unsupported(field: &'static str, value: impl Display, allowed: &'static str) -> Self {
        Self::Unsupported { field, path: field.into(), value: value.to_string(), allowed }
    }

    pub(crate) fn insufficient(field: &'static str, got: usize, needed: &'static str) -> Self {
        Self::InsufficientData { field, path: field.into(), got, needed }
    }

    pub(crate) fn none(field: &'static str, path: &'static str, why: &'static str) -> Self {
        Self::None { field, path: path.into(), why }
    }

    /// The same refusal, of the row with this index.
    pub(crate) fn in_row(mut self, index: usize) -> Self {
        match &mut self {
            Self::OutOfRange { path, .. }
            | Self::NotFinite { path, .. }
            | Self::Missing { path, .. }
            | Self::Unsupported { path, .. }
            | Self::InsufficientData { path, .. }
            | Self::None { path, .. } => *path = std::mem::take(path).index(index),
            Self::Length { .. } | Self::Market(_) | Self::Numerics(_) | Self::State(_) | Self::Job(_) => {}
        }
        self
    }
}

impl Faulty for DerivativesError {
    fn fault(&self) -> Fault {
        let fault = |field: &str, problem: &str, path: &FieldPath| {
            Fault::new(format!("derivatives.{field}.{problem}")).at(path.clone())
        };
        match self {
            Self::OutOfRange { field, path, value, allowed } => {
                fault(field, "out_of_range", path).got(value).allowed(allowed)
            }
            Self::NotFinite { field, path, value, allowed } => {
                fault(field, "not_finite", path).got(value).allowed(allowed)
            }
            Self::Missing { field, path, why } => fault(field, "missing", path).allowed(*why),
            Self::Unsupported { field, path, value, allowed } => {
                fault(field, "unsupported", path).got(value).allowed(*allowed)
            }
            Self::InsufficientData { field, path, got, needed } => {
                fault(field, "insufficient_data", path).got(format_args!("{got} observations")).allowed(*needed)
            }
            Self::Length { column, rows, expected } => Fault::new(format!("derivatives.{column}"), Problem::Length)
                .at(*column)
                .got(rows)
                .allowed(format!("{expected} rows")),
            Self::None { field, path, why } => fault(field, "none", path).allowed(*why),
            Self::Market(source) => source.fault(),
            Self::Numerics(source) => source.fault(),
            Self::State(source) => source.fault(),
            Self::Job(source) => source.fault(),
        }
    }
}
