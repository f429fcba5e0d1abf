//! Everything that holds of the customers' room, a module for each topic.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]
#![allow(clippy::disallowed_methods, reason = "expectations come from std, not from the functions under test")]

mod activity;
mod audit;
mod commission;
mod forecast;
mod lifecycle;
mod roles;
mod scores;
