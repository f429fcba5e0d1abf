//! Pools per wallet from a date on, worked by hand.

use hashinsight_treasury::ledger::{
    Entry, Event, Ledger, LedgerPolicy, LotPick, Match, Method, Purchase, Sale, Transfer,
};
use hashinsight_units::{Amount, Currency, Date, Timestamp};

use super::{coins_only, event, time, usd};

fn sat(amount: u64) -> Amount {
    Amount::from_sat(amount).unwrap()
}

fn buy(at: &str, wallet: u32, amount: u64, value: &str) -> Event {
    event(time(at), Entry::Buy(Purchase::new(sat(amount), usd(value)).wallet(wallet)))
}

fn sell(at: &str, wallet: u32, amount: u64) -> Event {
    event(time(at), Entry::Sell(Sale::new(sat(amount), usd("1000")).wallet(wallet)))
}

fn transfer(at: &str, amount: u64, from: u32, to: u32) -> Event {
    event(time(at), Entry::Transfer(Transfer::new(sat(amount), from, to)))
}

fn policy(method: Method) -> LedgerPolicy {
    coins_only(method)
        .per_wallet_from(Date::new(2025, 1, 1).unwrap())
        .wallet_below_zero(hashinsight_treasury::ledger::Shortfall::Refuse)
}

fn took(matches: &[Match]) -> Vec<(Option<u64>, u64, String)> {
    matches.iter().map(|found| (found.lot, found.amount.to_sat(), found.cost.to_decimal().to_string())).collect()
}

fn held(ledger: &Ledger) -> Vec<(Option<u32>, Option<u64>, u64, String)> {
    ledger
        .lots()
        .iter()
        .map(|lot| (lot.wallet, lot.lot, lot.amount.to_sat(), lot.cost.to_decimal().to_string()))
        .collect()
}

/// Rev. Proc. 2024-28: until the end of 2024 all wallets are one pool, then the oldest lots stay with the first wallet.
#[test]
fn one_pool_becomes_one_per_wallet() {
    let events = [
        buy("2024-01-01T00:00:00Z", 0, 100, "10"),
        buy("2024-02-01T00:00:00Z", 1, 100, "40"),
        sell("2024-12-31T23:59:59Z", 1, 50), // out of the one pool: lot 0, though that lies in wallet 0
        sell("2025-01-01T00:00:00Z", 1, 20),
    ];
    let (ledger, matches) = Ledger::replay(policy(Method::Fifo), &events).unwrap();
    // Before the second sale 150 are left: 50 of lot 0 and 100 of lot 1; wallet 0 holds 100, wallet 1 holds 50.
    assert_eq!(took(&matches), [(Some(0), 50, "5".to_owned()), (Some(1), 20, "8".to_owned())]);
    let expected = [(Some(0), Some(0), 50, "5"), (Some(0), Some(1), 50, "20"), (Some(1), Some(1), 30, "12")];
    assert_eq!(held(&ledger), expected.map(|(wallet, lot, amount, cost)| (wallet, lot, amount, cost.to_owned())));
    // A wallet is now a pool: what the other one holds does not help.
    let mut ledger = ledger;
    let before = ledger.clone();
    let error = ledger.apply(&sell("2025-01-02T00:00:00Z", 1, 31)).unwrap_err();
    assert_eq!((error.code(), &ledger), ("treasury.amount_sat.out_of_range", &before));
}

/// A refused event does not split the pools either.
#[test]
fn a_refused_event_splits_nothing() {
    let mut ledger = Ledger::replay(policy(Method::Fifo), &[buy("2024-01-01T00:00:00Z", 0, 100, "10")]).unwrap().0;
    let before = ledger.clone();
    assert!(ledger.apply(&sell("2025-06-01T00:00:00Z", 0, 101)).is_err());
    assert_eq!(ledger, before);
    assert!(held(&ledger)[0].0.is_none());
}

