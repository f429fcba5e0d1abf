//! One probability out of several: a pool of log-odds.

use hashinsight_numerics::{clamp, ln};

use super::platt::logistic;

/// Odds beyond which a probability counts as this one: an opinion is never worth more than `e^20` to one.
const MOST_LOG_ODDS: f64 = 20.0;

/// `ln(p / (1 - p))`, held between -20 and 20.
///
/// ```
/// use hashinsight_signals::modules::ensemble::log_odds;
/// assert_eq!((log_odds(0.5), log_odds(0.0)), (0.0, -20.0));
/// ```
pub fn log_odds(p: f64) -> f64 {
    clamp(ln(p) - ln(1.0 - p), -MOST_LOG_ODDS, MOST_LOG_ODDS)
}

/// An opinion in a pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opinion {
    /// Probability of the label.
    pub probability: f64,
    /// Weight: that of the expert times its confidence.
    pub weight: f64,
}

/// A pooled probability and what each opinion contributed, see [`pool`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Pooled {
    /// Pooled probability.
    pub probability: f64,
    /// Part of `2 p - 1` that stems from the base rate.
    pub base: f64,
    /// Part of `2 p - 1` that stems from each opinion; `None` for those that are absent or weigh nothing.
    pub parts: Vec<Option<f64>>,
}

/// Pools opinions in log-odds, `l = l0 + sum of w_i (l_i - l0)` with weights scaled to add up to 1 (Genest and Zidek 1986; geometric mean of odds):
/// for calibrated opinions a better pool than the mean of probabilities, and one that lies between them. Without any opinion the base rate
/// stands.
///
/// The score `2 p - 1 = tanh(l / 2)` is divided among base rate and opinions in proportion to their log-odds.
///
/// ```
/// use hashinsight_signals::modules::ensemble::{Opinion, pool};
/// let said = [Some(Opinion { probability: 0.8, weight: 0.6 }), None, Some(Opinion { probability: 0.5, weight: 0.6 })];
/// let pooled = pool(&said, 0.5);
/// assert!((pooled.probability - 2.0 / 3.0).abs() < 1e-15); // odds sqrt(4 * 1) = 2
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn pool(opinions: &[Option<Opinion>], base_rate: f64) -> Pooled {
    let base = log_odds(base_rate);
    let weighing = |opinion: &Option<Opinion>| opinion.filter(|opinion| opinion.weight > 0.0);
    let whole = opinions.iter().filter_map(weighing).fold(0.0, |sum, opinion| sum + opinion.weight);
    let part = |opinion: Opinion| opinion.weight / whole * (log_odds(opinion.probability) - base);
    let parts: Vec<Option<f64>> = opinions.iter().map(|opinion| weighing(opinion).map(part)).collect();
    let log_odds = parts.iter().flatten().fold(base, |sum, part| sum + part);
    let probability = logistic(log_odds);
    let scale = if log_odds == 0.0 { 0.5 } else { (2.0 * probability - 1.0) / log_odds };
    let parts = parts.into_iter().map(|part| part.map(|part| part * scale)).collect();
    Pooled { probability, base: base * scale, parts }
}
