//! The probability that a price stays between two levels, by itself.

use hashinsight_numerics::clamp;
use hashinsight_units::{AssetPrice, Error};

use super::Lognormal;
use super::double_barrier::{Place, Start};
use super::jet::Market;

/// Probability that a price touches neither of two levels within its horizon, continuously watched: the joint distribution of its least and
/// its greatest value, `P(min > lower, max < upper)`. Its drift is `rate_per_year - yield_per_year`, under whatever measure these are of.
/// Absolute error below 1e-13 (Kunitomo and Ikeda 1992; Hui 1996).
///
/// ```
/// use hashinsight_derivatives::pricing::{Lognormal, corridor_survival};
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// // Neither a long nor a short at 10 times leverage is liquidated within a week.
/// let price = Lognormal::new(Years::new(7.0 / 365.0)?, Rate::new(0.0)?, Rate::new(0.0)?, Volatility::new(0.65)?);
/// let [spot, lower, upper] = [60_000.0, 54_216.87, 65_737.05].map(AssetPrice::new);
/// assert_eq!(format!("{:.4}", corridor_survival(spot?, lower?, upper?, &price)?), "0.4328");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.upper.out_of_range` unless the upper level is above the lower one, `unsupported` for a corridor narrower than a 4000th of
/// the deviation over the horizon.
pub fn corridor_survival(
    spot: AssetPrice,
    lower: AssetPrice,
    upper: AssetPrice,
    price: &Lognormal,
) -> Result<f64, Error> {
    let place = Place::new(spot, lower, upper, price)?;
    Ok(match place.start(&Market::new(spot.get(), price)) {
        Start::Between(corridor) => clamp(corridor.stays().value, 0.0, 1.0),
        Start::Never => 1.0,
        Start::Touches { .. } => 0.0,
    })
}
