//! Blockchain.info: network summary, daily charts, plain-text queries, exchange rates.
//!
//! Traps: `/stats` and `/q/hashrate` say GH/s, `/charts/hash-rate` says TH/s (and says so). `n_blocks_total` counts
//! blocks, the genesis block included: the tip's height is one less (the coins in `totalbc` are the subsidies of
//! exactly so many). Since 2026 `total_fees_btc` has been seen as minus the minted coins and `miners_revenue_usd` as 0:
//! both are left out and noted. `/stats` writes its time as `1.780730885E12`.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, blockchain_info};
//! use hashinsight_units::Timestamp;
//! let body = include_bytes!("../tests/fixtures/obs_blockchain_info_stats_2026.json");
//! let parsed = blockchain_info::Stats.parse(&Payload::new(body, Timestamp::from_s(1_780_730_900)?))?;
//! assert_eq!(parsed.data.hashrate_ths.to_ehs().round(), 933.0);
//! assert_eq!(parsed.suspicious[0].path, "total_fees_btc");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

use hashinsight_market::{Quote, Series};
use hashinsight_units::{Amount, Difficulty, FieldPath, Hashrate, Height, Timestamp, Usd};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::endpoint::upstream;
use crate::error::{FeedError, PayloadProblem};
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, Maybe, MaybeWhole, Number, Whole};
use crate::source::{currency, instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

const SOURCE: &str = "blockchain_info";
const BTC_USD: &str = "BTC-USD";

upstream! {
    "Blockchain.info", BlockchainInfoAsk => BlockchainInfoData {
        /// The network's summary.
        Stats,
        /// A daily history.
        Chart(Chart),
        /// One number as plain text.
        Query(Query),
        /// What one bitcoin costs in many currencies.
        Ticker,
    }
}

/// `GET api.blockchain.info/stats`: the network's summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stats;

/// The network as Blockchain.info sees it: the last 24 hours and the tip.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ChainStats {
    /// When it held.
    pub time_ms: Timestamp,
    /// Price of one bitcoin.
    pub price: Quote,
    /// Estimated hashrate of the network, TH/s (received as GH/s).
    pub hashrate_ths: Hashrate,
    /// Height of the tip.
    pub height: Height,
    /// Difficulty, where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub difficulty: Option<Difficulty>,
    /// Blocks of the last 24 hours.
    pub blocks_per_day: u32,
    /// Mean time between them, seconds.
    pub block_interval_s: f64,
    /// New coins of the last 24 hours, fees excluded.
    pub minted_sat: Amount,
    /// Fees of the last 24 hours; absent where the value is none (negative).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fees_sat: Option<Amount>,
    /// What miners earned in the last 24 hours; absent where the value is none (zero).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub miner_revenue_usd: Option<Usd>,
    /// All coins there are.
    pub supply_sat: Amount,
    /// Height of the block that closes the difficulty period.
    pub next_retarget_height: Height,
}

#[derive(Deserialize)]
struct StatsWire {
    timestamp: Whole,
    market_price_usd: Number,
    hash_rate: Number,
    total_fees_btc: MaybeWhole,
    n_btc_mined: Whole,
    n_blocks_mined: Whole,
    minutes_between_blocks: Number,
    totalbc: Whole,
    n_blocks_total: Whole,
    #[serde(default)]
    miners_revenue_usd: Maybe,
    nextretarget: Whole,
    #[serde(default)]
    difficulty: Maybe,
}

