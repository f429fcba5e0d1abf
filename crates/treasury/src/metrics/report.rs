//! Every measure of a series as one document.

use hashinsight_units::{Error, Fraction, Outcome, Record};

use super::tail::QuantileConvention;
use super::{
    OrderedReturns, ParetoTail, ReturnStatistics, Returns, alpha, beta, capture, down_capture,
    gaussian_expected_shortfall, gaussian_value_at_risk, information_ratio, minimum_track_record, pareto_tail,
    per_period_return, probabilistic_sharpe, refuse, up_capture,
};

/// Greatest return: sums of so many of them as there may be stay far from what a float holds.
const MOST: f64 = 1e100;

/// Inputs of [`performance`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PerformanceRequest {
    /// Simple returns of equal periods as fractions, oldest first: 0.01 for 1 %. One or more.
    pub returns: Vec<f64>,
    /// Number of periods per year: 365 for days of a market that never closes, 252 for exchange days.
    #[record(default = 365.0, range = 0.01..=1e9)]
    pub periods_per_year: f64,
    /// Rate free of risk per year, compounding, as a fraction above -1.
    #[record(default = 0.0)]
    pub risk_free_per_year: f64,
    /// Least acceptable return per year, compounding, as a fraction above -1: downside and omega are about it.
    #[record(default = 0.0)]
    pub minimum_per_year: f64,
    /// Part of the returns that is the tail, above 0 and below 1: 0.05 for the worst of twenty.
    #[record(default = Fraction::constant(0.05))]
    pub tail: Fraction,
    /// How quantiles are read between two returns.
    #[record(default = QuantileConvention::Linear)]
    pub quantiles: QuantileConvention,
    /// Returns of a benchmark in the same periods. Absent: no comparison.
    pub benchmark: Option<Vec<f64>>,
}

/// Result of [`performance`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PerformanceReport {
    /// Number of returns.
    pub observations: u32,
    /// Number of periods per year that annual figures are told by.
    pub periods_per_year: f64,
    /// Return over all periods, as a fraction.
    pub total_return: Outcome,
    /// Compound annual growth rate, as a fraction.
    pub annual_return: Outcome,
    /// Standard deviation per year, as a fraction (divisor: returns - 1).
    pub annual_volatility: Outcome,
    /// Sharpe ratio per year.
    pub sharpe: Outcome,
    /// Sortino ratio per year.
    pub sortino: Outcome,
    /// Downside deviation per year, as a fraction: root of the mean squared shortfall over all returns.
    pub downside_deviation: Outcome,
    /// Omega ratio at the least acceptable return.
    pub omega: Outcome,
    /// Least drawdown, 0 or a negative fraction of the peak.
    pub max_drawdown: f64,
    /// Calmar ratio: annual return over the greatest drawdown.
    pub calmar: Outcome,
    /// Ulcer index: root of the mean squared drawdown (divisor: returns).
    pub ulcer_index: Outcome,
    /// Pain index: mean depth of the drawdowns, a positive fraction.
    pub pain_index: Outcome,
    /// Stability: part of the variance of the logarithm of wealth that a straight line explains.
    pub stability: Outcome,
    /// Skewness of the population.
    pub skewness: Outcome,
    /// Kurtosis of the population: 3 for the normal distribution.
    pub kurtosis: Outcome,
    /// Part of the returns other than 0 that are positive.
    pub win_rate: Outcome,
    /// Mean gain over mean loss.
    pub payoff_ratio: Outcome,
    /// Sum of gains over sum of losses.
    pub profit_factor: Outcome,
    /// Fraction of wealth that Kelly's rule would stake.
    pub kelly: Outcome,
    /// Probability that the true Sharpe ratio exceeds 0.
    pub probabilistic_sharpe: Outcome,
    /// Least number of returns after which the Sharpe ratio exceeds 0 with 95 % confidence.
    pub minimum_track_record: Outcome,
    /// Worst returns.
    pub tail: TailMeasures,
    /// Comparison with the benchmark. Absent: there is no benchmark.
    pub benchmark: Option<BenchmarkMeasures>,
}

