//! What a tariff consists of, and the price of each hour.

use hashinsight_units::{EnergyPrice, FieldPath, Power, Timestamp, Usd};

use super::clock::{Clock, Local};
use crate::error;
use hashinsight_units::Error;

pub(crate) const HOUR_MS: i64 = 3_600_000;
/// Twenty years of 365.25 days.
const MAX_HOURS: u32 = 175_320;

/// A tariff: rates per kWh, and what comes on top.
///
/// ```
/// use hashinsight_mining::tariff::{EnergyRates, Tariff};
/// use hashinsight_units::EnergyPrice;
/// let flat = Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.055)?));
/// assert_eq!(serde_json::to_string(&flat)?, r#"{"energy":{"flat_usd_per_kwh":0.055}}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tariff {
    /// What a kWh costs in each hour.
    pub energy: EnergyRates,
    /// The wall clock of windows, daily rates and billing months. Absent: UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// What each kW of a calendar month's highest hourly load costs, in USD per kW-month. Absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demand_charge_usd_per_kw_month: Option<Usd>,
    /// A block bought ahead, settled at the hour's price. Absent: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<ContractBlock>,
}

/// A block of power bought ahead for every hour, used or not.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ContractBlock {
    /// Its size, in watts.
    pub power_w: Power,
    /// Its price in USD/kWh.
    pub price_usd_per_kwh: EnergyPrice,
}

/// What a kWh costs.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EnergyRates {
    /// The same in every hour, in USD/kWh.
    FlatUsdPerKwh(EnergyPrice),
    /// By windows of the day.
    TimeOfUse(TimeOfUse),
    /// 24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
    DailyUsdPerKwh(Vec<EnergyPrice>),
    /// A price for every hour of a span, such as a market's settlement prices.
    Hourly(HourlySeries),
}

/// Windows of the day, and the price outside of them.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimeOfUse {
    /// The windows; where several hold, the first decides.
    pub windows: Vec<TimeOfUseWindow>,
    /// Price outside all windows, in USD/kWh.
    pub otherwise_usd_per_kwh: EnergyPrice,
}

/// A window of the day. It begins on the days and in the months named, and may end after midnight.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimeOfUseWindow {
    /// First hour of the window, 0 to 23.
    pub from_hour: u8,
    /// The hour at which it ends, 1 to 24; at or before `from_hour` on the next day: 22 to 6 is the night, 6 to 6 a
    /// whole day.
    pub to_hour: u8,
    /// The days on which it begins. Absent: every day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<DayKind>,
    /// The months, 1 to 12, in which it begins. Absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<Vec<u8>>,
    /// Price within the window, in USD/kWh.
    pub price_usd_per_kwh: EnergyPrice,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DayKind {
    /// Monday to Friday.
    Weekdays,
    /// Saturday and Sunday.
    Weekends,
}

/// A price for every hour of a span.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HourlySeries {
    /// Beginning of the first hour, in Unix milliseconds.
    pub start_ms: Timestamp,
    /// Prices in USD/kWh, one per hour.
    pub usd_per_kwh: Vec<EnergyPrice>,
}

/// A span that can be planned and billed: 1 hour to 20 years.
pub(crate) fn check_hours(hours: usize, path: &'static str) -> Result<u32, Error> {
    let fits = u32::try_from(hours).ok().filter(|hours| (1..=MAX_HOURS).contains(hours));
    fits.ok_or_else(|| error::out_of_range("hours", path, hours, "1 to 175320 hours (20 years)"))
}

/// The beginning of an hour of the span.
pub(super) fn hour_at(start: Timestamp, hour: u32) -> Result<Timestamp, Error> {
    Timestamp::from_ms(start.to_ms() + i64::from(hour) * HOUR_MS).map_err(|error| error.at("start_ms"))
}

fn rates_path() -> FieldPath {
    FieldPath::new("tariff").field("energy")
}

impl Tariff {
    /// A tariff that has nothing but rates.
    pub const fn new(energy: EnergyRates) -> Self {
        Self { energy, clock: None, demand_charge_usd_per_kw_month: None, contract: None }
    }

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
        check_hours(hours as usize, "hours")?;
        hour_at(start, hours)?;
        let clock = self.clock.unwrap_or_default();
        match &self.energy {
            EnergyRates::FlatUsdPerKwh(price) => Ok(vec![price.get(); hours as usize]),
            EnergyRates::DailyUsdPerKwh(daily) => {
                let daily: &[EnergyPrice; 24] = daily.as_slice().try_into().map_err(|_| {
                    error::list_length(
                        "daily_usd_per_kwh",
                        rates_path().field("daily_usd_per_kwh"),
                        daily.len(),
                        "24 prices, one per hour of the day",
                    )
                })?;
                (0..hours).map(|hour| Ok(daily[usize::from(clock.hour(hour_at(start, hour)?))].get())).collect()
            }
            EnergyRates::TimeOfUse(rates) => {
                rates.check()?;
                (0..hours).map(|hour| rates.price(clock.local(hour_at(start, hour)?))).collect()
            }
            EnergyRates::Hourly(series) => series.prices(start, hours),
        }
    }
}

