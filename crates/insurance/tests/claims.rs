//! Claims: triggered or not, refused, open, and what is paid.

use hashinsight_derivatives::margin::Side;
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_insurance::claim::{
    AccountAlteration, AccountChange, AccountEvent, Claim, ClaimDecision, ClaimEvent, ClaimReasonCode, ClaimRequest,
    ClaimState, EarlierClaim, EstablishedDefault, FundingPayment, HeldCause, PriceSeries, VenueLiquidation,
    VerifyClaimRequest, claim, verify_claim,
};
use hashinsight_insurance::cover::{
    Alteration, Cover, CoveredAccount, CoveredDrawdown, CoveredLevel, CoveredLevels, CoveredLoss, CoveredMarginCall,
    CoveredSum, ExchangeBalance, Exclusion, LiquidationProof, PaymentTime, Peril, PriceKind, PriceTrigger,
    VenueDefault,
};
use hashinsight_market::Interval;
use hashinsight_testkit::vectors;
use hashinsight_units::{AssetPrice, Collateral, Fraction, Timestamp, Verdict};

use super::covers::{DAY, START, at, cover, decimal, fraction, position, ten_times, terms, trigger, valued, with};

const HOUR: i64 = 3_600_000;

pub(crate) fn hour(hours: i64) -> Timestamp {
    at(START + hours * HOUR)
}

pub(crate) fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

/// A price each hour from the beginning.
pub(crate) fn hourly(source: PriceTrigger, prices: &[f64]) -> PriceSeries {
    let times = (0..).map(hour).take(prices.len()).collect();
    PriceSeries::new(source, times, prices.iter().copied().map(price).collect())
}

/// A claim at the last of hourly marks, with events that are complete.
pub(crate) fn of(cover: Cover, prices: &[f64]) -> ClaimRequest {
    let last = hour(i64::try_from(prices.len()).unwrap() - 1);
    ClaimRequest::new("K-1".parse().unwrap(), cover, last, Interval::HOUR)
        .prices(vec![hourly(trigger(), prices)])
        .events_until_ms(last)
}

pub(crate) fn event(reference: &str, time: Timestamp, event: AccountEvent) -> ClaimEvent {
    ClaimEvent::new(reference.parse().unwrap(), time, event)
}

pub(crate) fn altered(change: AccountChange) -> AccountEvent {
    AccountEvent::Altered(AccountAlteration::new(change))
}

pub(crate) fn filled(at: f64) -> AccountEvent {
    let (venue, instrument) = ("binance_usdm".parse().unwrap(), "BTCUSDT".parse().unwrap());
    AccountEvent::Liquidated(VenueLiquidation::new(venue, instrument, price(at)))
}

pub(crate) fn codes(claim: &Claim) -> Vec<ClaimReasonCode> {
    claim.reasons.iter().map(|reason| reason.code).collect()
}

pub(crate) fn paid(claim: &Claim) -> String {
    claim.payout.as_ref().map_or_else(String::new, |paid| paid.money.amount().to_string())
}

/// What must hold of every claim; with the same bits when it is judged again.
pub(crate) fn judged(request: &ClaimRequest) -> Claim {
    let found = claim(request).unwrap();
    assert!(verify_claim(&VerifyClaimRequest::new(found.clone())).unwrap().holds);
    assert_eq!(found.payout.is_some(), found.decision == ClaimDecision::Pay);
    assert_eq!(found.triggered_ms.is_some(), found.triggered == Verdict::Yes);
    if let (Some(loss), Some(items)) = (&found.loss, &found.items) {
        assert_eq!(loss.price + loss.funding + loss.other, loss.total);
        assert!(items.payout <= found.frozen.maximum_payout, "{items:?}");
    }
    found
}

/// The covers of the published table are paid their coverage of the margin, at the first mark at or beyond the level.
#[test]
fn liquidations_of_the_table() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["liquidation_cover"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let number = |key: &str| row[key].as_f64().unwrap();
        let (side, sign) = if number("side") > 0.0 { (Side::Long, 1.0) } else { (Side::Short, -1.0) };
        let of_row = position(side, number("qty"), number("entry"), number("margin"));
        let sum = fraction(&number("coverage").to_string());
        let cover = cover(of_row, Peril::Liquidation(trigger()), terms(7, sum));
        let level = number("liq_price");
        let near = [number("entry"), level + sign, level - sign, number("entry")];
        let found = judged(&of(cover.clone(), &near));
        assert_eq!((found.triggered, found.triggered_ms), (Verdict::Yes, Some(hour(2))));
        let amount: f64 = paid(&found).parse().unwrap();
        assert_eq!(amount, number("coverage") * number("margin"));
        let missed = judged(&of(cover, &near[..2]));
        assert_eq!((missed.triggered, missed.decision), (Verdict::No, ClaimDecision::Reject));
        assert_eq!(codes(&missed), [ClaimReasonCode::NotTriggered]);
    }
}

