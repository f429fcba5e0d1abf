//! What is particular about an upstream besides its questions: where it is, where a key goes, how it says no.

use serde_json::Value;

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;

/// An upstream: a folder whose `host.rs` implements this, and one line in the list of `upstreams.rs`.
pub(crate) trait Upstream {
    /// The hosts that its questions are sent to.
    const HOSTS: &'static [&'static str];

    /// Where a key of this upstream goes; `None` for a key of another one.
    fn key_place(_: &Access) -> Option<KeyPlace> {
        None
    }

    /// What a body says that has the shape of this upstream's errors.
    fn refusal(_: &Value) -> Option<Refusal> {
        None
    }

    /// What one of this upstream's error codes means, where its words do not say it.
    fn kind(_: &str) -> Option<RefusalKind> {
        None
    }
}

/// An error as an upstream words it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Its code, empty where it gives none.
    pub(crate) code: String,
    /// Its words.
    pub(crate) message: String,
}

impl Refusal {
    pub(crate) fn new(code: &Value, message: &Value) -> Self {
        Self { code: words(code), message: words(message) }
    }

    /// JSON-RPC, and others that answer an object of the same name: `{"error": {"code", "message", "data": {"reason"}}}`.
    pub(crate) fn of_error_object(body: &Value) -> Option<Self> {
        let error = Some(&body["error"]).filter(|error| error.is_object())?;
        let mut refusal = Self::new(&error["code"], &error["message"]);
        let reason = &error["data"]["reason"];
        if is_set(reason) {
            refusal.message = format!("{} {}", refusal.message, words(reason));
        }
        Some(refusal)
    }
}

/// A value as text, without quotes.
pub(crate) fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Whether a member says anything.
pub(crate) fn is_set(value: &Value) -> bool {
    !value.is_null() && *value != Value::Bool(false)
}
