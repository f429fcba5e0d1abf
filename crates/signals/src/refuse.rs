//! What this crate refuses, in one form: `signals.<field>.<problem>` at the field.

use hashinsight_units::{Error, Fault, FieldPath, Problem, Shown};

fn fault(field: &str, problem: Problem) -> Fault {
    Fault::new(format!("signals.{field}"), problem).at(FieldPath::new(field))
}

/// A number: not finite if it is not, out of range otherwise.
pub(crate) fn refuse(field: &str, value: f64, allowed: impl Into<String>) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    fault(field, problem).got(value).allowed(allowed).into()
}

/// An element of a list.
pub(crate) fn refuse_at(field: &str, index: usize, value: f64, allowed: impl Into<String>) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    let path = FieldPath::new(field).index(index);
    Fault::new(format!("signals.{field}"), problem).at(path).got(value).allowed(allowed).into()
}

/// An instant or a whole number that cannot stand here.
pub(crate) fn out_of_range(field: &str, value: impl Shown, allowed: impl Into<String>) -> Error {
    fault(field, Problem::OutOfRange).got(value).allowed(allowed).into()
}

/// A length that is not below another: the shorter of two would be the longer.
pub(crate) fn below(field: &str, value: u32, longer: &str, than: u32) -> Result<(), Error> {
    if value < than { Ok(()) } else { Err(out_of_range(field, value, format!("below {longer}, {than}"))) }
}

/// Too few observations for an answer.
pub(crate) fn insufficient(field: &str, count: usize, needed: impl Into<String>) -> Error {
    fault(field, Problem::InsufficientData).got(format_args!("{count} observations")).allowed(needed).into()
}

/// A list that is not as long as another.
pub(crate) fn length(field: &str, rows: usize, expected: usize) -> Error {
    fault(field, Problem::Length).got(rows).allowed(format!("{expected} rows")).into()
}
