//! How far apart the rows of a history are.

use hashinsight_units::{FieldPath, Order};

use crate::history::Indexed;
use crate::payload::Doubts;

/// Notes rows that lie further apart than was asked for. Single rows may be missing; where even the nearest two are more
/// than one and a half intervals apart, all are of another one. The newest row is left aside: some answers end with one of now.
pub(crate) fn check(
    times: impl Iterator<Item = Indexed<i64>>,
    interval_ms: i64,
    at: impl Fn(usize) -> FieldPath,
    doubts: &mut Doubts,
) {
    check_all(times.collect(), interval_ms, &at, doubts);
}

fn check_all(mut times: Vec<Indexed<i64>>, interval_ms: i64, at: &dyn Fn(usize) -> FieldPath, doubts: &mut Doubts) {
    times.order_by(|(_, a), (_, b)| a.cmp(b));
    let Some((_, [first, second, rest @ ..])) = times.split_last() else { return };
    let mut nearest = second.1.saturating_sub(first.1);
    let mut before = second.1;
    for (_, ms) in rest {
        let distance = ms.saturating_sub(before);
        nearest = if distance < nearest { distance } else { nearest };
        before = *ms;
    }
    if !rest.is_empty() && nearest > interval_ms.saturating_mul(3) / 2 {
        let expected =
            format!("{interval_ms} ms after the row before, as was asked for; the nearest are {nearest} ms apart");
        doubts.note(at(second.0), second.1, expected);
    }
}
