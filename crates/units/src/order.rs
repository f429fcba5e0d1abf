//! One sort for rows of every kind.

use std::cmp::Ordering;

/// Sorting of what a record is made of: stable, as [`slice::sort_by`].
///
/// The sort of the standard library is compiled anew for each type and each comparison, 4 kB each time. Where bytes are what counts, on WASM, one
/// sort of places serves them all, and the rows follow their places; elsewhere it is the standard library's.
///
/// ```
/// use hashinsight_units::Order;
/// let mut days = [(3, "c"), (1, "b"), (1, "a")];
/// days.order_by_key(|(day, _)| *day);
/// assert_eq!(days, [(1, "b"), (1, "a"), (3, "c")]);
/// ```
pub trait Order<T> {
    /// Sorts by a comparison; equal rows stay in their order.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key; equal rows stay in their order.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

impl<T> Order<T> for [T] {
    #[cfg(not(target_family = "wasm"))]
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering) {
        self.sort_by(compare);
    }

    #[cfg(target_family = "wasm")]
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering) {
        by_places(self, compare);
    }
}

/// Sorts places, and lets each cycle of rows follow.
#[cfg(any(test, target_family = "wasm"))]
fn by_places<T>(rows: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let mut from = places(rows.len(), &mut |a, b| compare(&rows[a], &rows[b]));
    for start in 0..rows.len() {
        let mut to = start;
        loop {
            let next = std::mem::replace(&mut from[to], to);
            if next == start {
                break;
            }
            rows.swap(to, next);
            to = next;
        }
    }
}

/// Where the row of each place comes from.
#[cfg(any(test, target_family = "wasm"))]
#[cfg_attr(target_family = "wasm", inline(never))]
fn places(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_follow_their_places_as_the_standard_library_sorts_them(
            rows in prop::collection::vec((0_u8..12, any::<u16>()), 0..200),
        ) {
            let (mut ours, mut theirs) = (rows.clone(), rows);
            by_places(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|row| row.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
