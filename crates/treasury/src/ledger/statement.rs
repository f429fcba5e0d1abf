//! Events out of the lines of account statements, and what they leave open.
//!
//! Lines of one source and one reference belong together. Two legs of a trade, coins against cash, are a purchase or a sale; coins that leave one
//! source and arrive at another under one reference are a transfer, where as many arrive as left, or the line does not tell its fee: then what is
//! missing is the fee. What a statement cannot know (where coins came from, what a reward was
//! worth) is left out and told, never guessed. A line that repeats another in every field is told and counts once: statements overlap, and
//! what exchanges write twice has two references.

use std::collections::{BTreeMap, BTreeSet};

use hashinsight_market::{LedgerRow, LedgerRowKind, Reference, Source};
use hashinsight_units::{Amount, At, Currency, Decimal, Error, Money, Order, Record, Timestamp};

use super::checks::refuse;
use super::{Cash, Entry, Event, FeePaid, Fiat, LedgerPolicy, Purchase, Receipt, Sale, Transfer};

/// Why a line led to no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum LeftOutReason {
    /// Its asset is neither bitcoin nor the currency of the policy.
    OtherAsset,
    /// Coins came in from outside: mined, bought, put in or one's own, the statement does not say.
    UnknownOrigin,
    /// Coins left for outside: spent, taken out or one's own, the statement does not say.
    UnknownDestination,
    /// Coins were received as income and the statement has no value for them in the currency of the policy.
    NoValue,
    /// A trade whose legs are not coins against cash.
    IncompleteTrade,
    /// The line says of itself nothing that a ledger knows.
    UnknownKind,
    /// Nothing came and nothing went.
    Nothing,
    /// A line before it is equal in every field: the same line from two statements that overlap.
    Repeated,
    /// Coins left and coins arrived under one reference, but not as many, which no fee that is told explains, or they arrived before they left.
    Mismatch,
    /// Its coins or its fee are no whole number of satoshis.
    PartOfSatoshi,
}

/// A line that led to no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LeftOut {
    /// Number of the line, counted from 0.
    pub row: u64,
    /// Reason why it led to no event.
    pub reason: LeftOutReason,
}

/// Events of account statements.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Statement {
    /// Events in order of time; of one instant, in the order of their first lines.
    pub events: Vec<Event>,
    /// Wallet of each source: its number is the place in this list.
    pub wallets: Vec<Source>,
    /// Lines that led to no event, in order.
    pub left_out: Vec<LeftOut>,
}

