//! What fees do under each policy, worked by hand: 10 coins bought for 1000, a half of them sold.

use hashinsight_treasury::ledger::{
    Basis, CoinFee, DisposalKind, Entry, Event, FeePaid, FeePolicy, Fiat, Ledger, LedgerPolicy, Method, Purchase, Sale,
    Transfer,
};
use hashinsight_units::Amount;

use super::{coins_only, day, event, usd};

const UNIT: u64 = 1_000_000;

fn units(count: u64) -> Amount {
    Amount::from_sat(count * UNIT).unwrap()
}

/// Cost of what is held, realised gain, expenses, and cash.
fn sums(policy: LedgerPolicy, events: &[Event]) -> [String; 4] {
    let (ledger, _) = Ledger::replay(policy, events).unwrap();
    let totals = ledger.totals(Basis::Tax);
    assert_eq!(totals.imbalance(), Fiat::ZERO);
    [totals.cost, totals.realised(), totals.expenses, totals.cash].map(|money| money.to_decimal().to_string())
}

fn trades() -> [Event; 2] {
    // Bought: 11 units for 1100 and a fee of 11, of which 1 unit is kept back. Sold: 4 units for 600 and a fee of 6, and 1 unit on top.
    let purchase = Purchase::new(units(11), usd("1100")).fee(usd("11")).fee_sat(units(1));
    let sale = Sale::new(units(4), usd("600")).fee(usd("6")).fee_sat(units(1));
    [event(day(0), Entry::Buy(purchase)), event(day(1), Entry::Sell(sale))]
}

#[test]
fn fees_of_trades() {
    let policy = |fees| coins_only(Method::Fifo).fees(fees);
    // 10 units cost 1111; 5 leave with 555.5, and fetch 594.
    assert_eq!(sums(policy(FeePolicy::InTheTrade), &trades()), ["555.5", "38.5", "0", "-517"]);
    // 10 units cost 1000, 11 and 100 are expenses; 4 fetch 600 and 1 fetches 150, which with the 6 is an expense.
    assert_eq!(sums(policy(FeePolicy::Expense), &trades()), ["500", "250", "267", "-517"]);
    // As in the trade, but 4 units fetch 600 - 6 - 150 and 1 unit fetches 150.
    assert_eq!(sums(policy(FeePolicy::SeparateDisposal), &trades()), ["555.5", "38.5", "0", "-517"]);
    let (_, matches) = Ledger::replay(policy(FeePolicy::SeparateDisposal), &trades()).unwrap();
    let lines: Vec<_> =
        matches.iter().map(|line| (line.kind, line.amount, line.proceeds.to_decimal().to_string())).collect();
    assert_eq!(
        lines,
        [(DisposalKind::Sale, units(4), "444".to_owned()), (DisposalKind::Fee, units(1), "150".to_owned())]
    );
}

#[test]
fn fees_in_coins_of_transfers() {
    let policy = |coin_fee| coins_only(Method::Fifo).coin_fee(coin_fee);
    let buy = || event(day(0), Entry::Buy(Purchase::new(units(10), usd("1000"))));
    let transfer = Transfer::new(units(5), 0, 1).fee_sat(units(1)).fee_value(usd("140"));
    let events = [buy(), event(day(1), Entry::Transfer(transfer))];
    // A disposal at 140 of what cost 100, and an expense of 140; or an expense of 100.
    assert_eq!(sums(policy(CoinFee::Taxable), &events), ["900", "40", "140", "-1000"]);
    assert_eq!(sums(policy(CoinFee::AtCost), &events), ["900", "0", "100", "-1000"]);
    let alone = [buy(), event(day(1), Entry::Fee(FeePaid::new(usd("140")).amount_sat(units(1))))];
    assert_eq!(sums(policy(CoinFee::Taxable), &alone), ["900", "40", "140", "-1000"]);
    assert_eq!(sums(policy(CoinFee::AtCost), &alone), ["900", "0", "100", "-1000"]);
    let in_cash = [buy(), event(day(1), Entry::Fee(FeePaid::new(usd("140"))))];
    assert_eq!(sums(policy(CoinFee::Refuse), &in_cash), ["1000", "0", "140", "-1140"]);
}

#[test]
fn missing_coins_at_no_cost() {
    use hashinsight_treasury::ledger::MissingCoins;
    let sale = [event(day(0), Entry::Sell(Sale::new(units(4), usd("600"))))];
    assert!(Ledger::replay(coins_only(Method::Lifo), &sale).is_err());
    assert_eq!(sums(coins_only(Method::Lifo).missing_coins(MissingCoins::ZeroCost), &sale), ["0", "600", "0", "600"]);
}
