//! Markov-switching models: a series whose mean and variance hang on a regime that is never seen.
//!
//! ```text
//! y_t = m(s_t) + sum over i of phi_i (y_(t-i) - m(s_(t-i))) + e_t,   e_t ~ N(0, v(s_t)),   P(s_t = j | s_(t-1) = i) = p_ij
//! ```
//!
//! The filter of Hamilton 1989 runs over the states `(s_t, ..., s_(t-p))`, of which there are `K^(p+1)`:
//!
//! ```text
//! predict  xi_(t|t-1)(j) = sum over i of p_ij xi_(t-1|t-1)(i)
//! update   xi_(t|t)(j)   = f_j(y_t) xi_(t|t-1)(j) / f(y_t),   f(y_t) = sum over j of f_j(y_t) xi_(t|t-1)(j)
//! ```
//!
//! begun with the distribution that the chain has in the long run. What is filtered at `t` knows `y_1 ... y_t`; what is smoothed (Kim 1994)
//! knows the end of the series, so that it explains the past and is no signal.
//!
//! Densities are scaled by the greatest of each step before they are exponentials: no observation is so odd that all of them vanish.

use hashinsight_numerics::{exp, ln};
use hashinsight_units::{Error, Fault, FieldPath, Fraction, Problem, Record};

/// Most regimes of a model, and most states that the filter runs over.
const MOST_REGIMES: usize = 8;
const MOST_STATES: usize = 4096;
/// How far the probabilities of a row may be from adding up to 1.
const ROUNDING: f64 = 1e-9;

/// One regime of a [`SwitchingModel`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SwitchingRegime {
    /// Mean of the series in the regime, in the unit of the series.
    #[record(range = -1e100..=1e100, example = 0.001)]
    pub mean: f64,
    /// Variance of the series in the regime, in the square of its unit.
    #[record(range = 1e-100..=1e100, example = 0.0004)]
    pub variance: f64,
    /// Probabilities of the regimes at the next step, in the order of the regimes: they add up to 1.
    pub next: Vec<Fraction>,
}

/// A series whose mean and variance hang on an unseen regime.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SwitchingModel {
    /// Regimes, 2 to 8.
    pub regimes: Vec<SwitchingRegime>,
    /// Coefficients of the distances of earlier values from their means, newest first. Absent: values hang on their own regime alone.
    pub autoregression: Option<Vec<f64>>,
    /// Probabilities of the regimes at the first step, which add up to 1. Absent: those that the chain has in the long run.
    pub start: Option<Vec<Fraction>>,
}

/// Probabilities of every state at every step, and how likely the series is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Filtered {
    model: SwitchingModel,
    /// `steps * states`: before and after each value.
    prior: Vec<f64>,
    posterior: Vec<f64>,
    /// Logarithm of the density of the series.
    pub log_likelihood: f64,
}

fn refuse(path: impl Into<FieldPath>, field: &str, value: impl hashinsight_units::Shown, allowed: &str) -> Error {
    Fault::new(format_args!("signals.{field}"), Problem::OutOfRange).at(path).got(value).allowed(allowed).into()
}

fn adds_up(probabilities: &[Fraction], regimes: usize, field: &str) -> Result<(), Error> {
    let sum: f64 = probabilities.iter().fold(0.0, |sum, one| sum + one.get());
    if probabilities.len() == regimes && (sum - 1.0).abs() <= ROUNDING {
        return Ok(());
    }
    Err(refuse(FieldPath::new(field), field, sum, &format!("{regimes} probabilities that add up to 1")))
}

