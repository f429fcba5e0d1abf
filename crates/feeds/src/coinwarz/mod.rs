//! CoinWarz: difficulty, reward and price per coin.
//!
//! Traps: the key travels in the query, so URLs in logs show it. An error comes with `Success: false` and status 200.
//! Rewards are coins, whole in older data. The exchange rate of bitcoin is US dollars, that of other coins bitcoin; about one coin there
//! is a list of exchanges, each with both, and the price is that of the first.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, coinwarz};
//! use hashinsight_units::Timestamp;
//! let body = include_bytes!("../../tests/fixtures/syn_coinwarz_profitability.json");
//! let coins = coinwarz::Profitability.parse(&Payload::new(body, Timestamp::from_s(1_780_730_900)?))?.data;
//! assert_eq!(coins.get("BTC").unwrap().block_reward_coins, 3.125);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod host;

use hashinsight_market::{Instrument, Quote};
use hashinsight_units::{Currency, Difficulty, Error, FieldPath, Height, Problem, Record, SAT_PER_BTC, Timestamp};

use self::host::HOST;
use crate::endpoint::upstream;
use crate::error::{FeedError, at_member, in_body, missing, refuse};
use crate::kind::{Parts, Place, Take, parts};
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, Each, Maybe, MaybeWhole, Number, Whole, Wire, wire};
use crate::source::{currency, instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, consensus, history, iso, plausible};

const SOURCE: &str = "coinwarz";

upstream! {
    "CoinWarz", CoinwarzAsk => CoinwarzData {
        /// All coins.
        Profitability,
        /// One coin.
        CoinInformation(CoinInformation),
        /// Allowance of the key.
        KeyInfo,
    }
}

/// `GET /v1/api/profitability`: all coins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profitability;

/// `GET /v1/api/coininformation`: one coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinwarzCoinInformation")]
#[non_exhaustive]
pub struct CoinInformation {
    /// Tag of the coin, like `BTC`.
    #[record(example = "BTC")]
    pub coin: Instrument,
}

/// Coins that CoinWarz lists.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MinedCoins {
    /// Coins in the order received: by profitability.
    pub coins: Vec<MinedCoin>,
}

parts! { MinedCoins { coins } }

impl MinedCoins {
    /// The coin with this tag.
    pub fn get(&self, tag: &str) -> Option<&MinedCoin> {
        self.coins.iter().find(|coin| coin.coin.as_str() == tag)
    }
}

/// A coin, as a miner sees it.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MinedCoin {
    /// Tag of the coin, like `BTC`.
    pub coin: Instrument,
    /// Proof-of-work algorithm of the coin.
    pub algorithm: String,
    /// Height of the tip.
    pub height: Height,
    /// Difficulty of the network.
    pub difficulty: Difficulty,
    /// Block reward, in coins.
    pub block_reward_coins: f64,
    /// Target time between blocks, in seconds.
    pub block_time_s: Option<f64>,
    /// Price of the coin; absent where the exchange is offline.
    pub price: Option<Quote>,
    /// Whether the chain and the exchange of the coin are online and CoinWarz calls it healthy.
    pub healthy: bool,
}

impl Parts for MinedCoin {
    fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
        let place = place.of(self.coin.as_str());
        self.height.parts(place.at("height"), each);
        self.difficulty.parts(place.at("difficulty"), each);
        self.price.parts(place.at("price"), each);
    }
}

wire! {
    struct Envelope<T> {
        success: bool = "Success",
        message: Option<String> = "Message",
        timestamp: Option<String> = "Timestamp",
        data: Option<T> = "Data",
    }
}

wire! {
    struct CoinWire {
        coin_tag: Instrument = "CoinTag",
        algorithm: String = "Algorithm",
        difficulty: Number = "Difficulty",
        block_reward: Number = "BlockReward",
        block_count: Whole = "BlockCount",
        exchange_rate: Maybe = default "ExchangeRate",
        exchange_rates: Vec<RateWire> = default "ExchangeRates",
        is_block_explorer_online: Option<bool> = "IsBlockExplorerOnline",
        is_exchange_online: Option<bool> = "IsExchangeOnline",
        block_time_in_seconds: Maybe = default "BlockTimeInSeconds",
        health_status: Option<String> = "HealthStatus",
    }
}

wire! {
    struct RateWire {
        to_usd: Maybe = default "ToUSD",
        to_btc: Maybe = default "ToBTC",
        time: MaybeWhole = default "TimeStamp",
    }
}

