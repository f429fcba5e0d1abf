//! Signals of market data, and the indicators they stand on.
//!
//! Every indicator is a [`Stream`](hashinsight_numerics::stream::Stream): it takes one observation at a time, and its batch form is the fold of
//! that, bit for bit. Nothing looks ahead. Outputs are NaN while an indicator warms up, and for no other reason.
//!
//! ```
//! use hashinsight_numerics::stream::batch;
//! use hashinsight_signals::indicators::{Ema, EmaParams, Observation};
//! use hashinsight_units::Finite;
//! let closes = [91.5, 94.815, 94.375].map(|close| Observation::new(Finite::constant(close)));
//! let means = batch::<Ema>(&EmaParams::new(2), &closes)?;
//! assert!(means[0].ema.is_nan());
//! assert_eq!(means[1].ema, (91.5 + 94.815) / 2.0);
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

pub mod forecast;
pub mod honesty;
pub mod indicators;
pub mod modules;
mod refuse;
