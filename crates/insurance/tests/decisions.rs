//! What is offered, referred and declined; what a premium is made of; what is refused, and where.

use hashinsight_derivatives::margin::Side;
use hashinsight_insurance::actuarial::PremiumPrinciple;
use hashinsight_insurance::cover::{
    Basis, Cover, CoveredDrawdown, CoveredLevels, CoveredSum, Peril, Product, ProductPrice, Terms, sample_products,
};
use hashinsight_insurance::quote::{
    CurrencyRate, Decision, HazardModel, KouModel, Loadings, MertonModel, PriceModel, Quote, QuoteMeasure,
    QuoteRequest, ReasonCode, Rules, VerifyQuoteRequest, quote, verify_quote,
};
use hashinsight_market::Interval;
use hashinsight_testkit::properties;
use hashinsight_units::{AssetPrice, Decimal, Error, Fraction, Intensity, Rate, Ratio, Volatility};
use proptest::prelude::*;

use super::covers::{DAY, START, at, cover, decimal, fraction, position, terms, trigger, valued, with};
use super::quotes::{gbm, kou_model, liquidation, market, request};

fn base() -> QuoteRequest {
    liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5")
}

fn with_rules(rules: Rules) -> Quote {
    quote(&base().rules(rules)).unwrap()
}

fn reasons(quote: &Quote) -> Vec<ReasonCode> {
    quote.reasons.iter().map(|reason| reason.reason).collect()
}

#[test]
fn every_reason_to_decline() {
    let open = || Rules::new().most_probability(Fraction::ONE);
    assert_eq!(with_rules(open()).decision, Decision::Offer);
    let check = |quote: &Quote, reason: ReasonCode| {
        assert_eq!(quote.decision, Decision::Decline);
        assert_eq!(reasons(quote), [reason]);
        assert!(quote.premium.is_none() && quote.payable.is_none(), "what is not sold has no price");
        assert!(quote.price.pure_premium >= 0.0);
    };
    // 100 times for a day is hit with 0.8653: declined by the rules as they are without any word.
    let hundred = liquidation(Side::Long, 1.0, 600.0, 1, "0.5").rules(Rules::new());
    let found = quote(&hundred).unwrap();
    check(&found, ReasonCode::HitProbabilityTooHigh);
    assert!((found.reasons[0].figure.unwrap() - 0.8653).abs() < 5e-5 && found.reasons[0].bound == Some(0.5));
    check(&with_rules(open().free_capacity(decimal("1499.99"))), ReasonCode::CapacityExceeded);
    check(&with_rules(open().most_payout(decimal("1000"))), ReasonCode::PayoutTooLarge);
    check(&with_rules(open().most_leverage(Ratio::new(9.0).unwrap())), ReasonCode::LeverageTooHigh);
    let holder = open().held_by_holder(decimal("600")).most_per_holder(decimal("2000"));
    check(&with_rules(holder), ReasonCode::HolderLimitExceeded);
    let refused = quote(&base().rules(open().refused_countries(vec!["XX".into()])).country("XX".into())).unwrap();
    check(&refused, ReasonCode::CountryRefused);
    let wide = base().rules(open().most_model_range(Ratio::new(0.1).unwrap())).models(vec![gbm(0.8)]);
    check(&quote(&wide).unwrap(), ReasonCode::ModelRangeTooWide);
    let rich = with(base(), |request| {
        request.cover.terms = valued(terms(7, CoveredSum::Fixed { amount: decimal("3001") }));
    });
    check(&quote(&rich).unwrap(), ReasonCode::PayoutExceedsLoss);
    // A price is nobody's doing: on either side of it, what stands behind the position bounds the sum.
    let price = |value: f64| AssetPrice::new(value).unwrap();
    let sides = |amount: &str| {
        with(base(), |request| {
            request.cover.peril = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(52_000.0), price(69_000.0)));
            request.cover.terms = valued(terms(7, CoveredSum::Fixed { amount: decimal(amount) }));
        })
    };
    assert_eq!(quote(&sides("3000")).unwrap().decision, Decision::Offer);
    check(&quote(&sides("3000.01")).unwrap(), ReasonCode::PayoutExceedsLoss);
    let late = with(base(), |request| request.market = market(54_000.0, 0.04));
    let found = quote(&late).unwrap();
    check(&found, ReasonCode::AlreadyTriggered);
    let cheap = base().product(sample_products()[1].clone());
    let cheap = with(cheap, |request| request.cover.product = Some("type-a-fundamental".into()));
    check(&quote(&cheap).unwrap(), ReasonCode::PriceBelowPure);
}

