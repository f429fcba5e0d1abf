//! One series with eight lengths at once, each with the bits of that length alone.

use hashinsight_units::{At, Error};
use multiversion::multiversion;

use super::average::{Average, Rule, Steady};
use super::lanes::Lanes;
use super::rsi::{index, parts};
use super::{EmaParams, RsiParams, WilderParams};

/// Exponential or Wilder's averages of one series with eight sets of parameters, each with the bits of [`Ema`](super::Ema) or
/// [`Wilder`](super::Wilder).
///
/// ```
/// use hashinsight_signals::indicators::{AverageSweep, EmaParams};
/// let lengths = [1, 2, 3, 5, 8, 13, 21, 34];
/// let mut out = [[0.0; 8]; 3];
/// AverageSweep::ema(&lengths.map(EmaParams::new))?.fill(&[91.5, 94.5, 96.0], &mut out);
/// assert_eq!(out[2][..3], [96.0, 95.0, 94.0]);
/// assert!(out[2][3..].iter().all(|mean| mean.is_nan())); // they warm up
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct AverageSweep([Average; 8]);

/// Averages made by their rules; a refused one is named by its place.
fn averages<P>(params: &[P; 8], rule: impl Fn(&P) -> Result<Rule, Error>) -> Result<[Average; 8], Error> {
    let mut averages = [(); 8].map(|()| Average::default());
    for (lane, (average, params)) in averages.iter_mut().zip(params).enumerate() {
        rule(params).and_then(|rule| average.prepare(rule)).index(lane)?;
    }
    Ok(averages)
}

impl AverageSweep {
    /// Exponential moving averages.
    ///
    /// # Errors
    /// Parameters outside their ranges, at `[lane]`.
    pub fn ema(params: &[EmaParams; 8]) -> Result<Self, Error> {
        averages(params, |params| params.check().map(|()| Rule::exponential(params.length, params.seed))).map(Self)
    }

    /// Wilder's averages.
    ///
    /// # Errors
    /// Parameters outside their ranges, at `[lane]`.
    pub fn wilder(params: &[WilderParams; 8]) -> Result<Self, Error> {
        averages(params, |params| params.check().map(|()| Rule::wilder(params.length, params.seed))).map(Self)
    }

    /// Takes values in order; numbers are as for [`Indicator::next`](super::Indicator::next).
    ///
    /// # Panics
    /// Where `out` is shorter than `values`.
    pub fn fill(&mut self, values: &[f64], out: &mut [Lanes]) {
        let mut done = 0;
        while done < values.len() && !self.0.iter().all(Average::is_steady) {
            out[done] = self.0.each_mut().map(|average| average.next(values[done]));
            done += 1;
        }
        means(&mut self.0, &values[done..], &mut out[done..]);
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn means(averages: &mut [Average; 8], values: &[f64], out: &mut [Lanes]) {
    let mut steady = Steady::of(averages);
    let mut fours = values.chunks_exact(4);
    let mut places = out.chunks_exact_mut(4);
    for (values, out) in (&mut fours).zip(&mut places) {
        for row in 0..4 {
            out[row] = steady.next(row, [values[row]; 8]);
        }
    }
    for (row, (value, out)) in fours.remainder().iter().zip(places.into_remainder()).enumerate() {
        *out = steady.next(row, [*value; 8]);
    }
    steady.put_back(averages, values.len());
}

/// Relative strength indices of one series with eight sets of parameters, each with the bits of [`Rsi`](super::Rsi).
///
/// ```
/// use hashinsight_signals::indicators::{RsiParams, RsiSweep};
/// let mut out = [[0.0; 8]; 3];
/// RsiSweep::new(&[2, 2, 2, 2, 2, 2, 2, 1].map(RsiParams::new))?.fill(&[91.0, 94.0, 93.0], &mut out);
/// assert_eq!(out[2], [75.0, 75.0, 75.0, 75.0, 75.0, 75.0, 75.0, 0.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct RsiSweep {
    before: Option<f64>,
    gains: [Average; 8],
    losses: [Average; 8],
}

impl RsiSweep {
    /// Indices that have seen nothing.
    ///
    /// # Errors
    /// Parameters outside their ranges, at `[lane]`.
    pub fn new(params: &[RsiParams; 8]) -> Result<Self, Error> {
        let gains = averages(params, |params| params.check().map(|()| Rule::wilder(params.length, params.seed)))?;
        Ok(Self { before: None, losses: gains.clone(), gains })
    }

    /// Takes values in order; numbers are as for [`Indicator::next`](super::Indicator::next).
    ///
    /// # Panics
    /// Where `out` is shorter than `values`.
    pub fn fill(&mut self, values: &[f64], out: &mut [Lanes]) {
        let mut done = 0;
        while done < values.len() && (self.before.is_none() || !self.gains.iter().all(Average::is_steady)) {
            let value = values[done];
            out[done] = [f64::NAN; 8];
            if let Some(before) = self.before.replace(value) {
                let (gain, loss) = parts(value, before);
                for (lane, out) in out[done].iter_mut().enumerate() {
                    *out = index(self.gains[lane].next(gain), self.losses[lane].next(loss));
                }
            }
            done += 1;
        }
        if let (Some(before), Some(last)) = (self.before, values.last()) {
            indices(self, before, &values[done..], &mut out[done..]);
            self.before = Some(*last);
        }
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn indices(state: &mut RsiSweep, before: f64, values: &[f64], out: &mut [Lanes]) {
    let (mut gains, mut losses) = (Steady::of(&state.gains), Steady::of(&state.losses));
    let mut last = before;
    for (row, (value, out)) in values.iter().zip(out).enumerate() {
        let (gain, loss) = parts(*value, last);
        let (gain, loss) = (gains.next(row % 4, [gain; 8]), losses.next(row % 4, [loss; 8]));
        *out = std::array::from_fn(|lane| index(gain[lane], loss[lane]));
        last = *value;
    }
    gains.put_back(&mut state.gains, values.len());
    losses.put_back(&mut state.losses, values.len());
}
