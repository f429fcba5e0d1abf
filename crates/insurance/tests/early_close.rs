//! Covers that end before their time: what is given back.

use hashinsight_derivatives::margin::Side;
use hashinsight_insurance::cover::{CoveredDrawdown, CoveredSum, Peril};
use hashinsight_insurance::fund::{CoverRefund, CoverSold, Fund, FundCash, FundEntry, FundEvent, FundPolicy};
use hashinsight_insurance::quote::{
    CurrencyRate, EarlyCloseReport, EarlyCloseRequest, Quote, QuoteMarket, QuoteRequest, RefundRule, early_close,
};
use hashinsight_market::Interval;
use hashinsight_numerics::stream::Stream as _;
use hashinsight_testkit::{properties, within_relative};
use hashinsight_units::{AssetPrice, Decimal, Fraction, Money, Rate};
use proptest::prelude::*;

use super::covers::{DAY, START, at, decimal, trigger, valued, with};
use super::quotes::{estimate, gbm, liquidation, priced, request};

fn later(days: f64, spot: f64) -> QuoteMarket {
    let time = at(START + (days * 86_400_000.0) as i64);
    QuoteMarket::new(time, AssetPrice::new(spot).unwrap(), Rate::new(0.04).unwrap())
}

/// 10 times leverage for a week: 410.16 pure, with 20 of fixed expense, 5 % commission and 6 % tax.
fn asked() -> QuoteRequest {
    with(liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5"), |request| {
        request.loadings =
            request.loadings.clone().fixed_expense(decimal("20")).commission(decimal("0.05")).tax(decimal("0.06"));
    })
}

fn closed(sold: &Quote, market: QuoteMarket, rule: RefundRule) -> EarlyCloseReport {
    early_close(&EarlyCloseRequest::new(sold.clone(), market).rule(rule)).unwrap()
}

/// Pro rata by hand; by risk it is the price of the same cover for the days that are left.
#[test]
fn by_time_and_by_risk() {
    let sold = priced(&asked());
    let premium = sold.premium.clone().unwrap();
    let found = closed(&sold, later(2.0, 60_000.0), RefundRule::ProRata);
    assert_eq!(found.basis, premium.gross - premium.tax - decimal("20.00") - premium.commission);
    assert_eq!(found.unexpired, 5.0 / 7.0);
    let net = (found.basis * decimal("5") / decimal("7")).trunc_with_scale(2);
    assert_eq!((found.net_refund, found.remaining_risk), (net, None));
    let tax = (premium.tax * net / (premium.gross - premium.tax)).trunc_with_scale(2);
    assert_eq!((found.tax_refund, found.refund, found.kept), (tax, net + tax, premium.gross - net - tax));

    // The price where it was: the rest is the same cover for five days.
    let rest = priced(&liquidation(Side::Long, 0.5, 3_000.0, 5, "0.5")).price.pure_premium;
    let found = closed(&sold, later(2.0, 60_000.0), RefundRule::RemainingRisk);
    within_relative(found.remaining_pure_premium.unwrap(), rest, 1e-12, "the rest");
    within_relative(found.remaining_risk.unwrap(), rest / sold.price.pure_premium, 1e-12, "as a part");
    // Away from the level there is little left, near to it no more than what was paid for.
    let away = closed(&sold, later(2.0, 66_000.0), RefundRule::Lesser);
    assert!(away.remaining_risk.unwrap() < 0.2 && away.refund < found.refund);
    let near = closed(&sold, later(2.0, 54_500.0), RefundRule::RemainingRisk);
    assert_eq!((near.remaining_risk, near.net_refund), (Some(1.0), near.basis));
    let lesser = closed(&sold, later(2.0, 54_500.0), RefundRule::Lesser);
    assert_eq!(lesser.refund, closed(&sold, later(2.0, 54_500.0), RefundRule::ProRata).refund);
    // At once all of it, and a part is kept where that is agreed.
    let at_once = closed(&sold, later(0.0, 60_000.0), RefundRule::Lesser);
    assert_eq!(at_once.net_refund, at_once.basis);
    let kept =
        EarlyCloseRequest::new(sold.clone(), later(2.0, 60_000.0)).rule(RefundRule::ProRata).retained(decimal("0.1"));
    let kept = early_close(&kept).unwrap().net_refund;
    assert_eq!(kept, (premium_basis(&sold) * decimal("5") / decimal("7") * decimal("0.9")).trunc_with_scale(2));
}

fn premium_basis(sold: &Quote) -> Decimal {
    let premium = sold.premium.as_ref().unwrap();
    premium.net() - premium.fixed_expense - premium.commission
}

/// What is left of a waiting period is waited for.
#[test]
fn within_the_waiting_period() {
    let waiting = |days: i64, wait: i64| {
        with(liquidation(Side::Long, 0.5, 3_000.0, days, "0.5"), |request| {
            request.cover.terms.waiting_ms = Interval::from_ms(wait * DAY).ok();
        })
    };
    let sold = priced(&waiting(7, 3));
    let found = closed(&sold, later(1.0, 60_000.0), RefundRule::RemainingRisk);
    let rest = priced(&waiting(6, 2)).price.pure_premium;
    within_relative(found.remaining_pure_premium.unwrap(), rest, 1e-12, "two days to wait");
}

