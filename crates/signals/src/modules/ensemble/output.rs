//! What the ensemble answers, as a row.

use hashinsight_units::Record;

use super::decision::Action;
use super::pooling::{Ensemble, K};
use crate::modules::{Assessment, AssessmentStatus, Module, ModuleName, Reason, ReasonCode};

/// Output of [`Ensemble`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = EnsembleTable)]
#[non_exhaustive]
pub struct EnsembleOutput {
    /// Advice, `2 p - 1` of the probability: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score: coverage times 1 less the deviation of the pooled scores; 0 unless the status is `ok`.
    pub confidence: f64,
    /// Status of the assessment: no data where no module says anything.
    pub status: AssessmentStatus,
    /// Probability of the label. NaN unless the status is `ok`.
    pub probability: f64,
    /// Sell score, 100 times the probability: 0 to 100. NaN unless the status is `ok`.
    pub sell_score: f64,
    /// Action that is advised at this bar.
    pub action: Action,
    /// Stance, which hysteresis keeps: the action but for cool-down and size.
    pub stance: Action,
    /// Fraction of the holding to sell at this bar, 0 for holding.
    pub size_fraction: f64,
    /// Number of bars until a next sale may follow the last one.
    pub wait_bars: u32,
    /// Coverage: weight of the modules that are pooled, 0 to 1.
    pub coverage: f64,
    /// Whether maps were fitted to the past; without them nothing is sold but trimmed at most.
    pub is_calibrated: bool,
    /// Base rate that opinions are compared with. NaN unless the status is `ok`.
    pub base_rate: f64,
    /// Contribution of the base rate. NaN unless the status is `ok`.
    pub base_rate_contribution: f64,
    /// Contribution of the regime module; NaN where it says nothing.
    pub regime_contribution: f64,
    /// Contribution of the breakout module; NaN where it says nothing.
    pub breakout_contribution: f64,
    /// Contribution of the confluence module; NaN where it says nothing.
    pub confluence_contribution: f64,
    /// Contribution of the layers module; NaN where it says nothing.
    pub layers_contribution: f64,
    /// Contribution of the miner cycle module; NaN where it says nothing.
    pub miner_cycle_contribution: f64,
    /// Contribution of the pattern module; NaN where it says nothing.
    pub pattern_contribution: f64,
    /// Contribution of the derivatives module; NaN where it says nothing.
    pub derivatives_pressure_contribution: f64,
    /// Contribution of the clamp. NaN unless the status is `ok`.
    pub clamp_contribution: f64,
    /// Probability that the regime module stands for; NaN where it says nothing.
    pub regime_probability: f64,
    /// Probability that the breakout module stands for; NaN where it says nothing.
    pub breakout_probability: f64,
    /// Probability that the confluence module stands for; NaN where it says nothing.
    pub confluence_probability: f64,
    /// Probability that the layers module stands for; NaN where it says nothing.
    pub layers_probability: f64,
    /// Probability that the miner cycle module stands for; NaN where it says nothing.
    pub miner_cycle_probability: f64,
    /// Probability that the pattern module stands for; NaN where it says nothing.
    pub pattern_probability: f64,
    /// Probability that the derivatives module stands for; NaN where it says nothing.
    pub derivatives_pressure_probability: f64,
    /// Weight of the regime module by its past, all add up to 1.
    pub regime_weight: f64,
    /// Weight of the breakout module by its past, all add up to 1.
    pub breakout_weight: f64,
    /// Weight of the confluence module by its past, all add up to 1.
    pub confluence_weight: f64,
    /// Weight of the layers module by its past, all add up to 1.
    pub layers_weight: f64,
    /// Weight of the miner cycle module by its past, all add up to 1.
    pub miner_cycle_weight: f64,
    /// Weight of the pattern module by its past, all add up to 1.
    pub pattern_weight: f64,
    /// Weight of the derivatives module by its past, all add up to 1.
    pub derivatives_pressure_weight: f64,
}

