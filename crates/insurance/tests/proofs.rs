//! What proves a liquidation: the mark, the venue's event, or both, in every order of arrival.

use hashinsight_insurance::claim::{
    AccountChange, AccountEvent, ClaimDecision, ClaimEvent, ClaimReasonCode, ClaimRequest,
};
use hashinsight_insurance::cover::{Alteration, Basis, CoveredLevel, Exclusion, LiquidationProof, Peril};
use hashinsight_market::Interval;
use hashinsight_units::Verdict;

use super::claims::{altered, codes, event, filled, hour, judged, of, paid, price};
use super::covers::{ten_times, trigger, valued, with};

use AccountChange::{Closed, MarginAdded};
use ClaimDecision::{Pay, Reject, Review};
use ClaimReasonCode as Code;
use Verdict::{CannotSay, No, Yes};

/// Reaches the level of 54,216.87 at three hours.
const REACHED: [f64; 6] = [60_000.0, 58_000.0, 56_000.0, 54_200.0, 55_000.0, 56_000.0];
const CALM: [f64; 6] = [60_000.0, 58_000.0, 56_000.0, 55_000.0, 55_000.0, 56_000.0];

/// A claim at five hours, judged by a proof, with events that are complete until an hour.
fn asked(proof: Option<LiquidationProof>, marks: &[f64], events: &[(i64, AccountEvent)], until: i64) -> ClaimRequest {
    let sold = with(ten_times(), |cover| cover.terms.liquidation_proof = proof);
    let told = |(number, (at, told)): (usize, &(i64, AccountEvent))| event(&format!("E-{number}"), hour(*at), *told);
    let events: Vec<ClaimEvent> = events.iter().enumerate().map(told).collect();
    of(sold, marks).events(events).events_until_ms(hour(until))
}

/// All orders of the events, with the marks forwards and backwards and each event told once or twice.
fn orders(request: &ClaimRequest) -> Vec<ClaimRequest> {
    let mut orders = vec![Vec::new()];
    for event in &request.events {
        orders = orders
            .into_iter()
            .flat_map(|order: Vec<ClaimEvent>| {
                (0..=order.len()).map(move |place| {
                    let mut longer = order.clone();
                    longer.insert(place, *event);
                    longer
                })
            })
            .collect();
    }
    let mut all = Vec::new();
    for order in orders {
        for turned in [false, true] {
            all.push(with(request.clone(), |request| {
                request.events.clone_from(&order);
                if turned {
                    request.events.extend(order.first().copied());
                    request.prices[0].time_ms.reverse();
                    request.prices[0].price.reverse();
                }
            }));
        }
    }
    all
}

/// Proof, marks, events, hour until which they are complete, and verdict, decision and reasons.
type Row<'a> = (
    Option<LiquidationProof>,
    &'a [f64],
    Vec<(i64, AccountEvent)>,
    i64,
    (Verdict, ClaimDecision, Vec<ClaimReasonCode>),
);