fn open<T: Wire>(payload: &Payload<'_>, doubts: &mut Doubts) -> Result<(T, Timestamp), FeedError> {
    let envelope: Envelope<T> = read::json(payload)?;
    if !envelope.success {
        return Err(read::of_words(payload, envelope.message.as_deref().unwrap_or_default()));
    }
    let time_ms = match &envelope.timestamp {
        Some(text) => doubts.live("Timestamp", iso::parse("Timestamp", text)?)?,
        None => payload.received_ms,
    };
    Ok((envelope.data.ok_or_else(|| missing("Data", "a value"))?, time_ms))
}

impl CoinWire {
    /// The rate of the coin, where it stands and of when it is: the one of `profitability`, or the first that `coininformation` lists.
    fn rate(
        &self,
        path: &FieldPath,
        time_ms: Timestamp,
        doubts: &mut Doubts,
    ) -> Result<Option<(FieldPath, f64, Timestamp)>, Error> {
        if let Some(rate) = self.exchange_rate.0 {
            return Ok(Some((path.clone().field("ExchangeRate"), rate, time_ms)));
        }
        let Some(first) = self.exchange_rates.first() else { return Ok(None) };
        let place = path.clone().field("ExchangeRates").index(0);
        let time_ms = match first.time.0 {
            Some(time) => doubts.live(place.clone().field("TimeStamp"), ms_by_magnitude(time))?,
            None => time_ms,
        };
        let (field, rate) =
            if self.coin_tag.as_str() == "BTC" { ("ToUSD", first.to_usd) } else { ("ToBTC", first.to_btc) };
        Ok(rate.0.map(|rate| (place.field(field), rate, time_ms)))
    }

    fn read(self, path: &FieldPath, time_ms: Timestamp, doubts: &mut Doubts) -> Result<MinedCoin, Error> {
        let at = |field: &str| path.clone().field(field);
        let is_bitcoin = self.coin_tag.as_str() == "BTC";
        let difficulty = Difficulty::new(self.difficulty.0).map_err(in_body(at("Difficulty")))?;
        if is_bitcoin {
            plausible::difficulty(at("Difficulty").as_str(), difficulty, time_ms.to_ms(), doubts);
        }
        let reward = self.block_reward.0;
        let (least, most) = if is_bitcoin { (0.0, 50.0) } else { (0.0, 1e15) };
        if !(least..=most).contains(&reward) {
            let allowed = format!("{least} to {most} coins");
            return Err(refuse(Problem::OutOfRange, at("BlockReward"), reward, allowed));
        }
        let block_time_s = self.block_time_in_seconds.0;
        if let Some(seconds) = block_time_s.filter(|seconds| !(*seconds > 0.0 && *seconds <= 1e9)) {
            let path = at("BlockTimeInSeconds");
            return Err(refuse(Problem::OutOfRange, path, seconds, "above 0, at most 1e9 s"));
        }
        let height = u32::try_from(self.block_count.0)
            .map_err(|_| refuse(Problem::OutOfRange, at("BlockCount"), self.block_count.0, "0 to 4294967295"))?;
        if is_bitcoin {
            consensus::height_agrees(&at("BlockCount"), height, time_ms, doubts);
            let subsidy = consensus::subsidy_sat(height) as f64 / SAT_PER_BTC;
            // With fees it may be somewhat more.
            if !(subsidy..=subsidy + 5.0).contains(&reward) {
                doubts.note(at("BlockReward"), reward, format!("the subsidy of block {height}, {subsidy}, and fees"));
            }
            if let Some(seconds) = block_time_s {
                doubts.range(at("BlockTimeInSeconds").as_str(), seconds, 100.0, 3000.0, " s");
            }
            if !self.algorithm.eq_ignore_ascii_case("SHA-256") {
                doubts.note(at("Algorithm"), &self.algorithm, "SHA-256");
            }
        }
        let quote_currency = if is_bitcoin { Currency::USD } else { currency("", "BTC")? };
        let name = instrument(&format!("{}-{quote_currency}", self.coin_tag))?;
        let online = self.is_exchange_online != Some(false);
        let price = match self.rate(path, time_ms, doubts)?.filter(|(_, rate, _)| online && *rate != 0.0) {
            None => None,
            Some((place, rate, time_ms)) => {
                plausible::price(place.as_str(), rate, name, quote_currency, doubts);
                let quote = history::last_price((source(SOURCE), name, quote_currency), time_ms, rate);
                Some(quote.map_err(|error| at_member(&error, |_| place))?)
            }
        };
        let healthy = online
            && self.is_block_explorer_online != Some(false)
            && self.health_status.as_deref().is_none_or(|status| status == "Healthy");
        Ok(MinedCoin {
            coin: self.coin_tag,
            algorithm: self.algorithm,
            height: Height::new(height),
            difficulty,
            block_reward_coins: reward,
            block_time_s,
            price,
            healthy,
        })
    }
}

