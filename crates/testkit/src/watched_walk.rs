//! A Gaussian walk that ends where it is seen below 0, by its Wiener-Hopf factors.
//!
//! The generating function over the number of dates of `E[e^(c x); still there]` has the transform `U(a) U(-c) / (a - c)` by the place of
//! the start, `U(a) U(-a) = 1 / (1 - q e^(a^2 / 2))` (Spitzer; Fusai, Germano and Marazzina 2016). `U` is a Hilbert transform by quadrature,
//! the start is found on a hyperbola or, far from the barrier, by the residues, the number of dates on Talbot's contour. Nothing is
//! expanded: valid from 500 dates on, to 1e-10.

use hashinsight_numerics::{Complex, GaussLegendre, exp, normal_cdf, normal_pdf};

/// Nodes of Talbot's contour.
const TALBOT: u32 = 24;
/// Distance in steps from which only the poles of the transform count.
const FAR: f64 = 15.0;

/// A walk in standard deviations of a step.
#[derive(Clone, Copy, Debug)]
pub struct WatchedWalk {
    /// Distance from the barrier now.
    pub start: f64,
    /// Drift away from it per step.
    pub drift: f64,
    /// Number of dates, at least 500.
    pub dates: u32,
}

#[expect(clippy::disallowed_methods, reason = "an oracle beside the family's own functions")]
fn ln(z: Complex) -> Complex {
    Complex::new(z.abs().ln(), z.im.atan2(z.re))
}

fn real(x: f64) -> Complex {
    Complex::from(x)
}

/// The factors at one place of the generating function, `q = e^(-a0^2 / 2)`.
struct Factors {
    pole: Complex,
    /// Places of the hyperbola to the right of all poles, and `U` there times the way; empty where no start is near.
    hyperbola: Vec<[Complex; 2]>,
    /// Places of the quadrature and `ln B(s)`, `1 - q e^(-s^2 / 2) = B(s) (s^2 + a0^2) / (s^2 + 1)`.
    line: Vec<(f64, Complex)>,
}

impl Factors {
    /// `near` is the size of the hyperbola, where a start is near.
    fn new(pole: Complex, near: Option<f64>) -> Self {
        let line = (0..400).map(|node| exp(0.15 * f64::from(node) - 25.0));
        let line = line.map(|s| (s, ln_rest(pole * pole, real(s * s)))).collect();
        let mut factors = Self { pole, hyperbola: Vec::new(), line };
        if let Some(size) = near {
            factors.hyperbola = hyperbola(size).map(|[a, way]| [a, factors.at(a) * way]).collect();
        }
        factors
    }

    /// `U(a)`.
    fn at(&self, a: Complex) -> Complex {
        if a.re < 0.0 {
            let square = (a * a - self.pole * self.pole) * real(0.5);
            return real(1.0) / ((real(1.0) - square.exp()) * self.at(-a));
        }
        let here = ln_rest(self.pole * self.pole, -(a * a));
        let sum = self
            .line
            .iter()
            .fold(Complex::default(), |sum, (s, rest)| sum + a * real(*s) / (a * a + real(s * s)) * (*rest - here));
        let exponent = -(here * real(0.5)) - sum * real(0.15 / std::f64::consts::PI);
        (real(1.0) + a) / (a + self.pole) * exponent.exp()
    }
}

/// `ln((1 - e^(-x)) (s^2 + 1) / (s^2 + a0^2))` with `x = (s^2 + a0^2) / 2`.
fn ln_rest(pole_square: Complex, s_square: Complex) -> Complex {
    let x = (s_square + pole_square) * real(0.5);
    // (1 - e^(-x)) / x, by its series where it would cancel.
    let share = if x.abs() < 0.1 {
        (1..=14).rev().fold(real(1.0), |sum, order| real(1.0) - x * real(1.0 / f64::from(order + 1)) * sum)
    } else {
        (real(1.0) - (-x).exp()) / x
    };
    ln(share * (s_square + real(1.0)) * real(0.5))
}

impl WatchedWalk {
    /// Mean of `e^(growth x)` over the walks that were seen above 0 on every date and end above `from`: 0, or so far away that start and
    /// barrier are out of its reach.
    ///
    /// # Panics
    /// For another `from`.
    #[must_use]
    pub fn mean(&self, growth: f64, from: f64) -> f64 {
        let Self { start, drift, dates } = *self;
        let count = f64::from(dates);
        assert!(
            from == 0.0 || from > FAR && (start > FAR || from > 2.0 * FAR),
            "{from} is too near for the poles alone"
        );
        let scale = exp(-drift * start - 0.5 * count * drift * drift);
        scale * self.undrifted(drift + growth, from)
    }

