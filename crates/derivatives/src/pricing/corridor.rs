//! Brownian motion between two barriers, with its derivatives.
//!
//! Where the deviation is below the width of the corridor, the killed density is a sum over the images of the start (Kunitomo and Ikeda
//! 1992), whose factors `e^(m (c - z) / sigma^2)` are kept beside the normal tails that they belong to; where it is above, a sum of sines
//! (Hui 1996). Either converges within a few terms. The moment of leaving by one side is the same sum over the images' first passages.

use hashinsight_numerics::clamp;

use super::jet::{Jet, Market, Number};
use super::walk_jet::over_touch_time;

/// Logarithm of what no longer counts beside the greatest term.
const LEAST: f64 = -45.0;
/// Sines that count where it is above.
const SINES: u32 = 10;

/// Logarithm of the price between two barriers that it has not reached.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corridor<N> {
    /// Distance from the lower barrier.
    pub(super) z: N,
    /// From barrier to barrier.
    pub(super) width: f64,
    mean: N,
    pub(super) deviation: N,
}

impl Corridor<Jet> {
    /// Without derivatives.
    pub(super) fn by_number(&self) -> Corridor<f64> {
        let Self { z, width, mean, deviation } = *self;
        Corridor { z: z.value, width, mean: mean.value, deviation: deviation.value }
    }
}

impl<N: Number> Corridor<N> {
    /// Under the measure of cash.
    #[inline(always)]
    pub(super) fn new(market: &Market<N>, lower: f64, upper: f64) -> Self {
        let width = hashinsight_numerics::ln_ratio(upper, lower);
        Self { z: market.spot.ln_over(lower), width, mean: market.mean(), deviation: market.deviation() }
    }

    /// Under the measure of the asset.
    #[inline(always)]
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

    /// Probabilities of touching neither barrier and of touching either, each with its own digits.
    pub(super) fn stays_and_touches(&self) -> [f64; 2] {
        let stays = clamp(self.stays().value(), 0.0, 1.0);
        // Nearly certain, it lacks the digits of what it leaves.
        let touches = if stays > 0.5 { self.leaves(N::constant(0.0)).value() } else { 1.0 - stays };
        [stays, clamp(touches, 0.0, 1.0)]
    }

    /// Probability of touching neither and ending between `low` and `high` above the lower barrier.
    pub(super) fn ends(&self, low: f64, high: f64) -> N {
        if low >= high {
            N::constant(0.0)
        } else if self.has_images() {
            self.by_images(low, high)
        } else {
            self.by_sines(low, high)
        }
    }

    /// Whether few images answer.
    #[inline(always)]
    pub(super) fn has_images(&self) -> bool {
        self.deviation.value() < self.width
    }

    fn by_images(&self, low: f64, high: f64) -> N {
        let images = self.images(low, high);
        let (mut sum, mut n) = (N::constant(0.0), -self.most());
        while n <= self.most() {
            let [away, back] = places(self.z, self.width, n);
            sum = sum + images.at(away).value() - images.at(back).value();
            n += 1.0;
        }
        sum
    }

    /// The sum over images for an end between `low` and `high`.
    #[inline(always)]
    pub(super) fn images(&self, low: f64, high: f64) -> Images<N> {
        let Self { z, mean, deviation, .. } = *self;
        let inverse = deviation.recip();
        let images = Images { z, mean, inverse, pull: mean * inverse * inverse, ends: [low, high], least: LEAST };
        // The start itself has the greatest term.
        Images { least: images.at(z).size + LEAST, ..images }
    }

    /// Images on either side that are summed: one is below the start's own term by the normal density of its distance, and nothing is left
    /// beyond nine deviations.
    #[inline(always)]
    pub(super) fn most(&self) -> f64 {
        (4.5 * self.deviation.value() / self.width).ceil() + 1.0
    }

    fn by_sines(&self, low: f64, high: f64) -> N {
        const PI: f64 = std::f64::consts::PI;
        let Self { z, width, mean, deviation } = *self;
        let variance = deviation * deviation;
        let pull = mean * variance.recip();
        let front = -pull * z - mean * pull * 0.5;
        let turn = z * (1.0 / width);
        let [at_low, at_high] = [low, high].map(|y| (pull * y).exp());
        (1..=SINES).fold(N::constant(0.0), |sum, j| {
            let j = f64::from(j);
            let beta = j * PI / width;
            let decay = (front - variance * (0.5 * beta * beta)).exp();
            // Integral of e^(c y) sin(beta y).
            let primitive = |y: f64, growth: N| {
                let (sine, cosine) = N::constant(j * y / width).sin_cos_pi();
                growth * (pull * sine - cosine * beta)
            };
            let scale = (pull * pull + N::constant(beta * beta)).recip();
            let (sine, _) = (turn * j).sin_cos_pi();
            sum + decay * sine * (primitive(high, at_high) - primitive(low, at_low)) * scale * (2.0 / width)
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

/// Places of the start and of its mirror image, so many corridors away.
#[inline(always)]
pub(super) fn places<N: Number>(z: N, width: f64, n: f64) -> [N; 2] {
    let away = N::constant(2.0 * n * width);
    [away + z, away - z]
}

/// A sum over the images of the start: what each adds to the probability of an end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Images<N> {
    pub(super) z: N,
    pub(super) mean: N,
    pub(super) inverse: N,
    pub(super) pull: N,
    pub(super) ends: [f64; 2],
    /// Logarithm of the least term that counts.
    pub(super) least: f64,
}

/// Term of an image: `e^exponent (N(to) - N(from))`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Image<N> {
    pub(super) exponent: N,
    pub(super) from: N,
    pub(super) to: N,
    /// About its logarithm.
    pub(super) size: f64,
    pub(super) counts: bool,
}

impl<N: Number> Images<N> {
    /// The image at `c`, seen from the tail on whose side the interval lies. No branch, so that loops become lanes.
    #[inline(always)]
    pub(super) fn at(&self, c: N) -> Image<N> {
        let exponent = self.pull * (c - self.z);
        let [low, high] = self.ends;
        let from = (N::constant(low) - c - self.mean) * self.inverse;
        let to = (N::constant(high) - c - self.mean) * self.inverse;
        let (low, high) = (from.value(), to.value());
        let near = if high < 0.0 { high } else { 0.0 };
        let near = if low > 0.0 { low } else { near };
        let size = exponent.value() - 0.5 * near * near;
        let turned = low + high >= 0.0;
        let (from, to) = if turned { (-to, -from) } else { (from, to) };
        Image { exponent, from, to, size, counts: size >= self.least }
    }
}

impl<N: Number> Image<N> {
    fn value(self) -> N {
        if self.counts { self.exponent.exp_between(self.from, self.to) } else { N::constant(0.0) }
    }
}
