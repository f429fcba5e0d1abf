//! The sample figures: days of market and network, machines. `data/README.md` says where they come from.

use hashinsight::units::{Date, Difficulty, Fault, Hashrate, Power, Price};

use crate::refusal::OrFault as _;

const DAYS: &str = include_str!("data/sample_days.csv");
const MACHINES: &str = include_str!("data/asics.csv");

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
    /// Codes of the sources, see `data/asics_sources.md`.
    pub(crate) sources: String,
    /// What speaks against the figures; empty where nothing does.
    pub(crate) note: String,
}

/// All days, oldest first.
pub(crate) fn days() -> Result<Vec<Day>, Fault> {
    rows(DAYS, "days", |[date, open, high, low, close, _volume, difficulty, epoch_date]: [String; 8]| {
        Ok(Day {
            date: date.parse().or_fault()?,
            open_usd: Price::new(number(&open)?).or_fault()?,
            high_usd: Price::new(number(&high)?).or_fault()?,
            low_usd: Price::new(number(&low)?).or_fault()?,
            close_usd: Price::new(number(&close)?).or_fault()?,
            difficulty: Difficulty::new(number(&difficulty)?).or_fault()?,
            epoch_date,
        })
    })
}

/// The whole catalogue, doubtful machines included.
pub(crate) fn machines() -> Result<Vec<Machine>, Fault> {
    rows(MACHINES, "machines", |[model, _, hashrate, power, _, _, _, _, sources, note]: [String; 10]| {
        Ok(Machine {
            model,
            hashrate: Hashrate::from_ths(number(&hashrate)?).or_fault()?,
            power: Power::from_w(number(&power)?).or_fault()?,
            sources,
            note,
        })
    })
}

fn number(text: &str) -> Result<f64, Fault> {
    text.parse().map_err(|_| Fault::new("sample.number.unknown").got(text).allowed("a number"))
}

/// The rows below the heading, each of exactly `N` cells.
fn rows<T, const N: usize>(
    csv: &str,
    name: &str,
    read: impl Fn([String; N]) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    let row = |(i, line): (usize, &str)| {
        let cells = cells(line).try_into().map_err(|cells: Vec<String>| {
            Fault::new("sample.row.length").got(cells.len()).allowed(format!("{N} cells"))
        });
        cells.and_then(&read).map_err(|fault| fault.at(format!("{name}[{i}]")))
    };
    csv.lines().skip(1).enumerate().map(row).collect()
}

/// The cells of a line of CSV; quotes protect commas, and no cell of ours holds a quote itself.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    cells.push(cell);
    cells
}