impl EnsembleOutput {
    /// Probabilities that the opinions stand for, in the order of [`DIRECTED`](super::DIRECTED); NaN for a module that says nothing.
    pub fn probabilities(&self) -> [f64; K] {
        [
            self.regime_probability,
            self.breakout_probability,
            self.confluence_probability,
            self.layers_probability,
            self.miner_cycle_probability,
            self.pattern_probability,
            self.derivatives_pressure_probability,
        ]
    }

    /// Weights of the modules by their past, in the same order.
    pub fn weights(&self) -> [f64; K] {
        [
            self.regime_weight,
            self.breakout_weight,
            self.confluence_weight,
            self.layers_weight,
            self.miner_cycle_weight,
            self.pattern_weight,
            self.derivatives_pressure_weight,
        ]
    }

    /// The answer where no module says anything.
    pub(super) fn without_opinions(weights: &[f64], is_calibrated: bool) -> Self {
        let none = f64::NAN;
        Self {
            score: none,
            confidence: 0.0,
            status: AssessmentStatus::NoData,
            probability: none,
            sell_score: none,
            action: Action::Hold,
            stance: Action::Hold,
            size_fraction: 0.0,
            wait_bars: 0,
            coverage: 0.0,
            is_calibrated,
            base_rate: none,
            base_rate_contribution: none,
            regime_contribution: none,
            breakout_contribution: none,
            confluence_contribution: none,
            layers_contribution: none,
            miner_cycle_contribution: none,
            pattern_contribution: none,
            derivatives_pressure_contribution: none,
            clamp_contribution: none,
            regime_probability: none,
            breakout_probability: none,
            confluence_probability: none,
            layers_probability: none,
            miner_cycle_probability: none,
            pattern_probability: none,
            derivatives_pressure_probability: none,
            regime_weight: weights[0],
            breakout_weight: weights[1],
            confluence_weight: weights[2],
            layers_weight: weights[3],
            miner_cycle_weight: weights[4],
            pattern_weight: weights[5],
            derivatives_pressure_weight: weights[6],
        }
    }

    /// The same answer with what each opinion contributed and stands for.
    pub(super) fn with_parts(self, parts: &[f64; K], probabilities: &[Option<f64>; K]) -> Self {
        let of = |k: usize| probabilities[k].unwrap_or(f64::NAN);
        Self {
            regime_contribution: parts[0],
            breakout_contribution: parts[1],
            confluence_contribution: parts[2],
            layers_contribution: parts[3],
            miner_cycle_contribution: parts[4],
            pattern_contribution: parts[5],
            derivatives_pressure_contribution: parts[6],
            regime_probability: of(0),
            breakout_probability: of(1),
            confluence_probability: of(2),
            layers_probability: of(3),
            miner_cycle_probability: of(4),
            pattern_probability: of(5),
            derivatives_pressure_probability: of(6),
            ..self
        }
    }
}

impl Module for Ensemble {
    const NAME: ModuleName = ModuleName::Ensemble;

    fn assess(&self, output: &EnsembleOutput) -> Assessment {
        let o = output;
        let said =
            |code, probability, contribution| Reason::new(code, probability, contribution).threshold(o.base_rate);
        let reasons = [
            Reason::new(ReasonCode::BaseRate, o.base_rate, o.base_rate_contribution),
            said(ReasonCode::Regime, o.regime_probability, o.regime_contribution),
            said(ReasonCode::Breakout, o.breakout_probability, o.breakout_contribution),
            said(ReasonCode::Confluence, o.confluence_probability, o.confluence_contribution),
            said(ReasonCode::Layers, o.layers_probability, o.layers_contribution),
            said(ReasonCode::MinerCycle, o.miner_cycle_probability, o.miner_cycle_contribution),
            said(ReasonCode::Pattern, o.pattern_probability, o.pattern_contribution),
            said(
                ReasonCode::DerivativesPressure,
                o.derivatives_pressure_probability,
                o.derivatives_pressure_contribution,
            ),
        ];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}
