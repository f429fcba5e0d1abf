//! Special functions, sums and random numbers: one value at a time over 4096 values, and by the slice.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::numerics::{
    Philox, beta_i, chi_squared_quantile, exp, exp_slice, f_quantile, gamma_p, ln, ln_gamma, ln_slice, normal_cdf,
    normal_quantile, normal_quantile_slice, pow, sum,
};
use hashinsight_benches::spread;

const COUNT: usize = 4096;

fn values(c: &mut Criterion) {
    type Function = fn(f64) -> f64;
    let functions: [(&str, Function, f64, f64); 8] = [
        ("exp", exp, -20.0, 20.0),
        ("ln", ln, 0.0, 1e6),
        ("pow", |x| pow(x, 1.7), 0.0, 100.0),
        ("normal_cdf", normal_cdf, -8.0, 8.0),
        ("normal_quantile", |p| normal_quantile(p).unwrap(), 0.0, 1.0),
        ("ln_gamma", |x| ln_gamma(x).unwrap(), 0.1, 1000.0),
        ("gamma_p", |x| gamma_p(100.0, x).unwrap(), 50.0, 150.0),
        ("beta_i", |x| beta_i(100.0, 200.0, x).unwrap(), 0.0, 1.0),
    ];
    let mut group = c.benchmark_group("values");
    group.throughput(Throughput::Elements(COUNT as u64));
    for (name, function, low, high) in functions {
        let inputs = spread(10, COUNT, low, high);
        group.bench_function(name, |b| b.iter(|| inputs.iter().map(|x| function(black_box(*x))).sum::<f64>()));
    }
    group.finish();
}

fn quantiles(c: &mut Criterion) {
    c.bench_function("chi_squared_quantile", |b| b.iter(|| chi_squared_quantile(black_box(0.025), 288.0).unwrap()));
    c.bench_function("f_quantile", |b| b.iter(|| f_quantile(black_box(0.025), 2016.0, 2014.0).unwrap()));
}

fn slices(c: &mut Criterion) {
    let mut out = vec![0.0; COUNT];
    let (small, positive, unit) =
        (spread(11, COUNT, -20.0, 20.0), spread(12, COUNT, 0.0, 1e6), spread(13, COUNT, 0.0, 1.0));
    let mut group = c.benchmark_group("slices");
    group.throughput(Throughput::Elements(COUNT as u64));
    group.bench_function("exp", |b| b.iter(|| exp_slice(&small, &mut out).unwrap()));
    group.bench_function("ln", |b| b.iter(|| ln_slice(&positive, &mut out).unwrap()));
    group.bench_function("normal_quantile", |b| b.iter(|| normal_quantile_slice(&unit, &mut out).unwrap()));
    group.bench_function("uniform", |b| b.iter(|| Philox::new(1).fill_uniform(0, 0, &mut out)));
    group.bench_function("normal", |b| b.iter(|| Philox::new(1).fill_normal(0, 0, &mut out)));
    group.bench_function("sum", |b| b.iter(|| sum(black_box(&small))));
    group.finish();
}

criterion_group!(benches, values, quantiles, slices);
criterion_main!(benches);
