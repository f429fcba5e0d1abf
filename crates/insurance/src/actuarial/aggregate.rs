//! The sum of a random number of losses.
//!
//! ```text
//! recursion:  g_0 = P(f_0),   g_k = sum over j of (a + b j / k) f_j g_(k-j) / (1 - a f_0)           (Panjer 1981)
//! transform:  g = inverse transform of P(transform of f), on f_j e^(-t j), and back with e^(t j)      (Grübel and Hermesmeier 1999)
//! ```
//!
//! The recursion is exact up to the last lattice point, and begins with a number that underflows for many losses: it runs on a scale of
//! its own, a power of two, that is taken away at the end. The transform is faster for long lattices; what lies beyond the last point comes
//! back at the beginning, damped by the tilt `t`.
//!
//! Tilting back multiplies what rounding left on each point by `e^(t j)`, up to a hundred million times at `20 / points`. Probabilities are not
//! negative, so that the most negative one shows how large that is: nothing within twice of it counts as a probability, and a tilt under which
//! what is hidden so could be more than `1e-4` altogether is refused.
//!
//! With a probability of no loss of its own (class `(a, b, 1)`, "zero-modified"), the number is a mixture of nothing and of the unmodified
//! number, and so is the sum: `g_k` times `(1 - q) / (1 - p_0)` for `k > 0`.

use hashinsight_numerics::{exp, inverse_real_fft, real_fft, sum, sum_by};
use hashinsight_units::json::scientific;
use hashinsight_units::{At, Error, Fraction, Outcome, Record};

use super::discretize::{MOST_POINTS, check_step, lattice};
use super::{Discretization, Frequency, Severity};
use crate::refuse::{none, refuse, within};

/// Way in which losses are added up.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum AggregateMethod {
    /// Panjer's recursion: exact on the lattice, in time `points` times the number of loss sizes.
    Panjer,
    /// Fast Fourier transform with this tilt per lattice point: 0, or about `20 / points`. The number of points is a power of two.
    #[record(example = 0.0012)]
    Fft(f64),
}

/// Inputs of [`aggregate_loss`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AggregateRequest {
    /// Distribution of the number of losses.
    pub frequency: Frequency,
    /// Distribution of one loss.
    pub severity: Severity,
    /// Distance between lattice points, in units of currency; above 0.
    #[record(example = 100)]
    pub step: f64,
    /// Number of lattice points, 0 among them.
    #[record(range = 1..=4_194_304, example = 4096)]
    pub points: u32,
    /// Way in which losses are added up.
    #[record(default = AggregateMethod::Panjer)]
    pub method: AggregateMethod,
    /// Way in which one loss is brought onto the lattice.
    #[record(default = Discretization::MeanPreserving)]
    pub discretization: Discretization,
    /// Probability of no loss at all, instead of the one that the frequency has. Absent: that of the frequency.
    pub zero_probability: Option<Fraction>,
    /// Levels of value at risk that are asked for, like 0.995.
    #[record(default = Vec::new())]
    pub levels: Vec<Fraction>,
    /// Retentions of stop-loss contracts that are asked for, in units of currency.
    #[record(default = Vec::new())]
    pub retentions: Vec<f64>,
    /// Whether the report holds the probability of every lattice point.
    #[record(default = false)]
    pub with_probabilities: bool,
}

/// Loss at a level of probability.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LossAtLevel {
    /// Probability that the loss stays at or below the value at risk.
    pub level: Fraction,
    /// Value at risk, in units of currency: least loss that is exceeded with a probability of at most `1 - level`. `undefined` beyond
    /// the lattice.
    pub value_at_risk: Outcome,
    /// Tail value at risk (expected shortfall), in units of currency: mean of the worst `1 - level` of all outcomes.
    pub tail_value_at_risk: Outcome,
}

/// Cost of a stop-loss contract.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct StopLossPremium {
    /// Amount of the sum of losses that is kept, in units of currency.
    pub retention: f64,
    /// Mean of what the sum exceeds the retention by, in units of currency.
    pub mean_excess: f64,
}

/// Result of [`aggregate_loss`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AggregateReport {
    /// Mean of the sum on the lattice, in units of currency.
    pub mean: f64,
    /// Variance of the sum on the lattice, in squared units of currency.
    pub variance: f64,
    /// Mean of the sum without lattice: mean number times mean loss. What the lattice leaves out is the difference.
    pub exact_mean: Outcome,
    /// Probability beyond the last lattice point. With a transform it is not known, but damped and added elsewhere.
    pub beyond: Outcome,
    /// Losses at the levels of the request.
    pub levels: Vec<LossAtLevel>,
    /// Costs of the stop-loss contracts of the request, up to the last lattice point.
    pub stop_loss: Vec<StopLossPremium>,
    /// Probability of each lattice point `0, step, 2 step, ...`. Absent: not asked for.
    pub probabilities: Option<Vec<f64>>,
}

