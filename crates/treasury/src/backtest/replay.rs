//! A run once more, through the exact ledger: lots, disposals and gains.

use hashinsight_units::{Amount, Currency, Decimal, Error, Money, Record, Timestamp};

use super::setup::Course;
use super::walk::Close;
use crate::ledger::{
    Basis, Cash, Contribution, Disposal, Entry, Event, Ledger, LedgerPolicy, Mark, Method, Purchase, Receipt, Sale,
    Shortfall,
};

/// Coins of one lot that are held at the end of a run.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HeldLot {
    /// Instant of acquisition, in Unix milliseconds UTC. Absent: an average.
    pub acquired_ms: Option<Timestamp>,
    /// Coins of the lot that are held, in satoshis.
    pub amount_sat: Amount,
    /// Cost of the coins held, in USD.
    pub cost_usd: Decimal,
}

/// What the exact ledger says of a run.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LedgerAnswer {
    /// Number of events that the run amounts to.
    pub events: u64,
    /// Coins at the end, in satoshis.
    pub coins_sat: Amount,
    /// Cash at the end, in USD.
    pub cash_usd: Decimal,
    /// Cost of the coins at the end, in USD.
    pub cost_usd: Decimal,
    /// Gain of all disposals, in USD.
    pub realised_usd: Decimal,
    /// Value of the coins at the last close less their cost, in USD.
    pub unrealised_usd: Decimal,
    /// Value of the mined coins at receipt, and cash that futures brought where they did, in USD.
    pub income_usd: Decimal,
    /// Payments made, and cash that futures cost where they did, in USD.
    pub expenses_usd: Decimal,
    /// Lots that are held, in the order in which they leave.
    pub lots: Vec<HeldLot>,
    /// Disposals, a line for each lot that they took.
    pub disposals: Vec<Disposal>,
}

/// The events of a run: what is held at the start is put in by the owner at the first close.
pub(super) fn events(course: &Course, closes: &[Close]) -> Result<Vec<Event>, Error> {
    let mut events = Vec::new();
    let start = course.start;
    let mut add = |row: usize, entry: Entry| events.push(Event::new(course.times[row], entry));
    let coins = |sat: i64| Amount::from_signed_sat(sat);
    if start.coins > 0 {
        let cost = start.cost.unwrap_or_else(|| course.executions[0].value(start.coins));
        add(0, Entry::Contribute(Contribution::new(coins(start.coins)?, usd(cost))));
    }
    if start.cash > 0 {
        add(0, Entry::Deposit(Cash::new(usd(start.cash))));
    }
    for (row, close) in closes.iter().enumerate() {
        let execution = &course.executions[row];
        let mined = course.mined[row];
        if mined > 0 {
            add(row, Entry::Mine(Receipt::new(coins(mined)?, usd(execution.value(mined)))));
        }
        // Cash of futures is earned with something other than coins, or spent.
        match close.futures {
            1.. => add(row, Entry::Income(Cash::new(usd(close.futures)))),
            0 => {}
            ..=-1 => add(row, Entry::Opex(Cash::new(usd(-close.futures)))),
        }
        let value = execution.value(close.sold.abs());
        if close.sold > 0 {
            let sale = Sale::new(coins(close.sold)?, usd(value));
            add(row, Entry::Sell(sale.fee(usd(value - close.change))));
        } else if close.sold < 0 {
            let purchase = Purchase::new(coins(-close.sold)?, usd(value));
            add(row, Entry::Buy(purchase.fee(usd(-close.change - value))));
        }
        if course.expenses[row] > 0 {
            add(row, Entry::Opex(Cash::new(usd(course.expenses[row]))));
        }
    }
    let last = closes.len() - 1;
    add(last, Entry::Mark(Mark::new(usd(course.executions[last].price()))));
    Ok(events)
}

/// Replays a run.
pub(super) fn replay(course: &Course, closes: &[Close], method: Method) -> Result<LedgerAnswer, Error> {
    // A payment that cash does not meet is a shortfall of the run, told in its report, and not an error of its ledger.
    let policy = LedgerPolicy::new(Currency::USD, method).cash_below_zero(Shortfall::Allow);
    let (ledger, matches) = Ledger::replay(policy, &events(course, closes)?)?;
    let totals = ledger.totals(Basis::Tax);
    let disposals = match method {
        Method::UnitedKingdom => ledger.united_kingdom_disposals(),
        _ => matches.iter().map(|part| part.line(ledger.policy())).collect(),
    };
    let value = ledger.market_value().unwrap_or_default();
    let held = ledger.lots().into_iter().map(|lot| HeldLot {
        acquired_ms: lot.acquired,
        amount_sat: lot.amount,
        cost_usd: lot.cost.to_decimal(),
    });
    Ok(LedgerAnswer {
        events: ledger.events(),
        coins_sat: ledger.balance(),
        cash_usd: ledger.cash().to_decimal(),
        cost_usd: totals.cost.to_decimal(),
        realised_usd: totals.realised().to_decimal(),
        unrealised_usd: (value - totals.cost).to_decimal(),
        income_usd: totals.income.to_decimal(),
        expenses_usd: totals.expenses.to_decimal(),
        lots: held.collect(),
        disposals,
    })
}

/// Booked dollars of millionths.
fn usd(micros: i64) -> Money {
    Money::new(Decimal::new(micros, 6).normalize(), Currency::USD)
}
