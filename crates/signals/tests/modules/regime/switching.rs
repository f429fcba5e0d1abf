//! Switching models against `EViews`, Stata, statsmodels and hmmlearn (`hamilton.json`).

use hashinsight_numerics::Philox;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::indicators::{Observation, ObservationColumns};
use hashinsight_signals::modules::regime::{
    FitRegimesRequest, RegimeFilter, RegimeFilterParams, SwitchingModel, SwitchingRegime, fit_regimes,
};
use hashinsight_testkit::{check_stream, vectors};
use hashinsight_units::{Finite, Fraction};
use proptest::prelude::*;
use serde_json::Value;

use super::numbers;

fn hamilton() -> Value {
    vectors("hamilton.json")
}

fn model(p00: f64, p10: f64, means: [f64; 2], variances: [f64; 2]) -> SwitchingModel {
    let row = |zero: f64| [zero, 1.0 - zero].map(|one| Fraction::new(one).unwrap()).to_vec();
    SwitchingModel::new(vec![
        SwitchingRegime::new(means[0], variances[0], row(p00)),
        SwitchingRegime::new(means[1], variances[1], row(p10)),
    ])
}

fn autoregressive(case: &Value) -> SwitchingModel {
    let p = numbers(&case["params"]);
    model(p[0], p[1], [p[2], p[3]], [p[4], p[4]]).autoregression(p[5..].to_vec())
}

#[track_caller]
fn close(got: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((got - expected).abs() <= tolerance, "{what}: got {got}, expected {expected} within {tolerance}");
}

fn all_close(got: impl Iterator<Item = f64>, expected: &Value, tolerance: f64, what: &str) {
    let got: Vec<f64> = got.collect();
    let expected = numbers(expected);
    assert_eq!(got.len(), expected.len(), "{what}");
    for (step, (got, expected)) in got.iter().zip(expected).enumerate() {
        close(*got, expected, tolerance, &format!("{what} step {step}"));
    }
}

#[test]
fn case_12_log_likelihood_of_hamilton_1989() {
    let data = hamilton();
    let case = &data["hamilton_ar4"];
    let filtered = autoregressive(case).filter(&numbers(&data["rgnp"])).unwrap();
    close(filtered.log_likelihood, case["llf"].as_f64().unwrap(), 1e-9, "recomputed");
    close(filtered.log_likelihood, case["llf_published"].as_f64().unwrap(), 1e-5, "published");
}

#[test]
fn case_13_filtered_and_smoothed_of_hamilton_1989() {
    let data = hamilton();
    let case = &data["hamilton_ar4"];
    let filtered = autoregressive(case).filter(&numbers(&data["rgnp"])).unwrap();
    let smooth = filtered.smooth();
    let steps = || 0..filtered.steps();
    for (name, tolerance) in [("filtered_regime1", 1e-9), ("eviews_filtered_regime1", 1e-5)] {
        all_close(steps().map(|step| filtered.filtered(step, 1)), &case[name], tolerance, name);
    }
    for (name, tolerance) in [("smoothed_regime1", 1e-9), ("eviews_smoothed_regime1", 1e-5)] {
        all_close(steps().map(|step| smooth[step][1]), &case[name], tolerance, name);
    }
    let case = &data["hamilton_ar2_last10"];
    let series = numbers(&data["rgnp"]);
    let last = autoregressive(case).filter(&series[series.len() - 10..]).unwrap();
    close(last.log_likelihood, case["llf"].as_f64().unwrap(), 1e-9, "last ten");
    all_close((0..last.steps()).map(|step| last.filtered(step, 1)), &case["filtered_regime1"], 1e-9, "last ten");
    all_close(last.smooth().iter().map(|step| step[1]), &case["smoothed_regime1"], 1e-9, "last ten");
}

