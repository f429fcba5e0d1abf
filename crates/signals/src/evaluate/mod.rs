//! All ten modules at once: over a history ([`evaluate`], [`calibrate`]) or bar by bar ([`Evaluator`]).
//!
//! A [`MarketHistory`] holds what is known; each bar's [`Tick`] holds what was known at its close. What is absent is not known: the modules that need
//! it say `no_data`, their weight is 0 and the coverage falls. Nothing stands in for it.

mod calibrate;
mod evaluator;
mod history;
mod observed;
mod report;

pub use calibrate::{CalibrateRequest, calibrate, scored_bars};
pub(crate) use evaluator::placed;
pub use evaluator::{Evaluation, Evaluator, ModuleParams};
pub use history::{MarketHistory, NetworkDays, Tick};
pub use observed::Observed;
pub use report::{CalibrationState, Decision, EvaluateReport, EvaluateRequest, EvaluatedRow, evaluate};
