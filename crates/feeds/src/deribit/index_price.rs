//! The index under everything.

use hashinsight_market::{Instrument, Quote};
use hashinsight_units::{Currency, Error, Record};

use super::call::{SOURCE, open, public};
use crate::error::{FeedError, unsupported};
use crate::payload::Doubts;
use crate::read::{Number, wire};
use crate::source::source;
use crate::venue::{Best, Market};
use crate::{Endpoint, Parsed, Payload, Request};

/// `get_index_price`: the index under everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitIndexPrice")]
#[non_exhaustive]
pub struct IndexPrice {
    /// Name of the index, like `btc_usd`.
    #[record(example = "btc_usd")]
    pub index: Instrument,
}

wire! {
    struct IndexWire {
        index_price: Number,
    }
}

impl Endpoint for IndexPrice {
    type Data = Quote;

    fn request(&self) -> Result<Request, Error> {
        Ok(public("get_index_price").with("index_name", self.index))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Quote>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: IndexWire = open(payload, &mut doubts)?;
        let quote = self.index.as_str().rsplit('_').next().unwrap_or_default().to_ascii_uppercase();
        let unsupported = |_| unsupported("index", self.index, "a name like btc_usd");
        let quote_currency: Currency = quote.parse().map_err(unsupported)?;
        let market = Market { source: source(SOURCE), instrument: self.index, quote_currency };
        let best = Best::last("index_price", wire.index_price.0);
        let quote = market.quote(&"result".into(), payload.received_ms, best, &mut doubts)?;
        Ok(doubts.done(quote))
    }
}
