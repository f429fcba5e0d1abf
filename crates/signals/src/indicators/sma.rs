//! Simple moving average: the mean of the last `n` values, `(x_(t-n+1) + ... + x_t) / n`.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::window::{Total, Window};

/// Inputs of [`Sma`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SmaParams {
    /// Length of the average, in observations.
    #[record(range = 1..=1_000_000, example = 20)]
    pub length: u32,
}

/// Simple moving average, without drift: what has left the window is in no sum.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Sma, SmaParams};
/// assert_eq!(Sma::batch(&SmaParams::new(3), &[91.5, 94.5, 94.5, 96.0])?[2..], [93.5, 95.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Sma {
    window: Window<Total>,
    #[serde(skip)]
    share: f64,
}

impl Indicator for Sma {
    const PATH: &'static str = "signals.sma";
    type Params = SmaParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &SmaParams) -> Result<(), Error> {
        params.check()?;
        self.share = 1.0 / f64::from(params.length);
        self.window.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> f64 {
        self.window.next(value).map_or(f64::NAN, |total| total * self.share)
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let share = self.share;
        self.window.map(values, out, f64::NAN, |_, total| total * share);
    }

    fn warmup(params: &SmaParams) -> u64 {
        u64::from(params.length) - 1
    }
}
