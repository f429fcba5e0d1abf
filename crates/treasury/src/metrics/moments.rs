//! Moments that merge.

use hashinsight_numerics::sums;
use hashinsight_units::Outcome;
use multiversion::multiversion;

/// Values that stay in the nearest cache between two passes.
pub(super) const BLOCK: usize = 512;

pub(super) const CONSTANT: &str = "the returns do not vary";
pub(super) const TOO_FEW: &str = "too few returns";

/// A number that is finite, or what is said of one that grew beyond.
pub(super) fn finite(value: f64) -> Outcome {
    if value.is_finite() {
        Outcome::Value(value)
    } else {
        Outcome::Undefined { reason: "the numbers exceed what a float holds" }
    }
}

/// `numerator / denominator`, undefined for the reason where the denominator is 0.
pub(super) fn quotient(numerator: f64, denominator: f64, reason: &'static str) -> Outcome {
    if denominator == 0.0 { Outcome::Undefined { reason } } else { finite(numerator / denominator) }
}

/// Number, mean and central sums `sum of (x - mean)^k` of a sample, which merge (Pébay 2008, "Formulas for robust, one-pass parallel
/// computation of covariances and arbitrary-order statistical moments", SAND2008-6212).
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
    cubes: f64,
    fourths: f64,
}

impl Moments {
    /// Of a sample, block by block: each block of 512 in two passes while it is in the nearest cache, the blocks merged in order.
    pub fn of(values: &[f64]) -> Self {
        values.chunks(BLOCK).fold(Self::default(), |all, block| all.merge(&Self::of_block(block)))
    }

    pub(super) fn of_block(values: &[f64]) -> Self {
        let count = values.len() as f64;
        if values.iter().all(|value| *value == values[0]) {
            return Self::same(count, values.first().copied().unwrap_or(0.0));
        }
        let (mean, sums) = central_sums(values);
        Self::central(count, mean, sums)
    }

    /// Of equal values: a mean that was rounded would give them a variance.
    pub(super) fn same(count: f64, mean: f64) -> Self {
        Self { count, mean, ..Self::default() }
    }

    /// Of the sums of the first four powers of the distance from the mean, as it was rounded.
    pub(super) fn central(count: f64, mean: f64, [drift, squares, cubes, fourths]: [f64; 4]) -> Self {
        Self { count, mean, squares: squares - drift * drift / count, cubes, fourths }
    }

    /// Both samples as one.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let (a, b) = (self, other);
        if a.count == 0.0 || b.count == 0.0 {
            return if a.count == 0.0 { *b } else { *a };
        }
        let (na, nb) = (a.count, b.count);
        let n = na + nb;
        let d = b.mean - a.mean;
        let (d2, part) = (d * d, na * nb / n);
        Self {
            count: n,
            mean: a.mean + d * nb / n,
            squares: a.squares + b.squares + d2 * part,
            cubes: a.cubes + b.cubes + d2 * d * part * (na - nb) / n + 3.0 * d * (na * b.squares - nb * a.squares) / n,
            fourths: a.fourths
                + b.fourths
                + d2 * d2 * part * (na * na - na * nb + nb * nb) / (n * n)
                + 6.0 * d2 * (na * na * b.squares + nb * nb * a.squares) / (n * n)
                + 4.0 * d * (na * b.cubes - nb * a.cubes) / n,
        }
    }

    /// Number of values.
    pub const fn count(&self) -> f64 {
        self.count
    }

    /// Mean; undefined without values.
    pub fn mean(&self) -> Outcome {
        if self.count > 0.0 { finite(self.mean) } else { Outcome::Undefined { reason: "no returns" } }
    }

    /// Standard deviation with divisor `n - ddof`; undefined unless there are more than `ddof` values.
    pub fn standard_deviation(&self, ddof: u32) -> Outcome {
        let degrees = self.count - f64::from(ddof);
        if degrees <= 0.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        finite((if self.squares > 0.0 { self.squares } else { 0.0 } / degrees).sqrt())
    }

    /// Skewness of the population, `m3 / m2^(3/2)`; undefined for values that do not vary.
    pub fn skewness(&self) -> Outcome {
        self.varying(|variance| self.cubes / self.count / (variance * variance.sqrt()))
    }

    /// Kurtosis of the population, `m4 / m2^2`: 3 for the normal distribution. Undefined for values that do not vary.
    pub fn kurtosis(&self) -> Outcome {
        self.varying(|variance| self.fourths / self.count / (variance * variance))
    }

    /// Skewness estimated from a sample, `G1 = g1 sqrt(n (n - 1)) / (n - 2)` (Joanes and Gill 1998); undefined for fewer than 3 values.
    pub fn sample_skewness(&self) -> Outcome {
        let n = self.count;
        if n < 3.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        self.skewness().map(|skewness| skewness * (n * (n - 1.0)).sqrt() / (n - 2.0))
    }

    /// Excess kurtosis estimated from a sample, `G2 = (n - 1) ((n + 1) g2 + 6) / ((n - 2) (n - 3))` with `g2` the kurtosis less 3 (Joanes and
    /// Gill 1998); undefined for fewer than 4 values.
    pub fn sample_excess_kurtosis(&self) -> Outcome {
        let n = self.count;
        if n < 4.0 {
            return Outcome::Undefined { reason: TOO_FEW };
        }
        self.kurtosis().map(|k| (n - 1.0) * ((n + 1.0) * (k - 3.0) + 6.0) / ((n - 2.0) * (n - 3.0)))
    }

    fn varying(&self, of_variance: impl Fn(f64) -> f64) -> Outcome {
        let variance = self.squares / self.count;
        if variance > 0.0 { finite(of_variance(variance)) } else { Outcome::Undefined { reason: CONSTANT } }
    }
}

/// Mean of some values, and the sums of the first four powers of their distance from it.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn central_sums(values: &[f64]) -> (f64, [f64; 4]) {
    let [sum] = sums(values, |x| [x]);
    let mean = sum / values.len() as f64;
    let central = sums(values, |x| {
        let d = x - mean;
        let square = d * d;
        [d, square, square * d, square * square]
    });
    (mean, central)
}
