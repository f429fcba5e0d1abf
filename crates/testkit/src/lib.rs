//! What the tests of the family share, and nothing that ships: reference vectors with their sources, and kits that prove a contract.
//!
//! `vectors/*.json` are reference values from independent sources; each file names its own. Tests that use this crate live in `tests/`
//! directories, never inside `src/`.

#![allow(clippy::panic, reason = "a kit speaks by failing the test that calls it")]

mod counts;
mod dispatch;
mod drift_roi;
mod job;
mod lots;
mod original_scores;
mod stream;
mod sweep;
mod vectors;
mod watched_walk;
mod wide;
mod wide_complex;
mod window;

pub use counts::{cases, few, first, properties};
pub use dispatch::{Fleet, HourPrices, Switched, best_choice, best_choice_in_steps, best_month, best_switched};
pub use drift_roi::drift_roi;
pub use job::check_job;
pub use lots::{First, KingdomRule, Trade, kingdom_by_satoshi, satoshi_by_satoshi};
pub use original_scores::{
    ORIGINAL_SELLS_FROM, Opinion, OriginalModule, original_extreme, original_modules, original_sell_score,
};
pub use stream::check_stream;
pub use sweep::{TradeCosts, TrialBar, TrialEnd, trial_by_definition};
pub use vectors::{f64_from_hex, vector_path, vectors, within_relative};
pub use watched_walk::WatchedWalk;
pub use wide::Wide;
pub use wide_complex::{WideComplex, invert_laplace_wide};
pub use window::{naive_deviation, naive_mean};
