//! Risk of a position against high-precision integrals, the score against NIST's reference datasets.

use hashinsight_insurance::risk::{
    FitRiskScoreRequest, LognormalMove, PositionRiskRequest, ReturnModel, RiskFeature, RiskScoreRequest,
    fit_risk_score, position_risk, risk_score,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{Collateral, Finite, Fraction, Outcome, Rate, Volatility, Years};

fn finite(values: &[f64]) -> Vec<Finite> {
    values.iter().map(|value| Finite::new(*value).unwrap()).collect()
}

fn risk(is_long: bool, level: f64, model: ReturnModel) -> (f64, f64) {
    let request =
        PositionRiskRequest::new(Collateral::new(1000.0).unwrap(), is_long, Fraction::new(level).unwrap(), model);
    let report = position_risk(&request).unwrap();
    (report.value_at_risk, report.expected_shortfall)
}

/// mpmath 1.4.1, 40 digits: quantile, and integral of the tail of the lognormal density.
#[test]
fn lognormal_positions() {
    for (is_long, level, sigma, drift, years, var, es) in LOGNORMAL {
        let motion = LognormalMove::new(Volatility::new(sigma).unwrap(), Years::new(years).unwrap())
            .drift_per_year(Rate::new(drift).unwrap());
        let (ours_var, ours_es) = risk(is_long, level, ReturnModel::Lognormal(motion));
        within_relative(ours_var, var, 1e-13, "value at risk");
        within_relative(ours_es, es, 1e-12, "expected shortfall");
    }
}

/// By hand. Twenty returns, level 0.9: the third worst is the value at risk, the mean of two the shortfall; at 0.95 the second and the
/// worst; at 0.925 one and a half count.
#[test]
fn positions_from_returns() {
    let returns: Vec<f64> = (0..20).map(|i| f64::from(i - 10) / 100.0).collect();
    let of = |level| risk(true, level, ReturnModel::Returns(finite(&returns)));
    let close = |(a, b): (f64, f64), expected: (f64, f64)| {
        within_relative(a, expected.0, 1e-12, "value at risk");
        within_relative(b, expected.1, 1e-12, "expected shortfall");
    };
    close(of(0.9), (80.0, 95.0));
    close(of(0.95), (90.0, 100.0));
    close(of(0.925), (90.0, (100.0 + 0.5 * 90.0) / 1.5));
    close(risk(false, 0.95, ReturnModel::Returns(finite(&returns))), (80.0, 90.0));
    close(risk(true, 0.5, ReturnModel::Returns(finite(&[0.25]))), (-250.0, -250.0));
}

#[test]
fn positions_that_are_refused() {
    let base = |level: f64, model| {
        PositionRiskRequest::new(Collateral::new(1.0).unwrap(), true, Fraction::new(level).unwrap(), model)
    };
    let motion = |years: f64| {
        ReturnModel::Lognormal(LognormalMove::new(Volatility::new(0.5).unwrap(), Years::new(years).unwrap()))
    };
    for (request, code, path) in [
        (base(1.0, motion(1.0)), "insurance.level.out_of_range", "level"),
        (base(0.9, motion(0.0)), "insurance.years.out_of_range", "model.lognormal.years"),
        (base(0.9, ReturnModel::Returns(vec![])), "insurance.returns.insufficient_data", "model.returns"),
        (base(0.9, ReturnModel::Returns(finite(&[0.0, -1.5]))), "insurance.returns.out_of_range", "model.returns[1]"),
    ] {
        let error = position_risk(&request).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path));
    }
}

