//! Documents as JSON text: a strict reader that knows where it is, and a writer that never writes `null`.
//!
//! `serde_json` decides neither what a wrong document is called nor where the culprit stands, takes arrays for structs and `null` for
//! absent, and reads 10^20 written in digits as a float. The border promises otherwise (docs/adr/0004), so the reader is our own, and
//! the writer beside it. Digits come from `zmij` and `itoa`, as in `serde_json`; long numbers are parsed by std except where its tables are
//! too big.

mod decimal;
mod error;
mod number;
mod read;
mod text;
mod write;

pub use read::{DEPTH_LIMIT, read};
pub use text::push_text;
pub(crate) use text::text;
pub use write::{push_f64, write};
