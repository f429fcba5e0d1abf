//! Rates of energy, and the price that they give at each moment.

use hashinsight_market::PowerPrices;
use hashinsight_units::{At, Date, EnergyPrice, Error, Record, Timestamp};

use super::HOUR_MS;
use super::clock::Clock;
use super::grid::{Grid, in_tariff};
use super::series::{HourlySeries, Steps};
use super::window::{DayKind, Holidays, Season, When, edges, next_edge};
use crate::error;

/// Price of a kWh.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum EnergyRates {
    /// One price for every hour, in USD/kWh.
    #[record(example = 0.05)]
    FlatUsdPerKwh(EnergyPrice),
    /// Prices by windows of the day.
    TimeOfUse(TimeOfUse),
    /// 24 prices in USD/kWh, for the hours 0 to 23 of every day's wall clock.
    DailyUsdPerKwh(Vec<EnergyPrice>),
    /// A price for every hour of a span, such as a market's settlement prices.
    Hourly(HourlySeries),
    /// A price for every 5, 15, 30 or 60 minutes of a span.
    Series(PowerPrices),
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

/// A window of the day with its price. It begins on the days and in the months named, and may end after midnight.
///
/// ```
/// use hashinsight_mining::tariff::{DayKind, TimeOfUseWindow, Weekday};
/// use hashinsight_units::EnergyPrice;
/// // From 22:00 on weekdays to the next morning.
/// let night = TimeOfUseWindow::new(22, 6, EnergyPrice::new(0.03)?).days(DayKind::Weekdays);
/// // Saturdays from 09:30 to 13:00.
/// let saturday = TimeOfUseWindow::new(9, 13, EnergyPrice::new(0.18)?)
///     .from_minute(30)
///     .days(DayKind::On(vec![Weekday::Saturday]));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TimeOfUseWindow {
    /// Hour of the beginning, 0 to 23.
    #[record(example = 22)]
    pub from_hour: u8,
    /// Hour of the end, 1 to 24, or 0 with minutes; at or before the beginning on the next day: 22 to 6 is the night, 6
    /// to 6 a whole day.
    #[record(example = 6)]
    pub to_hour: u8,
    /// Minute of the beginning, 0 to 59. Absent: 0.
    pub from_minute: Option<u8>,
    /// Minute of the end, 0 to 59. Absent: 0.
    pub to_minute: Option<u8>,
    /// Days on which the window begins. Absent: every day.
    pub days: Option<DayKind>,
    /// Months, 1 to 12, in which the window begins. Absent: every month.
    pub months: Option<Vec<u8>>,
    /// Part of the year in which the window begins. Absent: all of it.
    pub season: Option<Season>,
    /// Price within the window, in USD/kWh.
    #[record(example = 0.03)]
    pub price_usd_per_kwh: EnergyPrice,
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
            Self::Series(series) => series.usd_per_kwh.iter_mut().try_for_each(add)?,
            Self::TimeOfUse(rates) => {
                add(&mut rates.otherwise_usd_per_kwh)?;
                rates.windows.iter_mut().map(|window| &mut window.price_usd_per_kwh).try_for_each(add)?;
            }
        }
        Ok(self)
    }

    /// The mean price of each interval.
    pub(super) fn prices(&self, clock: &Clock, holidays: Option<&[Date]>, grid: &Grid) -> Result<Vec<f64>, Error> {
        // Every request that holds a tariff calls it so.
        let energy = |error: Error| in_tariff(error, "energy");
        let (begin_ms, end_ms) = (grid.at(0)?.to_ms(), grid.at(grid.count)?.to_ms());
        let price = match self {
            Self::FlatUsdPerKwh(price) => return Ok(vec![price.get(); grid.count as usize]),
            Self::DailyUsdPerKwh(daily) => PriceAt::Daily(daily.as_slice().try_into().map_err(|_| {
                let (field, allowed) = ("daily_usd_per_kwh", "24 prices, one per hour of the day");
                energy(error::list_length(field, field, daily.len(), allowed))
            })?),
            Self::TimeOfUse(windows) => {
                windows.check().at("time_of_use").map_err(energy)?;
                let holidays = Holidays::of(holidays);
                PriceAt::Windows(windows, holidays, edges(windows.windows.iter().map(TimeOfUseWindow::when)))
            }
            Self::Hourly(series) => {
                let steps = series.steps();
                steps.cover(begin_ms, end_ms).at("hourly").map_err(energy)?;
                PriceAt::Steps(steps)
            }
            Self::Series(series) => {
                let covered = |steps: Steps<'_>| steps.cover(begin_ms, end_ms);
                let steps = Steps::of(series).at("series").map_err(energy)?;
                covered(steps).at("series").map_err(energy)?;
                PriceAt::Steps(steps)
            }
        };
        price.means(clock, grid)
    }
}

/// A price as a function of time.
enum PriceAt<'a> {
    Daily(&'a [EnergyPrice; 24]),
    Windows(&'a TimeOfUse, Holidays, Vec<i64>),
    Steps(Steps<'a>),
}

impl PriceAt<'_> {
    /// The price at a moment, and up to when it holds for certain.
    fn at(&self, clock: &Clock, time_ms: i64) -> Result<(f64, i64), Error> {
        if let Self::Steps(steps) = self {
            return steps.at(time_ms);
        }
        let local = clock.local(Timestamp::from_ms(time_ms).at("start_ms")?);
        let (price, edge_ms) = match self {
            Self::Daily(daily) => {
                let hour = local.ms / HOUR_MS;
                let price = usize::try_from(hour).ok().and_then(|hour| daily.get(hour)).map_or(f64::NAN, |p| p.get());
                (price, (hour + 1) * HOUR_MS)
            }
            Self::Windows(rates, holidays, edges) => {
                let mut price = rates.otherwise_usd_per_kwh;
                for window in &rates.windows {
                    if window.when().holds(local, holidays)? {
                        price = window.price_usd_per_kwh;
                        break;
                    }
                }
                (price.get(), next_edge(edges, local.ms))
            }
            Self::Steps(_) => unreachable!("a series has no clock"),
        };
        Ok((price, local.until_ms.min(time_ms + edge_ms - local.ms)))
    }

    /// The mean of each interval: the price itself where it does not change within.
    fn means(&self, clock: &Clock, grid: &Grid) -> Result<Vec<f64>, Error> {
        let step_ms = grid.step_ms();
        let (mut price, mut until_ms) = (0.0, i64::MIN);
        let mut means = Vec::with_capacity(grid.count as usize);
        for begin in grid.times() {
            let begin_ms = begin?.to_ms();
            if until_ms <= begin_ms {
                (price, until_ms) = self.at(clock, begin_ms)?;
            }
            let mut mean = price;
            while until_ms < begin_ms + step_ms {
                let from_ms = until_ms;
                let before = price;
                (price, until_ms) = self.at(clock, from_ms)?;
                // What changes within the interval changes the rest of it.
                mean += (price - before) * ((begin_ms + step_ms - from_ms) as f64 / step_ms as f64);
            }
            means.push(mean);
        }
        Ok(means)
    }
}

impl TimeOfUse {
    fn check(&self) -> Result<(), Error> {
        for (index, window) in self.windows.iter().enumerate() {
            window.when().check().index(index).at("windows")?;
        }
        Ok(())
    }
}

impl TimeOfUseWindow {
    fn when(&self) -> When<'_> {
        When {
            from: (self.from_hour, self.from_minute),
            to: (self.to_hour, self.to_minute),
            days: self.days.as_ref(),
            months: self.months.as_deref(),
            season: self.season,
        }
    }
}
