//! What an instrument costs at one instant.

use hashinsight_units::{Currency, Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{Instrument, MarketError, Source, check};

row! {
    /// Best bid, best ask and last price, as far as the source says them: at least one of the three, and `bid <= ask`.
    ///
    /// ```
    /// use hashinsight_market::Quote;
    ///
    /// let text = r#"{"source":"coingecko","instrument":"bitcoin","quote_currency":"USD","time_ms":1713571200000,"last_price":63850.0}"#;
    /// let quote: Quote = serde_json::from_str(text)?;
    /// assert_eq!(quote.last_price(), Some(63_850.0));
    /// assert_eq!(quote.mid(), None); // never a stand-in
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    Quote from QuoteFields, checked by check_quote,
    {
        /// Who published it.
        source: Source,
        /// Of what.
        instrument: Instrument,
        /// The currency of the prices.
        quote_currency: Currency,
        /// When it held.
        time_ms: Timestamp,
        /// What the best buyer pays.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        bid: Option<f64>,
        /// What the best seller asks.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        ask: Option<f64>,
        /// Price of the last trade, or of the index where the source is one.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        last_price: Option<f64>,
    }
}

fn check_quote(quote: &mut QuoteFields) -> Result<(), MarketError> {
    check::optional("bid", &mut quote.bid, check::price)?;
    check::optional("ask", &mut quote.ask, check::price)?;
    check::optional("last_price", &mut quote.last_price, check::price)?;
    if quote.bid.is_none() && quote.ask.is_none() && quote.last_price.is_none() {
        return Err(MarketError::missing("last_price", "at least one of bid, ask and last_price"));
    }
    check::uncrossed("bid", quote.bid, "ask", quote.ask)
}

impl Quote {
    /// `(bid + ask) / 2`, where both are known.
    pub fn mid(&self) -> Option<f64> {
        Some(f64::midpoint(self.bid?, self.ask?))
    }

    /// `(ask - bid) / mid`, where both are known: a fraction.
    pub fn spread(&self) -> Option<f64> {
        Some((self.ask? - self.bid?) / self.mid()?)
    }
}

columns! {
    /// Quotes of one instrument, oldest first.
    ///
    /// ```
    /// use hashinsight_market::Quotes;
    /// use hashinsight_units::Currency;
    /// let quotes = Quotes::new("kraken".parse()?, "XBT/USD".parse()?, Currency::USD);
    /// assert!(quotes.is_empty());
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    Quotes of Quote from QuoteFields, unchecked QuotesColumns, next by quote_follows,
    same { source: Source, instrument: Instrument, quote_currency: Currency },
    columns { time_ms: i64 },
    optional {
        [deserialize_with = "number::present_column"] bid: f64,
        [deserialize_with = "number::present_column"] ask: f64,
        [deserialize_with = "number::present_column"] last_price: f64,
    }
}

fn quote_follows(quotes: &Quotes, next: &Quote) -> Result<(), MarketError> {
    crate::row::after("time_ms", quotes.time_ms.last(), next.time_ms)
}
