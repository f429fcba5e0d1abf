//! A number together with its derivatives, so that a formula that is written once gives its greeks in closed form.
//!
//! Every operation applies the rules of differentiation exactly (forward mode, Wengert 1964): no step is chosen and nothing is subtracted
//! that a derivative by hand would not subtract.

use std::ops::{Add, Mul, Neg, Sub};

use hashinsight_numerics::{cos_pi, exp, exp_normal_cdf, ln_ratio, normal_cdf, normal_pdf, sin_pi};

use super::{Greeks, Lognormal, PriceGreeks};

const FRAC_1_SQRT_2_PI: f64 = 0.398_942_280_401_432_7;

/// Variables: spot, volatility, rate, yield, years.
const VARIABLES: usize = 5;
const SPOT: usize = 0;
const VOLATILITY: usize = 1;
const RATE: usize = 2;
const YIELD: usize = 3;
const YEARS: usize = 4;
/// Pairs of variables whose second derivative is kept.
const PAIRS: [(usize, usize); 4] = [(SPOT, SPOT), (SPOT, VOLATILITY), (VOLATILITY, VOLATILITY), (SPOT, YEARS)];

/// A value, its first derivatives and those second ones that greeks are made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Jet {
    pub(super) value: f64,
    first: [f64; VARIABLES],
    second: [f64; PAIRS.len()],
}

/// What a formula is written for once: a plain number, or one with its derivatives.
pub(super) trait Number:
    Copy + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self> + Mul<Output = Self> + Mul<f64, Output = Self>
{
    /// A number that does not vary.
    fn constant(value: f64) -> Self;
    /// The number itself.
    fn value(self) -> f64;
    /// `e^self`.
    fn exp(self) -> Self;
    /// `1 / self`.
    fn recip(self) -> Self;
    /// The square root.
    fn sqrt(self) -> Self;
    /// `ln(self / other)`.
    fn ln_over(self, other: f64) -> Self;
    /// `sin(pi self)` and `cos(pi self)`.
    fn sin_cos_pi(self) -> (Self, Self);
    /// `e^self N(b)`, where one factor may overflow while the other vanishes.
    fn exp_normal_cdf(self, b: Self) -> Self;
    /// `e^self (N(to) - N(from))`.
    fn exp_between(self, from: Self, to: Self) -> Self;
}

/// A price until expiry, number by number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Market<N = Jet> {
    pub(super) spot: N,
    pub(super) volatility: N,
    pub(super) rate: N,
    pub(super) carry_yield: N,
    pub(super) years: N,
}

impl Market {
    pub(super) fn new(spot: f64, price: &Lognormal) -> Self {
        let Lognormal { years, rate_per_year, yield_per_year, volatility } = price;
        Self::of(spot, [volatility.get(), rate_per_year.get(), yield_per_year.get(), years.get()])
    }

    /// `[volatility, rate, yield, years]`.
    pub(super) fn of(spot: f64, [volatility, rate, carry_yield, years]: [f64; 4]) -> Self {
        Self {
            spot: Jet::variable(SPOT, spot),
            volatility: Jet::variable(VOLATILITY, volatility),
            rate: Jet::variable(RATE, rate),
            carry_yield: Jet::variable(YIELD, carry_yield),
            years: Jet::variable(YEARS, years),
        }
    }
}

impl<N: Number> Market<N> {
    /// Worth today of one unit of cash at expiry.
    #[inline(always)]
    pub(super) fn discount(&self) -> N {
        (-self.rate * self.years).exp()
    }

    /// Worth today of the asset at expiry.
    #[inline(always)]
    pub(super) fn asset(&self) -> N {
        self.spot * (-self.carry_yield * self.years).exp()
    }

    /// Standard deviation of the logarithm until expiry; its derivatives exist above 0 only.
    #[inline(always)]
    pub(super) fn deviation(&self) -> N {
        self.volatility * self.years.sqrt()
    }

    /// Mean move of the logarithm until expiry.
    #[inline(always)]
    pub(super) fn mean(&self) -> N {
        (self.rate - self.carry_yield - self.volatility * self.volatility * 0.5) * self.years
    }
}

impl Jet {
    const fn variable(at: usize, value: f64) -> Self {
        let mut jet = Self { value, first: [0.0; VARIABLES], second: [0.0; PAIRS.len()] };
        jet.first[at] = 1.0;
        jet
    }

    /// From a value and derivatives by spot, volatility, rate, yield, years, then spot twice, spot and volatility, volatility twice, spot
    /// and years.
    pub(super) const fn of(value: f64, first: [f64; 5], second: [f64; 4]) -> Self {
        Self { value, first, second }
    }

    /// A function of this number, by its value and first two derivatives.
    pub(super) fn map(self, value: f64, slope: f64, curve: f64) -> Self {
        let second = std::array::from_fn(|k| {
            let (i, j) = PAIRS[k];
            slope * self.second[k] + curve * self.first[i] * self.first[j]
        });
        Self { value, first: self.first.map(|d| slope * d), second }
    }

    pub(super) fn normal_cdf(self) -> Self {
        let density = normal_pdf(self.value);
        self.map(normal_cdf(self.value), density, -self.value * density)
    }

    /// The derivatives as greeks; `None` where one of them is not finite.
    pub(super) fn greeks(&self) -> Option<PriceGreeks> {
        let [delta, vega, rho, yield_rho, by_years] = self.first;
        let [gamma, vanna, volga, by_spot_and_years] = self.second;
        let all = [delta, vega, rho, yield_rho, by_years, gamma, vanna, volga, by_spot_and_years];
        all.iter().all(|x| x.is_finite()).then_some(PriceGreeks {
            delta: delta + 0.0,
            gamma: gamma + 0.0,
            vega: vega + 0.0,
            theta: 0.0 - by_years,
            rho: rho + 0.0,
            yield_rho: yield_rho + 0.0,
            vanna: vanna + 0.0,
            volga: volga + 0.0,
            charm: 0.0 - by_spot_and_years,
        })
    }
}