impl SwitchingModel {
    /// Refuses a model that is none.
    ///
    /// # Errors
    /// `signals.regimes.out_of_range`, `signals.mean`, `signals.variance`, `signals.next` and `signals.start.out_of_range`;
    /// `signals.autoregression.out_of_range` for coefficients beyond 1e100, and where there were more than 4096 states.
    pub fn consistent(&self) -> Result<(), Error> {
        let count = self.regimes.len();
        if !(2..=MOST_REGIMES).contains(&count) {
            return Err(refuse("regimes", "regimes", count, "2 to 8 regimes"));
        }
        for (index, regime) in self.regimes.iter().enumerate() {
            let placed = |error: Error| error.at(FieldPath::new("regimes").index(index));
            regime.check().map_err(placed)?;
            adds_up(&regime.next, count, "next").map_err(placed)?;
        }
        self.start.as_ref().map_or(Ok(()), |start| adds_up(start, count, "start"))?;
        for (index, phi) in self.lags().iter().enumerate() {
            if !(-1e100..=1e100).contains(phi) {
                let path = FieldPath::new("autoregression").index(index);
                return Err(refuse(path, "autoregression", phi, "-1e100 to 1e100"));
            }
        }
        let states = (0..=self.lags().len()).try_fold(1, |states: usize, _| states.checked_mul(count));
        if states.is_none_or(|states| states > MOST_STATES) {
            let lags = self.lags().len();
            return Err(refuse("autoregression", "autoregression", lags, "regimes^(coefficients + 1) at most 4096"));
        }
        Ok(())
    }

    fn lags(&self) -> &[f64] {
        self.autoregression.as_deref().unwrap_or_default()
    }

    pub(crate) fn transition(&self, from: usize, to: usize) -> f64 {
        self.regimes[from].next[to].get()
    }

    /// Number of states `(s_t, ..., s_(t-p))`, the newest first as digits of the state's number.
    fn states(&self) -> usize {
        (0..=self.lags().len()).fold(1, |states, _| states * self.regimes.len())
    }

    /// The distribution that the chain has in the long run (Grassmann, Taksar and Heyman 1985: no subtraction, so no digit is lost).
    ///
    /// # Errors
    /// `signals.start.none` where the chain does not reach every regime from every other: it has to be said where it starts.
    pub fn ergodic(&self) -> Result<Vec<f64>, Error> {
        let count = self.regimes.len();
        let mut p: Vec<Vec<f64>> = (0..count).map(|i| (0..count).map(|j| self.transition(i, j)).collect()).collect();
        for n in (1..count).rev() {
            let leaves = p[n][..n].iter().fold(0.0, |sum, one| sum + one);
            if leaves <= 0.0 {
                let allowed = "probabilities of the first step, or regimes that all reach each other";
                return Err(Fault::new("signals.start", Problem::None).at("start").allowed(allowed).into());
            }
            for i in 0..n {
                p[i][n] /= leaves;
                for j in 0..n {
                    p[i][j] += p[i][n] * p[n][j];
                }
            }
        }
        let mut long_run = vec![1.0; count];
        for n in 1..count {
            long_run[n] = (0..n).fold(0.0, |sum, i| sum + long_run[i] * p[i][n]);
        }
        let sum = long_run.iter().fold(0.0, |sum, one| sum + one);
        Ok(long_run.iter().map(|one| one / sum).collect())
    }

    /// Distribution of the regimes at the first step.
    pub(crate) fn first(&self) -> Result<Vec<f64>, Error> {
        match &self.start {
            Some(start) => Ok(start.iter().map(|one| one.get()).collect()),
            None => self.ergodic(),
        }
    }

    /// Distribution of the states at the first step: the oldest regime as at the start, the others by their transitions.
    fn first_states(&self) -> Result<Vec<f64>, Error> {
        let (count, first) = (self.regimes.len(), self.first()?);
        let mut states = first;
        for _ in self.lags() {
            // A new regime in front of states whose newest is their first digit.
            let newest = states.len() / count;
            states = (0..count * states.len())
                .map(|state| {
                    let (regime, rest) = (state / states.len(), state % states.len());
                    states[rest] * self.transition(rest / newest, regime)
                })
                .collect();
        }
        Ok(states)
    }

    /// Logarithms of the densities of `series[at]` in every state.
    fn log_densities(&self, series: &[f64], at: usize, out: &mut [f64]) {
        let (count, lags) = (self.regimes.len(), self.lags());
        let newest = out.len() / count;
        for (state, out) in out.iter_mut().enumerate() {
            let SwitchingRegime { mean, variance, .. } = self.regimes[state / newest];
            let (mut expected, mut place) = (mean, newest);
            for (lag, phi) in lags.iter().enumerate() {
                place /= count;
                expected += phi * (series[at - 1 - lag] - self.regimes[state / place % count].mean);
            }
            let distance = series[at] - expected;
            *out = -0.5 * (ln(std::f64::consts::TAU * variance) + distance * distance / variance);
        }
    }

