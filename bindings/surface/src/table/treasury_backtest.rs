//! Backtest, sweeps, metrics and scenarios.

use hashinsight::treasury::backtest::{BacktestReport, BacktestRequest, BacktestSweep, backtest};
use hashinsight::treasury::metrics::{
    DrawdownTable, DrawdownTableRequest, MonthlyReturns, MonthlyReturnsRequest, OverfittingReport, OverfittingRequest,
    PerformanceReport, PerformanceRequest, RollingPerformance, SelectionReport, SelectionRequest, SharpeSignificance,
    SharpeSignificanceRequest, drawdown_table, monthly_returns, overfitting, performance, selection_out_of_sample,
    sharpe_significance,
};
use hashinsight::treasury::scenario::{StressReport, StressRequest, TreasurySimulation, stress_treasury};

use crate::operation::operations;

operations! { treasury:
    /// Measures of performance and risk of a series of returns: growth, volatility, Sharpe, Sortino, Calmar and omega ratio, drawdown, value at
    /// risk and expected shortfall by each convention's name, the fitted tail; and beside a benchmark.
    document performance: PerformanceRequest => PerformanceReport;
    /// Drawdowns of a series of returns, deepest first: peak, trough, recovery.
    document drawdown_table: DrawdownTableRequest => DrawdownTable;
    /// Compound returns by civil month, and from the start of the year.
    document monthly_returns: MonthlyReturnsRequest => MonthlyReturns;
    /// Return, volatility, Sharpe and Sortino ratio and drawdown over the last periods, period by period.
    stream rolling_performance: RollingPerformance;
    /// Whether a Sharpe ratio is luck: probabilistic and deflated ratio, and the least track record (Bailey and López de Prado 2012, 2014).
    document sharpe_significance: SharpeSignificanceRequest => SharpeSignificance;
    /// Probability that the best of several strategies is no better than the median afterwards, by combinatorially symmetric
    /// cross-validation.
    document overfitting: OverfittingRequest => OverfittingReport;
    /// The strategy that would have been chosen in training, and how it fared in periods that had no part in the choice: a walk forward, purged
    /// folds, or every combination of groups.
    document selection_out_of_sample: SelectionRequest => SelectionReport;
    /// How a policy would have gone over bars that are past: equity, trades, lots, drawdowns, and performance in USD and in bitcoin without the
    /// coins mined and the payments made. Nothing looks ahead, and a gap in the bars is an error.
    document backtest: BacktestRequest => BacktestReport;
    /// Many policies, or crossings of moving averages, over the same bars, and whether the best of them is luck.
    job backtest_sweep: BacktestSweep;
    /// A treasury on random paths of price and difficulty, drawn together: shortfalls, equity, cash flow at risk.
    job treasury_simulation: TreasurySimulation;
    /// What named stresses do to a treasury: a fall of 60 % in 30 days, the halving, difficulty up, power at twice its cost, the loan called.
    document stress_treasury: StressRequest => StressReport;
}
