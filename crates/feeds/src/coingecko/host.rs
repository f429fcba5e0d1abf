//! Where CoinGecko is, where its keys go, how it says no.

use serde_json::Value;

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::upstream::{Refusal, Upstream, is_set};

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

    /// `{"status": {"error_code": 429, "error_message": "..."}}`
    fn refusal(body: &Value) -> Option<Refusal> {
        let status = &body["status"];
        is_set(&status["error_code"]).then(|| Refusal::new(&status["error_code"], &status["error_message"]))
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        matches!(code, "10002" | "10005").then_some(RefusalKind::Key)
    }
}
