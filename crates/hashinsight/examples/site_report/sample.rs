//! The sample figures, days of market and network (`data/README.md` says where they come from), and the catalog.

use hashinsight::mining::machine::{self, MachinesRequest};
use hashinsight::units::{At, Date, Difficulty, Error, Fault, Hashrate, Power, Price, Problem};

const DAYS: &str = include_str!("data/sample_days.csv");

/// One day of the largest spot market, and the difficulty of that day's epoch.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    pub(crate) date: Date,
    pub(crate) open_usd: Price,
    pub(crate) high_usd: Price,
    pub(crate) low_usd: Price,
    pub(crate) close_usd: Price,
    pub(crate) difficulty: Difficulty,
    /// `exact` or `estimated`: how well the first day of the epoch is known.
    pub(crate) epoch_date: String,
}

/// One machine as its sources rate it.
#[derive(Clone, Debug)]
pub(crate) struct Machine {
    pub(crate) model: String,
    pub(crate) hashrate: Hashrate,
    pub(crate) power: Power,
    /// Codes of the sources, see `asics_sources.md` of the mining crate.
    pub(crate) sources: String,
    /// What speaks against the figures; empty where nothing does.
    pub(crate) note: String,
}

/// All days, oldest first.
pub(crate) fn days() -> Result<Vec<Day>, Error> {
    rows(DAYS, "days", |[date, open, high, low, close, _volume, difficulty, epoch_date]: [String; 8]| {
        Ok(Day {
            date: date.parse()?,
            open_usd: Price::new(number(&open)?)?,
            high_usd: Price::new(number(&high)?)?,
            low_usd: Price::new(number(&low)?)?,
            close_usd: Price::new(number(&close)?)?,
            difficulty: Difficulty::new(number(&difficulty)?)?,
            epoch_date,
        })
    })
}

/// The whole catalog of the mining crate, doubtful machines included.
pub(crate) fn machines() -> Vec<Machine> {
    let all = machine::machines(&MachinesRequest::new().include_doubtful(true));
    let machine = |known: machine::AsicModel| Machine {
        model: known.model.to_owned(),
        hashrate: known.hashrate_ths,
        power: known.power_w,
        sources: known.sources.to_owned(),
        note: known.note.to_owned(),
    };
    all.machines.into_iter().map(machine).collect()
}

fn number(text: &str) -> Result<f64, Error> {
    let fault = || Fault::new("sample.number", Problem::Unknown).got(text).allowed("a number");
    text.parse().map_err(|_| fault().into())
}

/// The rows below the heading, each of exactly `N` cells.
fn rows<T, const N: usize>(
    csv: &str,
    name: &str,
    read: impl Fn([String; N]) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let row = |(i, line): (usize, &str)| {
        let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
        let cells = cells.try_into().map_err(|cells: Vec<String>| {
            let fault = Fault::new("sample.row", Problem::Length).got(cells.len());
            Error::from(fault.allowed(format!("{N} cells")))
        });
        cells.and_then(&read).index(i).at(name)
    };
    csv.lines().skip(1).enumerate().map(row).collect()
}
