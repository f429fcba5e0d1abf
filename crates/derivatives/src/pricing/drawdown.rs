//! Drawdown of geometric Brownian motion: how likely, how deep, how soon.
//!
//! For the logarithm with drift `m` and volatility `sigma`, and `tau` the first time it stands `d` below its running maximum (Taylor 1975),
//!
//! ```text
//! E[e^(-alpha tau)] = gamma e^(-c d) / (gamma cosh(gamma d) - c sinh(gamma d)),   c = m / sigma^2,  gamma = sqrt(2 alpha / sigma^2 + c^2)
//! E[tau] = (e^(2 c d) - 2 c d - 1) / (2 c m)                                      d^2 / sigma^2 without drift
//! E[maximum drawdown over T] = integral over d of P(tau_d <= T)                   sqrt(pi/2) sigma sqrt(T) without drift
//! ```
//!
//! The probability is the transform inverted by Talbot's contour, with an absolute error below 1e-10.

use hashinsight_numerics::{Complex, GaussLegendre, clamp, exp_m1, invert_laplace, ln_1p, max};
use hashinsight_units::Fraction;

use crate::{DerivativesError, Measure, Rate, Volatility, Years};

/// What [`drawdown`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DrawdownRequest {
    /// The fall from the running maximum, as a fraction of it: above 0, below 1.
    pub drawdown: Fraction,
    /// Horizon in years of 365 days.
    pub years: Years,
    /// Drift of the price per year: `E[S_T] = S e^(drift T)`.
    pub drift_per_year: Rate,
    /// Volatility per square root of a year; above 0.
    pub volatility: Volatility,
    /// Which world the drift is of.
    pub measure: Measure,
}

/// What [`drawdown`] answers.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DrawdownReport {
    /// As asked.
    pub measure: Measure,
    /// Probability of such a fall within the horizon.
    pub probability: f64,
    /// Expected time until such a fall, in years; absent where it exceeds what an `f64` holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected_years: Option<f64>,
    /// Expected greatest fall of the logarithm from its maximum within the horizon.
    pub expected_maximum_log_drawdown: f64,
}

/// The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.
///
/// ```
/// use hashinsight_derivatives::pricing::{DrawdownRequest, drawdown};
/// use hashinsight_derivatives::{Measure, Rate, Volatility, Years};
/// use hashinsight_units::Fraction;
/// let report = drawdown(&DrawdownRequest {
///     drawdown: Fraction::new(0.2)?,
///     years: Years::new(30.0 / 365.0)?,
///     drift_per_year: Rate::new(0.5 * 0.65 * 0.65)?, // none of the logarithm
///     volatility: Volatility::new(0.65)?,
///     measure: Measure::RealWorld,
/// })?;
/// assert_eq!(format!("{:.4} {:.4}", report.probability, report.expected_maximum_log_drawdown), "0.4616 0.2336");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `derivatives.drawdown.out_of_range` for 0 or 1, `derivatives.volatility.out_of_range` for 0.
pub fn drawdown(request: &DrawdownRequest) -> Result<DrawdownReport, DerivativesError> {
    let fall = request.drawdown.get();
    if fall == 0.0 || fall == 1.0 {
        return Err(DerivativesError::refuse("drawdown", fall, "above 0, below 1"));
    }
    let sigma = request.volatility.get();
    if sigma == 0.0 {
        return Err(DerivativesError::refuse("volatility", sigma, "above 0, at most 20"));
    }
    let model = Model { drift: request.drift_per_year.get() - 0.5 * sigma * sigma, sigma };
    let (depth, years) = (-ln_1p(-fall), request.years.get());
    Ok(DrawdownReport {
        measure: request.measure,
        probability: model.probability(depth, years),
        expected_years: Some(model.expected_time(depth)).filter(|time| time.is_finite()),
        expected_maximum_log_drawdown: model.expected_maximum(years)?,
    })
}

/// The logarithm of the price.
#[derive(Clone, Copy, Debug)]
struct Model {
    drift: f64,
    sigma: f64,
}

impl Model {
    fn probability(&self, depth: f64, years: f64) -> f64 {
        let deviation = self.sigma * years.sqrt();
        // A fall of more than nine deviations beyond the drift has a probability below 1e-18.
        let falls = max(-self.drift * years, 0.0);
        if years == 0.0 || depth > falls + 9.0 * deviation {
            return 0.0;
        }
        let square = self.sigma * self.sigma;
        let c = self.drift / square;
        let transform = |alpha: Complex| {
            let gamma = (alpha * (2.0 / square) + Complex::from(c * c)).sqrt();
            let (low, high) = (gamma - Complex::from(c), gamma + Complex::from(c));
            let below = low + high * (-gamma * (2.0 * depth)).exp();
            gamma * 2.0 * (-high * depth).exp() / (below * alpha)
        };
        clamp(invert_laplace(transform, years), 0.0, 1.0)
    }

    fn expected_time(&self, depth: f64) -> f64 {
        let square = self.sigma * self.sigma;
        let y = 2.0 * self.drift * depth / square;
        // (e^y - 1 - y) / (y^2 / 2), by its series where the difference would cancel.
        let ratio = if y.abs() < 0.5 {
            (1..=20).rev().fold(1.0, |sum, n| 1.0 + y / (f64::from(n) + 2.0) * sum)
        } else {
            2.0 * (exp_m1(y) - y) / (y * y)
        };
        depth * depth / square * ratio
    }

    fn expected_maximum(&self, years: f64) -> Result<f64, DerivativesError> {
        let deviation = self.sigma * years.sqrt();
        if deviation == 0.0 {
            return Ok(0.0);
        }
        let rule = GaussLegendre::new(16)?;
        let end = max(-self.drift * years, 0.0) + 9.0 * deviation;
        let panels = (end / deviation).ceil();
        let width = end / panels;
        let (mut total, mut panel) = (0.0, 0.0);
        // Beyond 64 deviations the drift alone decides: the drawdown is the fall, and panels of one deviation would be too many.
        if panels > 64.0 {
            let fall = -self.drift * years;
            return Ok(fall);
        }
        while panel < panels {
            total += rule.integrate(|depth| self.probability(depth, years), panel * width, (panel + 1.0) * width);
            panel += 1.0;
        }
        Ok(total)
    }
}