#[test]
fn case_14_switching_mean_and_variance() {
    let data = hamilton();
    let case = &data["switching_mean_var"];
    let p = numbers(&case["params"]);
    let filtered = model(p[0], p[1], [p[2], p[3]], [p[4], p[5]]).filter(&numbers(&data["rgnp"])).unwrap();
    close(filtered.log_likelihood, case["llf"].as_f64().unwrap(), 1e-9, "log likelihood");
    let steps = || 0..filtered.steps();
    all_close(steps().map(|step| filtered.predicted(step, 1)), &case["predicted_regime1"], 1e-9, "predicted");
    all_close(steps().map(|step| filtered.filtered(step, 1)), &case["filtered_regime1"], 1e-9, "filtered");
    all_close(filtered.smooth().iter().map(|step| step[1]), &case["smoothed_regime1"], 1e-9, "smoothed");
}

#[test]
fn case_15_small_hidden_markov_model() {
    let case = &hamilton()["hmm_small"];
    let rows: Vec<Vec<f64>> = case["transmat"].as_array().unwrap().iter().map(numbers).collect();
    let (means, variances) = (numbers(&case["means"]), numbers(&case["vars"]));
    let start = numbers(&case["startprob"]).into_iter().map(|one| Fraction::new(one).unwrap()).collect();
    let model = model(rows[0][0], rows[1][0], [means[0], means[1]], [variances[0], variances[1]]).start(start);
    let series = numbers(&case["x"]);
    let filtered = model.filter(&series).unwrap();
    close(filtered.log_likelihood, case["loglik"].as_f64().unwrap(), 1e-12, "log likelihood");
    all_close(filtered.smooth().iter().map(|step| step[1]), &case["posterior_state1"], 1e-12, "posterior");
    let (path, density) = model.likeliest_path(&series).unwrap();
    close(density, case["viterbi_loglik"].as_f64().unwrap(), 1e-12, "Viterbi");
    assert_eq!(path.into_iter().map(f64::from).collect::<Vec<_>>(), numbers(&case["viterbi"]));
}

/// The sum over every path of regimes, path by path.
fn by_every_path(model: &SwitchingModel, first: &[f64], series: &[f64]) -> f64 {
    let count = model.regimes.len();
    let paths = (0..series.len()).fold(1, |paths, _| paths * count);
    let density = |path: usize| {
        let (mut joint, mut rest, mut before): (f64, usize, Option<usize>) = (1.0, path, None);
        for value in series {
            let regime = rest % count;
            rest /= count;
            let SwitchingRegime { mean, variance, .. } = model.regimes[regime];
            joint *= match before {
                None => first[regime],
                Some(before) => model.regimes[before].next[regime].get(),
            };
            joint *=
                (-0.5 * (value - mean) * (value - mean) / variance).exp() / (std::f64::consts::TAU * variance).sqrt();
            before = Some(regime);
        }
        joint
    };
    (0..paths).map(density).sum::<f64>().ln()
}

proptest! {
    #[test]
    fn the_filter_sums_over_every_path(
        stay in 0.05..0.95_f64, come in 0.05..0.95_f64, means in prop::array::uniform2(-2.0..2.0_f64),
        variances in prop::array::uniform2(0.1..4.0_f64), series in prop::collection::vec(-3.0..3.0_f64, 1..8),
    ) {
        let model = model(stay, come, means, variances);
        let long_run = model.ergodic().unwrap();
        prop_assert!((long_run[0] * (1.0 - stay) - long_run[1] * come).abs() < 1e-12);
        let filtered = model.filter(&series).unwrap();
        prop_assert!((filtered.log_likelihood - by_every_path(&model, &long_run, &series)).abs() < 1e-9);
        // A value that comes later changes nothing that was filtered before.
        let prefix = model.filter(&series[..series.len() - series.len() / 2]).unwrap();
        for step in 0..prefix.steps() {
            prop_assert_eq!(prefix.filtered(step, 1).to_bits(), filtered.filtered(step, 1).to_bits());
        }
    }
}

