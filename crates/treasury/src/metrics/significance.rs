//! Whether a Sharpe ratio is luck.
//!
//! Ratios are per period here, not per year. `g3` is the skewness and `g4` the kurtosis of the returns (3 for the normal distribution).

use hashinsight_numerics::{normal_cdf, normal_quantile};
use hashinsight_units::{Error, Fraction, Outcome, Record};

use super::moments::finite;
use super::refuse;

const EULER_MASCHERONI: f64 = 0.577_215_664_901_532_9;
/// `1 - 1/N` with `N` of the order of the base of the natural logarithm, as the expectation of a Gumbel variable has it.
const E: f64 = std::f64::consts::E;
const NO_VARIANCE: &str = "skewness and kurtosis leave the ratio no variance";

/// Variance of the estimate of a Sharpe ratio, times the number of returns less 1: `1 - g3 SR + (g4 - 1) / 4 SR^2` (Mertens 2002).
fn spread(sharpe: f64, skewness: f64, kurtosis: f64) -> f64 {
    1.0 - skewness * sharpe + (kurtosis - 1.0) / 4.0 * sharpe * sharpe
}

/// Probabilistic Sharpe ratio: probability that the true ratio exceeds a benchmark,
/// `N((SR - benchmark) sqrt(n - 1) / sqrt(1 - g3 SR + (g4 - 1) / 4 SR^2))` (Bailey and López de Prado 2012).
///
/// Undefined for fewer than two returns, and where skewness and kurtosis leave the estimate no variance.
///
/// ```
/// use hashinsight_treasury::metrics::probabilistic_sharpe;
/// // Eight returns of 0.00625 on average, against 0.
/// let moments = (-0.365_057_269_017_786_5, 3.119_534_731_656_992);
/// let probability = probabilistic_sharpe(0.108_593_060_690_767_31, 0.0, 8.0, moments.0, moments.1);
/// assert!((probability.value().unwrap() - 0.610_620_360_402_507_9).abs() < 1e-12);
/// ```
pub fn probabilistic_sharpe(sharpe: f64, benchmark: f64, returns: f64, skewness: f64, kurtosis: f64) -> Outcome {
    if returns < 2.0 {
        return Outcome::Undefined { reason: "fewer than 2 returns" };
    }
    let spread = spread(sharpe, skewness, kurtosis);
    if !(spread > 0.0 && spread.is_finite()) {
        return Outcome::Undefined { reason: NO_VARIANCE };
    }
    finite(normal_cdf((sharpe - benchmark) * (returns - 1.0).sqrt() / spread.sqrt()))
}

/// Expected greatest Sharpe ratio of `N` independent trials without skill,
/// `sqrt(V) ((1 - g) N^-1(1 - 1/N) + g N^-1(1 - 1/(N e)))` with `V` the variance of the ratios and `g` the constant of Euler and Mascheroni
/// (Bailey and López de Prado 2014, "The deflated Sharpe ratio").
///
/// Undefined for fewer than 2 trials, of which the greatest is no more than any.
///
/// ```
/// use hashinsight_treasury::metrics::expected_maximum_sharpe;
/// // The paper's example: 100 trials whose annual ratios vary by 1/2, over 250 days a year.
/// let daily = expected_maximum_sharpe(0.5 / 250.0, 100.0).value().unwrap();
/// assert!((daily - 0.113_172).abs() < 1e-6);
/// ```
pub fn expected_maximum_sharpe(variance: f64, trials: f64) -> Outcome {
    if !(trials >= 2.0 && variance >= 0.0) {
        return Outcome::Undefined { reason: "fewer than 2 independent trials: there is nothing to deflate" };
    }
    let quantile = |p: f64| normal_quantile(p).unwrap_or(f64::NAN);
    let gumbel =
        (1.0 - EULER_MASCHERONI) * quantile(1.0 - 1.0 / trials) + EULER_MASCHERONI * quantile(1.0 - 1.0 / (trials * E));
    finite(variance.sqrt() * gumbel)
}

