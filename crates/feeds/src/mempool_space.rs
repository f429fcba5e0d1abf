//! mempool.space: retarget estimate, hashrate and difficulty history, rewards, fees, prices.
//!
//! Traps: `estimatedRetargetDate`, `remainingTime` and the time averages are milliseconds (the documentation's example
//! shows seconds), `previousTime` is seconds although its interface says milliseconds: instants are told apart by
//! magnitude. Changes are percent. Hashrates are integer literals beyond 2^64. Sums of rewards are text. Histories come
//! newest first.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, mempool_space};
//! use hashinsight_units::Timestamp;
//! let body = include_bytes!("../tests/fixtures/syn_mempool_reward_stats.json");
//! let question = mempool_space::RewardStats { blocks: 144 };
//! let rewards = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_900)?))?.data;
//! assert_eq!(rewards.fees_per_block_sat.to_sat(), 2_578_017);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

use hashinsight_market::Series;
use hashinsight_units::{Amount, Difficulty, FieldPath, Hashrate, Height, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::blockchain_info::{PricesByCurrency, is_currency};
use crate::endpoint::upstream;
use crate::error::{FeedError, PayloadProblem};
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, Maybe, MaybeWhole, Number, Whole, tuple_row};
use crate::source::{currency, instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

const SOURCE: &str = "mempool_space";
const HOST: &str = "mempool.space";

upstream! {
    "mempool.space", MempoolSpaceAsk => MempoolSpaceData {
        /// The coming retarget.
        DifficultyAdjustment,
        /// Hashrate and difficulty over time.
        HashrateHistory(HashrateHistory),
        /// Past retargets.
        DifficultyAdjustments(DifficultyAdjustments),
        /// What the last blocks paid.
        RewardStats(RewardStats),
        /// What one bitcoin costs in several currencies.
        Prices,
        /// Fee rates for different patience.
        RecommendedFees,
    }
}

/// `GET /api/v1/difficulty-adjustment`: the coming retarget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DifficultyAdjustment;

/// The retarget that comes, as mempool.space estimates it, and the last one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RetargetEstimate {
    /// Part of the period that is over, 0 to 1 (received as percent).
    pub progress: f64,
    /// Expected change of difficulty, a fraction from -0.75 to 3 (received as percent).
    pub expected_change: f64,
    /// When it is expected.
    pub expected_time_ms: Timestamp,
    /// Blocks until then.
    pub remaining_blocks: u32,
    /// Height of the first block of the next period.
    pub retarget_height: Height,
    /// The last change, a fraction.
    pub previous_change: f64,
    /// When the last change took effect, where it is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_time_ms: Option<Timestamp>,
    /// Mean time between blocks in this period, seconds.
    pub block_interval_s: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RetargetWire {
    progress_percent: Number,
    difficulty_change: Number,
    estimated_retarget_date: Whole,
    remaining_blocks: Whole,
    previous_retarget: Number,
    #[serde(default)]
    previous_time: MaybeWhole,
    next_retarget_height: Whole,
    time_avg: Number,
}

impl Endpoint for DifficultyAdjustment {
    type Data = RetargetEstimate;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get(HOST, "/api/v1/difficulty-adjustment"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<RetargetEstimate>, FeedError> {
        let wire: RetargetWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let percent = |path: &'static str, number: Number, low: f64, high: f64| {
            if (low..=high).contains(&number.0) {
                return Ok(number.0 / 100.0);
            }
            Err(FeedError::payload(PayloadProblem::OutOfRange, path, number.0, format!("{low} to {high} percent")))
        };
        let expected_ms = ms_by_magnitude(wire.estimated_retarget_date.0);
        let expected_time_ms = Timestamp::from_ms(expected_ms).map_err(FeedError::unit("estimatedRetargetDate"))?;
        let two_months = 60 * 86_400_000;
        if (expected_ms - payload.received_ms.to_ms()).abs() > two_months {
            doubts.note("estimatedRetargetDate", expected_ms, "within two months");
        }
        // Seconds in the documentation's example, milliseconds in fact: blocks are neither a second nor a week apart.
        let average = wire.time_avg.0;
        let block_interval_s = if average > 10_000.0 { average / 1e3 } else { average };
        doubts.range("timeAvg", block_interval_s, 60.0, 6000.0, " s");
        if !(block_interval_s > 0.0 && block_interval_s <= 1e9) {
            return Err(FeedError::payload(PayloadProblem::OutOfRange, "timeAvg", average, "above 0, at most 1e9 s"));
        }
        let previous = wire.previous_time.0.map(|time| doubts.past("previousTime", ms_by_magnitude(time)));
        Ok(doubts.done(RetargetEstimate {
            progress: percent("progressPercent", wire.progress_percent, 0.0, 100.0)?,
            expected_change: percent("difficultyChange", wire.difficulty_change, -75.0, 300.0)?,
            expected_time_ms,
            remaining_blocks: count("remainingBlocks", wire.remaining_blocks.0, 2016)?,
            retarget_height: Height::new(count("nextRetargetHeight", wire.next_retarget_height.0, u32::MAX)?),
            previous_change: percent("previousRetarget", wire.previous_retarget, -75.0, 300.0)?,
            previous_time_ms: previous.transpose()?,
            block_interval_s,
        }))
    }
}

fn count(path: impl Into<FieldPath>, whole: i64, most: u32) -> Result<u32, FeedError> {
    let refused = |path| FeedError::payload(PayloadProblem::OutOfRange, path, whole, format!("0 to {most}"));
    u32::try_from(whole).ok().filter(|count| *count <= most).ok_or_else(|| refused(path.into()))
}

/// How far back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "MempoolSpacePeriod"))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Period {
    /// Three days.
    ThreeDays,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    ThreeMonths,
    /// Six months.
    SixMonths,
    /// A year.
    Year,
    /// Two years.
    TwoYears,
    /// Three years.
    ThreeYears,
}

