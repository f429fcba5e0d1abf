//! The module: opinions pooled into the probability of the label, and what to do about it.

use std::collections::VecDeque;

use hashinsight_numerics::{clamp, min, state::impossible, stream::Stream};
use hashinsight_units::{AssetPrice, At, Error, Fraction, Record};

use super::calibration::{Calibration, CalibrationMap, DIRECTED};
use super::decision::{Action, Thresholds};
use super::hedge::hedge;
use super::label::Label;
use super::opinions::{Opinions, Said};
use super::output::EnsembleOutput;
use super::pool::{Opinion, pool};
use crate::modules::{AssessmentStatus, bounded};
use crate::refuse::{out_of_range, refuse};

/// Number of modules with a direction.
pub(super) const K: usize = DIRECTED.len();

/// Inputs of [`Ensemble`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EnsembleParams {
    /// Label that is predicted.
    pub label: Label,
    /// Maps from scores to probabilities, fitted to the same label. Absent: assumed maps are pooled, and nothing is sold but trimmed at most.
    pub calibration: Option<Calibration>,
    /// Thresholds, cool-down and sizes.
    #[record(default = Thresholds::new())]
    pub thresholds: Thresholds,
    /// Rate at which weights learn from squared errors.
    #[record(default = 0.5, range = 0.0..=100.0, example = 0.5)]
    pub learning_rate: f64,
    /// Part of the weights that is shared anew at each judgement.
    #[record(default = Fraction::constant(0.01))]
    pub share: Fraction,
}

/// Pool of the modules' opinions: see the page of this module.
///
/// ```
/// use hashinsight_numerics::stream::batch;
/// use hashinsight_signals::modules::ensemble::{Action, Ensemble, EnsembleParams, Label, Opinions};
/// use hashinsight_units::{AssetPrice, Finite, Fraction, Timestamp};
/// let quiet = Opinions::new(Timestamp::from_ms(1_713_571_200_000)?, AssetPrice::new(60_000.0)?);
/// let loud = quiet.regime_score(Finite::constant(1.0)).regime_confidence(Fraction::ONE);
/// let answers = batch::<Ensemble>(&EnsembleParams::new(Label::new(7)), &[loud])?;
/// assert!((answers[0].probability - 0.8808).abs() < 1e-4); // 1 / (1 + e^-2)
/// assert_eq!((answers[0].is_calibrated, answers[0].action), (false, Action::Trim)); // never sold without calibration
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Ensemble(pub(super) EnsembleParams, EnsembleState);

/// Weights, what waits for its label, and the stance.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct EnsembleState {
    weights: Vec<f64>,
    waiting: VecDeque<Waiting>,
    last_ms: Option<i64>,
    stance: Action,
    bars_since_sale: Option<u32>,
}

/// What was said of a bar whose label is not known yet.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
struct Waiting {
    close: AssetPrice,
    /// Whether the calibration did not see this bar, so that its label can judge.
    judges: bool,
    probabilities: [Option<f64>; K],
}

impl Stream for Ensemble {
    const PATH: &'static str = "signals.ensemble";
    type Params = EnsembleParams;
    type State = EnsembleState;
    type Event = Opinions;
    type Output = EnsembleOutput;

    fn resume(params: &EnsembleParams, mut state: EnsembleState) -> Result<Self, Error> {
        params.check()?;
        params.label.check().at("label")?;
        params.thresholds.in_order().at("thresholds")?;
        if let Some(calibration) = &params.calibration {
            calibration.check_all().at("calibration")?;
            if calibration.label != params.label {
                let horizon = f64::from(calibration.label.horizon_bars);
                return Err(
                    refuse("label", horizon, "the label of the ensemble: same horizon, same cost").at("calibration")
                );
            }
        }
        if state.last_ms.is_none() {
            state.weights = first_weights(params.calibration.as_ref());
        }
        let weights = state.weights.len() == K && state.weights.iter().all(|weight| (0.0..=2.0).contains(weight));
        let waits = state
            .waiting
            .iter()
            .all(|waiting| waiting.probabilities.iter().flatten().all(|probability| (0.0..=1.0).contains(probability)));
        let few = state.waiting.len() <= params.label.horizon_bars as usize;
        if weights && waits && few { Ok(Self(params.clone(), state)) } else { Err(impossible("weights")) }
    }

    fn parts(&self) -> (&EnsembleParams, &EnsembleState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &Opinions) -> Result<EnsembleOutput, Error> {
        let said = event.said()?;
        let time = event.time_ms.to_ms();
        if let Some(last) = self.1.last_ms.filter(|last| time <= *last) {
            return Err(out_of_range("time_ms", time, format!("after the bar before it, {last}")));
        }
        let mut state = self.1.clone(); // all or nothing
        state.last_ms = Some(time);
        state.judge(&self.0, event.close);
        let probabilities = self.probabilities(&said);
        let judges = self.0.calibration.as_ref().is_none_or(|calibration| time > calibration.fitted_until_ms.to_ms());
        state.waiting.push_back(Waiting { close: event.close, judges, probabilities });
        let output = self.decide(&mut state, event, &said, &probabilities)?;
        self.1 = state;
        Ok(output)
    }
}

/// Weights that add up to 1: those of the calibration, or equal ones.
fn first_weights(calibration: Option<&Calibration>) -> Vec<f64> {
    let weight = |module| match calibration {
        None => 1.0,
        Some(calibration) => calibration.of(module).map_or(0.0, |of| of.weight),
    };
    let weights = DIRECTED.map(weight);
    let whole = weights.iter().fold(0.0, |sum, weight| sum + weight);
    weights.iter().map(|weight| weight / whole).collect()
}

