//! Signals of market data, and the indicators they stand on.
//!
//! Every indicator takes one reading at a time, and its batch form has the bits of that. Nothing looks ahead. Outputs are NaN while an
//! indicator warms up, and for no other reason.
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
