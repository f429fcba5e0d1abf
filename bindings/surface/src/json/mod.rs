//! Documents as JSON text: a strict reader that knows where it is, and a writer that never writes `null`.
//!
//! `serde_json` decides neither what a wrong document is called nor where the culprit stands, takes arrays for structs and `null` for
//! absent, and reads 10^20 written in digits as a float. The border promises otherwise (docs/adr/0004), so the reader is our own.
//! Number formatting stays with `serde_json`, number parsing with std (both correctly rounded) except where its tables are too big.

mod decimal;
mod error;
mod read;
mod write;

pub use read::{DEPTH_LIMIT, read};
pub(crate) use write::text;
pub use write::write;
