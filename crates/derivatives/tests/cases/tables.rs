//! A venue's table is that of one contract, in one currency, of one venue, up to its last cap; prices of one coin agree.

use hashinsight_derivatives::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, LiquidationRequest, MaintenanceSchedule, MarginMode,
    Position, Side, Venue, liquidation, liquidation_batch, margin_account,
};
use hashinsight_market::{TierTable, TierTableColumns};
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{AssetPrice, Collateral, Quantity, Timestamp, Volatility, Years};

use super::account::{coin, contract, flat, leg, owned, refused, request};
use crate::with;

/// The first tiers of Binance's `BTCUSDT`, under another name, currency or source.
fn table(source: &str, instrument: &str, currency: &str) -> MaintenanceSchedule {
    let columns = TierTableColumns {
        source: source.parse().unwrap(),
        instrument: instrument.parse().unwrap(),
        margin_currency: currency.parse().unwrap(),
        time_ms: Timestamp::MIN,
        notional_floor: vec![0.0, 50_000.0, 600_000.0, 3e6],
        notional_cap: vec![50_000.0, 600_000.0, 3e6, 12e6],
        maintenance_rate: vec![0.004, 0.005, 0.0065, 0.01],
        deduction: vec![0.0, 50.0, 950.0, 11_450.0],
        max_leverage: vec![125.0, 100.0, 75.0, 50.0],
    };
    MaintenanceSchedule::Tiers(TierTable::from_columns(columns).unwrap())
}

fn position(side: Side, quantity: f64, entry: f64) -> Position {
    Position::new(ContractKind::Linear, side, Quantity::new(quantity).unwrap(), AssetPrice::new(entry).unwrap())
}

fn alone(venue: Venue, side: Side, quantity: f64, maintenance: MaintenanceSchedule) -> LiquidationRequest {
    let margin = MarginMode::Isolated { margin: Collateral::new(quantity * 6_000.0).unwrap() };
    LiquidationRequest::new(venue, position(side, quantity, 60_000.0), margin, maintenance)
}

#[test]
fn a_table_is_of_one_contract_currency_and_venue() {
    let positions = [leg("BTCUSDT", Side::Long, 1.0, 60_000.0)];
    let ask = |maintenance| {
        let contracts = [contract("BTCUSDT", ContractKind::Linear, 60_000.0, maintenance)];
        request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("USDT", 6_000.0)])
    };
    for (field, maintenance) in [
        ("instrument", table("binance_usdm", "ETHUSDT", "USDT")),
        ("margin_currency", table("binance_usdm", "BTCUSDT", "USDC")),
        ("source", table("okx", "BTCUSDT", "USDT")),
        ("source", table("binance_coinm", "BTCUSDT", "USDT")),
        ("source", table("bybit_linear", "BTCUSDT", "USDT")),
    ] {
        let place = format!("contracts[0].maintenance.tiers.{field}");
        assert_eq!(refused(&ask(maintenance)), (format!("derivatives.{field}.unsupported"), place));
    }
    for source in ["binance_usdm", "binance", "my_own_notes"] {
        assert!(margin_account(&ask(table(source, "BTCUSDT", "USDT"))).is_ok(), "{source}");
    }
    // Of an inverse contract the table is in the coin, whatever the account is counted in.
    let inverse = |currency: &str| {
        let contracts =
            [contract("BTCUSD", ContractKind::Inverse, 60_000.0, table("bybit_inverse", "BTCUSD", currency))];
        let positions = [leg("BTCUSD", Side::Long, 60_000.0, 60_000.0)];
        request(Venue::BybitUnified, "USD", &contracts, &positions, &[owned("USD", 6_000.0)])
    };
    assert!(margin_account(&inverse("BTC")).is_ok());
    assert_eq!(refused(&inverse("USD")).0, "derivatives.margin_currency.unsupported");
    // A position alone names no contract, but its venue.
    for (venue, source) in [
        (Venue::Okx, "binance_usdm"),
        (Venue::BinanceUsdm, "bybit_linear"),
        (Venue::BybitUnified, "binance"),
        (Venue::Kraken, "deribit"),
    ] {
        let request = alone(venue, Side::Long, 1.0, table(source, "BTCUSDT", "USDT"));
        let error = liquidation(&request).unwrap_err();
        assert_eq!((error.code(), error.value()), ("derivatives.source.unsupported", source));
        assert_eq!(error.path().as_str(), "maintenance.tiers.source");
        let params = LiquidationBatchParams::new(venue, ContractKind::Linear, request.maintenance);
        let columns = LiquidationColumns { side: &[], quantity: &[], entry_price: &[], margin: &[] };
        assert_eq!(liquidation_batch(&columns, &params).unwrap_err(), error);
    }
    assert!(liquidation(&alone(Venue::Okx, Side::Long, 1.0, table("gate_usdt", "BTCUSDT", "USDT"))).is_ok());
}

