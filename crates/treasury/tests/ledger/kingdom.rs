//! The United Kingdom's rules, against HMRC's worked examples (Cryptoassets Manual, CRYPTO22251 to CRYPTO22256).

use hashinsight_testkit::vectors;
use hashinsight_treasury::ledger::{
    Basis, DisposalKind, Entry, Event, Fiat, Ledger, Loss, MatchRule, Method, Purchase, Sale,
};
use hashinsight_units::Decimal;

use super::{btc, coins_only, time, usd};

/// Purchases are positive, sales negative: instant, tokens, pounds. What is held before is bought long before.
type Trades = &'static [(&'static str, i64, &'static str)];

const BEFORE: &str = "2020-01-01T00:00:00Z";

/// The examples, in the years of the vectors.
const EXAMPLES: [(&str, Trades); 6] = [
    (
        "CRYPTO22251",
        &[(BEFORE, 100, "1000"), ("2021-09-18T12:00:00Z", 50, "125000"), ("2021-12-01T12:00:00Z", -50, "300000")],
    ),
    (
        "CRYPTO22252",
        &[
            (BEFORE, 5000, "500"),
            ("2021-06-23T09:00:00Z", -1000, "800"),
            ("2021-06-23T14:00:00Z", 1600, "1000"),
            ("2021-06-23T20:00:00Z", -500, "600"),
        ],
    ),
    (
        "CRYPTO22253",
        &[
            (BEFORE, 2000, "1000"),
            ("2021-03-31T12:00:00Z", -1000, "400"),
            ("2021-04-20T12:00:00Z", -500, "150"),
            ("2021-04-21T12:00:00Z", 700, "175"),
            ("2021-04-28T12:00:00Z", 500, "100"),
            ("2021-05-01T12:00:00Z", 500, "150"),
        ],
    ),
    (
        "CRYPTO22254",
        &[
            (BEFORE, 8000, "1000"),
            ("2021-01-31T10:00:00Z", -5000, "500"),
            ("2021-01-31T11:00:00Z", 4000, "320"),
            ("2021-01-31T12:00:00Z", 1000, "75"),
            ("2021-01-31T13:00:00Z", 1000, "70"),
            ("2021-01-31T14:00:00Z", -2000, "142"),
            ("2021-01-31T15:00:00Z", 500, "35"),
        ],
    ),
    (
        "CRYPTO22255",
        &[
            (BEFORE, 14_000, "200000"),
            ("2021-08-30T12:00:00Z", -4000, "160000"),
            ("2021-09-11T12:00:00Z", 500, "17500"),
        ],
    ),
    (
        "CRYPTO22256",
        &[
            (BEFORE, 100_000, "300000"),
            ("2021-07-31T10:00:00Z", 10_000, "45000"),
            ("2021-07-31T12:00:00Z", -30_000, "150000"),
            ("2021-08-05T12:00:00Z", -20_000, "100000"),
            ("2021-08-06T12:00:00Z", 50_000, "225000"),
            ("2021-08-07T12:00:00Z", -100_000, "150000"),
        ],
    ),
];

fn events(trades: Trades) -> Vec<Event> {
    let entry = |tokens: i64, pounds: &str| {
        let amount = btc(&tokens.abs().to_string());
        if tokens > 0 {
            Entry::Buy(Purchase::new(amount, usd(pounds)))
        } else {
            Entry::Sell(Sale::new(amount, usd(pounds)))
        }
    };
    trades.iter().map(|(at, tokens, pounds)| Event::new(time(at), entry(*tokens, pounds))).collect()
}

#[test]
fn worked_examples_of_hmrc() {
    let expected = &vectors("lots_vectors.json")["hmrc"];
    let mut gains = 0;
    for (name, trades) in EXAMPLES {
        let computed = &expected[name]["computed"];
        let (ledger, answered) = Ledger::replay(coins_only(Method::UnitedKingdom), &events(trades)).unwrap();
        assert!(answered.is_empty(), "{name}: known only when 30 days are over");
        let lines = ledger.united_kingdom_disposals();
        for (date, gain) in computed["gains"].as_object().unwrap() {
            let of_day = lines.iter().filter(|line| line.disposed_date.to_string() == *date);
            let got: Decimal = of_day.map(|line| line.gain).sum();
            let got: f64 = got.to_string().parse().unwrap();
            assert!((got - gain.as_f64().unwrap()).abs() < 1e-9, "{name} {date}: {got} for {gain}");
            gains += 1;
        }
        let [pool] = &ledger.lots()[..] else { panic!("{name}: one pool remains") };
        assert_eq!(pool.amount.to_btc_f64(), computed["pool_qty"].as_f64().unwrap(), "{name}");
        let cost: f64 = pool.cost.to_decimal().to_string().parse().unwrap();
        assert!((cost - computed["pool_cost"].as_f64().unwrap()).abs() < 1e-9, "{name}: pool at {cost}");
        let totals = ledger.totals(Basis::Tax);
        assert_eq!(totals.imbalance(), Fiat::ZERO, "{name}");
        assert_eq!(
            totals.realised().to_decimal(),
            lines.iter().map(|line| line.gain).sum::<Decimal>().normalize(),
            "{name}"
        );
    }
    assert_eq!(gains, 9);
}

#[test]
fn matches_of_example_six() {
    let (ledger, _) = Ledger::replay(coins_only(Method::UnitedKingdom), &events(EXAMPLES[5].1)).unwrap();
    let lines = ledger.united_kingdom_disposals();
    let found: Vec<(String, MatchRule, u64)> = lines
        .iter()
        .map(|line| (line.disposed_date.to_string(), line.rule, line.amount_sat.to_sat() / 100_000_000))
        .collect();
    // 50 000 were bought on August 6: 20 000 for each of the first two disposals, and 10 000 join the pool of 100 000.
    let expected = [
        ("2021-07-31", MatchRule::SameDay, 10_000),
        ("2021-07-31", MatchRule::ThirtyDays, 20_000),
        ("2021-08-05", MatchRule::ThirtyDays, 20_000),
        ("2021-08-07", MatchRule::Section104Pool, 100_000),
    ];
    assert_eq!(found, expected.map(|(date, rule, tokens)| (date.to_owned(), rule, tokens)));
    assert!(lines.iter().all(|line| line.is_final == (line.rule == MatchRule::SameDay)), "30 days are not over");
}

/// Misplaced keys are no disposal, a claim of negligible value is one, for nothing (CRYPTO22400); all disposals of a day are one (s. 105).
#[test]
fn coins_that_are_lost_are_told_as_lost() {
    let bought = Event::new(time(BEFORE), Entry::Buy(Purchase::new(btc("100"), usd("1000"))));
    let lost = Event::new(time("2021-03-01T12:00:00Z"), Entry::Lost(Loss::new(btc("10"))));
    let sold = Event::new(time("2021-03-01T13:00:00Z"), Entry::Sell(Sale::new(btc("10"), usd("500"))));
    let told = |events: &[Event]| {
        let (ledger, _) = Ledger::replay(coins_only(Method::UnitedKingdom), events).unwrap();
        let [line] = &ledger.united_kingdom_disposals()[..] else { panic!("one disposal of the day") };
        assert_eq!(ledger.totals(Basis::Tax).realised().to_decimal(), line.gain);
        (line.kind, line.gain.to_string())
    };
    assert_eq!(told(&[bought.clone(), lost.clone()]), (DisposalKind::Lost, "-100".to_owned()));
    assert_eq!(told(&[bought, lost, sold]), (DisposalKind::Sale, "300".to_owned()));
}
