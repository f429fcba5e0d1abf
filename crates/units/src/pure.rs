//! Pure numbers.

use crate::quantity::quantity;

quantity! {
    /// A part of a whole, 0 to 1; never percent. Text may say "2.5 %" or "0.025".
    Fraction, "fraction", stored in "", 0.0..=1.0,
    allowed "0 to 1 (a fraction, not percent)", written "a number from 0 to 1, or a number and %",
    symbols ["": 1.0 / 1.0, "%": 1.0 / 1e2]
}

impl Fraction {
    /// Nothing of the whole.
    pub const ZERO: Self = Self::MIN;
    /// All of it.
    pub const ONE: Self = Self::MAX;

    /// The rest of the whole, `1 - x`.
    #[must_use]
    pub fn complement(self) -> Self {
        Self(1.0 - self.0)
    }
}

quantity! {
    /// A quotient that may exceed 1: loan to value, power usage effectiveness, leverage. 0 to 1e12.
    Ratio, "ratio", stored in "", 0.0..=1e12,
    allowed "0 to 1e12", written "a number, or a number and %",
    symbols ["": 1.0 / 1.0, "%": 1.0 / 1e2]
}