/// Deflated Sharpe ratio: the probabilistic ratio against the greatest that luck alone is expected to give among so many trials (Bailey and
/// López de Prado 2014).
///
/// ```
/// use hashinsight_treasury::metrics::deflated_sharpe;
/// let daily = 2.5 / 250.0_f64.sqrt();
/// let deflated = deflated_sharpe(daily, 1250.0, -3.0, 10.0, 0.5 / 250.0, 100.0).value().unwrap();
/// assert!((deflated - 0.900_396_834_449_390_3).abs() < 1e-9); // the paper's example
/// ```
pub fn deflated_sharpe(sharpe: f64, returns: f64, skewness: f64, kurtosis: f64, variance: f64, trials: f64) -> Outcome {
    match expected_maximum_sharpe(variance, trials) {
        Outcome::Value(luck) => probabilistic_sharpe(sharpe, luck, returns, skewness, kurtosis),
        none => none,
    }
}

/// Number of independent trials that trials with so much in common amount to, `correlation + (1 - correlation) trials` with their mean
/// correlation (Bailey and López de Prado 2014, appendix 3).
///
/// ```
/// use hashinsight_treasury::metrics::effective_trials;
/// assert_eq!(effective_trials(101.0, 0.5), 51.0);
/// ```
pub fn effective_trials(trials: f64, mean_correlation: f64) -> f64 {
    mean_correlation + (1.0 - mean_correlation) * trials
}

/// Least number of returns after which a Sharpe ratio exceeds a benchmark with some confidence,
/// `1 + (1 - g3 SR + (g4 - 1) / 4 SR^2) (N^-1(confidence) / (SR - benchmark))^2` (Bailey and López de Prado 2012); it is not rounded. `never`
/// for a ratio that does not exceed the benchmark.
///
/// ```
/// use hashinsight_treasury::metrics::minimum_track_record;
/// let returns = minimum_track_record(0.1, 0.0, -0.5, 4.0, 0.95).value().unwrap();
/// assert!((returns - 287.111_220_270_589_97).abs() < 1e-9);
/// ```
pub fn minimum_track_record(sharpe: f64, benchmark: f64, skewness: f64, kurtosis: f64, confidence: f64) -> Outcome {
    let spread = spread(sharpe, skewness, kurtosis);
    if !(spread > 0.0 && spread.is_finite()) {
        return Outcome::Undefined { reason: NO_VARIANCE };
    }
    if sharpe <= benchmark {
        return Outcome::Never;
    }
    match normal_quantile(confidence) {
        Ok(z) if z.is_finite() => {
            let z = if z > 0.0 { z } else { 0.0 };
            let ratio = z / (sharpe - benchmark);
            Outcome::of(1.0 + spread * ratio * ratio)
        }
        _ => Outcome::Unbounded,
    }
}

/// Inputs of [`sharpe_significance`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SharpeSignificanceRequest {
    /// Sharpe ratio per year.
    #[record(example = 2.5)]
    pub sharpe: f64,
    /// Number of returns that the ratio was estimated from, 2 to 1e9.
    #[record(range = 2..=1_000_000_000, example = 1250)]
    pub returns: u32,
    /// Number of periods per year.
    #[record(default = 365.0, range = 0.01..=1e9)]
    pub periods_per_year: f64,
    /// Skewness of the returns.
    #[record(default = 0.0)]
    pub skewness: f64,
    /// Kurtosis of the returns: 3 for the normal distribution.
    #[record(default = 3.0, range = 1.0..=1e9)]
    pub kurtosis: f64,
    /// Sharpe ratio per year that the true ratio should exceed.
    #[record(default = 0.0)]
    pub benchmark_sharpe: f64,
    /// Number of strategies that were tried, of which this one was chosen. Absent: the ratio is not deflated.
    pub trials: Option<u32>,
    /// Variance of the Sharpe ratios per year of the strategies that were tried. Absent: the ratio is not deflated.
    pub trials_variance: Option<f64>,
    /// Mean correlation of the returns of the strategies that were tried.
    #[record(default = 0.0, range = -1.0..=1.0)]
    pub mean_correlation: f64,
    /// Confidence of the least track record, 0.5 or more.
    #[record(default = Fraction::constant(0.95))]
    pub confidence: Fraction,
}

