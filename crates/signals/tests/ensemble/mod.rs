//! Module J against independent numbers, and its promises.

mod decisions;
mod mathematics;
mod original;
