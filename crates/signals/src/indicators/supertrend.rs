//! Supertrend (Olivier Seban): bands `(h + l) / 2 ± k ATR` that only approach the price until the close passes one, which turns the trend.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Atr, AtrParams, Candle, Indicator, Output, Trend};

/// Inputs of [`Supertrend`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SupertrendParams {
    /// Length of the average true range, in bars.
    #[record(default = 10, range = 1..=1_000_000)]
    pub length: u32,
    /// Distance of the bands from the middle of a bar, in average true ranges.
    #[record(default = 3.0, range = 0.0..=100.0)]
    pub ranges: f64,
}

/// Supertrend, begun with an upward trend (as TA-Lib). Bands remember: two histories may never agree.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Indicator, Supertrend, SupertrendParams};
/// let mut trend = Supertrend::new(&SupertrendParams::new().length(1).ranges(1.0))?;
/// trend.next(Candle { high: 94.0, low: 90.0, close: 92.0 });
/// let up = trend.next(Candle { high: 96.0, low: 92.0, close: 95.0 });
/// assert_eq!((up.stop, up.direction), (90.0, 1.0));
/// let down = trend.next(Candle { high: 90.0, low: 86.0, close: 87.0 });
/// assert_eq!((down.stop, down.direction), (97.0, -1.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Supertrend {
    range: Atr,
    /// Upper and lower band, and the close.
    before: Option<[f64; 3]>,
    is_down: bool,
    #[serde(skip)]
    ranges: f64,
}

impl Indicator for Supertrend {
    const PATH: &'static str = "signals.supertrend";
    type Params = SupertrendParams;
    type Input = Candle;
    type Output = Trend;

    fn prepare(&mut self, params: &SupertrendParams) -> Result<(), Error> {
        params.check()?;
        self.ranges = params.ranges;
        self.range.prepare(&AtrParams::new(params.length))?;
        let possible = self.before.is_none_or(|before| before.iter().all(|part| part.is_finite()));
        if possible { Ok(()) } else { Err(impossible("bands")) }
    }

    fn next(&mut self, candle: Candle) -> Trend {
        let Candle { high, low, close } = candle;
        let distance = self.ranges * self.range.next(candle);
        if distance.is_nan() {
            return Trend::NAN;
        }
        let middle = 0.5 * (high + low);
        let (mut upper, mut lower) = (middle + distance, middle - distance);
        if let Some([above, below, last]) = self.before {
            // A band holds until it can come nearer, or the close before has passed it.
            if upper >= above && last <= above {
                upper = above;
            }
            if lower <= below && last >= below {
                lower = below;
            }
            self.is_down = if self.is_down { close <= upper } else { close < lower };
        }
        self.before = Some([upper, lower, close]);
        let (stop, direction) = if self.is_down { (upper, -1.0) } else { (lower, 1.0) };
        Trend { stop, direction, upper, lower }
    }

    fn warmup(params: &SupertrendParams) -> u64 {
        u64::from(params.length)
    }

    fn stable_after(_: &SupertrendParams, _: u32) -> Option<u64> {
        None
    }
}
