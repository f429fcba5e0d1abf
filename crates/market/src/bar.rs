//! Open, high, low, close, volume.

use hashinsight_units::{Currency, Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{Instrument, Interval, MarketError, Source, check};

row! {
    /// What an instrument did in one interval: `low <= open, close <= high`, prices in the quote currency.
    ///
    /// A bar says what happened until [`close_time_ms`](Self::close_time_ms). Before that instant it is still forming, and a study that
    /// uses it looks ahead: see [`is_closed`](Self::is_closed).
    ///
    /// ```
    /// use hashinsight_market::{Bar, BarFields, Interval};
    /// use hashinsight_units::{Currency, Faulty, Timestamp};
    ///
    /// let fields = BarFields {
    ///     source: "coinbase".parse()?,
    ///     instrument: "BTC-USD".parse()?,
    ///     quote_currency: Currency::USD,
    ///     interval_ms: Interval::DAY,
    ///     open_time_ms: Timestamp::from_ms(1_713_571_200_000).unwrap(),
    ///     open: 63_850.0,
    ///     high: 65_420.0,
    ///     low: 63_090.0,
    ///     close: 64_940.0,
    ///     volume_base: Some(9_812.5),
    /// };
    /// let bar = Bar::new(fields)?;
    /// assert_eq!(bar.close_time_ms().to_string(), "2024-04-21T00:00:00Z");
    /// let upside_down = Bar::new(BarFields { high: 64_000.0, ..fields }).unwrap_err();
    /// assert_eq!(upside_down.fault().code(), "market.high.out_of_range");
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    Bar from BarFields, checked by check_bar,
    {
        /// Who published it.
        source: Source,
        /// Of what.
        instrument: Instrument,
        /// The currency of the prices.
        quote_currency: Currency,
        /// What one bar covers.
        interval_ms: Interval,
        /// When the interval began, inclusive. (Some sources stamp bars with the close: a parser subtracts the interval.)
        open_time_ms: Timestamp,
        /// First price, quote currency per unit of base.
        [deserialize_with = "number::deserialize"] open: f64,
        /// Highest price.
        [deserialize_with = "number::deserialize"] high: f64,
        /// Lowest price.
        [deserialize_with = "number::deserialize"] low: f64,
        /// Last price.
        [deserialize_with = "number::deserialize"] close: f64,
        /// Units of base that changed hands; absent where the source does not count them. 0 means that nothing traded.
        [default, deserialize_with = "number::present", skip_serializing_if = "Option::is_none"]
        volume_base: Option<f64>,
    }
}

fn check_bar(bar: &mut BarFields) -> Result<(), MarketError> {
    check::price("open", &mut bar.open)?;
    check::price("high", &mut bar.high)?;
    check::price("low", &mut bar.low)?;
    check::price("close", &mut bar.close)?;
    check::optional("volume_base", &mut bar.volume_base, check::amount)?;
    let BarFields { open, high, low, close, .. } = *bar;
    if high < open || high < close || high < low {
        return Err(MarketError::out_of_range(
            "high",
            high,
            format!("at least open {open}, low {low} and close {close}"),
        ));
    }
    if low > open || low > close {
        return Err(MarketError::out_of_range("low", low, format!("at most open {open} and close {close}")));
    }
    close_ms(bar.open_time_ms, bar.interval_ms).map(|_| ())
}

fn close_ms(open_time: Timestamp, interval: Interval) -> Result<Timestamp, MarketError> {
    Timestamp::from_ms(open_time.to_ms() + interval.to_ms()) // at most 2.6e14: no overflow
        .map_err(|source| MarketError::Unit { path: "open_time_ms".into(), source })
}

impl Bar {
    /// When the interval ended, exclusive: the first instant at which this bar is known.
    pub fn close_time_ms(&self) -> Timestamp {
        let close = close_ms(self.open_time_ms, self.interval_ms);
        close.unwrap_or_else(|_| unreachable!("a bar that closes after the last instant is refused when it is made"))
    }

    /// Whether the interval is over.
    pub fn is_closed(&self, now: Timestamp) -> bool {
        now >= self.close_time_ms()
    }
}

columns! {
    /// Bars of one instrument and interval, oldest first. Intervals never overlap; gaps are allowed and found with
    /// [`first_gap`](Self::first_gap).
    ///
    /// ```
    /// use hashinsight_market::{Bars, BarsColumns, Interval};
    /// use hashinsight_units::{Currency, Faulty};
    ///
    /// let columns = BarsColumns {
    ///     source: "coinbase".parse()?,
    ///     instrument: "BTC-USD".parse()?,
    ///     quote_currency: Currency::USD,
    ///     interval_ms: Interval::DAY,
    ///     open_time_ms: vec![1_713_571_200_000, 1_713_657_600_000],
    ///     open: vec![63_850.0, 64_940.0],
    ///     high: vec![65_420.0, 65_695.0],
    ///     low: vec![63_090.0, 64_237.0],
    ///     close: vec![64_940.0, 64_941.0],
    ///     volume_base: None,
    /// };
    /// let bars = Bars::from_columns(columns.clone())?;
    /// assert_eq!(bars.close(), [64_940.0, 64_941.0]);
    /// assert_eq!(bars.first_gap(), None);
    ///
    /// let bad = BarsColumns { low: vec![63_090.0, 65_000.0], ..columns };
    /// assert_eq!(Bars::from_columns(bad).unwrap_err().fault().path().as_str(), "low[1]");
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    Bars of Bar from BarFields, unchecked BarsColumns, next by bar_follows,
    same { source: Source, instrument: Instrument, quote_currency: Currency, interval_ms: Interval },
    columns {
        open_time_ms: i64,
        [deserialize_with = "number::column"] open: f64,
        [deserialize_with = "number::column"] high: f64,
        [deserialize_with = "number::column"] low: f64,
        [deserialize_with = "number::column"] close: f64,
    },
    optional { [deserialize_with = "number::present_column"] volume_base: f64 }
}

fn bar_follows(bars: &Bars, next: &Bar) -> Result<(), MarketError> {
    let open_time = next.open_time_ms().to_ms();
    match bars.open_time_ms.last().map(|last| last + bars.interval_ms.to_ms()) {
        Some(close) if open_time < close => Err(MarketError::out_of_range(
            "open_time_ms",
            open_time,
            format!("not before the bar before it closed: at least {close}"),
        )),
        _ => Ok(()),
    }
}

impl Bars {
    /// Index of the first bar that does not open when the one before it closes.
    pub fn first_gap(&self) -> Option<usize> {
        let step = self.interval_ms.to_ms();
        self.open_time_ms.windows(2).position(|pair| pair[1] - pair[0] != step).map(|index| index + 1)
    }
}
