//! What an instrument costs at one instant.

use hashinsight_units::{Currency, Error, Record, Timestamp};

use crate::refuse::missing;
use crate::row::{after, columns, sealed};
use crate::{Instrument, Source, check};

/// Best bid, best ask and last price of an instrument at one instant: at least one of the three, and `bid <= ask`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "Quote")]
pub struct QuoteFields {
    /// Exchange or service that published the quote.
    #[record(example = "kraken")]
    pub source: Source,
    /// Instrument that is quoted, in the words of its source.
    #[record(example = "XBT/USD")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Instant of the quote, in Unix milliseconds.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Price that the best buyer pays, in quote currency per unit of base.
    pub bid: Option<f64>,
    /// Price that the best seller asks, in quote currency per unit of base.
    pub ask: Option<f64>,
    /// Price of the last trade, or of the index where the source is one, in quote currency per unit of base.
    pub last_price: Option<f64>,
}

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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quote(QuoteFields);

sealed! {
    Quote(QuoteFields), checked by check_quote,
    reads {
        source: Source, instrument: Instrument, quote_currency: Currency, time_ms: Timestamp, bid: Option<f64>, ask: Option<f64>,
        last_price: Option<f64>,
    }
}

fn check_quote(quote: &mut QuoteFields) -> Result<(), Error> {
    check::optional("bid", &mut quote.bid, check::price)?;
    check::optional("ask", &mut quote.ask, check::price)?;
    check::optional("last_price", &mut quote.last_price, check::price)?;
    if quote.bid.is_none() && quote.ask.is_none() && quote.last_price.is_none() {
        return Err(missing("last_price", "at least one of bid, ask and last_price"));
    }
    check::uncrossed("bid", quote.bid, "ask", quote.ask)
}

impl Quote {
    /// `(bid + ask) / 2`, where both are known.
    pub fn mid(&self) -> Option<f64> {
        Some(f64::midpoint(self.bid()?, self.ask()?))
    }

    /// `(ask - bid) / mid`, where both are known: a fraction.
    pub fn spread(&self) -> Option<f64> {
        Some((self.ask()? - self.bid()?) / self.mid()?)
    }
}

/// Quotes of one instrument as columns, oldest first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "Quotes")]
pub struct QuotesColumns {
    /// Exchange or service that published the quotes.
    #[record(example = "kraken")]
    pub source: Source,
    /// Instrument that is quoted, in the words of its source.
    #[record(example = "XBT/USD")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Instants of the quotes, in Unix milliseconds.
    pub time_ms: Vec<i64>,
    /// Prices that the best buyer pays, in quote currency per unit of base, for all instants or for none.
    pub bid: Option<Vec<f64>>,
    /// Prices that the best seller asks, in quote currency per unit of base, for all instants or for none.
    pub ask: Option<Vec<f64>>,
    /// Prices of the last trade, or of the index where the source is one, in quote currency per unit of base, for all instants or for
    /// none.
    pub last_price: Option<Vec<f64>>,
}

/// Quotes of one instrument, oldest first.
///
/// ```
/// use hashinsight_market::Quotes;
/// use hashinsight_units::Currency;
/// let quotes = Quotes::new("kraken".parse()?, "XBT/USD".parse()?, Currency::USD);
/// assert!(quotes.is_empty());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Quotes(QuotesColumns);

columns! {
    Quotes(QuotesColumns) of Quote(QuoteFields), next by quote_follows,
    same { source: Source, instrument: Instrument, quote_currency: Currency },
    columns { time_ms: i64 },
    optional { bid: f64, ask: f64, last_price: f64 }
}

fn quote_follows(quotes: &Quotes, next: &Quote) -> Result<(), Error> {
    after("time_ms", quotes.time_ms().last(), next.time_ms())
}
