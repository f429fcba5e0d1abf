//! A record that shows tampering.
//!
//! ```text
//! hash_i = SHA-256(hash_(i-1) | canonical text of event i),      hash_(-1) = 32 zero bytes
//! ```
//!
//! The canonical text of an event is its JSON by RFC 8785: sorted keys, shortest digits, no blanks, so that an event has one hash whoever
//! writes it. Whoever changes, drops, adds or reorders an event breaks every link after it. [`AuditChain`] is a stream: an application
//! appends one event and stores the returned hash. A [Merkle tree](inclusion_proof) over the same events proves that one of them is in the
//! record without showing the others.

mod canonical;
mod chain;
mod merkle;

pub use chain::{
    AppendReport, AppendRequest, AuditChain, AuditChainParams, AuditState, AuditedEvent, VerifyReport, VerifyRequest,
    append_event, verify_chain,
};
pub use merkle::{
    CheckInclusionReport, CheckInclusionRequest, InclusionReport, InclusionRequest, check_inclusion, inclusion_proof,
};