impl EnsembleState {
    /// Learns from the label that has become known with this bar.
    fn judge(&mut self, params: &EnsembleParams, close: AssetPrice) {
        if self.waiting.len() < params.label.horizon_bars as usize {
            return;
        }
        let Some(waiting) = self.waiting.pop_front().filter(|waiting| waiting.judges) else { return };
        let label = if params.label.net_return(waiting.close, close) < 0.0 { 1.0 } else { 0.0 };
        let loss = |probability: f64| (probability - label) * (probability - label);
        let losses = waiting.probabilities.map(|probability| probability.map(loss));
        hedge(&mut self.weights, &losses, params.learning_rate, params.share);
    }
}

impl Ensemble {
    /// Goes on with other maps: weights, stance and what waits for its label stay. A module that had no map before begins with the share that all
    /// get at each judgement.
    ///
    /// # Errors
    /// What [`open`](Stream::open) refuses of a calibration.
    pub fn recalibrate(&mut self, calibration: Calibration) -> Result<(), Error> {
        let mut params = self.0.clone();
        let first = params.calibration.is_none();
        params.calibration = Some(calibration);
        let mut state = self.1.clone();
        if first {
            state.weights = first_weights(params.calibration.as_ref());
        }
        *self = Self::resume(&params, state)?;
        Ok(())
    }

    /// What each opinion stands for; a module that was not calibrated with the others is not pooled.
    fn probabilities(&self, said: &[Said; K]) -> [Option<f64>; K] {
        std::array::from_fn(|k| {
            let (score, _) = said[k]?;
            match &self.0.calibration {
                None => Some(CalibrationMap::Assumed.probability(score)),
                Some(calibration) => calibration.of(DIRECTED[k]).map(|of| of.map.probability(score)),
            }
        })
    }

    fn decide(
        &self,
        state: &mut EnsembleState,
        event: &Opinions,
        said: &[Said; K],
        probabilities: &[Option<f64>; K],
    ) -> Result<EnsembleOutput, Error> {
        let EnsembleParams { calibration, thresholds, .. } = &self.0;
        let opinion = |k: usize| {
            let ((_, confidence), probability) = said[k].zip(probabilities[k])?;
            let weight = state.weights[k] * confidence;
            (weight > 0.0).then_some(Opinion { probability, weight })
        };
        let opinions: [Option<Opinion>; K] = std::array::from_fn(opinion);
        let base_rate = calibration.as_ref().map_or(0.5, |calibration| calibration.base_rate.get());
        if opinions.iter().all(Option::is_none) {
            state.stance = Action::Hold;
            state.bars_since_sale = state.bars_since_sale.map(|bars| bars.saturating_add(1));
            return Ok(EnsembleOutput::without_opinions(&state.weights, calibration.is_some()));
        }
        let pooled = pool(&opinions, base_rate);
        let parts: [f64; K] = std::array::from_fn(|k| pooled.parts[k].unwrap_or(f64::NAN));
        let held = bounded(std::iter::once(pooled.base).chain(parts));
        let coverage = (0..K).filter(|k| opinions[*k].is_some()).fold(0.0, |sum, k| sum + state.weights[k]);
        let coverage = clamp(coverage, 0.0, 1.0);
        let confidence = clamp(coverage * (1.0 - disagreement(said, &opinions)), 0.0, 1.0);

        state.stance = thresholds.stance(state.stance, pooled.probability, calibration.is_some());
        let payoff = calibration.as_ref().map_or(1.0, |calibration| calibration.mean_fall / calibration.mean_rise);
        let size = thresholds.size(state.stance, pooled.probability, confidence, payoff)?;
        let size =
            min(size, event.bandit_fraction.map_or(1.0, Fraction::get)) * event.readiness.map_or(1.0, Fraction::get);
        let waited = state.bars_since_sale.map_or(thresholds.cool_down_bars, |bars| bars.saturating_add(1));
        let wait_bars = thresholds.cool_down_bars.saturating_sub(waited);
        let sells = state.stance != Action::Hold && wait_bars == 0 && size > 0.0;
        state.bars_since_sale = if sells { Some(0) } else { state.bars_since_sale.map(|_| waited) };
        Ok(EnsembleOutput {
            score: held.score,
            confidence,
            status: AssessmentStatus::Ok,
            probability: pooled.probability,
            sell_score: 100.0 * pooled.probability,
            action: if sells { state.stance } else { Action::Hold },
            stance: state.stance,
            size_fraction: if sells { size } else { 0.0 },
            wait_bars,
            coverage,
            base_rate_contribution: pooled.base,
            clamp_contribution: held.clamp,
            base_rate,
            ..EnsembleOutput::without_opinions(&state.weights, calibration.is_some())
        }
        .with_parts(&parts, probabilities))
    }
}

/// Standard deviation of the scores that are pooled, by their weights: 0 where all agree, at most 1.
fn disagreement(said: &[Said; K], opinions: &[Option<Opinion>; K]) -> f64 {
    let pairs =
        || said.iter().zip(opinions).filter_map(|(said, opinion)| Some((said.as_ref()?.0, opinion.as_ref()?.weight)));
    let whole = pairs().fold(0.0, |sum, (_, weight)| sum + weight);
    let mean = pairs().fold(0.0, |sum, (score, weight)| sum + weight / whole * score);
    pairs().fold(0.0, |sum, (score, weight)| sum + weight / whole * (score - mean) * (score - mean)).sqrt()
}
