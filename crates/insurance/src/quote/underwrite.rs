//! The quote made: frozen, priced, loaded, judged.

use hashinsight_market::Interval;
use hashinsight_units::{At, Currency, Decimal, Error, ExchangeRate, Fault, Money, Problem, Rounding, Timestamp};

use super::decide::{Facts, decide};
use super::rules::Decision;
use super::sensitivities::sensitivities;
use super::value::{Setting, Value, value};
use super::{Converted, CurrencyRate, ModelPrice, PriceModel, Quote, QuoteMarket, QuoteRequest};
use crate::cover::{Cover, FrozenTerms, Product, ProductPrice};
use crate::refuse::tell;
use crate::risk::risk_index;

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
/// Those of [`Cover::frozen`] at `cover` and of [`Product::admits`]; `insurance.product.missing` for a cover of a product that is not shown; `insurance.expires_ms.out_of_range` for a cover that lies before the
/// market; `insurance.model.unsupported` at `model` or `models[1]` for a model that has no method for the peril; those of
/// [`Loadings::validate`](super::Loadings::validate) at `loadings`, of the premium principle, and of [`risk_index`]; `insurance.currency.unknown` for a currency
/// without a rate.
pub fn quote(request: &QuoteRequest) -> Result<Quote, Error> {
    let QuoteRequest { cover, market, model, loadings, product, .. } = request;
    let frozen = cover.frozen().at("cover")?;
    match (product, &cover.product) {
        (Some(product), _) => product.admits(cover).at("cover")?,
        (None, Some(named)) => {
            let allowed = "the product that the cover names, or a cover of none";
            return Err(tell("product", Problem::Missing, named, allowed));
        }
        (None, None) => {}
    }
    loadings.validate().at("loadings")?;
    market.check_rates().at("market")?;
    let setting = Setting::new(cover, market)?;
    let by_model = |model: &PriceModel| value(cover, &frozen, &setting, model);
    let own = by_model(model).map_err(|error| placed(error, model, "model"))?;
    let price = shown(model, &own);
    let slopes = sensitivities(cover, &frozen, &setting, model, &own, request.simulated_sensitivities);
    let mut range = Vec::with_capacity(request.models.len());
    for (index, model) in request.models.iter().enumerate() {
        let found = by_model(model).map_err(|error| placed(error, model, &format!("models[{index}]")))?;
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
    let validity = request.rules.validity_ms.map_or(HOUR_MS, Interval::to_ms);
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
        sensitivities: slopes.ok(),
        sensitivities_absence: slopes.err(),
        premium: Some(premium).filter(|_| sold),
        payable: Some(payable).filter(|_| sold),
        maximum_payout,
        risk_index: request.risk_index.as_ref().map(risk_index).transpose().at("risk_index")?,
        valid_until_ms: Timestamp::from_ms(valid_until)?,
        frozen,
        request: request.clone(),
    })
}

/// Errors that name a place in the cover or the market keep it; the others are about the model at `place`, which stands there by its name.
fn placed(error: Error, model: &PriceModel, place: &str) -> Error {
    let path = error.path().as_str();
    if path.starts_with("cover") || path.starts_with("market") {
        error
    } else if path == "model" {
        // The model itself, of which there are several.
        let fault = Fault::new("insurance.model", error.problem()).at(place).got(error.value());
        fault.allowed(error.allowed()).into()
    } else {
        error.at(model.name()).at(place)
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
    let Some(told) = rates.iter().find(|rate| rate.currency == wanted) else {
        let known: Vec<&str> =
            [&own].into_iter().chain(rates.iter().map(|rate| &rate.currency)).map(Currency::as_str).collect();
        let fault = Fault::new("insurance.currency", Problem::Unknown).got(wanted);
        return Err(fault.allowed(format!("a currency with a rate: {}", known.join(", "))).into());
    };
    at_rate(money, *told, rounding)
}

/// Money at a rate, to 8 digits.
pub(super) fn at_rate(money: Money, told: CurrencyRate, rounding: Rounding) -> Result<Converted, Error> {
    let rate = ExchangeRate::new(money.currency(), told.currency, told.per_unit, told.time_ms)?;
    Ok(Converted { money: money.convert(&rate, 8, rounding)?, rate: Some(told) })
}

/// What the rest of a cover is worth in a market later than its sale, by the model of its quote.
pub(super) fn pure_of_the_rest(
    request: &QuoteRequest,
    frozen: &FrozenTerms,
    market: &QuoteMarket,
) -> Result<f64, Error> {
    let mut cover = request.cover.clone();
    let (watched, now) = (cover.terms.watched_from_ms(), market.time_ms);
    if cover.terms.starts_ms < now {
        cover.terms.starts_ms = now;
    }
    let waits = watched - cover.terms.starts_ms.to_ms();
    cover.terms.waiting_ms = (waits > 0).then(|| Interval::from_ms(waits)).transpose()?;
    let setting = Setting::new(&cover, market)?;
    Ok(value(&cover, frozen, &setting, &request.model)
        .map_err(|error| placed(error, &request.model, "quote.request.model"))?
        .pure)
}
