//! Keltner channels: an exponential average of the typical price `(h + l + c) / 3`, and `k` average true ranges around it.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Bands, Candle, Indicator, Output, Seed, TrueRange, TrueRangeParams};

/// Inputs of [`Keltner`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KeltnerParams {
    /// Length of the exponential average of `(high + low + close) / 3`, in bars.
    #[record(default = 20, range = 1..=1_000_000)]
    pub length: u32,
    /// Length of the average true range, in bars.
    #[record(default = 10, range = 1..=1_000_000)]
    pub range_length: u32,
    /// Distance of the channel's lines from its middle, in average true ranges.
    #[record(default = 2.0, range = 0.0..=100.0)]
    pub ranges: f64,
}

/// Keltner channels. Both averages are seeded at the first bar that both can answer (as TA-Lib's KC): the last `length` typical prices and
/// the last `range_length` true ranges up to it.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Indicator, Keltner, KeltnerParams};
/// let mut channel = Keltner::new(&KeltnerParams::new().length(2).range_length(1))?;
/// channel.next(Candle { high: 94.0, low: 91.0, close: 91.0 });
/// let bands = channel.next(Candle { high: 95.0, low: 92.0, close: 95.0 });
/// assert_eq!((bands.upper, bands.middle, bands.lower), (101.0, 93.0, 85.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Keltner {
    middle: Average,
    range: TrueRange,
    average: Average,
    #[serde(skip)]
    ranges: f64,
}

impl Indicator for Keltner {
    const PATH: &'static str = "signals.keltner";
    type Params = KeltnerParams;
    type Input = Candle;
    type Output = Bands;

    fn prepare(&mut self, params: &KeltnerParams) -> Result<(), Error> {
        params.check()?;
        self.ranges = params.ranges;
        let KeltnerParams { length, range_length, .. } = *params;
        let first = (length - 1).max(range_length); // of the bars, from 0
        self.middle.prepare(Rule::exponential(length, Seed::Mean).after(first + 1 - length))?;
        self.range.prepare(&TrueRangeParams::new())?;
        self.average.prepare(Rule::wilder(range_length, Seed::Mean).after(first - range_length))
    }

    fn next(&mut self, candle: Candle) -> Bands {
        let middle = self.middle.next((candle.high + candle.low + candle.close) / 3.0);
        let range = self.range.next(candle);
        if range.is_nan() {
            return Bands::NAN;
        }
        let distance = self.ranges * self.average.next(range);
        if middle.is_nan() || distance.is_nan() {
            return Bands::NAN;
        }
        Bands { upper: middle + distance, middle, lower: middle - distance }
    }

    fn warmup(params: &KeltnerParams) -> u64 {
        u64::from((params.length - 1).max(params.range_length))
    }

    fn stable_after(params: &KeltnerParams, digits: u32) -> Option<u64> {
        let rules = [Rule::exponential(params.length, Seed::Mean), Rule::wilder(params.range_length, Seed::Mean)];
        Some(1 + Self::warmup(params) + rules.map(|rule| rule.forgets_after(digits)).into_iter().max().unwrap_or(0))
    }
}
