//! Actuarial methods, reserves, and risk.

use hashinsight::insurance::actuarial::{
    AggregateReport, AggregateRequest, CredibilityReport, CredibilityRequest, DiscretizeReport, DiscretizeRequest,
    LayersReport, LayersRequest, PremiumsReport, PremiumsRequest, RuinReport, RuinRequest, aggregate_loss, credibility,
    discretize, layers, premiums, ruin,
};
use hashinsight::insurance::reserving::{
    ReserveReport, ReserveRequest, TriangleReport, TriangleRequest, reserve, triangle,
};
use hashinsight::insurance::risk::{
    FitRiskScoreReport, FitRiskScoreRequest, PositionRiskReport, PositionRiskRequest, RiskScoreReport,
    RiskScoreRequest, fit_risk_score, position_risk, risk_score,
};

use crate::operation::operations;

operations! { insurance:
    /// Premiums of a loss by up to nine principles: expected value, standard deviation, variance, Esscher, exponential, proportional
    /// hazard, Wang, expected shortfall, dual power.
    document premiums: PremiumsRequest => PremiumsReport;
    /// What each layer of a loss costs on average: excess of loss with retention and limit, quota share by its share.
    document layers: LayersRequest => LayersReport;
    /// The probabilities of a loss on a lattice of multiples of a step.
    document discretize: DiscretizeRequest => DiscretizeReport;
    /// The distribution of the sum of a random number of losses, by Panjer's recursion or a fast Fourier transform: value at risk, tail
    /// value at risk, stop-loss premiums.
    document aggregate_loss: AggregateRequest => AggregateReport;
    /// The probability that a fund is ever ruined, and the adjustment coefficient (Cramér and Lundberg): exact for mixtures of
    /// exponentials, bounds for other losses.
    document ruin: RuinRequest => RuinReport;
    /// Credibility premiums of groups from their experience (Bühlmann; Bühlmann and Straub).
    document credibility: CredibilityRequest => CredibilityReport;
    /// The triangle of payments on claims by period of origin and age.
    document triangle: TriangleRequest => TriangleReport;
    /// Reserves of a triangle: chain ladder with Mack's standard errors, Bornhuetter and Ferguson, Cape Cod.
    document reserve: ReserveRequest => ReserveReport;
    /// Value at risk and expected shortfall of a position, as losses, in closed form or from past returns.
    document position_risk: PositionRiskRequest => PositionRiskReport;
    /// Fits a polynomial of features to outcomes, with a ridge and cross-validation: a risk score that can be stored.
    document fit_risk_score: FitRiskScoreRequest => FitRiskScoreReport;
    /// Scores of risks by a fitted model.
    document risk_score: RiskScoreRequest => RiskScoreReport;
}
