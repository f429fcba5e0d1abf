//! Indicators and modules against references, and their contracts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "indices and counts of small tables"
)]

mod acceptance;
mod bandit;
mod derivatives_pressure;
mod ensemble;
mod evaluate;
mod forecast;
mod honesty;
mod indicators;
mod microstructure;
mod modules;
mod reference;
