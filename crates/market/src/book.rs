//! Who would buy and sell how much at which price.

use hashinsight_units::wire::{self, number};
use hashinsight_units::{Currency, Faulty, Timestamp};

use crate::{Instrument, MarketError, Source, check};

/// One side of a book, best price first, as columns.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Levels {
    /// Prices, quote currency per unit of base, each once.
    #[serde(deserialize_with = "number::column")]
    pub price: Vec<f64>,
    /// Units of base offered at that price: above 0.
    #[serde(deserialize_with = "number::column")]
    pub size_base: Vec<f64>,
}

impl Levels {
    fn check(&mut self, better: impl Fn(f64, f64) -> bool, order: &str) -> Result<(), MarketError> {
        crate::row::same_length("size_base", self.size_base.len(), self.price.len())?;
        for (index, (price, size)) in self.price.iter_mut().zip(&mut self.size_base).enumerate() {
            check::price("price", price)
                .and_then(|()| check::size("size_base", size))
                .map_err(|error| error.in_row(index))?;
        }
        match self.price.windows(2).position(|pair| !better(pair[0], pair[1])) {
            None => Ok(()),
            Some(index) => {
                let allowed = format!("{order} the level before it, {}", self.price[index]);
                Err(MarketError::out_of_range("price", self.price[index + 1], allowed).in_row(index + 1))
            }
        }
    }
}

/// The fields of an [`OrderBook`], not yet checked.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderBookFields {
    /// Who published it.
    pub source: Source,
    /// Of what.
    pub instrument: Instrument,
    /// The currency of the prices.
    pub quote_currency: Currency,
    /// When it held.
    pub time_ms: Timestamp,
    /// What buyers pay, highest first.
    pub bids: Levels,
    /// What sellers ask, lowest first.
    pub asks: Levels,
}

/// The levels of a book at one instant: bids fall, asks rise, sizes are above 0, and the best bid is at most the best ask.
///
/// A side may be empty.
///
/// ```
/// use hashinsight_market::{Levels, OrderBook, OrderBookFields};
/// use hashinsight_units::{Currency, Faulty, Timestamp};
///
/// let fields = OrderBookFields {
///     source: "kraken".parse()?,
///     instrument: "XBT/USD".parse()?,
///     quote_currency: Currency::USD,
///     time_ms: Timestamp::from_ms(1_713_571_200_000).unwrap(),
///     bids: Levels { price: vec![63_850.0, 63_849.5], size_base: vec![0.5, 2.0] },
///     asks: Levels { price: vec![63_851.0], size_base: vec![1.25] },
/// };
/// let book = OrderBook::new(fields.clone())?;
/// assert_eq!((book.best_bid(), book.best_ask()), (Some(63_850.0), Some(63_851.0)));
///
/// let crossed = Levels { price: vec![63_849.0], size_base: vec![1.25] };
/// let error = OrderBook::new(OrderBookFields { asks: crossed, ..fields }).unwrap_err();
/// assert_eq!(error.fault().path().as_str(), "bids.price[0]");
/// # Ok::<(), hashinsight_market::MarketError>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OrderBook {
    source: Source,
    instrument: Instrument,
    quote_currency: Currency,
    time_ms: Timestamp,
    bids: Levels,
    asks: Levels,
}

impl OrderBook {
    /// Checks the levels.
    ///
    /// # Errors
    /// [`MarketError`] for a price or size outside its range, columns of different length, levels out of order, a crossed book.
    pub fn new(fields: OrderBookFields) -> Result<Self, MarketError> {
        let OrderBookFields { source, instrument, quote_currency, time_ms, mut bids, mut asks } = fields;
        bids.check(|first, second| first > second, "below").map_err(|error| error.inside("bids"))?;
        asks.check(|first, second| first < second, "above").map_err(|error| error.inside("asks"))?;
        check::uncrossed("price", bids.price.first().copied(), "asks.price[0]", asks.price.first().copied())
            .map_err(|error| error.in_row(0).inside("bids"))?;
        Ok(Self { source, instrument, quote_currency, time_ms, bids, asks })
    }

    /// Who published it.
    pub const fn source(&self) -> Source {
        self.source
    }

    /// Of what.
    pub const fn instrument(&self) -> Instrument {
        self.instrument
    }

    /// The currency of the prices.
    pub const fn quote_currency(&self) -> Currency {
        self.quote_currency
    }

    /// When it held.
    pub const fn time_ms(&self) -> Timestamp {
        self.time_ms
    }

    /// What buyers pay, highest first.
    pub const fn bids(&self) -> &Levels {
        &self.bids
    }

    /// What sellers ask, lowest first.
    pub const fn asks(&self) -> &Levels {
        &self.asks
    }

    /// The highest price that a buyer pays.
    pub fn best_bid(&self) -> Option<f64> {
        self.bids.price.first().copied()
    }

    /// The lowest price that a seller asks.
    pub fn best_ask(&self) -> Option<f64> {
        self.asks.price.first().copied()
    }
}

impl<'de> serde::Deserialize<'de> for OrderBook {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(wire::object(deserializer)?).map_err(|error| serde::de::Error::custom(error.fault()))
    }
}
