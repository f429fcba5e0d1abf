//! Credibility against the data of Hachemeister, and by hand.

use hashinsight_insurance::actuarial::{BetweenEstimator, CredibilityRequest, credibility};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::Outcome;
use serde_json::Value;

fn table(list: &Value) -> Vec<Vec<f64>> {
    let row = |row: &Value| row.as_array().unwrap().iter().filter_map(Value::as_f64).collect();
    list.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn buhlmann_and_straub_of_hachemeister() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["buhlmann_straub_hachemeister"];
    let number = |key: &str| row[key].as_f64().unwrap();
    let request = CredibilityRequest::new(table(&row["ratios"])).weights(table(&row["weights"]));
    let report = credibility(&request).unwrap();
    within_relative(report.collective, number("collective"), 1e-12, "collective");
    within_relative(report.between, number("between"), 1e-11, "between");
    within_relative(report.within, number("within"), 1e-12, "within");
    within_relative(report.constant.value().unwrap(), number("k"), 1e-11, "k");
    for (i, group) in report.groups.iter().enumerate() {
        within_relative(group.credibility, row["z"][i].as_f64().unwrap(), 1e-12, "z");
        within_relative(group.own_mean, row["ind_means"][i].as_f64().unwrap(), 1e-13, "mean");
        within_relative(group.premium, row["premiums"][i].as_f64().unwrap(), 1e-12, "premium");
    }
    let iterative = credibility(&request.estimator(BetweenEstimator::Iterative)).unwrap();
    within_relative(iterative.between, row["iterative"]["between"].as_f64().unwrap(), 1e-9, "iterative");
    within_relative(iterative.collective, row["iterative"]["collective"].as_f64().unwrap(), 1e-11, "iterative");
}

/// Means 2 and 6 within, 3 and 5 between: s^2 = 8, the groups' means 4 and 4 differ by nothing, so that a = -4.
#[test]
fn groups_that_do_not_differ() {
    for estimator in [BetweenEstimator::Unbiased, BetweenEstimator::Iterative] {
        let ratios = vec![vec![2.0, 6.0], vec![6.0, 2.0]];
        let report = credibility(&CredibilityRequest::new(ratios).estimator(estimator)).unwrap();
        assert_eq!(report.constant, Outcome::Unbounded);
        assert!(report.groups.iter().all(|group| group.credibility == 0.0 && group.premium == 4.0));
    }
}

/// Bühlmann 1967, equal weights. Groups (1, 3) and (7, 9): s^2 = 2, means 2 and 8, a = 18 - 2 / 2 = 17, z = 2 / (2 + 2 / 17).
#[test]
fn buhlmann_by_hand() {
    let report = credibility(&CredibilityRequest::new(vec![vec![1.0, 3.0], vec![7.0, 9.0]])).unwrap();
    within_relative(report.within, 2.0, 1e-15, "within");
    within_relative(report.between, 17.0, 1e-15, "between");
    within_relative(report.groups[0].credibility, 34.0 / 36.0, 1e-15, "z");
    within_relative(report.groups[0].premium, 34.0 / 36.0 * 2.0 + 2.0 / 36.0 * 5.0, 1e-15, "premium");
}
