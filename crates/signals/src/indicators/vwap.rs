//! Anchored volume-weighted average price: `sum p v / sum v` from the first bar on, of the typical price `p = (h + l + c) / 3`.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Indicator, Traded};

/// Inputs of [`AnchoredVwap`]: none, since the first bar that it takes is the anchor.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AnchoredVwapParams {}

/// Anchored volume-weighted average price. Before anything has traded it is the last typical price.
///
/// ```
/// use hashinsight_signals::indicators::{AnchoredVwap, AnchoredVwapParams, Indicator, Traded};
/// let mut vwap = AnchoredVwap::new(&AnchoredVwapParams::new())?;
/// vwap.next(Traded { high: 90.0, low: 90.0, close: 90.0, volume: 30.0 });
/// assert_eq!(vwap.next(Traded { high: 94.0, low: 94.0, close: 94.0, volume: 10.0 }), 91.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AnchoredVwap {
    average: f64,
    volume: f64,
}

impl Indicator for AnchoredVwap {
    const PATH: &'static str = "signals.anchored_vwap";
    type Params = AnchoredVwapParams;
    type Input = Traded;
    type Output = f64;

    fn prepare(&mut self, _: &AnchoredVwapParams) -> Result<(), Error> {
        let possible = self.average.is_finite() && self.volume.is_finite() && self.volume >= 0.0;
        if possible { Ok(()) } else { Err(impossible("average")) }
    }

    fn next(&mut self, Traded { high, low, close, volume }: Traded) -> f64 {
        let price = (high + low + close) / 3.0;
        self.volume += volume;
        // A running mean, so that prices are never added up.
        let share = if self.volume > 0.0 { volume / self.volume } else { 1.0 };
        self.average += share * (price - self.average);
        self.average
    }

    fn warmup(_: &AnchoredVwapParams) -> u64 {
        0
    }

    fn stable_after(_: &AnchoredVwapParams, _: u32) -> Option<u64> {
        None
    }
}
