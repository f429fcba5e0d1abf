//! Where CoinWarz is, where its key goes, how it says no.

use serde_json::Value;

use crate::access::{Access, KeyPlace};
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "www.coinwarz.com";

pub(crate) struct Coinwarz;

impl Upstream for Coinwarz {
    const HOSTS: &'static [&'static str] = &[HOST];

    fn key_place(access: &Access) -> Option<KeyPlace> {
        matches!(access, Access::CoinwarzQuery(_)).then_some(KeyPlace::Query("apikey"))
    }

    /// `{"Success": false, "Message": "..."}`
    fn refusal(body: &Value) -> Option<Refusal> {
        (body["Success"] == Value::Bool(false)).then(|| Refusal::new(&Value::Null, &body["Message"]))
    }
}
