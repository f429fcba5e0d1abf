//! What a ledger refuses: by name, with the place and what is allowed, and without any effect.

use hashinsight_treasury::ledger::{
    Cash, ClockChange, CoinFee, Entry, Event, FeePaid, Ledger, LedgerPolicy, Loss, LotPick, Mark, Method, MissingCoins,
    Purchase, Receipt, Sale, Transfer, Zone,
};
use hashinsight_units::{Amount, Currency, Date, UtcOffset};

use super::{btc, buy, coins_only, day, deposit, event, sell, usd};

fn started(policy: LedgerPolicy) -> Ledger {
    let events = [deposit(day(0), "1000"), buy(day(1), 1000, "100")];
    Ledger::replay(policy, &events).unwrap().0
}

fn strict() -> Ledger {
    started(LedgerPolicy::new(Currency::USD, Method::Fifo))
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "each call makes its event")]
fn refuses(mut ledger: Ledger, event: Event, code: &str, path: &str) {
    let before = ledger.clone();
    let error = ledger.apply(&event).unwrap_err();
    assert_eq!((error.code(), error.fault().path().as_str()), (code, path), "{error}");
    assert!(!error.fault().allowed_text().is_empty(), "{error}");
    assert_eq!(ledger, before);
}

#[test]
fn unsorted_time() {
    refuses(strict(), deposit(day(0), "1"), "treasury.time_ms.out_of_range", "time_ms");
    strict().apply(&deposit(day(1), "1")).unwrap(); // the same instant is in order
}

#[test]
fn more_than_there_is() {
    let pool = "treasury.amount_sat.out_of_range";
    refuses(strict(), sell(day(2), 1001, "100"), pool, "entry.sell.amount_sat");
    refuses(strict(), event(day(2), Entry::Lost(Loss::new(Amount::constant(1001)))), pool, "entry.lost.amount_sat");
    let other = event(day(2), Entry::Sell(Sale::new(Amount::constant(1), usd("1")).wallet(7)));
    refuses(strict(), other, pool, "entry.sell.amount_sat");
    let transfer = event(day(2), Entry::Transfer(Transfer::new(Amount::constant(1001), 0, 1)));
    refuses(strict(), transfer, pool, "entry.transfer.amount_sat");
    refuses(strict(), buy(day(2), 1, "900.000000000001"), "treasury.value.out_of_range", "entry.buy.value");
    refuses(
        strict(),
        event(day(2), Entry::Repay(Cash::new(usd("1")))),
        "treasury.value.out_of_range",
        "entry.repay.value",
    );
    let most = event(day(2), Entry::Mine(Receipt::new(Amount::MAX, usd("1"))));
    refuses(strict(), most, pool, "entry.mine.amount_sat");
}

#[test]
fn numbers_that_are_none() {
    let range = "treasury.value.out_of_range";
    refuses(strict(), buy(day(2), 1, "-1"), range, "entry.buy.value");
    refuses(strict(), buy(day(2), 1, "0.0000000000001"), range, "entry.buy.value");
    refuses(strict(), buy(day(2), 1, "10000000000000001"), range, "entry.buy.value");
    refuses(strict(), buy(day(2), 0, "1"), "treasury.amount_sat.out_of_range", "entry.buy.amount_sat");
    refuses(strict(), deposit(day(2), "0"), range, "entry.deposit.value");
    let fee =
        |sat| event(day(2), Entry::Buy(Purchase::new(Amount::constant(10), usd("1")).fee_sat(Amount::constant(sat))));
    refuses(strict(), fee(10), "treasury.fee_sat.out_of_range", "entry.buy.fee_sat");
    let price = |price| event(day(2), Entry::Mark(Mark::new(usd(price))));
    refuses(strict(), price("-1"), "treasury.price.out_of_range", "entry.mark.price");
    refuses(strict(), price("3000000001"), "treasury.price.out_of_range", "entry.mark.price");
    // All that moves through a ledger stays below 10^16, so that no sum overflows.
    let mut rich = Ledger::new(coins_only(Method::Fifo)).unwrap();
    rich.apply(&deposit(day(0), "9999999999999999")).unwrap();
    refuses(rich, deposit(day(1), "2"), range, "entry.deposit.value");
}

#[test]
fn mixed_currencies() {
    let euros = event(day(2), Entry::Deposit(Cash::new("1 EUR".parse().unwrap())));
    refuses(strict(), euros, "treasury.currency.unsupported", "entry.deposit.value.currency");
    let fee = Purchase::new(Amount::constant(1), usd("1")).fee("1 EUR".parse().unwrap());
    refuses(strict(), event(day(2), Entry::Buy(fee)), "treasury.currency.unsupported", "entry.buy.fee.currency");
}

#[test]
fn fees_in_coins_without_a_policy() {
    let transfer = || Transfer::new(Amount::constant(10), 0, 1).fee_sat(Amount::constant(1));
    refuses(
        strict(),
        event(day(2), Entry::Transfer(transfer())),
        "treasury.fee_sat.unsupported",
        "entry.transfer.fee_sat",
    );
    let fee = FeePaid::new(usd("1")).amount_sat(Amount::constant(1));
    refuses(strict(), event(day(2), Entry::Fee(fee)), "treasury.amount_sat.unsupported", "entry.fee.amount_sat");
    let taxed = || started(LedgerPolicy::new(Currency::USD, Method::Fifo).coin_fee(CoinFee::Taxable));
    refuses(
        taxed(),
        event(day(2), Entry::Transfer(transfer())),
        "treasury.fee_value.missing",
        "entry.transfer.fee_value",
    );
    taxed().apply(&event(day(2), Entry::Transfer(transfer().fee_value(usd("0.1"))))).unwrap();
    let same = event(day(2), Entry::Transfer(Transfer::new(Amount::constant(1), 0, 0)));
    refuses(strict(), same, "treasury.to_wallet.out_of_range", "entry.transfer.to_wallet");
}

