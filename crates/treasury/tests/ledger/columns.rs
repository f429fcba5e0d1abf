//! Long histories by the column, against the ledger event by event.

use hashinsight_treasury::ledger::{
    EventColumns, EventKind, Fiat, HistoryParams, HistoryTable, Ledger, LongTerm, Match, Method, Shortfall,
    ledger_history,
};
use hashinsight_units::{Currency, Error};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{LedgerPolicy, buy, coins_only, day, sell};

type Rows = Vec<(i64, bool, u64, i64)>;

fn run(rows: &Rows, policy: LedgerPolicy) -> Result<HistoryTable, Error> {
    let kind: Vec<EventKind> = rows.iter().map(|row| if row.1 { EventKind::Sell } else { EventKind::Buy }).collect();
    let time_ms: Vec<i64> = rows.iter().map(|row| day(row.0).to_ms()).collect();
    let amount_sat: Vec<i64> = rows.iter().map(|row| row.2.cast_signed()).collect();
    let value_micro: Vec<i64> = rows.iter().map(|row| row.3).collect();
    let (none, wallet) = (vec![0; rows.len()], vec![0; rows.len()]);
    let columns = EventColumns {
        time_ms: &time_ms,
        kind: &kind,
        amount_sat: &amount_sat,
        value_micro: &value_micro,
        fee_micro: &none,
        fee_sat: &none,
        wallet: &wallet,
        to_wallet: &wallet,
    };
    ledger_history(&columns, &HistoryParams::new(policy))
}

proptest! {
    #[test]
    fn columns_say_what_the_ledger_says(trades in vec((0_i64..40, any::<bool>(), 1_u64..1_000_000, 0_i64..90_000_000_000), 1..50)) {
        let mut held = 0;
        let mut at = 0;
        let mut rows: Rows = Vec::new();
        for (days, is_sale, amount, value) in trades {
            let amount = if is_sale { amount.min(held) } else { amount };
            if amount > 0 {
                at += days;
                held = if is_sale { held - amount } else { held + amount };
                rows.push((at, is_sale, amount, value));
            }
        }
        let policy = coins_only(Method::Hifo).long_term(LongTerm::Days(90));
        let table = run(&rows, policy.clone()).unwrap();
        let events: Vec<_> = rows
            .iter()
            .map(|(at, is_sale, amount, value)| {
                let value = hashinsight_units::Decimal::new(*value, 6).to_string();
                if *is_sale { sell(day(*at), *amount, &value) } else { buy(day(*at), *amount, &value) }
            })
            .collect();
        let (ledger, matches) = Ledger::replay(policy, &events).unwrap();
        let sum = |of: fn(&Match) -> Fiat, until: u64| matches.iter().filter(|found| found.event < until).map(of).sum::<Fiat>();
        for until in 1..=rows.len() {
            let told: i64 = table.cost_micro[..until].iter().sum();
            let exact = sum(|found| found.cost, until as u64).to_decimal();
            let apart = (hashinsight_units::Decimal::new(told, 6) - exact).abs();
            prop_assert!(apart <= hashinsight_units::Decimal::new(5, 7), "{told} for {exact}");
        }
        let last = rows.len().saturating_sub(1);
        if !rows.is_empty() {
            prop_assert_eq!(table.balance_sat[last], ledger.balance().to_sat().cast_signed());
            prop_assert_eq!(hashinsight_units::Decimal::new(table.cash_micro[last], 6), ledger.cash().to_decimal());
        }
        let difference = |row: usize| table.proceeds_micro[row] - table.cost_micro[row];
        prop_assert!((0..rows.len()).all(|row| table.gain_micro[row] == difference(row)));
    }
}

#[test]
fn refusals_name_column_and_row() {
    let strict = || LedgerPolicy::new(Currency::USD, Method::Fifo).cash_below_zero(Shortfall::Allow);
    let refused = |rows: Rows, policy: LedgerPolicy| {
        let error = run(&rows, policy).unwrap_err();
        (error.code().to_owned(), error.fault().path().as_str().to_owned())
    };
    let named = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let oversold = vec![(0, false, 10, 1), (1, true, 11, 1)];
    assert_eq!(refused(oversold, strict()), named("treasury.amount_sat.out_of_range", "amount_sat[1]"));
    let unsorted = vec![(1, false, 10, 1), (0, true, 1, 1)];
    assert_eq!(refused(unsorted, strict()), named("treasury.time_ms.out_of_range", "time_ms[1]"));
    assert_eq!(refused(vec![(0, false, 10, -1)], strict()), named("treasury.value.out_of_range", "value_micro[0]"));
    let huge = vec![(0, false, 10, i64::MAX), (1, false, 10, i64::MAX)];
    assert_eq!(refused(huge, strict()), named("treasury.value_micro.out_of_range", "value_micro[1]"));
    // The number as it stands in the column, and the unit of what is allowed.
    let error = run(&vec![(0, false, 10, -1)], strict()).unwrap_err();
    assert_eq!(error.fault().value(), "-1");
    assert!(error.fault().allowed_text().contains("millionths"), "{error}");
    let british = coins_only(Method::UnitedKingdom);
    assert_eq!(refused(vec![(0, false, 10, 1)], british), named("treasury.method.unsupported", "policy.method"));
}
