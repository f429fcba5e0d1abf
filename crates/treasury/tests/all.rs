//! Everything that holds of the treasury room, a module for each topic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod backtest;
mod backtest_sweep;
mod coverage;
mod ledger;
mod metrics;
mod metrics_sample;
mod policy;
mod sample;
mod scenario;
