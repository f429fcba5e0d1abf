//! The kit that proves the contract of [`Stream`].

use std::fmt::Debug;

use hashinsight_numerics::stream::{Stream, batch};

/// Bits of an output, NaN and the sign of zero included: `Debug` prints the shortest text that reads back to the same number.
fn bits(output: &impl Debug) -> String {
    format!("{output:?}")
}

/// Proves that a stream keeps the contract over these events: batch = fold, prefix, `peek` = `update`, `reset`, state round trip at every
/// point, and an `update` that is atomic against each of `refused` (events that this stream refuses at any point of `events`).
///
/// # Panics
/// Where it does not.
pub fn check_stream<S: Stream>(params: &S::Params, events: &[S::Event], refused: &[S::Event])
where
    S::Output: Debug,
{
    let open = || S::open(params).unwrap_or_else(|error| panic!("open: {error}"));
    let whole: Vec<String> =
        batch::<S>(params, events).unwrap_or_else(|error| panic!("batch: {error}")).iter().map(bits).collect();
    assert_eq!(whole.len(), events.len(), "one output per event");

    for cut in [0, 1, events.len() / 3, events.len() / 2, events.len()] {
        let prefix =
            batch::<S>(params, &events[..cut.min(events.len())]).unwrap_or_else(|error| panic!("prefix: {error}"));
        assert_eq!(prefix.iter().map(bits).collect::<Vec<_>>(), whole[..prefix.len()], "prefix of {cut} events");
    }

    let mut stream = open();
    for (index, event) in events.iter().enumerate() {
        let state = stream.save();
        for bad in refused {
            assert!(stream.update(bad).is_err(), "event {index}: a bad event was taken");
            assert!(stream.peek(bad).is_err(), "event {index}: a bad event was peeked at");
            assert_eq!(stream.save(), state, "event {index}: a refused event changed the state");
        }
        let peeked = stream.peek(event).unwrap_or_else(|error| panic!("peek {index}: {error}"));
        assert_eq!(stream.save(), state, "event {index}: peek changed the state");
        let mut restored = S::restore(params, &state).unwrap_or_else(|error| panic!("restore before {index}: {error}"));
        assert_eq!(restored.save(), state, "state round trip before event {index}");
        let updated = stream.update(event).unwrap_or_else(|error| panic!("event {index}: {error}"));
        assert_eq!(bits(&updated), whole[index], "event {index}: update differs from batch");
        assert_eq!(bits(&peeked), whole[index], "event {index}: peek differs from update");
        let resumed = restored.update(event).unwrap_or_else(|error| panic!("resumed {index}: {error}"));
        assert_eq!(bits(&resumed), whole[index], "event {index}: resumed stream differs");
    }

    let state = stream.save();
    for length in 0..state.len() {
        assert!(S::restore(params, &state[..length]).is_err(), "state cut to {length} bytes was taken");
    }
    for index in 0..state.len() {
        let mut damaged = state.clone();
        damaged[index] ^= 0x40;
        assert!(S::restore(params, &damaged).is_err(), "state damaged at byte {index} was taken");
    }

    stream.reset();
    assert_eq!(stream.save(), open().save(), "reset");
}
