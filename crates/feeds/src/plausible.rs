//! What bitcoin's figures have been for years. A value outside is possible, and more likely a unit that was misread.

use hashinsight_market::{Instrument, Quote};
use hashinsight_units::{Currency, Difficulty, FieldPath, HASHES_PER_DIFFICULTY, Hashrate};

use crate::payload::Doubts;
use crate::time::DAY_MS;

/// What a bitcoin has cost since an instant, in US dollars: a third of the least.
const LEAST_PRICE: [(i64, f64); 5] = [
    (0, 1e-3),
    (1_356_998_400, 5.0),      // 2013
    (1_483_228_800, 250.0),    // 2017
    (1_609_459_200, 5000.0),   // 2021
    (1_704_067_200, 13_000.0), // 2024
];

/// What it has not cost until then, in US dollars: at least ten times the most.
const MOST_PRICE: [(i64, f64); 4] = [
    (0, 1e3),             // until 2013
    (1_356_998_400, 2e4), // until 2017
    (1_483_228_800, 3e5), // until 2021
    (1_609_459_200, 3e6),
];

/// Whether a price of bitcoin in dollars is one that it has had since then.
pub(crate) fn is_price(value: f64, time_ms: i64) -> bool {
    (since(&LEAST_PRICE, time_ms)..=since(&MOST_PRICE, time_ms)).contains(&value)
}

pub(crate) fn price_words(time_ms: i64) -> String {
    format!("{} to {} USD", since(&LEAST_PRICE, time_ms), since(&MOST_PRICE, time_ms))
}

fn since(table: &[(i64, f64)], time_ms: i64) -> f64 {
    let row = table.iter().rev().find(|(since_s, _)| since_s * 1000 <= time_ms);
    row.map_or(0.0, |(_, least)| *least)
}

/// Whether an instrument is bitcoin against a dollar, by its name.
pub(crate) fn is_bitcoin(instrument: Instrument, quote: Currency) -> bool {
    let name = instrument.as_str();
    let begins = |with: &str| name.get(..3).is_some_and(|head| head.eq_ignore_ascii_case(with));
    let dollar = matches!(quote.as_str(), "USD" | "USDT" | "USDC" | "FDUSD" | "BUSD");
    dollar && (begins("BTC") || begins("XBT") || name.eq_ignore_ascii_case("BITCOIN"))
}

/// A price now.
pub(crate) fn price(path: &str, value: f64, instrument: Instrument, quote: Currency, doubts: &mut Doubts) {
    price_at(path, value, (instrument, quote), doubts.received_ms(), doubts);
}

/// A price at an instant.
pub(crate) fn price_at(
    path: &str,
    value: f64,
    (instrument, quote): (Instrument, Currency),
    time_ms: i64,
    doubts: &mut Doubts,
) {
    if is_bitcoin(instrument, quote) && !is_price(value, time_ms) {
        doubts.note(path, value, price_words(time_ms));
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

/// What it has not had until then, several times the most: what is above is another unit.
const MOST_HASHRATE: [(i64, f64); 5] = [
    (0, 1e17),             // until 2014
    (1_388_534_400, 2e19), // until 2018
    (1_514_764_800, 5e20), // until 2021
    (1_609_459_200, 8e21), // until 2030
    (1_893_456_000, 1e24),
];

/// A network hashrate at an instant.
pub(crate) fn hashrate(path: &str, value: Hashrate, time_ms: i64, doubts: &mut Doubts) {
    doubts.range(path, value.to_hs(), since(&LEAST_HASHRATE, time_ms), since(&MOST_HASHRATE, time_ms), " H/s");
}

/// A network difficulty at an instant: that of such a hashrate.
pub(crate) fn difficulty(path: &str, value: Difficulty, time_ms: i64, doubts: &mut Doubts) {
    let of = |hashrate: f64| hashrate * 600.0 / HASHES_PER_DIFFICULTY;
    let least = 0.5 * of(since(&LEAST_HASHRATE, time_ms));
    let least = if least > 1.0 { least } else { 1.0 };
    doubts.range(path, value.get(), least, 0.9 * of(since(&MOST_HASHRATE, time_ms)), "");
}

/// How many times the day before a price or a capitalization has been at most, with room.
pub(crate) const STEP_PRICE: f64 = 8.0;
/// The same of hashrate and difficulty: a retarget is at most a factor 4.
pub(crate) const STEP_NETWORK: f64 = 5.0;
/// The same of what flows in a day: volumes, fees, moods.
pub(crate) const STEP_FLOW: f64 = 50.0;

/// Values of one quantity over time: one that is so many times its neighbors is of another unit.
pub(crate) fn jumps(values: &[(FieldPath, f64)], factor: f64, doubts: &mut Doubts) {
    for pair in values.windows(2) {
        let [(_, before), (path, value)] = pair else { continue };
        if *before > 0.0 && *value > 0.0 && !(1.0 / factor..=factor).contains(&(value / before)) {
            doubts.note(path.clone(), value, format!("within a factor {factor} of the value before, {before}"));
        }
    }
}

/// A volume beside the same in the quote currency: their ratio is a price of the span.
pub(crate) fn turnover(path: &FieldPath, volume: f64, turnover: f64, span: (f64, f64), doubts: &mut Doubts) {
    turnover_at(|| path.clone(), volume, turnover, span, doubts);
}

/// [`turnover`], with a path that is made only where it is needed: a payload can have a thousand rows.
#[inline]
pub(crate) fn turnover_at(
    path: impl FnOnce() -> FieldPath,
    volume: f64,
    turnover: f64,
    (low, high): (f64, f64),
    doubts: &mut Doubts,
) {
    let mean = turnover / volume;
    if volume > 0.0 && !(0.9 * low..=1.1 * high).contains(&mean) {
        note_turnover(path(), volume, turnover, (low, high), doubts);
    }
}

#[cold]
fn note_turnover(path: FieldPath, volume: f64, turnover: f64, (low, high): (f64, f64), doubts: &mut Doubts) {
    doubts.note(path, volume, format!("with {turnover} in the quote currency a volume at {low} to {high}"));
}

/// Coins beside contracts at a price, of a venue whose contracts are worth 100 US dollars or 10.
pub(crate) fn contracts(path: &FieldPath, coins: f64, contracts: f64, price: f64, doubts: &mut Doubts) {
    let size = coins * price / contracts;
    let is_known = [10.0, 100.0].iter().any(|known| (0.8..=1.25).contains(&(size / known)));
    if coins > 0.0 && contracts > 0.0 && !is_known {
        doubts.note(path.clone(), coins, format!("{contracts} contracts of 100 or 10 USD at {price}"));
    }
}

/// Payments of funding, and counts of what is open, stand on a grid of their interval, but for a little delay.
pub(crate) fn on_grid(path: &FieldPath, time_ms: i64, interval_ms: i64, doubts: &mut Doubts) {
    let off = time_ms.rem_euclid(interval_ms);
    if DAY_MS % interval_ms == 0 && off > GRID_SLACK_MS && interval_ms - off > GRID_SLACK_MS {
        doubts.note(path.clone(), time_ms, format!("a multiple of the interval, {interval_ms} ms"));
    }
    if interval_ms > DAY_MS {
        doubts.note(path.clone(), interval_ms, "an interval of at most a day");
    }
}

const GRID_SLACK_MS: i64 = 60_000;

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
