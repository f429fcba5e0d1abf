//! A tariff, and the price that it gives each settlement interval.

use hashinsight_units::{At, Date, EnergyPrice, Error, Power, Record, Timestamp, Usd};

use super::charges::{CoincidentPeak, DemandCharge, EnergyTier};
use super::clock::Clock;
use super::grid::{Grid, check_minutes, in_tariff};
use super::hours_use::HoursUse;
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
    /// Price of a kWh at each moment.
    pub energy: EnergyRates,
    /// Wall clock of windows, daily rates and billing months. Absent: UTC.
    pub clock: Option<Clock>,
    /// Demand charge for each kW of a calendar month's highest load, in USD per kW-month: the plainest of `demand`.
    /// Absent: there is none besides those.
    pub demand_charge_usd_per_kw_month: Option<Usd>,
    /// Block of power bought ahead, settled at the price of each interval. Absent: nothing was bought ahead.
    pub contract: Option<ContractBlock>,
    /// Settlement interval in minutes, in which energy is metered and billed: 5, 15, 30 or 60. Absent: 60.
    pub settlement_minutes: Option<u32>,
    /// Holidays by local date: days that count as Sundays. Absent: there are none.
    pub holidays: Option<Vec<Date>>,
    /// Demand charges, at most 16, each for itself. Absent: there are none.
    pub demand: Option<Vec<DemandCharge>>,
    /// Charges for the load in single intervals. Absent: there are none.
    pub coincident_peaks: Option<Vec<CoincidentPeak>>,
    /// Charges per kWh by blocks of the calendar month's use, on top of `energy`. Absent: there are none.
    pub tiers: Option<Vec<EnergyTier>>,
    /// Charges per kWh by hours of use of the month's demand (kWh/kW), on top of `energy`. Absent: there are none.
    pub hours_use: Option<HoursUse>,
    /// Energy used in the first month before the span began, in kWh: where its blocks stand. Absent: 0.
    pub energy_so_far_kwh: Option<f64>,
    /// Fixed charge in USD for each calendar month that the span touches. Absent: 0.
    pub fixed_usd_per_month: Option<Usd>,
    /// Least that a calendar month is billed, in USD, all charges together. Absent: there is no least.
    pub minimum_usd_per_month: Option<Usd>,
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
    /// The price of each settlement interval, in USD/kWh: what one kWh more or less costs then, whatever was bought
    /// ahead, before tiers and demand. The mean of an interval in which it changes.
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
        self.interval_prices(&self.grid(start, hours)?)
    }

    /// The settlement intervals of so many hours.
    pub(crate) fn grid(&self, start: Timestamp, hours: u32) -> Result<Grid, Error> {
        Grid::of_hours(start, self.minutes()?, hours as usize)
    }

    /// Settlement intervals of an hour.
    pub(crate) fn intervals_per_hour(&self) -> Result<u32, Error> {
        Ok(60 / self.minutes()?)
    }

    pub(crate) fn minutes(&self) -> Result<u32, Error> {
        let field = "settlement_minutes";
        self.settlement_minutes.map_or(Ok(60), |minutes| check_minutes(field, minutes)).at("tariff")
    }

    pub(super) fn interval_prices(&self, grid: &Grid) -> Result<Vec<f64>, Error> {
        let clock = self.checked_clock()?;
        self.energy.prices(&clock, self.holidays.as_deref(), grid)
    }

    pub(super) fn checked_clock(&self) -> Result<Clock, Error> {
        let clock = self.clock.clone().unwrap_or_default();
        clock.check().map_err(|error| in_tariff(error, "clock"))?;
        Ok(clock)
    }
}

/// Inputs of [`tariff_prices`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TariffPricesRequest {
    /// Tariff of the span.
    pub tariff: Tariff,
    /// Beginning of the first interval, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    #[record(example = 24)]
    pub hours: u32,
}

/// Result of [`tariff_prices`], one row per settlement interval.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TariffPricesReport {
    /// Beginning of each interval, in Unix milliseconds.
    pub time_ms: Vec<Timestamp>,
    /// Price of each interval, in USD/kWh: the mean where it changes within.
    pub usd_per_kwh: Vec<f64>,
    /// Hour that the tariff's wall clock shows at the beginning of each interval, 0 to 23.
    pub local_hour: Vec<u8>,
}

/// The price of each settlement interval of a span.
///
/// # Errors
/// `mining.hours.out_of_range` for 0 hours and more than 20 years; `mining.settlement_minutes.out_of_range`;
/// `mining.from_hour.out_of_range`, `mining.to_hour.out_of_range` and the like for a window that cannot be;
/// `mining.daily_usd_per_kwh.length` unless there are 24; `mining.start.out_of_range` and
/// `mining.usd_per_kwh.insufficient_data` for a series that does not cover the span; `mining.changes.unsupported` and
/// `mining.time.out_of_range` for a clock's changes beside a rule or out of order; `units.timestamp.out_of_range`.
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
    let grid = request.tariff.grid(request.start_ms, request.hours)?;
    let usd_per_kwh = request.tariff.interval_prices(&grid)?;
    let clock = request.tariff.clock.clone().unwrap_or_default();
    let time_ms: Vec<Timestamp> = grid.times().collect::<Result<_, _>>()?;
    let local_hour = time_ms.iter().map(|time| clock.hour(*time)).collect();
    Ok(TariffPricesReport { time_ms, usd_per_kwh, local_hour })
}