#[test]
fn referrals() {
    let check = |quote: Quote, reason: ReasonCode| {
        assert_eq!((quote.decision, reasons(&quote)), (Decision::Refer, vec![reason]));
        assert!(quote.premium.is_some(), "an indication");
    };
    let open = || Rules::new().most_probability(Fraction::ONE);
    check(with_rules(open().refer_probability(Fraction::new(0.2).unwrap())), ReasonCode::ProbabilityReferred);
    check(with_rules(open().refused_countries(vec!["XX".into()])), ReasonCode::CountryUnknown);
    // Paid for in full: probability and premium are 0.
    let full = quote(&liquidation(Side::Long, 0.5, 30_000.0, 7, "0.5")).unwrap();
    assert_eq!((full.price.hit_probability, full.price.pure_premium), (0.0, 0.0));
    assert_eq!(full.premium.as_ref().unwrap().gross, Decimal::ZERO);
    check(full, ReasonCode::NeverTriggers);
}

#[test]
fn premiums_by_hand() {
    // (410.16 + 66.87 + 10) / (1 - 0.15 - 0.05 - 0.02) = 624.40; a fifth off leaves 499.52, and 6 % tax on that.
    let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1))
        .expense(decimal("0.15"))
        .commission(decimal("0.05"))
        .profit(decimal("0.02"))
        .fixed_expense(decimal("10"))
        .discount(decimal("0.2"))
        .tax(decimal("0.06"));
    let asked = with(base(), |request| request.loadings = loadings);
    let premium = quote(&asked).unwrap().premium.unwrap();
    let told = [
        premium.pure,
        premium.risk_loading,
        premium.fixed_expense,
        premium.expense,
        premium.commission,
        premium.profit,
        premium.discount,
        premium.tax,
        premium.gross,
    ];
    let expected = ["410.16", "66.87", "10.00", "93.66", "31.22", "12.49", "-124.88", "29.97", "529.49"];
    assert_eq!(told.map(|term| term.to_string()), expected);
    // The discount of half would undercut the risk: what is left is the pure premium, to the cent.
    let half = with(asked, |request| request.loadings.discount = Some(decimal("0.5")));
    let premium = quote(&half).unwrap().premium.unwrap();
    assert_eq!((premium.net(), premium.discount), (premium.pure, decimal("-214.24")));
    // A product at 700 costs 700, whatever the terms say.
    let listed = Product::new(
        "flat".into(),
        "Flat".into(),
        "One price.".into(),
        "Half".into(),
        hashinsight_insurance::cover::PerilKind::Liquidation,
        ProductPrice::Fixed("700 USDT".parse().unwrap()),
    );
    let asked = with(base().product(listed), |request| request.cover.product = Some("flat".into()));
    let premium = quote(&asked).unwrap().premium.unwrap();
    assert_eq!((premium.gross, premium.listing), (decimal("700.00"), decimal("138.79")));
    assert_eq!(premium.sum(), premium.gross);
}

/// 2.04e-9 USDT for a token, as the original says: no column of two decimals holds it, a rate does.
#[test]
fn premiums_in_other_currencies() {
    let rate = |currency: &str, rate: &str| CurrencyRate::new(currency.parse().unwrap(), decimal(rate), at(START));
    let rates = vec![rate("BTI", "490196078.4313725490"), rate("ETH", "0.0004")];
    let asked = with(base(), |request| {
        request.market.exchange_rates = rates.clone();
        request.premium_currency = Some("BTI".parse().unwrap());
        request.cover.terms.settle_currency = Some("ETH".parse().unwrap());
    });
    let found = quote(&asked).unwrap();
    let payable = found.payable.unwrap();
    assert_eq!(payable.money.to_string(), "275102941176.47058823 BTI");
    assert_eq!(payable.rate, Some(rates[0]));
    assert_eq!(
        found.maximum_payout.money.to_string(),
        "0.60000 ETH".replace("0.60000", &found.maximum_payout.money.amount().to_string())
    );
    assert_eq!(found.maximum_payout.money.amount(), decimal("0.6"));
    let unknown = with(asked.clone(), |request| request.premium_currency = Some("EUR".parse().unwrap()));
    refused(&unknown, "insurance.currency.unknown", "premium_currency");
    let worthless = with(asked.clone(), |request| request.market.exchange_rates[1].per_unit = Decimal::ZERO);
    refused(&worthless, "insurance.per_unit.out_of_range", "market.exchange_rates[1].per_unit");
    let unknown = with(asked, |request| request.cover.terms.settle_currency = Some("EUR".parse().unwrap()));
    refused(&unknown, "insurance.currency.unknown", "cover.terms.settle_currency");
}

