//! Where a bitcoin node is, where a provider's key goes, how it says no.

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

/// A node's address is its owner's affair.
pub(super) const NO_HOST: &str = "";

pub(crate) struct BitcoinRpc;

impl Upstream for BitcoinRpc {
    const HOSTS: &'static [&'static str] = &[NO_HOST];

    fn key_place(access: &Access) -> Option<KeyPlace> {
        let place = KeyPlace::Path { host: "rpc.ankr.com", before: "/btc/" };
        matches!(access, Access::AnkrPath(_)).then_some(place)
    }

    fn refusal(body: Said<'_>) -> Option<Refusal> {
        Refusal::of_error_object(body)
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "-32005" => Some(RefusalKind::RateLimited),
            "-28" | "-9" => Some(RefusalKind::Later),
            "-32601" => Some(RefusalKind::NotFromHere),
            "-8" | "-1" | "-5" | "-32602" | "-32600" | "-32700" => Some(RefusalKind::BadRequest),
            _ => None,
        }
    }
}
