//! Levels of the book.

use hashinsight_market::{Instrument, OrderBook};
use hashinsight_units::{Currency, Error, FieldPath, Record};

use super::category::{Answer, Category};
use crate::error::{FeedError, out_of_range, same};
use crate::payload::Doubts;
use crate::read::{self, Number, Whole, wire};
use crate::venue::levels;
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET /v5/market/orderbook`: levels of the book. Sizes are coins; those of inverse contracts, received in US dollars, are
/// divided by their price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitBook")]
#[non_exhaustive]
pub struct Book {
    /// Market of the instrument.
    #[record(example = "spot")]
    pub category: Category,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Number of levels of each side: 1 to 200 (spot) or 500.
    #[record(example = 100)]
    pub limit: u32,
}

wire! {
    /// `[price, size]`
    row Level { price: Number, size: Number }
}

wire! {
    struct BookWire {
        /// The symbol.
        s: Instrument,
        /// Bids.
        b: Vec<Level>,
        /// Asks.
        a: Vec<Level>,
        ts: Whole,
    }
}

impl Endpoint for Book {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, Error> {
        self.category.market(self.instrument, self.quote_currency)?;
        let most = if self.category == Category::Spot { 200 } else { 500 };
        if !(1..=most).contains(&self.limit) {
            return Err(out_of_range("limit", self.limit, format!("1 to {most}")));
        }
        Ok(self.category.get("orderbook", self.instrument)?.with("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        let Answer { result, .. }: Answer<BookWire> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        same("result.s", result.s, self.instrument)?;
        let time_ms = doubts.live("result.ts", result.ts.0)?;
        let is_inverse = self.category == Category::Inverse;
        let coins = |Level { price, size }: Level| (price.0, if is_inverse { size.0 / price.0 } else { size.0 });
        let side = |side: Vec<Level>| levels(side.into_iter().map(coins));
        let at = |side: &str| FieldPath::new("result").field(if side == "bids" { "b" } else { "a" });
        let market = self.category.market(self.instrument, self.quote_currency)?;
        let book = market.book_of(at, time_ms, (side(result.b), side(result.a)), &mut doubts)?;
        Ok(doubts.done(book))
    }
}
