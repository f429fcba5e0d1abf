//! The quote: what is asked, and what is answered, all of it inside.

use hashinsight_derivatives::Measure;
use hashinsight_units::{
    At, Currency, Decimal, Error, ExchangeRate, Fault, Money, Problem, Record, Rounding, Timestamp,
};

use super::decide::{Facts, decide};
use super::rules::{Decision, DecisionReason, Rules};
use super::value::{Setting, Value, value};
use super::{Loadings, ModelKind, PremiumTerms, PriceModel, QuoteMarket};
use crate::cover::{Cover, FrozenTerms, Product, ProductPrice};
use crate::refuse::tell;
use crate::risk::{RiskIndex, RiskIndexRequest, risk_index};

/// Inputs of [`quote`].
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

/// Derivatives of the pure premium, in the currency of the cover.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Sensitivities {
    /// Change of the pure premium per unit of the price.
    #[record(example = -0.12)]
    pub by_spot: f64,
    /// Second derivative of the pure premium by the price.
    #[record(example = 0.00003)]
    pub by_spot_twice: f64,
    /// Change of the pure premium per 1.00 of volatility, at a fixed drift.
    #[record(example = 1155.0)]
    pub by_volatility: f64,
    /// Change of the pure premium per year that passes.
    #[record(example = -19500.0)]
    pub by_time: f64,
    /// Change of the pure premium per 1.00 of the riskless rate, at a fixed drift.
    #[record(example = -5.0)]
    pub by_rate: f64,
    /// Change of the pure premium per 1.00 of the drift.
    #[record(example = -90.0)]
    pub by_drift: f64,
}

/// Money in another currency, with the rate by which it was told.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Converted {
    /// Money in the other currency.
    pub money: Money,
    /// Rate, with its time. Absent: it is the currency of the cover.
    pub rate: Option<ExchangeRate>,
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
    /// Derivatives of the pure premium. Absent: the model has none in closed form for this cover.
    pub sensitivities: Option<Sensitivities>,
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

/// Validity of an offer where the rules name none, in milliseconds.
const HOUR_MS: i64 = 3_600_000;

/// The price of a cover, or why it is not sold.
///
/// ```
/// use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
/// use hashinsight_insurance::actuarial::PremiumPrinciple;
/// use hashinsight_insurance::cover::{
///     Basis, Cover, CoveredAccount, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
/// };
/// use hashinsight_insurance::quote::{
///     Decision, GbmModel, Loadings, PriceModel, QuoteMarket, QuoteRequest, VerifyQuoteRequest, quote, verify_quote,
/// };
/// use hashinsight_units::{AssetPrice, Collateral, Fraction, Quantity, Rate, Timestamp, Volatility};
/// // Half of the margin of a long of half a bitcoin at 10 times leverage, for a week.
/// let price = AssetPrice::new(60_000.0)?;
/// let position = CoveredPosition::new(
///     Venue::BinanceUsdm,
///     "BTCUSDT".parse()?,
///     "BTC".parse()?,
///     "USDT".parse()?,
///     Position::new(ContractKind::Linear, Side::Long, Quantity::new(0.5)?, price),
///     MarginMode::Isolated { margin: Collateral::new(3_000.0)? },
///     MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? },
/// );
/// let trigger = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
/// let at = |ms| Timestamp::from_ms(ms).unwrap();
/// let decimal = |text: &str| text.parse().unwrap();
/// let half = CoveredSum::Fraction { of_loss: decimal("0.5") };
/// let week = Terms::new(at(1_780_272_000_000), at(1_780_876_800_000), half, Basis::Indemnity, "USDT".parse()?);
/// let account = CoveredAccount::Position(position);
/// let cover = Cover::new("C-1".parse()?, account, Peril::Liquidation(trigger), week);
/// let market = QuoteMarket::new(at(1_780_272_000_000), price, Rate::new(0.04)?);
/// let model = PriceModel::Gbm(GbmModel::new(Volatility::new(0.65)?));
/// let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense(decimal("0.15"));
/// let offer = quote(&QuoteRequest::new(cover, market, model, loadings))?;
/// assert_eq!(offer.decision, Decision::Offer);
/// assert_eq!(format!("{:.4} {:.2}", offer.price.hit_probability, offer.price.pure_premium), "0.2736 410.16");
/// let premium = offer.premium.as_ref().unwrap();
/// assert_eq!((premium.gross.to_string(), premium.sum()), ("561.21".to_owned(), premium.gross));
/// assert!(verify_quote(&VerifyQuoteRequest::new(offer))?.holds);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Cover::frozen`] at `cover` and of [`Product::admits`]; `insurance.expires_ms.out_of_range` for a cover that lies before the
/// market; `insurance.model.unsupported` at `model` or `models[1]` for a model that has no method for the peril; those of
/// [`Loadings::validate`] at `loadings`, of the premium principle, and of [`risk_index`]; `insurance.currency.unknown` for a currency
/// without a rate.
pub fn quote(request: &QuoteRequest) -> Result<Quote, Error> {
    let QuoteRequest { cover, market, model, loadings, product, .. } = request;
    let frozen = cover.frozen().at("cover")?;
    if let Some(product) = product {
        product.admits(cover).at("cover")?;
    }
    loadings.validate().at("loadings")?;
    let setting = Setting::new(cover, market)?;
    let by_model = |model: &PriceModel| value(cover, &frozen, &setting, model);
    let own = by_model(model).map_err(|error| placed(error, "model"))?;
    let price = shown(model, &own);
    let mut range = Vec::with_capacity(request.models.len());
    for (index, model) in request.models.iter().enumerate() {
        let found = by_model(model).map_err(|error| placed(error, &format!("models[{index}]")))?;
        range.push(shown(model, &found));
    }
    let (mut least, mut greatest) = (price.pure_premium, price.pure_premium);
    for other in &range {
        least = if other.pure_premium < least { other.pure_premium } else { least };
        greatest = if other.pure_premium > greatest { other.pure_premium } else { greatest };
    }
    let risk_loading = loadings.risk_loading(&own).at("loadings")?;
    let listed = listed_price(product.as_ref(), cover)?;
    let premium = loadings.terms(price.pure_premium, risk_loading, listed, cover.terms.digits)?;
    let facts = Facts { request, frozen: &frozen, price: &price, range: [least, greatest], premium: &premium };
    let (decision, reasons) = decide(&facts);
    let sold = decision != Decision::Decline;
    let payable = converted(request, premium.gross, request.premium_currency, Rounding::AwayFromZero)
        .map_err(|error| error.at("premium_currency"))?;
    let maximum_payout = converted(request, frozen.maximum_payout, cover.terms.settle_currency, Rounding::TowardZero)
        .map_err(|error| error.at("settle_currency").at("terms").at("cover"))?;
    let validity = request.rules.validity_ms.map_or(HOUR_MS, hashinsight_market::Interval::to_ms);
    let valid_until = market.time_ms.to_ms() + validity;
    let starts = cover.terms.starts_ms.to_ms();
    // An offer lasts at most until its cover begins, but for one that begins at once.
    let valid_until = if starts > market.time_ms.to_ms() && starts < valid_until { starts } else { valid_until };
    Ok(Quote {
        decision,
        reasons,
        measure: market.measure.measure(),
        price,
        risk_loading: risk_loading + 0.0,
        range,
        least_pure_premium: least,
        greatest_pure_premium: greatest,
        sensitivities: sensitivities(&own),
        premium: Some(premium).filter(|_| sold),
        payable: Some(payable).filter(|_| sold),
        maximum_payout,
        risk_index: request.risk_index.as_ref().map(risk_index).transpose().at("risk_index")?,
        valid_until_ms: Timestamp::from_ms(valid_until)?,
        frozen,
        request: request.clone(),
    })
}

