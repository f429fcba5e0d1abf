//! One series with eight lengths at once, each with the bits of that length alone.

use hashinsight_units::{At, Error};
use multiversion::multiversion;

use super::average::{Abreast, Average, Rule};
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
        let first = until(&self.0, values.len());
        let whole = first + (values.len() - first) / 4 * 4;
        let mut singly = |row: usize| out[row] = self.0.each_mut().map(|average| average.next(values[row]));
        (0..first).for_each(&mut singly);
        means(&mut self.0, &values[first..whole], &mut out[first..whole]);
        let mut singly = |row: usize| out[row] = self.0.each_mut().map(|average| average.next(values[row]));
        (whole..values.len()).for_each(&mut singly);
    }
}

/// Values to take singly before a whole block can come in every lane: averages of all lengths are in step.
fn until(averages: &[Average; 8], most: usize) -> usize {
    averages.iter().map(|average| average.until_block(most)).max().unwrap_or(most)
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn means(averages: &mut [Average; 8], values: &[f64], out: &mut [Lanes]) {
    let mut abreast = Abreast::of(averages);
    for (values, out) in values.chunks_exact(4).zip(out.chunks_exact_mut(4)) {
        out.copy_from_slice(&abreast.block([values[0], values[1], values[2], values[3]]));
    }
    abreast.put_back(averages);
}

/// Relative strength indices of one series with eight sets of parameters, each with the bits of [`Rsi`](super::Rsi).
///
/// ```
/// use hashinsight_signals::indicators::{RsiParams, RsiSweep};
/// let mut out = [[0.0; 8]; 3];
/// RsiSweep::new(&[2, 2, 2, 2, 2, 2, 2, 1].map(|length| RsiParams::new().length(length)))?.fill(&[91.0, 94.0, 93.0], &mut out);
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
        if let (None, Some(first)) = (self.before, values.first()) {
            (self.before, out[0], done) = (Some(*first), [f64::NAN; 8], 1);
        }
        let first = done + until(&self.gains, values.len() - done);
        let whole = first + (values.len() - first) / 4 * 4;
        (done..first).for_each(|row| out[row] = self.next(values[row]));
        indices(self, &values[first..whole], &mut out[first..whole]);
        (whole..values.len()).for_each(|row| out[row] = self.next(values[row]));
    }

    /// The indices that follow a value, behind another.
    fn next(&mut self, value: f64) -> Lanes {
        let (gain, loss) = parts(value, self.before.replace(value).unwrap_or(value));
        let lane = |lane: usize| index(self.gains[lane].next(gain), self.losses[lane].next(loss));
        [0, 1, 2, 3, 4, 5, 6, 7].map(lane)
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn indices(state: &mut RsiSweep, values: &[f64], out: &mut [Lanes]) {
    const TILE: usize = 64;
    let (mut gains, mut losses) = (Abreast::of(&state.gains), Abreast::of(&state.losses));
    let mut before = state.before.unwrap_or(0.0); // without one there are no values
    let [mut rises, mut falls] = [[0.0; TILE]; 2];
    let [mut gain, mut loss] = [[[0.0; 8]; TILE]; 2];
    for (values, out) in values.chunks(TILE).zip(out.chunks_mut(TILE)) {
        for ((value, rise), fall) in values.iter().zip(&mut rises).zip(&mut falls) {
            (*rise, *fall) = parts(*value, before);
            before = *value;
        }
        for (changes, means, averages) in [(&rises, &mut gain, &mut gains), (&falls, &mut loss, &mut losses)] {
            for (four, means) in changes[..values.len()].chunks_exact(4).zip(means.chunks_exact_mut(4)) {
                means.copy_from_slice(&averages.block([four[0], four[1], four[2], four[3]]));
            }
        }
        // As one list: row by row, lanes would be gathered across them.
        let both = gain.as_flattened().iter().zip(loss.as_flattened());
        for (out, (gain, loss)) in out.as_flattened_mut().iter_mut().zip(both) {
            *out = index(*gain, *loss);
        }
    }
    state.before = state.before.map(|_| before);
    gains.put_back(&mut state.gains);
    losses.put_back(&mut state.losses);
}