impl Period {
    const fn word(self) -> &'static str {
        match self {
            Self::ThreeDays => "3d",
            Self::Week => "1w",
            Self::Month => "1m",
            Self::ThreeMonths => "3m",
            Self::SixMonths => "6m",
            Self::Year => "1y",
            Self::TwoYears => "2y",
            Self::ThreeYears => "3y",
        }
    }
}

/// `GET /api/v1/mining/hashrate/{period}`: hashrate and difficulty over time, and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "MempoolSpaceHashrateHistory"))]
#[serde(deny_unknown_fields)]
pub struct HashrateHistory {
    /// How far back.
    pub period: Period,
}

/// Hashrate and difficulty over time, and now.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NetworkHashrates {
    /// Daily mean hashrate, TH/s (received as H/s).
    pub hashrate_ths: Series,
    /// Difficulty from each retarget on.
    pub difficulty: Series,
    /// Hashrate now, TH/s.
    pub current_hashrate_ths: Hashrate,
    /// Difficulty now.
    pub current_difficulty: Difficulty,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HashratesWire {
    hashrates: Vec<HashrateWire>,
    difficulty: Vec<DifficultyWire>,
    current_hashrate: Number,
    current_difficulty: Number,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct HashrateWire {
    timestamp: Whole,
    avg_hashrate: Maybe,
}

#[derive(Deserialize)]
struct DifficultyWire {
    /// `time` from the server, `timestamp` in the documentation.
    #[serde(alias = "timestamp")]
    time: Whole,
    difficulty: Maybe,
}

impl Endpoint for HashrateHistory {
    type Data = NetworkHashrates;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get(HOST, format!("/api/v1/mining/hashrate/{}", self.period.word())))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<NetworkHashrates>, FeedError> {
        let wire: HashratesWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let source = source(SOURCE)?;
        let hashrates = wire.hashrates.iter();
        let hashrates = hashrates.map(|row| (ms_by_magnitude(row.timestamp.0), row.avg_hashrate.0.map(|hs| hs / 1e12)));
        let hashrate_ths = history::series(source, hashrates, &FieldPath::new("hashrates"), &mut doubts)?;
        let difficulty = wire.difficulty.iter().map(|row| (ms_by_magnitude(row.time.0), row.difficulty.0));
        let difficulty = history::series(source, difficulty, &FieldPath::new("difficulty"), &mut doubts)?;
        let current_hashrate_ths =
            Hashrate::from_hs(wire.current_hashrate.0).map_err(FeedError::unit("currentHashrate"))?;
        let current_difficulty =
            Difficulty::new(wire.current_difficulty.0).map_err(FeedError::unit("currentDifficulty"))?;
        plausible::hashrate("currentHashrate", current_hashrate_ths, &mut doubts);
        plausible::difficulty("currentDifficulty", current_difficulty, &mut doubts);
        plausible::agrees("currentHashrate", current_hashrate_ths, current_difficulty, &mut doubts);
        Ok(doubts.done(NetworkHashrates { hashrate_ths, difficulty, current_hashrate_ths, current_difficulty }))
    }
}

