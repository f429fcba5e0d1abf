//! A calibration out of a history.

use hashinsight_units::{Error, Record};

use super::evaluator::{Evaluator, ModuleParams, placed};
use super::history::MarketHistory;
use crate::modules::AssessmentStatus;
use crate::modules::ensemble::{
    Calibration, CalibrationMethod, CalibrationParams, DIRECTED, EnsembleParams, Label, ScoredBar, fit,
};

/// Inputs of [`calibrate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CalibrateRequest {
    /// History of the market.
    #[record(flatten)]
    pub history: MarketHistory,
    /// Label that is predicted.
    #[record(default = Label::new(7))]
    pub label: Label,
    /// Number of bars at the end of the history whose scores are not used, at least the horizon. Absent: the horizon.
    pub embargo_bars: Option<u32>,
    /// Way of fitting.
    #[record(default = CalibrationMethod::Platt)]
    pub method: CalibrationMethod,
    /// Effective labels below which a module is not fitted.
    #[record(default = 20.0, range = 2.0..=1e6, example = 20)]
    pub least_effective_labels: f64,
    /// Parameters of the modules. Absent: their defaults.
    pub modules: Option<ModuleParams>,
}

/// Scores of the directed modules at each bar of a history, each from what was known at its close.
///
/// # Errors
/// What a module or the history refuses.
pub fn scored_bars(history: &MarketHistory, modules: &ModuleParams) -> Result<Vec<ScoredBar>, Error> {
    let ensemble = EnsembleParams::new(Label::new(1)); // its opinion is not asked
    let mut evaluator = Evaluator::open(modules, &ensemble, history.bars.interval_ms())?;
    let mut scored = Vec::new();
    for (index, tick) in history.ticks()?.iter().enumerate() {
        let said = evaluator.update(tick).map_err(|error| placed(error, index))?;
        let score = |module| {
            let of = said.assessments.iter().find(|assessment| assessment.module == module)?;
            of.score.filter(|_| of.status == AssessmentStatus::Ok)
        };
        scored.push(ScoredBar { time: tick.bar.time_ms, close: tick.bar.close, scores: DIRECTED.map(score) });
    }
    Ok(scored)
}

/// Runs the modules over a history and fits a map to each: the document that `evaluate` takes. See
/// [`fit`] for which labels are used.
///
/// # Errors
/// What a module or the history refuses, and what [`fit`] refuses: too few labels above all.
pub fn calibrate(request: &CalibrateRequest) -> Result<Calibration, Error> {
    request.check()?;
    let mut params = CalibrationParams::new(request.label)
        .method(request.method)
        .least_effective_labels(request.least_effective_labels);
    params.embargo_bars = request.embargo_bars;
    fit(&scored_bars(&request.history, &request.modules.clone().unwrap_or_default())?, &params)
}
