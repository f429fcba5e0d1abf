//! A treasury and its way through periods.

use hashinsight_units::{Amount, At, Days, Error, MS_PER_DAY, Price, Record, Timestamp};

use crate::backtest::account::{Account, Stop, per_sat};
use crate::coverage::{Cash, Costs, Execution, Payment, Schedule, price_micros};
use crate::metrics::refuse;
use crate::policy::{Memory, Policy, Signals, View};

/// Least and greatest price that a path can reach, in USD: it stays there until it turns.
pub(super) const PRICE_BOUNDS: [f64; 2] = [0.01, 1e9];

/// A treasury that mines, pays and trades from period to period.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TreasuryProject {
    /// Instant of the start, in Unix milliseconds UTC; the first period ends `period_days` later.
    #[record(example = 1_780_272_000_000)]
    pub start_ms: Timestamp,
    /// Price of one bitcoin at the start, in USD.
    #[record(example = 100_000)]
    pub price_usd: Price,
    /// Coins held at the start, in satoshis.
    #[record(example = 6_000_000_000)]
    pub coins_sat: Amount,
    /// Cash held at the start, in USD, 0 or more.
    #[record(example = "600000")]
    pub cash_usd: Cash,
    /// Costs of a trade.
    pub costs: Costs,
    /// Number of periods, 1 to 1200.
    #[record(range = 1..=1200, example = 24)]
    pub periods: u32,
    /// Length of a period, in days of 86,400 s.
    #[record(default = Days::constant(30.0))]
    pub period_days: Days,
    /// Coins mined per period at the difficulty and subsidy of the start, in satoshis.
    #[record(default = Amount::ZERO)]
    pub mined_sat: Amount,
    /// Cost of power per period, in USD, paid at its end.
    #[record(default = Cash::ZERO)]
    pub power_usd: Cash,
    /// Other costs per period, in USD, paid at its end.
    #[record(default = Cash::ZERO)]
    pub other_usd: Cash,
    /// Loan that is to be repaid, in USD. What is not repaid by the last period is still owed then, and the equity is less by it.
    #[record(default = Cash::ZERO)]
    pub loan_usd: Cash,
    /// Number of the period at whose end the loan is repaid, counted from 1. Absent: after the last.
    pub loan_due_period: Option<u32>,
    /// Number of the period from which on the subsidy is half, counted from 1. Absent: it stays.
    pub halving_period: Option<u32>,
    /// Cost of the coins held at the start, in USD, all together. Absent: rules that compare with it do nothing.
    pub cost_usd: Option<Cash>,
    /// Policy that decides in each period. No signal is known to it.
    pub policy: Policy,
}

/// A treasury made ready: what every path shares.
#[derive(Clone, Debug)]
pub(super) struct Track {
    costs: Costs,
    policy: Policy,
    memories: Vec<Memory>,
    schedule: Schedule,
    times: Vec<Timestamp>,
    /// Payments at the end of each period, in millionths of a dollar.
    payments: Vec<i64>,
    /// Number of payments made before the end of each period.
    paid: Vec<usize>,
    /// Coins mined per period where the difficulty is that of the start.
    mined: Vec<f64>,
    /// Loan that is still owed after the last period, in millionths of a dollar.
    owed: i64,
    /// A path knows prices and difficulties, and no signal.
    signals: Signals,
    start: Account,
    pub(super) price: f64,
    pub(super) years: f64,
}

/// A treasury at the end of a period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) account: Account,
    pub(super) price: i64,
    /// Value of the coins mined less payments, in millionths of a dollar.
    pub(super) flow: i64,
    pub(super) sold: i64,
}

