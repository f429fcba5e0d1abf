//! Parsing whole payloads, beside what plain `serde_json` needs to read the same bytes into structs of numbers.
//!
//! ```text
//! cargo bench -p hashinsight-feeds
//! ```
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]
#![allow(clippy::unwrap_used, reason = "the inputs are ours")]

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hashinsight_feeds::{Endpoint, Payload, binance, deribit};
use hashinsight_market::Interval;
use hashinsight_units::Timestamp;
use serde::de::{Deserialize, Deserializer, Error};

const ROWS: usize = 1000;
const START_MS: i64 = 1_777_000_000_000;

/// Text of a number, as somebody writes it who needs the candles and nothing else.
#[derive(Clone, Copy, Debug)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct TextNumber(f64);

impl<'de> Deserialize<'de> for TextNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        text.parse().map(Self).map_err(D::Error::custom)
    }
}

type PlainKline = (
    i64,
    TextNumber,
    TextNumber,
    TextNumber,
    TextNumber,
    TextNumber,
    i64,
    TextNumber,
    u64,
    TextNumber,
    TextNumber,
    TextNumber,
);

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct PlainEnvelope {
    jsonrpc: String,
    result: Vec<PlainSummary>,
    #[serde(rename = "usIn")]
    us_in: i64,
    #[serde(rename = "usOut")]
    us_out: i64,
    #[serde(rename = "usDiff")]
    us_diff: i64,
    testnet: bool,
}

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct PlainSummary {
    instrument_name: String,
    base_currency: String,
    quote_currency: String,
    volume: f64,
    volume_usd: f64,
    price_change: Option<f64>,
    open_interest: f64,
    mid_price: Option<f64>,
    mark_price: f64,
    mark_iv: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    last: Option<f64>,
    underlying_index: Option<String>,
    underlying_price: Option<f64>,
    interest_rate: Option<f64>,
    estimated_delivery_price: f64,
    creation_timestamp: i64,
    bid_price: Option<f64>,
    ask_price: Option<f64>,
}

/// A thousand hours, prices of eight decimals as Binance writes them.
fn klines() -> String {
    let mut text = String::from("[");
    for i in 0..ROWS {
        let open_ms = START_MS + 3_600_000 * i64::try_from(i).unwrap();
        let open = 60_000.0 + ((i * 7919) % 5000) as f64 / 7.0;
        let (high, low, close, volume) = (open * 1.01, open * 0.99, open * 1.003, open / 73.0);
        let separator = if i == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{separator}[{open_ms},\"{open:.8}\",\"{high:.8}\",\"{low:.8}\",\"{close:.8}\",\"{volume:.8}\",{},\"{:.8}\",{},\"{:.8}\",\"{:.8}\",\"0\"]",
            open_ms + 3_599_999,
            open * volume,
            1000 + i,
            volume / 2.0,
            open * volume / 2.0,
        );
    }
    text + "]"
}

/// A thousand options: twenty expiries, twenty-five strikes, calls and puts.
fn summaries() -> String {
    let mut rows = Vec::new();
    for month in 1..=20 {
        for strike in 0..ROWS / 40 {
            for kind in ["C", "P"] {
                let name = format!("BTC-{}JUN{}-{}-{kind}", 1 + month % 28, 27 + month / 28, 50_000 + 2000 * strike);
                let premium = 0.01 + strike as f64 / 997.0;
                let bid = if strike % 5 == 0 { "null".to_owned() } else { format!("{:.4}", premium * 0.98) };
                rows.push(format!(
                    r#"{{"instrument_name":"{name}","base_currency":"BTC","quote_currency":"BTC","volume":{:.1},"volume_usd":{:.2},"price_change":null,"open_interest":{:.1},"mid_price":null,"mark_price":{premium:.6},"mark_iv":{:.2},"low":null,"last":{premium:.4},"high":null,"underlying_index":"BTC-JUN27","underlying_price":{:.4},"interest_rate":0.0,"estimated_delivery_price":92263.55,"creation_timestamp":1777000000000,"bid_price":{bid},"ask_price":{:.4}}}"#,
                    premium * 91.0,
                    premium * 8_000_000.0,
                    premium * 7000.0,
                    40.0 + premium * 100.0,
                    95_012.3 + premium,
                    premium * 1.02,
                ));
            }
        }
    }
    format!(r#"{{"jsonrpc":"2.0","result":[{}],"usIn":1,"usOut":2,"usDiff":1,"testnet":false}}"#, rows.join(","))
}

fn candles(c: &mut Criterion) {
    let body = klines();
    let received = Timestamp::from_ms(START_MS + 3_600_000 * i64::try_from(ROWS).unwrap()).unwrap();
    let (symbol, currency) = ("BTCUSDT".parse().unwrap(), "USDT".parse().unwrap());
    let question = binance::Candles::new(binance::Market::Spot, symbol, currency, Interval::HOUR);
    assert_eq!(question.parse(&Payload::new(body.as_bytes(), received)).unwrap().data.closed.len(), ROWS);
    let mut group = c.benchmark_group("binance candles, 1000 rows");
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("parsed and checked", |b| {
        b.iter(|| question.parse(&Payload::new(black_box(body.as_bytes()), received)).unwrap());
    });
    group.bench_function("plain serde_json", |b| {
        b.iter(|| serde_json::from_slice::<Vec<PlainKline>>(black_box(body.as_bytes())).unwrap());
    });
    group.finish();
}

fn book_summaries(c: &mut Criterion) {
    let body = summaries();
    let received = Timestamp::from_ms(START_MS + 1000).unwrap();
    let question = deribit::BookSummary::new("BTC".parse().unwrap());
    let chains = question.parse(&Payload::new(body.as_bytes(), received)).unwrap().data.option_chains;
    assert_eq!(chains[0].quotes().len(), ROWS);
    let mut group = c.benchmark_group("deribit book summary, 1000 options");
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("parsed and checked", |b| {
        b.iter(|| question.parse(&Payload::new(black_box(body.as_bytes()), received)).unwrap());
    });
    group.bench_function("plain serde_json", |b| {
        b.iter(|| serde_json::from_slice::<PlainEnvelope>(black_box(body.as_bytes())).unwrap());
    });
    group.finish();
}

criterion_group!(benches, candles, book_summaries);
criterion_main!(benches);
