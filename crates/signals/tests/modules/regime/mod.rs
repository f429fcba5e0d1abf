//! Module A and what it stands on.

mod change;
mod switching;

use hashinsight_testkit::vectors;
use serde_json::Value;

/// Numbers of a vector file; `null` is NaN.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap_or(f64::NAN)).collect()
}

pub(crate) fn hamilton() -> Value {
    vectors("hamilton.json")
}

pub(crate) fn reference(name: &str) -> Value {
    vectors("signal_ref.json")[name].clone()
}
