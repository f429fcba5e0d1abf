//! Sums of small histories, worked by hand.

use super::{btc, buy, coins_only, day, deposit, event, mark, sell, usd};
use hashinsight_testkit::vectors;
use hashinsight_treasury::ledger::{
    Basis, Cash, CoinFee, Contribution, Entry, FeePaid, Ledger, Method, Purchase, Receipt, Sale, Transfer,
};

/// `treasury_anchors.json`: buy 1 at 100, mine 0.5 at 110, sell 0.7 at 130, mark 120.
#[test]
fn realised_and_unrealised_explain_the_equity() {
    let anchors = vectors("treasury_anchors.json");
    let identity = anchors.as_array().unwrap().iter().find(|anchor| anchor["id"] == "identity").unwrap();
    let expected: Vec<f64> =
        identity["value"].as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect();
    let events = [
        deposit(day(0), "1000"),
        buy(day(1), 100_000_000, "100"),
        event(day(2), Entry::Mine(Receipt::new(btc("0.5"), usd("55")))),
        sell(day(3), 70_000_000, "91"),
        mark(day(4), "120"),
    ];
    let (ledger, _) = Ledger::replay(coins_only(Method::Fifo), &events).unwrap();
    let totals = ledger.totals(Basis::Tax);
    let unrealised = ledger.unrealised(Basis::Tax).unwrap();
    // Mined coins count as what was put in here: their value is income.
    let gained = ledger.equity().unwrap() - totals.contributions - totals.income;
    let got: [f64; 3] =
        [totals.realised(), unrealised, gained].map(|money| money.to_decimal().to_string().parse().unwrap());
    assert_eq!(got[..], expected[..]);
}

/// The smallest money there is, 10^-12: a half of it goes to the even side, and what does not leave stays.
#[test]
fn the_last_place_goes_to_the_even_side() {
    for (cost, first, second) in
        [("0.000000000001", "0", "0.000000000001"), ("0.000000000003", "0.000000000002", "0.000000000001")]
    {
        let events = [buy(day(0), 2, cost), sell(day(1), 1, "1"), sell(day(2), 1, "1")];
        let (_, matches) = Ledger::replay(coins_only(Method::Fifo), &events).unwrap();
        assert_eq!(
            matches.iter().map(|found| found.cost.to_decimal().to_string()).collect::<Vec<_>>(),
            [first, second]
        );
    }
    // A third of two: 0.67 rounds up, and 1.33 rounds down.
    let events = [buy(day(0), 3, "0.000000000002"), sell(day(1), 1, "1"), sell(day(1), 1, "1"), sell(day(1), 1, "1")];
    let (_, matches) = Ledger::replay(coins_only(Method::Lofo), &events).unwrap();
    let costs: Vec<String> = matches.iter().map(|found| found.cost.to_decimal().to_string()).collect();
    assert_eq!(costs, ["0.000000000001", "0", "0.000000000001"]); // 2/3, then 1/2 to even, then the rest
}

/// The dearest coin is dearest by the least difference, and by the price of a coin, not of a lot; what is left of a lot keeps its rank.
#[test]
fn ranks_are_exact() {
    let lot_of = |method, purchases: &[(u64, &str)]| {
        let mut events: Vec<_> = purchases.iter().map(|(sat, cost)| buy(day(0), *sat, cost)).collect();
        events.push(sell(day(1), 1, "1"));
        Ledger::replay(coins_only(method), &events).unwrap().1[0].lot
    };
    assert_eq!(lot_of(Method::Hifo, &[(1, "0.000000000002"), (1, "0.000000000003")]), Some(1));
    assert_eq!(lot_of(Method::Lofo, &[(1, "0.000000000003"), (1, "0.000000000002")]), Some(1));
    // 1/3 of the last place is less than 2/5, and more than 3/10.
    assert_eq!(lot_of(Method::Hifo, &[(3, "0.000000000001"), (5, "0.000000000002"), (10, "0.000000000003")]), Some(1));
    assert_eq!(lot_of(Method::Lofo, &[(3, "0.000000000001"), (5, "0.000000000002"), (10, "0.000000000003")]), Some(2));
    // Equal prices: the older one, at either method.
    assert_eq!(lot_of(Method::Hifo, &[(2, "2"), (4, "4")]), Some(0));
    assert_eq!(lot_of(Method::Lofo, &[(2, "2"), (4, "4")]), Some(0));
    // 21 million BTC for 10^15 are cheaper by coin than a satoshi for one.
    assert_eq!(lot_of(Method::Hifo, &[(2_099_999_999_999_999, "1000000000000000"), (1, "1")]), Some(1));
}

/// Whatever names money counts towards the 10^16 that may move through a ledger.
#[test]
fn all_money_counts() {
    let most = || usd("6000000000000000");
    let spend = Purchase::new(btc("1"), most());
    let entries = [
        Entry::Mine(Receipt::new(btc("1"), usd("3000000000000000")).book_value(usd("3000000000000000"))),
        Entry::Contribute(Contribution::new(btc("1"), usd("3000000000000000"))),
        Entry::Buy(spend),
        Entry::Deposit(Cash::new(most())),
        Entry::Opex(Cash::new(most())),
        Entry::Fee(FeePaid::new(most())),
        Entry::Sell(Sale::new(btc("0.1"), most())),
        Entry::Transfer(Transfer::new(btc("0.1"), 0, 1).fee_sat(btc("0.1")).fee_value(most())),
        Entry::Fee(FeePaid::new(most()).amount_sat(btc("0.1"))),
    ];
    for entry in entries {
        let mut ledger = Ledger::new(coins_only(Method::Fifo).coin_fee(CoinFee::Taxable)).unwrap();
        ledger.apply(&buy(day(0), 300_000_000, "1")).unwrap();
        ledger.apply(&event(day(1), entry.clone())).unwrap();
        let error = ledger.apply(&event(day(2), entry)).unwrap_err();
        assert!(error.fault().allowed_text().contains("10^16"), "{error}");
    }
}
