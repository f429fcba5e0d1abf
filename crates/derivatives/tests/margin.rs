//! Liquidation against published examples, closed forms and a scan.
#![expect(
    clippy::disallowed_methods,
    reason = "test helpers, and oracles that use the platform's functions on purpose"
)]

use super::{BINANCE_BTCUSDT, binance_btcusdt, with};
use hashinsight_derivatives::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, LiquidationReport, LiquidationRequest,
    MaintenanceSchedule, MarginMode, Position, Side, Venue, liquidation, liquidation_batch,
};
use hashinsight_market::{TierTable, TierTableColumns};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{AssetPrice, Balance, Collateral, Fraction, Outcome, Quantity, Timestamp, Volatility, Years};
use proptest::prelude::*;
use serde_json::Value;

fn request(venue: Venue, contract: ContractKind, side: f64, quantity: f64, entry: f64) -> LiquidationRequest {
    LiquidationRequest::new(
        venue,
        Position::new(
            contract,
            if side > 0.0 { Side::Long } else { Side::Short },
            Quantity::new(quantity).unwrap(),
            AssetPrice::new(entry).unwrap(),
        ),
        MarginMode::Isolated { margin: Collateral::new(0.0).unwrap() },
        flat(0.0, 0.0),
    )
}

fn flat(rate: f64, deduction: f64) -> MaintenanceSchedule {
    MaintenanceSchedule::Flat { rate: Fraction::new(rate).unwrap(), deduction: Collateral::new(deduction).unwrap() }
}

fn isolated(margin: f64) -> MarginMode {
    MarginMode::Isolated { margin: Collateral::new(margin).unwrap() }
}

fn number(row: &Value, key: &str) -> Option<f64> {
    row.get(key).and_then(Value::as_f64)
}

fn solve(request: &LiquidationRequest) -> LiquidationReport {
    liquidation(request).unwrap()
}

#[test]
fn linear_rows() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["linear"].as_array().unwrap();
    assert_eq!(rows.len(), 17);
    for row in rows {
        let [side, quantity, entry, rate] = ["side", "qty", "entry", "mmr"].map(|key| number(row, key).unwrap());
        let mode = row["mode"].as_str().unwrap();
        let venue = match (mode, number(row, "fee")) {
            ("bybit_isolated_entry_mm", None) => Venue::BybitClassic,
            (_, Some(_)) => Venue::Okx,
            ("isolated" | "isolated ETHUSDT" | "isolated BTCUSDT" | "cross ETHUSDT", None) => Venue::BinanceUsdm,
            other => panic!("a mode that is not handled: {other:?}"),
        };
        let mut request = request(venue, ContractKind::Linear, side, quantity, entry);
        let margin = number(row, "wallet").unwrap_or_else(|| quantity * entry / number(row, "leverage").unwrap());
        request.margin_mode = if mode.starts_with("cross") {
            MarginMode::Cross {
                wallet_balance: Balance::new(margin).unwrap(),
                other_maintenance: Collateral::new(number(row, "tmm_other").unwrap()).unwrap(),
                other_unrealized: Balance::new(number(row, "upnl_other").unwrap()).unwrap(),
            }
        } else {
            isolated(margin)
        };
        request.maintenance = flat(rate, number(row, "maint_amount").unwrap_or(0.0));
        request.close_fee_rate = Fraction::new(number(row, "fee").unwrap_or(0.0)).unwrap();
        let got = solve(&request).liquidation_price.value().unwrap();
        within_relative(got, number(row, "exact").unwrap(), 1e-12, &row.to_string());
        assert!((got - number(row, "published").unwrap()).abs() < 0.005 * entry.max(1.0) / 1000.0 + 0.005, "{row}");
    }
}

