//! Documents as JSON text: a strict parser that knows where everything stands, and a writer that never writes `null`.
//!
//! `serde_json` decides neither what a wrong document is called nor where the culprit stands, takes arrays for structs and `null` for
//! absent, and reads 10^20 written in digits as a float. The border promises otherwise (docs/adr/0004), so the parser is our own, and the
//! writer beside it. Digits come from `zmij` and `itoa`, as in `serde_json`; long numbers are parsed by std except where its tables are
//! too big.

mod decimal;
mod digits;
mod document;
mod items;
mod number;
mod source;
mod text;
mod transcode;
mod write;

pub use digits::{Told, positional, scientific};
pub use document::{DEPTH_LIMIT, Document, Element, Elements, Entries, Node};
#[doc(hidden)] // of use to other readers of the family
pub use number::{EXACT, Number, float, short};
pub use source::{List, Plain, Source};
#[doc(hidden)]
pub use text::plain;
pub use text::{push_text, text};
pub(crate) use transcode::transcode;
pub use write::{push_f64, write, write_beside};
