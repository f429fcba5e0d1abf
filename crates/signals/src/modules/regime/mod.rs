//! A: in which regime trend and volatility are.
//!
//! # What it says
//! A market whose short average stands above the long one is kept (momentum: Moskowitz, Ooi and Pedersen 2012), one whose price is high in the
//! range of the last year while volatility is high is sold (contrarian):
//!
//! ```text
//! score = -0.6 min(1, max(-1, (SMA_50 / SMA_200 - 1) / 0.1))  +  0.4 (2 rank_365(close) - 1) P(turbulent)
//! confidence = |2 P(turbulent) - 1| · (part of the rank's window that is filled) · (1/2 within five bars after a change of the run)
//! ```
//!
//! The weights are choices, and stand in no paper: the ensemble calibrates what they are worth.
//!
//! # What it stands on
//! | | | source |
//! |---|---|---|
//! | `P(turbulent)` | filtered probability of the second regime of a switching model of the logarithmic returns: [`SwitchingModel`] | Hamilton 1989 |
//! | its parameters | fitted to a history before the bars that it is used on: [`fit_regimes`] | Baum and Welch 1970 |
//! | volatility | `v_t = 0.94 v_(t-1) + 0.06 r_t^2`, begun with the first squared return; ranked among those of a year | J.P. Morgan 1996 |
//! | strength of the trend | average directional index over 14 bars, efficiency ratio over 10 | Wilder 1978; Kaufman 1995 |
//! | shift of the mean | cumulative sums of `r_t / sqrt(v_(t-1))`: [`Cusum`] | Page 1954 |
//! | change of the run | probabilities of run lengths of `r_t / sqrt(v_(t-1))`: [`RunLength`] | Adams and `MacKay` 2007 |
//!
//! Probabilities are filtered, never smoothed: what is smoothed knows the end of the series. Everything hangs on returns and ratios, so that a
//! price in other units gives the same score, to the bit where the units differ by a power of two.
//!
//! # Pitfalls
//! A model is of its interval: one of days says nothing of hours. A fit to the bars that are then judged has seen their future.

mod cusum;
mod fit;
mod module;
mod run_length;
mod switching;
mod two_regimes;

pub use cusum::{Cusum, CusumAlarm, CusumOutput, CusumParams};
pub use fit::{FitRegimesReport, FitRegimesRequest, fit_regimes};
pub use module::{Regime, RegimeOutput, RegimeParams, RegimeState, RegimeTable, RegimeTablePart, Volatility};
pub use run_length::{RunLength, RunLengthOutput, RunLengthParams};
pub use switching::{Filtered, SwitchingModel, SwitchingRegime};
pub use two_regimes::{
    RegimeFilter, RegimeFilterOutput, RegimeFilterParams, RegimeFilterState, RegimeFilterTable, RegimeFilterTablePart,
};