#[test]
fn inverse_rows() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["inverse"].as_array().unwrap();
    assert_eq!(rows.len(), 12);
    for row in rows {
        let [side, entry] = ["side", "entry"].map(|key| number(row, key).unwrap());
        let quantity = number(row, "contracts").or_else(|| number(row, "contracts_usd")).unwrap_or(1.0);
        let venue = match row.get("mode").and_then(Value::as_str) {
            Some(mode) if mode.starts_with("entry_mm") => Venue::BybitClassic,
            Some(mode) if mode.starts_with("mark_mm") => Venue::BinanceCoinm,
            None => Venue::BinanceCoinm, // bankruptcy only, and the short that is never liquidated
            other => panic!("a mode that is not handled: {other:?}"),
        };
        let mut request = request(venue, ContractKind::Inverse, side, quantity, entry);
        let margin = number(row, "wallet")
            .or_else(|| number(row, "balance"))
            .unwrap_or_else(|| quantity / entry / number(row, "leverage").unwrap());
        request.margin_mode = isolated(margin);
        request.maintenance = flat(number(row, "mmr").unwrap_or(0.0), number(row, "maint_amount").unwrap_or(0.0));
        request.close_fee_rate = Fraction::new(number(row, "fee").unwrap_or(0.0)).unwrap();
        let report = solve(&request);
        let mut checked = 0;
        if let Some(exact) = number(row, "exact") {
            within_relative(report.liquidation_price.value().unwrap(), exact, 1e-12, &row.to_string());
            checked += 1;
        }
        if let Some(bankruptcy) = number(row, "bankruptcy") {
            within_relative(report.bankruptcy_price.value().unwrap(), bankruptcy, 1e-12, &row.to_string());
            checked += 1;
        }
        if row.get("expect").is_some_and(Value::is_null) {
            assert_eq!(report.liquidation_price, Outcome::Never, "{row}");
            assert_eq!((report.bankruptcy_price, report.tier), (Outcome::Never, None));
            checked += 1;
        }
        assert!(checked > 0, "a row that is not handled: {row}");
    }
}

/// Every group of the file has its test: in this file, in `barriers.rs` (covers) and in `jumps.rs`. Two are of insurance: claims.
#[test]
fn groups_of_rows() {
    // In order, whatever order the maps of `serde_json` keep.
    let groups = |name| {
        let mut keys: Vec<String> = vectors(name).as_object().unwrap().keys().cloned().collect();
        keys.sort_unstable();
        keys
    };
    let here = ["inverse", "linear", "tiered_liq", "tiers"];
    let elsewhere = ["drawdown", "exchange_default", "kou_first_passage", "liquidation_cover"];
    let insurance = ["bti_demo_claim", "bybit_mutual_insurance"];
    let notes = ["tiers_note", "tolerance"];
    let mut known = [&here[..], &elsewhere[..], &insurance[..], &notes[..]].concat();
    known.sort_unstable();
    assert_eq!(groups("margin_kou_cover_vectors.json"), known);
    assert_eq!(groups("digital_vectors.json"), ["first_passage", "haug", "meta"]);
    assert_eq!(groups("merton_vectors.json"), ["meta", "rows"]);
}

#[test]
fn tier_tables_are_the_published_ones() {
    let file = vectors("margin_kou_cover_vectors.json");
    let number = |value: &Value| value.as_f64().unwrap();
    let binance = binance_btcusdt();
    let rows = file["tiers"]["binance_btcusdt"]["rows"].as_array().unwrap();
    assert_eq!((binance.len(), rows.len()), (12, 12));
    for (tier, row) in binance.iter().zip(rows) {
        let got = [
            tier.notional_floor(),
            tier.notional_cap(),
            tier.maintenance_rate(),
            tier.max_leverage(),
            tier.deduction(),
        ];
        assert_eq!(got.to_vec(), row.as_array().unwrap().iter().map(number).collect::<Vec<_>>());
    }
    let rows = file["tiers"]["bybit_btcusdt"]["rows"].as_array().unwrap();
    let column = |k: usize| rows.iter().map(|row| number(&row[k])).collect::<Vec<f64>>();
    let caps = column(0);
    let bybit = TierTable::from_columns(TierTableColumns {
        source: "bybit_linear".parse().unwrap(),
        instrument: "BTCUSDT".parse().unwrap(),
        margin_currency: "USDT".parse().unwrap(),
        time_ms: Timestamp::from_ms(1_795_219_200_000).unwrap(), // when the page was collected: it carries no date
        notional_floor: std::iter::once(0.0).chain(caps.iter().copied()).take(caps.len()).collect(),
        notional_cap: caps,
        maintenance_rate: column(2),
        deduction: column(3),
        max_leverage: column(1),
    })
    .unwrap();
    // The deduction that continuity asks for, recomputed by the reference from the rates alone.
    let recomputed = file["tiers"]["bybit_btcusdt"]["recomputed"].as_array().unwrap();
    assert_eq!((rows.len(), recomputed.len()), (20, 19));
    for (tier, pair) in bybit.iter().skip(1).zip(recomputed) {
        assert!((tier.deduction() - number(&pair[1])).abs() < 1e-6);
    }
    let mut keys: Vec<&String> = file["tiers"].as_object().unwrap().keys().collect();
    keys.sort_unstable();
    assert_eq!(keys, ["binance_btcusdt", "binance_coinm_btcusd_example", "bybit_btcusdt"]); // the second is a sentence
}

