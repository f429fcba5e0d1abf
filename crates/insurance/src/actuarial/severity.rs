//! Distribution of one loss.
//!
//! | name | survival `S(x) = P(X > x)` | limited expected value `E[min(X, d)]` |
//! |---|---|---|
//! | discrete | `sum of p_i over x_i > x` | `sum of p_i min(x_i, d)` |
//! | exponential | `e^(-x / m)` | `m (1 - e^(-d / m))` |
//! | mixed exponential | `sum of w_i e^(-x / m_i)` | `sum of w_i m_i (1 - e^(-d / m_i))` |
//! | lognormal | `N((mu - ln x) / s)` | `e^(mu + s^2 / 2) N((ln d - mu - s^2) / s) + d S(d)` |
//! | Pareto (Lomax) | `(1 + x / t)^-a` | `t / (a - 1) (1 - (1 + d / t)^(1 - a))`, `t ln(1 + d / t)` for `a = 1` |
//!
//! (Klugman, Panjer and Willmot 2019, "Loss Models", appendix A.)

use hashinsight_numerics::{exp, exp_m1, ln, ln_1p, normal_cdf, sum, sum_by};
use hashinsight_units::json::Told;
use hashinsight_units::{At, Error, Outcome, Record};

use crate::refuse::{insufficient, length, none, refuse, within};

/// Greatest mean, scale or amount of a loss.
const GREATEST: f64 = 1e18;

/// Distribution of one loss, in units of currency.
///
/// ```
/// use hashinsight_insurance::actuarial::{ParetoLoss, Severity};
/// use hashinsight_units::Outcome;
/// let heavy = Severity::Pareto(ParetoLoss::new(0.9, 1000.0));
/// assert_eq!(heavy.mean()?, Outcome::Unbounded);
/// assert!(heavy.limited_expected_value(5000.0)? < 5000.0); // a limit makes it insurable
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Severity {
    /// Finitely many amounts with their probabilities.
    Discrete(DiscreteLoss),
    /// Exponential.
    Exponential(ExponentialLoss),
    /// Mixture of exponentials.
    MixedExponential(MixedExponentialLoss),
    /// Lognormal.
    Lognormal(LognormalLoss),
    /// Pareto of the second kind, from 0 (Lomax).
    Pareto(ParetoLoss),
}

/// Finitely many amounts of loss with their probabilities.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DiscreteLoss {
    /// Amounts of loss, rising, from 0 on.
    pub amounts: Vec<f64>,
    /// Probabilities of the amounts; their sum is 1 to within 1e-9.
    pub probabilities: Vec<f64>,
}

/// Exponential loss.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExponentialLoss {
    /// Mean loss, above 0.
    #[record(example = 1000)]
    pub mean: f64,
}

/// Mixture of exponential losses.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MixedExponentialLoss {
    /// Weights of the components, above 0; their sum is 1 to within 1e-9.
    pub weights: Vec<f64>,
    /// Mean losses of the components, above 0, all different.
    pub means: Vec<f64>,
}

/// Lognormal loss: its logarithm is normal.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LognormalLoss {
    /// Mean of the logarithm of the loss.
    #[record(range = -40.0..=40.0, example = 5)]
    pub mu: f64,
    /// Standard deviation of the logarithm of the loss.
    #[record(range = 0.001..=10.0, example = 1.2)]
    pub sigma: f64,
}

/// Pareto loss of the second kind: `P(X > x) = (1 + x / scale)^-shape`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ParetoLoss {
    /// Shape: the mean exists above 1, the variance above 2.
    #[record(range = 0.05..=1000.0, example = 2.5)]
    pub shape: f64,
    /// Scale, above 0.
    #[record(example = 1000)]
    pub scale: f64,
}

/// Whether weights are fractions that add up to one.
fn check_weights(field: &str, weights: &[f64]) -> Result<(), Error> {
    if weights.is_empty() {
        return Err(insufficient(field, 0, "at least one"));
    }
    for (index, weight) in weights.iter().enumerate() {
        within(field, *weight, 0.0, 1.0).map_err(|error| error.in_row(index))?;
    }
    let total = sum(weights);
    if (total - 1.0).abs() > 1e-9 { Err(refuse(field, total, "a sum of 1")) } else { Ok(()) }
}

fn check_amount(field: &str, value: f64) -> Result<f64, Error> {
    if value > 0.0 && value <= GREATEST { Ok(value) } else { Err(refuse(field, value, "above 0, at most 1e18")) }
}

impl Severity {
    /// Refuses what is not a distribution.
    ///
    /// # Errors
    /// `insurance.probabilities.out_of_range` and the like, with the field.
    pub fn check(&self) -> Result<(), Error> {
        let case = match self {
            Self::Discrete(_) => "discrete",
            Self::Exponential(_) => "exponential",
            Self::MixedExponential(_) => "mixed_exponential",
            Self::Lognormal(_) => "lognormal",
            Self::Pareto(_) => "pareto",
        };
        self.check_case().at(case)
    }

