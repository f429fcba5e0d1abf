//! Which arm is played next, and what a reward teaches.

use hashinsight_numerics::Philox;
use hashinsight_units::{Error, Fraction, Record};

use super::exp3::{exp3_learn, exp3_probabilities};
use super::thompson::BetaArm;
use super::ucb::{LinearArm, ucb1_index};
use crate::count::count;

/// Dimension of the context: a constant, and the score.
const CONTEXT: usize = 2;

/// Rule by which a bandit explores and exploits.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Policy {
    /// Thompson sampling of beta posteriors.
    Thompson {
        /// Factor by which older rewards count less with each new one.
        #[record(example = 0.99)]
        keep: Fraction,
    },
    /// Upper confidence bound of the mean reward.
    Ucb1,
    /// Exponential weights against an adversary.
    Exp3 {
        /// Part of the plays that explores.
        #[record(example = 0.1)]
        gamma: Fraction,
    },
    /// Upper confidence bound of a linear model of the score.
    LinUcb {
        /// Width of the bound, in standard deviations.
        #[record(range = 0.0..=100.0, example = 1)]
        alpha: f64,
        /// Ridge of the regression.
        #[record(range = 1e-9..=1e9, example = 1)]
        ridge: f64,
    },
}

/// What a bandit has learnt of its arms.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Learnt {
    /// Posterior of each arm: all policies report their confidence by it.
    pub(super) posteriors: Vec<BetaArm>,
    plays: Vec<f64>,
    rewards: Vec<f64>,
    weights: Vec<f64>,
    models: Vec<LinearArm>,
}

/// An arm that was chosen, and with what probability.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Choice {
    pub(super) arm: u32,
    pub(super) probability: f64,
}

impl Learnt {
    pub(super) fn new(policy: &Policy, arms: usize) -> Result<Self, Error> {
        let models = match policy {
            Policy::LinUcb { ridge, .. } => vec![LinearArm::new(CONTEXT, *ridge)?; arms],
            _ => Vec::new(),
        };
        let posteriors = vec![BetaArm::default(); arms];
        Ok(Self { posteriors, plays: vec![0.0; arms], rewards: vec![0.0; arms], weights: vec![1.0; arms], models })
    }

    /// Whether a saved state can be one of this policy.
    pub(super) fn is_sound(&self, policy: &Policy, arms: usize) -> bool {
        let models = if matches!(policy, Policy::LinUcb { .. }) { arms } else { 0 };
        let lengths = [self.posteriors.len(), self.plays.len(), self.rewards.len(), self.weights.len()];
        let finite = |values: &[f64], least: f64| values.iter().all(|value| *value >= least && value.is_finite());
        let shapes = self.posteriors.iter().all(|arm| finite(&[arm.alpha, arm.beta], 1.0));
        lengths == [arms; 4]
            && self.models.len() == models
            && shapes
            && finite(&self.plays, 0.0)
            && finite(&self.rewards, 0.0)
            && finite(&self.weights, 0.0)
            && self.weights.iter().any(|weight| *weight > 0.0)
            && self.models.iter().all(|model| model.is_sound(CONTEXT))
    }

    /// The arm to play: the first of the best, or a draw, which depends on seed and number of the play alone.
    pub(super) fn choose(
        &self,
        policy: &Policy,
        random: Philox,
        play: u64,
        context: [f64; 2],
    ) -> Result<Choice, Error> {
        let arms = self.plays.len();
        let indices = match policy {
            Policy::Thompson { .. } => {
                let draw = |(stream, arm): (u64, &BetaArm)| arm.draw(random, stream, play);
                (0..).zip(&self.posteriors).map(draw).collect::<Result<Vec<f64>, Error>>()?
            }
            Policy::Ucb1 => {
                let all = self.plays.iter().fold(0.0, |sum, plays| sum + plays);
                let mean = |k: usize| if self.plays[k] > 0.0 { self.rewards[k] / self.plays[k] } else { 0.0 };
                (0..arms).map(|k| ucb1_index(mean(k), self.plays[k], all)).collect()
            }
            Policy::LinUcb { alpha, .. } => {
                let bound = |model: &LinearArm| model.bound(&context, *alpha).map(|(mean, bonus)| mean + bonus);
                self.models.iter().map(bound).collect::<Result<Vec<f64>, Error>>()?
            }
            Policy::Exp3 { gamma } => {
                let probabilities = exp3_probabilities(&self.weights, *gamma);
                let (uniform, mut below) = (random.uniform(0, play), 0.0);
                let drawn = probabilities.iter().position(|probability| {
                    below += probability;
                    uniform < below
                });
                let arm = drawn.unwrap_or(arms - 1); // the probabilities add up to 1 but for rounding
                return Ok(Choice { arm: count(arm), probability: probabilities[arm] });
            }
        };
        let best = (1..arms).fold(0, |best, k| if indices[k] > indices[best] { k } else { best });
        Ok(Choice { arm: count(best), probability: 1.0 })
    }

    pub(super) fn learn(
        &mut self,
        policy: &Policy,
        choice: Choice,
        context: [f64; 2],
        reward: Fraction,
    ) -> Result<(), Error> {
        let arm = choice.arm as usize;
        if let Policy::LinUcb { .. } = policy {
            self.models[arm].learn(&context, reward.get())?;
        }
        if let Policy::Exp3 { gamma } = policy {
            exp3_learn(&mut self.weights, *gamma, arm, choice.probability, reward);
        }
        if let Policy::Thompson { keep } = policy {
            self.posteriors.iter_mut().for_each(|posterior| posterior.forget(*keep));
        }
        self.plays[arm] += 1.0;
        self.rewards[arm] += reward.get();
        self.posteriors[arm].learn(reward);
        Ok(())
    }
}
