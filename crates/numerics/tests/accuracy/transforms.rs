//! Quadrature and transforms.

use hashinsight_numerics as n;
use hashinsight_testkit::cases;
use serde_json::Value;

use super::double;

const LEGENDRE: &str = vectors!("legendre");

#[test]
fn legendre_rules() {
    let file: Value = serde_json::from_str(LEGENDRE).unwrap();
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
    let mut missed = 0_u32;
    let count: u32 = cases(6_000);
    for i in 0..count {
        let variance = n::exp(-7.0 + 8.0 * f64::from(i) / f64::from(count));
        let transform = |s: n::Complex| ((one - (one + s * (2.0 * variance)).sqrt()) * (1.0 / variance)).exp() / s;
        for k in 0..300 {
            let t = n::exp(-2.0 + 4.0 * f64::from(k) / 300.0);
            let deviation = (variance * t).sqrt();
            let reflected = n::exp_normal_cdf(2.0 / variance, (-1.0 - t) / deviation);
            let exact = n::normal_cdf((t - 1.0) / deviation) + reflected;
            let (value, doubt) = n::invert_laplace_checked(transform, t);
            if doubt > 0.1 {
                continue; // nothing is resolved
            }
            let error = (value - exact).abs();
            assert!(error <= 10.0 * doubt + 1e-10, "variance {variance} at {t}: {error:e}, doubt {doubt:e}");
            missed += u32::from(error > 1e-6);
            let ratio = (error - 1e-10) / doubt;
            worst = if ratio > worst.0 { (ratio, variance, t) } else { worst };
        }
    }
    println!("doubt: {worst:?}, {missed} errors above 1e-6");
    assert!(missed > 8 * count, "the functions are too easy");
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
    for bits in [0_u32, 1, 2, 3, 5, 10] {
        let count = 1_usize << bits;
        let random = n::Philox::new(77 + u64::from(bits));
        let input: Vec<f64> = (0..count as u64).map(|i| random.normal(1, i)).collect();
        let mut whole: Vec<n::Complex> = input.iter().copied().map(n::Complex::from).collect();
        n::fft(&mut whole).unwrap();
        let spectrum = n::real_fft(&input).unwrap();
        assert_eq!(spectrum.len(), count / 2 + 1);
        // The bound of either, in root mean square: no element errs by more than all together.
        let size = whole.iter().map(|z| z.abs() * z.abs()).sum::<f64>().sqrt();
        let bound = 8.0 * f64::EPSILON * (f64::from(bits) + 1.0) * size;
        for (got, exact) in spectrum.iter().zip(&whole) {
            assert!((*got - *exact).abs() <= bound, "{bits}");
        }
        let back = n::inverse_real_fft(&spectrum).unwrap();
        assert_eq!(back.len(), count);
        let size = input.iter().map(|x| x * x).sum::<f64>().sqrt();
        let bound = 16.0 * f64::EPSILON * (f64::from(bits) + 1.0) * size;
        assert!(back.iter().zip(&input).all(|(got, x)| (got - x).abs() <= bound), "{bits}");
    }
    assert!(n::real_fft(&[1.0; 3]).is_err() && n::real_fft(&[]).is_err());
    assert!(n::inverse_real_fft(&[n::Complex::default(); 4]).is_err() && n::inverse_real_fft(&[]).is_err());
    assert!(n::fft(&mut [n::Complex::default(); 3]).is_err() && n::fft(&mut []).is_err());
}
