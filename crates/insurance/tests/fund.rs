//! The fund against a bookkeeper of its own, by hand, and what it refuses.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart")]

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_insurance::book::{BookCapacityRequest, BookLossRequest, RiskMeasure, book_capacity, book_loss};
use hashinsight_insurance::fund::{
    ClaimClosed, ClaimPaid, ClaimReported, ClaimReserved, CoverRefund, CoverSold, CoverTriggered, Fund, FundCash,
    FundEntry, FundEvent, FundPolicy, FundPositionRequest, UnearnedBasis, fund_position,
};
use hashinsight_numerics::stream::Stream;
use hashinsight_testkit::{check_stream, properties, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Currency, Decimal, Fraction, Money, Outcome, Problem};
use proptest::prelude::*;

use crate::book::{at, market};

fn usdt(cents: i64) -> Money {
    Money::new(Decimal::new(cents, 2), "USDT".parse().unwrap())
}

fn policy() -> FundPolicy {
    FundPolicy::new("USDT".parse().unwrap())
}

fn on(day: f64, entry: FundEntry) -> FundEvent {
    FundEvent::new(at(day), entry)
}

fn cash(cents: i64) -> FundCash {
    FundCash::new(usdt(cents))
}

fn sold(name: &str, premium: i64, sum: i64, barrier: f64, from: f64, to: f64) -> CoverSold {
    let side = if barrier < 60_000.0 { BarrierSide::Down } else { BarrierSide::Up };
    let barrier = AssetPrice::new(barrier).unwrap();
    let (name, instrument) = (name.parse().unwrap(), "BTCUSDT".parse().unwrap());
    let sold = CoverSold::new(name, usdt(premium), usdt(sum), at(from), at(to));
    sold.instrument(instrument).side(side).barrier(barrier)
}

fn report(claim: &str, cover: &str, cents: i64) -> FundEntry {
    FundEntry::Report(ClaimReported::new(claim.parse().unwrap(), cover.parse().unwrap(), usdt(cents)))
}

fn pay(claim: &str, cents: i64) -> FundEntry {
    FundEntry::Payment(ClaimPaid::new(claim.parse().unwrap(), usdt(cents)))
}

fn reserve(claim: &str, cents: i64) -> FundEntry {
    FundEntry::Reserve(ClaimReserved::new(claim.parse().unwrap(), usdt(cents)))
}

fn trigger(cover: &str) -> FundEntry {
    FundEntry::Trigger(CoverTriggered::new(cover.parse().unwrap()))
}

fn refund(cover: &str, cents: i64) -> FundEntry {
    FundEntry::Refund(CoverRefund::new(cover.parse().unwrap(), usdt(cents)))
}

fn close(claim: &str) -> FundEntry {
    FundEntry::Close(ClaimClosed::new(claim.parse().unwrap()))
}

/// A fund with three covers, of which one is triggered and paid in part, one ended early and one still runs.
fn history() -> Vec<FundEvent> {
    vec![
        on(0.0, FundEntry::Capital(cash(10_000_00))),
        on(0.0, FundEntry::Premium(sold("P-1", 560_00, 1500_00, 54_216.87, 0.0, 7.0))),
        on(0.5, FundEntry::Premium(sold("P-2", 444_34, 1500_00, 65_737.05, 0.5, 7.5))),
        on(1.0, FundEntry::Premium(sold("P-3", 100_01, 700_00, 50_000.0, 1.0, 8.0))),
        on(1.0, FundEntry::Expense(cash(33_33))),
        on(2.0, trigger("P-2")),
        on(2.5, report("C-1", "P-2", 1400_00)),
        on(3.0, pay("C-1", 1000_00)),
        on(3.0, reserve("C-1", 450_00)),
        on(3.5, refund("P-3", 60_00)),
        on(3.5, FundEntry::Withdrawal(cash(500_00))),
    ]
}

