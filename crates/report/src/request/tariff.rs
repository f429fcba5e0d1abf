//! What power costs hour by hour: windows of the day as the document states them, or a file of hourly prices.

use hashinsight_units::{EnergyPrice, Record, UtcOffset};

use super::Written;

/// Rule of summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum DaylightRule {
    /// From the second Sunday of March to the first of November.
    UnitedStates,
    /// From the last Sunday of March to the last of October.
    EuropeanUnion,
}

/// Days of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum WindowDays {
    /// Monday to Friday.
    Weekdays,
    /// Saturday and Sunday.
    Weekends,
}

/// Window of the day with a price of its own.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteTariffWindow {
    /// First hour of the window.
    #[record(example = 15, range = 0..=23)]
    pub from_hour: u8,
    /// Hour at which the window ends.
    #[record(example = 20, range = 1..=24)]
    pub to_hour: u8,
    /// Price within the window, as text with its unit.
    #[record(example = "0.16 USD/kWh")]
    pub price: Written<EnergyPrice>,
    /// Days on which the window is open. Absent: every day.
    pub days: Option<WindowDays>,
}

/// Prices of power hour by hour.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteTariff {
    /// Whether the prices are invented: the report says so wherever it shows them.
    #[record(default = false)]
    pub synthetic: bool,
    /// Name of a file of hourly prices, instead of windows: a heading `time,usd_per_kwh` or `time,usd_per_mwh`, then one line per hour without
    /// gaps.
    pub prices: Option<String>,
    /// Price outside all windows, as text with its unit. Absent: with `prices` only.
    pub price: Option<Written<EnergyPrice>>,
    /// Number of days from the midnight after the last day: 1 to 366. Absent: with `prices` only.
    pub days: Option<u32>,
    /// Standard time of the windows, in minutes ahead of UTC. Absent: UTC.
    pub utc_offset_min: Option<UtcOffset>,
    /// Rule of summer time. Absent: none.
    pub daylight_saving: Option<DaylightRule>,
    /// Windows with a price of their own.
    #[record(default = Vec::new())]
    pub window: Vec<SiteTariffWindow>,
}
