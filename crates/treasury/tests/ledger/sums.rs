//! Sums of small histories, worked by hand.

use super::{btc, buy, coins_only, day, deposit, event, mark, sell, usd};
use hashinsight_testkit::vectors;
use hashinsight_treasury::ledger::{Basis, Entry, Ledger, Method, Receipt};

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
