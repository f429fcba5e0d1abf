//! Bad input: a code, a place, and nothing computed.

use hashinsight_insurance::actuarial::{
    AggregateMethod, AggregateRequest, CredibilityRequest, DiscreteLoss, DiscretizeRequest, ExponentialLoss, Frequency,
    Layer, LayersRequest, LognormalLoss, MixedExponentialLoss, ParetoLoss, PoissonCount, PremiumPrinciple,
    PremiumsRequest, RuinRequest, Severity, aggregate_loss, credibility, discretize, layers, premiums, ruin,
};
use hashinsight_units::{Error, Fraction};

fn refused<T: std::fmt::Debug>(result: Result<T, Error>, code: &str, path: &str) {
    let error = result.unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), (code, path), "{error}");
    assert!(!error.allowed().is_empty(), "{error}");
}

fn mean_of(severity: Severity) -> Result<hashinsight_insurance::actuarial::LayersReport, Error> {
    layers(&LayersRequest::new(severity, vec![]))
}

#[test]
fn distributions_that_are_none() {
    let discrete = |amounts: &[f64], probabilities: &[f64]| {
        mean_of(Severity::Discrete(DiscreteLoss::new(amounts.to_vec(), probabilities.to_vec())))
    };
    refused(discrete(&[], &[]), "insurance.probabilities.insufficient_data", "severity.discrete.probabilities");
    refused(discrete(&[1.0], &[0.9]), "insurance.probabilities.out_of_range", "severity.discrete.probabilities");
    refused(
        discrete(&[1.0, 2.0], &[1.2, -0.2]),
        "insurance.probabilities.out_of_range",
        "severity.discrete.probabilities[0]",
    );
    refused(discrete(&[1.0], &[0.5, 0.5]), "insurance.amounts.length", "severity.discrete.amounts");
    refused(discrete(&[2.0, 1.0], &[0.5, 0.5]), "insurance.amounts.out_of_range", "severity.discrete.amounts[1]");
    refused(discrete(&[-1.0, 1.0], &[0.5, 0.5]), "insurance.amounts.out_of_range", "severity.discrete.amounts[0]");
    refused(discrete(&[f64::NAN], &[1.0]), "insurance.amounts.not_finite", "severity.discrete.amounts[0]");
    refused(
        mean_of(Severity::Exponential(ExponentialLoss::new(0.0))),
        "insurance.mean.out_of_range",
        "severity.exponential.mean",
    );
    refused(
        mean_of(Severity::MixedExponential(MixedExponentialLoss::new(vec![0.5, 0.5], vec![1.0, 1.0]))),
        "insurance.means.out_of_range",
        "severity.mixed_exponential.means[1]",
    );
    refused(
        mean_of(Severity::Lognormal(LognormalLoss::new(0.0, 0.0))),
        "insurance.sigma.out_of_range",
        "severity.lognormal.sigma",
    );
    refused(
        mean_of(Severity::Pareto(ParetoLoss::new(2.0, -1.0))),
        "insurance.scale.out_of_range",
        "severity.pareto.scale",
    );
}

#[test]
fn requests_that_cannot_be() {
    let loss = || Severity::Exponential(ExponentialLoss::new(10.0));
    let poisson = Frequency::Poisson(PoissonCount::new(3.0));
    let base = || AggregateRequest::new(poisson, loss(), 1.0, 100);
    refused(aggregate_loss(&AggregateRequest::new(poisson, loss(), 0.0, 100)), "insurance.step.out_of_range", "step");
    refused(aggregate_loss(&AggregateRequest::new(poisson, loss(), 1.0, 0)), "insurance.points.out_of_range", "points");
    refused(aggregate_loss(&base().method(AggregateMethod::Fft(0.0))), "insurance.points.out_of_range", "points");
    refused(aggregate_loss(&base().levels(vec![Fraction::ONE])), "insurance.levels.out_of_range", "levels[0]");
    refused(aggregate_loss(&base().retentions(vec![1.0, -1.0])), "insurance.retentions.out_of_range", "retentions[1]");
    let negative = AggregateRequest::new(Frequency::Poisson(PoissonCount::new(-1.0)), loss(), 1.0, 100);
    refused(aggregate_loss(&negative), "insurance.mean.out_of_range", "frequency.poisson.mean");
    refused(discretize(&DiscretizeRequest::new(loss(), f64::NAN, 10)), "insurance.step.not_finite", "step");
    let layer = Layer::new().retention(-1.0);
    refused(
        layers(&LayersRequest::new(loss(), vec![layer])),
        "insurance.retention.out_of_range",
        "layers[0].retention",
    );
    for (principle, code) in [
        (PremiumPrinciple::ExpectedValue(-0.1), "insurance.expected_value.out_of_range"),
        (PremiumPrinciple::Esscher(0.0), "insurance.esscher.out_of_range"),
        (PremiumPrinciple::ProportionalHazard(0.5), "insurance.proportional_hazard.out_of_range"),
        (PremiumPrinciple::ExpectedShortfall(1.0), "insurance.expected_shortfall.out_of_range"),
        (PremiumPrinciple::Wang(f64::NAN), "insurance.wang.not_finite"),
    ] {
        let error = premiums(&PremiumsRequest::new(loss(), vec![principle])).unwrap_err();
        assert_eq!(error.code(), code);
        assert!(error.path().as_str().starts_with("principles[0]"), "{error}");
    }
    refused(ruin(&RuinRequest::new(loss(), 0.0, vec![])), "insurance.loading.out_of_range", "loading");
    refused(ruin(&RuinRequest::new(loss(), 0.1, vec![-1.0])), "insurance.surpluses.out_of_range", "surpluses[0]");
    let never = Severity::Discrete(DiscreteLoss::new(vec![0.0], vec![1.0]));
    refused(ruin(&RuinRequest::new(never, 0.1, vec![])), "insurance.severity.none", "severity");
}

#[test]
fn experience_that_says_nothing() {
    let of = |ratios: Vec<Vec<f64>>| credibility(&CredibilityRequest::new(ratios));
    refused(of(vec![vec![1.0]]), "insurance.ratios.insufficient_data", "ratios");
    refused(of(vec![vec![1.0], vec![2.0]]), "insurance.ratios.insufficient_data", "ratios");
    refused(of(vec![vec![1.0, 2.0], vec![]]), "insurance.ratios.insufficient_data", "ratios[1]");
    refused(of(vec![vec![1.0, 2.0], vec![2.0, f64::INFINITY]]), "insurance.ratios.not_finite", "ratios[1][1]");
    let weighed =
        CredibilityRequest::new(vec![vec![1.0, 2.0], vec![2.0, 3.0]]).weights(vec![vec![1.0, 1.0], vec![1.0, 0.0]]);
    refused(credibility(&weighed), "insurance.weights.out_of_range", "weights[1][1]");
}
