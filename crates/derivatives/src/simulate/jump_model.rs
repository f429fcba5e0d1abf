//! How the simulated price jumps.

use hashinsight_numerics::{LANES, Philox, exp, exp_m1, ln};
use hashinsight_units::{Error, Record};

use crate::pricing::{KouJumps, MertonJumps};

/// Jumps of a simulated price.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum JumpModel {
    /// Without jumps: geometric Brownian motion.
    None,
    /// Normal in the logarithm (Merton 1976).
    Merton(MertonJumps),
    /// Exponential in the logarithm, up and down (Kou 2002).
    Kou(KouJumps),
}

impl JumpModel {
    /// Refuses jumps whose mean does not exist.
    ///
    /// # Errors
    /// As [`kou`](crate::pricing::kou) for its jumps.
    pub fn check(&self) -> Result<(), Error> {
        match self {
            Self::None | Self::Merton(_) => Ok(()),
            Self::Kou(jumps) => jumps.check(),
        }
    }

    /// Expected number of jumps per year.
    pub fn intensity(&self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Merton(jumps) => jumps.jumps_per_year.get(),
            Self::Kou(jumps) => jumps.jumps_per_year.get(),
        }
    }

    /// `E[e^Y] - 1` of one jump.
    pub fn mean_growth(&self) -> f64 {
        match self {
            Self::None => 0.0,
            Self::Merton(jumps) => exp_m1(jumps.log_growth()),
            Self::Kou(jumps) => jumps.mean_growth(),
        }
    }

    /// Logarithms of jumps, a row per jump of neighboring paths: from the random numbers `first..` of their streams.
    pub fn sizes(&self, random: Philox, path: u64, first: u64, rows: &mut [[f64; LANES]]) {
        match self {
            Self::None => rows.fill([0.0; LANES]),
            Self::Merton(MertonJumps { mean_log_jump, log_jump_deviation, .. }) => {
                random.fill_normal_rows(path, first, rows);
                for size in rows.as_flattened_mut() {
                    *size = mean_log_jump.get() + log_jump_deviation.get() * *size;
                }
            }
            Self::Kou(jumps) => {
                // By inversion of the distribution function, which has its corner at 0.
                let fall = 1.0 - jumps.up_probability.get();
                random.fill_uniform_rows(path, first, rows);
                for size in rows.as_flattened_mut() {
                    let uniform = *size;
                    let (tail, rate) = if uniform < fall {
                        (uniform / fall, jumps.down_rate.get())
                    } else {
                        ((1.0 - uniform) / (1.0 - fall), -jumps.up_rate.get())
                    };
                    *size = ln(tail) / rate;
                }
            }
        }
    }
}

/// Numbers of jumps of [`LANES`] neighboring paths where so many are expected, at most 4000: Poisson, by inversion of the distribution
/// function at the random number `first` of each path's stream.
///
/// ```
/// use hashinsight_derivatives::simulate::jump_counts;
/// use hashinsight_numerics::Philox;
/// let counts: u32 = (0..1000).flat_map(|path| jump_counts(2.5, Philox::new(1), 16 * path, 0)).sum();
/// assert!((f64::from(counts) / 16_000.0 - 2.5).abs() < 0.05);
/// ```
pub fn jump_counts(expected: f64, random: Philox, path: u64, first: u64) -> [u32; LANES] {
    let mut uniforms = [[0.0; LANES]];
    random.fill_uniform_rows(path, first, &mut uniforms);
    let none = exp(-expected);
    uniforms[0].map(|uniform| {
        let (mut mass, mut below, mut count) = (none, none, 0_u32);
        while uniform > below && count < 4000 {
            count += 1;
            mass *= expected / f64::from(count);
            below += mass;
            if mass < 1e-300 {
                break;
            }
        }
        count
    })
}