impl Endpoint for Profitability {
    type Data = MinedCoins;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/v1/api/profitability").with("algo", "all"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<MinedCoins>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let (wire, time_ms): (Vec<Each<CoinWire>>, _) = open(payload, &mut doubts)?;
        let list = FieldPath::new("Data");
        let coins = history::each(wire, &list, &mut doubts, |index, coin, doubts| {
            coin.read(&list.clone().index(index), time_ms, doubts)
        })?;
        // A coin with several proofs of work has a row for each.
        let by_coin = |a: &MinedCoin, b: &MinedCoin| a.coin.cmp(&b.coin).then_with(|| a.algorithm.cmp(&b.algorithm));
        let coins = history::once(coins, by_coin, |coin| coin.difficulty.get(), &list, &mut doubts);
        Ok(doubts.done(MinedCoins { coins }))
    }
}

impl Endpoint for CoinInformation {
    type Data = MinedCoin;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/v1/api/coininformation").with("cointag", self.coin))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<MinedCoin>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let (wire, time_ms): (CoinWire, _) = open(payload, &mut doubts)?;
        if wire.coin_tag != self.coin {
            let path = FieldPath::new("Data").field("CoinTag");
            return Err(refuse(Problem::Unknown, path, wire.coin_tag, self.coin.to_string()).into());
        }
        let data = wire.read(&FieldPath::new("Data"), time_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

/// `GET /v1/api/apikeyinfo`: allowance of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyInfo;

/// Allowance of a key.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct KeyAllowance {
    /// Name of the plan at CoinWarz.
    pub plan: String,
    /// Whether CoinWarz accepts the key.
    pub approved: bool,
    /// Number of calls of the plan.
    pub calls: u32,
    /// Number of calls that are left.
    pub calls_left: u32,
    /// Number of calls of a day, where the plan has such a limit.
    pub calls_per_day: Option<u32>,
    /// Number of calls that are left today.
    pub calls_left_today: Option<u32>,
}

parts! { KeyAllowance {} }

wire! {
    struct KeyWire {
        access_level: String = "AccessLevel",
        api_usage_limit: Whole = "ApiUsageLimit",
        api_usage_available: Whole = "ApiUsageAvailable",
        daily_usage_limit: MaybeWhole = default "DailyUsageLimit",
        daily_usage_available: MaybeWhole = default "DailyUsageAvailable",
        approved: bool = "Approved",
    }
}

impl Endpoint for KeyInfo {
    type Data = KeyAllowance;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/v1/api/apikeyinfo"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<KeyAllowance>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let (wire, _): (KeyWire, _) = open(payload, &mut doubts)?;
        let calls = |field: &str, calls: i64| {
            let path = FieldPath::new("Data").field(field);
            let refused = |_| refuse(Problem::OutOfRange, path, calls, "0 to 4294967295");
            u32::try_from(calls).map_err(refused)
        };
        let some = |field: &str, value: MaybeWhole| value.0.map(|value| calls(field, value)).transpose();
        let all = calls("ApiUsageLimit", wire.api_usage_limit.0)?;
        let calls_per_day = some("DailyUsageLimit", wire.daily_usage_limit)?;
        let calls_left_today = some("DailyUsageAvailable", wire.daily_usage_available)?;
        let calls_left_today = match (calls_left_today, calls_per_day) {
            (Some(some), Some(all)) => Some(left("DailyUsageAvailable", some, all, &mut doubts)),
            (some, _) => some,
        };
        let calls_left =
            left("ApiUsageAvailable", calls("ApiUsageAvailable", wire.api_usage_available.0)?, all, &mut doubts);
        Ok(doubts.done(KeyAllowance {
            plan: wire.access_level,
            approved: wire.approved,
            calls: all,
            calls_left,
            calls_per_day,
            calls_left_today,
        }))
    }
}

/// Calls that are left: no more than there are.
fn left(field: &str, left: u32, all: u32, doubts: &mut Doubts) -> u32 {
    if left > all {
        doubts.note(FieldPath::new("Data").field(field), left, format!("at most all of them, {all}"));
    }
    left
}
