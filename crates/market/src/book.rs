//! Who would buy and sell how much at which price.

use hashinsight_units::json::Told;
use hashinsight_units::{At, Currency, Error, Record, Timestamp};

use crate::refuse::out_of_range;
use crate::row::{same_length, sealed};
use crate::{Instrument, Source, check};

/// One side of a book as columns, best price first.
#[derive(Clone, Debug, Default, PartialEq, Record)]
pub struct Levels {
    /// Prices of the levels, in quote currency per unit of base, each once.
    pub price: Vec<f64>,
    /// Sizes offered at each price, in units of base: above 0.
    pub size_base: Vec<f64>,
}

impl Levels {
    fn check(&mut self, better: impl Fn(f64, f64) -> bool, order: &str) -> Result<(), Error> {
        same_length("size_base", self.size_base.len(), self.price.len())?;
        for (index, (price, size)) in self.price.iter_mut().zip(&mut self.size_base).enumerate() {
            check::price("price", price)
                .and_then(|()| check::size("size_base", size))
                .map_err(|error| error.in_row(index))?;
        }
        match self.price.windows(2).position(|pair| !better(pair[0], pair[1])) {
            None => Ok(()),
            Some(index) => {
                let allowed = format!("{order} the level before it, {}", Told(self.price[index]));
                Err(out_of_range("price", self.price[index + 1], allowed).in_row(index + 1))
            }
        }
    }
}

/// Levels of a book at one instant: bids fall, asks rise, and the best bid is at most the best ask.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "OrderBook")]
pub struct OrderBookFields {
    /// Exchange or service that published the book.
    #[record(example = "kraken")]
    pub source: Source,
    /// Instrument that is bought and sold, in the words of its source.
    #[record(example = "XBT/USD")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Instant of the book, in Unix milliseconds.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Levels at which buyers buy, highest price first.
    pub bids: Levels,
    /// Levels at which sellers sell, lowest price first.
    pub asks: Levels,
}

/// The levels of a book at one instant: bids fall, asks rise, sizes are above 0, and the best bid is at most the best ask.
///
/// A side may be empty.
///
/// ```
/// use hashinsight_market::{Levels, OrderBook, OrderBookFields};
/// use hashinsight_units::{Currency, Timestamp};
///
/// let fields = OrderBookFields {
///     source: "kraken".parse()?,
///     instrument: "XBT/USD".parse()?,
///     quote_currency: Currency::USD,
///     time_ms: Timestamp::from_ms(1_713_571_200_000)?,
///     bids: Levels { price: vec![63_850.0, 63_849.5], size_base: vec![0.5, 2.0] },
///     asks: Levels { price: vec![63_851.0], size_base: vec![1.25] },
/// };
/// let book = OrderBook::new(fields.clone())?;
/// assert_eq!((book.best_bid(), book.best_ask()), (Some(63_850.0), Some(63_851.0)));
///
/// let crossed = Levels { price: vec![63_849.0], size_base: vec![1.25] };
/// let error = OrderBook::new(OrderBookFields { asks: crossed, ..fields }).unwrap_err();
/// assert_eq!(error.path().as_str(), "bids.price[0]");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct OrderBook(OrderBookFields);

sealed! {
    OrderBook(OrderBookFields), checked by check_book,
    reads { source: Source, instrument: Instrument, quote_currency: Currency, time_ms: Timestamp }
}

fn check_book(book: &mut OrderBookFields) -> Result<(), Error> {
    let OrderBookFields { bids, asks, .. } = book;
    bids.check(|first, second| first > second, "below").at("bids")?;
    asks.check(|first, second| first < second, "above").at("asks")?;
    check::uncrossed("price", bids.price.first().copied(), "asks.price[0]", asks.price.first().copied())
        .map_err(|error| error.in_row(0).at("bids"))
}

impl OrderBook {
    /// [`OrderBookFields::bids`], checked.
    pub const fn bids(&self) -> &Levels {
        &self.0.bids
    }

    /// [`OrderBookFields::asks`], checked.
    pub const fn asks(&self) -> &Levels {
        &self.0.asks
    }

    /// The highest price that a buyer pays.
    pub fn best_bid(&self) -> Option<f64> {
        self.bids().price.first().copied()
    }

    /// The lowest price that a seller asks.
    pub fn best_ask(&self) -> Option<f64> {
        self.asks().price.first().copied()
    }
}
