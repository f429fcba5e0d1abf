//! Calibration, scores and weights against independent numbers.

use hashinsight_numerics::{Philox, ln};
use hashinsight_signals::modules::ensemble::{
    IsotonicMap, Label, Opinion, PlattLine, ReliabilityRequest, check_reliability, hedge, hedge_rate, log_odds,
    logistic, pool, pool_adjacent_violators, reliability,
};
use hashinsight_testkit::within_relative;
use hashinsight_units::{AssetPrice, Fraction};
use proptest::prelude::*;

use crate::reference::{number, numbers, row_of};

fn row(name: &str) -> serde_json::Value {
    row_of("signal_ref.json", name)
}

fn labels(value: &serde_json::Value) -> Vec<bool> {
    numbers(value).iter().map(|label| *label > 0.5).collect()
}

#[test]
fn platt_of_reference() {
    let case = row("J_platt");
    let line = PlattLine::fit(&numbers(&case["f"]), &labels(&case["y"])).unwrap();
    within_relative(line.slope, number(&case["A"]), 1e-6, "slope"); // scikit-learn stops at about 1e-7
    within_relative(line.offset, number(&case["B"]), 1e-6, "offset");
}

#[test]
fn platt_is_stationary() {
    // Any scores: at the optimum the residuals of the targets are orthogonal to 1 and to the scores.
    let random = Philox::new(9);
    let scores: Vec<f64> = (0..200).map(|i| random.normal(0, i)).collect();
    let labels: Vec<bool> = (0..200).map(|i| random.uniform(1, i) < logistic(1.5 * scores[i as usize] - 0.3)).collect();
    let line = PlattLine::fit(&scores, &labels).unwrap();
    let positive = labels.iter().filter(|label| **label).count() as f64;
    let target = |label: bool| if label { (positive + 1.0) / (positive + 2.0) } else { 1.0 / (200.0 - positive + 2.0) };
    let residual: Vec<f64> = scores.iter().zip(&labels).map(|(s, y)| target(*y) - line.probability(*s)).collect();
    let slope: f64 = residual.iter().zip(&scores).map(|(r, s)| r * s).sum();
    assert!(residual.iter().sum::<f64>().abs() < 1e-9 && slope.abs() < 1e-9, "{slope}");
    assert!(line.slope < -0.8 && line.slope > -2.5, "{line:?}");
}

#[test]
fn isotonic_of_reference() {
    let case = row("J_isotonic");
    assert_eq!(pool_adjacent_violators(&numbers(&case["y"]), &[1.0; 8]), numbers(&case["fit"]));
    let map = IsotonicMap::fit(&numbers(&case["x"]), &labels(&case["y"]), 1e12).unwrap();
    for (x, fit) in numbers(&case["x"]).iter().zip(numbers(&case["fit"])) {
        assert!((map.probability(*x) - fit).abs() < 1e-11, "{x}");
    }
    assert_eq!(
        IsotonicMap::fit(&[1.0, 2.0], &[true, true], 2.0).unwrap_err().code(),
        "signals.labels.insufficient_data"
    );
    let falling = IsotonicMap::new(vec![0.0, 1.0], [0.6, 0.5].map(Fraction::constant).to_vec(), Fraction::ZERO);
    assert_eq!(falling.unwrap_err().path().as_str(), "probabilities[1]");
}

#[test]
fn brier_of_reference() {
    let case = row("J_brier");
    let report = reliability(&numbers(&case["p"]), &labels(&case["y"]), 10, 1, Some(0.5)).unwrap();
    within_relative(report.brier, number(&case["brier"]), 1e-12, "Brier");
    within_relative(report.reliability, number(&case["reliability"]), 1e-12, "reliability");
    within_relative(report.resolution, number(&case["resolution"]), 1e-12, "resolution");
    within_relative(report.uncertainty, number(&case["uncertainty"]), 1e-12, "uncertainty");
    within_relative(report.log_loss.unwrap(), number(&case["log_loss"]), 1e-12, "logarithmic loss");
    assert!(report.within.abs() < 1e-15);
    within_relative(report.brier_skill.unwrap(), 1.0 - 0.1425 / 0.25, 1e-12, "skill");
    let surprised = reliability(&[0.0, 1.0], &[true, true], 10, 1, None).unwrap();
    assert_eq!((surprised.log_loss, surprised.brier_skill), (None, None));
    let overlapping = reliability(&[0.4; 70], &[true; 70], 10, 7, None).unwrap();
    assert_eq!((overlapping.effective_count, overlapping.bins[0].count), (10.0, 70));
    // All of ten independent labels came true: Clopper and Pearson say at least (1 - 0.95)/2 ^ (1/10).
    within_relative(overlapping.bins[0].frequency_low, hashinsight_numerics::pow(0.025, 0.1), 1e-12, "interval");
}

#[test]
fn hedge_of_reference() {
    let case = row("J_hedge");
    let (mut weights, rate) = (vec![1.0 / 3.0; 3], number(&case["eta"]));
    for (losses, expected) in case["losses"].as_array().unwrap().iter().zip(case["weights"].as_array().unwrap()) {
        let losses: Vec<Option<f64>> = numbers(losses).into_iter().map(Some).collect();
        hedge(&mut weights, &losses, rate, Fraction::ZERO);
        for (ours, theirs) in weights.iter().zip(numbers(expected)) {
            within_relative(*ours, theirs, 1e-14, "weight");
        }
    }
    within_relative(hedge_rate(3, 3), number(&case["eta_opt_T3_K3"]), 1e-14, "rate");
}

