//! Three baselines that forecast a logarithmic return over a horizon from past ones.

use hashinsight_numerics::{least_squares, mean, sum_by, variance};
use hashinsight_units::{At, Error, Fraction, Record};

use super::normal::NormalForecast;
use crate::refuse::{insufficient, refuse};

/// A baseline. Each is a normal distribution of the logarithmic return over the horizon; none claims to know more than the past.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum ForecastModel {
    /// Exponentially weighted variance, no drift: `v <- d v + (1 - d) r^2`, horizon `h v` (J.P. Morgan 1996, `RiskMetrics`).
    Ewma {
        /// Weight of the past, per bar.
        #[record(example = 0.94)]
        decay: Fraction,
    },
    /// Autoregression `r_t = c + sum of a_i r_(t-i) + e_t`, by least squares; the variance of the sum over the horizon by its moving-average weights.
    Autoregression {
        /// Number of lags.
        #[record(range = 1..=50, example = 2)]
        order: u32,
    },
    /// Geometric Brownian motion: mean and variance of past returns, with the uncertainty of the mean: `h m`, `h v (1 + h / n)`.
    GeometricBrownian,
}

impl ForecastModel {
    /// Least number of returns that the model can be fitted to.
    pub fn least_returns(&self) -> usize {
        match self {
            Self::Ewma { .. } => 2,
            Self::Autoregression { order } => 3 * *order as usize + 3,
            Self::GeometricBrownian => 3,
        }
    }

    /// Forecast of the sum of the next `horizon` logarithmic returns, from those in the window.
    ///
    /// ```
    /// use hashinsight_signals::forecast::ForecastModel;
    /// let returns = [0.02, -0.01, 0.03, 0.0];
    /// let forecast = ForecastModel::GeometricBrownian.forecast(&returns, 1)?;
    /// assert!((forecast.mean - 0.01).abs() < 1e-15);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `signals.returns.insufficient_data`; `signals.deviation` where the returns never varied; `numerics.columns` where lags are combinations of each
    /// other.
    pub fn forecast(&self, returns: &[f64], horizon: u32) -> Result<NormalForecast, Error> {
        self.check()?;
        let least = self.least_returns();
        if returns.len() < least {
            return Err(insufficient("returns", returns.len(), format!("at least {least} returns")));
        }
        let h = f64::from(horizon);
        match *self {
            Self::Ewma { decay } => {
                let decay = decay.get();
                if decay >= 1.0 {
                    return Err(refuse("decay", decay, "0 to below 1").at("ewma"));
                }
                let first = returns[0] * returns[0];
                let variance = returns[1..].iter().fold(first, |v, r| decay * v + (1.0 - decay) * r * r);
                NormalForecast::new(0.0, (h * variance).sqrt())
            }
            Self::Autoregression { order } => autoregression(returns, order as usize, horizon),
            Self::GeometricBrownian => {
                let n = returns.len() as f64;
                NormalForecast::new(h * mean(returns)?, (h * variance(returns, 1)? * (1.0 + h / n)).sqrt())
            }
        }
    }
}

fn autoregression(returns: &[f64], order: usize, horizon: u32) -> Result<NormalForecast, Error> {
    let rows = returns.len() - order;
    let ones = vec![1.0; rows];
    let lag = |lag: usize| &returns[order - lag..returns.len() - lag];
    let columns: Vec<&[f64]> = std::iter::once(ones.as_slice()).chain((1..=order).map(lag)).collect();
    let fit = least_squares(&columns, &returns[order..]).at("returns")?;
    let (constant, weights) = (fit.coefficients[0], &fit.coefficients[1..]);
    let noise = fit.residual_squares / (rows - order - 1) as f64;
    // Means step by step, each forecast a lag of the next.
    let mut path = returns[returns.len() - order..].to_vec();
    let mut total = 0.0;
    for _ in 0..horizon {
        let next =
            weights.iter().enumerate().fold(constant, |sum, (i, weight)| sum + weight * path[path.len() - 1 - i]);
        path.push(next);
        total += next;
    }
    // The error of the sum: shock j steps before the end counts with psi_0 + ... + psi_j.
    let mut psi: Vec<f64> = Vec::with_capacity(horizon as usize);
    let mut cumulative = Vec::with_capacity(horizon as usize);
    for j in 0..horizon as usize {
        let next = if j == 0 { 1.0 } else { (0..order.min(j)).fold(0.0, |sum, i| sum + weights[i] * psi[j - 1 - i]) };
        psi.push(next);
        cumulative.push(cumulative.last().unwrap_or(&0.0) + next);
    }
    let squares = sum_by(cumulative.len(), |j| cumulative[j] * cumulative[j]);
    NormalForecast::new(total, (noise * squares).sqrt())
}
