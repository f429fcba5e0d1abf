//! Trades through the ledger, method by method: 40,000 and a million of them, by chance and with half of them held at once.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::treasury::ledger::{EventColumns, EventKind, HistoryParams, Ledger, Method, ledger_history};
use hashinsight_benches::ledger::{events, policy, trades};

const METHODS: [(&str, Method); 6] = [
    ("fifo", Method::Fifo),
    ("lifo", Method::Lifo),
    ("hifo", Method::Hifo),
    ("lofo", Method::Lofo),
    ("average", Method::Average),
    ("united_kingdom", Method::UnitedKingdom),
];

fn replay(c: &mut Criterion) {
    for (history, is_mixed) in [("mixed", true), ("all held", false)] {
        let mut group = c.benchmark_group(format!("ledger/{history}"));
        for count in [40_000, 1_000_000] {
            let events = events(&trades(count, is_mixed)).unwrap();
            group.throughput(Throughput::Elements(count as u64)).sample_size(10);
            for (name, method) in METHODS {
                group.bench_function(BenchmarkId::new(name, count), |b| {
                    b.iter_batched(
                        || policy(method),
                        |policy| Ledger::replay(policy, black_box(&events)).unwrap(),
                        BatchSize::PerIteration,
                    );
                });
            }
        }
        group.finish();
    }
}

fn columns(c: &mut Criterion) {
    let trades = trades(1_000_000, true);
    let none = vec![0; trades.len()];
    let time_ms: Vec<i64> = trades.iter().map(|trade| trade.time_ms).collect();
    let kind: Vec<EventKind> =
        trades.iter().map(|trade| if trade.is_sale { EventKind::Sell } else { EventKind::Buy }).collect();
    let amount_sat: Vec<i64> = trades.iter().map(|trade| trade.sat.cast_signed()).collect();
    let value_micro: Vec<i64> =
        trades.iter().map(|trade| trade.sat.cast_signed() * (trade.cents / 100) / 100).collect();
    let columns = EventColumns {
        time_ms: &time_ms,
        kind: &kind,
        amount_sat: &amount_sat,
        value_micro: &value_micro,
        fee_micro: &none,
        fee_sat: &none,
        wallet: &none,
        to_wallet: &none,
    };
    let mut group = c.benchmark_group("ledger_history");
    group.throughput(Throughput::Elements(1_000_000)).sample_size(10);
    for (name, method) in [("fifo", Method::Fifo), ("hifo", Method::Hifo)] {
        let params = HistoryParams::new(policy(method));
        group.bench_function(name, |b| b.iter(|| ledger_history(black_box(&columns), &params).unwrap()));
    }
    group.finish();
}

criterion_group!(benches, replay, columns);
criterion_main!(benches);
