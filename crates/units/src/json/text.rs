//! String tokens.

/// A string as JSON text.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_text(&mut out, text);
    out
}

/// Appends a string as JSON text.
pub fn push_text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    loop {
        let (clean, special) = rest.split_at(plain(rest.as_bytes()));
        out.push_str(clean);
        let Some(byte) = special.as_bytes().first() else { break };
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0c => out.push_str("\\f"),
            control => {
                let hex = |digit: u8| char::from(b"0123456789abcdef"[usize::from(digit)]);
                out.push_str("\\u00");
                out.extend([hex(control >> 4), hex(control & 15)]);
            }
        }
        rest = &special[1..];
    }
    out.push('"');
}

/// How many bytes come before the first quote, backslash or control character.
pub fn plain(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Eight bytes at a time: the subtractions borrow out of the top bit of a byte that is too small. A borrow may spoil the
    // bytes above, never those below, and the lowest one counts.
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let below = |word: u64, limit: u64| word.wrapping_sub(EACH * limit) & !word;
        let quote = below(word ^ (EACH * u64::from(b'"')), 1);
        let backslash = below(word ^ (EACH * u64::from(b'\\')), 1);
        let special = (below(word, 0x20) | quote | backslash) & (EACH << 7);
        if special != 0 {
            return 8 * index + special.trailing_zeros() as usize / 8;
        }
    }
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..0x20);
    8 * words.len() + rest.iter().position(special).unwrap_or(rest.len())
}

/// The text that a string token with escapes stands for (RFC 8259, section 7); half a surrogate pair stands for nothing.
pub(super) fn unescaped(token: &str) -> Option<String> {
    let unit = |digits: &str| {
        let hex = digits.get(..4).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        u16::from_str_radix(hex, 16).ok()
    };
    let mut text = String::with_capacity(token.len());
    let mut rest = token;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let kind = escape.chars().next()?;
        rest = escape.get(1..)?;
        text.push(match kind {
            '"' | '\\' | '/' => kind,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = unit(rest)?;
                rest = rest.get(4..)?;
                let second = rest.strip_prefix("\\u").and_then(unit);
                match char::decode_utf16([first].into_iter().chain(second)).next()?.ok()? {
                    one @ ..='\u{ffff}' => one,
                    pair => {
                        rest = rest.get(6..)?;
                        pair
                    }
                }
            }
            _ => return None,
        });
    }
    text.push_str(rest);
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{plain, text, unescaped};

    #[test]
    fn strings_are_written_as_serde_json_writes_them() {
        for string in
            ["", "plain", "é€😀", "\u{7f}\u{80}", "a\"b\\c/\n\r\t\u{8}\u{c}\u{0}\u{1f} ", "12345678\"", "1234567\\"]
        {
            assert_eq!(text(string), serde_json::Value::from(string).to_string());
        }
    }

    #[test]
    fn every_byte_at_every_place() {
        for byte in 0..=255_u8 {
            for place in 0..20 {
                for other in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                    let mut bytes = [other; 20];
                    bytes[place] = byte;
                    let special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    assert_eq!(plain(&bytes), if special { place } else { 20 }, "{byte} at {place} among {other}");
                }
            }
        }
    }

    #[test]
    fn escapes_read_as_serde_json_reads_them() {
        let tokens = [
            r#"a\n\"b\\c\/"#,
            r"\u0041\u00e9\u20ac",
            r"\ud83d\ude00!",
            r"\ud83d",
            r"\ude00",
            r"\ud83dx",
            r"\ud83d\u0041",
            r"\x",
            r"\u12",
            r"\u+123",
            r"\u12\u20ac\u20ac",
            r"\b\f\r\t",
            r"\ud83d\ud83d",
            r"\u00e",
            "\\\u{20ac}",
        ];
        for token in tokens {
            assert_eq!(unescaped(token), serde_json::from_str::<String>(&format!("\"{token}\"")).ok(), "{token}");
        }
    }
}
