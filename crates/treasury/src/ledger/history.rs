//! Long histories by the column: one row per event, one answer per row.

use hashinsight_units::columns::{Columns, Row, Table};
use hashinsight_units::{Amount, At, Decimal, Error, Fault, Money, Problem, Record, Timestamp};

use super::checks::{problem, refuse};
use super::{
    Cash, Contribution, Entry, Event, FeePaid, Fiat, Ledger, LedgerPolicy, Loss, Mark, Method, Purchase, Receipt, Sale,
    Term, Transfer,
};

/// 10^-12 of a currency in a millionth of it.
const PER_MICRO: i128 = 1_000_000;

/// Parameters of `ledger_history`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HistoryParams {
    /// Rules of the ledger; a method that answers at once, so not that of the United Kingdom, and none that needs names.
    pub policy: LedgerPolicy,
}

/// Kind of the event of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum EventKind {
    /// Coins were bought for cash: `amount_sat`, `value_micro`, `fee_micro`, `fee_sat`, `wallet`.
    Buy,
    /// Coins were received as income: `amount_sat`, `value_micro`, `wallet`.
    Mine,
    /// Coins were sold for cash: `amount_sat`, `value_micro`, `fee_micro`, `fee_sat`, `wallet`.
    Sell,
    /// Coins moved between wallets: `amount_sat`, `fee_sat`, the fair value of that fee as `value_micro`, `wallet`, `to_wallet`.
    Transfer,
    /// A fee was paid by itself: `value_micro`, and `amount_sat` and `wallet` where it was paid in coins.
    Fee,
    /// Coins were lost: `amount_sat`, `wallet`.
    Lost,
    /// Cash was earned: `value_micro`.
    Income,
    /// Cash was spent on running costs: `value_micro`.
    Opex,
    /// Cash was borrowed: `value_micro`.
    Borrow,
    /// A debt was paid back: `value_micro`.
    Repay,
    /// Interest was paid: `value_micro`.
    Interest,
    /// The owner put in cash: `value_micro`.
    Deposit,
    /// The owner took out cash: `value_micro`.
    Withdraw,
    /// The owner put in coins: `amount_sat`, their cost as `value_micro`, `wallet`.
    Contribute,
    /// A price of one bitcoin was observed: `value_micro`.
    Mark,
}

/// One event. What its kind has no use for is 0.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = EventColumns)]
#[non_exhaustive]
pub struct EventRow {
    /// Instant of the event, in Unix milliseconds UTC; not before the row above.
    pub time_ms: Timestamp,
    /// Kind of the event.
    pub kind: EventKind,
    /// Coins, in satoshis.
    pub amount_sat: Amount,
    /// Money, in millionths of the currency of the policy.
    pub value_micro: i64,
    /// Fee in cash, in millionths of the currency of the policy.
    pub fee_micro: i64,
    /// Fee in coins, in satoshis.
    pub fee_sat: Amount,
    /// Number of the wallet.
    pub wallet: u32,
    /// Number of the wallet that receives a transfer.
    pub to_wallet: u32,
}

/// What one event did. Shares of cost and proceeds are rounded so that every sum from the first row on is within half a millionth.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = HistoryTable)]
#[non_exhaustive]
pub struct HistoryLine {
    /// Proceeds of the coins that the event disposed of, in millionths of the currency.
    pub proceeds_micro: i64,
    /// Cost for tax of the coins that the event disposed of or wrote off, in millionths of the currency.
    pub cost_micro: i64,
    /// Gain for tax, proceeds less cost, in millionths of the currency.
    pub gain_micro: i64,
    /// Part of the gain that is long-term, in millionths of the currency.
    pub long_term_gain_micro: i64,
    /// Coins of all wallets after the event, in satoshis.
    pub balance_sat: Amount,
    /// Cash after the event, in millionths of the currency.
    pub cash_micro: i64,
}

/// Money so far, handed out in millionths.
#[derive(Clone, Copy, Debug, Default)]
struct Running {
    exact: Fiat,
    told: i64,
}