/// By hand: 0.5 coins long from 60,000 with 3,000 of margin. The move to the level takes 2,891.56, funding since the sale 3.15.
#[test]
fn parts_of_a_loss_by_hand() {
    let funding =
        |id: &str, time, paid: &str| event(id, time, AccountEvent::Funding(FundingPayment::new(decimal(paid))));
    let events = vec![
        funding("F-1", hour(0), "4.15"),
        funding("F-2", hour(1), "-1"),
        funding("F-2", hour(1), "-1"),
        funding("F-3", hour(3), "50"),
        event("L-1", hour(2), filled(54_100.0)),
    ];
    let found = judged(&of(ten_times(), &[60_000.0, 57_000.0, 54_200.0, 53_000.0]).events(events));
    let loss = found.loss.unwrap();
    assert_eq!(
        [loss.price, loss.funding, loss.other, loss.total],
        ["2891.56", "3.15", "105.29", "3000.00"].map(decimal)
    );
    assert_eq!(paid(&found), "1500.00");
    let evidence = found.evidence.unwrap();
    assert_eq!((evidence.price, evidence.side), (Some(54_200.0), Some(BarrierSide::Down)));
    assert_eq!(evidence.events, ["L-1".parse().unwrap()]);
    assert_eq!(found.due_ms, Some(hour(2)));
    // 2,400 covered, 2,300 above the deductible, 2,070 after coinsurance, 1,800 within the limit.
    let whole = with(ten_times(), |cover| {
        cover.terms =
            terms(7, fraction("0.8")).deductible(decimal("100")).coinsurance(decimal("0.1")).limit(decimal("1800"));
        cover.terms.payment = PaymentTime::AtExpiry;
        cover.terms.liquidation_proof = Some(LiquidationProof::Mark);
    });
    let found = judged(&of(whole, &[60_000.0, 54_000.0]));
    let items = found.items.clone().unwrap();
    assert_eq!([items.coinsured, items.beyond_limit], ["230", "270"].map(decimal));
    assert_eq!((paid(&found).as_str(), found.due_ms), ("1800.00", Some(hour(168))));
}

/// Every peril, triggered and not: marks, verdict, and what is paid.
#[test]
fn every_peril() {
    let long = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    let half = || terms(7, fraction("0.5"));
    let fixed = |amount: &str| valued(terms(7, CoveredSum::Fixed { amount: decimal(amount) }));
    let level = Peril::PriceLevel(CoveredLevel::new(trigger(), BarrierSide::Down, price(58_000.0)));
    let two = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(58_000.0), price(62_000.0)));
    let call = Peril::MarginCall(CoveredMarginCall::new(trigger(), Fraction::new(0.8).unwrap()));
    let loss = Peril::LossThreshold(CoveredLoss::new(trigger(), Collateral::new(1_000.0).unwrap()));
    let fall = Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(0.1).unwrap()));
    // A long that lost 1,000 stands at 58,000. 0.002 p = 0.8 (3,000 - 0.5 (60,000 - p)) at p = 21,600 / 0.398 = 54,271.36, a loss of 2,864.32.
    let rows = [
        ("level", cover(long(), level, half()), [60_000.0, 58_000.0], "500.00", [60_000.0, 58_000.1]),
        ("above", cover(long(), two, fixed("70")), [60_000.0, 62_000.0], "70.00", [60_000.0, 61_999.9]),
        ("below", cover(long(), two, fixed("70")), [60_000.0, 57_000.0], "70.00", [60_000.0, 58_000.1]),
        ("call", cover(long(), call, half()), [60_000.0, 54_271.3], "1432.16", [60_000.0, 54_271.4]),
        ("loss", cover(long(), loss, half()), [60_000.0, 58_000.0], "500.00", [60_000.0, 58_000.1]),
        ("fall", cover(long(), fall, fixed("70")), [66_000.0, 59_400.0], "70.00", [66_000.0, 59_400.1]),
    ];
    for (name, cover, hit, payout, missed) in rows {
        let found = judged(&of(cover.clone(), &hit));
        assert_eq!((found.triggered, found.triggered_ms), (Verdict::Yes, Some(hour(1))), "{name}");
        assert_eq!(paid(&found), payout, "{name}");
        let found = judged(&of(cover, &missed));
        assert_eq!((found.triggered, found.decision), (Verdict::No, ClaimDecision::Reject), "{name}");
    }
}

