//! Open, high, low, close, volume.

use hashinsight_units::json::Told;
use hashinsight_units::{At, Currency, Error, Record, Timestamp};

use crate::refuse::out_of_range;
use crate::row::{checked, columns, sealed};
use crate::{Instrument, Interval, Source, check};

/// Open, high, low, close and volume of an instrument in one interval: `low <= open, close <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "Bar")]
pub struct BarFields {
    /// Exchange or service that published the bar.
    #[record(example = "coinbase")]
    pub source: Source,
    /// Instrument that traded, in the words of its source.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Length of the bar's interval, in milliseconds; 2629746000 is a month of the calendar, from the first to the first (UTC).
    #[record(example = 86_400_000)]
    pub interval_ms: Interval,
    /// Start of the bar's interval, inclusive, in Unix milliseconds. Where a source stamps bars with the close, its parser subtracts the
    /// interval.
    #[record(example = 1_713_571_200_000)]
    pub open_time_ms: Timestamp,
    /// First price of the interval, in quote currency per unit of base.
    #[record(example = 63_850)]
    pub open: f64,
    /// Highest price of the interval, in quote currency per unit of base.
    #[record(example = 65_420)]
    pub high: f64,
    /// Lowest price of the interval, in quote currency per unit of base.
    #[record(example = 63_090)]
    pub low: f64,
    /// Last price of the interval, in quote currency per unit of base.
    #[record(example = 64_940)]
    pub close: f64,
    /// Volume traded in the interval, in units of base: 0 means that nothing traded. Absent: the source does not count it.
    pub volume_base: Option<f64>,
}

/// What an instrument did in one interval: `low <= open, close <= high`, prices in the quote currency.
///
/// A bar says what happened until [`close_time_ms`](Self::close_time_ms). Before that instant it is still forming, and a study that uses it
/// looks ahead: see [`is_closed`](Self::is_closed).
///
/// ```
/// use hashinsight_market::{Bar, BarFields, Interval};
/// use hashinsight_units::{Currency, Timestamp};
///
/// let fields = BarFields {
///     source: "coinbase".parse()?,
///     instrument: "BTC-USD".parse()?,
///     quote_currency: Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: Timestamp::from_ms(1_713_571_200_000)?,
///     open: 63_850.0,
///     high: 65_420.0,
///     low: 63_090.0,
///     close: 64_940.0,
///     volume_base: Some(9_812.5),
/// };
/// let bar = Bar::new(fields)?;
/// assert_eq!(bar.close_time_ms().to_string(), "2024-04-21T00:00:00Z");
/// let upside_down = Bar::new(BarFields { high: 64_000.0, ..fields }).unwrap_err();
/// assert_eq!(upside_down.code(), "market.high.out_of_range");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar(BarFields);

sealed! {
    Bar(BarFields), checked by check_bar,
    reads {
        source: Source, instrument: Instrument, quote_currency: Currency, interval_ms: Interval, open_time_ms: Timestamp,
        open: f64, high: f64, low: f64, close: f64, volume_base: Option<f64>,
    }
}

fn check_bar(bar: &mut BarFields) -> Result<(), Error> {
    check::price("open", &mut bar.open)?;
    check::price("high", &mut bar.high)?;
    check::price("low", &mut bar.low)?;
    check::price("close", &mut bar.close)?;
    check::optional("volume_base", &mut bar.volume_base, check::amount)?;
    let BarFields { open, high, low, close, .. } = *bar;
    if high < open || high < close || high < low {
        return Err(out_of_range(
            "high",
            high,
            format!("at least open {}, low {} and close {}", Told(open), Told(low), Told(close)),
        ));
    }
    if low > open || low > close {
        return Err(out_of_range("low", low, format!("at most open {} and close {}", Told(open), Told(close))));
    }
    if !bar.interval_ms.may_begin(bar.open_time_ms.to_ms()) {
        return Err(out_of_range("open_time_ms", bar.open_time_ms, "00:00 UTC of the first of a month"));
    }
    bar.close_time_ms().map(|_| ()).at("open_time_ms")
}

impl BarFields {
    fn close_time_ms(&self) -> Result<Timestamp, Error> {
        Timestamp::from_ms(self.interval_ms.end_ms(self.open_time_ms.to_ms()))
    }
}

impl Bar {
    /// When the interval ended, exclusive: the first instant at which this bar is known.
    pub fn close_time_ms(&self) -> Timestamp {
        checked(self.0.close_time_ms())
    }

    /// Whether the interval is over.
    pub fn is_closed(&self, now: Timestamp) -> bool {
        now >= self.close_time_ms()
    }
}

/// Bars of one instrument and interval as columns, oldest first. Intervals never overlap; gaps are allowed.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "Bars")]
pub struct BarsColumns {
    /// Exchange or service that published the bars.
    #[record(example = "coinbase")]
    pub source: Source,
    /// Instrument that traded, in the words of its source.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Length of each bar's interval, in milliseconds; 2629746000 is a month of the calendar, from the first to the first (UTC).
    #[record(example = 86_400_000)]
    pub interval_ms: Interval,
    /// Starts of the intervals, inclusive, in Unix milliseconds.
    pub open_time_ms: Vec<i64>,
    /// First prices of the intervals, in quote currency per unit of base.
    pub open: Vec<f64>,
    /// Highest prices of the intervals, in quote currency per unit of base.
    pub high: Vec<f64>,
    /// Lowest prices of the intervals, in quote currency per unit of base.
    pub low: Vec<f64>,
    /// Last prices of the intervals, in quote currency per unit of base.
    pub close: Vec<f64>,
    /// Volumes traded, in units of base, for all bars or for none. Absent: the source does not count them.
    pub volume_base: Option<Vec<f64>>,
}

/// Bars of one instrument and interval, oldest first. Intervals never overlap; gaps are allowed and found with
/// [`first_gap`](Self::first_gap).
///
/// ```
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// use hashinsight_units::Currency;
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
///     volume_base: Some(vec![9_812.5, 8_455.0]),
/// };
/// let bars = Bars::from_columns(columns.clone())?;
/// assert_eq!(bars.close(), [64_940.0, 64_941.0]);
/// assert_eq!(bars.first_gap(), None);
///
/// let bad = BarsColumns { low: vec![63_090.0, 65_000.0], ..columns };
/// assert_eq!(Bars::from_columns(bad).unwrap_err().path().as_str(), "low[1]");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Bars(BarsColumns);

columns! {
    Bars(BarsColumns) of Bar(BarFields), next by bar_follows,
    same { source: Source, instrument: Instrument, quote_currency: Currency, interval_ms: Interval },
    columns { open_time_ms: i64, open: f64, high: f64, low: f64, close: f64 },
    optional { volume_base: f64 }
}

fn bar_follows(bars: &Bars, next: &Bar) -> Result<(), Error> {
    let open_time = next.open_time_ms().to_ms();
    match bars.open_time_ms().last().map(|last| bars.interval_ms().end_ms(*last)) {
        Some(close) if open_time < close => {
            let allowed = format!("not before the bar before it closed: at least {close}");
            Err(out_of_range("open_time_ms", open_time, allowed))
        }
        _ => Ok(()),
    }
}

impl Bars {
    /// Index of the first bar that does not open when the one before it closes.
    pub fn first_gap(&self) -> Option<usize> {
        let interval = self.interval_ms();
        self.open_time_ms().windows(2).position(|pair| pair[1] != interval.end_ms(pair[0])).map(|index| index + 1)
    }
}
