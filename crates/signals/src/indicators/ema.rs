//! Exponential moving average: `e_t = (1 - a) e_(t-1) + a x_t`, `a = 2 / (n + 1)`, begun with the mean of the first `n` values (as TA-Lib).

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Indicator, Seed};

/// Inputs of [`Ema`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EmaParams {
    /// Length of the average, in observations.
    #[record(range = 1..=1_000_000, example = 12)]
    pub length: u32,
    /// Seed of the average.
    #[record(default = Seed::Mean)]
    pub seed: Seed,
}

/// Exponential moving average of a series.
///
/// ```
/// use hashinsight_signals::indicators::{Ema, EmaParams, Indicator};
/// let means = Ema::batch(&EmaParams::new(2), &[91.5, 94.5, 96.0])?;
/// assert_eq!(means[1..], [93.0, 95.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Ema(Average);

fn rule(params: &EmaParams) -> Rule {
    Rule::exponential(params.length, params.seed)
}

impl Indicator for Ema {
    const PATH: &'static str = "signals.ema";
    type Params = EmaParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &EmaParams) -> Result<(), Error> {
        params.check()?;
        self.0.prepare(rule(params))
    }

    fn next(&mut self, value: f64) -> f64 {
        self.0.next(value)
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        self.0.fill(values, out);
    }

    fn warmup(params: &EmaParams) -> u64 {
        u64::from(params.length) - 1
    }

    fn stable_after(params: &EmaParams, digits: u32) -> Option<u64> {
        Some(u64::from(params.length) + rule(params).forgets_after(digits))
    }
}