#[test]
fn tiered_rows() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["tiered_liq"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    for row in rows {
        let [side, quantity, entry, wallet] = ["side", "qty", "entry", "wallet"].map(|key| number(row, key).unwrap());
        let mut request = request(Venue::BinanceUsdm, ContractKind::Linear, side, quantity, entry);
        request.margin_mode = isolated(wallet);
        request.maintenance = MaintenanceSchedule::Tiers(binance_btcusdt());
        let report = solve(&request);
        let tier = report.tier.unwrap();
        within_relative(report.liquidation_price.value().unwrap(), number(row, "liq_price").unwrap(), 1e-12, "price");
        within_relative(
            report.bankruptcy_price.value().unwrap(),
            number(row, "bankruptcy").unwrap(),
            1e-12,
            "bankrupt",
        );
        assert_eq!(tier.maintenance_rate, number(row, "tier_mmr").unwrap());
        assert_eq!(tier.deduction, number(row, "maint_amount").unwrap());
    }
}

/// Every exchange's rule, read once more as text and checked at the answer: equity equals what the venue demands.
#[test]
fn venues_at_their_own_price() {
    let venues =
        [Venue::BinanceUsdm, Venue::BinanceCoinm, Venue::BybitClassic, Venue::BybitUnified, Venue::Okx, Venue::Btse];
    for venue in venues {
        for (contract, entry, quantity, margin) in
            [(ContractKind::Linear, 60_000.0, 2.0, 8_000.0), (ContractKind::Inverse, 60_000.0, 120_000.0, 0.14)]
        {
            let missing = match contract {
                ContractKind::Linear => Venue::BinanceCoinm,
                ContractKind::Inverse => Venue::BinanceUsdm,
            };
            if venue == missing {
                continue;
            }
            for side in [1.0, -1.0] {
                let mut request = request(venue, contract, side, quantity, entry);
                request.margin_mode = isolated(margin);
                request.maintenance = flat(0.01, 0.0);
                request.close_fee_rate = Fraction::new(0.0006).unwrap();
                let report = solve(&request);
                let level = report.liquidation_price.value().unwrap();
                request.mark_price = Some(AssetPrice::new(level).unwrap());
                let mark = solve(&request).at_mark.unwrap();
                assert!(
                    (mark.equity - mark.requirement).abs() < 1e-11 * mark.notional,
                    "{venue:?} {contract:?} {side}"
                );
                assert!((mark.margin_ratio.unwrap() - 1.0).abs() < 1e-9);
            }
        }
    }
    // BTSE support: short at 8000 with leverage 100 is liquidated at 8040 and bankrupt at 8080.
    let mut request = request(Venue::Btse, ContractKind::Linear, -1.0, 1.0, 8_000.0);
    request.margin_mode = isolated(80.0);
    request.maintenance = flat(0.005, 0.0);
    let report = solve(&request);
    assert_eq!((report.liquidation_price, report.bankruptcy_price), (Outcome::Value(8040.0), Outcome::Value(8080.0)));
}