impl TimeOfUse {
    fn check(&self) -> Result<(), Error> {
        for (index, window) in self.windows.iter().enumerate() {
            let path = |field| rates_path().field("time_of_use").field("windows").index(index).field(field);
            if window.from_hour > 23 {
                return Err(error::out_of_range("from_hour", path("from_hour"), window.from_hour, "0 to 23"));
            }
            if !(1..=24).contains(&window.to_hour) {
                return Err(error::out_of_range("to_hour", path("to_hour"), window.to_hour, "1 to 24"));
            }
            let bad = window.months.iter().flatten().position(|month| !(1..=12).contains(month));
            if let (Some(at), Some(months)) = (bad, &window.months) {
                return Err(error::out_of_range("months", path("months").index(at), months[at], "1 to 12"));
            }
        }
        Ok(())
    }

    fn price(&self, local: Local) -> Result<f64, Error> {
        for window in &self.windows {
            if window.holds(local)? {
                return Ok(window.price_usd_per_kwh.get());
            }
        }
        Ok(self.otherwise_usd_per_kwh.get())
    }
}

impl TimeOfUseWindow {
    fn holds(&self, local: Local) -> Result<bool, Error> {
        let over_midnight = self.to_hour <= self.from_hour;
        let began = if local.hour >= self.from_hour && (over_midnight || local.hour < self.to_hour) {
            local.day
        } else if over_midnight && local.hour < self.to_hour {
            local.day - 1
        } else {
            return Ok(false);
        };
        let day_fits = match self.days {
            None => true,
            Some(DayKind::Weekdays) => !Local::is_weekend(began),
            Some(DayKind::Weekends) => Local::is_weekend(began),
        };
        match &self.months {
            Some(months) if day_fits => Ok(months.contains(&Local::date(began)?.month())),
            _ => Ok(day_fits),
        }
    }
}

impl HourlySeries {
    fn prices(&self, start: Timestamp, hours: u32) -> Result<Vec<f64>, Error> {
        let path = rates_path().field("hourly");
        let after_ms = start.to_ms() - self.start_ms.to_ms();
        if after_ms < 0 || after_ms % HOUR_MS != 0 {
            let allowed = "a whole number of hours before the start of the span, or its start";
            return Err(error::out_of_range("start", path.field("start_ms"), self.start_ms.to_ms(), allowed));
        }
        let prices = usize::try_from(after_ms / HOUR_MS)
            .ok()
            .and_then(|first| self.usd_per_kwh.get(first..)?.get(..hours as usize));
        let prices = prices.ok_or_else(|| {
            let have = format_args!("{} hours", self.usd_per_kwh.len());
            let needed = "a price for every hour of the span";
            error::insufficient("usd_per_kwh", path.field("usd_per_kwh"), have, needed)
        })?;
        Ok(prices.iter().map(|price| price.get()).collect())
    }
}

/// What [`tariff_prices`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TariffPricesRequest {
    /// The tariff.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    pub hours: u32,
}

/// What [`tariff_prices`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct TariffPricesReport {
    /// Beginning of each hour, in Unix milliseconds.
    pub time_ms: Vec<Timestamp>,
    /// Price of each hour, in USD/kWh.
    pub usd_per_kwh: Vec<f64>,
    /// The hour that the tariff's wall clock shows, 0 to 23.
    pub local_hour: Vec<u8>,
}

/// The price of each hour of a span.
///
/// # Errors
/// `mining.hours.out_of_range` for none and more than 20 years; `mining.from_hour.out_of_range`,
/// `mining.to_hour.out_of_range`, `mining.months.out_of_range`; `mining.daily_usd_per_kwh.length` unless there are 24;
/// `mining.start.out_of_range` and `mining.usd_per_kwh.insufficient_data` for a series that does not cover the span
/// hour by hour; `units.timestamp.out_of_range`.
///
/// ```
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::{EnergyPrice, Timestamp};
/// let night = TimeOfUseWindow {
///     from_hour: 22,
///     to_hour: 6, // the next morning
///     days: None,
///     months: None,
///     price_usd_per_kwh: EnergyPrice::new(0.03)?,
/// };
/// let rates = TimeOfUse { windows: vec![night], otherwise_usd_per_kwh: EnergyPrice::new(0.09)? };
/// let report = tariff_prices(&TariffPricesRequest {
///     tariff: Tariff::new(EnergyRates::TimeOfUse(rates)),
///     start_ms: Timestamp::from_s(1_780_272_000)?, // midnight
///     hours: 24,
/// })?;
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
