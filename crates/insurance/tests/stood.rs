//! Claims on an account that was gone before its peril came: closed by its holder, or liquidated by its venue.

use hashinsight_derivatives::margin::Side;
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_insurance::claim::{
    AccountChange, AccountEvent, ClaimDecision, ClaimEvent, ClaimReasonCode as Code, ClaimRequest, EstablishedDefault,
};
use hashinsight_insurance::cover::{
    Alteration, Cover, CoveredAccount, CoveredLevel, CoveredLoss, CoveredMarginCall, CoveredSum, ExchangeBalance,
    Exclusion, LiquidationProof, Peril, VenueDefault,
};
use hashinsight_market::Interval;
use hashinsight_units::{Collateral, Fraction, Timestamp, Verdict};

use super::claims::{altered, codes, event, filled, hour, judged, of, paid, price};
use super::covers::{account_cover, cover, decimal, fraction, position, ten_times, terms, trigger, valued, with};

use ClaimDecision::{Pay, Reject, Review};
use Verdict::{CannotSay, No, Yes};

/// Reaches every level of the covers below at three hours.
const MARKS: [f64; 6] = [60_000.0, 59_900.0, 59_800.0, 53_000.0, 55_000.0, 56_000.0];

fn as_frozen(cover: Cover) -> Cover {
    with(cover, |cover| cover.terms.alteration = Alteration::AsFrozen)
}

/// A claim at the last mark with so many events, of the hours that are told.
fn told(cover: Cover, events: &[(i64, AccountEvent)]) -> ClaimRequest {
    let told = |(number, (at, told)): (usize, &(i64, AccountEvent))| event(&format!("E-{number}"), hour(*at), *told);
    let events: Vec<ClaimEvent> = events.iter().enumerate().map(told).collect();
    of(cover, &MARKS).events(events)
}

/// Covers of one position by name, and what each pays where the position stands.
fn covers() -> Vec<(&'static str, Cover, &'static str)> {
    let long = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    let half = || terms(7, fraction("0.5"));
    let level = || Peril::PriceLevel(CoveredLevel::new(trigger(), BarrierSide::Down, price(58_000.0)));
    let call = Peril::MarginCall(CoveredMarginCall::new(trigger(), Fraction::new(0.8).unwrap()));
    let loss = || Peril::LossThreshold(CoveredLoss::new(trigger(), Collateral::new(1_000.0).unwrap()));
    let agreed = valued(terms(7, CoveredSum::Fixed { amount: decimal("70") }));
    vec![
        ("liquidation", ten_times(), "1500.00"),
        ("call", cover(long(), call, half()), "1432.16"),
        ("loss", cover(long(), loss(), half()), "500.00"),
        ("agreed for a loss", cover(long(), loss(), agreed), "70.00"),
        ("level", cover(long(), level(), half()), "500.00"),
    ]
    .into_iter()
    .map(|(name, cover, pays)| (name, as_frozen(cover), pays))
    .collect()
}

/// What is closed before the trigger cannot be liquidated, called or lost; what is closed after it was.
#[test]
fn closed_before_the_trigger() {
    for (name, cover, pays) in covers() {
        let closed = |hours: i64| judged(&told(cover.clone(), &[(hours, altered(AccountChange::Closed))]));
        for hours in [0, 1, 3] {
            let found = closed(hours);
            assert_eq!((found.triggered, found.decision), (No, Reject), "{name} {hours}: {:?}", codes(&found));
            assert_eq!(codes(&found), [Code::NotTriggered, Code::AccountClosed], "{name}");
            assert_eq!(found.reasons[1].time_ms, Some(hour(hours)), "{name}");
        }
        let after = closed(4);
        assert_eq!((after.decision, paid(&after).as_str()), (Pay, pays), "{name}");
        // Smaller, or with less margin, it still stands.
        for change in [AccountChange::SizeReduced, AccountChange::MarginWithdrawn] {
            assert_eq!(paid(&judged(&told(cover.clone(), &[(1, altered(change))]))), pays, "{name}");
        }
    }
}

