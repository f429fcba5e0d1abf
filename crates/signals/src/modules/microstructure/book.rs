//! What an order book says: which side is heavier, where the price leans, and what an order that takes liquidity pays.

use hashinsight_market::{Levels, OrderBook};
use hashinsight_numerics::{min, sum};
use hashinsight_units::{Outcome, Quantity, Record};

/// Side of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum OrderSide {
    /// An order that sells: it meets the bids.
    Sell,
    /// An order that buys: it meets the asks.
    Buy,
}

/// Middle of the best bid and the best ask; `None` where a side is empty.
///
/// The example of [`walk`] shows it.
pub fn mid(book: &OrderBook) -> Option<f64> {
    Some(f64::midpoint(book.best_bid()?, book.best_ask()?))
}

/// Quoted spread, `(ask - bid) / mid`: a fraction. `None` where a side is empty.
///
/// The example of [`walk`] shows it.
pub fn quoted_spread(book: &OrderBook) -> Option<f64> {
    Some((book.best_ask()? - book.best_bid()?) / mid(book)?)
}

/// Imbalance of the best `levels` of a book, `(b - a) / (b + a)` with the sizes `b` that are bid and `a` that are asked (Cont, Kukanov and
/// Stoikov 2014): from -1, all asked, to 1, all bid. `None` where a side is empty.
///
/// The example of [`walk`] shows it.
pub fn imbalance(book: &OrderBook, levels: usize) -> Option<f64> {
    let size = |side: &Levels| sum(&side.size_base[..side.size_base.len().min(levels)]);
    let (bid, ask) = (size(book.bids()), size(book.asks()));
    (bid > 0.0 && ask > 0.0).then(|| (bid - ask) / (bid + ask))
}

/// Microprice, the mid weighted by the size of the other side: `(bid * ask_size + ask * bid_size) / (bid_size + ask_size)` (Gatheral and
/// Oomen 2010). `None` where a side is empty.
///
/// The example of [`walk`] shows it.
pub fn microprice(book: &OrderBook) -> Option<f64> {
    let (bid, ask) = (book.best_bid()?, book.best_ask()?);
    let (bid_size, ask_size) = (*book.bids().size_base.first()?, *book.asks().size_base.first()?);
    Some((bid * ask_size + ask * bid_size) / (bid_size + ask_size))
}

/// What an order meets in a book.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BookWalk {
    /// Size that the book takes, in units of base.
    pub filled_base: f64,
    /// Size that is left when the book is empty, in units of base.
    pub unfilled_base: f64,
    /// Number of levels that are touched.
    pub levels: u32,
    /// Mean price of what is filled, in quote currency per unit of base.
    pub mean_price: Outcome,
    /// Price of the last level that is touched, in quote currency per unit of base.
    pub worst_price: Outcome,
    /// Slippage: how much worse the mean price is than the mid, as a fraction of the mid.
    pub slippage: Outcome,
}

/// Walks an order through a book, best price first: exact for the book as it stands, silent about what refills it.
///
/// ```
/// use hashinsight_market::{Levels, OrderBook, OrderBookFields};
/// use hashinsight_signals::modules::microstructure::{OrderSide, imbalance, microprice, mid, quoted_spread, walk};
/// use hashinsight_units::{Currency, Outcome, Quantity, Timestamp};
/// let book = OrderBook::new(OrderBookFields {
///     source: "kraken".parse()?,
///     instrument: "XBT/USD".parse()?,
///     quote_currency: Currency::USD,
///     time_ms: Timestamp::from_ms(1_713_571_200_000)?,
///     bids: Levels { price: vec![99.5, 99.0], size_base: vec![3.0, 8.0] },
///     asks: Levels { price: vec![100.5], size_base: vec![1.0] },
/// })?;
/// assert_eq!((mid(&book), quoted_spread(&book)), (Some(100.0), Some(0.01)));
/// assert_eq!((imbalance(&book, 1), microprice(&book)), (Some(0.5), Some(100.25)));
/// let sale = walk(&book, OrderSide::Sell, Quantity::new(4.0)?);
/// assert_eq!((sale.levels, sale.mean_price), (2, Outcome::Value((3.0 * 99.5 + 99.0) / 4.0)));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn walk(book: &OrderBook, side: OrderSide, size: Quantity) -> BookWalk {
    let levels = match side {
        OrderSide::Sell => book.bids(),
        OrderSide::Buy => book.asks(),
    };
    let (mut left, mut filled, mut paid, mut touched, mut worst) = (size.get(), 0.0, 0.0, 0, None);
    for (price, offered) in levels.price.iter().zip(&levels.size_base) {
        if left <= 0.0 {
            break;
        }
        let taken = min(left, *offered);
        (left, filled, paid) = (left - taken, filled + taken, paid + taken * price);
        (touched, worst) = (touched + 1, Some(*price));
    }
    let nothing = Outcome::Undefined { reason: "nobody stands on that side of the book" };
    let mean = worst.map(|_| paid / filled);
    let slippage = mean.zip(mid(book)).map(|(mean, mid)| match side {
        OrderSide::Sell => (mid - mean) / mid,
        OrderSide::Buy => (mean - mid) / mid,
    });
    BookWalk {
        filled_base: filled,
        unfilled_base: left,
        levels: touched,
        mean_price: mean.map_or(nothing, Outcome::Value),
        worst_price: worst.map_or(nothing, Outcome::Value),
        slippage: slippage
            .map_or(Outcome::Undefined { reason: "a side of the book is empty: there is no mid" }, Outcome::Value),
    }
}

/// Inputs of [`read_book`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookRequest {
    /// Order book at one instant.
    pub book: OrderBook,
    /// Number of levels of each side whose sizes count for the imbalance.
    #[record(default = 1, range = 1..=10_000)]
    pub imbalance_levels: u32,
    /// Side of the order that is walked through the book.
    #[record(default = OrderSide::Sell)]
    pub side: OrderSide,
    /// Size of the order that is walked through the book, in units of base. Absent: none is walked.
    pub size_base: Option<Quantity>,
}

/// Result of [`read_book`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BookReport {
    /// Middle of best bid and best ask, in quote currency per unit of base. Absent: a side is empty.
    pub mid: Option<f64>,
    /// Quoted spread as a fraction of the mid. Absent: a side is empty.
    pub spread: Option<f64>,
    /// Imbalance of the sizes, from -1 (all asked) to 1 (all bid). Absent: a side is empty.
    pub imbalance: Option<f64>,
    /// Microprice, the mid weighted by the size of the other side, in quote currency per unit of base. Absent: a side is empty.
    pub microprice: Option<f64>,
    /// Walk of the order through the book. Absent: no size was asked about.
    pub walk: Option<BookWalk>,
}

/// Spread, imbalance, microprice and walk of a book at once: see [`walk`] for an example.
///
/// # Errors
/// `signals.imbalance_levels.out_of_range`.
pub fn read_book(request: &BookRequest) -> Result<BookReport, hashinsight_units::Error> {
    request.check()?;
    let BookRequest { book, imbalance_levels, side, size_base } = request;
    Ok(BookReport {
        mid: mid(book),
        spread: quoted_spread(book),
        imbalance: imbalance(book, *imbalance_levels as usize),
        microprice: microprice(book),
        walk: size_base.map(|size| walk(book, *side, size)),
    })
}
