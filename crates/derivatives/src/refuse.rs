//! What this crate refuses, in one form: `derivatives.<field>.<problem>` at the field.

use std::fmt::{self, Display, Formatter};

use hashinsight_units::json::{positional, scientific};
use hashinsight_units::{Error, Fault, FieldPath, Problem, Shown};

fn fault(field: &str, problem: Problem) -> Fault {
    Fault::new(format!("derivatives.{field}"), problem).at(FieldPath::new(field))
}

/// A number: not finite if it is not, out of range otherwise.
pub(crate) fn refuse(field: &str, value: f64, allowed: impl Into<String>) -> Error {
    let problem = if value.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
    fault(field, problem).got(Plain(value)).allowed(allowed).into()
}

/// A number as a reader writes it: with an exponent where it would be a row of zeros.
pub(crate) struct Plain(pub(crate) f64);

impl Display for Plain {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Shown for Plain {
    fn shown(&self) -> String {
        let size = self.0.abs();
        if size != 0.0 && size.is_finite() && !(1e-5..1e16).contains(&size) {
            scientific(self.0)
        } else {
            positional(self.0)
        }
    }
}

/// A choice for which there is no formula together with the rest of the request.
pub(crate) fn unsupported(field: &str, value: impl Shown, allowed: &str) -> Error {
    fault(field, Problem::Unsupported).got(value).allowed(allowed).into()
}

/// Too few observations for an answer.
pub(crate) fn insufficient(field: &str, count: usize, needed: &str) -> Error {
    fault(field, Problem::InsufficientData).got(format_args!("{count} observations")).allowed(needed).into()
}

/// A list that is not as long as another.
pub(crate) fn length(field: &str, rows: usize, expected: usize) -> Error {
    fault(field, Problem::Length).got(rows).allowed(format!("{expected} rows")).into()
}

/// A field that the rest of the request needs.
pub(crate) fn missing(field: &str, allowed: &str) -> Error {
    fault(field, Problem::Missing).allowed(allowed).into()
}

/// A name that stands for nothing in the request.
pub(crate) fn unknown(field: &str, value: impl Shown, allowed: &str) -> Error {
    fault(field, Problem::Unknown).got(value).allowed(allowed).into()
}

/// Something that is given more than once.
pub(crate) fn several(field: &str, value: impl Shown, allowed: &str) -> Error {
    fault(field, Problem::Several).got(value).allowed(allowed).into()
}

/// A question without an answer, because of a value at `place`; with one of the `allowed` it would have one.
pub(crate) fn none(field: &str, place: &str, value: f64, allowed: &str) -> Error {
    let fault = Fault::new(format!("derivatives.{field}"), Problem::None);
    fault.at(FieldPath::new(place)).got(Plain(value)).allowed(allowed).into()
}

/// A price on the side of no-arbitrage that `reason` names.
pub(crate) fn beyond(reason: &str, price: f64, allowed: String) -> Error {
    let fault = Fault::new(format!("derivatives.{reason}"), Problem::OutOfRange);
    fault.at(FieldPath::new("price")).got(Plain(price)).allowed(allowed).into()
}

/// A motion so close to certain that its transform oscillates beyond what doubles resolve.
pub(crate) fn unresolved(sigma: f64) -> Error {
    let allowed = "a volatility whose deviation over the horizon is nearer to the distance or the drift";
    unsupported("volatility", sigma, allowed)
}
