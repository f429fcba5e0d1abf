//! The logarithm of a quotient.

use hashinsight_numerics::{ln, ln_1p};

/// `ln(above / below)` for positive numbers, to 2 ulp even where they nearly agree: rounding the quotient would leave an absolute error that
/// small deviations magnify.
pub(crate) fn log_ratio(above: f64, below: f64) -> f64 {
    let quotient = above / below;
    if quotient > 0.5 && quotient < 2.0 {
        ln_1p((above - below) / below) // the difference is exact
    } else {
        ln(quotient)
    }
}
