//! What proves a claim: missing, contradicting, in any order, refused.

use hashinsight_derivatives::margin::Side;
use hashinsight_insurance::claim::{
    AccountChange, AccountEvent, Claim, ClaimDecision, ClaimEvent, ClaimReasonCode, ClaimRequest, FundingPayment,
    PriceSeries, VerifyClaimRequest, claim, verify_claim,
};
use hashinsight_insurance::cover::{
    Basis, CoveredDrawdown, CoveredLevels, CoveredLoss, CoveredSum, LiquidationProof, Peril,
};
use hashinsight_insurance::quote::CurrencyRate;
use hashinsight_market::Interval;
use hashinsight_units::{Collateral, Fraction, Verdict};
use proptest::prelude::*;

use super::claims::{altered, codes, event, filled, hour, hourly, judged, of, paid, price};
use super::covers::{cover, decimal, fraction, position, ten_times, terms, trigger, valued, with};

/// What is missing or contradicts itself leaves a claim open, and is never a "no".
#[test]
fn missing_and_conflicting_evidence() {
    let calm = [60_000.0, 59_000.0, 60_000.0, 59_500.0];
    let open = |request: &ClaimRequest, code: ClaimReasonCode, verdict: Verdict| {
        let found = judged(request);
        assert_eq!((found.triggered, found.decision), (verdict, ClaimDecision::Review), "{code:?}");
        assert!(codes(&found).contains(&code), "{code:?}");
    };
    let without = |prices: &[f64], hole: usize| {
        with(of(ten_times(), prices), |request| {
            request.prices[0].time_ms.remove(hole);
            request.prices[0].price.remove(hole);
        })
    };
    for hole in 1..4 {
        open(&without(&calm, hole), ClaimReasonCode::MissingPrices, Verdict::CannotSay);
    }
    open(&of(ten_times(), &calm).prices(vec![]), ClaimReasonCode::MissingPrices, Verdict::CannotSay);
    // A "yes" that is seen stands, whatever is missing before it.
    let found = judged(&without(&[60_000.0, 59_000.0, 54_000.0, 59_500.0], 1));
    assert_eq!((found.triggered, found.decision), (Verdict::Yes, ClaimDecision::Pay));
    // But an alteration after the hole may have come too late to matter.
    let late = without(&[60_000.0, 59_000.0, 58_000.0, 54_000.0], 1);
    let late = late.events(vec![event("A-1", hour(2), altered(AccountChange::SizeReduced))]);
    open(&late, ClaimReasonCode::MissingPrices, Verdict::Yes);

    let twice = with(of(ten_times(), &calm), |request| request.prices.push(hourly(trigger(), &calm[..2])));
    assert_eq!(judged(&twice).triggered, Verdict::No);
    let conflict =
        with(of(ten_times(), &calm), |request| request.prices.push(hourly(trigger(), &[60_000.0, 54_000.0])));
    open(&conflict, ClaimReasonCode::ConflictingPrices, Verdict::CannotSay);
    let liquidated = of(ten_times(), &calm).events(vec![event("L-1", hour(1), filled(54_000.0))]);
    open(&liquidated, ClaimReasonCode::EvidenceDisagrees, Verdict::CannotSay);

    let hit = || of(ten_times(), &[60_000.0, 54_000.0]);
    let unknown = with(hit(), |request| request.events_until_ms = None);
    open(&unknown, ClaimReasonCode::MissingEvents, Verdict::Yes);
    open(&hit().events_until_ms(hour(0)), ClaimReasonCode::MissingEvents, Verdict::Yes);
    let (one, other) = (altered(AccountChange::Closed), altered(AccountChange::SizeReduced));
    let told = vec![event("A-1", hour(1), one), event("A-1", hour(1), other)];
    open(&hit().events(told), ClaimReasonCode::ConflictingEvents, Verdict::Yes);
}

/// A loss with funding is known only where funding is.
#[test]
fn funding_that_is_not_told() {
    let threshold = Peril::LossThreshold(CoveredLoss::new(trigger(), Collateral::new(100.0).unwrap()));
    let sold = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), threshold, terms(1, fraction("1")));
    for marks in [[60_000.0, 59_870.0], [60_000.0, 59_700.0]] {
        let found = judged(&with(of(sold.clone(), &marks), |request| request.events_until_ms = None));
        assert_eq!((found.triggered, codes(&found)), (Verdict::CannotSay, vec![ClaimReasonCode::MissingEvents]));
    }
    let funding = |paid: &str| event("F-1", hour(0), AccountEvent::Funding(FundingPayment::new(decimal(paid))));
    let found = judged(&of(sold, &[60_000.0, 59_870.0]).events(vec![funding("1"), funding("40")]));
    assert_eq!((found.triggered, codes(&found)), (Verdict::CannotSay, vec![ClaimReasonCode::ConflictingEvents]));
}

