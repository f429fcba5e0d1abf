//! Rows of the reference vectors of signals.

use hashinsight_testkit::vectors;
use serde_json::Value;

/// A row of a file.
pub(crate) fn row_of(file: &str, name: &str) -> Value {
    let row = vectors(file)[name].clone();
    assert!(!row.is_null(), "no row {name}");
    row
}

pub(crate) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap_or_else(|| panic!("no list: {value}")).iter().map(number).collect()
}
