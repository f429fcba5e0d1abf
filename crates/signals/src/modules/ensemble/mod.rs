//! Module J, ensemble: one probability out of ten modules, and what to do about it.
//!
//! ```text
//! scores s_i --map--> p_i --log-odds, weights w_i c_i--> p --thresholds, hysteresis, cool-down--> hold | trim | sell, size
//!                           w_i <- Hedge <- label, h bars later
//! ```
//!
//! What is predicted is declared: the [`Label`], whether holding over the next `h` bars loses against selling now. Each module's score becomes a
//! probability by a map that was fitted to the past ([`fit`]: [`PlattLine`] or [`IsotonicMap`]), on bars that are at least an embargo of `h` bars
//! old, so that every label it saw was known. Opinions are pooled in log-odds ([`pool`]), weighted by Hedge ([`hedge`]) and by their own confidence;
//! a module that is silent is left out, and coverage says so. A weight learns from a label only when it is known, and only from bars
//! that the maps were not fitted to.
//!
//! Without calibration the maps are assumptions, `is_calibrated` is false, and the stance is never to sell. The size is a part of Kelly's fraction
//! for the bet on the label, net of cost, times the confidence; an unready market scales it and the bandit limits it.
//!
//! Pitfalls: labels that overlap are not independent, [`reliability`] counts them once per horizon; maps are only as good as their past, so a
//! report must show scores on bars that no map saw (see [`crate::walk_forward`]).

mod calibration;
mod decision;
mod hedge;
mod isotonic;
mod label;
mod opinions;
mod output;
mod platt;
mod pool;
mod pooling;
mod reliability;
mod truth;

use calibration::check_pairs;

pub use calibration::{
    Calibration, CalibrationMap, CalibrationMethod, CalibrationParams, DIRECTED, ModuleCalibration, ScoredBar, fit,
};
pub use decision::{Action, Thresholds};
pub use hedge::{hedge, hedge_rate};
pub use isotonic::{IsotonicMap, pool_adjacent_violators};
pub use label::Label;
pub use opinions::{Opinions, OpinionsColumns};
pub use output::{EnsembleOutput, EnsembleTable, EnsembleTablePart};
pub use platt::{PlattLine, logistic};
pub use pool::{Opinion, Pooled, log_odds, pool};
pub use pooling::{Ensemble, EnsembleParams, EnsembleState};
pub use reliability::{ReliabilityBin, ReliabilityReport, ReliabilityRequest, check_reliability, reliability};
pub use truth::Truth;
