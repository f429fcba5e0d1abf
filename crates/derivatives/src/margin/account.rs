//! The account as one object: many positions on one equity.

use hashinsight_market::Instrument;
use hashinsight_units::{AssetPrice, At, Balance, Currency, Error, Fraction, Outcome, Quantity, Record};

use super::account_path::{Account, Moved};
use super::contradictions::contradictions;
use super::{ContractKind, MaintenanceSchedule, Side, Venue};
use crate::Suspicion;
use crate::refuse::refuse;

/// Contract that positions of an account are in.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccountContract {
    /// Contract, in the words of the venue; each only once.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Coin whose price the contract follows.
    #[record(example = "BTC")]
    pub coin: Currency,
    /// Kind of the contract: linear or inverse.
    #[record(example = "linear")]
    pub contract: ContractKind,
    /// Mark price of the contract now, in quote currency.
    #[record(example = 60000)]
    pub mark_price: AssetPrice,
    /// Maintenance margin by size; notionals in the currency that the contract settles in. A table is that of this contract, in that
    /// currency, of the account's venue.
    pub maintenance: MaintenanceSchedule,
    /// Fee for closing, as a fraction of the notional; it counts where the venue's rules count it.
    #[record(default = Fraction::ZERO)]
    pub close_fee_rate: Fraction,
}

/// Position of an account.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccountPosition {
    /// Contract of the position: one of the account's.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Side of the position: long or short. A long and a short of one contract are hedge mode.
    #[record(example = "long")]
    pub side: Side,
    /// Size of the position: units of base (linear) or contracts of one quote unit (inverse).
    #[record(example = 1)]
    pub quantity: Quantity,
    /// Average entry price, in quote currency.
    #[record(example = 60000)]
    pub entry_price: AssetPrice,
}

/// Collateral of an account in one currency.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccountCollateral {
    /// Currency of the collateral; each only once.
    #[record(example = "USDT")]
    pub currency: Currency,
    /// Balance without unrealized profit, in the collateral's own currency; negative where it is owed.
    #[record(example = 5000)]
    pub amount: Balance,
    /// Price of one unit of the collateral in the account's currency. Absent: the collateral is in the account's currency.
    pub price: Option<AssetPrice>,
    /// Fraction of a positive balance's value that does not count.
    #[record(default = Fraction::ZERO)]
    pub haircut: Fraction,
}

/// Inputs of [`margin_account`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MarginAccountRequest {
    /// Venue whose rules apply.
    #[record(example = "binance_usdm")]
    pub venue: Venue,
    /// Currency in which the account is counted: that of its linear contracts, or the coin of its inverse ones.
    #[record(example = "USDT")]
    pub currency: Currency,
    /// Contracts that the account holds positions in.
    pub contracts: Vec<AccountContract>,
    /// Positions of the account; no two on the same side of one contract.
    pub positions: Vec<AccountPosition>,
    /// Collateral of the account, currency by currency.
    pub collateral: Vec<AccountCollateral>,
    /// Margin ratio at which the owner is warned: above 0, at most 1. Absent: no margin call.
    pub call_ratio: Option<Fraction>,
}

/// Position of an account at its mark price, in the account's currency.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PositionAtMark {
    /// Contract of the position.
    pub instrument: Instrument,
    /// Side of the position.
    pub side: Side,
    /// Notional of the position, in the account's currency.
    pub notional: f64,
    /// Unrealized profit of the position, in the account's currency.
    pub unrealized: f64,
    /// Maintenance margin and closing fee of the position as the venue counts them, in the account's currency.
    pub requirement: f64,
    /// Maintenance rate of the position's tier, as a fraction of the notional.
    pub maintenance_rate: f64,
    /// Leverage of the position: its notional over the account's equity. Absent where equity is not positive.
    pub leverage: Option<f64>,
    /// Whether the notional lies beyond the last tier of the contract's table, which goes on there.
    pub beyond_last_tier: bool,
}

/// Prices at which an account's state changes: the nearest below and above the price now.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AccountLevels {
    /// Contract or coin whose price moves.
    pub of: String,
    /// Price from which the movement starts, in quote currency: the mark, of a coin that of its first contract or else of its collateral.
    pub price: f64,
    /// Nearest lower price at which the account is liquidated, or no longer if it would be now.
    pub liquidation_below: Outcome,
    /// Nearest higher price at which the account is liquidated, or no longer if it would be now.
    pub liquidation_above: Outcome,
    /// Nearest lower price at which equity is 0.
    pub bankruptcy_below: Outcome,
    /// Nearest higher price at which equity is 0.
    pub bankruptcy_above: Outcome,
    /// Nearest lower price at which the margin ratio passes `call_ratio`. Absent without one.
    pub margin_call_below: Option<Outcome>,
    /// Nearest higher price at which the margin ratio passes `call_ratio`. Absent without one.
    pub margin_call_above: Option<Outcome>,
}