/// `GET /api/v1/mining/difficulty-adjustments/{period}`: past retargets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "MempoolSpaceDifficultyAdjustments"))]
#[serde(deny_unknown_fields)]
pub struct DifficultyAdjustments {
    /// How far back.
    pub period: Period,
}

/// Past retargets, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Retargets {
    /// Difficulty from that instant on.
    pub difficulty: Series,
}

tuple_row! {
    /// `[time s, height, difficulty, ratio]`
    RetargetRow { time: Whole, height: Whole, difficulty: Number }
}

impl Endpoint for DifficultyAdjustments {
    type Data = Retargets;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get(HOST, format!("/api/v1/mining/difficulty-adjustments/{}", self.period.word())))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Retargets>, FeedError> {
        let wire: Vec<RetargetRow> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        for (index, row) in wire.iter().enumerate() {
            let path = FieldPath::default().index(index);
            count(path.clone(), row.height.0, u32::MAX)?;
            Difficulty::new(row.difficulty.0).map_err(FeedError::unit(path))?;
        }
        let rows = wire.iter().map(|row| (ms_by_magnitude(row.time.0), Some(row.difficulty.0)));
        let difficulty = history::series(source(SOURCE)?, rows, &FieldPath::default(), &mut doubts)?;
        Ok(doubts.done(Retargets { difficulty }))
    }
}

/// `GET /api/v1/mining/reward-stats/{blocks}`: what the last blocks paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "MempoolSpaceRewardStats"))]
#[serde(deny_unknown_fields)]
pub struct RewardStats {
    /// How many blocks; 144 are about a day.
    pub blocks: u32,
}

/// What a run of blocks paid in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BlockRewards {
    /// Height of the first block.
    pub first_height: Height,
    /// Height of the last block.
    pub last_height: Height,
    /// Subsidies and fees.
    pub reward_sat: Amount,
    /// Fees.
    pub fees_sat: Amount,
    /// Mean fees of one block, rounded down.
    pub fees_per_block_sat: Amount,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RewardWire {
    start_block: Whole,
    end_block: Whole,
    total_reward: Whole,
    total_fee: Whole,
}

impl Endpoint for RewardStats {
    type Data = BlockRewards;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get(HOST, format!("/api/v1/mining/reward-stats/{}", self.blocks)))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<BlockRewards>, FeedError> {
        let wire: RewardWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let first = count("startBlock", wire.start_block.0, u32::MAX)?;
        let last = count("endBlock", wire.end_block.0, u32::MAX)?;
        let blocks = last.checked_sub(first).map(|difference| u64::from(difference) + 1);
        let blocks = blocks.ok_or_else(|| {
            FeedError::payload(PayloadProblem::OutOfRange, "endBlock", last, format!("not below startBlock {first}"))
        })?;
        if blocks != u64::from(self.blocks) {
            doubts.note("endBlock", last, format!("{} blocks from startBlock on, as asked", self.blocks));
        }
        let reward_sat = Amount::from_signed_sat(wire.total_reward.0).map_err(FeedError::unit("totalReward"))?;
        let fees_sat = Amount::from_signed_sat(wire.total_fee.0).map_err(FeedError::unit("totalFee"))?;
        let per_block = Amount::from_sat(fees_sat.to_sat() / blocks).map_err(FeedError::unit("totalFee"))?;
        if fees_sat > reward_sat {
            let allowed = format!("at most the whole reward, {} sat", reward_sat.to_sat());
            return Err(FeedError::payload(PayloadProblem::OutOfRange, "totalFee", fees_sat.to_sat(), allowed));
        }
        if reward_sat.to_sat() / blocks > 5_100_000_000 {
            doubts.note("totalReward", reward_sat.to_sat(), "at most 51 BTC a block");
        }
        let (first_height, last_height) = (Height::new(first), Height::new(last));
        Ok(doubts.done(BlockRewards { first_height, last_height, reward_sat, fees_sat, fees_per_block_sat: per_block }))
    }
}

