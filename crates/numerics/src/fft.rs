//! The fast Fourier transform of a power-of-two length.

use crate::trig::sin_cos_pi;
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
    check(values.len())?;
    transform(values, &twiddles(values.len()));
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
    check(values.len())?;
    inverse(values, &twiddles(values.len()));
    Ok(())
}

/// The first half of the transform of real numbers, `out[0..=n/2]` of [`fft`]; the other half are its conjugates.
///
/// The even and the odd elements are the parts of one transform of half the length (Cooley, Lewis and Welch 1970), in half the time; the error is
/// that of [`fft`] with one level more.
///
/// ```
/// use hashinsight_numerics::{Complex, inverse_real_fft, real_fft};
/// let spectrum = real_fft(&[1.0, 2.0, 0.0, -1.0])?;
/// assert_eq!(spectrum, [Complex::from(2.0), Complex::new(1.0, -3.0), Complex::from(0.0)]);
/// assert_eq!(inverse_real_fft(&spectrum)?, [1.0, 2.0, 0.0, -1.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`fft`].
pub fn real_fft(values: &[f64]) -> Result<Vec<Complex>, Error> {
    let n = values.len();
    check(n)?;
    if n == 1 {
        return Ok(vec![Complex::from(values[0])]);
    }
    let twiddles = twiddles(n);
    let mut half: Vec<Complex> = values.chunks_exact(2).map(|pair| Complex::new(pair[0], pair[1])).collect();
    transform(&mut half, &twiddles);
    let count = half.len();
    let mut spectrum = Vec::with_capacity(count + 1);
    spectrum.push(Complex::from(half[0].re + half[0].im));
    for k in 1..count {
        let (a, b) = (half[k], half[count - k].conj());
        let (even, turned) = ((a + b) * 0.5, (a - b) * 0.5);
        spectrum.push(even + Complex::new(turned.im, -turned.re) * twiddles[k]);
    }
    spectrum.push(Complex::from(half[0].re - half[0].im));
    Ok(spectrum)
}

/// Undoes [`real_fft`]: real numbers from the first half of their spectrum, whose ends are real; what they have of an imaginary part does not
/// count.
///
/// # Errors
/// `out_of_range` unless there are 1, or one more than a power of two elements.
pub fn inverse_real_fft(spectrum: &[Complex]) -> Result<Vec<f64>, Error> {
    let count = spectrum.len().saturating_sub(1);
    if spectrum.len() == 1 {
        return Ok(vec![spectrum[0].re]);
    }
    if !count.is_power_of_two() {
        return Err(error::refuse("spectrum", spectrum.len() as f64, "1, or one more than a power of two elements"));
    }
    let twiddles = twiddles(2 * count);
    let (first, last) = (spectrum[0].re, spectrum[count].re);
    let mut half = Vec::with_capacity(count);
    half.push(Complex::new(0.5 * (first + last), 0.5 * (first - last)));
    for k in 1..count {
        let (a, b) = (spectrum[k], spectrum[count - k].conj());
        let odd = (a - b) * 0.5 * twiddles[k].conj();
        half.push((a + b) * 0.5 + Complex::new(-odd.im, odd.re));
    }
    inverse(&mut half, &twiddles);
    Ok(half.iter().flat_map(|pair| [pair.re, pair.im]).collect())
}

fn check(n: usize) -> Result<(), Error> {
    if n.is_power_of_two() { Ok(()) } else { Err(error::refuse("values", n as f64, "a power of two elements")) }
}

/// `e^(-2 pi i k / n)` for `k < n/2`, from the first eighth of the circle: the others are the same sines and cosines, to the last bit.
fn twiddles(n: usize) -> Vec<Complex> {
    let half = n / 2;
    let at = |k: usize| sin_cos_pi(2.0 * k as f64 / n as f64); // exact
    if n < 8 {
        return (0..half).map(|k| at(k)).map(|(sine, cosine)| Complex::new(cosine + 0.0, -(sine + 0.0))).collect();
    }
    let eighth: Vec<(f64, f64)> = (0..=n / 8).map(at).collect();
    let quarter = n / 4;
    let of_quarter = |k: usize| {
        if k <= n / 8 {
            eighth[k]
        } else {
            let (sine, cosine) = eighth[quarter - k];
            (cosine, sine)
        }
    };
    let turned = |k: usize| {
        let (sine, cosine) = of_quarter(k - quarter);
        (cosine, -sine)
    };
    let of = |k: usize| if k < quarter { of_quarter(k) } else { turned(k) };
    (0..half).map(of).map(|(sine, cosine)| Complex::new(cosine + 0.0, -(sine + 0.0))).collect()
}

/// The transform of a power of two elements, by twiddles of this length or of a multiple.
fn transform(values: &mut [Complex], twiddles: &[Complex]) {
    let n = values.len();
    if n == 1 {
        return;
    }
    let bits = n.trailing_zeros();
    for i in 0..n {
        let j = i.reverse_bits() >> (usize::BITS - bits);
        if i < j {
            values.swap(i, j);
        }
    }
    let mut half = 1;
    // The twiddles of a level, side by side.
    let mut level: Vec<Complex> = Vec::with_capacity(n / 2);
    while half < n {
        let stride = twiddles.len() / half;
        level.clear();
        level.extend(twiddles.iter().step_by(stride));
        for block in values.chunks_exact_mut(2 * half) {
            let (low, high) = block.split_at_mut(half);
            for ((a, b), twiddle) in low.iter_mut().zip(high).zip(&level) {
                let turned = *b * *twiddle;
                (*a, *b) = (*a + turned, *a - turned);
            }
        }
        half *= 2;
    }
}

fn inverse(values: &mut [Complex], twiddles: &[Complex]) {
    transform(values, twiddles);
    let share = 1.0 / values.len() as f64; // a power of two: exact
    for value in values.iter_mut() {
        *value = *value * share;
    }
    values[1..].reverse();
}