/// Distribution of the sum of a random number of losses.
///
/// ```
/// use hashinsight_insurance::actuarial::{
///     AggregateRequest, ExponentialLoss, Frequency, PoissonCount, Severity, aggregate_loss,
/// };
/// use hashinsight_units::Fraction;
/// let frequency = Frequency::Poisson(PoissonCount::new(3.0));
/// let severity = Severity::Exponential(ExponentialLoss::new(1.0));
/// let request = AggregateRequest::new(frequency, severity, 0.01, 4000).levels(vec![Fraction::new(0.9565207847)?]);
/// let report = aggregate_loss(&request)?;
/// assert!((report.mean - 3.0).abs() < 1e-6);
/// assert!((report.levels[0].value_at_risk.value().unwrap() - 8.0).abs() < 0.02); // P(sum <= 8) = 0.95652
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::check`] and [`Frequency::check`]; `insurance.step.out_of_range`, `points`, `method` for a tilt outside 0 to
/// 700 over the points, or one that brings rounding up to more than 1e-4 of probability, or a transform whose points are no power of two, `levels` for 0 or 1, `retentions` below 0;
/// `insurance.zero_probability.none` where the frequency never has a loss.
pub fn aggregate_loss(request: &AggregateRequest) -> Result<AggregateReport, Error> {
    request.check()?;
    request.severity.check().at("severity")?;
    request.frequency.check().at("frequency")?;
    check_step(request.step)?;
    for (index, level) in request.levels.iter().enumerate() {
        if *level == Fraction::ZERO || *level == Fraction::ONE {
            return Err(refuse("levels", level.get(), "above 0, below 1").in_row(index));
        }
    }
    for (index, retention) in request.retentions.iter().enumerate() {
        within("retentions", *retention, 0.0, 1e18).map_err(|error| error.in_row(index))?;
    }
    let losses = lattice(&request.severity, request.step, request.points as usize, request.discretization);
    let mut sums = match request.method {
        AggregateMethod::Panjer => recursion(&request.frequency, &losses),
        AggregateMethod::Fft(tilt) => transform(&request.frequency, &losses, tilt)?,
    };
    if let Some(zero) = request.zero_probability {
        modify_zero(&mut sums, &request.frequency, zero.get())?;
    }
    Ok(report(request, sums))
}

/// Panjer's recursion, for a first value that may underflow.
fn recursion(frequency: &Frequency, losses: &[f64]) -> Vec<f64> {
    /// Where a value is taken down, and by how much: exact powers of two.
    const HIGH: f64 = f64::from_bits((1023 + 800) << 52);
    const LN_HIGH: f64 = 800.0 * std::f64::consts::LN_2;
    let (a, b) = frequency.panjer();
    let first = losses[0];
    // Sizes that occur: a loss of few sizes costs few products.
    let sizes: Vec<(usize, f64)> =
        losses.iter().copied().enumerate().skip(1).filter(|(_, probability)| *probability > 0.0).collect();
    let mut sums = vec![0.0; losses.len()];
    sums[0] = 1.0;
    let mut ln_scale = frequency.ln_generating(1.0 - first);
    for k in 1..sums.len() {
        let per_step = b / k as f64;
        let reach = sizes.partition_point(|(size, _)| *size <= k);
        let sum = sum_by(reach, |i| {
            let (size, probability) = sizes[i];
            (a + per_step * size as f64) * probability * sums[k - size]
        });
        sums[k] = sum / (1.0 - a * first);
        if sums[k] > HIGH {
            sums[..=k].iter_mut().for_each(|value| *value /= HIGH);
            ln_scale += LN_HIGH;
        }
    }
    // Half of the scale at a time: the whole may be too small where the product is not.
    let half = exp(ln_scale / 2.0);
    for value in &mut sums {
        *value = *value * half * half;
    }
    sums
}

/// Greatest probability that rounding may hide.
const MOST_HIDDEN: f64 = 1e-4;

/// The transform with exponential tilting.
fn transform(frequency: &Frequency, losses: &[f64], tilt: f64) -> Result<Vec<f64>, Error> {
    let points = losses.len();
    if !points.is_power_of_two() {
        return Err(refuse("points", points as f64, "a power of two for the transform"));
    }
    within("method", tilt, 0.0, 700.0 / points as f64)?;
    let tilted = |value: f64, j: usize, tilt: f64| if tilt == 0.0 { value } else { value * exp(tilt * j as f64) };
    let damped: Vec<f64> = (0..points).map(|j| tilted(losses[j], j, -tilt)).collect();
    // Real numbers: the other half of the spectrum is its mirror.
    let mut spectrum = real_fft(&damped)?;
    for value in &mut spectrum {
        *value = frequency.generating(*value);
    }
    let mut sums = inverse_real_fft(&spectrum)?;
    let floor = sums.iter().fold(0.0, |floor: f64, sum| if -2.0 * sum > floor { -2.0 * sum } else { floor });
    for (j, sum) in sums.iter_mut().enumerate() {
        *sum = if *sum > floor { tilted(*sum, j, tilt) } else { 0.0 };
    }
    let hidden = sum_by(points, |j| tilted(floor, j, tilt));
    if hidden > MOST_HIDDEN {
        let usual = 20.0 / points as f64;
        let allowed = if tilt > usual {
            format!("about 20 over the points, {}", scientific(usual))
        } else {
            "a smaller tilt".to_owned()
        };
        return Err(refuse("method", tilt, allowed));
    }
    Ok(sums)
}

/// Gives the sum the probability `zero` of no loss at all instead of the frequency's own.
fn modify_zero(sums: &mut [f64], frequency: &Frequency, zero: f64) -> Result<(), Error> {
    let own = exp(frequency.ln_generating(1.0));
    if own == 1.0 {
        return Err(none("zero_probability", zero, "a frequency that can have a loss"));
    }
    let share = (1.0 - zero) / (1.0 - own);
    for value in sums.iter_mut() {
        *value *= share;
    }
    sums[0] += zero - own * share;
    Ok(())
}

fn report(request: &AggregateRequest, sums: Vec<f64>) -> AggregateReport {
    let step = request.step;
    let amount = |j: usize| j as f64 * step;
    let mean = sum_by(sums.len(), |j| amount(j) * sums[j]);
    let variance = sum_by(sums.len(), |j| (amount(j) - mean) * (amount(j) - mean) * sums[j]);
    let missing = 1.0 - sum(&sums);
    let beyond = match request.method {
        AggregateMethod::Panjer => Outcome::Value(if missing > 0.0 { missing } else { 0.0 }),
        AggregateMethod::Fft(_) => Outcome::Undefined { reason: "a transform adds what lies beyond to other points" },
    };
    // What lies above each point: summed from the far end, where it is small.
    let (mut above, mut excess) = (vec![0.0; sums.len()], vec![0.0; sums.len()]);
    for j in (0..sums.len().saturating_sub(1)).rev() {
        above[j] = above[j + 1] + sums[j + 1];
        excess[j] = excess[j + 1] + step * above[j];
    }
    let tail = beyond.value().unwrap_or(0.0);
    let level = |level: &Fraction| {
        let rest = 1.0 - level.get();
        let at = above.iter().position(|above| above + tail <= rest);
        let [value_at_risk, tail_value_at_risk] = match at {
            // The mean of the worst: the value at risk, and what exceeds it.
            Some(j) => [amount(j), amount(j) + excess[j] / rest].map(Outcome::Value),
            None => [Outcome::Undefined { reason: "the loss at this level lies beyond the lattice" }; 2],
        };
        LossAtLevel { level: *level, value_at_risk, tail_value_at_risk }
    };
    let stop_loss = |retention: &f64| {
        let steps = retention / step;
        let mean_excess = if steps >= (sums.len() - 1) as f64 {
            0.0
        } else {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "from 0 to the number of points"
            )]
            let j = steps as usize;
            excess[j] - (steps - j as f64) * step * above[j]
        };
        StopLossPremium { retention: *retention, mean_excess }
    };
    let levels = request.levels.iter().map(level).collect();
    let stop_loss = request.retentions.iter().map(stop_loss).collect();
    let exact_mean = exact_mean(request);
    let probabilities = request.with_probabilities.then_some(sums);
    AggregateReport { mean, variance, exact_mean, beyond, levels, stop_loss, probabilities }
}

/// Mean number times mean loss.
fn exact_mean(request: &AggregateRequest) -> Outcome {
    let plain = request.frequency.mean();
    let number = request
        .zero_probability
        .map_or(plain, |zero| plain * (1.0 - zero.get()) / (1.0 - exp(request.frequency.ln_generating(1.0))));
    if number == 0.0 { Outcome::Value(0.0) } else { Outcome::of(number * request.severity.moments().0) }
}

const _: () = assert!(MOST_POINTS == 4_194_304, "the range of `points`");