impl Track {
    /// Checks the project. `power` is the factor of the cost of power.
    pub(super) fn new(project: &TreasuryProject, power: f64) -> Result<Self, Error> {
        project.check()?;
        let [low, high] = PRICE_BOUNDS;
        if !(low..=high).contains(&project.price_usd.get()) {
            return Err(refuse::number("price_usd", project.price_usd.get(), "0.01 to 1e9 USD"));
        }
        let sums = [("cash_usd", project.cash_usd), ("power_usd", project.power_usd), ("other_usd", project.other_usd)];
        let sums =
            [sums.as_slice(), &[("loan_usd", project.loan_usd), ("cost_usd", project.cost_usd.unwrap_or(Cash::ZERO))]];
        for (field, value) in sums.concat() {
            if value < Cash::ZERO {
                return Err(refuse::out_of_range(field, value, "0 or more"));
            }
        }
        let within = |field: &str, period: Option<u32>| match period {
            Some(0) => Err(refuse::out_of_range(field, 0, "1 or more")),
            _ => Ok(()),
        };
        within("loan_due_period", project.loan_due_period)?;
        within("halving_period", project.halving_period)?;
        project.policy.check().at("policy")?;
        Execution::new(project.price_usd, &project.costs).at("costs")?;
        let step = project.period_days.get() * MS_PER_DAY as f64;
        let end = |period: u32| {
            #[expect(clippy::cast_possible_truncation, reason = "at most 1e6 days in 1200 periods")]
            let passed = (f64::from(period) * step).round_ties_even() as i64;
            Timestamp::from_ms(project.start_ms.to_ms() + passed).at("period_days")
        };
        let times = (1..=project.periods).map(end).collect::<Result<Vec<_>, _>>()?;
        #[expect(clippy::cast_possible_truncation, reason = "a cost of power, and a factor")]
        let power = Cash::from_micros((project.power_usd.to_micros() as f64 * power).round_ties_even() as i64)
            .at("power_usd")?;
        let (mut due, mut payments, mut paid) = (Vec::new(), Vec::new(), Vec::new());
        for (period, time) in (1..=project.periods).zip(&times) {
            paid.push(due.len());
            let loan = if project.loan_due_period == Some(period) { project.loan_usd } else { Cash::ZERO };
            let sum = i128::from(power.to_micros())
                + i128::from(project.other_usd.to_micros())
                + i128::from(loan.to_micros());
            let sum = Cash::from_wide(sum).at("power_usd")?;
            payments.push(sum.to_micros());
            if sum > Cash::ZERO {
                due.push(Payment::new(*time, sum));
            }
        }
        let is_repaid = project.loan_due_period.is_some_and(|due| due <= project.periods);
        let subsidy = |period: u32| if project.halving_period.is_some_and(|from| period >= from) { 0.5 } else { 1.0 };
        let mined = (1..=project.periods).map(|period| project.mined_sat.to_sat() as f64 * subsidy(period)).collect();
        let cost = project.cost_usd.or((project.coins_sat == Amount::ZERO).then_some(Cash::ZERO));
        Ok(Self {
            costs: project.costs,
            policy: project.policy.clone(),
            memories: project.policy.open().memories,
            schedule: Schedule::new(&due)?,
            times,
            payments,
            paid,
            mined,
            owed: if is_repaid { 0 } else { project.loan_usd.to_micros() },
            signals: Signals::default(),
            start: Account {
                coins: project.coins_sat.to_sat().cast_signed(),
                cash: project.cash_usd.to_micros(),
                cost: cost.map(Cash::to_micros),
            },
            price: project.price_usd.get(),
            years: project.period_days.get() / 365.0,
        })
    }

    /// Number of periods.
    pub(super) fn periods(&self) -> usize {
        self.times.len()
    }

    /// The memories of a policy that has decided nothing.
    pub(super) fn memories(&self) -> Vec<Memory> {
        self.memories.clone()
    }

    /// End of a period.
    pub(super) fn time(&self, period: usize) -> Timestamp {
        self.times[period]
    }

    pub(super) fn start(&self) -> Account {
        self.start
    }

    /// Equity if the last period ended here, in millionths of a dollar: coins and cash less the loan that is still owed then.
    pub(super) fn equity(&self, point: &Point) -> f64 {
        point.account.worth(per_sat(point.price)) - self.owed as f64
    }

    /// Goes through the periods of one path: `world` says price and difficulty, as a multiple of the start's, in each.
    pub(super) fn walk(
        &self,
        memories: &mut [Memory],
        mut world: impl FnMut(usize) -> [f64; 2],
        mut each: impl FnMut(usize, Point),
    ) -> Result<(), Stop> {
        memories.clone_from_slice(&self.memories);
        let mut account = self.start;
        for (period, time) in self.times.iter().enumerate() {
            let [price, difficulty] = world(period);
            let price = price_micros(Price::new(price).map_err(|_| Stop::TooLarge)?);
            let execution = Execution::at_micros(price, &self.costs).map_err(|_| Stop::TooLarge)?;
            let mined = self.mined[period] / difficulty;
            if mined > Amount::MAX.to_sat() as f64 - account.coins as f64 {
                return Err(Stop::TooLarge);
            }
            #[expect(clippy::cast_possible_truncation, reason = "at most 2.1e15, and rounded down")]
            let mined = mined as i64;
            account.receive(mined, &execution);
            account.check(per_sat(price))?;
            let view = View {
                time: *time,
                execution: &execution,
                coins: account.coins,
                cash: account.cash,
                cost: account.cost,
                due: self.schedule.from(self.paid[period]),
                signals: &self.signals,
            };
            let step = self.policy.order(memories, &view);
            if step.hedge.is_some_and(|hedge| hedge != 0) {
                return Err(Stop::Hedge);
            }
            account.trade(step.sell, &execution)?;
            account.cash -= self.payments[period];
            let flow = execution.value(mined) - self.payments[period];
            each(period, Point { account, price, flow, sold: step.sell });
        }
        Ok(())
    }
}
