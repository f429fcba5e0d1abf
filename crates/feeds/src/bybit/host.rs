//! Where Bybit is, how it says no.

use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "api.bybit.com";

pub(crate) struct Bybit;

impl Upstream for Bybit {
    const HOSTS: &'static [&'static str] = &[HOST];

    /// `{"retCode": 10001, "retMsg": "..."}`, before version 5 `ret_code` and `ret_msg`; the code of an answer is 0.
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        [("retCode", "retMsg"), ("ret_code", "ret_msg")].into_iter().find_map(|(code, message)| {
            body.get(code).code().filter(|code| code != "0")?;
            Refusal::of(body.get(code), body.get(message))
        })
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "10006" | "10018" | "10429" => Some(RefusalKind::RateLimited),
            "10000" | "10016" | "10019" => Some(RefusalKind::Later),
            "10009" | "10024" => Some(RefusalKind::NotFromHere),
            "10003" | "10004" | "10005" | "10007" | "10010" | "33004" => Some(RefusalKind::Key),
            "10021" | "10029" => Some(RefusalKind::UnknownInstrument),
            "10002" => Some(RefusalKind::BadRequest),
            _ => None, // 10001 is any parameter: its words say which
        }
    }
}
