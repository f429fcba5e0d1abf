//! The library's Fourier transform against the sum that it stands for, in 28 digits: its documented bound, with nothing added.

use hashinsight_numerics::{Complex, Philox, fft, inverse_fft};
use hashinsight_testkit::{Wide, WideComplex};

fn wide(z: Complex) -> WideComplex {
    WideComplex { re: Wide::from(z.re), im: Wide::from(z.im) }
}

/// Root of the sum of squares.
fn norm(values: impl Iterator<Item = WideComplex>) -> f64 {
    values.fold(0.0, |sum, z| sum + (z.re * z.re + z.im * z.im).to_f64()).sqrt()
}

#[test]
fn errors_are_below_the_bound() {
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
            |random, i| Complex::new(random.normal(1, i) * hashinsight_numerics::exp(20.0 * random.uniform(3, i)), 0.0),
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
            let bound = f64::from(bits) * 2.0f64.powi(-50);
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
