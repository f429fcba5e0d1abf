//! A logistic line from scores to probabilities (Platt 1999), fitted by Newton's method with halved steps (Lin, Lin and Weng 2007).

use hashinsight_numerics::{exp, ln_1p};
use hashinsight_units::{Error, Record};

use super::check_pairs;

/// Probability `1 / (1 + e^(a s + b))` of a score `s`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PlattLine {
    /// Slope; negative where a higher score makes the label more probable.
    #[record(range = -1e6..=1e6, example = -2)]
    pub slope: f64,
    /// Offset.
    #[record(range = -1e6..=1e6, example = 0.1)]
    pub offset: f64,
}

impl PlattLine {
    /// Probability of the label.
    pub fn probability(&self, score: f64) -> f64 {
        logistic(-(self.slope * score + self.offset))
    }

    /// Fits scores with their labels. The targets are `(N+ + 1) / (N+ + 2)` and `1 / (N- + 2)` instead of 1 and 0, so that nothing becomes
    /// certain.
    ///
    /// ```
    /// use hashinsight_signals::modules::ensemble::PlattLine;
    /// let scores = [-2.0, -1.5, -1.0, -0.3, 0.1, 0.4, 1.2, 2.0];
    /// let labels = [false, false, false, true, false, true, true, true];
    /// let line = PlattLine::fit(&scores, &labels)?;
    /// assert!((line.slope + 0.989_934).abs() < 1e-6 && (line.offset + 0.155_047).abs() < 1e-6); // scikit-learn
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `signals.scores` that are not finite; `signals.labels.length`; `signals.labels.insufficient_data` unless both labels occur.
    pub fn fit(scores: &[f64], labels: &[bool]) -> Result<Self, Error> {
        check_pairs(scores, labels)?;
        let positive = labels.iter().filter(|label| **label).count() as f64;
        let negative = labels.len() as f64 - positive;
        let target = |label: bool| if label { (positive + 1.0) / (positive + 2.0) } else { 1.0 / (negative + 2.0) };
        let loss = |[a, b]: [f64; 2]| {
            scores.iter().zip(labels).fold(0.0, |sum, (score, label)| {
                let x = a * score + b; // -ln(p^t (1 - p)^(1 - t)), without overflow
                let rest = if x >= 0.0 { ln_1p(exp(-x)) } else { ln_1p(exp(x)) - x };
                sum + target(*label) * x + rest
            })
        };
        let mut at = [0.0, hashinsight_numerics::ln((negative + 1.0) / (positive + 1.0))];
        let mut value = loss(at);
        for _ in 0..100 {
            // The ridge of the paper: a Hessian that is positive where all scores are alike.
            let (mut gradient, mut hessian) = ([0.0; 2], [1e-12, 0.0, 1e-12]);
            for (score, label) in scores.iter().zip(labels) {
                let p = logistic(-(at[0] * score + at[1]));
                let (miss, weight) = (target(*label) - p, p * (1.0 - p));
                gradient = [gradient[0] + score * miss, gradient[1] + miss];
                hessian = [hessian[0] + score * score * weight, hessian[1] + score * weight, hessian[2] + weight];
            }
            if gradient[0].abs() < 1e-12 && gradient[1].abs() < 1e-12 {
                break;
            }
            let determinant = hessian[0] * hessian[2] - hessian[1] * hessian[1];
            let step = [
                -(hessian[2] * gradient[0] - hessian[1] * gradient[1]) / determinant,
                -(hessian[0] * gradient[1] - hessian[1] * gradient[0]) / determinant,
            ];
            let slope = gradient[0] * step[0] + gradient[1] * step[1];
            let mut length = 1.0;
            let next = loop {
                let next = [at[0] + length * step[0], at[1] + length * step[1]];
                let lower = loss(next);
                if lower < value + 1e-4 * length * slope {
                    value = lower;
                    break Some(next);
                }
                length *= 0.5;
                if length < 1e-10 {
                    break None; // no lower loss along the step: as good as rounding allows
                }
            };
            let Some(next) = next else { break };
            at = next;
        }
        let line = Self { slope: at[0], offset: at[1] };
        line.check().map(|()| line)
    }
}

/// `1 / (1 + e^-x)`.
///
/// ```
/// use hashinsight_signals::modules::ensemble::logistic;
/// assert_eq!((logistic(0.0), logistic(-800.0)), (0.5, 0.0));
/// ```
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}
