//! What a simulation says, and how sure it is.

use hashinsight_units::Fraction;

use crate::beta::{beta_i_inverse, beta_odds};
use crate::sum::{mean, variance};
use hashinsight_units::Error;

use crate::{Sorted, error, sum_by};

/// A mean with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct MeanEstimate {
    /// The mean.
    pub mean: f64,
    /// Standard deviation of the mean: that of the independent observations over the root of their number.
    pub standard_error: f64,
    /// Number of independent observations.
    pub observations: usize,
}

impl MeanEstimate {
    /// From independent observations.
    ///
    /// ```
    /// use hashinsight_numerics::MeanEstimate;
    /// let estimate = MeanEstimate::independent(&[1.0, 2.0, 3.0])?;
    /// assert_eq!((estimate.mean, estimate.standard_error), (2.0, (1.0f64 / 3.0).sqrt()));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`variance`] with `ddof = 1`.
    pub fn independent(values: &[f64]) -> Result<Self, Error> {
        let standard_error = (variance(values, 1)? / values.len() as f64).sqrt();
        Ok(Self { mean: mean(values)?, standard_error, observations: values.len() })
    }

    /// From antithetic observations, the two of a pair side by side: the pair means are what is independent.
    ///
    /// The error computed as if all were independent is wrong in either direction: too large where the pairs cancel,
    /// too small where they do not.
    ///
    /// ```
    /// use hashinsight_numerics::MeanEstimate;
    /// let exact = MeanEstimate::antithetic(&[1.0, 3.0, -4.0, 8.0])?; // each pair has the mean 2
    /// assert_eq!((exact.mean, exact.standard_error, exact.observations), (2.0, 0.0, 2));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`variance`] over the pairs; `length` for an odd number of values.
    pub fn antithetic(values: &[f64]) -> Result<Self, Error> {
        if values.len() % 2 == 1 {
            return Err(error::length("values", values.len(), values.len() + 1));
        }
        let pairs: Vec<f64> = values.chunks_exact(2).map(|pair| 0.5 * pair[0] + 0.5 * pair[1]).collect();
        Self::independent(&pairs)
    }
}

impl crate::Philox {
    /// Antithetic standard normals: number `2 i` is normal `first + i` of the stream, number `2 i + 1` its negative.
    ///
    /// ```
    /// use hashinsight_numerics::Philox;
    /// let mut out = [0.0; 4];
    /// Philox::new(1).fill_antithetic(2, 10, &mut out);
    /// assert_eq!(out[2], Philox::new(1).normal(2, 11));
    /// assert_eq!(out[3], -out[2]);
    /// ```
    pub fn fill_antithetic(self, stream: u64, first: u64, out: &mut [f64]) {
        const CHUNK: usize = 256;
        let (mut first, mut normals) = (first, [0.0; CHUNK]);
        for part in out.chunks_mut(2 * CHUNK) {
            let normals = &mut normals[..part.len().div_ceil(2)];
            self.fill_normal(stream, first, normals);
            for (pair, z) in part.chunks_mut(2).zip(normals.iter()) {
                for (value, sign) in pair.iter_mut().zip([*z, -*z]) {
                    *value = sign;
                }
            }
            first = first.wrapping_add(CHUNK as u64);
        }
    }
}

impl Sorted<'_> {
    /// The part of the observations that exceed a threshold: the empirical exceedance probability.
    ///
    /// ```
    /// use hashinsight_numerics::Sorted;
    /// assert_eq!(Sorted::new(&mut [1.0, 2.0, 2.0, 5.0])?.exceedance(2.0), 0.25);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    #[must_use]
    pub fn exceedance(self, threshold: f64) -> f64 {
        let values = self.values();
        (values.len() - values.partition_point(|x| *x <= threshold)) as f64 / values.len() as f64
    }

    /// Expected shortfall (tail value at risk) of losses: the mean of the greatest part `1 - p` of the observations,
    /// the one on the border counted with the weight that is left (Acerbi and Tasche 2002). At `p = 1` the greatest.
    ///
    /// ```
    /// use hashinsight_numerics::Sorted;
    /// use hashinsight_units::Fraction;
    /// let mut losses = [0.0, 0.0, 10.0, 30.0];
    /// let sorted = Sorted::new(&mut losses)?;
    /// assert_eq!(sorted.expected_shortfall(Fraction::new(0.5)?), 20.0);
    /// assert_eq!(sorted.expected_shortfall(Fraction::new(0.375)?), (30.0 + 10.0 + 0.5 * 0.0) / 2.5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn expected_shortfall(self, p: Fraction) -> f64 {
        let values = self.values();
        let count = values.len();
        let mass = count as f64 * (1.0 - p.get());
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the count")]
        let whole = mass.floor() as usize;
        let rest = mass - mass.floor();
        if mass == 0.0 {
            return values[count - 1];
        }
        // In units of the weight first: the sum of huge losses may overflow where their mean does not.
        let top = sum_by(whole, |i| values[count - 1 - i] / mass);
        let border = if whole < count { values[count - 1 - whole] / mass * rest } else { 0.0 };
        crate::min(top + border, values[count - 1])
    }
}

/// The exact confidence interval of a probability, from `hits` in `trials` (Clopper and Pearson 1934): quantiles of the
/// beta distribution. Both ends to a relative error of 1e-12, however near 1 the confidence.
///
/// ```
/// use hashinsight_numerics::proportion_interval;
/// use hashinsight_units::Fraction;
/// let (low, high) = proportion_interval(10, 100, Fraction::new(0.95)?)?;
/// assert!((low - 0.0490).abs() < 1e-4 && (high - 0.1762).abs() < 1e-4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// `out_of_range` for more hits than trials, more than 1e9 trials or a confidence of 0 or 1;
/// `insufficient_data` for no trial.
pub fn proportion_interval(hits: u64, trials: u64, confidence: Fraction) -> Result<(f64, f64), Error> {
    if trials == 0 {
        return Err(error::insufficient_data("trials", 0, 1));
    }
    if trials > 1_000_000_000 {
        return Err(error::refuse("trials", trials as f64, "at most 1e9"));
    }
    if hits > trials {
        return Err(error::refuse("hits", hits as f64, "at most the number of trials"));
    }
    let level = confidence.get();
    if level == 0.0 || level == 1.0 {
        return Err(error::refuse("confidence", level, "above 0 and below 1"));
    }
    let tail = 0.5 * (1.0 - level);
    let (k, n) = (hits as f64, trials as f64);
    let low = if hits == 0 { 0.0 } else { beta_i_inverse(k, n - k + 1.0, tail)? };
    // From the odds of its complement: 1 - tail would have lost digits of the tail, the complement itself those of the end.
    let high = if hits == trials { 1.0 } else { 1.0 / (1.0 + beta_odds(n - k, k + 1.0, tail)?) };
    Ok((low, high))
}
