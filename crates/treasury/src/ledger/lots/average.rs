//! The average of a pool: `cost_out = cost * q / Q` of all coins in it.

use super::{Coins, Piece};

/// A pool that keeps quantity and total cost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Average(pub(crate) Coins);

impl Average {
    pub(crate) fn take(&mut self, sat: u64) -> Piece {
        Piece { lot: None, acquired: None, coins: self.0.take(sat) }
    }
}