impl Endpoint for Stats {
    type Data = ChainStats;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get("api.blockchain.info", "/stats"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<ChainStats>, FeedError> {
        let wire: StatsWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let time_ms = doubts.past("timestamp", ms_by_magnitude(wire.timestamp.0))?;
        let (name, usd) = (instrument(BTC_USD)?, currency("", "USD")?);
        let price = history::last_price((source(SOURCE)?, name, usd), time_ms, wire.market_price_usd.0)
            .map_err(FeedError::market("market_price_usd"))?;
        plausible::price("market_price_usd", wire.market_price_usd.0, name, usd, &mut doubts);
        let hashrate_ths = Hashrate::from_ths(wire.hash_rate.0 / 1e3).map_err(FeedError::unit("hash_rate"))?;
        plausible::hashrate("hash_rate", hashrate_ths, &mut doubts);
        let difficulty = wire.difficulty.0.map(Difficulty::new).transpose().map_err(FeedError::unit("difficulty"))?;
        if let Some(difficulty) = difficulty {
            plausible::difficulty("difficulty", difficulty, &mut doubts);
            plausible::agrees("hash_rate", hashrate_ths, difficulty, &mut doubts);
        }
        let fees = wire.total_fees_btc.0;
        if fees.is_none_or(|sat| sat < 0) {
            doubts.note("total_fees_btc", fees.unwrap_or_default(), "fees of at least 0; left out");
        }
        let fees_sat = fees.filter(|sat| *sat >= 0).map(Amount::from_signed_sat).transpose();
        let revenue = wire.miners_revenue_usd.0;
        if revenue.is_some_and(|usd| usd <= 0.0) {
            doubts.note("miners_revenue_usd", revenue.unwrap_or_default(), "above 0; left out");
        }
        let miner_revenue_usd = revenue.filter(|usd| *usd > 0.0).map(Usd::new).transpose();
        let blocks_total = count("n_blocks_total", wire.n_blocks_total)?;
        let tip = blocks_total.checked_sub(1).ok_or_else(|| {
            FeedError::payload(PayloadProblem::OutOfRange, "n_blocks_total", 0, "at least 1, the genesis block")
        })?;
        Ok(doubts.done(ChainStats {
            time_ms,
            price,
            hashrate_ths,
            height: Height::new(tip),
            difficulty,
            blocks_per_day: count("n_blocks_mined", wire.n_blocks_mined)?,
            block_interval_s: positive("minutes_between_blocks", wire.minutes_between_blocks)? * 60.0,
            minted_sat: Amount::from_signed_sat(wire.n_btc_mined.0).map_err(FeedError::unit("n_btc_mined"))?,
            fees_sat: fees_sat.map_err(FeedError::unit("total_fees_btc"))?,
            miner_revenue_usd: miner_revenue_usd.map_err(FeedError::unit("miners_revenue_usd"))?,
            supply_sat: Amount::from_signed_sat(wire.totalbc.0).map_err(FeedError::unit("totalbc"))?,
            next_retarget_height: Height::new(count("nextretarget", wire.nextretarget)?),
        }))
    }
}

fn count(path: &'static str, whole: Whole) -> Result<u32, FeedError> {
    let allowed = "a whole number from 0 to 4294967295";
    u32::try_from(whole.0).map_err(|_| FeedError::payload(PayloadProblem::OutOfRange, path, whole.0, allowed))
}

fn positive(path: &'static str, number: Number) -> Result<f64, FeedError> {
    if number.0 > 0.0 && number.0 <= 1e9 {
        return Ok(number.0);
    }
    Err(FeedError::payload(PayloadProblem::OutOfRange, path, number.0, "above 0, at most 1e9"))
}

/// Which history of `GET api.blockchain.info/charts/{name}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChartName {
    /// Estimated hashrate.
    HashRate,
    /// Difficulty.
    Difficulty,
    /// What miners earn a day.
    MinersRevenue,
    /// Price of one bitcoin.
    MarketPrice,
    /// Fees of a day.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BlockchainInfoChart"))]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Which history.
    pub name: ChartName,
    /// How many days back.
    pub days: u32,
}

