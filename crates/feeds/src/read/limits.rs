//! How much, and how deep.

use hashinsight_units::{Error, Fault, Problem};

use crate::Payload;

/// No upstream comes near; the readers below are not recursive beyond it.
const MAX_DEPTH: u32 = 32;
const CHUNK: usize = 32;

pub(super) fn check(payload: &Payload<'_>) -> Result<(), Error> {
    check_length(payload)?;
    if is_deeper(payload.body, MAX_DEPTH) {
        let fault = Fault::new("feeds.depth", Problem::OutOfRange).at("body");
        return Err(fault.allowed(format!("at most {MAX_DEPTH} levels")).into());
    }
    Ok(())
}

pub(super) fn check_length(payload: &Payload<'_>) -> Result<(), Error> {
    let (bytes, allowed) = (payload.body.len(), payload.max_bytes);
    if bytes > allowed {
        let fault = Fault::new("feeds.body", Problem::Length).at("body").got(bytes);
        return Err(fault.allowed(format!("at most {allowed} bytes")).into());
    }
    Ok(())
}

/// Whether brackets outside of strings nest deeper. Chunks without brackets and escapes, most of a payload, cost one
/// pass in lanes.
fn is_deeper(body: &[u8], limit: u32) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_u32, false, false);
    for chunk in body.chunks(CHUNK) {
        let (mut special, mut quotes) = (false, 0_u8);
        for byte in chunk {
            special |= matches!(byte, b'[' | b']' | b'{' | b'}' | b'\\');
            quotes += u8::from(*byte == b'"');
        }
        if !special && !escaped {
            in_string ^= quotes % 2 == 1;
            continue;
        }
        for byte in chunk {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'[' | b'{' if !in_string => {
                    depth += 1;
                    if depth > limit {
                        return true;
                    }
                }
                b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    false
}

/// Whether a body ends before what it opened: inside a string, or with brackets that nothing closes.
pub(super) fn is_open(body: &[u8]) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_i64, false, false);
    for byte in body {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => depth += 1,
            b']' | b'}' if !in_string => depth -= 1,
            _ => {}
        }
    }
    in_string || depth > 0
}

#[cfg(test)]
mod tests {
    use super::is_deeper;

    /// Byte by byte, as the definition says.
    fn naive(body: &[u8], limit: u32) -> bool {
        let (mut depth, mut deepest, mut in_string, mut index) = (0_i64, 0_i64, false, 0);
        while index < body.len() {
            match (in_string, body[index]) {
                (true, b'\\') => index += 1,
                (_, b'"') => in_string = !in_string,
                (false, b'[' | b'{') => depth += 1,
                (false, b']' | b'}') => depth = (depth - 1).max(0),
                _ => {}
            }
            deepest = deepest.max(depth);
            index += 1;
        }
        deepest > i64::from(limit)
    }

    proptest::proptest! {
        #[test]
        fn chunks_see_what_bytes_see(body in r#"[a\[\]{}"\\]{0,200}|(\[|a{30}|"]]]]"){0,60}"#, limit in 0_u32..8) {
            proptest::prop_assert_eq!(is_deeper(body.as_bytes(), limit), naive(body.as_bytes(), limit));
        }
    }
}
