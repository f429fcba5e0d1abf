//! Calls and envelopes.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use super::host::HOST;
use crate::error::{FeedError, missing};
use crate::payload::Doubts;
use crate::read;
use crate::{Payload, Request};

pub(super) const SOURCE: &str = "deribit";

pub(super) fn public(method: &str) -> Request {
    Request::get(HOST, format!("/api/v2/public/{method}"))
}

#[derive(Debug, Deserialize)]
struct Envelope<T> {
    #[serde(default = "none")]
    result: Option<T>,
    #[serde(default)]
    testnet: bool,
}

const fn none<T>() -> Option<T> {
    None
}

pub(super) fn open<T: DeserializeOwned>(payload: &Payload<'_>, doubts: &mut Doubts) -> Result<T, FeedError> {
    let Envelope { result, testnet } = read::answer(payload)?;
    if testnet {
        doubts.note("testnet", true, "false: these are prices of the test network");
    }
    result.ok_or_else(|| missing("result", "a value").into())
}

/// Whether a market is open; where it does not say it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    is_closed: bool,
}

impl State {
    /// Notes a market that is not open: its prices are those of another time.
    pub(super) fn doubt(self, doubts: &mut Doubts) {
        if self.is_closed {
            doubts.note("result.state", "not open", "open: nothing trades at these prices");
        }
    }
}

impl<'de> Deserialize<'de> for State {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        Ok(Self { is_closed: text.is_some_and(|text| text != "open") })
    }
}
