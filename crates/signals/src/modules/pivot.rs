//! Turning points with the bar at which they stand: known only once the bars after them are over.

use hashinsight_units::Error;
use serde::{Deserialize, Serialize};

use crate::indicators::{Candle, FractalSwings, Indicator, SwingParams};

/// A turning point.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Pivot {
    /// Whether it is a high.
    pub(crate) is_high: bool,
    /// The high or the low of its bar.
    pub(crate) price: f64,
    /// Number of its bar, counted from 0.
    pub(crate) bar: u32,
}

/// Turning points of bars, as they become known.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct PivotWatch {
    swings: FractalSwings,
    /// Bars taken.
    bars: u32,
    #[serde(skip)]
    right: u32,
}

impl PivotWatch {
    pub(crate) fn prepare(&mut self, left: u32, right: u32) -> Result<(), Error> {
        self.right = right;
        self.swings.prepare(&SwingParams::new().left(left).right(right))
    }

    /// Number of the bar that was taken last.
    pub(crate) fn now(&self) -> u32 {
        self.bars.saturating_sub(1)
    }

    /// Takes a bar: the high and the low that it confirms, both of the bar `right` bars before.
    pub(crate) fn next(&mut self, candle: Candle) -> [Option<Pivot>; 2] {
        self.bars = self.bars.saturating_add(1);
        if self.swings.next(candle).confirmed == 0.0 {
            return [None; 2];
        }
        let bar = self.now().saturating_sub(self.right);
        let [top, bottom] = self.swings.turned();
        [top.map(|price| Pivot { is_high: true, price, bar }), bottom.map(|price| Pivot { is_high: false, price, bar })]
    }
}
