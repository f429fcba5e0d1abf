//! Where a Brownian motion between two places leaves a corridor.
//!
//! Of a bridge from `a` to `b` above the lower of two levels `w` apart, over a variance `v`, let `A_n` be the probability that it touches the levels
//! at least `n` times in turn, the lower first, and `B_n` the upper first. By reflection
//!
//! ```text
//! A_(2k+1) = e^(-2 (k w + a) (k w + b) / v)        A_(2k) = e^(-2 k w (k w + a - b) / v)
//! B_(2k+1) = e^(-2 ((k+1) w - a) ((k+1) w - b) / v)    B_(2k) = e^(-2 k w (k w + b - a) / v)
//! lower first = A_1 - B_2 + A_3 - B_4 + ...        upper first = B_1 - A_2 + B_3 - A_4 + ...
//! ```
//!
//! (Anderson 1960, theorem 4.2, for a line; images.) A bridge that ends beyond a level has left the corridor for certain, by that level unless by
//! the other one first. With one level it is `e^(-2 a b / v)`.

use hashinsight_numerics::exp;

/// Probabilities that a step leaves the corridor by its lower and by its upper level first. It starts inside; a level that is infinite is none.
pub(super) fn exits([low, high]: [f64; 2], start: f64, end: f64, variance: f64) -> [f64; 2] {
    let one = |a: f64, b: f64| if b <= 0.0 { 1.0 } else { exp(-2.0 * a * b / variance) };
    if high == f64::INFINITY {
        return [one(start - low, end - low), 0.0];
    }
    if low == f64::NEG_INFINITY {
        return [0.0, one(high - start, high - end)];
    }
    let (width, a, b) = (high - low, start - low, end - low);
    let lower = first(width, a, b, variance);
    let upper = first(width, width - a, width - b, variance);
    if b <= 0.0 {
        return [1.0 - upper, upper];
    }
    if b >= width { [lower, 1.0 - lower] } else { [lower, upper] }
}

/// Probability that the level at 0 is touched first, for an end that is not beyond it.
fn first(width: f64, a: f64, b: f64, variance: f64) -> f64 {
    if b <= 0.0 {
        return 1.0; // certain, but for the other level: the caller's
    }
    let (mut sum, mut k) = (exp(-2.0 * a * b / variance), 1.0);
    // Beyond, every term is below e^-40.
    while 2.0 * (k - 1.0) * (k - 1.0) * width * width < 40.0 * variance || k < 2.0 {
        let shift = k * width;
        sum += exp(-2.0 * (shift + a) * (shift + b) / variance) - exp(-2.0 * shift * (shift + b - a) / variance);
        k += 1.0;
    }
    if sum > 0.0 { sum } else { 0.0 }
}