#[test]
fn lots_move_with_the_coins() {
    let from_the_start = |method| coins_only(method).per_wallet_from(Date::new(2024, 1, 1).unwrap());
    let events = [
        buy("2024-01-01T00:00:00Z", 0, 100, "10"),
        buy("2024-02-01T00:00:00Z", 0, 100, "40"),
        buy("2024-03-01T00:00:00Z", 1, 100, "70"),
        transfer("2024-04-01T00:00:00Z", 60, 0, 1),
        transfer("2024-04-02T00:00:00Z", 30, 0, 1),
        sell("2024-05-01T00:00:00Z", 1, 100),
    ];
    // The oldest move first, keep their date, and are the oldest where they arrive.
    let (ledger, matches) = Ledger::replay(from_the_start(Method::Fifo), &events).unwrap();
    assert_eq!(took(&matches), [(Some(0), 90, "9".to_owned()), (Some(2), 10, "7".to_owned())]);
    assert_eq!(matches[0].acquired.map(Timestamp::to_ms), Some(time("2024-01-01T00:00:00Z").to_ms()));
    assert_eq!(held(&ledger).len(), 3);
    // The dearest move first.
    let (_, matches) = Ledger::replay(from_the_start(Method::Hifo), &events).unwrap();
    assert_eq!(took(&matches), [(Some(2), 100, "70".to_owned())]);
    // Ninety of two hundred, which cost fifty, move at the average; the two moves share the same average.
    let (ledger, matches) = Ledger::replay(from_the_start(Method::Average), &events).unwrap();
    assert_eq!(took(&matches), [(None, 100, "48.684210526316".to_owned())]); // (70 + 22.5) * 100 / 190
    assert_eq!(held(&ledger)[0], (Some(0), None, 110, "27.5".to_owned()));
}

#[test]
fn named_lots_move_and_are_sold_by_name() {
    let from_the_start = LedgerPolicy::new(Currency::USD, Method::SpecificIdentification)
        .per_wallet_from(Date::new(2024, 1, 1).unwrap())
        .cash_below_zero(hashinsight_treasury::ledger::Shortfall::Allow);
    let pick = |lot, amount| LotPick::new(lot, sat(amount));
    let moved = Transfer::new(sat(60), 0, 1).lots(vec![pick(1, 60)]);
    let sold = Sale::new(sat(70), usd("1000")).wallet(1).lots(vec![pick(1, 30), pick(2, 40)]);
    let events = [
        buy("2024-01-01T00:00:00Z", 0, 100, "10"),
        buy("2024-02-01T00:00:00Z", 0, 100, "40"),
        buy("2024-03-01T00:00:00Z", 1, 100, "70"),
        event(time("2024-04-01T00:00:00Z"), Entry::Transfer(moved)),
        event(time("2024-05-01T00:00:00Z"), Entry::Sell(sold)),
    ];
    let (_, matches) = Ledger::replay(from_the_start, &events).unwrap();
    assert_eq!(took(&matches), [(Some(1), 30, "12".to_owned()), (Some(2), 40, "28".to_owned())]);
}

/// The day counts where the owner lives: a quarter past midnight in Tokyo is still the year before in UTC.
#[test]
fn dates_count_in_the_zone() {
    use hashinsight_treasury::ledger::{Term, Zone};
    use hashinsight_units::UtcOffset;
    let tokyo = Zone::new("Asia/Tokyo".to_owned(), UtcOffset::from_minutes(540).unwrap());
    let events = [
        buy("2024-01-01T16:00:00Z", 0, 100, "10"),
        sell("2025-01-02T14:00:00Z", 0, 50),
        sell("2025-01-02T15:15:00Z", 0, 50),
    ];
    let terms = |zone: Zone| {
        let (ledger, matches) = Ledger::replay(coins_only(Method::Fifo).zone(zone), &events).unwrap();
        matches.iter().map(|found| found.line(ledger.policy()).term).collect::<Vec<_>>()
    };
    assert_eq!(terms(Zone::utc()), [Term::LongTerm, Term::LongTerm]); // bought on January 1
    assert_eq!(terms(tokyo), [Term::ShortTerm, Term::LongTerm]); // bought on January 2; the second sale is on January 3
}