    /// Filters a series: Hamilton 1989, equations 4.5 to 4.8. The first values, as many as there are coefficients, are only looked back at.
    ///
    /// ```
    /// use hashinsight_signals::modules::regime::{SwitchingModel, SwitchingRegime};
    /// use hashinsight_units::Fraction;
    /// let odds = |stay: f64, leave: f64| vec![Fraction::constant(stay), Fraction::constant(leave)];
    /// let calm = SwitchingRegime::new(0.0, 1.0, odds(0.9, 0.1));
    /// let turbulent = SwitchingRegime::new(0.0, 25.0, odds(0.2, 0.8));
    /// let filtered = SwitchingModel::new(vec![calm, turbulent]).filter(&[0.1, -0.5, 9.0, -7.0])?;
    /// let turbulence: Vec<f64> = (0..4).map(|step| filtered.filtered(step, 1)).collect();
    /// assert!(turbulence[1] < 0.1 && turbulence[2] > 0.9 && turbulence[3] > 0.99);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`consistent`](Self::consistent) and [`ergodic`](Self::ergodic); `signals.series.insufficient_data` unless there are more values than
    /// coefficients; `signals.series.out_of_range` for a value beyond 1e100.
    pub fn filter(&self, series: &[f64]) -> Result<Filtered, Error> {
        self.consistent()?;
        let skipped = self.lags().len();
        check_series(series, skipped + 1)?;
        let (count, states) = (self.regimes.len(), self.states());
        let steps = series.len() - skipped;
        let mut filtered = Filtered {
            model: self.clone(),
            prior: Vec::with_capacity(steps * states),
            posterior: Vec::with_capacity(steps * states),
            log_likelihood: 0.0,
        };
        let (mut predicted, mut logs) = (self.first_states()?, vec![0.0; states]);
        for at in skipped..series.len() {
            self.log_densities(series, at, &mut logs);
            let greatest =
                logs.iter().fold(f64::NEG_INFINITY, |greatest, log| if *log > greatest { *log } else { greatest });
            let joint: Vec<f64> = logs.iter().zip(&predicted).map(|(log, prior)| prior * exp(log - greatest)).collect();
            let density = joint.iter().fold(0.0, |sum, one| sum + one);
            filtered.log_likelihood += greatest + ln(density);
            filtered.prior.extend_from_slice(&predicted);
            filtered.posterior.extend(joint.iter().map(|one| one / density));
            let now = &filtered.posterior[filtered.posterior.len() - states..];
            predicted = (0..states)
                .map(|state| {
                    // State (j, s_t, ..., s_(t-p+1)) follows (s_t, ..., s_(t-p)) for each oldest regime, its last digit.
                    let (regime, kept) = (state / (states / count), state % (states / count));
                    (0..count).fold(0.0, |sum, oldest| {
                        let before = kept * count + oldest;
                        sum + now[before] * self.transition(before / (states / count), regime)
                    })
                })
                .collect();
        }
        Ok(filtered)
    }

    /// The likeliest path of regimes, and the logarithm of its density together with the series (Viterbi 1967).
    ///
    /// # Errors
    /// As [`filter`](Self::filter).
    pub fn likeliest_path(&self, series: &[f64]) -> Result<(Vec<u32>, f64), Error> {
        self.consistent()?;
        let skipped = self.lags().len();
        check_series(series, skipped + 1)?;
        let (count, states) = (self.regimes.len(), self.states());
        let newest = states / count;
        let mut best: Vec<f64> = self.first_states()?.iter().map(|one| ln(*one)).collect();
        let (mut logs, mut came_from) = (vec![0.0; states], Vec::new());
        for at in skipped..series.len() {
            self.log_densities(series, at, &mut logs);
            if at > skipped {
                let (mut next, mut from) = (vec![f64::NEG_INFINITY; states], vec![0; states]);
                for state in 0..states {
                    let (regime, kept) = (state / newest, state % newest);
                    for (before, path) in best.iter().enumerate().skip(kept * count).take(count) {
                        let path = path + ln(self.transition(before / newest, regime));
                        if path > next[state] {
                            (next[state], from[state]) = (path, before);
                        }
                    }
                }
                best = next;
                came_from.push(from);
            }
            best.iter_mut().zip(&logs).for_each(|(path, log)| *path += log);
        }
        let mut state =
            (1..states).fold(0, |best_yet, state| if best[state] > best[best_yet] { state } else { best_yet });
        let density = best[state];
        let mut path = vec![state];
        for from in came_from.iter().rev() {
            state = from[state];
            path.push(state);
        }
        let regime =
            |state: &usize| u32::try_from(state / newest).unwrap_or_else(|_| unreachable!("at most 8 regimes"));
        Ok((path.iter().rev().map(regime).collect(), density))
    }
}

