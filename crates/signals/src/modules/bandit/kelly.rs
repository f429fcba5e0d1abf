//! The fraction of greatest growth (Kelly 1956), of which one stakes a part.

use hashinsight_numerics::least_squares;
use hashinsight_units::{Error, Fraction};

use crate::refuse::{length, refuse};

/// Kelly fraction of a bet that wins `payoff` times the stake with probability `p` and loses the stake otherwise, `p - (1 - p) / b`; negative
/// where the bet loses on average.
///
/// ```
/// use hashinsight_signals::modules::bandit::kelly_of_bet;
/// use hashinsight_units::Fraction;
/// assert!((kelly_of_bet(Fraction::new(0.55)?, 1.0)? - 0.1).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.payoff.out_of_range` unless positive.
pub fn kelly_of_bet(p: Fraction, payoff: f64) -> Result<f64, Error> {
    if !(payoff > 0.0 && payoff.is_finite()) {
        return Err(refuse("payoff", payoff, "a finite number above 0"));
    }
    Ok(p.get() - (1.0 - p.get()) / payoff)
}

/// Kelly fraction of an asset whose returns have a mean, a standard deviation and a riskless alternative per one span, `(mu - r) / sigma^2`
/// (Merton 1969, logarithmic utility).
///
/// ```
/// use hashinsight_signals::modules::bandit::kelly_of_returns;
/// assert!((kelly_of_returns(0.10, 0.5, 0.02)? - 0.32).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.standard_deviation.out_of_range` unless positive.
pub fn kelly_of_returns(mean: f64, standard_deviation: f64, riskless: f64) -> Result<f64, Error> {
    if !(standard_deviation > 0.0 && standard_deviation.is_finite()) {
        return Err(refuse("standard_deviation", standard_deviation, "a finite number above 0"));
    }
    Ok((mean - riskless) / (standard_deviation * standard_deviation))
}

/// Kelly fractions of several assets, the solution of `covariance f = excess`, with the covariance row by row.
///
/// ```
/// use hashinsight_signals::modules::bandit::kelly_of_assets;
/// let fractions = kelly_of_assets(&[0.1, 0.05], &[&[0.25, 0.05], &[0.05, 0.09]])?;
/// assert!((fractions[0] - 0.325).abs() < 1e-15 && (fractions[1] - 0.375).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.covariance.length` unless square; `numerics.columns` where assets are combinations of others.
pub fn kelly_of_assets(excess: &[f64], covariance: &[&[f64]]) -> Result<Vec<f64>, Error> {
    if covariance.len() != excess.len() {
        return Err(length("covariance", covariance.len(), excess.len()));
    }
    // Symmetric: rows are columns. Reflections leave the condition of the system as it is.
    least_squares(covariance, excess).map(|fit| fit.coefficients)
}
