//! What is wrong with a document, before it is known where it stood.

use std::fmt::{self, Display};

use hashinsight::units::{Fault, FieldPath};
use serde::de::{Expected, Unexpected};

/// A refusal on its way up: each level adds its segment to the path.
#[derive(Debug)]
pub(super) struct ReadError(Box<Refusal>);

#[derive(Debug)]
struct Refusal {
    what: What,
    /// Innermost first.
    path: Vec<Segment>,
}

#[derive(Debug)]
enum What {
    /// A quantity, or the reader itself, has said all of it.
    Fault(Fault),
    /// One of [`Fault::PROBLEMS`]; crate and field complete the code.
    Problem { problem: &'static str, value: Option<String>, allowed: String },
}

#[derive(Debug)]
enum Segment {
    Field(String),
    Index(usize),
}

impl ReadError {
    fn new(what: What) -> Self {
        Self(Box::new(Refusal { what, path: Vec::new() }))
    }

    pub(super) fn fault(fault: Fault) -> Self {
        Self::new(What::Fault(fault))
    }

    pub(super) fn problem(problem: &'static str, allowed: impl Into<String>) -> Self {
        Self::new(What::Problem { problem, value: None, allowed: allowed.into() })
    }

    pub(super) fn with_value(problem: &'static str, value: impl Into<String>, allowed: impl Into<String>) -> Self {
        Self::new(What::Problem { problem, value: Some(value.into()), allowed: allowed.into() })
    }

    pub(super) fn in_field(mut self, field: &str) -> Self {
        self.0.path.push(Segment::Field(field.to_owned()));
        self
    }

    pub(super) fn in_index(mut self, index: usize) -> Self {
        self.0.path.push(Segment::Index(index));
        self
    }

    /// Says the value as it stands in the text, where nobody has said it better.
    pub(super) fn got(mut self, raw: impl FnOnce() -> String) -> Self {
        if let What::Problem { value: value @ None, .. } = &mut self.0.what {
            *value = Some(raw());
        }
        self
    }

    /// The fault, for a document that belongs to this crate's operation.
    pub(super) fn into_fault(self, crate_name: &str) -> Fault {
        let Refusal { what, path } = *self.0;
        let field = path.iter().find_map(|segment| match segment {
            Segment::Field(name) => Some(name.as_str()),
            Segment::Index(_) => None,
        });
        let fault = match what {
            What::Fault(fault) => fault,
            What::Problem { problem, value, allowed } => {
                // A code names fields of ours; a key that nobody knows stands in the path.
                let field = if problem == "unknown_field" { "request" } else { field.unwrap_or("request") };
                Fault::new(format!("{crate_name}.{field}.{problem}")).got(value.unwrap_or_default()).allowed(allowed)
            }
        };
        let path = path.iter().rev().fold(FieldPath::default(), |path, segment| match segment {
            Segment::Field(name) => path.field(name),
            Segment::Index(index) => path.index(*index),
        });
        fault.at(path)
    }
}

impl Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for ReadError {}

impl serde::de::Error for ReadError {
    fn custom<T: Display>(message: T) -> Self {
        let text = format!("{message:#}");
        match Fault::from_wire(&text) {
            Some(fault) => Self::fault(fault),
            None => Self::problem("wrong_type", text),
        }
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::problem("wrong_type", expected.to_string())
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match unexpected {
            // Said as the number it is: JavaScript has no `0.0`.
            Unexpected::Float(number) if number.is_finite() => {
                Self::with_value("out_of_range", number.to_string(), expected.to_string())
            }
            _ => Self::problem("out_of_range", expected.to_string()),
        }
    }

    fn invalid_length(length: usize, expected: &dyn Expected) -> Self {
        Self::with_value("length", length.to_string(), expected.to_string())
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::with_value("unknown", variant, expected.join(", "))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::with_value("unknown_field", field, expected.join(", "))
    }

    fn missing_field(field: &'static str) -> Self {
        Self::with_value("missing", "", "a value").in_field(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::with_value("several", "", "the key once").in_field(field)
    }
}
