//! Slope of the straight line through the last `n` values by least squares: `sum (i - m) x_i / sum (i - m)^2` with `m = (n - 1) / 2`.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::recent::Recent;

/// Inputs of [`LinearRegressionSlope`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SlopeParams {
    /// Length of the window, in observations.
    #[record(range = 2..=10_000, example = 14)]
    pub length: u32,
}

/// Slope of the regression line, in the unit of the series per observation. Summed anew at each value, so that nothing drifts.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, LinearRegressionSlope, SlopeParams};
/// assert_eq!(LinearRegressionSlope::batch(&SlopeParams::new(3), &[1.0, 3.0, 5.0, 4.0])?[2..], [2.0, 0.5]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct LinearRegressionSlope {
    window: Recent,
    #[serde(skip)]
    center: f64,
    #[serde(skip)]
    squares: f64,
}

impl Indicator for LinearRegressionSlope {
    const PATH: &'static str = "signals.linear_regression_slope";
    type Params = SlopeParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &SlopeParams) -> Result<(), Error> {
        params.check()?;
        let n = f64::from(params.length);
        (self.center, self.squares) = ((n - 1.0) / 2.0, n * (n * n - 1.0) / 12.0);
        self.window.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> f64 {
        self.window.push(value);
        if !self.window.is_full() {
            return f64::NAN;
        }
        // Seen from the newest value, a level cancels before it is multiplied.
        let moment = |sum: f64, (index, x): (u32, &f64)| sum + (f64::from(index) - self.center) * (x - value);
        (0..).zip(&self.window.values).fold(0.0, moment) / self.squares
    }

    fn warmup(params: &SlopeParams) -> u64 {
        u64::from(params.length) - 1
    }
}
