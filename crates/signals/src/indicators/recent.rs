//! The last few values by age.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_units::Error;
use serde::{Deserialize, Serialize};

/// The last `length` values, oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Recent {
    pub(crate) values: VecDeque<f64>,
    #[serde(skip)]
    length: usize,
}

impl Recent {
    pub(crate) fn prepare(&mut self, length: u32) -> Result<(), Error> {
        self.length = length as usize;
        let possible = self.values.len() <= self.length && self.values.iter().all(|value| value.is_finite());
        if possible { Ok(()) } else { Err(impossible("last values")) }
    }

    /// Takes a value; the one that it pushes out, once there are so many.
    pub(crate) fn push(&mut self, value: f64) -> Option<f64> {
        let oldest = if self.is_full() { self.values.pop_front() } else { None };
        self.values.push_back(value);
        oldest
    }

    pub(crate) fn is_full(&self) -> bool {
        self.values.len() == self.length
    }
}