impl Number for Jet {
    fn constant(value: f64) -> Self {
        Self { value, first: [0.0; VARIABLES], second: [0.0; PAIRS.len()] }
    }

    fn value(self) -> f64 {
        self.value
    }

    fn exp(self) -> Self {
        let value = exp(self.value);
        self.map(value, value, value)
    }

    fn sqrt(self) -> Self {
        let root = self.value.sqrt();
        self.map(root, 0.5 / root, -0.25 / (root * self.value))
    }

    fn recip(self) -> Self {
        let inverse = 1.0 / self.value;
        self.map(inverse, -inverse * inverse, 2.0 * inverse * inverse * inverse)
    }

    fn ln_over(self, other: f64) -> Self {
        let inverse = 1.0 / self.value;
        self.map(ln_ratio(self.value, other), inverse, -inverse * inverse)
    }

    fn sin_cos_pi(self) -> (Self, Self) {
        const PI: f64 = std::f64::consts::PI;
        let (sine, cosine) = (sin_pi(self.value), cos_pi(self.value));
        (self.map(sine, PI * cosine, -PI * PI * sine), self.map(cosine, -PI * sine, -PI * PI * cosine))
    }

    fn exp_normal_cdf(self, b: Self) -> Self {
        let whole = exp_normal_cdf(self.value, b.value);
        let density = FRAC_1_SQRT_2_PI * exp(self.value - 0.5 * b.value * b.value);
        let first = std::array::from_fn(|i| whole * self.first[i] + density * b.first[i]);
        let second = std::array::from_fn(|k| {
            let (i, j) = PAIRS[k];
            whole * (self.first[i] * self.first[j] + self.second[k])
                + density
                    * (self.first[i] * b.first[j] + b.first[i] * self.first[j] + b.second[k]
                        - b.value * b.first[i] * b.first[j])
        });
        Self { value: whole, first, second }
    }

    fn exp_between(self, from: Self, to: Self) -> Self {
        let value = self.value.exp_between(from.value, to.value);
        Self { value, ..self.exp_normal_cdf(to) - self.exp_normal_cdf(from) }
    }
}

/// Exponents whose factor neither overflows nor vanishes.
const TAME: f64 = 600.0;

/// [`Number::exp_between`] without a branch; NaN where the exponent is not tame.
#[inline(always)]
pub(super) fn tame_between(exponent: f64, from: f64, to: f64) -> f64 {
    let value = exp(exponent) * (normal_cdf(to) - normal_cdf(from));
    if exponent.abs() < TAME { value } else { f64::NAN }
}

impl Number for f64 {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn value(self) -> f64 {
        self
    }

    #[inline(always)]
    fn exp(self) -> Self {
        exp(self)
    }

    #[inline(always)]
    fn recip(self) -> Self {
        1.0 / self
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        Self::sqrt(self)
    }

    #[inline(always)]
    fn ln_over(self, other: f64) -> Self {
        ln_ratio(self, other)
    }

    #[inline(always)]
    fn sin_cos_pi(self) -> (Self, Self) {
        (sin_pi(self), cos_pi(self))
    }

    #[inline(always)]
    fn exp_normal_cdf(self, b: Self) -> Self {
        exp_normal_cdf(self, b)
    }

    #[inline(always)]
    fn exp_between(self, from: Self, to: Self) -> Self {
        if self.abs() < TAME {
            tame_between(self, from, to)
        } else {
            exp_normal_cdf(self, to) - exp_normal_cdf(self, from)
        }
    }
}

impl From<Greeks> for PriceGreeks {
    fn from(greeks: Greeks) -> Self {
        let Greeks { delta, gamma, vega, theta, rho, yield_rho, vanna, volga, charm, .. } = greeks;
        Self { delta, gamma, vega, theta, rho, yield_rho, vanna, volga, charm }
    }
}

impl PriceGreeks {
    /// Greeks of the sum of two prices.
    pub(super) fn plus(&self, other: &Self) -> Self {
        Self {
            delta: self.delta + other.delta,
            gamma: self.gamma + other.gamma,
            vega: self.vega + other.vega,
            theta: self.theta + other.theta,
            rho: self.rho + other.rho,
            yield_rho: self.yield_rho + other.yield_rho,
            vanna: self.vanna + other.vanna,
            volga: self.volga + other.volga,
            charm: self.charm + other.charm,
        }
    }
}

impl Add for Jet {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            first: std::array::from_fn(|i| self.first[i] + other.first[i]),
            second: std::array::from_fn(|k| self.second[k] + other.second[k]),
        }
    }
}

impl Sub for Jet {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Neg for Jet {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

#[expect(clippy::suspicious_arithmetic_impl, reason = "the product rule is a sum")]
impl Mul for Jet {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let second = std::array::from_fn(|k| {
            let (i, j) = PAIRS[k];
            self.second[k] * other.value
                + self.first[i] * other.first[j]
                + self.first[j] * other.first[i]
                + self.value * other.second[k]
        });
        let first = std::array::from_fn(|i| self.first[i] * other.value + self.value * other.first[i]);
        Self { value: self.value * other.value, first, second }
    }
}

impl Mul<f64> for Jet {
    type Output = Self;
    fn mul(self, factor: f64) -> Self {
        Self {
            value: self.value * factor,
            first: self.first.map(|d| d * factor),
            second: self.second.map(|d| d * factor),
        }
    }
}
