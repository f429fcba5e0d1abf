//! Events out of account statements.

use hashinsight_market::LedgerRow;
use hashinsight_treasury::ledger::{
    Cash, Entry, Event, FeePaid, Ledger, LedgerPolicy, LeftOutReason, Method, Purchase, Receipt, Sale, Statement,
    Transfer, events,
};
use hashinsight_units::Currency;
use serde_json::json;

use super::{btc, day, event, usd};

/// Source, day, kind, asset, amount, fee, reference, value.
type Line<'a> = (&'a str, i64, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

fn row(line: Line<'_>) -> LedgerRow {
    let (source, at, kind, asset, amount, fee, reference, value) = line;
    let mut text = json!({
        "source": source, "time_ms": day(at).to_ms(), "kind": kind, "asset": asset, "amount": amount, "fee": fee, "reference": reference,
    });
    if !value.is_empty() {
        text["value"] = json!({"amount": value, "currency": "USD"});
    }
    serde_json::from_value(text).unwrap()
}

fn read(lines: &[Line<'_>]) -> Statement {
    let rows: Vec<LedgerRow> = lines.iter().map(|line| row(*line)).collect();
    events(&rows, &LedgerPolicy::new(Currency::USD, Method::Fifo)).unwrap()
}

fn left_out(statement: &Statement) -> Vec<(u64, LeftOutReason)> {
    statement.left_out.iter().map(|line| (line.row, line.reason)).collect()
}

/// Every line of a mixed statement, newest first as some exchanges write it.
#[test]
fn every_line_leads_to_an_event_or_is_told() {
    let statement = read(&[
        ("pool", 9, "reward", "BTC", "0.012", "0", "P2", ""),
        ("pool", 8, "reward", "BTC", "0.012", "0.002", "P1", "600"),
        ("kraken", 7, "interest", "USD", "-3", "0", "I2", ""),
        ("kraken", 6, "interest", "USD", "4", "0", "I1", ""),
        ("cold", 5, "deposit", "BTC", "0.3", "0", "hash", ""),
        ("kraken", 5, "withdrawal", "BTC", "-0.3", "0.0001", "hash", "12000"),
        ("kraken", 4, "trade", "USD", "9000", "14.4", "T2", ""),
        ("kraken", 4, "trade", "BTC", "-0.2", "0", "T2", ""),
        ("kraken", 2, "trade", "BTC", "0.6", "0", "T1", ""),
        ("kraken", 2, "trade", "BTC", "0.4", "0.001", "T1", ""),
        ("kraken", 2, "trade", "USD", "-42000", "67.2", "T1", ""),
        ("kraken", 2, "trade", "KFEE", "-1", "0", "T1", ""),
        ("kraken", 1, "deposit", "USD", "50000", "5", "D1", ""),
        ("kraken", 1, "fee", "USD", "-2", "0", "F1", ""),
        ("kraken", 1, "fee", "BTC", "-0.01", "0", "F2", "440"),
        ("kraken", 1, "withdrawal", "USD", "-100", "0", "W1", ""),
        ("kraken", 1, "withdrawal", "BTC", "-0.5", "0", "W2", ""),
        ("kraken", 1, "deposit", "BTC", "0.5", "0", "D2", ""),
        ("kraken", 1, "other", "USD", "1", "0", "O1", ""),
        ("kraken", 1, "deposit", "ETH", "3", "0", "D3", ""),
        ("kraken", 1, "deposit", "USD", "0", "0", "D4", ""),
        ("kraken", 3, "trade", "BTC", "0.1", "0", "T3", ""),
        ("kraken", 3, "trade", "ETH", "-2", "0", "T3", ""),
    ]);
    assert_eq!(
        statement.wallets.iter().map(hashinsight_market::Source::as_str).collect::<Vec<_>>(),
        ["cold", "kraken", "pool"]
    );
    let expected: Vec<Event> = vec![
        event(day(1), Entry::Deposit(Cash::new(usd("50000")))),
        event(day(1), Entry::Fee(FeePaid::new(usd("5")))),
        event(day(1), Entry::Fee(FeePaid::new(usd("2")))),
        event(day(1), Entry::Fee(FeePaid::new(usd("440")).amount_sat(btc("0.01")).wallet(1))),
        event(day(1), Entry::Withdraw(Cash::new(usd("100")))),
        event(
            day(2),
            Entry::Buy(Purchase::new(btc("1"), usd("42000")).fee(usd("67.2")).fee_sat(btc("0.001")).wallet(1)),
        ),
        event(day(4), Entry::Sell(Sale::new(btc("0.2"), usd("9000")).fee(usd("14.4")).wallet(1))),
        event(day(5), Entry::Transfer(Transfer::new(btc("0.3"), 1, 0).fee_sat(btc("0.0001")).fee_value(usd("4")))),
        event(day(6), Entry::Income(Cash::new(usd("4")))),
        event(day(7), Entry::Interest(Cash::new(usd("3")))),
        event(day(8), Entry::Mine(Receipt::new(btc("0.01"), usd("500")).wallet(2))),
    ];
    assert_eq!(statement.events, expected);
    let told = [
        (0, LeftOutReason::NoValue),
        (11, LeftOutReason::OtherAsset),
        (16, LeftOutReason::UnknownDestination),
        (17, LeftOutReason::UnknownOrigin),
        (18, LeftOutReason::UnknownKind),
        (19, LeftOutReason::OtherAsset),
        (20, LeftOutReason::Nothing),
        (21, LeftOutReason::IncompleteTrade),
        (22, LeftOutReason::OtherAsset),
    ];
    assert_eq!(left_out(&statement), told);
}

/// What no told fee explains, and what arrives before it left, is told and not guessed; a line without a fee leaves it to the difference.
#[test]
fn transfers_whose_sides_disagree_are_told() {
    let sides = |fee: &'static str, come: &'static str, at: i64| {
        [
            ("kraken", 5, "withdrawal", "BTC", "-0.5", fee, "hash", ""),
            ("cold", at, "deposit", "BTC", come, "0", "hash", ""),
        ]
    };
    let both = vec![(0, LeftOutReason::Mismatch), (1, LeftOutReason::Mismatch)];
    for (fee, come, at) in [("0.0001", "0.4", 5), ("0", "0.4999", 5), ("0.0001", "0.4999", 6), ("0.0001", "0.5", 4)] {
        let statement = read(&sides(fee, come, at));
        assert_eq!((statement.events.len(), left_out(&statement)), (0, both.clone()), "{fee} {come} {at}");
    }
    let transfer = |fee| vec![event(day(5), Entry::Transfer(Transfer::new(fee, 1, 0).fee_sat(btc("0.0001"))))];
    assert_eq!(read(&sides("0.0001", "0.5", 6)).events, transfer(btc("0.5")));
    let mut untold = sides("0", "0.4999", 5).map(row).to_vec();
    let mut text = serde_json::to_value(untold[0]).unwrap();
    text.as_object_mut().unwrap().remove("fee");
    untold[0] = serde_json::from_value(text).unwrap();
    let statement = events(&untold, &LedgerPolicy::new(Currency::USD, Method::Fifo)).unwrap();
    assert_eq!(statement.events, transfer(btc("0.4999")));
}

#[test]
fn the_order_of_the_lines_does_not_matter() {
    let lines = [
        ("a", 1, "deposit", "USD", "50000", "0", "D1", ""),
        ("a", 2, "trade", "USD", "-42000", "0", "T1", ""),
        ("a", 2, "trade", "BTC", "1", "0", "T1", ""),
        ("a", 3, "withdrawal", "BTC", "-1", "0", "h", ""),
        ("b", 3, "deposit", "BTC", "1", "0", "h", ""),
    ];
    let forward = read(&lines);
    let mut backward = lines;
    backward.reverse();
    assert_eq!(read(&backward).events, forward.events);
    let (ledger, _) = Ledger::replay(LedgerPolicy::new(Currency::USD, Method::Fifo), &forward.events).unwrap();
    assert_eq!((ledger.balance(), ledger.cash().to_decimal().to_string()), (btc("1"), "8000".to_owned()));
    assert_eq!(ledger.wallets().map(|(_, amount)| amount.to_sat()).collect::<Vec<_>>(), [0, 100_000_000]);
}

/// Two statements that overlap: what stands in both is booked once, and told. A line that differs in anything is another one.
#[test]
fn a_line_that_is_there_twice_counts_once() {
    let january = [
        ("a", 1, "deposit", "USD", "50000", "0", "D1", ""),
        ("a", 2, "trade", "USD", "-42000", "0", "T1", ""),
        ("a", 2, "trade", "BTC", "1", "0", "T1", ""),
        ("a", 3, "withdrawal", "BTC", "-1", "0", "h", ""),
        ("b", 3, "deposit", "BTC", "1", "0", "h", ""),
        ("pool", 4, "reward", "BTC", "0.01", "0", "P1", "500"),
    ];
    let twice = [january.as_slice(), &january].concat();
    let statement = read(&twice);
    assert_eq!(statement.events, read(&january).events);
    assert_eq!(left_out(&statement), (6..12).map(|row| (row, LeftOutReason::Repeated)).collect::<Vec<_>>());
    let others = [
        ("pool", 4, "reward", "BTC", "0.01", "0", "P2", "500"),
        ("pool", 5, "reward", "BTC", "0.01", "0", "P1", "500"),
        ("pool", 4, "reward", "BTC", "0.02", "0", "P1", "500"),
    ];
    let statement = read(&[january.as_slice(), &others].concat());
    assert_eq!((statement.events.len(), left_out(&statement)), (read(&january).events.len() + 3, vec![]));
    // A leg that a trade has twice would double it.
    let statement = read(&[january[1], january[2], january[2]]);
    assert_eq!(left_out(&statement), [(2, LeftOutReason::Repeated)]);
    let bought = event(day(2), Entry::Buy(Purchase::new(btc("1"), usd("42000")).fee(usd("0"))));
    assert_eq!(statement.events, [bought]);
}

/// A line that no ledger can hold takes nothing from the others: more arrives than was sent, or Kraken's tenth decimal.
#[test]
fn one_line_does_not_cost_the_statement() {
    use LeftOutReason::{IncompleteTrade, Mismatch, PartOfSatoshi, UnknownDestination, UnknownOrigin};
    let bought = ("a", 1, "deposit", "USD", "50000", "0", "D1", "");
    let told = |lines: &[Line<'_>]| {
        let statement = read(&[&[bought], lines].concat());
        assert_eq!(statement.events, [event(day(1), Entry::Deposit(Cash::new(usd("50000"))))]);
        left_out(&statement).into_iter().map(|(_, reason)| reason).collect::<Vec<_>>()
    };
    let sent = |amount| ("a", 2, "withdrawal", "BTC", amount, "0", "h", "");
    let come = |amount| ("b", 2, "deposit", "BTC", amount, "0", "h", "");
    assert_eq!(told(&[sent("-1"), come("1.1")]), [Mismatch; 2]);
    // Two withdrawals that one transaction pays.
    let other = ("c", 2, "withdrawal", "BTC", "-0.1", "0", "h", "");
    assert_eq!(told(&[sent("-1"), other, come("1.1")]), [Mismatch, UnknownDestination, Mismatch]);
    assert_eq!(told(&[sent("-0.1234567891"), come("0.1234567891")]), [PartOfSatoshi; 2]);
    assert_eq!(told(&[sent("-0.1234567891"), come("0.12345678")]), [PartOfSatoshi, Mismatch]);
    assert_eq!(told(&[come("0.1234567891")]), [UnknownOrigin]);
    assert_eq!(told(&[("a", 1, "reward", "BTC", "0.0000000001", "0", "P", "1")]), [PartOfSatoshi]);
    let leg = |asset, amount, fee| ("a", 2, "trade", asset, amount, fee, "T", "");
    let trade = [leg("USD", "-42000", "0"), leg("BTC", "0.5", "0"), leg("BTC", "0.5", "0.0000013575")];
    assert_eq!(told(&trade), [IncompleteTrade, IncompleteTrade, PartOfSatoshi]);
    let whole = [leg("USD", "-42000", "0"), leg("BTC", "0.5000000000", "0.0000010000")];
    assert_eq!(read(&whole).events.len(), 1);
}

#[test]
fn coins_that_are_no_coins() {
    let policy = LedgerPolicy::new(Currency::USD, Method::Fifo);
    let refused = |lines: &[Line<'_>]| {
        let rows: Vec<LedgerRow> = lines.iter().map(|line| row(*line)).collect();
        let error = events(&rows, &policy).unwrap_err();
        (error.code().to_owned(), error.fault().path().as_str().to_owned())
    };
    let amount = "units.amount.out_of_range".to_owned();
    // Numbers that no account holds are refused, not added up.
    let vast = "79228162514264337593543950335";
    let trade = |asset, sum| ("a", 1, "trade", asset, sum, "0", "T", "");
    assert_eq!(refused(&[trade("BTC", vast), trade("BTC", vast)]), (amount.clone(), "rows[0].amount".to_owned()));
    let dollars = [trade("USD", vast), trade("USD", vast)];
    assert_eq!(refused(&dollars), ("treasury.money.out_of_range".to_owned(), "rows[0].amount".to_owned()));
    let many = [trade("USD", "-9000000000000000"), trade("USD", "-9000000000000001"), trade("BTC", "1")];
    assert_eq!(refused(&many), ("treasury.amount.out_of_range".to_owned(), "rows[0].amount".to_owned()));
    let coins = [trade("BTC", "20000000"), trade("BTC", "20000001"), trade("USD", "-1")];
    assert_eq!(refused(&coins), (amount, "rows[0].amount".to_owned()));
    let sent = ("a", 1, "withdrawal", "BTC", "-79228162514264337593543950335", "0", "h", "");
    assert_eq!(refused(&[sent, ("b", 1, "deposit", "BTC", "1", "0", "h", "")]).1, "rows[0].amount");
    let wrong = |kind: &str, amount: &str| {
        let text = format!(
            r#"{{"source":"a","time_ms":1704110400000,"kind":"{kind}","asset":"BTC","amount":"{amount}","reference":"x"}}"#
        );
        let error = serde_json::from_str::<LedgerRow>(&text).unwrap_err().to_string();
        assert!(error.starts_with("market.amount.out_of_range"), "{error}");
    };
    wrong("deposit", "-1");
    wrong("reward", "-1");
    wrong("withdrawal", "1");
    wrong("fee", "1");
}
