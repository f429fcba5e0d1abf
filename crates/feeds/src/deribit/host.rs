//! Where Deribit is, how it says no.

use serde_json::Value;

use crate::error::RefusalKind;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "www.deribit.com";

pub(crate) struct Deribit;

impl Upstream for Deribit {
    const HOSTS: &'static [&'static str] = &[HOST];

    fn refusal(body: &Value) -> Option<Refusal> {
        Refusal::of_error_object(body)
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "10028" | "10429" => Some(RefusalKind::RateLimited),
            "13009" => Some(RefusalKind::Key),
            _ => None,
        }
    }
}
