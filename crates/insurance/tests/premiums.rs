//! Premium principles against the table, closed forms and orders that always hold.

use hashinsight_insurance::actuarial::{
    DiscreteLoss, ExponentialLoss, LognormalLoss, MixedExponentialLoss, ParetoLoss, PremiumPrinciple, Severity, premium,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::Outcome;
use proptest::prelude::*;
use serde_json::Value;

fn value(severity: &Severity, principle: PremiumPrinciple) -> f64 {
    premium(severity, principle).unwrap().value().unwrap_or_else(|| panic!("{severity:?} {principle:?}"))
}

#[test]
fn discrete_loss_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["premium_principles_discrete"];
    let list = |key: &str| row[key].as_array().unwrap().iter().filter_map(Value::as_f64).collect::<Vec<f64>>();
    let loss = Severity::Discrete(DiscreteLoss::new(list("x"), list("p")));
    for (key, principle) in [
        ("mean", PremiumPrinciple::ExpectedValue(0.0)),
        ("expected_value_20", PremiumPrinciple::ExpectedValue(0.2)),
        ("sd_0_1", PremiumPrinciple::StandardDeviation(0.1)),
        ("variance_1e_4", PremiumPrinciple::Variance(1e-4)),
        ("esscher_h0_001", PremiumPrinciple::Esscher(0.001)),
        ("exponential_a0_001", PremiumPrinciple::Exponential(0.001)),
        ("ph_rho1_25", PremiumPrinciple::ProportionalHazard(1.25)),
        ("wang_lambda0_25", PremiumPrinciple::Wang(0.25)),
        ("tvar95", PremiumPrinciple::ExpectedShortfall(0.95)),
        ("dual_power2", PremiumPrinciple::DualPower(2.0)),
    ] {
        within_relative(value(&loss, principle), row[key].as_f64().unwrap(), 1e-12, key);
    }
    within_relative(loss.variance().unwrap().value().unwrap(), row["var"].as_f64().unwrap(), 1e-14, "variance");
}

#[test]
fn continuous_losses_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["premium_principles_exponential_mean1"];
    let loss = Severity::Exponential(ExponentialLoss::new(1.0));
    let expected = |key: &str| row[key].as_f64().unwrap();
    within_relative(value(&loss, PremiumPrinciple::ProportionalHazard(1.25)), expected("ph_1_25"), 1e-15, "ph");
    within_relative(value(&loss, PremiumPrinciple::ExpectedShortfall(0.95)), expected("tvar95"), 1e-14, "tvar");
    let lognormal = Severity::Lognormal(LognormalLoss::new(0.0, 1.0));
    let wang = row["lognormal_wang"]["value"].as_f64().unwrap();
    within_relative(value(&lognormal, PremiumPrinciple::Wang(0.25)), wang, 1e-14, "wang");
    let tail = expected("tvar_lognormal_mu0_s1_p95");
    within_relative(value(&lognormal, PremiumPrinciple::ExpectedShortfall(0.95)), tail, 1e-13, "tvar of lognormal");
}

/// Dual power with a whole exponent is the mean of the greatest of so many losses: for exponential ones the harmonic number.
/// A mixture of one component is that component. Integrals and closed forms agree where both exist.
#[test]
fn integrals_against_closed_forms() {
    let exponential = Severity::Exponential(ExponentialLoss::new(3.0));
    within_relative(value(&exponential, PremiumPrinciple::DualPower(4.0)), 3.0 * (25.0 / 12.0), 1e-12, "harmonic");
    let one = Severity::MixedExponential(MixedExponentialLoss::new(vec![1.0], vec![3.0]));
    within_relative(
        value(&one, PremiumPrinciple::ProportionalHazard(1.25)),
        3.75,
        1e-12,
        "proportional hazard by integral",
    );
    within_relative(
        value(&one, PremiumPrinciple::ExpectedShortfall(0.95)),
        3.0 * (1.0 + 20.0_f64.ln()),
        1e-12,
        "shortfall",
    );
    // The greatest of two Pareto losses: twice the mean less that of the smallest, which has twice the shape.
    let pareto = Severity::Pareto(ParetoLoss::new(2.5, 10.0));
    within_relative(
        value(&pareto, PremiumPrinciple::DualPower(2.0)),
        2.0 * 10.0 / 1.5 - 10.0 / 4.0,
        1e-12,
        "two Pareto",
    );
    within_relative(value(&pareto, PremiumPrinciple::ProportionalHazard(1.25)), 10.0, 1e-15, "Pareto");
    // mpmath 1.4.1, 40 digits: integral of the distorted survival function.
    for (principle, severity, expected) in [
        (PremiumPrinciple::Wang(0.5), &exponential, MPMATH[0]),
        (PremiumPrinciple::Wang(0.25), &pareto, MPMATH[1]),
        (PremiumPrinciple::ProportionalHazard(1.5), &Severity::Lognormal(LognormalLoss::new(1.0, 0.8)), MPMATH[2]),
        (PremiumPrinciple::DualPower(2.5), &Severity::Lognormal(LognormalLoss::new(1.0, 0.8)), MPMATH[3]),
    ] {
        within_relative(value(severity, principle), expected, 1e-12, &format!("{principle:?}"));
    }
}

