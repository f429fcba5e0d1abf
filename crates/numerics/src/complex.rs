//! Complex numbers, as far as transforms need them.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::exp::exp;
use crate::trig::sin_cos;

const TWO_600: f64 = f64::from_bits((1023 + 600) << 52);

/// A complex number with the operations of Laplace and Fourier transforms, each in one fixed order.
///
/// ```
/// use hashinsight_numerics::Complex;
/// let z = Complex::new(3.0, 4.0);
/// assert_eq!(z * z.conj(), Complex::new(25.0, 0.0));
/// assert_eq!(z.sqrt(), Complex::new(2.0, 1.0));
/// assert_eq!(z / z, Complex::from(1.0));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Complex {
    /// Real part.
    pub re: f64,
    /// Imaginary part.
    pub im: f64,
}

impl Complex {
    /// From its parts.
    #[must_use]
    pub const fn new(re: f64, im: f64) -> Self {
        Self { re, im }
    }

    /// The conjugate.
    #[must_use]
    pub const fn conj(self) -> Self {
        Self { re: self.re, im: -self.im }
    }

    /// The magnitude, scaled so that it overflows only where the result does. Relative error below 2^-52.
    ///
    /// ```
    /// let far = hashinsight_numerics::Complex::new(3e200, 4e200); // whose squares overflow
    /// assert!((far.abs() / 5e200 - 1.0).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn abs(self) -> f64 {
        let (a, b) = (self.re.abs(), self.im.abs());
        if a.is_infinite() || b.is_infinite() {
            return f64::INFINITY;
        }
        if a.is_nan() || b.is_nan() {
            return f64::NAN;
        }
        let plain = a * a + b * b;
        if plain > 1e-290 && plain < 1e290 {
            return plain.sqrt();
        }
        let scale = if a > 1.0 || b > 1.0 { TWO_600 } else { 1.0 / TWO_600 }; // exact
        let (a, b) = (a / scale, b / scale);
        (a * a + b * b).sqrt() * scale
    }

    /// The square root with non-negative real part. Relative error below 4 ulp.
    #[must_use]
    pub fn sqrt(self) -> Self {
        let magnitude = self.abs();
        if magnitude == 0.0 {
            return Self::default();
        }
        let root = (0.5 * (magnitude + self.re.abs())).sqrt();
        let other = 0.5 * self.im / root;
        if self.re >= 0.0 { Self::new(root, other) } else { Self::new(other.abs(), root.copysign(self.im)) }
    }

    /// `e^z`. Relative error below 3 ulp of the magnitude; 0 where it underflows; NaN where the imaginary part exceeds
    /// 1e6 otherwise, whose digits say little of the angle.
    ///
    /// ```
    /// use hashinsight_numerics::Complex;
    /// let turn = Complex::new(0.0, std::f64::consts::PI).exp();
    /// assert!((turn.re + 1.0).abs() < 1e-15 && turn.im.abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn exp(self) -> Self {
        if self.re < -746.0 && !self.im.is_nan() {
            return Self::default(); // whatever the angle
        }
        if self.im.is_nan() || self.im.abs() > 1e6 {
            return Self::new(f64::NAN, f64::NAN);
        }
        let (sine, cosine) = sin_cos(self.im);
        let size = exp(self.re);
        Self::new(size * cosine, size * sine)
    }
}

impl From<f64> for Complex {
    fn from(re: f64) -> Self {
        Self { re, im: 0.0 }
    }
}

impl Add for Complex {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.re + other.re, self.im + other.im)
    }
}

impl Sub for Complex {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.re - other.re, self.im - other.im)
    }
}

impl Neg for Complex {
    type Output = Self;

    fn neg(self) -> Self {
        Self::new(-self.re, -self.im)
    }
}

impl Mul for Complex {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::new(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)
    }
}

impl Mul<f64> for Complex {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self::new(self.re * factor, self.im * factor)
    }
}

impl Div for Complex {
    type Output = Self;

    /// Smith (1962): no square of a part is formed.
    fn div(self, other: Self) -> Self {
        if other.re.abs() >= other.im.abs() {
            let ratio = other.im / other.re;
            let below = other.re + other.im * ratio;
            Self::new((self.re + self.im * ratio) / below, (self.im - self.re * ratio) / below)
        } else {
            let ratio = other.re / other.im;
            let below = other.re * ratio + other.im;
            Self::new((self.re * ratio + self.im) / below, (self.im * ratio - self.re) / below)
        }
    }
}
