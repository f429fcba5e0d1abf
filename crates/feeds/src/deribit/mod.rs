//! Deribit: options, futures, funding, the volatility index.
//!
//! Traps: an option on bitcoin costs bitcoin (`premium_currency`), its value in dollars is premium times the forward of
//! its expiry. Volatilities are percent. `null` and 0 say that a side is empty. Open interest and order sizes of
//! inverse futures are US dollars, those of options coins. Rows of options and of futures have different keys. Errors
//! come in the JSON-RPC envelope, `too_many_requests` is 10028.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, deribit};
//! use hashinsight_units::Timestamp;
//! let question = deribit::OptionTicker { instrument: "BTC-26JUN26-100000-C".parse()? };
//! let body = include_bytes!("../../tests/fixtures/syn_deribit_ticker_option.json");
//! let option = question.parse(&Payload::new(body, Timestamp::from_s(1_765_541_480)?))?.data;
//! assert_eq!((option.mark_iv(), option.bid()), (Some(0.4731), None)); // percent became a fraction, 0 nobody
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod history;
mod name;
mod quotes;

use hashinsight_market::{Instrument, OrderBook as Book, Quote};
use hashinsight_units::Currency;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::endpoint::upstream;
use crate::error::{FeedError, PayloadProblem};
use crate::payload::Doubts;
use crate::read::{self, MaybeWhole, Number, Whole, tuple_row};
use crate::source::source;
use crate::venue::{Best, Market};
use crate::{Endpoint, Parsed, Payload, Request};

pub use history::{
    Candles, FundingAndIndex, FundingHistory, FundingSum, FundingValue, VolatilityBars, VolatilityIndex,
};
pub use name::ContractKind;
pub use quotes::{
    BookSummaries, BookSummary, FutureSummary, Instruments, Listing, Listings, OptionTicker, PerpetualTicker,
};

const SOURCE: &str = "deribit";
const HOST: &str = "www.deribit.com";

upstream! {
    "Deribit", DeribitAsk => DeribitData {
        /// An option.
        OptionTicker(OptionTicker),
        /// A perpetual contract.
        PerpetualTicker(PerpetualTicker),
        /// All options or all futures on a coin.
        BookSummary(BookSummary),
        /// Levels of a book.
        OrderBook(OrderBook),
        /// What is listed.
        Instruments(Instruments),
        /// Funding between two instants.
        FundingValue(FundingValue),
        /// Funding hour by hour.
        FundingHistory(FundingHistory),
        /// The volatility index.
        VolatilityIndex(VolatilityIndex),
        /// Candles.
        Candles(Candles),
        /// The index under everything.
        IndexPrice(IndexPrice),
    }
}

fn public(method: &str) -> Request {
    Request::get(HOST, format!("/api/v2/public/{method}"))
}

#[derive(Debug, Deserialize)]
struct Envelope<T> {
    #[serde(default = "none")]
    result: Option<T>,
    #[serde(default)]
    error: Option<RpcError>,
    #[serde(default)]
    testnet: bool,
}

const fn none<T>() -> Option<T> {
    None
}

#[derive(Debug, Deserialize)]
struct RpcError {
    #[serde(default)]
    code: MaybeWhole,
    #[serde(default)]
    message: Option<String>,
}

fn open<T: DeserializeOwned>(payload: &Payload<'_>, doubts: &mut Doubts) -> Result<T, FeedError> {
    read::json::<Envelope<T>>(payload)?.open(doubts)
}

impl<T> Envelope<T> {
    fn open(self, doubts: &mut Doubts) -> Result<T, FeedError> {
        match self {
            Self { error: Some(error), .. } => {
                let code = error.code.0.map(|code| code.to_string()).unwrap_or_default();
                Err(read::refused(&code, error.message.as_deref().unwrap_or_default()))
            }
            Self { result: Some(result), testnet, .. } => {
                if testnet {
                    doubts.note("testnet", true, "false: these are prices of the test network");
                }
                Ok(result)
            }
            Self { .. } => Err(FeedError::missing("result", "a value")),
        }
    }
}

/// Refuses an answer that says itself that it is about another instrument.
fn same(said: Instrument, asked: Instrument) -> Result<(), FeedError> {
    if said == asked {
        return Ok(());
    }
    Err(FeedError::payload(PayloadProblem::Unknown, "result.instrument_name", said, asked.to_string()))
}

/// `get_order_book`: levels of a book. Sizes are coins; those of inverse futures, received in US dollars, are divided
/// by their price. Options are quoted in the coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitOrderBook"))]
#[serde(deny_unknown_fields)]
pub struct OrderBook {
    /// Which contract.
    pub instrument: Instrument,
    /// Levels of each side.
    pub depth: u32,
}

tuple_row! {
    /// `[price, amount]`
    LevelRow { price: Number, amount: Number }
}

#[derive(Deserialize)]
struct BookWire {
    #[serde(default)]
    instrument_name: Option<Instrument>,
    timestamp: Whole,
    bids: Vec<LevelRow>,
    asks: Vec<LevelRow>,
}

impl Endpoint for OrderBook {
    type Data = Book;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(public("get_order_book").with("instrument_name", self.instrument).with("depth", self.depth))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Book>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: BookWire = open(payload, &mut doubts)?;
        wire.instrument_name.map_or(Ok(()), |name| same(name, self.instrument))?;
        let contract = name::parse(|| "instrument".into(), self.instrument)?;
        let inverse_future = contract.is_inverse && !contract.is_option();
        let quote_currency = if contract.is_option() { contract.premium } else { contract.quote };
        let side = |levels: Vec<LevelRow>| {
            let base = move |LevelRow { price, amount }: LevelRow| {
                (price.0, if inverse_future { amount.0 / price.0 } else { amount.0 })
            };
            levels.into_iter().map(base)
        };
        let time_ms = doubts.past("result.timestamp", wire.timestamp.0)?;
        let market = Market { source: source(SOURCE)?, instrument: self.instrument, quote_currency };
        let book = market.book("result", time_ms, side(wire.bids), side(wire.asks))?;
        Ok(doubts.done(book))
    }
}

/// `get_index_price`: the index under everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "DeribitIndexPrice"))]
#[serde(deny_unknown_fields)]
pub struct IndexPrice {
    /// Name of the index, like `btc_usd`.
    pub index: Instrument,
}

#[derive(Deserialize)]
struct IndexWire {
    index_price: Number,
}

impl Endpoint for IndexPrice {
    type Data = Quote;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(public("get_index_price").with("index_name", self.index))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Quote>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: IndexWire = open(payload, &mut doubts)?;
        let quote = self.index.as_str().rsplit('_').next().unwrap_or_default().to_ascii_uppercase();
        let unsupported = |_| FeedError::unsupported("index", self.index, "a name like btc_usd");
        let quote_currency: Currency = quote.parse().map_err(unsupported)?;
        let market = Market { source: source(SOURCE)?, instrument: self.index, quote_currency };
        let best = Best { last: Some(wire.index_price.0), ..Best::default() };
        let quote = market.quote("result.index_price", payload.received_ms, best, &mut doubts)?;
        Ok(doubts.done(quote))
    }
}