/// Result of [`margin_account`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MarginAccountReport {
    /// Collateral after haircuts, in the account's currency.
    pub collateral: f64,
    /// Unrealized profit of all positions, in the account's currency.
    pub unrealized: f64,
    /// Equity: collateral after haircuts and unrealized profit, in the account's currency.
    pub equity: f64,
    /// Requirement: maintenance margin of all positions and closing fees as the venue counts them, in the account's currency.
    pub requirement: f64,
    /// Margin ratio: requirement over equity, liquidation at 1. Absent where equity is not positive.
    pub margin_ratio: Option<f64>,
    /// Leverage: notional of all positions over equity. Absent where equity is not positive.
    pub leverage: Option<f64>,
    /// Whether equity does not exceed the requirement, so that the account would be liquidated now.
    pub liquidated: bool,
    /// Whether the margin ratio is at `call_ratio` or beyond. Absent without one.
    pub called: Option<bool>,
    /// Positions at their mark prices, in the order of the request.
    pub positions: Vec<PositionAtMark>,
    /// Prices of each contract at which the state changes while all other prices stay where they are.
    pub by_contract: Vec<AccountLevels>,
    /// Prices of each coin at which the state changes while all its contracts and collateral move in proportion.
    pub by_coin: Vec<AccountLevels>,
    /// Prices of one coin that contradict each other, with their places; empty as a rule.
    pub suspicious: Vec<Suspicion>,
}

/// The equity, margin ratio, liquidation, margin call and bankruptcy of an account, whichever of its positions asks.
///
/// A long of 1 bitcoin at 60,000 and a short of 0.4 at 62,000 on 5000 USDT: both legs of hedge mode have one liquidation price,
/// `(WB - L E_L + S E_S) / (L m + S m - L + S)` (Binance FAQ).
///
/// ```
/// use hashinsight_derivatives::margin::{
///     AccountCollateral, AccountContract, AccountPosition, ContractKind, MaintenanceSchedule, MarginAccountRequest, Side, Venue,
///     margin_account,
/// };
/// use hashinsight_units::{AssetPrice, Balance, Collateral, Fraction, Quantity};
/// let price = |value| AssetPrice::new(value);
/// let maintenance = MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? };
/// let contract =
///     AccountContract::new("BTCUSDT".parse()?, "BTC".parse()?, ContractKind::Linear, price(60_000.0)?, maintenance);
/// let leg = |side, quantity, entry| Ok::<_, hashinsight_units::Error>(
///     AccountPosition::new("BTCUSDT".parse()?, side, Quantity::new(quantity)?, price(entry)?)
/// );
/// let positions = vec![leg(Side::Long, 1.0, 60_000.0)?, leg(Side::Short, 0.4, 62_000.0)?];
/// let collateral = vec![AccountCollateral::new("USDT".parse()?, Balance::new(5_000.0)?)];
/// let request = MarginAccountRequest::new(Venue::BinanceUsdm, "USDT".parse()?, vec![contract], positions, collateral);
/// let report = margin_account(&request)?;
/// assert_eq!(format!("{:.1}", report.by_coin[0].liquidation_below.value().unwrap()), "50807.5");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.positions.insufficient_data` without positions; `derivatives.instrument.unknown` for a position without contract and
/// `.several` for a contract or position that is given twice; `derivatives.price.missing` for collateral in another currency without
/// price; `unsupported` at `contract`, `side`, `collateral` or `venue` for what the venue does not have;
/// `derivatives.deduction.out_of_range` for a deduction of another tier than that of its notional; `unsupported` at
/// `contracts[0].maintenance.tiers.instrument`, `margin_currency` or `source` for a table of another contract, currency or venue, and
/// `derivatives.notional_cap.out_of_range` for one that ends below a position's notional at entry; and the errors of
/// [`liquidation`](super::liquidation) for rates.
pub fn margin_account(request: &MarginAccountRequest) -> Result<MarginAccountReport, Error> {
    if request.call_ratio == Some(Fraction::ZERO) {
        return Err(refuse("call_ratio", 0.0, "above 0, at most 1"));
    }
    for (index, item) in request.collateral.iter().enumerate().filter(|(_, item)| item.currency == request.currency) {
        if let Some(price) = item.price.map(AssetPrice::get).filter(|price| *price != 1.0) {
            let allowed = "1, or absent: it is the account's own currency";
            return Err(refuse("price", price, allowed)).index(index).at("collateral");
        }
    }
    let account = Account::new(request)?;
    let (equity, requirement) = (account.equity(), account.requirement());
    let over_equity = |value: f64| (equity > 0.0).then(|| value / equity).filter(|ratio| ratio.is_finite());
    let margin_ratio = over_equity(requirement);
    let positions: Vec<PositionAtMark> = (0..request.positions.len())
        .map(|index| {
            let leg = &account.legs[index];
            PositionAtMark {
                instrument: leg.contract.instrument,
                side: request.positions[index].side,
                notional: leg.notional(),
                unrealized: leg.unrealized() + 0.0,
                requirement: leg.requirement() + 0.0,
                maintenance_rate: leg.rate(),
                leverage: over_equity(leg.notional()),
                beyond_last_tier: leg.is_beyond_table(),
            }
        })
        .collect();
    let notional = positions.iter().fold(0.0, |sum, position| sum + position.notional);
    let levels = |moved: &[Moved<'_>]| moved.iter().map(|moved| account.levels(moved, request.call_ratio)).collect();
    let (by_contract, by_coin): (Result<Vec<_>, Error>, Result<Vec<_>, Error>) =
        (levels(&account.contracts()), levels(&account.coins()));
    Ok(MarginAccountReport {
        collateral: account.collateral() + 0.0,
        unrealized: positions.iter().fold(0.0, |sum, position| sum + position.unrealized),
        equity: equity + 0.0,
        requirement: requirement + 0.0,
        margin_ratio,
        leverage: over_equity(notional),
        liquidated: equity <= requirement,
        called: request.call_ratio.map(|call| requirement >= call.get() * equity),
        positions,
        by_contract: by_contract?,
        by_coin: by_coin?,
        suspicious: contradictions(request),
    })
}
