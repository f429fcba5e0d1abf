//! Consensus arithmetic.
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use hashinsight::mining::consensus::{Nbits, Network, cumulative_issuance, retarget, subsidy};
use hashinsight::units::Height;

fn consensus(c: &mut Criterion) {
    let (mainnet, nbits) = (Network::Mainnet.params(), Nbits::new(0x1702_068f));
    c.bench_function("retarget", |b| {
        b.iter(|| retarget(black_box(nbits), black_box(1_780_012_800), black_box(1_781_186_612), mainnet).unwrap());
    });
    c.bench_function("target", |b| b.iter(|| black_box(nbits).target().unwrap()));
    c.bench_function("difficulty", |b| b.iter(|| black_box(nbits).difficulty().unwrap()));
    c.bench_function("expected_hashes", |b| b.iter(|| black_box(nbits).target().unwrap().expected_hashes()));
    let height = Height::new(953_568);
    c.bench_function("subsidy", |b| b.iter(|| subsidy(black_box(height), mainnet)));
    c.bench_function("cumulative_issuance", |b| b.iter(|| cumulative_issuance(black_box(height), mainnet)));
}

criterion_group!(benches, consensus);
criterion_main!(benches);
