//! What is hard to believe is told, not refused.

use hashinsight_units::{FieldPath, Record, Shown};

/// Figure of a request that is possible and yet hard to believe, or that was not used.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer, name = "SuspiciousFigure")]
#[non_exhaustive]
pub struct Suspicion {
    /// Place of the figure in the request.
    pub path: String,
    /// Value of the figure, as received.
    pub value: String,
    /// Values that would have been believed.
    pub expected: String,
}

impl Suspicion {
    pub(crate) fn new(path: &FieldPath, value: &impl Shown, expected: impl Into<String>) -> Self {
        Self { path: path.to_string(), value: value.shown(), expected: expected.into() }
    }
}
