//! Basis of futures and funding of perpetuals day by day: a file of the site's owner.

use hashinsight_units::{Date, Error, Fault, Problem};

const HEADING: &str = "date,basis_per_year";
const WITH_FUNDING: &str = "date,basis_per_year,funding_per_year";

/// What futures pay at the close of one day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carry {
    /// Annualised basis over spot, per year, as a fraction.
    pub(crate) basis_per_year: f64,
    /// Annualised funding that a short receives, per year, as a fraction. Absent: the file has none.
    pub(crate) funding_per_year: Option<f64>,
}

/// Days without a gap, from the first on.
pub(crate) struct Carries {
    first: Date,
    all: Vec<Carry>,
    pub(crate) has_funding: bool,
}

impl Carries {
    /// Reads a file. A fault's path is the row, from 0 below the heading.
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        let fault = |problem| Fault::new("report.futures", problem);
        let mut lines = text.lines().map(str::trim_end);
        let has_funding = match lines.next() {
            Some(HEADING) => false,
            Some(WITH_FUNDING) => true,
            other => {
                let heading = fault(Problem::Unknown).got(other.unwrap_or_default());
                return Err(heading.allowed(format!("a heading {HEADING} or {WITH_FUNDING}")).into());
            }
        };
        let (mut first, mut all) = (None, Vec::new());
        for (row, line) in lines.filter(|line| !line.is_empty()).enumerate() {
            let refuse =
                |problem, got: &str, allowed: String| Error::from(fault(problem).got(got).allowed(allowed).in_row(row));
            let cells: Vec<&str> = line.split(',').map(str::trim).collect();
            if cells.len() != 2 + usize::from(has_funding) {
                let wanted = if has_funding { WITH_FUNDING } else { HEADING };
                return Err(refuse(Problem::Length, line, format!("the cells of {wanted}")));
            }
            let date: Date = cells[0].parse().map_err(|error: Error| error.in_row(row))?;
            let start = *first.get_or_insert(date);
            let due = Date::from_unix_day(start.unix_day() + all.len().cast_signed() as i64)?;
            if date != due {
                return Err(refuse(Problem::OutOfRange, cells[0], format!("the next day, {due}")));
            }
            let rate = |cell: &str| {
                let allowed = "a fraction per year, -100 to 100, such as 0.12";
                let number = hashinsight_units::json::float(cell)
                    .ok_or_else(|| refuse(Problem::Unknown, cell, allowed.to_owned()))?;
                let is_rate = (-100.0..=100.0).contains(&number);
                if is_rate { Ok(number) } else { Err(refuse(Problem::OutOfRange, cell, allowed.to_owned())) }
            };
            let funding_per_year = cells.get(2).map(|cell| rate(cell)).transpose()?;
            all.push(Carry { basis_per_year: rate(cells[1])?, funding_per_year });
        }
        let first = first.ok_or_else(|| Error::from(fault(Problem::Length).got(0).allowed("at least one day")))?;
        Ok(Self { first, all, has_funding })
    }

    /// Those of a day.
    pub(crate) fn of(&self, date: Date) -> Result<Carry, Error> {
        let place = usize::try_from(date.unix_day() - self.first.unix_day()).ok();
        place.and_then(|place| self.all.get(place)).copied().ok_or_else(|| {
            let missing = Fault::new("report.futures", Problem::Missing).got(date);
            missing.allowed(format!("a line for {date}: every day of the backtest has one")).into()
        })
    }
}
