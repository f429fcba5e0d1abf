//! What a backtest starts with, and the bars that it runs over.

use hashinsight_market::Bars;
use hashinsight_units::{Amount, At, Currency, Error, Fault, FieldPath, Price, Problem, Record, Timestamp};

use super::account::{Account, Stop, per_sat};
use super::futures::future;
use crate::coverage::{Cash, Costs, Execution, Payment, Schedule, price_micros};
use crate::metrics::refuse;
use crate::policy::Signals;

/// Coins that were mined.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MinedCoins {
    /// Instant of receipt, in Unix milliseconds UTC, within the bars.
    #[record(example = 1_714_608_000_000)]
    pub time_ms: Timestamp,
    /// Coins received, in satoshis.
    #[record(example = 10_000_000)]
    pub amount_sat: Amount,
}

/// Treasury at the start of a backtest, its costs of trading, and what comes and goes while it runs.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BacktestSetup {
    /// Coins held at the start, in satoshis.
    #[record(example = 1_000_000_000)]
    pub coins_sat: Amount,
    /// Cash held at the start, in USD, 0 or more.
    #[record(example = "600000")]
    pub cash_usd: Cash,
    /// Costs of a trade.
    pub costs: Costs,
    /// Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing, and lots start at the first
    /// close.
    pub cost_usd: Option<Cash>,
    /// Coins mined while the backtest runs, in order of time: each arrives at the close of the bar that holds its instant.
    #[record(default = Vec::new())]
    pub mined: Vec<MinedCoins>,
    /// Payments in order of time, each made at the close of the bar that holds its instant; the policy sees those to come. Those after the
    /// last bar stay unpaid.
    #[record(default = Vec::new())]
    pub expenses: Vec<Payment>,
    /// Signals at the close of each bar, one for each. Absent: no signal is known. A policy that hedges needs the basis of every close at which
    /// it does.
    pub signals: Option<Vec<Signals>>,
}

/// Bars and setup, checked and in whole numbers: what every run over them shares.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    /// Close of each bar.
    pub(crate) times: Vec<Timestamp>,
    pub(crate) executions: Vec<Execution>,
    /// Price of one satoshi at each close, in millionths of a dollar.
    pub(crate) per_sat: Vec<f64>,
    /// Mined coins at the price less payments, at each close, in millionths of a dollar.
    pub(crate) flows: Vec<f64>,
    /// Coins that arrive at each close, in satoshis.
    pub(crate) mined: Vec<i64>,
    pub(crate) schedule: Schedule,
    /// Number of payments made at each close and before.
    pub(crate) paid: Vec<usize>,
    /// Sum of the payments at each close, in millionths of a dollar.
    pub(crate) expenses: Vec<i64>,
    /// Whether coins arrive or payments are made at each close; and at the first.
    pub(crate) is_moving: Vec<bool>,
    /// Least and greatest price of one satoshi, in millionths of a dollar.
    pub(crate) bounds: [f64; 2],
    pub(crate) signals: Vec<Signals>,
    pub(crate) start: Account,
    pub(crate) periods_per_year: f64,
}

