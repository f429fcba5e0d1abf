//! Nine premium principles: how a premium comes of the distribution of a loss.
//!
//! | principle | premium |
//! |---|---|
//! | expected value | `(1 + a) E[X]` |
//! | standard deviation | `E[X] + a sd(X)` |
//! | variance | `E[X] + a Var(X)` |
//! | Esscher | `E[X e^(h X)] / E[e^(h X)]` |
//! | exponential | `ln E[e^(a X)] / a` |
//! | proportional hazard | `integral of S(x)^(1 / rho)` |
//! | Wang | `integral of N(N^-1(S(x)) + lambda)` |
//! | expected shortfall | mean of the worst `1 - p` of all outcomes |
//! | dual power | `integral of 1 - (1 - S(x))^k`: mean of the greatest of `k` such losses |
//!
//! (Young 2004, "Premium principles", Encyclopedia of Actuarial Science; Wang 2000 for his transform.)

use hashinsight_numerics::{exp, exp_m1, find_root, ln, ln_1p, normal_cdf, normal_quantile, pow, sum_by};
use hashinsight_units::{At, Error, Outcome, Record};

use super::distortion::distorted_mean;
use super::{DiscreteLoss, LognormalLoss, ParetoLoss, Severity};
use crate::refuse::{refuse, within};

/// Premium principle with its parameter.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PremiumPrinciple {
    /// Expected value with this relative loading, from 0 on.
    #[record(example = 0.2)]
    ExpectedValue(f64),
    /// Expected value plus this multiple of the standard deviation, from 0 on.
    #[record(example = 0.1)]
    StandardDeviation(f64),
    /// Expected value plus this multiple of the variance, per unit of currency, from 0 on.
    #[record(example = 1e-5)]
    Variance(f64),
    /// Esscher's principle with this parameter per unit of currency, above 0.
    #[record(example = 1e-5)]
    Esscher(f64),
    /// Exponential utility with this risk aversion per unit of currency, above 0.
    #[record(example = 1e-5)]
    Exponential(f64),
    /// Proportional hazards with this index, from 1 on.
    #[record(example = 1.2)]
    ProportionalHazard(f64),
    /// Wang's transform with this market price of risk, from 0 on.
    #[record(example = 0.25)]
    Wang(f64),
    /// Expected shortfall (tail value at risk) at this level, from 0 to below 1.
    #[record(example = 0.8)]
    ExpectedShortfall(f64),
    /// Dual power with this exponent, from 1 on.
    #[record(example = 1.2)]
    DualPower(f64),
}

impl PremiumPrinciple {
    fn check(self) -> Result<(), Error> {
        let above_zero = |field, value: f64| {
            if value > 0.0 {
                within(field, value, 0.0, 1e12)
            } else {
                Err(refuse(field, value, "above 0, at most 1e12"))
            }
        };
        let checked = match self {
            Self::ExpectedValue(a) => within("expected_value", a, 0.0, 1e6),
            Self::StandardDeviation(a) => within("standard_deviation", a, 0.0, 1e6),
            Self::Variance(a) => within("variance", a, 0.0, 1e12),
            Self::Esscher(h) => above_zero("esscher", h),
            Self::Exponential(a) => above_zero("exponential", a),
            Self::ProportionalHazard(rho) => within("proportional_hazard", rho, 1.0, 1e3),
            Self::Wang(lambda) => within("wang", lambda, 0.0, 10.0),
            Self::ExpectedShortfall(p) if p >= 1.0 => Err(refuse("expected_shortfall", p, "0 to below 1")),
            Self::ExpectedShortfall(p) => within("expected_shortfall", p, 0.0, 1.0),
            Self::DualPower(k) => within("dual_power", k, 1.0, 1e6),
        };
        checked.map(drop)
    }
}

/// Inputs of [`premiums`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PremiumsRequest {
    /// Distribution of the loss that is charged for.
    pub severity: Severity,
    /// Principles by which a premium is asked for.
    pub principles: Vec<PremiumPrinciple>,
}

/// Premium by one principle.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PrinciplePremium {
    /// Premium, in units of currency; `unbounded` where the tail is too heavy for it, `undefined` where the principle has no number.
    pub premium: Outcome,
    /// Relative loading: premium over expected loss, less 1.
    pub loading: Outcome,
}

