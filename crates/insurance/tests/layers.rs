//! Layers against the table, and parts that add up.

use hashinsight_insurance::actuarial::{
    DiscreteLoss, ExponentialLoss, Layer, LayersRequest, LognormalLoss, MixedExponentialLoss, ParetoLoss, Severity,
    layers, limited_expected_values,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{Fraction, Outcome};
use proptest::prelude::*;

#[test]
fn lognormal_layers_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["layers_lognormal"];
    let number = |key: &str| row[key].as_f64().unwrap();
    let loss = Severity::Lognormal(LognormalLoss::new(number("mu"), number("s")));
    for case in row["cases"].as_array().unwrap() {
        let limited = limited_expected_values(&loss, &[case["d"].as_f64().unwrap()]).unwrap()[0];
        within_relative(limited, case["lev"].as_f64().unwrap(), 1e-13, "limited expected value");
    }
    let report = layers(&LayersRequest::new(loss, vec![Layer::new().retention(250.0).limit(250.0)])).unwrap();
    within_relative(report.mean.value().unwrap(), number("mean"), 1e-14, "mean");
    within_relative(report.layers[0].mean_per_loss.value().unwrap(), number("layer_250_xs_250"), 1e-12, "layer");
}

/// Textbook forms: an exponential layer has no memory, a Pareto one of shape 2 is `t^2 / (t + r)` without limit.
#[test]
fn layers_by_hand() {
    let exponential = Severity::Exponential(ExponentialLoss::new(100.0));
    let open = Layer::new().retention(250.0);
    let report = layers(&LayersRequest::new(exponential, vec![open, Layer::new()])).unwrap();
    within_relative(report.layers[0].mean_per_payment.value().unwrap(), 100.0, 1e-12, "no memory");
    assert_eq!(report.layers[1].mean_per_loss, Outcome::Value(100.0));
    let pareto = Severity::Pareto(ParetoLoss::new(2.0, 100.0));
    let report = layers(&LayersRequest::new(pareto, vec![open])).unwrap();
    within_relative(report.layers[0].mean_per_loss.value().unwrap(), 1e4 / 350.0, 1e-13, "Pareto");
    let heavy = Severity::Pareto(ParetoLoss::new(1.0, 100.0));
    let report = layers(&LayersRequest::new(heavy, vec![open, open.limit(650.0)])).unwrap();
    assert_eq!(report.layers[0].mean_per_loss, Outcome::Unbounded);
    within_relative(
        report.layers[1].mean_per_loss.value().unwrap(),
        100.0 * (1000.0_f64 / 350.0).ln(),
        1e-13,
        "shape 1",
    );
    let small = Severity::Discrete(DiscreteLoss::new(vec![10.0], vec![1.0]));
    let report = layers(&LayersRequest::new(small, vec![open])).unwrap();
    assert!(matches!(report.layers[0].mean_per_payment, Outcome::Undefined { .. }));
}

proptest! {
    /// Layers that lie on one another add up to the loss, quota shares to the layer; the mean of payments is the layer's cost.
    #[test]
    fn parts_add_up(cuts in prop::collection::vec(1.0_f64..5000.0, 1..5), share in 0.0_f64..1.0, mean in 1.0_f64..2000.0) {
        let mut cuts = cuts;
        cuts.sort_by(f64::total_cmp);
        let loss = Severity::MixedExponential(MixedExponentialLoss::new(vec![0.25, 0.75], vec![mean, 3.0 * mean]));
        let mut stack = Vec::new();
        let mut below = 0.0;
        for cut in &cuts {
            stack.push(Layer::new().retention(below).limit(cut - below));
            below = *cut;
        }
        stack.push(Layer::new().retention(below));
        let report = layers(&LayersRequest::new(loss.clone(), stack.clone())).unwrap();
        let total: f64 = report.layers.iter().map(|layer| layer.mean_per_loss.value().unwrap()).sum();
        within_relative(total, 2.5 * mean, 1e-12, "stack");
        let fraction = Fraction::new(share).unwrap();
        let [own, ceded] = [fraction.complement(), fraction].map(|share| {
            layers(&LayersRequest::new(loss.clone(), vec![stack[0].share(share)])).unwrap().layers[0].mean_per_loss.value().unwrap()
        });
        within_relative(own + ceded, report.layers[0].mean_per_loss.value().unwrap(), 1e-12, "shares");
        for layer in &stack {
            let paid: f64 = layer.payment(mean);
            prop_assert!(paid >= 0.0 && paid <= mean);
        }
        let paid: f64 = stack.iter().map(|layer| layer.payment(mean)).sum();
        within_relative(paid, mean, 1e-12, "payments");
    }
}
