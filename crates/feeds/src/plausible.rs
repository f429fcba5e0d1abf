//! What bitcoin's figures have been for years. A value outside is possible, and more likely a unit that was misread.

use std::ops::RangeInclusive;

use hashinsight_market::{Instrument, Quote};
use hashinsight_units::{Currency, Difficulty, FieldPath, HASHES_PER_DIFFICULTY, Hashrate};

use crate::payload::Doubts;

pub(crate) const PRICE_USD: RangeInclusive<f64> = 1.0..=1e8;
pub(crate) const PRICE_WORDS: &str = "1 to 1e8 USD";

/// Whether an instrument is bitcoin against a dollar, by its name.
pub(crate) fn is_bitcoin(instrument: Instrument, quote: Currency) -> bool {
    let name = instrument.as_str().to_ascii_uppercase();
    let dollar = matches!(quote.as_str(), "USD" | "USDT" | "USDC" | "FDUSD" | "BUSD");
    dollar && (name.starts_with("BTC") || name.starts_with("XBT") || name == "BITCOIN")
}

pub(crate) fn price(path: &str, value: f64, instrument: Instrument, quote: Currency, doubts: &mut Doubts) {
    if is_bitcoin(instrument, quote) && !PRICE_USD.contains(&value) {
        doubts.note(path, value, PRICE_WORDS);
    }
}

/// Prices of one instrument at one instant, that are told under two names: within a factor 2 of each other.
pub(crate) fn near(path: &FieldPath, value: Option<f64>, other: f64, doubts: &mut Doubts) {
    if let Some(value) = value.filter(|value| !(0.5..=2.0).contains(&(value / other))) {
        doubts.note(path.clone(), value, format!("within a factor 2 of the mark price, {other}"));
    }
}

/// What a dollar has cost in other currencies since 2013, with room: a price far outside is that of another currency.
const PER_USD: [(&str, f64, f64); 7] = [
    ("EUR", 0.5, 1.5),
    ("GBP", 0.4, 1.3),
    ("CHF", 0.5, 1.5),
    ("CAD", 0.7, 2.0),
    ("AUD", 0.7, 2.5),
    ("JPY", 60.0, 300.0),
    ("CNY", 4.0, 12.0),
];

/// Prices of one thing in several currencies against each other.
pub(crate) fn exchange_rates(quotes: &[Quote], doubts: &mut Doubts) {
    let price = |code: &str| {
        let quote = quotes.iter().find(|quote| quote.quote_currency().as_str() == code)?;
        quote.last_price()
    };
    let Some(usd) = price("USD") else { return };
    for (code, low, high) in PER_USD {
        if let Some(price) = price(code).filter(|price| !(low..=high).contains(&(price / usd))) {
            doubts.note(code, price, format!("{low} to {high} times the price in USD, {usd}"));
        }
    }
}

/// What the network has had since an instant, in H/s: a third of the least or less. What is below is another unit.
const LEAST_HASHRATE: [(i64, f64); 6] = [
    (0, 1e6),
    (1_293_840_000, 1e10), // 2011
    (1_388_534_400, 3e15), // 2014
    (1_451_606_400, 2e17), // 2016
    (1_514_764_800, 4e18), // 2018
    (1_609_459_200, 2e19), // 2021
];

/// A network hashrate at an instant.
pub(crate) fn hashrate(path: &str, value: Hashrate, time_ms: i64, doubts: &mut Doubts) {
    doubts.range(path, value.to_hs(), least_hashrate(time_ms), 1e23, " H/s");
}

fn least_hashrate(time_ms: i64) -> f64 {
    let since = LEAST_HASHRATE.iter().rev().find(|(since_s, _)| since_s * 1000 <= time_ms);
    since.map_or(0.0, |(_, least)| *least)
}

/// A network difficulty at an instant: that of such a hashrate.
pub(crate) fn difficulty(path: &str, value: Difficulty, time_ms: i64, doubts: &mut Doubts) {
    let least = 0.5 * least_hashrate(time_ms) * 600.0 / HASHES_PER_DIFFICULTY;
    doubts.range(path, value.get(), if least > 1.0 { least } else { 1.0 }, 1e17, "");
}

/// A funding rate: at most 5 % either way.
pub(crate) fn funding(path: &str, rate: f64, doubts: &mut Doubts) {
    doubts.range(path, rate, -0.05, 0.05, "");
}

/// A hashrate against the difficulty beside it: blocks that come 5 times too fast or too slow point to a misread unit.
pub(crate) fn agrees(path: &str, hashrate: Hashrate, difficulty: Difficulty, doubts: &mut Doubts) {
    let implied = difficulty.get() * HASHES_PER_DIFFICULTY / 600.0;
    let ratio = hashrate.to_hs() / implied;
    if !(0.2..=5.0).contains(&ratio) {
        doubts.note(
            path,
            hashrate.to_hs(),
            format!("within a factor 5 of what the difficulty implies, {implied:e} H/s"),
        );
    }
}
