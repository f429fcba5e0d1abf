//! Tests of the treasury room.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod ledger;
