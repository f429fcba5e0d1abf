//! What a walk-forward found, whatever it shows.

use hashinsight_units::{Record, Timestamp, Verdict};

use super::bootstrap::BootstrapInterval;
use super::protocol::Protocol;
use crate::forecast::ForecastOfModel;
use crate::modules::ModuleName;
use crate::modules::ensemble::ReliabilityReport;

/// How one module fared on the bars of the test.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ModuleTest {
    /// Module that was tested.
    pub module: ModuleName,
    /// Number of bars of the test at which it had a score.
    pub ok_bars: u32,
    /// Number of bars of the test at which it warmed up.
    pub warmup_bars: u32,
    /// Number of bars of the test at which it had no data.
    pub no_data_bars: u32,
    /// Number of bars of the test at which its data were too old.
    pub stale_bars: u32,
    /// Brier score of its calibrated probabilities on the test. Absent: it has no direction, no score or no map.
    pub brier: Option<f64>,
    /// Brier score of the base rate on the same bars: what has to be beaten. Absent: as for `brier`.
    pub brier_of_base_rate: Option<f64>,
    /// Weight by its past at the end of the test. Absent: it has no direction.
    pub last_weight: Option<f64>,
}

/// Gain of following the advice over always holding.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AgainstHolding {
    /// Number of bars at which a sale was advised.
    pub sells: u32,
    /// Number of bars at which a trim was advised.
    pub trims: u32,
    /// Number of bars at which holding was advised.
    pub holds: u32,
    /// Sum over all sales of size times the net fall over the horizon, as a fraction of the holding: what was avoided, less what was missed, less
    /// cost. Above 0: better than always holding.
    pub gain: f64,
    /// Interval of that sum by the block bootstrap. Absent: nothing was advised.
    pub gain_interval: Option<BootstrapInterval>,
    /// Hit rate: part of the sales and trims whose label came true. Absent: nothing was advised.
    pub hit_rate: Option<f64>,
    /// Interval of the hit rate by the block bootstrap. Absent: nothing was advised.
    pub hit_rate_interval: Option<BootstrapInterval>,
    /// Part of all labels of the test that came true: the hit rate of always selling.
    pub base_rate: f64,
    /// Whether the advice was better than always holding: yes or no where the interval of the gain has one sign.
    pub beats_always_hold: Verdict,
}

/// Result of a walk-forward.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct WalkForwardReport {
    /// Rules that were fixed before the run.
    pub protocol: Protocol,
    /// Number of bars of the history.
    pub bars: u32,
    /// Number of bars of the test whose label is known.
    pub test_bars: u32,
    /// Effective number of independent labels of the test: overlapping ones count once per horizon.
    pub effective_labels: f64,
    /// Close of the first bar of the test, in Unix milliseconds.
    pub first_test_ms: Timestamp,
    /// Close of the last bar of the test whose label is known, in Unix milliseconds.
    pub last_test_ms: Timestamp,
    /// Number of calibrations.
    pub fits: u32,
    /// Number of refits that were left out, because too few labels were known or were of one kind.
    pub refused_fits: u32,
    /// Mean coverage of the pool on the bars of the test, 0 to 1.
    pub mean_coverage: f64,
    /// Quality of the pooled probabilities on the bars of the test. Absent: there were none.
    pub calibration: Option<ReliabilityReport>,
    /// Brier score of always saying the base rate that the calibration of that time knew: what has to be beaten. Absent: as for `calibration`.
    pub brier_of_base_rate: Option<f64>,
    /// Skill, 1 less the Brier score over that of the base rate: above 0 the ensemble knew something. Absent: as for `calibration`.
    pub brier_skill: Option<f64>,
    /// Interval of the skill by the block bootstrap. Absent: as for `calibration`.
    pub brier_skill_interval: Option<BootstrapInterval>,
    /// Comparison with always holding.
    pub against_holding: AgainstHolding,
    /// Modules A to I.
    pub modules: Vec<ModuleTest>,
    /// Forecast baselines over the same horizon. Absent: fewer closes than their window.
    pub forecasts: Option<Vec<ForecastOfModel>>,
}