/// The pool of `BitNasdaq`, as published in 2026: a premium of 10 pays 50 once realized and floating losses reach 100. Funding counts.
#[test]
fn loss_with_funding_of_a_published_product() {
    let file = vectors("portfolio_vectors.json");
    let told = |key: &str| file["bitnasdaq"][key].as_f64().unwrap();
    let threshold = Peril::LossThreshold(CoveredLoss::new(trigger(), Collateral::new(told("trigger")).unwrap()));
    let sum = CoveredSum::Fixed { amount: decimal(&told("payout").to_string()) };
    let sold = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), threshold, valued(terms(1, sum)));
    let marks = [60_000.0, 59_870.0]; // loses 65
    assert_eq!(judged(&of(sold.clone(), &marks)).triggered, Verdict::No);
    let funding = |paid: &str| vec![event("F-1", hour(0), AccountEvent::Funding(FundingPayment::new(decimal(paid))))];
    let found = judged(&of(sold.clone(), &marks).events(funding("40")));
    assert_eq!((found.triggered, paid(&found)), (Verdict::Yes, "50.00".to_owned()));
    assert_eq!(judged(&of(sold.clone(), &marks).events(funding("34.9"))).triggered, Verdict::No);
    assert_eq!(judged(&of(sold.clone(), &[60_000.0, 59_790.0]).events(funding("-10"))).triggered, Verdict::No);
    assert_eq!(judged(&of(sold, &[60_000.0, 59_790.0])).triggered, Verdict::Yes);
}

/// A gap pays what the fill costs beyond the bankruptcy price of 54,000.
#[test]
fn gaps_by_their_fill() {
    let of_gap = cover(
        position(Side::Long, 0.5, 60_000.0, 3_000.0),
        Peril::Gap(trigger()),
        terms(7, fraction("1")).limit(decimal("400")),
    );
    let marks = [60_000.0, 53_000.0];
    let fill = |at: f64| of(of_gap.clone(), &marks).events(vec![event("L-1", hour(1), filled(at))]);
    assert_eq!(paid(&judged(&fill(53_500.0))), "250.00");
    assert_eq!(paid(&judged(&fill(52_000.0))), "400.00");
    assert_eq!(judged(&fill(54_100.0)).triggered, Verdict::No);
    assert_eq!(judged(&of(of_gap.clone(), &marks)).triggered, Verdict::No);
    let unknown = with(of(of_gap, &marks), |request| request.events_until_ms = None);
    assert_eq!((judged(&unknown).triggered, judged(&unknown).decision), (Verdict::CannotSay, ClaimDecision::Review));
}

#[test]
fn default_of_an_exchange() {
    let venue = "binance_usdm".parse().unwrap();
    let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(100_000.0).unwrap());
    let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(0.6).unwrap()));
    let sold = Cover::new("C-1".parse().unwrap(), CoveredAccount::Balance(balance), peril, terms(7, fraction("0.5")));
    let defaulted = |lost: Option<&str>| {
        let known = EstablishedDefault::new(venue);
        let known = match lost {
            Some(lost) => known.lost(decimal(lost)),
            None => known,
        };
        vec![event("D-1", hour(5), AccountEvent::Defaulted(known))]
    };
    let request = ClaimRequest::new("K-1".parse().unwrap(), sold, hour(10), Interval::HOUR).events_until_ms(hour(10));
    let found = judged(&request.clone().events(defaulted(Some("72500.5"))));
    assert_eq!((found.triggered_ms, paid(&found).as_str()), (Some(hour(5)), "36250.25"));
    assert_eq!(paid(&judged(&request.clone().events(defaulted(Some("100000"))))), "50000.00");
    let open = judged(&request.clone().events(defaulted(None)));
    assert_eq!((open.triggered, codes(&open)), (Verdict::Yes, vec![ClaimReasonCode::MissingLoss]));
    assert_eq!(judged(&request).triggered, Verdict::No);
    let unknown = judged(&with(request, |request| request.events_until_ms = None));
    assert_eq!((unknown.triggered, codes(&unknown)), (Verdict::CannotSay, vec![ClaimReasonCode::MissingEvents]));
}

/// A wick of the last price, of another contract or at another venue, triggers no cover on the mark.
#[test]
fn wicks_of_other_prices() {
    let calm = [60_000.0, 59_000.0, 60_000.0];
    let wick = [60_000.0, 40_000.0, 60_000.0];
    let others = [
        with(trigger(), |source| source.price_kind = PriceKind::Last),
        with(trigger(), |source| source.price_kind = PriceKind::Index),
        with(trigger(), |source| source.instrument = "ETHUSDT".parse().unwrap()),
        with(trigger(), |source| source.venue = "bybit_linear".parse().unwrap()),
    ];
    for other in others {
        let request = with(of(ten_times(), &calm), |request| request.prices.push(hourly(other, &wick)));
        let found = judged(&request);
        assert_eq!(found.triggered, Verdict::No);
        assert_eq!(codes(&found), [ClaimReasonCode::NotTriggered, ClaimReasonCode::OtherPrice]);
    }
}

