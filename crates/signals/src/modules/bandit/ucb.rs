//! Upper confidence bounds: of means (Auer, Cesa-Bianchi and Fischer 2002) and of linear models (Li, Chu, Langford and Schapire 2010).

use hashinsight_numerics::{dot, ln};
use hashinsight_units::Error;

use crate::refuse::{length, refuse};

/// UCB1 index of an arm, `mean + sqrt(2 ln t / n)`, after `plays` of it and `all_plays` of all arms; infinite for an arm that was never
/// played: it is next.
///
/// ```
/// use hashinsight_signals::modules::bandit::ucb1_index;
/// assert!((ucb1_index(0.5, 10.0, 35.0) - 1.343_249_4).abs() < 1e-7);
/// assert_eq!(ucb1_index(0.0, 0.0, 35.0), f64::INFINITY);
/// ```
pub fn ucb1_index(mean: f64, plays: f64, all_plays: f64) -> f64 {
    if plays == 0.0 {
        return f64::INFINITY;
    }
    let all = if all_plays > 1.0 { all_plays } else { 1.0 };
    mean + (2.0 * ln(all) / plays).sqrt()
}

/// A linear model of rewards in a context, ridge-regularized, whose inverse is kept up to date by Sherman and Morrison.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LinearArm {
    /// Inverse of `ridge I + sum of x x'`, row by row.
    inverse: Vec<f64>,
    /// Sum of rewards times contexts.
    weighted: Vec<f64>,
}

impl LinearArm {
    /// An arm that has learnt nothing, for contexts of a length.
    ///
    /// # Errors
    /// `signals.ridge.out_of_range` unless positive.
    pub fn new(dimension: usize, ridge: f64) -> Result<Self, Error> {
        if !(ridge > 0.0 && ridge.is_finite()) {
            return Err(refuse("ridge", ridge, "a finite number above 0"));
        }
        let mut inverse = vec![0.0; dimension * dimension];
        inverse.iter_mut().step_by(dimension + 1).for_each(|value| *value = 1.0 / ridge);
        Ok(Self { inverse, weighted: vec![0.0; dimension] })
    }

    fn times(&self, x: &[f64]) -> Result<Vec<f64>, Error> {
        if x.len() != self.weighted.len() {
            return Err(length("context", x.len(), self.weighted.len()));
        }
        self.inverse.chunks_exact(x.len()).map(|row| dot(row, x)).collect()
    }

    /// Whether every number is finite and the lengths agree with a dimension: for saved states.
    pub(super) fn is_sound(&self, dimension: usize) -> bool {
        let finite = self.inverse.iter().chain(&self.weighted).all(|value| value.is_finite());
        finite && self.weighted.len() == dimension && self.inverse.len() == dimension * dimension
    }

    /// Coefficients, `A^-1 b`.
    ///
    /// # Errors
    /// None for an arm made by [`new`](Self::new).
    pub fn coefficients(&self) -> Result<Vec<f64>, Error> {
        self.times(&self.weighted)
    }

    /// Adds a reward seen in a context.
    ///
    /// ```
    /// use hashinsight_signals::modules::bandit::LinearArm;
    /// let mut arm = LinearArm::new(2, 1.0)?;
    /// for (context, reward) in [([1.0, 0.5], 1.0), ([1.0, -0.2], 0.0), ([1.0, 0.9], 1.0)] {
    ///     arm.learn(&context, reward)?;
    /// }
    /// let (mean, bonus) = arm.bound(&[1.0, 0.3], 1.0)?;
    /// assert!((mean - 0.5).abs() < 1e-12 && (bonus - 0.5).abs() < 1e-12);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `signals.context.length`.
    pub fn learn(&mut self, context: &[f64], reward: f64) -> Result<(), Error> {
        let direction = self.times(context)?;
        let scale = 1.0 + dot(&direction, context)?;
        for (row, left) in self.inverse.chunks_exact_mut(context.len()).zip(&direction) {
            for (value, right) in row.iter_mut().zip(&direction) {
                *value -= left * right / scale;
            }
        }
        for (sum, x) in self.weighted.iter_mut().zip(context) {
            *sum += reward * x;
        }
        Ok(())
    }

    /// Expected reward in a context, `theta' x`, and its bonus, `alpha sqrt(x' A^-1 x)`: their sum is the bound.
    ///
    /// # Errors
    /// `signals.context.length`.
    pub fn bound(&self, context: &[f64], alpha: f64) -> Result<(f64, f64), Error> {
        let spread = dot(&self.times(context)?, context)?;
        Ok((dot(&self.coefficients()?, context)?, alpha * spread.sqrt()))
    }
}
