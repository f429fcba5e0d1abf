//! Bollinger bands: the mean of the last `n` values, and `k` standard deviations of the population around it (Bollinger 2001).

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::deviation::spread;
use super::window::{Moments, Window};
use super::{Bands, Indicator, Output};

/// Inputs of [`Bollinger`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BollingerParams {
    /// Length of the window, in observations.
    #[record(range = 1..=1_000_000, example = 20)]
    pub length: u32,
    /// Distance of the bands from the mean, in standard deviations.
    #[record(default = 2.0, range = 0.0..=100.0)]
    pub deviations: f64,
}

/// Bollinger bands, in the unit of the series.
///
/// ```
/// use hashinsight_signals::indicators::{Bands, Bollinger, BollingerParams, Indicator};
/// let bands = Bollinger::batch(&BollingerParams::new(2), &[92.0, 94.0])?;
/// assert_eq!(bands[1], Bands { upper: 95.0, middle: 93.0, lower: 91.0 });
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Bollinger {
    window: Window<Moments>,
    #[serde(skip)]
    share: f64,
    #[serde(skip)]
    deviations: f64,
}

#[inline(always)]
fn bands(reference: f64, moments: [f64; 2], share: f64, deviations: f64) -> Bands {
    let (middle, variance) = spread(reference, moments, [share; 2]);
    let distance = deviations * variance.sqrt();
    Bands { upper: middle + distance, middle, lower: middle - distance }
}

impl Indicator for Bollinger {
    const PATH: &'static str = "signals.bollinger";
    type Params = BollingerParams;
    type Input = f64;
    type Output = Bands;

    fn prepare(&mut self, params: &BollingerParams) -> Result<(), Error> {
        params.check()?;
        (self.share, self.deviations) = (1.0 / f64::from(params.length), params.deviations);
        self.window.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> Bands {
        let moments = self.window.next(value);
        moments.map_or(Bands::NAN, |m| bands(self.window.reference(), m, self.share, self.deviations))
    }

    fn fill(&mut self, values: &[f64], out: &mut [Bands]) {
        let (share, deviations) = (self.share, self.deviations);
        let bands = |reference: f64, moments: [f64; 2]| bands(reference, moments, share, deviations);
        self.window.map(values, out, Bands::NAN, bands);
    }

    fn warmup(params: &BollingerParams) -> u64 {
        u64::from(params.length) - 1
    }
}
