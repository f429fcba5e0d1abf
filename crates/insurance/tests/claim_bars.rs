//! Claims on bars: what both orders of low and high agree on.

use hashinsight_derivatives::margin::Side;
use hashinsight_insurance::claim::{
    AccountChange, BarClaim, BarClaimReason, BarClaimRequest, ClaimDecision, ClaimReasonCode, ClaimRequest,
    PriceSeries, claim_by_bars,
};
use hashinsight_insurance::cover::{Cover, CoveredDrawdown, CoveredLevels, Peril, PriceKind};
use hashinsight_market::{Bars, BarsColumns, Interval};
use hashinsight_units::{Currency, Fraction, Timestamp, Verdict};
use proptest::prelude::*;

use super::claims::{altered, codes, event, hour, judged, paid, price};
use super::covers::{DAY, START, at, cover, fraction, position, ten_times, terms, trigger, valued, with};

/// Open, high, low and close of days from the beginning on.
fn days(rows: &[[f64; 4]]) -> Bars {
    let column = |k: usize| rows.iter().map(|row| row[k]).collect::<Vec<f64>>();
    Bars::from_columns(BarsColumns {
        source: "binance_usdm".parse().unwrap(),
        instrument: "BTCUSDT".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: (0..).map(|day| START + day * DAY).take(rows.len()).collect(),
        open: column(0),
        high: column(1),
        low: column(2),
        close: column(3),
        volume_base: None,
    })
    .unwrap()
}

fn asked(cover: Cover, rows: &[[f64; 4]]) -> BarClaimRequest {
    let end = at(START + DAY * i64::try_from(rows.len()).unwrap());
    let claim = ClaimRequest::new("K-1".parse().unwrap(), cover, end, Interval::DAY).events_until_ms(end);
    BarClaimRequest::new(claim, PriceKind::Mark, days(rows))
}

fn of(cover: Cover, rows: &[[f64; 4]]) -> BarClaim {
    claim_by_bars(&asked(cover, rows)).unwrap()
}

fn fall(of: f64) -> Peril {
    Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(of).unwrap()))
}

fn drawdown() -> Cover {
    cover(position(Side::Long, 0.5, 60_000.0, 15_000.0), fall(0.1), valued(terms(7, fraction("0.5"))))
}

/// The level is 54,216.87: a low beyond it pays whatever came first, on the day of that low.
#[test]
fn one_level_needs_no_order() {
    let quiet = [60_000.0, 61_000.0, 54_217.0, 59_000.0];
    let low = [59_000.0, 61_000.0, 54_216.0, 60_000.0];
    let found = of(ten_times(), &[quiet, low]);
    assert_eq!(
        (found.triggered, found.decision, found.reasons.as_slice()),
        (Verdict::Yes, ClaimDecision::Pay, [].as_slice())
    );
    assert_eq!(found.bar_ms, Some(at(START + DAY)));
    assert_eq!(found.payout.as_ref().map(|paid| paid.money.to_string()).as_deref(), Some("1500.00 USDT"));
    for claim in [&found.low_first, &found.high_first] {
        assert_eq!(judged(&claim.request), *claim);
        assert_eq!(paid(claim), "1500.00");
    }
    let missed = of(ten_times(), &[quiet]);
    assert_eq!((missed.triggered, missed.decision, missed.bar_ms), (Verdict::No, ClaimDecision::Reject, None));
    assert_eq!(missed.payout, None);
}

/// From 62,000 to 55,500 are 10.5 %; from 60,000 they are 7.5 %.
#[test]
fn a_fall_needs_the_order() {
    let day = [60_000.0, 62_000.0, 55_500.0, 58_000.0];
    let found = of(drawdown(), &[day]);
    assert_eq!((found.low_first.triggered, found.high_first.triggered), (Verdict::No, Verdict::Yes));
    assert_eq!((found.triggered, found.decision), (Verdict::CannotSay, ClaimDecision::Review));
    assert_eq!((found.reasons, found.payout, found.bar_ms), (vec![BarClaimReason::OrderUnknown], None, None));
    // A later low is below 90 % of 62,000 in either order: only the day stays unknown.
    let found = of(drawdown(), &[day, [58_000.0, 58_100.0, 55_700.0, 57_000.0]]);
    assert_eq!((found.triggered, found.decision, found.bar_ms), (Verdict::Yes, ClaimDecision::Pay, None));
    assert_eq!(found.low_first.triggered_ms.map(Timestamp::to_ms), Some(START + DAY + DAY / 3));
}

/// Which of two levels came first decides what is paid, not whether.
#[test]
fn two_levels_need_the_order() {
    let peril = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(57_000.0), price(63_000.0)));
    let of_long = cover(position(Side::Long, 0.5, 60_000.0, 3_000.0), peril, valued(terms(7, fraction("0.5"))));
    let both = [60_000.0, 63_500.0, 56_000.0, 60_000.0];
    let found = of(of_long.clone(), &[both]);
    assert_eq!((found.triggered, found.decision), (Verdict::Yes, ClaimDecision::Review));
    assert_eq!((paid(&found.low_first).as_str(), paid(&found.high_first).as_str()), ("750.00", "0.00"));
    let below = of(of_long, &[[60_000.0, 62_000.0, 56_000.0, 60_000.0]]);
    assert_eq!((below.triggered, below.decision), (Verdict::Yes, ClaimDecision::Pay));
}

