//! One sort for rows of every kind: it sorts places, and so is compiled once.

use std::cmp::Ordering;

/// Sorts. What is equal stays in its order.
pub(crate) fn sort<T>(rows: &mut [T], by: &dyn Fn(&T, &T) -> Ordering) {
    let mut places = sorted(rows.len(), &|a, b| by(&rows[a], &rows[b]));
    for start in 0..places.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start {
                break;
            }
            rows.swap(at, from);
            at = from;
        }
    }
}

fn sorted(count: usize, by: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| by(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::sort;

    proptest::proptest! {
        #[test]
        fn sorts_as_the_standard_library_does(mut rows in proptest::collection::vec((0_u8..9, 0_u8..9), 0..30)) {
            let mut expected = rows.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort(&mut rows, &|a, b| a.0.cmp(&b.0));
            proptest::prop_assert_eq!(rows, expected);
        }
    }
}
