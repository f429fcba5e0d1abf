//! Fitting a switching model to a series: the method of Baum and Welch.
//!
//! Each round smooths the series under the model it has (the expectation) and takes the means, variances and transitions that the smoothed
//! probabilities ask for (the maximization), so that the likelihood rises (Dempster, Laird and Rubin 1977). With `g_t(j)` the smoothed
//! probability of regime `j` at `t` and `x_ij` the smoothed number of transitions,
//!
//! ```text
//! mean_j = sum of g_t(j) y_t / sum of g_t(j),   variance_j = sum of g_t(j) (y_t - mean_j)^2 / sum of g_t(j)
//! p_ij   = (x_ij + a) / (sum over j of x_ij + K a),   start_j = g_1(j)
//! ```
//!
//! Two things keep it from collapsing: a variance is at least `variance_floor` of that of the whole series (a regime of one value would
//! have an infinite likelihood), and `a` pseudo-transitions of each kind keep the transitions off 0. Several starts are run, because the
//! likelihood has several tops, and the likeliest end is taken. Regimes are sorted by variance, so that the last is the turbulent one
//! whatever the start.

use hashinsight_numerics::{clamp, max, mean, variance};
use hashinsight_units::{Error, Fault, Finite, Fraction, Order, Problem, Record};

use super::switching::{SwitchingModel, SwitchingRegime, check_series};

/// Inputs of [`fit_regimes`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FitRegimesRequest {
    /// Values of the series, oldest first: logarithmic returns, say. Ten or more.
    pub series: Vec<Finite>,
    /// Number of regimes, 2 to 8.
    #[record(range = 2..=8, default = 2)]
    pub regimes: u32,
    /// Most rounds of each start.
    #[record(range = 1..=100_000, default = 1000)]
    pub rounds: u32,
    /// Gain of the logarithm of the likelihood in one round below which a start is at its end.
    #[record(range = 0.0..=1.0, default = 1e-9)]
    pub tolerance: f64,
    /// Least variance of a regime, as a fraction of the variance of the whole series.
    #[record(default = Fraction::constant(1e-3))]
    pub variance_floor: Fraction,
    /// Transitions of each kind that are counted before any is seen. 0 gives the greatest likelihood.
    #[record(range = 0.0..=1e6, default = 1.0)]
    pub prior_transitions: f64,
}

/// Result of [`fit_regimes`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FitRegimesReport {
    /// Fitted model, its regimes sorted by variance.
    pub model: SwitchingModel,
    /// Probabilities of the regimes at the first value, as fitted. They are not part of the model, which goes on elsewhere.
    pub start: Vec<Fraction>,
    /// Logarithm of the likelihood of the series under the model and that start.
    pub log_likelihood: f64,
    /// Rounds that the likeliest start took.
    pub rounds: u32,
    /// Whether the likeliest start came to its end within the rounds allowed.
    pub converged: bool,
    /// Number of starts that were run.
    pub starts: u32,
}

