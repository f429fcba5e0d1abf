//! Sample quantiles (Hyndman and Fan 1996, "Sample quantiles in statistical packages").

use hashinsight_units::Fraction;

use hashinsight_units::Error;

use crate::error;

/// How a quantile is read from `n` sorted observations `x[1] <= ... <= x[n]`.
///
/// All but the first interpolate linearly at the position `h`, held between 1 and `n`. Positions are computed in `f64`,
/// from 0, without a tolerance. The interpolation errs by at most 1.5 ulp of the greater neighbor in magnitude, 2 ulp
/// where the neighbors differ in sign, whose difference may be twice as great.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuantileMethod {
    /// Type 1: the least observation that at least a fraction `p` does not exceed, `x[ceil(n p)]`. Never a value that
    /// was not observed.
    InverseCdf,
    /// Type 6, `h = (n + 1) p` (Weibull; Minitab, SPSS, Excel's `PERCENTILE.EXC`).
    Weibull,
    /// Type 7, `h = (n - 1) p + 1`: the default of R, NumPy, pandas and Excel's `PERCENTILE.INC`, and of this crate.
    #[default]
    Linear,
    /// Type 8, `h = (n + 1/3) p + 1/3`: approximately median-unbiased for any distribution; what Hyndman and Fan
    /// recommend.
    MedianUnbiased,
    /// Type 9, `h = (n + 1/4) p + 3/8`: approximately unbiased if the observations are normal.
    NormalUnbiased,
}

/// Observations known to be finite, sorted and at least one.
///
/// ```
/// use hashinsight_numerics::{QuantileMethod, Sorted};
/// use hashinsight_units::Fraction;
/// let mut values = [4.0, 1.0, 3.0, 2.0];
/// let sorted = Sorted::new(&mut values)?;
/// assert_eq!(sorted.quantile(Fraction::new(0.5)?, QuantileMethod::Linear), 2.5);
/// assert_eq!(sorted.quantile(Fraction::new(0.5)?, QuantileMethod::InverseCdf), 2.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sorted<'a>(&'a [f64]);

impl<'a> Sorted<'a> {
    /// Sorts the observations in place.
    ///
    /// ```
    /// use hashinsight_numerics::Sorted;
    /// assert!(Sorted::new(&mut [1.0, f64::NAN]).is_err());
    /// ```
    ///
    /// # Errors
    /// `insufficient_data` for none, `not_finite` for NaN or an infinity.
    pub fn new(values: &'a mut [f64]) -> Result<Self, Error> {
        if values.is_empty() {
            return Err(error::insufficient_data("values", 0, 1));
        }
        if let Some(i) = values.iter().position(|x| !x.is_finite()) {
            return Err(error::refuse_at("values", i, values[i], "finite numbers"));
        }
        values.sort_unstable_by(f64::total_cmp);
        Ok(Self(values))
    }

    /// The observations, ascending.
    ///
    /// ```
    /// assert_eq!(hashinsight_numerics::Sorted::new(&mut [2.0, 1.0])?.values(), [1.0, 2.0]);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    #[must_use]
    pub const fn values(self) -> &'a [f64] {
        self.0
    }

    /// The value that a fraction `p` of the observations does not exceed.
    ///
    /// ```
    /// use hashinsight_numerics::{QuantileMethod, Sorted};
    /// use hashinsight_units::Fraction;
    /// let mut losses = [0.0, 10.0, 20.0, 50.0, 100.0];
    /// let value_at_risk = Sorted::new(&mut losses)?.quantile(Fraction::new(0.9)?, QuantileMethod::default());
    /// assert_eq!(value_at_risk, 80.0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn quantile(self, p: Fraction, method: QuantileMethod) -> f64 {
        let (n, p) = (self.0.len() as f64, p.get());
        let position = match method {
            QuantileMethod::InverseCdf => (n * p).ceil() - 1.0,
            QuantileMethod::Weibull => (n + 1.0) * p - 1.0,
            QuantileMethod::Linear => (n - 1.0) * p,
            QuantileMethod::MedianUnbiased => (n + 1.0 / 3.0) * p - 2.0 / 3.0,
            QuantileMethod::NormalUnbiased => (n + 0.25) * p - 0.625,
        };
        let position = crate::clamp(position, 0.0, n - 1.0);
        let below = position.floor();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the last index")]
        let i = below as usize;
        let (low, weight) = (self.0[i], position - below);
        let high = if weight > 0.0 { self.0[i + 1] } else { low };
        let gap = high - low; // may overflow
        let value = if gap < f64::INFINITY { low + weight * gap } else { (1.0 - weight) * low + weight * high };
        crate::min(value, high) + 0.0 // -0.0 becomes 0.0
    }
}

/// The quantile of unsorted observations, which are sorted in place. For several quantiles of one sample use
/// [`Sorted`].
///
/// ```
/// use hashinsight_numerics::{QuantileMethod, quantile};
/// use hashinsight_units::Fraction;
/// assert_eq!(quantile(&mut [3.0, 1.0, 2.0], Fraction::new(0.5)?, QuantileMethod::Linear)?, 2.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Those of [`Sorted::new`].
pub fn quantile(values: &mut [f64], p: Fraction, method: QuantileMethod) -> Result<f64, Error> {
    Ok(Sorted::new(values)?.quantile(p, method))
}
