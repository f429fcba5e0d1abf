//! The measures on real days, against the libraries of Python; tables and streams; what is refused.

use hashinsight_numerics::stream::batch;
use hashinsight_testkit::{check_stream, vectors, within_relative};
use hashinsight_treasury::metrics::{
    DrawdownTableRequest, Moments, MonthlyReturnsRequest, OverfittingRequest, PerformanceRequest, ReturnStatistics,
    Returns, RollingPerformance, RollingPerformanceParams, SharpeSignificanceRequest, TimedReturn, drawdown_table,
    drawdowns, monthly_returns, overfitting, performance, probabilistic_sharpe, purged_folds, sharpe_significance,
};
use hashinsight_units::columns::RowStatus;
use hashinsight_units::{Date, Fraction, Outcome, Problem, Timestamp};
use proptest::prelude::{any, prop, prop_assert, proptest};
use serde_json::Value;

use crate::sample::{DAY_MS, returns_of_days};

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

/// End of a civil day, in Unix milliseconds.
fn end_of(day: &Value) -> i64 {
    (day.as_str().unwrap().parse::<Date>().unwrap().unix_day() + 1) * DAY_MS
}

#[test]
fn sample_days_against_the_libraries_of_python() {
    let file = vectors("performance_vectors.json");
    let whole = &file["whole"];
    let (_, returns) = returns_of_days();
    let report = performance(&PerformanceRequest::new(returns.clone())).unwrap();
    let near =
        |got: Outcome, name: &str| within_relative(got.value().unwrap(), whole[name].as_f64().unwrap(), 1e-10, name);
    assert_eq!(u64::from(report.observations), whole["n"].as_u64().unwrap());
    near(report.sharpe, "sharpe");
    near(report.sortino, "sortino");
    near(report.annual_return, "annual_return");
    near(report.annual_volatility, "annual_volatility");
    near(Outcome::Value(report.max_drawdown), "max_drawdown");
    near(report.stability, "stability");
    near(report.omega, "omega");
    near(report.skewness, "skewness");
    near(report.kurtosis, "kurtosis");
    near(Outcome::Value(report.tail.at_or_below_shortfall_return), "at_or_below_shortfall");
    near(Outcome::Value(report.tail.floor_index_shortfall_return), "floor_index_shortfall");
    near(report.tail.gaussian_value_at_risk_return, "gaussian_value_at_risk");
    for (name, expected) in whole["quantiles"].as_object().unwrap() {
        let request: PerformanceRequest =
            serde_json::from_value(serde_json::json!({ "returns": returns, "quantiles": name })).unwrap();
        let tail = performance(&request).unwrap().tail;
        within_relative(tail.value_at_risk_return, expected.as_f64().unwrap(), 1e-12, name);
        assert_eq!(tail.value_at_risk_loss, -tail.value_at_risk_return);
    }
    let request = PerformanceRequest::new(returns).tail(Fraction::constant(0.01));
    let pareto = performance(&request).unwrap().tail.pareto.value().unwrap();
    let fitted = numbers(&whole["gpd"]);
    let got = [pareto.threshold, pareto.scale, pareto.shape, pareto.value_at_risk_loss];
    for (got, expected) in got.into_iter().chain([pareto.expected_shortfall_loss.value().unwrap()]).zip(fitted) {
        assert!((got - expected).abs() < 1e-8, "got {got}, expected {expected}");
    }
}

#[test]
fn drawdowns_and_months_against_pandas() {
    let file = vectors("performance_vectors.json");
    let (times, returns) = returns_of_days();
    let start = Timestamp::from_ms(times[0] - DAY_MS).unwrap();
    let instants: Vec<Timestamp> = times.iter().map(|time| Timestamp::from_ms(*time).unwrap()).collect();
    let table = drawdown_table(&DrawdownTableRequest::new(start, instants.clone(), returns.clone())).unwrap().drawdowns;
    let expected = file["drawdowns"].as_array().unwrap();
    assert_eq!((table.len(), expected.len()), (10, 10));
    for (row, expected) in expected.iter().enumerate() {
        within_relative(table[row].depth, expected["depth"].as_f64().unwrap(), 1e-12, "depth");
        let (peak, trough) = (end_of(&expected["peak"]), end_of(&expected["trough"]));
        assert_eq!((table[row].peak_ms.to_ms(), table[row].trough_ms.to_ms()), (peak, trough), "drawdown {row}");
        let (end, state) = match &expected["recovered"] {
            Value::Null => (*times.last().unwrap(), RowStatus::Never),
            day => (end_of(day), RowStatus::Ok),
        };
        assert_eq!(table[row].recovery, state);
        assert_eq!(table[row].days_under_water, ((end - peak) / DAY_MS) as f64);
        assert_eq!(table[row].days_down, ((trough - peak) / DAY_MS) as f64);
    }

    let table = monthly_returns(&MonthlyReturnsRequest::new(instants, returns.clone())).unwrap().months;
    let expected = file["monthly"].as_array().unwrap();
    assert_eq!(table.len(), expected.len());
    let mut year_to_date = 1.0;
    for (row, expected) in expected.iter().enumerate() {
        let expected = numbers(expected);
        assert_eq!([f64::from(table[row].year), f64::from(table[row].month)], expected[..2]);
        within_relative(1.0 + table[row].month_return, 1.0 + expected[2], 1e-12, "month");
        year_to_date = if table[row].month == 1 { 1.0 } else { year_to_date } * (1.0 + expected[2]);
        within_relative(1.0 + table[row].year_to_date, year_to_date, 1e-12, "year to date");
    }
    assert_eq!(table.iter().map(|row| row.periods as usize).sum::<usize>(), returns.len());
}

