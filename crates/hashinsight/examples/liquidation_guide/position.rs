//! Positions, their levels and tiers.

use hashinsight::derivatives::margin::{
    ContractKind, LiquidationReport, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue,
    liquidation,
};
use hashinsight::market::TierTable;
use hashinsight::units::{AssetPrice, Collateral, Fraction, Quantity, Volatility};

use crate::Outcome;
use crate::passage::days;
use hashinsight::report::render::grouped;

pub(crate) const ENTRY: f64 = 60_000.0;
pub(crate) const VOLATILITY: f64 = 0.65;
/// The position that the page follows: half a bitcoin long at 10 times leverage.
pub(crate) const QUANTITY: f64 = 0.5;
pub(crate) const MARGIN: f64 = 3_000.0;
pub(crate) const LEVERAGE: f64 = 10.0;

/// The margin table of Binance's `BTCUSDT` on 2024-10-24.
pub(crate) fn binance_btcusdt() -> Outcome<TierTable> {
    Ok(serde_json::from_str(include_str!("../binance_btcusdt.json"))?)
}

/// A position by Binance's rules: linear in BTC with its table, inverse in contracts of one dollar at a flat 0.4 %.
pub(crate) fn position(contract: ContractKind, side: Side, quantity: f64, leverage: f64) -> Outcome<LiquidationReport> {
    let (venue, notional, maintenance) = match contract {
        ContractKind::Linear => (Venue::BinanceUsdm, quantity * ENTRY, MaintenanceSchedule::Tiers(binance_btcusdt()?)),
        ContractKind::Inverse => {
            let rate = Fraction::new(0.004)?;
            let flat = MaintenanceSchedule::Flat { rate, deduction: Collateral::new(0.0)? };
            (Venue::BinanceCoinm, quantity / ENTRY, flat)
        }
    };
    let entry = AssetPrice::new(ENTRY)?;
    let margin = MarginMode::Isolated { margin: Collateral::new(notional / leverage)? };
    let position = Position::new(contract, side, Quantity::new(quantity)?, entry);
    let request = LiquidationRequest::new(venue, position, margin, maintenance).mark_price(entry);
    Ok(liquidation(&request.volatility(Volatility::new(VOLATILITY)?).years(days(7.0)?))?)
}

pub(crate) fn positions() -> Outcome<()> {
    println!("== positions at 60,000");
    println!("{:<23} {:>11} {:>10} {:>9} {:>14}", "position", "liquidation", "bankruptcy", "distance", "sigmas in 7 d");
    for (name, contract, side, quantity, leverage) in [
        ("linear long 10x", ContractKind::Linear, Side::Long, QUANTITY, 10.0),
        ("linear short 10x", ContractKind::Linear, Side::Short, QUANTITY, 10.0),
        ("inverse long 10x", ContractKind::Inverse, Side::Long, QUANTITY * ENTRY, 10.0),
        ("inverse short 10x", ContractKind::Inverse, Side::Short, QUANTITY * ENTRY, 10.0),
        ("inverse short 1x", ContractKind::Inverse, Side::Short, QUANTITY * ENTRY, 1.0),
        ("linear long 50x", ContractKind::Linear, Side::Long, QUANTITY, 50.0),
    ] {
        let report = position(contract, side, quantity, leverage)?;
        let level = |price: Option<f64>| price.map_or("never".to_owned(), |price| grouped(price, 2));
        let mark = report.at_mark;
        let distance = mark.and_then(|mark| mark.distance).map_or("-".to_owned(), |d| format!("{:.2} %", 100.0 * d));
        let sigmas = mark.and_then(|mark| mark.distance_sigmas).map_or("-".to_owned(), |d| format!("{d:.2}"));
        let (liquidated, bankrupt) = (level(report.liquidation_price.value()), level(report.bankruptcy_price.value()));
        println!("{name:<23} {liquidated:>11} {bankrupt:>10} {distance:>9} {sigmas:>14}");
    }
    Ok(())
}

pub(crate) fn tiers() -> Outcome<()> {
    println!("\n== 51 BTC long at 20x");
    let report = position(ContractKind::Linear, Side::Long, 51.0, 20.0)?;
    let table = binance_btcusdt()?;
    let entry = table.tier_at(51.0 * ENTRY).ok_or("no tier for the notional")?;
    let tier = report.tier.ok_or("a leveraged long has a tier")?;
    println!("maintenance at entry       {:>8} %", 100.0 * entry.maintenance_rate());
    println!("maintenance at liquidation {:>8} %", 100.0 * tier.maintenance_rate);
    let margin = 51.0 * ENTRY / 20.0;
    let by_entry = (51.0 * ENTRY - margin - entry.deduction()) / (51.0 * (1.0 - entry.maintenance_rate()));
    let level = report.liquidation_price.value().ok_or("a leveraged long is liquidated")?;
    println!("liquidation by entry tier  {:>10}", grouped(by_entry, 2));
    println!("liquidation                {:>10}", grouped(level, 2));
    Ok(())
}

/// Where a linear long of half a bitcoin is liquidated.
pub(crate) fn long_level(leverage: f64) -> Outcome<f64> {
    let report = position(ContractKind::Linear, Side::Long, QUANTITY, leverage)?;
    Ok(report.liquidation_price.value().ok_or("a leveraged long is liquidated")?)
}
