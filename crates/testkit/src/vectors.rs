//! Reference vectors as stored in `vectors/`.

use std::path::PathBuf;

use serde_json::Value;

/// Where a file of `vectors/` lies.
pub fn vector_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name)
}

/// The content of a JSON file of `vectors/`.
///
/// # Panics
/// Where the file is missing or no JSON: a test without its vectors must not pass.
pub fn vectors(name: &str) -> Value {
    let path = vector_path(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A number written as the 16 hex digits of its bits.
///
/// # Panics
/// Where the text is anything else.
pub fn f64_from_hex(hex: &str) -> f64 {
    assert_eq!(hex.len(), 16, "{hex:?} is not 16 hex digits");
    f64::from_bits(u64::from_str_radix(hex, 16).unwrap_or_else(|_| panic!("{hex:?} is not 16 hex digits")))
}

/// Fails unless `got` is within a relative distance of `expected`.
///
/// # Panics
/// Where it is not.
#[track_caller]
pub fn within_relative(got: f64, expected: f64, tolerance: f64, what: &str) {
    let distance = (got - expected).abs();
    assert!(
        distance <= tolerance * expected.abs(),
        "{what}: got {got:e}, expected {expected:e}, relative {tolerance:e}"
    );
}
