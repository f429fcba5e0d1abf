//! The price that liquidations go by.

use hashinsight_units::{Currency, Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{Instrument, MarketError, Source, check};

row! {
    /// Mark price of a contract at one instant. Venues liquidate at the mark, not at the last trade.
    ///
    /// ```
    /// use hashinsight_market::{MarkPoint, MarkPointFields};
    /// use hashinsight_units::Timestamp;
    /// let point = MarkPoint::new(MarkPointFields {
    ///     source: "binance_usdm".parse()?,
    ///     instrument: "BTCUSDT".parse()?,
    ///     quote_currency: "USDT".parse().unwrap(),
    ///     time_ms: Timestamp::from_ms(1_713_571_200_000).unwrap(),
    ///     mark: 63_851.2,
    ///     index: Some(63_860.0),
    /// })?;
    /// assert_eq!(point.mark(), 63_851.2);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    MarkPoint from MarkPointFields, checked by check_mark,
    {
        /// Who published it.
        source: Source,
        /// Of what.
        instrument: Instrument,
        /// The currency of the prices.
        quote_currency: Currency,
        /// When it held.
        time_ms: Timestamp,
        /// The mark price.
        [deserialize_with = "number::deserialize"] mark: f64,
        /// The spot index under it.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        index: Option<f64>,
    }
}

fn check_mark(point: &mut MarkPointFields) -> Result<(), MarketError> {
    check::price("mark", &mut point.mark)?;
    check::optional("index", &mut point.index, check::price)
}

columns! {
    /// Mark prices of one contract, oldest first: what a claim is replayed against.
    ///
    /// ```
    /// use hashinsight_market::{MarkPath, MarkPathColumns};
    /// let path = MarkPath::from_columns(MarkPathColumns {
    ///     source: "binance_usdm".parse()?,
    ///     instrument: "BTCUSDT".parse()?,
    ///     quote_currency: "USDT".parse().unwrap(),
    ///     time_ms: vec![1_713_571_200_000, 1_713_571_201_000],
    ///     mark: vec![63_851.2, 63_849.0],
    ///     index: None,
    /// })?;
    /// assert_eq!(path.iter().map(|point| point.mark()).sum::<f64>(), 127_700.2);
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    MarkPath of MarkPoint from MarkPointFields, unchecked MarkPathColumns, next by mark_follows,
    same { source: Source, instrument: Instrument, quote_currency: Currency },
    columns { time_ms: i64, [deserialize_with = "number::column"] mark: f64 },
    optional { [deserialize_with = "number::present_column"] index: f64 }
}

fn mark_follows(path: &MarkPath, next: &MarkPoint) -> Result<(), MarketError> {
    crate::row::after("time_ms", path.time_ms.last(), next.time_ms)
}
