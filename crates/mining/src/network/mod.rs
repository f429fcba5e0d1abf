//! The network: how hard it is to mine, how much hashrate it has, and what the next retarget will be.
//!
//! | question | where |
//! |---|---|
//! | which hashrate does a difficulty stand for? | [`implied_hashrate`] |
//! | which hashrate do blocks, chainwork or shares show? | [`observed_hashrate`], [`hashrate_from_shares`] |
//! | how sure is that? | [`hashrate_interval`], [`poisson_interval`], [`gamma_interval`] |
//! | which difficulty stands for a span in which it changed? | [`mean_difficulty`] |
//! | the same block by block | [`RunningHashrate`] |
//! | what will the next retarget be, and when? | [`forecast_retarget`] |
//! | how does a calculation learn how hard the network is? | [`NetworkBasis`], [`NetworkUsed`] |

mod basis;
mod forecast;
mod hashrate;
mod interval;
mod mean_difficulty;
mod running;

pub use basis::{BasisName, NetworkBasis, NetworkUsed};
pub use forecast::{
    Band, Estimator, ForecastRetargetReport, ForecastRetargetRequest, Outlook, PreviousPeriod, forecast_retarget,
};
pub(crate) use hashinsight_units::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};
pub use hashrate::{
    HashrateFromSharesReport, HashrateFromSharesRequest, ImpliedHashrateReport, ImpliedHashrateRequest,
    ObservedHashrateReport, ObservedHashrateRequest, ObservedWork, hashrate_from_shares, implied_hashrate,
    observed_hashrate,
};
pub use interval::{
    HashrateIntervalReport, HashrateIntervalRequest, Sampling, gamma_interval, hashrate_interval, poisson_interval,
};
pub use mean_difficulty::{DifficultySpan, MeanDifficultyReport, MeanDifficultyRequest, mean_difficulty};
pub use running::{
    BlockSeen, BlockSeenColumns, RunningHashrate, RunningHashrateOutput, RunningHashrateParams, RunningHashrateTable,
    RunningHashrateTablePart,
};