#[test]
fn keeps_the_contract_of_streams() {
    let euro: Currency = "EUR".parse().unwrap();
    let refused = [
        on(3.5, FundEntry::Capital(FundCash::new(Money::new(Decimal::ONE, euro)))),
        on(3.5, FundEntry::Capital(cash(0))),
        on(3.5, FundEntry::Expense(cash(99_999_00))),
        on(3.5, report("C-9", "P-9", 1)),
        on(3.5, pay("C-9", 1)),
        on(-1.0, FundEntry::Withdrawal(cash(-1))),
    ];
    check_stream::<Fund>(&policy(), &history(), &refused);
}

#[test]
fn a_history_by_hand() {
    let request = FundPositionRequest::new(policy(), history(), at(4.0));
    let report = fund_position(&request).unwrap();
    let cents = |amount: Decimal| amount * Decimal::ONE_HUNDRED;
    let is = |amount: Decimal, expected: i64| assert_eq!(cents(amount), Decimal::from(expected));
    is(report.cash, 10_000_00 + 560_00 + 444_34 + 100_01 - 33_33 - 1000_00 - 60_00 - 500_00);
    is(report.premiums, 1104_35);
    is(report.outstanding, 450_00);
    is(report.unreported, 0);
    // P-1 alone runs: three days of seven.
    assert_eq!(report.covers_in_force, 1);
    is(report.unearned_pro_rata, 240_00);
    assert_eq!((report.unearned_remaining_risk, report.expected_claims, report.premium_deficiency), (None, None, None));
    is(report.earned, 1104_35 - 60_00 - 240_00);
    is(report.free_capital, 10_000_00 + 560_00 + 444_34 + 100_01 - 33_33 - 1000_00 - 60_00 - 500_00 - 240_00 - 450_00);
    within_relative(report.loss_ratio.value().unwrap(), 1450.0 / 804.35, 1e-15, "loss ratio");
    assert_eq!(report.solvency_ratio, None);
    assert_eq!(report.lines.len(), 11);
    is(report.lines[5].unreported, 1500_00);
    is(report.lines[6].outstanding, 1400_00);
    let required = request.clone().required_capital(usdt(4000_00)).risk_margin(usdt(10_00));
    let ratio = fund_position(&required.unreported_estimate(usdt(5_00))).unwrap().solvency_ratio;
    within_relative(ratio.unwrap().value().unwrap(), (9511.02 - 690.0 - 15.0) / 4000.0, 1e-14, "solvency");
    let none = fund_position(&request.required_capital(usdt(0))).unwrap();
    assert_eq!(none.solvency_ratio, Some(Outcome::Unbounded));
}

/// Fair premiums: earned by the risk that is gone, and deficient once the price stands near the barrier.
#[test]
fn premiums_by_remaining_risk() {
    let hit = |spot: f64, days: f64| {
        let row = crate::book::cover(BarrierSide::Down, 54_216.87, 1.0, 0.0, days);
        let covers = [row].into_iter().collect();
        let request = BookLossRequest::new(covers, market(spot, 0.0, 0.65), at(0.0), Measure::RealWorld);
        book_loss(&request).unwrap().hit_probabilities[0]
    };
    let at_sale = hit(60_000.0, 7.0);
    let cover = sold("P-1", 410_34, 1500_00, 54_216.87, 0.0, 7.0).hit_probability(Fraction::new(at_sale).unwrap());
    let events = vec![on(0.0, FundEntry::Premium(cover))];
    let ask = |spot: f64, day: f64| {
        let request = FundPositionRequest::new(policy(), events.clone(), at(day));
        fund_position(&request.markets(vec![market(spot, 0.0, 0.65)]).unearned(UnearnedBasis::RemainingRisk)).unwrap()
    };
    let near = |amount: Decimal, expected: f64| {
        let got: f64 = amount.to_string().parse().unwrap();
        assert!(got >= expected - 1e-6 && got < expected + 0.01 + 1e-6, "{got} for {expected}: rounded up to the cent");
    };
    let start = ask(60_000.0, 0.0);
    assert_eq!((start.unearned, start.premium_deficiency), (start.premiums, Some(Decimal::ZERO)));
    near(start.expected_claims.unwrap(), 1500.0 * at_sale);
    // Three days before the end, at the same price: less than three sevenths of the risk are left.
    let calm = ask(60_000.0, 4.0);
    near(calm.unearned, 410.34 * hit(60_000.0, 3.0) / at_sale);
    assert!(calm.unearned < calm.unearned_pro_rata);
    // Near the barrier the premium is not enough: all of it is unearned, and more is owed.
    let stress = ask(54_500.0, 4.0);
    assert_eq!(stress.unearned, stress.premiums);
    near(stress.expected_claims.unwrap(), 1500.0 * hit(54_500.0, 3.0));
    assert_eq!(stress.premium_deficiency, Some(stress.expected_claims.unwrap() - stress.unearned));
    assert_eq!(stress.free_capital, stress.cash - stress.expected_claims.unwrap());
    // After the end nothing is owed.
    let over = ask(54_500.0, 7.0);
    assert_eq!((over.covers_in_force, over.free_capital), (0, over.cash));
}

