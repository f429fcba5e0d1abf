//! Books of covers, reserves, sums of losses.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight::derivatives::Measure;
use hashinsight::derivatives::pricing::BarrierSide;
use hashinsight::insurance::actuarial::{AggregateRequest, aggregate_loss};
use hashinsight::insurance::book::{
    BookCover, BookLossRequest, BookMarket, BookSimulation, BookSimulationRequest, Covers, book_loss,
};
use hashinsight::insurance::reserving::{ReserveRequest, reserve};
use hashinsight::numerics::job::Job;
use hashinsight::units::{AssetPrice, Collateral, Rate, Timestamp, Volatility};
use hashinsight_benches::spread;
use serde_json::json;

const DAY_MS: i64 = 86_400_000;
/// Cumulative claims of the Reinsurance Association of America, 1981 to 1990 (Mack 1994).
const RAA: [&[f64]; 10] = [
    &[5012.0, 8269.0, 10_907.0, 11_805.0, 13_539.0, 16_181.0, 18_009.0, 18_608.0, 18_662.0, 18_834.0],
    &[106.0, 4285.0, 5396.0, 10_666.0, 13_782.0, 15_599.0, 15_496.0, 16_169.0, 16_704.0],
    &[3410.0, 8992.0, 13_873.0, 16_141.0, 18_735.0, 22_214.0, 22_863.0, 23_466.0],
    &[5655.0, 11_555.0, 15_766.0, 21_266.0, 23_425.0, 26_083.0, 27_067.0],
    &[1092.0, 9565.0, 15_836.0, 22_169.0, 25_955.0, 26_180.0],
    &[1513.0, 6445.0, 11_702.0, 12_935.0, 15_852.0],
    &[557.0, 4020.0, 10_946.0, 12_314.0],
    &[1351.0, 6947.0, 13_112.0],
    &[3133.0, 5395.0],
    &[2063.0],
];

fn day(days: i64) -> Timestamp {
    Timestamp::from_ms(1_780_272_000_000 + days * DAY_MS).unwrap()
}

fn market() -> BookMarket {
    let spot = AssetPrice::new(60_000.0).unwrap();
    BookMarket::new("BTCUSDT".parse().unwrap(), spot, Rate::new(0.0).unwrap(), Volatility::new(0.65).unwrap())
}

/// Covers with barriers of their own, on one side or on both, of so many expiries.
fn covers(count: usize, both: bool, expiries: i64) -> Covers {
    let (away, sums) = (spread(1, count, 0.02, 0.3), spread(2, count, 100.0, 5000.0));
    let rows = away.iter().zip(&sums).zip(0_i64..).map(|((away, sum), number)| {
        let is_up = both && number % 2 == 1;
        let (side, barrier) = if is_up {
            (BarrierSide::Up, 60_000.0 * (1.0 + away))
        } else {
            (BarrierSide::Down, 60_000.0 * (1.0 - away))
        };
        let (barrier, sum) = (AssetPrice::new(barrier).unwrap(), Collateral::new(*sum).unwrap());
        BookCover::new(market().instrument, side, barrier, sum, day(0), day(7 + number % expiries))
    });
    rows.collect()
}

fn books(c: &mut Criterion) {
    let mut group = c.benchmark_group("book");
    for (count, both) in [(10_000, false), (100_000, false), (10_000, true)] {
        let request = BookLossRequest::new(covers(count, both, 1), market(), day(0), Measure::RealWorld);
        let sides = if both { "both sides, 64 buckets" } else { "one side, exact" };
        group.throughput(Throughput::Elements(count as u64)).sample_size(20);
        group.bench_function(format!("{count} covers, {sides}, with allocation"), |b| {
            b.iter(|| book_loss(black_box(&request)).unwrap());
        });
    }
    let paths = 100_000;
    for (name, both) in [("one side", false), ("both sides", true)] {
        let book = covers(1_000, both, 7);
        let request = BookSimulationRequest::new(book, vec![market()], day(0), Measure::RealWorld, paths, 1);
        group.throughput(Throughput::Elements(u64::from(paths))).sample_size(10);
        group.bench_function(format!("{paths} paths, 1000 covers of 7 expiries, {name}"), |b| {
            b.iter(|| {
                let mut job = BookSimulation::open(black_box(&request)).unwrap();
                job.step(u64::MAX);
                job.report().unwrap()
            });
        });
    }
}

fn actuarial(c: &mut Criterion) {
    let triangle = ReserveRequest::new(RAA.iter().map(|row| row.to_vec()).collect());
    c.bench_function("Mack on RAA", |b| b.iter(|| reserve(black_box(&triangle)).unwrap()));
    let request: AggregateRequest = serde_json::from_value(json!({
        "frequency": { "poisson": { "mean": 10 } },
        "severity": { "lognormal": { "mu": 5.0, "sigma": 1.2 } },
        "step": 1, "points": 65536, "method": { "fft": 0 }, "levels": [0.99, 0.995],
    }))
    .unwrap();
    c.bench_function("compound Poisson by FFT, 2^16 points", |b| {
        b.iter(|| aggregate_loss(black_box(&request)).unwrap());
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = books, actuarial
}
criterion_main!(benches);
