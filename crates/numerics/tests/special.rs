//! Special values, as IEEE 754 and the documentation have them.

use hashinsight_numerics::{
    Philox, QuantileMethod, beta_i, beta_i_inverse, chi_squared_quantile, clamp, cos_pi, dot, erf, erfc, erfcx, exp,
    exp_m1, exp_normal_cdf, exp_slice, f_quantile, find_root, gamma_p, gamma_p_inverse, gamma_q, gamma_q_inverse, ln,
    ln_1p, ln_gamma, max, mean, min, normal_cdf, normal_pdf, normal_quantile, normal_quantile_slice, pow, quantile,
    sin_pi, sum, variance,
};
use hashinsight_units::{Error, Fraction};

const INF: f64 = f64::INFINITY;
const NAN: f64 = f64::NAN;
const TINY: f64 = 5e-324;

/// Bits, so that the sign of zero and the one NaN count.
fn same(got: f64, expected: f64) {
    assert_eq!(got.to_bits(), expected.to_bits(), "{got} is not {expected}");
}

#[test]
fn elementary() {
    for (x, y) in [
        (0.0, 1.0),
        (-0.0, 1.0),
        (INF, INF),
        (-INF, 0.0),
        (NAN, NAN),
        (-NAN, NAN),
        (709.79, INF),
        (-745.14, 0.0),
        (TINY, 1.0),
    ] {
        same(exp(x), y);
    }
    for (x, y) in [
        (0.0, 0.0),
        (-0.0, -0.0),
        (INF, INF),
        (-INF, -1.0),
        (-NAN, NAN),
        (710.0, INF),
        (-50.0, -1.0),
        (TINY, TINY),
        (-TINY, -TINY),
    ] {
        same(exp_m1(x), y);
    }
    for (x, y) in
        [(0.0, -INF), (-0.0, -INF), (1.0, 0.0), (INF, INF), (-INF, NAN), (-1.0, NAN), (-TINY, NAN), (-NAN, NAN)]
    {
        same(ln(x), y);
    }
    for (x, y) in
        [(0.0, 0.0), (-0.0, -0.0), (-1.0, -INF), (-1.5, NAN), (INF, INF), (-INF, NAN), (-NAN, NAN), (TINY, TINY)]
    {
        same(ln_1p(x), y);
    }
    assert!((ln(f64::MAX) - 709.782712893384).abs() < 1e-12);
    assert!((ln_1p(f64::MAX) - 709.782712893384).abs() < 1e-12);
}

#[test]
fn circular() {
    for (x, sine, cosine) in [
        (0.0, 0.0, 1.0),
        (0.5, 1.0, 0.0),
        (1.0, 0.0, -1.0),
        (-0.5, -1.0, 0.0),
        (2.5, 1.0, 0.0),
        (1e15 + 1.0, 0.0, -1.0),
        (4503599627370497.0, 0.0, -1.0),
        (4503599627370498.0, 0.0, 1.0),
        (1e300, 0.0, 1.0),
        (-NAN, NAN, NAN),
        (INF, NAN, NAN),
    ] {
        same(sin_pi(x), sine);
        same(cos_pi(x), cosine);
    }
    same(sin_pi(-0.0), -0.0);
}

#[test]
fn powers() {
    let table = [
        (NAN, 0.0, 1.0),
        (1.0, NAN, 1.0),
        (NAN, 1.0, NAN),
        (2.0, NAN, NAN),
        (-1.0, INF, 1.0),
        (-1.0, 0.5, NAN),
        (-1.0, 3.0, -1.0),
        (-1.0, 1e300, 1.0),
        (0.5, INF, 0.0),
        (0.5, -INF, INF),
        (-2.0, INF, INF),
        (-2.0, -INF, 0.0),
        (0.0, 3.0, 0.0),
        (-0.0, 3.0, -0.0),
        (-0.0, 2.0, 0.0),
        (-0.0, -3.0, -INF),
        (-0.0, -2.0, INF),
        (-0.0, 0.5, 0.0),
        (INF, -1.0, 0.0),
        (INF, 0.5, INF),
        (-INF, 3.0, -INF),
        (-INF, -3.0, -0.0),
        (-INF, 0.5, INF),
        (-8.0, 1.0 / 3.0, NAN),
        (-2.0, -3.0, -0.125),
        (1.0 + f64::EPSILON, 1e300, INF),
        (1.0 - f64::EPSILON, 1e300, 0.0),
        (f64::MAX, f64::MAX, INF),
        (TINY, 1.0, TINY),
        (TINY, f64::MAX, 0.0),
        (2.0, -1074.0, TINY),
        (2.0, -1076.0, 0.0),
        (10.0, 22.0, 1e22),
        (3.0, 2.0, 9.0),
        (0.1, 1e-320, 1.0),
    ];
    for (x, y, z) in table {
        same(pow(x, y), z);
    }
}

