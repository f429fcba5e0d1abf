//! Forecast baselines, with how good they were.
//!
//! Three models that any forecast has to beat: exponentially weighted variance without drift, autoregression, and geometric Brownian motion with
//! the mean and variance of its window ([`ForecastModel`]). Each says a whole distribution of the logarithmic return over a horizon, and its past
//! forecasts are scored on outcomes that it had not seen ([`forecast`]): how often the price ended inside a band, whether the probability
//! integral transform is even, and the continuous ranked probability score.
//!
//! Pitfalls: returns have fat tails, so that normal bands of 95 % hold less than they say in storms and more in between; forecasts of
//! overlapping horizons are not independent, the standard errors count them once per horizon.

mod check;
mod model;
mod normal;

pub use check::{Coverage, ForecastOfModel, ForecastQuality, ForecastReport, ForecastRequest, ModelForecast, forecast};
pub use model::ForecastModel;
pub use normal::{NormalForecast, PriceBand};
