//! Williams' %R (Williams 1973): `-100 (h_n - c) / (h_n - l_n)` with the highest high `h_n` and the lowest low `l_n` of `n` bars.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::window::{Greatest, Least, Window};
use super::{Candle, Indicator};

/// Inputs of [`WilliamsR`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WilliamsParams {
    /// Length of the window of highs and lows, in bars.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
}

/// Williams' %R, -100 at the lowest low to 0 at the highest high. Where highs and lows are all equal it is 0, as in TA-Lib.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Indicator, WilliamsParams, WilliamsR};
/// let mut place = WilliamsR::new(&WilliamsParams::new(2))?;
/// place.next(Candle { high: 94.0, low: 90.0, close: 92.0 });
/// assert_eq!(place.next(Candle { high: 95.0, low: 91.0, close: 94.0 }), -20.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WilliamsR {
    highs: Window<Greatest>,
    lows: Window<Least>,
}

impl Indicator for WilliamsR {
    const PATH: &'static str = "signals.williams_r";
    type Params = WilliamsParams;
    type Input = Candle;
    type Output = f64;

    fn prepare(&mut self, params: &WilliamsParams) -> Result<(), Error> {
        params.check()?;
        self.highs.prepare(params.length)?;
        self.lows.prepare(params.length)
    }

    fn next(&mut self, candle: Candle) -> f64 {
        let (Some(high), Some(low)) = (self.highs.next(candle.high), self.lows.next(candle.low)) else {
            return f64::NAN;
        };
        let range = high - low;
        if range > 0.0 { -100.0 * (high - candle.close) / range + 0.0 } else { 0.0 }
    }

    fn warmup(params: &WilliamsParams) -> u64 {
        u64::from(params.length) - 1
    }
}
