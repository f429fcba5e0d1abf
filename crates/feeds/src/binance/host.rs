//! Where Binance is, where its key goes, how it says no.

use serde_json::Value;

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::upstream::{Refusal, Upstream};

pub(super) const SPOT_HOST: &str = "api.binance.com";
pub(super) const USDM_HOST: &str = "fapi.binance.com";
pub(super) const COINM_HOST: &str = "dapi.binance.com";

pub(crate) struct Binance;

impl Upstream for Binance {
    const HOSTS: &'static [&'static str] = &[SPOT_HOST, USDM_HOST, COINM_HOST];

    fn key_place(access: &Access) -> Option<KeyPlace> {
        matches!(access, Access::BinanceHeader(_)).then_some(KeyPlace::Header("X-MBX-APIKEY"))
    }

    /// `{"code": -1121, "msg": "..."}`
    fn refusal(body: &Value) -> Option<Refusal> {
        let is_code = body["code"].is_number() || body["code"].is_string();
        (is_code && body["msg"].is_string()).then(|| Refusal::new(&body["code"], &body["msg"]))
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "418" | "-1003" | "-1015" => Some(RefusalKind::RateLimited),
            "-2014" | "-2015" | "-1022" => Some(RefusalKind::Key),
            _ => None,
        }
    }
}
