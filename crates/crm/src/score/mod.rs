//! How good a lead is: by points, or by what became of those before it. Each score comes with the terms that it is the sum of.

mod points;
mod predictive;

pub use points::{LeadSource, PointsReport, PointsRequest, PointsWeights, points_score};
pub use predictive::{ClosedLead, LeadField, PredictiveReport, PredictiveRequest, predictive_score};

use hashinsight_units::Record;

/// Term of a score.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ScoreTerm {
    /// Code of the term, like `source` or `cap`.
    pub code: String,
    /// Value of the term, in the unit of the score; all terms add up to it.
    pub value: f64,
}

pub(crate) fn term(code: impl Into<String>, value: f64) -> ScoreTerm {
    ScoreTerm { code: code.into(), value }
}
