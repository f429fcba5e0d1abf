//! Exponential weights for rewards that an adversary may choose: EXP3 (Auer, Cesa-Bianchi, Freund and Schapire 2002).

use hashinsight_numerics::{exp, sum};
use hashinsight_units::Fraction;

/// 2^512: weights beyond it are all divided by it, a power of two, so that no ratio changes.
const GREATEST_WEIGHT: f64 = f64::from_bits(0x5ff0_0000_0000_0000);

/// Probabilities of the arms, `(1 - gamma) w / sum w + gamma / K`.
///
/// ```
/// use hashinsight_signals::modules::bandit::exp3_probabilities;
/// use hashinsight_units::Fraction;
/// assert_eq!(exp3_probabilities(&[1.0, 1.0], Fraction::new(0.1)?), [0.5, 0.5]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn exp3_probabilities(weights: &[f64], gamma: Fraction) -> Vec<f64> {
    let (whole, arms, gamma) = (sum(weights), weights.len() as f64, gamma.get());
    weights.iter().map(|weight| (1.0 - gamma) * (weight / whole) + gamma / arms).collect()
}

/// Learns a reward of the arm that was drawn with a probability: `w exp(gamma r / (p K))`.
///
/// ```
/// use hashinsight_signals::modules::bandit::exp3_learn;
/// use hashinsight_units::Fraction;
/// let mut weights = vec![1.0, 2.0, 0.5];
/// exp3_learn(&mut weights, Fraction::new(0.1)?, 1, 0.547_619_047_619_047_7, Fraction::new(0.8)?);
/// assert!((weights[1] - 2.099_801_534_2).abs() < 1e-10);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Panics
/// For an arm that does not exist.
pub fn exp3_learn(weights: &mut [f64], gamma: Fraction, arm: usize, probability: f64, reward: Fraction) {
    let estimate = reward.get() / probability;
    weights[arm] *= exp(gamma.get() * estimate / weights.len() as f64);
    if weights[arm] > GREATEST_WEIGHT {
        for weight in weights.iter_mut() {
            *weight /= GREATEST_WEIGHT;
        }
    }
}