#[test]
fn rolling_windows_against_pandas_and_the_contract_of_streams() {
    let file = vectors("performance_vectors.json");
    let expected = &file["rolling_90"];
    let (times, returns) = returns_of_days();
    let event = |(time, r): (&i64, &f64)| TimedReturn::new(Timestamp::from_ms(*time).unwrap(), *r);
    let events: Vec<TimedReturn> = times.iter().zip(&returns).map(event).collect();
    let outputs = batch::<RollingPerformance>(&RollingPerformanceParams::new(90), &events).unwrap();
    assert!(outputs[88].sharpe.is_nan() && outputs[88].max_drawdown.is_nan());
    for (k, row) in expected["rows"].as_array().unwrap().iter().enumerate() {
        let got = outputs[usize::try_from(row.as_u64().unwrap()).unwrap() + 89];
        let of = |name: &str| numbers(&expected[name])[k];
        within_relative(got.sharpe, of("sharpe"), 1e-10, "sharpe");
        within_relative(got.annual_volatility, of("volatility"), 1e-12, "volatility");
        within_relative(got.max_drawdown, of("max_drawdown"), 1e-12, "drawdown");
        within_relative(got.sortino, of("sortino"), 1e-10, "sortino");
    }
    let params = RollingPerformanceParams::new(5);
    check_stream::<RollingPerformance>(&params, &events[..16], &[TimedReturn::new(events[0].time_ms, f64::NAN)]);
    let mut still = batch::<RollingPerformance>(&params, &events[..5]).unwrap();
    let quiet: Vec<TimedReturn> = events[..5].iter().map(|e| TimedReturn::new(e.time_ms, 0.0)).collect();
    still = [still, batch::<RollingPerformance>(&params, &quiet).unwrap()].concat();
    let last = still[9];
    assert_eq!((last.sharpe_status, last.sortino_status), (RowStatus::Undefined, RowStatus::Undefined));
    assert!(last.sharpe.is_nan() && last.max_drawdown == 0.0);
}

/// The matrix of formulas of `treasury_anchors.json`: 70 splits, and 2/7.
#[test]
fn overfitting_of_the_matrix_of_formulas() {
    let anchors = vectors("treasury_anchors.json");
    let anchor = anchors.as_array().unwrap().iter().find(|row| row["id"] == "pbo").unwrap();
    // M[i, j] = 0.01 sin(1.7 i (j + 1) + j) + 0.0002 j; the sine of an angle is that of its part of pi.
    let cell = |i: u32, j: u32| {
        let angle = 1.7 * f64::from(i) * f64::from(j + 1) + f64::from(j);
        0.01 * hashinsight_numerics::sin_pi(angle / std::f64::consts::PI) + 0.0002 * f64::from(j)
    };
    let returns = (0..8).map(|j| (0..64).map(|i| cell(i, j)).collect()).collect();
    let report = overfitting(&OverfittingRequest::new(returns)).unwrap();
    assert_eq!(u64::from(report.splits), anchor["value"][0].as_u64().unwrap());
    let expected = anchor["value"][1].as_f64().unwrap();
    assert!((report.probability_of_overfitting.value().unwrap() - expected).abs() < 1e-15);
}

