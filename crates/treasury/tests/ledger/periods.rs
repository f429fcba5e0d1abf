//! The roll-forward of ASC 350-60.

use hashinsight_treasury::ledger::{
    Basis, Entry, Event, Fiat, Ledger, LedgerPolicy, Loss, Method, Receipt, RollForward, RollForwardRequest, Shortfall,
    roll_forward,
};
use hashinsight_units::{Amount, Currency, Decimal};
use proptest::prelude::*;

use super::laws::history;
use super::{btc, buy, coins_only, day, event, mark, sell, usd};

/// A year worked by hand: opened with 2 BTC at 40 000 that cost 30 000 each; 1 bought at 50 000, 0.5 mined at 55 000 (24 000 of it cost
/// of production), 1 sold at 60 000, 0.1 lost; closed at 70 000.
#[test]
fn a_year_by_hand() {
    let events = vec![
        buy(day(0), 200_000_000, "60000"),
        mark(day(1), "40000"),
        buy(day(100), 100_000_000, "50000"),
        event(day(150), Entry::Mine(Receipt::new(btc("0.5"), usd("27500")).book_value(usd("24000")))),
        sell(day(200), 100_000_000, "60000"),
        event(day(250), Entry::Lost(Loss::new(btc("0.1")))),
        mark(day(364), "70000"),
        sell(day(400), 1, "1"),
    ];
    let request = RollForwardRequest::new(coins_only(Method::Fifo), events, day(2), day(366));
    let year = roll_forward(&request).unwrap();
    let money = |of: fn(&RollForward) -> Decimal| of(&year).to_string();
    assert_eq!(money(|y| y.opening_fair_value), "80000");
    assert_eq!(
        [money(|y| y.purchases), money(|y| y.mining_receipts), money(|y| y.contributions)],
        ["50000", "24000", "0"]
    );
    assert_eq!([money(|y| y.dispositions), money(|y| y.written_off)], ["60000", "3000"]);
    assert_eq!(money(|y| y.closing_fair_value), "168000"); // 2.4 BTC
    assert_eq!([money(|y| y.gains), money(|y| y.losses)], ["77000", "0"]); // 168000 - 80000 - 74000 + 63000
    assert_eq!([money(|y| y.realised_gains), money(|y| y.realised_losses)], ["30000", "0"]);
    assert_eq!([money(|y| y.opening_cost), money(|y| y.closing_cost)], ["60000", "101000"]);
    assert_eq!((year.opening_sat, year.closing_sat), (btc("2"), btc("2.4")));
    assert_eq!((year.opening_price_ms, year.closing_price_ms), (Some(day(1)), Some(day(364))));
}

#[test]
fn a_price_is_needed_where_there_are_coins() {
    let request = |events: Vec<Event>, begin, end| {
        RollForwardRequest::new(coins_only(Method::Fifo), events, day(begin), day(end))
    };
    let events = || vec![buy(day(0), 1, "1"), mark(day(5), "40000")];
    let refused = |request: &RollForwardRequest| {
        let error = roll_forward(request).unwrap_err();
        (error.code().to_owned(), error.fault().path().as_str().to_owned())
    };
    let missing = "treasury.mark.missing".to_owned();
    assert_eq!(refused(&request(events(), 1, 9)), (missing.clone(), "opening.mark".to_owned()));
    assert_eq!(refused(&request(events(), 0, 4)), (missing, "closing.mark".to_owned()));
    assert_eq!(refused(&request(events(), 9, 8)).0, "treasury.end_ms.out_of_range");
    let nothing = roll_forward(&request(Vec::new(), 0, 1)).unwrap();
    assert_eq!((nothing.closing_fair_value, nothing.closing_price_ms), (Decimal::ZERO, None));
    let unknown = roll_forward(&request(vec![buy(day(0), 2, "1"), sell(day(1), 3, "1")], 0, 9)).unwrap_err();
    assert_eq!(unknown.fault().path().as_str(), "events[1].entry.sell.amount_sat");
    assert_eq!(Amount::ZERO, nothing.opening_sat);
}

proptest! {
    /// What the roll-forward leaves as gain is what was realised and what the unrealised gain changed by, from the lots.
    #[test]
    fn gains_are_realised_and_unrealised(events in history(), cut in 0_usize..60) {
        let policy = LedgerPolicy::new(Currency::USD, Method::Hifo).cash_below_zero(Shortfall::Allow);
        let mut ledger = Ledger::new(policy).unwrap();
        ledger.apply(&mark(day(-1), "61234.5678")).unwrap();
        let mut opening = ledger.clone();
        for (number, event) in events.iter().enumerate() {
            let _ = ledger.apply(event); // what is refused changes nothing
            if number == cut {
                opening = ledger.clone();
            }
        }
        let period = RollForward::between(&opening, &ledger).unwrap();
        let earned = |ledger: &Ledger| ledger.totals(Basis::Book).realised() + ledger.unrealised(Basis::Book).unwrap();
        let change: Fiat = earned(&ledger) - earned(&opening);
        prop_assert_eq!(period.gains - period.losses, change.to_decimal());
        let additions = period.purchases + period.mining_receipts + period.contributions;
        let reductions = period.dispositions + period.written_off;
        let closing = period.opening_fair_value + additions - reductions + period.gains - period.losses;
        prop_assert_eq!(closing, period.closing_fair_value);
        prop_assert!(RollForward::between(&ledger, &opening).is_err() || ledger.events() == opening.events());
    }
}
