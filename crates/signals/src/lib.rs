//! Signals of market data, and the indicators they stand on.
//!
//! | module | question |
//! |---|---|
//! | [`indicators`] | What do averages, ranges, bands and ranks of a series say? |
//! | [`modules`] | What do ten modules, A to J, advise about selling now, and for which reasons? |
//! | [`evaluate`] | What do all of them say, bar by bar, and how far were they right before? |
//! | [`forecast`] | Where may the price go, and how good were such answers before? |
//! | [`walk_forward`] | How would the ensemble have done, by rules fixed before the run? |
//! | [`honesty`] | Does a signal look ahead, or depend on where it began? |
//!
//! Every indicator takes one reading at a time, and its batch form has the bits of that. Nothing looks ahead. Outputs are NaN while an
//! indicator warms up, and for no other reason. A module's score is 1 for selling now and -1 for keeping: the sum of its reasons, to the bit.
//!
//! ```
//! use hashinsight_signals::indicators::{Ema, EmaParams, Indicator};
//! let means = Ema::batch(&EmaParams::new(2), &[91.5, 94.815, 94.375])?;
//! assert!(means[0].is_nan());
//! assert_eq!(means[1], (91.5 + 94.815) / 2.0);
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod count;
pub mod evaluate;
pub mod forecast;
pub mod honesty;
pub mod indicators;
pub mod modules;
mod refuse;
pub mod walk_forward;
