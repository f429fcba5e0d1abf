//! Thompson sampling (1933) of rewards between 0 and 1, with beta posteriors.

use hashinsight_numerics::{GaussLegendre, Philox, beta_i, beta_i_inverse, exp, ln, ln_gamma};
use hashinsight_units::{Error, Fraction};

/// Posterior of an arm's mean reward: a beta distribution that began as the uniform one.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BetaArm {
    /// One plus the rewards that were received.
    pub alpha: f64,
    /// One plus what was missing from each reward to 1.
    pub beta: f64,
}

impl Default for BetaArm {
    fn default() -> Self {
        Self { alpha: 1.0, beta: 1.0 }
    }
}

impl BetaArm {
    /// Adds a reward, `alpha + r` and `beta + 1 - r`: for rewards of 0 and 1 the posterior is exact (Agrawal and Goyal 2012 draw one of the two
    /// with probability `r`; the mean is the same, and nothing is left to chance).
    ///
    /// ```
    /// use hashinsight_signals::modules::bandit::BetaArm;
    /// use hashinsight_units::Fraction;
    /// let mut arm = BetaArm::default();
    /// arm.learn(Fraction::ONE);
    /// assert_eq!((arm.mean(), arm.alpha), (2.0 / 3.0, 2.0));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn learn(&mut self, reward: Fraction) {
        self.alpha += reward.get();
        self.beta += 1.0 - reward.get();
    }

    /// Forgets: what is beyond the uniform prior counts `keep` times as much.
    pub fn forget(&mut self, keep: Fraction) {
        self.alpha = 1.0 + keep.get() * (self.alpha - 1.0);
        self.beta = 1.0 + keep.get() * (self.beta - 1.0);
    }

    /// Mean of the posterior, `a / (a + b)`.
    pub fn mean(&self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// Variance of the posterior, `a b / ((a + b)^2 (a + b + 1))`.
    pub fn variance(&self) -> f64 {
        let whole = self.alpha + self.beta;
        self.alpha * self.beta / (whole * whole * (whole + 1.0))
    }

    /// A draw from the posterior: its quantile at a uniform number, so that nothing is rejected and a replay draws the same.
    ///
    /// # Errors
    /// What [`beta_i_inverse`] refuses: shapes above 1e9.
    pub fn draw(&self, random: Philox, stream: u64, index: u64) -> Result<f64, Error> {
        beta_i_inverse(self.alpha, self.beta, random.uniform(stream, index))
    }

    /// Probability that this arm is better than another, `integral of f_a(x) I_x(b)`, by Gauss-Legendre quadrature: to 1e-9 for shapes from 1
    /// to 1000.
    ///
    /// ```
    /// use hashinsight_signals::modules::bandit::BetaArm;
    /// let (a, b) = (BetaArm { alpha: 8.0, beta: 4.0 }, BetaArm { alpha: 5.0, beta: 7.0 });
    /// assert!((a.better_than(&b)? - 0.900_809_716_6).abs() < 1e-10);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// What [`beta_i`] refuses: shapes above 1e9.
    pub fn better_than(&self, other: &Self) -> Result<f64, Error> {
        let Self { alpha, beta } = *self;
        beta_i(other.alpha, other.beta, 0.5)?;
        let norm = ln_gamma(alpha + beta)? - ln_gamma(alpha)? - ln_gamma(beta)?;
        let (rule, panels) = (GaussLegendre::new(64)?, 16);
        let density = |x: f64| exp(norm + (alpha - 1.0) * ln(x) + (beta - 1.0) * ln(1.0 - x));
        let integrand = |x: f64| density(x) * beta_i(other.alpha, other.beta, x).unwrap_or(f64::NAN);
        let edge = |k: u32| f64::from(k) / f64::from(panels);
        Ok((0..panels).fold(0.0, |sum, k| sum + rule.integrate(integrand, edge(k), edge(k + 1))))
    }
}