/// Free capital is what the next cover may cost, and the value at risk what the fund must hold.
#[test]
fn the_book_of_a_fund() {
    let fund = history()
        .iter()
        .take(4)
        .try_fold(Fund::open(&policy()).unwrap(), |mut fund, event| fund.update(event).map(|_| fund));
    let covers = fund.unwrap().in_force(at(1.0)).unwrap();
    assert_eq!(covers.len(), 3);
    assert_eq!((covers[0].sum_insured.get(), covers[1].premium.get()), (1500.0, 444.34));
    let one_expiry: Vec<_> = covers
        .into_iter()
        .map(|mut cover| {
            cover.expiry_ms = at(8.0);
            cover
        })
        .collect();
    let position = fund_position(&FundPositionRequest::new(policy(), history()[..4].to_vec(), at(1.0))).unwrap();
    let free: f64 = position.free_capital.to_string().parse().unwrap();
    let ask = BookCapacityRequest::new(
        one_expiry.into_iter().collect(),
        market(60_000.0, 0.0, 0.65),
        at(1.0),
        Measure::RealWorld,
        BarrierSide::Down,
        AssetPrice::new(57_000.0).unwrap(),
        Collateral::new(free).unwrap(),
    );
    let report = book_capacity(&ask.risk(RiskMeasure::ValueAtRisk)).unwrap();
    // Down covers of 1,500 and 700 and the up cover of 1,500: at 99.5 % the worst that counts is 2,200.
    assert_eq!(report.sum_insured, Outcome::Value(free - 2200.0));
}