/// Events out of lines in any order.
///
/// Bitcoin is `BTC`, cash is the currency of the policy. A fee in the asset of its line goes with the event: that of a purchase and a sale into
/// the trade, that of a transfer into its fee, any other as an event of its own. Of lines that are equal in every field the first counts, and the
/// others are told as [`LeftOutReason::Repeated`]: two fills or payouts that are really equal need references of their own.
///
/// ```
/// use hashinsight_market::LedgerRow;
/// use hashinsight_treasury::ledger::{Entry, LedgerPolicy, Method, events};
/// use hashinsight_units::Currency;
/// let line = |kind: &str, asset: &str, amount: &str, fee: &str| -> LedgerRow {
///     let text = format!(
///         r#"{{"source":"kraken_spot","time_ms":1704067200000,"kind":"{kind}","asset":"{asset}","amount":"{amount}","fee":"{fee}","reference":"T1"}}"#
///     );
///     serde_json::from_str(&text).unwrap()
/// };
/// let legs = [line("trade", "USD", "-21000", "33.6"), line("trade", "BTC", "0.5", "0")];
/// let statement = events(&legs, &LedgerPolicy::new(Currency::USD, Method::Fifo))?;
/// let Entry::Buy(purchase) = &statement.events[0].entry else { panic!("a purchase") };
/// assert_eq!((purchase.value.to_string(), purchase.amount_sat.to_sat()), ("21000 USD".to_owned(), 50_000_000));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `units.amount.out_of_range` for more than 21 million BTC; `treasury.money.out_of_range` for money that a ledger does not hold: at
/// `rows[17].amount`.
pub fn events(rows: &[LedgerRow], policy: &LedgerPolicy) -> Result<Statement, Error> {
    let wallets: Vec<Source> = rows.iter().map(LedgerRow::source).collect::<BTreeSet<_>>().into_iter().collect();
    let mut reading = Reading { policy, wallets, events: Vec::new(), left_out: Vec::new() };
    let mut trades: BTreeMap<(Source, Reference), Vec<usize>> = BTreeMap::new();
    let mut arrivals: BTreeMap<Reference, Vec<usize>> = BTreeMap::new();
    let mut same: BTreeMap<(Source, Reference, Timestamp), Vec<usize>> = BTreeMap::new();
    let mut repeated = BTreeSet::new();
    for (index, row) in rows.iter().enumerate() {
        let before = same.entry((row.source(), row.reference(), row.time_ms())).or_default();
        if before.iter().any(|other| rows[*other] == *row) {
            repeated.insert(index);
            reading.leave_out(index, LeftOutReason::Repeated);
            continue;
        }
        before.push(index);
        if row.kind() == LedgerRowKind::Trade {
            trades.entry((row.source(), row.reference())).or_default().push(index);
        } else if row.kind() == LedgerRowKind::Deposit && is_bitcoin(row) {
            arrivals.entry(row.reference()).or_default().push(index);
        }
    }
    let mut arrived = BTreeSet::new();
    for (index, row) in rows.iter().enumerate().filter(|(index, _)| !repeated.contains(index)) {
        let trade = (row.kind() == LedgerRowKind::Trade).then(|| &trades[&(row.source(), row.reference())]);
        match trade {
            Some(legs) if legs[0] == index => reading.trade(rows, legs)?,
            Some(_) => {}
            None if row.kind() == LedgerRowKind::Withdrawal && is_bitcoin(row) => {
                let elsewhere = |other: &&usize| rows[**other].source() != row.source() && !arrived.contains(*other);
                let arrival = arrivals.get(&row.reference()).and_then(|all| all.iter().find(elsewhere)).copied();
                arrived.extend(arrival);
                reading.withdrawal(rows, index, arrival)?;
            }
            None if row.kind() == LedgerRowKind::Deposit && is_bitcoin(row) => {} // once all withdrawals are known
            None => reading.line(rows, index)?,
        }
    }
    for index in arrivals.into_values().flatten().filter(|index| !arrived.contains(index)) {
        reading.leave_out(index, LeftOutReason::UnknownOrigin);
    }
    let Reading { wallets, mut events, mut left_out, .. } = reading;
    events.order_by_key(|(row, event)| (event.time_ms, *row)); // stable: a fee stays behind its event
    left_out.order_by_key(|line| line.row);
    Ok(Statement { events: events.into_iter().map(|(_, event)| event).collect(), wallets, left_out })
}

fn is_bitcoin(row: &LedgerRow) -> bool {
    row.asset().as_str() == "BTC"
}

/// Coins of a field of a line, without their sign.
fn coins(btc: Decimal, field: &str, index: usize) -> Result<Amount, Error> {
    Amount::from_btc(btc.abs()).at(field).index(index).at("rows")
}

/// Amount and fee of a line in coins; nothing where they are no whole number of satoshis.
fn coins_of(row: &LedgerRow, index: usize) -> Result<Option<(Amount, Amount)>, Error> {
    let (amount, fee) = (row.amount(), row.fee().unwrap_or(Decimal::ZERO));
    if [amount, fee].iter().any(|btc| btc.normalize().scale() > 8) {
        return Ok(None);
    }
    Ok(Some((coins(amount, "amount", index)?, coins(fee, "fee", index)?)))
}

/// Money of a field of a line.
fn money(amount: Decimal, field: &str, index: usize) -> Result<Fiat, Error> {
    Fiat::from_decimal(amount).at(field).index(index).at("rows")
}

/// Amount and fee of one asset in a trade: satoshis, or 10^-12 of the currency. Each is far from what an `i128` holds.
#[derive(Clone, Copy, Debug, Default)]
struct Leg {
    amount: i128,
    fee: i128,
}

impl Leg {
    /// Coins of a sum, without its sign.
    fn coins(sum: i128, index: usize) -> Result<Amount, Error> {
        let sat = u64::try_from(sum.unsigned_abs()).unwrap_or(u64::MAX);
        Amount::from_sat(sat).at("amount").index(index).at("rows")
    }
}

