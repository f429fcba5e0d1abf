//! How far a price is.

use hashinsight_numerics::ln_ratio;

use crate::{Volatility, Years};

/// `|ln(level / from)|` in standard deviations of the logarithm over the horizon, `sigma sqrt(T)`; `None` where those are 0.
pub(crate) fn in_deviations(from: f64, level: f64, volatility: Volatility, horizon: Years) -> Option<f64> {
    let deviation = volatility.get() * horizon.get().sqrt();
    (deviation > 0.0).then(|| ln_ratio(level, from).abs() / deviation).filter(|distance| distance.is_finite())
}