#[test]
fn lots_named_wrongly() {
    let named = || started(LedgerPolicy::new(Currency::USD, Method::SpecificIdentification));
    let sale = |picks: Vec<LotPick>| Sale::new(Amount::constant(600), usd("100")).lots(picks);
    let pick = |lot, sat| LotPick::new(lot, Amount::constant(sat));
    let entry = |sale| event(day(2), Entry::Sell(sale));
    refuses(named(), sell(day(2), 600, "100"), "treasury.lots.missing", "entry.sell.lots");
    refuses(named(), entry(sale(vec![pick(1, 599)])), "treasury.lots.out_of_range", "entry.sell.lots");
    let path = "entry.sell.lots[0].amount_sat";
    let none = entry(sale(vec![pick(0, 600)])); // the deposit of cash brought no coins
    refuses(named(), none, "treasury.lot.out_of_range", "entry.sell.lots[0].lot");
    refuses(named(), entry(sale(vec![pick(1, 1001)])), "treasury.amount_sat.out_of_range", path);
    let twice = vec![pick(1, 300), pick(1, 701)];
    refuses(named(), entry(sale(twice)), "treasury.amount_sat.out_of_range", "entry.sell.lots[1].amount_sat");
    refuses(strict(), entry(sale(vec![pick(1, 600)])), "treasury.lots.unsupported", "entry.sell.lots");
    let late = sale(vec![pick(1, 600)]).identified_ms(day(3));
    refuses(named(), entry(late), "treasury.identified_ms.out_of_range", "entry.sell.identified_ms");
    named().apply(&entry(sale(vec![pick(1, 600)]).identified_ms(day(2)))).unwrap();
}

#[test]
fn policies_that_contradict_themselves() {
    let code = |policy: LedgerPolicy| Ledger::new(policy).unwrap_err().code().to_owned();
    let british = || coins_only(Method::UnitedKingdom);
    assert_eq!(code(british().per_wallet_from(Date::new(2025, 1, 1).unwrap())), "treasury.per_wallet_from.unsupported");
    assert_eq!(code(british().coin_fee(CoinFee::AtCost)), "treasury.coin_fee.unsupported");
    let change = |at| ClockChange::new(day(at), UtcOffset::UTC);
    let zone = Zone::new("Nowhere".to_owned(), UtcOffset::UTC).changes(vec![change(2), change(1)]);
    let error = Ledger::new(coins_only(Method::Fifo).zone(zone)).unwrap_err();
    assert_eq!(
        (error.code(), error.fault().path().as_str()),
        ("treasury.time_ms.out_of_range", "zone.changes[1].time_ms")
    );
}

#[test]
fn a_history_names_the_event() {
    let events = [buy(day(1), 10, "1"), sell(day(2), 11, "1")];
    let error = Ledger::replay(coins_only(Method::Hifo), &events).unwrap_err();
    assert_eq!(error.fault().path().as_str(), "events[1].entry.sell.amount_sat");
    assert_eq!(btc("1").to_sat(), 100_000_000);
}

/// Coins beyond 21 million are refused wherever they would add up: in all wallets, in one, owed by one, or on one day.
#[test]
fn more_coins_than_there_are() {
    let all = Amount::MAX.to_sat();
    let other = |at, sat| event(at, Entry::Sell(Sale::new(Amount::constant(sat), usd("1")).wallet(1)));
    let code = "treasury.amount_sat.out_of_range";
    let policy = || coins_only(Method::Fifo);
    let full = || Ledger::replay(policy(), &[buy(day(0), all, "1")]).unwrap().0;
    refuses(full(), buy(day(1), 1, "1"), code, "entry.buy.amount_sat");
    // Wallet 1 owes all coins that there are, and can owe no more.
    let owing = Ledger::replay(policy(), &[buy(day(0), all, "1"), other(day(1), all)]).unwrap().0;
    assert_eq!(
        owing.wallets().map(|(_, amount)| amount.to_sat()).collect::<Vec<_>>(),
        [all.cast_signed(), -all.cast_signed()]
    );
    refuses(owing.clone(), buy(day(2), 1, "1"), code, "entry.buy.amount_sat");
    let mut owing = owing;
    owing.apply(&event(day(2), Entry::Buy(Purchase::new(Amount::constant(9), usd("1")).wallet(2)))).unwrap();
    refuses(owing, other(day(3), 1), code, "entry.sell.amount_sat");
    // Coins that are made good count too.
    let good = policy().missing_coins(MissingCoins::ZeroCost).per_wallet_from(Date::new(2024, 1, 1).unwrap());
    let good = Ledger::replay(good, &[buy(day(0), all, "1")]).unwrap().0;
    refuses(good, other(day(1), 1), code, "entry.sell.amount_sat");
    // A day in the United Kingdom is one acquisition and one disposal.
    let british =
        Ledger::replay(coins_only(Method::UnitedKingdom), &[buy(day(0), all, "1"), sell(day(0), all, "1")]).unwrap().0;
    refuses(british.clone(), buy(day(0), 1, "1"), code, "entry.buy.amount_sat");
    let mut later = british;
    later.apply(&buy(day(1), 1, "1")).unwrap();
}
