//! Price of one bitcoin in several currencies.

use hashinsight_units::{Error, FieldPath};

use super::host::HOST;
use super::period::SOURCE;
use crate::blockchain_info::{PricesByCurrency, is_currency};
use crate::error::{FeedError, in_body, missing};
use crate::payload::Doubts;
use crate::read::{self, Members, Number, Whole};
use crate::source::{currency, instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET /api/v1/prices`: price of one bitcoin in several currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices;

impl Endpoint for Prices {
    type Data = PricesByCurrency;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/api/v1/prices"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Self::Data>, FeedError> {
        let Members(wire) = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let time = wire.get("time").ok_or_else(|| missing("time", "seconds"))?;
        let time_ms = doubts.past_s("time", read::value::<Whole>(FieldPath::new("time"), time)?.0)?;
        let source = source(SOURCE);
        let mut quotes = Vec::with_capacity(wire.len());
        for (code, value) in wire.into_iter().filter(|(code, _)| is_currency(code)) {
            let price: Number = read::value(FieldPath::new(code.as_str()), &value)?;
            if price.0 == -1.0 {
                continue; // how the server says that it does not know
            }
            let currency = currency(&code, &code)?;
            let name = instrument(&format!("BTC-{currency}"))?;
            plausible::price(&code, price.0, name, currency, &mut doubts);
            let quote = history::last_price((source, name, currency), time_ms, price.0);
            quotes.push(quote.map_err(in_body(code))?);
        }
        if quotes.is_empty() {
            return Err(missing("USD", "at least one currency").into());
        }
        Ok(doubts.done(PricesByCurrency { quotes }))
    }
}
