//! Everything that holds of the insurance room, a module for each topic.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]
#![allow(clippy::disallowed_methods, reason = "expectations come from std, not from the functions under test")]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small positive numbers")]

mod acceptance;
mod aggregate;
mod book;
mod book_simulation;
mod capital;
mod claim_bars;
mod claim_evidence;
mod claim_states;
mod claims;
mod covers;
mod credibility;
mod decisions;
mod early_close;
mod fund;
mod index;
mod layers;
mod payout_files;
mod premiums;
mod proofs;
mod published;
mod quote_batch;
mod quote_jumps;
mod quote_models;
mod quotes;
mod refusals;
mod reserves;
mod risk;
mod ruin;
mod sensitivities;
mod several_coins;
mod stood;
mod trials;
mod vector_rows;
