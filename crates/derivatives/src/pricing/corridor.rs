//! Brownian motion between two barriers, with its derivatives.
//!
//! Where the deviation is below the width of the corridor, the killed density is a sum over the images of the start (Kunitomo and Ikeda
//! 1992), whose factors `e^(m (c - z) / sigma^2)` are kept beside the normal tails that they belong to; where it is above, a sum of sines
//! (Hui 1996). Either converges within a few terms. The moment of leaving by one side is the same sum over the images' first passages.

use super::jet::{Market, Number};
use super::walk_jet::over_touch_time;

/// Logarithm of what no longer counts.
const LEAST: f64 = -45.0;
/// Sines that count where it is above.
const SINES: u32 = 10;

/// Logarithm of the price between two barriers that it has not reached.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corridor<N> {
    /// Distance from the lower barrier.
    z: N,
    /// From barrier to barrier.
    width: f64,
    mean: N,
    deviation: N,
}

impl<N: Number> Corridor<N> {
    /// Under the measure of cash.
    pub(super) fn new(market: &Market<N>, lower: f64, upper: f64) -> Self {
        let width = hashinsight_numerics::ln_ratio(upper, lower);
        Self { z: market.spot.ln_over(lower), width, mean: market.mean(), deviation: market.deviation() }
    }

    /// Under the measure of the asset.
    pub(super) fn shared(self) -> Self {
        Self { mean: self.mean + self.deviation * self.deviation, ..self }
    }

    /// The same seen from the upper barrier.
    fn mirrored(self) -> Self {
        Self { z: N::constant(self.width) - self.z, mean: -self.mean, ..self }
    }

    /// Probability of touching neither barrier.
    pub(super) fn stays(&self) -> N {
        self.ends(0.0, self.width)
    }

    /// Probability of touching neither and ending between `low` and `high` above the lower barrier.
    pub(super) fn ends(&self, low: f64, high: f64) -> N {
        if low >= high {
            N::constant(0.0)
        } else if self.deviation.value() < self.width {
            self.by_images(low, high)
        } else {
            self.by_sines(low, high)
        }
    }

    fn by_images(&self, low: f64, high: f64) -> N {
        let Self { z, width, mean, deviation } = *self;
        let inverse = deviation.recip();
        let pull = mean * inverse * inverse;
        let image = |c: N| {
            let exponent = pull * (c - z);
            let [from, to] = [low, high].map(|k| (N::constant(k) - c - mean) * inverse);
            // Below the start's own term by the density of its distance.
            let near = if from.value() > 0.0 {
                from.value()
            } else if to.value() < 0.0 {
                to.value()
            } else {
                0.0
            };
            if exponent.value() - 0.5 * near * near < LEAST {
                return N::constant(0.0);
            }
            // The tail on whose side the interval lies.
            if from.value() + to.value() < 0.0 {
                exponent.exp_between(from, to)
            } else {
                exponent.exp_between(-to, -from)
            }
        };
        // An image is below the start's own term by the normal density of its distance: nothing beyond nine deviations.
        let most = (4.5 * deviation.value() / width).ceil() + 1.0;
        let (mut sum, mut n) = (N::constant(0.0), -most);
        while n <= most {
            let away = N::constant(2.0 * n * width);
            sum = sum + image(away + z) - image(away - z);
            n += 1.0;
        }
        sum
    }

    fn by_sines(&self, low: f64, high: f64) -> N {
        const PI: f64 = std::f64::consts::PI;
        let Self { z, width, mean, deviation } = *self;
        let variance = deviation * deviation;
        let pull = mean * variance.recip();
        let front = -pull * z - mean * pull * 0.5;
        let turn = z * (1.0 / width);
        (1..=SINES).fold(N::constant(0.0), |sum, j| {
            let j = f64::from(j);
            let beta = j * PI / width;
            let decay = (front - variance * (0.5 * beta * beta)).exp();
            // Integral of e^(c y) sin(beta y).
            let primitive = |y: f64| {
                let (sine, cosine) = N::constant(j * y / width).sin_cos_pi();
                (pull * y).exp() * (pull * sine - cosine * beta)
            };
            let scale = (pull * pull + N::constant(beta * beta)).recip();
            let (sine, _) = (turn * j).sin_cos_pi();
            sum + decay * sine * (primitive(high) - primitive(low)) * scale * (2.0 / width)
        })
    }

    /// `E[e^(-r tau); the lower barrier is touched first, by T]`.
    pub(super) fn leaves_below(&self, rate_time: N) -> N {
        let Self { z, width, mean, deviation } = *self;
        let inverse = deviation.recip();
        let pull = mean * inverse * inverse;
        let square = mean * mean + rate_time * deviation * deviation * 2.0;
        let real = square.value() >= 0.01 * deviation.value() * deviation.value();
        let nu = if real { square.sqrt() } else { N::constant(0.0) };
        let reach = if real { nu.value() + 10.0 * deviation.value() } else { 10.0 * deviation.value() };
        let most = (0.5 * reach / width).ceil() + 1.0;
        let images = || {
            let mut n = -most;
            std::iter::from_fn(move || {
                let away = N::constant(2.0 * n * width) + z;
                n += 1.0;
                (n <= most + 1.0).then_some(if away.value() < 0.0 { (-1.0, -away) } else { (1.0, away) })
            })
        };
        if real {
            return images().fold(N::constant(0.0), |sum, (sign, d)| {
                let turned = d * nu * inverse * inverse;
                let near = (-pull * z - turned).exp_normal_cdf((nu - d) * inverse);
                let far = (-pull * z + turned).exp_normal_cdf((-nu - d) * inverse);
                sum + (near + far) * sign
            });
        }
        // A rate that makes the transform complex: the integral over the touch time.
        over_touch_time(z.value() / deviation.value(), 0.0, |v| {
            let slow = (mean * pull * 0.5 + rate_time) * (1.0 / (v * v));
            images().fold(N::constant(0.0), |sum, (sign, d)| {
                let far = d * inverse;
                let density = (-pull * z - slow - far * far * (0.5 * v * v)).exp() * far;
                sum + density * (sign * 2.0 * 0.398_942_280_401_432_7)
            })
        })
    }

    /// `E[e^(-r tau); the upper barrier is touched first, by T]`.
    pub(super) fn leaves_above(&self, rate_time: N) -> N {
        self.mirrored().leaves_below(rate_time)
    }

    /// `E[e^(-r tau); either barrier is touched by T]`.
    pub(super) fn leaves(&self, rate_time: N) -> N {
        self.leaves_below(rate_time) + self.leaves_above(rate_time)
    }
}
