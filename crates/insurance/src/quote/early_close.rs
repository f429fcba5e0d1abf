//! A cover that ends before its time: what is earned of its premium, and what is given back.
//!
//! ```text
//! unexpired = time to the expiry / period                        risk = pure premium of the rest, now / pure premium at the sale
//! basis     = net premium - fixed expense - commission           what the sale has cost is spent
//! refund    = basis * share * (1 - retained), and its tax        share: unexpired, risk, or the lesser of both
//! ```
//!
//! Who may leave leaves when the price has moved away from the level. Time alone would give back more than the rest is worth then, which is why the
//! lesser of both is the rule where none is named.

use hashinsight_numerics::clamp;
use hashinsight_units::json::Told;
use hashinsight_units::record::Word;
use hashinsight_units::{At, Decimal, Error, Money, Problem, Record, Rounding};

use super::decide::reached;
use super::underwrite::{at_rate, pure_of_the_rest};
use super::{Converted, Decision, Quote, QuoteMarket, quote};
use crate::cover::{Peril, booked, round};
use crate::refuse::tell;

/// Share of a premium that is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum RefundRule {
    /// By time: the unexpired part of the period.
    ProRata,
    /// By risk: what the rest of the cover is worth now, of what all of it was worth; at most all.
    RemainingRisk,
    /// The lesser of both.
    Lesser,
}

/// Inputs of [`early_close`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EarlyCloseRequest {
    /// Offer that was sold, as it was stored.
    pub quote: Quote,
    /// Market in which the cover ends: its instant lies between sale and expiry, and its price has reached no level.
    pub market: QuoteMarket,
    /// Share of the premium that is given back.
    #[record(default = RefundRule::Lesser)]
    pub rule: RefundRule,
    /// Part of a refund that the insurer keeps, as decimal text: 0 or more, below 1. Absent: nothing.
    pub retained: Option<Decimal>,
}

/// Result of [`early_close`], in the currency of the cover.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct EarlyCloseReport {
    /// Unexpired part of the period, 0 to 1.
    pub unexpired: f64,
    /// Pure premium of the rest of the cover in the market in which it ends, by the model of the quote. Absent: the rule goes by time.
    pub remaining_pure_premium: Option<f64>,
    /// The same as a part of the pure premium at the sale, at most 1; 0 where that was 0. Absent: the rule goes by time.
    pub remaining_risk: Option<f64>,
    /// Net premium less fixed expense and commission: what a share of is given back.
    pub basis: Decimal,
    /// Refund before tax.
    pub net_refund: Decimal,
    /// Tax that is given back, in proportion to the net premium.
    pub tax_refund: Decimal,
    /// Refund: the sum of both, as the fund books it.
    pub refund: Decimal,
    /// What the insurer has earned: the gross premium less the refund.
    pub kept: Decimal,
    /// Refund in the currency that the premium was paid in, at the rate of the sale.
    pub payable: Converted,
}

