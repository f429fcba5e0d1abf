//! What power costs hour by hour: windows of the day as the site file states them, or a file of hourly prices.

use std::path::Path;

use hashinsight::mining::tariff::{
    Clock, DayKind, DaylightSaving, EnergyRates, HourlySeries, Tariff, TimeOfUse, TimeOfUseWindow,
};
use hashinsight::units::{Date, EnergyPrice, Error, Timestamp, UtcOffset};
use serde::Serialize;

use crate::fields::{Fields, fault};
use hashinsight::units::Problem;

const HOUR_MS: i64 = 3_600_000;
const KWH_PER_MWH: f64 = 1e3;
const MAX_DAYS: u32 = 366;

/// Where prices come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Origin {
    /// Invented.
    Synthetic,
    /// Windows of the site file.
    Stated,
    /// A file of the site's owner.
    File,
}

/// The tariff and the hours for which it is planned.
#[derive(Debug)]
pub(crate) struct SiteTariff {
    pub(crate) tariff: Tariff,
    pub(crate) origin: Origin,
    /// Absent: the midnight after the sample's last day.
    pub(crate) start: Option<Timestamp>,
    pub(crate) hours: u32,
}

impl SiteTariff {
    pub(crate) fn read(mut fields: Fields, folder: &Path) -> Result<Self, Error> {
        let synthetic = fields.flag("synthetic")?;
        let origin = |real| if synthetic { Origin::Synthetic } else { real };
        if let Some(name) = fields.text("prices", "the name of a file")? {
            fields.only(&[])?;
            let at = fields.at("prices");
            let text = std::fs::read_to_string(folder.join(&name)).map_err(|e| {
                fault("prices", Problem::Missing).at(at.clone()).got(format!("{name}: {e}")).allowed("a readable file")
            })?;
            let (series, hours) = hourly(&text).map_err(|fault| fault.at(at))?;
            let start = Some(series.start_ms);
            return Ok(Self {
                tariff: Tariff::new(EnergyRates::Hourly(series)),
                origin: origin(Origin::File),
                start,
                hours,
            });
        }
        fields.only(&["price", "days", "utc_offset_min", "daylight_saving", "window"])?;
        let days = fields.whole("days", "1 to 366")?;
        if !(1..=MAX_DAYS).contains(&days) {
            return Err(fault("days", Problem::OutOfRange).at(fields.at("days")).got(days).allowed("1 to 366").into());
        }
        let otherwise_usd_per_kwh = fields.required_quantity("price", "0.05 USD/kWh")?;
        let clock = clock(&mut fields)?;
        let windows = fields.tables("window")?.into_iter().map(window).collect::<Result<_, _>>()?;
        let rates = EnergyRates::TimeOfUse(TimeOfUse::new(windows, otherwise_usd_per_kwh));
        let tariff = Tariff::new(rates).clock(clock);
        Ok(Self { tariff, origin: origin(Origin::Stated), start: None, hours: days * 24 })
    }
}

fn clock(fields: &mut Fields) -> Result<Clock, Error> {
    let allowed = "-1080 to 1080";
    let minutes = fields.optional_whole("utc_offset_min", allowed)?.unwrap_or(0);
    let offset = i16::try_from(minutes).ok().and_then(|minutes| UtcOffset::from_minutes(minutes).ok());
    let mut clock = Clock::new(offset.ok_or_else(|| {
        fault("utc_offset_min", Problem::OutOfRange).at(fields.at("utc_offset_min")).got(minutes).allowed(allowed)
    })?);
    let allowed = "united_states or european_union";
    clock.daylight_saving = match fields.text("daylight_saving", allowed)?.as_deref() {
        None => None,
        Some("united_states") => Some(DaylightSaving::UnitedStates),
        Some("european_union") => Some(DaylightSaving::EuropeanUnion),
        Some(other) => {
            let at = fields.at("daylight_saving");
            return Err(fault("daylight_saving", Problem::Unknown).at(at).got(other).allowed(allowed).into());
        }
    };
    Ok(clock)
}

