//! Backtest of a policy over bars, with costs, mined income and dated expenses.
//!
//! ```text
//! at each close:  mined coins arrive, a future is settled -> the policy sees and trades -> payments that are due are made
//! return        = (worth - mined coins at the price + payments) / worth at the close before - 1
//! ```
//!
//! Mined coins and payments are flows, not returns: performance is told in USD and in BTC without them. Coins are whole satoshis and
//! cash whole millionths of a dollar; a single run is replayed through the exact [ledger](crate::ledger), which must agree to the last of both.
//!
//! Nothing looks ahead: a policy sees a bar at its close. Missing data is an error, and no series stands in for one that is not there.
//!
//! | step | file |
//! |---|---|
//! | bars and setup, checked once | `setup` |
//! | coins and cash; a short future against the coins; the walk over the bars; flow-adjusted returns | `account`, `futures`, `walk` |
//! | one run with its tables, and through the ledger | `run`, `replay` |
//! | many runs: what is tried, one trial, eight side by side, all of them and whether the best is luck | `candidates`, `trial`, `lanes`, `sweep` |

pub(crate) mod account;
mod candidates;
mod futures;
mod lanes;
mod replay;
mod run;
mod setup;
mod sweep;
mod trial;
mod walk;

pub use candidates::{Candidates, MovingAverageCrossings};
pub use replay::{HeldLot, LedgerAnswer};
pub use run::{BacktestReport, BacktestRequest, EquityTable, TradeTable, backtest};
pub use setup::{BacktestSetup, MinedCoins};
pub use sweep::{BacktestSweep, SweepReport, SweepRequest, SweepState, TrialTable};
