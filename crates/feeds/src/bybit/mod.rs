//! Bybit, the fifth version of its interface: spot, linear and inverse contracts.
//!
//! Traps: what went well says so in `retCode`. Every list comes newest first. Of inverse contracts `volume` and sizes count
//! US dollars, and `turnover` counts coins. Changes of 24 hours are fractions here, not percent. The rates of margin tiers are
//! fractions for linear contracts and have been percent for inverse ones: initial margin times leverage says which.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, bybit};
//! use hashinsight_market::Interval;
//! use hashinsight_units::Timestamp;
//! let interval = Interval::from_ms(28_800_000)?;
//! let question = bybit::FundingHistory::new(bybit::Category::Linear, "BTCUSDT".parse()?, interval);
//! let body = include_bytes!("../../tests/fixtures/syn_bybit_funding_history.json");
//! let funding = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_885)?))?.data;
//! assert_eq!(funding.rate_per_interval(), [0.000_05, 0.000_1]); // oldest first
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod book;
mod candles;
mod category;
mod funding;
pub(crate) mod host;
mod open_interest;
mod ticker;
mod tiers;

use crate::endpoint::upstream;

pub use book::Book;
pub use candles::Candles;
pub use category::Category;
pub use funding::FundingHistory;
pub use open_interest::OpenInterestHistory;
pub use ticker::{MarketState, Ticker};
pub use tiers::RiskLimits;

upstream! {
    "Bybit", BybitAsk => BybitData {
        /// Candles.
        Candles(Candles),
        /// Levels of the book.
        Book(Book),
        /// Best prices and 24 hours; of contracts mark, coming funding and open interest too.
        Ticker(Ticker),
        /// Past funding.
        FundingHistory(FundingHistory),
        /// Open interest over time.
        OpenInterestHistory(OpenInterestHistory),
        /// Margin tiers.
        RiskLimits(RiskLimits),
    }
}
