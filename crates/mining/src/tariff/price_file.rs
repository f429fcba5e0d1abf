//! Files of prices as tools write them: a heading, a column of times, a column of prices.
//!
//! Understood are commas, semicolons and tabs, quotes, byte order marks, further columns, times with any offset from
//! UTC as pandas, spreadsheets and markets write them, Unix seconds and milliseconds, and steps of 5, 15, 30 or 60
//! minutes; a lone row is an hour. A gap, a repeated or a missing price is refused with its row: it is never filled.

use hashinsight_market::PowerPrices;
use hashinsight_units::{At, Date, EnergyPrice, Error, Fault, FieldPath, Problem, Record, Shown, Timestamp, UtcOffset};

use super::grid::check_minutes;

const MAX_ROWS: usize = 2_103_840; // twenty years of five minutes
const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;
const KWH_PER_MWH: f64 = 1e3;
const TIME_HEADINGS: [&str; 16] = [
    "time",
    "timestamp",
    "datetime",
    "date",
    "start",
    "start_time",
    "from",
    "interval_start",
    "intervalstarttime",
    "period_start",
    "hour_beginning",
    "delivery_start",
    "date_time",
    "unix_time",
    "unix",
    "epoch",
];

/// Unit of prices in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum PriceUnit {
    /// US dollars per kilowatt-hour.
    UsdPerKwh,
    /// US dollars per megawatt-hour.
    UsdPerMwh,
}

/// Inputs of [`read_prices`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReadPricesRequest {
    /// Text of the file, heading included.
    #[record(example = "time,usd_per_mwh\n2026-06-01 00:00:00+00:00,31.5\n2026-06-01 00:15:00+00:00,29.0\n")]
    pub text: String,
    /// Heading of the column of prices. Absent: the only one that names a unit, such as `usd_per_mwh` or `USD/MWh`; with
    /// `unit`, the only one besides the times where the headings name no unit.
    pub price_column: Option<String>,
    /// Unit of the prices. Absent: the one that the heading names.
    pub unit: Option<PriceUnit>,
    /// Offset of times that state none, in minutes east of UTC. Absent: that of a heading such as `time_utc`, or such times
    /// are refused.
    pub utc_offset_min: Option<UtcOffset>,
}

/// Prices of a file, interval by interval.
///
/// # Errors
/// `mining.text.unknown` at `text[row]`, rows counted from 0 below the heading, for what is no time or price;
/// `mining.text.out_of_range` for a gap or a repeated row; `mining.text.missing` for a heading without times or prices;
/// `mining.interval_minutes.out_of_range` for a step that no settlement has; `units.energy_price.out_of_range`.
///
/// ```
/// use hashinsight_mining::tariff::{EnergyRates, ReadPricesRequest, Tariff, read_prices};
/// let text = "\u{feff}\"time\",\"usd_per_mwh\",node\n\
///     \"2026-06-01 00:00:00-05:00\",\"31.5\",HB_WEST\n\"2026-06-01 01:00:00-05:00\",\"29\",HB_WEST\n";
/// let series = read_prices(&ReadPricesRequest::new(text.to_owned()))?;
/// assert_eq!((series.start_ms.to_s(), series.interval_minutes), (1_780_290_000, 60));
/// let tariff = Tariff::new(EnergyRates::Series(series));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn read_prices(request: &ReadPricesRequest) -> Result<PowerPrices, Error> {
    let text = request.text.strip_prefix('\u{feff}').unwrap_or(&request.text);
    // Carriage returns alone end lines too; `sep=;` is a spreadsheet's word to itself.
    let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let mut lines = lines.skip_while(|line| line.starts_with("sep="));
    let columns = Columns::of(lines.next().unwrap_or_default(), request)?;
    let (mut start, mut step_ms): (Option<i64>, Option<i64>) = (None, None);
    let mut usd_per_kwh = Vec::new();
    for (row, line) in lines.enumerate() {
        let (time, price) = columns.cells(line).map_err(|error| in_row(error, row))?;
        let time_ms = instant(&time, columns.without_offset).map_err(|error| in_row(error, row))?;
        if row >= MAX_ROWS {
            return Err(in_row(refuse(Problem::Length, row, "at most 2103840 rows"), row));
        }
        match (start, step_ms) {
            (None, _) => start = Some(time_ms),
            (Some(first), None) => step_ms = Some(step_of(time_ms - first).map_err(|error| in_row(error, row))?),
            (Some(first), Some(step)) => {
                let due = first + step * usd_per_kwh.len().cast_signed() as i64;
                if time_ms != due {
                    let due = Timestamp::from_ms(due)?;
                    let fault = refuse(Problem::OutOfRange, &time, format!("the next interval, {due}"));
                    return Err(in_row(fault, row));
                }
            }
        }
        let value = columns.number(&price).ok_or_else(|| in_row(refuse(Problem::Unknown, &price, "a price"), row))?;
        usd_per_kwh.push(EnergyPrice::new(value / columns.per_kwh).map_err(|error| in_row(error, row))?);
    }
    let start = start.ok_or_else(|| refuse(Problem::Missing, 0, "at least one row below the heading").at("text"))?;
    let minutes = step_ms.map_or(60, |step| step / MINUTE_MS); // a lone row is an hour
    let minutes = u32::try_from(minutes).unwrap_or(u32::MAX);
    Ok(PowerPrices::new(Timestamp::from_ms(start).at("text")?, minutes, usd_per_kwh))
}