/// A history, named with its unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChartData {
    /// Hashrate in TH/s.
    HashrateThs(Series),
    /// Difficulty.
    Difficulty(Series),
    /// What miners earned that day, USD.
    MinerRevenueUsd(Series),
    /// Price of one bitcoin, USD.
    PriceUsd(Series),
    /// Fees of that day, BTC.
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

    fn request(&self) -> Result<Request, FeedError> {
        let name = match self.name {
            ChartName::HashRate => "hash-rate",
            ChartName::Difficulty => "difficulty",
            ChartName::MinersRevenue => "miners-revenue",
            ChartName::MarketPrice => "market-price",
            ChartName::TransactionFees => "transaction-fees",
        };
        let request = Request::get("api.blockchain.info", format!("/charts/{name}"));
        Ok(request.with("timespan", format_args!("{}days", self.days)).with("format", "json").with("sampled", "false"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<ChartData>, FeedError> {
        let ChartWire { name, unit, values } = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        // Prices and revenues have the same unit: their names tell them apart.
        let name = name.unwrap_or_default();
        if let Some(asked) = self.name.other_than(&name) {
            return Err(FeedError::payload(PayloadProblem::Unknown, "name", name, format!("... {asked}")));
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
            return Err(FeedError::payload(PayloadProblem::Unknown, "unit", unit, format!("... {word}")));
        }
        let rows = values.iter().map(|point| (ms_by_magnitude(point.x.0), point.y.0.map(|y| y * factor)));
        let series = history::series(source(SOURCE)?, rows, &FieldPath::new("values"), &mut doubts)?;
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

/// `GET blockchain.info/q/{name}`: one number as plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BlockchainInfoQuery"))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Query {
    /// Estimated hashrate.
    Hashrate,
    /// Difficulty.
    Difficulty,
    /// Height of the tip.
    BlockCount,
}

/// The number, named with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QueryData {
    /// Hashrate in TH/s (received as GH/s).
    HashrateThs(Hashrate),
    /// Difficulty.
    Difficulty(Difficulty),
    /// Height of the tip.
    Height(Height),
}

impl Endpoint for Query {
    type Data = QueryData;

    fn request(&self) -> Result<Request, FeedError> {
        let name = match self {
            Self::Hashrate => "hashrate",
            Self::Difficulty => "getdifficulty",
            Self::BlockCount => "getblockcount",
        };
        Ok(Request::get("blockchain.info", format!("/q/{name}")))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<QueryData>, FeedError> {
        let text = read::text(payload)?;
        let mut doubts = Doubts::new(payload);
        let refused = || FeedError::payload(PayloadProblem::WrongType, "", text, "one number as text");
        let number = || text.parse::<f64>().ok().filter(|value| value.is_finite()).ok_or_else(refused);
        let data = match self {
            Self::Hashrate => {
                let hashrate = Hashrate::from_ths(number()? / 1e3).map_err(FeedError::unit(""))?;
                plausible::hashrate("", hashrate, &mut doubts);
                QueryData::HashrateThs(hashrate)
            }
            Self::Difficulty => {
                let difficulty = Difficulty::new(number()?).map_err(FeedError::unit(""))?;
                plausible::difficulty("", difficulty, &mut doubts);
                QueryData::Difficulty(difficulty)
            }
            Self::BlockCount => QueryData::Height(Height::new(text.parse().map_err(|_| refused())?)),
        };
        Ok(doubts.done(data))
    }
}

/// `GET blockchain.info/ticker`: what one bitcoin costs in many currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticker;

/// One price per currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PricesByCurrency {
    /// Sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have been equal for years):
    /// only the last price is read.
    pub quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct TickerWire {
    last: Number,
    /// The currency again, or in answers of older years its sign.
    #[serde(default)]
    symbol: Option<String>,
}

impl Endpoint for Ticker {
    type Data = PricesByCurrency;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get("blockchain.info", "/ticker"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<PricesByCurrency>, FeedError> {
        let wire: BTreeMap<String, Value> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let mut quotes = Vec::with_capacity(wire.len());
        for (code, value) in wire.into_iter().filter(|(code, _)| is_currency(code)) {
            let TickerWire { last, symbol } = read::value(FieldPath::new(code.as_str()), &value)?;
            if let Some(symbol) = symbol.filter(|symbol| is_currency(symbol) && *symbol != code) {
                let path = FieldPath::new(code.as_str()).field("symbol");
                return Err(FeedError::payload(PayloadProblem::Unknown, path, symbol, code));
            }
            let currency = currency(&code, &code)?;
            let name = instrument(&format!("BTC-{currency}"))?;
            let quote = history::last_price((source(SOURCE)?, name, currency), payload.received_ms, last.0);
            plausible::price(&format!("{code}.last"), last.0, name, currency, &mut doubts);
            quotes.push(quote.map_err(FeedError::market(code))?);
        }
        if quotes.is_empty() {
            return Err(FeedError::missing("USD", "at least one currency"));
        }
        Ok(doubts.done(PricesByCurrency { quotes }))
    }
}

/// Whether a key is a currency: what else stands beside them, now or later, is no price.
pub(crate) fn is_currency(key: &str) -> bool {
    key.len() == 3 && key.bytes().all(|b| b.is_ascii_uppercase())
}

/// New coins per block of the last 24 hours, which must be the subsidy: a check on what [`Stats`] says of coins and
/// blocks.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, blockchain_info};
/// use hashinsight_units::Timestamp;
/// let body = include_bytes!("../tests/fixtures/obs_blockchain_info_stats_2026.json");
/// let stats = blockchain_info::Stats.parse(&Payload::new(body, Timestamp::from_s(1_780_731_000)?))?.data;
/// assert_eq!(blockchain_info::minted_per_block(&stats).to_sat(), 312_500_000);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn minted_per_block(stats: &ChainStats) -> Amount {
    let per_block = stats.minted_sat.to_sat().checked_div(u64::from(stats.blocks_per_day)).unwrap_or_default();
    Amount::from_sat(per_block).unwrap_or_default() // at most what was minted: in range
}
