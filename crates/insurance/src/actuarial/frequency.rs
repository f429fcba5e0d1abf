//! Distribution of the number of losses: the class `(a, b, 0)` of Panjer (1981), `p_k / p_(k-1) = a + b / k`.
//!
//! | name | generating function `P(z) = E[z^N]` | `a` | `b` |
//! |---|---|---|---|
//! | Poisson | `e^(l (z - 1))` | 0 | `l` |
//! | negative binomial | `(1 - c (z - 1))^-r` | `c / (1 + c)` | `(r - 1) c / (1 + c)` |
//! | binomial | `(1 + q (z - 1))^m` | `-q / (1 - q)` | `(m + 1) q / (1 - q)` |

use hashinsight_numerics::{Complex, ln_1p};
use hashinsight_units::record::Value;
use hashinsight_units::{Error, Record};

/// Distribution of the number of losses in a period.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Frequency {
    /// Poisson: variance equal to the mean.
    Poisson(PoissonCount),
    /// Negative binomial: variance above the mean; the geometric one has size 1.
    NegativeBinomial(NegativeBinomialCount),
    /// Binomial: variance below the mean.
    Binomial(BinomialCount),
}

/// Poisson number of losses.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PoissonCount {
    /// Mean number of losses.
    #[record(range = 0.0..=1e7, example = 10)]
    pub mean: f64,
}

/// Negative binomial number of losses, with mean `size * scale` and variance `size * scale * (1 + scale)`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct NegativeBinomialCount {
    /// Size `r`: shape of the gamma distribution that mixes the Poisson mean.
    #[record(range = 0.000001..=1e7, example = 2.5)]
    pub size: f64,
    /// Scale `c` of the gamma distribution that mixes the Poisson mean.
    #[record(range = 0.0..=1e7, example = 4)]
    pub scale: f64,
}

/// Binomial number of losses.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BinomialCount {
    /// Number of risks that can have a loss.
    #[record(range = 0..=10_000_000, example = 20)]
    pub trials: u32,
    /// Probability of a loss of each risk, below 1.
    #[record(range = 0.0..=0.999999, example = 0.3)]
    pub probability: f64,
}

impl Frequency {
    /// Refuses numbers outside the ranges of their fields.
    ///
    /// # Errors
    /// `insurance.<field>.out_of_range`.
    pub fn check(&self) -> Result<(), Error> {
        Value::within_ranges(self)
    }

    /// Mean number of losses.
    pub fn mean(&self) -> f64 {
        match self {
            Self::Poisson(count) => count.mean,
            Self::NegativeBinomial(count) => count.size * count.scale,
            Self::Binomial(count) => f64::from(count.trials) * count.probability,
        }
    }

    /// `a` and `b` of the recursion.
    pub(super) fn panjer(&self) -> (f64, f64) {
        match self {
            Self::Poisson(count) => (0.0, count.mean),
            Self::NegativeBinomial(NegativeBinomialCount { size, scale }) => {
                let a = scale / (1.0 + scale);
                (a, (size - 1.0) * a)
            }
            Self::Binomial(BinomialCount { trials, probability }) => {
                let odds = probability / (1.0 - probability);
                (-odds, (f64::from(*trials) + 1.0) * odds)
            }
        }
    }

    /// `ln P(1 - d)` for real `d` from 0 to 1.
    pub(super) fn ln_generating(&self, below_one: f64) -> f64 {
        match self {
            Self::Poisson(count) => -count.mean * below_one,
            Self::NegativeBinomial(count) => -count.size * ln_1p(count.scale * below_one),
            Self::Binomial(count) => f64::from(count.trials) * ln_1p(-count.probability * below_one),
        }
    }

    /// `P(z)` for complex `z`.
    pub(super) fn generating(&self, z: Complex) -> Complex {
        let distance = z - Complex::from(1.0);
        match self {
            Self::Poisson(count) => (distance * count.mean).exp(),
            Self::NegativeBinomial(count) => (ln(Complex::from(1.0) - distance * count.scale) * -count.size).exp(),
            Self::Binomial(count) => power(Complex::from(1.0) + distance * count.probability, count.trials),
        }
    }
}

/// A whole power, by squaring.
fn power(mut base: Complex, mut exponent: u32) -> Complex {
    let mut result = Complex::from(1.0);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base;
        }
        base = base * base;
        exponent /= 2;
    }
    result
}

/// Principal logarithm right of the imaginary axis: four square roots bring the number close to 1, where
/// `ln u = 2 (v + v^3 / 3 + v^5 / 5 + ...)` with `v = (u - 1) / (u + 1)` converges at once. Absolute error below 1e-14 beside that of
/// the magnitude, whose logarithm is real.
fn ln(z: Complex) -> Complex {
    let magnitude = z.abs();
    let mut turn = z * (1.0 / magnitude);
    for _ in 0..4 {
        turn = turn.sqrt();
    }
    let v = (turn - Complex::from(1.0)) / (turn + Complex::from(1.0));
    let square = v * v;
    // |v| is at most tan(pi / 64) = 0.0492: the first term left out is below 1e-17.
    let series = [1.0 / 11.0, 1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0, 1.0];
    let sum = series.into_iter().fold(Complex::from(1.0 / 13.0), |sum, term| sum * square + Complex::from(term));
    Complex::new(hashinsight_numerics::ln(magnitude), (v * sum).im * 32.0)
}
