//! What modules are fed: bars that are closed, one interval after another.

use hashinsight_market::{Bar, Interval};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error, Fault, Problem, Record, Shown, Timestamp};

use crate::indicators::{Candle, Traded};

/// Refusal of a field of an event.
pub(crate) fn out_of_range(field: &str, value: impl Shown, allowed: impl Into<String>) -> Error {
    Fault::new(format_args!("signals.{field}"), Problem::OutOfRange).at(field).got(value).allowed(allowed).into()
}

/// A bar whose interval is over: `low <= open, close <= high`, prices in one quote currency.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ClosedBarColumns)]
#[non_exhaustive]
pub struct ClosedBar {
    /// Instant at which the bar closed, the first at which it is known, in Unix milliseconds.
    #[record(example = 1_713_657_600_000)]
    pub time_ms: Timestamp,
    /// First price of the interval, in quote currency per unit of base.
    #[record(example = 63_850)]
    pub open: AssetPrice,
    /// Highest price of the interval, in quote currency per unit of base.
    #[record(example = 65_420)]
    pub high: AssetPrice,
    /// Lowest price of the interval, in quote currency per unit of base.
    #[record(example = 63_090)]
    pub low: AssetPrice,
    /// Last price of the interval, in quote currency per unit of base.
    #[record(example = 64_940)]
    pub close: AssetPrice,
    /// Volume traded in the interval, in units of base, 0 to 1e24. Absent, NaN in a column: the source does not count it.
    pub volume_base: Option<f64>,
}

/// Most units of base that a bar may have traded, as in market data.
const MOST_VOLUME: f64 = 1e24;

impl ClosedBar {
    /// Refuses a bar that contradicts itself.
    ///
    /// # Errors
    /// `signals.high.out_of_range`, `signals.low.out_of_range`, `signals.volume_base.out_of_range`.
    pub fn consistent(&self) -> Result<(), Error> {
        let [open, high, low, close] = [self.open, self.high, self.low, self.close].map(AssetPrice::get);
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
        match self.volume_base {
            Some(volume) if !(0.0..=MOST_VOLUME).contains(&volume) => {
                Err(out_of_range("volume_base", volume, "0 to 1e24 units of base"))
            }
            _ => Ok(()),
        }
    }
}

impl ClosedBar {
    /// What indicators read of it.
    pub(crate) fn candle(&self) -> Candle {
        Candle { high: self.high.get(), low: self.low.get(), close: self.close.get() }
    }

    /// What indicators of volume read of it, where it has a volume.
    pub(crate) fn traded(&self) -> Option<Traded> {
        let Candle { high, low, close } = self.candle();
        self.volume_base.map(|volume| Traded { high, low, close, volume })
    }
}

/// A bar of market data, at the instant at which it is known.
impl From<&Bar> for ClosedBar {
    fn from(bar: &Bar) -> Self {
        let price = |price| {
            AssetPrice::new(price)
                .unwrap_or_else(|_| unreachable!("a bar of market data has prices from 1e-18 to 1e18"))
        };
        Self {
            time_ms: bar.close_time_ms(),
            open: price(bar.open()),
            high: price(bar.high()),
            low: price(bar.low()),
            close: price(bar.close()),
            volume_base: bar.volume_base(),
        }
    }
}

/// The instant of the last event of a module, from which the next one's follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Cadence(Option<Timestamp>);

impl Cadence {
    /// The cadence after a bar, if the bar can follow.
    ///
    /// # Errors
    /// What [`ClosedBar::consistent`] refuses, and `signals.time_ms.out_of_range` unless the bar closes one interval after the last.
    pub fn bar(self, bar: &ClosedBar, interval: Interval) -> Result<Self, Error> {
        bar.consistent()?;
        self.at(bar.time_ms, interval)
    }

    /// The cadence after an event at an instant, if it can follow.
    ///
    /// # Errors
    /// `signals.time_ms.out_of_range` unless the instant is one interval after the last.
    pub fn at(self, time: Timestamp, interval: Interval) -> Result<Self, Error> {
        match self.0.map(|last| interval.end_ms(last.to_ms())) {
            Some(next) if next != time.to_ms() => {
                let allowed = format!("one interval of {interval} after the last: {next}");
                Err(out_of_range("time_ms", time.to_ms(), allowed))
            }
            _ => Ok(Self(Some(time))),
        }
    }
}
