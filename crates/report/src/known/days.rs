//! Price and difficulty day by day: the sample figures, or a file of the site's owner.

use hashinsight_market::{Bars, BarsColumns, Interval};
use hashinsight_signals::evaluate::{MarketHistory, NetworkDays};
use hashinsight_units::{Amount, At, Currency, Date, Difficulty, Error, Fault, MS_PER_DAY, Price, Problem, Timestamp};

use crate::SAMPLE_DAYS;
use crate::document::Source;

const HEADING: &str = "date,open_usd,high_usd,low_usd,close_usd,volume_btc,difficulty";
/// The day after the fourth halving, and a day well before the fifth: between them a block has 3.125 new BTC.
const FIRST: &str = "2024-04-21";
const LAST: &str = "2027-12-31";

/// One day of the largest spot market, and the difficulty of that day's epoch.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    pub(crate) date: Date,
    pub(crate) open_usd: Price,
    pub(crate) high_usd: Price,
    pub(crate) low_usd: Price,
    pub(crate) close_usd: Price,
    pub(crate) volume_btc: f64,
    pub(crate) difficulty: Difficulty,
    /// Whether the first day of the epoch is known: `exact`, `estimated`, or nothing is said.
    pub(crate) epoch_date: Option<String>,
}

impl Day {
    /// Instant at which the day is over.
    pub(crate) fn close(&self) -> Result<Timestamp, Error> {
        Timestamp::from_ms((self.date.unix_day() + 1) * MS_PER_DAY)
    }
}

/// Days without a gap, at least one.
pub(crate) struct KnownDays {
    pub(crate) all: Vec<Day>,
    pub(crate) source: Source,
    last: Day,
}

/// The sample days of the package.
pub(crate) fn sample() -> Result<KnownDays, Error> {
    read(SAMPLE_DAYS, Source::Sample)
}

/// A file of days. A fault's path is the row, from 0 below the heading.
pub(crate) fn read(text: &str, source: Source) -> Result<KnownDays, Error> {
    let mut lines = text.lines().map(str::trim_end);
    let heading = lines.next().unwrap_or_default();
    let with_epoch = heading == format!("{HEADING},epoch_date");
    if !with_epoch && heading != HEADING {
        let fault = Fault::new("report.days", Problem::Unknown).got(heading);
        return Err(fault.allowed(format!("a heading {HEADING}, and epoch_date if it is known")).into());
    }
    let (first, last): (Date, Date) = (FIRST.parse()?, LAST.parse()?);
    let mut all: Vec<Day> = Vec::new();
    for (row, line) in lines.filter(|line| !line.is_empty()).enumerate() {
        let day = day(line, with_epoch).map_err(|error| error.in_row(row))?;
        let out = |allowed: String| -> Error {
            Fault::new("report.days", Problem::OutOfRange).got(day.date).allowed(allowed).in_row(row).into()
        };
        if !(first..=last).contains(&day.date) {
            return Err(out(format!("{FIRST} to {LAST}, days on which a block has 3.125 new BTC")));
        }
        if let Some(before) = all.last().filter(|before| before.date.unix_day() + 1 != day.date.unix_day()) {
            return Err(out(format!("the day after {}", before.date)));
        }
        all.push(day);
    }
    let last = all
        .last()
        .cloned()
        .ok_or_else(|| Error::from(Fault::new("report.days", Problem::Length).got(0).allowed("at least one day")))?;
    Ok(KnownDays { all, source, last })
}

fn day(line: &str, with_epoch: bool) -> Result<Day, Error> {
    let mut cells = line.split(',');
    let count = line.split(',').count();
    let wanted = 7 + usize::from(with_epoch);
    if count != wanted {
        let fault = Fault::new("report.days", Problem::Length).got(count);
        return Err(fault.allowed(format!("{wanted} cells")).into());
    }
    let mut next = || cells.next().unwrap_or_default();
    let number = |text: &str| {
        let fault = || Error::from(Fault::new("report.days", Problem::Unknown).got(text).allowed("a number"));
        hashinsight_units::json::float(text).ok_or_else(fault)
    };
    Ok(Day {
        date: next().parse()?,
        open_usd: Price::new(number(next())?)?,
        high_usd: Price::new(number(next())?)?,
        low_usd: Price::new(number(next())?)?,
        close_usd: Price::new(number(next())?)?,
        volume_btc: number(next())?,
        difficulty: Difficulty::new(number(next())?)?,
        epoch_date: with_epoch.then(|| next().to_owned()),
    })
}

impl KnownDays {
    /// The last of them.
    pub(crate) const fn last(&self) -> &Day {
        &self.last
    }

    /// The last days as bars.
    ///
    /// # Errors
    /// What [`Bars`] refuses, such as a high below the close.
    pub(crate) fn bars(&self, count: usize) -> Result<Bars, Error> {
        let days = &self.all[self.all.len() - count.min(self.all.len())..];
        let column = |of: fn(&Day) -> f64| days.iter().map(of).collect::<Vec<f64>>();
        Bars::from_columns(BarsColumns {
            source: "days".parse()?,
            instrument: "BTCUSD".parse()?,
            quote_currency: Currency::USD,
            interval_ms: Interval::DAY,
            open_time_ms: days.iter().map(|day| day.date.unix_day() * MS_PER_DAY).collect(),
            open: column(|day| day.open_usd.get()),
            high: column(|day| day.high_usd.get()),
            low: column(|day| day.low_usd.get()),
            close: column(|day| day.close_usd.get()),
            volume_base: Some(column(|day| day.volume_btc)),
        })
        .at("days")
    }

    /// The first days as a history of the market: bars and difficulty, and nothing else, for nothing else is known.
    pub(crate) fn history(&self, count: usize, subsidy: Amount) -> Result<MarketHistory, Error> {
        let days = &self.all[..count.min(self.all.len())];
        let part = Self { all: days.to_vec(), source: self.source, last: self.last.clone() };
        let closes = days.iter().map(Day::close).collect::<Result<Vec<_>, Error>>()?;
        let network = NetworkDays::new(closes, vec![subsidy; days.len()]);
        let network = network.difficulty(days.iter().map(|day| day.difficulty.into()).collect());
        Ok(MarketHistory::new(part.bars(days.len())?).network(network))
    }
}
