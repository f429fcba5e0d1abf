//! Where Coinbase is, how it says no.

use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const EXCHANGE: &str = "api.exchange.coinbase.com";
pub(super) const ADVANCED: &str = "api.coinbase.com";

pub(crate) struct Coinbase;

impl Upstream for Coinbase {
    const HOSTS: &'static [&'static str] = &[EXCHANGE, ADVANCED];

    /// `{"errors": [{"id", "message"}]}`, and `{"message": "..."}` alone.
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        let first = body.get("errors").first();
        if let Some(refusal) = Refusal::of(first.get("id"), first.get("message")) {
            return Some(refusal);
        }
        let message = body.get("message");
        let is_alone = body.members() == 1 && message.text().is_some();
        is_alone
            .then(|| Refusal::of(if message.text()? == "NotFound" { message } else { body.get("code") }, message))
            .flatten()
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "rate_limit_exceeded" => Some(RefusalKind::RateLimited),
            // An unknown product is `{"message": "NotFound"}`.
            "not_found" | "NotFound" => Some(RefusalKind::UnknownInstrument),
            "invalid_request" | "param_required" | "validation_error" => Some(RefusalKind::BadRequest),
            "internal_server_error" => Some(RefusalKind::Later),
            _ => None,
        }
    }
}