impl Course {
    /// Checks everything once.
    ///
    /// # Errors
    /// See [`backtest`](super::backtest).
    pub(crate) fn new(bars: &Bars, setup: &BacktestSetup) -> Result<Self, Error> {
        let count = bars.close().len();
        if count < 3 {
            return Err(refuse::insufficient("bars", count, "3 bars or more"));
        }
        if let Some(row) = bars.first_gap() {
            let expected = bars.interval_ms().end_ms(bars.open_time_ms()[row - 1]);
            let allowed = format!("the bar that opens at {expected}: a gap is not filled");
            return Err(refuse::out_of_range("open_time_ms", bars.open_time_ms()[row], allowed).in_row(row).at("bars"));
        }
        if bars.quote_currency() != Currency::USD {
            return Err(refuse::unsupported(
                "quote_currency",
                bars.quote_currency(),
                "USD, the currency of cash and costs",
            )
            .at("bars"));
        }
        if setup.cash_usd < Cash::ZERO {
            return Err(refuse::out_of_range("cash_usd", setup.cash_usd, "0 or more"));
        }
        if let Some(cost) = setup.cost_usd.filter(|cost| *cost < Cash::ZERO) {
            return Err(refuse::out_of_range("cost_usd", cost, "0 or more"));
        }
        let mut executions = Vec::with_capacity(count);
        for (row, close) in bars.close().iter().enumerate() {
            let price = Price::new(*close).map_err(|error| error.in_row(row)).at("close").at("bars")?;
            let place = |error: Error| {
                let of_price = error.path().as_str() == "price_usd";
                if of_price { error.in_row(row).at("bars.close") } else { error.at("costs") }
            };
            executions.push(Execution::at_micros(price_micros(price), &setup.costs).map_err(place)?);
        }
        let close = |open: &i64| Timestamp::from_ms(bars.interval_ms().end_ms(*open));
        let times = bars.open_time_ms().iter().map(close).collect::<Result<Vec<_>, _>>()?;
        let from = bars.open_time_ms()[0];
        let mined = mined_by_bar(&setup.mined, from, &times)?;
        let schedule = Schedule::new(&setup.expenses).at("expenses")?;
        if let Some(first) = setup.expenses.first().filter(|first| first.due_ms.to_ms() <= from) {
            let allowed = format!("after the first bar opens: above {from}");
            return Err(refuse::out_of_range("due_ms", first.due_ms.to_ms(), allowed).at("expenses[0]"));
        }
        let paid: Vec<usize> = times.iter().map(|time| setup.expenses.partition_point(|p| p.due_ms <= *time)).collect();
        let all = schedule.from(0);
        let sums: Vec<i64> = times.iter().map(|time| all.by(time.to_ms())).collect();
        let expenses: Vec<i64> = (0..count).map(|row| sums[row] - if row == 0 { 0 } else { sums[row - 1] }).collect();
        let per_sat: Vec<f64> = executions.iter().map(|execution| per_sat(execution.price())).collect();
        let is_moving = (0..count).map(|row| row == 0 || mined[row] != 0 || expenses[row] != 0).collect();
        let outside =
            |[low, high]: [f64; 2], x: &f64| [if *x < low { *x } else { low }, if *x > high { *x } else { high }];
        let bounds = per_sat.iter().fold([per_sat[0]; 2], outside);
        let flow = |row: usize| mined[row] as f64 * per_sat[row] - expenses[row] as f64;
        let flows = (0..count).map(flow).collect();
        let signals = match &setup.signals {
            None => vec![Signals::default(); count],
            Some(signals) if signals.len() == count => {
                for (row, each) in signals.iter().enumerate() {
                    each.check().index(row).at("signals")?;
                }
                signals.clone()
            }
            Some(signals) => {
                return Err(refuse::length("signals", signals.len(), format!("{count}, one for each bar")));
            }
        };
        let start = Account {
            coins: setup.coins_sat.to_sat().cast_signed(),
            cash: setup.cash_usd.to_micros(),
            // No coins cost nothing: that is known.
            cost: setup.cost_usd.map(Cash::to_micros).or((setup.coins_sat == Amount::ZERO).then_some(0)),
        };
        let total = mined.iter().sum::<i64>() + start.coins;
        Amount::from_signed_sat(total).at("mined")?;
        let periods_per_year = bars.interval_ms().per_year();
        Ok(Self {
            times,
            executions,
            per_sat,
            flows,
            mined,
            schedule,
            paid,
            expenses,
            is_moving,
            bounds,
            signals,
            start,
            periods_per_year,
        })
    }

    /// Price of a future that is struck at a close for the next, in millionths of a dollar.
    pub(super) fn future(&self, row: usize) -> Result<i64, Stop> {
        let basis = self.signals[row].basis_per_year.ok_or(Stop::Hedge)?;
        future(self.executions[row].price(), basis, self.periods_per_year).ok_or(Stop::Hedge)
    }

    /// Number of bars.
    pub(crate) fn bars(&self) -> usize {
        self.times.len()
    }

    /// The refusal of a run that cannot go on, at a bar.
    pub(crate) fn refuse(&self, row: usize, stop: Stop) -> Error {
        let at_bar =
            |got: &str, allowed: &str| refuse::unsupported("policy", format_args!("{got} at bar {row}"), allowed);
        match stop {
            Stop::Beyond => at_bar("an order beyond coins or cash", "a policy whose orders can be filled"),
            Stop::Hedge => {
                let allowed = "a basis at each close at which the policy hedges: with it a future has a price";
                let fault = Fault::new("treasury.basis_per_year", Problem::Missing).allowed(allowed);
                fault.at(FieldPath::new("signals").index(row).field("basis_per_year")).into()
            }
            Stop::TooLarge => {
                let price = self.executions[row].price() as f64 / 1e6;
                let allowed = "prices at which coins and cash are worth at most 8.9e12 USD";
                refuse::number("close", price, allowed).in_row(row).at("bars")
            }
        }
    }
}

/// Coins by bar.
fn mined_by_bar(mined: &[MinedCoins], from: i64, times: &[Timestamp]) -> Result<Vec<i64>, Error> {
    let mut by_bar = vec![0; times.len()];
    let mut last = from;
    for (index, coins) in mined.iter().enumerate() {
        let time = coins.time_ms.to_ms();
        let row = times.partition_point(|close| *close < coins.time_ms);
        if time < last || time <= from || row == times.len() {
            let allowed = format!("in order of time, above {from} and at most {}", times[times.len() - 1].to_ms());
            return Err(refuse::out_of_range("time_ms", time, allowed)).index(index).at("mined");
        }
        let sat = coins.amount_sat.to_sat().cast_signed();
        by_bar[row] = Amount::from_signed_sat(by_bar[row] + sat).index(index).at("mined")?.to_sat().cast_signed();
        last = time;
    }
    Ok(by_bar)
}
