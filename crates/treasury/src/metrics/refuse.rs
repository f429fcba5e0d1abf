//! What these parts of the room refuse, in one form: `treasury.<field>.<problem>` at the field.

use hashinsight_units::{Error, Fault, FieldPath, Problem, Shown};

fn fault(field: &str, problem: Problem) -> Fault {
    Fault::new(format_args!("treasury.{field}"), problem).at(FieldPath::new(field))
}

/// A number: not finite if it is not, out of range otherwise.
pub(crate) fn number(field: &str, value: f64, allowed: impl Into<String>) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    fault(field, problem).got(value).allowed(allowed).into()
}

/// A count, an amount or a time.
pub(crate) fn out_of_range(field: &str, value: impl Shown, allowed: impl Into<String>) -> Error {
    fault(field, Problem::OutOfRange).got(value).allowed(allowed).into()
}

/// A list that is not as long as another.
pub(crate) fn length(field: &str, rows: usize, allowed: impl Into<String>) -> Error {
    fault(field, Problem::Length).got(rows).allowed(allowed).into()
}

/// Too few observations for an answer.
pub(crate) fn insufficient(field: &str, count: usize, needed: impl Into<String>) -> Error {
    fault(field, Problem::InsufficientData).got(count).allowed(needed).into()
}

/// A field that is needed together with another.
pub(crate) fn missing(field: &str, allowed: &str) -> Error {
    fault(field, Problem::Missing).allowed(allowed).into()
}

/// A choice for which there is no method.
pub(crate) fn unsupported(field: &str, value: impl Shown, allowed: &str) -> Error {
    fault(field, Problem::Unsupported).got(value).allowed(allowed).into()
}