pub(crate) fn check_series(series: &[f64], needed: usize) -> Result<(), Error> {
    if series.len() < needed {
        let fault = Fault::new("signals.series", Problem::InsufficientData).at("series").got(series.len());
        return Err(fault.allowed(format!("at least {needed} values")).into());
    }
    match series.iter().position(|value| !(-1e100..=1e100).contains(value)) {
        Some(index) => Err(refuse(FieldPath::new("series").index(index), "series", series[index], "-1e100 to 1e100")),
        None => Ok(()),
    }
}

impl Filtered {
    /// Number of steps: values of the series less coefficients.
    pub fn steps(&self) -> usize {
        self.posterior.len() / self.model.states()
    }

    /// Sum over the states of a step whose newest regime is this one.
    fn of_regime(&self, probabilities: &[f64], step: usize, regime: usize) -> f64 {
        let states = self.model.states();
        let newest = states / self.model.regimes.len();
        let row = &probabilities[step * states..(step + 1) * states];
        row[regime * newest..(regime + 1) * newest].iter().fold(0.0, |sum, one| sum + one)
    }

    /// Probability of a regime before the value of the step is known.
    pub fn predicted(&self, step: usize, regime: usize) -> f64 {
        self.of_regime(&self.prior, step, regime)
    }

    /// Probability of a regime once the value of the step is known, and none after it.
    pub fn filtered(&self, step: usize, regime: usize) -> f64 {
        self.of_regime(&self.posterior, step, regime)
    }

    /// Probabilities of the regimes given the whole series, a list per step (Kim 1994, equation 9). They look ahead: for reports only.
    ///
    /// ```text
    /// xi_(t|T)(i) = xi_(t|t)(i) sum over j of p_ij xi_(t+1|T)(j) / xi_(t+1|t)(j)
    /// ```
    pub fn smooth(&self) -> Vec<Vec<f64>> {
        let (count, states, steps) = (self.model.regimes.len(), self.model.states(), self.steps());
        let newest = states / count;
        let mut smoothed = self.posterior.clone();
        for step in (0..steps - 1).rev() {
            let (now, next) = smoothed.split_at_mut((step + 1) * states);
            let predicted = &self.prior[(step + 1) * states..];
            for (state, one) in now[step * states..].iter_mut().enumerate() {
                let (regime, kept) = (state / newest, state / count);
                let ahead = (0..count).fold(0.0, |sum, to| {
                    let after = to * newest + kept;
                    let ratio = if predicted[after] > 0.0 { next[after] / predicted[after] } else { 0.0 };
                    sum + self.model.transition(regime, to) * ratio
                });
                *one *= ahead;
            }
        }
        (0..steps).map(|step| (0..count).map(|regime| self.of_regime(&smoothed, step, regime)).collect()).collect()
    }

    /// Smoothed probabilities that the chain goes from one regime to another, summed over all steps: what the fit counts.
    pub(super) fn transitions(&self, smoothed: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let count = self.model.regimes.len();
        let mut counts = vec![vec![0.0; count]; count];
        for step in 0..self.steps() - 1 {
            for (i, row) in counts.iter_mut().enumerate() {
                for (j, counted) in row.iter_mut().enumerate() {
                    let predicted = self.predicted(step + 1, j);
                    if predicted > 0.0 {
                        let joint = self.filtered(step, i) * self.model.transition(i, j);
                        *counted += joint * smoothed[step + 1][j] / predicted;
                    }
                }
            }
        }
        counts
    }
}
