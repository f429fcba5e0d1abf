//! Jumps from returns: Merton's model by maximum likelihood.
//!
//! A log return over a step `dt` has the density
//!
//! ```text
//! f(r) = sum over n of Poisson(n; lambda dt) Normal(r; m dt + n mean, sigma^2 dt + n deviation^2)
//! ```
//!
//! The likelihood of such a mixture has no maximum where a jump of vanishing deviation sits on one return (Honore 1998): the deviation of a
//! jump is held to at least half the deviation of the diffusion over a step. Nelder and Mead's simplex from four starts finds the maximum; the
//! standard errors are those of the observed information, by central differences at it.

use hashinsight_numerics::{clamp, exp, ln, mean, sum_by, variance};
use hashinsight_units::{Error, Order, Record, Years};

use crate::Measure;
use crate::refuse::{insufficient, refuse};

const PARAMETERS: usize = 5;
const FRAC_1_SQRT_2_PI: f64 = 0.398_942_280_401_432_7;
/// Jumps in one step beyond this number do not count.
const MOST_JUMPS: u32 = 12;

/// Inputs of [`fit_jumps`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FitJumpsRequest {
    /// Returns of the logarithm over equal steps; 30 or more, and hundreds for jumps that are rare.
    pub log_returns: Vec<f64>,
    /// Length of a step, in years of 365 days; above 0.
    #[record(example = 0.0027397260273972603)]
    pub step_years: Years,
}

/// An estimate with its standard error.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Estimated {
    /// Estimate, in the unit of the field that holds it.
    pub value: f64,
    /// Standard error of the estimate; absent where the likelihood is flat or the estimate at the edge of its range.
    pub standard_error: Option<f64>,
}

/// Result of [`fit_jumps`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FitJumpsReport {
    /// Measure of the numbers: always that of the real world, as they are frequencies.
    pub measure: Measure,
    /// Number of returns.
    pub observations: u32,
    /// Drift of the logarithm between jumps, per year.
    pub log_drift_per_year: Estimated,
    /// Volatility between jumps, per square root of a year.
    pub volatility: Estimated,
    /// Expected number of jumps per year.
    pub jumps_per_year: Estimated,
    /// Mean of the logarithm of a jump.
    pub mean_log_jump: Estimated,
    /// Standard deviation of the logarithm of a jump.
    pub log_jump_deviation: Estimated,
    /// Logarithm of the likelihood at the estimate.
    pub log_likelihood: f64,
    /// Logarithm of the likelihood without jumps. Twice the difference is large where jumps are real: 7.8 is the 95 % point of chi-squared with the three
    /// parameters of the jumps (a guide only: without jumps they are not identified).
    pub log_likelihood_without_jumps: f64,
}

