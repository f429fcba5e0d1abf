//! Weighted moving average: `sum w_i x_i / sum w_i` of the last `n` values, with the weights 1 to `n`, the newest value's the greatest.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::window::{Gather, Window};

/// Inputs of [`Wma`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WmaParams {
    /// Length of the window, in observations.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
}

/// Distances from a value of the window: their sum, their sum weighted by age (0 is the newest), and their number.
#[derive(Clone, Debug, Default)]
struct Aged;

impl Gather for Aged {
    type Item = [f64; 3];
    const NONE: [f64; 3] = [0.0; 3];

    #[inline(always)]
    fn keep(value: f64) -> [f64; 3] {
        [value, 0.0, 0.0]
    }

    #[inline(always)]
    fn lift([value, ..]: [f64; 3], reference: f64) -> [f64; 3] {
        [value - reference, 0.0, 1.0]
    }

    #[inline(always)]
    fn join(before: [f64; 3], after: [f64; 3]) -> [f64; 3] {
        [before[0] + after[0], before[1] + after[2] * before[0] + after[1], before[2] + after[2]]
    }

    fn is_finite(item: [f64; 3]) -> bool {
        item.iter().all(|part| part.is_finite())
    }
}

/// Weighted moving average, in the unit of the series. Nothing drifts, and the time that it takes does not depend on the length.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Wma, WmaParams};
/// assert_eq!(Wma::batch(&WmaParams::new(2), &[91.0, 94.0, 91.0])?[1..], [93.0, 92.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Wma {
    window: Window<Aged>,
    #[serde(skip)]
    length: f64,
}

#[inline(always)]
fn mean(length: f64, reference: f64, [sum, aged, _]: [f64; 3]) -> f64 {
    reference + (length * sum - aged) / (0.5 * length * (length + 1.0))
}

impl Indicator for Wma {
    const PATH: &'static str = "signals.wma";
    type Params = WmaParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &WmaParams) -> Result<(), Error> {
        params.check()?;
        self.length = f64::from(params.length);
        self.window.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> f64 {
        let gathered = self.window.next(value);
        gathered.map_or(f64::NAN, |item| mean(self.length, self.window.reference(), item))
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let length = self.length;
        self.window.map(values, out, f64::NAN, |reference, item| mean(length, reference, item));
    }

    fn warmup(params: &WmaParams) -> u64 {
        u64::from(params.length) - 1
    }
}