/// An agreed sum for a price asks for no account.
#[test]
fn an_agreed_sum_for_a_price() {
    let level = Peril::PriceLevel(CoveredLevel::new(trigger(), BarrierSide::Down, price(58_000.0)));
    let agreed = valued(terms(7, CoveredSum::Fixed { amount: decimal("70") }));
    let sold = as_frozen(cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), level, agreed));
    for events in [vec![(1, altered(AccountChange::Closed))], vec![(1, filled(54_100.0))]] {
        assert_eq!(paid(&judged(&told(sold.clone(), &events))), "70.00");
    }
}

/// What is told of an account that the venue has liquidated is no doing of its holder: honest claims are paid.
#[test]
fn what_follows_a_liquidation() {
    for change in [AccountChange::Closed, AccountChange::SizeReduced, AccountChange::MarginWithdrawn] {
        for sold in [ten_times(), as_frozen(ten_times())] {
            let excluded = with(sold.clone(), |cover| {
                cover.terms.exclusions = vec![Exclusion::HolderClosed, Exclusion::MarginWithdrawn];
            });
            for sold in [sold, excluded] {
                let found = judged(&told(sold, &[(3, filled(54_100.0)), (3, altered(change))]));
                assert_eq!((found.decision, paid(&found).as_str()), (Pay, "1500.00"), "{change:?} {:?}", codes(&found));
            }
        }
    }
}

/// What the holder closed behind the mark cannot be liquidated later: who tells both is asked.
#[test]
fn closed_between_the_mark_and_the_liquidation() {
    let both = with(ten_times(), |cover| cover.terms.liquidation_proof = Some(LiquidationProof::Both));
    for sold in [both.clone(), as_frozen(both)] {
        let (closed, gone) = (hour(3).to_ms() + 1, hour(3).to_ms() + 60_000);
        let at = |ms: i64| Timestamp::from_ms(ms).unwrap();
        let events =
            vec![event("E-1", at(closed), altered(AccountChange::Closed)), event("E-2", at(gone), filled(54_100.0))];
        let found = judged(&of(sold, &MARKS).events(events));
        assert_eq!((found.decision, codes(&found)), (Review, vec![Code::EvidenceDisagrees]));
        assert_eq!(found.reasons[0].time_ms, Some(at(closed)));
    }
}

/// Every way by which a liquidation is proved, and the gap.
#[test]
fn closed_by_every_proof() {
    let proofs = [Some(LiquidationProof::Mark), Some(LiquidationProof::VenueEvent), Some(LiquidationProof::Both), None];
    for proof in proofs {
        let sold = as_frozen(with(ten_times(), |cover| cover.terms.liquidation_proof = proof));
        let closed = (1, altered(AccountChange::Closed));
        let found = judged(&told(sold.clone(), &[closed]));
        assert_eq!((found.triggered, found.decision), (No, Reject), "{proof:?}");
        if proof != Some(LiquidationProof::VenueEvent) {
            assert_eq!(codes(&found), [Code::NotTriggered, Code::AccountClosed], "{proof:?}");
        }
        // A venue that liquidates what had been closed contradicts the closing.
        let found = judged(&told(sold, &[closed, (3, filled(54_100.0))]));
        assert_eq!((found.decision, codes(&found)), (Review, vec![Code::EvidenceDisagrees]), "{proof:?}");
    }
    let gap = as_frozen(cover(
        position(Side::Long, 0.5, 60_000.0, 3_000.0),
        Peril::Gap(trigger()),
        terms(7, fraction("1")).limit(decimal("400")),
    ));
    let found = judged(&told(gap.clone(), &[(3, filled(53_500.0))]));
    assert_eq!((found.decision, paid(&found).as_str()), (Pay, "250.00"));
    let found = judged(&told(gap, &[(1, altered(AccountChange::Closed)), (3, filled(53_500.0))]));
    assert_eq!((found.decision, codes(&found)), (Review, vec![Code::EvidenceDisagrees]));
}