/// The refund is what the fund pays back, in its currency; the holder gets it in the one that was paid.
#[test]
fn booked_and_paid() {
    let eur = with(asked(), |request| {
        request.market.exchange_rates = vec![CurrencyRate::new("EUR".parse().unwrap(), decimal("0.9"), at(START))];
        request.premium_currency = Some("EUR".parse().unwrap());
    });
    let sold = priced(&eur);
    let found = closed(&sold, later(2.0, 60_000.0), RefundRule::ProRata);
    assert_eq!(found.payable.money.amount(), (found.refund * decimal("0.9")).round_dp(8));
    let usdt = |amount| Money::new(amount, "USDT".parse().unwrap());
    let mut fund = Fund::open(&FundPolicy::new("USDT".parse().unwrap())).unwrap();
    let (name, gross) = ("C-1".parse().unwrap(), sold.premium.as_ref().unwrap().gross);
    let terms = &sold.request.cover.terms;
    let cover = CoverSold::new(name, usdt(gross), sold.maximum_payout.money, terms.starts_ms, terms.expires_ms);
    fund.update(&FundEvent::new(at(START), FundEntry::Capital(FundCash::new(usdt(decimal("5000")))))).unwrap();
    fund.update(&FundEvent::new(at(START), FundEntry::Premium(cover))).unwrap();
    let refund = FundEntry::Refund(CoverRefund::new(name, usdt(found.refund)));
    let line = fund.update(&FundEvent::new(at(START + 2 * DAY), refund)).unwrap();
    assert_eq!(line.cash, decimal("5000") + found.kept);
}

#[test]
fn ends_that_are_refused() {
    let sold = priced(&asked());
    let refused = |request: &EarlyCloseRequest, code: &str, path: &str| {
        let error = early_close(request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    };
    let base = || EarlyCloseRequest::new(sold.clone(), later(2.0, 60_000.0));
    for days in [-1.0, 7.0] {
        refused(
            &with(base(), |request| request.market = later(days, 60_000.0)),
            "insurance.time_ms.out_of_range",
            "market.time_ms",
        );
    }
    refused(
        &with(base(), |request| request.market = later(2.0, 54_000.0)),
        "insurance.spot.unsupported",
        "market.spot",
    );
    refused(&base().retained(Decimal::ONE), "insurance.retained.out_of_range", "retained");
    refused(&base().retained(decimal("-0.1")), "insurance.retained.out_of_range", "retained");
    let altered = with(base(), |request| request.quote.price.pure_premium += 1.0);
    refused(&altered, "insurance.quote.unsupported", "quote");
    let declined = priced(
        &liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5")
            .rules(hashinsight_insurance::quote::Rules::new().most_probability(Fraction::new(0.1).unwrap())),
    );
    refused(&with(base(), |request| request.quote = declined), "insurance.quote.unsupported", "quote");
    // The market does not say how high the price has stood.
    let fall = with(liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5").cover, |cover| {
        cover.peril = Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(0.1).unwrap()));
        cover.terms = valued(cover.terms.clone());
        cover.terms.sum = CoveredSum::Fixed { amount: decimal("500") };
        cover.terms.liquidation_proof = None;
    });
    let fall = priced(&request(fall, super::quotes::market(60_000.0, 0.04), gbm(0.65)));
    let asked = EarlyCloseRequest::new(fall, later(2.0, 60_000.0));
    refused(&asked, "insurance.rule.unsupported", "rule");
    assert_eq!(early_close(&asked.rule(RefundRule::ProRata)).unwrap().remaining_risk, None);
}

proptest! {
    #![proptest_config(properties(2_000))]

    /// Nothing is given back that was not paid; refund and what is kept are the premium; it shrinks with time.
    #[test]
    fn refunds_within_the_premium(days in 0.0_f64..6.9, sooner in 0.0_f64..1.0, spot in 54_300.0_f64..90_000.0, retained in 0_i64..1000) {
        let sold = priced(&asked());
        let ask = |days: f64, rule| {
            let request = EarlyCloseRequest::new(sold.clone(), later(days, spot)).rule(rule);
            early_close(&request.retained(Decimal::new(retained, 3))).unwrap()
        };
        let gross = sold.premium.as_ref().unwrap().gross;
        for rule in [RefundRule::ProRata, RefundRule::RemainingRisk, RefundRule::Lesser] {
            let (found, before) = (ask(days, rule), ask(days * sooner, rule));
            prop_assert!(found.refund >= Decimal::ZERO && found.net_refund <= found.basis);
            prop_assert_eq!(found.refund + found.kept, gross);
            prop_assert!(found.refund <= before.refund);
        }
        prop_assert!(estimate(ask(days, RefundRule::Lesser).refund) <= estimate(ask(days, RefundRule::ProRata).refund));
    }
}
