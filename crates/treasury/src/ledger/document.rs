//! Documents of the ledger: events and a policy in, what follows from them out.

use hashinsight_market::LedgerRow;
use hashinsight_units::{Amount, At, Currency, Date, Decimal, Error, Record, SignedAmount, Timestamp};

use super::{Basis, Disposal, Event, Ledger, LedgerPolicy, Lot, Match, RollForward, Statement, Totals, events};

/// Inputs of `ledger`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LedgerRequest {
    /// Rules of the ledger.
    pub policy: LedgerPolicy,
    /// Events, oldest first.
    pub events: Vec<Event>,
}

/// Result of `ledger`.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LedgerReport {
    /// Currency of all money.
    pub currency: Currency,
    /// Coins of all wallets, in satoshis.
    pub balance_sat: Amount,
    /// Cash.
    pub cash: Decimal,
    /// Debt, without interest.
    pub debt: Decimal,
    /// Coins of each wallet that had any.
    pub wallets: Vec<WalletBalance>,
    /// Lots that are held, in the order in which they leave.
    pub lots: Vec<LotLine>,
    /// Disposals, one line per lot or rule that they were matched with.
    pub disposals: Vec<Disposal>,
    /// Sums at the basis for tax.
    pub tax: TotalsLine,
    /// Sums at the basis of the books.
    pub book: TotalsLine,
    /// Value of the coins at the last observed price. Absent: no price was observed.
    pub market: Option<Market>,
}

/// Coins of a wallet.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct WalletBalance {
    /// Number of the wallet.
    pub wallet: u32,
    /// Coins of the wallet, in satoshis; negative where the policy lets it fall below zero.
    pub amount_sat: SignedAmount,
}

/// Coins of a lot that are still held.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LotLine {
    /// Number of the event that brought the coins, counted from 0. Absent: an average, or the section 104 pool.
    pub lot: Option<u64>,
    /// Number of the wallet whose pool holds the coins. Absent: all wallets are one pool.
    pub wallet: Option<u32>,
    /// Civil day of the acquisition. Absent: various.
    pub acquired_date: Option<Date>,
    /// Coins that are held, in satoshis.
    pub amount_sat: Amount,
    /// Cost of the coins for tax, in the currency of the ledger.
    pub cost: Decimal,
    /// Cost of the coins in the books, in the currency of the ledger.
    pub book_cost: Decimal,
}

/// Sums of a ledger at one basis, in its currency: `cash + cost - debt = contributions + realised + income - expenses`.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TotalsLine {
    /// Cost of the coins that are held.
    pub cost: Decimal,
    /// Owner's contributions less withdrawals; coins at their cost.
    pub contributions: Decimal,
    /// Gains of the disposals that gained.
    pub realised_gains: Decimal,
    /// Losses of the disposals that lost, positive.
    pub realised_losses: Decimal,
    /// Realised gain of all disposals.
    pub realised: Decimal,
    /// Income in coins and cash.
    pub income: Decimal,
    /// Expenses: running costs, interest, fees that are expenses, and coins that left at their cost.
    pub expenses: Decimal,
}

/// Value of the coins at an observed price, in the currency of the ledger.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Market {
    /// Price of one bitcoin.
    pub price: Decimal,
    /// Instant of the price, in Unix milliseconds UTC.
    pub price_time_ms: Timestamp,
    /// Value of all coins, rounded half to even at 12 decimal places.
    pub market_value: Decimal,
    /// Value of all coins less their cost for tax.
    pub unrealised_tax: Decimal,
    /// Value of all coins less their cost in the books.
    pub unrealised_book: Decimal,
    /// Cash and value of all coins, less debt.
    pub equity: Decimal,
}

/// Inputs of `roll_forward`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RollForwardRequest {
    /// Rules of the ledger.
    pub policy: LedgerPolicy,
    /// Events, oldest first; a mark before each end of the period at which there are coins.
    pub events: Vec<Event>,
    /// Beginning of the period, in Unix milliseconds UTC: events from then on belong to it.
    #[record(example = 1_704_067_200_000)]
    pub begin_ms: Timestamp,
    /// End of the period, in Unix milliseconds UTC: events from then on are left out.
    #[record(example = 1_735_689_600_000)]
    pub end_ms: Timestamp,
}

/// Inputs of `statement_events`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct StatementRequest {
    /// Rules of the ledger that takes the events: its currency is the cash of the statements.
    pub policy: LedgerPolicy,
    /// Lines of account statements, in any order.
    pub rows: Vec<LedgerRow>,
}

