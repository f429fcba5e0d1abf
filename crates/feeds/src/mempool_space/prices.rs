//! Price of one bitcoin in several currencies.

use hashinsight_units::{Error, FieldPath};

use super::host::HOST;
use super::period::SOURCE;
use crate::blockchain_info::{CurrencyPrice, PricesByCurrency, by_currency};
use crate::error::{FeedError, missing};
use crate::payload::Doubts;
use crate::read::{self, Maybe, Whole};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET /api/v1/prices`: price of one bitcoin in several currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices;

impl Endpoint for Prices {
    type Data = PricesByCurrency;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/api/v1/prices"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Self::Data>, FeedError> {
        let document = read::document(payload)?;
        let members = read::members(payload, &document)?;
        let mut doubts = Doubts::new(payload);
        let absent = |error: Error| read::refusal_or(payload, &document, error);
        let time = members.read::<Whole>(&FieldPath::default(), "time");
        let Whole(time) = time.ok_or_else(|| absent(missing("time", "seconds")))??;
        let time_ms = doubts.live_s("time", time)?;
        let quotes = by_currency(SOURCE, &members, &mut doubts, |code, node| {
            let Maybe(price) = read::value(FieldPath::new(code), node)?;
            // -1 is how the server says that it does not know.
            let known = |price: Option<f64>| CurrencyPrice { path: FieldPath::new(code), time_ms, price };
            Ok((price != Some(-1.0)).then(|| known(price.filter(|price| *price != 0.0))))
        });
        Ok(doubts.done(PricesByCurrency { quotes: quotes.map_err(absent)? }))
    }
}
