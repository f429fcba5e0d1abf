//! Growth of wealth.

use hashinsight_numerics::pow;
use hashinsight_units::Outcome;

use super::moments::{TOO_FEW, finite};
use super::{ReturnStatistics, Returns};

const RUINED: &str = "the wealth is 0 or negative";

impl ReturnStatistics {
    /// Return over all periods, `product of (1 + r) - 1`; undefined without returns.
    pub fn total_return(&self) -> Outcome {
        if self.observations() == 0.0 { Outcome::Undefined { reason: TOO_FEW } } else { finite(self.wealth - 1.0) }
    }

    /// Compound annual growth rate, `(product of (1 + r))^(periods per year / periods) - 1`; undefined without returns, and where the wealth
    /// is 0 or negative.
    pub fn annual_return(&self, periods_per_year: f64) -> Outcome {
        self.growth_to(periods_per_year / self.periods)
    }

    /// Geometric mean of the observed returns, `(product of (1 + r))^(1 / n) - 1`.
    pub fn geometric_mean(&self) -> Outcome {
        self.growth_to(1.0 / self.observations())
    }

    fn growth_to(&self, power: f64) -> Outcome {
        match self.observations() {
            0.0 => Outcome::Undefined { reason: TOO_FEW },
            _ if self.wealth > 0.0 => finite(pow(self.wealth, power) - 1.0),
            _ => Outcome::Undefined { reason: RUINED },
        }
    }

    /// Stability: the part of the variance of the logarithm of wealth that a straight line over time explains, `R^2`.
    pub fn stability(&self) -> Outcome {
        let trend = &self.trend;
        if self.observations() < 2.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        if !(trend.log_squares > 0.0 && trend.log_squares.is_finite()) {
            return Outcome::Undefined { reason: "the wealth does not vary, or is 0 or negative" };
        }
        finite(trend.products * trend.products / (trend.time_squares * trend.log_squares))
    }

    /// Return per unit of the part of the time that is invested (returns other than 0), both per year.
    pub fn risk_adjusted_return(&self, periods_per_year: f64) -> Outcome {
        let exposure = (self.wins.count + self.losses.count) / self.observations();
        match self.annual_return(periods_per_year) {
            Outcome::Value(_) if exposure == 0.0 => Outcome::Undefined { reason: "never invested" },
            outcome => outcome.map(|growth| growth / exposure),
        }
    }
}

/// Wealth after each period, from a start.
///
/// ```
/// use hashinsight_treasury::metrics::{equity, Returns};
/// assert_eq!(equity(&Returns::new(&[0.5, -0.5])?, 100.0), [150.0, 75.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn equity(returns: &Returns<'_>, start: f64) -> Vec<f64> {
    let mut wealth = start;
    let step = |r: &f64| {
        wealth *= 1.0 + r;
        wealth
    };
    returns.values().iter().map(step).collect()
}

/// The return per period that compounds to one per year: `(1 + annual)^(1 / periods per year) - 1`; undefined at -1 and below.
///
/// ```
/// use hashinsight_treasury::metrics::per_period_return;
/// let daily = per_period_return(0.05, 365.0).value().unwrap();
/// assert!((daily - 1.336_806_171_134_403_6e-4).abs() < 1e-18); // 1.05^(1/365) - 1
/// ```
pub fn per_period_return(annual: f64, periods_per_year: f64) -> Outcome {
    if annual <= -1.0 {
        return Outcome::Undefined { reason: "a return of -1 or less per year does not compound" };
    }
    finite(hashinsight_numerics::exp_m1(hashinsight_numerics::ln_1p(annual) / periods_per_year))
}
