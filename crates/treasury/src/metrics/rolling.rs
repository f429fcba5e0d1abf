//! Measures over a window that rolls.

use std::collections::VecDeque;

use hashinsight_numerics::{state::impossible, stream::Stream};
use hashinsight_units::columns::RowStatus;
use hashinsight_units::{Error, Outcome, Record};

use super::{ReturnStatistics, Returns, TimedReturn, refuse};

/// A measure of each window of so many values, oldest first: `values[0..window]`, `values[1..window + 1]`, and so on. None where there are
/// fewer values, or the window is empty.
///
/// ```
/// use hashinsight_treasury::metrics::rolling;
/// let highest = |window: &[f64]| window.iter().copied().fold(0.0, |a, b| if b > a { b } else { a });
/// assert_eq!(rolling(&[1.0, 3.0, 2.0], 2, highest), [3.0, 3.0]);
/// ```
pub fn rolling<T>(values: &[f64], window: usize, measure: impl FnMut(&[f64]) -> T) -> Vec<T> {
    if window == 0 { Vec::new() } else { values.windows(window).map(measure).collect() }
}

/// Inputs of [`RollingPerformance`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RollingPerformanceParams {
    /// Number of periods in the window, 2 to 10,000.
    #[record(range = 2..=10_000, example = 90)]
    pub window: u32,
    /// Number of periods per year, which ratios and volatility are told by: 365 for days of a market that never closes.
    #[record(default = 365.0, range = 0.01..=1e9)]
    pub periods_per_year: f64,
    /// Return per period that is free of risk, as a fraction.
    #[record(default = 0.0)]
    pub risk_free_per_period: f64,
}

/// Output of [`RollingPerformance`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = RollingPerformanceTable)]
#[non_exhaustive]
pub struct RollingPerformanceOutput {
    /// Compound return over the window, as a fraction; NaN before the window is full.
    pub window_return: f64,
    /// Standard deviation of the returns per year, as a fraction; NaN before the window is full.
    pub annual_volatility: f64,
    /// Sharpe ratio per year; NaN before the window is full, and where the status says why.
    pub sharpe: f64,
    /// Sortino ratio per year; NaN before the window is full, and where the status says why.
    pub sortino: f64,
    /// Least drawdown within the window, 0 or negative; NaN before the window is full.
    pub max_drawdown: f64,
    /// State of the Sharpe ratio: `undefined` where the returns of the window do not vary.
    pub sharpe_status: RowStatus,
    /// State of the Sortino ratio: `undefined` where no return of the window is negative.
    pub sortino_status: RowStatus,
}

/// Performance over the last periods, period by period: return, volatility, Sharpe and Sortino ratio, drawdown.
///
/// ```
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_treasury::metrics::{RollingPerformance, RollingPerformanceParams, TimedReturn};
/// use hashinsight_units::Timestamp;
/// let mut rolling = RollingPerformance::open(&RollingPerformanceParams::new(2))?;
/// let first = rolling.update(&TimedReturn::new(Timestamp::from_s(1_714_521_600)?, -0.5))?;
/// let second = rolling.update(&TimedReturn::new(Timestamp::from_s(1_714_608_000)?, 0.5))?;
/// assert!(first.sharpe.is_nan());
/// assert_eq!((second.max_drawdown, second.sharpe), (-0.5, 0.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct RollingPerformance(RollingPerformanceParams, RollingPerformanceState);

/// Returns of the window, oldest first, and when the last one ended.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct RollingPerformanceState {
    returns: VecDeque<f64>,
    last_ms: i64,
}

impl Stream for RollingPerformance {
    const PATH: &'static str = "treasury.rolling_performance";
    type Params = RollingPerformanceParams;
    type State = RollingPerformanceState;
    type Event = TimedReturn;
    type Output = RollingPerformanceOutput;

    fn resume(params: &RollingPerformanceParams, state: RollingPerformanceState) -> Result<Self, Error> {
        params.check()?;
        if !params.risk_free_per_period.is_finite() {
            return Err(refuse::number("risk_free_per_period", params.risk_free_per_period, "a finite fraction"));
        }
        let fits = state.returns.len() <= params.window as usize && state.returns.iter().all(|r| r.is_finite());
        if fits { Ok(Self(params.clone(), state)) } else { Err(impossible("returns")) }
    }

    fn parts(&self) -> (&RollingPerformanceParams, &RollingPerformanceState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &TimedReturn) -> Result<RollingPerformanceOutput, Error> {
        let Self(params, state) = self;
        let TimedReturn { time_ms, period_return } = *event;
        if !period_return.is_finite() {
            return Err(refuse::number("period_return", period_return, "a finite fraction"));
        }
        if !state.returns.is_empty() && time_ms.to_ms() <= state.last_ms {
            let allowed = format!("after the period before it: above {}", state.last_ms);
            return Err(refuse::out_of_range("time_ms", time_ms.to_ms(), allowed));
        }
        if state.returns.len() == params.window as usize {
            state.returns.pop_front();
        }
        state.returns.push_back(period_return);
        state.last_ms = time_ms.to_ms();
        let full = state.returns.len() == params.window as usize;
        Ok(if full { measures(params, state.returns.make_contiguous()) } else { WARMING_UP })
    }
}

const WARMING_UP: RollingPerformanceOutput = RollingPerformanceOutput {
    window_return: f64::NAN,
    annual_volatility: f64::NAN,
    sharpe: f64::NAN,
    sortino: f64::NAN,
    max_drawdown: f64::NAN,
    sharpe_status: RowStatus::Ok,
    sortino_status: RowStatus::Ok,
};

fn measures(params: &RollingPerformanceParams, window: &[f64]) -> RollingPerformanceOutput {
    let returns = Returns::new(window).unwrap_or_else(|error| unreachable!("each was checked: {error}"));
    let statistics = ReturnStatistics::of(&returns, params.risk_free_per_period);
    let periods = params.periods_per_year;
    let (sharpe, sortino) = (statistics.sharpe(params.risk_free_per_period, periods), statistics.sortino(periods));
    let number = |outcome: Outcome| outcome.value().unwrap_or(f64::NAN);
    RollingPerformanceOutput {
        window_return: number(statistics.total_return()),
        annual_volatility: number(statistics.annual_volatility(periods)),
        sharpe: number(sharpe),
        sortino: number(sortino),
        max_drawdown: statistics.max_drawdown(),
        sharpe_status: sharpe.status(),
        sortino_status: sortino.status(),
    }
}
