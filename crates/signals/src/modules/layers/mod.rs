//! D: a ladder of sell prices, and a stop, in units of the true range.
//!
//! # What it says
//! A price far above its mean is sold, one far below it is kept (contrarian), and the more so the wider the market's range is:
//!
//! ```text
//! score = 0.5 (close - SMA_50) / (3 ATR_14)  +  0.5 (2 rank_365(ATR_14 / close) - 1) sign(close - SMA_50),   held in -1 ... 1
//! confidence = 0.8 · (part of the rank's window that is filled)
//! ```
//!
//! The weights are choices, and stand in no paper: the ensemble calibrates what they are worth.
//!
//! # What comes with it
//! | | |
//! |---|---|
//! | the ladder | layers at `close + unit i^1.2`, `unit = ATR (1 + k (rank - 1/2))`: further apart where the market is wider. [`sell_ladder`] gives prices and sizes in whole satoshis that never exceed the cap of the inventory |
//! | the stop | [`Chandelier`](crate::indicators::Chandelier) exit that only rises, until a close falls below the one known before; then it is gone until a close stands above the exit again |
//!
//! A ladder is of its bar. What was sold, and what is left of the inventory, is the caller's to say: the module holds no position.

mod ladder;
mod module;

pub use ladder::{LadderSizing, SellLadderReport, SellLadderRequest, SellLayer, sell_ladder};
pub use module::{Layers, LayersOutput, LayersParams, LayersState, LayersTable, LayersTablePart};