impl Running {
    /// The millionths that were not told yet, once more money has come: nothing that an `i64` cannot hold.
    fn add(&mut self, more: Fiat) -> Option<i64> {
        self.exact += more;
        let sum = micro(self.exact)?;
        let change = sum.checked_sub(self.told)?;
        self.told = sum;
        Some(change)
    }
}

/// Millionths, a tie to the even one.
fn micro(money: Fiat) -> Option<i64> {
    let (whole, rest) = (money.0.div_euclid(PER_MICRO), money.0.rem_euclid(PER_MICRO));
    let up = 2 * rest > PER_MICRO || (2 * rest == PER_MICRO && whole % 2 != 0);
    i64::try_from(whole + i128::from(up)).ok()
}

/// What each event of a long history did, by the column.
///
/// ```
/// use hashinsight_treasury::ledger::{EventColumns, EventKind, HistoryParams, LedgerPolicy, Method, Shortfall, ledger_history};
/// use hashinsight_units::Currency;
/// let policy = LedgerPolicy::new(Currency::USD, Method::Fifo).cash_below_zero(Shortfall::Allow);
/// let columns = EventColumns {
///     time_ms: &[1_704_067_200_000, 1_735_776_000_000],
///     kind: &[EventKind::Buy, EventKind::Sell],
///     amount_sat: &[100_000_000, 50_000_000],
///     value_micro: &[42_000_000_000, 48_000_000_000],
///     fee_micro: &[0, 0],
///     fee_sat: &[0, 0],
///     wallet: &[0, 0],
///     to_wallet: &[0, 0],
/// };
/// let table = ledger_history(&columns, &HistoryParams::new(policy))?;
/// assert_eq!((table.gain_micro[1], table.long_term_gain_micro[1]), (27_000_000_000, 27_000_000_000));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`Ledger::new`], at `policy`; `treasury.method.unsupported` for a method that does not answer at once; what [`Ledger::apply`] refuses, and what a kind
/// has no use for, at the column and the row: `value_micro[17]`; `treasury.<column>.length` where columns differ in length.
pub fn ledger_history(columns: &EventColumns<'_>, params: &HistoryParams) -> Result<HistoryTable, Error> {
    columns.check_lengths()?;
    let policy = &params.policy;
    if matches!(policy.method, Method::UnitedKingdom | Method::SpecificIdentification) {
        let allowed = "fifo, lifo, hifo, lofo or average: the others need a document of treasury.ledger";
        return Err(problem("method", Problem::Unsupported, "", allowed).at("policy"));
    }
    let mut ledger = Ledger::new(policy.clone()).at("policy")?;
    let mut table = HistoryTable::with_rows(0);
    let mut matches = Vec::new();
    let [mut proceeds, mut cost, mut written_off, mut long] = [(); 4].map(|()| Running::default());
    for row in 0..columns.len() {
        let event = EventRow::of(columns, row)?.event(policy).map_err(|error| in_column(columns, &error, row))?;
        matches.clear();
        ledger.apply_to(&event, &mut matches).map_err(|error| in_column(columns, &error, row))?;
        let sum = |of: fn(&super::Match) -> Fiat| matches.iter().map(of).sum::<Fiat>();
        let is_long = |found: &&super::Match| {
            let disposed = policy.zone.date(found.disposed);
            found.acquired.is_some_and(|time| policy.long_term.term(policy.zone.date(time), disposed) == Term::LongTerm)
        };
        let long_term = matches.iter().filter(is_long).map(super::Match::gain).sum::<Fiat>();
        let mut line = || {
            let (proceeds_micro, cost_micro) =
                (proceeds.add(sum(|found| found.proceeds))?, cost.add(sum(|found| found.cost))?);
            let no_loss = written_off.add(sum(|found| if found.is_written_off { found.cost } else { Fiat::ZERO }))?;
            Some(HistoryLine {
                proceeds_micro,
                cost_micro,
                gain_micro: proceeds_micro.checked_sub(cost_micro.checked_sub(no_loss)?)?,
                long_term_gain_micro: long.add(long_term)?,
                balance_sat: ledger.balance(),
                cash_micro: micro(ledger.cash())?,
            })
        };
        let told = line().ok_or_else(|| {
            refuse("value_micro", columns.value_micro[row], "sums below 9.2 * 10^12 of the currency").in_row(row)
        })?;
        table.push(told);
    }
    Ok(table)
}