/// `GET /api/v1/prices`: what one bitcoin costs in several currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices;

impl Endpoint for Prices {
    type Data = PricesByCurrency;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get(HOST, "/api/v1/prices"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Self::Data>, FeedError> {
        let wire: BTreeMap<String, Value> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let time = wire.get("time").ok_or_else(|| FeedError::missing("time", "seconds"))?;
        let time_ms = doubts.past_s("time", read::value::<Whole>(FieldPath::new("time"), time)?.0)?;
        let source = source(SOURCE)?;
        let mut quotes = Vec::with_capacity(wire.len());
        for (code, value) in wire.into_iter().filter(|(code, _)| is_currency(code)) {
            let price: Number = read::value(FieldPath::new(code.as_str()), &value)?;
            if price.0 == -1.0 {
                continue; // how the server says that it does not know
            }
            let currency = currency(&code, &code)?;
            let name = instrument(&format!("BTC-{currency}"))?;
            plausible::price(&code, price.0, name, currency, &mut doubts);
            let quote = history::last_price((source, name, currency), time_ms, price.0);
            quotes.push(quote.map_err(FeedError::market(code))?);
        }
        if quotes.is_empty() {
            return Err(FeedError::missing("USD", "at least one currency"));
        }
        Ok(doubts.done(PricesByCurrency { quotes }))
    }
}

/// `GET /api/v1/fees/recommended`: fee rates for different patience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecommendedFees;

/// Fee rates, satoshis per virtual byte.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FeeRates {
    /// For the next block.
    pub fastest_sat_per_vb: f64,
    /// For about half an hour.
    pub half_hour_sat_per_vb: f64,
    /// For about an hour.
    pub hour_sat_per_vb: f64,
    /// For some day.
    pub economy_sat_per_vb: f64,
    /// What nodes relay at all.
    pub minimum_sat_per_vb: f64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the upstream's names")]
struct FeesWire {
    fastest_fee: Number,
    half_hour_fee: Number,
    hour_fee: Number,
    economy_fee: Number,
    minimum_fee: Number,
}

impl Endpoint for RecommendedFees {
    type Data = FeeRates;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(Request::get(HOST, "/api/v1/fees/recommended"))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<FeeRates>, FeedError> {
        let wire: FeesWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let mut rate = |path: &'static str, number: Number| {
            doubts.range(path, number.0, 0.1, 10_000.0, " sat/vB");
            if (0.0..=1e9).contains(&number.0) {
                return Ok(number.0);
            }
            Err(FeedError::payload(PayloadProblem::OutOfRange, path, number.0, "0 to 1e9 sat/vB"))
        };
        let data = FeeRates {
            fastest_sat_per_vb: rate("fastestFee", wire.fastest_fee)?,
            half_hour_sat_per_vb: rate("halfHourFee", wire.half_hour_fee)?,
            hour_sat_per_vb: rate("hourFee", wire.hour_fee)?,
            economy_sat_per_vb: rate("economyFee", wire.economy_fee)?,
            minimum_sat_per_vb: rate("minimumFee", wire.minimum_fee)?,
        };
        Ok(doubts.done(data))
    }
}
