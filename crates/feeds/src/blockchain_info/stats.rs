//! Summary of the network.

use hashinsight_market::Quote;
use hashinsight_units::{
    Amount, Currency, Difficulty, Error, Hashrate, Height, MeanAmount, Problem, Record, SAT_PER_BTC, Timestamp, Usd,
};

use super::host::{API_HOST, SOURCE};
use crate::decimal::shifted;
use crate::error::{FeedError, at_member, in_body, refuse};
use crate::kind::parts;
use crate::payload::{Doubts, ms_by_magnitude};
use crate::read::{self, Maybe, MaybeWhole, Number, Whole, wire};
use crate::source::{instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, consensus, history, plausible};

const BTC_USD: &str = "BTC-USD";

/// `GET api.blockchain.info/stats`: the network's summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stats;

/// The network as Blockchain.info sees it: the last 24 hours and the tip.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ChainStats {
    /// Instant of the summary, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Price of one bitcoin.
    pub price: Quote,
    /// Estimated hashrate of the network, in TH/s (received as GH/s).
    pub hashrate_ths: Hashrate,
    /// Height of the tip.
    pub height: Height,
    /// Difficulty of the network, where it is said.
    pub difficulty: Option<Difficulty>,
    /// Number of blocks of the last 24 hours.
    pub blocks_per_day: u32,
    /// Mean time between the blocks of the last 24 hours, in seconds.
    pub block_interval_s: f64,
    /// New coins of the last 24 hours without fees, in satoshis.
    pub minted_sat: Amount,
    /// Transaction fees of the last 24 hours, in satoshis; absent where a negative value was received.
    pub fees_sat: Option<Amount>,
    /// Mean fees of one block of the last 24 hours, in satoshis; absent without fees or blocks.
    pub fees_per_block_sat: Option<MeanAmount>,
    /// Revenue of all miners in the last 24 hours, in US dollars; absent where 0 was received.
    pub miner_revenue_usd: Option<Usd>,
    /// Coins in existence, in satoshis.
    pub supply_sat: Amount,
    /// Height of the block that closes the difficulty period.
    pub next_retarget_height: Height,
}

parts! { ChainStats { price, hashrate_ths, height, difficulty, fees_per_block_sat } }

wire! {
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
        miners_revenue_usd: Maybe = default,
        nextretarget: Whole,
        difficulty: Maybe = default,
    }
}