/// Diffusion and jumps that make observed returns most likely.
///
/// ```
/// use hashinsight_derivatives::estimation::{FitJumpsRequest, fit_jumps};
/// use hashinsight_numerics::Philox;
/// use hashinsight_units::Years;
/// // Three years of days at 40 % volatility, with a fall of about 10 % now and then.
/// let random = Philox::new(1);
/// let log_returns: Vec<f64> = (0..1095)
///     .map(|day| {
///         let jump = if random.uniform(1, day) < 10.0 / 365.0 { -0.1 + 0.05 * random.normal(2, day) } else { 0.0 };
///         0.4 / 365f64.sqrt() * random.normal(0, day) + jump
///     })
///     .collect();
/// let report = fit_jumps(&FitJumpsRequest::new(log_returns, Years::new(1.0 / 365.0)?))?;
/// assert!((report.volatility.value - 0.4).abs() < 0.02);
/// assert!((report.mean_log_jump.value + 0.1).abs() < 0.03);
/// assert!(report.log_likelihood > report.log_likelihood_without_jumps + 20.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.log_returns.insufficient_data` for fewer than 30, `derivatives.log_returns.out_of_range` beyond -10 to 10 and where all are
/// equal; `derivatives.step_years.out_of_range` for 0.
pub fn fit_jumps(request: &FitJumpsRequest) -> Result<FitJumpsReport, Error> {
    let returns = request.log_returns.as_slice();
    let count = returns.len();
    if count < 30 {
        return Err(insufficient("log_returns", count, "30 returns"));
    }
    let too_many = |_| refuse("log_returns", count as f64, "at most 4294967295 returns");
    let observations = u32::try_from(count).map_err(too_many)?;
    if let Some(row) = returns.iter().position(|r| !(-10.0..=10.0).contains(r)) {
        return Err(refuse("log_returns", returns[row], "-10 to 10").in_row(row));
    }
    let step = request.step_years.get();
    if step == 0.0 {
        return Err(refuse("step_years", step, "above 0, at most 30"));
    }
    let (center, spread) = (mean(returns)?, variance(returns, 0)?.sqrt());
    if spread < 1e-12 {
        return Err(refuse("log_returns", spread, "returns that differ"));
    }
    // In units of the sample: mean 0, deviation 1.
    let scaled: Vec<f64> = returns.iter().map(|r| (r - center) / spread).collect();
    let likelihood = |point: &[f64; PARAMETERS]| Mixture::from(point).log_likelihood(&scaled);
    // Starts: rare large jumps down, up, both ways; and frequent small ones.
    let starts = [
        [0.0, -0.3, -4.0, -2.0, 0.0],
        [0.0, -0.3, -4.0, 2.0, 0.0],
        [0.0, -0.3, -3.0, 0.0, 1.0],
        [0.0, -0.7, -1.0, 0.0, 0.3],
    ];
    let best = starts
        .into_iter()
        .map(|start| simplex(start, &likelihood))
        .reduce(|a, b| if b.1 > a.1 { b } else { a })
        .unwrap_or_else(|| unreachable!("there are starts"));
    let (point, value) = best;
    let errors = standard_errors(&point, &likelihood);
    let mixture = Mixture::from(&point);
    let estimated = |value: f64, derivative: f64, index: usize| Estimated {
        value,
        standard_error: errors.map(|errors| errors[index] * derivative.abs()).filter(|error| error.is_finite()),
    };
    let units = count as f64 * ln(spread);
    let plain = sum_by(count, |i| -0.5 * scaled[i] * scaled[i]) + count as f64 * ln(FRAC_1_SQRT_2_PI);
    let root_step = step.sqrt();
    Ok(FitJumpsReport {
        measure: Measure::RealWorld,
        observations,
        log_drift_per_year: estimated((center + mixture.drift * spread) / step, spread / step, 0),
        volatility: estimated(mixture.sigma * spread / root_step, mixture.sigma * spread / root_step, 1),
        jumps_per_year: estimated(mixture.jumps / step, mixture.jumps / step, 2),
        mean_log_jump: estimated(mixture.mean * spread, spread, 3),
        // The deviation is half the diffusion's plus an exponential: the error is that of the exponential part.
        log_jump_deviation: estimated(mixture.deviation * spread, exp(point[4]) * spread, 4),
        log_likelihood: value - units,
        log_likelihood_without_jumps: plain - units,
    })
}

/// The parameters in units of the sample.
#[derive(Clone, Copy, Debug)]
struct Mixture {
    drift: f64,
    sigma: f64,
    /// Expected jumps per step.
    jumps: f64,
    mean: f64,
    deviation: f64,
}

impl From<&[f64; PARAMETERS]> for Mixture {
    /// From unbounded coordinates: what must be positive is an exponential.
    fn from(point: &[f64; PARAMETERS]) -> Self {
        let sigma = exp(clamp(point[1], -12.0, 5.0));
        Self {
            drift: point[0],
            sigma,
            jumps: exp(clamp(point[2], -20.0, 1.0)),
            mean: point[3],
            deviation: 0.5 * sigma + exp(clamp(point[4], -12.0, 5.0)),
        }
    }
}

impl Mixture {
    fn log_likelihood(&self, returns: &[f64]) -> f64 {
        let mut parts = Vec::new();
        let mut weight = exp(-self.jumps);
        for n in 0..=MOST_JUMPS {
            let n = f64::from(n);
            let variance = self.sigma * self.sigma + n * self.deviation * self.deviation;
            let spread = variance.sqrt();
            parts.push((weight * FRAC_1_SQRT_2_PI / spread, self.drift + n * self.mean, -0.5 / variance));
            weight *= self.jumps / (n + 1.0);
            if weight < 1e-18 {
                break;
            }
        }
        sum_by(returns.len(), |i| {
            let density = parts.iter().fold(1e-300, |sum, (front, center, scale)| {
                let off = returns[i] - center;
                sum + front * exp(scale * off * off)
            });
            ln(density)
        })
    }
}

