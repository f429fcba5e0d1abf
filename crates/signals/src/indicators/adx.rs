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

/// Upward and downward movement, and true range.
#[inline(always)]
fn movement(now: Candle, before: Candle) -> [f64; 3] {
    let (up, down) = (now.high - before.high, before.low - now.low);
    let wins = |a: f64, b: f64| if a > b && a > 0.0 { a } else { 0.0 };
    [wins(up, down), wins(down, up), range(now.high, now.low, before.close)]
}

/// Both indicators, and the index between them.
#[inline(always)]
fn indices([up, down, range]: [f64; 3]) -> [f64; 3] {
    let share = |part: f64, whole: f64| if whole > 0.0 { 100.0 * part / whole } else { 0.0 };
    let (plus, minus) = (share(up, range), share(down, range));
    let apart = if plus > minus { plus - minus } else { minus - plus };
    [plus, minus, share(apart, plus + minus)]
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
        self.index.prepare(rule.in_step(params.length))?;
        let finite = |bar: Candle| bar.high.is_finite() && bar.low.is_finite() && bar.close.is_finite();
        if self.before.is_none_or(finite) { Ok(()) } else { Err(impossible("bar before")) }
    }

    fn next(&mut self, candle: Candle) -> Directional {
        let Some(before) = self.before.replace(candle) else { return Directional::NAN };
        let [up, down, range] = movement(candle, before);
        let averages = [self.up.next(up), self.down.next(down), self.ranges.next(range)];
        if averages[0].is_nan() {
            return Directional::NAN;
        }
        let [plus_di, minus_di, index] = indices(averages);
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
                let parts: [[f64; 3]; 4] =
                    std::array::from_fn(|j| movement(Candle::at(bars, done + j), Candle::at(bars, done + j - 1)));
                let up = self.up.block(parts.map(|part| part[0]));
                let down = self.down.block(parts.map(|part| part[1]));
                let range = self.ranges.block(parts.map(|part| part[2]));
                let indices: [[f64; 3]; 4] = std::array::from_fn(|j| indices([up[j], down[j], range[j]]));
                let adx = self.index.block(indices.map(|index| index[2]));
                for (j, out) in out.iter_mut().enumerate() {
                    *out = Directional { adx: adx[j], plus_di: indices[j][0], minus_di: indices[j][1] };
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
