//! What a site plans: a year of dispatch, ten thousand futures, a fleet by the column.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight::mining::dispatch::{DispatchRequest, plan_dispatch};
use hashinsight::mining::forecast::ForecastSimulation;
use hashinsight::mining::profit::{FleetBatchParams, FleetColumns, fleet_batch};
use hashinsight::numerics::job::Job;
use hashinsight_benches::spread;
use hashinsight_surface::operation;
use serde_json::{Value, json};

/// The worked example of an operation, to be enlarged.
fn example(path: &str) -> Value {
    serde_json::from_str(operation(path).unwrap().example).unwrap()
}

/// Dynamic programming over 8,760 hours and 100 classes with minimum times, start cost and initial state; the report with
/// its schedule and reasons included.
fn dispatch(c: &mut Criterion) {
    let mut request = example("mining.plan_dispatch");
    let class = request["classes"][0].clone();
    let classes: Vec<Value> = (0..100)
        .map(|index| {
            let mut class = class.clone();
            class["name"] = json!(format!("class {index}"));
            class["machine"]["spec"]["power_w"] = json!(2500.0 + 15.0 * f64::from(index));
            class
        })
        .collect();
    request["classes"] = json!(classes);
    request["hours"] = json!(8760);
    let request: DispatchRequest = serde_json::from_value(request).unwrap();
    c.bench_function("plan_dispatch, 8760 h x 100 classes", |b| b.iter(|| plan_dispatch(black_box(&request)).unwrap()));
}

fn simulation(c: &mut Criterion) {
    let mut request = example("mining.forecast_simulation");
    request["paths"] = json!(10_000);
    request["retargets"] = json!(104);
    let request = serde_json::from_value(request).unwrap();
    c.bench_function("forecast_simulation, 10000 paths x 104 retargets", |b| {
        b.iter(|| {
            let mut job = ForecastSimulation::open(black_box(&request)).unwrap();
            job.step(u64::MAX);
            job.report().unwrap()
        });
    });
}

fn fleet(c: &mut Criterion) {
    let rows = 5000;
    let params: FleetBatchParams = serde_json::from_value(example("mining.fleet_batch")["params"].clone()).unwrap();
    let [hashrate, power, tariff, price, decay, age] =
        [(90.0, 400.0), (2500.0, 6000.0), (0.02, 0.1), (500.0, 6000.0), (0.0, 0.01), (0.0, 1500.0)]
            .map(|(low, high)| spread(7, rows, low, high));
    let count = vec![10; rows];
    let columns = FleetColumns {
        count: &count,
        hashrate_ths: &hashrate,
        power_w: &power,
        power_price_usd_per_kwh: &tariff,
        machine_price_usd: &price,
        decay_per_month: &decay,
        age_days: &age,
    };
    c.bench_function("fleet_batch, 5000 machines", |b| b.iter(|| fleet_batch(black_box(&columns), &params).unwrap()));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = dispatch, simulation, fleet
}
criterion_main!(benches);