/// The worst returns, each convention by its name. Quantiles and shortfalls are returns, negative for a loss.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TailMeasures {
    /// Part of the returns that is the tail.
    pub tail: Fraction,
    /// How quantiles are read between two returns.
    pub quantiles: QuantileConvention,
    /// Quantile of the returns at the tail, as a return: negative for a loss.
    pub value_at_risk_return: f64,
    /// Value at risk as a loss: the negative of the quantile, positive for a loss.
    pub value_at_risk_loss: f64,
    /// Mean of the `floor((n - 1) tail) + 1` least returns, as a return.
    pub floor_index_shortfall_return: f64,
    /// Mean of the returns at or below the quantile, as a return.
    pub at_or_below_shortfall_return: f64,
    /// Mean of the least part of the returns, that on the border weighted, as a return.
    pub weighted_shortfall_return: f64,
    /// Quantile that a normal distribution of the same mean and standard deviation has, as a return.
    pub gaussian_value_at_risk_return: Outcome,
    /// Mean below the quantile of that normal distribution, as a return.
    pub gaussian_shortfall_return: Outcome,
    /// Generalized Pareto distribution fitted to the losses.
    pub pareto: Outcome<ParetoTail>,
    /// High quantile over low quantile, both as magnitudes.
    pub tail_ratio: Outcome,
}

/// A series beside its benchmark.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BenchmarkMeasures {
    /// Jensen's alpha per year, as a fraction.
    pub alpha: Outcome,
    /// Beta: covariance over the variance of the benchmark.
    pub beta: Outcome,
    /// Mean over standard deviation of what the series returns beyond the benchmark, per period.
    pub information_ratio: Outcome,
    /// Annual return over that of the benchmark.
    pub capture: Outcome,
    /// Capture over the periods in which the benchmark rose.
    pub up_capture: Outcome,
    /// Capture over the periods in which the benchmark fell.
    pub down_capture: Outcome,
}

