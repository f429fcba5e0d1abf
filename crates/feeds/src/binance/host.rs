//! Where Binance is, where its key goes, how it says no.

use crate::access::{Access, KeyPlace};
use crate::error::RefusalKind;
use crate::read::Said;
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
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        body.get("code").code().filter(|_| body.get("msg").text().is_some())?;
        Refusal::of(body.get("code"), body.get("msg"))
    }

    fn kind(code: &str) -> Option<RefusalKind> {
        match code {
            "-1003" | "-1015" => Some(RefusalKind::RateLimited),
            "-1000" | "-1001" | "-1006" | "-1007" | "-1008" | "-1016" => Some(RefusalKind::Later),
            "-1002" | "-2014" | "-2015" | "-1022" => Some(RefusalKind::Key),
            "-1121" | "-4140" | "-4141" | "-4144" => Some(RefusalKind::UnknownInstrument),
            "-1020" | "-1021" => Some(RefusalKind::BadRequest),
            code if code.len() == 5 && code.starts_with("-11") => Some(RefusalKind::BadRequest),
            _ => None,
        }
    }
}