fn refuse(problem: Problem, got: impl Shown, allowed: impl std::fmt::Display) -> Error {
    Fault::new("mining.text", problem).got(got).allowed(allowed.to_string()).into()
}

fn in_row(error: Error, row: usize) -> Error {
    error.at(FieldPath::new("text").index(row))
}

fn step_of(step_ms: i64) -> Result<i64, Error> {
    if step_ms <= 0 {
        let allowed = "a time after the row before: oldest first, each time once";
        return Err(refuse(Problem::OutOfRange, step_ms, allowed));
    }
    let minutes = u32::try_from(step_ms / MINUTE_MS).ok().filter(|_| step_ms % MINUTE_MS == 0).unwrap_or(0);
    check_minutes("interval_minutes", minutes)?;
    Ok(step_ms)
}

/// Where times and prices stand in a line.
struct Columns {
    separator: char,
    count: usize,
    time: usize,
    price: usize,
    per_kwh: f64,
    /// Of times that state none.
    without_offset: Option<UtcOffset>,
}

impl Columns {
    fn of(heading: &str, request: &ReadPricesRequest) -> Result<Self, Error> {
        let separator = [';', '\t'].into_iter().find(|mark| heading.contains(*mark)).unwrap_or(',');
        let headings: Vec<String> = cells(heading, separator).iter().map(|name| plain(name)).collect();
        let missing = |what: &str| refuse(Problem::Missing, heading, what).at("text");
        // A column without a heading is an index: of times where no other column is named so.
        let time = headings.iter().position(|name| time_heading(name).is_some());
        let time = time.or_else(|| headings.iter().position(String::is_empty));
        let time = time.ok_or_else(|| missing("a heading with a column of times, such as time,usd_per_mwh"))?;
        let unnamed = request.unit.is_some() && headings.iter().all(|name| unit_of(name).is_none());
        let mut named = headings.iter().enumerate().filter(|(at, name)| {
            *at != time
                && match &request.price_column {
                    Some(wanted) => **name == plain(wanted),
                    None => unnamed || unit_of(name).is_some(),
                }
        });
        let (Some((price, name)), None) = (named.next(), named.next()) else {
            return Err(missing("one column of prices with its unit, such as usd_per_mwh, or price_column"));
        };
        let unit = request.unit.or(unit_of(name));
        let unit = unit.ok_or_else(|| missing("a unit in the heading of the prices, such as usd_per_mwh, or unit"))?;
        let per_kwh = if unit == PriceUnit::UsdPerMwh { KWH_PER_MWH } else { 1.0 };
        let utc = time_heading(&headings[time]) == Some(true);
        let without_offset = request.utc_offset_min.or(utc.then_some(UtcOffset::UTC));
        Ok(Self { separator, count: headings.len(), time, price, per_kwh, without_offset })
    }

    fn cells(&self, line: &str) -> Result<(String, String), Error> {
        let cells = cells(line, self.separator);
        if cells.iter().skip(self.count).any(|cell| !cell.is_empty()) {
            return Err(refuse(Problem::Length, line, "no more cells than the heading has: a decimal comma?"));
        }
        match (cells.get(self.time), cells.get(self.price)) {
            (Some(time), Some(price)) => Ok((time.clone(), price.clone())),
            _ => Err(refuse(Problem::Length, line, "a time and a price, such as 2026-06-01T00:00Z,0.0512")),
        }
    }

    /// A number; where semicolons separate, a comma may be its point.
    fn number(&self, text: &str) -> Option<f64> {
        let text = if self.separator == ';' { text.replace(',', ".") } else { text.to_owned() };
        hashinsight_units::json::float(text.trim_start_matches('$')).filter(|number| number.is_finite())
    }
}

