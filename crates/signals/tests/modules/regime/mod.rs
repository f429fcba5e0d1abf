//! Module A and what it stands on.

mod change;
mod module;
mod switching;

use hashinsight_testkit::vectors;
use serde_json::Value;

use super::support::{numbers, reference};

pub(crate) fn hamilton() -> Value {
    vectors("hamilton.json")
}
