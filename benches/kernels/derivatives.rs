//! Closed forms by the column and one at a time: touches, options, barriers, implied volatility, liquidation prices, accounts.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::derivatives::margin::{
    ContractKind, LiquidationBatchParams, LiquidationColumns, MaintenanceSchedule, MarginAccountRequest, Side, Venue,
    liquidation_batch, margin_account,
};
use hashinsight::derivatives::pricing::{
    BarrierBatchParams, BarrierColumns, BarrierRequest, BarrierSide, BarrierType, DiscreteBarrierRequest,
    DoubleBarrierBatchParams, DoubleBarrierColumns, Knock, barrier, barrier_batch, discrete_barrier,
    double_barrier_batch, hit_probability_batch, implied_volatility, implied_volatility_batch, vanilla_batch,
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

fn double_barriers(c: &mut Criterion) {
    let column = |seed, low, high| spread(seed, ROWS, low, high);
    let (spot, strike) = (column(40, 90.0, 110.0), column(41, 90.0, 110.0));
    let (lower, upper) = (column(42, 60.0, 80.0), column(43, 120.0, 150.0));
    let (years, volatility) = (column(44, 0.08, 1.0), column(45, 0.15, 0.5));
    let columns = DoubleBarrierColumns {
        spot: &spot,
        strike: &strike,
        lower: &lower,
        upper: &upper,
        years: &years,
        volatility: &volatility,
    };
    let (none, rate) = (Collateral::new(0.0).unwrap(), Rate::new(0.03).unwrap());
    let params = DoubleBarrierBatchParams::new(OptionKind::Call, Knock::Out, none, rate, Rate::new(0.0).unwrap());
    let mut group = c.benchmark_group("derivatives");
    group.throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("double_barrier_batch", |b| {
        b.iter(|| double_barrier_batch(black_box(&columns), &params).unwrap());
    });
    group.finish();
}

/// One price at a time: with its greeks, for part of the time, on dates, and a whole account.
fn one_at_a_time(c: &mut Criterion) {
    let option = r#""kind": "call", "knock": "out", "side": "down", "spot": 100, "strike": 100, "barrier": 90, "rebate": 3,
        "years": 0.5, "rate_per_year": 0.04, "yield_per_year": 0.01, "volatility": 0.4"#;
    let always: BarrierRequest = serde_json::from_str(&format!("{{{option}}}")).unwrap();
    let window: BarrierRequest =
        serde_json::from_str(&format!(r#"{{{option}, "watch_from_years": 0.1, "watch_until_years": 0.4}}"#)).unwrap();
    let mut group = c.benchmark_group("derivatives");
    group.bench_function("barrier, with greeks", |b| b.iter(|| barrier(black_box(&always)).unwrap()));
    group.bench_function("barrier, watched for part of the time", |b| b.iter(|| barrier(black_box(&window)).unwrap()));
    for dates in [20, 250, 2_000, 100_000] {
        let request: DiscreteBarrierRequest =
            serde_json::from_str(&format!(r#"{{{option}, "dates": {dates}}}"#)).unwrap();
        let name = format!("discrete_barrier, {dates} dates, rebate and greeks");
        group.bench_function(name, |b| b.iter(|| discrete_barrier(black_box(&request)).unwrap()));
    }
    let account = include_str!("../../examples/operations/derivatives/margin_account.json");
    let account: MarginAccountRequest = serde_json::from_str(account).unwrap();
    group.bench_function("margin_account", |b| b.iter(|| margin_account(black_box(&account)).unwrap()));
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

criterion_group!(benches, columns, double_barriers, one_at_a_time, liquidations);
criterion_main!(benches);
