//! Means of bitcoin amounts.

use crate::Amount;
use crate::quantity::quantity;

quantity! {
    /// Mean of bitcoin amounts, stored in satoshis: 0 to 2.1e15. An estimate: it need not be a whole number.
    MeanAmount, "mean_amount", stored in "sat", 0.0..=2.1e15,
    allowed "0 to 2.1e15 satoshis", written "a number and sat or BTC",
    symbols ["sat": 1.0 / 1.0, "BTC": 1e8 / 1.0]
}

impl MeanAmount {
    /// No bitcoin.
    pub const ZERO: Self = Self::MIN;

    /// Satoshis.
    pub const fn to_sat(self) -> f64 {
        self.get()
    }
}

/// One amount is its own mean: satoshis are below 2^53, exact in an `f64`.
impl From<Amount> for MeanAmount {
    fn from(amount: Amount) -> Self {
        Self(amount.to_sat() as f64)
    }
}
