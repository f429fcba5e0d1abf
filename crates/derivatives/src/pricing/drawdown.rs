//! Drawdown of geometric Brownian motion: how likely, how deep, how soon.
//!
//! For the logarithm with drift `m` and volatility `sigma`, and `tau` the first time it stands `d` below its running maximum (Taylor 1975),
//!
//! ```text
//! E[e^(-alpha tau)] = gamma e^(-c d) / (gamma cosh(gamma d) - c sinh(gamma d)),   c = m / sigma^2,  gamma = sqrt(2 alpha / sigma^2 + c^2)
//! E[tau] = (e^(2 c d) - 2 c d - 1) / (2 c m)                                      d^2 / sigma^2 without drift
//! E[maximum drawdown over T] = integral over d of P(tau_d <= T)                   sqrt(pi/2) sigma sqrt(T) without drift
//!                            ~ -m T - sigma^2 / m                                 under a strong drift down (Magdon-Ismail and others 2004)
//! ```
//!
//! The probability is the transform inverted by Talbot's contour where node counts agree (absolute error below 1e-8, typically 1e-12), and
//! along the line of steepest descent where they do not, for any drift (relative error below 1e-11).

use std::f64::consts::PI;

use hashinsight_numerics::{Complex, GaussLegendre, clamp, exp, exp_m1, invert_laplace_checked, ln, ln_1p, max, min};
use hashinsight_units::{Error, Fraction, Rate, Record, Volatility, Years};

use super::drawdown_contour::{by_contour, discounted};
use super::touch_value::TouchValue;
use crate::Measure;
use crate::refuse::refuse;

/// Greatest doubt of an inversion that is answered.
const DOUBT: f64 = 1e-9;

/// Inputs of [`drawdown`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DrawdownRequest {
    /// Fall from the running maximum, as a fraction of it: above 0, below 1.
    #[record(example = 0.2)]
    pub drawdown: Fraction,
    /// Horizon, in years of 365 days.
    #[record(example = 0.0821917808219178)]
    pub years: Years,
    /// Drift of the price per year: `E[S_T] = S e^(drift T)`.
    #[record(example = 0.2)]
    pub drift_per_year: Rate,
    /// Volatility per square root of a year; above 0.
    #[record(example = 0.65)]
    pub volatility: Volatility,
    /// Measure that the drift is of.
    #[record(example = "real_world")]
    pub measure: Measure,
}

/// Result of [`drawdown`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DrawdownReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Probability of the fall within the horizon.
    pub probability: f64,
    /// Probability of no such fall within the horizon, with its own digits where a fall is almost certain.
    pub survival_probability: f64,
    /// Expected time until the fall, in years; absent where it exceeds what an `f64` holds.
    pub expected_years: Option<f64>,
    /// Expected greatest fall of the logarithm from its maximum within the horizon, to 1e-5 of it.
    pub expected_maximum_log_drawdown: f64,
}

/// The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{DrawdownRequest, drawdown};
/// use hashinsight_units::{Fraction, Rate, Volatility, Years};
/// let report = drawdown(&DrawdownRequest::new(
///     Fraction::new(0.2)?,
///     Years::new(30.0 / 365.0)?,
///     Rate::new(0.5 * 0.65 * 0.65)?, // the logarithm has no drift then
///     Volatility::new(0.65)?,
///     Measure::RealWorld,
/// ))?;
/// assert_eq!(format!("{:.4}", report.probability), "0.4616");
/// assert!((report.expected_maximum_log_drawdown - 0.2336).abs() < 1e-4);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.drawdown.out_of_range` for 0 or 1, `derivatives.volatility.out_of_range` for 0.
pub fn drawdown(request: &DrawdownRequest) -> Result<DrawdownReport, Error> {
    let (model, depth) = request.model()?;
    let years = request.years.get();
    let probability = model.probability(depth, years, DOUBT);
    Ok(DrawdownReport {
        measure: request.measure,
        probability,
        survival_probability: model.survival(depth, years),
        expected_years: Some(model.expected_time(depth)).filter(|time| time.is_finite()),
        expected_maximum_log_drawdown: model.expected_maximum(years)?,
    })
}

/// The value of 1 paid at the fall, and its derivatives; `None` at a horizon of 0.
pub(super) fn touch_value(request: &DrawdownRequest, rate: f64) -> Result<Option<TouchValue>, Error> {
    let (model, depth) = request.model()?;
    let (years, sigma, drift) = (request.years.get(), model.sigma, request.drift_per_year.get());
    if years == 0.0 {
        return Ok(None);
    }
    let root = years.sqrt();
    let (u, k) = (depth / (sigma * root), model.drift / sigma * root);
    let [value, by_depth, by_pull, by_rate_time] = discounted(u, k, rate * years);
    Ok(Some(TouchValue {
        value,
        by_volatility: 0.0 - by_depth * u / sigma - by_pull * (drift / (sigma * sigma) + 0.5) * root,
        by_years: (0.5 * (by_pull * k - by_depth * u)) / years + by_rate_time * rate,
        by_rate: by_rate_time * years,
        by_drift: by_pull * root / sigma,
        ..TouchValue::default()
    }))
}