#[test]
fn every_proof_in_every_order() {
    let (mark, told, both) =
        (Some(LiquidationProof::Mark), Some(LiquidationProof::VenueEvent), Some(LiquidationProof::Both));
    let fill = || filled(54_100.0);
    let funding = || AccountEvent::Funding(hashinsight_insurance::claim::FundingPayment::new("1".parse().unwrap()));
    let rows: Vec<Row<'_>> = vec![
        // The mark alone pays, and what speaks against it is told.
        (mark, &REACHED, vec![], 5, (Yes, Pay, vec![Code::NoLiquidation])),
        (mark, &REACHED, vec![], 3, (Yes, Pay, vec![])),
        (mark, &REACHED, vec![], 2, (Yes, Review, vec![Code::MissingEvents])),
        (mark, &REACHED, vec![(3, fill())], 5, (Yes, Pay, vec![])),
        (mark, &CALM, vec![], 5, (No, Reject, vec![Code::NotTriggered])),
        // Both, which is what terms say that say nothing.
        (both, &REACHED, vec![(3, fill()), (1, funding())], 5, (Yes, Pay, vec![])),
        (None, &REACHED, vec![(4, fill()), (1, funding())], 5, (Yes, Pay, vec![])),
        (None, &REACHED, vec![(2, fill())], 5, (Yes, Pay, vec![])),
        (None, &REACHED, vec![(1, funding()), (2, funding())], 5, (CannotSay, Review, vec![Code::EvidenceDisagrees])),
        (None, &REACHED, vec![], 4, (CannotSay, Review, vec![Code::EvidenceDisagrees])),
        (None, &REACHED, vec![], 3, (CannotSay, Review, vec![Code::MissingEvents])),
        (None, &CALM, vec![(3, fill())], 5, (CannotSay, Review, vec![Code::EvidenceDisagrees])),
        (None, &CALM, vec![], 5, (No, Reject, vec![Code::NotTriggered])),
        // Well before the mark, long after it, and where nothing is lost.
        (None, &REACHED, vec![(1, fill())], 5, (Yes, Review, vec![Code::EvidenceDisagrees])),
        (None, &REACHED, vec![(5, fill())], 5, (CannotSay, Review, vec![Code::EvidenceDisagrees])),
        (None, &REACHED, vec![(3, filled(61_000.0))], 5, (Yes, Review, vec![Code::EvidenceDisagrees])),
        // The holder had closed the position, or changed the account: that explains it.
        (
            None,
            &REACHED,
            vec![(1, altered(Closed)), (2, funding())],
            5,
            (No, Reject, vec![Code::NotTriggered, Code::Altered]),
        ),
        (None, &REACHED, vec![(1, altered(MarginAdded)), (5, fill())], 5, (Yes, Reject, vec![Code::Altered])),
        (None, &REACHED, vec![(1, altered(Closed))], 3, (CannotSay, Review, vec![Code::MissingEvents])),
        // The word of the venue.
        (told, &REACHED, vec![(3, fill()), (1, funding())], 5, (Yes, Pay, vec![])),
        (told, &REACHED, vec![], 5, (No, Reject, vec![Code::NotTriggered])),
        (told, &REACHED, vec![], 4, (CannotSay, Review, vec![Code::MissingEvents])),
        (told, &CALM, vec![(3, fill())], 5, (Yes, Review, vec![Code::EvidenceDisagrees])),
        (told, &CALM[..2], vec![(1, altered(Closed))], 1, (No, Reject, vec![Code::NotTriggered])),
        (told, &REACHED, vec![(1, altered(MarginAdded)), (3, fill())], 5, (Yes, Reject, vec![Code::Altered])),
    ];
    for (row, (proof, marks, events, until, expected)) in rows.into_iter().enumerate() {
        let request = asked(proof, marks, &events, until);
        for request in orders(&request) {
            let found = judged(&request);
            assert_eq!((found.triggered, found.decision, codes(&found)), expected, "row {row}");
            assert_eq!(found.decision == Pay, paid(&found) == "1500.00", "row {row}");
        }
    }
}

/// An event proves without any mark: what is not seen contradicts nothing. Two tellings of one event that differ prove nothing.
#[test]
fn events_without_marks() {
    let told = Some(LiquidationProof::VenueEvent);
    let blind = asked(told, &REACHED, &[(3, filled(54_100.0))], 5).prices(vec![]);
    let found = judged(&blind);
    assert_eq!((found.triggered_ms, found.decision, paid(&found)), (Some(hour(3)), Pay, "1500.00".to_owned()));
    assert_eq!(found.evidence.unwrap().price, None);
    for proof in [None, told] {
        let twice = with(asked(proof, &REACHED, &[(3, filled(54_100.0))], 5), |request| {
            request.events.push(event("E-0", hour(3), filled(54_000.0)));
        });
        let found = judged(&twice);
        assert_eq!(
            (found.triggered, found.decision, codes(&found)),
            (CannotSay, Review, vec![Code::ConflictingEvents])
        );
    }
}

/// A liquidation in the waiting period leaves nothing that a later mark could liquidate.
#[test]
fn gone_while_waiting() {
    let waiting = with(asked(None, &REACHED, &[(1, filled(54_100.0))], 5), |request| {
        request.cover.terms.waiting_ms = Interval::from_ms(2 * 3_600_000).ok();
    });
    let found = judged(&waiting);
    assert_eq!((found.decision, codes(&found)), (Review, vec![Code::EvidenceDisagrees]));
}

