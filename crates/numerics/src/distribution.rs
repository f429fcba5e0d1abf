//! Quantiles of the sampling distributions that tests and confidence intervals ask for.

use hashinsight_units::Error;

use crate::beta::beta_odds;
use crate::error;
use crate::gamma::gamma_p_inverse;

/// The `p` quantile of the chi-squared distribution, `2 P^-1(degrees / 2, p)`. Relative error below 1e-12.
///
/// ```
/// use hashinsight_numerics::chi_squared_quantile;
/// assert!((chi_squared_quantile(0.95, 1.0)? - 3.841_458_820_694_124).abs() < 1e-14);
/// // Garwood's 95 % interval for the mean of a Poisson variable, from 10 observed events:
/// let low = 0.5 * chi_squared_quantile(0.025, 20.0)?;
/// let high = 0.5 * chi_squared_quantile(0.975, 22.0)?;
/// assert!((low - 4.795).abs() < 1e-3 && (high - 18.39).abs() < 1e-2);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `0 <= p <= 1` and `degrees` is positive and finite.
pub fn chi_squared_quantile(p: f64, degrees: f64) -> Result<f64, Error> {
    if !(degrees > 0.0 && degrees.is_finite()) {
        return Err(error::refuse("degrees", degrees, "a finite number above 0"));
    }
    Ok(2.0 * gamma_p_inverse(0.5 * degrees, p)?)
}

/// The `p` quantile of the F distribution with `d1` and `d2` degrees of freedom. Relative error below 1e-12 for degrees
/// up to 1e6.
///
/// ```
/// use hashinsight_numerics::f_quantile;
/// assert!((f_quantile(0.95, 5.0, 10.0)? - 3.325_834_530_413_011).abs() < 1e-14);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] unless `0 <= p <= 1` and both degrees lie from 2e-9 to 2e9.
pub fn f_quantile(p: f64, d1: f64, d2: f64) -> Result<f64, Error> {
    for (field, degrees) in [("d1", d1), ("d2", d2)] {
        if !(2e-9..=2e9).contains(&degrees) {
            return Err(error::refuse(field, degrees, "from 2e-9 to 2e9"));
        }
    }
    Ok(beta_odds(0.5 * d1, 0.5 * d2, p)? * (d2 / d1))
}
