//! Calls and envelopes.

use hashinsight_market::Instrument;
use hashinsight_units::{Error, Problem};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::host::HOST;
use crate::error::{FeedError, missing, refuse};
use crate::payload::Doubts;
use crate::read::{self, MaybeWhole};
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
    error: Option<RpcError>,
    #[serde(default)]
    testnet: bool,
}

const fn none<T>() -> Option<T> {
    None
}

#[derive(Debug, Deserialize)]
struct RpcError {
    #[serde(default)]
    code: MaybeWhole,
    #[serde(default)]
    message: Option<String>,
}

pub(super) fn open<T: DeserializeOwned>(payload: &Payload<'_>, doubts: &mut Doubts) -> Result<T, FeedError> {
    read::json::<Envelope<T>>(payload)?.open(doubts)
}

impl<T> Envelope<T> {
    fn open(self, doubts: &mut Doubts) -> Result<T, FeedError> {
        match self {
            Self { error: Some(error), .. } => {
                let code = error.code.0.map(|code| code.to_string()).unwrap_or_default();
                Err(read::refused(&code, error.message.as_deref().unwrap_or_default()))
            }
            Self { result: Some(result), testnet, .. } => {
                if testnet {
                    doubts.note("testnet", true, "false: these are prices of the test network");
                }
                Ok(result)
            }
            Self { .. } => Err(missing("result", "a value").into()),
        }
    }
}

/// Refuses an answer that says itself that it is about another instrument.
pub(super) fn same(said: Instrument, asked: Instrument) -> Result<(), Error> {
    if said == asked {
        return Ok(());
    }
    Err(refuse(Problem::Unknown, "result.instrument_name", said, asked.to_string()))
}
