//! Arithmetic of 31 digits and functions of 28, as naive as they are slow: the reference of differential tests.
//!
//! A number is an unevaluated sum of two doubles (Dekker 1971). Functions are their series and continued fractions, without any of the
//! rearrangements that the library makes.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// An unevaluated sum of two doubles.
///
/// ```
/// use hashinsight_testkit::Wide;
/// let third = Wide::from(1.0) / Wide::from(3.0);
/// assert!((third * Wide::from(3.0) - Wide::from(1.0)).to_f64().abs() < 1e-31);
/// assert!((Wide::from(-10.0).normal_cdf().to_f64() / 7.619_853_024_160_527e-24 - 1.0).abs() < 1e-15);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Wide(f64, f64);

const LN_2: Wide = Wide(std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);
const PI: Wide = Wide(std::f64::consts::PI, 1.224_646_799_147_353_2e-16);

#[inline]
fn quick(a: f64, b: f64) -> Wide {
    let sum = a + b;
    Wide(sum, b - (sum - a))
}

#[inline]
fn exact_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

#[inline]
fn exact_product(a: f64, b: f64) -> (f64, f64) {
    let split = |x: f64| {
        let t = x * 134_217_729.0;
        let high = t - (t - x);
        (high, x - high)
    };
    let product = a * b;
    let ((a1, a2), (b1, b2)) = (split(a), split(b));
    (product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
}

impl From<f64> for Wide {
    #[inline]
    fn from(x: f64) -> Self {
        Self(x, 0.0)
    }
}

impl Add for Wide {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        let (high, low) = exact_sum(self.0, other.0);
        let (middle, least) = exact_sum(self.1, other.1);
        let Self(high, low) = quick(high, low + middle);
        quick(high, low + least)
    }
}

impl Neg for Wide {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        Self(-self.0, -self.1)
    }
}

impl Sub for Wide {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Wide {
    type Output = Self;
    #[inline]
    fn mul(self, other: Self) -> Self {
        let (high, low) = exact_product(self.0, other.0);
        quick(high, low + (self.0 * other.1 + self.1 * other.0))
    }
}

impl Mul<f64> for Wide {
    type Output = Self;
    #[inline]
    fn mul(self, other: f64) -> Self {
        let (high, low) = exact_product(self.0, other);
        quick(high, low + self.1 * other)
    }
}

impl Div<f64> for Wide {
    type Output = Self;
    #[inline]
    fn div(self, other: f64) -> Self {
        let first = self.0 / other;
        let (high, low) = exact_product(first, other);
        quick(first, (((self.0 - high) - low) + self.1) / other)
    }
}

impl Div for Wide {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let first = self.0 / other.0;
        let rest = self - other * Self::from(first);
        let second = rest.0 / other.0;
        let rest = rest - other * Self::from(second);
        quick(first, second) + Self::from(rest.0 / other.0)
    }
}

impl Wide {
    /// The ratio of a circle's circumference to its diameter.
    pub const PI: Self = PI;

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        self.0 + self.1
    }

    /// The magnitude.
    #[must_use]
    pub fn abs(self) -> Self {
        if self.0 < 0.0 { -self } else { self }
    }

    /// The square root, by Newton.
    #[must_use]
    pub fn sqrt(self) -> Self {
        if self.0 == 0.0 {
            return self;
        }
        let start = Self::from(self.0.sqrt());
        let half = Self::from(0.5);
        let next = half * (start + self / start);
        half * (next + self / next)
    }

    /// `e^x`: by halves of ln 2, a Taylor series and squarings. 0 below -740.
    #[must_use]
    pub fn exp(self) -> Self {
        if self.0 < -740.0 {
            return Self::from(0.0);
        }
        let k = (self.0 / LN_2.0).round();
        let rest = (self - LN_2 * k) * (1.0 / 1024.0);
        let mut sum = Self::from(1.0);
        for n in (1..=14).rev() {
            sum = Self::from(1.0) + rest * sum / f64::from(n);
        }
        for _ in 0..10 {
            sum = sum * sum;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 1100")]
        let (mut power, factor) = ((k as i32).abs(), if k < 0.0 { 0.5 } else { 2.0 });
        while power > 0 {
            sum = Self(sum.0 * factor, sum.1 * factor); // exact
            power -= 1;
        }
        sum
    }

    /// `sin x` and `cos x`: by quarter turns, then their Taylor series. For arguments below a million.
    #[must_use]
    pub fn sin_cos(self) -> (Self, Self) {
        let quarters = (self.0 / (0.5 * PI.0)).round();
        let rest = self - PI * (0.5 * quarters);
        let square = rest * rest;
        let (mut sine, mut cosine) = (Self::from(1.0), Self::from(1.0));
        for n in (1..=14).rev() {
            let n = 2.0 * f64::from(n);
            cosine = Self::from(1.0) - square * cosine / (n * (n - 1.0));
            sine = Self::from(1.0) - square * sine / (n * (n + 1.0));
        }
        let sine = rest * sine;
        match quarters.rem_euclid(4.0) {
            0.0 => (sine, cosine),
            1.0 => (cosine, -sine),
            2.0 => (-sine, -cosine),
            _ => (-cosine, sine),
        }
    }

    /// The natural logarithm, by Newton on the exponential.
    #[must_use]
    pub fn ln(self) -> Self {
        let mut x = Self::from(hashinsight_numerics::ln(self.0));
        for _ in 0..2 {
            x = x + self * (-x).exp() - Self::from(1.0);
        }
        x
    }

    /// `e^x - 1`, with its digits near 0.
    #[must_use]
    pub fn exp_m1(self) -> Self {
        if self.0.abs() > 0.5 {
            return self.exp() - Self::from(1.0);
        }
        let mut sum = Self::from(1.0);
        for n in (2..=30).rev() {
            sum = Self::from(1.0) + self * sum / f64::from(n);
        }
        self * sum
    }

    /// The standard normal density.
    #[must_use]
    pub fn normal_pdf(self) -> Self {
        (-(self * self) * 0.5).exp() / (PI * 2.0).sqrt()
    }

    /// The standard normal distribution function: series of positive terms around 0, continued fraction in the tails.
    #[must_use]
    pub fn normal_cdf(self) -> Self {
        let z = self.abs();
        let density = z.normal_pdf();
        let tail = if z.0 < 5.0 {
            // 1/2 - n(z) (z + z^3/3 + z^5/15 + ...)
            let (square, mut term, mut sum, mut n) = (z * z, z, z, 1.0);
            while term.0 > 1e-34 * sum.0 {
                n += 2.0;
                term = term * square / n;
                sum = sum + term;
            }
            Self::from(0.5) - density * sum
        } else {
            let mut fraction = z;
            for n in (1..=120).rev() {
                fraction = z + Self::from(f64::from(n)) / fraction;
            }
            density / fraction
        };
        if self.0 < 0.0 { tail } else { Self::from(1.0) - tail }
    }
}
