//! The risk index.

use hashinsight_insurance::risk::{IndexFactor, IndexSign, IndexTerm, RiskIndexRequest, risk_index};
use hashinsight_testkit::properties;
use hashinsight_units::Fraction;
use proptest::prelude::*;

use super::covers::with;

fn sign(factor: IndexFactor) -> IndexSign {
    match factor {
        IndexFactor::PolicyType | IndexFactor::Rsi | IndexFactor::PriceVolatility => IndexSign::Raises,
        _ => IndexSign::Lowers,
    }
}

fn declared(weights: &[f64], scores: &[f64]) -> RiskIndexRequest {
    let total: f64 = weights.iter().sum();
    let term = |k: usize| {
        let factor = IndexFactor::ALL[k];
        IndexTerm::new(factor, Fraction::new(weights[k] / total).unwrap(), sign(factor)).score(scores[k])
    };
    RiskIndexRequest::new((0..9).map(term).collect())
}

/// All weigh alike; the volatility has this score, all others 50.
pub(crate) fn sample(volatility: f64) -> RiskIndexRequest {
    declared(&[1.0; 9], &[50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.0, volatility])
}

fn index(request: &RiskIndexRequest) -> f64 {
    risk_index(request).unwrap().index.unwrap()
}

#[test]
fn ends_of_the_scale() {
    let worst: Vec<f64> =
        IndexFactor::ALL.map(|factor| if sign(factor) == IndexSign::Raises { 100.0 } else { 0.0 }).to_vec();
    let best: Vec<f64> = worst.iter().map(|score| 100.0 - score).collect();
    assert!((index(&declared(&[1.0; 9], &worst)) - 100.0).abs() < 1e-12);
    assert!(index(&declared(&[1.0; 9], &best)) < 1e-12);
    assert_eq!(index(&sample(50.0)), 50.0);
    assert!((index(&sample(95.0)) - 55.0).abs() < 1e-12);
}

#[test]
fn what_is_not_known_does_not_count() {
    let silent = with(sample(100.0), |request| {
        for term in &mut request.factors[..8] {
            term.score = None;
        }
    });
    let found = risk_index(&silent).unwrap();
    assert!((found.coverage - 1.0 / 9.0).abs() < 1e-12);
    assert!((found.index.unwrap() - 100.0).abs() < 1e-12);
    let none = with(silent, |request| request.factors[8].score = None);
    let found = risk_index(&none).unwrap();
    assert_eq!((found.coverage, found.index), (0.0, None));
}

#[test]
fn declarations_that_are_none() {
    let refused = |request: RiskIndexRequest, code: &str, path: &str| {
        let error = risk_index(&request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    };
    refused(with(sample(1.0), |request| request.factors.truncate(8)), "insurance.factors.length", "factors");
    let twice = with(sample(1.0), |request| request.factors[3].factor = IndexFactor::LiquidityDepth);
    refused(twice, "insurance.factor.several", "factors[3].factor");
    let beyond = with(sample(1.0), |request| request.factors[2].score = Some(100.5));
    refused(beyond, "insurance.score.out_of_range", "factors[2].score");
    let nan = with(sample(1.0), |request| request.factors[2].score = Some(f64::NAN));
    refused(nan, "insurance.score.not_finite", "factors[2].score");
    let heavy = with(sample(1.0), |request| request.factors[2].weight = Fraction::ONE);
    refused(heavy, "insurance.weight.out_of_range", "factors.weight");
}

proptest! {
    #![proptest_config(properties(20_000))]

    /// For each factor: with its score the index moves the way its sign says, whatever the others are; it stays within 0 and 100, and is base
    /// and contributions.
    #[test]
    fn each_factor_moves_one_way(
        weights in prop::collection::vec(0.01_f64..1.0, 9), scores in prop::collection::vec(0.0_f64..=100.0, 9), more in 0.0_f64..=1.0,
    ) {
        let before = index(&declared(&weights, &scores));
        for k in 0..9 {
            let mut higher = scores.clone();
            higher[k] += more * (100.0 - higher[k]);
            let request = declared(&weights, &higher);
            let found = risk_index(&request).unwrap();
            let after = found.index.unwrap();
            let rises = sign(IndexFactor::ALL[k]) == IndexSign::Raises;
            let up = if rises { after - before } else { before - after };
            prop_assert!(up >= -1e-12);
            if more * (100.0 - scores[k]) > 1e-3 {
                prop_assert!(up > 0.0);
            }
            prop_assert!((0.0..=100.0).contains(&after));
            let total: f64 = found.contributions.iter().map(|part| part.contribution).sum();
            prop_assert!((found.base + total - after).abs() < 1e-12);
        }
    }
}
