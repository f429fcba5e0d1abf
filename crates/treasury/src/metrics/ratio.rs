//! Reward for risk.

use hashinsight_numerics::normal_pdf;
use hashinsight_units::{Error, Outcome};

use super::moments::{CONSTANT, Moments, TOO_FEW, finite, quotient};
use super::statistics::DrawdownSums;
use super::tail::gaussian;
use super::{ReturnStatistics, Returns};

const NO_DRAWDOWN: &str = "no drawdown";
const NO_SHORTFALL: &str = "no return falls short of the minimum";

impl Moments {
    /// Sharpe ratio of returns that have these moments, see [`ReturnStatistics::sharpe`].
    pub fn sharpe(&self, risk_free: f64, periods_per_year: f64) -> Outcome {
        match (self.mean(), self.standard_deviation(1)) {
            (Outcome::Value(mean), Outcome::Value(deviation)) => {
                quotient((mean - risk_free) * periods_per_year.sqrt(), deviation, CONSTANT)
            }
            _ => Outcome::Undefined { reason: TOO_FEW },
        }
    }
}

impl ReturnStatistics {
    /// Standard deviation per year, `sd (n - 1) sqrt(periods per year)`.
    pub fn annual_volatility(&self, periods_per_year: f64) -> Outcome {
        self.moments.standard_deviation(1).map(|deviation| deviation * periods_per_year.sqrt())
    }

    /// Sharpe ratio per year, `(mean - risk-free) / sd (n - 1) sqrt(periods per year)` (Sharpe 1994); the risk-free return is per period.
    /// One period per year gives the ratio per period. Undefined for fewer than two returns, and where they do not vary.
    pub fn sharpe(&self, risk_free: f64, periods_per_year: f64) -> Outcome {
        self.moments.sharpe(risk_free, periods_per_year)
    }

    /// Downside deviation per year, `sqrt(mean of min(0, r - minimum)^2) sqrt(periods per year)`: the mean is over all returns.
    pub fn downside_deviation(&self, periods_per_year: f64) -> Outcome {
        if self.observations() == 0.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        finite((self.shortfall_squares / self.observations()).sqrt() * periods_per_year.sqrt())
    }

    /// Sortino ratio, `(mean - minimum) periods per year / downside deviation` (Sortino and van der Meer 1991).
    pub fn sortino(&self, periods_per_year: f64) -> Outcome {
        if self.observations() < 2.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        let mean = self.sum / self.observations() - self.minimum;
        match self.downside_deviation(periods_per_year) {
            Outcome::Value(deviation) => quotient(mean * periods_per_year, deviation, NO_SHORTFALL),
            none => none,
        }
    }

    /// Omega ratio at the minimum, `sum of (r - minimum)+ / sum of (minimum - r)+` (Keating and Shadwick 2002).
    pub fn omega(&self) -> Outcome {
        if self.observations() < 2.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        quotient(self.excesses, self.shortfalls, NO_SHORTFALL)
    }

    /// Least drawdown, 0 or negative: `min of wealth / highest wealth before - 1`, the 1 before the first return included.
    pub const fn max_drawdown(&self) -> f64 {
        self.drawdown.least
    }

    /// Calmar ratio, annual return over the greatest drawdown.
    pub fn calmar(&self, periods_per_year: f64) -> Outcome {
        match self.annual_return(periods_per_year) {
            Outcome::Value(growth) => quotient(growth, self.drawdown.least.abs(), NO_DRAWDOWN),
            none => none,
        }
    }

    /// Ulcer index, `sqrt(sum of drawdown^2 / (n - ddof))` (Martin 1987 divides by `n`, `quantstats` by `n - 1`).
    pub fn ulcer_index(&self, ddof: u32) -> Outcome {
        let degrees = self.observations() - f64::from(ddof);
        if degrees <= 0.0 {
            Outcome::Undefined { reason: TOO_FEW }
        } else {
            finite((self.drawdown.squares / degrees).sqrt())
        }
    }

    /// Pain index: mean depth of the drawdowns over all periods, 0 or positive.
    pub fn pain_index(&self) -> Outcome {
        if self.observations() == 0.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        finite(0.0 - self.drawdown.sum / self.observations())
    }

    /// Recovery factor, `|sum of r| / |greatest drawdown|`.
    pub fn recovery_factor(&self) -> Outcome {
        quotient(self.sum.abs(), self.drawdown.least.abs(), NO_DRAWDOWN)
    }

    /// Serenity index, `sum of r / (ulcer pitfall)` where pitfall is the Gaussian expected shortfall of the drawdowns at `tail` over the
    /// standard deviation of the returns (Keller and Keuning 2014); the ulcer index has the divisor `n - 1`.
    pub fn serenity_index(&self, tail: f64) -> Outcome {
        let (n, DrawdownSums { sum, squares, .. }) = (self.observations(), self.drawdown);
        let spread = squares - sum * sum / n;
        let deviation = (if spread > 0.0 { spread } else { 0.0 } / (n - 1.0)).sqrt();
        let shortfall = gaussian(sum / n, deviation, tail, |z| 0.0 - normal_pdf(z) / tail);
        match (shortfall, self.moments.standard_deviation(1), self.ulcer_index(1)) {
            (Outcome::Value(shortfall), Outcome::Value(deviation), Outcome::Value(ulcer)) => {
                quotient(self.sum * deviation, ulcer * -shortfall, NO_DRAWDOWN)
            }
            _ => Outcome::Undefined { reason: TOO_FEW },
        }
    }
}

/// Information ratio per period: mean over standard deviation (`n - 1`) of what a series returns beyond its benchmark (Goodwin 1998).
///
/// ```
/// use hashinsight_treasury::metrics::information_ratio;
/// let ratio = information_ratio(&[0.02, 0.01], &[0.01, 0.02])?;
/// assert_eq!(ratio.value(), Some(0.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Returns::paired`].
pub fn information_ratio(returns: &[f64], benchmark: &[f64]) -> Result<Outcome, Error> {
    let [returns, benchmark] = Returns::paired(returns, benchmark)?;
    let beyond = returns.values().iter().zip(benchmark.values()).map(|(r, b)| r - b).collect();
    Ok(ReturnStatistics::of(&Returns::dense(beyond), 0.0).sharpe(0.0, 1.0))
}

/// System quality number of trades, `sqrt(n) mean / sd (n - ddof)` (Tharp 2008); their profits are in money.
///
/// ```
/// use hashinsight_treasury::metrics::system_quality_number;
/// let trades = [120.0, -50.0, 80.0, 200.0, -90.0, 60.0, -30.0, 150.0, 40.0, -70.0];
/// assert!((system_quality_number(&trades, 1).value().unwrap() - 1.310_514).abs() < 1e-6); // backtesting.py 0.6.6
/// ```
pub fn system_quality_number(profits: &[f64], ddof: u32) -> Outcome {
    let moments = Moments::of(profits);
    match (moments.mean(), moments.standard_deviation(ddof)) {
        (Outcome::Value(mean), Outcome::Value(deviation)) => {
            quotient(moments.count().sqrt() * mean, deviation, CONSTANT)
        }
        _ => Outcome::Undefined { reason: TOO_FEW },
    }
}
