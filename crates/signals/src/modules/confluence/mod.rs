//! C: support and resistance where several methods agree.
//!
//! # What it says
//! Close below a resistance it advises to sell, close above a support to keep (contrarian): the side that is nearer and stronger wins. With
//! the distance `d` in average true ranges,
//!
//! ```text
//! score = (strength_R e^(-d_R) - strength_S e^(-d_S)) / 2,   held in -1 ... 1
//! confidence = min(1, distinct sources of the stronger side / 4)
//! ```
//!
//! # Where levels come from
//! | source | levels | fresh weight |
//! |---|---|---|
//! | turning points | highs and lows confirmed by five bars on either side, the last sixteen | 1 |
//! | pivots | the classic seven, of the last period that is over | 1/2 |
//! | volume profile | point of control and value area of 90 bars, at the end of that period | 1 |
//! | Fibonacci | 0.236, 0.382, 0.5, 0.618, 0.786 back into the last leg between turning points, 1.272 and 1.618 of it | 1/2 |
//! | anchored average | volume-weighted, since the last turning point | 1 |
//! | year | highest high and lowest low of 365 bars before this one | 1 |
//! | round numbers | the multiples of a step around the close, where one is given | 1/2 |
//!
//! Levels within `max(0.3 %, 0.25 ATR)` of the lowest make a cluster; its strength falls with age and grows with turning points there. A
//! cluster of fewer than two distinct sources does not count. What needs volumes is missing where bars have none.
//!
//! A level knows only bars that are over: a turning point stands five bars late, a period when it has ended. Without round numbers, prices
//! in other units give the same score, to the bit where the units differ by a power of two.

mod level;
mod module;
mod sources;

pub use module::{
    Confluence, ConfluenceOutput, ConfluenceParams, ConfluenceState, ConfluenceTable, ConfluenceTablePart,
};