#[test]
fn the_stream_of_two_regimes_is_the_filter() {
    let data = hamilton();
    let p = numbers(&data["switching_mean_var"]["params"]);
    let model = model(p[0], p[1], [p[2], p[3]], [p[4], p[5]]);
    let series = numbers(&data["rgnp"]);
    let filtered = model.filter(&series).unwrap();
    let events: Vec<_> = series.iter().map(|value| Observation::new(Finite::constant(*value))).collect();
    let params = RegimeFilterParams::new(model.clone());
    let beyond = [1e101, -1e300].map(|value| Observation::new(Finite::constant(value)));
    check_stream::<RegimeFilter>(&params, &events, &beyond);
    let outputs = batch::<RegimeFilter>(&params, &events).unwrap();
    for (step, output) in outputs.iter().enumerate() {
        close(output.second_probability, filtered.filtered(step, 1), 1e-12, "filtered");
    }
    let density = outputs.iter().map(|output| output.log_density).sum::<f64>();
    close(density, data["switching_mean_var"]["llf"].as_f64().unwrap(), 1e-9, "log likelihood");
    // No value is so odd that both densities vanish.
    let odd = [1e100, 0.0, -1e100].map(|value| Observation::new(Finite::constant(value)));
    let outputs = batch::<RegimeFilter>(&params, &odd).unwrap();
    assert!(outputs.iter().all(|output| (0.0..=1.0).contains(&output.second_probability)), "{outputs:?}");
}

#[test]
fn columns_of_two_regimes_have_the_bits_of_values() {
    let model = model(0.8, 0.1, [-0.3, 1.1], [0.9, 0.6]);
    let params = RegimeFilterParams::new(model);
    let mut values = vec![0.0; 1100];
    Philox::new(31).fill_normal(0, 0, &mut values);
    (values[5], values[700]) = (1e100, -40.0);
    let mut alone = RegimeFilter::open(&params).unwrap();
    let mut side_by_side = alone.clone();
    for part in [0..0, 0..1, 1..300, 300..1100] {
        let table = side_by_side.fold(&ObservationColumns { value: &values[part.clone()] }).unwrap();
        for (row, value) in values[part].iter().enumerate() {
            let one = alone.update(&Observation::new(Finite::constant(*value))).unwrap();
            let own = [table.second_probability[row], table.log_density[row]];
            assert_eq!(own.map(f64::to_bits), [one.second_probability, one.log_density].map(f64::to_bits), "row {row}");
        }
    }
    assert_eq!(side_by_side.save(), alone.save());
    values[20] = 1e101;
    let error = side_by_side.fold(&ObservationColumns { value: &values }).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.value.out_of_range", "value[20]"));
    assert_eq!(side_by_side.save(), alone.save(), "what is refused changes nothing");
}

#[test]
fn three_regimes_with_a_lag_sum_over_every_path() {
    let next = |row: [f64; 3]| row.map(Fraction::constant).to_vec();
    let model = SwitchingModel::new(vec![
        SwitchingRegime::new(-1.0, 0.5, next([0.8, 0.15, 0.05])),
        SwitchingRegime::new(0.2, 1.0, next([0.1, 0.7, 0.2])),
        SwitchingRegime::new(1.5, 2.0, next([0.25, 0.25, 0.5])),
    ])
    .autoregression(vec![0.4]);
    let series = [0.3, -0.7, 1.9, 0.4, -1.2];
    let first = model.ergodic().unwrap();
    let mut density = 0.0;
    for path in 0..243 {
        let regimes: Vec<usize> = (0..5).map(|at| path / 3_usize.pow(at) % 3).collect();
        let mut joint = first[regimes[0]];
        for at in 1..5 {
            let (before, now) = (&model.regimes[regimes[at - 1]], &model.regimes[regimes[at]]);
            let distance = series[at] - now.mean - 0.4 * (series[at - 1] - before.mean);
            joint *= before.next[regimes[at]].get() * (-0.5 * distance * distance / now.variance).exp()
                / (std::f64::consts::TAU * now.variance).sqrt();
        }
        density += joint;
    }
    close(model.filter(&series).unwrap().log_likelihood, density.ln(), 1e-12, "log likelihood");
}

