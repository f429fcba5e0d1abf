//! Every function against 50-digit references, with the bound that its documentation states.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests, which lint as tests do not")]

use hashinsight_numerics as n;
use hashinsight_testkit::Wide;
use hashinsight_units::Error;
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

const ELEMENTARY: &str = vectors!("elementary");
const NORMAL: &str = vectors!("normal");
const GAMMA: &str = vectors!("gamma");
const BETA: &str = vectors!("beta");
const PROPORTION: &str = vectors!("proportion");
const TRANSFORM: &str = vectors!("transform");

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

/// Both from anywhere, and the second as near as an ulp to the first.
#[test]
fn ratios() {
    let random = n::Philox::new(6);
    let mut worst = (0.0, 0.0, 0.0);
    for i in 0..200_000 {
        let [u, v] = random.uniform_pair(0, i);
        let above = n::exp(600.0 * u - 300.0);
        let below = match i % 3 {
            0 => n::exp(600.0 * v - 300.0),
            1 => above * (0.5 + 1.5 * v),
            _ => above * (1.0 + n::exp(-36.0 * v)),
        };
        let excess = (Wide::from(above) - Wide::from(below)) / Wide::from(below);
        let exact = if excess.to_f64().abs() < 1e-3 {
            // The alternating series, whose 12th term is below 1e-34 of the first.
            let term = |sum, k| Wide::from(1.0) / Wide::from(k) - excess * sum;
            excess * (1..=12).rev().map(f64::from).fold(Wide::from(0.0), term)
        } else {
            (Wide::from(above) / Wide::from(below)).ln()
        };
        let got = n::ln_ratio(above, below);
        assert_eq!(n::ln_ratio(below, above).to_bits(), (0.0 - got).to_bits());
        let error = if exact.to_f64() == got { 0.0 } else { (Wide::from(got) - exact).to_f64().abs() / ulp(got) };
        worst = if error > worst.0 { (error, above, below) } else { worst };
    }
    println!("ln_ratio: {worst:?}");
    assert!(worst.0 < 2.0, "{worst:?}");
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

/// `erfcx(x) = 2 e^(x^2) N(-x sqrt 2)` in 30 digits, of which a difference loses as many as it is narrow. The narrowest
/// ones are the derivative `2 x erfcx(x) - 2 / sqrt(pi)` in the middle.
#[test]
fn erfcx_differences() {
    let (random, two) = (n::Philox::new(8), Wide::from(2.0));
    let wide = |x: Wide| two * (x * x).exp() * (-(x * two.sqrt())).normal_cdf();
    let two_over_root_pi = Wide::from(std::f64::consts::FRAC_2_SQRT_PI) + Wide::from(1.533545961316588e-17);
    let mut worst = (0.0, 0.0, 0.0);
    for i in 0..20_000 {
        let [u, v] = random.uniform_pair(0, i);
        let x = 15.0 * u * u;
        let width = if i % 2 == 0 { n::exp(17.0 * v - 14.0) } else { n::exp(-21.0 - 40.0 * v) };
        let (start, step) = (Wide::from(x), Wide::from(width));
        let exact = if width > 1e-7 {
            wide(start) - wide(start + step)
        } else {
            let middle = start + step * Wide::from(0.5);
            (two_over_root_pi - two * middle * wide(middle)) * step
        };
        let error = (n::erfcx_difference(x, width) / exact.to_f64() - 1.0).abs();
        worst = if error > worst.0 { (error, x, width) } else { worst };
    }
    println!("erfcx_difference: {worst:?}");
    assert!(worst.0 < 2e-15, "{worst:?}");
    // Far out, where erfcx(x) is 1 / (x sqrt(pi)) to 1e-15 (the next term is 1 / (2 x^2) of it); to where the reference underflows.
    for i in 0..20_000 {
        let [u, v] = random.uniform_pair(1, i);
        let (x, width) = (n::exp(18.0 + 660.0 * u), n::exp(700.0 * v - 10.0));
        let (near, far) = (Wide::from(1.0) / Wide::from(x), Wide::from(1.0) / (Wide::from(x) + Wide::from(width)));
        let exact = (near * width * far * two_over_root_pi * 0.5).to_f64();
        let error = (n::erfcx_difference(x, width) / exact - 1.0).abs();
        assert!(error < 2e-15 || exact < 1e-270, "{x} {width}: {error:e}");
    }
    for (x, width) in [(-1e-300, 1.0), (1.0, -1e-300), (1.0, f64::INFINITY), (f64::NAN, 1.0), (1.0, f64::NAN)] {
        assert!(n::erfcx_difference(x, width).is_nan());
    }
    assert_eq!(n::erfcx_difference(f64::INFINITY, 1.0), 0.0);
    assert_eq!(n::erfcx_difference(3.0, 0.0), 0.0);
}

#[test]
fn normal_distribution() {
    check(NORMAL, "normal_cdf", 5.0, 1.0, |x| n::normal_cdf(x[0]));
    check(NORMAL, "normal_pdf", 2.2, 1.0, |x| n::normal_pdf(x[0]));
    check(TRANSFORM, "exp_normal_cdf", 6.0, 1.0, |x| n::exp_normal_cdf(x[0], x[1]));
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

/// Up to 1e9 trials, and levels so near 1 that `1 - (1 - level) / 2` would have lost the tail.
#[test]
fn proportion_intervals() {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts below 2^53")]
    let ends =
        |x: &[f64]| n::proportion_interval(x[0] as u64, x[1] as u64, hashinsight_units::Fraction::new(x[2]).unwrap());
    check_relative(PROPORTION, "proportion_low", |_| 1e-12, |x| Ok(ends(x)?.0));
    check_relative(PROPORTION, "proportion_high", |_| 1e-12, |x| Ok(ends(x)?.1));
}

/// Neighbors of one sign, of both, and so far apart that their difference overflows.
#[test]
fn quantiles_interpolate() {
    let random = n::Philox::new(11);
    let mut worst = [0.0; 2];
    for i in 0..300_000 {
        let [u, v] = random.uniform_pair(0, i);
        let scale = if i % 5 == 0 { 0.9 * f64::MAX } else { 1.0 };
        let low = if i % 2 == 0 { -u } else { u * v };
        let high = if i % 3 == 0 { -low * (0.9 + 0.1 * v) } else { v };
        let mut values = [low * scale, high * scale];
        let sorted = n::Sorted::new(&mut values).unwrap();
        let [low, high] = [0, 1].map(|k| sorted.values()[k]);
        // The position between two is p itself.
        let p = random.uniform(1, i);
        let got = sorted.quantile(hashinsight_units::Fraction::new(p).unwrap(), n::QuantileMethod::Linear);
        // Far below the greatest double: neither the difference nor the splitting of the products may overflow.
        let part = if i % 5 == 0 { f64::EPSILON } else { 1.0 };
        let [low, high, got] = [low, high, got].map(|x| x * part);
        let exact = Wide::from(low) + (Wide::from(high) - Wide::from(low)) * p;
        let unit = ulp(n::max(low.abs(), high.abs()));
        let error = (Wide::from(got) - exact).to_f64().abs() / unit;
        let slot = &mut worst[usize::from(low < 0.0 && high > 0.0)];
        *slot = if error > *slot { error } else { *slot };
    }
    println!("quantile: {worst:?}");
    assert!(worst[0] <= 1.5 && worst[1] <= 2.0, "{worst:?}");
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

/// Integers again, and tails of whole 128ths of an observation.
#[test]
fn expected_shortfalls_against_integers() {
    let random = n::Philox::new(6);
    for count in [2_usize, 37, 4096, 10_000, 300_000] {
        #[expect(clippy::cast_possible_truncation, reason = "40 bits are meant")]
        let mut integers: Vec<i128> =
            (0..count as u64).map(|i| (random.uniform(1, i) * 1e12) as i128 - 300_000_000_000).collect();
        let mut values: Vec<f64> = integers.iter().map(|x| *x as f64).collect();
        let sorted = n::Sorted::new(&mut values).unwrap();
        integers.sort_unstable_by(|a, b| b.cmp(a));
        for share in [1, 7, 32, 64, 128] {
            // 128 times the mass, and times the sum, of the greatest.
            let mass = count as i128 * share;
            let (mut left, mut total, mut magnitude) = (mass, 0, 0);
            for x in &integers {
                let weight = left.min(128);
                (total, magnitude, left) = (total + weight * x, magnitude + weight * x.abs(), left - weight);
            }
            let p = hashinsight_units::Fraction::new(1.0 - share as f64 / 128.0).unwrap();
            let depth = f64::from(count.div_ceil(4096).next_power_of_two().trailing_zeros());
            let bound = (515.0 + depth) * 0.5 * f64::EPSILON * (magnitude as f64 / mass as f64);
            let error = (sorted.expected_shortfall(p) - total as f64 / mass as f64).abs();
            assert!(error <= bound, "{count} {share}: {error:e} {bound:e}");
        }
    }
}

#[test]
fn circular_functions() {
    check(TRANSFORM, "sin_pi", 1.0, 1.0, |x| n::sin_pi(x[0]));
    check(TRANSFORM, "cos_pi", 1.0, 1.0, |x| n::cos_pi(x[0]));
}

#[test]
fn legendre_rules() {
    let file: Value = serde_json::from_str(vectors!("legendre")).unwrap();
    for (count, rows) in file["rules"].as_object().unwrap() {
        let rule = n::GaussLegendre::new(count.parse().unwrap()).unwrap();
        let rows = rows.as_array().unwrap();
        assert_eq!(rows.len(), rule.nodes().len());
        for (row, (x, w)) in rows.iter().rev().zip(rule.nodes().iter().zip(rule.weights())) {
            assert!((x - double(&row[0])).abs() <= 4e-16, "{count}: {x}");
            assert!((w / double(&row[1]) - 1.0).abs() <= 1e-13, "{count}: {w}");
        }
    }
}

/// Transforms whose originals are elementary, or tabulated functions of this crate.
#[test]
fn laplace_inversion() {
    let one = n::Complex::from(1.0);
    for step in 1..=60 {
        let t = f64::from(step) * 0.11;
        let check =
            |got: f64, exact: f64, name: &str| assert!((got - exact).abs() < 1e-10, "{name} {t}: {}", got - exact);
        check(n::invert_laplace(|s| one / s, t), 1.0, "1");
        check(n::invert_laplace(|s| one / (s * s), t) / t, 1.0, "t");
        check(n::invert_laplace(|s| one / (s + one), t), n::exp(-t), "exp");
        check(
            n::invert_laplace(|s| one / (s * s + one), t.sqrt()),
            n::sin_pi(t.sqrt() * std::f64::consts::FRAC_1_PI),
            "sin",
        );
        let hitting = |s: n::Complex| (-(s * 2.0).sqrt()).exp() / s;
        check(n::invert_laplace(hitting, t), 2.0 * n::normal_cdf(-1.0 / t.sqrt()), "first passage");
    }
    assert!(n::invert_laplace(|s| s, 0.0).is_nan() && n::invert_laplace(|s| s, f64::INFINITY).is_nan());
}

/// Originals that Talbot's contour does not resolve, or only in part: motions ever closer to certain, which pass a level at about time 1 like a
/// step, oscillations, steps and ramps. The doubt covers the error as its documentation says.
#[test]
fn doubts_of_laplace_inversion() {
    let one = n::Complex::from(1.0);
    let mut worst = (0.0, 0.0, 0.0);
    let mut missed = 0;
    for i in 0..120 {
        let variance = n::exp(-7.0 + 8.0 * f64::from(i) / 120.0);
        let transform = |s: n::Complex| ((one - (one + s * (2.0 * variance)).sqrt()) * (1.0 / variance)).exp() / s;
        for k in 0..300 {
            let t = n::exp(-2.0 + 4.0 * f64::from(k) / 300.0);
            let deviation = (variance * t).sqrt();
            let reflected = n::exp_normal_cdf(2.0 / variance, (-1.0 - t) / deviation);
            let exact = n::normal_cdf((t - 1.0) / deviation) + reflected;
            let (value, doubt) = n::invert_laplace_checked(transform, t);
            if doubt == f64::INFINITY {
                continue;
            }
            let error = (value - exact).abs();
            assert!(error <= 10.0 * doubt + 1e-10, "variance {variance} at {t}: {error:e}, doubt {doubt:e}");
            missed += i32::from(error > 1e-6);
            let ratio = (error - 1e-10) / doubt;
            worst = if ratio > worst.0 { (ratio, variance, t) } else { worst };
        }
    }
    println!("doubt: {worst:?}, {missed} errors above 1e-6");
    assert!(missed > 1000, "the functions are too easy");
    let sine = |t: f64| n::sin_pi(t * std::f64::consts::FRAC_1_PI);
    let step = |t: f64| if t > 1.0 { 1.0 } else { 0.0 };
    let mut worst = [0.0; 3];
    for k in 1..=4000 {
        let t = f64::from(k) * 0.002;
        let cases = [
            (n::invert_laplace_checked(|s| one / (s * s + one), t), sine(t)),
            (n::invert_laplace_checked(|s| (-s).exp() / s, t), step(t)),
            (n::invert_laplace_checked(|s| (-s).exp() / (s * s), t), step(t) * (t - 1.0)),
        ];
        for (i, ((value, doubt), exact)) in cases.into_iter().enumerate() {
            if i > 0 && (t - 1.0).abs() < 0.1 * t {
                continue;
            }
            let ratio = ((value - exact).abs() - 1e-10) / doubt;
            worst[i] = if ratio > worst[i] { ratio } else { worst[i] };
        }
    }
    println!("doubt: {worst:?}");
    assert!(worst.iter().all(|ratio| *ratio <= 10.0), "{worst:?}");
}

/// The bound itself is asserted in 28 digits in the testkit; here the sum in doubles, which errs by more than the transform.
#[test]
fn fourier_transforms() {
    for bits in [0_u32, 1, 2, 5, 10] {
        let count = 1_usize << bits;
        let random = n::Philox::new(u64::from(bits));
        let input: Vec<n::Complex> =
            (0..count as u64).map(|i| n::Complex::new(random.normal(1, i), random.normal(2, i))).collect();
        let mut output = input.clone();
        n::fft(&mut output).unwrap();
        let size = input.iter().map(|z| z.abs()).sum::<f64>();
        // A sum of n products in one order: n + 4 roundings of the sum of magnitudes.
        let bound = (count as f64 + 4.0 + 8.0 * f64::from(bits)) * 0.5 * f64::EPSILON * size;
        for k in (0..count).step_by(count.div_ceil(37)) {
            let naive = input.iter().enumerate().fold(n::Complex::default(), |sum, (j, z)| {
                let angle = 2.0 * ((j * k) % count) as f64 / count as f64;
                sum + *z * n::Complex::new(n::cos_pi(angle), -n::sin_pi(angle))
            });
            assert!((output[k] - naive).abs() <= bound, "{bits} {k}");
        }
    }
    assert!(n::fft(&mut [n::Complex::default(); 3]).is_err() && n::fft(&mut []).is_err());
}
