//! Wilder's average: `w_t = (1 - a) w_(t-1) + a x_t`, `a = 1 / n`, begun with the mean of the first `n` values (as TA-Lib).

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Indicator, Seed};

/// Inputs of [`Wilder`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WilderParams {
    /// Length of the average, in observations.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
    /// Seed of the average.
    #[record(default = Seed::Mean)]
    pub seed: Seed,
}

/// Wilder's average of a series (Wilder 1978), also called running or smoothed average.
///
/// ```
/// use hashinsight_signals::indicators::{Wilder, WilderParams, Indicator};
/// let means = Wilder::batch(&WilderParams::new(2), &[91.5, 94.5, 96.0])?;
/// assert_eq!(means[1..], [93.0, 94.5]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Wilder(Average);

fn rule(params: &WilderParams) -> Rule {
    Rule::wilder(params.length, params.seed)
}

impl Indicator for Wilder {
    const PATH: &'static str = "signals.wilder";
    type Params = WilderParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &WilderParams) -> Result<(), Error> {
        params.check()?;
        self.0.prepare(rule(params))
    }

    fn next(&mut self, value: f64) -> f64 {
        self.0.next(value)
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        self.0.fill(values, out);
    }

    fn warmup(params: &WilderParams) -> u64 {
        u64::from(params.length) - 1
    }

    fn stable_after(params: &WilderParams, digits: u32) -> Option<u64> {
        Some(u64::from(params.length) + rule(params).forgets_after(digits))
    }
}