#[test]
fn filip_of_nist() {
    let file = vectors("nist_filip.json");
    let list = |value: &serde_json::Value| {
        value.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect::<Vec<f64>>()
    };
    let certified = &file["certified"];
    let features = || vec![RiskFeature::new("x".to_owned(), finite(&list(&file["x"])))];
    let request = FitRiskScoreRequest::new(features(), finite(&list(&file["y"]))).degree(10);
    // Raw powers, of condition 1.8e15: seven digits of each coefficient.
    let raw = fit_risk_score(&request.clone().standardize(false)).unwrap();
    for (ours, expected) in raw.model.coefficients.iter().zip(list(&certified["coefficients"])) {
        within_relative(ours.get(), expected, 1e-6, "coefficient");
    }
    // Standardized ones fit as well as the certified ones, to ten digits.
    let fitted = fit_risk_score(&request).unwrap();
    let deviation = certified["residual_standard_deviation"].as_f64().unwrap();
    within_relative(fitted.residual_deviation.value().unwrap(), deviation, 1e-10, "residual deviation");
    within_relative(fitted.r_squared.value().unwrap(), certified["r_squared"].as_f64().unwrap(), 1e-12, "r squared");
    // The polynomial of the certified coefficients, in the middle of the data.
    let horner = |x: f64| list(&certified["coefficients"]).iter().rev().fold(0.0, |sum, c| sum * x + c);
    let at = RiskFeature::new("x".to_owned(), finite(&[-6.5, -4.25]));
    let scores = risk_score(&RiskScoreRequest::new(fitted.model, vec![at])).unwrap().scores;
    within_relative(scores[0], horner(-6.5), 1e-8, "score");
    within_relative(scores[1], horner(-4.25), 1e-8, "score");
}

#[test]
fn longley_of_nist() {
    let file = vectors("nist_longley.json");
    let list = |value: &serde_json::Value| {
        value.as_array().unwrap().iter().filter_map(serde_json::Value::as_f64).collect::<Vec<f64>>()
    };
    let features = file["x"].as_array().unwrap().iter().enumerate();
    let features = features.map(|(j, column)| RiskFeature::new(format!("x{}", j + 1), finite(&list(column)))).collect();
    let request = FitRiskScoreRequest::new(features, finite(&list(&file["y"]))).standardize(false);
    let report = fit_risk_score(&request).unwrap();
    let errors = report.standard_errors.unwrap();
    for (j, expected) in list(&file["certified"]["coefficients"]).into_iter().enumerate() {
        within_relative(report.model.coefficients[j].get(), expected, 1e-8, "coefficient");
        within_relative(errors[j], list(&file["certified"]["standard_errors"])[j], 1e-8, "standard error");
    }
    let deviation = file["certified"]["residual_standard_deviation"].as_f64().unwrap();
    within_relative(report.residual_deviation.value().unwrap(), deviation, 1e-9, "residual deviation");
}

/// A line through three points, each left out in turn: by hand. Without the first the line is through (1, 1), (2, 4) and says -2 at 0.
#[test]
fn cross_validation_by_hand() {
    let feature = RiskFeature::new("x".to_owned(), finite(&[0.0, 1.0, 2.0]));
    let request = FitRiskScoreRequest::new(vec![feature], finite(&[0.0, 1.0, 4.0])).folds(3);
    let report = fit_risk_score(&request).unwrap();
    // Errors: 0 - (-2) = 2, 1 - 2 = -1, 4 - 2 = 2.
    within_relative(report.cross_validated_error.unwrap(), (9.0_f64 / 3.0).sqrt(), 1e-12, "error");
    assert!(matches!(report.residual_deviation, Outcome::Value(_)));
}

/// A ridge shrinks towards the mean: with one standardized feature the coefficient is `S_xy / (S_xx + l)`, `S_xx = n - 1`.
#[test]
fn ridge_by_hand() {
    let (x, y) = ([1.0, 2.0, 3.0, 6.0], [2.0, 1.0, 5.0, 8.0]);
    let feature = RiskFeature::new("x".to_owned(), finite(&x));
    let plain = FitRiskScoreRequest::new(vec![feature], finite(&y));
    let slope = |request: &FitRiskScoreRequest| fit_risk_score(request).unwrap().model.coefficients[1].get();
    within_relative(slope(&plain.clone().ridge(6.0)) / slope(&plain), 3.0 / 9.0, 1e-12, "shrinkage");
    assert!(fit_risk_score(&plain.ridge(6.0)).unwrap().standard_errors.is_none());
}