#[test]
fn events_that_are_refused() {
    let refuse = |before: usize, event: FundEvent, code: &str, path: &str| {
        let mut events = history()[..before].to_vec();
        events.push(event);
        let error = fund_position(&FundPositionRequest::new(policy(), events, at(30.0))).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, format!("events[{before}].{path}").as_str()));
    };
    let premium = |cover| on(4.0, FundEntry::Premium(cover));
    refuse(11, premium(sold("P-1", 1, 1, 5e4, 4.0, 5.0)), "insurance.cover.several", "entry.premium.cover");
    refuse(11, premium(sold("P-4", 0, 1, 5e4, 4.0, 5.0)), "insurance.value.out_of_range", "entry.premium.value");
    refuse(
        11,
        premium(sold("P-4", 1, 0, 5e4, 4.0, 5.0)),
        "insurance.sum_insured.out_of_range",
        "entry.premium.sum_insured",
    );
    refuse(
        11,
        premium(sold("P-4", 1, 1, 5e4, 4.0, 4.0)),
        "insurance.expiry_ms.out_of_range",
        "entry.premium.expiry_ms",
    );
    refuse(
        11,
        premium(sold("P-4", 1, 1, 5e4, 1.0, 3.0)),
        "insurance.expiry_ms.out_of_range",
        "entry.premium.expiry_ms",
    );
    let never = sold("P-4", 1, 1, 5e4, 4.0, 5.0).hit_probability(Fraction::ZERO);
    refuse(11, premium(never), "insurance.hit_probability.out_of_range", "entry.premium.hit_probability");
    refuse(11, on(1.0, trigger("P-1")), "insurance.time_ms.out_of_range", "time_ms");
    refuse(11, on(4.0, trigger("P-2")), "insurance.cover.unsupported", "entry.trigger.cover");
    refuse(11, on(4.0, trigger("P-9")), "insurance.cover.unknown", "entry.trigger.cover");
    refuse(11, on(4.0, report("C-1", "P-1", 1)), "insurance.claim.several", "entry.report.claim");
    refuse(11, on(4.0, report("C-2", "P-2", 1)), "insurance.cover.unsupported", "entry.report.cover");
    refuse(11, on(4.0, report("C-2", "P-3", 1)), "insurance.cover.unsupported", "entry.report.cover");
    refuse(11, on(4.0, report("C-2", "P-1", 1500_01)), "insurance.reserve.out_of_range", "entry.report.reserve");
    refuse(11, on(4.0, reserve("C-1", 500_01)), "insurance.reserve.out_of_range", "entry.reserve.reserve");
    refuse(11, on(4.0, reserve("C-1", -1)), "insurance.reserve.out_of_range", "entry.reserve.reserve");
    refuse(11, on(4.0, pay("C-1", 450_01)), "insurance.value.out_of_range", "entry.payment.value");
    refuse(11, on(4.0, refund("P-1", 560_01)), "insurance.value.out_of_range", "entry.refund.value");
    refuse(11, on(4.0, FundEntry::Withdrawal(cash(9511_03))), "insurance.value.out_of_range", "entry.withdrawal.value");
    let mut events = history();
    events.extend([on(4.0, pay("C-1", 450_00)), on(4.0, close("C-1")), on(4.0, pay("C-1", 1))]);
    let error = fund_position(&FundPositionRequest::new(policy(), events, at(30.0))).unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str()),
        ("insurance.claim.unsupported", "events[13].entry.payment.claim")
    );
    let early = fund_position(&FundPositionRequest::new(policy(), history(), at(3.0))).unwrap_err();
    assert_eq!((early.code(), early.problem()), ("insurance.time_ms.out_of_range", Problem::OutOfRange));
    let blind = FundPositionRequest::new(policy(), history(), at(4.0)).unearned(UnearnedBasis::RemainingRisk);
    assert_eq!(fund_position(&blind).unwrap_err().code(), "insurance.unearned.unsupported");
}