/// What is not seen before the closing may have triggered, unless only a liquidation would have.
#[test]
fn closed_after_prices_that_are_missing() {
    let blind = |cover: &Cover| {
        with(told(cover.clone(), &[(3, altered(AccountChange::Closed))]), |request| {
            request.prices[0].time_ms.drain(1..3);
            request.prices[0].price.drain(1..3);
        })
    };
    for (name, cover, _) in covers() {
        let found = judged(&blind(&cover));
        if name == "liquidation" {
            assert_eq!((found.triggered, codes(&found)), (No, vec![Code::NotTriggered, Code::AccountClosed]));
        } else {
            let expected = vec![Code::MissingPrices, Code::AccountClosed];
            assert_eq!((found.triggered, found.decision, codes(&found)), (CannotSay, Review, expected), "{name}");
        }
    }
}

/// A position that the venue liquidated while the cover waited is not called, and loses no more, when the price falls again.
#[test]
fn liquidated_before_it_was_called() {
    for (name, cover, pays) in covers().into_iter().skip(1) {
        let waits = with(cover.clone(), |cover| cover.terms.waiting_ms = Interval::from_ms(2 * 3_600_000).ok());
        assert_eq!(paid(&judged(&told(waits.clone(), &[]))), pays, "{name}");
        let found = judged(&told(waits, &[(1, filled(54_100.0))]));
        assert_eq!((found.triggered, found.decision), (No, Reject), "{name}");
        assert_eq!(codes(&found), [Code::NotTriggered, Code::WaitingPeriod], "{name}");
        // Within the watch, though no price had come near: a person.
        let found = judged(&told(cover, &[(1, filled(54_100.0))]));
        assert_eq!((found.triggered, found.decision), (Yes, Review), "{name}");
        assert_eq!(codes(&found), [Code::EvidenceDisagrees], "{name}");
    }
}

/// A whole account, a balance that had been taken out, and a closing that the terms exclude or that makes the cover void.
#[test]
fn accounts_balances_and_other_terms() {
    let account = as_frozen(with(account_cover(), |cover| {
        cover.terms.liquidation_proof = Some(LiquidationProof::Mark);
    }));
    let level = account.frozen().unwrap().levels[0].price;
    let marks = [60_000.0, 59_900.0, level - 100.0];
    assert_eq!(judged(&of(account.clone(), &marks)).decision, Pay);
    let closed = |hours: i64| vec![event("E-1", hour(hours), altered(AccountChange::Closed))];
    let found = judged(&of(account, &marks).events(closed(1)));
    assert_eq!((found.triggered, codes(&found)), (No, vec![Code::NotTriggered, Code::AccountClosed]));
    let venue = "binance_usdm".parse().unwrap();
    let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(100_000.0).unwrap());
    let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(0.6).unwrap()));
    let of_terms = |terms| Cover::new("C-1".parse().unwrap(), CoveredAccount::Balance(balance), peril, terms);
    let agreed = valued(terms(7, CoveredSum::Fixed { amount: decimal("500") }));
    let defaulted = |lost: Option<&str>| {
        let known = EstablishedDefault::new(venue);
        let known = lost.into_iter().fold(known, |known, lost| known.lost(decimal(lost)));
        vec![closed(1).remove(0), event("D-1", hour(3), AccountEvent::Defaulted(known))]
    };
    // A sum that was agreed for a default is one for a balance that stands.
    for sold in [of_terms(terms(7, fraction("0.5"))), of_terms(agreed)] {
        let asked = |lost| {
            let request = ClaimRequest::new("K-1".parse().unwrap(), as_frozen(sold.clone()), hour(10), Interval::HOUR);
            judged(&request.events_until_ms(hour(10)).events(defaulted(lost)))
        };
        for lost in [None, Some("0")] {
            assert_eq!(codes(&asked(lost)), [Code::NotTriggered, Code::AccountClosed]);
        }
        assert_eq!((asked(Some("500")).decision, codes(&asked(Some("500")))), (Review, vec![Code::EvidenceDisagrees]));
    }
    let events = [(1, altered(AccountChange::Closed))];
    assert_eq!(codes(&judged(&told(ten_times(), &events))), [Code::NoLiquidation, Code::Altered]);
    let excluded = with(as_frozen(ten_times()), |cover| cover.terms.exclusions = vec![Exclusion::HolderClosed]);
    assert_eq!(codes(&judged(&told(excluded, &events))), [Code::NoLiquidation, Code::ExcludedCause]);
}
