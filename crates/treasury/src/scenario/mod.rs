//! Paths of price and difficulty, and what a treasury makes of them: bootstrap, Brownian motion, named stresses.
//!
//! A treasury goes from period to period. In each, price and difficulty have moved, coins mined at the difficulty of the period arrive, the
//! policy sees and trades, payments that are due are made: the order of a [backtest](crate::backtest), with the same policy.
//!
//! ```text
//! coins mined in period k = floor(coins per period at the start * start difficulty / difficulty in k * subsidy in k / subsidy at the start)
//! operating cash flow     = sum over periods of (coins mined * price - payments)
//! cash flow at risk       = mean of the operating cash flow - its quantile
//! ```
//!
//! Price and difficulty move together: a bootstrap draws both from the same periods of history, in blocks (30-day moves of 2016 to 2026
//! correlate by 0.2 in the same period and 0.27 two periods later). Whoever moves them apart understates what a fall does to a miner.
//!
//! | what | file |
//! |---|---|
//! | how price and difficulty move | `moves` |
//! | the treasury and its way through periods | `treasury` |
//! | random paths: [`TreasurySimulation`] | `simulation`, `figures` |
//! | named stresses: [`stress_treasury`] | `stress` |

mod figures;
mod moves;
mod simulation;
mod stress;
mod treasury;

pub use moves::{BrownianModel, JointBootstrap, MoveModel, period_moves};
pub use simulation::{
    TreasurySimulation, TreasurySimulationReport, TreasurySimulationRequest, TreasurySimulationState,
};
pub use stress::{Stress, StressReport, StressRequest, StressRow, named_stresses, stress_treasury};
pub use treasury::TreasuryProject;
