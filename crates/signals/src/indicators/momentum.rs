//! Momentum: `x_t - x_(t-n)`.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::recent::Recent;

/// Inputs of [`Momentum`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MomentumParams {
    /// Distance of the two values, in observations.
    #[record(range = 1..=1_000_000, example = 10)]
    pub length: u32,
}

/// Momentum, in the unit of the series.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Momentum, MomentumParams};
/// assert_eq!(Momentum::batch(&MomentumParams::new(2), &[80.0, 91.0, 100.0])?[2], 20.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Momentum(Recent);

impl Indicator for Momentum {
    const PATH: &'static str = "signals.momentum";
    type Params = MomentumParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &MomentumParams) -> Result<(), Error> {
        params.check()?;
        self.0.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> f64 {
        self.0.push(value).map_or(f64::NAN, |before| value - before)
    }

    fn warmup(params: &MomentumParams) -> u64 {
        u64::from(params.length)
    }
}
