//! Extremes of a Brownian bridge: how far a path went between two known ends.
//!
//! ```text
//! min = (x + y - sqrt((y - x)^2 - 2 s^2 ln U)) / 2                                                  s^2 variance over the step
//! P(max < u | min = l) = 1 + sum over n of
//!     (1 + n) (a + b + 2 n w) / (a + b) e^(-2 n w (n w + a + b) / s^2) - n (2 n w + d) / (a + b) e^(-2 (n w (n w + d) - a b) / s^2)
//! a = x - l,  b = y - l,  d = y - x,  w = u - l,  n <> 0
//! ```
//!
//! The second line is the derivative by `l` of the probability to stay between `l` and `u`, which the images of the end give, over that
//! without the upper barrier. Together they draw the least and the greatest value of a step from their joint law: no grid, no bias.

use hashinsight_numerics::{exp, ln, max, min};

/// Widths per deviation below which a path does not stay inside: `e^(-pi^2 / (2 w^2))` is below any uniform random number.
const NARROW: f64 = 0.3;
/// Exponent beyond which a term does not count.
const FAR: f64 = 50.0;

/// A step of the logarithm between two known ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bridge {
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) variance: f64,
}

impl Bridge {
    /// Greatest distance from the upper end that a uniform number makes of the bridge.
    fn reach(&self, uniform: f64) -> f64 {
        let d = self.to - self.from;
        0.5 * ((d * d - 2.0 * self.variance * ln(uniform)).sqrt() - d.abs())
    }

    /// Least value.
    pub(crate) fn least(&self, uniform: f64) -> f64 {
        min(self.from, self.to) - self.reach(uniform)
    }

    /// Greatest value.
    pub(crate) fn greatest(&self, uniform: f64) -> f64 {
        max(self.from, self.to) + self.reach(uniform)
    }

    /// Probability that the greatest value is below `high`, which is above both ends, where `low` is the least one.
    pub(crate) fn stays_below(&self, high: f64, low: f64) -> f64 {
        let (a, b, w, d) = (self.from - low, self.to - low, high - low, self.to - self.from);
        if w * w <= NARROW * NARROW * self.variance {
            return 0.0;
        }
        if a + b <= 0.0 {
            return 1.0; // no variance: both ends are the least value
        }
        let (sharp, scale) = (2.0 / self.variance, 1.0 / (a + b));
        let mut sum = 1.0;
        let mut n = 1.0;
        loop {
            // n > 0 and -n together. The farther of the two images decides whether the next one counts.
            let far = |n: f64| sharp * n * w * (n * w + a + b);
            let round = |n: f64| sharp * (n * w * (n * w + d) - a * b);
            let mut least = f64::INFINITY;
            for n in [n, -n] {
                let (one, two) = (far(n), round(n));
                if n != -1.0 {
                    sum += (1.0 + n) * (a + b + 2.0 * n * w) * scale * exp(-one);
                    least = min(least, one);
                }
                sum -= n * (2.0 * n * w + d) * scale * exp(-two);
                least = min(least, two);
            }
            if least > FAR {
                return hashinsight_numerics::clamp(sum, 0.0, 1.0);
            }
            n += 1.0;
        }
    }
}
