//! Variance and standard deviation of the last `n` values: `(sum d^2 - (sum d)^2 / n) / (n - ddof)`, distances `d` from a value of the window
//! (Chan, Golub and `LeVeque` 1983).

use hashinsight_units::{Error, Fault, Problem, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::window::{Moments, Window};

/// Inputs of [`Variance`] and [`StdDev`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DeviationParams {
    /// Length of the window, in observations.
    #[record(range = 1..=1_000_000, example = 20)]
    pub length: u32,
    /// Number that is taken from the number of observations before it divides: 0 for a population (as TA-Lib), 1 for a sample.
    #[record(default = 0, range = 0..=1)]
    pub ddof: u32,
}

/// Variance, in the square of the unit of the series. Exactly 0 where all values of the window are equal.
///
/// ```
/// use hashinsight_signals::indicators::{DeviationParams, Indicator, Variance};
/// assert_eq!(Variance::batch(&DeviationParams::new(3), &[1.0, 2.0, 3.0])?[2], 2.0 / 3.0);
/// assert_eq!(Variance::batch(&DeviationParams::new(3).ddof(1), &[1.0, 2.0, 3.0])?[2], 1.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Variance {
    window: Window<Moments>,
    /// One over the number of values, and over the number that divides the squares.
    #[serde(skip)]
    shares: [f64; 2],
}

/// Mean and variance of a window from its moments.
#[inline(always)]
pub(crate) fn spread(reference: f64, [sum, squares]: [f64; 2], [share, freedom]: [f64; 2]) -> (f64, f64) {
    let offset = sum * share;
    let variance = (squares - sum * offset) * freedom;
    (reference + offset, if variance > 0.0 { variance } else { 0.0 })
}

impl Indicator for Variance {
    const PATH: &'static str = "signals.variance";
    type Params = DeviationParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &DeviationParams) -> Result<(), Error> {
        params.check()?;
        if params.length <= params.ddof {
            let fault = Fault::new("signals.length", Problem::OutOfRange).at("length").got(params.length);
            return Err(fault.allowed("above ddof").into());
        }
        self.shares = [params.length, params.length - params.ddof].map(|count| 1.0 / f64::from(count));
        self.window.prepare(params.length)
    }

    fn next(&mut self, value: f64) -> f64 {
        let moments = self.window.next(value);
        moments.map_or(f64::NAN, |moments| spread(self.window.reference(), moments, self.shares).1)
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let shares = self.shares;
        let variance = |reference: f64, moments: [f64; 2]| spread(reference, moments, shares).1;
        self.window.map(values, out, f64::NAN, variance);
    }

    fn warmup(params: &DeviationParams) -> u64 {
        u64::from(params.length) - 1
    }
}

/// Standard deviation, the root of [`Variance`], in the unit of the series.
///
/// ```
/// use hashinsight_signals::indicators::{DeviationParams, Indicator, StdDev};
/// assert_eq!(StdDev::batch(&DeviationParams::new(2), &[1.0, 3.0, 9.0])?[1..], [1.0, 3.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StdDev(Variance);

impl Indicator for StdDev {
    const PATH: &'static str = "signals.std_dev";
    type Params = DeviationParams;
    type Input = f64;
    type Output = f64;

    fn prepare(&mut self, params: &DeviationParams) -> Result<(), Error> {
        self.0.prepare(params)
    }

    fn next(&mut self, value: f64) -> f64 {
        self.0.next(value).sqrt()
    }

    fn fill(&mut self, values: &[f64], out: &mut [f64]) {
        let shares = self.0.shares;
        let root = |reference: f64, moments: [f64; 2]| spread(reference, moments, shares).1.sqrt();
        self.0.window.map(values, out, f64::NAN, root);
    }

    fn warmup(params: &DeviationParams) -> u64 {
        Variance::warmup(params)
    }
}