/// Nelder and Mead (1965) uphill, with the coefficients 1, 2, 1/2, 1/2, twice restarted around its own end.
fn simplex(start: [f64; PARAMETERS], value: &impl Fn(&[f64; PARAMETERS]) -> f64) -> ([f64; PARAMETERS], f64) {
    let mut best = (start, value(&start));
    for size in [0.5, 0.1, 0.02] {
        let mut corners: Vec<([f64; PARAMETERS], f64)> = vec![best];
        for i in 0..PARAMETERS {
            let mut corner = best.0;
            corner[i] += size;
            corners.push((corner, value(&corner)));
        }
        for _ in 0..600 {
            corners.order_by(|a, b| b.1.total_cmp(&a.1));
            if (corners[0].1 - corners[PARAMETERS].1).abs() < 1e-9 {
                break;
            }
            let center: [f64; PARAMETERS] = std::array::from_fn(|i| {
                corners[..PARAMETERS].iter().fold(0.0, |sum, corner| sum + corner.0[i]) / PARAMETERS as f64
            });
            let worst = corners[PARAMETERS];
            let along = |t: f64| {
                let point: [f64; PARAMETERS] = std::array::from_fn(|i| center[i] + t * (center[i] - worst.0[i]));
                (point, value(&point))
            };
            let reflected = along(1.0);
            let next = if reflected.1 > corners[0].1 {
                let expanded = along(2.0);
                if expanded.1 > reflected.1 { expanded } else { reflected }
            } else if reflected.1 > corners[PARAMETERS - 1].1 {
                reflected
            } else {
                let contracted = along(if reflected.1 > worst.1 { 0.5 } else { -0.5 });
                if contracted.1 > worst.1 && contracted.1 > reflected.1 {
                    contracted
                } else {
                    let top = corners[0].0;
                    for corner in corners.iter_mut().skip(1) {
                        let point: [f64; PARAMETERS] = std::array::from_fn(|i| 0.5 * (top[i] + corner.0[i]));
                        *corner = (point, value(&point));
                    }
                    continue;
                }
            };
            corners[PARAMETERS] = next;
        }
        corners.order_by(|a, b| b.1.total_cmp(&a.1));
        best = corners[0];
    }
    best
}

/// Roots of the diagonal of the inverse of the negative second derivatives; `None` where they are not positive definite.
fn standard_errors(point: &[f64; PARAMETERS], value: &impl Fn(&[f64; PARAMETERS]) -> f64) -> Option<[f64; PARAMETERS]> {
    const H: f64 = 1e-3;
    let at = |i: usize, a: f64, j: usize, b: f64| {
        let mut moved = *point;
        moved[i] += a * H;
        moved[j] += b * H;
        value(&moved)
    };
    let second = |i: usize, j: usize| {
        if i == j {
            (at(i, 1.0, i, 0.0) - 2.0 * value(point) + at(i, -1.0, i, 0.0)) / (H * H)
        } else {
            (at(i, 1.0, j, 1.0) - at(i, 1.0, j, -1.0) - at(i, -1.0, j, 1.0) + at(i, -1.0, j, -1.0)) / (4.0 * H * H)
        }
    };
    // Cholesky, then the inverse of the factor.
    let mut lower = [[0.0; PARAMETERS]; PARAMETERS];
    for i in 0..PARAMETERS {
        for j in 0..=i {
            let known = (0..j).fold(0.0, |sum, k| sum + lower[i][k] * lower[j][k]);
            let rest: f64 = -second(i, j) - known;
            if i == j {
                if rest.is_nan() || rest <= 0.0 {
                    return None;
                }
                lower[i][i] = rest.sqrt();
            } else {
                lower[i][j] = rest / lower[j][j];
            }
        }
    }
    // Column by column of the inverse factor: its square norm is the diagonal of the inverse.
    Some(std::array::from_fn(|column| {
        let mut x = [0.0; PARAMETERS];
        for i in column..PARAMETERS {
            let unit = if i == column { 1.0 } else { 0.0 };
            let known = (column..i).fold(0.0, |sum, k| sum + lower[i][k] * x[k]);
            x[i] = (unit - known) / lower[i][i];
        }
        x.iter().fold(0.0, |sum: f64, v: &f64| sum + v * v).sqrt()
    }))
}