const MPMATH: [f64; 4] = [4.5902021260277281049, 9.1302569861914023513, 5.6659774365472693721, 5.9395069436819345153];

#[test]
fn tails_too_heavy_for_a_principle() {
    let pareto = Severity::Pareto(ParetoLoss::new(1.2, 10.0));
    assert_eq!(premium(&pareto, PremiumPrinciple::ProportionalHazard(1.25)).unwrap(), Outcome::Unbounded);
    assert_eq!(premium(&pareto, PremiumPrinciple::StandardDeviation(0.1)).unwrap(), Outcome::Unbounded);
    assert_eq!(premium(&pareto, PremiumPrinciple::Esscher(1e-9)).unwrap(), Outcome::Unbounded);
    let exponential = Severity::Exponential(ExponentialLoss::new(10.0));
    assert_eq!(premium(&exponential, PremiumPrinciple::Exponential(0.1)).unwrap(), Outcome::Unbounded);
    let heaviest = Severity::Pareto(ParetoLoss::new(0.9, 10.0));
    assert_eq!(premium(&heaviest, PremiumPrinciple::ExpectedShortfall(0.5)).unwrap(), Outcome::Unbounded);
}

proptest! {
    /// Every principle charges at least the mean and at most the greatest loss, and scales with the currency where it should.
    #[test]
    fn between_mean_and_greatest(
        raw in prop::collection::vec((1.0_f64..1000.0, 0.01_f64..1.0), 2..8),
        index in 1.0_f64..3.0,
        level in 0.0_f64..0.99,
    ) {
        let mut amounts: Vec<f64> = raw.iter().map(|(amount, _)| *amount).collect();
        amounts.sort_by(f64::total_cmp);
        amounts.dedup();
        let total: f64 = raw.iter().take(amounts.len()).map(|(_, weight)| weight).sum();
        let probabilities: Vec<f64> = raw.iter().take(amounts.len()).map(|(_, weight)| weight / total).collect();
        let loss = Severity::Discrete(DiscreteLoss::new(amounts.clone(), probabilities.clone()));
        let mean = loss.mean().unwrap().value().unwrap();
        let greatest = amounts[amounts.len() - 1];
        let coherent = [
            PremiumPrinciple::ProportionalHazard(index),
            PremiumPrinciple::Wang(index - 1.0),
            PremiumPrinciple::ExpectedShortfall(level),
            PremiumPrinciple::DualPower(index),
        ];
        for principle in coherent.into_iter().chain([PremiumPrinciple::Esscher(index / 1e3), PremiumPrinciple::Exponential(index / 1e3)]) {
            let charged = value(&loss, principle);
            prop_assert!(charged >= mean * (1.0 - 1e-12) && charged <= greatest * (1.0 + 1e-12), "{principle:?}: {charged}");
        }
        let double = Severity::Discrete(DiscreteLoss::new(amounts.iter().map(|x| 2.0 * x).collect(), probabilities));
        for principle in coherent {
            prop_assert_eq!(value(&double, principle), 2.0 * value(&loss, principle));
        }
    }
}
