//! Exponentials, logarithms, powers, circular functions.

use hashinsight_numerics as n;
use hashinsight_testkit::{Wide, cases};

use super::{check, ulp};

const ELEMENTARY: &str = vectors!("elementary");
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
    for i in 0..cases(1_000_000) {
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
fn circular_functions() {
    check(TRANSFORM, "sin_pi", 1.0, 1.0, |x| n::sin_pi(x[0]));
    check(TRANSFORM, "cos_pi", 1.0, 1.0, |x| n::cos_pi(x[0]));
}
