//! Levels of the book.

use hashinsight_market::{Instrument, OrderBook};
use hashinsight_units::{Currency, Error, FieldPath, Record, Usd};

use super::market::{Market, check_limit};
use crate::error::{FeedError, missing, same, unsupported};
use crate::payload::Doubts;
use crate::read::{self, MaybeWhole, Number, wire};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET .../depth`: levels of the book.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "BinanceDepth")]
#[non_exhaustive]
pub struct Depth {
    /// Market of the book.
    #[record(example = "spot")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Number of levels of each side: 1 to 5000 at spot; 5, 10, 20, 50, 100, 500 or 1000 at futures.
    #[record(example = 100)]
    pub limit: u32,
    /// Size of a contract in US dollars, needed at COIN-M, which counts contracts: 100 for bitcoin, 10 for the others.
    pub contract_usd: Option<Usd>,
}

wire! {
    /// `[price, quantity]`
    row Level { price: Number, size: Number }
}

wire! {
    struct DepthWire {
        /// Time of the event, at futures only.
        event_time: MaybeWhole = default "E",
        /// At some futures only, at COIN-M always.
        symbol: Option<Instrument>,
        pair: Option<Instrument>,
        bids: Vec<Level>,
        asks: Vec<Level>,
    }
}

impl Endpoint for Depth {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, Error> {
        self.market.contract(self.contract_usd)?;
        let offered = [5, 10, 20, 50, 100, 500, 1000];
        if self.market == Market::Spot {
            check_limit(Some(self.limit), 5000)?;
        } else if !offered.contains(&self.limit) {
            return Err(unsupported("limit", self.limit, "5, 10, 20, 50, 100, 500 or 1000"));
        }
        self.market.venue(self.instrument, self.quote_currency)?;
        Ok(self.market.get("depth", self.instrument)?.with("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        let contract = self.market.contract(self.contract_usd)?;
        let wire: DepthWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        self.market.check_pair("pair".into(), wire.pair)?;
        if self.market == Market::Coinm && wire.symbol.is_none() {
            return Err(missing("symbol", self.instrument.as_str()).into());
        }
        if let Some(symbol) = wire.symbol {
            same("symbol", symbol, self.instrument)?;
        }
        if let Some(pair) = wire.pair.filter(|pair| !self.instrument.as_str().starts_with(pair.as_str())) {
            same("pair", pair, self.instrument)?;
        }
        let time_ms = match wire.event_time.0 {
            Some(ms) => doubts.live("E", ms)?,
            None => payload.received_ms,
        };
        // Contracts of so many dollars are as many coins as dollars buy at the level's price.
        let coins = |Level { price, size }: Level| match contract {
            Some(contract) => (price.0, size.0 * contract.get() / price.0),
            None => (price.0, size.0),
        };
        let side = |levels: Vec<Level>| levels.into_iter().map(coins);
        let venue = self.market.venue(self.instrument, self.quote_currency)?;
        let book = venue.book(&FieldPath::default(), time_ms, side(wire.bids), side(wire.asks), &mut doubts)?;
        Ok(doubts.done(book))
    }
}
