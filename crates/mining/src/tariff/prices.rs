//! A tariff, and the price that it gives each hour.

use hashinsight_units::{At, EnergyPrice, Error, Power, Record, Timestamp, Usd};

use super::clock::Clock;
use super::hours::{check_hours, hour_at};
use super::rates::EnergyRates;

/// A tariff: rates per kWh, and what comes on top.
///
/// ```
/// use hashinsight_mining::tariff::{EnergyRates, Tariff};
/// use hashinsight_units::EnergyPrice;
/// let flat = Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.055)?));
/// assert_eq!(serde_json::to_string(&flat)?, r#"{"energy":{"flat_usd_per_kwh":0.055}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Tariff {
    /// Price of a kWh in each hour.
    pub energy: EnergyRates,
    /// Wall clock of windows, daily rates and billing months. Absent: UTC.
    pub clock: Option<Clock>,
    /// Demand charge for each kW of a calendar month's highest hourly load, in USD per kW-month. Absent: there is no
    /// demand charge.
    pub demand_charge_usd_per_kw_month: Option<Usd>,
    /// Block of power bought ahead, settled at the hour's price. Absent: nothing was bought ahead.
    pub contract: Option<ContractBlock>,
}

/// A block of power bought ahead for every hour, used or not.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ContractBlock {
    /// Power of the block, in watts.
    #[record(example = 1000000)]
    pub power_w: Power,
    /// Price of the block's energy in USD/kWh.
    #[record(example = 0.04)]
    pub price_usd_per_kwh: EnergyPrice,
}

impl Tariff {
    /// The price of each hour, in USD/kWh: what one kWh more or less costs then, whatever was bought ahead.
    ///
    /// # Errors
    /// As [`tariff_prices`].
    ///
    /// ```
    /// use hashinsight_mining::tariff::{EnergyRates, Tariff};
    /// use hashinsight_units::{EnergyPrice, Timestamp};
    /// let flat = Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.055)?));
    /// assert_eq!(flat.prices(Timestamp::from_s(1_780_272_000)?, 2)?, [0.055, 0.055]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn prices(&self, start: Timestamp, hours: u32) -> Result<Vec<f64>, Error> {
        check_hours(hours as usize).at("hours")?;
        hour_at(start, hours)?;
        self.energy.prices(self.clock.unwrap_or_default(), start, hours)
    }
}

/// Inputs of [`tariff_prices`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TariffPricesRequest {
    /// Tariff of the span.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    #[record(example = 24)]
    pub hours: u32,
}

/// Result of [`tariff_prices`], hour by hour.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TariffPricesReport {
    /// Beginning of each hour, in Unix milliseconds.
    pub time_ms: Vec<Timestamp>,
    /// Price of each hour, in USD/kWh.
    pub usd_per_kwh: Vec<f64>,
    /// Hour that the tariff's wall clock shows at the beginning of each hour, 0 to 23.
    pub local_hour: Vec<u8>,
}

/// The price of each hour of a span.
///
/// # Errors
/// `mining.hours.out_of_range` for 0 hours and more than 20 years; `mining.from_hour.out_of_range`,
/// `mining.to_hour.out_of_range`, `mining.months.out_of_range`; `mining.daily_usd_per_kwh.length` unless there are 24;
/// `mining.start.out_of_range` and `mining.usd_per_kwh.insufficient_data` for a series that does not cover the span
/// hour by hour; `units.timestamp.out_of_range`.
///
/// ```
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::{EnergyPrice, Timestamp};
/// let night = TimeOfUseWindow::new(22, 6, EnergyPrice::new(0.03)?); // to the next morning
/// let rates = EnergyRates::TimeOfUse(TimeOfUse::new(vec![night], EnergyPrice::new(0.09)?));
/// let midnight = Timestamp::from_s(1_780_272_000)?;
/// let report = tariff_prices(&TariffPricesRequest::new(Tariff::new(rates), midnight, 24))?;
/// assert_eq!(report.usd_per_kwh.iter().filter(|price| **price == 0.03).count(), 8);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn tariff_prices(request: &TariffPricesRequest) -> Result<TariffPricesReport, Error> {
    let usd_per_kwh = request.tariff.prices(request.start_ms, request.hours)?;
    let clock = request.tariff.clock.unwrap_or_default();
    let time_ms: Vec<Timestamp> =
        (0..request.hours).map(|hour| hour_at(request.start_ms, hour)).collect::<Result<_, _>>()?;
    let local_hour = time_ms.iter().map(|time| clock.hour(*time)).collect();
    Ok(TariffPricesReport { time_ms, usd_per_kwh, local_hour })
}
