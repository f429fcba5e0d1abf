//! One walk over the bars.

use multiversion::multiversion;

use super::account::{Account, Stop};
use super::setup::Course;
use crate::policy::{Memory, Policy, View};

/// Why a run has no performance whose cash fell below 0: nobody lent what was missing, and an overdraft for nothing would be a gain.
pub(super) const UNMET: &str = "a payment was not met: cash fell below 0";

/// What happened at the close of a bar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Close {
    /// Satoshis sold; below 0: bought.
    pub(super) sold: i64,
    /// Cash that the trade brought, in millionths of a dollar.
    pub(super) change: i64,
    /// Satoshis held short in futures until the next close.
    pub(super) short: i64,
    /// Cash that futures brought after their costs, in millionths of a dollar.
    pub(super) futures: i64,
    /// The account after everything.
    pub(super) account: Account,
}

/// What is ordered at a close.
#[derive(Clone, Copy, Debug)]
pub(super) struct Order {
    /// Satoshis to sell; below 0: to buy.
    pub(super) sell: i64,
    /// Satoshis to hold short in futures.
    pub(super) short: i64,
}

impl Order {
    /// A sale, and no future.
    pub(super) const fn sale(sell: i64) -> Self {
        Self { sell, short: 0 }
    }
}

/// Goes over the bars: mined coins arrive and a future is settled, `order` says what to trade, payments are made, `each` sees the close.
pub(super) fn walk(
    course: &Course,
    mut order: impl FnMut(usize, &Account) -> Result<Order, Stop>,
    mut each: impl FnMut(usize, Close),
) -> Result<Account, (usize, Stop)> {
    let (mut account, mut short) = (course.start, 0);
    for (row, execution) in course.executions.iter().enumerate() {
        account.receive(course.mined[row], execution);
        let mut close = || {
            let settled = if short == 0 { 0 } else { account.settle(short, course.future(row - 1)?, execution)? };
            account.check(course.per_sat[row])?;
            let ordered = order(row, &account)?;
            let change = account.trade(ordered.sell, execution)?;
            let futures = settled - account.change_short(ordered.short - short, execution);
            short = ordered.short;
            if short != 0 {
                course.future(row)?;
            }
            account.cash -= course.expenses[row];
            Ok(Close { sold: ordered.sell, change, short, futures, account })
        };
        each(row, close().map_err(|stop| (row, stop))?);
    }
    Ok(account)
}

/// How a policy orders at each close.
pub(super) fn orders<'a>(
    course: &'a Course,
    policy: &'a Policy,
    memories: &'a mut [Memory],
) -> impl FnMut(usize, &Account) -> Result<Order, Stop> + 'a {
    move |row, account| {
        let paid = if row == 0 { 0 } else { course.paid[row - 1] };
        let view = View {
            time: course.times[row],
            execution: &course.executions[row],
            coins: account.coins,
            cash: account.cash,
            cost: account.cost,
            due: course.schedule.from(paid),
            signals: &course.signals[row],
        };
        let step = policy.order(memories, &view);
        Ok(Order { sell: step.sell, short: step.hedge.unwrap_or(0) })
    }
}

/// Returns of a run from close to close, flows adjusted: mined coins and payments are no returns.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct FlowReturns {
    /// Worth at each close in millionths of a dollar; that of the first is before its trade, whose costs are part of the first return.
    worth: Vec<f64>,
    pub(super) usd: Vec<f64>,
    /// The first close at which nothing, or less, was left to return.
    pub(super) ruined: Option<usize>,
}

impl FlowReturns {
    /// Of a run over these bars, to be taken.
    pub(super) fn begin(&mut self, course: &Course) {
        self.worth.clear();
        self.worth.resize(course.bars(), 0.0);
    }

    /// Takes a close.
    #[inline]
    pub(super) fn take(&mut self, course: &Course, row: usize, close: &Close) {
        let per_sat = course.per_sat[row];
        let worth = close.account.worth(per_sat);
        // Before the first trade: the coins come back, and their proceeds go.
        let traded = if row == 0 { close.sold as f64 * per_sat - (close.change + close.futures) as f64 } else { 0.0 };
        self.worth[row] = worth + traded;
    }

    /// Makes the returns of the closes taken.
    pub(super) fn finish(&mut self, course: &Course) {
        let Self { worth, usd, ruined } = self;
        *ruined = worth.iter().position(|worth| *worth <= 0.0);
        let last = ruined.unwrap_or(worth.len() - 1);
        usd.clear();
        usd.resize(last, 0.0);
        adjust(usd, worth, &worth[1..], &course.flows[1..]);
    }

    /// The same returns counted in bitcoin at the closing prices.
    pub(super) fn btc(&self, course: &Course) -> Vec<f64> {
        let price = |row: usize| course.executions[row].price() as f64;
        self.usd.iter().enumerate().map(|(row, r)| (1.0 + r) * price(row) / price(row + 1) - 1.0).collect()
    }
}

/// `(worth - flow) / worth before - 1`.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn adjust(returns: &mut [f64], before: &[f64], worth: &[f64], flows: &[f64]) {
    for (((r, before), worth), flow) in returns.iter_mut().zip(before).zip(worth).zip(flows) {
        *r = (worth - flow) / before - 1.0;
    }
}