#[test]
fn never_and_now() {
    // A linear long paid in full, with more than nothing to spare.
    let mut long = request(Venue::BinanceUsdm, ContractKind::Linear, 1.0, 1.0, 60_000.0);
    long.margin_mode = isolated(60_000.0);
    long.maintenance = flat(0.004, 0.0);
    assert_eq!(solve(&long).liquidation_price, Outcome::Never);
    assert_eq!(solve(&long).bankruptcy_price, Outcome::Never);
    // Funding has eaten the margin: liquidated at entry.
    long.margin_mode = isolated(1_000.0);
    long.funding_paid = Balance::new(900.0).unwrap();
    long.mark_price = Some(AssetPrice::new(60_000.0).unwrap());
    assert!(solve(&long).at_mark.unwrap().liquidated);
    long.funding_paid = Balance::new(0.0).unwrap();
    long.call_ratio = Some(Fraction::new(0.8).unwrap());
    long.volatility = Some(Volatility::new(0.65).unwrap());
    long.years = Some(Years::new(1.0 / 365.0).unwrap());
    let report = solve(&long);
    let mark = report.at_mark.unwrap();
    assert!(!mark.liquidated && (mark.leverage.unwrap() - 60.0).abs() < 1e-12);
    let (call, level) = (report.margin_call_price.unwrap().value().unwrap(), report.liquidation_price.value().unwrap());
    assert!(level < call && call < 60_000.0);
    // At the call price maintenance is 0.8 of equity.
    assert!((0.004 * call / (1_000.0 + call - 60_000.0) - 0.8).abs() < 1e-9);
    let sigmas = (60_000.0 / level).ln() / (0.65 / 365f64.sqrt());
    assert!((mark.distance_sigmas.unwrap() - sigmas).abs() < 1e-12);
}

