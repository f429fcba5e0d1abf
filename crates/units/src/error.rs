//! What a quantity refuses.

use std::fmt::Display;

use crate::fault::excerpt;
use crate::{Fault, Faulty};

/// A value that its quantity refuses. `quantity` is the name that stands in the fault's code: `units.<quantity>.<problem>`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnitError {
    /// Outside the documented range.
    #[error("{quantity} is {value}, must be {allowed}")]
    OutOfRange {
        /// Name of the quantity.
        quantity: &'static str,
        /// The value as received.
        value: String,
        /// The documented range.
        allowed: &'static str,
    },
    /// NaN or infinite.
    #[error("{quantity} is {value}, must be finite: {allowed}")]
    NotFinite {
        /// Name of the quantity.
        quantity: &'static str,
        /// The value as received.
        value: String,
        /// The documented range.
        allowed: &'static str,
    },
    /// Text that is not this quantity: no number, an unknown unit, an unknown currency.
    #[error("{quantity}: {value:?} is not understood, write {allowed}")]
    Unknown {
        /// Name of the quantity.
        quantity: &'static str,
        /// The text as received.
        value: String,
        /// What can be written instead.
        allowed: &'static str,
    },
    /// Two moneys of different currency met without an exchange rate.
    #[error("currencies differ: {left} and {right}")]
    CurrencyMismatch {
        /// Currency of the left operand.
        left: String,
        /// Currency of the right operand.
        right: String,
    },
}

impl UnitError {
    pub(crate) fn out_of_range(quantity: &'static str, value: impl Display, allowed: &'static str) -> Self {
        Self::OutOfRange { quantity, value: excerpt(value), allowed }
    }

    pub(crate) fn unknown(quantity: &'static str, value: impl Display, allowed: &'static str) -> Self {
        Self::Unknown { quantity, value: excerpt(value), allowed }
    }
}

impl Faulty for UnitError {
    fn fault(&self) -> Fault {
        let (quantity, problem, value, allowed) = match self {
            Self::OutOfRange { quantity, value, allowed } => (quantity, "out_of_range", value, *allowed),
            Self::NotFinite { quantity, value, allowed } => (quantity, "not_finite", value, *allowed),
            Self::Unknown { quantity, value, allowed } => (quantity, "unknown", value, *allowed),
            Self::CurrencyMismatch { left, right } => {
                return Fault::new("units.currency.unsupported").got(right).allowed(left);
            }
        };
        Fault::new(format!("units.{quantity}.{problem}")).got(value).allowed(allowed)
    }
}
