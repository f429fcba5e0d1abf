//! Any bytes as the answer to each kind of question to this upstream: an error or data, never a panic.
#![no_main]

#[path = "feeds/questions.rs"]
mod questions;

libfuzzer_sys::fuzz_target!(|body: &[u8]| questions::read("alternative_me", body));
