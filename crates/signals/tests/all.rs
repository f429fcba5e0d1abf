//! Indicators against references, and their contract.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod indicators;
