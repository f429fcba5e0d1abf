//! How good probabilities were: Brier's score (1950) and its parts (Murphy 1973), logarithmic loss, calibration error, reliability by bins.

use hashinsight_numerics::{ln, proportion_interval, sum_by};
use hashinsight_units::{Error, Fraction, Record};

use super::Truth;
use crate::count::count;
use crate::refuse::{insufficient, length, out_of_range, refuse};

/// One bin of probabilities.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ReliabilityBin {
    /// Number of probabilities in the bin.
    pub count: u32,
    /// Mean of the probabilities in the bin.
    pub mean_probability: f64,
    /// Part of their labels that came true.
    pub frequency: f64,
    /// Lower end of the 95 % interval of the frequency (Clopper and Pearson), for the effective number of labels.
    pub frequency_low: f64,
    /// Upper end of the 95 % interval of the frequency (Clopper and Pearson), for the effective number of labels.
    pub frequency_high: f64,
}

/// Quality of probabilities. `brier = reliability - resolution + uncertainty + within`.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ReliabilityReport {
    /// Number of probabilities with their labels.
    pub count: u32,
    /// Effective number of independent labels: overlapping ones count once per horizon.
    pub effective_count: f64,
    /// Part of the labels that came true.
    pub base_rate: f64,
    /// Brier score, the mean of `(p - y)^2`: less is better.
    pub brier: f64,
    /// Brier score of always saying the base rate that was known before: what has to be beaten. Absent: it was not given.
    pub brier_of_reference: Option<f64>,
    /// Skill, 1 less the Brier score over that of the reference. Absent: there is none, or it is 0.
    pub brier_skill: Option<f64>,
    /// Reliability: mean squared distance of frequency and probability by bins, 0 if calibrated.
    pub reliability: f64,
    /// Resolution: mean squared distance of the bins' frequencies from the base rate, more is better.
    pub resolution: f64,
    /// Uncertainty of the labels, `b (1 - b)` of the base rate.
    pub uncertainty: f64,
    /// What the bins hide: spread within them (Stephenson, Coelho and Jolliffe 2008), 0 where each holds one probability.
    pub within: f64,
    /// Logarithmic loss, the mean of `-ln` of the probability of what happened. Absent: something happened that was called impossible.
    pub log_loss: Option<f64>,
    /// Expected calibration error: mean distance of frequency and probability by bins.
    pub calibration_error: f64,
    /// Bins of equal width that hold any, from 0 to 1.
    pub bins: Vec<ReliabilityBin>,
}

