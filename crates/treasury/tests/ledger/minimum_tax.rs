//! The least tax against every choice of lots, and the journal against the sums of the ledger.

use hashinsight_testkit::within_relative;
use hashinsight_treasury::ledger::{
    Basis, Entry, Event, Fiat, JournalRequest, Ledger, LedgerPolicy, LotPick, Method, MinimumTaxRequest, Sale,
    Shortfall, journal, minimum_tax,
};
use hashinsight_units::{Amount, Currency, Decimal, Fraction};
use proptest::prelude::*;

use super::laws::history;
use super::{buy, coins_only, day, mark, sell, usd};

fn fraction(value: f64) -> Fraction {
    Fraction::new(value).unwrap()
}

fn tax_of(events: &[Event], sale: &Sale, picks: Vec<LotPick>, [short, long]: [f64; 2]) -> f64 {
    let (mut ledger, _) = Ledger::replay(coins_only(Method::SpecificIdentification), events).unwrap();
    let event = Event::new(day(900), Entry::Sell(sale.clone().lots(picks)));
    let policy = ledger.policy().clone();
    let lines: Vec<_> = ledger.apply(&event).unwrap().iter().map(|found| found.line(&policy)).collect();
    let rate = |is_long| if is_long { long } else { short };
    let owed = |line: &hashinsight_treasury::ledger::Disposal| {
        let gain: f64 = line.gain.to_string().parse().unwrap();
        rate(line.term == hashinsight_treasury::ledger::Term::LongTerm) * gain
    };
    lines.iter().map(owed).sum()
}

/// Every way to take so many coins out of the lots.
fn ways(lots: &[u64], coins: u64) -> Vec<Vec<u64>> {
    let Some((first, rest)) = lots.split_first() else { return if coins == 0 { vec![vec![]] } else { vec![] } };
    let with = |taken: u64| {
        ways(rest, coins - taken).into_iter().map(move |others| [vec![taken], others].concat()).collect::<Vec<_>>()
    };
    (0..=(*first).min(coins)).flat_map(with).collect()
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(2_000))]
    /// Lots of a few satoshis, bought up to 900 days ago: no way to take the coins owes less.
    #[test]
    fn no_choice_of_lots_owes_less(
        lots in prop::collection::vec((0_i64..900, 1_u64..5, 1_u32..200), 1..5),
        part in 0.1_f64..1.0,
        price in 1_u32..200,
        rates in (0.0_f64..0.5, 0.0_f64..0.5),
    ) {
        let mut lots = lots;
        lots.sort_by_key(|lot| lot.0);
        let events: Vec<Event> = lots.iter().map(|(at, sat, cost)| buy(day(*at), *sat, &cost.to_string())).collect();
        let held: Vec<u64> = lots.iter().map(|lot| lot.1).collect();
        let total: u64 = held.iter().sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at least 1 satoshi")]
        let coins = ((total as f64 * part) as u64).max(1);
        let sale = Sale::new(Amount::from_sat(coins).unwrap(), usd(&(u64::from(price) * coins).to_string()));
        let rates = [rates.0, rates.1];
        let request = MinimumTaxRequest::new(
            coins_only(Method::SpecificIdentification), events.clone(), day(900), sale.clone(), fraction(rates[0]), fraction(rates[1]),
        );
        let report = minimum_tax(&request).unwrap();
        let by_way = |way: Vec<u64>| {
            let picks = way.into_iter().enumerate().filter(|(_, sat)| *sat > 0);
            let picks = picks.map(|(lot, sat)| LotPick::new(lot as u64, Amount::from_sat(sat).unwrap())).collect();
            tax_of(&events, &sale, picks, rates)
        };
        let least = ways(&held, coins).into_iter().map(by_way).fold(f64::INFINITY, |a, b| if b < a { b } else { a });
        prop_assert!((report.least.tax - least).abs() < 1e-6, "{} {least}", report.least.tax);
        for other in [&report.fifo, &report.lifo, &report.hifo] {
            prop_assert!(report.least.tax <= other.tax + 1e-6);
        }
        within_relative(report.fifo.tax + 1e6, tax_of(&events, &sale, report.fifo.lots.clone(), rates) + 1e6, 1e-12, "fifo");
    }

    /// Any history as a journal: each entry balances, and the balances of the accounts are the sums of the ledger.
    #[test]
    fn every_entry_balances(events in history(), at_fair_value in any::<bool>()) {
        let policy = LedgerPolicy::new(Currency::USD, Method::Hifo).cash_below_zero(Shortfall::Allow);
        let mut ledger = Ledger::new(policy.clone()).unwrap();
        let kept: Vec<Event> = events.into_iter().filter(|event| ledger.apply(event).is_ok()).collect();
        let request = JournalRequest::new(policy, kept.clone()).at_fair_value(at_fair_value);
        let report = journal(&request).unwrap();
        for entry in &report.entries {
            let debits: Decimal = entry.lines.iter().map(|line| line.debit).sum();
            let credits: Decimal = entry.lines.iter().map(|line| line.credit).sum();
            prop_assert_eq!(debits, credits);
            prop_assert!(entry.lines.len() >= 2);
            prop_assert!(entry.lines.iter().all(|line| line.debit.is_zero() != line.credit.is_zero()));
        }
        let totals = ledger.totals(Basis::Book);
        let balances: Vec<Decimal> = report.balances.iter().map(|account| account.balance).collect();
        prop_assert_eq!(balances.iter().sum::<Decimal>(), Decimal::ZERO);
        let expected = [totals.cash, totals.cost, -totals.debt, -totals.contributions, -totals.income].map(Fiat::to_decimal);
        prop_assert_eq!([balances[0], balances[1], balances[3], balances[4], balances[5]], expected);
        // What all entries have moved is what stands in the accounts.
        for account in &report.balances {
            let lines = report.entries.iter().flat_map(|entry| &entry.lines).filter(|line| line.account == account.account);
            let moved: Decimal = lines.map(|line| line.debit - line.credit).sum();
            prop_assert_eq!(moved, account.balance);
        }
    }
}