fn refused(request: &QuoteRequest, code: &str, path: &str) {
    let error: Error = quote(request).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    assert!(!error.allowed().is_empty(), "{error}");
}

#[test]
fn requests_that_cannot_be() {
    // Proved by whatever each peril is judged by.
    let base = || with(base(), |request| request.cover.terms.liquidation_proof = None);
    let change = |change: &dyn Fn(&mut QuoteRequest)| with(base(), |request| change(request));
    let past = change(&|request| request.market.time_ms = at(START + 8 * DAY));
    refused(&past, "insurance.expires_ms.out_of_range", "cover.terms.expires_ms");
    let begun = change(&|request| request.market.time_ms = at(START + DAY));
    refused(&begun, "insurance.starts_ms.out_of_range", "cover.terms.starts_ms");
    let negative = change(&|request| request.cover.terms = terms(7, fraction("-0.5")));
    refused(&negative, "insurance.of_loss.out_of_range", "cover.terms.sum.fraction.of_loss");
    let share = change(&|request| request.loadings.expense = Some(decimal("1")));
    refused(&share, "insurance.expense.out_of_range", "loadings.expense");
    let shares = change(&|request| {
        request.loadings.expense = Some(decimal("0.6"));
        request.loadings.profit = Some(decimal("0.4"));
    });
    refused(&shares, "insurance.expense.out_of_range", "loadings.expense");
    let loading = change(&|request| request.loadings.principle = PremiumPrinciple::StandardDeviation(-0.1));
    refused(&loading, "insurance.standard_deviation.out_of_range", "loadings.principle.standard_deviation");
    let hazard = PriceModel::Hazard(HazardModel::new(vec![Intensity::new(0.02).unwrap()]));
    refused(&change(&|request| request.model = hazard.clone()), "insurance.model.unsupported", "model");
    let others = change(&|request| request.models = vec![gbm(0.5), hazard.clone()]);
    refused(&others, "insurance.model.unsupported", "models[1]");
    let still = PriceModel::Kou(with(
        match kou_model(0.55) {
            PriceModel::Kou(model) => model,
            _ => panic!(),
        },
        |model: &mut KouModel| model.volatility = Volatility::new(0.0).unwrap(),
    ));
    let still = change(&|request| request.models = vec![still.clone()]);
    refused(&still, "derivatives.volatility.unsupported", "models[0].kou.volatility");
    let calm = PriceModel::Merton(MertonModel::new(
        Volatility::new(0.0).unwrap(),
        super::quotes::merton_jumps(5.0, 0.0, 0.1),
        1,
    ));
    let calm = change(&|request| {
        request.cover.terms.waiting_ms = Some(Interval::DAY);
        request.models = vec![calm.clone()];
    });
    refused(&calm, "insurance.volatility.out_of_range", "models[0].merton.volatility");
    let gap = change(&|request| {
        request.cover.peril = Peril::Gap(trigger());
        request.cover.terms.limit = Some(decimal("100"));
        (request.model, request.models) = (kou_model(0.55), vec![gbm(0.55)]);
    });
    refused(&gap, "insurance.model.unsupported", "models[0]");
    let fall = |of: f64| Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(of).unwrap()));
    let small = change(&|request| {
        (request.cover.peril, request.cover.terms.basis) = (fall(0.001), Basis::Valued);
        request.models = vec![kou_model(0.55)];
    });
    refused(&small, "insurance.fall.out_of_range", "cover.peril.drawdown.fall");
    let fall = fall(0.2);
    let indemnity = change(&|request| request.cover.peril = fall);
    refused(&indemnity, "insurance.basis.unsupported", "cover.terms.basis");
    let unseen = change(&|request| request.cover.product = Some("liquidation-half".into()));
    refused(&unseen, "insurance.product.missing", "product");
    let other = change(&|request| request.product = Some(sample_products()[0].clone()));
    refused(&other, "insurance.product.unknown", "cover.product");
}

