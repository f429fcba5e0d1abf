//! Every function against 50-digit references, with the bound that its documentation states.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests, which lint as tests do not")]

use hashinsight_numerics as n;
use hashinsight_numerics::NumericsError;
use serde_json::Value;

macro_rules! vectors {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/vectors/numerics_", $name, ".json"))
    };
}

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
fn check_relative(
    text: &str,
    function: &str,
    bound: impl Fn(&Case) -> f64,
    f: impl Fn(&[f64]) -> Result<f64, NumericsError>,
) {
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

const ELEMENTARY: &str = vectors!("elementary");
const NORMAL: &str = vectors!("normal");
const GAMMA: &str = vectors!("gamma");
const BETA: &str = vectors!("beta");

#[test]
fn exponentials() {
    check(ELEMENTARY, "exp", 0.7, 1.0, |x| n::exp(x[0]));
    check(ELEMENTARY, "exp_m1", 1.0, 1.0, |x| n::exp_m1(x[0]));
}

#[test]
fn logarithms() {
    check(ELEMENTARY, "ln", 0.9, 0.9, |x| n::ln(x[0]));
    check(ELEMENTARY, "ln_1p", 0.9, 0.9, |x| n::ln_1p(x[0]));
}

#[test]
fn powers() {
    check(ELEMENTARY, "pow", 0.7, 1.0, |x| n::pow(x[0], x[1]));
}

#[test]
fn error_functions() {
    check(NORMAL, "erf", 1.2, 1.2, |x| n::erf(x[0]));
    check(NORMAL, "erfc", 4.5, 1.0, |x| n::erfc(x[0]));
    check(NORMAL, "erfcx", 4.0, 4.0, |x| n::erfcx(x[0]));
}

#[test]
fn normal_distribution() {
    check(NORMAL, "normal_cdf", 5.0, 1.0, |x| n::normal_cdf(x[0]));
    check(NORMAL, "normal_pdf", 2.2, 1.0, |x| n::normal_pdf(x[0]));
    check_relative(NORMAL, "normal_quantile", |_| 1.1e-15, |x| n::normal_quantile(x[0]));
}

#[test]
fn gamma_functions() {
    check_relative(GAMMA, "ln_gamma", |_| 2e-15, |x| n::ln_gamma(x[0]));
    let bound = |case: &Case| if case.expected > 1e-10 { 5e-14 } else { 1e-12 };
    check_relative(GAMMA, "gamma_p", bound, |x| n::gamma_p(x[0], x[1]));
    check_relative(GAMMA, "gamma_q", bound, |x| n::gamma_q(x[0], x[1]));
}

#[test]
fn gamma_inverses() {
    check_relative(GAMMA, "gamma_p_inverse", |_| 1e-12, |x| n::gamma_p_inverse(x[0], x[1]));
    check_relative(GAMMA, "gamma_q_inverse", |_| 1e-12, |x| n::gamma_q_inverse(x[0], x[1]));
    check_relative(GAMMA, "chi_squared_quantile", |_| 1e-12, |x| n::chi_squared_quantile(x[0], x[1]));
}

#[test]
fn beta_functions() {
    check_relative(BETA, "beta_i", |_| 1e-12, |x| n::beta_i(x[0], x[1], x[2]));
    check_relative(BETA, "beta_i_inverse", |_| 1e-12, |x| n::beta_i_inverse(x[0], x[1], x[2]));
    check_relative(BETA, "f_quantile", |_| 1e-12, |x| n::f_quantile(x[0], x[1], x[2]));
}

/// Integers of 40 bits and mixed sign, whose sums and sums of squares are exact in 128 bits.
#[test]
fn sums_and_variances_against_integers() {
    let random = n::Philox::new(5);
    for count in [2_usize, 7, 4096, 10_000, 300_000] {
        #[expect(clippy::cast_possible_truncation, reason = "40 bits are meant")]
        let integers: Vec<i128> =
            (0..count as u64).map(|i| (random.uniform(1, i) * 1e12) as i128 - 300_000_000_000).collect();
        let values: Vec<f64> = integers.iter().map(|x| *x as f64).collect();
        let depth = 1.0 + f64::from(count.div_ceil(4096).next_power_of_two().trailing_zeros());
        let unit = f64::EPSILON / 2.0;
        let (total, magnitude) = (integers.iter().sum::<i128>(), integers.iter().map(|x| x.abs()).sum::<i128>());
        let error = (n::sum(&values) - total as f64).abs();
        assert!(error <= (515.0 + depth) * unit * magnitude as f64, "{count}: {error}");
        // n^2 times the variance is an integer.
        let count = count as i128;
        let exact = (count * integers.iter().map(|x| x * x).sum::<i128>() - total * total) as f64;
        let got = n::variance(&values, 0).unwrap() * (count * count) as f64;
        assert!((got / exact - 1.0).abs() <= (530.0 + depth) * unit, "{count}: {}", got / exact - 1.0);
    }
}
