//! What power costs hour by hour: windows of the day as the site file states them, or a file of hourly prices.

use std::path::Path;

use hashinsight::mining::tariff::{
    Clock, DayKind, DaylightSaving, EnergyRates, HourlySeries, Tariff, TimeOfUse, TimeOfUseWindow,
};
use hashinsight::units::{Date, EnergyPrice, Fault, Timestamp, UtcOffset};
use serde::Serialize;

use crate::fields::{Fields, fault};
use crate::refusal::OrFault as _;

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
    pub(crate) fn read(mut fields: Fields, folder: &Path) -> Result<Self, Fault> {
        let synthetic = fields.flag("synthetic")?;
        let origin = |real| if synthetic { Origin::Synthetic } else { real };
        if let Some(name) = fields.text("prices", "the name of a file")? {
            fields.only(&[])?;
            let at = fields.at("prices");
            let text = std::fs::read_to_string(folder.join(&name)).map_err(|e| {
                fault("prices", "missing").at(at.clone()).got(format!("{name}: {e}")).allowed("a readable file")
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
        fields.only(&["price", "days", "utc_offset_minutes", "daylight_saving", "window"])?;
        let days = fields.whole("days", "1 to 366")?;
        if !(1..=MAX_DAYS).contains(&days) {
            return Err(fault("days", "out_of_range").at(fields.at("days")).got(days).allowed("1 to 366"));
        }
        let otherwise_usd_per_kwh = fields.required_quantity("price", "0.05 USD/kWh")?;
        let clock = Some(clock(&mut fields)?);
        let windows = fields.tables("window")?.into_iter().map(window).collect::<Result<_, _>>()?;
        let rates = EnergyRates::TimeOfUse(TimeOfUse { windows, otherwise_usd_per_kwh });
        let tariff = Tariff { clock, ..Tariff::new(rates) };
        Ok(Self { tariff, origin: origin(Origin::Stated), start: None, hours: days * 24 })
    }
}

fn clock(fields: &mut Fields) -> Result<Clock, Fault> {
    let allowed = "-1080 to 1080";
    let minutes = fields.optional_whole("utc_offset_minutes", allowed)?.unwrap_or(0);
    let offset = i16::try_from(minutes).ok().and_then(|minutes| UtcOffset::from_minutes(minutes).ok());
    let utc_offset_minutes = offset.ok_or_else(|| {
        fault("utc_offset_minutes", "out_of_range").at(fields.at("utc_offset_minutes")).got(minutes).allowed(allowed)
    })?;
    let allowed = "united_states or european_union";
    let daylight_saving = match fields.text("daylight_saving", allowed)?.as_deref() {
        None => None,
        Some("united_states") => Some(DaylightSaving::UnitedStates),
        Some("european_union") => Some(DaylightSaving::EuropeanUnion),
        Some(other) => {
            let at = fields.at("daylight_saving");
            return Err(fault("daylight_saving", "unknown").at(at).got(other).allowed(allowed));
        }
    };
    Ok(Clock { utc_offset_minutes, daylight_saving })
}

fn window(mut fields: Fields) -> Result<TimeOfUseWindow, Fault> {
    fields.only(&["from_hour", "to_hour", "days", "price"])?;
    let mut hour = |name, low: u8, high: u8| {
        let allowed = format!("{low} to {high}");
        let value = fields.whole(name, &allowed)?;
        let hour = u8::try_from(value).ok().filter(|hour| (low..=high).contains(hour));
        hour.ok_or_else(|| fault(name, "out_of_range").at(fields.at(name)).got(value).allowed(allowed))
    };
    let (from_hour, to_hour) = (hour("from_hour", 0, 23)?, hour("to_hour", 1, 24)?);
    let allowed = "weekdays or weekends";
    let days = match fields.text("days", allowed)?.as_deref() {
        None => None,
        Some("weekdays") => Some(DayKind::Weekdays),
        Some("weekends") => Some(DayKind::Weekends),
        Some(other) => return Err(fault("days", "unknown").at(fields.at("days")).got(other).allowed(allowed)),
    };
    let price_usd_per_kwh = fields.required_quantity("price", "0.16 USD/kWh")?;
    Ok(TimeOfUseWindow { from_hour, to_hour, days, months: None, price_usd_per_kwh })
}

/// A file of hourly prices without gaps. A fault's path is the row, from 0 below the heading.
fn hourly(text: &str) -> Result<(HourlySeries, u32), Fault> {
    let mut lines = text.lines().map(str::trim_end);
    let per_kwh = match lines.next() {
        Some("time,usd_per_kwh") => 1.0,
        Some("time,usd_per_mwh") => KWH_PER_MWH,
        other => {
            let heading = fault("prices", "unknown").got(other.unwrap_or_default());
            return Err(heading.allowed("a heading time,usd_per_kwh or time,usd_per_mwh"));
        }
    };
    let (mut start, mut usd_per_kwh) = (None, Vec::new());
    for (row, line) in lines.filter(|line| !line.is_empty()).enumerate() {
        let refuse =
            |problem, got: &str, allowed: String| fault("prices", problem).got(got).allowed(allowed).in_row(row);
        let (time, price) = line
            .split_once(',')
            .ok_or_else(|| refuse("length", line, "a time and a price, such as 2026-06-01T00:00Z,0.0512".to_owned()))?;
        let begins = instant(time)
            .ok_or_else(|| refuse("unknown", time, "the beginning of an hour in UTC: 2026-06-01T00:00Z".to_owned()))?;
        let first = *start.get_or_insert(begins);
        let due = Timestamp::from_ms(first.to_ms() + HOUR_MS * usd_per_kwh.len().cast_signed() as i64).or_fault()?;
        if begins != due {
            return Err(refuse("out_of_range", time, format!("the next hour, {due}")));
        }
        let price = price.trim().parse::<f64>().map_err(|_| refuse("unknown", price, "a number".to_owned()))?;
        usd_per_kwh.push(EnergyPrice::new(price / per_kwh).or_fault().map_err(|fault| fault.in_row(row))?);
    }
    let hours = u32::try_from(usd_per_kwh.len()).ok().filter(|hours| (1..=24 * MAX_DAYS).contains(hours));
    match (start, hours) {
        (Some(start_ms), Some(hours)) => Ok((HourlySeries { start_ms, usd_per_kwh }, hours)),
        _ => Err(fault("prices", "length").got(usd_per_kwh.len()).allowed("1 to 8784 hours")),
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
