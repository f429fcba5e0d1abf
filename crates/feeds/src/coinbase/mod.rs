//! Coinbase, three generations: Exchange REST (`exchange_...`), Advanced Trade (`advanced_...`), and v2 prices.
//!
//! Traps: Exchange candles are `[time s, low, high, open, close, volume]`, low before high and newest first; tickers
//! carry ISO times. Advanced Trade writes every number as text and absent ones as `""`, and counts the volume of a future
//! in contracts: that of a product is multiplied by the contract's size, that of candles is left out and noted, and a book
//! in contracts is refused.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, coinbase};
//! use hashinsight_units::{Currency, Timestamp};
//! let question = coinbase::SpotPrice::new("BTC-USD".parse()?, Currency::USD);
//! let body = br#"{"data":{"amount":"60823.2","base":"BTC","currency":"USD"}}"#;
//! let quote = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_885)?))?.data;
//! assert_eq!(quote.last_price(), Some(60_823.2));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod advanced;
mod exchange;
pub(crate) mod host;
mod product;
mod spot;

use crate::endpoint::upstream;

pub use advanced::{AdvancedBook, AdvancedCandles, AdvancedProduct};
pub use exchange::{ExchangeBook, ExchangeCandles, ExchangeTicker};
pub use spot::SpotPrice;

upstream! {
    "Coinbase", CoinbaseAsk => CoinbaseData {
        /// Candles of the Exchange API.
        ExchangeCandles(ExchangeCandles),
        /// Ticker of the Exchange API.
        ExchangeTicker(ExchangeTicker),
        /// Book of the Exchange API.
        ExchangeBook(ExchangeBook),
        /// Candles of Advanced Trade.
        AdvancedCandles(AdvancedCandles),
        /// Product of Advanced Trade: last price and 24 hours.
        AdvancedProduct(AdvancedProduct),
        /// Book of Advanced Trade.
        AdvancedBook(AdvancedBook),
        /// Spot price of the v2 API.
        SpotPrice(SpotPrice),
    }
}
