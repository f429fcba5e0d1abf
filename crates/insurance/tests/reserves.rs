//! Reserves against chainladder-python and Mack's own formulas, as tabulated.

use hashinsight_insurance::reserving::{
    ClaimPayment, ReserveMethod, ReserveRequest, SigmaExtrapolation, TriangleRequest, reserve, triangle,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{Outcome, Timestamp};
use serde_json::Value;

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
}

fn cumulative(of: &Value) -> Vec<Vec<f64>> {
    of["triangle"].as_array().unwrap().iter().map(numbers).collect()
}

#[test]
fn chain_ladder_and_mack_of_every_triangle() {
    let file = vectors("actuarial_vectors.json");
    let mut triangles = 0;
    for (name, row) in file.as_object().unwrap().iter().filter(|(name, _)| name.starts_with("mack_")) {
        if row["triangle"].is_null() {
            continue;
        }
        triangles += 1;
        let report = reserve(&ReserveRequest::new(cumulative(row))).unwrap();
        for (ours, expected) in report.factors.iter().zip(numbers(&row["ldf"])) {
            within_relative(*ours, expected, 1e-13, name);
        }
        let (reserves, errors) = (numbers(&row["ibnr"]), numbers(&row["mack_se_by_origin"]));
        assert_eq!(reserves.len(), report.origins.len());
        for (i, origin) in report.origins.iter().enumerate() {
            within_relative(origin.reserve, reserves[i], 1e-11, name);
            within_relative(origin.standard_error.value().unwrap(), errors[i], 1e-10, name);
        }
        within_relative(report.reserve, row["ibnr_total"].as_f64().unwrap(), 1e-12, name);
        within_relative(report.standard_error.value().unwrap(), row["mack_se_total"].as_f64().unwrap(), 1e-11, name);
        let line = ReserveRequest::new(cumulative(row)).sigma(SigmaExtrapolation::LogLinear);
        let expected = row["se_total_loglinear"].as_f64().unwrap();
        within_relative(reserve(&line).unwrap().standard_error.value().unwrap(), expected, 1e-9, name);
    }
    assert_eq!(triangles, 2);
}

#[test]
fn bornhuetter_ferguson_of_raa() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["bf_raa"];
    let prior = row["prior_ultimate_each_year"].as_f64().unwrap();
    let method = ReserveMethod::BornhuetterFerguson(vec![prior; 10]);
    let report = reserve(&ReserveRequest::new(cumulative(&file["mack_raa"])).method(method)).unwrap();
    for (origin, expected) in report.origins.iter().zip(numbers(&row["reserve"])) {
        within_relative(origin.reserve, expected, 1e-12, "bf");
    }
    within_relative(report.reserve, row["total"].as_f64().unwrap(), 1e-12, "bf");
    assert!(matches!(report.standard_error, Outcome::Undefined { .. }));
}

/// By hand: two origins with exposures 100 and 200. Factor 1.5, so that 100 + 200 / 1.5 is used up by 90 + 120.
#[test]
fn cape_cod_by_hand() {
    let request =
        ReserveRequest::new(vec![vec![60.0, 90.0], vec![120.0]]).method(ReserveMethod::CapeCod(vec![100.0, 200.0]));
    let report = reserve(&request).unwrap();
    let ratio = 210.0 / (100.0 + 200.0 / 1.5);
    within_relative(report.loss_ratio.unwrap(), ratio, 1e-15, "loss ratio");
    within_relative(report.reserve, 200.0 * ratio * (1.0 - 1.0 / 1.5), 1e-15, "reserve");
    // With exposures in proportion to the chain ladder's ultimates the two methods agree.
    let ladder = reserve(&ReserveRequest::new(vec![vec![60.0, 90.0], vec![120.0]])).unwrap();
    let exposures = ladder.origins.iter().map(|origin| 3.0 * origin.ultimate).collect();
    let cod = ReserveRequest::new(vec![vec![60.0, 90.0], vec![120.0]]).method(ReserveMethod::CapeCod(exposures));
    within_relative(reserve(&cod).unwrap().reserve, ladder.reserve, 1e-14, "agreement");
}

#[test]
fn triangles_that_have_no_answer() {
    let error = |rows: Vec<Vec<f64>>| reserve(&ReserveRequest::new(rows)).unwrap_err();
    assert_eq!(error(vec![]).code(), "insurance.cumulative.insufficient_data");
    let nothing = error(vec![vec![0.0, 5.0, 6.0], vec![0.0, 4.0], vec![1.0]]);
    assert_eq!((nothing.code(), nothing.path().as_str()), ("insurance.cumulative.none", "cumulative[0][0]"));
    let negative = error(vec![vec![3.0, 5.0], vec![-1.0]]);
    assert_eq!((negative.code(), negative.path().as_str()), ("insurance.cumulative.out_of_range", "cumulative[1][0]"));
    assert_eq!(error(vec![vec![1.0], vec![1.0, 2.0]]).code(), "insurance.cumulative.length");
    // One row: nothing to complete, and no error to estimate.
    let one = reserve(&ReserveRequest::new(vec![vec![1.0, 2.0, 3.0]])).unwrap();
    assert_eq!(one.reserve, 0.0);
    assert!(matches!(one.standard_error, Outcome::Undefined { .. }));
    // A single 0 in a column that goes on: factors exist, Mack's ratios do not.
    let zero = reserve(&ReserveRequest::new(vec![vec![4.0, 5.0, 6.0], vec![0.0, 4.0], vec![1.0]])).unwrap();
    assert!(zero.reserve > 0.0);
    assert!(matches!(zero.standard_error, Outcome::Undefined { .. }));
}

#[test]
fn triangles_from_payments() {
    let hour = |hours: i64| Timestamp::from_ms(1_714_521_600_000 + hours * 3_600_000).unwrap();
    let pay = |occurred, paid, amount| ClaimPayment::new(hour(occurred), hour(paid), amount);
    let mut payments = vec![pay(0, 1, 100.0), pay(5, 30, 20.0), pay(23, 71, -5.0), pay(24, 25, 70.0), pay(49, 70, 9.0)];
    let request = |payments: &[ClaimPayment]| TriangleRequest::new(payments.to_vec(), hour(0), 86_400_000, 3);
    let expected = [vec![100.0, 120.0, 115.0], vec![70.0, 70.0], vec![9.0]];
    assert_eq!(triangle(&request(&payments)).unwrap().cumulative, expected);
    payments.reverse();
    assert_eq!(triangle(&request(&payments)).unwrap().cumulative, expected);
    for (payment, code, path) in [
        (pay(-1, 1, 1.0), "insurance.occurred_ms.out_of_range", "payments[0].occurred_ms"),
        (pay(72, 72, 1.0), "insurance.occurred_ms.out_of_range", "payments[0].occurred_ms"),
        (pay(3, 2, 1.0), "insurance.paid_ms.out_of_range", "payments[0].paid_ms"),
        (pay(3, 72, 1.0), "insurance.paid_ms.out_of_range", "payments[0].paid_ms"),
        (pay(3, 4, f64::NAN), "insurance.amount.out_of_range", "payments[0].amount"),
    ] {
        let error = triangle(&request(&[payment])).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path));
    }
}