/// Result of [`premiums`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PremiumsReport {
    /// Expected loss, the pure premium, in units of currency.
    pub mean: Outcome,
    /// Variance of the loss, in squared units of currency.
    pub variance: Outcome,
    /// Premiums, in the order of the principles.
    pub premiums: Vec<PrinciplePremium>,
}

/// Premiums of one loss by several principles.
///
/// ```
/// use hashinsight_insurance::actuarial::{DiscreteLoss, PremiumPrinciple, PremiumsRequest, Severity, premiums};
/// let loss = Severity::Discrete(DiscreteLoss::new(vec![0.0, 100.0, 1000.0], vec![0.9, 0.08, 0.02]));
/// let principles = vec![PremiumPrinciple::ExpectedValue(0.2), PremiumPrinciple::Wang(0.25)];
/// let report = premiums(&PremiumsRequest::new(loss, principles))?;
/// let shown: Vec<_> = report.premiums.iter().map(|p| format!("{:.4}", p.premium.value().unwrap())).collect();
/// assert_eq!(shown, ["33.6000", "47.1859"]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::check`] and [`premium`], with the place.
pub fn premiums(request: &PremiumsRequest) -> Result<PremiumsReport, Error> {
    request.severity.check().at("severity")?;
    let (mean, variance) = request.severity.moments();
    let priced = |(index, principle): (usize, &PremiumPrinciple)| {
        let premium = premium(&request.severity, *principle).index(index).at("principles")?;
        let loading = match premium {
            Outcome::Value(value) if mean > 0.0 && mean.is_finite() => Outcome::Value(value / mean - 1.0),
            _ => Outcome::Undefined { reason: "no premium, or no expected loss above 0" },
        };
        Ok(PrinciplePremium { premium, loading })
    };
    let premiums = request.principles.iter().enumerate().map(priced).collect::<Result<_, Error>>()?;
    Ok(PremiumsReport { mean: Outcome::of(mean), variance: Outcome::of(variance), premiums })
}

/// Premium of a loss by one principle, in units of currency.
///
/// Closed forms where there are any; otherwise the integral of the distorted survival function to a relative error below 1e-12.
///
/// ```
/// use hashinsight_insurance::actuarial::{LognormalLoss, PremiumPrinciple, Severity, premium};
/// use hashinsight_units::Outcome;
/// let loss = Severity::Lognormal(LognormalLoss::new(0.0, 1.0));
/// assert_eq!(format!("{:.9}", premium(&loss, PremiumPrinciple::Wang(0.25))?.value().unwrap()), "2.117000017");
/// let none = premium(&loss, PremiumPrinciple::Exponential(0.001))?; // no moments of e^(a X)
/// assert!(matches!(none, Outcome::Unbounded));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Severity::check`]; `insurance.<principle>.out_of_range` for a parameter outside its range.
pub fn premium(severity: &Severity, principle: PremiumPrinciple) -> Result<Outcome, Error> {
    severity.check()?;
    principle.check()?;
    let (mean, variance) = severity.moments();
    // A loading of 0 adds nothing, however wide the loss.
    let loaded = |load: f64, width: f64| Outcome::of(if load == 0.0 { mean } else { mean + load * width });
    Ok(match principle {
        PremiumPrinciple::ExpectedValue(a) => loaded(a, mean),
        PremiumPrinciple::StandardDeviation(a) => loaded(a, variance.sqrt()),
        PremiumPrinciple::Variance(a) => loaded(a, variance),
        PremiumPrinciple::Esscher(h) => esscher(severity, h),
        PremiumPrinciple::Exponential(a) => exponential(severity, a),
        _ if !mean.is_finite() => Outcome::Unbounded,
        PremiumPrinciple::ProportionalHazard(rho) => match severity {
            Severity::Exponential(loss) => Outcome::of(rho * loss.mean),
            Severity::Pareto(ParetoLoss { shape, scale }) if shape / rho > 1.0 => {
                Outcome::of(scale / (shape / rho - 1.0))
            }
            Severity::Pareto(_) => Outcome::Unbounded,
            _ => distorted_mean(severity, |above, _| pow(above, 1.0 / rho)),
        },
        PremiumPrinciple::Wang(lambda) => match severity {
            Severity::Lognormal(LognormalLoss { mu, sigma }) => {
                Outcome::of(exp(mu + lambda * sigma + sigma * sigma / 2.0))
            }
            _ => distorted_mean(severity, |above, below| wang(above, below, lambda)),
        },
        PremiumPrinciple::ExpectedShortfall(p) => expected_shortfall(severity, p)?,
        PremiumPrinciple::DualPower(k) => distorted_mean(severity, |above, _| -exp_m1(k * ln_1p(-above))),
    })
}

