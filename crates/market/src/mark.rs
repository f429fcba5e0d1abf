//! The price that liquidations go by.

use hashinsight_units::{Currency, Error, Record, Timestamp};

use crate::row::{after, columns, sealed};
use crate::{Instrument, Source, check};

/// Mark price of a contract at one instant: the price at which its venue liquidates.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "MarkPoint")]
pub struct MarkPointFields {
    /// Exchange or service that published the mark price.
    #[record(example = "binance_usdm")]
    pub source: Source,
    /// Contract that is marked, in the words of its source.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Instant of the mark price, in Unix milliseconds.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Mark price, in quote currency per unit of base.
    #[record(example = 63_851.2)]
    pub mark: f64,
    /// Price of the spot index that the mark follows, in quote currency per unit of base.
    pub index: Option<f64>,
}

/// Mark price of a contract at one instant. Venues liquidate at the mark, not at the last trade.
///
/// ```
/// use hashinsight_market::{MarkPoint, MarkPointFields};
/// use hashinsight_units::Timestamp;
/// let point = MarkPoint::new(MarkPointFields {
///     source: "binance_usdm".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     quote_currency: "USDT".parse()?,
///     time_ms: Timestamp::from_ms(1_713_571_200_000)?,
///     mark: 63_851.2,
///     index: Some(63_860.0),
/// })?;
/// assert_eq!(point.mark(), 63_851.2);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarkPoint(MarkPointFields);

sealed! {
    MarkPoint(MarkPointFields), checked by check_mark,
    reads {
        source: Source, instrument: Instrument, quote_currency: Currency, time_ms: Timestamp, mark: f64, index: Option<f64>,
    }
}

fn check_mark(point: &mut MarkPointFields) -> Result<(), Error> {
    check::price("mark", &mut point.mark)?;
    check::optional("index", &mut point.index, check::price)
}

/// Mark prices of one contract as columns, oldest first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "MarkPath")]
pub struct MarkPathColumns {
    /// Exchange or service that published the mark prices.
    #[record(example = "binance_usdm")]
    pub source: Source,
    /// Contract that is marked, in the words of its source.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Instants of the mark prices, in Unix milliseconds.
    pub time_ms: Vec<i64>,
    /// Mark prices, in quote currency per unit of base.
    pub mark: Vec<f64>,
    /// Prices of the spot index that the mark follows, in quote currency per unit of base, for all instants or for none.
    pub index: Option<Vec<f64>>,
}

/// Mark prices of one contract, oldest first: what a claim is replayed against.
///
/// ```
/// use hashinsight_market::{MarkPath, MarkPathColumns};
/// let path = MarkPath::from_columns(MarkPathColumns::new(
///     "binance_usdm".parse()?,
///     "BTCUSDT".parse()?,
///     "USDT".parse()?,
///     vec![1_713_571_200_000, 1_713_571_201_000],
///     vec![63_851.2, 63_849.0],
/// ))?;
/// assert_eq!(path.iter().map(|point| point.mark()).sum::<f64>(), 127_700.2);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct MarkPath(MarkPathColumns);

columns! {
    MarkPath(MarkPathColumns) of MarkPoint(MarkPointFields), next by mark_follows,
    same { source: Source, instrument: Instrument, quote_currency: Currency },
    columns { time_ms: i64, mark: f64 },
    optional { index: f64 }
}

fn mark_follows(path: &MarkPath, next: &MarkPoint) -> Result<(), Error> {
    after("time_ms", path.time_ms().last(), next.time_ms())
}
