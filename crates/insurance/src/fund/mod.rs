//! The fund: premiums in, claims out, and whether it lasts.
//!
//! | what | file |
//! |---|---|
//! | events | `event` |
//! | ledger, exact: [`Fund`] | `ledger`, `account` |
//! | unearned premium, claims, free capital, solvency: [`fund_position`] | `position` |
//! | cost of capital and risk margin: [`risk_margin`] | `cost_of_capital` |
//! | probability of ruin: [`fund_ruin`] | `ruin` |
//! | price by utilisation: [`utilisation_price`] | `utilisation` |
//! | votes on a claim: [`assess_votes`] | `assessment` |
//!
//! Money that is booked is exact. What a fund owes for covers that still run is an estimate, rounded to the places that its policy names.

mod account;
mod assessment;
mod cost_of_capital;
mod event;
mod ledger;
mod position;
mod ruin;
mod utilisation;

pub use account::FundState;
pub use assessment::{AssessmentOutcome, AssessmentReport, AssessmentRequest, assess_votes};
pub use cost_of_capital::{
    CapitalRate, CapitalRegime, CostOfCapital, RiskMarginReport, RiskMarginRequest, cost_of_capital, costs_of_capital,
    risk_margin,
};
pub use event::{
    ClaimClosed, ClaimPaid, ClaimReported, ClaimReserved, CoverRefund, CoverSold, CoverTriggered, FundCash, FundEntry,
    FundEvent,
};
pub use ledger::{Fund, FundLine, FundPolicy};
pub use position::{FundPositionReport, FundPositionRequest, UnearnedBasis, fund_position};
pub use ruin::{FundRuinReport, FundRuinRequest, fund_ruin};
pub use utilisation::{UtilisationPriceReport, UtilisationPriceRequest, utilisation_price};
