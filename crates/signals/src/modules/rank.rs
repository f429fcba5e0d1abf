//! Rank of the newest value in what came before it: over an expanding window, until that is as long as it may be.

use hashinsight_numerics::state::impossible;
use hashinsight_units::Error;
use serde::{Deserialize, Serialize};

/// The last values, up to a length; order does not matter, so the newest takes the oldest's place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct TrailingRank {
    values: Vec<f64>,
    place: u32,
    #[serde(skip)]
    length: usize,
}

/// Where the newest value stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rank {
    /// Share of the values that are less, and half of those that are equal, itself included: above 0 and below 1.
    pub(crate) rank: f64,
    /// How full the window is, 0 to 1.
    pub(crate) filled: f64,
}

impl TrailingRank {
    pub(crate) fn prepare(&mut self, length: u32) -> Result<(), Error> {
        self.length = length as usize;
        let place = self.place as usize;
        let fits = self.values.len() <= self.length
            && (place == 0 || (self.values.len() == self.length && place < self.length));
        if fits && self.values.iter().all(|value| value.is_finite()) { Ok(()) } else { Err(impossible("values")) }
    }

    /// Takes the next value, a finite number.
    pub(crate) fn next(&mut self, value: f64) -> Rank {
        if self.values.len() < self.length {
            self.values.push(value);
        } else {
            self.values[self.place as usize] = value;
            self.place = if self.place as usize + 1 == self.length { 0 } else { self.place + 1 };
        }
        // Twice the rank: 2 for each that is less, 1 for each that is equal.
        let twice =
            self.values.iter().fold(0_u64, |sum, other| sum + u64::from(*other < value) + u64::from(*other <= value));
        let count = self.values.len() as f64;
        Rank { rank: twice as f64 / (2.0 * count), filled: count / self.length as f64 }
    }
}
