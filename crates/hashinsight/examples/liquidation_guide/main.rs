//! The figures and plots of `docs/guide/liquidation.md`: from a leveraged position to the probability, time and cost of its
//! liquidation.
//!
//! ```text
//! cargo run --release --example liquidation_guide            # prints the figures, writes docs/guide/*.svg
//! cargo run --release --example liquidation_guide -- FOLDER  # writes the plots there instead
//! ```
//!
//! Price, volatility, jumps and hazard are invented; the margin table is Binance's of 2024-10-24.

#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

#[path = "../guide/mod.rs"]
mod guide;
mod jump;
mod passage;
mod position;
mod price;

use std::error::Error;
use std::path::{Path, PathBuf};

use crate::jump::{jumps, simulation};
use crate::passage::{ends_and_touches, falls, measures, timing, watching, what_moves_it};
use crate::position::{LEVERAGE, long_level, positions, tiers};
use crate::price::{default_of_the_venue, options, prices};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide"), PathBuf::from);
    positions()?;
    tiers()?;
    let level = long_level(LEVERAGE)?;
    ends_and_touches(level, &folder)?;
    what_moves_it(&folder)?;
    timing(&folder)?;
    measures(level)?;
    prices(level)?;
    options(level)?;
    watching(level)?;
    jumps(&folder)?;
    falls()?;
    default_of_the_venue()?;
    simulation(level)
}
