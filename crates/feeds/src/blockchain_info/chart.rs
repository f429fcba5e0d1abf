//! Daily histories.

use hashinsight_market::Series;
use hashinsight_units::{Currency, Difficulty, Error, FieldPath, Hashrate, Problem, Record};

use super::host::{API_HOST, SOURCE};
use crate::decimal::shifted;
use crate::error::{FeedError, in_body, out_of_range, refuse};
use crate::kind::{Parts, Place, Take};
use crate::payload::{Doubts, Window, ms_by_magnitude};
use crate::read::{self, Each, Maybe, Whole, wire};
use crate::source::{instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// Quantity of a history of `GET api.blockchain.info/charts/{name}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ChartName {
    /// Estimated hashrate.
    HashRate,
    /// Difficulty.
    Difficulty,
    /// Revenue of all miners per day.
    MinersRevenue,
    /// Price of one bitcoin.
    MarketPrice,
    /// Transaction fees per day.
    TransactionFees,
}

const FIRST_OF_2011_MS: i64 = 1_293_840_000_000;

type Convert = fn(f64) -> f64;

impl ChartName {
    const WORDS: [(Self, &str); 5] = [
        (Self::HashRate, "hash rate"),
        (Self::Difficulty, "difficulty"),
        (Self::MinersRevenue, "revenue"),
        (Self::MarketPrice, "price"),
        (Self::TransactionFees, "fees"),
    ];

    /// What turns a value of a unit into one of the answer's. The unit is written out: one with a word more, as "Million USD",
    /// is another.
    fn convert(self, unit: &str) -> Result<Convert, Error> {
        const SAME: Convert = |value| value;
        let allowed: &[(&str, Convert)] = match self {
            Self::HashRate => {
                &[("GH/s", |ghs| shifted(ghs, 3)), ("TH/s", SAME), ("PH/s", |phs| 1e3 * phs), ("EH/s", |ehs| 1e6 * ehs)]
            }
            Self::Difficulty => &[("Difficulty", SAME), ("", SAME)],
            Self::MinersRevenue | Self::MarketPrice => &[("USD", SAME)],
            Self::TransactionFees => &[("BTC", SAME)],
        };
        let bare = if self == Self::HashRate { unit.strip_prefix("Hash Rate ").unwrap_or(unit) } else { unit };
        let found = allowed.iter().find(|(word, _)| *word == bare.trim());
        let words: Vec<&str> = allowed.iter().map(|(word, _)| *word).filter(|word| !word.is_empty()).collect();
        found.map(|(_, convert)| *convert).ok_or_else(|| refuse(Problem::Unknown, "unit", unit, words.join(", ")))
    }

    /// Holds a value of the answer against what it can be.
    fn check(self, path: &FieldPath, value: f64, ms: i64, doubts: &mut Doubts) -> Result<(), Error> {
        history::not_negative(path.clone(), value)?;
        let at = path.as_str();
        // In the first two years there are days without blocks and without a price.
        let is_some = value > 0.0 || ms >= FIRST_OF_2011_MS;
        match self {
            Self::HashRate if is_some => {
                plausible::hashrate(at, Hashrate::from_ths(value).map_err(in_body(path.clone()))?, ms, doubts);
            }
            Self::Difficulty if is_some => {
                plausible::difficulty(at, Difficulty::new(value).map_err(in_body(path.clone()))?, ms, doubts);
            }
            Self::MinersRevenue => doubts.range(at, value, 0.0, 1e9, " USD a day"),
            Self::MarketPrice if is_some => {
                plausible::price_at(at, value, (instrument("BTC-USD")?, Currency::USD), ms, doubts);
            }
            Self::TransactionFees => doubts.range(at, value, 0.0, 10_000.0, " BTC a day"),
            _ => {}
        }
        Ok(())
    }

    /// How many times the day before a day has been at most.
    const fn step(self) -> f64 {
        match self {
            Self::HashRate | Self::Difficulty => plausible::STEP_NETWORK,
            Self::MarketPrice | Self::MinersRevenue => plausible::STEP_PRICE,
            Self::TransactionFees => plausible::STEP_FLOW,
        }
    }