/// Fits a switching model without autoregression to a series.
///
/// ```
/// use hashinsight_signals::modules::regime::{FitRegimesRequest, fit_regimes};
/// use hashinsight_units::Finite;
/// let calm = [0.1, -0.2, 0.15, -0.1, 0.05, 0.2, -0.15, 0.1, -0.05, 0.0];
/// let wild = [4.0, -5.0, 3.5, -4.2, 5.1, -3.8, 4.4, -4.9, 3.9, -4.1];
/// let series = calm.iter().chain(&wild).map(|value| Finite::new(*value)).collect::<Result<_, _>>()?;
/// let fitted = fit_regimes(&FitRegimesRequest::new(series))?;
/// let [quiet, turbulent] = &fitted.model.regimes[..] else { unreachable!() };
/// assert!(quiet.variance < 0.1 && turbulent.variance > 10.0);
/// assert!(turbulent.next[1].get() > 0.8); // it stays
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.series.insufficient_data` for fewer than ten values; `signals.series.out_of_range` for a value beyond 1e100, and for a series that
/// never moves.
pub fn fit_regimes(request: &FitRegimesRequest) -> Result<FitRegimesReport, Error> {
    request.check()?;
    let series: Vec<f64> = request.series.iter().map(|value| value.get()).collect();
    check_series(&series, 10)?;
    let spread = variance(&series, 0)?;
    if spread < 1e-90 {
        let fault = Fault::new("signals.series", Problem::OutOfRange);
        return Err(fault.at("series").got(spread).allowed("a series whose variance is above 1e-90").into());
    }
    let mean = mean(&series)?;
    let regimes = request.regimes as usize;
    let by_level = start(&series, regimes, |value| value)?;
    let by_distance = start(&series, regimes, |value| (value - mean).abs())?;
    let mut best: Option<FitRegimesReport> = None;
    for model in [by_level, by_distance] {
        let end = climb(request, &series, spread, model)?;
        if best.as_ref().is_none_or(|best| end.log_likelihood > best.log_likelihood) {
            best = Some(end);
        }
    }
    Ok(best.unwrap_or_else(|| unreachable!("two starts were run")))
}

/// A start whose regimes are equal parts of the series, sorted by some key; they stay with probability 0.9.
fn start(series: &[f64], regimes: usize, key: impl Fn(f64) -> f64) -> Result<Vec<SwitchingRegime>, Error> {
    let mut sorted = series.to_vec();
    sorted.order_by(|a, b| key(*a).total_cmp(&key(*b)));
    let part = |regime: usize| {
        let these = &sorted[regime * sorted.len() / regimes..(regime + 1) * sorted.len() / regimes];
        let count = these.len() as f64;
        let mean = these.iter().fold(0.0, |sum, one| sum + one) / count;
        let variance = these.iter().fold(0.0, |sum, one| sum + (one - mean) * (one - mean)) / count;
        let next = (0..regimes).map(|to| if to == regime { 0.9 } else { 0.1 / (regimes - 1) as f64 }).collect();
        regime_of(mean, variance, next)
    };
    (0..regimes).map(part).collect()
}

/// A quotient of sums of probabilities, which may exceed 1 by a rounding.
fn probability(quotient: f64) -> Result<Fraction, Error> {
    Fraction::new(clamp(quotient, 0.0, 1.0))
}

fn regime_of(mean: f64, variance: f64, next: Vec<f64>) -> Result<SwitchingRegime, Error> {
    Ok(SwitchingRegime::new(mean, variance, next.into_iter().map(probability).collect::<Result<_, _>>()?))
}

fn climb(
    request: &FitRegimesRequest,
    series: &[f64],
    spread: f64,
    mut regimes: Vec<SwitchingRegime>,
) -> Result<FitRegimesReport, Error> {
    let floor = max(request.variance_floor.get() * spread, 1e-99);
    let raise = |regime: &mut SwitchingRegime| regime.variance = max(regime.variance, floor);
    regimes.iter_mut().for_each(raise);
    let mut start = vec![1.0 / regimes.len() as f64; regimes.len()];
    let (mut rounds, mut converged, mut likelihood) = (0, false, f64::NEG_INFINITY);
    loop {
        let model = SwitchingModel::new(regimes.clone())
            .start(start.iter().copied().map(probability).collect::<Result<_, _>>()?);
        let filtered = model.filter(series)?;
        converged |= filtered.log_likelihood - likelihood <= request.tolerance;
        likelihood = filtered.log_likelihood;
        if converged || rounds == request.rounds {
            let order = by_variance(&regimes);
            let start = order.iter().map(|place| probability(start[*place])).collect::<Result<_, _>>()?;
            let model = in_order(&regimes, &order);
            return Ok(FitRegimesReport { model, start, log_likelihood: likelihood, rounds, converged, starts: 2 });
        }
        rounds += 1;
        let smoothed = filtered.smooth();
        start.clone_from(&smoothed[0]);
        let counts = filtered.transitions(&smoothed);
        for (j, regime) in regimes.iter_mut().enumerate() {
            let weight = smoothed.iter().fold(0.0, |sum, step| sum + step[j]);
            if weight > 0.0 {
                let weighted = |of: &dyn Fn(f64) -> f64| {
                    smoothed.iter().zip(series).fold(0.0, |sum, (step, value)| sum + step[j] * of(*value)) / weight
                };
                let mean = weighted(&|value| value);
                (regime.mean, regime.variance) = (mean, weighted(&|value| (value - mean) * (value - mean)));
                raise(regime);
            }
            let prior = request.prior_transitions;
            let leaving = counts[j].iter().fold(0.0, |sum, one| sum + one + prior);
            if leaving > 0.0 {
                let next = counts[j].iter().map(|one| (one + prior) / leaving).collect();
                *regime = regime_of(regime.mean, regime.variance, next)?;
            }
        }
    }
}

/// Places of the regimes, sorted by variance.
fn by_variance(regimes: &[SwitchingRegime]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..regimes.len()).collect();
    places.order_by(|a, b| regimes[*a].variance.total_cmp(&regimes[*b].variance));
    places
}

/// The model of these regimes in another order, and the transitions with them.
fn in_order(regimes: &[SwitchingRegime], order: &[usize]) -> SwitchingModel {
    let moved = order.iter().map(|place| {
        let regime = &regimes[*place];
        let next = order.iter().map(|to| regime.next[*to]).collect();
        SwitchingRegime::new(regime.mean, regime.variance, next)
    });
    SwitchingModel::new(moved.collect())
}
