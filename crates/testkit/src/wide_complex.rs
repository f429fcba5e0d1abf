//! Complex numbers over [`Wide`], and the inversion of Laplace transforms with more nodes than doubles allow.

use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::Wide;

/// A complex number of 31 digits.
///
/// ```
/// use hashinsight_testkit::{Wide, WideComplex};
/// let turn = WideComplex { re: Wide::from(0.0), im: Wide::PI };
/// assert!((turn.exp() + WideComplex::from(1.0)).re.to_f64().abs() < 1e-28); // Euler
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WideComplex {
    /// Real part.
    pub re: Wide,
    /// Imaginary part.
    pub im: Wide,
}

impl From<Wide> for WideComplex {
    fn from(re: Wide) -> Self {
        Self { re, im: Wide::from(0.0) }
    }
}

impl From<f64> for WideComplex {
    fn from(re: f64) -> Self {
        Wide::from(re).into()
    }
}

impl Add for WideComplex {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { re: self.re + other.re, im: self.im + other.im }
    }
}

impl Neg for WideComplex {
    type Output = Self;
    fn neg(self) -> Self {
        Self { re: -self.re, im: -self.im }
    }
}

impl Sub for WideComplex {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for WideComplex {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self { re: self.re * other.re - self.im * other.im, im: self.re * other.im + self.im * other.re }
    }
}

impl Mul<Wide> for WideComplex {
    type Output = Self;
    fn mul(self, other: Wide) -> Self {
        Self { re: self.re * other, im: self.im * other }
    }
}

impl Div for WideComplex {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let square = other.re * other.re + other.im * other.im;
        let turned = self * Self { re: other.re, im: -other.im };
        Self { re: turned.re / square, im: turned.im / square }
    }
}

impl WideComplex {
    /// The exponential.
    #[must_use]
    pub fn exp(self) -> Self {
        let (sine, cosine) = self.im.sin_cos();
        let size = self.re.exp();
        Self { re: size * cosine, im: size * sine }
    }

    /// The square root with non-negative real part.
    #[must_use]
    pub fn sqrt(self) -> Self {
        let size = (self.re * self.re + self.im * self.im).sqrt();
        let half = Wide::from(0.5);
        // The greater of the two parts first: the other would cancel.
        let greater = ((size + self.re.abs()) * half).sqrt();
        if greater == Wide::from(0.0) {
            return self;
        }
        let less = self.im * half / greater;
        if self.re >= Wide::from(0.0) {
            Self { re: greater, im: less }
        } else if self.im < Wide::from(0.0) {
            Self { re: -less, im: -greater }
        } else {
            Self { re: less, im: greater }
        }
    }
}

/// The functions whose Laplace transforms these are, at time `t > 0`: fixed Talbot with 28 nodes.
///
/// ```text
/// f(t) = r/M [ F(r) e^(r t) / 2 + sum over k = 1..M-1 of Re( e^(t s) F(s) (1 + i sigma) ) ]
/// r = 2 M / (5 t),  theta = k pi / M,  s = r theta (cot theta + i),  sigma = theta + (theta cot theta - 1) cot theta
/// ```
///
/// (Abate and Valko 2004: 0.6 M digits of a smooth function, from M digits.)
///
/// ```
/// use hashinsight_testkit::{Wide, WideComplex, invert_laplace_wide};
/// let [decay] = invert_laplace_wide(|s| [WideComplex::from(1.0) / (s + WideComplex::from(1.0))], 2.0);
/// assert!((decay - (-2.0f64).exp()).abs() < 1e-15);
/// ```
pub fn invert_laplace_wide<const N: usize>(transforms: impl Fn(WideComplex) -> [WideComplex; N], t: f64) -> [f64; N] {
    const NODES: u32 = 28;
    let count = f64::from(NODES);
    let scale = Wide::from(2.0 * count) / 5.0; // r t
    let r = scale / Wide::from(t);
    let mut totals = transforms(r.into()).map(|value| scale.exp() * 0.5 * value.re);
    for k in 1..NODES {
        let theta = Wide::PI * f64::from(k) / count;
        let (sine, cosine) = theta.sin_cos();
        let cot = cosine / sine;
        let sigma = theta + (theta * cot - Wide::from(1.0)) * cot;
        let turn = WideComplex { re: theta * cot, im: theta };
        let weight = (turn * scale).exp() * WideComplex { re: Wide::from(1.0), im: sigma };
        for (total, value) in totals.iter_mut().zip(transforms(turn * r)) {
            *total = *total + (weight * value).re;
        }
    }
    totals.map(|total| (total * r / count).to_f64())
}