/// 72 rows of row 0 to 99 by the anchor; and of every fold no row sees what the test sees, by comparing row with row.
#[test]
fn purged_folds_do_not_see_the_test() {
    let anchors = vectors("treasury_anchors.json");
    let anchor = &anchors.as_array().unwrap().iter().find(|row| row["id"] == "pkf").unwrap()["value"];
    let second = &purged_folds(100, 5, 3, 2).unwrap()[1];
    let train: Vec<usize> = second.before.clone().chain(second.after.clone()).collect();
    assert_eq!(serde_json::json!([train.len(), train[0], train[train.len() - 1]]), *anchor);
    for (rows, folds, horizon, embargo) in
        [(100, 5, 3, 2), (17, 4, 0, 0), (17, 4, 1, 0), (23, 7, 5, 4), (10, 10, 30, 1)]
    {
        let all = purged_folds(rows, folds, horizon, embargo).unwrap();
        assert!(all.iter().flat_map(|fold| fold.test.clone()).eq(0..rows));
        for fold in all {
            // A row sees itself and the rows of its horizon.
            let meets = |row: usize| fold.test.clone().any(|test| row <= test + horizon && test <= row + horizon);
            let shunned = |row: usize| row >= fold.test.end && row < fold.test.end + horizon + embargo;
            let expected: Vec<usize> = (0..rows).filter(|row| !meets(*row) && !shunned(*row)).collect();
            let train: Vec<usize> = fold.before.clone().chain(fold.after.clone()).collect();
            assert_eq!(train, expected, "{rows} rows, {folds} folds, horizon {horizon}, embargo {embargo}");
        }
    }
    assert_eq!(purged_folds(3, 1, 0, 0).unwrap_err().code(), "treasury.folds.out_of_range");
    assert!(purged_folds(3, 4, 0, 0).is_err());
}

#[test]
fn significance_says_why_it_cannot() {
    let asked = SharpeSignificanceRequest::new(1.0, 366);
    let alone = sharpe_significance(&asked).unwrap();
    assert!(matches!(alone.deflated_sharpe, Outcome::Undefined { .. }));
    let alike = sharpe_significance(&asked.clone().trials(50).trials_variance(0.2).mean_correlation(1.0)).unwrap();
    assert_eq!(alike.effective_trials, Outcome::Value(1.0));
    assert!(matches!(alike.deflated_sharpe, Outcome::Undefined { reason } if reason.contains("2 independent trials")));
    let worse = sharpe_significance(&SharpeSignificanceRequest::new(-1.0, 366)).unwrap();
    assert_eq!(worse.minimum_track_record, Outcome::Never);
    for (request, code) in [
        (asked.clone().trials(3), "treasury.trials_variance.missing"),
        (asked.clone().trials_variance(0.2), "treasury.trials.missing"),
        (asked.clone().trials(3).trials_variance(-0.2), "treasury.trials_variance.out_of_range"),
        (asked.clone().confidence(Fraction::constant(0.4)), "treasury.confidence.out_of_range"),
        (SharpeSignificanceRequest::new(f64::NAN, 366), "treasury.sharpe.not_finite"),
        (SharpeSignificanceRequest::new(1.0, 1), "treasury.returns.out_of_range"),
    ] {
        assert_eq!(sharpe_significance(&request).unwrap_err().code(), code);
    }
    // More trials, more luck; a longer record, more certainty.
    let of = |trials: u32, returns: u32| {
        let asked = SharpeSignificanceRequest::new(1.5, returns).trials(trials).trials_variance(0.5);
        sharpe_significance(&asked).unwrap().deflated_sharpe.value().unwrap()
    };
    assert!(of(10, 366) > of(1000, 366) && of(10, 3660) > of(10, 366));
}

