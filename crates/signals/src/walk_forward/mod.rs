//! A walk-forward of the ensemble: what it would have said, calibrated on the past of each bar alone, and what came of it.
//!
//! ```text
//! |---- first fit ----|-- test --|-- test --|-- test --| horizon |
//!       scores at least an embargo of h bars old; refit every so many bars; labels of the last h bars are not known
//! ```
//!
//! The [`Protocol`] is fixed before the run and stands in the report. The report says how calibrated the probabilities were and whether they beat the
//! base rate, how often the advice was right with an interval that respects overlapping labels, and what following it would have earned
//! against always holding. One run is one report; to choose among runs is to fit to the test.

mod bootstrap;
mod protocol;
mod report;
mod run;

pub use bootstrap::{BootstrapInterval, block_bootstrap};
pub use protocol::{Protocol, WalkForwardRequest};
pub use report::{AgainstHolding, ModuleTest, WalkForwardReport};
pub use run::walk_forward;
