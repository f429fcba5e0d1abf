//! One text and one hash for each event.

use std::collections::BTreeSet;

use hashinsight_units::json::{Document, Element, Node};
use hashinsight_units::{Error, Problem};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::refuse::refuse;

/// A hash.
pub(super) type Hash = [u8; 32];

/// The canonical text of an event.
pub(super) fn canonical(event: &str) -> Result<String, Error> {
    let document = Document::parse(event).map_err(|fault| Error::from(fault.at("event")))?;
    check(document.root())?;
    let refused = |why: String| refuse("event", Problem::WrongType, why, "a JSON object");
    let value: Value = serde_json::from_str(event).map_err(|error| refused(error.to_string()))?;
    if !value.is_object() {
        return Err(refused(event.to_owned()));
    }
    serde_json_canonicalizer::to_string(&value).map_err(|error| refused(error.to_string()))
}

/// Refuses what would let two events share a hash: a key twice, and whole numbers that a double does not keep.
fn check(node: Node<'_>) -> Result<(), Error> {
    match node.element() {
        Element::Object(entries) => {
            let mut keys = BTreeSet::new();
            for (key, value) in entries {
                check(value)?;
                if !keys.insert(key.to_string()) {
                    return Err(refuse("event", Problem::Several, key, "each key once"));
                }
            }
            Ok(())
        }
        Element::Array(mut elements) => elements.try_for_each(check),
        Element::Number(_) => {
            let text = node.raw();
            let is_whole = !text.contains(['.', 'e', 'E']);
            let is_kept = text.trim_start_matches('-').parse::<u64>().is_ok_and(|digits| digits <= 1 << 53);
            if is_whole && !is_kept {
                return Err(refuse(
                    "event",
                    Problem::OutOfRange,
                    text,
                    "whole numbers up to 2^53, larger ones as text",
                ));
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The hash of several pieces in a row.
pub(super) fn hash(pieces: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update(piece);
    }
    hasher.finalize().into()
}

/// A hash as text: 64 hexadecimal digits.
pub(super) fn hex(hash: &Hash) -> String {
    hash.iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]))
        .collect()
}

/// A hash from its text.
pub(super) fn parse_hash(field: &str, text: &str) -> Result<Hash, Error> {
    let refused = || refuse(field, Problem::Unknown, text, "64 hexadecimal digits");
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let digits = digits.filter(|digits| digits.len() == 64).ok_or_else(refused)?;
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::try_from(pair[0] * 16 + pair[1]).map_err(|_| refused())?;
    }
    Ok(hash)
}
