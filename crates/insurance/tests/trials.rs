//! What users of the package ran into.

use hashinsight_derivatives::margin::Side;
use hashinsight_insurance::claim::{
    AccountEvent, ClaimDecision, ClaimReasonCode, ClaimRequest, EstablishedDefault, claim,
};
use hashinsight_insurance::cover::{Cover, CoveredAccount, ExchangeBalance, Peril, VenueDefault};
use hashinsight_insurance::quote::{CurrencyRate, Decision, QuoteRequest, ReasonCode, quote, quote_batch};
use hashinsight_insurance::quote::{Loadings, QuoteBatchParams, QuoteColumns};
use hashinsight_insurance::reserving::{ReserveRequest, reserve};
use hashinsight_market::Interval;
use hashinsight_units::{AssetPrice, Collateral, Fraction, Outcome, Rate};

use super::claims::{codes, event, filled, hour, judged, of, paid};
use super::covers::{START, at, cover, decimal, fraction, position, ten_times, terms, tiers, trigger, with};
use super::quotes::{gbm, liquidation, market, request};

fn reasons(asked: &QuoteRequest) -> (Decision, Vec<ReasonCode>) {
    let found = quote(asked).unwrap();
    (found.decision, found.reasons.iter().map(|reason| reason.reason).collect())
}

/// Half a bitcoin from 60,000 with 3,000 of margin; at 57,500 there are 1,750 left to lose.
#[test]
fn an_indemnity_pays_for_what_is_lost_after_the_sale() {
    let price = AssetPrice::new(57_500.0).unwrap();
    let mut full = liquidation(Side::Long, 0.5, 3_000.0, 2, "1");
    full.rules.most_probability = Fraction::constant(0.5);
    full.market = market(57_500.0, 0.04);
    assert_eq!(reasons(&full), (Decision::Decline, vec![ReasonCode::PayoutExceedsLoss]));
    let CoveredAccount::Position(held) = &mut full.cover.account else { panic!() };
    held.mark_price = Some(price);
    let found = quote(&full).unwrap();
    assert_eq!((found.decision, found.frozen.maximum_payout), (Decision::Offer, decimal("1750.00")));
    // A claim pays it, and says what was gone before.
    let judged = judged(&of(full.cover.clone(), &[57_500.0, 54_000.0]));
    assert_eq!(paid(&judged), "1750.00");
    let loss = judged.loss.unwrap();
    assert_eq!((loss.total, loss.price + loss.other), (decimal("1750.00"), decimal("1750.00")));
    // By the column the spot is the mark.
    let maintenance = hashinsight_derivatives::margin::MaintenanceSchedule::Tiers(tiers());
    let loadings = Loadings::new(hashinsight_insurance::actuarial::PremiumPrinciple::StandardDeviation(0.1));
    let venue = hashinsight_derivatives::margin::Venue::BinanceUsdm;
    let columns = QuoteColumns {
        side: &[Side::Long; 2],
        quantity: &[0.5; 2],
        entry_price: &[60_000.0; 2],
        margin: &[3_000.0; 2],
        spot: &[57_500.0, 60_000.0],
        volatility: &[0.65; 2],
        years: &[2.0 / 365.0; 2],
    };
    let rate = Rate::new(0.04).unwrap();
    let table =
        quote_batch(&columns, &QuoteBatchParams::new(venue, maintenance, rate, loadings, decimal("1"))).unwrap();
    assert_eq!((table.is_offered, table.maximum_payout_minor), (vec![true; 2], vec![175_000, 300_000]));
}

#[test]
fn a_position_beyond_the_table() {
    let most = *tiers().notional_cap().last().unwrap();
    let quantity = most / 60_000.0 * 1.01;
    let beyond = position(Side::Long, quantity, 60_000.0, quantity * 60_000.0 * 0.9);
    let error = cover(beyond, Peril::Liquidation(trigger()), terms(7, fraction("0.5"))).frozen().unwrap_err();
    assert_eq!(error.code(), "insurance.quantity.out_of_range");
    assert_eq!(error.path().as_str(), "account.position.quantity");
    assert_eq!(error.allowed(), format!("a notional of at most {most}, where the table ends"));
    // The same by the column, in its row.
    let columns = QuoteColumns {
        side: &[Side::Long; 2],
        quantity: &[0.5, quantity],
        entry_price: &[60_000.0; 2],
        margin: &[3_000.0, 1e9],
        spot: &[60_000.0; 2],
        volatility: &[0.65; 2],
        years: &[2.0 / 365.0; 2],
    };
    let loadings = Loadings::new(hashinsight_insurance::actuarial::PremiumPrinciple::StandardDeviation(0.1));
    let maintenance = hashinsight_derivatives::margin::MaintenanceSchedule::Tiers(tiers());
    let venue = hashinsight_derivatives::margin::Venue::BinanceUsdm;
    let params = QuoteBatchParams::new(venue, maintenance, Rate::new(0.04).unwrap(), loadings, decimal("1"));
    let error = quote_batch(&columns, &params).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("derivatives.quantity.out_of_range", "quantity[1]"));
}

