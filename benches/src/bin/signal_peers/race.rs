//! Kernels in turn, on one clock.

use std::time::Instant;

const ROUNDS: usize = 31;
/// Slow peers take fewer turns: what they have after so long is enough.
const LONGEST_S: f64 = 3.0;

/// A name, and what is timed.
pub(crate) type Work<'a> = (&'a str, &'a mut dyn FnMut());

/// Nanoseconds per bar of each: the best of rounds in turn.
pub(crate) fn race(values: usize, work: &mut [Work<'_>]) -> Vec<f64> {
    let mut best = vec![(f64::INFINITY, 0.0); work.len()];
    for _ in 0..ROUNDS {
        for ((best, spent), (_, work)) in best.iter_mut().zip(work.iter_mut()).filter(|((_, s), _)| *s < LONGEST_S) {
            let start = Instant::now();
            work();
            let seconds = start.elapsed().as_secs_f64();
            *spent += seconds;
            *best = hashinsight::numerics::min(*best, seconds * 1e9 / values as f64);
        }
    }
    best.into_iter().map(|(best, _)| best).collect()
}
