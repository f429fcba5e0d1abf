//! Sale sizes, schedules, days of cash and loans.

use hashinsight_testkit::vectors;
use hashinsight_treasury::coverage::{Cash, Costs, Execution, Payment, Schedule};
use hashinsight_units::{Decimal, Fraction, Price, Timestamp};
use proptest::prelude::*;
use serde_json::Value;

/// The value of a case of `treasury_anchors.json`.
pub(crate) fn anchor(id: &str) -> Value {
    let anchors = vectors("treasury_anchors.json");
    let case = anchors.as_array().unwrap().iter().find(|case| case["id"] == id);
    case.unwrap_or_else(|| panic!("no case {id}"))["value"].clone()
}

fn fraction(value: f64) -> Fraction {
    Fraction::new(value).unwrap()
}

#[test]
fn case_04_a_top_up_sells_the_ceiling() {
    let costs = Costs::new(fraction(0.001)).slippage(fraction(0.0005));
    let execution = Execution::new(Price::new(100_000.0).unwrap(), &costs).unwrap();
    let value = anchor("opex1");
    let sat = execution.gross(50_000_000_000, i64::MAX).unwrap();
    assert_eq!(sat, value[1].as_i64().unwrap());
    assert!(sat as f64 - 1.0 < value[0].as_f64().unwrap() * 1e8 && value[0].as_f64().unwrap() * 1e8 <= sat as f64);
    assert!(execution.proceeds(sat) >= 50_000_000_000 && execution.proceeds(sat - 1) < 50_000_000_000);
}

/// Proceeds by decimals, from the definition: two roundings down of the price, one of the product.
fn proceeds_by_decimals(price: i64, [fee, slippage, impact]: [i64; 3], fixed: i64, sat: i64) -> i64 {
    let part = |parts: i64| Decimal::new(parts, 9);
    let one = Decimal::ONE;
    let lost = (Decimal::from(sat) * part(impact) / Decimal::from(100_000_000_i64) * Decimal::from(1_000_000_000_i64))
        .ceil()
        / Decimal::from(1_000_000_000_i64);
    let kept = one - part(slippage) - lost;
    let kept = if kept < Decimal::ZERO { Decimal::ZERO } else { kept };
    let bid = ((Decimal::from(price) * kept).floor() * (one - part(fee))).floor();
    let gross = (Decimal::from(sat) * bid / Decimal::from(100_000_000_i64)).floor();
    i64::try_from(gross).unwrap() - fixed
}

proptest! {
    #[test]
    fn a_gross_sale_is_the_least_that_brings_the_sum(
        price in 1_000_000_i64..200_000_000_000, fee in 0_i64..50_000_000, slippage in 0_i64..50_000_000,
        impact in prop_oneof![Just(0_i64), 1_000_i64..10_000_000], fixed in 0_i64..50_000_000, need in 1_i64..1_000_000_000_000,
    ) {
        let part = |parts: i64| fraction(parts as f64 / 1e9);
        let costs = Costs::new(part(fee)).slippage(part(slippage)).slippage_per_btc(part(impact))
            .fixed_usd(Cash::from_micros(fixed).unwrap());
        let execution = Execution::at_micros(price, &costs).unwrap();
        let by_definition = |sat| proceeds_by_decimals(price, [fee, slippage, impact], fixed, sat);
        let most = 100_000_000_000;
        match execution.gross(need, most) {
            Some(sat) => {
                prop_assert_eq!(execution.proceeds(sat), by_definition(sat));
                prop_assert!(by_definition(sat) >= need && by_definition(sat - 1) < need);
            }
            None => for step in 1..=500 {
                prop_assert!(by_definition(most / 500 * step) < need);
            },
        }
    }

    #[test]
    fn a_purchase_is_the_greatest_that_the_cash_pays(
        price in 1_000_000_i64..200_000_000_000, fee in 0_i64..50_000_000, impact in prop_oneof![Just(0_i64), 1_000_i64..10_000_000],
        cash in 0_i64..1_000_000_000_000,
    ) {
        let part = |parts: i64| fraction(parts as f64 / 1e9);
        let execution = Execution::at_micros(price, &Costs::new(part(fee)).slippage_per_btc(part(impact))).unwrap();
        let sat = execution.affordable(cash);
        prop_assert!(execution.outlay(sat) <= cash && execution.outlay(sat + 1) > cash);
        prop_assert!(execution.outlay(sat) >= execution.value(sat));
    }
}

fn payment(day: i64, usd: &str) -> Payment {
    Payment::new(Timestamp::from_s(1_735_689_600 + 86_400 * day).unwrap(), usd.parse().unwrap())
}

#[test]
fn a_schedule_sums_what_is_unpaid() {
    let payments = [payment(0, "5"), payment(0, "7"), payment(3, "11"), payment(9, "13")];
    let schedule = Schedule::new(&payments).unwrap();
    for next in 0..=4 {
        let due = schedule.from(next);
        for day in -1..12 {
            let now = 1_735_689_600_000 + 86_400_000 * day;
            let sum = payments[next..].iter().filter(|payment| payment.due_ms.to_ms() <= now);
            assert_eq!(due.by(now), sum.map(|payment| payment.amount_usd.to_micros()).sum::<i64>());
        }
        for cash in 0..40 {
            let mut sum = 0;
            let first = payments[next..].iter().find(|payment| {
                sum += payment.amount_usd.to_micros();
                sum > cash * 1_000_000
            });
            assert_eq!(
                due.first_uncovered(cash * 1_000_000),
                first.map(|payment| payment.due_ms.to_ms()),
                "{next} {cash}"
            );
        }
    }
    let refused = Schedule::new(&[payment(3, "1"), payment(2, "1")]).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("treasury.due_ms.out_of_range", "[1].due_ms"));
    let refused = Schedule::new(&[payment(3, "-1")]).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("treasury.amount_usd.out_of_range", "[0].amount_usd"));
}
