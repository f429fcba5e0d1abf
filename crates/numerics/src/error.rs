//! What the functions of this crate refuse: `numerics.<argument>.<problem>`.

use hashinsight_units::{Error, Fault, FieldPath, Problem};

/// The refusal of one value: not finite if it is not, out of range otherwise.
pub(crate) fn refuse(argument: &str, value: f64, allowed: &str) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    Fault::new(format!("numerics.{argument}"), problem).at(FieldPath::new(argument)).got(value).allowed(allowed).into()
}

/// The refusal of an element of a slice.
pub(crate) fn refuse_at(argument: &str, index: usize, value: f64, allowed: &str) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    let path = FieldPath::new(argument).index(index);
    Fault::new(format!("numerics.{argument}"), problem).at(path).got(value).allowed(allowed).into()
}

/// Slices that belong together differ in length.
pub(crate) fn length(argument: &str, got: usize, expected: usize) -> Error {
    let fault = Fault::new(format!("numerics.{argument}"), Problem::Length).at(FieldPath::new(argument)).got(got);
    fault.allowed(format!("{expected} elements")).into()
}

/// Too few observations for the statistic.
pub(crate) fn insufficient_data(argument: &str, got: usize, needed: usize) -> Error {
    let fault = Fault::new(format!("numerics.{argument}"), Problem::InsufficientData);
    fault.at(FieldPath::new(argument)).got(got).allowed(format!("at least {needed} elements")).into()
}
