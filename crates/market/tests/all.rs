//! Tests of the public interface.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod columns;
mod rows;
#[path = "../../units/tests/support/mod.rs"]
mod support;
