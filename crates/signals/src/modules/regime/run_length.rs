//! Bayesian online detection of change points (Adams and `MacKay` 2007): how long the present run of like values is.
//!
//! With `p_t(r)` the probability that the run holds the last `r` values, a change has the chance `H = 1 / mean_run` at every value, and
//!
//! ```text
//! grows    p_t(r + 1) ~ p_(t-1)(r) pi_r(x_t) (1 - H)
//! changes  p_t(0)     ~ H sum over r of p_(t-1)(r) pi_r(x_t)        ~: divided by the evidence, the sum of all
//! ```
//!
//! where `pi_r` is what the values of the run predict. They are normal with unknown mean and precision, whose prior is normal-gamma
//! `(mean_0, kappa_0, alpha_0, beta_0)`; after `r` values `kappa = kappa_0 + r`, `alpha = alpha_0 + r / 2`,
//!
//! ```text
//! mean' = mean + (x - mean) / (kappa + 1),   beta' = beta + kappa (x - mean)^2 / (2 (kappa + 1))
//! ```
//!
//! and the prediction is Student's with `2 alpha` degrees of freedom (Murphy 2007, equations 85 to 101), which these updates hold already:
//!
//! ```text
//! ln pi_r(x) = ln G(alpha + 1/2) - ln G(alpha) + ln(kappa / (2 pi (kappa + 1))) / 2 + alpha ln beta - (alpha + 1/2) ln beta'
//! ```
//!
//! # What it is not
//! `p_t(0)` is `H` at every value, whatever comes: the chance of a change is constant by assumption. A change shows in the run that is likeliest
//! becoming short, or in [`RunLengthOutput::recent_probability`].
//!
//! # What is dropped
//! Runs with less than `least_probability` are dropped, and the least likely beyond `most_runs`; the others are scaled up. What was dropped at a
//! value stands in its output.

use hashinsight_numerics::{exp_slice, ln, ln_gamma, ln_slice, state::impossible, sum, sum_by};
use hashinsight_units::{Error, Record};

/// Prior and limits of a [`RunLength`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RunLengthParams {
    /// Mean length of a run, in values.
    #[record(range = 2.0..=1e9, default = 250.0)]
    pub mean_run: f64,
    /// Mean of the values of a run before any is seen, in the unit of the series.
    #[record(range = -1e50..=1e50, default = 0.0)]
    pub prior_mean: f64,
    /// Number of values that the prior mean is worth.
    #[record(range = 1e-9..=1e9, default = 1.0)]
    pub prior_kappa: f64,
    /// Shape of the prior of the precision: half of the number of values that it is worth.
    #[record(range = 1e-3..=1e6, default = 1.0)]
    pub prior_alpha: f64,
    /// Rate of the prior of the precision, in the square of the unit of the series.
    #[record(range = 1e-50..=1e50, default = 1.0)]
    pub prior_beta: f64,
    /// Run lengths that count as recent, in values: up to this one.
    #[record(range = 0..=1000, default = 5)]
    pub recent: u32,
    /// Probability below which a run is dropped.
    #[record(range = 0.0..=0.001, default = 1e-10)]
    pub least_probability: f64,
    /// Most runs that are kept.
    #[record(range = 10..=100_000, default = 500)]
    pub most_runs: u32,
}

/// Output of a [`RunLength`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = RunLengthTable)]
#[non_exhaustive]
pub struct RunLengthOutput {
    /// Likeliest length of the present run, in values.
    pub likeliest_run: u32,
    /// Expected length of the present run, in values.
    pub expected_run: f64,
    /// Probability that the run is at most `recent` values long.
    pub recent_probability: f64,
    /// Logarithm of the density of this value, given all before.
    pub log_evidence: f64,
    /// Probability of the runs that were dropped at this value.
    pub dropped_probability: f64,
}

/// The runs that may be the present one, the longest first.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct RunLength {
    length: Vec<u32>,
    probability: Vec<f64>,
    mean: Vec<f64>,
    beta: Vec<f64>,
    /// Logarithms of `beta`.
    #[serde(skip)]
    ln_beta: Vec<f64>,
    /// What the parameters decide for runs of every length so far, and the logarithm of the prior's rate.
    #[serde(skip)]
    scale: Vec<f64>,
    #[serde(skip)]
    prior_ln_beta: f64,
    /// Room for what is computed at a value.
    #[serde(skip)]
    room: [Vec<f64>; 2],
}

