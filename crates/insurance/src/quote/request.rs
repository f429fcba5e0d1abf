//! What is asked, and what is answered, all of it inside.

use hashinsight_derivatives::Measure;
use hashinsight_units::{Currency, Money, Record, Timestamp};

use super::rules::{Decision, DecisionReason, Rules};
use super::{
    CurrencyRate, Loadings, ModelKind, PremiumTerms, PriceModel, QuoteMarket, Sensitivities, SensitivityAbsence,
};
use crate::cover::{Cover, FrozenTerms, Product};
use crate::risk::{RiskIndex, RiskIndexRequest};

/// Inputs of [`quote`](fn@super::quote).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct QuoteRequest {
    /// Cover that is asked for.
    pub cover: Cover,
    /// Market that the quote is made in.
    pub market: QuoteMarket,
    /// Model that the premium stands on.
    pub model: PriceModel,
    /// What is added to the pure premium.
    pub loadings: Loadings,
    /// Rules of underwriting.
    #[record(default = Rules::new())]
    pub rules: Rules,
    /// Other models, for the range of the pure premium.
    #[record(default = Vec::new())]
    pub models: Vec<PriceModel>,
    /// Product that the cover is of. Absent: the cover is of none.
    pub product: Option<Product>,
    /// Factors of the risk index, a scorecard beside the premium and never part of it. Absent: no index.
    pub risk_index: Option<RiskIndexRequest>,
    /// Currency that the premium is paid in. Absent: the currency of the cover.
    pub premium_currency: Option<Currency>,
    /// Country of the holder's residence, in the words of the insurer. Absent: not told.
    pub country: Option<String>,
    /// Whether derivatives of a simulated premium are wanted: they cost twelve simulations more. Others always come.
    #[record(default = false)]
    pub simulated_sensitivities: bool,
}

/// How far a simulated number may be off.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SimulationError {
    /// Number of antithetic pairs of paths.
    #[record(example = 8192)]
    pub pairs: u32,
    /// Seed of the random numbers, 64 bits.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Standard error of the hit probability.
    #[record(example = 0.002)]
    pub probability_standard_error: f64,
    /// Standard error of the pure premium, in the currency of the cover.
    #[record(example = 3.1)]
    pub pure_standard_error: f64,
    /// Bound of the pure premium's bias, in the currency of the cover.
    #[record(example = 0.01)]
    pub pure_bias_bound: f64,
}

/// Pure premium and hit probability by one model.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ModelPrice {
    /// Model of the numbers.
    #[record(example = "gbm")]
    pub model: ModelKind,
    /// Pure premium: expected present value of the payout, in the currency of the cover.
    #[record(example = 410.156746599)]
    pub pure_premium: f64,
    /// Hit probability: that the cover is triggered within its period.
    #[record(example = 0.273556)]
    pub hit_probability: f64,
    /// How far the numbers may be off. Absent: neither of them is simulated.
    pub simulation: Option<SimulationError>,
}

/// Money in another currency, with the rate by which it was told.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Converted {
    /// Money in the other currency.
    pub money: Money,
    /// Rate, with its time. Absent: it is the currency of the cover.
    pub rate: Option<CurrencyRate>,
}

/// A quote: offer, referral or refusal, and all that it was computed from.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Quote {
    /// What was asked, all of it.
    pub request: QuoteRequest,
    /// What becomes of the request.
    #[record(example = "offer")]
    pub decision: Decision,
    /// Reasons of a decision that is no offer.
    pub reasons: Vec<DecisionReason>,
    /// Terms that are frozen with the sale: trigger prices, margin, leverage, maximum payout.
    pub frozen: FrozenTerms,
    /// Measure of hit probability and pure premium: P with the declared drift, or Q.
    #[record(example = "risk_neutral")]
    pub measure: Measure,
    /// Pure premium and hit probability by the quote's own model.
    pub price: ModelPrice,
    /// Risk loading before rounding, in the currency of the cover.
    #[record(example = 66.87)]
    pub risk_loading: f64,
    /// Pure premium and hit probability by the other models, in the order of the request.
    pub range: Vec<ModelPrice>,
    /// Least pure premium over all models, in the currency of the cover.
    #[record(example = 410.156746599)]
    pub least_pure_premium: f64,
    /// Greatest pure premium over all models, in the currency of the cover.
    #[record(example = 410.156746599)]
    pub greatest_pure_premium: f64,
    /// Derivatives of the pure premium. Absent: there are none, with a reason.
    pub sensitivities: Option<Sensitivities>,
    /// Reason why there are no derivatives. Absent: there are.
    #[record(example = "not_asked")]
    pub sensitivities_absence: Option<SensitivityAbsence>,
    /// Terms of the premium, in the currency of the cover. Absent: the cover is not sold.
    pub premium: Option<PremiumTerms>,
    /// Gross premium in the currency that it is paid in. Absent: the cover is not sold.
    pub payable: Option<Converted>,
    /// Maximum payout in the currency that a claim is paid in, at the rate of the quote.
    pub maximum_payout: Converted,
    /// Risk index with its contributions. Absent: not asked for.
    pub risk_index: Option<RiskIndex>,
    /// Last instant at which the offer can be taken, in Unix milliseconds UTC.
    #[record(example = 1780275600000)]
    pub valid_until_ms: Timestamp,
}