/// The account was gone before the price came; or the venue filled where nothing is lost.
#[test]
fn liquidations_that_contradict_the_price() {
    let marks = [60_000.0, 59_000.0, 58_000.0, 57_000.0, 54_000.0];
    let told = |hours, fill| {
        with(of(ten_times(), &marks), |request: &mut ClaimRequest| {
            request.events = vec![event("L-1", hour(hours), filled(fill))];
        })
    };
    assert_eq!(judged(&told(4, 54_100.0)).decision, ClaimDecision::Pay);
    for contradiction in [told(1, 54_100.0), told(4, 70_000.0)] {
        let found = judged(&contradiction);
        assert_eq!(found.decision, ClaimDecision::Review);
        assert!(codes(&found).contains(&ClaimReasonCode::EvidenceDisagrees));
    }
}

#[test]
fn a_default_of_more_than_stood_there() {
    let venue = "okx".parse().unwrap();
    let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(10_000.0).unwrap());
    let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(0.6).unwrap()));
    let cover = Cover::new("C-9".parse().unwrap(), CoveredAccount::Balance(balance), peril, terms(7, fraction("1")));
    let told = |lost: &str| {
        let default = AccountEvent::Defaulted(EstablishedDefault::new(venue).lost(decimal(lost)));
        let request = ClaimRequest::new("K-9".parse().unwrap(), cover.clone(), hour(5), Interval::HOUR);
        claim(&request.events(vec![event("D-1", hour(2), default)]).events_until_ms(hour(5))).unwrap()
    };
    assert_eq!((told("9000").decision, paid(&told("9000")).as_str()), (ClaimDecision::Pay, "9000.00"));
    let found = told("90000");
    assert_eq!((found.decision, found.payout), (ClaimDecision::Review, None));
    assert_eq!(codes(&found), [ClaimReasonCode::EvidenceDisagrees]);
}

/// What defaulted while the cover was waiting cannot default again.
#[test]
fn a_default_while_the_cover_waits() {
    let venue = "okx".parse().unwrap();
    let balance = ExchangeBalance::new(venue, "USDT".parse().unwrap(), Collateral::new(10_000.0).unwrap());
    let peril = Peril::ExchangeDefault(VenueDefault::new(venue, Fraction::new(0.6).unwrap()));
    let waits = with(terms(7, fraction("1")), |terms| terms.waiting_ms = Some(Interval::HOUR));
    let cover = Cover::new("C-9".parse().unwrap(), CoveredAccount::Balance(balance), peril, waits);
    let told = |hours: &[i64]| {
        let default = AccountEvent::Defaulted(EstablishedDefault::new(venue).lost(decimal("9000")));
        let events = hours.iter().map(|at| event(&format!("D-{at}"), hour(*at), default)).collect();
        let request = ClaimRequest::new("K-9".parse().unwrap(), cover.clone(), hour(5), Interval::HOUR);
        let found = claim(&request.events(events).events_until_ms(hour(5))).unwrap();
        (found.decision, codes(&found))
    };
    let waited = (ClaimDecision::Reject, vec![ClaimReasonCode::NotTriggered, ClaimReasonCode::WaitingPeriod]);
    assert_eq!((told(&[0]), told(&[0, 2]), told(&[2, 0])), (waited.clone(), waited.clone(), waited));
    assert_eq!(told(&[1, 2]), (ClaimDecision::Pay, vec![]));
}

#[test]
fn terms_that_pay_nothing() {
    let mut nothing = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
    nothing.cover.terms.deductible = Some(decimal("2000"));
    assert_eq!(reasons(&nothing), (Decision::Decline, vec![ReasonCode::NothingPaid]));
    let dust = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.000001");
    assert_eq!(reasons(&dust).1, [ReasonCode::NothingPaid]);
}