/// A bookkeeper who knows only kinds and cents.
#[derive(Default)]
struct Naive {
    came: i64,
    went: i64,
    covers: Vec<(i64, &'static str)>,
    claims: Vec<(usize, i64, i64, bool)>,
}

fn entries() -> impl Strategy<Value = (u8, usize, i64)> {
    (0_u8..10, 0_usize..6, -50_i64..50_000)
}

proptest! {
    #![proptest_config(properties(2_000))]

    /// Whatever happens, and whatever is refused, what came is what went and what is there; sums that stand open are those of covers and claims;
    /// and no claim costs more than its sum insured.
    #[test]
    fn a_fund_neither_creates_nor_loses_money(steps in prop::collection::vec(entries(), 1..60)) {
        let mut fund = Fund::open(&policy()).unwrap();
        let mut naive = Naive::default();
        let mut taken = Vec::new();
        for (i, (kind, which, cents)) in steps.into_iter().enumerate() {
            let name = |letter: &str, number: usize| format!("{letter}-{number}");
            let cover = name("P", which);
            let claim = name("C", which);
            let new_cover = name("P", naive.covers.len());
            let new_claim = name("C", naive.claims.len());
            let entry = match kind {
                0 => FundEntry::Capital(cash(cents)),
                1 => FundEntry::Withdrawal(cash(cents)),
                2 => FundEntry::Expense(cash(cents / 10)),
                3 | 4 => FundEntry::Premium(sold(&new_cover, cents / 5, cents, 5e4, 0.0, 900.0)),
                5 => trigger(&cover),
                6 => report(&new_claim, &cover, cents / 2),
                7 => if cents % 2 == 0 { pay(&claim, cents / 4) } else { close(&claim) },
                8 => reserve(&claim, cents / 3),
                _ => refund(&cover, cents / 20),
            };
            let before = fund.save();
            let event = on(i as f64, entry);
            if fund.update(&event).is_err() {
                prop_assert_eq!(fund.save(), before, "a refused event changed the fund");
                continue;
            }
            taken.push(event);
            match kind {
                0 => naive.came += cents,
                1 => naive.went += cents,
                2 => naive.went += cents / 10,
                3 | 4 => { naive.came += cents / 5; naive.covers.push((cents, "open")); }
                5 => naive.covers[which].1 = "triggered",
                6 => { naive.covers[which].1 = "claimed"; naive.claims.push((which, cents / 2, 0, true)); }
                7 if cents % 2 == 0 => { naive.went += cents / 4; naive.claims[which].1 -= cents / 4; naive.claims[which].2 += cents / 4; }
                7 => { naive.claims[which].1 = 0; naive.claims[which].3 = false; }
                8 => naive.claims[which].1 = cents / 3,
                _ => { naive.went += cents / 20; naive.covers[which].1 = "ended"; }
            }
            let line = fund.peek(&on(1e4, FundEntry::Capital(cash(1)))).unwrap();
            prop_assert_eq!(line.cash, Decimal::new(naive.came - naive.went + 1, 2));
            prop_assert!(naive.came >= naive.went);
            let reserves: i64 = naive.claims.iter().map(|claim| claim.1).sum();
            let unreported: i64 = naive.covers.iter().filter(|cover| cover.1 == "triggered").map(|cover| cover.0).sum();
            prop_assert_eq!((line.outstanding, line.unreported), (Decimal::new(reserves, 2), Decimal::new(unreported, 2)));
            for (cover, reserve, paid, _) in &naive.claims {
                prop_assert!(*reserve >= 0 && reserve + paid <= naive.covers[*cover].0);
            }
        }
        // The position of all accepted events at once is that of the fund, event by event.
        let report = fund_position(&FundPositionRequest::new(policy(), taken, at(100.0))).unwrap();
        prop_assert_eq!(report.cash, Decimal::new(naive.came - naive.went, 2));
        prop_assert_eq!(report.capital + report.premiums, Decimal::new(naive.came, 2));
        let left = report.withdrawn + report.refunds + report.expenses + report.claims_paid;
        prop_assert_eq!(left, Decimal::new(naive.went, 2));
        let owed = report.unearned + report.outstanding + report.unreported;
        prop_assert_eq!(report.free_capital, report.cash - owed);
    }

    /// Sales and capital of one instant stand in any order.
    #[test]
    fn order_within_an_instant_does_not_count(order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let events: Vec<FundEvent> = (0..6).map(|i| {
            let cents = 1000 + 337 * i64::from(i);
            let entry = if i % 2 == 0 { FundEntry::Capital(cash(cents)) } else {
                FundEntry::Premium(sold(&format!("P-{i}"), cents, 10 * cents, 5e4, 0.0, 3.0))
            };
            on(0.0, entry)
        }).collect();
        let of = |events: Vec<FundEvent>| {
            let mut report = fund_position(&FundPositionRequest::new(policy(), events, at(1.0))).unwrap();
            report.lines.clear();
            report
        };
        let shuffled = order.iter().map(|i| events[*i].clone()).collect();
        prop_assert_eq!(of(shuffled), of(events));
    }
}

/// A cover that no single price triggers, like one against a fall from the maximum: earned by time, and nothing is said of its expected claims.
#[test]
fn covers_without_a_barrier() {
    let fall = CoverSold::new("D-1".parse().unwrap(), usdt(70_00), usdt(500_00), at(0.0), at(7.0));
    let events = vec![on(0.0, FundEntry::Premium(fall))];
    let report = fund_position(&FundPositionRequest::new(policy(), events, at(2.0))).unwrap();
    assert_eq!((report.unearned.to_string(), report.expected_claims), ("50".to_owned(), None));
    let half = vec![on(0.0, FundEntry::Premium(fall.side(BarrierSide::Down)))];
    let error = fund_position(&FundPositionRequest::new(policy(), half, at(2.0))).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("insurance.barrier.missing", "events[0].entry.premium.barrier"));
    let mut fund = Fund::open(&policy()).unwrap();
    fund.update(&on(0.0, FundEntry::Premium(fall))).unwrap();
    assert_eq!(fund.in_force(at(1.0)).unwrap_err().code(), "insurance.barrier.missing");
}