/// Terms that judge by the account as it was bought: a later liquidation of the changed account proves with the mark of the frozen one.
#[test]
fn judged_as_it_was_bought() {
    let frozen =
        |request| with(request, |request: &mut ClaimRequest| request.cover.terms.alteration = Alteration::AsFrozen);
    let added = (1, altered(MarginAdded));
    let later = judged(&frozen(asked(None, &REACHED, &[added, (5, filled(53_000.0))], 5)));
    assert_eq!((later.decision, later.triggered_ms), (Pay, Some(hour(3))));
    let never = judged(&frozen(asked(None, &REACHED, &[added], 5)));
    assert_eq!((never.triggered, codes(&never)), (No, vec![Code::NotTriggered]));
    // An exclusion still counts.
    let excluded = with(frozen(asked(None, &REACHED, &[(1, altered(Closed)), (3, filled(54_000.0))], 5)), |request| {
        request.cover.terms.exclusions = vec![Exclusion::HolderClosed];
    });
    assert_eq!(codes(&judged(&excluded)), [Code::ExcludedCause]);
}

/// Other perils are proved by what they are judged by.
#[test]
fn a_proof_of_another_peril() {
    let level = CoveredLevel::new(trigger(), hashinsight_derivatives::pricing::BarrierSide::Down, price(54_000.0));
    let of_level = with(ten_times(), |cover| {
        cover.peril = Peril::PriceLevel(level);
        cover.terms = valued(cover.terms.clone());
    });
    assert_eq!(of_level.terms.basis, Basis::Valued);
    let error = of_level.frozen().unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str()),
        ("insurance.liquidation_proof.unsupported", "terms.liquidation_proof")
    );
}

/// A level that is reached within a waiting period of three hours, at two hours, and again or still behind it.
#[test]
fn liquidations_while_the_cover_waits() {
    const STILL: [f64; 6] = [60_000.0, 57_000.0, 54_100.0, 54_000.0, 53_900.0, 53_800.0];
    const AGAIN: [f64; 6] = [60_000.0, 57_000.0, 54_100.0, 56_000.0, 54_000.0, 55_000.0];
    const LATER: [f64; 6] = [60_000.0, 57_000.0, 56_000.0, 56_000.0, 54_000.0, 55_000.0];
    let (mark, told) = (Some(LiquidationProof::Mark), Some(LiquidationProof::VenueEvent));
    let fill = || filled(54_100.0);
    let waited = || vec![Code::NotTriggered, Code::WaitingPeriod];
    let rows: Vec<Row<'_>> = vec![
        // Mark and venue agree that the account was gone when the watch began, right before it or long before.
        (None, &STILL, vec![(2, fill())], 5, (No, Reject, waited())),
        (None, &AGAIN, vec![(2, fill())], 5, (No, Reject, waited())),
        (mark, &STILL, vec![(2, fill())], 5, (No, Reject, waited())),
        (mark, &AGAIN, vec![(2, fill())], 5, (No, Reject, waited())),
        (told, &STILL, vec![(2, fill())], 5, (No, Reject, waited())),
        (told, &AGAIN, vec![(2, fill())], 3, (CannotSay, Review, vec![Code::MissingEvents, Code::WaitingPeriod])),
        // The venue alone says so.
        (None, &LATER, vec![(2, fill())], 5, (Yes, Review, vec![Code::EvidenceDisagrees])),
        // What is left is liquidated within the watch.
        (None, &AGAIN, vec![(2, fill()), (4, fill())], 5, (Yes, Review, vec![Code::EvidenceDisagrees])),
        (None, &STILL, vec![(3, fill())], 5, (Yes, Pay, vec![])),
        // Nobody tells of the first touch: the watch begins behind it.
        (mark, &STILL, vec![], 5, (Yes, Pay, vec![Code::NoLiquidation])),
    ];
    for (row, (proof, marks, events, until, (verdict, decision, reasons))) in rows.into_iter().enumerate() {
        let waits = hashinsight_market::Interval::from_ms(3 * 3_600_000).unwrap();
        let request = with(asked(proof, marks, &events, until), |request| {
            request.cover.terms.waiting_ms = Some(waits);
        });
        for request in orders(&request) {
            let found = judged(&request);
            assert_eq!((found.triggered, found.decision), (verdict, decision), "row {row}: {:?}", codes(&found));
            assert_eq!(codes(&found), reasons, "row {row}");
        }
    }
}