impl DrawdownRequest {
    /// The logarithm of the price, and the depth of the fall in it.
    fn model(&self) -> Result<(Model, f64), Error> {
        let fall = self.drawdown.get();
        if fall == 0.0 || fall == 1.0 {
            return Err(refuse("drawdown", fall, "above 0, below 1"));
        }
        let sigma = self.volatility.get();
        if sigma == 0.0 {
            return Err(refuse("volatility", sigma, "1e-9 to 20"));
        }
        Ok((Model { drift: self.drift_per_year.get() - 0.5 * sigma * sigma, sigma }, -ln_1p(-fall)))
    }
}

/// Logarithm of the price as Brownian motion.
#[derive(Clone, Copy, Debug)]
struct Model {
    drift: f64,
    sigma: f64,
}

impl Model {
    /// Probability of no fall by `depth` of the logarithm.
    fn survival(&self, depth: f64, years: f64) -> f64 {
        let deviation = self.sigma * years.sqrt();
        if deviation == 0.0 {
            return 1.0;
        }
        clamp(by_contour(depth / deviation, self.drift / self.sigma * years.sqrt()).1, 0.0, 1.0)
    }

    /// Probability of a fall by `depth` of the logarithm.
    fn probability(&self, depth: f64, years: f64, most_doubt: f64) -> f64 {
        let deviation = self.sigma * years.sqrt();
        // Deeper, the probability is below 4 N(-6.5) = 2e-10.
        let falls = max(-self.drift * years, 0.0);
        if years == 0.0 || depth > falls + 6.5 * deviation {
            return 0.0;
        }
        let square = self.sigma * self.sigma;
        let c = self.drift / square;
        // Without drift the chance to stay above is below 4/pi e^(-pi^2 / (8 u^2)), u the depth in deviations; under a drift down Girsanov's
        // density on the paths that do is at most e^(-c d - c^2 sigma^2 T / 2). Here the two together are below 5e-11.
        let (u, pull) = (depth / deviation, c * deviation);
        if c <= 0.0 && PI * PI / (8.0 * u * u) + pull * u + 0.5 * pull * pull > 24.0 {
            return 1.0;
        }
        // `gamma` is given, because around its zero it has more digits than `alpha`.
        let fallen = |gamma: Complex| {
            let (low, high) = (gamma - Complex::from(c), gamma + Complex::from(c));
            gamma * 2.0 * (-high * depth).exp() / (low + high * (-gamma * (2.0 * depth)).exp())
        };
        // Early falls have the transform E(alpha) / alpha. Late ones have (1 - E(alpha)) / alpha, which has no pole at 0: under a drift down it is
        // singular only at and below -m^2 / (2 sigma^2), around which it is inverted. The one that is less in doubt answers.
        let early = |alpha: Complex| fallen((alpha * (2.0 / square) + Complex::from(c * c)).sqrt()) / alpha;
        let (soon, soon_doubt) = invert_laplace_checked(early, years);
        if soon_doubt < 1e-11 || c >= 0.0 {
            return if soon_doubt < most_doubt {
                clamp(soon, 0.0, 1.0)
            } else {
                clamp(by_contour(u, pull).0, 0.0, 1.0)
            };
        }
        let shift = -0.5 * self.drift * c;
        let late = |s: Complex| (Complex::from(1.0) - fallen((s * (2.0 / square)).sqrt())) / (s + Complex::from(shift));
        let (later, doubt) = invert_laplace_checked(late, years);
        let scale = exp(shift * years);
        let (value, doubt) =
            if doubt * scale < soon_doubt { (1.0 - later * scale, doubt * scale) } else { (soon, soon_doubt) };
        if doubt < most_doubt { clamp(value, 0.0, 1.0) } else { clamp(by_contour(u, pull).0, 0.0, 1.0) }
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

    fn expected_maximum(&self, years: f64) -> Result<f64, Error> {
        let deviation = self.sigma * years.sqrt();
        if deviation == 0.0 {
            return Ok(0.0);
        }
        // How far the drift goes, in deviations.
        let pull = self.drift / self.sigma * years.sqrt();
        if pull < -8.0 {
            // From near the first price to near the last, and half of this term beyond each (Magdon-Ismail and others 2004): the rest is
            // of the order of e^(-pull^2 / 4).
            return Ok((0.0 - pull + 1.0 / -pull) * deviation);
        }
        // Under a drift up the depth is of the order of 1 / (2 c), and the probability beyond below 2 c m T e^(-2 c d).
        let (scale, most) =
            if pull > 1.0 { (1.0 / pull, (ln(2.0 * pull * pull) + 25.0) / (2.0 * pull)) } else { (1.0, 6.5) };
        let rule = GaussLegendre::new(16)?;
        let end = max(-pull, 0.0) + min(most, 6.5);
        let panels = (end / scale).ceil();
        let width = end / panels * deviation;
        let (mut total, mut panel) = (0.0, 0.0);
        while panel < panels {
            total += rule.integrate(
                |depth| self.probability(depth, years, 1e3 * DOUBT),
                panel * width,
                (panel + 1.0) * width,
            );
            panel += 1.0;
        }
        Ok(total)
    }
}
