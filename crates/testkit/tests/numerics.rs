//! Bounds of the library's numerics that need a reference of 28 digits: as documented, with nothing added.

use hashinsight_numerics::{Complex, Philox, exp, fft, inverse_fft};
use hashinsight_testkit::{Wide, WideComplex};

fn wide(z: Complex) -> WideComplex {
    WideComplex { re: Wide::from(z.re), im: Wide::from(z.im) }
}

/// Root of the sum of squares.
fn norm(values: impl Iterator<Item = WideComplex>) -> f64 {
    values.fold(0.0, |sum, z| sum + (z.re * z.re + z.im * z.im).to_f64()).sqrt()
}

#[test]
fn fourier_transforms() {
    let mut worst = 0.0;
    for bits in 0..=11_u32 {
        let count = 1_usize << bits;
        let turns: Vec<WideComplex> = (0..count)
            .map(|k| {
                let (sine, cosine) = (Wide::PI * (2.0 * k as f64 / count as f64)).sin_cos();
                WideComplex { re: cosine, im: -sine }
            })
            .collect();
        let random = Philox::new(u64::from(bits));
        // Noise, one spike, a constant, and noise over many orders of magnitude.
        let inputs: [fn(Philox, u64) -> Complex; 4] = [
            |random, i| Complex::new(random.normal(1, i), random.normal(2, i)),
            |_, i| Complex::from(if i == 1 { 1.0 } else { 0.0 }),
            |_, _| Complex::new(0.1, -0.7),
            |random, i| Complex::new(random.normal(1, i) * exp(20.0 * random.uniform(3, i)), 0.0),
        ];
        for input in inputs {
            let input: Vec<Complex> = (0..count as u64).map(|i| input(random, i)).collect();
            let exact: Vec<WideComplex> = (0..count)
                .map(|k| {
                    input
                        .iter()
                        .enumerate()
                        .fold(WideComplex::from(0.0), |sum, (j, z)| sum + wide(*z) * turns[(j * k) % count])
                })
                .collect();
            let mut output = input.clone();
            fft(&mut output).unwrap();
            let bound = 4.0 * f64::EPSILON * f64::from(bits); // 2^-50 a level
            let error = norm(output.iter().zip(&exact).map(|(got, exact)| wide(*got) - *exact));
            let size = norm(exact.iter().copied());
            assert!(error <= bound * size, "{bits}: {error:e} of {size:e}");
            if bits > 0 && error / (bound * size) > worst {
                worst = error / (bound * size);
            }
            // There and back: twice the bound.
            inverse_fft(&mut output).unwrap();
            let error = norm(output.iter().zip(&input).map(|(got, input)| wide(*got) - wide(*input)));
            assert!(error <= 2.0 * bound * norm(input.iter().map(|z| wide(*z))), "{bits}: {error:e}");
        }
    }
    println!("fft: {worst} of the bound");
}

/// Numbers of all sizes.
#[test]
fn complex_functions() {
    let random = Philox::new(21);
    let mut worst = [0.0_f64; 3];
    for i in 0..hashinsight_testkit::cases(1_000_000) {
        let size = exp(600.0 * random.uniform(1, i) - 300.0);
        let z = Complex::new(
            size * random.normal(2, i),
            size * random.normal(3, i) * exp(hashinsight_numerics::min(30.0 * (0.5 - random.uniform(4, i)), 0.0)),
        );
        let exact = wide(z);
        let magnitude = |z: WideComplex| (z.re * z.re + z.im * z.im).sqrt();
        // Scaled to around 1, where the reference squares without underflow.
        let scale = f64::from_bits(z.abs().to_bits() & (0x7ff << 52));
        let scaled = WideComplex { re: exact.re / scale, im: exact.im / scale };
        let error = (Wide::from(z.abs() / scale) / magnitude(scaled) - Wide::from(1.0)).abs().to_f64() / f64::EPSILON;
        let root = scaled.sqrt();
        let got = wide(Complex::new(z.re / scale, z.im / scale).sqrt());
        let root_error = (magnitude(got - root) / magnitude(root)).to_f64() / f64::EPSILON;
        let turn = Complex::new(1200.0 * random.uniform(5, i) - 600.0, 200.0 * random.uniform(6, i) - 100.0);
        // The magnitude taken out: its square overflows.
        let (got, exact) = (turn.exp(), wide(turn).exp());
        let unit = exp(turn.re);
        let part = |got: f64, exact: Wide| ((Wide::from(got) - exact) / unit).to_f64();
        let (re, im) = (part(got.re, exact.re), part(got.im, exact.im));
        let exp_error = (re * re + im * im).sqrt() / f64::EPSILON;
        for (worst, error) in worst.iter_mut().zip([error, root_error, exp_error]) {
            *worst = if error > *worst { error } else { *worst };
        }
        assert!(
            error <= 1.0 && root_error <= 4.0 && exp_error <= 3.0,
            "{z:?} {turn:?}: {error} {root_error} {exp_error}"
        );
    }
    println!("complex: abs, sqrt, exp {worst:?} ulp");
}
