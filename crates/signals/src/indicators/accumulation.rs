//! Accumulation/distribution line (Chaikin): the sum of `((c - l) - (h - c)) / (h - l)` times the volume, from the first bar on.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Indicator, Traded};

/// Inputs of [`AccumulationDistribution`]: none, since the first bar that it takes begins the sum.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccumulationParams {}

/// Accumulation/distribution line, in the unit of the volumes. A bar without a range adds nothing.
///
/// ```
/// use hashinsight_signals::indicators::{AccumulationDistribution, AccumulationParams, Indicator, TradedColumns};
/// let bars = TradedColumns { high: &[94.0, 95.0], low: &[90.0, 95.0], close: &[93.0, 95.0], volume: &[8.0, 5.0] };
/// assert_eq!(AccumulationDistribution::batch(&AccumulationParams::new(), bars)?, [4.0, 4.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AccumulationDistribution(f64);

impl Indicator for AccumulationDistribution {
    const PATH: &'static str = "signals.accumulation_distribution";
    type Params = AccumulationParams;
    type Input = Traded;
    type Output = f64;

    fn prepare(&mut self, _: &AccumulationParams) -> Result<(), Error> {
        if self.0.is_finite() { Ok(()) } else { Err(impossible("total")) }
    }

    fn next(&mut self, Traded { high, low, close, volume }: Traded) -> f64 {
        let range = high - low;
        if range > 0.0 {
            self.0 += ((close - low) - (high - close)) / range * volume;
        }
        self.0
    }

    fn warmup(_: &AccumulationParams) -> u64 {
        0
    }

    fn stable_after(_: &AccumulationParams, _: u32) -> Option<u64> {
        None
    }
}
