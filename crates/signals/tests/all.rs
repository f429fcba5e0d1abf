//! Indicators against references, and their contract; the modules that stand on them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod indicators;
mod modules;
