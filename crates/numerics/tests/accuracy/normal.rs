//! Error functions and the normal distribution.

use hashinsight_numerics as n;
use hashinsight_testkit::{Wide, cases};

use super::{check, check_relative};

const NORMAL: &str = vectors!("normal");
const TRANSFORM: &str = vectors!("transform");

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
    for i in 0..cases(500_000) {
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
    for i in 0..cases(500_000) {
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
