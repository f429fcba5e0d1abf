//! Where Coinbase is, how it says no.

use serde_json::Value;

use crate::upstream::{Refusal, Upstream};

pub(super) const EXCHANGE: &str = "api.exchange.coinbase.com";
pub(super) const ADVANCED: &str = "api.coinbase.com";

pub(crate) struct Coinbase;

impl Upstream for Coinbase {
    const HOSTS: &'static [&'static str] = &[EXCHANGE, ADVANCED];

    /// `{"errors": [{"id", "message"}]}`, and `{"message": "..."}` alone.
    fn refusal(body: &Value) -> Option<Refusal> {
        if let Some(first) = body["errors"].get(0) {
            return Some(Refusal::new(&first["id"], &first["message"]));
        }
        let is_alone = body.as_object().is_some_and(|members| members.len() == 1);
        (is_alone && body["message"].is_string()).then(|| Refusal::new(&Value::Null, &body["message"]))
    }
}