/// What counts in a heading.
fn plain(heading: &str) -> String {
    let letters = heading.trim().chars().map(|c| if c.is_alphanumeric() || c == '$' { c } else { '_' });
    letters.collect::<String>().to_lowercase().trim_matches('_').to_owned()
}

/// Whether a heading names times, and whether they are those of UTC: `Time (UTC)`, `INTERVALSTARTTIME_GMT`.
fn time_heading(heading: &str) -> Option<bool> {
    let heading = heading.strip_suffix("_ms").or_else(|| heading.strip_suffix("_s")).unwrap_or(heading);
    let universal = heading.strip_suffix("utc").or_else(|| heading.strip_suffix("gmt"));
    let name = universal.map_or(heading, |name| name.trim_end_matches('_'));
    let names = TIME_HEADINGS.contains(&name) || universal.is_some() && name.is_empty();
    names.then_some(universal.is_some())
}

/// The unit that a heading names: `usd_per_kwh`, `Price (USD/MWh)`, `$/MWh`.
fn unit_of(heading: &str) -> Option<PriceUnit> {
    let dollars = heading.contains("usd") || heading.contains('$');
    match (heading.ends_with("kwh"), heading.ends_with("mwh")) {
        (true, _) if dollars => Some(PriceUnit::UsdPerKwh),
        (_, true) if dollars => Some(PriceUnit::UsdPerMwh),
        _ => None,
    }
}

/// Cells between separators, without quotes and blanks; a quoted cell may hold the separator.
fn cells(line: &str, separator: char) -> Vec<String> {
    let mut quoted = false;
    let split = |c: char| {
        quoted ^= c == '"';
        c == separator && !quoted
    };
    line.split(split).map(|cell| cell.trim().trim_matches('"').trim().to_owned()).collect()
}

/// Unix milliseconds of `2026-06-01 00:00:00+00:00` and the like, or of a number of seconds or milliseconds.
fn instant(text: &str, without_offset: Option<UtcOffset>) -> Result<i64, Error> {
    let unknown = || refuse(Problem::Unknown, text, "a time with its offset from UTC, as 2026-06-01T00:00Z");
    if let Ok(number) = text.parse::<i64>() {
        let ms = if number < 100_000_000_000 { number.saturating_mul(1000) } else { number };
        return Ok(Timestamp::from_ms(ms)?.to_ms());
    }
    let (date, rest) = text.split_at_checked(10).ok_or_else(unknown)?;
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let (clock, offset) = match rest.find(['Z', 'z', '+', '-', 'U', 'u', 'G', 'g']) {
        Some(at) => (&rest[..at], Some(rest[at..].trim())),
        None => (rest, None),
    };
    let offset_min = match offset {
        Some(offset) => offset_minutes(offset).ok_or_else(unknown)?,
        None => i64::from(
            without_offset
                .ok_or_else(|| {
                    let allowed =
                        "an offset from UTC, as 2026-06-01T00:00Z or 2026-06-01 00:00:00-05:00, or utc_offset_min";
                    refuse(Problem::Unknown, text, allowed)
                })?
                .to_minutes(),
        ),
    };
    let day = date.parse::<Date>().map_err(|_| unknown())?.unix_day();
    let ms = day * DAY_MS + of_day(clock.trim()).ok_or_else(unknown)? - offset_min * MINUTE_MS;
    Ok(Timestamp::from_ms(ms)?.to_ms())
}

fn two_digits(text: &str) -> Option<i64> {
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Milliseconds of `00:15`, `00:15:00` or `00:15:00.000`: whole minutes.
fn of_day(clock: &str) -> Option<i64> {
    let mut parts = clock.split(':');
    let (hours, minutes) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    let seconds = parts.next().unwrap_or("00");
    let whole = seconds.bytes().all(|byte| matches!(byte, b'0' | b'.')) && seconds.starts_with("00");
    (hours < 24 && minutes < 60 && whole && parts.next().is_none()).then_some((hours * 60 + minutes) * MINUTE_MS)
}

/// Minutes of `Z`, `UTC`, `GMT`, `+00:00`, `-0500` or `+01`.
fn offset_minutes(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z" | "UTC" | "utc" | "GMT" | "gmt") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let digits: String = text.get(1..)?.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { Some(0) } else { two_digits(minutes) };
    let total = two_digits(hours)? * 60 + minutes.filter(|minutes| *minutes < 60)?;
    (total <= 18 * 60).then_some(sign * total)
}
