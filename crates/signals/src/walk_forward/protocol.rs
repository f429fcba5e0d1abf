//! What is fixed before a walk-forward runs.

use hashinsight_units::{Error, Record};

use crate::evaluate::{MarketHistory, ModuleParams};
use crate::modules::ensemble::{CalibrationMethod, Label, Thresholds};
use crate::refuse::out_of_range;

/// Rules of a walk-forward, fixed before it runs and printed with what it found.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Protocol {
    /// Label that the ensemble predicts: horizon and cost.
    pub label: Label,
    /// Number of bars before the first calibration; the bars after them are the test.
    #[record(range = 2..=1_000_000, example = 365)]
    pub first_fit_bars: u32,
    /// Number of bars from one calibration to the next.
    #[record(range = 1..=1_000_000, example = 30)]
    pub refit_every_bars: u32,
    /// Way of fitting.
    #[record(default = CalibrationMethod::Platt)]
    pub method: CalibrationMethod,
    /// Effective labels below which a module is not fitted.
    #[record(default = 20.0, range = 2.0..=1e6, example = 20)]
    pub least_effective_labels: f64,
    /// Thresholds, cool-down and sizes of the decision.
    #[record(default = Thresholds::new())]
    pub thresholds: Thresholds,
    /// Number of bars in a block of the bootstrap. Absent: twice the horizon, so that labels that overlap stay together.
    pub block_bars: Option<u32>,
    /// Number of resamples of the bootstrap.
    #[record(default = 2000, range = 100..=100_000, example = 2000)]
    pub resamples: u32,
    /// Seed of the bootstrap.
    #[record(default = 1, digits)]
    pub seed: u64,
    /// Number of past returns that each forecast baseline is fitted to.
    #[record(default = 250, range = 10..=100_000, example = 250)]
    pub forecast_window: u32,
}

impl Protocol {
    /// Number of bars in a block of the bootstrap.
    pub(super) fn block(&self) -> u32 {
        self.block_bars.unwrap_or(2 * self.label.horizon_bars)
    }
}

/// Inputs of [`walk_forward`](super::walk_forward()).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WalkForwardRequest {
    /// History of the market.
    #[record(flatten)]
    pub history: MarketHistory,
    /// Rules that are fixed before the run.
    pub protocol: Protocol,
    /// Parameters of the modules. Absent: their defaults.
    pub modules: Option<ModuleParams>,
}

impl WalkForwardRequest {
    /// Refuses a protocol that leaves no test.
    pub(super) fn check(&self) -> Result<(), Error> {
        let Protocol { label, first_fit_bars, .. } = &self.protocol;
        self.protocol.check().map_err(|error| error.at("protocol"))?;
        label.check().map_err(|error| error.at("protocol.label"))?;
        self.protocol.thresholds.in_order().map_err(|error| error.at("protocol.thresholds"))?;
        let most = self.history.bars.len().saturating_sub(label.horizon_bars as usize);
        if *first_fit_bars as usize >= most {
            let allowed = format!("fewer than the bars whose labels are known, {most}");
            return Err(out_of_range("first_fit_bars", first_fit_bars, allowed).at("protocol"));
        }
        Ok(())
    }
}
