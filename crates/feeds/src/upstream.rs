//! What is particular about an upstream besides its questions: where it is, where a key goes, how it says no.

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::read::Said;

/// An upstream: a folder whose `host.rs` implements this, and one line in the list of `upstreams.rs`.
pub(crate) trait Upstream {
    /// The hosts that its questions are sent to.
    const HOSTS: &'static [&'static str];

    /// Where a key of this upstream goes; `None` for a key of another one.
    fn key_place(_: &Access) -> Option<KeyPlace> {
        None
    }

    /// What a body says that has the shape of this upstream's errors. All shapes are tried, whoever was asked: gateways in front of
    /// upstreams answer in the shapes of others.
    fn refusal(_: Said<'_>) -> Option<Refusal> {
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
    /// `None` where neither is said.
    pub(crate) fn of(code: Said<'_>, message: Said<'_>) -> Option<Self> {
        let (code, message) = (code.words(), message.words());
        let says = code.is_some() || message.is_some();
        says.then(|| Self { code: code.unwrap_or_default(), message: message.unwrap_or_default() })
    }

    /// JSON-RPC, and others that answer an object of the same name: `{"error": {"code", "message", "data": {"reason"}}}`.
    pub(crate) fn of_error_object(body: Said<'_>) -> Option<Self> {
        let error = body.get("error");
        let mut refusal = Self::of(error.get("code"), error.get("message"))?;
        let data = error.get("data");
        for more in [data.get("reason"), data.get("param")].into_iter().filter_map(Said::words) {
            refusal.message = format!("{} {more}", refusal.message);
        }
        Some(refusal)
    }
}
