//! What a call through the operation table costs before any language adds its own.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight_benches::{Fleet, PROFIT_REQUEST};
use hashinsight_surface::json::Source;
use hashinsight_surface::{Column, Shape, answer, call, call_columns, operations};

/// Every document of the table, with its own example: none is forgotten.
fn documents(c: &mut Criterion) {
    for operation in operations().filter(|operation| matches!(operation.shape, Shape::Document { .. })) {
        c.bench_function(&format!("call/{}", operation.path), |b| {
            b.iter(|| call(operation.path, black_box(operation.example)).unwrap());
        });
    }
    c.bench_function("call/every field of mining.profit", |b| {
        b.iter(|| call("mining.profit", black_box(PROFIT_REQUEST)).unwrap());
    });
}

fn columns(c: &mut Criterion) {
    let fleet = Fleet::of(8);
    let columns = [
        ("hashrate_ths", Column::F64(&fleet.hashrate_ths)),
        ("power_w", Column::F64(&fleet.power_w)),
        ("power_price_usd_per_kwh", Column::F64(&fleet.power_price_usd_per_kwh)),
        ("btc_price_usd", Column::F64(&fleet.btc_price_usd)),
    ];
    let params = concat!(
        r#"{"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"fees_per_block_sat":2000000,"#,
        r#""pool_fee":0.02,"days":30}"#
    );
    c.bench_function("call_columns/8 rows of mining.profit_batch", |b| {
        b.iter(|| call_columns("mining.profit_batch", black_box(params), &columns).unwrap());
    });
}

/// A million numbers there and back: as JSON, and beside the text.
fn long_lists(c: &mut Criterion) {
    let numbers: Vec<f64> = (0..1_000_000).map(|number| f64::from(number) / 7.0).collect();
    let text = format!("{{\"numbers\":{}}}", serde_json::to_string(&numbers).unwrap());
    let lists = [Column::F64(&numbers)];
    let beside = Source::new(r#"{"numbers":#0}"#, &lists);
    let mut group = c.benchmark_group("border.echo/1M numbers");
    group.sample_size(10);
    group.bench_function("text", |b| b.iter(|| call("border.echo", black_box(&text)).unwrap()));
    group.bench_function("beside", |b| b.iter(|| answer("border.echo", black_box(beside)).unwrap()));
    group.finish();
}

criterion_group!(benches, documents, columns, long_lists);
criterion_main!(benches);