/// Every measure of a series of returns, and beside a benchmark.
///
/// ```
/// use hashinsight_treasury::metrics::{PerformanceRequest, performance};
/// let returns = vec![0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
/// let report = performance(&PerformanceRequest::new(returns).periods_per_year(252.0))?;
/// assert!((report.sharpe.value().unwrap() - 1.723_861_396_170_686_6).abs() < 1e-12); // empyrical 0.7.1
/// assert!((report.tail.value_at_risk_loss - 0.079).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.returns.insufficient_data` without returns, `not_finite` for NaN and infinities, `treasury.benchmark.length`; `out_of_range` for
/// rates of -1 and less, and for a tail of 0 or 1.
pub fn performance(request: &PerformanceRequest) -> Result<PerformanceReport, Error> {
    request.check()?;
    let returns = Returns::new(&request.returns)?;
    if let Some(row) = request.returns.iter().position(|r| !(-1.0..=MOST).contains(r)) {
        let allowed = "-1 to 1e100: more than all cannot be lost, and sums of returns stay numbers";
        return Err(refuse::number("returns", request.returns[row], allowed).in_row(row));
    }
    let observations = returns.values().len();
    let Ok(count) = u32::try_from(observations).map(|count| if count == 0 { None } else { Some(count) }) else {
        return Err(refuse::length("returns", observations, "at most 2^32 - 1 returns"));
    };
    let Some(count) = count else { return Err(refuse::insufficient("returns", 0, "1 return or more")) };
    let periods = request.periods_per_year;
    let per_period = |field: &str, annual: f64| match per_period_return(annual, periods) {
        Outcome::Value(rate) => Ok(rate),
        _ => Err(refuse::number(field, annual, "above -1")),
    };
    let risk_free = per_period("risk_free_per_year", request.risk_free_per_year)?;
    let minimum = per_period("minimum_per_year", request.minimum_per_year)?;
    let s = ReturnStatistics::of(&returns, minimum);
    let (skewness, kurtosis, per_period_sharpe) =
        (s.moments().skewness(), s.moments().kurtosis(), s.sharpe(risk_free, 1.0));
    let of_shape = |measure: fn(f64, f64, f64, f64) -> Outcome| match (per_period_sharpe, skewness, kurtosis) {
        (Outcome::Value(sharpe), Outcome::Value(skewness), Outcome::Value(kurtosis)) => {
            measure(sharpe, s.observations(), skewness, kurtosis)
        }
        (Outcome::Value(_), Outcome::Value(_), none) | (Outcome::Value(_), none, _) | (none, _, _) => none,
    };
    Ok(PerformanceReport {
        observations: count,
        periods_per_year: periods,
        total_return: s.total_return(),
        annual_return: s.annual_return(periods),
        annual_volatility: s.annual_volatility(periods),
        sharpe: s.sharpe(risk_free, periods),
        sortino: s.sortino(periods),
        downside_deviation: s.downside_deviation(periods),
        omega: s.omega(),
        max_drawdown: s.max_drawdown(),
        calmar: s.calmar(periods),
        ulcer_index: s.ulcer_index(0),
        pain_index: s.pain_index(),
        stability: s.stability(),
        skewness,
        kurtosis,
        win_rate: s.win_rate(),
        payoff_ratio: s.payoff_ratio(),
        profit_factor: s.profit_factor(),
        kelly: s.kelly(),
        probabilistic_sharpe: of_shape(|sharpe, n, g3, g4| probabilistic_sharpe(sharpe, 0.0, n, g3, g4)),
        minimum_track_record: of_shape(|sharpe, _, g3, g4| minimum_track_record(sharpe, 0.0, g3, g4, 0.95)),
        tail: tail_measures(&returns, &s, request)?,
        benchmark: request
            .benchmark
            .as_ref()
            .map(|other| beside(&request.returns, other, risk_free, periods))
            .transpose()?,
    })
}

fn tail_measures(
    returns: &Returns<'_>,
    statistics: &ReturnStatistics,
    request: &PerformanceRequest,
) -> Result<TailMeasures, Error> {
    let (tail, quantiles) = (request.tail, request.quantiles);
    if !(tail.get() > 0.0 && tail.get() < 1.0) {
        return Err(refuse::number("tail", tail.get(), "above 0 and below 1"));
    }
    let ordered = OrderedReturns::new(returns)?;
    let value_at_risk_return = ordered.value_at_risk(tail, quantiles);
    Ok(TailMeasures {
        tail,
        quantiles,
        value_at_risk_return,
        value_at_risk_loss: 0.0 - value_at_risk_return,
        floor_index_shortfall_return: ordered.floor_index_shortfall(tail),
        at_or_below_shortfall_return: ordered.at_or_below_shortfall(tail, quantiles),
        weighted_shortfall_return: ordered.weighted_shortfall(tail),
        gaussian_value_at_risk_return: gaussian_value_at_risk(statistics.moments(), tail.get()),
        gaussian_shortfall_return: gaussian_expected_shortfall(statistics.moments(), tail.get()),
        pareto: pareto_tail(returns, tail)?,
        tail_ratio: ordered.tail_ratio(tail),
    })
}

fn beside(own: &[f64], other: &[f64], risk_free: f64, periods: f64) -> Result<BenchmarkMeasures, Error> {
    if own.len() != other.len() {
        return Err(refuse::length("benchmark", other.len(), format!("{} returns", own.len())));
    }
    let benchmark = Returns::of_field("benchmark", other)?;
    Ok(BenchmarkMeasures {
        alpha: alpha(own, other, risk_free, periods)?,
        beta: beta(own, other)?,
        information_ratio: information_ratio(own, other)?,
        capture: capture(&Returns::new(own)?, &benchmark, periods),
        up_capture: up_capture(own, other, periods)?,
        down_capture: down_capture(own, other, periods)?,
    })
}
