//! Two series side by side, as an indicator of two reads them.

use hashinsight_units::{Error, Finite, Record};
use serde::{Deserialize, Serialize};

use super::Input;
use super::contract::{column, reading};

/// Values of two series at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = PairObservationColumns)]
#[non_exhaustive]
pub struct PairObservation {
    /// Value of the first series: 0, or a number of size 1e-100 to 1e100.
    #[record(example = 91.5)]
    pub first: Finite,
    /// Value of the second series: 0, or a number of size 1e-100 to 1e100.
    #[record(example = 93.25)]
    pub second: Finite,
}

/// Values of two series.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Value of the first series.
    pub first: f64,
    /// Value of the second series.
    pub second: f64,
}

/// Columns of [`Pair`], of one length.
#[derive(Clone, Copy, Debug)]
pub struct PairColumns<'a> {
    /// Values of the first series.
    pub first: &'a [f64],
    /// Values of the second series.
    pub second: &'a [f64],
}

impl Input for Pair {
    type Event = PairObservation;
    type Columns<'a> = PairColumns<'a>;

    fn of(event: &PairObservation) -> Result<Self, Error> {
        Ok(Self { first: reading("first", event.first.get())?, second: reading("second", event.second.get())? })
    }

    fn rows(columns: PairColumns<'_>) -> usize {
        columns.first.len()
    }

    #[inline(always)]
    fn at(columns: PairColumns<'_>, row: usize) -> Self {
        Self { first: columns.first[row], second: columns.second[row] }
    }

    fn check(columns: PairColumns<'_>) -> Result<(), Error> {
        column("first", columns.first, columns.first.len())?;
        column("second", columns.second, columns.first.len())
    }
}
