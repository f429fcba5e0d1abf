//! The site's tariff and the hours for which it is planned.

use hashinsight_mining::tariff::{
    Clock, DayKind, DaylightSaving, EnergyRates, HourlySeries, Tariff, TimeOfUse, TimeOfUseWindow,
};
use hashinsight_units::{At, Date, EnergyPrice, Error, Fault, Problem, Timestamp, UtcOffset};

use crate::document::Source;
use crate::request::{DaylightRule, SiteRequest, SiteTariff, SiteTariffWindow, WindowDays};

const HOUR_MS: i64 = 3_600_000;
const KWH_PER_MWH: f64 = 1e3;
const MAX_DAYS: u32 = 366;

/// The tariff and the hours for which it is planned.
pub(crate) struct Hours {
    pub(crate) tariff: Tariff,
    pub(crate) source: Source,
    /// Absent: the midnight after the last day.
    pub(crate) start: Option<Timestamp>,
    pub(crate) count: u32,
}

impl Hours {
    /// Absent: the document has no tariff.
    pub(crate) fn of(site: &SiteRequest) -> Result<Option<Self>, Error> {
        let Some(tariff) = &site.tariff else { return Ok(None) };
        let source = if tariff.synthetic { Source::Synthetic } else { Source::Site };
        let hours = match &tariff.prices {
            Some(name) => from_file(site, tariff, name),
            None => from_windows(tariff),
        };
        let (tariff, start, count) = hours.at("tariff")?;
        Ok(Some(Self { tariff, source, start, count }))
    }
}

fn missing(field: &'static str, form: &str) -> Error {
    Fault::new(format!("report.{field}"), Problem::Missing).at(field).allowed(form).into()
}

fn from_windows(site: &SiteTariff) -> Result<(Tariff, Option<Timestamp>, u32), Error> {
    let price = site.price.ok_or_else(|| missing("price", "text with its unit, as \"0.05 USD/kWh\", or prices"))?.get();
    let days = site.days.ok_or_else(|| missing("days", "1 to 366"))?;
    if !(1..=MAX_DAYS).contains(&days) {
        return Err(Fault::new("report.days", Problem::OutOfRange).at("days").got(days).allowed("1 to 366").into());
    }
    let mut clock = Clock::new(site.utc_offset_min.unwrap_or(UtcOffset::UTC));
    clock.daylight_saving = site.daylight_saving.map(|rule| match rule {
        DaylightRule::UnitedStates => DaylightSaving::UnitedStates,
        DaylightRule::EuropeanUnion => DaylightSaving::EuropeanUnion,
    });
    let window = |window: &SiteTariffWindow| {
        let mut made = TimeOfUseWindow::new(window.from_hour, window.to_hour, window.price.get());
        made.days = window.days.map(|days| match days {
            WindowDays::Weekdays => DayKind::Weekdays,
            WindowDays::Weekends => DayKind::Weekends,
        });
        made
    };
    let windows = site.window.iter().map(window).collect();
    let tariff = Tariff::new(EnergyRates::TimeOfUse(TimeOfUse::new(windows, price))).clock(clock);
    Ok((tariff, None, days * 24))
}

fn from_file(site: &SiteRequest, tariff: &SiteTariff, name: &str) -> Result<(Tariff, Option<Timestamp>, u32), Error> {
    let beside = [
        ("price", tariff.price.is_some()),
        ("days", tariff.days.is_some()),
        ("utc_offset_min", tariff.utc_offset_min.is_some()),
        ("daylight_saving", tariff.daylight_saving.is_some()),
        ("window", !tariff.window.is_empty()),
    ];
    if let Some((field, _)) = beside.into_iter().find(|(_, given)| *given) {
        let fault = Fault::new(format!("report.{field}"), Problem::Several).at(field).got(field);
        return Err(fault.allowed("prices or windows, not both").into());
    }
    let (series, hours) = hourly(site.file(name, "prices")?).at("prices")?;
    let start = series.start_ms;
    Ok((Tariff::new(EnergyRates::Hourly(series)), Some(start), hours))
}

/// A file of hourly prices without gaps. A fault's path is the row, from 0 below the heading.
fn hourly(text: &str) -> Result<(HourlySeries, u32), Error> {
    let fault = |problem| Fault::new("report.prices", problem);
    let mut lines = text.lines().map(str::trim_end);
    let per_kwh = match lines.next() {
        Some("time,usd_per_kwh") => 1.0,
        Some("time,usd_per_mwh") => KWH_PER_MWH,
        other => {
            let heading = fault(Problem::Unknown).got(other.unwrap_or_default());
            return Err(heading.allowed("a heading time,usd_per_kwh or time,usd_per_mwh").into());
        }
    };
    let (mut start, mut usd_per_kwh) = (None, Vec::new());
    for (row, line) in lines.filter(|line| !line.is_empty()).enumerate() {
        let refuse = |problem, got: &str, allowed: String| fault(problem).got(got).allowed(allowed).in_row(row);
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
        let price = hashinsight_units::json::float(price.trim())
            .ok_or_else(|| refuse(Problem::Unknown, price, "a number".to_owned()))?;
        usd_per_kwh.push(EnergyPrice::new(price / per_kwh).map_err(|error| error.in_row(row))?);
    }
    let hours = u32::try_from(usd_per_kwh.len()).ok().filter(|hours| (1..=24 * MAX_DAYS).contains(hours));
    match (start, hours) {
        (Some(start_ms), Some(hours)) => Ok((HourlySeries::new(start_ms, usd_per_kwh), hours)),
        _ => Err(fault(Problem::Length).got(usd_per_kwh.len()).allowed("1 to 8784 hours").into()),
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
