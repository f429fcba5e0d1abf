//! Tests of the report.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]
#![allow(clippy::disallowed_methods, reason = "plain arithmetic beside that of the library")]

mod difference;
mod drawn;
mod identities;
mod plotted;
mod promises;
mod refusals;
mod sample;
mod vega_lite;
mod words;
