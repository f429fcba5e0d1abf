//! Variance that jumps do not move, and a test for them.
//!
//! With the returns `r` of `n` bars,
//!
//! | | |
//! |---|---|
//! | realized variance | `RV = sum of r_i^2` |
//! | bipower variation | `BV = pi/2 sum of |r_i| |r_(i-1)|` (Barndorff-Nielsen and Shephard 2004) |
//! | tripower quarticity | `TQ = n mu^-3 n/(n-2) sum of (|r_i| |r_(i-1)| |r_(i-2)|)^(4/3)`, `mu = 2^(2/3) G(7/6) / G(1/2)` |
//! | jump test | `(1 - BV'/RV) / sqrt((pi^2/4 + pi - 5) / n max(1, TQ / BV'^2))`, `BV' = BV n/(n-1)` (Huang and Tauchen 2005) |
//! | truncated variance | mean of the `r_i^2` with `|r_i| <= 3 sqrt(BV' / n)` (Mancini 2009) |

use std::f64::consts::{FRAC_PI_2, PI};

use hashinsight_numerics::{pow, sum_by};

/// Returns beyond so many deviations are no diffusion's.
const TRUNCATION: f64 = 3.0;
/// `E|z|^(4/3)` of a standard normal `z`: `2^(2/3) G(7/6) / G(1/2)`.
const FOUR_THIRDS_MOMENT: f64 = 0.830_860_925_029_559_1;

/// Measures of a series of returns.
pub(super) struct JumpMeasures {
    pub(super) realized: f64,
    pub(super) bipower: f64,
    pub(super) bipower_per_bar: f64,
    pub(super) truncated: f64,
    pub(super) beyond: u32,
    pub(super) share: Option<f64>,
    pub(super) statistic: Option<f64>,
}

impl JumpMeasures {
    /// Of two returns or more.
    pub(super) fn new(returns: &[f64]) -> Self {
        let count = returns.len() as f64;
        let realized = sum_by(returns.len(), |i| returns[i] * returns[i]);
        let bipower = FRAC_PI_2 * sum_by(returns.len() - 1, |i| (returns[i] * returns[i + 1]).abs());
        let bipower_per_bar = bipower / (count - 1.0);
        let limit = TRUNCATION * bipower_per_bar.sqrt();
        let inside: Vec<f64> = returns.iter().copied().filter(|r| r.abs() <= limit).collect();
        let truncated =
            if inside.is_empty() { 0.0 } else { sum_by(inside.len(), |i| inside[i] * inside[i]) / inside.len() as f64 };
        let scaled = bipower_per_bar * count;
        let statistic = || {
            let triples =
                sum_by(returns.len() - 2, |i| pow((returns[i] * returns[i + 1] * returns[i + 2]).abs(), 4.0 / 3.0));
            let cube = FOUR_THIRDS_MOMENT * FOUR_THIRDS_MOMENT * FOUR_THIRDS_MOMENT;
            let quarticity = count * count / (count - 2.0) * triples / cube;
            let spread = quarticity / (scaled * scaled);
            let spread = if spread > 1.0 { spread } else { 1.0 };
            let variance = (PI * PI / 4.0 + PI - 5.0) / count * spread;
            (1.0 - scaled / realized) / variance.sqrt()
        };
        let moved = realized > 0.0;
        let share = 1.0 - bipower / realized;
        Self {
            realized,
            bipower,
            bipower_per_bar,
            truncated,
            beyond: u32::try_from(returns.len() - inside.len()).unwrap_or(u32::MAX),
            share: moved.then_some(if share > 0.0 { share } else { 0.0 }),
            statistic: (moved && bipower > 0.0 && returns.len() > 2).then(statistic).filter(|value| value.is_finite()),
        }
    }
}
