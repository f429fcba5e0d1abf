//! Where Blockchain.info is, how it says no.

use crate::read::Said;
use crate::upstream::{Refusal, Upstream};

pub(super) const SOURCE: &str = "blockchain_info";
pub(super) const API_HOST: &str = "api.blockchain.info";
pub(super) const HOST: &str = "blockchain.info";

pub(crate) struct BlockchainInfo;

impl Upstream for BlockchainInfo {
    const HOSTS: &'static [&'static str] = &[API_HOST, HOST];

    /// `{"error": "not-found", "message": "..."}`, the shape of many others too.
    fn refusal(body: Said<'_>) -> Option<Refusal> {
        let error = body.get("error").text()?;
        let more = [body.get("message"), body.get("error_details")].into_iter().find_map(Said::words);
        let message = more.map_or_else(|| error.to_string(), |more| format!("{error} {more}"));
        Some(Refusal { code: String::new(), message })
    }
}
