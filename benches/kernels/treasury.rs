//! Measures of returns, sweeps of backtests, simulated treasuries.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::numerics::job::Job;
use hashinsight::treasury::backtest::{BacktestSweep, SweepRequest};
use hashinsight::treasury::metrics::{PerformanceRequest, ReturnStatistics, Returns, performance};
use hashinsight::treasury::scenario::{TreasurySimulation, TreasurySimulationRequest};
use hashinsight_benches::spread;
use hashinsight_surface::operation;
use serde_json::{Value, json};

/// The worked example of an operation, to be enlarged.
fn example(path: &str) -> Value {
    serde_json::from_str(operation(path).unwrap().example).unwrap()
}

fn metrics(c: &mut Criterion) {
    for count in [366, 1_000_000] {
        let returns = spread(1, count, -0.03, 0.03);
        let mut group = c.benchmark_group("metrics");
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(format!("one pass, {count} returns"), |b| {
            b.iter(|| {
                let statistics = ReturnStatistics::of(&Returns::new(black_box(&returns)).unwrap(), 0.0);
                (
                    [
                        statistics.annual_return(365.0),
                        statistics.annual_volatility(365.0),
                        statistics.sharpe(0.0, 365.0),
                    ],
                    [
                        statistics.sortino(365.0),
                        statistics.omega(),
                        statistics.calmar(365.0),
                        statistics.ulcer_index(0),
                    ],
                    [statistics.pain_index(), statistics.stability(), statistics.win_rate(), statistics.kelly()],
                    [statistics.moments().skewness(), statistics.moments().kurtosis(), statistics.profit_factor()],
                )
            });
        });
        let request = PerformanceRequest::new(returns);
        group.bench_function(format!("report with quantiles, {count} returns"), |b| {
            b.iter(|| performance(black_box(&request)).unwrap());
        });
    }
}

/// Daily bars of a random walk.
fn bars(count: usize) -> Value {
    let mut price = 60_000.0;
    let walk = spread(2, count, -0.03, 0.0303).into_iter().map(|r| {
        price *= 1.0 + r;
        (price * 100.0).round() / 100.0
    });
    let close: Vec<f64> = walk.collect();
    let times: Vec<u64> = (0..count as u64).map(|day| 1_714_521_600_000 + day * 86_400_000).collect();
    json!({ "source": "binance", "instrument": "BTCUSDT", "quote_currency": "USD", "interval_ms": 86_400_000,
        "open_time_ms": times, "open": close, "high": close, "low": close, "close": close })
}

fn sweep(c: &mut Criterion, name: &str, request: Value, bars: u64) {
    let request: SweepRequest = serde_json::from_value(request).unwrap();
    let trials = BacktestSweep::open(&request).unwrap().progress().total;
    let mut group = c.benchmark_group("sweep");
    group.throughput(Throughput::Elements(trials * bars));
    group.bench_function(name, |b| {
        b.iter(|| {
            let mut job = BacktestSweep::open(black_box(&request)).unwrap();
            job.step(u64::MAX);
            job.report().unwrap()
        });
    });
}

fn sweeps(c: &mut Criterion) {
    let costs = json!({ "fee": 0.001 });
    let crossings = json!({ "bars": bars(366), "coins_sat": 0, "cash_usd": "100000", "costs": costs,
        "candidates": { "crossings": { "shortest": 2, "longest": 101 } } });
    sweep(c, "4950 crossings x 366 bars, averages, Sharpe, drawdown, luck", crossings, 366);
    let order = |trial: usize| -> Vec<i64> {
        #[expect(clippy::cast_possible_truncation, reason = "satoshis")]
        let sat = |u: f64| (u * 1e6) as i64;
        spread(trial as u64 + 9, 1000, -1.0, 1.0).into_iter().map(sat).collect()
    };
    let orders: Vec<Vec<i64>> = (0..1000).map(order).collect();
    let request = json!({ "bars": bars(1000), "coins_sat": 5_000_000_000_u64, "cash_usd": "9000000", "costs": costs,
        "candidates": { "orders": &orders } });
    sweep(c, "1000 trials x 1000 bars, an order at each", request, 1000);
    traffic(c, &orders);
}

/// The limit by memory traffic: what each sweep must at least read or write, and nothing done with it.
fn traffic(c: &mut Criterion, orders: &[Vec<i64>]) {
    let mut group = c.benchmark_group("sweep/limit by memory");
    group.throughput(Throughput::Elements(1_000_000));
    group.bench_function("1000 x 1000 orders read once", |b| {
        b.iter(|| black_box(orders).iter().flatten().fold(0_i64, |all, sat| all.wrapping_add(*sat)));
    });
    let mut tile = vec![[0.0_f64; 8]; 366];
    group.throughput(Throughput::Elements(4950 * 366));
    group.bench_function("4950 x 366 returns written and read, eight trials at a time in the nearest cache", |b| {
        b.iter(|| {
            for trials in 0..4950 / 8 {
                black_box(&mut tile).fill([f64::from(trials); 8]);
                black_box(tile.iter().flatten().fold(0.0, |all, r| all + r));
            }
        });
    });
}

fn simulation(c: &mut Criterion) {
    let mut request = example("treasury.treasury_simulation");
    request["paths"] = json!(1_000_000);
    request["periods"] = json!(24);
    let request: TreasurySimulationRequest = serde_json::from_value(request).unwrap();
    let mut group = c.benchmark_group("simulation");
    group.throughput(Throughput::Elements(24_000_000)).sample_size(10);
    group.bench_function("1M paths x 24 months, bootstrap, two halves on two threads", |b| {
        b.iter(|| {
            let total = TreasurySimulation::open(&request).unwrap().progress().total;
            let half = |blocks| {
                let mut shard = TreasurySimulation::open_shard(black_box(&request), blocks).unwrap();
                shard.step(u64::MAX);
                shard
            };
            let (mut left, right) = std::thread::scope(|scope| {
                let right = scope.spawn(|| half(total / 2..total));
                (half(0..total / 2), right.join().unwrap())
            });
            left.absorb(&right).unwrap();
            left.report().unwrap()
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = metrics, sweeps, simulation
}
criterion_main!(benches);
