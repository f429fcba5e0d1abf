//! The reader of documents whose types are not records yet.

mod error;
mod read;

pub(crate) use hashinsight::units::json::text;
pub use hashinsight::units::json::{DEPTH_LIMIT, push_f64, push_text, write};
pub use read::read;