fn window(mut fields: Fields) -> Result<TimeOfUseWindow, Error> {
    fields.only(&["from_hour", "to_hour", "days", "price"])?;
    let mut hour = |name, low: u8, high: u8| {
        let allowed = format!("{low} to {high}");
        let value = fields.whole(name, &allowed)?;
        let hour = u8::try_from(value).ok().filter(|hour| (low..=high).contains(hour));
        let refuse = || fault(name, Problem::OutOfRange).at(fields.at(name)).got(value).allowed(allowed);
        hour.ok_or_else(|| Error::from(refuse()))
    };
    let (from_hour, to_hour) = (hour("from_hour", 0, 23)?, hour("to_hour", 1, 24)?);
    let allowed = "weekdays or weekends";
    let weekdays = match fields.text("days", allowed)?.as_deref() {
        None => None,
        Some("weekdays") => Some(DayKind::Weekdays),
        Some("weekends") => Some(DayKind::Weekends),
        Some(other) => {
            return Err(fault("days", Problem::Unknown).at(fields.at("days")).got(other).allowed(allowed).into());
        }
    };
    let price_usd_per_kwh = fields.required_quantity("price", "0.16 USD/kWh")?;
    let mut window = TimeOfUseWindow::new(from_hour, to_hour, price_usd_per_kwh);
    window.days = weekdays;
    Ok(window)
}

/// A file of hourly prices without gaps. A fault's path is the row, from 0 below the heading.
fn hourly(text: &str) -> Result<(HourlySeries, u32), Error> {
    let mut lines = text.lines().map(str::trim_end);
    let per_kwh = match lines.next() {
        Some("time,usd_per_kwh") => 1.0,
        Some("time,usd_per_mwh") => KWH_PER_MWH,
        other => {
            let heading = fault("prices", Problem::Unknown).got(other.unwrap_or_default());
            return Err(heading.allowed("a heading time,usd_per_kwh or time,usd_per_mwh").into());
        }
    };
    let (mut start, mut usd_per_kwh) = (None, Vec::new());
    for (row, line) in lines.filter(|line| !line.is_empty()).enumerate() {
        let refuse =
            |problem, got: &str, allowed: String| fault("prices", problem).got(got).allowed(allowed).in_row(row);
        let (time, price) = line.split_once(',').ok_or_else(|| {
            refuse(Problem::Length, line, "a time and a price, such as 2026-06-01T00:00Z,0.0512".to_owned())
        })?;
        let begins = instant(time).ok_or_else(|| {
            refuse(Problem::Unknown, time, "the beginning of an hour in UTC: 2026-06-01T00:00Z".to_owned())
        })?;
        let first = *start.get_or_insert(begins);
        let due = Timestamp::from_ms(first.to_ms() + HOUR_MS * usd_per_kwh.len().cast_signed() as i64)?;
        if begins != due {
            return Err(refuse(Problem::OutOfRange, time, format!("the next hour, {due}")).into());
        }
        let price = price.trim().parse::<f64>().map_err(|_| refuse(Problem::Unknown, price, "a number".to_owned()))?;
        usd_per_kwh.push(EnergyPrice::new(price / per_kwh).map_err(|fault| fault.in_row(row))?);
    }
    let hours = u32::try_from(usd_per_kwh.len()).ok().filter(|hours| (1..=24 * MAX_DAYS).contains(hours));
    match (start, hours) {
        (Some(start_ms), Some(hours)) => Ok((HourlySeries::new(start_ms, usd_per_kwh), hours)),
        _ => Err(fault("prices", Problem::Length).got(usd_per_kwh.len()).allowed("1 to 8784 hours").into()),
    }
}

/// `2026-06-01T00:00Z`, seconds and a blank instead of the T allowed.
fn instant(text: &str) -> Option<Timestamp> {
    let (date, time) = text.trim().split_once(['T', ' '])?;
    let time = time.strip_suffix('Z')?;
    let hour = time.strip_suffix(":00:00").or_else(|| time.strip_suffix(":00"))?;
    let hour = hour.parse::<u8>().ok().filter(|hour| *hour < 24)?;
    Timestamp::from_s(date.parse::<Date>().ok()?.unix_day() * 86_400 + i64::from(hour) * 3_600).ok()
}
