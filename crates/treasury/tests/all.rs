//! Tests of the treasury room.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod ledger;
//! Everything that holds of the treasury room, a module for each topic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

mod coverage;
mod floor;
mod floor_adversary;
mod floor_exhaustive;
mod policy;
mod policy_rules;
