//! Prices of the v2 API.

use hashinsight_market::{Instrument, Quote};
use hashinsight_units::{Currency, Error, Problem, Record};

use super::host::ADVANCED;
use super::product::venue;
use crate::encoding::segment;
use crate::error::{FeedError, refuse};
use crate::payload::Doubts;
use crate::read::{self, Number, wire};
use crate::venue::Best;
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET api.coinbase.com/v2/prices/{pair}/spot`: the spot price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseSpotPrice")]
#[non_exhaustive]
pub struct SpotPrice {
    /// Name of the pair, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
}

wire! {
    struct SpotWire {
        data: SpotData,
    }
}

wire! {
    struct SpotData {
        /// Not in answers of older years.
        base: Option<Currency>,
        currency: Currency,
        amount: Number,
    }
}

impl Endpoint for SpotPrice {
    type Data = Quote;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        Ok(Request::get(ADVANCED, format!("/v2/prices/{}/spot", segment(self.instrument))))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Quote>, FeedError> {
        let SpotWire { data } = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        if data.currency != self.quote_currency {
            let (path, allowed) = ("data.currency", self.quote_currency.to_string());
            return Err(refuse(Problem::Unknown, path, data.currency, allowed).into());
        }
        let asked = self.instrument.as_str().split('-').next().unwrap_or_default();
        if let Some(base) = data.base.filter(|base| !base.as_str().eq_ignore_ascii_case(asked)) {
            return Err(refuse(Problem::Unknown, "data.base", base, asked).into());
        }
        let best = Best::last("amount", data.amount.0);
        let venue = venue(self.instrument, self.quote_currency)?;
        let quote = venue.quote(&"data".into(), payload.received_ms, best, &mut doubts)?;
        Ok(doubts.done(quote))
    }
}