/// `N(N^-1(S) + lambda)`, from the smaller of `S` and `1 - S`.
fn wang(above: f64, below: f64, lambda: f64) -> f64 {
    // Both are probabilities strictly between 0 and 1 where the quantile is asked.
    let quantile =
        |p: f64| normal_quantile(p).unwrap_or_else(|_| unreachable!("the smaller of two probabilities above 0"));
    match (above, below) {
        _ if above <= 0.0 => 0.0,
        _ if below <= 0.0 => 1.0,
        _ if above < below => normal_cdf(quantile(above) + lambda),
        _ => normal_cdf(lambda - quantile(below)),
    }
}

fn esscher(severity: &Severity, h: f64) -> Outcome {
    match severity {
        Severity::Discrete(DiscreteLoss { amounts, probabilities }) => {
            let greatest = amounts[amounts.len() - 1]; // one at least, and they rise
            let weight = |i: usize| probabilities[i] * exp(h * (amounts[i] - greatest));
            let count = amounts.len();
            Outcome::of(sum_by(count, |i| amounts[i] * weight(i)) / sum_by(count, weight))
        }
        _ => match severity.exponentials() {
            Some((weights, means)) if means.iter().all(|mean| h * mean < 1.0) => {
                let part = |i: usize| weights[i] / (1.0 - h * means[i]);
                let count = means.len();
                let first = sum_by(count, |i| part(i) * means[i] / (1.0 - h * means[i]));
                Outcome::of(first / sum_by(count, part))
            }
            _ => Outcome::Unbounded,
        },
    }
}

fn exponential(severity: &Severity, a: f64) -> Outcome {
    match severity {
        Severity::Discrete(DiscreteLoss { amounts, probabilities }) => {
            let count = amounts.len();
            let greatest = amounts[amounts.len() - 1]; // one at least, and they rise
            let mean = sum_by(count, |i| probabilities[i] * amounts[i]);
            // Around the mean while that cannot overflow, which keeps the digits of a small aversion; else around the greatest.
            let center = if a * (greatest - mean) < 500.0 { mean } else { greatest };
            Outcome::of(center + ln_1p(sum_by(count, |i| probabilities[i] * exp_m1(a * (amounts[i] - center)))) / a)
        }
        _ => match severity.exponentials() {
            Some((weights, means)) if means.iter().all(|mean| a * mean < 1.0) => {
                let count = means.len();
                // E[e^(a X)] - 1 = sum of w a m / (1 - a m)
                Outcome::of(ln_1p(sum_by(count, |i| weights[i] * a * means[i] / (1.0 - a * means[i]))) / a)
            }
            _ => Outcome::Unbounded,
        },
    }
}

/// Mean of the worst `1 - p` of all outcomes.
fn expected_shortfall(severity: &Severity, p: f64) -> Result<Outcome, Error> {
    let rest = 1.0 - p;
    let mean = severity.moments().0;
    if p == 0.0 {
        return Ok(Outcome::of(mean));
    }
    Ok(match severity {
        Severity::Discrete(_) => distorted_mean(severity, |above, _| if above < rest { above / rest } else { 1.0 }),
        Severity::Exponential(loss) => Outcome::of(loss.mean * (1.0 - ln(rest))),
        Severity::Lognormal(LognormalLoss { sigma, .. }) => {
            Outcome::of(mean * normal_cdf(sigma - normal_quantile(p)?) / rest)
        }
        Severity::Pareto(ParetoLoss { shape, scale }) => {
            let value_at_risk = scale * exp_m1(-ln(rest) / shape);
            Outcome::of(value_at_risk + (value_at_risk + scale) / (shape - 1.0))
        }
        Severity::MixedExponential(loss) => {
            // The quantile lies below that of the longest component alone.
            let longest = loss.means.iter().fold(0.0, |a: f64, b| if a > *b { a } else { *b });
            let ends = |x: f64| severity.survival(x) - rest;
            let value_at_risk = find_root(ends, 0.0, longest * (1.0 - ln(rest)), 0.0)?;
            let excess = |i: usize| loss.weights[i] * loss.means[i] * exp(-value_at_risk / loss.means[i]);
            Outcome::of(value_at_risk + sum_by(loss.means.len(), excess) / rest)
        }
    })
}
