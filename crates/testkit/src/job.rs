//! The kit that proves the contract of [`Job`].

use std::fmt::Debug;

use hashinsight_numerics::job::Job;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Proves that a job keeps the contract: the same report for one big step, for single blocks, when saved and restored between steps, and
/// for shards that are split and merged in random order; overlaps, other parameters and damaged bytes are refused.
///
/// # Panics
/// Where it does not.
pub fn check_job<J: Job>(params: &J::Params, other_params: &J::Params)
where
    J::Report: Debug,
{
    let report = |job: &J| format!("{:?}", job.report().unwrap_or_else(|error| panic!("report: {error}")));
    let open = || J::open(params).unwrap_or_else(|error| panic!("open: {error}"));

    let mut whole = open();
    let total = whole.progress().total;
    assert!(total >= 3, "a job of {total} blocks proves nothing");
    assert!(whole.report().is_err(), "a report before any work");
    assert!(whole.step(u64::MAX).is_complete(), "one big step");
    let expected = report(&whole);

    let mut single = open();
    for block in 1..=total {
        assert!(single.report().is_err(), "a report after {} of {total} blocks", block - 1);
        assert_eq!(single.step(1).done, block, "one block a step");
        single = J::restore(params, &single.save()).unwrap_or_else(|error| panic!("restore: {error}"));
    }
    assert_eq!(report(&single), expected, "single blocks, saved and restored after each");

    let mut runner = TestRunner::deterministic();
    let order =
        proptest::collection::vec(proptest::num::u64::ANY, usize::try_from(total).unwrap_or(usize::MAX).min(16));
    for round in 0..8 {
        let keys = order.new_tree(&mut runner).unwrap_or_else(|error| panic!("{error}")).current();
        let mut cuts: Vec<u64> = keys.iter().map(|key| key % (total + 1)).chain([0, total]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let mut shards: Vec<(u64, J)> = Vec::new();
        for (pair, key) in cuts.windows(2).zip(keys.iter().cycle()) {
            let mut shard = J::open_shard(params, pair[0]..pair[1]).unwrap_or_else(|error| panic!("shard: {error}"));
            shard.step(key % 4); // some shards are merged half done
            shards.push((key.rotate_left(17), shard));
        }
        shards.sort_by_key(|(key, _)| *key);
        let (_, mut merged) = shards.remove(0);
        for (_, shard) in &shards {
            merged.merge(shard).unwrap_or_else(|error| panic!("merge: {error}"));
        }
        merged.step(u64::MAX);
        assert_eq!(report(&merged), expected, "round {round}: shards cut at {cuts:?}");
    }

    let half = J::open_shard(params, 0..total / 2 + 1).unwrap_or_else(|error| panic!("shard: {error}"));
    let overlap = J::open_shard(params, total / 2..total).unwrap_or_else(|error| panic!("shard: {error}"));
    let (mut left, before) = (half.clone(), half.save());
    assert!(left.merge(&overlap).is_err(), "overlapping blocks were merged");
    assert_eq!(left.save(), before, "a refused merge changed the job");
    assert!(J::open_shard(params, total..total + 1).is_err(), "a shard beyond the job");
    assert!(J::open_shard(params, 1..1).is_err(), "an empty shard");
    let stranger = J::open(other_params).unwrap_or_else(|error| panic!("open: {error}"));
    assert!(left.merge(&stranger).is_err(), "jobs of different parameters were merged");
    assert!(J::restore(params, &stranger.save()).is_err(), "state of other parameters was taken");

    let state = single.save();
    for length in 0..state.len() {
        assert!(J::restore(params, &state[..length]).is_err(), "state cut to {length} bytes was taken");
    }
    for index in 0..state.len() {
        let mut damaged = state.clone();
        damaged[index] ^= 0x40;
        assert!(J::restore(params, &damaged).is_err(), "state damaged at byte {index} was taken");
    }
}
