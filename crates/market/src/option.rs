//! Options: what they cost and what volatility that implies.

use hashinsight_units::wire::{self, number};
use hashinsight_units::{Currency, Faulty, Timestamp};

use crate::row::row;
use crate::{Instrument, MarketError, Source, check};

/// The right to buy, or the right to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OptionKind {
    /// The right to buy.
    Call,
    /// The right to sell.
    Put,
}

row! {
    /// A European option at one instant.
    ///
    /// Strike and underlying are in the quote currency; premiums are in the premium currency, which is the coin itself for inverse
    /// options. Those cost `premium * index` in the quote currency; `premium * underlying`, the underlying being a forward, is their
    /// undiscounted price. Volatilities are fractions per square root of a year; sources that say percent are divided by 100.
    ///
    /// ```
    /// use hashinsight_market::{OptionKind, OptionQuote, OptionQuoteFields};
    /// use hashinsight_units::{Currency, Timestamp};
    /// let quote = OptionQuote::new(OptionQuoteFields {
    ///     source: "deribit".parse()?,
    ///     quote_currency: Currency::USD,
    ///     premium_currency: "BTC".parse().unwrap(),
    ///     instrument: "BTC-26JUN26-100000-C".parse()?,
    ///     time_ms: Timestamp::from_ms(1_765_541_474_086).unwrap(),
    ///     expiry_ms: Timestamp::from_ms(1_782_460_800_000).unwrap(),
    ///     strike: 100_000.0,
    ///     kind: OptionKind::Call,
    ///     underlying: 95_012.3,
    ///     bid: None,
    ///     ask: Some(0.088_5),
    ///     mark: Some(0.087_2),
    ///     bid_iv: None,
    ///     ask_iv: None,
    ///     mark_iv: Some(0.473_1),
    ///     open_interest_base: Some(1_234.5),
    /// })?;
    /// assert!((quote.years_to_expiry() - 0.5365).abs() < 1e-4);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    OptionQuote from OptionQuoteFields, checked by check_option,
    {
        /// Who published it.
        source: Source,
        /// The currency of strike and underlying.
        quote_currency: Currency,
        /// The currency of bid, ask and mark.
        premium_currency: Currency,
        /// Of what.
        instrument: Instrument,
        /// When it held.
        time_ms: Timestamp,
        /// When the option expires: after `time_ms`.
        expiry_ms: Timestamp,
        /// At what price it can be exercised.
        [deserialize_with = "number::deserialize"] strike: f64,
        /// Call or put.
        kind: OptionKind,
        /// Forward price of the underlying for this expiry.
        [deserialize_with = "number::deserialize"] underlying: f64,
        /// What the best buyer pays. An empty side is absent: sources that write 0 mean nobody.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        bid: Option<f64>,
        /// What the best seller asks.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        ask: Option<f64>,
        /// The venue's own value.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        mark: Option<f64>,
        /// Implied volatility of the bid.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        bid_iv: Option<f64>,
        /// Implied volatility of the ask.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        ask_iv: Option<f64>,
        /// Implied volatility of the mark.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        mark_iv: Option<f64>,
        /// Open contracts in units of base.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        open_interest_base: Option<f64>,
    }
}

fn check_option(quote: &mut OptionQuoteFields) -> Result<(), MarketError> {
    if quote.expiry_ms <= quote.time_ms {
        let allowed = format!("after time_ms {}", quote.time_ms.to_ms());
        return Err(MarketError::out_of_range("expiry_ms", quote.expiry_ms.to_ms(), allowed));
    }
    check::price("strike", &mut quote.strike)?;
    check::price("underlying", &mut quote.underlying)?;
    check::optional("bid", &mut quote.bid, check::price)?;
    check::optional("ask", &mut quote.ask, check::price)?;
    check::optional("mark", &mut quote.mark, check::amount)?; // far out of the money it may be worth nothing
    check::optional("bid_iv", &mut quote.bid_iv, check::volatility)?;
    check::optional("ask_iv", &mut quote.ask_iv, check::volatility)?;
    check::optional("mark_iv", &mut quote.mark_iv, check::volatility)?;
    check::optional("open_interest_base", &mut quote.open_interest_base, check::amount)?;
    check::uncrossed("bid", quote.bid, "ask", quote.ask)?;
    check::uncrossed("bid_iv", quote.bid_iv, "ask_iv", quote.ask_iv)
}

impl OptionQuote {
    /// Time to expiry in years of 365 days: above 0.
    pub fn years_to_expiry(&self) -> f64 {
        (self.expiry_ms.to_ms() - self.time_ms.to_ms()) as f64 / 31_536_000_000.0
    }
}

/// Options with the same currencies from one source, sorted by expiry, then strike, call before put; no two alike.
///
/// A chain is a list of rows and not columns, because nearly every field of an option can be absent by itself.
///
/// ```
/// use hashinsight_market::OptionChain;
/// let chain = OptionChain::new(Vec::new())?;
/// assert!(chain.quotes().is_empty());
/// # Ok::<(), hashinsight_market::MarketError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionChain {
    quotes: Vec<OptionQuote>,
}

impl OptionChain {
    /// Checks what the quotes have in common and their order.
    ///
    /// # Errors
    /// [`MarketError::Several`] for a second source or currency, [`MarketError::OutOfRange`] for a quote that is out of order.
    pub fn new(quotes: Vec<OptionQuote>) -> Result<Self, MarketError> {
        for (index, [last, next]) in quotes.array_windows().enumerate() {
            follows(last, next).map_err(|error| error.of_row("quotes", index + 1))?;
        }
        Ok(Self { quotes })
    }

    /// The quotes.
    pub fn quotes(&self) -> &[OptionQuote] {
        &self.quotes
    }
}

fn follows(last: &OptionQuote, next: &OptionQuote) -> Result<(), MarketError> {
    if next.source != last.source {
        return Err(MarketError::several("source", next.source, last.source));
    }
    if next.quote_currency != last.quote_currency {
        return Err(MarketError::several("quote_currency", next.quote_currency, last.quote_currency));
    }
    if next.premium_currency != last.premium_currency {
        return Err(MarketError::several("premium_currency", next.premium_currency, last.premium_currency));
    }
    let key = |quote: &OptionQuote| (quote.expiry_ms, quote.strike, quote.kind);
    if key(last) < key(next) {
        return Ok(());
    }
    let allowed = format!("after {} by expiry, strike, call before put", last.instrument);
    Err(MarketError::out_of_range("instrument", next.instrument, allowed))
}

impl<'de> serde::Deserialize<'de> for OptionChain {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Fields {
            quotes: Vec<OptionQuote>,
        }
        let Fields { quotes } = wire::object(deserializer)?;
        Self::new(quotes).map_err(|error| serde::de::Error::custom(error.fault()))
    }
}