struct Reading<'a> {
    policy: &'a LedgerPolicy,
    wallets: Vec<Source>,
    /// Events with the line that they begin at.
    events: Vec<(usize, Event)>,
    left_out: Vec<LeftOut>,
}

impl Reading<'_> {
    fn leave_out(&mut self, index: usize, reason: LeftOutReason) {
        self.left_out.push(LeftOut { row: index as u64, reason });
    }

    fn enter(&mut self, index: usize, time: Timestamp, entry: Entry) {
        self.events.push((index, Event::new(time, entry)));
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "fewer sources than lines that fit a memory, and each has 24 bytes"
    )]
    fn wallet(&self, source: Source) -> u32 {
        self.wallets.partition_point(|known| *known < source) as u32
    }

    fn cash(&self, amount: Decimal) -> Money {
        Money::new(amount.abs(), self.policy.currency)
    }

    /// Cash of a sum, without its sign.
    fn sum(&self, amount: i128, index: usize) -> Result<Money, Error> {
        let sum = Fiat(amount.abs());
        if sum > Fiat::MOST {
            let refused = refuse("amount", "a sum beyond 10^16", "legs of a trade of at most 10^16 together");
            return Err(refused).index(index).at("rows");
        }
        Ok(self.cash(sum.to_decimal()))
    }

    fn is_cash(&self, asset: Currency) -> bool {
        asset == self.policy.currency
    }

    /// All legs of one trade.
    fn trade(&mut self, rows: &[LedgerRow], legs: &[usize]) -> Result<(), Error> {
        let (mut bitcoin, mut cash, mut others) = (Leg::default(), Leg::default(), Vec::new());
        let mut split = Vec::new();
        for &index in legs {
            let row = &rows[index];
            if is_bitcoin(row) {
                let Some((amount, fee)) = coins_of(row, index)? else {
                    split.push(index);
                    continue;
                };
                let sat = i128::from(amount.to_sat());
                bitcoin.amount += if row.amount() < Decimal::ZERO { -sat } else { sat };
                bitcoin.fee += i128::from(fee.to_sat());
            } else if self.is_cash(row.asset()) {
                cash.amount += money(row.amount(), "amount", index)?.0;
                cash.fee += money(row.fee().unwrap_or(Decimal::ZERO), "fee", index)?.0;
            } else {
                others.push(index);
            }
        }
        let first = legs[0];
        let is_purchase = bitcoin.amount > 0 && cash.amount <= 0;
        let is_sale = bitcoin.amount < 0 && cash.amount >= 0;
        let is_priced = others.is_empty() || cash.amount != 0;
        if !(is_purchase || is_sale) || !is_priced || !split.is_empty() {
            for index in legs {
                self.leave_out(
                    *index,
                    match index {
                        _ if others.contains(index) => LeftOutReason::OtherAsset,
                        _ if split.contains(index) => LeftOutReason::PartOfSatoshi,
                        _ => LeftOutReason::IncompleteTrade,
                    },
                );
            }
            return Ok(());
        }
        for index in others {
            self.leave_out(index, LeftOutReason::OtherAsset);
        }
        let (amount, fee_sat) = (Leg::coins(bitcoin.amount, first)?, Leg::coins(bitcoin.fee, first)?);
        let wallet = self.wallet(rows[first].source());
        let (value, fee) = (self.sum(cash.amount, first)?, self.sum(cash.fee, first)?);
        let entry = if is_purchase {
            Entry::Buy(Purchase::new(amount, value).fee(fee).fee_sat(fee_sat).wallet(wallet))
        } else {
            Entry::Sell(Sale::new(amount, value).fee(fee).fee_sat(fee_sat).wallet(wallet))
        };
        self.enter(first, rows[first].time_ms(), entry);
        Ok(())
    }

    fn withdrawal(&mut self, rows: &[LedgerRow], index: usize, arrival: Option<usize>) -> Result<(), Error> {
        let row = &rows[index];
        let Some(arrival) = arrival else {
            self.leave_out(index, LeftOutReason::UnknownDestination);
            return Ok(());
        };
        let there = &rows[arrival];
        let sides = (coins_of(row, index)?, coins_of(there, arrival)?);
        let (Some((gone, gone_fee)), Some((come, come_fee))) = sides else {
            for (line, side) in [(index, sides.0), (arrival, sides.1)] {
                let is_split = side.is_none();
                self.leave_out(line, if is_split { LeftOutReason::PartOfSatoshi } else { LeftOutReason::Mismatch });
            }
            return Ok(());
        };
        // What did not arrive is the fee; more than was sent cannot arrive.
        let sent = gone.to_sat() + gone_fee.to_sat();
        let received = come.checked_sub(come_fee).filter(|received| received.to_sat() <= sent);
        let is_explained = (come == gone || row.fee().is_none()) && there.time_ms() >= row.time_ms();
        let Some(received) = received.filter(|_| is_explained) else {
            self.leave_out(index, LeftOutReason::Mismatch);
            self.leave_out(arrival, LeftOutReason::Mismatch);
            return Ok(());
        };
        let fee = Amount::from_sat(sent - received.to_sat()).at("fee").index(index).at("rows")?;
        let mut transfer = Transfer::new(received, self.wallet(row.source()), self.wallet(there.source())).fee_sat(fee);
        if let Some(value) =
            row.value().filter(|value| self.is_cash(value.currency()) && fee <= gone && gone > Amount::ZERO)
        {
            let value = money(value.amount(), "value", index)?.share(fee.to_sat(), gone.to_sat());
            transfer.fee_value = Some(self.cash(value.to_decimal()));
        }
        self.enter(index, row.time_ms(), Entry::Transfer(transfer));
        Ok(())
    }

    /// A line that stands for itself.
    fn line(&mut self, rows: &[LedgerRow], index: usize) -> Result<(), Error> {
        let row = &rows[index];
        let (amount, fee) = (row.amount(), row.fee().unwrap_or(Decimal::ZERO));
        if row.kind() == LedgerRowKind::Other {
            self.leave_out(index, LeftOutReason::UnknownKind);
            return Ok(());
        }
        if amount.is_zero() && fee.is_zero() {
            self.leave_out(index, LeftOutReason::Nothing);
            return Ok(());
        }
        if is_bitcoin(row) {
            return self.coins_line(row, index);
        }
        if !self.is_cash(row.asset()) {
            self.leave_out(index, LeftOutReason::OtherAsset);
            return Ok(());
        }
        let cash = Cash::new(self.cash(amount));
        if !amount.is_zero() {
            let entry = match row.kind() {
                LedgerRowKind::Deposit => Entry::Deposit(cash),
                LedgerRowKind::Withdrawal => Entry::Withdraw(cash),
                LedgerRowKind::Interest if amount < Decimal::ZERO => Entry::Interest(cash),
                LedgerRowKind::Fee => Entry::Fee(FeePaid::new(cash.value)),
                _ => Entry::Income(cash),
            };
            self.enter(index, row.time_ms(), entry);
        }
        if !fee.is_zero() {
            self.enter(index, row.time_ms(), Entry::Fee(FeePaid::new(self.cash(fee))));
        }
        Ok(())
    }

    /// Coins that came as income, or paid a fee.
    fn coins_line(&mut self, row: &LedgerRow, index: usize) -> Result<(), Error> {
        let Some((amount, fee)) = coins_of(row, index)? else {
            self.leave_out(index, LeftOutReason::PartOfSatoshi);
            return Ok(());
        };
        let value = row.value().filter(|value| self.is_cash(value.currency()) && fee < amount);
        let Some(value) = value else {
            self.leave_out(index, LeftOutReason::NoValue);
            return Ok(());
        };
        let value = money(value.amount(), "value", index)?;
        let part = |coins: Amount| self.cash(value.share(coins.to_sat(), amount.to_sat()).to_decimal());
        let (time, wallet) = (row.time_ms(), self.wallet(row.source()));
        let paid = |coins: Amount| Entry::Fee(FeePaid::new(part(coins)).amount_sat(coins).wallet(wallet));
        let entries = match amount.checked_sub(fee) {
            Some(net) if row.amount() > Decimal::ZERO => vec![Entry::Mine(Receipt::new(net, part(net)).wallet(wallet))],
            _ if fee > Amount::ZERO => vec![paid(amount), paid(fee)],
            _ => vec![paid(amount)],
        };
        for entry in entries {
            self.enter(index, time, entry);
        }
        Ok(())
    }
}
