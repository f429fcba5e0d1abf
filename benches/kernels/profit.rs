//! Profit, one row and by the column.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::mining::profit::{ProfitRequest, ProfitTable, profit, profit_batch, profit_batch_into};
use hashinsight::mining::reward::{HashpriceBatchParams, HashpriceColumns, hashprice_batch};
use hashinsight::units::columns::Table;
use hashinsight_benches::{Fleet, PROFIT_REQUEST, profit_params, spread};

fn one(c: &mut Criterion) {
    let request: ProfitRequest = serde_json::from_str(PROFIT_REQUEST).unwrap();
    c.bench_function("profit", |b| b.iter(|| profit(black_box(&request)).unwrap()));
}

fn batch(c: &mut Criterion) {
    let params = profit_params().unwrap();
    let mut group = c.benchmark_group("profit_batch");
    for rows in [8, 1000, 1_000_000] {
        let fleet = Fleet::of(rows);
        group.throughput(Throughput::Elements(rows as u64));
        group.bench_function(rows.to_string(), |b| b.iter(|| profit_batch(&fleet.columns(), &params).unwrap()));
        let mut table = ProfitTable::with_rows(rows);
        group.bench_function(format!("into/{rows}"), |b| {
            b.iter(|| profit_batch_into(&fleet.columns(), &params, &mut table.whole()).unwrap());
        });
    }
    group.finish();
}

fn hashprices(c: &mut Criterion) {
    let rows = 1_000_000;
    let params = HashpriceBatchParams::new(profit_params().unwrap().chain.reward.subsidy_sat);
    let (difficulty, price) = (spread(4, rows, 1e13, 2e14), spread(5, rows, 20_000.0, 150_000.0));
    let fees = vec![2e6; rows];
    let columns = HashpriceColumns { difficulty: &difficulty, fees_per_block_sat: &fees, btc_price_usd: &price };
    let mut group = c.benchmark_group("hashprice_batch");
    group.throughput(Throughput::Elements(rows as u64));
    group.bench_function(rows.to_string(), |b| b.iter(|| hashprice_batch(&columns, &params).unwrap()));
    group.finish();
}

criterion_group!(benches, one, batch, hashprices);
criterion_main!(benches);
