//! The book of covers and the fund that bears it.

use hashinsight::insurance::book::{
    AccumulationReport, AccumulationRequest, BookCapacityReport, BookCapacityRequest, BookLossReport, BookLossRequest,
    BookSimulation, OneFactorReport, OneFactorRequest, ScenarioRiskReport, ScenarioRiskRequest, accumulation,
    book_capacity, book_loss, one_factor_loss, scenario_risk,
};
use hashinsight::insurance::fund::{
    AssessmentReport, AssessmentRequest, FundPositionReport, FundPositionRequest, FundRuinReport, FundRuinRequest,
    RiskMarginReport, RiskMarginRequest, UtilisationPriceReport, UtilisationPriceRequest, assess_votes, fund_position,
    fund_ruin, risk_margin, utilisation_price,
};
use hashinsight::insurance::published::{
    BitnasdaqReport, BitnasdaqRequest, BumperReport, BumperRequest, BybitProtectionReport, BybitProtectionRequest,
    CoinbeneReport, CoinbeneRequest, bitnasdaq_payout, bumper_payout, bybit_protection, coinbene_payout,
};

use crate::operation::operations;

operations! { insurance:
    /// The distribution of the loss of covers that hang on one price and end at one expiry, exact on one side and between two bounds on both:
    /// values at risk as positive losses, what each cover has in the tail (co-TVaR), the hedge between longs and shorts.
    document book_loss: BookLossRequest => BookLossReport;
    /// The greatest sum insured of the next cover with which the risk of a book stays within a limit.
    document book_capacity: BookCapacityRequest => BookCapacityReport;
    /// What a book has accumulated by instrument, side, expiry and bucket of barriers.
    document accumulation: AccumulationRequest => AccumulationReport;
    /// The loss of a book by simulation: several expiries, jumps, several correlated instruments. Each price's extremes are drawn from their joint
    /// law, without a grid of times.
    job book_simulation: BookSimulation;
    /// Tail value at risk of equally likely scenarios, and the part of each column in it (Euler).
    document scenario_risk: ScenarioRiskRequest => ScenarioRiskReport;
    /// The quantile of the loss of an infinitely fine portfolio with one common factor (Vasicek 2002).
    document one_factor_loss: OneFactorRequest => OneFactorReport;
    /// Where a fund stands, from its events, exactly: cash, unearned premium, outstanding and unreported claims, free capital, solvency ratio.
    document fund_position: FundPositionRequest => FundPositionReport;
    /// The risk margin by the cost of capital, whose rates stand with the day from which each holds.
    document risk_margin: RiskMarginRequest => RiskMarginReport;
    /// The probability that a fund is ruined within a number of periods, each with its premiums and the loss of a book, between two bounds.
    document fund_ruin: FundRuinRequest => FundRuinReport;
    /// The premium of a purchase from a pool whose price rises with its utilisation.
    document utilisation_price: UtilisationPriceRequest => UtilisationPriceReport;
    /// The outcome of a vote on a claim by stake: quorum first, then the majority of either side.
    document assess_votes: AssessmentRequest => AssessmentReport;
    /// What CoinBene's cover of a liquidation pays by its announcements, and the probability of a claim at which it breaks even.
    document coinbene_payout: CoinbeneRequest => CoinbeneReport;
    /// What a day's cover of BitNasdaq's pool pays by its rules, and the probability of a claim at which it breaks even.
    document bitnasdaq_payout: BitnasdaqRequest => BitnasdaqReport;
    /// Premium and payoff of Bybit's mutual insurance of an inverse position, by Black and Scholes.
    document bybit_protection: BybitProtectionRequest => BybitProtectionReport;
    /// What Bumper's price protection pays at its close, and what its premium saved beside a put, by the published terms.
    document bumper_payout: BumperRequest => BumperReport;
}
