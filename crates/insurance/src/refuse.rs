//! What this crate refuses, in one form: `insurance.<field>.<problem>` at the field.

use hashinsight_units::record::span;
use hashinsight_units::{Error, Fault, FieldPath, Problem};

fn fault(field: &str, problem: Problem) -> Fault {
    Fault::new(format!("insurance.{field}"), problem).at(FieldPath::new(field))
}

/// A number: not finite if it is not, out of range otherwise.
pub(crate) fn refuse(field: &str, value: f64, allowed: impl Into<String>) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    fault(field, problem).got(value).allowed(allowed).into()
}

/// Too few observations for an answer.
pub(crate) fn insufficient(field: &str, got: impl hashinsight_units::Shown, needed: &str) -> Error {
    fault(field, Problem::InsufficientData).got(got).allowed(needed).into()
}

/// A list that is not as long as another.
pub(crate) fn length(field: &str, rows: usize, expected: usize) -> Error {
    fault(field, Problem::Length).got(rows).allowed(format!("{expected} rows")).into()
}

/// A question without an answer, because of what stands at `field`.
pub(crate) fn none(field: &str, value: f64, why: &str) -> Error {
    fault(field, Problem::None).got(value).allowed(why).into()
}

/// A number within bounds, or its refusal.
pub(crate) fn within(field: &str, value: f64, low: f64, high: f64) -> Result<f64, Error> {
    if value >= low && value <= high { Ok(value) } else { Err(refuse(field, value, span(&low, &high))) }
}

/// What is wrong with a field, in the general form.
pub(crate) fn tell(
    field: &str,
    problem: Problem,
    got: impl hashinsight_units::Shown,
    allowed: impl Into<String>,
) -> Error {
    fault(field, problem).got(got).allowed(allowed).into()
}
