//! What bitcoin's figures have been for years. A value outside is possible, and more likely a unit that was misread.

use std::ops::RangeInclusive;

use hashinsight_market::Instrument;
use hashinsight_units::{Currency, Difficulty, HASHES_PER_DIFFICULTY, Hashrate};

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

/// A network hashrate: 10^17 to 10^23 H/s.
pub(crate) fn hashrate(path: &str, value: Hashrate, doubts: &mut Doubts) {
    doubts.range(path, value.to_hs(), 1e17, 1e23, " H/s");
}

/// A network difficulty: 10^12 to 10^17.
pub(crate) fn difficulty(path: &str, value: Difficulty, doubts: &mut Doubts) {
    doubts.range(path, value.get(), 1e12, 1e17, "");
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