#[test]
fn a_mark_adjusts_to_fair_value() {
    let events = vec![
        buy(day(0), 100_000_000, "40000"),
        mark(day(1), "50000"),
        sell(day(2), 50_000_000, "30000"),
        mark(day(3), "45000"),
    ];
    let report = journal(&JournalRequest::new(coins_only(Method::Fifo), events).at_fair_value(true)).unwrap();
    let told: Vec<Vec<(String, String, String)>> = report
        .entries
        .iter()
        .map(|entry| {
            let line = |line: &hashinsight_treasury::ledger::JournalLine| {
                (format!("{:?}", line.account), line.debit.to_string(), line.credit.to_string())
            };
            entry.lines.iter().map(line).collect()
        })
        .collect();
    let line = |account: &str, debit: &str, credit: &str| (account.to_owned(), debit.to_owned(), credit.to_owned());
    assert_eq!(told[0], [line("BitcoinAtCost", "40000", "0"), line("Cash", "0", "40000")]);
    assert_eq!(told[1], [line("FairValueAdjustment", "10000", "0"), line("UnrealisedGains", "0", "10000")]);
    assert_eq!(
        told[2],
        [line("Cash", "30000", "0"), line("BitcoinAtCost", "0", "20000"), line("RealisedGains", "0", "10000")]
    );
    // Half a coin at 45,000 that cost 20,000: the adjustment falls from 10,000 to 2,500.
    assert_eq!(told[3], [line("UnrealisedGains", "7500", "0"), line("FairValueAdjustment", "0", "7500")]);
}

#[test]
fn a_method_that_chooses_by_itself_is_refused() {
    let sale = Sale::new(Amount::from_sat(1).unwrap(), usd("1"));
    let request = |policy, sale| {
        let request =
            MinimumTaxRequest::new(policy, vec![buy(day(0), 5, "5")], day(900), sale, fraction(0.3), fraction(0.2));
        minimum_tax(&request).unwrap_err().path().as_str().to_owned()
    };
    assert_eq!(request(coins_only(Method::Fifo), sale.clone()), "policy.method");
    let named = sale.lots(vec![LotPick::new(0, Amount::from_sat(1).unwrap())]);
    assert_eq!(request(coins_only(Method::SpecificIdentification), named), "sale.lots");
    let more = Sale::new(Amount::from_sat(9).unwrap(), usd("1"));
    assert!(request(coins_only(Method::SpecificIdentification), more).starts_with("sale"));
}
