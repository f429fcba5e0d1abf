//! Where Deribit is, how it says no.

use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "www.deribit.com";

pub(crate) struct Deribit;

impl Upstream for Deribit {
    const HOSTS: &'static [&'static str] = &[HOST];

    fn refusal(body: Said<'_>) -> Option<Refusal> {
        Refusal::of_error_object(body)
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "10028" | "10429" => Some(RefusalKind::RateLimited),
            "13004" | "13009" | "13021" => Some(RefusalKind::Key),
            "10040" | "10041" | "10047" | "11051" | "13503" | "13888" => Some(RefusalKind::Later),
            "13020" => Some(RefusalKind::UnknownInstrument),
            "11050" | "-32602" | "-32600" => Some(RefusalKind::BadRequest),
            _ => None,
        }
    }
}
