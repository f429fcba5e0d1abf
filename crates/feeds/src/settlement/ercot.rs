//! ERCOT's settlement point prices.

use hashinsight_market::PowerPrices;
use hashinsight_units::{Date, EnergyPrice, Error, Order, Problem, Timestamp};

use super::SettlementRequest;
use super::central_time::{Hour, hour};
use crate::csv::{Column, Row, Table};
use crate::decimal::shifted;
use crate::error::{in_body, missing, refuse};
use crate::payload::Doubts;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Places that the point of a price moves from USD/MWh to USD/kWh.
const MWH_TO_KWH: u8 = 3;
/// The system-wide offer cap has been 9,000 USD/MWh at most, and prices with adders a little more.
const PLAUSIBLE: (f64, f64) = (-1000.0, 10_000.0);

/// The columns that are read.
struct Columns {
    date: Column,
    hour: Column,
    quarter: Column,
    flag: Column,
    point: Column,
    kind: Column,
    price: Column,
    is_real_time: bool,
}

impl Columns {
    fn of(table: &Table<'_>) -> Result<Self, Error> {
        let is_real_time = table.has("deliveryinterval");
        let point = if table.has("settlementpointname") { "settlementpointname" } else { "settlementpoint" };
        let hour = if table.has("deliveryhour") { "deliveryhour" } else { "hourending" };
        let names = ["deliverydate", hour, point, "settlementpointprice", "dstflag"];
        table.demand(&names)?;
        let [date, hour, point, price, flag] = table.columns(names);
        let [quarter, kind] = table.columns(["deliveryinterval", "settlementpointtype"]);
        Ok(Self { date, hour, quarter, flag, point, kind, price, is_real_time })
    }

    const fn step_ms(&self) -> i64 {
        if self.is_real_time { HOUR_MS / 4 } else { HOUR_MS }
    }
}

pub(super) fn prices(
    table: &Table<'_>,
    request: &SettlementRequest,
    doubts: &mut Doubts,
) -> Result<PowerPrices, Error> {
    let columns = Columns::of(table)?;
    let mut rows: Vec<(i64, f64, usize)> = Vec::new();
    let mut seen_type: Option<String> = None;
    for (index, row) in table.rows().filter(|(_, row)| row.cell(columns.point) == request.point.as_str()) {
        let kind = row.cell(columns.kind);
        if request.point_type.as_deref().is_some_and(|asked| asked != kind) {
            continue;
        }
        let first = seen_type.get_or_insert_with(|| kind.to_owned());
        if first != kind {
            let allowed = format!("one type of {}, and not {first} too: say which as point_type", request.point);
            return Err(refuse(Problem::Several, row.at("settlementpointtype"), kind, allowed));
        }
        let price = price(row, &columns)?;
        if !(PLAUSIBLE.0..=PLAUSIBLE.1).contains(&price) {
            doubts.range(row.at("settlementpointprice").as_str(), price, PLAUSIBLE.0, PLAUSIBLE.1, " USD/MWh");
        }
        rows.push((start(row, &columns)?, price, index));
    }
    rows.order_by(|(a, ..), (b, ..)| a.cmp(b));
    let Some(&(first_ms, ..)) = rows.first() else {
        return Err(missing(columns.point.name, format!("rows of {}", request.point)));
    };
    let mut prices = Vec::with_capacity(rows.len());
    let (mut due, mut before) = (first_ms, None);
    for (start, price, index) in rows {
        let path = || hashinsight_units::FieldPath::new("rows").index(index);
        if let Some(before) = before.filter(|_| start < due) {
            if before == price {
                doubts.note(path(), price, "each interval once; the same row again is left out");
                continue;
            }
            let allowed = format!("one price of the interval; another row says {before}");
            return Err(refuse(Problem::Several, path(), price, allowed));
        }
        if start > due {
            let allowed = format!("a row for the interval that begins at {due}: a gap is not filled");
            return Err(refuse(Problem::Missing, path(), start, allowed));
        }
        prices.push(EnergyPrice::new(shifted(price, MWH_TO_KWH)).map_err(|error| in_body(path())(error))?);
        before = Some(price);
        due += columns.step_ms();
    }
    let start_ms = Timestamp::from_ms(first_ms).map_err(in_body("rows"))?;
    Ok(PowerPrices::new(start_ms, if columns.is_real_time { 15 } else { 60 }, prices))
}

fn price(row: Row<'_>, columns: &Columns) -> Result<f64, Error> {
    let text = row.cell(columns.price);
    let value = hashinsight_units::json::float(text).filter(|value| value.is_finite() && (-1e6..=1e6).contains(value));
    value.ok_or_else(|| {
        refuse(Problem::WrongType, row.at("settlementpointprice"), text, "a price in USD/MWh, -1e6 to 1e6")
    })
}

/// The instant at which a row's interval begins.
fn start(row: Row<'_>, columns: &Columns) -> Result<i64, Error> {
    let date = date(row, columns)?;
    let whole = |column: Column, text: &str, most: i64| {
        let number = text.parse::<i64>().ok().filter(|number| (1..=most).contains(number));
        number.ok_or_else(|| refuse(Problem::Unknown, row.at(column.name), text, format!("1 to {most}")))
    };
    let ending = row.cell(columns.hour);
    let begins = whole(columns.hour, ending.strip_suffix(":00").unwrap_or(ending), 24)? - 1;
    let quarter = if columns.is_real_time { whole(columns.quarter, row.cell(columns.quarter), 4)? - 1 } else { 0 };
    let flag = row.cell(columns.flag);
    let again = match flag {
        "Y" => true,
        "N" => false,
        _ => return Err(refuse(Problem::Unknown, row.at("dstflag"), flag, "Y or N")),
    };
    let offset = match (hour(date, begins), again) {
        (Hour::Offset(offset) | Hour::Repeated(offset, _), false) | (Hour::Repeated(_, offset), true) => offset,
        (Hour::Offset(_), true) => {
            return Err(refuse(Problem::Unknown, row.at("dstflag"), flag, "N: the clock does not repeat this hour"));
        }
        (Hour::Skipped, _) => {
            return Err(refuse(
                Problem::Unknown,
                row.at(columns.hour.name),
                ending,
                "an hour that the clock does not skip",
            ));
        }
    };
    Ok(date.unix_day() * DAY_MS + (begins + offset) * HOUR_MS + quarter * HOUR_MS / 4)
}

/// `11/01/2026`, month first, or `2026-11-01`.
fn date(row: Row<'_>, columns: &Columns) -> Result<Date, Error> {
    let text = row.cell(columns.date);
    let read = || {
        if let Ok(date) = text.parse::<Date>() {
            return Some(date);
        }
        let mut parts = text.split('/');
        let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none() && year.len() == 4;
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().filter(|_| is_whole)
    };
    read().ok_or_else(|| refuse(Problem::Unknown, row.at("deliverydate"), text, "a date, as 11/01/2026"))
}
