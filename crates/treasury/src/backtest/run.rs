//! One backtest, with everything that is told of it.

use hashinsight_market::Bars;
use hashinsight_units::record::Word;
use hashinsight_units::{Amount, At, Error, Fault, Outcome, Problem, Record, Timestamp};

use super::replay::{LedgerAnswer, replay};
use super::setup::{BacktestSetup, Course};
use super::walk::{Close, FlowReturns, UNMET, orders, walk};
use crate::coverage::Cash;
use crate::ledger::Method;
use crate::metrics::{
    DrawdownTableRow, PerformanceReport, PerformanceRequest, TimedReturnColumns, deepest_drawdowns, performance,
};
use crate::policy::Policy;

/// Inputs of [`backtest`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BacktestRequest {
    /// Bars in USD without a gap, 3 or more, all of them closed.
    pub bars: Bars,
    /// Treasury at the start, costs, and what comes and goes.
    #[record(flatten)]
    pub setup: BacktestSetup,
    /// Policy that decides at each close.
    pub policy: Policy,
    /// Method by which the ledger says which coins a sale takes. Cash and coins are the same under each.
    #[record(default = Method::Fifo)]
    pub method: Method,
}

/// The treasury after each close, in order of time.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct EquityTable {
    /// Closes of the bars, in Unix milliseconds UTC.
    pub time_ms: Vec<i64>,
    /// Closing prices of one bitcoin, in USD.
    pub price_usd: Vec<f64>,
    /// Coins held, in satoshis.
    pub coins_sat: Vec<i64>,
    /// Cash held, in millionths of a dollar; below 0 where payments exceeded it.
    pub cash_micro_usd: Vec<i64>,
    /// Coins at the price, and cash, in USD.
    pub equity_usd: Vec<f64>,
    /// Cash at the price, and coins, in bitcoin.
    pub equity_btc: Vec<f64>,
    /// Coins mined into each close, in satoshis.
    pub mined_sat: Vec<i64>,
    /// Payments made at each close, in millionths of a dollar.
    pub paid_micro_usd: Vec<i64>,
    /// Coins held short in futures from each close to the next, in satoshis.
    pub short_sat: Vec<i64>,
    /// Cash that futures brought at each close after their costs, in millionths of a dollar; below 0 where they cost.
    pub futures_micro_usd: Vec<i64>,
}

/// Trades, in order of time.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TradeTable {
    /// Closes at which they were made, in Unix milliseconds UTC.
    pub time_ms: Vec<i64>,
    /// Coins sold, in satoshis; below 0: bought.
    pub sold_sat: Vec<i64>,
    /// Prices of one bitcoin before costs, in USD.
    pub price_usd: Vec<f64>,
    /// Cash that each brought after costs, in millionths of a dollar; below 0 for a purchase.
    pub cash_micro_usd: Vec<i64>,
    /// Costs of each against its value at the price, in millionths of a dollar.
    pub cost_micro_usd: Vec<i64>,
}

/// Result of [`backtest`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BacktestReport {
    /// Number of bars.
    pub bars: u32,
    /// Coins at the end, in satoshis.
    pub coins_sat: Amount,
    /// Cash at the end, in USD.
    pub cash_usd: Cash,
    /// Coins mined, in satoshis.
    pub mined_sat: Amount,
    /// Payments made, in USD.
    pub paid_usd: Cash,
    /// Payments after the last bar, in USD.
    pub unpaid_usd: Cash,
    /// Cash after costs of all sales less that of all purchases, in USD.
    pub traded_usd: Cash,
    /// Costs of all trades, in USD.
    pub costs_usd: Cash,
    /// Cash that futures brought after their costs, in USD; below 0 where they cost.
    pub futures_usd: Cash,
    /// Number of trades.
    pub trades: u32,
    /// Greatest overdraft of cash, in USD: 0 where every payment was met.
    pub shortfall_usd: Cash,
    /// First close at which a payment was not met, in Unix milliseconds UTC. `never` where each was.
    pub first_shortfall_ms: Outcome<Timestamp>,
    /// Performance in USD: mined coins and payments are flows, not returns. Undefined where nothing is left, or a payment was not met: an overdraft
    /// that nobody lent would count as leverage.
    pub performance_usd: Outcome<PerformanceReport>,
    /// Performance in bitcoin: of the same treasury, counted in coins at the closing price.
    pub performance_btc: Outcome<PerformanceReport>,
    /// Treasury at each close.
    pub equity: EquityTable,
    /// Trades, in order of time.
    pub trade_table: TradeTable,
    /// The ten deepest drawdowns of the flow-adjusted wealth in USD.
    pub drawdowns: Vec<DrawdownTableRow>,
    /// Lots, disposals and gains, by the exact ledger.
    pub ledger: LedgerAnswer,
}