/// The ledger of a history: balances, lots, disposals and sums.
///
/// ```
/// use hashinsight_treasury::ledger::{Entry, Event, LedgerPolicy, LedgerRequest, Method, Receipt, ledger};
/// use hashinsight_units::{Currency, Timestamp};
/// let mined = Receipt::new("0.05 BTC".parse()?, "3100 USD".parse()?).book_value("2400 USD".parse()?);
/// let event = Event::new(Timestamp::from_s(1_714_521_600)?, Entry::Mine(mined));
/// let report = ledger(&LedgerRequest::new(LedgerPolicy::new(Currency::USD, Method::Fifo), vec![event]))?;
/// assert_eq!((report.tax.income.to_string(), report.book.cost.to_string()), ("3100".to_owned(), "2400".to_owned()));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`Ledger::new`], at `policy`, and [`Ledger::apply`], at `events[17]`.
pub fn ledger(request: &LedgerRequest) -> Result<LedgerReport, Error> {
    let (ledger, matches) = replay(&request.policy, &request.events)?;
    let mut disposals: Vec<Disposal> = matches.iter().map(|found| found.line(ledger.policy())).collect();
    disposals.extend(ledger.united_kingdom_disposals());
    let lot = |lot: Lot| LotLine {
        lot: lot.lot,
        wallet: lot.wallet,
        acquired_date: lot.acquired.map(|time| ledger.policy().zone.date(time)),
        amount_sat: lot.amount,
        cost: lot.cost.to_decimal(),
        book_cost: lot.book_cost.to_decimal(),
    };
    Ok(LedgerReport {
        currency: ledger.policy().currency,
        balance_sat: ledger.balance(),
        cash: ledger.cash().to_decimal(),
        debt: ledger.debt().to_decimal(),
        wallets: ledger.wallets().map(|(wallet, amount_sat)| WalletBalance { wallet, amount_sat }).collect(),
        lots: ledger.lots().into_iter().map(lot).collect(),
        disposals,
        tax: TotalsLine::of(&ledger.totals(Basis::Tax)),
        book: TotalsLine::of(&ledger.totals(Basis::Book)),
        market: Market::of(&ledger),
    })
}

/// The roll-forward of the coins' fair value over a period, see [`RollForward`].
///
/// ```
/// use hashinsight_treasury::ledger::{Entry, Event, LedgerPolicy, Mark, Method, Receipt, RollForwardRequest, roll_forward};
/// use hashinsight_units::{Currency, Timestamp};
/// let day = |day: i64| Timestamp::from_s(1_704_067_200 + day * 86_400);
/// let events = vec![
///     Event::new(day(1)?, Entry::Mine(Receipt::new("1 BTC".parse()?, "44000 USD".parse()?))),
///     Event::new(day(30)?, Entry::Mark(Mark::new("43000 USD".parse()?))),
/// ];
/// let policy = LedgerPolicy::new(Currency::USD, Method::Fifo);
/// let month = roll_forward(&RollForwardRequest::new(policy, events, day(0)?, day(31)?))?;
/// assert_eq!((month.mining_receipts.to_string(), month.losses.to_string()), ("44000".to_owned(), "1000".to_owned()));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`ledger`] and [`RollForward::between`]; `treasury.end_ms.out_of_range` before the beginning.
pub fn roll_forward(request: &RollForwardRequest) -> Result<RollForward, Error> {
    let RollForwardRequest { policy, events, begin_ms, end_ms } = request;
    if end_ms < begin_ms {
        return Err(super::checks::refuse(
            "end_ms",
            end_ms.to_ms(),
            format!("at least begin_ms, {}", begin_ms.to_ms()),
        ));
    }
    let mut ledger = Ledger::new(policy.clone()).at("policy")?;
    let (mut opening, mut matches) = (None, Vec::new());
    for (index, event) in events.iter().enumerate().take_while(|(_, event)| event.time_ms < *end_ms) {
        if event.time_ms >= *begin_ms && opening.is_none() {
            opening = Some(ledger.clone());
        }
        ledger.apply_to(event, &mut matches).index(index).at("events")?;
    }
    RollForward::between(opening.as_ref().unwrap_or(&ledger), &ledger)
}

/// Events out of account statements, and the lines that led to none, see [`events`].
///
/// # Errors
/// As [`events`].
pub fn statement_events(request: &StatementRequest) -> Result<Statement, Error> {
    events(&request.rows, &request.policy)
}

pub(super) fn replay(policy: &LedgerPolicy, events: &[Event]) -> Result<(Ledger, Vec<Match>), Error> {
    Ledger::new(policy.clone()).at("policy")?;
    Ledger::replay(policy.clone(), events)
}

impl TotalsLine {
    fn of(totals: &Totals) -> Self {
        Self {
            cost: totals.cost.to_decimal(),
            contributions: totals.contributions.to_decimal(),
            realised_gains: totals.realised_gains.to_decimal(),
            realised_losses: totals.realised_losses.to_decimal(),
            realised: totals.realised().to_decimal(),
            income: totals.income.to_decimal(),
            expenses: totals.expenses.to_decimal(),
        }
    }
}

impl Market {
    fn of(ledger: &Ledger) -> Option<Self> {
        let (price_time_ms, price) = ledger.mark()?;
        Some(Self {
            price: price.to_decimal(),
            price_time_ms,
            market_value: ledger.market_value()?.to_decimal(),
            unrealised_tax: ledger.unrealised(Basis::Tax)?.to_decimal(),
            unrealised_book: ledger.unrealised(Basis::Book)?.to_decimal(),
            equity: ledger.equity()?.to_decimal(),
        })
    }
}
