//! Volatility and jumps from observed prices: of the real world, P.
//!
//! With `o` the logarithm of the open over the previous close, and `u`, `d`, `c` those of high, low and close over the open of `n` bars,
//!
//! | estimator | variance per bar | efficiency |
//! |---|---|---|
//! | close to close | sample variance of `ln(C/C')` | 1 |
//! | EWMA | `(1 - l) sum of l^i r^2`, weights scaled to 1 (J.P. Morgan 1996) | follows |
//! | Parkinson 1980 | mean of `(u - d)^2 / (4 ln 2)` | 5; no drift, no opening jumps |
//! | Garman, Klass 1980 | mean of `(u - d)^2 / 2 - (2 ln 2 - 1) c^2` | 7; no drift, no opening jumps |
//! | Rogers, Satchell 1991 | mean of `u (u - c) + d (d - c)` | 6; any drift, no opening jumps |
//! | Yang, Zhang 2000 | `var(o) + k var(c) + (1 - k) RS`, `k = 0.34 / (1.34 + (n + 1)/(n - 1))` | up to 14; drift and opening jumps |
//!
//! Bars that sample a continuous price miss its true extremes: range estimators are low by a few percent where bars are made of few trades.

mod bipower;
mod jumps;
mod volatility;

pub use jumps::{Estimated, FitJumpsReport, FitJumpsRequest, fit_jumps};
pub use volatility::{
    RISK_METRICS_DECAY, RealizedVolatilityReport, RealizedVolatilityRequest, bars_volatility, realized_volatility,
};
