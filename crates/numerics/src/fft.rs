//! The fast Fourier transform of a power-of-two length.

use crate::trig::{cos_pi, sin_pi};
use hashinsight_units::Error;

use crate::{Complex, error};

/// Transforms in place: `out[k] = sum over j of in[j] e^(-2 pi i j k / n)`.
///
/// Radix 2, decimation in time, twiddle factors to 1 ulp each, one fixed order: the same bits everywhere. The root mean
/// square of the error is below `log2(n) 2^-50` of that of the result (Higham 2002, theorem 24.2: a level adds at most
/// `5 sqrt(2) 2^-53`). Length 1 is the identity.
///
/// ```
/// use hashinsight_numerics::{Complex, fft, inverse_fft};
/// let mut values: Vec<Complex> = [1.0, 2.0, 0.0, -1.0].map(Complex::from).to_vec();
/// fft(&mut values)?;
/// assert_eq!(values[0], Complex::from(2.0)); // the sum
/// inverse_fft(&mut values)?;
/// assert_eq!(values[1], Complex::from(2.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `out_of_range` unless the length is a power of two.
pub fn fft(values: &mut [Complex]) -> Result<(), Error> {
    let n = values.len();
    if !n.is_power_of_two() {
        return Err(error::refuse("values", n as f64, "a power of two elements"));
    }
    if n == 1 {
        return Ok(());
    }
    let bits = n.trailing_zeros();
    for i in 0..n {
        let j = i.reverse_bits() >> (usize::BITS - bits);
        if i < j {
            values.swap(i, j);
        }
    }
    let twiddles: Vec<Complex> = (0..n / 2)
        .map(|k| {
            let angle = 2.0 * k as f64 / n as f64; // exact
            Complex::new(cos_pi(angle), -sin_pi(angle))
        })
        .collect();
    let mut half = 1;
    while half < n {
        let stride = n / (2 * half);
        for block in values.chunks_exact_mut(2 * half) {
            let (low, high) = block.split_at_mut(half);
            for (k, (a, b)) in low.iter_mut().zip(high).enumerate() {
                let turned = *b * twiddles[k * stride];
                (*a, *b) = (*a + turned, *a - turned);
            }
        }
        half *= 2;
    }
    Ok(())
}

/// Undoes [`fft`]: `out[j] = 1/n sum over k of in[k] e^(2 pi i j k / n)`, with the error of [`fft`].
///
/// ```
/// use hashinsight_numerics::{Complex, inverse_fft};
/// let mut constant = [Complex::from(4.0), Complex::default(), Complex::default(), Complex::default()];
/// inverse_fft(&mut constant)?;
/// assert_eq!(constant, [Complex::from(1.0); 4]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`fft`].
pub fn inverse_fft(values: &mut [Complex]) -> Result<(), Error> {
    fft(values)?;
    let share = 1.0 / values.len() as f64; // a power of two: exact
    for value in values.iter_mut() {
        *value = *value * share;
    }
    values[1..].reverse();
    Ok(())
}
