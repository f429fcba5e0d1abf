//! What trades do to prices: effective spread and impact, estimated from prices and signed volumes.

use hashinsight_numerics::{least_squares, mean, normal_cdf, sum, sum_by};
use hashinsight_units::{Error, Outcome, Quantity, Ratio};

use crate::refuse::{insufficient, length, refuse, refuse_at};

fn finite(field: &str, values: &[f64]) -> Result<(), Error> {
    match values.iter().position(|value| !value.is_finite()) {
        Some(index) => Err(refuse_at(field, index, values[index], "finite numbers")),
        None => Ok(()),
    }
}

/// Effective spread from the bounce of trade prices, `2 sqrt(-cov(dp_t, dp_(t-1)))` (Roll 1984), the covariance with the number of pairs as
/// its divisor; in the unit of the prices. Undefined where the covariance is positive: there is no bounce to see.
///
/// ```
/// use hashinsight_signals::modules::microstructure::roll_spread;
/// use hashinsight_units::Outcome;
/// let spread = roll_spread(&[100.0, 101.0, 100.0, 101.0, 100.0, 101.0, 100.0])?;
/// assert!((spread.value().unwrap() - 1.96).abs() < 1e-3);
/// assert!(matches!(roll_spread(&[1.0, 2.0, 4.0, 8.0])?, Outcome::Undefined { .. }));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.prices.insufficient_data` for fewer than three, `not_finite`.
pub fn roll_spread(prices: &[f64]) -> Result<Outcome, Error> {
    if prices.len() < 3 {
        return Err(insufficient("prices", prices.len(), "at least 3 prices"));
    }
    finite("prices", prices)?;
    let changes: Vec<f64> = prices.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let (before, after) = (&changes[..changes.len() - 1], &changes[1..]);
    let (mean_before, mean_after) = (mean(before)?, mean(after)?);
    let products = sum_by(before.len(), |i| (before[i] - mean_before) * (after[i] - mean_after));
    let covariance = products / before.len() as f64;
    Ok(if covariance > 0.0 {
        Outcome::Undefined { reason: "successive price changes are positively correlated" }
    } else {
        Outcome::Value(2.0 * (-covariance).sqrt())
    })
}

/// Price impact of signed volume by least squares, see [`kyle_lambda`].
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct KyleFit {
    /// Price change per unit of signed volume.
    pub lambda: f64,
    /// Price change without volume; `None` where the line goes through the origin.
    pub intercept: Option<f64>,
    /// Standard error of `lambda`; `None` without more rows than coefficients.
    pub standard_error: Option<f64>,
}

/// Kyle's lambda (1985): the slope of price changes on signed volume, buys positive, by least squares; with an intercept or through the
/// origin.
///
/// ```
/// use hashinsight_signals::modules::microstructure::kyle_lambda;
/// let fit = kyle_lambda(&[1.0, -1.0, 2.0], &[0.2, -0.2, 0.4], false)?;
/// assert!((fit.lambda - 0.2).abs() < 1e-15);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.price_changes.length`, and what [`least_squares`] refuses: too few rows, numbers that are not finite, volumes that are all alike.
pub fn kyle_lambda(signed_volumes: &[f64], price_changes: &[f64], with_intercept: bool) -> Result<KyleFit, Error> {
    if price_changes.len() != signed_volumes.len() {
        return Err(length("price_changes", price_changes.len(), signed_volumes.len()));
    }
    let ones = vec![1.0; signed_volumes.len()];
    let fit = if with_intercept {
        least_squares(&[&ones, signed_volumes], price_changes)?
    } else {
        least_squares(&[signed_volumes], price_changes)?
    };
    let last = fit.coefficients.len() - 1;
    Ok(KyleFit {
        lambda: fit.coefficients[last],
        intercept: with_intercept.then(|| fit.coefficients[0]),
        standard_error: fit.standard_errors.map(|errors| errors[last]),
    })
}

/// Impact of a whole order as a fraction of the price, `Y sigma sqrt(Q / V)`: the square-root law (Almgren, Thum, Hauptmann and Li 2005;
/// Tóth et al. 2011), with the volatility `sigma` of a day, the volume `V` of a day, and `Y` near 1.
///
/// ```
/// use hashinsight_signals::modules::microstructure::square_root_impact;
/// use hashinsight_units::{Quantity, Ratio};
/// let impact = square_root_impact(Ratio::new(1.0)?, Ratio::new(0.03)?, Quantity::new(1e6)?, Quantity::new(20e9)?);
/// assert!((impact - 2.12e-4).abs() < 1e-6);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn square_root_impact(
    coefficient: Ratio,
    volatility_per_day: Ratio,
    size: Quantity,
    daily_volume: Quantity,
) -> f64 {
    coefficient.get() * volatility_per_day.get() * (size.get() / daily_volume.get()).sqrt()
}

/// Part of a bar's volume that buyers started, `N(dp / sigma)` of the price change `dp` and its standard deviation (Easley, López de Prado and
/// O'Hara 2012, bulk volume classification).
///
/// ```
/// use hashinsight_signals::modules::microstructure::bulk_buy_fraction;
/// assert_eq!(bulk_buy_fraction(0.0, 1.0)?, 0.5);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.price_change` that is not finite, `signals.standard_deviation` that is not positive.
pub fn bulk_buy_fraction(price_change: f64, standard_deviation: f64) -> Result<f64, Error> {
    if !price_change.is_finite() {
        return Err(refuse("price_change", price_change, "a finite number"));
    }
    if !(standard_deviation > 0.0 && standard_deviation.is_finite()) {
        return Err(refuse("standard_deviation", standard_deviation, "a finite number above 0"));
    }
    Ok(normal_cdf(price_change / standard_deviation))
}

/// Volume-synchronized probability of informed trading, `sum |buy - sell| / sum (buy + sell)` over buckets of equal volume (Easley, López de
/// Prado and O'Hara 2012).
///
/// ```
/// use hashinsight_signals::modules::microstructure::vpin;
/// assert_eq!(vpin(&[60.0, 80.0], &[40.0, 20.0])?, 0.4);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.sell.length`; `signals.buy` and `signals.sell` for volumes that are negative or not finite; `signals.buy.insufficient_data` without
/// any volume.
pub fn vpin(buy: &[f64], sell: &[f64]) -> Result<f64, Error> {
    if sell.len() != buy.len() {
        return Err(length("sell", sell.len(), buy.len()));
    }
    for (field, volumes) in [("buy", buy), ("sell", sell)] {
        if let Some(index) = volumes.iter().position(|volume| !(*volume >= 0.0 && volume.is_finite())) {
            return Err(refuse_at(field, index, volumes[index], "a finite volume of at least 0"));
        }
    }
    let whole = sum(buy) + sum(sell);
    if whole <= 0.0 {
        return Err(insufficient("buy", buy.len(), "some volume"));
    }
    Ok(sum_by(buy.len(), |i| (buy[i] - sell[i]).abs()) / whole)
}
