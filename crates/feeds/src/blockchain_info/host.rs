//! Where Blockchain.info is, how it says no.

use serde_json::Value;

use crate::upstream::{Refusal, Upstream, words};

pub(super) const SOURCE: &str = "blockchain_info";
pub(super) const API_HOST: &str = "api.blockchain.info";
pub(super) const HOST: &str = "blockchain.info";

pub(crate) struct BlockchainInfo;

impl Upstream for BlockchainInfo {
    const HOSTS: &'static [&'static str] = &[API_HOST, HOST];

    /// `{"error": "not-found", "message": "..."}`, the shape of many others too.
    fn refusal(body: &Value) -> Option<Refusal> {
        let error = body["error"].as_str()?;
        Some(Refusal { code: String::new(), message: format!("{error} {}", words(&body["message"])) })
    }
}
