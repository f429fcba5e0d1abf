//! The ledger: reference vectors, laws, refusals.

mod columns;
mod fees;
mod kingdom;
mod laws;
mod lots;
mod minimum_tax;
mod naive;
mod periods;
mod pools;
mod refusals;
mod statements;
mod sums;

use hashinsight_treasury::ledger::{Cash, Entry, Event, LedgerPolicy, Mark, Method, Purchase, Sale, Shortfall};
use hashinsight_units::{Amount, Currency, Decimal, Money, Timestamp};

fn usd(amount: &str) -> Money {
    Money::new(decimal(amount), Currency::USD)
}

fn decimal(text: &str) -> Decimal {
    text.parse().or_else(|_| Decimal::from_scientific(text)).unwrap()
}

fn btc(text: &str) -> Amount {
    Amount::from_btc(decimal(text)).unwrap()
}

/// `2020-01-01T00:00:00Z` or `2020-01-21 18:33:14.342000+00:00`.
fn time(text: &str) -> Timestamp {
    let day: hashinsight_units::Date = text[..10].parse().unwrap();
    let part = |range: std::ops::Range<usize>| text.get(range).map_or(0, |digits| digits.parse::<i64>().unwrap());
    let seconds = part(11..13) * 3600 + part(14..16) * 60 + part(17..19);
    let ms = if text.get(19..20) == Some(".") { part(20..23) } else { 0 };
    Timestamp::from_ms((day.unix_day() * 86_400 + seconds) * 1000 + ms).unwrap()
}

/// Noon of a day counted from 2024-01-01.
fn day(day: i64) -> Timestamp {
    Timestamp::from_s(1_704_110_400 + day * 86_400).unwrap()
}

fn event(time: Timestamp, entry: Entry) -> Event {
    Event::new(time, entry)
}

fn buy(at: Timestamp, sat: u64, value: &str) -> Event {
    event(at, Entry::Buy(Purchase::new(Amount::from_sat(sat).unwrap(), usd(value))))
}

fn sell(at: Timestamp, sat: u64, value: &str) -> Event {
    event(at, Entry::Sell(Sale::new(Amount::from_sat(sat).unwrap(), usd(value))))
}

fn deposit(at: Timestamp, value: &str) -> Event {
    event(at, Entry::Deposit(Cash::new(usd(value))))
}

fn mark(at: Timestamp, price: &str) -> Event {
    event(at, Entry::Mark(Mark::new(usd(price))))
}

/// A policy that asks for nothing but coins.
fn coins_only(method: Method) -> LedgerPolicy {
    LedgerPolicy::new(Currency::USD, method).cash_below_zero(Shortfall::Allow).wallet_below_zero(Shortfall::Allow)
}
