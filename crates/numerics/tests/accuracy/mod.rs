//! Every function against 50-digit references, with the bound that its documentation states.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests, which lint as tests do not")]

macro_rules! vectors {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/vectors/numerics_", $name, ".json"))
    };
}

mod distributions;
mod elementary;
mod normal;
mod samples;
mod transforms;

use hashinsight_units::Error;
use serde_json::Value;

fn double(bits: &Value) -> f64 {
    f64::from_bits(u64::from_str_radix(bits.as_str().unwrap(), 16).unwrap())
}

fn ulp(x: f64) -> f64 {
    let next = f64::from_bits(x.abs().to_bits() + 1);
    if next.is_infinite() { x.abs() - f64::from_bits(x.abs().to_bits() - 1) } else { next - x.abs() }
}

struct Case {
    args: Vec<f64>,
    /// The reference, rounded; it is `exact + residual` ulps.
    expected: f64,
    residual: f64,
}

fn cases(text: &str, function: &str) -> Vec<Case> {
    let file: Value = serde_json::from_str(text).unwrap();
    let rows = file["functions"][function].as_array().unwrap();
    assert!(rows.len() >= 50, "{function}: {}", rows.len());
    let parse = |row: &Value| {
        let row = row.as_array().unwrap();
        let (args, result) = row.split_at(row.len() - 2);
        let residual = result[1].as_f64().unwrap();
        Case { args: args.iter().map(double).collect(), expected: double(&result[0]), residual }
    };
    rows.iter().map(parse).collect()
}

/// Error in ulps of the result, which are those of the least double where the result is subnormal.
fn ulps(got: f64, case: &Case) -> f64 {
    ((got - case.expected) / ulp(case.expected) - case.residual).abs()
}

fn check(text: &str, function: &str, normal_bound: f64, subnormal_bound: f64, f: impl Fn(&[f64]) -> f64) {
    let (mut worst, mut worst_subnormal) = ((0.0, vec![]), (0.0, vec![]));
    for case in cases(text, function) {
        let got = f(&case.args);
        let error = ulps(got, &case);
        assert!(!error.is_nan(), "{function}({:?}) = {got}", case.args);
        let slot = if case.expected.abs() < f64::MIN_POSITIVE { &mut worst_subnormal } else { &mut worst };
        if error > slot.0 {
            *slot = (error, case.args.clone());
        }
    }
    println!(
        "{function}: {:.3} ulp at {:?}; subnormal {:.3} at {:?}",
        worst.0, worst.1, worst_subnormal.0, worst_subnormal.1
    );
    assert!(worst.0 <= normal_bound, "{function}: {worst:?}");
    assert!(worst_subnormal.0 <= subnormal_bound, "{function}: {worst_subnormal:?}");
}

/// `bound` in terms of the case, relative.
fn check_relative(text: &str, function: &str, bound: impl Fn(&Case) -> f64, f: impl Fn(&[f64]) -> Result<f64, Error>) {
    let mut worst = (0.0, vec![], 0.0);
    let mut failures = vec![];
    for case in cases(text, function) {
        let got = f(&case.args).unwrap();
        let error = if got == case.expected { 0.0 } else { ((got - case.expected) / case.expected).abs() };
        if error > worst.0 {
            worst = (error, case.args.clone(), case.expected);
        }
        if error.is_nan() || error > bound(&case) {
            failures.push(format!("{function}({:?}) = {got}, not {}: {error:e}", case.args, case.expected));
        }
    }
    println!("{function}: {:e} at {:?} -> {:e}", worst.0, worst.1, worst.2);
    assert!(failures.is_empty(), "{} of {}", failures.len(), failures.join("\n"));
}