/// A refusal of the event, as one of its column: a ledger speaks of the currency, a column of millionths of it.
fn in_column(columns: &EventColumns<'_>, error: &Error, row: usize) -> Error {
    let fault = error.fault();
    let path = fault.path().as_str();
    let column = match path.rsplit('.').next().unwrap_or_default() {
        "value" | "price" | "cost" | "fee_value" => "value_micro",
        "fee" => "fee_micro",
        "from_wallet" => "wallet",
        other => other,
    };
    let subject = fault.code().rsplit_once('.').map_or("treasury.event", |(subject, _)| subject);
    let refused = Fault::new(subject, fault.problem()).at(column).in_row(row);
    let micro = match column {
        "value_micro" => columns.value_micro[row],
        "fee_micro" => columns.fee_micro[row],
        _ => return refused.got(fault.value()).allowed(fault.allowed_text()).into(),
    };
    let allowed = format!("{} (of the currency: the column counts its millionths)", fault.allowed_text());
    refused.got(micro).allowed(allowed).into()
}

impl EventRow {
    /// The event of the row, once it has nothing that its kind has no use for.
    fn event(&self, policy: &LedgerPolicy) -> Result<Event, Error> {
        use EventKind as Kind;
        let kind = self.kind;
        let is_trade = matches!(kind, Kind::Buy | Kind::Sell);
        let has_coins =
            is_trade || matches!(kind, Kind::Mine | Kind::Transfer | Kind::Fee | Kind::Lost | Kind::Contribute);
        let surplus = [
            ("amount_sat", !has_coins && self.amount_sat != Amount::ZERO),
            ("value_micro", kind == Kind::Lost && self.value_micro != 0),
            ("fee_micro", !is_trade && self.fee_micro != 0),
            ("fee_sat", !is_trade && kind != Kind::Transfer && self.fee_sat != Amount::ZERO),
            ("wallet", !has_coins && self.wallet != 0),
            ("to_wallet", kind != Kind::Transfer && self.to_wallet != 0),
        ];
        if let Some((column, _)) = surplus.into_iter().find(|(_, is_surplus)| *is_surplus) {
            return Err(problem(
                column,
                Problem::Unsupported,
                "a number",
                "0: an event of this kind has no use for it",
            ));
        }
        let money = |micro: i64| Money::new(Decimal::new(micro, 6), policy.currency);
        let (amount, wallet, value, cash) =
            (self.amount_sat, self.wallet, money(self.value_micro), Cash::new(money(self.value_micro)));
        let entry = match kind {
            Kind::Buy => {
                Entry::Buy(Purchase::new(amount, value).fee(money(self.fee_micro)).fee_sat(self.fee_sat).wallet(wallet))
            }
            Kind::Sell => {
                Entry::Sell(Sale::new(amount, value).fee(money(self.fee_micro)).fee_sat(self.fee_sat).wallet(wallet))
            }
            Kind::Mine => Entry::Mine(Receipt::new(amount, value).wallet(wallet)),
            Kind::Transfer => {
                Entry::Transfer(Transfer::new(amount, wallet, self.to_wallet).fee_sat(self.fee_sat).fee_value(value))
            }
            Kind::Fee => Entry::Fee(FeePaid::new(value).amount_sat(amount).wallet(wallet)),
            Kind::Lost => Entry::Lost(Loss::new(amount).wallet(wallet)),
            Kind::Contribute => Entry::Contribute(Contribution::new(amount, value).wallet(wallet)),
            Kind::Mark => Entry::Mark(Mark::new(value)),
            Kind::Income => Entry::Income(cash),
            Kind::Opex => Entry::Opex(cash),
            Kind::Borrow => Entry::Borrow(cash),
            Kind::Repay => Entry::Repay(cash),
            Kind::Interest => Entry::Interest(cash),
            Kind::Deposit => Entry::Deposit(cash),
            Kind::Withdraw => Entry::Withdraw(cash),
        };
        Ok(Event::new(self.time_ms, entry))
    }
}
