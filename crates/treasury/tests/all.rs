//! Everything that holds of the treasury room, a module for each topic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod acceptance;
mod backtest;
mod backtest_futures;
mod backtest_lanes;
mod backtest_sweep;
mod coverage;
mod execution;
mod floor;
mod floor_adversary;
mod floor_exhaustive;
mod forecast;
mod ledger;
mod metrics;
mod metrics_sample;
mod optimal;
mod policy;
mod policy_rules;
mod sample;
mod scenario;
mod selection;
