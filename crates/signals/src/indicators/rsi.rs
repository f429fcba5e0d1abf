//! Relative strength index (Wilder 1978): `100 g / (g + l)` with Wilder's averages `g` of gains and `l` of losses, begun with their means over
//! the first `n` changes (as TA-Lib).

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Indicator, Seed};

/// Inputs of [`Rsi`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RsiParams {
    /// Length of the averages, in changes from one observation to the next.
    #[record(default = 14, range = 1..=1_000_000)]
    pub length: u32,
    /// Seed of the averages.
    #[record(default = Seed::Mean)]
    pub seed: Seed,
}

/// Relative strength index, 0 to 100. A series without gains and losses has 50, the middle; TA-Lib answers 0.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Rsi, RsiParams};
/// assert_eq!(Rsi::batch(&RsiParams::new().length(2), &[91.0, 94.0, 93.0, 93.0])?[2..], [75.0, 75.0]);
/// assert_eq!(Rsi::batch(&RsiParams::new().length(2), &[91.0; 4])?[3], 50.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Rsi {
    before: Option<f64>,
    gains: Average,
    losses: Average,
}

#[inline(always)]
pub(crate) fn parts(value: f64, before: f64) -> (f64, f64) {
    let change = value - before;
    (if change > 0.0 { change } else { 0.0 }, if change < 0.0 { -change } else { 0.0 })
}

#[inline(always)]
pub(crate) fn index(gain: f64, loss: f64) -> f64 {
    let both = gain + loss;
    let index = 100.0 * gain / both;
    if both == 0.0 { 50.0 } else { index }
}

impl Indicator for Rsi {
    const PATH: &'static str = "signals.rsi";
    type Params = RsiParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &RsiParams) -> Result<(), Error> {
        params.check()?;
        let rule = Rule::wilder(params.length, params.seed);
        self.gains.prepare(rule)?;
        self.losses.prepare(rule)?;
        if self.before.is_none_or(f64::is_finite) { Ok(()) } else { Err(impossible("value before")) }
    }

    fn next(&mut self, value: f64) -> f64 {
        let Some(before) = self.before.replace(value) else { return f64::NAN };
        let (gain, loss) = parts(value, before);
        index(self.gains.next(gain), self.losses.next(loss))
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let singly = self.gains.until_block_behind(self.before.is_none(), out.len());
        out.iter_mut().zip(values).take(singly).for_each(|(out, value)| *out = self.next(*value));
        let mut done = singly;
        while self.gains.at_block() && self.losses.at_block() && done + 4 <= out.len() {
            let changes: [(f64, f64); 4] = std::array::from_fn(|j| parts(values[done + j], values[done + j - 1]));
            let gains = self.gains.block(changes.map(|change| change.0));
            let losses = self.losses.block(changes.map(|change| change.1));
            out[done..done + 4].copy_from_slice(&std::array::from_fn::<_, 4, _>(|j| index(gains[j], losses[j])));
            done += 4;
        }
        self.before = values[..done].last().copied().or(self.before);
        out.iter_mut().zip(values).skip(done).for_each(|(out, value)| *out = self.next(*value));
    }

    fn warmup(params: &RsiParams) -> u64 {
        u64::from(params.length)
    }

    fn stable_after(params: &RsiParams, digits: u32) -> Option<u64> {
        Some(1 + u64::from(params.length) + Rule::wilder(params.length, params.seed).forgets_after(digits))
    }
}
