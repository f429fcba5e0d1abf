//! The liquidation price and what surrounds it.

use hashinsight_numerics::ln_ratio;
use hashinsight_units::{AssetPrice, At, Balance, Error, Fraction, Outcome, Record, Volatility, Years};

use super::schedule::Tier;
use super::solve::Exposure;
use super::{MaintenanceSchedule, MarginMode, Position, Venue};
use crate::refuse::{missing, refuse, unsupported};

/// Inputs of [`liquidation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LiquidationRequest {
    /// Venue whose rules apply.
    #[record(example = "binance_usdm")]
    pub venue: Venue,
    /// Position that is asked about.
    #[record(flatten)]
    pub position: Position,
    /// Margin behind the position.
    pub margin_mode: MarginMode,
    /// Maintenance margin by size.
    pub maintenance: MaintenanceSchedule,
    /// Fee for closing, as a fraction of the notional; with the greatest maintenance rate below 1. It counts where the venue's rules count
    /// it, and in the bankruptcy price.
    #[record(default = Fraction::ZERO)]
    pub close_fee_rate: Fraction,
    /// Funding paid so far, net, in margin currency: it has eroded the margin. Negative where it was received.
    #[record(default = Balance::constant(0.0))]
    pub funding_paid: Balance,
    /// Mark price now, in quote currency, for the margin ratio and the distances. Absent: the position at the mark is not reported.
    pub mark_price: Option<AssetPrice>,
    /// Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call.
    pub call_ratio: Option<Fraction>,
    /// Volatility per square root of a year, for the distance in standard deviations: with `years` and `mark_price`, or not at all.
    pub volatility: Option<Volatility>,
    /// Horizon in years of 365 days, for the distance in standard deviations: with `volatility` and `mark_price`, or not at all.
    pub years: Option<Years>,
}

/// Tier whose rate decides.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TierUsed {
    /// Place of the tier in the table, from 0.
    pub index: u32,
    /// Maintenance rate of the tier, as a fraction of the notional.
    pub maintenance_rate: f64,
    /// Deduction of the tier, in margin currency.
    pub deduction: f64,
    /// Whether the notional lies beyond the last tier of the table, which goes on there.
    pub beyond_last_tier: bool,
}

/// Position at the mark price, in margin currency. On cross margin, equity and what is measured against it are the account's: they are
/// the same whichever of its positions is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AtMark {
    /// Notional of the position, in margin currency.
    pub notional: f64,
    /// Unrealized profit of the position, in margin currency.
    pub unrealized: f64,
    /// Margin (on cross margin the wallet) less funding paid, and unrealized profit of all positions on it, in margin currency.
    pub equity: f64,
    /// Maintenance margin and closing fee as the venue counts them, of all positions on that equity, in margin currency.
    pub requirement: f64,
    /// Margin ratio: requirement over equity, liquidation at 1. Absent where equity is not positive. (OKX quotes the inverse.)
    pub margin_ratio: Option<f64>,
    /// Leverage: notional of the position over equity. Absent where equity is not positive.
    pub leverage: Option<f64>,
    /// Whether equity does not exceed the requirement, so that the position would be liquidated now.
    pub liquidated: bool,
    /// Distance of the liquidation price, `|liquidation / mark - 1|`; absent without a liquidation price.
    pub distance: Option<f64>,
    /// Distance of the liquidation price in standard deviations of the logarithm over the horizon; absent without liquidation price,
    /// volatility and horizon.
    pub distance_sigmas: Option<f64>,
}

/// Result of [`liquidation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LiquidationReport {
    /// Liquidation price, in quote currency; `every` where no price saves the position.
    pub liquidation_price: Outcome,
    /// Tier that holds at the liquidation price; absent where the position is never liquidated.
    pub tier: Option<TierUsed>,
    /// Bankruptcy price, in quote currency: equity pays the closing fee of the position and nothing else. On cross margin that is the
    /// account's equity.
    pub bankruptcy_price: Outcome,
    /// Margin-call price, in quote currency: the margin ratio reaches `call_ratio`. Absent without one.
    pub margin_call_price: Option<Outcome>,
    /// Position at the mark price; absent without one.
    pub at_mark: Option<AtMark>,
}

