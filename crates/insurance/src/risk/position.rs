//! Value at risk and expected shortfall of a position, as losses.
//!
//! With `ln(S_T / S) = m + s Z`, `m = (mu - sigma^2 / 2) T`, `s = sigma sqrt(T)` and a value `V` at the current price,
//!
//! ```text
//! long:   VaR = V (1 - e^(m - s z)),              ES = V (1 - e^(mu T) N(-z - s) / (1 - p))
//! short:  VaR = V (e^(m + s z) - 1),              ES = V (e^(mu T) N(s - z) / (1 - p) - 1)          z = N^-1(p)
//! ```
//!
//! From `n` past returns the value at risk is the least loss that at most a fraction `1 - p` of them exceeds, and the expected shortfall the
//! mean of the worst `(1 - p) n`, the last one of them in part. (Dowd 2005, "Measuring Market Risk", chapters 2 and 6;
//! Acerbi and Tasche 2002 for the part.) A gain is a negative loss.

use hashinsight_numerics::{Sorted, exp, exp_m1, normal_cdf, normal_quantile};
use hashinsight_units::{Collateral, Error, Finite, Fraction, Rate, Record, Volatility, Years};

use crate::refuse::{insufficient, refuse};

/// Lognormal motion of the price up to a horizon.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LognormalMove {
    /// Volatility per square root of a year, of the real world.
    #[record(example = 0.65)]
    pub volatility: Volatility,
    /// Expected growth of the price per year, continuously compounded, of the real world.
    #[record(default = Rate::constant(0.0))]
    pub drift_per_year: Rate,
    /// Horizon of the risk, in years of 365 days; above 0.
    #[record(example = 0.0027397260273972603)]
    pub years: Years,
}

/// Distribution of the return: a model, or past returns.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum ReturnModel {
    /// Lognormal motion of the price.
    Lognormal(LognormalMove),
    /// Past simple returns over the horizon, as fractions: -0.05 is a fall of 5 percent.
    Returns(Vec<Finite>),
}

/// Inputs of [`position_risk`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PositionRiskRequest {
    /// Value of the position at the current price, in units of currency.
    #[record(example = 100000)]
    pub value: Collateral,
    /// Whether the position gains where the price rises.
    #[record(example = true)]
    pub is_long: bool,
    /// Probability that the loss stays at or below the value at risk, like 0.99: above 0, below 1.
    #[record(example = 0.99)]
    pub level: Fraction,
    /// Distribution of the return.
    pub model: ReturnModel,
}

/// Result of [`position_risk`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PositionRiskReport {
    /// Value at risk, in units of currency: a loss is positive, a gain at this level negative.
    pub value_at_risk: f64,
    /// Expected shortfall, in units of currency: mean loss in the worst `1 - level` of all outcomes.
    pub expected_shortfall: f64,
}

/// Value at risk and expected shortfall of a linear position.
///
/// ```
/// use hashinsight_insurance::risk::{LognormalMove, PositionRiskRequest, ReturnModel, position_risk};
/// use hashinsight_units::{Collateral, Fraction, Volatility, Years};
/// let day = LognormalMove::new(Volatility::new(0.65)?, Years::new(1.0 / 365.0)?);
/// let (value, level) = (Collateral::new(100_000.0)?, Fraction::new(0.99)?);
/// let report = position_risk(&PositionRiskRequest::new(value, true, level, ReturnModel::Lognormal(day)))?;
/// assert_eq!(format!("{:.0} {:.0}", report.value_at_risk, report.expected_shortfall), "7663 8717");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.level.out_of_range` for 0 or 1, `insurance.years.out_of_range` for 0, `insurance.returns.insufficient_data` for none,
/// `insurance.returns.out_of_range` below -1.
pub fn position_risk(request: &PositionRiskRequest) -> Result<PositionRiskReport, Error> {
    let level = request.level.get();
    if request.level == Fraction::ZERO || request.level == Fraction::ONE {
        return Err(refuse("level", level, "above 0, below 1"));
    }
    let (value, rest) = (request.value.get(), 1.0 - level);
    let [value_at_risk, expected_shortfall] = match &request.model {
        ReturnModel::Lognormal(LognormalMove { volatility, drift_per_year, years }) => {
            let (sigma, drift, years) = (volatility.get(), drift_per_year.get(), years.get());
            if years == 0.0 {
                return Err(refuse("years", years, "above 0").at("lognormal").at("model"));
            }
            let deviation = sigma * years.sqrt();
            let median = (drift - 0.5 * sigma * sigma) * years;
            let z = normal_quantile(level)?;
            let growth = exp(drift * years);
            if request.is_long {
                [-exp_m1(median - deviation * z), 1.0 - growth * normal_cdf(-z - deviation) / rest]
            } else {
                [exp_m1(median + deviation * z), growth * normal_cdf(deviation - z) / rest - 1.0]
            }
        }
        ReturnModel::Returns(returns) => from_returns(returns, request.is_long, rest)?,
    };
    Ok(PositionRiskReport {
        value_at_risk: value * value_at_risk + 0.0,
        expected_shortfall: value * expected_shortfall + 0.0,
    })
}

/// Value at risk and expected shortfall of past returns, per unit of value.
fn from_returns(returns: &[Finite], is_long: bool, rest: f64) -> Result<[f64; 2], Error> {
    if returns.is_empty() {
        return Err(insufficient("returns", 0, "at least one return").at("model"));
    }
    if let Some(row) = returns.iter().position(|value| value.get() < -1.0) {
        return Err(refuse("returns", returns[row].get(), "-1 or more: a price does not fall below 0")
            .in_row(row)
            .at("model"));
    }
    // Ascending gains: the worst first.
    let mut gains: Vec<f64> = returns.iter().map(|value| if is_long { value.get() } else { -value.get() }).collect();
    let sorted = Sorted::new(&mut gains)?;
    let gains = sorted.values();
    let worst = rest * gains.len() as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the number of returns")]
    let whole = (worst + 1e-9) as usize; // 0.05 * 20 is one return, whatever its last bit
    let whole = if whole < gains.len() { whole } else { gains.len() - 1 };
    let part = worst - whole as f64;
    let part = if part > 0.0 { part } else { 0.0 };
    let sum = hashinsight_numerics::sum(&gains[..whole]) + part * gains[whole];
    Ok([-gains[whole], -sum / worst])
}
