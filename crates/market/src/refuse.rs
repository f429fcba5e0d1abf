//! How market data is refused: `market.<field>.<problem>` at the field.

use std::fmt::Display;

use hashinsight_units::{Error, Fault, Problem, Shown};

pub(crate) fn refuse(field: &str, problem: Problem, value: impl Shown, allowed: impl Into<String>) -> Error {
    Fault::new(format_args!("market.{field}"), problem).at(field).got(value).allowed(allowed).into()
}

/// Outside its range, or at odds with a neighbor: a high below the close, a time not after the last.
pub(crate) fn out_of_range(field: &str, value: impl Shown, allowed: impl Into<String>) -> Error {
    refuse(field, Problem::OutOfRange, value, allowed)
}

/// Absent although this row or column needs it.
pub(crate) fn missing(field: &str, allowed: &str) -> Error {
    refuse(field, Problem::Missing, "", allowed)
}

/// Two where one is meant: a second source in a series, or both difficulty and nBits.
pub(crate) fn several(field: &str, value: impl Shown, allowed: impl Display) -> Error {
    refuse(field, Problem::Several, value, allowed.to_string())
}
