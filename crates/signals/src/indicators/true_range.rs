//! True range, `max(h - l, |h - c'|, |l - c'|)` with the close `c'` before (Wilder 1978), its average and that as a fraction of the close.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Candle, CandleColumns, Indicator, Input, Seed};

/// True range of the first bar, before which no close stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum FirstRange {
    /// It has none: TA-Lib's way.
    #[default]
    Absent,
    /// Its high less its low.
    HighLow,
}

/// Inputs of [`TrueRange`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TrueRangeParams {
    /// True range of the first bar.
    #[record(default = FirstRange::Absent)]
    pub first: FirstRange,
}

/// True range, in the unit of the prices.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Indicator, TrueRange, TrueRangeParams};
/// let mut range = TrueRange::new(&TrueRangeParams::new())?;
/// assert!(range.next(Candle { high: 93.25, low: 90.75, close: 91.5 }).is_nan());
/// assert_eq!(range.next(Candle { high: 94.5, low: 92.0, close: 94.0 }), 3.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TrueRange {
    close: Option<f64>,
    #[serde(skip)]
    first: FirstRange,
}

#[inline(always)]
pub(crate) fn range(high: f64, low: f64, before: f64) -> f64 {
    // What exceeds the bar's own range begins at the close before it.
    (if high > before { high } else { before }) - (if low < before { low } else { before })
}

impl Indicator for TrueRange {
    const PATH: &'static str = "signals.true_range";
    type Params = TrueRangeParams;
    type Input = Candle;
    type Output = f64;

    fn prepare(&mut self, params: &TrueRangeParams) -> Result<(), Error> {
        self.first = params.first;
        if self.close.is_none_or(f64::is_finite) { Ok(()) } else { Err(impossible("close")) }
    }

    fn next(&mut self, Candle { high, low, close }: Candle) -> f64 {
        match (self.close.replace(close), self.first) {
            (Some(before), _) => range(high, low, before),
            (None, FirstRange::HighLow) => high - low,
            (None, FirstRange::Absent) => f64::NAN,
        }
    }

    fn warmup(params: &TrueRangeParams) -> u64 {
        u64::from(params.first == FirstRange::Absent)
    }
}

/// Inputs of [`Atr`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AtrParams {
    /// Length of the average, in bars.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
    /// Seed of the average.
    #[record(default = Seed::Mean)]
    pub seed: Seed,
    /// True range of the first bar.
    #[record(default = FirstRange::Absent)]
    pub first: FirstRange,
}

/// Average true range: Wilder's average of [`TrueRange`], begun with the mean of the first `length` true ranges.
///
/// ```
/// use hashinsight_signals::indicators::{Atr, AtrParams, CandleColumns, Indicator};
/// let bars = CandleColumns { high: &[93.25, 94.5, 96.0], low: &[90.75, 92.0, 93.0], close: &[91.5, 94.0, 95.0] };
/// assert_eq!(Atr::batch(&AtrParams::new(2), bars)?[2], 3.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Atr {
    range: TrueRange,
    average: Average,
}

impl Indicator for Atr {
    const PATH: &'static str = "signals.atr";
    type Params = AtrParams;
    type Input = Candle;
    type Output = f64;

    fn prepare(&mut self, params: &AtrParams) -> Result<(), Error> {
        params.check()?;
        self.range.prepare(&TrueRangeParams::new().first(params.first))?;
        self.average.prepare(Rule::wilder(params.length, params.seed))
    }

    fn next(&mut self, candle: Candle) -> f64 {
        let range = self.range.next(candle);
        if range.is_nan() { f64::NAN } else { self.average.next(range) }
    }

    fn fill(&mut self, bars: CandleColumns<'_>, out: &mut [f64]) {
        let CandleColumns { high, low, close } = bars;
        let is_first = self.range.close.is_none() && self.range.first == FirstRange::Absent;
        let singly = self.average.until_block_behind(is_first, out.len());
        for (row, out) in out.iter_mut().enumerate().take(singly) {
            *out = self.next(Candle::at(bars, row));
        }
        let whole = singly + (out.len() - singly) / 4 * 4;
        if self.average.at_block() {
            for at in (singly..whole).step_by(4) {
                let (high, low, before) = (&high[at..at + 4], &low[at..at + 4], &close[at - 1..at + 3]);
                let ranges = std::array::from_fn(|j| range(high[j], low[j], before[j]));
                out[at..at + 4].copy_from_slice(&self.average.block(ranges));
            }
            self.range.close = close.get(whole.wrapping_sub(1)).copied().or(self.range.close);
        }
        for row in if self.average.at_block() { whole..out.len() } else { singly..out.len() } {
            out[row] = self.next(Candle::at(bars, row));
        }
    }

    fn warmup(params: &AtrParams) -> u64 {
        u64::from(params.length) - 1 + u64::from(params.first == FirstRange::Absent)
    }

    fn stable_after(params: &AtrParams, digits: u32) -> Option<u64> {
        Some(1 + Self::warmup(params) + Rule::wilder(params.length, params.seed).forgets_after(digits))
    }
}

/// [`Atr`] as a fraction of the close, 0 where the close is: TA-Lib's NATR is a hundred times that.
///
/// ```
/// use hashinsight_signals::indicators::{AtrParams, CandleColumns, Indicator, Natr};
/// let bars = CandleColumns { high: &[93.25, 94.5, 96.0], low: &[90.75, 92.0, 93.0], close: &[91.5, 94.0, 95.0] };
/// assert_eq!(Natr::batch(&AtrParams::new(2), bars)?[2], 3.0 / 95.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Natr(Atr);

impl Indicator for Natr {
    const PATH: &'static str = "signals.natr";
    type Params = AtrParams;
    type Input = Candle;
    type Output = f64;

    fn prepare(&mut self, params: &AtrParams) -> Result<(), Error> {
        self.0.prepare(params)
    }

    fn next(&mut self, candle: Candle) -> f64 {
        let range = self.0.next(candle);
        // A close of 0 measures nothing: 0, as TA-Lib has it.
        if candle.close == 0.0 && !range.is_nan() { 0.0 } else { range / candle.close }
    }

    fn warmup(params: &AtrParams) -> u64 {
        Atr::warmup(params)
    }

    fn stable_after(params: &AtrParams, digits: u32) -> Option<u64> {
        Atr::stable_after(params, digits)
    }
}
