//! Where CoinGecko is, where its keys go, how it says no.

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "api.coingecko.com";

pub(crate) struct Coingecko;

impl Upstream for Coingecko {
    const HOSTS: &'static [&'static str] = &[HOST];

    fn key_place(access: &Access) -> Option<KeyPlace> {
        match access {
            Access::CoingeckoDemo(_) => Some(KeyPlace::Header("x-cg-demo-api-key")),
            Access::CoingeckoPro(_) => {
                Some(KeyPlace::HeaderAt { host: "pro-api.coingecko.com", name: "x-cg-pro-api-key" })
            }
            _ => None,
        }
    }

    /// `{"status": {"error_code": 429, "error_message": "..."}}`, the same inside `error`, and with the code beside `status`.
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        [body, body.get("error")].into_iter().find_map(|body| {
            let status = body.get("status");
            let code =
                [status.get("error_code"), body.get("error_code")].into_iter().find(|code| code.words().is_some())?;
            let message = [status.get("error_message"), body.get("error_message")];
            Refusal::of(code, message.into_iter().find(|message| message.words().is_some()).unwrap_or(code))
        })
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "429" => Some(RefusalKind::RateLimited),
            "10002" | "10005" | "10006" | "10010" | "10011" => Some(RefusalKind::Key),
            "10012" => Some(RefusalKind::BadRequest),
            "1020" => Some(RefusalKind::NotFromHere),
            _ => None,
        }
    }
}
