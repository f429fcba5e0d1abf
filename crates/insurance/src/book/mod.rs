//! The book of covers: how much all of them together can cost.
//!
//! Covers that hang on one price are not independent: one fall triggers every cover whose barrier it passes. A thousand equal covers with a
//! probability of 2 % pay all or nothing, and their value at risk at 99.5 % is the whole sum insured, where independent ones would have 3.2 %
//! of it.
//!
//! ```text
//! one side      L = sum insured of the barriers above the least price: a function of the running extreme        exact
//! both sides    L = that of the least price + that of the greatest price: from their joint law                  exact, or between two bounds
//! otherwise     several expiries, jumps, correlated instruments                                                  simulation
//! ```
//!
//! | what | file |
//! |---|---|
//! | covers and markets | `cover` |
//! | exact distribution: [`book_loss`] | `loss`, `exact`, `ladder`, `law` |
//! | simulation: [`BookSimulation`] | `simulation`, `setting`, `paths`, `bridge`, `correlation` |
//! | value at risk, tail value at risk, allocation | `tail` |
//! | hedge between longs and shorts | `hedge` |
//! | capacity for the next cover: [`book_capacity`] | `capacity` |
//! | accumulation by instrument, side, expiry and barrier: [`accumulation`] | `accumulation` |
//! | given scenarios: [`scenario_risk`] | `scenario` |
//! | one common factor: [`one_factor_loss`] | `one_factor` |

mod accumulation;
mod bridge;
mod capacity;
mod correlation;
mod cover;
mod exact;
mod hedge;
mod ladder;
mod law;
mod loss;
mod one_factor;
mod paths;
mod scenario;
mod setting;
mod simulation;
mod tail;

pub use accumulation::{
    AccumulationReport, AccumulationRequest, BucketExposure, ExpiryExposure, Exposure, InstrumentExposure,
    SideExposure, SpotPrice, accumulation,
};
pub use capacity::{BookCapacityReport, BookCapacityRequest, RiskMeasure, book_capacity};
pub(crate) use correlation::root as correlation_root;
pub(crate) use cover::MS_PER_YEAR;
pub use cover::{BookCover, BookMarket, Covers};
pub use hedge::SideHedge;
pub use loss::{BookLossReport, BookLossRequest, book_loss};
pub use one_factor::{OneFactorReport, OneFactorRequest, one_factor_loss};
pub use scenario::{ScenarioRiskReport, ScenarioRiskRequest, scenario_risk};
pub use simulation::{BookSimulation, BookSimulationReport, BookSimulationRequest, BookSimulationState, SimulatedTail};
pub use tail::TailRisk;
