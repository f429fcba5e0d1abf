//! Calls and envelopes.

use super::host::HOST;
use crate::error::{FeedError, missing};
use crate::payload::Doubts;
use crate::read::{self, Cells, Shape, Wire, wire};
use crate::{Payload, Request};

pub(super) const SOURCE: &str = "deribit";

pub(super) fn public(method: &str) -> Request {
    Request::get(HOST, format!("/api/v2/public/{method}"))
}

wire! {
    #[derive(Debug)]
    struct Envelope<T> {
        result: Option<T>,
        testnet: bool = default,
    }
}

pub(super) fn open<T: Wire>(payload: &Payload<'_>, doubts: &mut Doubts) -> Result<T, FeedError> {
    let Envelope { result, testnet } = read::json(payload)?;
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

impl Wire for State {
    const SHAPE: &'static Shape = Option::<String>::SHAPE;

    fn take(cells: &mut Cells<'_>) -> Option<Self> {
        let text: Option<String> = Wire::take(cells)?;
        Some(Self { is_closed: text.is_some_and(|text| text != "open") })
    }
}
