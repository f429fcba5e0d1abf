//! The liquidation price and what surrounds it.

use hashinsight_units::{Fraction, wire};

use super::bankruptcy::bankruptcy;
use super::distance::in_deviations;
use super::schedule::Tier;
use super::solve::{Exposure, price};
use super::{ContractKind, MaintenanceSchedule, MarginMode, Side, Venue};
use crate::{AssetPrice, Balance, DerivativesError, PriceLevel, Quantity, Volatility, Years};

/// What [`liquidation`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LiquidationRequest {
    /// Whose rules apply.
    pub venue: Venue,
    /// Linear or inverse.
    pub contract: ContractKind,
    /// Long or short.
    pub side: Side,
    /// Units of base (linear) or contracts of one quote unit (inverse).
    pub quantity: Quantity,
    /// Average entry price.
    pub entry_price: AssetPrice,
    /// What stands behind the position.
    pub margin_mode: MarginMode,
    /// Maintenance margin by size.
    pub maintenance: MaintenanceSchedule,
    /// Fee for closing, as a fraction of the notional; below 1. Absent: none. It counts where the venue's rules count it, and in the
    /// bankruptcy price.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub close_fee_rate: Option<Fraction>,
    /// Funding paid so far, net, in margin currency: it has eroded the margin. Negative where it was received. Absent: none.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub funding_paid: Option<Balance>,
    /// Mark price now, for the margin ratio and the distances. Absent: they are not told.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub mark_price: Option<AssetPrice>,
    /// Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub call_ratio: Option<Fraction>,
    /// Volatility for the distance in standard deviations.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub volatility: Option<Volatility>,
    /// Horizon for the distance in standard deviations.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub years: Option<Years>,
}

/// The tier that decides.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TierUsed {
    /// Its place in the table, from 0.
    pub index: u32,
    /// Its maintenance rate.
    pub maintenance_rate: f64,
    /// Its deduction, in margin currency.
    pub deduction: f64,
}

/// A position at the mark price, in margin currency. On cross margin, equity and what is measured against it are the account's: they are
/// the same whichever of its positions is asked for.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Requirement over equity: liquidation at 1. Absent where equity is not positive. (OKX quotes the inverse.)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_ratio: Option<f64>,
    /// Notional of the position over equity. Absent where equity is not positive.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leverage: Option<f64>,
    /// Whether equity does not exceed the requirement, so that the position would be liquidated now.
    pub liquidated: bool,
    /// `|liquidation / mark - 1|`; absent without a liquidation price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<f64>,
    /// The distance in standard deviations of the logarithm over the horizon; absent without liquidation price, volatility and horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_sigmas: Option<f64>,
}

/// What [`liquidation`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct LiquidationReport {
    /// Where the position is liquidated.
    pub liquidation_price: PriceLevel,
    /// The tier that holds there; absent where the position is never liquidated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<TierUsed>,
    /// Where equity pays the closing fee of the position and nothing else; on cross margin that is the account's equity.
    pub bankruptcy_price: PriceLevel,
    /// Where the margin ratio reaches `call_ratio`; absent without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_call_price: Option<PriceLevel>,
    /// The position at the mark; absent without a mark price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_mark: Option<AtMark>,
}

