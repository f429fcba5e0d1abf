//! Covers by simulation, where a price that jumps has no closed form: paths from jump to jump, with the bridge between them.
//!
//! | what | file |
//! |---|---|
//! | levels: a watch that begins later, two sides; leaps beyond one of them | `walk` |
//! | where a step between two places leaves a corridor, and by which side | `exits` |
//! | falls from the running maximum | `fall` |
//! | the equity of an account in several coins, without jumps | `account` |
//!
//! There is no grid in the watch of levels; payments are discounted by the middle of the step in which the touch falls, and how far that may be
//! off is a bound of the bias. Each path comes with its twin: the same jumps, the mirrored diffusion. A path is a function of (seed, path).

mod account;
mod exits;
mod fall;
mod walk;

pub(super) use account::followed;
pub(super) use fall::{fall_steps, fallen};
pub(super) use walk::{Pays, walked};

use hashinsight_derivatives::pricing::{KouJumps, MertonJumps};
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_numerics::{Philox, exp, ln, sum_by};
use hashinsight_units::{Error, Order};

use super::model::Paths;
use super::request::SimulationError;
use super::value::Setting;
use crate::refuse::refuse;

/// Place of the number of jumps among the random numbers of a path.
const COUNT: u64 = 0;
/// Places of the times of the jumps.
const TIMES: u64 = 1 << 20;
/// Places of the sizes of the jumps.
const SIZES: u64 = 2 << 20;
/// Places of the steps of the diffusion.
const NORMALS: u64 = 3 << 20;
/// Places of the maxima of the steps.
const MAXIMA: u64 = 4 << 20;
/// Most jumps of a path.
const MOST_JUMPS: u32 = 4000;

/// A price that diffuses and jumps, in logarithms of what it was.
struct Process {
    sigma: f64,
    /// Drift of the logarithm between jumps.
    drift: f64,
    jumps: JumpModel,
    pairs: u32,
    seed: u64,
    random: Philox,
}

impl Process {
    fn new(setting: &Setting, paths: &Paths) -> Result<Self, Error> {
        let (sigma, intensity) = (paths.volatility.get(), paths.jumps.intensity());
        paths.jumps.check()?;
        if sigma == 0.0 {
            return Err(refuse("volatility", sigma, "above 0, at most 20"));
        }
        if intensity * setting.years.get() > 500.0 {
            return Err(refuse("jumps_per_year", intensity, "at most 500 expected until the cover expires"));
        }
        let drift = setting.drift.get() - 0.5 * sigma * sigma - intensity * paths.jumps.mean_growth();
        let (pairs, seed) = (paths.pairs, paths.seed);
        Ok(Self { sigma, drift, jumps: paths.jumps, pairs, seed, random: Philox::new(seed) })
    }

    /// Times and logarithms of the jumps of a path within a span, in order.
    fn draw(&self, path: u64, span: f64, jumps: &mut Vec<(f64, f64)>) {
        jumps.clear();
        let expected = self.jumps.intensity() * span;
        let uniform = self.random.uniform(path, COUNT);
        let (mut mass, mut below, mut count) = (exp(-expected), exp(-expected), 0_u32);
        while uniform > below && count < MOST_JUMPS && mass > 1e-300 {
            count += 1;
            mass *= expected / f64::from(count);
            below += mass;
        }
        for jump in 0..u64::from(count) {
            jumps.push((span * self.random.uniform(path, TIMES + jump), self.size(path, SIZES + jump)));
        }
        jumps.order_by(|a, b| a.0.total_cmp(&b.0));
    }

    /// Logarithm of a jump.
    fn size(&self, path: u64, place: u64) -> f64 {
        match self.jumps {
            JumpModel::Merton(MertonJumps { mean_log_jump, log_jump_deviation, .. }) => {
                mean_log_jump.get() + log_jump_deviation.get() * self.random.normal(path, place)
            }
            JumpModel::Kou(KouJumps { up_probability, up_rate, down_rate, .. }) => {
                // By inversion of the distribution function, which has its corner at 0.
                let (uniform, fall) = (self.random.uniform(path, place), 1.0 - up_probability.get());
                if uniform < fall {
                    ln(uniform / fall) / down_rate.get()
                } else {
                    -ln((1.0 - uniform) / (1.0 - fall)) / up_rate.get()
                }
            }
            _ => 0.0,
        }
    }

    fn estimate<const N: usize>(&self, pair: impl FnMut(u64) -> [f64; N]) -> Estimate<N> {
        mean_of_pairs(self.pairs, pair)
    }

    const fn simulation(&self, probability_error: f64, pure_error: f64, bias: f64) -> SimulationError {
        SimulationError {
            pairs: self.pairs,
            seed: self.seed,
            probability_standard_error: probability_error,
            pure_standard_error: pure_error,
            pure_bias_bound: bias,
        }
    }
}

/// Means and standard errors, and the first number of each pair.
struct Estimate<const N: usize> {
    mean: [f64; N],
    error: [f64; N],
    first: Vec<f64>,
}

/// Means over so many pairs, and their standard errors. `pair` gives what a path and its twin give on average.
fn mean_of_pairs<const N: usize>(pairs: u32, mut pair: impl FnMut(u64) -> [f64; N]) -> Estimate<N> {
    let n = f64::from(pairs);
    let pairs: Vec<[f64; N]> = (0..u64::from(pairs)).map(&mut pair).collect();
    let mean: [f64; N] = std::array::from_fn(|k| sum_by(pairs.len(), |pair| pairs[pair][k]) / n);
    let error = std::array::from_fn(|k| {
        let away = |pair: usize| pairs[pair][k] - mean[k];
        (sum_by(pairs.len(), |pair| away(pair) * away(pair)) / (n - 1.0) / n).sqrt()
    });
    Estimate { mean, error, first: pairs.iter().map(|pair| pair[0]).collect() }
}
