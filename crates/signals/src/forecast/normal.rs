//! A normal forecast of a logarithmic return, and how it is scored.

use hashinsight_numerics::{exp, normal_cdf, normal_pdf, normal_quantile};
use hashinsight_units::{AssetPrice, Error, Fraction, Record};

use crate::refuse::refuse;

/// `1 / sqrt(pi)`.
const FRAC_1_SQRT_PI: f64 = 0.564_189_583_547_756_3;

/// A normal distribution of the logarithmic return over a horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct NormalForecast {
    /// Mean of the logarithmic return.
    pub mean: f64,
    /// Standard deviation of the logarithmic return: above 0.
    pub deviation: f64,
}

/// A band that is to hold the price with a probability.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PriceBand {
    /// Probability that the price ends in the band, 0 to 1.
    pub level: f64,
    /// Lower end of the band, in quote currency.
    pub low: f64,
    /// Upper end of the band, in quote currency.
    pub high: f64,
}

impl NormalForecast {
    /// Checks mean and deviation.
    ///
    /// # Errors
    /// `signals.mean` that is not finite, `signals.deviation` unless positive.
    pub fn new(mean: f64, deviation: f64) -> Result<Self, Error> {
        if !mean.is_finite() {
            return Err(refuse("mean", mean, "a finite number"));
        }
        if !(deviation > 0.0 && deviation.is_finite()) {
            return Err(refuse("deviation", deviation, "a finite number above 0"));
        }
        Ok(Self { mean, deviation })
    }

    /// Probability integral transform, the probability of at most this return: uniform over many forecasts if they are right (Dawid 1984).
    ///
    /// ```
    /// use hashinsight_signals::forecast::NormalForecast;
    /// assert_eq!(NormalForecast::new(0.01, 0.05)?.pit(0.01), 0.5);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn pit(&self, log_return: f64) -> f64 {
        normal_cdf((log_return - self.mean) / self.deviation)
    }

    /// Continuous ranked probability score, `sigma (z (2 N(z) - 1) + 2 n(z) - 1 / sqrt(pi))` of the standard score `z` (Gneiting and Raftery 2007): less
    /// is better, in the unit of the return.
    ///
    /// ```
    /// use hashinsight_signals::forecast::NormalForecast;
    /// let score = NormalForecast::new(0.0, 1.0)?.crps(0.0);
    /// assert!((score - 0.233_694_977_2).abs() < 1e-10);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn crps(&self, log_return: f64) -> f64 {
        let z = (log_return - self.mean) / self.deviation;
        // 2 N(z) - 1 through the tail that has its digits.
        let centred = if z > 0.0 { 1.0 - 2.0 * normal_cdf(-z) } else { 2.0 * normal_cdf(z) - 1.0 };
        self.deviation * (z * centred + 2.0 * normal_pdf(z) - FRAC_1_SQRT_PI)
    }

    /// Ends of the central band of a level, as logarithmic returns.
    ///
    /// # Errors
    /// `numerics.p` for a level of 0 or 1.
    pub fn ends(&self, level: Fraction) -> Result<(f64, f64), Error> {
        let z = -normal_quantile(0.5 * (1.0 - level.get()))?;
        Ok((self.mean - z * self.deviation, self.mean + z * self.deviation))
    }

    /// The central band of a level around a price now.
    ///
    /// ```
    /// use hashinsight_signals::forecast::NormalForecast;
    /// use hashinsight_units::{AssetPrice, Fraction};
    /// let band = NormalForecast::new(0.0, 0.1)?.band(AssetPrice::new(100.0)?, Fraction::new(0.5)?)?;
    /// assert!((band.low - 93.477).abs() < 1e-3 && (band.high - 106.978).abs() < 1e-3);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`ends`](Self::ends).
    pub fn band(&self, price: AssetPrice, level: Fraction) -> Result<PriceBand, Error> {
        let (low, high) = self.ends(level)?;
        Ok(PriceBand { level: level.get(), low: price.get() * exp(low), high: price.get() * exp(high) })
    }
}
