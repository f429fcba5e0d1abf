//! Module G, derivatives pressure: what those who trade on credit and buy options are positioned for.
//!
//! | reason | reading | contribution before the mean |
//! |---|---|---|
//! | funding | contrarian: crowded longs pay to stay | `z / 3`, its standard score against its past |
//! | basis | contrarian: leverage is dear | `(basis - usual) / full` |
//! | risk reversal of 25 delta | momentum: calls are sought | `-z / 3` |
//! | price and open interest | momentum: new positions confirm a move, closing ones do not | `-1/2` if both rise or both fall, `+1/2` if they part |
//!
//! Each is held between -1 and 1; the score is the mean of those that are known, the confidence the known part. Nothing is assumed for the others.
//! Term slope, put-call ratio and gamma exposure describe and do not vote: nobody publishes who holds what.
//!
//! [`snapshots`] makes the events from market data: funding, futures, open interest and chains as they were last known at an instant.

mod figures;
mod pressure;
mod snapshots;

pub use figures::{Basis, ChainFigures, basis_per_year, chain_figures, compound_funding_per_year, strike_at_delta};
pub use pressure::{
    DerivativesPressure, DerivativesPressureOutput, DerivativesPressureParams, DerivativesPressureState,
    DerivativesPressureTable, DerivativesPressureTablePart, DerivativesSnapshot, DerivativesSnapshotColumns,
};
pub use snapshots::{DerivativesHistory, FuturePrices, snapshots};
