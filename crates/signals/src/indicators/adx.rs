//! Directional movement (Wilder 1978): `+DI = 100 W(+DM) / W(TR)`, `-DI` alike, `DX = 100 |+DI - -DI| / (+DI + -DI)`, `ADX = W(DX)`, with Wilder's
//! averages `W`.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::true_range::range;
use super::{Candle, CandleColumns, Directional, Indicator, Input, Output, Seed};

/// Inputs of [`Adx`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AdxParams {
    /// Length of the averages, in bars.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
}

/// Average directional index with both directional indicators, begun as in TA-Lib: movements with the sum of `length - 1` of them, the
/// index with the mean of `length` of its kind. The indicators are there `length - 1` bars before the index. Without any movement `DX` is 0.
///
/// ```
/// use hashinsight_signals::indicators::{Adx, AdxParams, Candle, Indicator};
/// let mut adx = Adx::new(&AdxParams::new(1))?;
/// adx.next(Candle { high: 92.0, low: 90.0, close: 91.0 });
/// let seen = adx.next(Candle { high: 95.0, low: 91.0, close: 94.0 });
/// assert_eq!((seen.adx, seen.plus_di, seen.minus_di), (100.0, 75.0, 0.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Adx {
    before: Option<Candle>,
    up: Average,
    down: Average,
    ranges: Average,
    index: Average,
}

/// A movement, where it is the greater one.
#[inline(always)]
fn wins(movement: f64, other: f64) -> f64 {
    let rise = if movement > 0.0 { movement } else { 0.0 };
    if movement > other { rise } else { 0.0 }
}

/// `+DI`, `-DI` and `DX` of averages. Without a range there is no movement, and without movement no difference: 0 of any number is 0.
#[inline(always)]
fn indices(up: f64, down: f64, range: f64) -> [f64; 3] {
    let hundredth = |whole: f64| 100.0 / if whole > 0.0 { whole } else { 1.0 };
    let scale = hundredth(range);
    let apart = if up > down { up - down } else { down - up };
    [up * scale, down * scale, apart * hundredth(up + down)]
}

impl Indicator for Adx {
    const PATH: &'static str = "signals.adx";
    type Params = AdxParams;
    type Input = Candle;
    type Output = Directional;

    fn prepare(&mut self, params: &AdxParams) -> Result<(), Error> {
        params.check()?;
        let rule = Rule::wilder(params.length, Seed::Mean);
        for average in [&mut self.up, &mut self.down, &mut self.ranges] {
            average.prepare(rule.one_short())?;
        }
        self.index.prepare(rule.in_step(params.length - 1))?;
        let finite = |bar: Candle| bar.high.is_finite() && bar.low.is_finite() && bar.close.is_finite();
        if self.before.is_none_or(finite) { Ok(()) } else { Err(impossible("bar before")) }
    }

    fn next(&mut self, candle: Candle) -> Directional {
        let Some(before) = self.before.replace(candle) else { return Directional::NAN };
        let (rise, fall) = (candle.high - before.high, before.low - candle.low);
        let range = self.ranges.next(range(candle.high, candle.low, before.close));
        let (up, down) = (self.up.next(wins(rise, fall)), self.down.next(wins(fall, rise)));
        if range.is_nan() {
            return Directional::NAN;
        }
        let [plus_di, minus_di, index] = indices(up, down, range);
        Directional { adx: self.index.next(index), plus_di, minus_di }
    }

    fn fill(&mut self, bars: CandleColumns<'_>, out: &mut [Directional]) {
        let mut done = 0;
        while done < out.len() {
            let averages = [&self.up, &self.down, &self.ranges, &self.index];
            if done == 0 || out.len() - done < 4 || !averages.iter().all(|average| average.at_block()) {
                out[done] = self.next(Candle::at(bars, done));
                done += 1;
                continue;
            }
            for out in out[done..].chunks_exact_mut(4) {
                let four = |values: &[f64], from: usize| [0, 1, 2, 3].map(|j| values[from..from + 4][j]);
                let (high, low) = (four(bars.high, done), four(bars.low, done));
                let before = [bars.high, bars.low, bars.close].map(|values| four(values, done - 1));
                let rises: [f64; 4] = std::array::from_fn(|j| high[j] - before[0][j]);
                let falls: [f64; 4] = std::array::from_fn(|j| before[1][j] - low[j]);
                let up = self.up.block(std::array::from_fn(|j| wins(rises[j], falls[j])));
                let down = self.down.block(std::array::from_fn(|j| wins(falls[j], rises[j])));
                let range = self.ranges.block(std::array::from_fn(|j| range(high[j], low[j], before[2][j])));
                let lines: [[f64; 3]; 4] = std::array::from_fn(|j| indices(up[j], down[j], range[j]));
                let adx = self.index.block(lines.map(|line| line[2]));
                for (j, out) in out.iter_mut().enumerate() {
                    *out = Directional { adx: adx[j], plus_di: lines[j][0], minus_di: lines[j][1] };
                }
                done += 4;
            }
            self.before = Some(Candle::at(bars, done - 1));
        }
    }

    fn warmup(params: &AdxParams) -> u64 {
        2 * u64::from(params.length) - 1
    }

    fn stable_after(params: &AdxParams, digits: u32) -> Option<u64> {
        let forgotten = Rule::wilder(params.length, Seed::Mean).forgets_after(digits);
        Some(1 + Self::warmup(params) + 2 * forgotten)
    }
}
