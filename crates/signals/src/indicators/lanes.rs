//! Eight series side by side, each with the bits that it has alone.

use std::fmt::Debug;

use hashinsight_units::Error;
use multiversion::multiversion;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::average::{Average, Rule};
use super::rsi::{index, parts};
use super::{EmaParams, RsiParams, WilderParams};

/// Series side by side: one row of a table of eight columns.
pub type Lanes = [f64; 8];

/// One number, or one of each of eight series. Operations are those of the single number, lane by lane.
pub(crate) trait Lane: Copy + Debug + Default + Serialize + DeserializeOwned {
    const NAN: Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, factor: f64) -> Self;
    fn over(self, divisor: f64) -> Self;
    fn is_finite(self) -> bool;
}

impl Lane for f64 {
    const NAN: Self = Self::NAN;

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self + other
    }

    #[inline(always)]
    fn times(self, factor: f64) -> Self {
        factor * self
    }

    #[inline(always)]
    fn over(self, divisor: f64) -> Self {
        self / divisor
    }

    fn is_finite(self) -> bool {
        self.is_finite()
    }
}

impl Lane for Lanes {
    const NAN: Self = [f64::NAN; 8];

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        std::array::from_fn(|lane| self[lane] + other[lane])
    }

    #[inline(always)]
    fn times(self, factor: f64) -> Self {
        std::array::from_fn(|lane| factor * self[lane])
    }

    #[inline(always)]
    fn over(self, divisor: f64) -> Self {
        std::array::from_fn(|lane| self[lane] / divisor)
    }

    fn is_finite(self) -> bool {
        self.iter().all(|value| value.is_finite())
    }
}

/// Exponential or Wilder's averages of eight series, each with the bits of [`Ema`](super::Ema) or [`Wilder`](super::Wilder).
///
/// ```
/// use hashinsight_signals::indicators::{AverageLanes, EmaParams};
/// let rows = [[91.5; 8], [94.5; 8], [96.0; 8]];
/// let mut out = [[0.0; 8]; 3];
/// AverageLanes::ema(&EmaParams::new(2))?.fill(&rows, &mut out);
/// assert_eq!(out[1..], [[93.0; 8], [95.0; 8]]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct AverageLanes(Average<Lanes>);

impl AverageLanes {
    fn new(rule: Rule) -> Result<Self, Error> {
        let mut average = Average::default();
        average.prepare(rule)?;
        Ok(Self(average))
    }

    /// Exponential moving averages.
    ///
    /// # Errors
    /// Parameters outside their ranges.
    pub fn ema(params: &EmaParams) -> Result<Self, Error> {
        params.check()?;
        Self::new(Rule::exponential(params.length, params.seed))
    }

    /// Wilder's averages.
    ///
    /// # Errors
    /// Parameters outside their ranges.
    pub fn wilder(params: &WilderParams) -> Result<Self, Error> {
        params.check()?;
        Self::new(Rule::wilder(params.length, params.seed))
    }

    /// Takes rows in order; numbers are as for [`Indicator::next`](super::Indicator::next).
    ///
    /// # Panics
    /// Where `out` is shorter than `rows`.
    pub fn fill(&mut self, rows: &[Lanes], out: &mut [Lanes]) {
        averages(&mut self.0, rows, out);
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn averages(average: &mut Average<Lanes>, rows: &[Lanes], out: &mut [Lanes]) {
    average.fill(rows, out);
}

/// Relative strength indices of eight series, each with the bits of [`Rsi`](super::Rsi).
///
/// ```
/// use hashinsight_signals::indicators::{RsiLanes, RsiParams};
/// let rows = [[91.0; 8], [94.0; 8], [93.0; 8]];
/// let mut out = [[0.0; 8]; 3];
/// RsiLanes::new(&RsiParams::new().length(2))?.fill(&rows, &mut out);
/// assert_eq!(out[2], [75.0; 8]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct RsiLanes {
    before: Option<Lanes>,
    gains: Average<Lanes>,
    losses: Average<Lanes>,
}

impl RsiLanes {
    /// Indices that have seen nothing.
    ///
    /// # Errors
    /// Parameters outside their ranges.
    pub fn new(params: &RsiParams) -> Result<Self, Error> {
        params.check()?;
        let mut average = Average::default();
        average.prepare(Rule::wilder(params.length, params.seed))?;
        Ok(Self { before: None, gains: average.clone(), losses: average })
    }

    /// Takes rows in order; numbers are as for [`Indicator::next`](super::Indicator::next).
    ///
    /// # Panics
    /// Where `out` is shorter than `rows`.
    pub fn fill(&mut self, rows: &[Lanes], out: &mut [Lanes]) {
        indices(self, rows, out);
    }
}

/// Gains and losses of eight series.
#[inline(always)]
fn change(now: &Lanes, before: &Lanes) -> [Lanes; 2] {
    let part = |lane: usize| parts(now[lane], before[lane]);
    [std::array::from_fn(|lane| part(lane).0), std::array::from_fn(|lane| part(lane).1)]
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn indices(state: &mut RsiLanes, rows: &[Lanes], out: &mut [Lanes]) {
    let RsiLanes { before, gains, losses } = state;
    let answer = |gain: Lanes, loss: Lanes| -> Lanes { std::array::from_fn(|lane| index(gain[lane], loss[lane])) };
    let mut row = 0;
    while row < rows.len() {
        if row > 0 && rows.len() - row >= 4 && gains.at_block() {
            let changes: [[Lanes; 2]; 4] = std::array::from_fn(|j| change(&rows[row + j], &rows[row + j - 1]));
            let (gain, loss) = (gains.block(changes.map(|c| c[0])), losses.block(changes.map(|c| c[1])));
            for j in 0..4 {
                out[row + j] = answer(gain[j], loss[j]);
            }
            row += 4;
        } else {
            let last = if row > 0 { Some(rows[row - 1]) } else { *before };
            out[row] = last.map_or(Lanes::NAN, |last| {
                let [gain, loss] = change(&rows[row], &last);
                answer(gains.next(gain), losses.next(loss))
            });
            row += 1;
        }
    }
    *before = rows.last().copied().or(*before);
}
