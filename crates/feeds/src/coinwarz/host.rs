//! Where CoinWarz is, where its key goes, how it says no.

use crate::access::{Access, KeyPlace};
use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const HOST: &str = "www.coinwarz.com";

pub(crate) struct Coinwarz;

impl Upstream for Coinwarz {
    const HOSTS: &'static [&'static str] = &[HOST];

    fn key_place(access: &Access) -> Option<KeyPlace> {
        matches!(access, Access::CoinwarzQuery(_)).then_some(KeyPlace::Query("apikey"))
    }

    /// `{"Success": false, "Message": "..."}`
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        let message = body.get("Message").words().unwrap_or_default();
        body.get("Success").is_false().then(|| Refusal { code: String::new(), message })
    }
}
