//! The writer.

use std::io;

use hashinsight::units::Fault;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};

/// Writes a document: shortest text that reads back to the same bits, `-0.0` as `0.0`, never `null`.
///
/// # Errors
/// `border.result.not_finite` where a number of the result is NaN or infinite: a report says such things with a named variant.
pub fn write(document: &impl Serialize) -> Result<String, Fault> {
    let mut text = Vec::with_capacity(2048);
    let written = document.serialize(&mut Serializer::with_formatter(&mut text, NoNull));
    let text = written.ok().and_then(|()| String::from_utf8(text).ok());
    text.ok_or_else(|| Fault::new("border.result.not_finite").allowed("finite numbers"))
}

/// A string as JSON text.
pub(crate) fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default() // a string always has a JSON form
}

struct NoNull;

impl Formatter for NoNull {
    fn write_null<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        Err(io::ErrorKind::InvalidData.into())
    }

    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        CompactFormatter.write_f64(writer, value + 0.0)
    }
}