    /// The word of this chart, where the title of an answer has that of another one and not this.
    fn other_than(self, title: &str) -> Option<&'static str> {
        let title = title.to_ascii_lowercase();
        let (_, asked) = Self::WORDS.into_iter().find(|(name, _)| *name == self)?;
        let names_another = Self::WORDS.iter().any(|(_, word)| title.contains(word));
        (names_another && !title.contains(asked)).then_some(asked)
    }
}

/// `GET api.blockchain.info/charts/{name}`: a daily history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BlockchainInfoChart")]
#[non_exhaustive]
pub struct Chart {
    /// Quantity of the history.
    #[record(example = "hash_rate")]
    pub name: ChartName,
    /// Length of the history, in days.
    #[record(example = 30)]
    pub days: u32,
}

/// A history, named with its unit.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum ChartData {
    /// Hashrate in TH/s.
    HashrateThs(Series),
    /// Difficulty.
    Difficulty(Series),
    /// Revenue of all miners of the day, in USD.
    MinerRevenueUsd(Series),
    /// Price of one bitcoin, in USD.
    PriceUsd(Series),
    /// Transaction fees of the day, in BTC.
    FeesBtc(Series),
}

impl Parts for ChartData {
    fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
        match self {
            Self::HashrateThs(days)
            | Self::Difficulty(days)
            | Self::MinerRevenueUsd(days)
            | Self::PriceUsd(days)
            | Self::FeesBtc(days) => days.parts(place, each),
        }
    }
}

wire! {
    struct ChartWire {
        name: Option<String>,
        status: Option<String>,
        unit: String,
        values: Vec<Each<ChartPoint>>,
    }
}

wire! {
    struct ChartPoint {
        x: Whole,
        y: Maybe,
    }
}

impl Endpoint for Chart {
    type Data = ChartData;

    fn request(&self) -> Result<Request, Error> {
        if self.days == 0 {
            return Err(out_of_range("days", 0, "at least 1"));
        }
        let name = match self.name {
            ChartName::HashRate => "hash-rate",
            ChartName::Difficulty => "difficulty",
            ChartName::MinersRevenue => "miners-revenue",
            ChartName::MarketPrice => "market-price",
            ChartName::TransactionFees => "transaction-fees",
        };
        let request = Request::get(API_HOST, format!("/charts/{name}"));
        Ok(request.with("timespan", format_args!("{}days", self.days)).with("format", "json").with("sampled", "false"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<ChartData>, FeedError> {
        let ChartWire { name, status, unit, values } = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        if let Some(status) = status.filter(|status| status != "ok") {
            doubts.note("status", status, "ok");
        }
        // Prices and revenues have the same unit: their names tell them apart.
        if let Some(name) = name
            && let Some(asked) = self.name.other_than(&name)
        {
            return Err(refuse(Problem::Unknown, "name", name, format!("... {asked}")).into());
        }
        // The unit is data: a chart that begins to say EH/s must not be read as TH/s.
        let convert = self.name.convert(&unit)?;
        let list = FieldPath::new("values");
        let (window, name) = (Window::days(payload, self.days), self.name);
        let rows = history::each(values, &list, &mut doubts, |index, point, doubts| {
            let ms = ms_by_magnitude(point.x.0);
            let at = |member: &str| list.clone().index(index).field(member);
            doubts.within(|| at("x"), ms, &window);
            let value = point.y.0.map(convert);
            if let Some(value) = value {
                name.check(&at("y"), value, ms, doubts)?;
            }
            Ok((ms, value))
        })?;
        let series = history::series((source(SOURCE), name.step()), history::again(rows), &list, &mut doubts)?;
        Ok(doubts.done(match self.name {
            ChartName::HashRate => ChartData::HashrateThs(series),
            ChartName::Difficulty => ChartData::Difficulty(series),
            ChartName::MinersRevenue => ChartData::MinerRevenueUsd(series),
            ChartName::MarketPrice => ChartData::PriceUsd(series),
            ChartName::TransactionFees => ChartData::FeesBtc(series),
        }))
    }
}
