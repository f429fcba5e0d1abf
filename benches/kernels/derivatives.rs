//! Closed forms by the column and one at a time: touches, options, barriers, implied volatility, liquidation prices.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::derivatives::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, Side, Venue, liquidation_batch,
};
use hashinsight::derivatives::pricing::{
    BarrierBatchParams, BarrierColumns, BarrierSide, BarrierType, Knock, barrier_batch, hit_probability_batch,
    implied_volatility, implied_volatility_batch, vanilla_batch,
};
use hashinsight::market::{OptionKind, TierTable};
use hashinsight::units::{Collateral, Rate};
use hashinsight_benches::{Options, spread};

const ROWS: usize = 16_384;

fn columns(c: &mut Criterion) {
    let options = Options::of(ROWS);
    let mut group = c.benchmark_group("derivatives");
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("hit_probability_batch", |b| {
        b.iter(|| hit_probability_batch(black_box(&options.touches()), &Options::touch_params()).unwrap());
    });
    group.bench_function("vanilla_batch", |b| {
        b.iter(|| vanilla_batch(black_box(&options.vanillas()), &Options::vanilla_params()).unwrap());
    });
    let barriers = BarrierColumns {
        spot: &options.spot,
        strike: &options.strike,
        barrier: &options.barrier,
        years: &options.years,
        volatility: &options.volatility,
    };
    let params = BarrierBatchParams::new(
        BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down),
        Collateral::new(3.0).unwrap(),
        Rate::new(0.04).unwrap(),
        Rate::new(0.01).unwrap(),
    );
    group.bench_function("barrier_batch", |b| b.iter(|| barrier_batch(black_box(&barriers), &params).unwrap()));
    group.bench_function("implied_volatility_batch", |b| {
        b.iter(|| implied_volatility_batch(black_box(&options.quotes()), &Options::quote_params()).unwrap());
    });
    let requests = options.requests();
    group.bench_function("implied_volatility", |b| {
        b.iter(|| requests.iter().map(|r| implied_volatility(black_box(r)).unwrap().implied_volatility).sum::<f64>());
    });
    group.finish();
}

fn liquidations(c: &mut Criterion) {
    let side = vec![Side::Long; ROWS];
    let (quantity, entry) = (spread(30, ROWS, 0.1, 50.0), spread(31, ROWS, 3e4, 1e5));
    let margin: Vec<f64> = quantity.iter().zip(&entry).map(|(quantity, entry)| 0.1 * quantity * entry).collect();
    let columns = LiquidationColumns { side: &side, quantity: &quantity, entry_price: &entry, margin: &margin };
    let tiers = include_str!("../../crates/derivatives/src/golden/binance_btcusdt.json");
    let tiers: TierTable = serde_json::from_str(tiers).unwrap();
    let params =
        LiquidationBatchParams::new(Venue::BinanceUsdm, ContractKind::Linear, MaintenanceSchedule::Tiers(tiers));
    let mut group = c.benchmark_group("derivatives");
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("liquidation_batch", |b| b.iter(|| liquidation_batch(black_box(&columns), &params).unwrap()));
    group.finish();
}

criterion_group!(benches, columns, liquidations);
criterion_main!(benches);
