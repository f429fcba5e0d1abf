//! Indicators.

use hashinsight::signals::indicators::Ema;

use crate::operation::operations;

operations! { signals:
    /// Exponential moving average, observation by observation: `e_t = (1 - w) e_(t-1) + w x_t` with `w = 2 / (n + 1)`, begun with the running
    /// mean of the first `n` observations.
    stream ema: Ema;
}
