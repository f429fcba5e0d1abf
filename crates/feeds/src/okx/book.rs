//! Levels of the book.

use hashinsight_market::{Instrument, OrderBook};
use hashinsight_units::{Error, FieldPath, Problem, Record};

use super::contract::{Contract, Traded, at, get, one};
use crate::error::{FeedError, out_of_range, parameter};
use crate::payload::Doubts;
use crate::read::{Number, Whole, wire};
use crate::{Endpoint, Parsed, Payload, Request};

/// `GET /api/v5/market/books`: levels of the book. Sizes are coins; those of contracts are multiplied by their size.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "OkxBook")]
#[non_exhaustive]
pub struct Book {
    /// Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT")]
    pub instrument: Instrument,
    /// Number of levels of each side, 1 to 400.
    #[record(example = 100)]
    pub depth: u32,
    /// Size of a contract (`ctVal`): in coins for linear ones (0.01 for BTC-USDT-SWAP), in US dollars for inverse ones (100 for
    /// BTC-USD-SWAP). Needed for contracts, whose books count them.
    #[record(range = 1e-12..=1e9)]
    pub contract_size: Option<f64>,
}

wire! {
    /// `[price, size, "0", orders]`
    row Level { price: Number, size: Number }
}

wire! {
    struct BookWire {
        bids: Vec<Level>,
        asks: Vec<Level>,
        ts: Whole,
    }
}

impl Book {
    /// The contract, and what turns a size into coins.
    fn sized(&self) -> Result<(Contract, f64), Error> {
        self.check()?;
        let contract = Contract::of(self.instrument)?;
        match (contract.traded, self.contract_size) {
            (Traded::Spot, _) => Ok((contract, 1.0)),
            (_, Some(size)) => Ok((contract, size)),
            (_, None) => {
                let allowed = "the size of a contract, which books of contracts count";
                Err(parameter("contract_size", Problem::Missing, "absent", allowed))
            }
        }
    }
}

impl Endpoint for Book {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, Error> {
        self.sized()?;
        if !(1..=400).contains(&self.depth) {
            return Err(out_of_range("depth", self.depth, "1 to 400"));
        }
        Ok(get("market/books").with("instId", self.instrument).with("sz", self.depth))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        let (contract, size) = self.sized()?;
        let wire: BookWire = one(payload)?;
        let mut doubts = Doubts::new(payload);
        let time_ms = doubts.live(at("ts"), wire.ts.0)?;
        let is_inverse = contract.traded == Traded::Inverse;
        let coins = |Level { price, size: count }: Level| {
            (price.0, if is_inverse { count.0 * size / price.0 } else { count.0 * size })
        };
        let side = |levels: Vec<Level>| levels.into_iter().map(coins);
        let path = FieldPath::new("data").index(0);
        let book = contract.market().book(&path, time_ms, side(wire.bids), side(wire.asks), &mut doubts)?;
        Ok(doubts.done(book))
    }
}