    /// Places that [`mean`](Self::mean) can begin at.
    #[must_use]
    pub fn reaches(&self, from: f64) -> bool {
        from > 2.0 * FAR || (from > FAR && self.start > FAR)
    }

    fn undrifted(&self, c: f64, from: f64) -> f64 {
        if self.start > 0.1 {
            return Contour::new(f64::from(self.dates), self.start).mean(self.start, c, from);
        }
        // A first step, and a date less.
        let (rule, before) = (
            GaussLegendre::new(40).unwrap_or_else(|_| unreachable!()),
            Contour::new(f64::from(self.dates - 1), self.start),
        );
        let (low, high) = (0.0, 9.5 + self.start);
        if high <= low {
            return 0.0;
        }
        rule.integrate(|z| normal_pdf(z - self.start) * before.mean(z, c, from), low, high)
    }
}

/// Talbot's contour around the generating function's singularities, for one number of dates.
struct Contour {
    count: f64,
    /// Factors and weights.
    places: Vec<(Factors, Complex)>,
}

impl Contour {
    #[expect(clippy::disallowed_methods, reason = "an oracle beside the family's own functions")]
    fn new(count: f64, start: f64) -> Self {
        let r = 0.4 * f64::from(TALBOT);
        let mut places = Vec::new();
        for node in 0..TALBOT {
            let theta = f64::from(node) * std::f64::consts::PI / f64::from(TALBOT);
            let (p, turn) = if node == 0 {
                (real(r), real(0.5))
            } else {
                let cot = theta.cos() / theta.sin();
                (Complex::new(r * theta * cot, r * theta), Complex::new(1.0, theta + (theta * cot - 1.0) * cot))
            };
            if p.re < -40.0 {
                break;
            }
            let pole = (p * real(2.0 / count)).sqrt();
            let near = (start <= FAR).then_some(20.0 / count.sqrt());
            places.push((Factors::new(pole, near), p.exp() * turn * real(r / f64::from(TALBOT) / count)));
        }
        Self { count, places }
    }

    /// Coefficient of the number of dates; the nodes below the axis are the conjugates (Abate and Valko 2004).
    fn sum(&self, f: impl Fn(&Factors) -> Complex) -> f64 {
        self.places.iter().fold(0.0, |sum, (factors, weight)| sum + (*weight * f(factors)).re)
    }

    fn mean(&self, y: f64, c: f64, from: f64) -> f64 {
        let deviation = self.count.sqrt();
        // Of the walk that nobody watches; its reflection takes what ends below 0, too.
        let ends = if from == 0.0 { 1.0 } else { normal_cdf((y + self.count * c - from) / deviation) };
        let free = exp(c * y + 0.5 * self.count * c * c) * ends;
        let c = real(c);
        match (y > FAR, from == 0.0) {
            (true, true) => {
                free - self.sum(|u| (-(u.pole * real(y))).exp() * u.at(-c) / (u.pole * (u.pole + c) * u.at(u.pole)))
            }
            (true, false) => {
                free - self.sum(|u| {
                    let residue = real(1.0) / (u.pole * u.at(u.pole));
                    let away = c * real(from) - u.pole * real(y + from);
                    away.exp() * residue * residue / (u.pole * (u.pole - c) * real(2.0))
                })
            }
            (false, true) => self.sum(|u| u.at(-c) * u.near(y, |a| real(1.0) / (a - c))),
            (false, false) => self.sum(|u| {
                let residue = real(1.0) / (u.pole * u.at(u.pole));
                let paid = ((c - u.pole) * real(from)).exp() * residue / (u.pole - c);
                paid * u.near(y, |a| real(1.0) / (a - u.pole))
            }),
        }
    }
}

impl Factors {
    /// The inverse transform of `U(a) f(a)` at `y`.
    fn near(&self, y: f64, f: impl Fn(Complex) -> Complex) -> Complex {
        self.hyperbola
            .iter()
            .filter(|[a, _]| a.re * y > -42.0)
            .fold(Complex::default(), |sum, [a, factor]| sum + (*a * real(y)).exp() * *factor * f(*a))
    }
}

/// Places and `da / (2 pi i)`.
#[expect(clippy::disallowed_methods, reason = "an oracle beside the family's own functions")]
fn hyperbola(size: f64) -> impl Iterator<Item = [Complex; 2]> {
    let (bend, h) = (0.5f64, 0.08);
    (-180..=180).map(move |node| {
        let w = h * f64::from(node);
        let (sinh, cosh) = (w.sinh(), w.cosh());
        let a = Complex::new(size * (1.0 - cosh * bend.sin()), size * sinh * bend.cos());
        let way = Complex::new(-size * sinh * bend.sin(), size * cosh * bend.cos());
        [a, way * Complex::new(0.0, -h / std::f64::consts::TAU)]
    })
}