/// hmmlearn 0.3.3, `GaussianHMM(2, "diag", tol=1e-13)` without priors, the best of 30 random starts, on the same series.
#[test]
fn the_fit_finds_the_greatest_likelihood() {
    let series = numbers(&hamilton()["rgnp"]).into_iter().map(Finite::constant).collect();
    let exact = FitRegimesRequest::new(series).prior_transitions(0.0).tolerance(1e-12).rounds(20_000);
    let fitted = fit_regimes(&exact).unwrap();
    assert!(fitted.converged, "{fitted:?}");
    close(fitted.log_likelihood, -190.3115950471431, 1e-8, "log likelihood");
    let [calm, turbulent] = &fitted.model.regimes[..] else { panic!("two regimes") };
    for (got, expected) in [
        (calm.mean, 1.1970804090511995),
        (turbulent.mean, -0.17426022302919167),
        (calm.variance, 0.6080222068821268),
        (turbulent.variance, 0.9531818411798675),
        (calm.next[1].get(), 0.11645124629040843),
        (turbulent.next[0].get(), 0.22913090759321436),
        (fitted.start[0].get(), 1.0),
    ] {
        close(got, expected, 1e-4, "parameter");
    }
}

#[test]
fn the_fit_does_not_collapse_on_one_value() {
    let mut series = vec![0.5; 40];
    series.extend([0.1, -0.3, 0.2, 9.0]);
    let series = series.into_iter().map(Finite::constant).collect();
    for regimes in [2, 3, 5] {
        let request = FitRegimesRequest::new(Vec::clone(&series)).regimes(regimes);
        let fitted = fit_regimes(&request).unwrap();
        let variances: Vec<f64> = fitted.model.regimes.iter().map(|regime| regime.variance).collect();
        assert!(variances.is_sorted() && variances[0] > 1e-4, "{variances:?}");
        assert!(fitted.model.regimes.iter().all(|regime| regime.next.iter().all(|one| one.get() > 0.0)));
        fitted.model.consistent().unwrap();
    }
}

#[test]
fn models_that_are_none() {
    let good = model(0.9, 0.2, [0.0, 0.0], [1.0, 4.0]);
    let code = |model: &SwitchingModel| model.filter(&[0.0; 3]).unwrap_err().to_string();
    let mut bad = good.clone();
    bad.regimes[1].next[0] = Fraction::constant(0.3);
    assert!(code(&bad).starts_with("signals.next.out_of_range at regimes[1].next: got 1.1"), "{}", code(&bad));
    let mut bad = good.clone();
    bad.regimes[0].variance = 0.0;
    assert!(code(&bad).starts_with("signals.variance.out_of_range at regimes[0].variance: got 0"), "{}", code(&bad));
    assert!(code(&SwitchingModel::new(good.regimes[..1].to_vec())).starts_with("signals.regimes.out_of_range"));
    assert!(code(&good.clone().autoregression(vec![0.1; 12])).starts_with("signals.autoregression.out_of_range"));
    let apart = model(1.0, 0.0, [0.0, 0.0], [1.0, 4.0]);
    assert!(code(&apart).starts_with("signals.start.none at start"), "{}", code(&apart));
    assert!(apart.start(vec![Fraction::constant(0.5); 2]).filter(&[0.0; 3]).is_ok());
    assert_eq!(good.filter(&[]).unwrap_err().code(), "signals.series.insufficient_data");
    assert_eq!(good.filter(&[0.0, f64::NAN]).unwrap_err().path().as_str(), "series[1]");
}
