//! Prices of power over a span.

use hashinsight_units::{EnergyPrice, Record, Timestamp};

/// A price for every 5, 15, 30 or 60 minutes of a span.
///
/// ```
/// use hashinsight_market::PowerPrices;
/// use hashinsight_units::{EnergyPrice, Timestamp};
/// let quarters = [30.0, -5.0].map(EnergyPrice::from_usd_per_mwh);
/// let quarters = quarters.into_iter().collect::<Result<Vec<_>, _>>()?;
/// let prices = PowerPrices::new(Timestamp::from_s(1_785_542_400)?, 15, quarters);
/// assert_eq!(prices.usd_per_kwh[1].get(), -0.005);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PowerPrices {
    /// Beginning of the first interval, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Length of the intervals in minutes: 5, 15, 30 or 60.
    #[record(example = 15)]
    pub interval_minutes: u32,
    /// Prices in USD/kWh, one per interval.
    pub usd_per_kwh: Vec<EnergyPrice>,
}
