//! Capital: risk margin, ruin within periods, prices by utilisation, votes.

use hashinsight_insurance::fund::{
    AssessmentOutcome, AssessmentRequest, CapitalRate, CapitalRegime, FundRuinRequest, RiskMarginRequest,
    UtilisationPriceRequest, assess_votes, cost_of_capital, costs_of_capital, fund_ruin, risk_margin,
    utilisation_price,
};
use hashinsight_testkit::{properties, within_relative};
use hashinsight_units::{Collateral, Date, DiscountRate, Fraction, Ratio, Years};
use proptest::prelude::*;

fn money(amounts: &[f64]) -> Vec<Collateral> {
    amounts.iter().map(|amount| Collateral::new(*amount).unwrap()).collect()
}

fn fractions(values: &[f64]) -> Vec<Fraction> {
    values.iter().map(|value| Fraction::new(*value).unwrap()).collect()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn rates_hold_from_their_day_on() {
    let rate = |regime, text| cost_of_capital(regime, day(text)).unwrap().rate_per_year;
    assert_eq!(rate(CapitalRegime::SolvencyIi, "2016-01-01"), 0.06);
    assert_eq!(rate(CapitalRegime::SolvencyIi, "2027-01-29"), 0.06);
    assert_eq!(rate(CapitalRegime::SolvencyIi, "2027-01-30"), 0.0475);
    assert_eq!(rate(CapitalRegime::SolvencyUk, "2023-12-30"), 0.06);
    assert_eq!(rate(CapitalRegime::SolvencyUk, "2023-12-31"), 0.04);
    let early = cost_of_capital(CapitalRegime::SolvencyUk, day("2015-12-31")).unwrap_err();
    assert_eq!(early.code(), "insurance.date.out_of_range");
    let rows = costs_of_capital();
    assert!(rows.windows(2).all(|pair| pair[0].regime != pair[1].regime || pair[0].valid_from < pair[1].valid_from));
}

/// By hand: 6 % of 100 and 60, discounted at 2 % to the ends of the years, the second one tapered by 0.9.
#[test]
fn risk_margin_by_hand() {
    let law = CapitalRate::Law { regime: CapitalRegime::SolvencyIi, date: day("2026-06-01") };
    let request = RiskMarginRequest::new(money(&[100.0, 60.0]), Years::new(1.0).unwrap(), law);
    let discounted =
        request.clone().riskless_rate(DiscountRate::constant(0.02)).taper_per_year(Fraction::constant(0.9));
    let report = risk_margin(&discounted).unwrap();
    within_relative(report.risk_margin, 0.06 * (100.0 / 1.02 + 0.9 * 60.0 / 1.0404), 1e-14, "margin");
    assert_eq!((report.rate_per_year, report.law.unwrap().rate_per_year), (0.06, 0.06));
    // A week of days bears a week's part of the year.
    let week = RiskMarginRequest::new(money(&[100.0; 7]), Years::new(1.0 / 365.0).unwrap(), law);
    within_relative(risk_margin(&week).unwrap().risk_margin, 0.06 * 100.0 * 7.0 / 365.0, 1e-13, "week");
    let refused = |request: RiskMarginRequest| risk_margin(&request).unwrap_err();
    let none = RiskMarginRequest::new(vec![], Years::new(1.0).unwrap(), law);
    assert_eq!(refused(none).code(), "insurance.required_capital.insufficient_data");
    let still = RiskMarginRequest::new(money(&[1.0]), Years::new(0.0).unwrap(), law);
    assert_eq!(refused(still).code(), "insurance.period_years.out_of_range");
    let early = CapitalRate::Law { regime: CapitalRegime::SolvencyIi, date: day("2010-01-01") };
    let error = refused(RiskMarginRequest::new(money(&[1.0]), Years::new(1.0).unwrap(), early));
    assert_eq!(error.path().as_str(), "cost.law.date");
}

/// A fair coin: the walk that starts at `a` has fallen below 0 within `n` steps as often as one ends beyond `a + 1`, twice (the reflection
/// principle), which binomial coefficients count.
#[test]
fn a_fair_coin() {
    let binomial = |n: u32, k: u32| (0..k).fold(1.0, |c, i| c * f64::from(n - i) / f64::from(i + 1));
    for (start, periods) in [(0_u32, 1_u32), (3, 10), (5, 40), (8, 60)] {
        // P(S_n >= a + 1) + P(S_n > a + 1), with heads above the middle.
        let at_least = |level: u32| {
            let from = (periods + level).div_ceil(2);
            (from..=periods).map(|heads| binomial(periods, heads)).sum::<f64>()
                / 2.0_f64.powi(i32::try_from(periods).unwrap())
        };
        let expected = at_least(start + 1) + at_least(start + 2);
        let request = FundRuinRequest::new(
            Collateral::new(f64::from(start)).unwrap(),
            Collateral::constant(1.0),
            money(&[0.0, 2.0]),
            fractions(&[0.5, 0.5]),
            periods,
            Collateral::constant(1.0),
        );
        let report = fund_ruin(&request).unwrap();
        within_relative(report.upper, expected, 1e-13, "ruin");
        assert_eq!(report.lower, report.upper);
        assert!(report.upper_by_period.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}

proptest! {
    #![proptest_config(properties(1_000))]

    /// Every path of three losses over some periods, one by one: the truth lies between the bounds.
    #[test]
    fn every_path_by_itself(capital in 0.0..30.0_f64, premium in 0.0..12.0_f64, periods in 1_u32..6, a in 0.0..8.0_f64, b in 8.0..40.0_f64) {
        let losses = [0.0, a, b];
        let weights = [0.5, 0.375, 0.125];
        let mut truth = 0.0;
        for path in 0..3_u32.pow(periods) {
            let (mut rest, mut surplus, mut weight, mut ruined) = (path, capital, 1.0, false);
            for _ in 0..periods {
                let which = (rest % 3) as usize;
                rest /= 3;
                surplus += premium - losses[which];
                weight *= weights[which];
                ruined |= surplus < 0.0;
            }
            truth += if ruined { weight } else { 0.0 };
        }
        let at = |step: f64| {
            let one = |x: f64| Collateral::new(x).unwrap();
            fund_ruin(&FundRuinRequest::new(one(capital), one(premium), money(&losses), fractions(&weights), periods, one(step))).unwrap()
        };
        for step in [2.0, 0.25, 0.01] {
            let report = at(step);
            prop_assert!(report.lower <= truth + 1e-12 && truth <= report.upper + 1e-12, "{report:?} {truth}");
        }
    }

    /// A purchase costs the same in parts, never less than the base, and more the fuller the pool is.
    #[test]
    fn utilisation_in_parts(used in 0.0..0.9_f64, first in 0.001..0.05_f64, second in 0.001..0.05_f64, base in 0.0..0.2_f64) {
        let price = |used: f64, bought: f64| {
            let [capacity, used, bought] = [1000.0, 1000.0 * used, 1000.0 * bought].map(|x| Collateral::new(x).unwrap());
            utilisation_price(&UtilisationPriceRequest::new(capacity, used, bought, Ratio::new(base).unwrap())).unwrap()
        };
        let whole = price(used, first + second);
        let parts = price(used, first).premium + price(used + first, second).premium;
        prop_assert!((whole.premium - parts).abs() < 1e-9 * (1.0 + parts));
        prop_assert!(whole.premium_rate >= base * (1.0 - 1e-12) && whole.next_rate >= whole.premium_rate * (1.0 - 1e-12));
        // The mean of the rate at many places between.
        let places = 2000;
        let mean = (0..places).map(|i| {
            let u = used + (first + second) * (f64::from(i) + 0.5) / f64::from(places);
            base + if u > 0.9 { 2.0 * (u - 0.9) } else { 0.0 }
        }).sum::<f64>() / f64::from(places);
        prop_assert!((whole.premium_rate - mean).abs() < 1e-6);
    }
}

#[test]
fn funds_and_pools_that_are_refused() {
    let one = |x: f64| Collateral::new(x).unwrap();
    let ruin = |losses: &[f64], weights: &[f64], step: f64| {
        fund_ruin(&FundRuinRequest::new(one(10.0), one(1.0), money(losses), fractions(weights), 5, one(step)))
            .unwrap_err()
            .code()
            .to_owned()
    };
    assert_eq!(ruin(&[], &[], 1.0), "insurance.losses.insufficient_data");
    assert_eq!(ruin(&[1.0], &[], 1.0), "insurance.probabilities.length");
    assert_eq!(ruin(&[1.0, 2.0], &[0.5, 0.4], 1.0), "insurance.probabilities.out_of_range");
    assert_eq!(ruin(&[1.0], &[1.0], 0.0), "insurance.step.out_of_range");
    assert_eq!(ruin(&[1.0], &[1.0], 1e-9), "insurance.step.out_of_range");
    let pool = |capacity: f64, used: f64, bought: f64| {
        let request = UtilisationPriceRequest::new(one(capacity), one(used), one(bought), Ratio::constant(0.02));
        utilisation_price(&request).unwrap_err().code().to_owned()
    };
    assert_eq!(pool(0.0, 0.0, 1.0), "insurance.capacity.out_of_range");
    assert_eq!(pool(10.0, 11.0, 1.0), "insurance.used.out_of_range");
    assert_eq!(pool(10.0, 9.0, 1.5), "insurance.bought.out_of_range");
    assert_eq!(pool(10.0, 9.0, 0.0), "insurance.bought.out_of_range");
}

#[test]
fn votes_at_their_borders() {
    let vote = |yes: &str, no: &str, all: &str| {
        let request = AssessmentRequest::new(yes.parse().unwrap(), no.parse().unwrap(), all.parse().unwrap());
        assess_votes(&request.quorum(Fraction::constant(0.3)))
    };
    let outcome = |yes: &str, no: &str, all: &str| vote(yes, no, all).unwrap().outcome;
    assert_eq!(outcome("210", "90", "1000"), AssessmentOutcome::Accepted); // 30 % have voted, 70 % of them for it
    assert_eq!(outcome("209.999999", "90", "1000"), AssessmentOutcome::NoQuorum);
    assert_eq!(outcome("210", "90.000001", "1000"), AssessmentOutcome::NoMajority);
    assert_eq!(outcome("90", "210", "1000"), AssessmentOutcome::Denied);
    assert_eq!(outcome("0", "0", "0"), AssessmentOutcome::NoQuorum);
    assert_eq!(vote("210", "90", "1000").unwrap().needed.to_string(), "300");
    assert_eq!(vote("2", "1", "2").unwrap_err().code(), "insurance.eligible.out_of_range");
    assert_eq!(vote("-1", "1", "2").unwrap_err().code(), "insurance.for_claim.out_of_range");
    let [yes, no, all] = ["2", "1", "3"].map(|text| text.parse().unwrap());
    let half = AssessmentRequest::new(yes, no, all).majority(Fraction::constant(0.5));
    assert_eq!(assess_votes(&half).unwrap_err().code(), "insurance.majority.out_of_range");
}
