//! What a name says of what is traded, and what the answers have in common.

use hashinsight_market::Instrument;
use hashinsight_units::{Currency, Error, FieldPath};

use super::host::{HOST, SOURCE};
use crate::error::{FeedError, missing, same, unsupported};
use crate::read::{self, Wire, wire};
use crate::source::source;
use crate::venue::Market;
use crate::{Payload, Request};

/// What is traded under a name: `BTC-USDT`, `BTC-USDT-SWAP`, `BTC-USD-260626`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Traded {
    Spot,
    /// A contract settled in its quote currency: so many coins each.
    Linear,
    /// A contract settled in the coin: so many US dollars each.
    Inverse,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Contract {
    pub(super) name: Instrument,
    pub(super) quote: Currency,
    pub(super) traded: Traded,
    pub(super) is_perpetual: bool,
}

impl Contract {
    pub(super) fn of(name: Instrument) -> Result<Self, Error> {
        let allowed = "a pair, a perpetual contract or a future, like BTC-USDT, BTC-USDT-SWAP or BTC-USD-260626";
        Self::read(name).ok_or_else(|| unsupported("instrument", name, allowed))
    }

    fn read(name: Instrument) -> Option<Self> {
        let mut parts = name.as_str().split('-');
        let (base, quote, rest) = (parts.next()?, parts.next()?, parts.next());
        base.parse::<Currency>().ok()?;
        let quote: Currency = quote.parse().ok()?;
        let is_date = |text: &str| text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        let traded = match rest {
            None => Traded::Spot,
            Some(rest) if rest != "SWAP" && !is_date(rest) => return None,
            Some(_) if quote == Currency::USD => Traded::Inverse,
            Some(_) => Traded::Linear,
        };
        parts.next().is_none().then_some(Self { name, quote, traded, is_perpetual: rest == Some("SWAP") })
    }

    /// The same, of what pays funding.
    pub(super) fn perpetual(name: Instrument) -> Result<Self, Error> {
        let contract = Self::of(name)?;
        if contract.is_perpetual {
            return Ok(contract);
        }
        Err(unsupported("instrument", name, "a perpetual contract, like BTC-USDT-SWAP"))
    }

    /// The same, of what is settled later.
    pub(super) fn derivative(name: Instrument) -> Result<Self, Error> {
        let contract = Self::of(name)?;
        if contract.traded != Traded::Spot {
            return Ok(contract);
        }
        Err(unsupported("instrument", name, "a contract, like BTC-USDT-SWAP"))
    }

    pub(super) const fn kind(&self) -> &'static str {
        match (self.traded, self.is_perpetual) {
            (Traded::Spot, _) => "SPOT",
            (_, true) => "SWAP",
            (_, false) => "FUTURES",
        }
    }

    /// `BTC-USDT` of `BTC-USDT-SWAP`.
    pub(super) fn family(&self) -> String {
        let name = self.name.as_str();
        name.match_indices('-').nth(1).map_or(name, |(dash, _)| &name[..dash]).to_owned()
    }

    pub(super) fn market(&self) -> Market {
        Market { source: source(SOURCE), instrument: self.name, quote_currency: self.quote }
    }
}

pub(super) fn get(path: &str) -> Request {
    Request::get(HOST, format!("/api/v5/{path}"))
}

wire! {
    struct Envelope<T> {
        data: T,
    }
}

/// What `data` holds.
pub(super) fn open<T: Wire>(payload: &Payload<'_>) -> Result<T, FeedError> {
    Ok(read::json::<Envelope<T>>(payload)?.data)
}

/// The one element of `data`.
pub(super) fn one<T: Wire>(payload: &Payload<'_>) -> Result<T, FeedError> {
    let data: Vec<T> = open(payload)?;
    data.into_iter().next().ok_or_else(|| missing("data[0]", "one element").into())
}

/// Where a member of the only element stands.
pub(super) fn at(member: &str) -> FieldPath {
    FieldPath::new("data").index(0).field(member)
}

/// Refuses an answer about another instrument, or of another kind.
pub(super) fn about(path: &FieldPath, said: Instrument, kind: Option<&str>, contract: &Contract) -> Result<(), Error> {
    same(path.clone().field("instId"), said, contract.name)?;
    kind.map_or(Ok(()), |kind| same(path.clone().field("instType"), kind, contract.kind()))
}