#[test]
fn a_quote_verifies_itself() {
    let asked = with(base(), |request| {
        request.models = vec![kou_model(0.55), gbm(0.8)];
        request.risk_index = Some(super::index::sample(40.0));
        request.market.measure = QuoteMeasure::RealWorld { drift_per_year: Rate::new(0.2).unwrap() };
    });
    let found = quote(&asked).unwrap();
    let text = serde_json::to_string(&found).unwrap();
    let read: Quote = serde_json::from_str(&text).unwrap();
    assert_eq!(read, found);
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let verified = verify_quote(&VerifyQuoteRequest::new(read.clone())).unwrap();
    assert!(verified.holds && verified.differences.is_empty());
    // A cent less, a bit more: told by name.
    let cheaper = with(read.clone(), |quote| {
        let premium = quote.premium.as_mut().unwrap();
        premium.gross -= decimal("0.01");
    });
    let verified = verify_quote(&VerifyQuoteRequest::new(cheaper)).unwrap();
    assert_eq!((verified.holds, verified.differences), (false, vec!["premium"]));
    let bit =
        with(read, |quote| quote.price.hit_probability = f64::from_bits(quote.price.hit_probability.to_bits() + 1));
    assert_eq!(verify_quote(&VerifyQuoteRequest::new(bit)).unwrap().differences, ["price"]);
}

#[test]
fn an_index_is_no_part_of_the_premium() {
    let ask =
        |score: f64| quote(&with(base(), |request| request.risk_index = Some(super::index::sample(score)))).unwrap();
    let (calm, wild) = (ask(0.0), ask(100.0));
    assert!(calm.risk_index.unwrap().index < wild.risk_index.unwrap().index);
    assert_eq!(calm.premium, wild.premium);
    assert_eq!(quote(&base()).unwrap().premium, wild.premium);
}

fn principles() -> impl Strategy<Value = PremiumPrinciple> {
    prop_oneof![
        (0.0..1.0).prop_map(PremiumPrinciple::ExpectedValue),
        (0.0..1.0).prop_map(PremiumPrinciple::StandardDeviation),
        (0.0..1e-3).prop_map(PremiumPrinciple::Variance),
        (1e-6..1e-3).prop_map(PremiumPrinciple::Esscher),
        (1e-6..1e-3).prop_map(PremiumPrinciple::Exponential),
        (1.0..3.0).prop_map(PremiumPrinciple::ProportionalHazard),
        (0.0..2.0).prop_map(PremiumPrinciple::Wang),
        (0.0..0.99).prop_map(PremiumPrinciple::ExpectedShortfall),
        (1.0..4.0).prop_map(PremiumPrinciple::DualPower),
    ]
}

fn thousandths(most: i64) -> impl Strategy<Value = Decimal> {
    (0..=most).prop_map(|value| Decimal::new(value, 3))
}

