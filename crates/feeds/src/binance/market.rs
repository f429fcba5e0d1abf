//! Which of Binance's markets, and what its answers have in common.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Shown, Usd};

use super::host::{COINM_HOST, SPOT_HOST, USDM_HOST};
use crate::error::{FeedError, out_of_range, parameter, refuse, unsupported};
use crate::payload::Doubts;
use crate::read::{self, Wire};
use crate::source::source;
use crate::venue::{Market as Venue, quoted};
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

    /// What sizes and volumes of this market count, where it is not coins.
    pub(super) fn contract(self, contract_usd: Option<Usd>) -> Result<Option<Usd>, Error> {
        match (self, contract_usd) {
            (Self::Coinm, None) => {
                let allowed = "the size of a contract, because COIN-M counts contracts";
                Err(parameter("contract_usd", Problem::Missing, "absent", allowed))
            }
            (Self::Coinm, Some(contract)) => Ok(Some(contract)),
            _ => Ok(None),
        }
    }

    pub(super) fn get(self, name: &str, instrument: Instrument) -> Result<Request, Error> {
        self.check_name(instrument)?;
        Ok(Request::get(self.host(), self.path(name)).with("symbol", instrument))
    }

    /// Refuses a name that this market does not have: `BTCUSDT`, of futures with an expiry `BTCUSDT_260626`, at COIN-M
    /// `BTCUSD_PERP` and `BTCUSD_260626`.
    pub(super) fn check_name(self, instrument: Instrument) -> Result<(), Error> {
        let (pair, contract) = parts(&instrument);
        let is_date = |text: &str| text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        let is_named = match (self, contract) {
            (Self::Spot | Self::Usdm, None) => true,
            (Self::Spot, Some(_)) | (Self::Coinm, None) => false,
            // A pair in US dollars with an expiry is one of COIN-M.
            (Self::Usdm, Some(contract)) => is_date(contract) && !pair.ends_with("USD"),
            (Self::Coinm, Some(contract)) => pair.ends_with("USD") && (contract == "PERP" || is_date(contract)),
        };
        if is_named && pair.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
            return Ok(());
        }
        Err(unsupported(
            "instrument",
            instrument,
            match self {
                Self::Spot => "a symbol of the spot market in capital letters, like BTCUSDT",
                Self::Usdm => "a symbol of USDⓈ-M in capital letters, like BTCUSDT or BTCUSDT_260626",
                Self::Coinm => "a symbol of COIN-M in capital letters, like BTCUSD_PERP or BTCUSD_260626",
            },
        ))
    }

    /// Of what an answer is: the name says the currency of the price too.
    pub(super) fn venue(self, instrument: Instrument, quote_currency: Currency) -> Result<Venue, Error> {
        self.check_name(instrument)?;
        quoted(instrument, parts(&instrument).0.ends_with(quote_currency.as_str()), quote_currency)?;
        Ok(Venue { source: source(self.word()), instrument, quote_currency })
    }

    /// Refuses what only the answers of another market have.
    pub(super) fn without(self, path: FieldPath, said: Option<impl Shown>) -> Result<(), Error> {
        match said {
            Some(said) => Err(refuse(Problem::Unknown, path, said, format!("an answer of {}", self.word()))),
            None => Ok(()),
        }
    }

    /// Refuses the pair that only the answers of COIN-M name.
    pub(super) fn check_pair(self, path: FieldPath, pair: Option<Instrument>) -> Result<(), Error> {
        self.without(path, pair.filter(|_| self != Self::Coinm))
    }

    pub(super) fn only(self, markets: &[Self]) -> Result<Self, Error> {
        if markets.contains(&self) {
            return Ok(self);
        }
        let names: Vec<&str> = markets.iter().map(|market| market.word()).collect();
        Err(unsupported("market", self.word(), names.join(" or ")))
    }
}

/// The pair of a symbol, and the contract on it.
fn parts(instrument: &Instrument) -> (&str, Option<&str>) {
    match instrument.as_str().split_once('_') {
        Some((pair, contract)) => (pair, Some(contract)),
        None => (instrument.as_str(), None),
    }
}

const MINUTES: [(i64, &str); 14] = [
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
    if interval == Interval::MONTH {
        return Ok("1M");
    }
    let found = MINUTES.iter().find(|(minutes, _)| minutes * 60_000 == interval.to_ms());
    let unsupported = || unsupported("interval_ms", interval.to_ms(), "that of an interval that Binance has");
    found.map(|(_, word)| *word).ok_or_else(unsupported)
}

/// Refuses a number of rows that Binance refuses.
pub(super) fn check_limit(limit: Option<u32>, most: u32) -> Result<(), Error> {
    match limit {
        Some(limit) if !(1..=most).contains(&limit) => Err(out_of_range("limit", limit, format!("1 to {most}"))),
        _ => Ok(()),
    }
}

/// An object, or the one of a list that is about the instrument: COIN-M answers a list even to one symbol.
pub(super) fn one<T: Wire + PartialEq>(
    payload: &Payload<'_>,
    instrument: Instrument,
    symbol: impl Fn(&T) -> Instrument,
    doubts: &mut Doubts,
) -> Result<(T, FieldPath), FeedError> {
    let of_list = payload.body.trim_ascii_start().starts_with(b"[");
    let at = |index: usize| if of_list { FieldPath::default().index(index) } else { FieldPath::default() };
    let list: Vec<T> = if of_list { read::json(payload)? } else { vec![read::json(payload)?] };
    let other = list.first().map_or_else(|| "none".to_owned(), |item| symbol(item).to_string());
    let mut found = list.into_iter().enumerate().filter(|(_, item)| symbol(item) == instrument);
    let Some((place, item)) = found.next() else {
        return Err(refuse(Problem::Unknown, at(0).field("symbol"), other, instrument.to_string()).into());
    };
    for (index, twin) in found {
        let path = at(index).field("symbol");
        if twin != item {
            let allowed = format!("one entry for {instrument}; several differ");
            return Err(refuse(Problem::Several, path, instrument, allowed).into());
        }
        doubts.note(path, instrument, "each instrument once; the same entry again is left out");
    }
    Ok((item, at(place)))
}
