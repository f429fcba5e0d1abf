//! What a position can lose, and a score that learns from what was lost.
//!
//! [`position_risk`] answers value at risk and expected shortfall of a position, in closed form or from past returns. [`fit_risk_score`]
//! fits a polynomial of features to outcomes, with a ridge where there are many, and says by cross-validation how far to trust it;
//! [`risk_score`] applies it. [`risk_index`] is a scorecard of nine declared factors.

mod basis;
mod index;
mod position;
mod score;

pub use index::{IndexContribution, IndexFactor, IndexSign, IndexTerm, RiskIndex, RiskIndexRequest, risk_index};
pub use position::{LognormalMove, PositionRiskReport, PositionRiskRequest, ReturnModel, position_risk};
pub use score::{
    FitRiskScoreReport, FitRiskScoreRequest, RiskFeature, RiskModel, RiskScoreReport, RiskScoreRequest, fit_risk_score,
    risk_score,
};