#[test]
fn before_the_watch_and_after_expiry() {
    let waiting = with(ten_times(), |cover| cover.terms.waiting_ms = Some(Interval::from_ms(2 * HOUR).unwrap()));
    let found = judged(&of(waiting.clone(), &[60_000.0, 54_000.0, 60_000.0]));
    assert_eq!(codes(&found), [ClaimReasonCode::NotTriggered, ClaimReasonCode::WaitingPeriod]);
    // The first instant of the watch counts.
    assert_eq!(judged(&of(waiting, &[60_000.0, 54_000.0, 54_000.0])).triggered_ms, Some(hour(2)));
    let day = with(ten_times(), |cover| cover.terms.expires_ms = at(START + DAY));
    let mut path = [60_000.0; 25];
    path[24] = 50_000.0;
    let late = judged(&of(day.clone(), &path));
    assert_eq!(codes(&late), [ClaimReasonCode::NotTriggered, ClaimReasonCode::AfterExpiry]);
    path[23] = 50_000.0;
    assert_eq!(judged(&of(day, &path)).triggered_ms, Some(hour(23)));
}

#[test]
fn altered_positions_and_excluded_causes() {
    let marks = [60_000.0, 57_000.0, 54_000.0];
    let as_frozen = || with(ten_times(), |cover| cover.terms.alteration = Alteration::AsFrozen);
    let all = [Exclusion::MarginWithdrawn, Exclusion::HolderClosed, Exclusion::VenueOutage];
    let excluding = |cover: Cover| with(cover, |cover| cover.terms.exclusions = all.to_vec());
    let outage =
        |until| AccountEvent::Cause(with(HeldCause::new(Exclusion::VenueOutage), |held| held.until_ms = until));
    let (void, excluded) = (ClaimReasonCode::Altered, ClaimReasonCode::ExcludedCause);
    let rows = [
        (ten_times(), 1, altered(AccountChange::SizeIncreased), vec![void]),
        (ten_times(), 2, altered(AccountChange::MarginAdded), vec![void]),
        (as_frozen(), 1, altered(AccountChange::SizeReduced), vec![]),
        (as_frozen(), 1, altered(AccountChange::MarginWithdrawn), vec![]),
        (excluding(as_frozen()), 1, altered(AccountChange::MarginWithdrawn), vec![excluded]),
        (excluding(ten_times()), 1, altered(AccountChange::Closed), vec![void, excluded]),
        (excluding(ten_times()), 1, outage(None), vec![excluded]),
        (excluding(ten_times()), 1, outage(Some(hour(2))), vec![excluded]),
        (excluding(ten_times()), 0, outage(Some(hour(1))), vec![]),
        (ten_times(), 1, outage(None), vec![]),
    ];
    for (row, (cover, time, what, expected)) in rows.into_iter().enumerate() {
        let found = judged(&of(cover, &marks).events(vec![event("A-1", hour(time), what)]));
        assert_eq!((found.triggered, codes(&found)), (Verdict::Yes, expected.clone()), "row {row}");
        let decision = if expected.is_empty() { ClaimDecision::Pay } else { ClaimDecision::Reject };
        assert_eq!(found.decision, decision, "row {row}");
    }
    // After the trigger nothing speaks against it.
    let later = of(ten_times(), &[60_000.0, 54_000.0, 54_000.0]).events(vec![event(
        "A-1",
        hour(2),
        altered(AccountChange::Closed),
    )]);
    assert_eq!(judged(&later).decision, ClaimDecision::Pay);
}

#[test]
fn one_claim_for_a_cover() {
    let request = of(ten_times(), &[60_000.0, 54_000.0]);
    let earlier =
        |claim: &str, cover: &str, state| EarlierClaim::new(claim.parse().unwrap(), cover.parse().unwrap(), state);
    let rows = [
        (earlier("K-0", "C-1", ClaimState::Paid), true),
        (earlier("K-0", "C-1", ClaimState::Reported), true),
        (earlier("K-0", "C-1", ClaimState::Rejected), false),
        (earlier("K-1", "C-1", ClaimState::Rejected), true),
        (earlier("K-0", "C-2", ClaimState::Paid), false),
    ];
    for (row, (earlier, is_second)) in rows.into_iter().enumerate() {
        let found = judged(&request.clone().earlier(vec![earlier]));
        let expected = if is_second { ClaimDecision::Reject } else { ClaimDecision::Pay };
        assert_eq!(
            (found.decision, codes(&found).contains(&ClaimReasonCode::Duplicate)),
            (expected, is_second),
            "{row}"
        );
    }
}