/// Errors that name a place in the cover keep it; the others are about the model.
fn placed(error: Error, model: &str) -> Error {
    let path = error.path().as_str();
    if path.starts_with("cover") {
        error
    } else if path == "model" {
        // The model itself, of which there are several.
        let fault = Fault::new("insurance.model", error.problem()).at(model).got(error.value());
        fault.allowed(error.allowed()).into()
    } else {
        error.at(model)
    }
}

fn shown(model: &PriceModel, value: &Value) -> ModelPrice {
    ModelPrice {
        model: model.kind(),
        pure_premium: value.pure + 0.0,
        hit_probability: value.probability() + 0.0,
        simulation: value.simulation,
    }
}

fn sensitivities(value: &Value) -> Option<Sensitivities> {
    let greeks = value.greeks?;
    Some(Sensitivities {
        by_spot: greeks.delta,
        by_spot_twice: greeks.gamma,
        by_volatility: greeks.vega,
        by_time: greeks.theta,
        // The drift is rate less yield: at a fixed drift both move together.
        by_rate: greeks.rho + greeks.yield_rho,
        by_drift: -greeks.yield_rho + 0.0,
    })
}

fn listed_price(product: Option<&Product>, cover: &Cover) -> Result<Option<Decimal>, Error> {
    match product.map(|product| product.price) {
        Some(ProductPrice::Fixed(money)) if money.currency() == cover.terms.currency => Ok(Some(money.amount())),
        Some(ProductPrice::Fixed(money)) => {
            let allowed = format!("{}, the currency of the cover", cover.terms.currency);
            Err(tell("price", Problem::Unsupported, money.currency(), allowed)).at("product")
        }
        Some(ProductPrice::Quoted) | None => Ok(None),
    }
}

/// Money of the cover in another currency, to 8 digits.
fn converted(
    request: &QuoteRequest,
    amount: Decimal,
    currency: Option<Currency>,
    rounding: Rounding,
) -> Result<Converted, Error> {
    let own = request.cover.terms.currency;
    let money = Money::new(amount, own);
    let Some(wanted) = currency.filter(|wanted| *wanted != own) else { return Ok(Converted { money, rate: None }) };
    let rates = &request.market.exchange_rates;
    let Some(rate) = rates.iter().find(|rate| rate.from() == own && rate.to() == wanted) else {
        let known: Vec<String> =
            rates.iter().filter(|rate| rate.from() == own).map(|rate| rate.to().to_string()).collect();
        let known = if known.is_empty() { own.to_string() } else { format!("{own}, {}", known.join(", ")) };
        let fault = Fault::new("insurance.currency", Problem::Unknown).got(wanted);
        return Err(fault.allowed(format!("a currency with a rate from {own}: {known}")).into());
    };
    Ok(Converted { money: money.convert(rate, 8, rounding)?, rate: Some(*rate) })
}