/// Quality of probabilities with their labels; `overlap` labels in a row share their bars, and count as one.
///
/// ```
/// use hashinsight_signals::modules::ensemble::reliability;
/// let p = [0.1, 0.1, 0.3, 0.3, 0.6, 0.6, 0.9, 0.9];
/// let y = [false, false, false, true, true, false, true, true];
/// let report = reliability(&p, &y, 10, 1, None)?;
/// assert!((report.brier - 0.1425).abs() < 1e-15 && (report.resolution - 0.125).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.probabilities` outside 0 to 1, `signals.labels.length`, `signals.probabilities.insufficient_data` for none, `signals.bins` and
/// `signals.overlap` of 0.
pub fn reliability(
    probabilities: &[f64],
    labels: &[bool],
    bins: u32,
    overlap: u32,
    reference: Option<f64>,
) -> Result<ReliabilityReport, Error> {
    if labels.len() != probabilities.len() {
        return Err(length("labels", labels.len(), probabilities.len()));
    }
    if probabilities.is_empty() {
        return Err(insufficient("probabilities", 0, "at least one"));
    }
    if let Some(index) = probabilities.iter().position(|p| !(0.0..=1.0).contains(p)) {
        return Err(refuse("probabilities", probabilities[index], "0 to 1").in_row(index));
    }
    for (field, value) in [("bins", bins), ("overlap", overlap)] {
        if !(1..=1000).contains(&value) {
            return Err(out_of_range(field, value, "1 to 1000"));
        }
    }
    let n = probabilities.len() as f64;
    let outcome = |index: usize| if labels[index] { 1.0 } else { 0.0 };
    let base_rate = sum_by(labels.len(), outcome) / n;
    let squares = |p: &dyn Fn(usize) -> f64| sum_by(labels.len(), |i| (p(i) - outcome(i)) * (p(i) - outcome(i))) / n;
    let brier = squares(&|i| probabilities[i]);
    let brier_of_reference = reference.map(|rate| squares(&|_| rate));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the number of bins")]
    let place = |p: f64| ((p * f64::from(bins)) as usize).min(bins as usize - 1);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); bins as usize];
    probabilities.iter().enumerate().for_each(|(index, p)| members[place(*p)].push(index));
    members.retain(|bin| !bin.is_empty());
    let (mut reliability, mut resolution, mut within, mut error) = (0.0, 0.0, 0.0, 0.0);
    let mut rows = Vec::new();
    for bin in &members {
        let size = bin.len() as f64;
        let mean = sum_by(bin.len(), |k| probabilities[bin[k]]) / size;
        let frequency = sum_by(bin.len(), |k| outcome(bin[k])) / size;
        let spread = sum_by(bin.len(), |k| {
            let (p, y) = (probabilities[bin[k]] - mean, outcome(bin[k]) - frequency);
            p * p - 2.0 * p * y
        });
        reliability += size / n * (mean - frequency) * (mean - frequency);
        resolution += size / n * (frequency - base_rate) * (frequency - base_rate);
        within += spread / n;
        error += size / n * (mean - frequency).abs();
        let (low, high) = interval(frequency, size / f64::from(overlap))?;
        rows.push(ReliabilityBin {
            count: count(bin.len()),
            mean_probability: mean,
            frequency,
            frequency_low: low,
            frequency_high: high,
        });
    }
    let chance = |index: usize| if labels[index] { probabilities[index] } else { 1.0 - probabilities[index] };
    let impossible = (0..labels.len()).any(|index| chance(index) == 0.0);
    Ok(ReliabilityReport {
        count: count(labels.len()),
        effective_count: n / f64::from(overlap),
        base_rate,
        brier,
        brier_of_reference,
        brier_skill: brier_of_reference.filter(|reference| *reference > 0.0).map(|reference| 1.0 - brier / reference),
        reliability,
        resolution,
        uncertainty: base_rate * (1.0 - base_rate),
        within,
        log_loss: (!impossible).then(|| sum_by(labels.len(), |i| -ln(chance(i))) / n),
        calibration_error: error,
        bins: rows,
    })
}

/// The exact interval of a frequency among so many independent labels, rounded down to whole ones: 0 to 1 where there is none.
fn interval(frequency: f64, effective: f64) -> Result<(f64, f64), Error> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of labels")]
    let trials = effective.floor() as u64;
    if trials == 0 {
        return Ok((0.0, 1.0));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the trials")]
    let hits = (frequency * trials as f64).round() as u64;
    proportion_interval(hits, trials, Fraction::constant(0.95))
}

/// Inputs of [`check_reliability`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReliabilityRequest {
    /// Probabilities that were said.
    pub probabilities: Vec<Fraction>,
    /// Labels: whether what was said came true.
    pub labels: Vec<Truth>,
    /// Number of bins of equal width.
    #[record(default = 10, range = 1..=1000, example = 10)]
    pub bins: u32,
    /// Number of labels in a row that share their bars, the horizon in bars: they count as one.
    #[record(default = 1, range = 1..=1000, example = 7)]
    pub overlap: u32,
    /// Base rate that was known before, as a reference. Absent: no skill is answered.
    pub reference: Option<Fraction>,
}

/// [`reliability`] of a document.
///
/// # Errors
/// As [`reliability`].
pub fn check_reliability(request: &ReliabilityRequest) -> Result<ReliabilityReport, Error> {
    let ReliabilityRequest { probabilities, labels, bins, overlap, reference } = request;
    let probabilities: Vec<f64> = probabilities.iter().map(|p| p.get()).collect();
    let labels: Vec<bool> = labels.iter().map(|label| label.get()).collect();
    reliability(&probabilities, &labels, *bins, *overlap, reference.map(Fraction::get))
}

/// Refuses labels that are all alike: no map can be fitted to them.
pub(super) fn both_occur(labels: &[bool]) -> Result<(), Error> {
    let hits = labels.iter().filter(|label| **label).count();
    if hits == 0 || hits == labels.len() {
        return Err(insufficient("labels", labels.len(), "labels of both kinds"));
    }
    Ok(())
}
