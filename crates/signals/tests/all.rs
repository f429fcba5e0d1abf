//! Indicators and modules against references, and their contracts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod indicators;
mod modules;
