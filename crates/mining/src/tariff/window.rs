//! Windows of the day: from and to the minute, by weekday, holiday, month and season.

use hashinsight_units::{At, Date, Error, FieldPath, MS_PER_DAY, Order, Record};

use super::clock::Local;
use crate::error;

const MINUTE_MS: i64 = 60_000;
const MINUTES_PER_DAY: u16 = 1440;

/// Days on which a window begins. A holiday counts as a Sunday.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum DayKind {
    /// Monday to Friday, but for holidays.
    Weekdays,
    /// Saturday and Sunday, and holidays.
    Weekends,
    /// Holidays of the tariff alone.
    Holidays,
    /// Days of the week that are listed; holidays are Sundays.
    On(Vec<Weekday>),
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// A part of every year, by date.
///
/// ```
/// use hashinsight_mining::tariff::Season;
/// let winter = Season::new(11, 15, 3, 14); // both days included, over the turn of the year
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct Season {
    /// Month of the first day, 1 to 12.
    #[record(example = 6)]
    pub from_month: u8,
    /// First day of the season in that month, 1 to 31.
    #[record(example = 15)]
    pub from_day: u8,
    /// Month of the last day, 1 to 12; before `from_month` in the next year.
    #[record(example = 9)]
    pub to_month: u8,
    /// Last day of the season in that month, 1 to 31; it belongs to the season.
    #[record(example = 30)]
    pub to_day: u8,
}

/// A window of the day, such as the hours that make a demand charge.
///
/// ```
/// use hashinsight_mining::tariff::{BillingWindow, DayKind};
/// let on_peak = BillingWindow::new(11, 21).days(DayKind::Weekdays);
/// let night = BillingWindow::new(21, 5).from_minute(30).to_minute(30); // 21:30 to 05:30
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BillingWindow {
    /// Hour of the beginning, 0 to 23.
    #[record(example = 11)]
    pub from_hour: u8,
    /// Hour of the end, 1 to 24, or 0 with minutes; at or before the beginning on the next day: 22 to 6 is the night, 6
    /// to 6 a whole day.
    #[record(example = 21)]
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
}

/// A window of the day as both kinds of window state it.
#[derive(Clone, Copy, Debug)]
pub(super) struct When<'a> {
    pub(super) from: (u8, Option<u8>),
    pub(super) to: (u8, Option<u8>),
    pub(super) days: Option<&'a DayKind>,
    pub(super) months: Option<&'a [u8]>,
    pub(super) season: Option<Season>,
}

impl BillingWindow {
    pub(super) fn when(&self) -> When<'_> {
        When {
            from: (self.from_hour, self.from_minute),
            to: (self.to_hour, self.to_minute),
            days: self.days.as_ref(),
            months: self.months.as_deref(),
            season: self.season,
        }
    }
}

/// Unix days of holidays, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Holidays(Vec<i64>);

impl Holidays {
    pub(super) fn of(dates: Option<&[Date]>) -> Self {
        let mut days: Vec<i64> = dates.unwrap_or_default().iter().map(|date| date.unix_day()).collect();
        days.order_by(Ord::cmp);
        Self(days)
    }

    fn has(&self, day: i64) -> bool {
        self.0.binary_search(&day).is_ok()
    }
}

