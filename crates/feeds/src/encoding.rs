//! Percent-encoding of RFC 3986.

use std::fmt::{self, Write as _};

pub(crate) const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-')
}

/// RFC 3986: everything but the unreserved characters, and the comma that lists are joined with.
pub(crate) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if is_unreserved(byte) || byte == b',' {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}"); // writing to a String cannot fail
        }
    }
}

/// A name as one segment of a path.
pub(crate) fn segment(name: impl fmt::Display) -> String {
    let mut out = String::new();
    encode(&name.to_string(), &mut out);
    out
}