/// Two levels that do not pay the same: what is not seen may have reached the other one first.
#[test]
fn unequal_levels_behind_a_hole() {
    let levels = CoveredLevels::new(trigger(), price(58_000.0), price(62_000.0));
    let of_half = valued(terms(1, fraction("0.5")));
    let sold = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), Peril::TwoSidedLevel(levels), of_half);
    let whole = of(sold, &[60_000.0, 60_500.0, 58_000.0]);
    assert_eq!(paid(&judged(&whole)), "500.00");
    let found = judged(&with(whole, |request| {
        request.prices[0].time_ms.remove(1);
        request.prices[0].price.remove(1);
    }));
    assert_eq!((found.triggered, found.decision), (Verdict::Yes, ClaimDecision::Review));
    assert_eq!(codes(&found), [ClaimReasonCode::MissingPrices]);
}

/// The maximum that a fall is measured from begins with the watch.
#[test]
fn falls_from_the_maximum_of_the_watch() {
    let fall = Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(0.1).unwrap()));
    let agreed = valued(terms(1, CoveredSum::Fixed { amount: decimal("70") }));
    let sold = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), fall, agreed);
    let marks = [70_000.0, 60_000.0, 59_000.0];
    let found = judged(&of(sold.clone(), &marks));
    assert_eq!((found.triggered_ms, found.evidence.unwrap().level), (Some(hour(1)), Some(63_000.0)));
    let waiting = with(sold, |cover| cover.terms.waiting_ms = Some(Interval::HOUR));
    let found = judged(&of(waiting, &marks));
    assert_eq!(codes(&found), [ClaimReasonCode::NotTriggered]);
}

/// What is refused needs neither figure nor rate.
#[test]
fn refusals_need_no_rate() {
    let sold = with(ten_times(), |cover| cover.terms.settle_currency = Some("ETH".parse().unwrap()));
    let closed = vec![event("A-1", hour(0), altered(AccountChange::Closed))];
    let found = judged(&of(sold, &[60_000.0, 54_000.0]).events(closed));
    assert_eq!((found.decision, codes(&found)), (ClaimDecision::Reject, vec![ClaimReasonCode::Altered]));
}

#[test]
fn settlement_in_another_currency() {
    let eth = "ETH".parse().unwrap();
    let sold = with(ten_times(), |cover| cover.terms.settle_currency = Some(eth));
    let request = of(sold, &[60_000.0, 54_000.0]);
    let open = judged(&request);
    assert_eq!((open.decision, codes(&open)), (ClaimDecision::Review, vec![ClaimReasonCode::MissingRate]));
    let found = judged(&request.clone().settle_rate(CurrencyRate::new(eth, decimal("0.0004"), hour(2))));
    assert_eq!(found.payout.as_ref().unwrap().money.to_string(), "0.6000 ETH");
    let other = CurrencyRate::new("BNB".parse().unwrap(), decimal("0.0004"), hour(2));
    let error = claim(&request.settle_rate(other)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("insurance.currency.unsupported", "settle_rate.currency"));
}

#[test]
fn refused_evidence() {
    let base = || of(ten_times(), &[60_000.0, 54_000.0]);
    let funding = |paid: &str| vec![event("F-1", hour(0), AccountEvent::Funding(FundingPayment::new(decimal(paid))))];
    let rows = [
        (with(base(), |r| r.prices[0].price.truncate(1)), "insurance.price.length", "prices[0].price"),
        (with(base(), |r| r.as_of_ms = hour(0)), "insurance.time_ms.out_of_range", "prices[0].time_ms"),
        (
            base().events(vec![event("A-1", hour(9), altered(AccountChange::Closed))]),
            "insurance.time_ms.out_of_range",
            "events[0].time_ms",
        ),
        (base().events(funding("1000000000001")), "insurance.paid.out_of_range", "events[0].event.paid"),
        (base().events(funding("0.00000000001")), "insurance.paid.out_of_range", "events[0].event.paid"),
        (
            with(base(), |r| r.cover.terms.expires_ms = hour(0)),
            "insurance.expires_ms.out_of_range",
            "cover.terms.expires_ms",
        ),
    ];
    for (request, code, path) in rows {
        let error = claim(&request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path));
    }
}