/// The liquidation, bankruptcy and margin-call price of a position, and its state at the mark.
///
/// ```
/// use hashinsight_derivatives::margin::{
///     ContractKind, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue, liquidation,
/// };
/// use hashinsight_market::TierTable;
/// use hashinsight_units::{AssetPrice, Collateral, Outcome, Quantity};
/// // The first tiers of Binance's BTCUSDT on 2024-10-24.
/// let tiers: TierTable = serde_json::from_str(
///     r#"{"source": "binance_usdm", "instrument": "BTCUSDT", "margin_currency": "USDT", "time_ms": 1729728000000,
///         "notional_floor": [0, 50000, 600000, 3000000], "notional_cap": [50000, 600000, 3000000, 12000000],
///         "maintenance_rate": [0.004, 0.005, 0.0065, 0.01], "deduction": [0, 50, 950, 11450],
///         "max_leverage": [125, 100, 75, 50]}"#,
/// ).unwrap();
/// // 51 BTC long at 60,000 with leverage 20: the position enters in the fourth tier and is liquidated in the third.
/// let position =
///     Position::new(ContractKind::Linear, Side::Long, Quantity::new(51.0)?, AssetPrice::new(60_000.0)?);
/// let margin = MarginMode::Isolated { margin: Collateral::new(153_000.0)? };
/// let maintenance = MaintenanceSchedule::Tiers(tiers);
/// let report = liquidation(&LiquidationRequest::new(Venue::BinanceUsdm, position, margin, maintenance))?;
/// assert_eq!(format!("{:.2}", report.liquidation_price.value().unwrap()), "57354.17");
/// assert_eq!(report.bankruptcy_price, Outcome::Value(57_000.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.contract.unsupported` and `derivatives.margin_mode.unsupported` for what the venue does not have,
/// `derivatives.deduction.out_of_range` for a deduction of another tier, which exceeds the maintenance margin at the mark or at the
/// liquidation price; `derivatives.maintenance_rate.out_of_range` for a flat rate of 1, `derivatives.close_fee_rate.out_of_range` for a fee of 1 or more with
/// the maintenance rate or such that liquidation would follow bankruptcy, `derivatives.call_ratio.out_of_range` for 0; `derivatives.tiers.insufficient_data` for an empty table,
/// `derivatives.source.unsupported` for another venue's and `derivatives.notional_cap.out_of_range` for one that ends below the position's
/// notional at entry; `missing` at `years`, `volatility` or `mark_price` where only the others are given.
pub fn liquidation(request: &LiquidationRequest) -> Result<LiquidationReport, Error> {
    let LiquidationRequest { venue, position, maintenance, .. } = request;
    venue.check_contract(position.contract)?;
    if matches!(request.margin_mode, MarginMode::Isolated { .. }) && !venue.isolates() {
        return Err(unsupported("margin_mode", "isolated", "cross, as this venue's margin is the account"));
    }
    if let Some(field) = unused(request) {
        return Err(field);
    }
    let exposure = exposure(request)?;
    let table = maintenance.check_venue(*venue).and_then(|()| maintenance.check_notional(exposure.entry_notional));
    table.at("maintenance")?;
    let from = request.mark_price.map_or(exposure.entry, |mark| position.contract.unit_value(mark.get()));
    exposure.check_deduction(maintenance, *venue, from)?;
    let priced = |found: Option<(f64, Tier)>| found.and_then(|(v, tier)| Some((position.contract.price(v)?, tier)));
    let found = priced(exposure.solve(maintenance, *venue, 1.0, from));
    let level = found.map(|(price, _)| price);
    let decided =
        found.map(|(price, tier)| (tier, exposure.decisive_notional(*venue, position.contract.unit_value(price))));
    let margin_call =
        |ratio: Fraction| priced(exposure.solve(maintenance, *venue, ratio.get(), from)).map(|(price, _)| price);
    let fails = exposure.equity(from) <= exposure.requirement(maintenance, *venue, from);
    Ok(LiquidationReport {
        liquidation_price: if level.is_none() && fails { Outcome::Every } else { or_never(level) },
        tier: decided.map(|(tier, decisive)| TierUsed {
            index: u32::try_from(tier.index).unwrap_or_else(|_| unreachable!("a table of 2^32 tiers")),
            maintenance_rate: tier.rate,
            deduction: tier.deduction,
            beyond_last_tier: maintenance.is_beyond(decisive),
        }),
        bankruptcy_price: or_never(position.contract.price(exposure.bankruptcy(exposure.fee))),
        margin_call_price: request.call_ratio.map(|ratio| or_never(margin_call(ratio))),
        at_mark: request.mark_price.map(|mark| at_mark(request, &exposure, mark.get(), level)),
    })
}

