//! Kaufman's efficiency ratio, `|x_t - x_(t-n)| / sum |x_i - x_(i-1)|` over `n` changes, and his adaptive moving average (Kaufman 1995):
//! `k_t = k_(t-1) + (e (f - s) + s)^2 (x_t - k_(t-1))` with the weights `f = 2 / (fast + 1)` and `s = 2 / (slow + 1)`.

use hashinsight_numerics::{ln, state::impossible};
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::recent::Recent;
use super::window::{Total, Window};
use crate::refuse::out_of_range;

/// Inputs of [`EfficiencyRatio`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EfficiencyParams {
    /// Length of the window, in changes from one observation to the next.
    #[record(range = 1..=1_000_000, example = 10)]
    pub length: u32,
}

/// Efficiency ratio, 0 to 1. A series that does not move is as efficient as one that moves straight: 1, as in TA-Lib.
///
/// ```
/// use hashinsight_signals::indicators::{EfficiencyParams, EfficiencyRatio, Indicator};
/// assert_eq!(EfficiencyRatio::batch(&EfficiencyParams::new(2), &[90.0, 93.0, 92.0])?[2], 0.5);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct EfficiencyRatio {
    values: Recent,
    changes: Window<Total>,
    before: Option<f64>,
}

impl Indicator for EfficiencyRatio {
    const PATH: &'static str = "signals.efficiency_ratio";
    type Params = EfficiencyParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &EfficiencyParams) -> Result<(), Error> {
        params.check()?;
        self.values.prepare(params.length)?;
        self.changes.prepare(params.length)?;
        if self.before.is_none_or(f64::is_finite) { Ok(()) } else { Err(impossible("value before")) }
    }

    fn next(&mut self, value: f64) -> f64 {
        let first = self.values.push(value);
        let path = self.before.replace(value).and_then(|before| self.changes.next((value - before).abs()));
        let (Some(first), Some(path)) = (first, path) else { return f64::NAN };
        let net = (value - first).abs();
        if path <= net { 1.0 } else { net / path }
    }

    fn warmup(params: &EfficiencyParams) -> u64 {
        u64::from(params.length)
    }
}

/// Inputs of [`Kama`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KamaParams {
    /// Length of the efficiency ratio, in changes from one observation to the next.
    #[record(range = 1..=1_000_000, example = 10)]
    pub length: u32,
    /// Length of the average where the series moves straight, in observations: at most `slow`.
    #[record(default = 2, range = 1..=1_000_000)]
    pub fast: u32,
    /// Length of the average where the series goes nowhere, in observations.
    #[record(default = 30, range = 1..=1_000_000)]
    pub slow: u32,
}

impl KamaParams {
    fn weights(&self) -> [f64; 2] {
        [self.fast, self.slow].map(|length| 2.0 / (f64::from(length) + 1.0))
    }
}

/// Kaufman's adaptive moving average, in the unit of the series, begun with the value before the first full window (as TA-Lib).
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Kama, KamaParams};
/// assert_eq!(Kama::batch(&KamaParams::new(2).fast(1), &[90.0, 93.0, 96.0])?[2], 96.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Kama {
    ratio: EfficiencyRatio,
    average: Option<f64>,
    #[serde(skip)]
    weights: [f64; 2],
}

impl Indicator for Kama {
    const PATH: &'static str = "signals.kama";
    type Params = KamaParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &KamaParams) -> Result<(), Error> {
        params.check()?;
        if params.fast > params.slow {
            return Err(out_of_range("fast", params.fast, format!("at most slow {}", params.slow)));
        }
        self.weights = params.weights();
        self.ratio.prepare(&EfficiencyParams::new(params.length))?;
        if self.average.is_none_or(f64::is_finite) { Ok(()) } else { Err(impossible("average")) }
    }

    fn next(&mut self, value: f64) -> f64 {
        let before = self.average.or(self.ratio.before);
        let (ratio, Some(before)) = (self.ratio.next(value), before) else { return f64::NAN };
        if ratio.is_nan() {
            return f64::NAN;
        }
        let [fast, slow] = self.weights;
        let weight = ratio * (fast - slow) + slow;
        let average = (value - before) * (weight * weight) + before;
        self.average = Some(average);
        average
    }

    fn warmup(params: &KamaParams) -> u64 {
        u64::from(params.length)
    }

    fn stable_after(params: &KamaParams, digits: u32) -> Option<u64> {
        let [_, slow] = params.weights();
        let kept = 1.0 - slow * slow;
        if kept <= 0.0 {
            return Some(1 + Self::warmup(params));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 1e12 of 23 each")]
        let forgotten = (f64::from(digits) * std::f64::consts::LN_10 / -ln(kept)).ceil() as u64;
        Some(1 + Self::warmup(params) + forgotten)
    }
}
