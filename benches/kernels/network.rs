//! Forecasts, running estimates and the simulation of solo income.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight::mining::consensus::{Nbits, Network};
use hashinsight::mining::network::{Estimator, ForecastRetargetRequest, forecast_retarget};
use hashinsight::units::{Fraction, Height, Timestamp};
use hashinsight_surface::{Column, JobWork, open_job, open_stream};

fn forecast(c: &mut Criterion) {
    let confidence = Fraction::new(0.95).unwrap();
    let estimators = [("elapsed", Estimator::Elapsed), ("gamma_posterior", Estimator::GammaPosterior { confidence })];
    for (name, estimator) in estimators {
        let (height, nbits) = (Height::new(952_560), Nbits::new(0x1702_068f));
        let (start_s, last_s) = (1_780_012_800, 1_780_617_600);
        let now = Timestamp::from_s(i64::from(last_s)).unwrap();
        let request = ForecastRetargetRequest::new(Network::Mainnet, height, nbits, start_s, last_s, now, estimator);
        c.bench_function(&format!("forecast_retarget/{name}"), |b| {
            b.iter(|| forecast_retarget(black_box(&request)).unwrap());
        });
    }
}

fn running(c: &mut Criterion) {
    let blocks = 10_000;
    let time_ms: Vec<i64> = (0..blocks).map(|i| 1_780_012_800_000 + 600_000 * i).collect();
    let difficulty = vec![hashinsight_benches::DIFFICULTY; time_ms.len()];
    let columns = [("time_ms", Column::I64(&time_ms)), ("difficulty", Column::F64(&difficulty))];
    c.bench_function("running_hashrate/10000", |b| {
        b.iter(|| {
            let params = r#"{"window_blocks":120,"confidence":0.95}"#;
            open_stream("mining.running_hashrate", params, None).unwrap().update(&columns).unwrap()
        });
    });
}

fn solo(c: &mut Criterion) {
    let params = concat!(
        r#"{"hashrate_ths":100000,"difficulty":138955357012247.3,"height":951552,"fees_per_block_sat":2000000,"#,
        r#""days":365,"drift_per_retarget":0.01,"volatility_per_retarget":0.046,"paths":4096,"seed":"20260531","#,
        r#""quantiles":[0.05,0.5,0.95]}"#
    );
    c.bench_function("solo_income/4096 paths of a year", |b| {
        b.iter(|| {
            let mut job = open_job("mining.solo_income", params, JobWork::Whole).unwrap();
            while !job.step(64).is_complete() {}
            job.report().unwrap()
        });
    });
}

criterion_group!(benches, forecast, running, solo);
criterion_main!(benches);