/// Result of [`sharpe_significance`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SharpeSignificance {
    /// Probability that the true ratio exceeds the benchmark.
    pub probabilistic_sharpe: Outcome,
    /// Number of independent trials that those tried amount to.
    pub effective_trials: Outcome,
    /// Sharpe ratio per year that the best of as many trials is expected to show by luck alone.
    pub expected_maximum_sharpe: Outcome,
    /// Probability that the true ratio exceeds what luck alone is expected to show.
    pub deflated_sharpe: Outcome,
    /// Least number of returns after which the ratio exceeds the benchmark with the confidence.
    pub minimum_track_record: Outcome,
    /// Confidence of the least track record.
    pub confidence: Fraction,
}

/// Whether a Sharpe ratio is luck: probabilistic and deflated ratio, and the least track record.
///
/// ```
/// use hashinsight_treasury::metrics::{SharpeSignificanceRequest, sharpe_significance};
/// let asked = SharpeSignificanceRequest::new(2.5, 1250).periods_per_year(250.0).skewness(-3.0).kurtosis(10.0);
/// let answer = sharpe_significance(&asked.trials(46).trials_variance(0.5))?;
/// assert!((answer.deflated_sharpe.value().unwrap() - 0.950_502).abs() < 1e-6); // Bailey and López de Prado 2014
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.sharpe.not_finite` and the like; `treasury.confidence.out_of_range` below 0.5 and at 1; a variance below 0, or without trials.
pub fn sharpe_significance(request: &SharpeSignificanceRequest) -> Result<SharpeSignificance, Error> {
    request.check()?;
    let SharpeSignificanceRequest { sharpe, skewness, kurtosis, benchmark_sharpe, .. } = *request;
    for (field, value) in [("sharpe", sharpe), ("skewness", skewness), ("benchmark_sharpe", benchmark_sharpe)] {
        if !value.is_finite() {
            return Err(refuse::number(field, value, "a finite number"));
        }
    }
    if !(0.5..1.0).contains(&request.confidence.get()) {
        return Err(refuse::number("confidence", request.confidence.get(), "0.5 to below 1"));
    }
    let root = request.periods_per_year.sqrt();
    let (own, benchmark, returns) = (sharpe / root, benchmark_sharpe / root, f64::from(request.returns));
    let (trials, luck) = match (request.trials, request.trials_variance) {
        (Some(trials), Some(variance)) if trials >= 1 && variance.is_finite() && variance >= 0.0 => {
            let trials = effective_trials(f64::from(trials), request.mean_correlation);
            (finite(trials), expected_maximum_sharpe(variance / request.periods_per_year, trials))
        }
        (None, None) => {
            let none = Outcome::Undefined { reason: "the number of trials and their variance were not told" };
            (none, none)
        }
        (Some(0), _) => return Err(refuse::out_of_range("trials", 0, "1 or more")),
        (Some(_), Some(variance)) => return Err(refuse::number("trials_variance", variance, "0 or more")),
        (Some(_), None) => return Err(refuse::missing("trials_variance", "the variance of the trials' Sharpe ratios")),
        (None, Some(_)) => return Err(refuse::missing("trials", "the number of trials")),
    };
    let deflated_sharpe = match luck {
        Outcome::Value(luck) => probabilistic_sharpe(own, luck, returns, skewness, kurtosis),
        none => none,
    };
    Ok(SharpeSignificance {
        probabilistic_sharpe: probabilistic_sharpe(own, benchmark, returns, skewness, kurtosis),
        effective_trials: trials,
        expected_maximum_sharpe: luck.map(|ratio| ratio * root),
        deflated_sharpe,
        minimum_track_record: minimum_track_record(own, benchmark, skewness, kurtosis, request.confidence.get()),
        confidence: request.confidence,
    })
}
