//! Daily histories.

use hashinsight_market::Series;
use hashinsight_units::{Error, FieldPath, Problem, Record};
use serde::Deserialize;

use super::host::{API_HOST, SOURCE};
use crate::error::{FeedError, refuse};
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, Maybe, Whole};
use crate::source::source;
use crate::{Endpoint, Parsed, Payload, Request, history};

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

impl ChartName {
    const WORDS: [(Self, &str); 5] = [
        (Self::HashRate, "hash rate"),
        (Self::Difficulty, "difficulty"),
        (Self::MinersRevenue, "revenue"),
        (Self::MarketPrice, "price"),
        (Self::TransactionFees, "fees"),
    ];

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

#[derive(Deserialize)]
struct ChartWire {
    #[serde(default)]
    name: Option<String>,
    unit: String,
    values: Vec<ChartPoint>,
}

#[derive(Deserialize)]
struct ChartPoint {
    x: Whole,
    y: Maybe,
}

impl Endpoint for Chart {
    type Data = ChartData;

    fn request(&self) -> Result<Request, Error> {
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

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<ChartData>, FeedError> {
        let ChartWire { name, unit, values } = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        // Prices and revenues have the same unit: their names tell them apart.
        if let Some(name) = name
            && let Some(asked) = self.name.other_than(&name)
        {
            return Err(refuse(Problem::Unknown, "name", name, format!("... {asked}")).into());
        }
        // The unit is data: a chart that begins to say EH/s must not be read as TH/s.
        let (word, factor) = match self.name {
            ChartName::HashRate => match unit.rsplit(' ').next() {
                Some("GH/s") => ("GH/s", 1e-3),
                Some("PH/s") => ("PH/s", 1e3),
                Some("EH/s") => ("EH/s", 1e6),
                _ => ("TH/s", 1.0),
            },
            ChartName::Difficulty => ("Difficulty", 1.0),
            ChartName::MinersRevenue | ChartName::MarketPrice => ("USD", 1.0),
            ChartName::TransactionFees => ("BTC", 1.0),
        };
        if !unit.ends_with(word) {
            return Err(refuse(Problem::Unknown, "unit", unit, format!("... {word}")).into());
        }
        let rows = values.iter().map(|point| (ms_by_magnitude(point.x.0), point.y.0.map(|y| y * factor)));
        let series = history::series(source(SOURCE), rows, &FieldPath::new("values"), &mut doubts)?;
        if let Some(index) = series.value().iter().position(|value| *value < 0.0) {
            doubts.note("values", series.value()[index], "at least 0");
        }
        Ok(doubts.done(match self.name {
            ChartName::HashRate => ChartData::HashrateThs(series),
            ChartName::Difficulty => ChartData::Difficulty(series),
            ChartName::MinersRevenue => ChartData::MinerRevenueUsd(series),
            ChartName::MarketPrice => ChartData::PriceUsd(series),
            ChartName::TransactionFees => ChartData::FeesBtc(series),
        }))
    }
}
