//! Quotes by the column and one at a time.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::derivatives::margin::{MaintenanceSchedule, Side, Venue};
use hashinsight::insurance::actuarial::PremiumPrinciple;
use hashinsight::insurance::quote::{Loadings, QuoteBatchParams, QuoteColumns, QuoteRequest, quote, quote_batch};
use hashinsight::market::TierTable;
use hashinsight::units::Rate;
use hashinsight_benches::spread;

const ROWS: usize = 1_000_000;

/// A million covers: liquidation price by Binance's tiers, closed form, premium in cents. The goal is 0.5 s on one core.
fn million(c: &mut Criterion) {
    let side: Vec<Side> = (0..ROWS).map(|row| if row % 2 == 0 { Side::Long } else { Side::Short }).collect();
    let (quantity, leverage) = (spread(40, ROWS, 0.01, 3.0), spread(41, ROWS, 2.0, 30.0));
    let entry_price = spread(42, ROWS, 59_500.0, 60_500.0);
    let cents = |money: f64| (money * 100.0).round() / 100.0;
    let margin: Vec<f64> = (0..ROWS).map(|row| cents(quantity[row] * entry_price[row] / leverage[row])).collect();
    let spot = spread(43, ROWS, 59_500.0, 60_500.0);
    let (volatility, years) = (spread(44, ROWS, 0.3, 1.2), spread(45, ROWS, 1.0 / 365.0, 30.0 / 365.0));
    let columns = QuoteColumns {
        side: &side,
        quantity: &quantity,
        entry_price: &entry_price,
        margin: &margin,
        spot: &spot,
        volatility: &volatility,
        years: &years,
    };
    let decimal = |text: &str| text.parse().unwrap();
    let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1))
        .expense(decimal("0.15"))
        .commission(decimal("0.05"))
        .discount(decimal("0.1"))
        .tax(decimal("0.06"));
    let tiers: TierTable =
        serde_json::from_str(include_str!("../../crates/derivatives/src/golden/binance_btcusdt.json")).unwrap();
    let maintenance = MaintenanceSchedule::Tiers(tiers);
    let rate = Rate::new(0.04).unwrap();
    let params = QuoteBatchParams::new(Venue::BinanceUsdm, maintenance, rate, loadings, decimal("0.5"));
    let mut group = c.benchmark_group("insurance");
    group.sample_size(10).throughput(Throughput::Elements(ROWS as u64));
    group.bench_function("quote_batch", |b| b.iter(|| quote_batch(black_box(&columns), &params).unwrap()));
    group.finish();
}

/// One quote with its range over three models, and without.
fn single(c: &mut Criterion) {
    let example = include_str!("../../examples/operations/insurance/quote.json");
    let whole: QuoteRequest = serde_json::from_str(example).unwrap();
    let mut alone = whole.clone();
    alone.models.clear();
    let mut group = c.benchmark_group("insurance");
    group.bench_function("quote", |b| b.iter(|| quote(black_box(&alone)).unwrap()));
    group.bench_function("quote over models", |b| b.iter(|| quote(black_box(&whole)).unwrap()));
    group.finish();
}

criterion_group!(benches, million, single);
criterion_main!(benches);
