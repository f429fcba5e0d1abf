//! Rates of energy, and the price that they give each hour.

use hashinsight_units::{At, EnergyPrice, Error, FieldPath, Record, Timestamp};

use super::HOUR_MS;
use super::clock::{Clock, Local};
use super::hours::hour_at;
use crate::error;

/// Price of a kWh.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum EnergyRates {
    /// One price for every hour, in USD/kWh.
    FlatUsdPerKwh(EnergyPrice),
    /// Prices by windows of the day.
    TimeOfUse(TimeOfUse),
    /// 24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
    DailyUsdPerKwh(Vec<EnergyPrice>),
    /// A price for every hour of a span, such as a market's settlement prices.
    Hourly(HourlySeries),
}

/// Windows of the day, and the price outside of them.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TimeOfUse {
    /// Windows of the day; where several hold, the first decides.
    pub windows: Vec<TimeOfUseWindow>,
    /// Price outside all windows, in USD/kWh.
    #[record(example = 0.09)]
    pub otherwise_usd_per_kwh: EnergyPrice,
}

/// A window of the day. It begins on the days and in the months named, and may end after midnight.
///
/// ```
/// use hashinsight_mining::tariff::{DayKind, TimeOfUseWindow};
/// use hashinsight_units::EnergyPrice;
/// // From 22:00 on weekdays to the next morning.
/// let night = TimeOfUseWindow::new(22, 6, EnergyPrice::new(0.03)?).days(DayKind::Weekdays);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TimeOfUseWindow {
    /// First hour of the window, 0 to 23.
    #[record(example = 22)]
    pub from_hour: u8,
    /// Hour at which the window ends, 1 to 24; at or before `from_hour` on the next day: 22 to 6 is the night, 6 to 6 a
    /// whole day.
    #[record(example = 6)]
    pub to_hour: u8,
    /// Days of the week on which the window begins. Absent: every day.
    pub days: Option<DayKind>,
    /// Months, 1 to 12, in which the window begins. Absent: every month.
    pub months: Option<Vec<u8>>,
    /// Price within the window, in USD/kWh.
    #[record(example = 0.03)]
    pub price_usd_per_kwh: EnergyPrice,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum DayKind {
    /// Monday to Friday.
    Weekdays,
    /// Saturday and Sunday.
    Weekends,
}

/// A price for every hour of a span.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HourlySeries {
    /// Beginning of the first hour, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Prices in USD/kWh, one per hour.
    pub usd_per_kwh: Vec<EnergyPrice>,
}

impl EnergyRates {
    /// The same rates with a fee on each kWh, such as a host's.
    ///
    /// # Errors
    /// `units.energy_price.out_of_range` where a price leaves the range of its unit.
    ///
    /// ```
    /// use hashinsight_mining::tariff::EnergyRates;
    /// use hashinsight_units::EnergyPrice;
    /// let rates = EnergyRates::FlatUsdPerKwh(EnergyPrice::constant(0.05));
    /// let hosted = rates.plus(EnergyPrice::constant(0.01))?;
    /// assert_eq!(hosted, EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.05 + 0.01)?));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn plus(mut self, fee: EnergyPrice) -> Result<Self, Error> {
        let add = |price: &mut EnergyPrice| -> Result<(), Error> {
            *price = EnergyPrice::new(price.get() + fee.get())?;
            Ok(())
        };
        match &mut self {
            Self::FlatUsdPerKwh(price) => add(price)?,
            Self::DailyUsdPerKwh(prices) => prices.iter_mut().try_for_each(add)?,
            Self::Hourly(series) => series.usd_per_kwh.iter_mut().try_for_each(add)?,
            Self::TimeOfUse(rates) => {
                add(&mut rates.otherwise_usd_per_kwh)?;
                rates.windows.iter_mut().map(|window| &mut window.price_usd_per_kwh).try_for_each(add)?;
            }
        }
        Ok(self)
    }

    /// The price of each hour of a span whose end has been checked.
    pub(super) fn prices(&self, clock: Clock, start: Timestamp, hours: u32) -> Result<Vec<f64>, Error> {
        // Every request that holds a tariff calls it so.
        let rates = |error: Error| error.at(FieldPath::new("tariff").field("energy"));
        match self {
            Self::FlatUsdPerKwh(price) => Ok(vec![price.get(); hours as usize]),
            Self::DailyUsdPerKwh(daily) => {
                let daily: &[EnergyPrice; 24] = daily.as_slice().try_into().map_err(|_| {
                    let (field, allowed) = ("daily_usd_per_kwh", "24 prices, one per hour of the day");
                    rates(error::list_length(field, field, daily.len(), allowed))
                })?;
                (0..hours).map(|hour| Ok(daily[usize::from(clock.hour(hour_at(start, hour)?))].get())).collect()
            }
            Self::TimeOfUse(windows) => {
                windows.check().at("time_of_use").map_err(rates)?;
                (0..hours).map(|hour| windows.price(clock.local(hour_at(start, hour)?))).collect()
            }
            Self::Hourly(series) => series.prices(start, hours).at("hourly").map_err(rates),
        }
    }
}

impl TimeOfUse {
    fn check(&self) -> Result<(), Error> {
        for (index, window) in self.windows.iter().enumerate() {
            window.check().index(index).at("windows")?;
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
    fn check(&self) -> Result<(), Error> {
        if self.from_hour > 23 {
            return Err(error::out_of_range("from_hour", "from_hour", self.from_hour, "0 to 23"));
        }
        if !(1..=24).contains(&self.to_hour) {
            return Err(error::out_of_range("to_hour", "to_hour", self.to_hour, "1 to 24"));
        }
        let mut months = self.months.iter().flatten().enumerate();
        match months.find(|(_, month)| !(1..=12).contains(*month)) {
            Some((at, month)) => {
                Err(error::out_of_range("months", FieldPath::new("months").index(at), month, "1 to 12"))
            }
            None => Ok(()),
        }
    }

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
        let after_ms = start.to_ms() - self.start_ms.to_ms();
        if after_ms < 0 || after_ms % HOUR_MS != 0 {
            let allowed = "a whole number of hours before the start of the span, or its start";
            return Err(error::out_of_range("start", "start_ms", self.start_ms.to_ms(), allowed));
        }
        let prices = usize::try_from(after_ms / HOUR_MS)
            .ok()
            .and_then(|first| self.usd_per_kwh.get(first..)?.get(..hours as usize));
        let prices = prices.ok_or_else(|| {
            let (field, have) = ("usd_per_kwh", format_args!("{} hours", self.usd_per_kwh.len()).to_string());
            error::insufficient(field, field, have, "a price for every hour of the span")
        })?;
        Ok(prices.iter().map(|price| price.get()).collect())
    }
}
