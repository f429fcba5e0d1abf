//! What policies refuse: `treasury.<field>.<problem>` at the field.

use hashinsight_units::{Error, Fault, Problem, Shown};

/// A number outside what the policy can do with.
pub(super) fn out_of_range(field: &str, value: impl Shown, allowed: &str) -> Error {
    Fault::new(format!("treasury.{field}"), Problem::OutOfRange).at(field).got(value).allowed(allowed).into()
}

/// A list that has not as many items as its meaning demands.
pub(super) fn length(field: &str, items: usize, allowed: &str) -> Error {
    Fault::new(format!("treasury.{field}"), Problem::Length).at(field).got(items).allowed(allowed).into()
}
