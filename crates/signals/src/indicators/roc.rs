//! Rate of change: `x_t / x_(t-n) - 1`.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::recent::Recent;

/// Inputs of [`Roc`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RocParams {
    /// Distance of the two values, in observations.
    #[record(range = 1..=1_000_000, example = 10)]
    pub length: u32,
}

/// Rate of change, a fraction: TA-Lib's ROC is a hundred times that. From a value of 0 it is 0, as there.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Roc, RocParams};
/// assert_eq!(Roc::batch(&RocParams::new(2), &[80.0, 91.0, 100.0])?[2], 0.25);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Roc(Recent);

impl Indicator for Roc {
    const PATH: &'static str = "signals.roc";
    type Params = RocParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &RocParams) -> Result<(), Error> {
        params.check()?;
        self.0.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> f64 {
        let change = |before: f64| if before == 0.0 { 0.0 } else { value / before - 1.0 };
        self.0.push(value).map_or(f64::NAN, change)
    }

    fn warmup(params: &RocParams) -> u64 {
        u64::from(params.length)
    }
}