/// The liquidation, bankruptcy and margin-call price of a position, and its state at the mark.
///
/// ```
/// use hashinsight_derivatives::margin::{
///     ContractKind, LiquidationRequest, MaintenanceSchedule, MarginMode, Side, Venue, binance_btcusdt, liquidation,
/// };
/// use hashinsight_derivatives::{AssetPrice, Collateral, PriceLevel, Quantity};
/// // 51 BTC long at 60,000 with leverage 20: the position enters in the fourth tier and is liquidated in the third.
/// let report = liquidation(&LiquidationRequest {
///     venue: Venue::BinanceUsdm,
///     contract: ContractKind::Linear,
///     side: Side::Long,
///     quantity: Quantity::new(51.0)?,
///     entry_price: AssetPrice::new(60_000.0)?,
///     margin_mode: MarginMode::Isolated { margin: Collateral::new(153_000.0)? },
///     maintenance: MaintenanceSchedule::Tiers(binance_btcusdt()?),
///     close_fee_rate: None,
///     funding_paid: None,
///     mark_price: None,
///     call_ratio: None,
///     volatility: None,
///     years: None,
/// })?;
/// assert_eq!(format!("{:.2}", report.liquidation_price.price().unwrap()), "57354.17");
/// assert_eq!(report.bankruptcy_price, PriceLevel::At(57_000.0));
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// `derivatives.maintenance_rate.out_of_range` for a flat rate of 1, `derivatives.close_fee_rate.out_of_range` for a fee of 1 or more with
/// the maintenance rate, `derivatives.call_ratio.out_of_range` for 0; `derivatives.tiers.insufficient_data` for an empty table.
pub fn liquidation(request: &LiquidationRequest) -> Result<LiquidationReport, DerivativesError> {
    let LiquidationRequest { venue, contract, maintenance, .. } = request;
    let exposure = exposure(request)?;
    let found = exposure.solve(maintenance, *venue, 1.0);
    let level = |found: Option<(f64, Tier)>| {
        found.and_then(|(v, _)| price(*contract, v)).map_or(PriceLevel::Never, PriceLevel::of)
    };
    let liquidation_price = level(found);
    let margin_call_price = request.call_ratio.map(|ratio| level(exposure.solve(maintenance, *venue, ratio.get())));
    Ok(LiquidationReport {
        liquidation_price,
        tier: found.filter(|_| liquidation_price != PriceLevel::Never).map(|(_, tier)| TierUsed {
            index: u32::try_from(tier.index).unwrap_or_else(|_| unreachable!("a table of 2^32 tiers")),
            maintenance_rate: tier.rate,
            deduction: tier.deduction,
        }),
        bankruptcy_price: bankruptcy(*contract, &exposure),
        margin_call_price,
        at_mark: request.mark_price.map(|mark| at_mark(request, &exposure, mark.get(), liquidation_price)),
    })
}

/// The closing fee. With the greatest maintenance rate it stays below 1, so that equity outgrows the requirement.
pub(super) fn check_rates(schedule: &MaintenanceSchedule, fee: Option<Fraction>) -> Result<f64, DerivativesError> {
    schedule.check()?;
    let fee = fee.map_or(0.0, Fraction::get);
    if fee + schedule.tier(schedule.len() - 1).rate >= 1.0 {
        let allowed = "below 1 less the greatest maintenance rate";
        return Err(DerivativesError::refuse("close_fee_rate", fee, allowed));
    }
    Ok(fee)
}

fn exposure(request: &LiquidationRequest) -> Result<Exposure, DerivativesError> {
    let kind = request.contract;
    let fee = check_rates(&request.maintenance, request.close_fee_rate)?;
    let greatest_rate = request.maintenance.tier(request.maintenance.len() - 1).rate;
    if let Some(ratio) = request.call_ratio
        && ratio.get() <= fee + greatest_rate
    {
        // Otherwise the requirement of a long could grow as fast as its equity.
        let allowed = "above the greatest maintenance rate and the closing fee together, at most 1";
        return Err(DerivativesError::refuse("call_ratio", ratio.get(), allowed));
    }
    Ok(Exposure {
        available: request.margin_mode.available() - request.funding_paid.map_or(0.0, Balance::get),
        other_requirement: request.margin_mode.other_requirement(),
        orientation: kind.orientation(request.side),
        quantity: request.quantity.get(),
        entry: kind.unit_value(request.entry_price.get()),
        entry_notional: kind.notional(request.quantity.get(), request.entry_price.get()),
        fee,
    })
}

fn at_mark(request: &LiquidationRequest, exposure: &Exposure, mark: f64, liquidation_price: PriceLevel) -> AtMark {
    let v = request.contract.unit_value(mark);
    let equity = exposure.equity(v);
    let requirement = exposure.requirement(&request.maintenance, request.venue, v);
    let notional = exposure.quantity * v;
    let over_equity = |value: f64| (equity > 0.0).then(|| value / equity).filter(|ratio| ratio.is_finite());
    let level = liquidation_price.price();
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
