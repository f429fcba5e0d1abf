//! Correlation of two series (Pearson): `sum dx dy / sqrt(sum dx^2 sum dy^2)` of the distances from the means of the last `n` values.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::recent::Recent;
use super::{Indicator, Pair};

/// Inputs of [`Correlation`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CorrelationParams {
    /// Length of the window, in pairs.
    #[record(range = 2..=10_000, example = 30)]
    pub length: u32,
}

/// Correlation of the last pairs of two series, -1 to 1. Where one of them does not move it is 0, as in TA-Lib. Summed anew at each pair, so that
/// nothing drifts.
///
/// ```
/// use hashinsight_signals::indicators::{Correlation, CorrelationParams, Indicator, PairColumns};
/// let pairs = PairColumns { first: &[1.0, 2.0, 3.0, 3.0], second: &[9.0, 7.0, 5.0, 9.0] };
/// let seen = Correlation::batch(&CorrelationParams::new(3), pairs)?;
/// assert!((seen[2] + 1.0).abs() < 1e-15 && seen[3] == 0.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Correlation {
    first: Recent,
    second: Recent,
}

/// Distances from the mean, seen from the newest value, so that a level cancels before it is added up.
fn mean(values: &Recent, newest: f64) -> f64 {
    values.values.iter().fold(0.0, |sum, x| sum + (x - newest)) / values.values.len() as f64
}

impl Indicator for Correlation {
    const PATH: &'static str = "signals.correlation";
    type Params = CorrelationParams;
    type Input = Pair;
    type Output = f64;

    fn prepare(&mut self, params: &CorrelationParams) -> Result<(), Error> {
        params.check()?;
        self.first.prepare(params.length)?;
        self.second.prepare(params.length)
    }

    fn next(&mut self, Pair { first, second }: Pair) -> f64 {
        self.first.push(first);
        self.second.push(second);
        if !self.first.is_full() || !self.second.is_full() {
            return f64::NAN;
        }
        let means = [mean(&self.first, first), mean(&self.second, second)];
        let [mut xx, mut yy, mut xy] = [0.0; 3];
        for (x, y) in self.first.values.iter().zip(&self.second.values) {
            let (dx, dy) = ((x - first) - means[0], (y - second) - means[1]);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        let scale = xx.sqrt() * yy.sqrt();
        if scale > 0.0 { hashinsight_numerics::clamp(xy / scale, -1.0, 1.0) } else { 0.0 }
    }

    fn warmup(params: &CorrelationParams) -> u64 {
        u64::from(params.length) - 1
    }
}
