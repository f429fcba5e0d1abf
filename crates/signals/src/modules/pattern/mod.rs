//! F: chart patterns with neckline, target and invalidation.
//!
//! # What it says
//! A pattern is found when its last turning point is confirmed, and says nothing until a close breaks its neckline. Then the price is
//! expected to go on that way (momentum) for the height of the pattern (the measured move of Edwards and Magee 1948):
//!
//! ```text
//! score = ± e^(-age / 5),   plus after a break downward, minus after one upward;   target = neckline ∓ height
//! ```
//!
//! until the target is reached, a close falls behind the invalidation, or 30 bars have passed. One pattern waits and one is followed at a
//! time; a newer one takes the place of the older.
//!
//! Lo, Mamaysky and Wang 2000 found that some of these shapes carry information about returns, not that they earn money: without a calibrated
//! `hit_rate` the confidence stays low. Prices enter through ratios and straight lines only.

mod module;
mod shape;

pub use module::{
    Pattern, PatternDirection, PatternFate, PatternOutput, PatternParams, PatternState, PatternTable, PatternTablePart,
};
pub use shape::{ChartPattern, ShapeParams};
