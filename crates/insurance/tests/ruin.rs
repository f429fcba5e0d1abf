//! Ruin against closed forms.

use hashinsight_insurance::actuarial::{
    DiscreteLoss, ExponentialLoss, LognormalLoss, MixedExponentialLoss, RuinRequest, Severity, ruin,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::Outcome;

#[test]
fn exponential_losses_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    for case in file["ruin_exponential"]["cases"].as_array().unwrap() {
        let number = |key: &str| case[key].as_f64().unwrap();
        let loss = Severity::Exponential(ExponentialLoss::new(number("mu")));
        let report = ruin(&RuinRequest::new(loss, number("theta"), vec![number("u")])).unwrap();
        within_relative(report.probabilities[0].upper, number("psi"), 1e-12, "exponential");
        assert!(report.is_exact && report.probabilities[0].lower == report.probabilities[0].upper);
        let coefficient = number("theta") / ((1.0 + number("theta")) * number("mu"));
        within_relative(report.adjustment_coefficient.value().unwrap(), coefficient, 1e-12, "coefficient");
    }
}

#[test]
fn mixture_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let loss = MixedExponentialLoss::new(vec![0.5, 0.5], vec![1.0 / 3.0, 1.0 / 7.0]);
    for case in file["ruin_mix_exp"]["cases"].as_array().unwrap() {
        let surplus = case["u"].as_f64().unwrap();
        let report = ruin(&RuinRequest::new(Severity::MixedExponential(loss.clone()), 0.4, vec![surplus])).unwrap();
        within_relative(report.probabilities[0].upper, case["psi"].as_f64().unwrap(), 1e-12, "mixture");
    }
}

/// Losses of one size m: `1 - ruin(u) = theta / (1 + theta) * sum over j of e^z (-z)^j / j!` with `z = (u / m - j) / (1 + theta)`
/// (Erlang's formula for the queue M/D/1; Asmussen and Albrecher 2010, corollary III.6.3).
#[test]
fn losses_of_one_size() {
    let loss = Severity::Discrete(DiscreteLoss::new(vec![2.0], vec![1.0]));
    let theta = 0.25;
    let surpluses = vec![0.0, 1.0, 3.0, 8.0, 15.0];
    let report = ruin(&RuinRequest::new(loss, theta, surpluses.clone()).points(8000)).unwrap();
    for (probability, surplus) in report.probabilities.iter().zip(surpluses) {
        let mut survival = 0.0;
        for j in 0..=(surplus / 2.0) as u32 {
            let z = (surplus / 2.0 - f64::from(j)) / (1.0 + theta);
            let factorial: f64 = (1..=j).map(f64::from).product();
            survival += z.exp() * (-z).powf(f64::from(j)) / factorial;
        }
        let exact = 1.0 - theta / (1.0 + theta) * survival;
        let (low, high) = (probability.lower, probability.upper);
        assert!(low <= exact + 1e-12 && exact <= high + 1e-12, "{surplus}: {low} {exact} {high}");
        assert!(high - low < 2e-3, "{surplus}: {low} {high}");
    }
    // The coefficient solves its equation.
    let r = report.adjustment_coefficient.value().unwrap();
    within_relative((2.0 * r).exp(), 1.0 + 1.25 * 2.0 * r, 1e-13, "Lundberg");
}

#[test]
fn a_heavy_tail_has_no_coefficient() {
    let loss = Severity::Lognormal(LognormalLoss::new(0.0, 1.0));
    let report = ruin(&RuinRequest::new(loss, 0.3, vec![0.0, 10.0])).unwrap();
    assert!(matches!(report.adjustment_coefficient, Outcome::Undefined { .. }));
    // Without surplus, ruin is 1 / (1 + theta) whatever the loss.
    let first = report.probabilities[0];
    assert!(first.lower <= 1.0 / 1.3 + 1e-12 && first.upper >= 1.0 / 1.3 - 1e-12, "{first:?}");
}

#[test]
fn bounds_hold_an_exact_answer() {
    // The lattice on a loss whose answer is known: an exponential one by its discretization is not at hand, so equal sizes near it.
    let loss = Severity::Discrete(DiscreteLoss::new(vec![1.0, 4.0], vec![0.5, 0.5]));
    let coarse = ruin(&RuinRequest::new(loss.clone(), 0.5, vec![6.0]).points(50)).unwrap().probabilities[0];
    let fine = ruin(&RuinRequest::new(loss, 0.5, vec![6.0]).points(5000)).unwrap().probabilities[0];
    assert!(coarse.lower <= fine.lower && fine.lower <= fine.upper && fine.upper <= coarse.upper);
    assert!(fine.upper - fine.lower < (coarse.upper - coarse.lower) / 50.0);
}
