//! Change points against `signal_ref.json`, and against the sums written out.

use hashinsight_signals::modules::regime::{
    Cusum, CusumAlarm, CusumParams, RunLength, RunLengthOutput, RunLengthParams,
};
use hashinsight_testkit::within_relative;

use super::{case, numbers};

#[test]
fn case_16_cusum() {
    let case = case("signal_ref.json", "A_cusum");
    let params = CusumParams::new().slack(case["k"].as_f64().unwrap()).threshold(case["h"].as_f64().unwrap());
    let sums = |params: CusumParams| {
        let mut sums = Cusum::default();
        numbers(&case["x"]).into_iter().map(|value| sums.next(&params, value)).collect::<Vec<_>>()
    };
    let running = sums(params.restart(false));
    for (output, expected) in running.iter().zip(case["Splus_Sminus"].as_array().unwrap()) {
        let expected = numbers(expected);
        assert!((output.up - expected[0]).abs() < 1e-12 && (output.down - expected[1]).abs() < 1e-12);
    }
    let first = case["first_alarm_index"].as_u64().unwrap() as usize;
    let restarting = sums(params);
    assert_eq!(restarting.iter().position(|output| output.alarm == CusumAlarm::Up), Some(first));
    within_relative(restarting[first].up, 4.8, 1e-12, "sum at the alarm");
    // It begins again: 1.9 - 0.5, and 2.2 - 0.5 on top.
    within_relative(restarting[first + 1].up, 1.4, 1e-12, "after the alarm");
    within_relative(restarting[first + 2].up, 3.1, 1e-12, "two after the alarm");
    let mut falling = Cusum::default();
    let alarms = [-3.0, -3.0].map(|value| falling.next(&params, value).alarm);
    assert_eq!(alarms, [CusumAlarm::Quiet, CusumAlarm::Down]);
}

fn run(params: RunLengthParams, series: &[f64]) -> Vec<RunLengthOutput> {
    let mut runs = RunLength::default();
    runs.prepare(&params).unwrap();
    series.iter().map(|value| runs.next(&params, *value)).collect()
}

#[test]
fn case_17_evidence_and_expected_run() {
    let case = case("signal_ref.json", "A_bocpd");
    let outputs = run(RunLengthParams::new(), &numbers(&case["x"]));
    for (step, (output, expected)) in outputs.iter().zip(case["steps"].as_array().unwrap()).enumerate() {
        let expected_of = |name: &str| expected[name].as_f64().unwrap();
        within_relative(output.log_evidence, expected_of("log_evidence"), 1e-8, &format!("evidence {step}"));
        within_relative(output.expected_run, expected_of("expected_run"), 1e-8, &format!("run {step}"));
        assert_eq!(f64::from(output.likeliest_run), expected_of("map_run"), "{step}");
    }
    within_relative(outputs[9].expected_run, 8.230971, 1e-6, "printed");
}

#[test]
fn case_18_probability_of_a_change_is_the_hazard() {
    let outputs = run(RunLengthParams::new().recent(0), &numbers(&case("signal_ref.json", "A_bocpd")["x"]));
    for output in outputs {
        within_relative(output.recent_probability, 0.004, 1e-12, "p(r = 0)");
    }
}

/// Adams and `MacKay`'s recursion with every run kept, Student's density from its definition, and no logarithm shared between steps.
fn written_out(series: &[f64], hazard: f64) -> Vec<[f64; 2]> {
    let mut runs: Vec<(f64, [f64; 4])> = vec![(1.0, [0.0, 1.0, 1.0, 1.0])];
    let mut out = Vec::new();
    for x in series {
        let density = |[mean, kappa, alpha, beta]: [f64; 4]| {
            let (degrees, scale2) = (2.0 * alpha, beta * (kappa + 1.0) / (alpha * kappa));
            let z2 = (x - mean) * (x - mean) / scale2;
            let gammas = hashinsight_numerics::ln_gamma((degrees + 1.0) / 2.0).unwrap()
                - hashinsight_numerics::ln_gamma(degrees / 2.0).unwrap();
            (gammas
                - 0.5 * (degrees * std::f64::consts::PI * scale2).ln()
                - (degrees + 1.0) / 2.0 * (1.0 + z2 / degrees).ln())
            .exp()
        };
        let joint: Vec<f64> = runs.iter().map(|(p, stats)| p * density(*stats)).collect();
        let evidence: f64 = joint.iter().sum();
        let grown = runs.iter().zip(&joint).map(|((_, [mean, kappa, alpha, beta]), joint)| {
            let beta = beta + kappa * (x - mean) * (x - mean) / (2.0 * (kappa + 1.0));
            (joint * (1.0 - hazard) / evidence, [(kappa * mean + x) / (kappa + 1.0), kappa + 1.0, alpha + 0.5, beta])
        });
        runs = std::iter::once((hazard, [0.0, 1.0, 1.0, 1.0])).chain(grown).collect();
        let expected = runs.iter().enumerate().map(|(r, (p, _))| r as f64 * p).sum();
        out.push([evidence.ln(), expected]);
    }
    out
}

/// Calm, then turbulent, then calm again.
fn three_parts(part: usize) -> Vec<f64> {
    let mut shocks = vec![0.0; 3 * part];
    hashinsight_numerics::Philox::new(17).fill_normal(0, 0, &mut shocks);
    shocks.iter().enumerate().map(|(i, z)| if i / part == 1 { 4.0 * z + 2.0 } else { *z }).collect()
}

#[test]
fn runs_that_are_dropped_hardly_matter() {
    let series = three_parts(300);
    let outputs = run(RunLengthParams::new(), &series);
    let mut dropped = 0.0;
    for (step, (output, [evidence, expected])) in outputs.iter().zip(written_out(&series, 1.0 / 250.0)).enumerate() {
        dropped += output.dropped_probability;
        assert!(
            (output.log_evidence - evidence).abs() <= 1e-9 + 10.0 * dropped,
            "evidence {step}: {}",
            output.log_evidence - evidence
        );
        let distance = (output.expected_run - expected).abs();
        assert!(distance <= 1e-6 + 1000.0 * dropped, "run {step}: {} and {expected}, {dropped}", output.expected_run);
    }
    assert!(dropped > 0.0 && dropped < 1e-4, "{dropped}");
    // Each change is seen within a few values, and the run is as long as its part at the end.
    assert!(outputs[299].likeliest_run > 250 && outputs[320].likeliest_run < 30 && outputs[899].likeliest_run > 250);
    let few = run(RunLengthParams::new().most_runs(50), &series);
    assert!(few.iter().all(|output| output.dropped_probability >= 0.0 && output.expected_run.is_finite()));
    assert!(few[299].likeliest_run > 250, "the long run survives a small number of runs: {}", few[299].likeliest_run);
}

#[test]
fn runs_survive_what_no_prior_expects() {
    for series in [[0.0; 40], [1e90; 40]] {
        let outputs = run(RunLengthParams::new(), &series);
        assert!(outputs.iter().all(|output| output.log_evidence.is_finite() && output.expected_run >= 0.0));
    }
    let spike: Vec<f64> = (0..40).map(|i| if i == 20 { -1e100 } else { 0.1 }).collect();
    let narrow = RunLengthParams::new().prior_alpha(1e6).prior_beta(1e-3);
    assert!(run(narrow, &spike).iter().all(|output| output.log_evidence.is_finite()));
    assert!(RunLength::default().prepare(&RunLengthParams::new().mean_run(1.0)).is_err());
}
