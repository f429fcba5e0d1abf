//! Divergence: the price makes a new extreme and momentum does not (Wilder 1978, on his RSI). Both extremes are confirmed turning points,
//! so that a divergence is known `right` bars after the second one and not before.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use crate::indicators::{Candle, Indicator, Rsi, RsiParams};
use crate::modules::pivot::{Pivot, PivotWatch};

/// When two turning points diverge.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DivergenceParams {
    /// Length of the relative strength index, in bars.
    #[record(range = 1..=10_000, default = 14)]
    pub rsi_length: u32,
    /// Bars on either side of a turning point that it exceeds.
    #[record(range = 1..=100, default = 3)]
    pub pivot_bars: u32,
    /// Least distance of the two turning points, in bars.
    #[record(range = 1..=10_000, default = 5)]
    pub least_bars: u32,
    /// Greatest distance of the two turning points, in bars.
    #[record(range = 1..=10_000, default = 60)]
    pub most_bars: u32,
    /// Least difference of the index at the two turning points, 0 to 100.
    #[record(range = 0.0..=100.0, default = 3.0)]
    pub least_difference: f64,
}

/// The index, its last values, and the last turning point of each kind with the index there.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Divergence {
    rsi: Rsi,
    pivots: PivotWatch,
    recent: VecDeque<Option<f64>>,
    high: Option<(Pivot, f64)>,
    low: Option<(Pivot, f64)>,
}

/// What a bar confirms: by how much the index fell short at the second of two highs, or of two lows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Diverged {
    pub(super) rsi: f64,
    pub(super) bearish: Option<f64>,
    pub(super) bullish: Option<f64>,
}

impl Divergence {
    pub(super) fn prepare(&mut self, params: &DivergenceParams) -> Result<(), Error> {
        params.check()?;
        self.rsi.prepare(&RsiParams::new().length(params.rsi_length))?;
        self.pivots.prepare(params.pivot_bars, params.pivot_bars)?;
        let possible = self.recent.len() <= params.pivot_bars as usize + 1;
        if possible { Ok(()) } else { Err(impossible("index")) }
    }

    pub(super) fn next(&mut self, params: &DivergenceParams, candle: Candle) -> Diverged {
        let rsi = self.rsi.next(candle.close);
        if self.recent.len() > params.pivot_bars as usize {
            self.recent.pop_front();
        }
        self.recent.push_back((!rsi.is_nan()).then_some(rsi)); // the oldest is that of the bar which may be confirmed
        let mut diverged = Diverged { rsi, ..Diverged::default() };
        let there = self.recent.front().copied().flatten();
        for pivot in self.pivots.next(candle).into_iter().flatten() {
            let last = if pivot.is_high { &mut self.high } else { &mut self.low };
            let before = std::mem::replace(last, there.map(|rsi| (pivot, rsi)));
            let (Some((before, rsi_before)), Some(rsi)) = (before, there) else { continue };
            let distance = pivot.bar - before.bar;
            // How far the index fell short of what the price did.
            let short = if pivot.is_high { rsi_before - rsi } else { rsi - rsi_before };
            let further = if pivot.is_high { pivot.price > before.price } else { pivot.price < before.price };
            if further && short >= params.least_difference && (params.least_bars..=params.most_bars).contains(&distance)
            {
                *(if pivot.is_high { &mut diverged.bearish } else { &mut diverged.bullish }) = Some(short);
            }
        }
        diverged
    }
}
