//! Price of one bitcoin in many currencies.

use hashinsight_market::Quote;
use hashinsight_units::{Error, FieldPath, Problem, Record};
use serde::Deserialize;

use super::host::{HOST, SOURCE};
use crate::error::{FeedError, in_body, missing, refuse};
use crate::payload::Doubts;
use crate::read::{self, Members, Number};
use crate::source::{currency, instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET blockchain.info/ticker`: price of one bitcoin in many currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticker;

/// One price per currency.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PricesByCurrency {
    /// Last price of one bitcoin in each currency, sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have
    /// been equal for years): only the last price is read.
    pub quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct TickerWire {
    last: Number,
    /// The currency again, or in answers of older years its sign.
    #[serde(default)]
    symbol: Option<String>,
}

impl Endpoint for Ticker {
    type Data = PricesByCurrency;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/ticker"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<PricesByCurrency>, FeedError> {
        let Members(wire) = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let mut quotes = Vec::with_capacity(wire.len());
        for (code, value) in wire.into_iter().filter(|(code, _)| is_currency(code)) {
            let TickerWire { last, symbol } = read::value(FieldPath::new(code.as_str()), &value)?;
            if let Some(symbol) = symbol.filter(|symbol| is_currency(symbol) && *symbol != code) {
                let path = FieldPath::new(code.as_str()).field("symbol");
                return Err(refuse(Problem::Unknown, path, symbol, code).into());
            }
            let currency = currency(&code, &code)?;
            let name = instrument(&format!("BTC-{currency}"))?;
            let quote = history::last_price((source(SOURCE), name, currency), payload.received_ms, last.0);
            plausible::price(&format!("{code}.last"), last.0, name, currency, &mut doubts);
            quotes.push(quote.map_err(in_body(code))?);
        }
        if quotes.is_empty() {
            return Err(missing("USD", "at least one currency").into());
        }
        Ok(doubts.done(PricesByCurrency { quotes }))
    }
}

/// Whether a key is a currency: what else stands beside them, now or later, is no price.
pub(crate) fn is_currency(key: &str) -> bool {
    key.len() == 3 && key.bytes().all(|b| b.is_ascii_uppercase())
}