#[test]
fn refusals() {
    let base = request(Venue::Okx, ContractKind::Linear, 1.0, 1.0, 1.0);
    let code = |request: &LiquidationRequest| liquidation(request).unwrap_err().code().to_owned();
    let full = with(&base, |r| r.maintenance = flat(1.0, 0.0));
    assert_eq!(code(&full), "derivatives.maintenance_rate.out_of_range");
    let fee = Fraction::new(0.6).unwrap();
    let fees = with(&base, |r| {
        r.maintenance = flat(0.5, 0.0);
        r.close_fee_rate = fee;
    });
    assert_eq!(code(&fees), "derivatives.close_fee_rate.out_of_range");
    let call = with(&base, |r| r.call_ratio = Some(Fraction::ZERO));
    assert_eq!(code(&call), "derivatives.call_ratio.out_of_range");
    let table = binance_btcusdt();
    let none = TierTable::new(table.source(), table.instrument(), table.margin_currency(), table.time_ms());
    let empty = with(&base, |r| r.maintenance = MaintenanceSchedule::Tiers(none));
    assert_eq!(code(&empty), "derivatives.tiers.insufficient_data");

    // Gap, overlap, order, discontinuity: the table itself names the row.
    let columns = || TierTableColumns {
        source: table.source(),
        instrument: table.instrument(),
        margin_currency: table.margin_currency(),
        time_ms: table.time_ms(),
        notional_floor: vec![0.0, 100.0, 200.0],
        notional_cap: vec![100.0, 200.0, 300.0],
        maintenance_rate: vec![0.01, 0.02, 0.03],
        deduction: vec![0.0, 1.0, 3.0],
        max_leverage: vec![50.0, 25.0, 10.0],
    };
    assert!(TierTable::from_columns(columns()).is_ok());
    let path = |columns: TierTableColumns| TierTable::from_columns(columns).unwrap_err().path().to_string();
    let gap = TierTableColumns { notional_floor: vec![0.0, 101.0, 200.0], ..columns() };
    assert_eq!(path(gap), "notional_floor[1]");
    let overlap = TierTableColumns { notional_floor: vec![0.0, 100.0, 150.0], ..columns() };
    assert_eq!(path(overlap), "notional_floor[2]");
    let order = TierTableColumns { maintenance_rate: vec![0.01, 0.02, 0.015], ..columns() };
    assert_eq!(path(order), "maintenance_rate[2]");
    let jump = TierTableColumns { deduction: vec![0.0, 1.0, 3.5], ..columns() };
    assert_eq!(path(jump), "deduction[2]");
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(100_000))]

    /// A scan of the mark in steps finds liquidation where the formula says, in whatever tier that is.
    #[test]
    fn agrees_with_a_scan(
        long in any::<bool>(), inverse in any::<bool>(), size in 3.0..8.5f64, leverage in 1.2..80.0f64, fee in 0.0..0.001f64,
    ) {
        let contract = if inverse { ContractKind::Inverse } else { ContractKind::Linear };
        let entry = 60_000.0;
        let notional = 10f64.powf(size);
        // An inverse table is in coin: the same figures, read as coin, with a quantity to match.
        let quantity = if inverse { notional * entry } else { notional / entry };
        let mut request = request(Venue::BybitUnified, contract, if long { 1.0 } else { -1.0 }, quantity, entry);
        request.margin_mode = isolated(notional / leverage);
        request.maintenance = MaintenanceSchedule::Tiers(serde_json::from_str(&BINANCE_BTCUSDT.replace("binance_usdm", "bybit_linear")).unwrap());
        request.close_fee_rate = Fraction::new(fee).unwrap();
        let report = solve(&request);
        let at = |price: f64| {
            let mut request = request.clone();
            request.mark_price = Some(AssetPrice::new(price).unwrap());
            solve(&request).at_mark.unwrap()
        };
        match report.liquidation_price {
            Outcome::Value(level) if (1e-6..1e12).contains(&level) => {
                let toward = if long { 1.0 } else { -1.0 };
                prop_assert!(!at(level * (1.0 + toward * 1e-9)).liquidated);
                prop_assert!(at(level * (1.0 - toward * 1e-9)).liquidated);
                if let Outcome::Value(bankruptcy) = report.bankruptcy_price {
                    prop_assert!((level - bankruptcy) * toward >= -1e-9 * level, "liquidation comes before bankruptcy");
                }
            }
            Outcome::Value(_) => {}
            _ => {
                for exponent in -3..9 {
                    prop_assert!(!at(10f64.powi(exponent)).liquidated);
                }
            }
        }
        let margin = [notional / leverage];
        let columns = LiquidationColumns {
            side: &[if long { Side::Long } else { Side::Short }], quantity: &[quantity], entry_price: &[entry], margin: &margin,
        };
        let params = LiquidationBatchParams::new(request.venue, contract, request.maintenance.clone()).close_fee_rate(request.close_fee_rate);
        let table = liquidation_batch(&columns, &params).unwrap();
        prop_assert_eq!(report.liquidation_price.value().unwrap_or(f64::NAN).to_bits(), table.liquidation_price[0].to_bits());
        prop_assert_eq!(report.bankruptcy_price.value().unwrap_or(f64::NAN).to_bits(), table.bankruptcy_price[0].to_bits());
    }
}

#[test]
fn bad_rows() {
    let params = |on_bad_row| {
        LiquidationBatchParams::new(Venue::BinanceUsdm, ContractKind::Linear, flat(0.005, 0.0)).on_bad_row(on_bad_row)
    };
    let columns = LiquidationColumns {
        side: &[Side::Long; 3],
        quantity: &[1.0, -1.0, f64::NAN],
        entry_price: &[100.0; 3],
        margin: &[10.0; 3],
    };
    let fault = liquidation_batch(&columns, &params(OnBadRow::Refuse)).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("units.quantity.out_of_range", "quantity[1]"));
    let table = liquidation_batch(&columns, &params(OnBadRow::Report)).unwrap();
    assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused, RowStatus::Refused]);
    assert!(table.liquidation_price[1].is_nan() && table.liquidation_price[2].is_nan());
    let short = LiquidationColumns { margin: &[1.0], ..columns };
    let fault = liquidation_batch(&short, &params(OnBadRow::Report)).unwrap_err();
    assert_eq!(fault.code(), "derivatives.margin.length");
}
