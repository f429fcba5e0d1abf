//! Swing highs and lows (Williams's fractals): a high above the `left` highs before it and the `right` highs after it. It is known at the last
//! of those, and not before.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Candle, Indicator, Swings};

/// Inputs of [`FractalSwings`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SwingParams {
    /// Bars before a turning point that it exceeds.
    #[record(default = 2, range = 1..=100)]
    pub left: u32,
    /// Bars after a turning point that it exceeds, and by which it is known later.
    #[record(default = 2, range = 1..=100)]
    pub right: u32,
}

/// The last confirmed swing high and swing low. Equal neighbors confirm nothing, on either side.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, FractalSwings, Indicator, SwingParams};
/// let mut swings = FractalSwings::new(&SwingParams::new().left(1).right(1))?;
/// let highs = [93.0, 96.0, 94.0];
/// let seen = highs.map(|high| swings.next(Candle { high, low: 90.0, close: 92.0 }));
/// assert!(seen[1].high.is_nan()); // the turning point is not known at its own bar
/// assert_eq!((seen[2].high, seen[2].confirmed), (96.0, 1.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FractalSwings {
    bars: VecDeque<[f64; 2]>,
    high: Option<f64>,
    low: Option<f64>,
    #[serde(skip)]
    left: usize,
    #[serde(skip)]
    length: usize,
}

impl Indicator for FractalSwings {
    const PATH: &'static str = "signals.fractal_swings";
    type Params = SwingParams;
    type Input = Candle;
    type Output = Swings;

    fn prepare(&mut self, params: &SwingParams) -> Result<(), Error> {
        params.check()?;
        (self.left, self.length) = (params.left as usize, (params.left + params.right + 1) as usize);
        let finite = |value: Option<f64>| value.is_none_or(f64::is_finite);
        let bars = self.bars.len() <= self.length && self.bars.iter().flatten().all(|end| end.is_finite());
        if bars && finite(self.high) && finite(self.low) { Ok(()) } else { Err(impossible("swing")) }
    }

    fn next(&mut self, Candle { high, low, .. }: Candle) -> Swings {
        if self.bars.len() == self.length {
            self.bars.pop_front();
        }
        self.bars.push_back([high, low]);
        let mut confirmed = 0.0;
        let [top, bottom] = self.turned();
        for (turned, last) in [(top, &mut self.high), (bottom, &mut self.low)] {
            if turned.is_some() {
                *last = turned;
                confirmed += 1.0;
            }
        }
        Swings { high: self.high.unwrap_or(f64::NAN), low: self.low.unwrap_or(f64::NAN), confirmed }
    }

    fn warmup(params: &SwingParams) -> u64 {
        u64::from(params.left) + u64::from(params.right)
    }

    fn stable_after(_: &SwingParams, _: u32) -> Option<u64> {
        None
    }
}

impl FractalSwings {
    /// Prices of the swing high and the swing low that the last bar confirmed.
    pub(crate) fn turned(&self) -> [Option<f64>; 2] {
        if self.bars.len() < self.length {
            return [None; 2];
        }
        let [top, bottom] = self.bars[self.left];
        let others = || self.bars.iter().enumerate().filter(|(index, _)| *index != self.left).map(|(_, bar)| bar);
        [others().all(|bar| bar[0] < top).then_some(top), others().all(|bar| bar[1] > bottom).then_some(bottom)]
    }
}