#[test]
fn rates_and_countries() {
    let mut asked = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
    let rate = |per_unit: &str, ms: i64| CurrencyRate::new("EUR".parse().unwrap(), decimal(per_unit), at(START + ms));
    let refused = |asked: &QuoteRequest| {
        let error = quote(asked).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    asked.market.exchange_rates = vec![rate("0.9", 1)];
    assert_eq!(refused(&asked), told("insurance.time_ms.out_of_range", "market.exchange_rates[0].time_ms"));
    asked.market.exchange_rates = vec![rate("0.9", -1), rate("0.5", 0)];
    assert_eq!(refused(&asked), told("insurance.currency.several", "market.exchange_rates[1].currency"));
    let mut asked = request(ten_times(), market(60_000.0, 0.04), gbm(0.65));
    asked.rules.refused_countries = vec!["US".to_owned()];
    asked.country = Some("us ".to_owned());
    assert_eq!(reasons(&asked).1, [ReasonCode::CountryRefused]);
}

#[test]
fn a_small_triangle_says_why() {
    let rows = vec![vec![100.0, 180.0, 220.0], vec![110.0, 190.0], vec![120.0]];
    let Outcome::Undefined { reason } = reserve(&ReserveRequest::new(rows)).unwrap().standard_error else { panic!() };
    assert!(reason.contains("fewer than two ages"), "{reason}");
}

/// A matrix of correlations whose rows are not all there.
#[test]
fn ragged_correlations() {
    use hashinsight_insurance::quote::PriceModel;
    let whole = super::several_coins::asked_of_two_coins();
    let PriceModel::Coins(model) = &whole.model else { panic!() };
    for lengths in [[2, 0], [2, 1], [0, 2], [1, 2]] {
        let mut ragged = model.clone();
        for (row, length) in ragged.correlation.iter_mut().zip(lengths) {
            row.truncate(length);
        }
        let mut asked = whole.clone();
        asked.model = PriceModel::Coins(ragged);
        let error = quote(&asked).unwrap_err();
        let row = lengths.iter().position(|length| *length < 2).unwrap();
        let place = format!("model.coins.correlation[{row}]");
        assert_eq!((error.code(), error.path().as_str()), ("insurance.correlation.length", place.as_str()));
    }
}

#[test]
fn amounts_that_are_next_to_nothing() {
    let rows = |first: f64| {
        vec![
            vec![first, 8_269.0, 10_907.0, 11_805.0],
            vec![1_060.0, 4_285.0, 5_396.0],
            vec![3_410.0, 8_992.0],
            vec![5_655.0],
        ]
    };
    let found = reserve(&ReserveRequest::new(rows(1e-300))).unwrap();
    assert!(found.reserve.is_finite());
    assert!(matches!(found.standard_error, Outcome::Undefined { .. }), "{:?}", found.standard_error);
    assert!(matches!(reserve(&ReserveRequest::new(rows(1.0))).unwrap().standard_error, Outcome::Value(_)));
    let error = reserve(&ReserveRequest::new(vec![vec![1e-300, 5.0], vec![7.0]])).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("insurance.cumulative.out_of_range", "cumulative[0][0]"));
}

#[test]
fn features_beyond_what_can_be_squared() {
    use hashinsight_insurance::risk::{FitRiskScoreRequest, RiskFeature, fit_risk_score};
    use hashinsight_units::Finite;
    let of = |values: [f64; 3]| values.map(|value| Finite::new(value).unwrap()).to_vec();
    let fit = |x: [f64; 3], y: [f64; 3]| {
        let error = fit_risk_score(&FitRiskScoreRequest::new(vec![RiskFeature::new("x".to_owned(), of(x))], of(y)));
        let error = error.unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(fit([1.0, 2e300, 3.0], [1.0; 3]), told("insurance.values.out_of_range", "features[0].values[1]"));
    assert_eq!(fit([1.0, 2.0, 3.0], [1.0, 2.0, -1e300]), told("insurance.outcomes.out_of_range", "outcomes[2]"));
}

/// A request inside a quote or a claim is refused at its place in the document that was sent.
#[test]
fn places_within_what_is_verified() {
    use hashinsight_insurance::claim::{VerifyClaimRequest, verify_claim};
    use hashinsight_insurance::quote::{VerifyQuoteRequest, verify_quote};
    let expired = |cover: &mut Cover| cover.terms.expires_ms = cover.terms.starts_ms;
    let mut sold = quote(&liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5")).unwrap();
    expired(&mut sold.request.cover);
    let error = verify_quote(&VerifyQuoteRequest::new(sold)).unwrap_err();
    assert_eq!(error.path().as_str(), "quote.request.cover.terms.expires_ms");
    let mut told = claim(&of(ten_times(), &[60_000.0, 58_000.0])).unwrap();
    expired(&mut told.request.cover);
    let error = verify_claim(&VerifyClaimRequest::new(told)).unwrap_err();
    assert_eq!(error.path().as_str(), "claim.request.cover.terms.expires_ms");
}
