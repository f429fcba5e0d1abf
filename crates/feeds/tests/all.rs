//! Tests of the public interface.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

mod cases;
mod files;
mod mutants;
mod mutations;
mod pipeline;
mod reconciliation;
mod requests;
mod samples;
mod support;
mod traps;
mod venues;
