//! Levels of an account beside a scan of its prices.

use hashinsight_derivatives::margin::{
    ContractKind, MaintenanceSchedule, MarginAccountReport, MarginAccountRequest, Side, Venue, margin_account,
};
use hashinsight_units::{AssetPrice, Fraction};

use super::account::{coin, contract, leg, owned, request, tiers};

/// Of an account with `x` times the prices, by its own report: equity less requirement.
fn rest(account: &MarginAccountRequest, x: f64) -> f64 {
    let mut moved = account.clone();
    for contract in &mut moved.contracts {
        contract.mark_price = AssetPrice::new(contract.mark_price.get() * x).unwrap();
    }
    for item in &mut moved.collateral {
        item.price = item.price.map(|price| AssetPrice::new(price.get() * x).unwrap());
    }
    let MarginAccountReport { equity, requirement, .. } = margin_account(&moved).unwrap();
    equity - requirement
}

/// Mixed accounts with jumps and growth: nowhere between the price now and a level does the state change, and it does there.
#[test]
fn case_15_levels_by_a_scan() {
    let schedules = [
        MaintenanceSchedule::Whole(tiers(&[0.0, 1e5, 3e5, 1e6], &[0.01, 0.03, 0.06, 0.2])),
        MaintenanceSchedule::Marginal(tiers(&[0.0, 1e5, 3e5, 1e6], &[0.01, 0.03, 0.06, 0.2])),
        MaintenanceSchedule::Growing {
            rate: Fraction::new(0.01).unwrap(),
            growth_per_unit: Fraction::new(0.004).unwrap(),
        },
    ];
    let coins = MaintenanceSchedule::Whole(tiers(&[0.0, 2.0, 6.0], &[0.01, 0.03, 0.1]));
    let (mut levels, mut seed) = (0, 7_u64);
    let mut draw = |low: f64, high: f64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + (high - low) * (seed >> 11) as f64 / 9_007_199_254_740_992.0
    };
    for round in 0..60 {
        let linear = contract("BTCUSDT", ContractKind::Linear, 50_000.0, schedules[round % 3].clone());
        let inverse = contract("BTCUSD", ContractKind::Inverse, 50_000.0, coins.clone());
        let side = |sign: f64| if sign > 0.0 { Side::Long } else { Side::Short };
        let positions = [
            leg("BTCUSDT", side(draw(-1.0, 1.0)), draw(0.2, 12.0), draw(40_000.0, 60_000.0)),
            leg("BTCUSD", side(draw(-1.0, 1.0)), draw(1e4, 5e5), draw(40_000.0, 60_000.0)),
        ];
        let collateral = [owned("USDT", draw(0.0, 2e5)), coin("BTC", draw(-1.0, 4.0), 50_000.0, 0.1)];
        let account = request(Venue::BybitUnified, "USDT", &[linear, inverse], &positions, &collateral);
        let now = rest(&account, 1.0) > 0.0;
        let report = margin_account(&account).unwrap();
        for (level, step) in [(report.by_coin[0].liquidation_below, -1.0), (report.by_coin[0].liquidation_above, 1.0)] {
            let end = level.value().map_or(if step > 0.0 { 1e3 } else { 1e-3 }, |price| price / 50_000.0);
            for k in 0..400 {
                let x = 1.0 + (end - 1.0) * f64::from(k) / 400.0;
                assert_eq!(rest(&account, x) > 0.0, now, "{round} {step}: {x} before {end}");
            }
            if level.value().is_some() {
                levels += 1;
                let beyond = end * (1.0 + step * 1e-9);
                assert_ne!(rest(&account, beyond) > 0.0, now, "{round} {step}: {beyond}");
            }
        }
    }
    assert!(levels > 30, "{levels}");
}
