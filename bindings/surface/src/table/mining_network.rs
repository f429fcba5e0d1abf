//! Bitcoin mining: the network as it is observed, and the luck of one miner.

use hashinsight::mining::network::{
    ForecastRetargetReport, ForecastRetargetRequest, HashrateFromSharesReport, HashrateFromSharesRequest,
    HashrateIntervalReport, HashrateIntervalRequest, MeanDifficultyReport, MeanDifficultyRequest,
    ObservedHashrateReport, ObservedHashrateRequest, RunningHashrate, forecast_retarget, hashrate_from_shares,
    hashrate_interval, mean_difficulty, observed_hashrate,
};
use hashinsight::mining::reward::{SoloIncome, SoloOddsReport, SoloOddsRequest, solo_odds};

use crate::operation::operations;

operations! { mining:
    /// The network hashrate that was observed: work over time, the work given as blocks of a difficulty or as a
    /// difference of chainwork.
    document observed_hashrate: ObservedHashrateRequest => ObservedHashrateReport;
    /// The exact confidence interval of the network hashrate given a count of blocks in a fixed time (Garwood 1936:
    /// chi-square quantiles of a Poisson count), or the time of a fixed number of blocks (Gamma), and the estimate without
    /// bias.
    document hashrate_interval: HashrateIntervalRequest => HashrateIntervalReport;
    /// The difficulty that stands for a span in which it changed: the harmonic mean by time, at which a constant hashrate
    /// finds as many blocks.
    document mean_difficulty: MeanDifficultyRequest => MeanDifficultyReport;
    /// A machine's hashrate from the shares it found: `shares * share_difficulty * 2^32 / time`, with its relative
    /// standard error.
    document hashrate_from_shares: HashrateFromSharesRequest => HashrateFromSharesReport;
    /// The change at the next retarget, and its time, by a named estimator; the gamma posterior answers a band as well.
    document forecast_retarget: ForecastRetargetRequest => ForecastRetargetReport;
    /// The odds of a solo miner: the probability of at least one block, and how long the wait for it is (mean and
    /// quantiles).
    document solo_odds: SoloOddsRequest => SoloOddsReport;
    /// The network's hashrate as blocks come in: work over time of the last blocks, as `getnetworkhashps` has it, with
    /// the exact confidence bounds of a window of blocks, and without the bias of one.
    stream running_hashrate: RunningHashrate;
    /// Monte Carlo of a solo miner's income over a span, in whole satoshis: difficulty moves at each retarget, the
    /// subsidy follows the height, blocks arrive as a Poisson process.
    job solo_income: SoloIncome;
}