/// 60,000,000 on a table that ends at 12,000,000: the venue has no tier there. A position that the price took there has the last one.
#[test]
fn no_position_begins_beyond_the_last_tier() {
    let tiers = || table("binance_usdm", "BTCUSDT", "USDT");
    let too_large = alone(Venue::BinanceUsdm, Side::Long, 1_000.0, tiers());
    let error = liquidation(&too_large).unwrap_err();
    assert_eq!(error.code(), "derivatives.notional_cap.out_of_range");
    assert_eq!(error.path().as_str(), "maintenance.tiers.notional_cap[3]");
    assert_eq!(error.value(), "12000000");
    let report = liquidation(&alone(Venue::BinanceUsdm, Side::Long, 200.0, tiers())).unwrap(); // at the cap itself
    assert!(!report.tier.unwrap().beyond_last_tier);
    let report = liquidation(&alone(Venue::BinanceUsdm, Side::Short, 200.0, tiers())).unwrap(); // rises beyond it
    assert!(report.tier.unwrap().beyond_last_tier);
    let columns = LiquidationColumns {
        side: &[Side::Long, Side::Long],
        quantity: &[200.0, 1_000.0],
        entry_price: &[60_000.0, 60_000.0],
        margin: &[1.2e6, 6e6],
    };
    let params = LiquidationBatchParams::new(Venue::BinanceUsdm, ContractKind::Linear, tiers());
    let error = liquidation_batch(&columns, &params).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("derivatives.quantity.out_of_range", "quantity[1]"));
    assert!(error.allowed().contains("notional_cap"), "{error}");
    let told = liquidation_batch(&columns, &params.on_bad_row(OnBadRow::Report)).unwrap();
    assert_eq!(told.status, [RowStatus::Ok, RowStatus::Refused]);
    let ask = |quantity: f64, entry: f64| {
        let contracts = [contract("BTCUSDT", ContractKind::Linear, 60_000.0, tiers())];
        let positions = [leg("BTCUSDT", Side::Long, quantity, entry)];
        request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &[owned("USDT", 6e6)])
    };
    let place = "contracts[0].maintenance.tiers.notional_cap[3]";
    assert_eq!(refused(&ask(1_000.0, 60_000.0)), ("derivatives.notional_cap.out_of_range".into(), place.into()));
    assert!(!margin_account(&ask(200.0, 60_000.0)).unwrap().positions[0].beyond_last_tier);
    let grown = margin_account(&ask(1_000.0, 12_000.0)).unwrap();
    assert!(grown.positions[0].beyond_last_tier);
}

#[test]
fn prices_of_one_coin_that_contradict_are_told() {
    let ask = |mark: f64, owned_at: f64| {
        let contracts = [
            contract("BTCUSDT", ContractKind::Linear, 60_000.0, flat(0.005, 0.0)),
            contract("BTCUSDT-26", ContractKind::Linear, mark, flat(0.005, 0.0)),
        ];
        let positions = [leg("BTCUSDT", Side::Long, 1.0, 60_000.0), leg("BTCUSDT-26", Side::Long, 1.0, 60_000.0)];
        let collateral = [owned("USDT", 9_000.0), coin("BTC", 1.0, owned_at, 0.05)];
        margin_account(&request(Venue::BinanceUsdm, "USDT", &contracts, &positions, &collateral)).unwrap().suspicious
    };
    assert!(ask(63_000.0, 59_000.0).is_empty());
    let told = ask(60.0, 30_000.0);
    let places: Vec<_> = told.iter().map(|one| (one.path.as_str(), one.value.as_str())).collect();
    assert_eq!(places, [("contracts[1].mark_price", "60"), ("collateral[1].price", "30000")]);
    assert_eq!(told[1].expected, "50000 to 72000, near contracts[0].mark_price");
}

/// A distance in deviations that is asked for in part.
#[test]
fn nothing_is_ignored_without_a_word() {
    let base = alone(Venue::BinanceUsdm, Side::Long, 1.0, flat(0.005, 0.0));
    let (volatility, years) = (Volatility::new(0.5).unwrap(), Years::new(0.02).unwrap());
    let mark = AssetPrice::new(60_000.0).unwrap();
    let code = |request: &LiquidationRequest| liquidation(request).unwrap_err().code().to_owned();
    assert_eq!(code(&base.clone().mark_price(mark).volatility(volatility)), "derivatives.years.missing");
    assert_eq!(code(&base.clone().mark_price(mark).years(years)), "derivatives.volatility.missing");
    assert_eq!(code(&base.clone().years(years).volatility(volatility)), "derivatives.mark_price.missing");
    let whole = with(&base, |request| request.mark_price = Some(mark)).years(years).volatility(volatility);
    assert!(liquidation(&whole).unwrap().at_mark.unwrap().distance_sigmas.is_some());
}
