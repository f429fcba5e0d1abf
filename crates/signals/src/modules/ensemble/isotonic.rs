//! Rising steps from scores to probabilities: isotonic regression by pooling adjacent violators (Ayer et al. 1955; Zadrozny and Elkan 2002).

use hashinsight_units::{At, Error, Fraction, Order, Record};

use super::check_pairs;
use crate::refuse::{insufficient, length, refuse};

/// A map that rises with the score, linear between its knots and constant beyond them.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(check = IsotonicMap::in_order)]
pub struct IsotonicMap {
    /// Scores of the knots, rising.
    scores: Vec<f64>,
    /// Probabilities at the knots, never falling.
    probabilities: Vec<Fraction>,
    /// Least probability that is answered, and the distance of the greatest one from 1: of none in `n` nothing is certain.
    least: Fraction,
}

/// Fits numbers that never fall to numbers with weights, with least squared error: `fit[i]` for `y[i]`, in order.
///
/// ```
/// use hashinsight_signals::modules::ensemble::pool_adjacent_violators;
/// let fit = pool_adjacent_violators(&[0.0, 1.0, 0.0, 1.0], &[1.0; 4]);
/// assert_eq!(fit, [0.0, 0.5, 0.5, 1.0]);
/// ```
pub fn pool_adjacent_violators(y: &[f64], weights: &[f64]) -> Vec<f64> {
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new(); // weighted sum, weight, number of members
    for (value, weight) in y.iter().zip(weights) {
        blocks.push((value * weight, *weight, 1));
        while let [.., before, last] = &blocks[..]
            && before.0 / before.1 > last.0 / last.1
        {
            let pooled = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            blocks.truncate(blocks.len() - 2);
            blocks.push(pooled);
        }
    }
    blocks.iter().flat_map(|(sum, weight, members)| std::iter::repeat_n(sum / weight, *members)).collect()
}

impl IsotonicMap {
    /// A map by its knots.
    ///
    /// # Errors
    /// `signals.scores.insufficient_data` without knots, `signals.scores` and `signals.probabilities` that are out of order,
    /// `signals.least.out_of_range` above 1/2.
    pub fn new(scores: Vec<f64>, probabilities: Vec<Fraction>, least: Fraction) -> Result<Self, Error> {
        Self { scores, probabilities, least }.in_order()
    }

    fn in_order(self) -> Result<Self, Error> {
        let Self { scores, probabilities, least } = &self;
        if scores.is_empty() {
            return Err(insufficient("scores", 0, "at least one knot"));
        }
        if probabilities.len() != scores.len() {
            return Err(length("probabilities", probabilities.len(), scores.len()));
        }
        if let Some(index) = scores.iter().position(|score| !score.is_finite()) {
            return Err(refuse("scores", scores[index], "finite scores").in_row(index));
        }
        if let Some(index) = scores.windows(2).position(|pair| pair[1] <= pair[0]) {
            return Err(refuse("scores", scores[index + 1], "rising scores").in_row(index + 1));
        }
        if let Some(index) = probabilities.windows(2).position(|pair| pair[1] < pair[0]) {
            let allowed = "probabilities that never fall";
            return Err(refuse("probabilities", probabilities[index + 1].get(), allowed).in_row(index + 1));
        }
        if least.get() > 0.5 {
            return Err(refuse("least", least.get(), "0 to 0.5"));
        }
        Ok(self)
    }

    /// Fits scores with their labels; equal scores are one knot. The least probability is `1 / (n + 2)` of the `effective` labels.
    ///
    /// ```
    /// use hashinsight_signals::modules::ensemble::IsotonicMap;
    /// let map = IsotonicMap::fit(&[1.0, 2.0, 3.0, 4.0], &[false, true, false, true], 4.0)?;
    /// assert_eq!((map.probability(2.5), map.probability(9.0)), (0.5, 1.0 - 1.0 / 6.0));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `signals.scores` that are not finite; `signals.labels.length`; `signals.labels.insufficient_data` unless both labels occur.
    pub fn fit(scores: &[f64], labels: &[bool], effective: f64) -> Result<Self, Error> {
        check_pairs(scores, labels)?;
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.order_by(|a, b| scores[*a].total_cmp(&scores[*b]));
        let (mut knots, mut means, mut weights): (Vec<f64>, Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new(), Vec::new());
        for tied in order.chunk_by(|a, b| scores[*a] == scores[*b]) {
            let hits = tied.iter().filter(|index| labels[**index]).count() as f64;
            knots.push(scores[tied[0]]);
            means.push(hits / tied.len() as f64);
            weights.push(tied.len() as f64);
        }
        let fit = pool_adjacent_violators(&means, &weights);
        // Only the ends of each level matter: between them the line is flat.
        let level = |index: usize| fit[index];
        let is_end = |index: &usize| {
            let (first, last) = (*index == 0, *index + 1 == fit.len());
            first || last || level(*index) != level(*index - 1) || level(*index) != level(*index + 1)
        };
        let kept: Vec<usize> = (0..fit.len()).filter(is_end).collect();
        let probabilities = kept.iter().map(|index| Fraction::new(fit[*index])).collect::<Result<Vec<_>, Error>>()?;
        let least = Fraction::new(1.0 / (effective + 2.0)).at("effective")?;
        Self::new(kept.iter().map(|index| knots[*index]).collect(), probabilities, least)
    }

    /// Probability of the label.
    pub fn probability(&self, score: f64) -> f64 {
        let Self { scores, probabilities, least } = self;
        let at = |index: usize| probabilities[index].get();
        let above = scores.partition_point(|knot| *knot <= score);
        let raw = match above {
            0 => at(0),
            _ if above == scores.len() => at(above - 1),
            _ => {
                let part = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
                at(above - 1) + part * (at(above) - at(above - 1))
            }
        };
        hashinsight_numerics::clamp(raw, least.get(), 1.0 - least.get())
    }
}
