//! The ten signal modules: each takes the events it needs and says how strongly they advise to sell now.
//!
//! A module is a [`Stream`](hashinsight_numerics::stream::Stream), so that its batch is the fold of its updates and nothing looks ahead.
//! Its output is a row of a table: `score`, `confidence` and `status`, what each reason contributed (`<reason>_contribution`, their clamp
//! last), and features. [`Module::assess`] makes the document of a row.
//!
//! # The score
//! `+1` advises to sell now, `-1` to keep. It is the sum of the contributions in declared order, held between -1 and 1 by a contribution of its
//! own, the clamp: see [`bounded`]. The confidence, 0 to 1, is what a pool weighs the score with.
//!
//! # Missing is not zero
//! | status | when | score | confidence |
//! |---|---|---|---|
//! | `ok` | at least the reasons without which the module says nothing are known | -1 to 1 | 0 to 1 |
//! | `warmup` | every event so far was whole, and there are too few | NaN, absent in a document | 0 |
//! | `no_data` | what the module cannot do without never came | NaN | 0 |
//! | `stale` | it came, and is older than `max_age_ms` | NaN | 0 |
//!
//! A reason that is not known is left out: its contribution is NaN in a table and absent in a document, and the confidence falls by its part.
//! A number of an event that may be absent is an `Option`; in a column that is NaN.
//!
//! # Names of features
//! A feature that can be read either way says which reading it is: `..._momentum` where a high value advises to keep, because what rises goes on
//! rising, and `..._contrarian` where it advises to sell, because what is high falls back. The others only describe.
//!
//! # Events
//! Bars come one interval after another, closed ([`ClosedBar`]); a gap, a bar out of order or one that contradicts itself is refused, and a
//! refused event changes nothing.

mod assessment;
pub mod bandit;
pub mod breakout;
pub mod confluence;
pub mod derivatives_pressure;
pub mod ensemble;
mod event;
pub mod layers;
pub mod microstructure;
pub mod miner_cycle;
pub mod pattern;
mod pivot;
mod rank;
pub mod regime;

pub use assessment::{
    Assessment, AssessmentLine, AssessmentStatus, AssessmentTable, AssessmentTablePart, Bounded, Feature,
    FeatureReading, FeatureValue, Module, ModuleName, Reason, ReasonCode, ReasonLine, ReasonTable, ReasonTablePart,
    bounded,
};
pub use event::{Cadence, ClosedBar, ClosedBarColumns};
