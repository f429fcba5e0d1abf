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
//! let question = deribit::OptionTicker::new("BTC-26JUN26-100000-C".parse()?);
//! let body = include_bytes!("../../tests/fixtures/syn_deribit_ticker_option.json");
//! let option = question.parse(&Payload::new(body, Timestamp::from_s(1_765_541_480)?))?.data;
//! assert_eq!((option.mark_iv(), option.bid()), (Some(0.4731), None)); // percent became a fraction, 0 nobody
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod book;
mod call;
mod history;
pub(crate) mod host;
mod index_price;
mod instruments;
mod name;
mod row;
mod summary;
mod ticker;

use crate::endpoint::upstream;

pub use book::OrderBook;
pub use history::{
    Candles, FundingAndIndex, FundingHistory, FundingSum, FundingValue, VolatilityBars, VolatilityIndex,
};
pub use index_price::IndexPrice;
pub use instruments::{Instruments, Listing, Listings};
pub use name::ContractKind;
pub use row::FutureSummary;
pub use summary::{BookSummaries, BookSummary};
pub use ticker::{OptionTicker, PairTicker, PerpetualTicker};

upstream! {
    "Deribit", DeribitAsk => DeribitData {
        /// An option.
        OptionTicker(OptionTicker),
        /// A perpetual contract.
        PerpetualTicker(PerpetualTicker),
        /// A pair of coins.
        PairTicker(PairTicker),
        /// All options or all futures on a coin.
        BookSummary(BookSummary),
        /// Levels of a book.
        OrderBook(OrderBook),
        /// Contracts that are listed.
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
