//! On-balance volume (Granville 1963): the volume of bars that closed higher less that of bars that closed lower, from the first bar on.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Flow, FlowColumns, Indicator, Input};

/// Inputs of [`Obv`]: none, since the first bar that it takes begins the sum.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ObvParams {}

/// On-balance volume, in the unit of the volumes. It begins with the volume of the first bar, as in TA-Lib.
///
/// ```
/// use hashinsight_signals::indicators::{FlowColumns, Indicator, Obv, ObvParams};
/// let bars = FlowColumns { close: &[91.0, 92.0, 90.0, 90.0], volume: &[5.0, 3.0, 4.0, 9.0] };
/// assert_eq!(Obv::batch(&ObvParams::new(), bars)?, [5.0, 8.0, 4.0, 4.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Obv {
    before: Option<f64>,
    total: f64,
}

#[inline(always)]
fn signed(close: f64, before: f64, volume: f64) -> f64 {
    let up = if close > before { volume } else { 0.0 };
    if close < before { -volume } else { up }
}

impl Indicator for Obv {
    const PATH: &'static str = "signals.obv";
    type Params = ObvParams;
    type Input = Flow;
    type Output = f64;

    fn prepare(&mut self, _: &ObvParams) -> Result<(), Error> {
        let possible = self.before.is_none_or(f64::is_finite) && self.total.is_finite();
        if possible { Ok(()) } else { Err(impossible("total")) }
    }

    fn next(&mut self, Flow { close, volume }: Flow) -> f64 {
        let before = self.before.replace(close);
        self.total += before.map_or(volume, |before| signed(close, before, volume));
        self.total
    }

    fn fill(&mut self, bars: FlowColumns<'_>, out: &mut [f64]) {
        let Some((first, others)) = out.split_first_mut() else { return };
        *first = self.next(Flow::at(bars, 0));
        let mut total = self.total;
        for ((out, closes), volume) in others.iter_mut().zip(bars.close.windows(2)).zip(&bars.volume[1..]) {
            total += signed(closes[1], closes[0], *volume);
            *out = total;
        }
        (self.total, self.before) = (total, bars.close.last().copied());
    }

    fn warmup(_: &ObvParams) -> u64 {
        0
    }

    fn stable_after(_: &ObvParams, _: u32) -> Option<u64> {
        None
    }
}
