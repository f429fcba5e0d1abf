//! Journal: each event of a ledger as debits and credits that balance exactly.
//!
//! An entry is the change of the ledger's sums that the event made:
//!
//! ```text
//! debit   cash, bitcoin at cost, fair value adjustment, realised losses, expenses
//! credit  debt, contributions, income, realised gains, unrealised gains and losses
//! ```
//!
//! each on its side where it grew and on the other where it fell. The identity of the ledger,
//! `cash + cost - debt = contributions + realised + income - expenses`, makes the two sides equal. Where the coins are carried at fair value
//! (FASB ASC 350-60), each observed price adjusts them: `adjustment = market value - cost`, against unrealised gains and losses.

use hashinsight_units::{At, Currency, Decimal, Error, Order, Record, Timestamp};

use super::{Basis, Entry, Event, Fiat, Ledger, LedgerPolicy};

/// Inputs of [`journal`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct JournalRequest {
    /// Rules of the ledger.
    pub policy: LedgerPolicy,
    /// Events, oldest first.
    pub events: Vec<Event>,
    /// Cost of the coins that counts.
    #[record(default = Basis::Book)]
    pub basis: Basis,
    /// Whether each observed price adjusts the coins to their fair value; otherwise they stay at cost.
    #[record(default = false)]
    pub at_fair_value: bool,
}

/// Result of [`journal`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct JournalReport {
    /// Currency of all money.
    pub currency: Currency,
    /// Entries of the events that changed anything, in order.
    pub entries: Vec<JournalEntry>,
    /// Balance of each account after all entries, debits above 0 and credits below: a trial balance, whose sum is 0.
    pub balances: Vec<AccountBalance>,
}

/// Debits and credits of one event, which are equal.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct JournalEntry {
    /// Number of the event, counted from 0.
    pub event: u64,
    /// Instant of the event, in Unix milliseconds UTC.
    pub time_ms: Timestamp,
    /// Lines, debits first.
    pub lines: Vec<JournalLine>,
}

/// One side of an account.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct JournalLine {
    /// Account that the line is about.
    pub account: Account,
    /// Debit, in the currency of the ledger; 0 for a credit.
    pub debit: Decimal,
    /// Credit, in the currency of the ledger; 0 for a debit.
    pub credit: Decimal,
}

/// Balance of an account.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AccountBalance {
    /// Account that the balance is about.
    pub account: Account,
    /// Debits less credits, in the currency of the ledger.
    pub balance: Decimal,
}

/// Account of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Account {
    /// Cash.
    Cash,
    /// Coins at their cost.
    BitcoinAtCost,
    /// Fair value of the coins at the last observed price, less their cost then.
    FairValueAdjustment,
    /// Debt, without interest.
    Debt,
    /// Contributions of the owner less withdrawals.
    Contributions,
    /// Coins received as income, and income in cash.
    Income,
    /// Gains of disposals that gained.
    RealisedGains,
    /// Losses of disposals that lost.
    RealisedLosses,
    /// Changes of the fair value of coins that are held.
    UnrealisedGains,
    /// Running costs, interest, fees that are expenses, and coins that left at their cost.
    Expenses,
}

const ACCOUNTS: [Account; 10] = [
    Account::Cash,
    Account::BitcoinAtCost,
    Account::FairValueAdjustment,
    Account::Debt,
    Account::Contributions,
    Account::Income,
    Account::RealisedGains,
    Account::RealisedLosses,
    Account::UnrealisedGains,
    Account::Expenses,
];

/// Balances of all accounts, debits above 0.
fn balances(ledger: &Ledger, basis: Basis, adjustment: Fiat) -> [Fiat; 10] {
    let totals = ledger.totals(basis);
    [
        totals.cash,
        totals.cost,
        adjustment,
        -totals.debt,
        -totals.contributions,
        -totals.income,
        -totals.realised_gains,
        totals.realised_losses,
        -adjustment,
        totals.expenses,
    ]
}

/// The events of a ledger as journal entries, each balanced exactly, and the trial balance that they lead to.
///
/// ```
/// use hashinsight_treasury::ledger::{Account, Entry, Event, JournalRequest, LedgerPolicy, Method, Receipt, journal};
/// use hashinsight_units::{Currency, Timestamp};
/// let mined = Entry::Mine(Receipt::new("0.05 BTC".parse()?, "3100 USD".parse()?));
/// let events = vec![Event::new(Timestamp::from_s(1_714_521_600)?, mined)];
/// let report = journal(&JournalRequest::new(LedgerPolicy::new(Currency::USD, Method::Fifo), events))?;
/// let lines: Vec<_> = report.entries[0].lines.iter().map(|line| (line.account, line.debit.to_string(), line.credit.to_string())).collect();
/// assert_eq!(lines, [(Account::BitcoinAtCost, "3100".into(), "0".into()), (Account::Income, "0".into(), "3100".into())]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`Ledger::new`], at `policy`, and [`Ledger::apply`], at `events[17]`.
pub fn journal(request: &JournalRequest) -> Result<JournalReport, Error> {
    let basis = request.basis;
    let mut ledger = Ledger::new(request.policy.clone()).at("policy")?;
    let (mut matches, mut adjustment) = (Vec::new(), Fiat::ZERO);
    let mut before = balances(&ledger, basis, adjustment);
    let mut entries = Vec::new();
    for (index, event) in request.events.iter().enumerate() {
        matches.clear();
        ledger.apply_to(event, &mut matches).index(index).at("events")?;
        if request.at_fair_value && matches!(event.entry, Entry::Mark(_)) {
            adjustment = ledger.unrealised(basis).unwrap_or(Fiat::ZERO);
        }
        let after = balances(&ledger, basis, adjustment);
        let changes = ACCOUNTS.into_iter().zip(before.iter().zip(&after).map(|(before, after)| *after - *before));
        let mut lines: Vec<JournalLine> = changes
            .filter(|(_, change)| *change != Fiat::ZERO)
            .map(|(account, change)| line(account, change))
            .collect();
        lines.order_by_key(|line| line.debit.is_zero());
        if !lines.is_empty() {
            entries.push(JournalEntry { event: index as u64, time_ms: event.time_ms, lines });
        }
        before = after;
    }
    let balance = |(account, balance): (Account, &Fiat)| AccountBalance { account, balance: balance.to_decimal() };
    let balances = ACCOUNTS.into_iter().zip(&before).map(balance).collect();
    Ok(JournalReport { currency: request.policy.currency, entries, balances })
}

fn line(account: Account, change: Fiat) -> JournalLine {
    let (debit, credit) = if change > Fiat::ZERO { (change, Fiat::ZERO) } else { (Fiat::ZERO, -change) };
    JournalLine { account, debit: debit.to_decimal(), credit: credit.to_decimal() }
}
