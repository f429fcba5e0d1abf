//! Measures of performance and risk of a series of returns.
//!
//! A series holds simple returns `r = p / p_before - 1` of equal periods. One pass gives [`ReturnStatistics`], from which every ratio is read;
//! what needs the order of the returns by size (value at risk, tail ratio) sorts them once.
//!
//! # Conventions
//! Each measure says its own; those in which libraries differ most:
//!
//! | what | here |
//! |---|---|
//! | periods of a year | 365 unless the caller says otherwise: bitcoin trades every day. 252 is for exchanges that close |
//! | standard deviation | divisor `n - 1`; skewness and kurtosis are of the population, kurtosis 3 for the normal distribution |
//! | downside deviation | mean over all `n` returns of the squared shortfall |
//! | drawdown | the value 1 before the first return is the first peak; a drawdown is negative |
//! | value at risk | quantile of the returns, negative for a loss, and named by its convention; the loss is told beside it |
//! | no number | [`Outcome::Undefined`](hashinsight_units::Outcome) with the reason, never NaN or infinity |
//!
//! ```
//! use hashinsight_treasury::metrics::{ReturnStatistics, Returns};
//! let returns = [0.01, 0.1, -0.04, 0.02, 0.03, 0.02, 0.01, -0.1];
//! let statistics = ReturnStatistics::of(&Returns::new(&returns)?, 0.0);
//! let sharpe = statistics.sharpe(0.0, 365.0).value().unwrap();
//! assert!((sharpe - 2.074_667_511_438_608_6).abs() < 1e-12); // empyrical 0.7.1, annualization = 365
//! assert!((statistics.max_drawdown() + 0.1).abs() < 1e-15);
//! # Ok::<(), hashinsight_units::Error>(())
//! ```
//!
//! # In this order
//!
//! | step | file |
//! |---|---|
//! | returns, of prices or with periods that nobody observed | `returns` |
//! | the one pass, and moments that merge; of eight series side by side | `statistics`, `moments`, `lanes` |
//! | growth; ratios of reward to risk; gains and losses | `growth`, `ratio`, `winning` |
//! | quantiles: value at risk, expected shortfall, the fitted tail | `tail`, `pareto` |
//! | beside a benchmark | `benchmark` |
//! | drawdowns, months, windows | `drawdown`, `monthly`, `rolling` |
//! | whether it is luck: probabilistic and deflated Sharpe ratio, least track record, overfitting; folds in time, and what was chosen afterwards | `significance`, `overfitting`, `cross_validation`, `selection` |
//! | all of it as a document | `report` |

mod benchmark;
mod cross_validation;
mod drawdown;
mod growth;
pub(crate) mod lanes;
mod moments;
mod monthly;
mod overfitting;
mod pareto;
mod ratio;
pub(crate) mod refuse;
mod report;
mod returns;
mod rolling;
mod selection;
mod significance;
mod statistics;
mod tail;
mod winning;

pub use benchmark::{alpha, beta, capture, down_capture, up_capture, up_down_capture};
pub use cross_validation::{PurgedFold, TimeSplit, combinatorial_folds, purged_folds, walk_forward};
pub(crate) use drawdown::deepest_drawdowns;
pub use drawdown::{
    DrawdownTable, DrawdownTableRequest, DrawdownTableRow, TimedReturn, TimedReturnColumns, drawdown_table, drawdowns,
};
pub use growth::{equity, per_period_return};
pub use moments::Moments;
pub use monthly::{MonthlyReturn, MonthlyReturns, MonthlyReturnsRequest, monthly_returns};
pub use overfitting::{OverfittingReport, OverfittingRequest, overfitting, probability_of_overfitting};
pub(crate) use overfitting::{check_parts, parts_of};
pub use pareto::{ParetoTail, pareto_tail};
pub use ratio::{information_ratio, system_quality_number};
pub use report::{BenchmarkMeasures, PerformanceReport, PerformanceRequest, TailMeasures, performance};
pub use returns::Returns;
pub use rolling::{RollingPerformance, RollingPerformanceOutput, RollingPerformanceParams, rolling};
pub use selection::{SelectionReport, SelectionRequest, SelectionSplit, TimeSplits, selection_out_of_sample};
pub use significance::{
    SharpeSignificance, SharpeSignificanceRequest, deflated_sharpe, effective_trials, expected_maximum_sharpe,
    minimum_track_record, probabilistic_sharpe, sharpe_significance,
};
pub use statistics::ReturnStatistics;
pub(crate) use statistics::wealth_and_drawdown;
pub use tail::{OrderedReturns, QuantileConvention, gaussian_expected_shortfall, gaussian_value_at_risk};