impl Endpoint for Stats {
    type Data = ChainStats;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(API_HOST, "/stats"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<ChainStats>, FeedError> {
        let wire: StatsWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let time_ms = doubts.live("timestamp", ms_by_magnitude(wire.timestamp.0))?;
        let (name, usd) = (instrument(BTC_USD)?, Currency::USD);
        let price = history::last_price((source(SOURCE), name, usd), time_ms, wire.market_price_usd.0)
            .map_err(|error| at_member(&error, |_| "market_price_usd".into()))?;
        plausible::price("market_price_usd", wire.market_price_usd.0, name, usd, &mut doubts);
        let hashrate_ths = Hashrate::from_ths(shifted(wire.hash_rate.0, 3)).map_err(in_body("hash_rate"))?;
        plausible::hashrate("hash_rate", hashrate_ths, time_ms.to_ms(), &mut doubts);
        let difficulty = wire.difficulty.0.map(Difficulty::new).transpose().map_err(in_body("difficulty"))?;
        if let Some(difficulty) = difficulty {
            plausible::difficulty("difficulty", difficulty, time_ms.to_ms(), &mut doubts);
            plausible::agrees("hash_rate", hashrate_ths, difficulty, &mut doubts);
        }
        let fees = wire.total_fees_btc.0;
        if fees.is_none_or(|sat| sat < 0) {
            let said = fees.map_or_else(|| "null".to_owned(), |sat| sat.to_string());
            doubts.note("total_fees_btc", said, "fees of at least 0; left out");
        }
        let fees_sat = fees.filter(|sat| *sat >= 0).map(Amount::from_signed_sat).transpose();
        let revenue = wire.miners_revenue_usd.0;
        if let Some(usd) = revenue.filter(|usd| *usd <= 0.0) {
            doubts.note("miners_revenue_usd", usd, "above 0; left out");
        }
        let miner_revenue_usd = revenue.filter(|usd| *usd > 0.0).map(Usd::new).transpose();
        let blocks_total = count("n_blocks_total", wire.n_blocks_total)?;
        let tip = blocks_total
            .checked_sub(1)
            .ok_or_else(|| refuse(Problem::OutOfRange, "n_blocks_total", 0, "at least 1, the genesis block"))?;
        let next_retarget_height = count("nextretarget", wire.nextretarget)?;
        let blocks_per_day = count("n_blocks_mined", wire.n_blocks_mined)?;
        let fees_sat = fees_sat.map_err(in_body("total_fees_btc"))?;
        let per_block = fees_sat.filter(|_| blocks_per_day > 0);
        let per_block = per_block.map(|fees| MeanAmount::new(fees.to_sat() as f64 / f64::from(blocks_per_day)));
        let stats = ChainStats {
            time_ms,
            price,
            hashrate_ths,
            height: Height::new(tip),
            difficulty,
            blocks_per_day,
            block_interval_s: positive("minutes_between_blocks", wire.minutes_between_blocks)? * 60.0,
            minted_sat: Amount::from_signed_sat(wire.n_btc_mined.0).map_err(in_body("n_btc_mined"))?,
            fees_sat,
            fees_per_block_sat: per_block.transpose().map_err(in_body("total_fees_btc"))?,
            miner_revenue_usd: miner_revenue_usd.map_err(in_body("miners_revenue_usd"))?,
            supply_sat: Amount::from_signed_sat(wire.totalbc.0).map_err(in_body("totalbc"))?,
            next_retarget_height: Height::new(next_retarget_height),
        };
        stats.check(&mut doubts);
        Ok(doubts.done(stats))
    }
}

impl ChainStats {
    /// Holds what the answer says against the rules of the chain, and one figure of it against another.
    fn check(&self, doubts: &mut Doubts) {
        let tip = self.height.get();
        consensus::height_agrees(&"n_blocks_total".into(), tip, self.time_ms, doubts);
        let (supply, issued) = (self.supply_sat.to_sat(), consensus::issued_sat(0, tip));
        if !(0.9999..=1.0001).contains(&(supply as f64 / issued as f64)) {
            doubts.note("totalbc", supply, format!("the coins of as many blocks, {issued} sat"));
        }
        // In the day after a halving some blocks are of the era before.
        let (least, most) =
            (consensus::subsidy_sat(tip), consensus::subsidy_sat(tip.saturating_sub(self.blocks_per_day)));
        let (minted, blocks) = (self.minted_sat.to_sat(), u64::from(self.blocks_per_day));
        if !(least * blocks..=most * blocks).contains(&minted) {
            doubts.note("n_btc_mined", minted, format!("the subsidies of {blocks} blocks, {} sat", least * blocks));
        }
        let next = self.next_retarget_height.get();
        let ends_period = (next + 1).is_multiple_of(consensus::PERIOD) || next.is_multiple_of(consensus::PERIOD);
        if !ends_period || next < tip || next - tip > consensus::PERIOD {
            doubts.note(
                "nextretarget",
                next,
                format!("the end of a period of {} blocks after {tip}", consensus::PERIOD),
            );
        }
        let day_s = f64::from(self.blocks_per_day) * self.block_interval_s;
        if !(43_200.0..=172_800.0).contains(&day_s) {
            let minutes = self.block_interval_s / 60.0;
            doubts.note("minutes_between_blocks", minutes, format!("with {blocks} blocks about a day"));
        }
        let price = self.price.last_price().unwrap_or_default();
        let mined = (minted + self.fees_sat.map_or(0, Amount::to_sat)) as f64 / SAT_PER_BTC * price;
        if let Some(revenue) = self.miner_revenue_usd.map(Usd::get).filter(|usd| !(0.5..=2.0).contains(&(usd / mined)))
        {
            doubts.note("miners_revenue_usd", revenue, format!("what was mined at the price, {mined:.0} USD"));
        }
    }
}

fn count(path: &'static str, whole: Whole) -> Result<u32, Error> {
    let allowed = "a whole number from 0 to 4294967295";
    u32::try_from(whole.0).map_err(|_| refuse(Problem::OutOfRange, path, whole.0, allowed))
}

fn positive(path: &'static str, number: Number) -> Result<f64, Error> {
    if number.0 > 0.0 && number.0 <= 1e9 {
        return Ok(number.0);
    }
    Err(refuse(Problem::OutOfRange, path, number.0, "above 0, at most 1e9"))
}

/// New coins per block of the last 24 hours, which must be the subsidy: a check on what [`Stats`] says of coins and
/// blocks. `None` where no block was found.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, blockchain_info};
/// use hashinsight_units::{Currency, Amount, Timestamp};
/// let body = include_bytes!("../../tests/fixtures/obs_blockchain_info_stats_2026.json");
/// let stats = blockchain_info::Stats.parse(&Payload::new(body, Timestamp::from_s(1_780_731_000)?))?.data;
/// assert_eq!(blockchain_info::minted_per_block(&stats).map(Amount::to_sat), Some(312_500_000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn minted_per_block(stats: &ChainStats) -> Option<Amount> {
    let per_block = stats.minted_sat.to_sat().checked_div(u64::from(stats.blocks_per_day))?;
    Some(Amount::from_sat(per_block).unwrap_or_else(|_| unreachable!("at most what was minted, an amount")))
}
