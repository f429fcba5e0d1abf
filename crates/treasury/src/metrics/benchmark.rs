//! Beside a benchmark.

use hashinsight_numerics::{exp_m1, ln_1p, sum_by};
use hashinsight_units::{Error, Outcome};

use super::moments::{Moments, TOO_FEW, finite, quotient};
use super::{ReturnStatistics, Returns};

const STILL: &str = "the benchmark does not vary";

/// Beta, `covariance / variance of the benchmark`, over the periods in which both were observed (NaN marks the others). Undefined for fewer
/// than two of them, and for a benchmark that does not vary.
///
/// ```
/// use hashinsight_treasury::metrics::beta;
/// let twice = beta(&[0.02, -0.02, 0.04], &[0.01, -0.01, 0.02])?;
/// assert!((twice.value().unwrap() - 2.0).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Returns::paired`].
pub fn beta(returns: &[f64], benchmark: &[f64]) -> Result<Outcome, Error> {
    let [returns, benchmark] = Returns::paired(returns, benchmark)?;
    Ok(beta_of(returns.values(), benchmark.values()))
}

fn beta_of(returns: &[f64], benchmark: &[f64]) -> Outcome {
    let moments = Moments::of(benchmark);
    match (moments.mean(), moments.standard_deviation(0)) {
        (Outcome::Value(mean), Outcome::Value(deviation)) if benchmark.len() >= 2 => {
            let covariance = sum_by(returns.len(), |i| (benchmark[i] - mean) * returns[i]) / moments.count();
            quotient(covariance, deviation * deviation, STILL)
        }
        _ => Outcome::Undefined { reason: TOO_FEW },
    }
}

/// Jensen's alpha per year: the mean of `r - rf - beta (benchmark - rf)` per period, compounded over a year; the risk-free return is per
/// period.
///
/// ```
/// use hashinsight_treasury::metrics::alpha;
/// let none = alpha(&[0.02, -0.02, 0.04], &[0.02, -0.02, 0.04], 0.0, 365.0)?;
/// assert_eq!(none.value(), Some(0.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Returns::paired`].
pub fn alpha(returns: &[f64], benchmark: &[f64], risk_free: f64, periods_per_year: f64) -> Result<Outcome, Error> {
    let [returns, benchmark] = Returns::paired(returns, benchmark)?;
    let (returns, benchmark) = (returns.values(), benchmark.values());
    let Outcome::Value(beta) = beta_of(returns, benchmark) else { return Ok(beta_of(returns, benchmark)) };
    let beyond = |i: usize| returns[i] - risk_free - beta * (benchmark[i] - risk_free);
    let mean = sum_by(returns.len(), beyond) / returns.len() as f64;
    if mean <= -1.0 {
        return Ok(Outcome::Undefined { reason: "an alpha of -1 or less per period does not compound" });
    }
    Ok(finite(exp_m1(ln_1p(mean) * periods_per_year)))
}

/// Capture ratio: annual return over that of the benchmark.
///
/// ```
/// use hashinsight_treasury::metrics::{Returns, capture};
/// let returns = Returns::new(&[0.01, -0.02])?;
/// assert_eq!(capture(&returns, &returns, 365.0).value(), Some(1.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn capture(returns: &Returns<'_>, benchmark: &Returns<'_>, periods_per_year: f64) -> Outcome {
    let [own, other] = [returns, benchmark].map(|r| ReturnStatistics::of(r, 0.0).annual_return(periods_per_year));
    match (own, other) {
        (Outcome::Value(own), Outcome::Value(other)) => quotient(own, other, STILL),
        (Outcome::Value(_), none) | (none, _) => none,
    }
}

/// Capture ratio over the periods in which the benchmark rose.
///
/// ```
/// use hashinsight_treasury::metrics::up_capture;
/// assert_eq!(up_capture(&[0.01, 0.5], &[0.01, -0.5], 365.0)?.value(), Some(1.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Returns::paired`].
pub fn up_capture(returns: &[f64], benchmark: &[f64], periods_per_year: f64) -> Result<Outcome, Error> {
    side_capture(returns, benchmark, periods_per_year, |b| b > 0.0)
}

/// Capture ratio over the periods in which the benchmark fell: below 1 loses less than it.
///
/// ```
/// use hashinsight_treasury::metrics::down_capture;
/// assert_eq!(down_capture(&[0.01, -0.5], &[0.01, -0.5], 365.0)?.value(), Some(1.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Returns::paired`].
pub fn down_capture(returns: &[f64], benchmark: &[f64], periods_per_year: f64) -> Result<Outcome, Error> {
    side_capture(returns, benchmark, periods_per_year, |b| b < 0.0)
}

/// Up capture over down capture.
///
/// ```
/// use hashinsight_treasury::metrics::up_down_capture;
/// assert_eq!(up_down_capture(&[0.01, -0.5], &[0.01, -0.5], 365.0)?.value(), Some(1.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Returns::paired`].
pub fn up_down_capture(returns: &[f64], benchmark: &[f64], periods_per_year: f64) -> Result<Outcome, Error> {
    let up = up_capture(returns, benchmark, periods_per_year)?;
    let down = down_capture(returns, benchmark, periods_per_year)?;
    Ok(match (up, down) {
        (Outcome::Value(up), Outcome::Value(down)) => quotient(up, down, "the down capture is 0"),
        (Outcome::Value(_), none) | (none, _) => none,
    })
}

fn side_capture(
    returns: &[f64],
    benchmark: &[f64],
    periods_per_year: f64,
    counts: impl Fn(f64) -> bool,
) -> Result<Outcome, Error> {
    let [returns, benchmark] = Returns::paired(returns, benchmark)?;
    let pairs = || returns.values().iter().zip(benchmark.values()).filter(|(_, b)| counts(**b));
    let own = Returns::dense(pairs().map(|(r, _)| *r).collect());
    let other = Returns::dense(pairs().map(|(_, b)| *b).collect());
    Ok(capture(&own, &other, periods_per_year))
}