#[test]
fn normal_family() {
    for (x, y) in [(0.0, 0.0), (-0.0, -0.0), (INF, 1.0), (-INF, -1.0), (-NAN, NAN), (6.0, 1.0)] {
        same(erf(x), y);
    }
    for (x, y) in [(0.0, 1.0), (INF, 0.0), (-INF, 2.0), (-NAN, NAN), (27.3, 0.0), (1e300, 0.0)] {
        same(erfc(x), y);
    }
    for (x, y) in [(0.0, 1.0), (INF, 0.0), (-INF, INF), (-NAN, NAN), (-27.0, INF)] {
        same(erfcx(x), y);
    }
    for (x, y) in [(0.0, 0.5), (INF, 1.0), (-INF, 0.0), (-NAN, NAN), (-39.0, 0.0), (9.0, 1.0), (-1e300, 0.0)] {
        same(normal_cdf(x), y);
    }
    for (x, y) in [(INF, 0.0), (-INF, 0.0), (-NAN, NAN), (1e200, 0.0)] {
        same(normal_pdf(x), y);
    }
    for (a, b, y) in [
        (-INF, 3.0, 0.0),
        (-INF, -3.0, 0.0),
        (INF, -3.0, INF),
        (INF, -INF, NAN),
        (5.0, -INF, 0.0),
        (1e308, -1e151, INF),
        (1e301, -1e151, 0.0),
        (NAN, 0.0, NAN),
        (0.0, NAN, NAN),
        (0.0, INF, 1.0),
        (-700.0, -40.0, 0.0),
    ] {
        same(exp_normal_cdf(a, b), y);
    }
    for (p, x) in [(0.0, -INF), (-0.0, -INF), (1.0, INF), (0.5, 0.0)] {
        same(normal_quantile(p).unwrap(), x);
    }
}

#[test]
fn order() {
    for (a, b, low, high) in [
        (1.0, 2.0, 1.0, 2.0),
        (-0.0, 0.0, -0.0, 0.0),
        (NAN, 1.0, NAN, NAN),
        (-INF, NAN, NAN, NAN),
        (-INF, INF, -INF, INF),
    ] {
        same(min(a, b), low);
        same(min(b, a), low);
        same(max(a, b), high);
        same(max(b, a), high);
    }
    same(clamp(-0.0, 0.0, 1.0), 0.0);
    same(clamp(5.0, 2.0, 1.0), 1.0);
    same(clamp(NAN, 2.0, 3.0), NAN);
}

#[test]
fn gamma_and_beta_ends() {
    same(gamma_p(2.0, 0.0).unwrap(), 0.0);
    same(gamma_q(2.0, 0.0).unwrap(), 1.0);
    same(gamma_p(2.0, INF).unwrap(), 1.0);
    same(gamma_q(2.0, INF).unwrap(), 0.0);
    same(gamma_p_inverse(2.0, 0.0).unwrap(), 0.0);
    same(gamma_p_inverse(2.0, 1.0).unwrap(), INF);
    same(gamma_q_inverse(2.0, 0.0).unwrap(), INF);
    same(gamma_p_inverse(1e-3, 1e-10).unwrap(), 0.0); // 10^-10000
    same(beta_i(2.0, 3.0, 0.0).unwrap(), 0.0);
    same(beta_i(2.0, 3.0, 1.0).unwrap(), 1.0);
    same(beta_i_inverse(2.0, 3.0, 1.0).unwrap(), 1.0);
    same(f_quantile(0.0, 2.0, 3.0).unwrap(), 0.0);
    same(ln_gamma(1.0).unwrap(), 0.0);
    same(ln_gamma(2.0).unwrap(), 0.0);
}