impl When<'_> {
    pub(super) fn check(&self) -> Result<(), Error> {
        let range = |field: &'static str, value: u8, inside: bool, allowed: &str| {
            if inside { Ok(()) } else { Err(error::out_of_range(field, field, value, allowed)) }
        };
        range("from_hour", self.from.0, self.from.0 <= 23, "0 to 23")?;
        for (field, minute) in [("from_minute", self.from.1), ("to_minute", self.to.1)] {
            let minute = minute.unwrap_or(0);
            range(field, minute, minute <= 59, "0 to 59")?;
        }
        let to = minutes(self.to);
        range("to_hour", self.to.0, (1..=MINUTES_PER_DAY).contains(&to), "1 to 24, or 0 with minutes")?;
        check_months(self.months)?;
        self.season.map_or(Ok(()), |season| season.check().at("season"))
    }

    /// Beginning and end, in milliseconds of the day.
    pub(super) fn edges(&self) -> [i64; 2] {
        [self.from, self.to].map(|time| i64::from(minutes(time)) * MINUTE_MS)
    }

    pub(super) fn holds(&self, local: Local, holidays: &Holidays) -> Result<bool, Error> {
        let [from, to] = self.edges();
        let over_midnight = to <= from;
        let began = if local.ms >= from && (over_midnight || local.ms < to) {
            local.day
        } else if over_midnight && local.ms < to {
            local.day - 1
        } else {
            return Ok(false);
        };
        let holiday = holidays.has(began);
        let weekday = if holiday { Weekday::Sunday } else { Weekday::of(began) };
        let weekend = matches!(weekday, Weekday::Saturday | Weekday::Sunday);
        let day_fits = match self.days {
            None => true,
            Some(DayKind::Weekdays) => !weekend,
            Some(DayKind::Weekends) => weekend,
            Some(DayKind::Holidays) => holiday,
            Some(DayKind::On(days)) => days.contains(&weekday),
        };
        if !day_fits || self.months.is_none() && self.season.is_none() {
            return Ok(day_fits);
        }
        let date = Local::date(began)?;
        let in_month = self.months.is_none_or(|months| months.contains(&date.month()));
        Ok(in_month && self.season.is_none_or(|season| season.has(date)))
    }
}

/// Months of the year, where they are listed.
pub(super) fn check_months(months: Option<&[u8]>) -> Result<(), Error> {
    match months.unwrap_or_default().iter().position(|month| !(1..=12).contains(month)) {
        Some(at) => {
            let path = FieldPath::new("months").index(at);
            Err(error::out_of_range("months", path, months.unwrap_or_default()[at], "1 to 12"))
        }
        None => Ok(()),
    }
}

fn minutes((hour, minute): (u8, Option<u8>)) -> u16 {
    u16::from(hour) * 60 + u16::from(minute.unwrap_or(0))
}

impl Weekday {
    /// 1970-01-01 was a Thursday.
    fn of(day: i64) -> Self {
        match (day + 3).rem_euclid(7) {
            0 => Self::Monday,
            1 => Self::Tuesday,
            2 => Self::Wednesday,
            3 => Self::Thursday,
            4 => Self::Friday,
            5 => Self::Saturday,
            _ => Self::Sunday,
        }
    }
}

impl Season {
    fn check(self) -> Result<(), Error> {
        let ends = [
            ("from_month", "from_day", self.from_month, self.from_day),
            ("to_month", "to_day", self.to_month, self.to_day),
        ];
        for (month_field, day_field, month, day) in ends {
            if !(1..=12).contains(&month) {
                return Err(error::out_of_range(month_field, month_field, month, "1 to 12"));
            }
            // A leap year has every day that any year has.
            if Date::new(2024, month, day).is_err() {
                return Err(error::out_of_range(day_field, day_field, day, "a day of the month"));
            }
        }
        Ok(())
    }

    fn has(self, date: Date) -> bool {
        let (from, to) = ((self.from_month, self.from_day), (self.to_month, self.to_day));
        let at = (date.month(), date.day());
        if from <= to { (from..=to).contains(&at) } else { at >= from || at <= to }
    }
}

/// The next edge after a time of the day, in milliseconds of the day, midnight included.
pub(super) fn next_edge(edges: &[i64], ms: i64) -> i64 {
    let passed = edges.partition_point(|edge| *edge <= ms);
    edges.get(passed).copied().unwrap_or(MS_PER_DAY)
}

/// The edges of several windows, in order.
pub(super) fn edges<'a>(windows: impl Iterator<Item = When<'a>>) -> Vec<i64> {
    let mut edges: Vec<i64> = windows.flat_map(|when| when.edges()).collect();
    edges.order_by(Ord::cmp);
    edges.dedup();
    edges
}
