//! Aroon (Chande 1995): `100 (n - a) / n`, where `a` is the age in bars of the highest high, or of the lowest low, of the last `n + 1` bars. Of
//! equal ones the latest counts.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::window::{Gather, Window};
use super::{AroonLines, Candle, Indicator, Output};

/// Inputs of [`Aroon`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AroonParams {
    /// Length of the window, in changes from one bar to the next.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
}

/// The greatest value, its age (0 is the newest), and the number of values.
#[derive(Clone, Debug, Default)]
struct LatestGreatest;

impl Gather for LatestGreatest {
    type Item = [f64; 3];
    const NONE: [f64; 3] = [f64::NEG_INFINITY, 0.0, 0.0];

    #[inline(always)]
    fn keep(value: f64) -> [f64; 3] {
        [value, 0.0, 1.0]
    }

    #[inline(always)]
    fn lift(kept: [f64; 3], _: f64) -> [f64; 3] {
        kept
    }

    #[inline(always)]
    fn join(before: [f64; 3], after: [f64; 3]) -> [f64; 3] {
        let count = before[2] + after[2];
        if after[0] >= before[0] { [after[0], after[1], count] } else { [before[0], before[1] + after[2], count] }
    }

    fn is_finite(item: [f64; 3]) -> bool {
        item.iter().all(|part| part.is_finite())
    }
}

/// Aroon lines, each 0 to 100: a hundred where the extreme is the newest bar's.
///
/// ```
/// use hashinsight_signals::indicators::{Aroon, AroonParams, Candle, Indicator};
/// let mut lines = Aroon::new(&AroonParams::new(2))?;
/// for high in [94.0, 96.0, 95.0] {
///     lines.next(Candle { high, low: high - 4.0, close: high - 1.0 });
/// }
/// let seen = lines.next(Candle { high: 93.0, low: 89.0, close: 92.0 });
/// assert_eq!((seen.up, seen.down, seen.oscillator), (0.0, 100.0, -100.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Aroon {
    /// Of the highs, and of the lows with their signs turned.
    ends: [Window<LatestGreatest>; 2],
    #[serde(skip)]
    length: f64,
}

impl Indicator for Aroon {
    const PATH: &'static str = "signals.aroon";
    type Params = AroonParams;
    type Input = Candle;
    type Output = AroonLines;

    fn prepare(&mut self, params: &AroonParams) -> Result<(), Error> {
        params.check()?;
        self.length = f64::from(params.length);
        self.ends.iter_mut().try_for_each(|end| end.prepare(params.length + 1))
    }

    fn next(&mut self, candle: Candle) -> AroonLines {
        let [highs, lows] = &mut self.ends;
        let (Some(high), Some(low)) = (highs.next(candle.high), lows.next(0.0 - candle.low)) else {
            return AroonLines::NAN;
        };
        let [up, down] = [high[1], low[1]].map(|age| 100.0 * (self.length - age) / self.length);
        AroonLines { oscillator: up - down, up, down }
    }

    fn warmup(params: &AroonParams) -> u64 {
        u64::from(params.length)
    }
}