/// The refund of a cover that its holder ends early.
///
/// ```
/// # use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
/// # use hashinsight_insurance::actuarial::PremiumPrinciple;
/// # use hashinsight_insurance::cover::{
/// #     Basis, Cover, CoveredAccount, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
/// # };
/// # use hashinsight_insurance::quote::{GbmModel, Loadings, PriceModel, QuoteRequest, quote};
/// use hashinsight_insurance::quote::{EarlyCloseRequest, QuoteMarket, RefundRule, early_close};
/// # use hashinsight_units::{AssetPrice, Collateral, Fraction, Quantity, Rate, Timestamp, Volatility};
/// # let price = |value| AssetPrice::new(value).unwrap();
/// # let position = CoveredPosition::new(
/// #     Venue::BinanceUsdm,
/// #     "BTCUSDT".parse()?,
/// #     "BTC".parse()?,
/// #     "USDT".parse()?,
/// #     Position::new(ContractKind::Linear, Side::Long, Quantity::new(0.5)?, price(60_000.0)),
/// #     MarginMode::Isolated { margin: Collateral::new(3_000.0)? },
/// #     MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? },
/// # );
/// # let trigger = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
/// # let at = |days: i64| Timestamp::from_ms(1_780_272_000_000 + days * 86_400_000).unwrap();
/// # let half = CoveredSum::Fraction { of_loss: "0.5".parse().unwrap() };
/// # let week = Terms::new(at(0), at(7), half, Basis::Indemnity, "USDT".parse()?);
/// # let cover = Cover::new("C-1".parse()?, CoveredAccount::Position(position), Peril::Liquidation(trigger), week);
/// # let market = QuoteMarket::new(at(0), price(60_000.0), Rate::new(0.04)?);
/// # let model = PriceModel::Gbm(GbmModel::new(Volatility::new(0.65)?));
/// # let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense("0.15".parse().unwrap());
/// # let sold = quote(&QuoteRequest::new(cover, market, model, loadings))?;
/// // `sold`: 561.21 for a week. After five days the price has risen, and little can happen any more.
/// let market = QuoteMarket::new(at(5), price(66_000.0), Rate::new(0.04)?);
/// let by_time = early_close(&EarlyCloseRequest::new(sold.clone(), market.clone()).rule(RefundRule::ProRata))?;
/// assert_eq!(by_time.refund.to_string(), "160.34"); // two sevenths
/// let report = early_close(&EarlyCloseRequest::new(sold, market))?;
/// assert!(report.remaining_risk.unwrap() < 1e-3 && report.refund < by_time.refund);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.quote.unsupported` for a quote that is no offer, or not what its request leads to; `insurance.time_ms.out_of_range` for an end before
/// the market of the sale or not before the expiry; `insurance.spot.unsupported` at a price that has reached a level, which makes it a claim;
/// `insurance.retained.out_of_range`; `insurance.rule.unsupported` for a share of risk that the price alone does not say; those of [`quote`](super::quote()).
pub fn early_close(request: &EarlyCloseRequest) -> Result<EarlyCloseReport, Error> {
    let EarlyCloseRequest { quote: sold, market, rule, .. } = request;
    let again = quote(&sold.request).at("request").at("quote")?;
    let (Decision::Offer, Some(premium), Some(paid), true) =
        (sold.decision, &again.premium, &again.payable, again == *sold)
    else {
        return Err(tell(
            "quote",
            Problem::Unsupported,
            sold.request.cover.reference,
            "an offer, as its request leads to it",
        ));
    };
    let terms = &sold.request.cover.terms;
    let (starts, expires, now) = (terms.starts_ms.to_ms(), terms.expires_ms.to_ms(), market.time_ms.to_ms());
    let since = sold.request.market.time_ms.to_ms();
    if now < since || now >= expires {
        let allowed = format!("from the market of the sale, {since}, to before the expiry, {expires}");
        return Err(tell("time_ms", Problem::OutOfRange, now, allowed)).at("market");
    }
    let retained = request.retained.unwrap_or_default();
    if retained < Decimal::ZERO || retained >= Decimal::ONE {
        return Err(tell("retained", Problem::OutOfRange, retained, "0 to below 1 (a fraction, not percent)"));
    }
    if let Some(level) = reached(&again.frozen, market.spot.get()) {
        let allowed = format!("a price that has not reached {}: that is a claim", Told(level));
        return Err(tell("spot", Problem::Unsupported, market.spot.get(), allowed)).at("market");
    }
    let of_the_rest = match rule {
        RefundRule::ProRata => None,
        RefundRule::RemainingRisk | RefundRule::Lesser => Some(risk_of_the_rest(request, &again)?),
    };
    let left = if now < starts { expires - starts } else { expires - now };
    let unexpired = left as f64 / (expires - starts) as f64;
    let digits = terms.digits;
    // A share of time is a quotient of whole milliseconds, and exact.
    let by_time = Decimal::from(left) / Decimal::from(expires - starts);
    let by_risk = match of_the_rest {
        Some((_, risk)) => booked("remaining_risk", risk, 12, Rounding::TowardZero)?,
        None => Decimal::ONE,
    };
    let share = match rule {
        RefundRule::RemainingRisk => by_risk,
        RefundRule::Lesser if by_risk < by_time => by_risk,
        RefundRule::ProRata | RefundRule::Lesser => by_time,
    };
    let spent = premium.net() - premium.fixed_expense - premium.commission;
    let basis = if spent > Decimal::ZERO { spent } else { round(Decimal::ZERO, digits, Rounding::TowardZero) };
    let down = |amount: Decimal| round(amount, digits, Rounding::TowardZero);
    let net_refund = down(basis * share * (Decimal::ONE - retained));
    let tax_refund =
        if premium.net().is_zero() { down(Decimal::ZERO) } else { down(premium.tax * net_refund / premium.net()) };
    let refund = net_refund + tax_refund;
    let money = Money::new(refund, terms.currency);
    let payable = match paid.rate {
        Some(told) => at_rate(money, told, Rounding::TowardZero)?,
        None => Converted { money, rate: None },
    };
    Ok(EarlyCloseReport {
        unexpired,
        remaining_pure_premium: of_the_rest.map(|(pure, _)| pure),
        remaining_risk: of_the_rest.map(|(_, risk)| risk),
        basis,
        net_refund,
        tax_refund,
        refund,
        kept: premium.gross - refund,
        payable,
    })
}

/// Pure premium of the rest, and as a part of that at the sale.
fn risk_of_the_rest(request: &EarlyCloseRequest, sold: &Quote) -> Result<(f64, f64), Error> {
    let cover = &sold.request.cover;
    // The maximum of a fall, and the marks of other coins, are not in the market.
    if matches!(cover.peril, Peril::Drawdown(_)) || cover.follows_several_coins() {
        let allowed = "pro_rata, as the price of the market does not say what is left of the risk";
        return Err(tell("rule", Problem::Unsupported, request.rule.word(), allowed));
    }
    let (remaining, at_sale) =
        (pure_of_the_rest(&sold.request, &sold.frozen, &request.market)?, sold.price.pure_premium);
    let risk = if at_sale > 0.0 { clamp(remaining / at_sale, 0.0, 1.0) } else { 0.0 };
    Ok((remaining + 0.0, risk + 0.0))
}