#[test]
fn closed_forms() {
    // Median of F with equal degrees is 1; I_x(1, b) = 1 - (1 - x)^b; Q(1, x) = e^-x; chi-squared with 2 degrees is
    // exponential.
    for d in [1.0, 2.0, 33.0, 4032.0] {
        assert!((f_quantile(0.5, d, d).unwrap() - 1.0).abs() < 1e-13);
    }
    for x in [1e-9, 0.3, 0.999] {
        assert!((beta_i(1.0, 7.0, x).unwrap() / -exp_m1(7.0 * ln_1p(-x)) - 1.0).abs() < 1e-14);
        assert!((gamma_q(1.0, x).unwrap() / exp(-x) - 1.0).abs() < 1e-15);
        assert!((chi_squared_quantile(x, 2.0).unwrap() / (-2.0 * ln_1p(-x)) - 1.0).abs() < 1e-14);
    }
}

#[test]
fn refusals_name_the_argument() {
    fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
        let error = result.unwrap_err();
        format!("{} at {}", error.code(), error.path())
    }
    let half = Fraction::new(0.5).unwrap();
    assert_eq!(code(normal_quantile(1.1)), "numerics.p.out_of_range at p");
    assert_eq!(code(normal_quantile(NAN)), "numerics.p.not_finite at p");
    assert_eq!(code(normal_quantile_slice(&[0.5, -1.0], &mut [0.0; 2])), "numerics.p.out_of_range at p[1]");
    assert_eq!(code(exp_slice(&[0.5], &mut [0.0; 2])), "numerics.out.length at out");
    assert_eq!(code(ln_gamma(0.0)), "numerics.x.out_of_range at x");
    assert_eq!(code(gamma_p(INF, 1.0)), "numerics.a.not_finite at a");
    assert_eq!(code(gamma_q(1.0, -1.0)), "numerics.x.out_of_range at x");
    assert_eq!(code(gamma_q(1.0, NAN)), "numerics.x.not_finite at x");
    assert_eq!(code(gamma_p_inverse(1.0, 2.0)), "numerics.p.out_of_range at p");
    assert_eq!(code(gamma_q_inverse(1.0, 2.0)), "numerics.q.out_of_range at q");
    assert_eq!(code(beta_i(1.0, 2e9, 0.5)), "numerics.b.out_of_range at b");
    assert_eq!(code(f_quantile(0.5, 1.0, 0.0)), "numerics.d2.out_of_range at d2");
    assert_eq!(code(chi_squared_quantile(0.5, NAN)), "numerics.degrees.not_finite at degrees");
    assert_eq!(code(mean(&[])), "numerics.values.insufficient_data at values");
    assert_eq!(code(mean(&[1.0, INF])), "numerics.values.not_finite at values[1]");
    assert_eq!(code(variance(&[1.0], 1)), "numerics.values.insufficient_data at values");
    assert_eq!(code(dot(&[1.0], &[])), "numerics.b.length at b");
    assert_eq!(code(quantile(&mut [NAN], half, QuantileMethod::Linear)), "numerics.values.not_finite at values[0]");
    assert_eq!(code(quantile(&mut [], half, QuantileMethod::Linear)), "numerics.values.insufficient_data at values");
    assert_eq!(code(find_root(|x| x, 1.0, 2.0, 0.0)), "numerics.root.none at ");
    assert_eq!(code(find_root(|x| x, 2.0, 1.0, 0.0)), "numerics.low.out_of_range at low");
    assert_eq!(code(find_root(|x| x, -1.0, 1.0, -1.0)), "numerics.tolerance.out_of_range at tolerance");
    assert_eq!(code(find_root(|x| x, -1.0, INF, 0.0)), "numerics.high.not_finite at high");
    assert_eq!(code(find_root(ln, -1.0, 2.0, 0.0)), "numerics.function.not_finite at function");
}