proptest! {
    #![proptest_config(properties(10_000))]

    /// Whatever the loadings: terms add up, no discount goes below the pure premium, no principle charges less than it, and the maximum payout is
    /// at most the limit and, of an indemnity, the loss.
    #[test]
    fn premiums_add_up(
        leverage in 1.5_f64..40.0, days in 1_i64..30, sigma in 0.2_f64..1.5, share in 1_i64..=1000, is_long: bool,
        principle in principles(), expense in thousandths(400), commission in thousandths(200), profit in thousandths(200),
        fixed in thousandths(20_000), discount in thousandths(999), tax in thousandths(300), limit in 1_i64..10_000, digits in 0_u32..=4,
    ) {
        let side = if is_long { Side::Long } else { Side::Short };
        let sum = CoveredSum::Fraction { of_loss: Decimal::new(share, 3) };
        let of = position(side, 0.5, 60_000.0, 30_000.0 / leverage);
        let terms: Terms = terms(days, sum).limit(Decimal::from(limit)).digits(digits);
        let loadings = Loadings::new(principle)
            .expense(expense)
            .commission(commission)
            .profit(profit)
            .fixed_expense(fixed)
            .discount(discount)
            .tax(tax);
        let cover: Cover = cover(of, Peril::Liquidation(trigger()), terms);
        let asked = with(request(cover, market(60_000.0, 0.04), gbm(sigma)), |request| request.loadings = loadings);
        let found = quote(&asked).unwrap();
        let premium = found.premium.as_ref().unwrap();
        prop_assert_eq!(premium.sum(), premium.gross);
        prop_assert!(premium.net() >= premium.pure);
        prop_assert!(premium.risk_loading >= Decimal::ZERO);
        prop_assert!(premium.discount <= Decimal::ZERO);
        prop_assert!(found.frozen.maximum_payout <= Decimal::from(limit));
        prop_assert!(found.frozen.maximum_payout <= found.frozen.loss);
        prop_assert!(found.price.pure_premium >= 0.0);
        let most: f64 = found.frozen.maximum_payout.to_string().parse().unwrap();
        prop_assert!(found.price.pure_premium <= most * found.price.hit_probability * (1.0 + 1e-12));
        prop_assert!(verify_quote(&VerifyQuoteRequest::new(found.clone())).unwrap().holds);
    }

    /// Hit probability grows with the term and the leverage, and without drift of the logarithm with the volatility; at zero rates so does the
    /// premium rate, premium over sum insured, with leverage and term.
    #[test]
    fn probability_and_rate_grow(
        leverage in 1.5_f64..40.0, more in 1.0001_f64..1.5, days in 1_i64..20, longer in 1_i64..10, sigma in 0.2_f64..1.2, wilder in 1.0001_f64..1.5,
        is_long: bool,
    ) {
        let side = if is_long { Side::Long } else { Side::Short };
        let ask = |leverage: f64, days: i64, sigma: f64, driftless: bool| {
            let of = position(side, 0.5, 60_000.0, 30_000.0 / leverage);
            let terms = terms(days, fraction("1")).digits(8);
            let drift = if driftless { 0.5 * sigma * sigma } else { 0.0 };
            let market = market(60_000.0, 0.0).measure(QuoteMeasure::RealWorld { drift_per_year: Rate::new(drift).unwrap() });
            let found = quote(&request(cover(of, Peril::Liquidation(trigger()), terms), market, gbm(sigma))).unwrap();
            let insured: f64 = found.frozen.maximum_payout.to_string().parse().unwrap();
            (found.price.hit_probability, found.price.pure_premium / insured)
        };
        let slack = 1e-12;
        let plain = ask(leverage, days, sigma, false);
        let levered = ask(leverage * more, days, sigma, false);
        prop_assert!(levered.0 >= plain.0 - slack && levered.1 >= plain.1 - 1e-9);
        let long = ask(leverage, days + longer, sigma, false);
        prop_assert!(long.0 >= plain.0 - slack && long.1 >= plain.1 - 1e-9);
        prop_assert!(ask(leverage, days, sigma * wilder, true).0 >= ask(leverage, days, sigma, true).0 - slack);
    }
}

/// A price is a price: nothing about it depends on the order of the models, or on the others being asked.
#[test]
fn models_beside_each_other() {
    let alone = quote(&base()).unwrap();
    let [a, b] = [vec![kou_model(0.55), gbm(0.8)], vec![gbm(0.8), kou_model(0.55)]]
        .map(|models| quote(&with(base(), |request| request.models = models)).unwrap());
    assert_eq!(alone.price, a.price);
    assert_eq!((a.range[0], a.range[1]), (b.range[1], b.range[0]));
    assert_eq!(a.premium, alone.premium);
}

/// The spot of another level of the price is another cover: levels are those of entry.
#[test]
fn a_spot_that_moved() {
    let moved = with(base(), |request| request.market.spot = AssetPrice::new(58_000.0).unwrap());
    let (moved, plain) = (quote(&moved).unwrap(), quote(&base()).unwrap());
    assert_eq!(moved.frozen, plain.frozen);
    assert!(moved.price.hit_probability > plain.price.hit_probability);
}

/// A cover in two shares is the cover: payouts to the last digit, pure premiums to rounding.
#[test]
fn shares_add_up() {
    let ask = |share: &str| quote(&with(base(), |request| request.cover.terms = terms(7, fraction(share)))).unwrap();
    for [a, b] in [["0.3", "0.7"], ["0.25", "0.25"], ["0.01", "0.98"]] {
        let whole = (decimal(a) + decimal(b)).to_string();
        let [a, b, whole] = [ask(a), ask(b), ask(&whole)];
        assert_eq!(a.frozen.maximum_payout + b.frozen.maximum_payout, whole.frozen.maximum_payout);
        let sum = a.price.pure_premium + b.price.pure_premium;
        assert!((sum - whole.price.pure_premium).abs() < 1e-12 * sum);
    }
}
