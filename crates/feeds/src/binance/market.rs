//! Which of Binance's markets, and what its answers have in common.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record};
use serde::de::DeserializeOwned;

use super::host::{COINM_HOST, SPOT_HOST, USDM_HOST};
use crate::error::{FeedError, refuse, unsupported};
use crate::payload::Doubts;
use crate::read;
use crate::source::source;
use crate::venue::Market as Venue;
use crate::{Payload, Request};

/// A market of Binance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceMarket")]
#[non_exhaustive]
pub enum Market {
    /// Spot.
    Spot,
    /// Linear futures, margin in USDT or USDC.
    Usdm,
    /// Inverse futures, margin in the coin.
    Coinm,
}

impl Market {
    pub(super) const fn host(self) -> &'static str {
        match self {
            Self::Spot => SPOT_HOST,
            Self::Usdm => USDM_HOST,
            Self::Coinm => COINM_HOST,
        }
    }

    pub(super) fn path(self, name: &str) -> String {
        match self {
            Self::Spot => format!("/api/v3/{name}"),
            Self::Usdm => format!("/fapi/v1/{name}"),
            Self::Coinm => format!("/dapi/v1/{name}"),
        }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Spot => "binance_spot",
            Self::Usdm => "binance_usdm",
            Self::Coinm => "binance_coinm",
        }
    }

    pub(super) fn get(self, name: &str, instrument: Instrument) -> Request {
        Request::get(self.host(), self.path(name)).with("symbol", instrument)
    }

    pub(super) fn venue(self, instrument: Instrument, quote_currency: Currency) -> Venue {
        Venue { source: source(self.word()), instrument, quote_currency }
    }

    pub(super) fn only(self, markets: &[Self]) -> Result<Self, Error> {
        if markets.contains(&self) {
            return Ok(self);
        }
        let names: Vec<&str> = markets.iter().map(|market| market.word()).collect();
        Err(unsupported("market", self.word(), names.join(" or ")))
    }
}

const INTERVALS: [(i64, &str); 14] = [
    (1, "1m"),
    (3, "3m"),
    (5, "5m"),
    (15, "15m"),
    (30, "30m"),
    (60, "1h"),
    (120, "2h"),
    (240, "4h"),
    (360, "6h"),
    (480, "8h"),
    (720, "12h"),
    (1440, "1d"),
    (4320, "3d"),
    (10080, "1w"),
];

pub(super) fn interval_word(interval: Interval) -> Result<&'static str, Error> {
    let found = INTERVALS.iter().find(|(minutes, _)| minutes * 60_000 == interval.to_ms());
    let unsupported = || unsupported("interval_ms", interval.to_ms(), "that of an interval that Binance has");
    found.map(|(_, word)| *word).ok_or_else(unsupported)
}

/// An object, or the one of a list that is about the instrument: COIN-M answers a list even to one symbol.
pub(super) fn one<T: DeserializeOwned + PartialEq>(
    payload: &Payload<'_>,
    instrument: Instrument,
    symbol: impl Fn(&T) -> Instrument,
    doubts: &mut Doubts,
) -> Result<T, FeedError> {
    let of_list = payload.body.trim_ascii_start().starts_with(b"[");
    let mut list: Vec<T> = if of_list { read::json(payload)? } else { vec![read::json(payload)?] };
    let other = list.first().map_or_else(|| "none".to_owned(), |item| symbol(item).to_string());
    list.retain(|item| symbol(item) == instrument);
    let item = list.pop().ok_or_else(|| refuse(Problem::Unknown, "symbol", other, instrument.to_string()))?;
    if list.iter().any(|twin| *twin != item) {
        let allowed = format!("one entry for {instrument}; several differ");
        return Err(refuse(Problem::Several, "symbol", instrument, allowed).into());
    }
    if !list.is_empty() {
        doubts.note("symbol", instrument, "each instrument once; the same entry again is left out");
    }
    Ok(item)
}

/// Refuses an answer that says itself that it is about another instrument.
pub(super) fn same(path: impl Into<FieldPath>, said: Instrument, asked: Instrument) -> Result<(), Error> {
    if said == asked {
        return Ok(());
    }
    Err(refuse(Problem::Unknown, path, said, asked.to_string()))
}
