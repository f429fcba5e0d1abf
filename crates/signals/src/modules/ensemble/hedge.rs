//! Weights of experts that learn from losses: Hedge (Freund and Schapire 1997), with fixed share (Herbster and Warmuth 1998) so that an expert
//! who was wrong can come back, and with experts who sleep (Freund, Schapire, Singer and Warmuth 1997): only those who spoke gain or
//! lose, among themselves.

use hashinsight_numerics::{exp, sum};
use hashinsight_units::Fraction;

/// One step: weights of those who spoke become `w e^(-rate loss)`, scaled to the sum they had; then every weight becomes
/// `(1 - share) w + share / K`. Weights add up to 1 before and after.
///
/// ```
/// use hashinsight_signals::modules::ensemble::hedge;
/// use hashinsight_units::Fraction;
/// let mut weights = [0.5, 0.25, 0.25];
/// hedge(&mut weights, &[Some(0.0), Some(1.0), None], 0.5, Fraction::ZERO);
/// assert!(weights[0] > 0.5 && weights[1] < 0.25 && weights[2] == 0.25);
/// ```
pub fn hedge(weights: &mut [f64], losses: &[Option<f64>], rate: f64, share: Fraction) {
    let awake = |weights: &[f64]| {
        let spoke: Vec<f64> = weights.iter().zip(losses).filter(|(_, loss)| loss.is_some()).map(|(w, _)| *w).collect();
        sum(&spoke)
    };
    let before = awake(weights);
    for (weight, loss) in weights.iter_mut().zip(losses) {
        if let Some(loss) = loss {
            *weight *= exp(-rate * loss);
        }
    }
    let after = awake(weights);
    let even = share.get() / weights.len() as f64;
    for (weight, loss) in weights.iter_mut().zip(losses) {
        if loss.is_some() && after > 0.0 {
            *weight *= before / after;
        }
        *weight = (1.0 - share.get()) * *weight + even;
    }
}

/// Learning rate of least regret for a known number of rounds, `sqrt(8 ln K / T)`, with losses from 0 to 1 (Cesa-Bianchi and Lugosi 2006).
///
/// ```
/// use hashinsight_signals::modules::ensemble::hedge_rate;
/// assert!((hedge_rate(3, 3) - 1.711_617).abs() < 1e-6);
/// ```
pub fn hedge_rate(experts: u32, rounds: u32) -> f64 {
    (8.0 * hashinsight_numerics::ln(f64::from(experts)) / f64::from(rounds)).sqrt()
}
