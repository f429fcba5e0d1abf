//! Bitcoin treasury: what is held, what it cost, how long it lasts, when to sell, and how that would have gone.

pub mod backtest;
pub mod coverage;
pub mod floor;
pub mod ledger;
pub mod metrics;
pub mod policy;
pub mod scenario;