/// How a policy would have gone over bars that are past.
///
/// The policy sees a bar when it has closed and trades at its close, with the costs; slippage stands for the way to the market. Before it
/// decides, mined coins arrive and a short future is settled; after it, payments that are due are made, and cash may fall below 0, which the report tells as a shortfall.
/// No bar, signal or mined coin is seen before its close: a run over the first bars is the beginning of the run over all.
///
/// ```
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// use hashinsight_treasury::backtest::{BacktestRequest, BacktestSetup, backtest};
/// use hashinsight_treasury::coverage::Costs;
/// use hashinsight_treasury::policy::{Dca, Policy, TradeSide};
/// use hashinsight_units::{Currency, Days, Fraction};
/// let close = vec![60_000.0, 66_000.0, 63_000.0, 69_300.0];
/// let bars = Bars::from_columns(BarsColumns {
///     source: "binance".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     quote_currency: Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: (0..4).map(|day| 1_714_521_600_000 + day * 86_400_000).collect(),
///     open: close.clone(),
///     high: close.clone(),
///     low: close.clone(),
///     close,
///     volume_base: None,
/// })?;
/// let setup = BacktestSetup::new("1 BTC".parse()?, "0".parse()?, Costs::new(Fraction::new(0.001)?));
/// let policy = Policy::Dca(Dca::new(TradeSide::Sell, "3000".parse()?, Days::new(2.0)?));
/// let report = backtest(&BacktestRequest::new(bars, setup, policy))?;
/// assert_eq!(report.trades, 2);
/// assert_eq!(report.ledger.cash_usd, report.cash_usd.to_usd()); // the exact ledger agrees
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.bars.insufficient_data` for fewer than 3 bars; `treasury.open_time_ms.out_of_range` at a gap; `treasury.quote_currency.unsupported`
/// for another currency than USD; `treasury.time_ms` and `due_ms` for mined coins and payments that are unsorted or before the first bar, and
/// mined coins after the last; `treasury.signals.length`; what the policy and the costs refuse; `treasury.basis_per_year.missing` where a policy
/// hedges at a close without a basis; `treasury.close.out_of_range` where the treasury is worth more than 8.9e12 USD.
pub fn backtest(request: &BacktestRequest) -> Result<BacktestReport, Error> {
    let course = Course::new(&request.bars, &request.setup)?;
    if request.method == Method::SpecificIdentification {
        let fault = Fault::new("treasury.method", Problem::Unsupported).at("method").got(request.method.word());
        return Err(fault.allowed("a method that needs no list of lots: a policy names none").into());
    }
    request.policy.check().at("policy")?;
    let mut memories = request.policy.open().memories;
    let mut closes: Vec<Close> = Vec::with_capacity(course.bars());
    let mut returns = FlowReturns::default();
    returns.begin(&course);
    let run = walk(&course, orders(&course, &request.policy, &mut memories), |row, close| {
        returns.take(&course, row, &close);
        closes.push(close);
    });
    run.map_err(|(row, stop)| course.refuse(row, stop))?;
    returns.finish(&course);
    report(&course, &closes, &returns, request.method)
}

fn report(course: &Course, closes: &[Close], returns: &FlowReturns, method: Method) -> Result<BacktestReport, Error> {
    let last = closes.len() - 1;
    let account = closes[last].account;
    let (equity, trade_table) = tables(course, closes);
    let least = closes.iter().map(|close| close.account.cash).min().unwrap_or(0).min(0);
    let short = closes.iter().position(|close| close.account.cash < 0);
    let measured = |series: &[f64]| {
        if returns.ruined.is_some() {
            return Ok(Outcome::Undefined { reason: "the treasury was worth nothing, or less, at a close" });
        }
        if least < 0 {
            return Ok(Outcome::Undefined { reason: UNMET });
        }
        let asked = PerformanceRequest::new(series.to_vec()).periods_per_year(course.periods_per_year);
        performance(&asked).map(Outcome::Value)
    };
    let ends: Vec<i64> = course.times[1..=returns.usd.len()].iter().map(|time| time.to_ms()).collect();
    // A return that leaves nothing is the end of the wealth, and of its drawdowns.
    let kept = returns.usd.iter().position(|r| *r <= -1.0).unwrap_or(returns.usd.len());
    let columns = TimedReturnColumns { time_ms: &ends[..kept], period_return: &returns.usd[..kept] };
    let mut falls = deepest_drawdowns(&columns, course.times[0])?;
    falls.truncate(10);
    let total = |of: fn(&Close) -> i64| closes.iter().map(|close| i128::from(of(close))).sum::<i128>();
    let paid: i64 = course.expenses.iter().sum();
    let costs = trade_table.cost_micro_usd.iter().map(|cost| i128::from(*cost)).sum::<i128>();
    Ok(BacktestReport {
        bars: count(closes.len())?,
        coins_sat: Amount::from_signed_sat(account.coins)?,
        cash_usd: Cash::from_micros(account.cash)?,
        mined_sat: Amount::from_signed_sat(course.mined.iter().sum())?,
        paid_usd: Cash::from_micros(paid)?,
        unpaid_usd: Cash::from_micros(course.schedule.from(course.paid[last]).total())?,
        traded_usd: Cash::from_wide(total(|close| close.change))?,
        costs_usd: Cash::from_wide(costs)?,
        futures_usd: Cash::from_wide(total(|close| close.futures))?,
        trades: count(trade_table.sold_sat.len())?,
        shortfall_usd: Cash::from_micros(-least)?,
        first_shortfall_ms: short.map_or(Outcome::Never, |row| Outcome::Value(course.times[row])),
        performance_usd: measured(&returns.usd)?,
        performance_btc: measured(&returns.btc(course))?,
        equity,
        trade_table,
        drawdowns: falls,
        ledger: replay(course, closes, method)?,
    })
}

fn tables(course: &Course, closes: &[Close]) -> (EquityTable, TradeTable) {
    let (mut equity, mut trades) = (EquityTable::default(), TradeTable::default());
    for (row, close) in closes.iter().enumerate() {
        let (execution, time, account) = (&course.executions[row], course.times[row].to_ms(), close.account);
        let (price, worth) = (execution.price(), account.worth(course.per_sat[row]));
        equity.time_ms.push(time);
        equity.price_usd.push(price as f64 / 1e6);
        equity.coins_sat.push(account.coins);
        equity.cash_micro_usd.push(account.cash);
        equity.equity_usd.push(worth / 1e6);
        equity.equity_btc.push(worth / price as f64);
        equity.mined_sat.push(course.mined[row]);
        equity.paid_micro_usd.push(course.expenses[row]);
        equity.short_sat.push(close.short);
        equity.futures_micro_usd.push(close.futures);
        if close.sold != 0 {
            trades.time_ms.push(time);
            trades.sold_sat.push(close.sold);
            trades.price_usd.push(price as f64 / 1e6);
            trades.cash_micro_usd.push(close.change);
            trades.cost_micro_usd.push(execution.value(close.sold.abs()) * close.sold.signum() - close.change);
        }
    }
    (equity, trades)
}

fn count(length: usize) -> Result<u32, Error> {
    u32::try_from(length).map_err(|_| crate::metrics::refuse::length("bars", length, "at most 2^32 - 1 bars"))
}