/// The cover begins to watch, or ends, within a day: its low may lie on either side.
#[test]
fn bars_at_the_edge_of_the_watch() {
    let low = [60_000.0, 61_000.0, 54_000.0, 60_000.0];
    let quiet = [60_000.0, 61_000.0, 59_000.0, 60_000.0];
    let waits = with(ten_times(), |cover| cover.terms.waiting_ms = Some(Interval::HOUR));
    let found = of(waits.clone(), &[low]);
    assert_eq!((found.triggered, found.decision), (Verdict::CannotSay, ClaimDecision::Review));
    assert_eq!(found.reasons, [BarClaimReason::InstantUnknown]);
    assert_eq!(of(waits, &[quiet, low]).decision, ClaimDecision::Pay);
    let short = with(ten_times(), |cover| cover.terms.expires_ms = at(START + DAY + DAY / 2));
    let found = of(short.clone(), &[quiet, low]);
    assert_eq!((found.triggered, found.decision), (Verdict::CannotSay, ClaimDecision::Review));
    assert!(found.reasons.contains(&BarClaimReason::InstantUnknown));
    assert_eq!(of(short, &[quiet, quiet]).triggered, Verdict::No);
}

#[test]
fn what_goes_to_a_person_or_is_refused() {
    let (low, quiet) = ([60_000.0, 61_000.0, 54_000.0, 60_000.0], [60_000.0, 61_000.0, 59_000.0, 60_000.0]);
    // The account was changed on the day of the low, and nobody knows which came first.
    let mut request = asked(ten_times(), &[low]);
    request.claim.events = vec![event("E-1", hour(12), altered(AccountChange::SizeIncreased))];
    let found = claim_by_bars(&request).unwrap();
    assert_eq!((found.triggered, found.decision), (Verdict::CannotSay, ClaimDecision::Review));
    // A day is missing.
    let gap = Bars::from_columns(BarsColumns {
        open_time_ms: vec![START, START + 2 * DAY],
        ..columns(&days(&[quiet, quiet]))
    });
    let mut request = asked(ten_times(), &[quiet, quiet, quiet]);
    request.bars = gap.unwrap();
    let found = claim_by_bars(&request).unwrap();
    assert_eq!((found.triggered, found.decision), (Verdict::CannotSay, ClaimDecision::Review));
    assert_eq!(codes(&found.low_first), [ClaimReasonCode::MissingPrices]);
    // Bars of another price kind prove nothing.
    let mut request = asked(ten_times(), &[low]);
    request.price_kind = PriceKind::Last;
    let found = claim_by_bars(&request).unwrap();
    assert_eq!(found.triggered, Verdict::CannotSay);
    assert!(codes(&found.low_first).contains(&ClaimReasonCode::OtherPrice));

    let refused = |change: &dyn Fn(&mut BarClaimRequest)| {
        let mut request = asked(ten_times(), &[low]);
        change(&mut request);
        let error = claim_by_bars(&request).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let own = refused(&|request| request.claim.prices = vec![PriceSeries::new(trigger(), Vec::new(), Vec::new())]);
    assert_eq!(own, told("insurance.prices.several", "claim.prices"));
    let short = refused(&|request| request.claim.longest_gap_ms = Interval::HOUR);
    assert_eq!(short, told("insurance.longest_gap_ms.out_of_range", "claim.longest_gap_ms"));
    let late = refused(&|request| request.claim.as_of_ms = hour(23));
    assert_eq!(late.0, "insurance.time_ms.out_of_range");
}

fn columns(bars: &Bars) -> BarsColumns {
    BarsColumns {
        source: bars.source(),
        instrument: bars.instrument(),
        quote_currency: bars.quote_currency(),
        interval_ms: bars.interval_ms(),
        open_time_ms: bars.open_time_ms().to_vec(),
        open: bars.open().to_vec(),
        high: bars.high().to_vec(),
        low: bars.low().to_vec(),
        close: bars.close().to_vec(),
        volume_base: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Against every order of every day: where the two of `claim_by_bars` agree, so do all.
    #[test]
    fn every_order_of_every_day(
        moves in proptest::collection::vec((-0.06..0.06_f64, 0.0..0.06_f64, 0.0..0.06_f64), 5),
        two_sided in any::<bool>(),
    ) {
        let mut open = 60_000.0;
        let mut rows = Vec::new();
        for (change, up, down) in moves {
            let close = open * (1.0 + change);
            let (high, low) = (f64::max(open, close) * (1.0 + up), f64::min(open, close) * (1.0 - down));
            rows.push([open, high, low, close]);
            open = close;
        }
        let peril = if two_sided {
            Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(55_000.0), price(66_000.0)))
        } else {
            fall(0.1)
        };
        let cover = cover(position(Side::Long, 0.5, 60_000.0, 15_000.0), peril, valued(terms(7, fraction("0.5"))));
        let found = of(cover.clone(), &rows);
        let of_orders = |orders: usize| {
            let (mut times, mut prices) = (Vec::new(), Vec::new());
            for (day, [open, high, low, close]) in rows.iter().enumerate() {
                let [first, second] = if orders >> day & 1 == 0 { [low, high] } else { [high, low] };
                for (hours, value) in [(0, open), (8, first), (16, second), (23, close)] {
                    times.push(hour(24 * i64::try_from(day).unwrap() + hours));
                    prices.push(price(*value));
                }
            }
            let request = asked(cover.clone(), &rows).claim.prices(vec![PriceSeries::new(trigger(), times, prices)]);
            let claim = judged(&request);
            (claim.triggered, paid(&claim))
        };
        let all: Vec<_> = (0..1 << rows.len()).map(of_orders).collect();
        let agree = all.iter().all(|one| *one == all[0]);
        prop_assert_eq!(found.reasons.is_empty(), agree);
        if all.iter().all(|one| one.0 == all[0].0) {
            prop_assert_eq!(found.triggered, all[0].0);
        } else {
            prop_assert_eq!(found.triggered, Verdict::CannotSay);
        }
    }
}