#[test]
fn sums() {
    same(sum(&[]), 0.0);
    same(sum(&[-0.0]), 0.0);
    same(sum(&[INF, -INF]), NAN);
    // 2^53 + 1 + ... + 1: left to right every 1 would be lost
    let mut values = vec![1.0; 8 * 4096];
    values[0] = 9_007_199_254_740_992.0;
    let exact = 9_007_199_254_740_992.0 + (8.0 * 4096.0 - 1.0);
    assert!((sum(&values) - exact).abs() <= 512.0, "only the lane of the large number loses its block's ones");
    assert_eq!(variance(&[1e9 + 4.0, 1e9 + 7.0, 1e9 + 13.0, 1e9 + 16.0], 1).unwrap(), 30.0);
    same(variance(&[0.1; 1000], 0).unwrap(), 0.0);
    assert_eq!(mean(&[f64::MAX; 4]).unwrap(), f64::MAX);
    assert_eq!(variance(&[f64::MAX, -f64::MAX], 0).unwrap_err().fault().code(), "numerics.variance.not_finite");
    assert_eq!(Philox::new(0).block(0, 0)[0], 0x6627_e8d5);
}

#[test]
fn quantile_methods() {
    // R 4.3: quantile(c(1, 2, 4, 8, 16), c(0.1, 0.5, 0.85), type = ...)
    let table = [
        (QuantileMethod::InverseCdf, [1.0, 4.0, 16.0]),
        (QuantileMethod::Weibull, [1.0, 4.0, 16.0]),
        (QuantileMethod::Linear, [1.4, 4.0, 11.2]),
        (QuantileMethod::MedianUnbiased, [1.0, 4.0, 14.933333333333334]),
        (QuantileMethod::NormalUnbiased, [1.0, 4.0, 14.7]),
    ];
    for (method, expected) in table {
        for (p, x) in [0.1, 0.5, 0.85].into_iter().zip(expected) {
            let got = quantile(&mut [16.0, 1.0, 8.0, 2.0, 4.0], Fraction::new(p).unwrap(), method).unwrap();
            assert!((got - x).abs() < 1e-14, "{method:?} {p}: {got}");
        }
    }
    // Equal and extreme neighbors must not overflow or drift.
    let half = Fraction::new(0.5).unwrap();
    assert_eq!(quantile(&mut [f64::MAX, -f64::MAX], half, QuantileMethod::Linear).unwrap(), 0.0);
    assert_eq!(quantile(&mut [0.1; 7], Fraction::new(0.3).unwrap(), QuantileMethod::Weibull).unwrap(), 0.1);
}

#[test]
fn roots() {
    let polynomial = |x: f64| (x - 1.0) * (x - 2.0) * (x - 3.0);
    assert_eq!(find_root(polynomial, 0.0, 1.5, 0.0).unwrap(), 1.0);
    assert_eq!(find_root(polynomial, 2.5, 3.0, 0.0).unwrap(), 3.0); // at the end
    let mut calls = 0;
    let root = find_root(
        |x| {
            calls += 1;
            exp(x) - 5.0
        },
        -10.0,
        10.0,
        0.0,
    );
    assert!((root.unwrap() - ln(5.0)).abs() <= 4e-16 && calls < 25, "{calls}");
    // A step, a triple root, a pole, and the whole line of doubles
    assert!((find_root(|x| if x < 0.3 { -1.0 } else { 1.0 }, 0.0, 1.0, 0.0).unwrap() - 0.3).abs() < 1e-15);
    assert!(find_root(|x| x * x * x, -1.0, 2.0, 1e-12).unwrap().abs() < 1e-4);
    assert!(find_root(|x| x - 1e-300, f64::MIN, f64::MAX, 0.0).unwrap() - 1e-300 < 1e-310);
    assert!((find_root(|x| if x == 0.5 { INF } else { x - 0.25 }, 0.0, 1.0, 0.0).unwrap() - 0.25).abs() < 1e-15);
    assert!((find_root(|x| x * x - 2.0, 0.0, 2.0, 1e-3).unwrap() - std::f64::consts::SQRT_2).abs() < 1e-3);
}