#[test]
fn bad_returns_are_refused() {
    let refused = |returns: Vec<f64>| performance(&PerformanceRequest::new(returns)).unwrap_err();
    assert_eq!(refused(vec![]).problem(), Problem::InsufficientData);
    let nan = refused(vec![0.0, f64::NAN]);
    assert_eq!((nan.code(), nan.path().as_str()), ("treasury.returns.not_finite", "returns[1]"));
    let more_than_all = refused(vec![0.1, -1.5]);
    assert_eq!((more_than_all.code(), more_than_all.path().as_str()), ("treasury.returns.out_of_range", "returns[1]"));
    let beyond = refused(vec![1e308, 1e308]);
    assert_eq!((beyond.code(), beyond.path().as_str()), ("treasury.returns.out_of_range", "returns[0]"));
    let request = PerformanceRequest::new(vec![0.1, 0.2]);
    let short = performance(&request.clone().benchmark(vec![0.1])).unwrap_err();
    assert_eq!(short.code(), "treasury.benchmark.length");
    let wild = performance(&request.clone().benchmark(vec![0.1, f64::INFINITY])).unwrap_err();
    assert_eq!(wild.path().as_str(), "benchmark[1]");
    for (request, code) in [
        (request.clone().periods_per_year(0.0), "treasury.periods_per_year.out_of_range"),
        (request.clone().risk_free_per_year(-1.0), "treasury.risk_free_per_year.out_of_range"),
        (request.clone().tail(Fraction::ZERO), "treasury.tail.out_of_range"),
    ] {
        assert_eq!(performance(&request).unwrap_err().code(), code);
    }
    let rows = |rows: Vec<Vec<f64>>| overfitting(&OverfittingRequest::new(rows).parts(2)).unwrap_err();
    assert_eq!(rows(vec![vec![0.0; 4]]).code(), "treasury.returns.insufficient_data");
    assert_eq!(rows(vec![vec![0.0; 3], vec![0.0; 3]]).code(), "treasury.returns.insufficient_data");
    assert_eq!(rows(vec![vec![0.0; 4], vec![0.0; 5]]).code(), "treasury.returns.length");
    assert_eq!(rows(vec![vec![0.0; 4], vec![0.0, f64::NAN, 0.0, 0.0]]).path().as_str(), "returns[1][1]");
    let time = |days: i64| Timestamp::from_ms(1_714_521_600_000 + days * DAY_MS).unwrap();
    let months = |times: Vec<Timestamp>, returns: Vec<f64>| {
        let error = monthly_returns(&MonthlyReturnsRequest::new(times, returns)).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let said = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(months(vec![time(1); 2], vec![0.1; 2]), said("treasury.time_ms.out_of_range", "time_ms[1]"));
    assert_eq!(months(vec![time(1)], vec![0.1; 2]), said("treasury.returns.length", "returns"));
    assert_eq!(months(vec![time(1)], vec![f64::NAN]), said("treasury.returns.not_finite", "returns[0]"));
    assert_eq!(months(vec![time(1)], vec![-2.0]), said("treasury.returns.out_of_range", "returns[0]"));
    let falls = |start, r| drawdown_table(&DrawdownTableRequest::new(start, vec![time(1)], vec![r])).unwrap_err();
    assert_eq!(falls(time(0), -1.0).code(), "treasury.returns.out_of_range");
    assert_eq!(falls(time(1), 0.1).path().as_str(), "start_ms");
}

/// Constant returns have no deviation, however their mean is rounded; and what has none has no ratio.
#[test]
fn constant_returns_have_no_ratio() {
    for (count, r) in [(2, 0.1), (9, 0.01), (700, 0.003), (1500, -0.07)] {
        let statistics = ReturnStatistics::of(&Returns::new(&vec![r; count]).unwrap(), 0.0);
        assert_eq!(statistics.annual_volatility(365.0), Outcome::Value(0.0));
        assert!(matches!(statistics.sharpe(0.0, 365.0), Outcome::Undefined { .. }));
    }
    assert!(matches!(probabilistic_sharpe(3.0, 0.0, 100.0, 9.0, 1.0), Outcome::Undefined { .. }));
}

proptest! {
    /// Any cut of a sample merges to the moments of the whole, and blocks agree with the definition.
    #[test]
    fn moments_merge(values in prop::collection::vec(-0.2..0.2_f64, 3..1500), cut in any::<prop::sample::Index>()) {
        let cut = cut.index(values.len());
        let whole = Moments::of(&values);
        let merged = Moments::of(&values[..cut]).merge(&Moments::of(&values[cut..]));
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let central = |power: i32| values.iter().map(|x| (0..power).map(|_| x - mean).product::<f64>()).sum::<f64>() / n;
        let direct = [mean, (central(2) * n / (n - 1.0)).sqrt(), central(3) / (central(2) * central(2).sqrt()), central(4) / (central(2) * central(2))];
        for moments in [whole, merged] {
            let measures = [moments.mean(), moments.standard_deviation(1), moments.skewness(), moments.kurtosis()];
            for (got, direct) in measures.into_iter().zip(direct) {
                prop_assert!((got.value().unwrap() - direct).abs() < 1e-9 * (1.0 + direct.abs()));
            }
        }
    }

    /// The one pass agrees with the separate walk, over the borders of blocks.
    #[test]
    fn one_pass_is_every_walk(values in prop::collection::vec(-0.05..0.05_f64, 1..1300)) {
        let returns = Returns::new(&values).unwrap();
        let statistics = ReturnStatistics::of(&returns, 0.0);
        let walk = drawdowns(&returns);
        let least = walk.iter().fold(0.0, |a, b| if *b < a { *b } else { a });
        prop_assert!((statistics.max_drawdown() - least).abs() < 1e-15);
        let pain = -walk.iter().sum::<f64>() / walk.len() as f64;
        prop_assert!((statistics.pain_index().value().unwrap() - pain).abs() < 1e-12);
        let shortfall = values.iter().map(|r| if *r < 0.0 { r * r } else { 0.0 }).sum::<f64>() / values.len() as f64;
        prop_assert!((statistics.downside_deviation(1.0).value().unwrap() - shortfall.sqrt()).abs() < 1e-12);
    }
}
