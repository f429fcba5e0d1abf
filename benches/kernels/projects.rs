//! What a site plans: a year of dispatch, ten thousand futures, a fleet by the column.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight::mining::dispatch::{DispatchRequest, plan_dispatch};
use hashinsight::mining::forecast::ForecastSimulation;
use hashinsight::mining::profit::{FleetBatchParams, FleetColumns, fleet_batch};
use hashinsight::numerics::job::Job;
use hashinsight::units::Power;
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

/// Plans against a year's bill, of 100 classes at 8,760 prices: one demand charge a month under a site's limit; and a
/// ratchet, a peak so far, demand by window, coincident peaks, blocks, fixed and minimum charges, with a limit and without.
fn billed(c: &mut Criterion) {
    let mut request = example("mining.plan_dispatch");
    let start_ms = request["start_ms"].as_i64().unwrap();
    let class = |index: u32| {
        let (ths, power_w) = (110 + index * 37 % 50, 2500 + 15 * index);
        json!({ "name": format!("class {index}"), "count": 10 + index % 7,
            "machine": { "spec": { "hashrate_ths": ths, "power_w": power_w } } })
    };
    request["classes"] = (0..100).map(class).collect();
    request["hours"] = json!(8760);
    request["hashprice"] = json!({ "constant_usd_per_phs_day": 45 });
    let prices = spread(11, 8760, 0.02, 0.09);
    request["tariff"] = json!({
        "energy": { "series": { "start_ms": start_ms, "interval_minutes": 60, "usd_per_kwh": prices } },
        "demand_charge_usd_per_kw_month": 9,
    });
    let site_w: u32 = (0..100).map(|index| (10 + index % 7) * (2500 + 15 * index)).sum();
    let mut plan = |name: &str, limited: bool, request: &Value| {
        let mut request: DispatchRequest = serde_json::from_value(request.clone()).unwrap();
        request.power_limit_w = limited.then(|| Power::new(0.7 * f64::from(site_w)).unwrap());
        c.bench_function(name, |b| b.iter(|| plan_dispatch(black_box(&request)).unwrap()));
    };
    plan("plan_dispatch, a demand charge and a limit, 8760 h x 100 classes", true, &request);
    let tariff = &mut request["tariff"];
    tariff["demand"] = json!([
        { "usd_per_kw_month": 9, "peak_so_far_w": 1e6,
            "ratchet": { "fraction": 0.8, "months": 11, "earlier_peaks_w": [3e6, 2.5e6] } },
        { "usd_per_kw_month": 4, "windows": [{ "from_hour": 11, "to_hour": 21, "days": "weekdays" }] },
    ]);
    let hour = |hours: i64| json!({ "time_ms": start_ms + 3_600_000 * hours, "usd_per_kw": 5 });
    tariff["coincident_peaks"] = json!([hour(300), hour(1000)]);
    tariff["tiers"] = json!([{ "up_to_kwh": 8e5, "usd_per_kwh": 0.004 }, { "usd_per_kwh": 0.01 }]);
    tariff["fixed_usd_per_month"] = json!(500);
    tariff["minimum_usd_per_month"] = json!(40_000);
    plan("plan_dispatch, every charge, 8760 h x 100 classes", false, &request);
    plan("plan_dispatch, every charge and a limit, 8760 h x 100 classes", true, &request);
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
    targets = dispatch, billed, simulation, fleet
}
criterion_main!(benches);
