//! Outputs that can be compared by their bits.

/// An output of a signal. Numbers are the same if their bits are, or both are NaN.
pub trait Output {
    /// Whether two outputs are the same.
    fn same(&self, other: &Self) -> bool;
}

impl Output for f64 {
    fn same(&self, other: &Self) -> bool {
        self.to_bits() == other.to_bits() || self.is_nan() && other.is_nan()
    }
}

macro_rules! exact {
    ($($kind:ty)*) => {
        $(impl Output for $kind {
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        })*
    };
}

exact! { bool i32 i64 u32 u64 usize String }

impl<T: Output> Output for Option<T> {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(ours), Some(theirs)) => ours.same(theirs),
            (None, None) => true,
            _ => false,
        }
    }
}

impl<T: Output> Output for Vec<T> {
    fn same(&self, other: &Self) -> bool {
        self.as_slice().same(&other.as_slice())
    }
}

impl<T: Output> Output for &[T] {
    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(*other).all(|(ours, theirs)| ours.same(theirs))
    }
}

impl<T: Output, const N: usize> Output for [T; N] {
    fn same(&self, other: &Self) -> bool {
        self.as_slice().same(&other.as_slice())
    }
}

impl<A: Output, B: Output> Output for (A, B) {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0) && self.1.same(&other.1)
    }
}
