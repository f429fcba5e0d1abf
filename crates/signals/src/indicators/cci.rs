//! Commodity channel index (Lambert 1980): `(p - m) / (0.015 d)` of the typical price `p = (h + l + c) / 3`, with the mean `m` and the mean absolute
//! deviation `d` of the last `n`.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::recent::Recent;
use super::{Candle, Indicator};

/// Share of the mean deviation at which the index is 1: Lambert's, by which most values lie within 100.
const SHARE: f64 = 0.015;

/// Inputs of [`Cci`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CciParams {
    /// Length of the window, in bars.
    #[record(range = 1..=10_000, example = 20)]
    pub length: u32,
}

/// Commodity channel index. Where the typical prices of the window are one, it is 0, as in TA-Lib.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Cci, CciParams, Indicator};
/// let mut index = Cci::new(&CciParams::new(2))?;
/// index.next(Candle { high: 94.0, low: 91.0, close: 91.0 });
/// let seen = index.next(Candle { high: 95.0, low: 92.0, close: 95.0 });
/// assert!((seen - 1.0 / 0.015).abs() < 1e-12);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Cci(Recent);

impl Indicator for Cci {
    const PATH: &'static str = "signals.cci";
    type Params = CciParams;
    type Input = Candle;
    type Output = f64;

    fn prepare(&mut self, params: &CciParams) -> Result<(), Error> {
        params.check()?;
        self.0.prepare(params.length)
    }

    fn next(&mut self, candle: Candle) -> f64 {
        let price = (candle.high + candle.low + candle.close) / 3.0;
        self.0.push(price);
        if !self.0.is_full() {
            return f64::NAN;
        }
        // Seen from the newest price, a level cancels before it is added up.
        let prices = &self.0.values;
        let count = prices.len() as f64;
        let mean = prices.iter().fold(0.0, |sum, x| sum + (x - price)) / count;
        let deviation = prices.iter().fold(0.0, |sum, x| sum + ((x - price) - mean).abs()) / count;
        if deviation > 0.0 { (0.0 - mean) / (SHARE * deviation) } else { 0.0 }
    }

    fn warmup(params: &CciParams) -> u64 {
        u64::from(params.length) - 1
    }
}
