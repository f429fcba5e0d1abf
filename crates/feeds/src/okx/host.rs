//! Where OKX is, how it says no.

use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "www.okx.com";
pub(super) const SOURCE: &str = "okx";

pub(crate) struct Okx;

impl Upstream for Okx {
    const HOSTS: &'static [&'static str] = &[HOST];

    /// `{"code": "51001", "msg": "...", "data": []}`; the code of an answer is `"0"`.
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        body.get("code").code().filter(|code| code != "0" && body.get("msg").text().is_some())?;
        Refusal::of(body.get("code"), body.get("msg"))
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "50011" | "50040" | "50061" => Some(RefusalKind::RateLimited),
            "50001" | "50004" | "50013" | "50026" => Some(RefusalKind::Later),
            "51001" | "51014" | "51015" => Some(RefusalKind::UnknownInstrument),
            "50000" | "50002" | "50014" | "50015" | "50016" | "51000" => Some(RefusalKind::BadRequest),
            code if code.len() == 5 && code.starts_with("501") => Some(RefusalKind::Key),
            _ => None,
        }
    }
}
