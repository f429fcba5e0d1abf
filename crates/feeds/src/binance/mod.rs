//! Binance: spot, USDⓈ-M and COIN-M futures.
//!
//! Traps: prices and rates are text, times are numbers and in some places text, `""` is absent. The last candle is
//! still forming. COIN-M counts contracts: its candles carry the base volume in another place, its open interest needs
//! the contract's size. Errors are `{"code","msg"}`. `leverageBracket` is a signed call: see
//! [`Request::query_string`](crate::Request::query_string).
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, binance};
//! use hashinsight_units::Timestamp;
//! let (symbol, margin, signed) = ("BTCUSDT".parse()?, "USDT".parse()?, Timestamp::from_s(1_780_730_885)?);
//! let question = binance::LeverageBrackets::new(binance::Market::Usdm, symbol, margin, signed);
//! let body = include_bytes!("../../tests/fixtures/syn_binance_futures_leverage_bracket.json");
//! let table = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_886)?))?.data;
//! assert_eq!(table.tier_at(100_000.0).unwrap().maintenance_rate(), 0.005);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod brackets;
mod depth;
mod funding;
pub(crate) mod host;
mod klines;
mod market;
mod open_interest;
mod premium_index;
mod ticker;

use crate::endpoint::upstream;

pub use brackets::LeverageBrackets;
pub use depth::Depth;
pub use funding::FundingHistory;
pub use klines::Candles;
pub use market::Market;
pub use open_interest::{OpenInterest, OpenInterestHistory};
pub use premium_index::{MarkAndFunding, PremiumIndex};
pub use ticker::Ticker;

upstream! {
    "Binance", BinanceAsk => BinanceData {
        /// Candles.
        Candles(Candles),
        /// Levels of the book.
        Depth(Depth),
        /// Best prices and 24 hours.
        Ticker(Ticker),
        /// Mark price and coming funding.
        PremiumIndex(PremiumIndex),
        /// Past funding.
        FundingHistory(FundingHistory),
        /// Open interest now.
        OpenInterest(OpenInterest),
        /// Open interest over time.
        OpenInterestHistory(OpenInterestHistory),
        /// Margin tiers.
        LeverageBrackets(LeverageBrackets),
    }
}
