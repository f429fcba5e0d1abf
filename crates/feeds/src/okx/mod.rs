//! OKX: spot, perpetual contracts and futures.
//!
//! Traps: every value is text, and `""` is absent. What went well says so in `code`, not in the HTTP status. Candles come
//! newest first; those of derivatives count contracts in one column and coins in another. Sizes in a book of derivatives are
//! contracts of `ctVal` coins (linear) or US dollars (inverse). A rate of a margin tier holds for the whole position.
//! Days begin at 16:00 UTC unless asked for as here.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, okx};
//! use hashinsight_units::Timestamp;
//! let question = okx::FundingRate::new("BTC-USDT-SWAP".parse()?);
//! let body = include_bytes!("../../tests/fixtures/syn_okx_funding_rate.json");
//! let funding = question.parse(&Payload::new(body, Timestamp::from_ms(1_790_358_564_000)?))?.data;
//! assert_eq!(funding.interval_ms().to_ms(), 28_800_000); // from one payment to the next, as the answer says
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod book;
mod candles;
mod contract;
mod funding;
pub(crate) mod host;
mod open_interest;
mod ticker;
mod tiers;

use crate::endpoint::upstream;

pub use book::Book;
pub use candles::Candles;
pub use funding::{FundingHistory, FundingRate};
pub use open_interest::OpenInterest;
pub use ticker::Ticker;
pub use tiers::{
    MarginMode, PositionTier, PositionTierTable, PositionTierTablePart, PositionTiers, WholePositionTiers,
};

upstream! {
    "OKX", OkxAsk => OkxData {
        /// Candles.
        Candles(Candles),
        /// Levels of the book.
        Book(Book),
        /// Best prices and 24 hours.
        Ticker(Ticker),
        /// Coming funding.
        FundingRate(FundingRate),
        /// Past funding.
        FundingHistory(FundingHistory),
        /// Open interest now.
        OpenInterest(OpenInterest),
        /// Margin tiers.
        PositionTiers(PositionTiers),
    }
}
