//! Indicators.

use hashinsight::signals::indicators::Ema;

use crate::operation::operations;

operations! { signals:
    /// Exponential moving average, observation by observation: `e_t = e_(t-1) + 2 / (n + 1) (x_t - e_(t-1))`, begun with the mean of the
    /// first `n` observations.
    stream ema: Ema;
}