    fn check_case(&self) -> Result<(), Error> {
        match self {
            Self::Discrete(DiscreteLoss { amounts, probabilities }) => {
                check_weights("probabilities", probabilities)?;
                if amounts.len() != probabilities.len() {
                    return Err(length("amounts", amounts.len(), probabilities.len()));
                }
                for (index, amount) in amounts.iter().enumerate() {
                    within("amounts", *amount, 0.0, GREATEST).map_err(|error| error.in_row(index))?;
                }
                match amounts.windows(2).position(|pair| pair[0] >= pair[1]) {
                    Some(index) => {
                        let allowed = format!("above the one before: {}", Told(amounts[index]));
                        Err(refuse("amounts", amounts[index + 1], allowed).in_row(index + 1))
                    }
                    None => Ok(()),
                }
            }
            Self::Exponential(loss) => check_amount("mean", loss.mean).map(drop),
            Self::MixedExponential(MixedExponentialLoss { weights, means }) => {
                check_weights("weights", weights)?;
                if let Some(index) = weights.iter().position(|weight| *weight == 0.0) {
                    return Err(refuse("weights", 0.0, "above 0").in_row(index));
                }
                if means.len() != weights.len() {
                    return Err(length("means", means.len(), weights.len()));
                }
                for (index, mean) in means.iter().enumerate() {
                    check_amount("means", *mean).map_err(|error| error.in_row(index))?;
                    if means[..index].contains(mean) {
                        return Err(refuse("means", *mean, "a mean that no other component has").in_row(index));
                    }
                }
                Ok(())
            }
            Self::Lognormal(loss) => loss.check(),
            Self::Pareto(loss) => loss.check().and_then(|()| check_amount("scale", loss.scale).map(drop)),
        }
    }

    /// Exponential components: weights and means.
    pub(super) fn exponentials(&self) -> Option<(Vec<f64>, Vec<f64>)> {
        match self {
            Self::Exponential(loss) => Some((vec![1.0], vec![loss.mean])),
            Self::MixedExponential(loss) => Some((loss.weights.clone(), loss.means.clone())),
            _ => None,
        }
    }

    /// Mean loss; `unbounded` where the tail is too heavy.
    ///
    /// ```
    /// use hashinsight_insurance::actuarial::{DiscreteLoss, Severity};
    /// let loss = Severity::Discrete(DiscreteLoss::new(vec![0.0, 100.0], vec![0.75, 0.25]));
    /// assert_eq!(loss.mean()?.value(), Some(25.0));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`check`](Self::check).
    pub fn mean(&self) -> Result<Outcome, Error> {
        self.check()?;
        Ok(Outcome::of(self.moments().0))
    }

    /// Variance of the loss; `unbounded` where the tail is too heavy.
    ///
    /// # Errors
    /// Those of [`check`](Self::check).
    pub fn variance(&self) -> Result<Outcome, Error> {
        self.check()?;
        Ok(Outcome::of(self.moments().1))
    }

    /// Mean and variance, infinite where they do not exist.
    pub(super) fn moments(&self) -> (f64, f64) {
        match self {
            Self::Discrete(DiscreteLoss { amounts, probabilities }) => {
                let mean = sum_by(amounts.len(), |i| probabilities[i] * amounts[i]);
                (mean, sum_by(amounts.len(), |i| probabilities[i] * (amounts[i] - mean) * (amounts[i] - mean)))
            }
            Self::Exponential(loss) => (loss.mean, loss.mean * loss.mean),
            Self::MixedExponential(MixedExponentialLoss { weights, means }) => {
                let mean = sum_by(means.len(), |i| weights[i] * means[i]);
                // Within the components, and between them.
                let spread = |m: f64| m * m + (m - mean) * (m - mean);
                (mean, sum_by(means.len(), |i| weights[i] * spread(means[i])))
            }
            Self::Lognormal(LognormalLoss { mu, sigma }) => {
                let mean = exp(mu + sigma * sigma / 2.0);
                (mean, mean * mean * exp_m1(sigma * sigma))
            }
            Self::Pareto(ParetoLoss { shape, scale }) => {
                let mean = if *shape > 1.0 { scale / (shape - 1.0) } else { f64::INFINITY };
                (mean, if *shape > 2.0 { mean * mean * shape / (shape - 2.0) } else { f64::INFINITY })
            }
        }
    }

