//! Chandelier exits: `k` average true ranges below the highest high, or above the lowest low, of the last `n` bars (Chuck `LeBeau`, in Elder 2002).

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::window::{Greatest, Least, Window};
use super::{Atr, AtrParams, Candle, Indicator, Output, Stops};

/// Inputs of [`Chandelier`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ChandelierParams {
    /// Length of the window and of the average true range, in bars.
    #[record(default = 22, range = 1..=1_000_000)]
    pub length: u32,
    /// Distance of the stops from the extremes, in average true ranges.
    #[record(default = 3.0, range = 0.0..=100.0)]
    pub ranges: f64,
}

/// Chandelier exits, in the unit of the prices.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Chandelier, ChandelierParams, Indicator};
/// let mut exits = Chandelier::new(&ChandelierParams::new().length(1))?;
/// exits.next(Candle { high: 94.0, low: 91.0, close: 92.0 });
/// let stops = exits.next(Candle { high: 96.0, low: 94.0, close: 95.0 });
/// assert_eq!((stops.long, stops.short), (96.0 - 12.0, 94.0 + 12.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Chandelier {
    highs: Window<Greatest>,
    lows: Window<Least>,
    range: Atr,
    #[serde(skip)]
    ranges: f64,
}

impl Indicator for Chandelier {
    const PATH: &'static str = "signals.chandelier";
    type Params = ChandelierParams;
    type Input = Candle;
    type Output = Stops;

    fn prepare(&mut self, params: &ChandelierParams) -> Result<(), Error> {
        params.check()?;
        self.ranges = params.ranges;
        self.highs.prepare(params.length)?;
        self.lows.prepare(params.length)?;
        self.range.prepare(&AtrParams::new(params.length))
    }

    fn next(&mut self, candle: Candle) -> Stops {
        let ends = self.highs.next(candle.high).zip(self.lows.next(candle.low));
        let distance = self.ranges * self.range.next(candle);
        match ends {
            Some((high, low)) if !distance.is_nan() => Stops { long: high - distance, short: low + distance },
            _ => Stops::NAN,
        }
    }

    fn warmup(params: &ChandelierParams) -> u64 {
        u64::from(params.length)
    }

    fn stable_after(params: &ChandelierParams, digits: u32) -> Option<u64> {
        Atr::stable_after(&AtrParams::new(params.length), digits)
    }
}