/// `ln G(alpha + 1/2) - ln G(alpha) + ln(kappa / (2 pi (kappa + 1))) / 2` of a run.
fn scale(params: &RunLengthParams, length: u32) -> f64 {
    let (alpha, kappa) = (params.prior_alpha + 0.5 * f64::from(length), params.prior_kappa + f64::from(length));
    let gammas = if alpha < 200.0 {
        let ln_gamma = |x| ln_gamma(x).unwrap_or_else(|error| unreachable!("a number above 0: {error}"));
        ln_gamma(alpha + 0.5) - ln_gamma(alpha)
    } else {
        // Stirling's series of the difference: what is left out is below 1e-18 here.
        let inverse = 1.0 / alpha;
        0.5 * ln(alpha) - inverse / 8.0 + inverse * inverse * inverse * (1.0 / 192.0 - inverse * inverse / 640.0)
    };
    gammas + 0.5 * ln(kappa / (std::f64::consts::TAU * (kappa + 1.0)))
}

/// Lengths whose scale is kept.
const MOST_SCALES: u32 = 1 << 20;

/// A function of numerics over columns of one length.
fn of_one_length(result: Result<(), Error>) {
    result.unwrap_or_else(|error| unreachable!("columns of one length: {error}"));
}

impl RunLength {
    /// Makes a state ready for use: the default one, or one that was saved.
    ///
    /// # Errors
    /// Parameters outside their ranges; `state.bytes.out_of_range` for a state that no values give.
    pub fn prepare(&mut self, params: &RunLengthParams) -> Result<(), Error> {
        params.check()?;
        self.prior_ln_beta = ln(params.prior_beta);
        if self.length.is_empty() && self.probability.is_empty() {
            self.begin(params, 1.0);
        }
        let runs = self.length.len();
        let possible = [&self.probability, &self.mean, &self.beta].iter().all(|column| column.len() == runs)
            && (1..=params.most_runs as usize).contains(&runs)
            && self.length.windows(2).all(|pair| pair[0] > pair[1])
            && self.probability.iter().all(|one| (0.0..=1.0 + 1e-9).contains(one))
            && self.beta.iter().all(|beta| *beta > 0.0 && beta.is_finite())
            && self.mean.iter().all(|mean| mean.is_finite());
        if !possible {
            return Err(impossible("runs"));
        }
        self.ln_beta = self.beta.iter().map(|beta| ln(*beta)).collect();
        let longest = self.length.first().copied().unwrap_or_default();
        self.scale = (0..=longest.min(MOST_SCALES)).map(|length| scale(params, length)).collect();
        Ok(())
    }

    /// A run that begins now.
    fn begin(&mut self, params: &RunLengthParams, probability: f64) {
        self.length.push(0);
        self.probability.push(probability);
        self.mean.push(params.prior_mean);
        self.beta.push(params.prior_beta);
        self.ln_beta.push(self.prior_ln_beta);
    }

