//! What holders ask for. All of them are invented.

use hashinsight::derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight::derivatives::pricing::KouJumps;
use hashinsight::insurance::actuarial::PremiumPrinciple;
use hashinsight::insurance::cover::{
    Basis, Cover, CoveredAccount, CoveredDrawdown, CoveredPosition, CoveredSum, LiquidationProof, Peril, Terms,
};
use hashinsight::insurance::quote::{GbmModel, KouModel, Loadings, PriceModel, Quote, QuoteRequest, quote};
use hashinsight::units::{Collateral, Decimal, Error, Fraction, Intensity, MS_PER_DAY, Quantity, TailRate, Timestamp};

use crate::days::{Morning, mark};

/// Half of the margin for a week, by side and margin of one bitcoin; and a fixed sum for a fall of 15 % within it.
pub(crate) fn before_the_crash(morning: &Morning) -> Result<Vec<Quote>, Error> {
    let liquidation = |name: &str, side, margin| {
        let account = position(morning, side, margin)?;
        let terms = half_for_a_week(morning)?;
        ask(morning, Cover::new(name.parse()?, account, Peril::Liquidation(mark()?), terms))
    };
    Ok(vec![
        liquidation("A-1", Side::Long, 12_000.0)?,
        liquidation("A-2", Side::Long, 25_000.0)?,
        liquidation("A-3", Side::Short, 12_000.0)?,
        liquidation("A-4", Side::Long, 2_400.0)?,
        fall(morning, "A-5", 0.15, 7, 1_000)?,
    ])
}

/// The first cover again, and a fall of 5 % within a day.
pub(crate) fn after_the_crash(morning: &Morning) -> Result<Vec<Quote>, Error> {
    let terms = half_for_a_week(morning)?;
    let account = position(morning, Side::Long, 11_000.0)?;
    let again = ask(morning, Cover::new("B-1".parse()?, account, Peril::Liquidation(mark()?), terms))?;
    Ok(vec![again, fall(morning, "B-2", 0.05, 1, 500)?])
}

fn fall(morning: &Morning, name: &str, of: f64, days: i64, amount: i64) -> Result<Quote, Error> {
    let terms = terms(morning, days, CoveredSum::Fixed { amount: Decimal::from(amount) }, Basis::Valued)?;
    let peril = Peril::Drawdown(CoveredDrawdown::new(mark()?, Fraction::new(of)?));
    ask(morning, Cover::new(name.parse()?, position(morning, Side::Long, 60_000.0)?, peril, terms))
}

/// One bitcoin at the price of the morning.
fn position(morning: &Morning, side: Side, margin: f64) -> Result<CoveredAccount, Error> {
    let mark = mark()?;
    Ok(CoveredAccount::Position(CoveredPosition::new(
        Venue::BinanceUsdm,
        mark.instrument,
        "BTC".parse()?,
        "USDT".parse()?,
        Position::new(ContractKind::Linear, side, Quantity::new(1.0)?, morning.market.spot),
        MarginMode::Isolated { margin: Collateral::new(margin)? },
        MaintenanceSchedule::Flat { rate: Fraction::new(0.005)?, deduction: Collateral::new(0.0)? },
    )))
}

/// Half of the loss for a week. The positions are invented and no venue tells of their liquidation: the mark alone proves it.
fn half_for_a_week(morning: &Morning) -> Result<Terms, Error> {
    let half = CoveredSum::Fraction { of_loss: Decimal::new(5, 1) };
    Ok(terms(morning, 7, half, Basis::Indemnity)?.liquidation_proof(LiquidationProof::Mark))
}

fn terms(morning: &Morning, days: i64, sum: CoveredSum, basis: Basis) -> Result<Terms, Error> {
    let starts = morning.market.time_ms;
    let expires = Timestamp::from_ms(starts.to_ms() + days * MS_PER_DAY)?;
    Ok(Terms::new(starts, expires, sum, basis, "USDT".parse()?))
}

/// The quote, by the volatility of the past days, and beside it by jumps that are assumed.
fn ask(morning: &Morning, cover: Cover) -> Result<Quote, Error> {
    let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense(Decimal::new(15, 2));
    let model = PriceModel::Gbm(GbmModel::new(morning.volatility));
    let jumps = KouJumps::new(Intensity::new(20.0)?, Fraction::new(0.45)?, TailRate::new(30.0)?, TailRate::new(25.0)?);
    let by_jumps = PriceModel::Kou(KouModel::new(morning.volatility, jumps));
    let is_fall = matches!(cover.peril, Peril::Drawdown(_));
    let request = QuoteRequest::new(cover, morning.market.clone(), model, loadings);
    quote(&if is_fall { request } else { request.models(vec![by_jumps]) })
}
