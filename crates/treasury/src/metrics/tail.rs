//! The worst returns: value at risk and expected shortfall.

use hashinsight_numerics::{QuantileMethod, Sorted, mean, normal_pdf, normal_quantile};
use hashinsight_units::{Error, Fraction, Outcome, Record};

use super::Returns;
use super::moments::{Moments, TOO_FEW, finite, quotient};

/// How a quantile is read between two observations (Hyndman and Fan 1996).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum QuantileConvention {
    /// Type 7, linear between order statistics: NumPy, pandas, R.
    #[default]
    Linear,
    /// Type 1: the least observation that at least that part does not exceed; always one that was observed.
    InverseCdf,
    /// Type 6 (Weibull): Excel's PERCENTILE.EXC.
    Weibull,
    /// Type 8: approximately median-unbiased.
    MedianUnbiased,
    /// Type 9: approximately unbiased for normal observations.
    NormalUnbiased,
}

impl QuantileConvention {
    const fn method(self) -> QuantileMethod {
        match self {
            Self::Linear => QuantileMethod::Linear,
            Self::InverseCdf => QuantileMethod::InverseCdf,
            Self::Weibull => QuantileMethod::Weibull,
            Self::MedianUnbiased => QuantileMethod::MedianUnbiased,
            Self::NormalUnbiased => QuantileMethod::NormalUnbiased,
        }
    }
}

/// Returns in the order of their size. A quantile of returns is negative where it is a loss; value at risk as a loss is its negative.
///
/// ```
/// use hashinsight_treasury::metrics::{OrderedReturns, QuantileConvention, Returns};
/// use hashinsight_units::Fraction;
/// let returns = [0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
/// let ordered = OrderedReturns::new(&Returns::new(&returns)?)?;
/// let worst = Fraction::new(0.05)?;
/// assert!((ordered.value_at_risk(worst, QuantileConvention::Linear) + 0.079).abs() < 1e-15);
/// assert_eq!(ordered.floor_index_shortfall(worst), -0.1);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct OrderedReturns(Vec<f64>);

impl OrderedReturns {
    /// Sorts a copy of the returns.
    ///
    /// # Errors
    /// `numerics.values.insufficient_data` without returns.
    pub fn new(returns: &Returns<'_>) -> Result<Self, Error> {
        let mut values = returns.values().to_vec();
        Sorted::new(&mut values)?;
        Ok(Self(values))
    }

    /// The returns, ascending.
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// Value at risk as a return: the quantile `tail` of the returns by a named convention. Its negative is the loss.
    pub fn value_at_risk(&self, tail: Fraction, convention: QuantileConvention) -> f64 {
        // Sorting sorted values is linear; the type that can read a quantile cannot be kept.
        let mut values = self.0.clone();
        let sorted = Sorted::new(&mut values).unwrap_or_else(|error| unreachable!("finite and not empty: {error}"));
        sorted.quantile(tail, convention.method())
    }

    /// Expected shortfall as a return, over the `floor((n - 1) tail) + 1` least returns: the convention of empyrical.
    pub fn floor_index_shortfall(&self, tail: Fraction) -> f64 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the last index")]
        let last = ((self.0.len() - 1) as f64 * tail.get()) as usize;
        self.mean_of(last + 1)
    }

    /// Expected shortfall as a return: the mean of the returns at or below the value at risk.
    pub fn at_or_below_shortfall(&self, tail: Fraction, convention: QuantileConvention) -> f64 {
        let quantile = self.value_at_risk(tail, convention);
        let count = self.0.partition_point(|r| *r <= quantile);
        // The interpolated quantile may round to just below the least return.
        self.mean_of(if count == 0 { 1 } else { count })
    }

    /// Expected shortfall as a return, the mean of the least part `tail`, the return on the border weighted: coherent (Acerbi and Tasche
    /// 2002).
    pub fn weighted_shortfall(&self, tail: Fraction) -> f64 {
        let mut losses: Vec<f64> = self.0.iter().map(|r| 0.0 - r).collect();
        let sorted = Sorted::new(&mut losses).unwrap_or_else(|error| unreachable!("finite and not empty: {error}"));
        0.0 - sorted.expected_shortfall(tail.complement())
    }

    fn mean_of(&self, count: usize) -> f64 {
        mean(&self.0[..count]).unwrap_or_else(|error| unreachable!("finite and not empty: {error}"))
    }

    /// Tail ratio, `|quantile 1 - tail| / |quantile tail|`, linear.
    pub fn tail_ratio(&self, tail: Fraction) -> Outcome {
        let at = |part| self.value_at_risk(part, QuantileConvention::Linear).abs();
        quotient(at(tail.complement()), at(tail), "the low quantile is 0")
    }

    /// Outlier win ratio: a high quantile over the mean of the returns of 0 and more.
    pub fn outlier_win_ratio(&self, quantile: Fraction) -> Outcome {
        let gains = &self.0[self.0.partition_point(|r| *r < 0.0)..];
        match mean(gains) {
            Ok(gain) => quotient(self.value_at_risk(quantile, QuantileConvention::Linear), gain, "no positive return"),
            Err(_) => Outcome::Undefined { reason: "every return is negative" },
        }
    }
}

/// Value at risk as a return if returns were normal, `mean + sd (n - 1) N^-1(tail)`; undefined for fewer than two returns, and at 0 and 1.
///
/// ```
/// use hashinsight_treasury::metrics::{Moments, gaussian_value_at_risk};
/// let moments = Moments::of(&[0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1]);
/// let value_at_risk = gaussian_value_at_risk(&moments, 0.05).value().unwrap();
/// assert!((value_at_risk + 0.088_418_435_561_654_1).abs() < 1e-12); // quantstats 0.0.86
/// ```
pub fn gaussian_value_at_risk(moments: &Moments, tail: f64) -> Outcome {
    of_moments(moments, tail, |z| z)
}

/// Expected shortfall as a return if returns were normal, `mean - sd (n - 1) n(N^-1(tail)) / tail`; undefined as
/// [`gaussian_value_at_risk`].
///
/// ```
/// use hashinsight_treasury::metrics::{Moments, gaussian_expected_shortfall};
/// let moments = Moments::of(&[0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1]);
/// let shortfall = gaussian_expected_shortfall(&moments, 0.05).value().unwrap();
/// assert!((shortfall + 0.112_468_037_459_436_81).abs() < 1e-12); // quantstats 0.0.86
/// ```
pub fn gaussian_expected_shortfall(moments: &Moments, tail: f64) -> Outcome {
    of_moments(moments, tail, |z| 0.0 - normal_pdf(z) / tail)
}

fn of_moments(moments: &Moments, tail: f64, deviations: impl Fn(f64) -> f64) -> Outcome {
    match (moments.mean(), moments.standard_deviation(1)) {
        (Outcome::Value(mean), Outcome::Value(deviation)) => gaussian(mean, deviation, tail, deviations),
        _ => Outcome::Undefined { reason: TOO_FEW },
    }
}

/// A place of the normal distribution, so many deviations from its mean.
pub(super) fn gaussian(mean: f64, deviation: f64, tail: f64, deviations: impl Fn(f64) -> f64) -> Outcome {
    match normal_quantile(tail) {
        Ok(z) if z.is_finite() => finite(mean + deviation * deviations(z)),
        _ => Outcome::Undefined { reason: "a tail of 0 or 1 has no bound" },
    }
}
