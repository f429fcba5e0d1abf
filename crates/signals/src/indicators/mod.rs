//! Indicators: causal studies of one series.

mod ema;

use hashinsight_units::{Finite, Record};

pub use ema::{Ema, EmaOutput, EmaParams, EmaState, EmaTable, EmaTablePart};

/// One observation of a series.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ObservationColumns)]
#[non_exhaustive]
pub struct Observation {
    /// Value of the series, any finite number.
    #[record(example = 91.5)]
    pub value: Finite,
}