/// What is asked in deviations needs a volatility, a horizon and a mark.
fn unused(request: &LiquidationRequest) -> Option<Error> {
    let LiquidationRequest { mark_price, volatility, years, .. } = request;
    match (volatility, years, mark_price) {
        (None, None, _) | (Some(_), Some(_), Some(_)) => None,
        (Some(_), None, _) => Some(missing("years", "the horizon of the volatility, for the distance in deviations")),
        (None, Some(_), _) => Some(missing("volatility", "that of the horizon, for the distance in deviations")),
        (Some(_), Some(_), None) => Some(missing("mark_price", "the mark from which the distance in deviations is")),
    }
}

fn or_never(price: Option<f64>) -> Outcome {
    price.map_or(Outcome::Never, Outcome::Value)
}

/// The closing fee. With the greatest maintenance rate it stays below 1, so that equity outgrows the requirement.
pub(super) fn check_rates(schedule: &MaintenanceSchedule, fee: Fraction) -> Result<f64, Error> {
    schedule.check()?;
    let fee = fee.get();
    if fee + schedule.tier(schedule.len() - 1).rate >= 1.0 {
        return Err(refuse("close_fee_rate", fee, "below 1 less the greatest maintenance rate"));
    }
    Ok(fee)
}

fn exposure(request: &LiquidationRequest) -> Result<Exposure, Error> {
    let fee = check_rates(&request.maintenance, request.close_fee_rate)?;
    let greatest_rate = request.maintenance.tier(request.maintenance.len() - 1).rate;
    if let Some(ratio) = request.call_ratio
        && ratio.get() <= fee + greatest_rate
    {
        // Otherwise the requirement of a long could grow as fast as its equity.
        let allowed = "above the greatest maintenance rate and the closing fee together, at most 1";
        return Err(refuse("call_ratio", ratio.get(), allowed));
    }
    let available = request.margin_mode.available() - request.funding_paid.get();
    Ok(Exposure::new(&request.position, available, request.margin_mode.other_requirement(), fee))
}

fn at_mark(request: &LiquidationRequest, exposure: &Exposure, mark: f64, level: Option<f64>) -> AtMark {
    let v = request.position.contract.unit_value(mark);
    let equity = exposure.equity(v);
    let requirement = exposure.requirement(&request.maintenance, request.venue, v);
    let notional = exposure.quantity * v;
    let over_equity = |value: f64| (equity > 0.0).then(|| value / equity).filter(|ratio| ratio.is_finite());
    AtMark {
        notional,
        unrealized: exposure.orientation * exposure.quantity * (v - exposure.entry) + 0.0,
        equity: equity + 0.0,
        requirement: requirement + 0.0,
        margin_ratio: over_equity(requirement),
        leverage: over_equity(notional),
        liquidated: equity <= requirement,
        distance: level.map(|level| (level / mark - 1.0).abs()),
        distance_sigmas: level.and_then(|level| in_deviations(mark, level, request.volatility?, request.years?)),
    }
}

/// `|ln(level / from)|` in standard deviations of the logarithm over the horizon, `sigma sqrt(T)`; `None` where those are 0.
fn in_deviations(from: f64, level: f64, volatility: Volatility, horizon: Years) -> Option<f64> {
    let deviation = volatility.get() * horizon.get().sqrt();
    (deviation > 0.0).then(|| ln_ratio(level, from).abs() / deviation).filter(|distance| distance.is_finite())
}
