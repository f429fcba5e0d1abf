//! What the functions of this crate refuse.

use hashinsight_units::{Fault, Faulty};

/// An argument outside the domain of a function. Codes are `numerics.<field>.<problem>`, with the argument's name as
/// the field.
///
/// ```
/// use hashinsight_numerics::gamma_p;
/// use hashinsight_units::Faulty;
/// let fault = gamma_p(-1.0, 2.0).unwrap_err().fault();
/// assert_eq!(fault.code(), "numerics.a.out_of_range");
/// assert_eq!((fault.value(), fault.allowed_text()), ("-1", "a finite number above 0"));
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum NumericsError {
    /// Outside the domain.
    #[error("{field} is {value}, must be {allowed}")]
    OutOfRange {
        /// Name of the argument.
        field: &'static str,
        /// Its position, where the argument is a slice.
        index: Option<usize>,
        /// The value as received.
        value: f64,
        /// The domain.
        allowed: &'static str,
    },
    /// NaN, or an infinity where the domain is finite.
    #[error("{field} is {value}, must be {allowed}")]
    NotFinite {
        /// Name of the argument.
        field: &'static str,
        /// Its position, where the argument is a slice.
        index: Option<usize>,
        /// The value as received.
        value: f64,
        /// The domain.
        allowed: &'static str,
    },
    /// Two slices that belong together differ in length.
    #[error("{field} has {got} elements, must have {expected}")]
    Length {
        /// Name of the argument.
        field: &'static str,
        /// Its length.
        got: usize,
        /// The length of the other slice.
        expected: usize,
    },
    /// Too few observations for the statistic.
    #[error("{field} has {got} elements, needs at least {needed}")]
    InsufficientData {
        /// Name of the argument.
        field: &'static str,
        /// Its length.
        got: usize,
        /// The least length.
        needed: usize,
    },
    /// The function has the same sign at both ends of the interval.
    #[error("no sign change between {low} and {high}")]
    NoSignChange {
        /// Lower end of the interval.
        low: f64,
        /// Upper end of the interval.
        high: f64,
    },
}

impl NumericsError {
    /// The refusal of one value: not finite if it is not, out of range otherwise.
    pub(crate) fn refuse(field: &'static str, value: f64, allowed: &'static str) -> Self {
        Self::refuse_at(field, None, value, allowed)
    }

    pub(crate) fn refuse_at(field: &'static str, index: Option<usize>, value: f64, allowed: &'static str) -> Self {
        if value.is_finite() {
            Self::OutOfRange { field, index, value, allowed }
        } else {
            Self::NotFinite { field, index, value, allowed }
        }
    }
}

impl Faulty for NumericsError {
    fn fault(&self) -> Fault {
        let place = |field: &str, index: Option<usize>| match index {
            None => field.to_owned(),
            Some(index) => format!("{field}[{index}]"),
        };
        match *self {
            Self::OutOfRange { field, index, value, allowed } => {
                Fault::new(format!("numerics.{field}.out_of_range")).at(place(field, index)).got(value).allowed(allowed)
            }
            Self::NotFinite { field, index, value, allowed } => {
                Fault::new(format!("numerics.{field}.not_finite")).at(place(field, index)).got(value).allowed(allowed)
            }
            Self::Length { field, got, expected } => Fault::new(format!("numerics.{field}.length"))
                .at(field)
                .got(got)
                .allowed(format!("{expected} elements")),
            Self::InsufficientData { field, got, needed } => Fault::new(format!("numerics.{field}.insufficient_data"))
                .at(field)
                .got(got)
                .allowed(format!("at least {needed} elements")),
            Self::NoSignChange { low, high } => Fault::new("numerics.root.none")
                .got(format!("{low} to {high}"))
                .allowed("an interval at whose ends the function has opposite signs"),
        }
    }
}
