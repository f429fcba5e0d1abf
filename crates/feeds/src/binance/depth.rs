//! Levels of the book.

use hashinsight_market::{Instrument, OrderBook};
use hashinsight_units::{Currency, Error, Record};
use serde::Deserialize;

use super::market::{Market, same};
use crate::error::FeedError;
use crate::payload::Doubts;
use crate::read::{self, MaybeWhole, Number, tuple_row};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET .../depth`: levels of the book, at spot and USDⓈ-M.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceDepth")]
#[non_exhaustive]
pub struct Depth {
    /// Market of the book: spot or USDⓈ-M.
    #[record(example = "spot")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Number of levels of each side.
    #[record(example = 100)]
    pub limit: u32,
}

tuple_row! {
    /// `[price, quantity]`
    Level { price: Number, size: Number }
}

#[derive(Deserialize)]
struct DepthWire {
    /// Time of the event, at futures only.
    #[serde(rename = "E", default)]
    event_time: MaybeWhole,
    /// At some futures only.
    #[serde(default)]
    symbol: Option<Instrument>,
    bids: Vec<Level>,
    asks: Vec<Level>,
}

impl Endpoint for Depth {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, Error> {
        let market = self.market.only(&[Market::Spot, Market::Usdm])?;
        Ok(market.get("depth", self.instrument).with("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        let market = self.market.only(&[Market::Spot, Market::Usdm])?;
        let wire: DepthWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        if let Some(symbol) = wire.symbol {
            same("symbol", symbol, self.instrument)?;
        }
        let time_ms = match wire.event_time.0 {
            Some(ms) => doubts.past("E", ms)?,
            None => payload.received_ms,
        };
        let side = |levels: Vec<Level>| levels.into_iter().map(|level| (level.price.0, level.size.0));
        let venue = market.venue(self.instrument, self.quote_currency);
        let book = venue.book("", time_ms, side(wire.bids), side(wire.asks))?;
        Ok(doubts.done(book))
    }
}
