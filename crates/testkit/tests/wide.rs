//! The reference arithmetic against constants of more digits than it has, and against itself.

use hashinsight_testkit::{Wide, WideComplex, invert_laplace_wide};

fn w(x: f64) -> Wide {
    Wide::from(x)
}

/// A decimal of up to 36 places, in pieces that are exact.
fn decimal(whole: f64, places: [f64; 4]) -> Wide {
    places.iter().rev().fold(w(0.0), |sum, piece| (sum + w(*piece)) / 1e9) + w(whole)
}

fn close(got: Wide, exact: Wide, what: &str) {
    let error = ((got - exact) / exact).abs().to_f64();
    assert!(error < 1e-28, "{what}: {error:e}");
}

/// By mpmath with 45 digits.
#[test]
fn constants() {
    close(w(1.0).exp(), decimal(2.0, [718281828.0, 459045235.0, 360287471.0, 352662497.757247]), "e");
    close(w(10.0).ln(), decimal(2.0, [302585092.0, 994045684.0, 17991454.0, 684364207.6011]), "ln 10");
    close(w(2.0).sqrt(), decimal(1.0, [414213562.0, 373095048.0, 801688724.0, 209698078.56967]), "sqrt 2");
    let (sine, cosine) = w(1.0).sin_cos();
    close(sine, decimal(0.0, [841470984.0, 807896506.0, 652502321.0, 630298999.622563]), "sin 1");
    close(cosine, decimal(0.0, [540302305.0, 868139717.0, 400936607.0, 442976603.73231]), "cos 1");
    close(w(1.0).normal_cdf(), decimal(0.0, [841344746.0, 68542948.0, 585232545.0, 632037922.477913]), "N(1)");
}

/// Identities over the ranges that the references use.
#[test]
fn identities() {
    for step in -400..=400 {
        let x = w(f64::from(step) * 0.173);
        close(x.exp() * (-x).exp(), w(1.0), "e^x e^-x");
        close(x.exp().ln() + w(100.0), x + w(100.0), "ln e^x");
        let (sine, cosine) = (x * 40.0).sin_cos();
        close(sine * sine + cosine * cosine, w(1.0), "circle");
        close(x.normal_cdf() + (-x).normal_cdf(), w(1.0), "N(x) + N(-x)");
        close((x * 0.01).exp_m1() + w(1.0), (x * 0.01).exp(), "e^x - 1");
    }
    // The series and the continued fraction where they meet.
    let step = w(1e-9);
    let slope = ((w(-5.0) + step).normal_cdf() - (w(-5.0) - step).normal_cdf()) / (step * 2.0);
    assert!((slope / w(-5.0).normal_pdf() - w(1.0)).abs().to_f64() < 1e-14);
}

/// Roots, and pairs of transforms and originals.
#[test]
fn complex() {
    let one = WideComplex::from(1.0);
    for step in 1..=40 {
        let t = 0.1 * f64::from(step);
        let z = WideComplex { re: w(t - 2.0), im: w(3.0 - t * t) };
        let rest = z.sqrt() * z.sqrt() - z;
        assert!(rest.re.abs().to_f64() + rest.im.abs().to_f64() < 1e-29 && z.sqrt().re.to_f64() >= 0.0);
        let pairs =
            invert_laplace_wide(|s| [one / s, one / (s + one), (-(s * w(2.0)).sqrt()).exp() / s, one / (s * s)], t);
        let exact = [w(1.0), (-w(t)).exp(), (-(w(1.0) / w(t).sqrt())).normal_cdf() * 2.0, w(t)];
        for (got, exact) in pairs.into_iter().zip(exact) {
            assert!((got - exact.to_f64()).abs() < 1e-15 * (1.0 + t), "{step}: {got} {exact:?}");
        }
    }
}
