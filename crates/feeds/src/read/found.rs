//! A refusal on its way up.

use hashinsight_units::json::Node;
use hashinsight_units::{Error, Fault, FieldPath, Problem};

use crate::error::{excerpt, in_body};

/// What cannot be read, with its place below the reader that hands it up: each level puts its segment before the path.
#[derive(Debug)]
pub(super) struct Found(Box<What>);

#[derive(Debug)]
struct What {
    problem: Problem,
    path: FieldPath,
    value: String,
    allowed: String,
}

impl Found {
    #[cold]
    pub(super) fn new(problem: Problem, node: Node<'_>, allowed: impl Into<String>) -> Self {
        let (path, value) = (FieldPath::default(), excerpt(&node.raw()));
        Self(Box::new(What { problem, path, value, allowed: allowed.into() }))
    }

    #[cold]
    pub(super) fn missing() -> Self {
        let (path, value) = (FieldPath::default(), "absent".to_owned());
        Self(Box::new(What { problem: Problem::Missing, path, value, allowed: "a value".to_owned() }))
    }

    #[cold]
    pub(super) fn inside(mut self, segment: FieldPath) -> Self {
        let inner = std::mem::take(&mut self.0.path);
        self.0.path = segment.join(&inner);
        self
    }

    /// As an error whose path begins where this reader stood.
    pub(super) fn into_error(self) -> Error {
        let What { problem, path, value, allowed } = *self.0;
        Fault::new("feeds.payload", problem).at(path).got(value).allowed(allowed).into()
    }

    /// As an error of the body.
    pub(super) fn into_error_in(self, path: FieldPath) -> Error {
        in_body(path)(self.into_error())
    }
}
