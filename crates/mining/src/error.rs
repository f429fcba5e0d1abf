//! Refusals of this crate: `mining.<field>.<problem>`, at the place of the culprit.

use hashinsight_units::{Error, Fault, FieldPath, Problem, Shown};

fn refusal(field: &str, problem: Problem, path: impl Into<FieldPath>, value: impl Shown, allowed: &str) -> Error {
    Fault::new(format!("mining.{field}"), problem).at(path).got(value).allowed(allowed).into()
}

/// A value outside the numbers that are allowed.
pub(crate) fn out_of_range(field: &str, path: impl Into<FieldPath>, value: impl Shown, allowed: &str) -> Error {
    refusal(field, Problem::OutOfRange, path, value, allowed)
}

/// Text that is not in the form of the field.
pub(crate) fn unknown(field: &str, path: impl Into<FieldPath>, value: impl Shown, allowed: &str) -> Error {
    refusal(field, Problem::Unknown, path, value, allowed)
}

/// Text that means several things.
pub(crate) fn several(field: &str, path: impl Into<FieldPath>, value: impl Shown, allowed: &str) -> Error {
    refusal(field, Problem::Several, path, value, allowed)
}

/// A field or choice that has no meaning together with the rest of the request.
pub(crate) fn unsupported(field: &str, path: impl Into<FieldPath>, value: impl Shown, allowed: &str) -> Error {
    refusal(field, Problem::Unsupported, path, value, allowed)
}

/// Too few observations for an answer.
pub(crate) fn insufficient(field: &str, path: impl Into<FieldPath>, value: impl Shown, allowed: &str) -> Error {
    refusal(field, Problem::InsufficientData, path, value, allowed)
}

/// A field that another field makes necessary.
pub(crate) fn missing(field: &str, path: impl Into<FieldPath>, why: &str) -> Error {
    refusal(field, Problem::Missing, path, "", why)
}

/// A list that has not as many items as its meaning demands.
pub(crate) fn list_length(field: &str, path: impl Into<FieldPath>, items: usize, allowed: &str) -> Error {
    refusal(field, Problem::Length, path, items, allowed)
}
