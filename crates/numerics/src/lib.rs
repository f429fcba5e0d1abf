//! Deterministic special functions, sums, quantiles, roots and random numbers: the same 64 bits on every target.
//!
//! # Why own functions
//!
//! IEEE 754 fixes the bits of `+ - * /` and of the square root, nothing fixes those of `exp` or `ln`: the standard
//! library takes them from the platform, and they differ between operating systems, versions and WebAssembly. Here each
//! function is composed of the fixed operations alone, in one written order, without fused multiply-add. A result is
//! therefore the same on x86-64, aarch64 and wasm32, scalar or in vector lanes, in a debug build or an optimized one.
//! Errors are stated in ulps per function and tested against 50-digit references.
//!
//! # What is here
//!
//! | | |
//! |---|---|
//! | elementary | [`exp()`], [`exp_m1`], [`ln()`], [`ln_1p`], [`ln_ratio`], [`pow()`], [`sin_pi`], [`cos_pi`], [`min`], [`max`], [`clamp`] |
//! | normal distribution | [`normal_cdf`], [`normal_pdf`], [`normal_quantile`], [`exp_normal_cdf`], [`erf()`], [`erfc`], [`erfcx`], [`erfcx_difference`] |
//! | gamma | [`ln_gamma`], [`gamma_p`], [`gamma_q`], [`gamma_p_inverse`], [`gamma_q_inverse`] |
//! | beta | [`beta_i`], [`beta_i_inverse`] |
//! | sampling distributions | [`chi_squared_quantile`], [`f_quantile`] |
//! | data | [`sum()`], [`Sum`], [`dot`], [`mean`], [`variance`], [`quantile()`], [`Sorted`] |
//! | estimates | [`MeanEstimate`], [`Sorted::exceedance`], [`Sorted::expected_shortfall`], [`proportion_interval`] |
//! | linear models | [`least_squares`], [`ridge`] |
//! | equations | [`find_root`] |
//! | transforms | [`GaussLegendre`], [`invert_laplace`], [`invert_laplace_checked`], [`invert_laplace_checked_each`], [`fft()`], [`inverse_fft`], [`real_fft`], [`inverse_real_fft`], [`Complex`] |
//! | random numbers | [`Philox`] |
//! | slices | [`exp_slice`], [`ln_slice`], [`erfc_slice`], [`erfcx_slice`], [`normal_cdf_slice`], [`normal_quantile_slice`], [`Philox::fill_uniform`], [`Philox::fill_normal`], [`Philox::fill_uniform_rows`], [`Philox::fill_normal_rows`], [`Philox::fill_antithetic`] |
//!
//! # Conventions
//!
//! Where mathematics is total (`exp`, `erf`, `pow`, ...) functions are, and follow the special cases of IEEE 754:
//! `ln(0)` is `-inf`, `ln(-1)` NaN. A NaN result is always [`f64::NAN`] itself, whatever its cause. Functions of
//! statistics refuse arguments outside their domain with an [`Error`](hashinsight_units::Error).
//!
//! # Pitfalls
//!
//! * A probability near 1 has lost the digits of its tail: compute the tail (`normal_cdf(-x)`, [`gamma_q`], [`erfc`]),
//!   not `1 - p`.
//! * `sum(a) + sum(b)` is not the sum of the concatenation: feed one [`Sum`], whose bits do not depend on the chunks.
//!
//! ```
//! use hashinsight_numerics::{Philox, exp, mean};
//!
//! // A thousand lognormal prices, each a pure function of (seed, stream, index).
//! let mut shocks = vec![0.0; 1000];
//! Philox::new(2024).fill_normal(0, 0, &mut shocks);
//! let prices: Vec<f64> = shocks.iter().map(|z| 100.0 * exp(0.2 * z - 0.02)).collect();
//! assert!((mean(&prices)? - 100.0).abs() < 2.0);
//! # Ok::<(), hashinsight_units::Error>(())
//! ```
#![forbid(unsafe_code)]
#![expect(
    clippy::inline_always,
    reason = "a loop becomes lanes only if what it calls is compiled into it, once per width"
)]

mod beta;
mod complex;
mod distribution;
mod double;
mod erf;
mod error;
mod estimate;
mod exp;
mod fft;
mod gamma;
pub mod golden;
pub mod job;
mod laplace;
mod linear;
mod ln;
mod normal;
mod order;
mod philox;
mod pow;
mod quadrature;
mod quantile;
mod roots;
mod slice;
pub mod state;
pub mod stream;
mod sum;
mod trig;

pub use beta::{beta_i, beta_i_inverse};
pub use complex::Complex;
pub use distribution::{chi_squared_quantile, f_quantile};
pub use erf::{erf, erfc, erfcx, erfcx_difference};
pub use estimate::{MeanEstimate, proportion_interval};
pub use exp::{exp, exp_m1};
pub use fft::{fft, inverse_fft, inverse_real_fft, real_fft};
pub use gamma::{gamma_p, gamma_p_inverse, gamma_q, gamma_q_inverse, ln_gamma};
pub use laplace::{invert_laplace, invert_laplace_checked, invert_laplace_checked_each};
pub use linear::{LinearFit, least_squares, ridge};
pub use ln::{ln, ln_1p, ln_ratio};
pub use normal::{exp_normal_cdf, normal_cdf, normal_pdf, normal_quantile};
pub use order::{clamp, max, min};
pub use philox::Philox;
pub use pow::pow;
pub use quadrature::GaussLegendre;
pub use quantile::{QuantileMethod, Sorted, quantile};
pub use roots::find_root;
pub use slice::{LANES, erfc_slice, erfcx_slice, exp_slice, ln_slice, normal_cdf_slice, normal_quantile_slice};
pub use sum::{Sum, dot, mean, sum, sum_by, sums, sums_of_pairs, variance};
pub use trig::{cos_pi, sin_pi};