/// A claim that was changed after it was judged is told by its parts.
#[test]
fn changed_claims_do_not_hold() {
    let found = judged(&of(ten_times(), &[60_000.0, 54_000.0]));
    let differences = |claim: Claim| verify_claim(&VerifyClaimRequest::new(claim)).unwrap().differences;
    assert_eq!(differences(with(found.clone(), |claim| claim.payout = None)), ["payout"]);
    assert_eq!(differences(with(found.clone(), |claim| claim.triggered_ms = Some(hour(0)))), ["triggered_ms"]);
    let calm = with(found, |claim| claim.request.prices[0].price[1] = price(60_000.0));
    assert!(differences(calm).starts_with(&["triggered", "triggered_ms", "evidence", "decision"]));
}

/// Every order of what is told, in pieces and twice over, gives the same claim.
#[test]
fn every_order_of_six_prices_and_four_events() {
    let marks = [60_000.0, 57_000.0, 58_000.0, 54_300.0, 54_200.0, 53_000.0];
    let events = [
        event("F-1", hour(1), AccountEvent::Funding(FundingPayment::new(decimal("0.1")))),
        event("F-2", hour(2), AccountEvent::Funding(FundingPayment::new(decimal("0.2")))),
        event("L-1", hour(4), filled(54_100.0)),
        event("F-2", hour(2), AccountEvent::Funding(FundingPayment::new(decimal("0.2")))),
    ];
    let base = of(ten_times(), &marks).events(events.to_vec());
    let expected = judged(&base);
    assert_eq!((expected.triggered_ms, expected.loss.unwrap().funding), (Some(hour(4)), decimal("0.30")));
    let mut orders = 0;
    permute(&mut [0, 1, 2, 3, 4, 5], 0, &mut |order| {
        let series = |rows: &[usize]| {
            let times = rows.iter().map(|row| hour(i64::try_from(*row).unwrap())).collect();
            PriceSeries::new(trigger(), times, rows.iter().map(|row| price(marks[*row])).collect())
        };
        let kept: Vec<ClaimEvent> = order.iter().filter_map(|row| events.get(*row).copied()).collect();
        let pieces = vec![series(&order[3..]), series(&order[..4])];
        let found = claim(&base.clone().prices(pieces).events(kept)).unwrap();
        assert_eq!(with(found, |claim| claim.request = base.clone()), expected, "{order:?}");
        orders += 1;
    });
    assert_eq!(orders, 720);
}

fn permute(items: &mut [usize], from: usize, visit: &mut impl FnMut(&[usize])) {
    if from == items.len() {
        return visit(items);
    }
    for index in from..items.len() {
        items.swap(from, index);
        permute(items, from + 1, visit);
        items.swap(from, index);
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(5_000))]

    /// The first mark at or below the level decides, as a plain search finds it; the payout is at most the limit and at most the loss.
    #[test]
    fn payouts_are_bounded(
        marks in prop::collection::vec(53_000_u32..62_000, 1..40),
        coverage in 1_u32..=100, deductible in 0_u32..400, coinsurance in 0_u32..100, limit in 400_u32..4_000,
    ) {
        let hundredths = |value: u32| decimal(&format!("{}", f64::from(value) / 100.0));
        let sold = with(ten_times(), |cover| {
            cover.terms = terms(7, fraction(&hundredths(coverage).to_string()))
                .deductible(decimal(&deductible.to_string()))
                .coinsurance(hundredths(coinsurance))
                .limit(decimal(&limit.to_string()))
                .liquidation_proof(LiquidationProof::Mark);
            cover.terms.basis = Basis::Indemnity;
        });
        let marks: Vec<f64> = marks.into_iter().map(f64::from).collect();
        let found = judged(&of(sold, &marks));
        let first = marks.iter().position(|mark| *mark <= 54_216.867_469_879_515);
        prop_assert_eq!(found.triggered_ms, first.map(|row| hour(i64::try_from(row).unwrap())));
        prop_assert_eq!(found.triggered, if first.is_some() { Verdict::Yes } else { Verdict::No });
        if let (Some(loss), Some(items)) = (&found.loss, &found.items) {
            prop_assert!(items.payout <= decimal(&limit.to_string()) && items.payout <= loss.total);
            prop_assert_eq!(paid(&found), items.payout.to_string());
        }
    }
}
