//! What this crate refuses, in one form: `crm.<field>.<problem>` at the field.

use hashinsight_units::{Error, Fault, FieldPath, Problem, Shown};

/// A value that a rule does not take.
pub(crate) fn refuse(field: &str, problem: Problem, value: impl Shown, allowed: impl Into<String>) -> Error {
    Fault::new(format!("crm.{field}"), problem).at(FieldPath::new(field)).got(value).allowed(allowed).into()
}

/// A field that a rule needs.
pub(crate) fn missing(field: &str, allowed: &str) -> Error {
    Fault::new(format!("crm.{field}"), Problem::Missing).at(FieldPath::new(field)).allowed(allowed).into()
}
