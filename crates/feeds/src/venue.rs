//! What every venue publishes in much the same form: a ticker, a book.

use hashinsight_market::{Instrument, Levels, OrderBook, OrderBookFields, Quote, QuoteFields, Source};
use hashinsight_units::{Currency, Error, FieldPath, Record, Timestamp};

use crate::error::in_body;
use crate::payload::Doubts;
use crate::plausible;

/// Best prices of a market and what happened in it in 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VenueTicker {
    /// Bid, ask and last price, as far as they are said.
    pub quote: Quote,
    /// Trading volume of 24 hours, in coins of the base.
    pub volume_24h_base: Option<f64>,
    /// Change of the price in 24 hours, as a fraction (received as percent).
    pub change_24h: Option<f64>,
}

/// Of what, from whom, in which currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Market {
    pub(crate) source: Source,
    pub(crate) instrument: Instrument,
    pub(crate) quote_currency: Currency,
}

/// Bid, ask and last price; a price of 0 says that there is none.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Best {
    pub(crate) bid: Option<f64>,
    pub(crate) ask: Option<f64>,
    pub(crate) last: Option<f64>,
}

impl Market {
    pub(crate) fn quote(self, path: &str, time_ms: Timestamp, best: Best, doubts: &mut Doubts) -> Result<Quote, Error> {
        let Self { source, instrument, quote_currency } = self;
        let [bid, ask, last_price] = [best.bid, best.ask, best.last].map(|price| price.filter(|price| *price != 0.0));
        for price in [bid, ask, last_price].into_iter().flatten() {
            plausible::price(path, price, instrument, quote_currency, doubts);
        }
        let fields = QuoteFields { source, instrument, quote_currency, time_ms, bid, ask, last_price };
        Quote::new(fields).map_err(in_body(path))
    }

    /// A book of `(price, units of base)`, best first.
    pub(crate) fn book(
        self,
        path: &str,
        time_ms: Timestamp,
        bids: impl Iterator<Item = (f64, f64)>,
        asks: impl Iterator<Item = (f64, f64)>,
    ) -> Result<OrderBook, Error> {
        let Self { source, instrument, quote_currency } = self;
        let (bids, asks) = (levels(bids), levels(asks));
        let fields = OrderBookFields { source, instrument, quote_currency, time_ms, bids, asks };
        OrderBook::new(fields).map_err(in_body(FieldPath::new(path)))
    }
}

fn levels(levels: impl Iterator<Item = (f64, f64)>) -> Levels {
    let (price, size_base) = levels.unzip();
    Levels { price, size_base }
}