    /// Probability of a loss above `amount`, in full relative precision. The distribution is checked.
    pub(super) fn survival(&self, amount: f64) -> f64 {
        match self {
            Self::Discrete(DiscreteLoss { amounts, probabilities }) => {
                sum(&probabilities[amounts.partition_point(|x| *x <= amount)..])
            }
            Self::Exponential(loss) => exp(-amount / loss.mean),
            Self::MixedExponential(MixedExponentialLoss { weights, means }) => {
                sum_by(means.len(), |i| weights[i] * exp(-amount / means[i]))
            }
            Self::Lognormal(LognormalLoss { mu, sigma }) => normal_cdf((mu - ln(amount)) / sigma),
            Self::Pareto(ParetoLoss { shape, scale }) => exp(-shape * ln_1p(amount / scale)),
        }
    }

    /// Probability of a loss up to `amount`, in full relative precision. The distribution is checked.
    pub(super) fn cumulative(&self, amount: f64) -> f64 {
        match self {
            Self::Discrete(DiscreteLoss { amounts, probabilities }) => {
                sum(&probabilities[..amounts.partition_point(|x| *x <= amount)])
            }
            Self::Exponential(loss) => -exp_m1(-amount / loss.mean),
            Self::MixedExponential(MixedExponentialLoss { weights, means }) => {
                sum_by(means.len(), |i| weights[i] * -exp_m1(-amount / means[i]))
            }
            Self::Lognormal(LognormalLoss { mu, sigma }) => normal_cdf((ln(amount) - mu) / sigma),
            Self::Pareto(ParetoLoss { shape, scale }) => -exp_m1(-shape * ln_1p(amount / scale)),
        }
    }

    /// Limited expected value `E[min(X, limit)]`: the mean of a loss that is paid up to a limit.
    ///
    /// ```
    /// use hashinsight_insurance::actuarial::{LognormalLoss, Severity};
    /// let loss = Severity::Lognormal(LognormalLoss::new(5.0, 1.2));
    /// assert_eq!(format!("{:.6}", loss.limited_expected_value(100.0)?), "82.141541");
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`check`](Self::check); `insurance.limit.out_of_range` below 0, `not_finite` for a limit that is not finite.
    pub fn limited_expected_value(&self, limit: f64) -> Result<f64, Error> {
        self.check()?;
        within("limit", limit, 0.0, f64::MAX)?;
        Ok(self.limited(limit))
    }

    /// [`limited_expected_value`](Self::limited_expected_value) of a checked distribution.
    pub(super) fn limited(&self, limit: f64) -> f64 {
        if limit == 0.0 {
            return 0.0;
        }
        let exponential = |mean: f64| mean * -exp_m1(-limit / mean);
        match self {
            Self::Discrete(DiscreteLoss { amounts, probabilities }) => {
                sum_by(amounts.len(), |i| probabilities[i] * if amounts[i] < limit { amounts[i] } else { limit })
            }
            Self::Exponential(loss) => exponential(loss.mean),
            Self::MixedExponential(MixedExponentialLoss { weights, means }) => {
                sum_by(means.len(), |i| weights[i] * exponential(means[i]))
            }
            Self::Lognormal(LognormalLoss { mu, sigma }) => {
                let distance = (ln(limit) - mu) / sigma;
                self.moments().0 * normal_cdf(distance - sigma) + limit * normal_cdf(-distance)
            }
            Self::Pareto(ParetoLoss { shape, scale }) => {
                let log = ln_1p(limit / scale);
                if *shape == 1.0 { scale * log } else { scale * exp_m1((1.0 - shape) * log) / (1.0 - shape) }
            }
        }
    }

    /// Mean of what a loss exceeds an amount by, where the mean exists: in the tail, where [`limited`](Self::limited) is all but the mean.
    pub(super) fn excess(&self, amount: f64) -> Option<f64> {
        let exponential = |mean: f64| mean * exp(-amount / mean);
        match self {
            Self::Discrete(DiscreteLoss { amounts, probabilities }) => {
                let first = amounts.partition_point(|x| *x <= amount);
                Some(sum_by(amounts.len() - first, |i| probabilities[first + i] * (amounts[first + i] - amount)))
            }
            Self::Exponential(loss) => Some(exponential(loss.mean)),
            Self::MixedExponential(MixedExponentialLoss { weights, means }) => {
                Some(sum_by(means.len(), |i| weights[i] * exponential(means[i])))
            }
            Self::Lognormal(LognormalLoss { mu, sigma }) => {
                let distance = (mu - ln(amount)) / sigma;
                Some(self.moments().0 * normal_cdf(distance + sigma) - amount * normal_cdf(distance))
            }
            Self::Pareto(ParetoLoss { shape, scale }) if *shape > 1.0 => {
                Some(scale / (shape - 1.0) * exp((1.0 - shape) * ln_1p(amount / scale)))
            }
            Self::Pareto(_) => None,
        }
    }

    /// The mean of a loss where it must exist.
    pub(super) fn finite_mean(&self) -> Result<f64, Error> {
        self.check().at("severity")?;
        let mean = self.moments().0;
        if mean > 0.0 && mean.is_finite() {
            Ok(mean)
        } else {
            Err(none("severity", mean, "a loss with a mean above 0"))
        }
    }
}
