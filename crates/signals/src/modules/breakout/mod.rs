//! B: whether a break out of the range is exhausted.
//!
//! # What it says
//! A close above the highest high of the 20 bars *before* it is a break; one below their lowest low is a break the other way. For five bars
//! it is asked whether the break can hold. What speaks against it (contrarian) advises to sell above the range, and to keep below it:
//!
//! ```text
//! score = ±1.6 (0.35 dry + 0.25 wick + 0.25 divergence + 0.15 stretch)
//! dry         1 where the break came on less than 0.8 of the mean volume of 20 bars
//! wick        1 where a bar since the break has a wick against it of half its range or more
//! divergence  1 where momentum did not confirm the extreme: see `DivergenceParams`
//! stretch     distance of the close beyond the Bollinger band, in half widths of the bands, at most 1
//! confidence = 0.4 + 0.2 for each channel that the break has left (Donchian, Bollinger, Keltner)
//! ```
//!
//! Without a break all of that is 0. The weights are choices, and stand in no paper: the ensemble calibrates what they are worth.
//!
//! # What it stands on
//! Donchian's channel without the bar that is tested (with it, no close is ever above); Bollinger 2001; Keltner's channel as Raschke has
//! it; divergence at confirmed turning points, which are known some bars late and never before. Prices enter through ratios only.

mod divergence;
mod module;

pub use divergence::DivergenceParams;
pub use module::{Break, Breakout, BreakoutOutput, BreakoutParams, BreakoutState, BreakoutTable, BreakoutTablePart};