#[test]
fn terms_of_two_features() {
    let feature = |name: &str, values: &[f64]| RiskFeature::new(name.to_owned(), finite(values));
    let (x, y) = ([1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 1.5], [2.0, 1.0, 4.0, 3.0, 6.0, 5.0, 9.0]);
    let outcomes: Vec<f64> = x.iter().zip(&y).map(|(x, y)| 3.0 + x * y - 0.5 * y * y).collect();
    let request = FitRiskScoreRequest::new(vec![feature("x", &x), feature("y", &y)], finite(&outcomes)).degree(2);
    let report = fit_risk_score(&request.standardize(false)).unwrap();
    assert_eq!(report.model.exponents, [vec![0, 0], vec![1, 0], vec![0, 1], vec![2, 0], vec![1, 1], vec![0, 2]]);
    for (ours, expected) in report.model.coefficients.iter().zip([3.0, 0.0, 0.0, 0.0, 1.0, -0.5]) {
        assert!((ours.get() - expected).abs() < 1e-10, "{ours:?} {expected}");
    }
    // Stored as text and taken up again, with the features in another order: the same score.
    let text = serde_json::to_string(&report.model).unwrap();
    let model = serde_json::from_str(&text).unwrap();
    let features = vec![feature("y", &[2.0]), feature("x", &[10.0])];
    within_relative(risk_score(&RiskScoreRequest::new(model, features)).unwrap().scores[0], 21.0, 1e-10, "score");
}

#[test]
fn scores_that_are_refused() {
    let feature = |name: &str, values: &[f64]| RiskFeature::new(name.to_owned(), finite(values));
    let fit = |request: FitRiskScoreRequest| fit_risk_score(&request).unwrap_err();
    let outcomes = || finite(&[1.0, 2.0, 3.0]);
    assert_eq!(fit(FitRiskScoreRequest::new(vec![], outcomes())).code(), "insurance.features.insufficient_data");
    let short = fit(FitRiskScoreRequest::new(vec![feature("x", &[1.0])], outcomes()));
    assert_eq!((short.code(), short.path().as_str()), ("insurance.values.length", "features[0].values"));
    let constant = fit(FitRiskScoreRequest::new(vec![feature("x", &[1.0; 3])], outcomes()));
    assert_eq!((constant.code(), constant.path().as_str()), ("insurance.features.none", "features[0]"));
    let folds = fit(FitRiskScoreRequest::new(vec![feature("x", &[1.0, 2.0, 4.0])], outcomes()).folds(4));
    assert_eq!(folds.code(), "insurance.folds.out_of_range");
    let wide = (0..40).map(|j| feature(&format!("x{j}"), &[1.0, 2.0, 4.0])).collect();
    assert_eq!(fit(FitRiskScoreRequest::new(wide, outcomes()).degree(3)).code(), "insurance.degree.out_of_range");
    let model =
        fit_risk_score(&FitRiskScoreRequest::new(vec![feature("x", &[1.0, 2.0, 4.0])], outcomes())).unwrap().model;
    let score = |features| risk_score(&RiskScoreRequest::new(model.clone(), features)).unwrap_err();
    assert_eq!(score(vec![]).code(), "insurance.features.missing");
    let unknown = score(vec![feature("leverage", &[1.0])]);
    assert_eq!((unknown.code(), unknown.path().as_str()), ("insurance.features.unknown", "features[0].name"));
}

const LOGNORMAL: [(bool, f64, f64, f64, f64, f64, f64); 4] = [
    (true, 0.99, 0.65, 0.0, 0.0027397260273972603, 76.6316689688831534, 87.1652618848357887),
    (false, 0.99, 0.65, 0.2, 0.019178082191780823, 232.680369795245601, 271.366581818052872),
    (true, 0.5, 1.2, -0.5, 1.0, 704.769833075985775, 860.41343401502422),
    (false, 0.995, 0.3, 0.04, 0.25, 469.79714626804727, 542.695292980617424),
];
