//! The pipeline against brute force.

use hashinsight_crm::forecast::{
    PipelineDeal, PipelineRequest, WinProbabilityRequest, pipeline_forecast, win_probability,
};
use hashinsight_crm::lifecycle::DealState;
use hashinsight_units::Fraction;
use proptest::prelude::*;

/// Row 34, second half: 150,000 in negotiation for 95 days is 50 %, so 75,000 of the pipeline.
#[test]
fn row_34_deal() {
    let report = win_probability(&WinProbabilityRequest::new(DealState::Negotiation, 95, 15_000_000)).unwrap();
    assert_eq!(report.probability.get(), 0.5);
    let deal = PipelineDeal::new(15_000_000, report.probability);
    assert_eq!(pipeline_forecast(&PipelineRequest::new(vec![deal])).unwrap().expected_minor, 7_500_000.0);
}

#[test]
fn terms_of_every_state_add_up() {
    for state in [
        DealState::Prospecting,
        DealState::Qualification,
        DealState::Proposal,
        DealState::Negotiation,
        DealState::Won,
        DealState::Lost,
    ] {
        for age in [0, 60, 61, 90, 91, 1000] {
            for value in [0, 10_000_000, 10_000_001] {
                let report = win_probability(&WinProbabilityRequest::new(state, age, value)).unwrap();
                let total: f64 = report.terms.iter().map(|term| term.value).sum();
                assert!((total - report.probability.get()).abs() < 1e-15, "{state:?} {age} {value}");
            }
        }
    }
    // A prospect of 95 days and much money: 0.1 - 0.2 - 0.05, held at 0.
    let report = win_probability(&WinProbabilityRequest::new(DealState::Prospecting, 95, 20_000_000)).unwrap();
    assert_eq!((report.probability.get(), report.terms.last().unwrap().code.as_str()), (0.0, "clamp"));
    let won = win_probability(&WinProbabilityRequest::new(DealState::Won, 1000, 20_000_000)).unwrap();
    assert_eq!(won.probability, Fraction::ONE);
}

proptest! {
    /// Mean, variance and probability of a target, against every outcome of up to ten deals.
    #[test]
    fn every_outcome(raw in prop::collection::vec((0_i64..50, 0.0_f64..=1.0), 0..10), target in 0_i64..300) {
        let deals: Vec<PipelineDeal> = raw.iter().map(|(value, p)| PipelineDeal::new(*value, Fraction::new(*p).unwrap())).collect();
        let report = pipeline_forecast(&PipelineRequest::new(deals).target_minor(target)).unwrap();
        let (mut mean, mut square, mut reached) = (0.0, 0.0, 0.0);
        for outcome in 0..1_u32 << raw.len() {
            let (mut sum, mut share) = (0_i64, 1.0);
            for (i, (value, p)) in raw.iter().enumerate() {
                let is_won = outcome >> i & 1 == 1;
                sum += if is_won { *value } else { 0 };
                share *= if is_won { *p } else { 1.0 - p };
            }
            mean += share * sum as f64;
            square += share * (sum * sum) as f64;
            reached += if sum >= target { share } else { 0.0 };
        }
        prop_assert!((report.expected_minor - mean).abs() < 1e-9);
        prop_assert!((report.variance - (square - mean * mean)).abs() < 1e-6);
        prop_assert!((report.target_probability.unwrap() - reached).abs() < 1e-12);
    }
}

/// Twenty-five deals whose sums are all different below a target that none of them reaches are too many; a hundred round ones are not.
#[test]
fn sums_that_are_too_many() {
    let half = Fraction::new(0.5).unwrap();
    let powers = (0..25).map(|i| PipelineDeal::new(1 << i, half)).collect();
    let error = pipeline_forecast(&PipelineRequest::new(powers).target_minor(1 << 30)).unwrap_err();
    assert_eq!(error.code(), "crm.deals.length");
    let round = (0..100).map(|i| PipelineDeal::new(1_000_000 * (1 + i % 7), half)).collect();
    let report = pipeline_forecast(&PipelineRequest::new(round).target_minor(197_000_000)).unwrap();
    // The sum of a hundred symmetric deals is symmetric about half of their total of 394 million.
    assert_eq!(report.total_minor, 395_000_000);
    assert!((report.target_probability.unwrap() - 0.5).abs() < 0.02);
    let negative = pipeline_forecast(&PipelineRequest::new(vec![PipelineDeal::new(-1, half)])).unwrap_err();
    assert_eq!((negative.code(), negative.path().as_str()), ("crm.value_minor.out_of_range", "deals[0].value_minor"));
}
