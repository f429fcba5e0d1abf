//! Options: what they cost and what volatility that implies.

use hashinsight_units::{At, Currency, Error, Record, Timestamp};

use crate::interval::YEAR_MS;
use crate::refuse::{out_of_range, several};
use crate::row::sealed;
use crate::{Instrument, Source, check};

/// The right to buy, or the right to sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Record)]
pub enum OptionKind {
    /// The right to buy.
    Call,
    /// The right to sell.
    Put,
}

/// Terms, prices and implied volatilities of a European option at one instant. Strike and underlying are in the quote currency, bid, ask
/// and mark in the premium currency; volatilities are fractions per square root of a year.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "OptionQuote")]
pub struct OptionQuoteFields {
    /// Exchange or service that published the quote.
    #[record(example = "deribit")]
    pub source: Source,
    /// Currency of strike and underlying.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Currency of bid, ask and mark; the coin itself for inverse options.
    #[record(example = "BTC")]
    pub premium_currency: Currency,
    /// Option that is quoted, in the words of its source.
    #[record(example = "BTC-26JUN26-100000-C")]
    pub instrument: Instrument,
    /// Instant of the quote, in Unix milliseconds.
    #[record(example = 1_765_541_474_086)]
    pub time_ms: Timestamp,
    /// Instant of the option's expiry, in Unix milliseconds: after `time_ms`.
    #[record(example = 1_782_460_800_000)]
    pub expiry_ms: Timestamp,
    /// Strike, the price at which the option can be exercised, in quote currency per unit of base.
    #[record(example = 100_000)]
    pub strike: f64,
    /// Kind of the option: call or put.
    #[record(example = "call")]
    pub kind: OptionKind,
    /// Forward price of the underlying for the option's expiry, in quote currency per unit of base.
    #[record(example = 95_012.3)]
    pub underlying: f64,
    /// Premium that the best buyer pays, in premium currency. Absent: nobody buys. Sources that write 0 mean nobody.
    pub bid: Option<f64>,
    /// Premium that the best seller asks, in premium currency. Absent: nobody sells.
    pub ask: Option<f64>,
    /// Mark, the venue's own value of the option, in premium currency.
    pub mark: Option<f64>,
    /// Implied volatility of the bid, per square root of a year (a fraction).
    pub bid_iv: Option<f64>,
    /// Implied volatility of the ask, per square root of a year (a fraction).
    pub ask_iv: Option<f64>,
    /// Implied volatility of the mark, per square root of a year (a fraction).
    pub mark_iv: Option<f64>,
    /// Open interest in units of base.
    pub open_interest_base: Option<f64>,
}

/// A European option at one instant.
///
/// Strike and underlying are in the quote currency; premiums are in the premium currency, which is the coin itself for inverse
/// options. Those cost `premium * index` in the quote currency; `premium * underlying`, the underlying being a forward, is their
/// undiscounted price. Volatilities are fractions per square root of a year; sources that say percent are divided by 100.
///
/// ```
/// use hashinsight_market::{OptionKind, OptionQuote, OptionQuoteFields};
/// use hashinsight_units::{Currency, Timestamp};
/// let fields = OptionQuoteFields::new(
///     "deribit".parse()?,
///     Currency::USD,
///     "BTC".parse()?,
///     "BTC-26JUN26-100000-C".parse()?,
///     Timestamp::from_ms(1_765_541_474_086)?,
///     Timestamp::from_ms(1_782_460_800_000)?,
///     100_000.0, // strike
///     OptionKind::Call,
///     95_012.3, // underlying
/// );
/// let quote = OptionQuote::new(fields.ask(0.088_5).mark(0.087_2).mark_iv(0.473_1).open_interest_base(1_234.5))?;
/// assert!((quote.years_to_expiry() - 0.5365).abs() < 1e-4);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OptionQuote(OptionQuoteFields);

sealed! {
    OptionQuote(OptionQuoteFields), checked by check_option,
    reads {
        source: Source, quote_currency: Currency, premium_currency: Currency, instrument: Instrument, time_ms: Timestamp,
        expiry_ms: Timestamp, strike: f64, kind: OptionKind, underlying: f64, bid: Option<f64>, ask: Option<f64>,
        mark: Option<f64>, bid_iv: Option<f64>, ask_iv: Option<f64>, mark_iv: Option<f64>, open_interest_base: Option<f64>,
    }
}

fn check_option(quote: &mut OptionQuoteFields) -> Result<(), Error> {
    if quote.expiry_ms <= quote.time_ms {
        let allowed = format!("after time_ms {}", quote.time_ms.to_ms());
        return Err(out_of_range("expiry_ms", quote.expiry_ms.to_ms(), allowed));
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
        (self.expiry_ms().to_ms() - self.time_ms().to_ms()) as f64 / YEAR_MS
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
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(check = OptionChain::in_order)]
pub struct OptionChain {
    /// Quotes of the options, sorted by expiry, then strike, call before put.
    quotes: Vec<OptionQuote>,
}

impl OptionChain {
    /// Checks what the quotes have in common and their order.
    ///
    /// # Errors
    /// `market.<field>.several` for a second source or currency, `market.instrument.out_of_range` for a quote that is out of order.
    pub fn new(quotes: Vec<OptionQuote>) -> Result<Self, Error> {
        Self { quotes }.in_order()
    }

    fn in_order(self) -> Result<Self, Error> {
        for (index, (last, next)) in self.quotes.iter().zip(self.quotes.iter().skip(1)).enumerate() {
            follows(last, next).index(index + 1).at("quotes")?;
        }
        Ok(self)
    }

    /// The quotes.
    pub fn quotes(&self) -> &[OptionQuote] {
        &self.quotes
    }
}

fn follows(last: &OptionQuote, next: &OptionQuote) -> Result<(), Error> {
    if next.source() != last.source() {
        return Err(several("source", next.source(), last.source()));
    }
    if next.quote_currency() != last.quote_currency() {
        return Err(several("quote_currency", next.quote_currency(), last.quote_currency()));
    }
    if next.premium_currency() != last.premium_currency() {
        return Err(several("premium_currency", next.premium_currency(), last.premium_currency()));
    }
    let key = |quote: &OptionQuote| (quote.expiry_ms(), quote.strike(), quote.kind());
    if key(last) < key(next) {
        return Ok(());
    }
    if key(last) == key(next) {
        return Err(several("instrument", next.instrument(), last.instrument()));
    }
    let allowed = format!(
        "quotes sorted by expiry_ms, then strike, call before put: this one belongs before {}",
        last.instrument()
    );
    Err(out_of_range("instrument", next.instrument(), allowed))
}
