//! Levels of a book.

use hashinsight_market::{Instrument, OrderBook as Book};
use hashinsight_units::{Error, Record};

use super::call::{SOURCE, State, open, public};
use super::name;
use crate::error::{FeedError, same, unsupported};
use crate::payload::Doubts;
use crate::read::{Number, Whole, wire};
use crate::source::source;
use crate::venue::Market;
use crate::{Endpoint, Parsed, Payload, Request};

/// `get_order_book`: levels of a book, of an option, a future or a pair. Sizes are coins; those of inverse futures, received
/// in US dollars, are divided by their price. Options are quoted in the coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitOrderBook")]
#[non_exhaustive]
pub struct OrderBook {
    /// Name of the contract, like `BTC-PERPETUAL`.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
    /// Number of levels of each side: 1, 5, 10, 20, 50, 100, 1000 or 10000.
    #[record(example = 10)]
    pub depth: u32,
}

wire! {
    /// `[price, amount]`
    row LevelRow { price: Number, amount: Number }
}

wire! {
    struct BookWire {
        instrument_name: Option<Instrument>,
        timestamp: Whole,
        state: State = default,
        bids: Vec<LevelRow>,
        asks: Vec<LevelRow>,
    }
}

impl Endpoint for OrderBook {
    type Data = Book;

    fn request(&self) -> Result<Request, Error> {
        name::asked(self.instrument)?;
        if ![1, 5, 10, 20, 50, 100, 1000, 10_000].contains(&self.depth) {
            return Err(unsupported("depth", self.depth, "1, 5, 10, 20, 50, 100, 1000 or 10000"));
        }
        Ok(public("get_order_book").with("instrument_name", self.instrument).with("depth", self.depth))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Book>, FeedError> {
        let contract = name::asked(self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let wire: BookWire = open(payload, &mut doubts)?;
        wire.instrument_name.map_or(Ok(()), |name| same("result.instrument_name", name, self.instrument))?;
        wire.state.doubt(&mut doubts);
        let inverse_future = contract.is_inverse && contract.is_future();
        let quote_currency = if contract.is_option() { contract.premium } else { contract.quote };
        let side = |levels: Vec<LevelRow>| {
            let base = move |LevelRow { price, amount }: LevelRow| {
                (price.0, if inverse_future { amount.0 / price.0 } else { amount.0 })
            };
            levels.into_iter().map(base)
        };
        let time_ms = doubts.live("result.timestamp", wire.timestamp.0)?;
        let market = Market { source: source(SOURCE), instrument: self.instrument, quote_currency };
        let book = market.book(&"result".into(), time_ms, side(wire.bids), side(wire.asks), &mut doubts)?;
        Ok(doubts.done(book))
    }
}