    /// Takes the next value: a finite number of at most 1e100.
    ///
    /// ```
    /// use hashinsight_signals::modules::regime::{RunLength, RunLengthParams};
    /// let params = RunLengthParams::new();
    /// let mut runs = RunLength::default();
    /// runs.prepare(&params)?;
    /// let calm = (0..60).map(|i| if i % 2 == 0 { 0.2 } else { -0.2 });
    /// let before = calm.map(|value| runs.next(&params, value)).last().unwrap();
    /// assert_eq!(before.likeliest_run, 60);
    /// let after = (0..4).map(|i| runs.next(&params, if i % 2 == 0 { 6.0 } else { -6.0 })).last().unwrap();
    /// assert!(after.likeliest_run <= 4 && after.recent_probability > 0.9);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn next(&mut self, params: &RunLengthParams, value: f64) -> RunLengthOutput {
        let hazard = 1.0 / params.mean_run;
        let runs = self.length.len();
        let [mut logs, mut joint] = std::mem::take(&mut self.room);
        logs.resize(runs, 0.0);
        joint.resize(runs, 0.0);
        // One quotient a run; whole columns at a time, so that the processor takes several runs in a step.
        for ((mean, beta), length) in self.mean.iter_mut().zip(&mut self.beta).zip(&self.length) {
            let kappa = params.prior_kappa + f64::from(*length);
            let (distance, share) = (value - *mean, 1.0 / (kappa + 1.0));
            *mean += distance * share;
            *beta += 0.5 * kappa * share * (distance * distance);
        }
        of_one_length(ln_slice(&self.beta, &mut logs));
        let of_length = |length: u32| self.scale.get(length as usize).copied().unwrap_or_else(|| scale(params, length));
        for ((log, ln_beta), length) in logs.iter_mut().zip(&mut self.ln_beta).zip(&self.length) {
            let alpha = params.prior_alpha + 0.5 * f64::from(*length);
            let before = std::mem::replace(ln_beta, *log);
            *log = of_length(*length) + alpha * before - (alpha + 0.5) * *log;
        }
        let greatest =
            logs.iter().fold(f64::NEG_INFINITY, |greatest, log| if *log > greatest { *log } else { greatest });
        for log in &mut logs {
            *log -= greatest;
        }
        of_one_length(exp_slice(&logs, &mut joint));
        joint.iter_mut().zip(&self.probability).for_each(|(joint, prior)| *joint *= prior);
        let evidence = sum(&joint);
        let grows = (1.0 - hazard) / evidence;
        self.probability.iter_mut().zip(&joint).for_each(|(probability, joint)| *probability = joint * grows);
        for length in &mut self.length {
            *length += 1;
        }
        self.room = [logs, joint];
        self.begin(params, hazard);
        // The longest run has grown by one; a table of a million lengths is long enough.
        let known = u32::try_from(self.scale.len()).unwrap_or(u32::MAX);
        if known <= MOST_SCALES && self.length[0] >= known {
            self.scale.push(scale(params, known));
        }
        let dropped_probability = self.drop_unlikely(params);
        self.answer(params, greatest + ln(evidence), dropped_probability)
    }

    /// Drops runs that are too unlikely or too many, scales the others up, and says what was dropped.
    fn drop_unlikely(&mut self, params: &RunLengthParams) -> f64 {
        let mut dropped = 0.0;
        let too_unlikely = |probability: f64| probability < params.least_probability;
        if self.probability.iter().fold(false, |any, probability| any | too_unlikely(*probability)) {
            let mut kept = 0;
            for run in 0..self.length.len() {
                if too_unlikely(self.probability[run]) {
                    dropped += self.probability[run];
                } else {
                    self.move_run(run, kept);
                    kept += 1;
                }
            }
            self.truncate(kept);
        }
        if self.length.len() > params.most_runs as usize {
            let least =
                self.probability.iter().fold(f64::INFINITY, |least, one| if *one < least { *one } else { least });
            let place = self.probability.iter().position(|one| *one == least).unwrap_or_default();
            dropped += least;
            self.length.remove(place);
            for column in [&mut self.probability, &mut self.mean, &mut self.beta, &mut self.ln_beta] {
                column.remove(place);
            }
        }
        if dropped > 0.0 {
            let up = 1.0 / (1.0 - dropped);
            self.probability.iter_mut().for_each(|one| *one *= up);
        }
        dropped
    }

    fn move_run(&mut self, from: usize, to: usize) {
        self.length[to] = self.length[from];
        self.probability[to] = self.probability[from];
        self.mean[to] = self.mean[from];
        self.beta[to] = self.beta[from];
        self.ln_beta[to] = self.ln_beta[from];
    }

    fn truncate(&mut self, runs: usize) {
        self.length.truncate(runs);
        self.probability.truncate(runs);
        self.mean.truncate(runs);
        self.beta.truncate(runs);
        self.ln_beta.truncate(runs);
    }

    fn answer(&self, params: &RunLengthParams, log_evidence: f64, dropped_probability: f64) -> RunLengthOutput {
        let runs = self.length.len();
        let greatest = self.probability.iter().fold(0.0, |greatest, one| if *one > greatest { *one } else { greatest });
        let likeliest = self.probability.iter().position(|one| *one == greatest).unwrap_or_default();
        let recent = self.length.iter().rev().take_while(|length| **length <= params.recent).count();
        RunLengthOutput {
            likeliest_run: self.length[likeliest],
            expected_run: sum_by(runs, |run| self.probability[run] * f64::from(self.length[run])),
            recent_probability: sum(&self.probability[runs - recent..]),
            log_evidence,
            dropped_probability,
        }
    }
}