#[test]
fn a_label_is_net_of_cost() {
    let label = Label::new(7).cost(Fraction::constant(0.01));
    let net = |later: f64| label.net_return(AssetPrice::constant(100.0), AssetPrice::new(later).unwrap());
    assert!(net(98.0) < 0.0 && net(99.5) > 0.0);
    within_relative(net(98.0), -0.01, 1e-12, "net return");
    assert_eq!(label.effective(70), 10.0);
}

proptest! {
    #[test]
    fn brier_is_the_sum_of_its_parts(pairs in prop::collection::vec((0.0..=1.0_f64, any::<bool>()), 1..200), bins in 1_u32..30) {
        let (p, y): (Vec<f64>, Vec<bool>) = pairs.into_iter().unzip();
        let report = reliability(&p, &y, bins, 1, None).unwrap();
        let sum = report.reliability - report.resolution + report.uncertainty + report.within;
        prop_assert!((sum - report.brier).abs() < 1e-13, "{} {}", sum, report.brier);
        prop_assert_eq!(report.bins.iter().map(|bin| bin.count as usize).sum::<usize>(), p.len());
    }

    #[test]
    fn isotonic_fits_rise_and_are_the_best(y in prop::collection::vec(0.0..1.0_f64, 1..12)) {
        let fit = pool_adjacent_violators(&y, &vec![1.0; y.len()]);
        prop_assert!(fit.windows(2).all(|pair| pair[0] <= pair[1]));
        // Max-min formula (Barlow et al. 1972): fit_i = max over a <= i of min over b >= i of the mean of y[a..=b].
        for (i, fitted) in fit.iter().enumerate() {
            let mean = |a: usize, b: usize| y[a..=b].iter().sum::<f64>() / (b - a + 1) as f64;
            let least = |a: usize| (i..y.len()).map(|b| mean(a, b)).fold(f64::INFINITY, |x, y| if y < x { y } else { x });
            let best = (0..=i).map(least).fold(f64::NEG_INFINITY, |x, y| if y > x { y } else { x });
            prop_assert!((fitted - best).abs() < 1e-12);
        }
    }

    #[test]
    fn sleepers_keep_their_weight_and_weights_add_up(
        losses in prop::collection::vec(prop::collection::vec(prop::option::of(0.0..=1.0_f64), 5), 1..40), share in 0.0..0.2_f64,
    ) {
        let mut weights = vec![0.2; 5];
        for losses in &losses {
            let before = weights.clone();
            hedge(&mut weights, losses, 0.7, Fraction::new(share).unwrap());
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            for (k, loss) in losses.iter().enumerate() {
                if loss.is_none() {
                    prop_assert!((weights[k] - ((1.0 - share) * before[k] + share / 5.0)).abs() < 1e-15);
                }
            }
        }
        prop_assert!(weights.iter().all(|weight| *weight >= share / 5.0 * 0.999));
    }

    #[test]
    fn pools_lie_between_their_opinions(
        said in prop::collection::vec(prop::option::of((0.01..0.99_f64, 0.0..1.0_f64)), 1..8), base in 0.05..0.95_f64,
    ) {
        let opinions: Vec<_> = said.iter().map(|one| one.map(|(probability, weight)| Opinion { probability, weight })).collect();
        let pooled = pool(&opinions, base);
        let said: Vec<f64> = opinions.iter().flatten().filter(|one| one.weight > 0.0).map(|one| one.probability).collect();
        let least = said.iter().copied().fold(f64::INFINITY, |x, y| if y < x { y } else { x });
        let most = said.iter().copied().fold(f64::NEG_INFINITY, |x, y| if y > x { y } else { x });
        let (least, most) = if said.is_empty() { (base, base) } else { (least, most) };
        prop_assert!(pooled.probability >= least - 1e-12 && pooled.probability <= most + 1e-12);
        let sum = pooled.parts.iter().flatten().fold(pooled.base, |sum, part| sum + part);
        prop_assert!((sum - (2.0 * pooled.probability - 1.0)).abs() < 1e-14);
        prop_assert!((log_odds(base) - (ln(base) - ln(1.0 - base))).abs() < 1e-12);
    }
}

/// Labels of a table of numbers are the same labels; anything between is none.
#[test]
fn labels_may_be_numbers() {
    let request = |labels: &str| {
        serde_json::from_str::<ReliabilityRequest>(&format!(
            r#"{{"probabilities": [0.1, 0.9, 0.5], "labels": {labels}}}"#
        ))
    };
    let words = check_reliability(&request("[false, true, true]").unwrap()).unwrap();
    for labels in ["[0, 1, 1]", "[0.0, 1.0, true]"] {
        assert_eq!(check_reliability(&request(labels).unwrap()).unwrap(), words);
    }
    for (labels, refused) in [
        ("[0, 2, 1]", "signals.labels.out_of_range at labels[1]: got 2"),
        ("[0, 1, \"1\"]", "signals.labels.wrong_type at labels[2]"),
    ] {
        let error = request(labels).unwrap_err().to_string();
        assert!(error.starts_with(refused) && error.contains("true or false, or 1 or 0"), "{error}");
    }
}
