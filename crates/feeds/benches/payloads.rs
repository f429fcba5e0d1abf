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
use hashinsight_feeds::{
    Endpoint, Payload, StatementFormat, StatementRequest, binance, bybit, deribit, okx, read_statement,
};
use hashinsight_market::Interval;
use hashinsight_units::Timestamp;
use serde::de::{Deserialize, Deserializer, Error};

const ROWS: usize = 1000;
/// A full hour: bars that begin elsewhere are told, one by one.
const START_MS: i64 = 1_776_996_000_000;

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
                let moneyness = f64::from(50_000 + 2000 * u32::try_from(strike).unwrap()) / 95_012.3;
                let pays = if kind == "C" { 1.0 - moneyness } else { moneyness - 1.0 };
                let premium = 0.01 + strike as f64 / 9970.0 + if pays > 0.0 { pays } else { 0.0 };
                let bid = if strike % 5 == 0 { "null".to_owned() } else { format!("{:.4}", premium * 0.98) };
                rows.push(format!(
                    r#"{{"instrument_name":"{name}","base_currency":"BTC","quote_currency":"BTC","volume":{:.1},"volume_usd":{:.2},"price_change":null,"open_interest":{:.1},"mid_price":null,"mark_price":{premium:.6},"mark_iv":{:.2},"low":null,"last":{premium:.4},"high":null,"underlying_index":"BTC-JUN27","underlying_price":{:.4},"interest_rate":0.0,"estimated_delivery_price":92263.55,"creation_timestamp":1776996000000,"bid_price":{bid},"ask_price":{:.4}}}"#,
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

/// The most rows that OKX answers, newest first: nine texts each.
fn okx_candles_body() -> String {
    let row = |i: usize| {
        let open_ms = START_MS + 3_600_000 * i64::try_from(i).unwrap();
        let open = 60_000.0 + ((i * 7919) % 5000) as f64 / 7.0;
        let (high, low, close, volume) = (open * 1.01, open * 0.99, open * 1.003, open / 73.0);
        let quote = volume * open;
        format!(
            r#"["{open_ms}","{open:.1}","{high:.1}","{low:.1}","{close:.1}","{volume:.8}","{quote:.8}","{quote:.8}","1"]"#
        )
    };
    let rows: Vec<String> = (0..OKX_ROWS).rev().map(row).collect();
    format!(r#"{{"code":"0","msg":"","data":[{}]}}"#, rows.join(","))
}

const OKX_ROWS: usize = 300;

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct PlainOkx {
    code: String,
    msg: String,
    data: Vec<[TextNumber; 9]>,
}

fn okx_candles(c: &mut Criterion) {
    let body = okx_candles_body();
    let received = Timestamp::from_ms(START_MS + 3_600_000 * i64::try_from(OKX_ROWS).unwrap()).unwrap();
    let question = okx::Candles::new("BTC-USDT".parse().unwrap(), Interval::HOUR);
    let parsed = question.parse(&Payload::new(body.as_bytes(), received)).unwrap();
    assert_eq!((parsed.data.closed.len(), parsed.suspicious.len()), (OKX_ROWS, 0));
    let mut group = c.benchmark_group("okx candles, 300 rows");
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("parsed and checked", |b| {
        b.iter(|| question.parse(&Payload::new(black_box(body.as_bytes()), received)).unwrap());
    });
    group.bench_function("plain serde_json", |b| {
        b.iter(|| serde_json::from_slice::<PlainOkx>(black_box(body.as_bytes())).unwrap());
    });
    group.finish();
}

/// A thousand hours as Bybit writes them, newest first.
fn bybit_candles_body() -> String {
    let row = |i: usize| {
        let open_ms = START_MS + 3_600_000 * i64::try_from(i).unwrap();
        let open = 60_000.0 + ((i * 7919) % 5000) as f64 / 7.0;
        let (high, low, close, volume) = (open * 1.01, open * 0.99, open * 1.003, open / 73.0);
        format!(r#"["{open_ms}","{open:.1}","{high:.1}","{low:.1}","{close:.1}","{volume:.3}","{:.4}"]"#, volume * open)
    };
    let rows: Vec<String> = (0..ROWS).rev().map(row).collect();
    format!(
        r#"{{"retCode":0,"retMsg":"OK","result":{{"symbol":"BTCUSDT","category":"linear","list":[{}]}},"retExtInfo":{{}},"time":1780600000000}}"#,
        rows.join(",")
    )
}

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct PlainBybit {
    #[serde(rename = "retCode")]
    ret_code: i64,
    #[serde(rename = "retMsg")]
    ret_msg: String,
    result: PlainBybitList,
    time: i64,
}

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "what is read is not looked at")]
struct PlainBybitList {
    symbol: String,
    category: String,
    list: Vec<[TextNumber; 7]>,
}

fn bybit_candles(c: &mut Criterion) {
    let body = bybit_candles_body();
    let received = Timestamp::from_ms(START_MS + 3_600_000 * i64::try_from(ROWS).unwrap()).unwrap();
    let (symbol, currency) = ("BTCUSDT".parse().unwrap(), "USDT".parse().unwrap());
    let question = bybit::Candles::new(bybit::Category::Linear, symbol, currency, Interval::HOUR);
    let parsed = question.parse(&Payload::new(body.as_bytes(), received)).unwrap();
    assert_eq!((parsed.data.closed.len(), parsed.suspicious.len()), (ROWS, 0));
    let mut group = c.benchmark_group("bybit candles, 1000 rows");
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("parsed and checked", |b| {
        b.iter(|| question.parse(&Payload::new(black_box(body.as_bytes()), received)).unwrap());
    });
    group.bench_function("plain serde_json", |b| {
        b.iter(|| serde_json::from_slice::<PlainBybit>(black_box(body.as_bytes())).unwrap());
    });
    group.finish();
}

/// A decimal of so many places.
fn decimal(value: i64, places: u32) -> String {
    let (sign, unit) = (if value < 0 { "-" } else { "" }, 10_u64.pow(places));
    let (whole, rest) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    format!("{sign}{whole}.{rest:0width$}", width = places as usize)
}

/// A thousand lines of Kraken's ledger: five hundred trades of two legs, and balances that follow from them.
fn ledger() -> String {
    let mut text = String::from(
        "\"txid\",\"refid\",\"time\",\"type\",\"subtype\",\"aclass\",\"asset\",\"amount\",\"fee\",\"balance\"\n",
    );
    let (mut btc, mut usd) = (0, 1_000_000_000_000); // in 1e-10 BTC and 1e-4 USD
    for i in 0..ROWS / 2 {
        let (day, hour) = (1 + i / 24, i % 24);
        let time = format!("2024-{:02}-{:02} {hour:02}:00:00", 1 + day / 28, 1 + day % 28);
        let coins = 100_000_000 + 100_009 * i64::try_from(i).unwrap();
        let cost = coins * 60_000 / 1_000_000;
        let fee = cost * 16 / 10_000;
        (btc, usd) = (btc + coins, usd - cost - fee);
        let head = format!("\"T{i:05}\",\"{time}\",\"trade\",\"\",\"currency\"");
        let (amount, balance) = (decimal(coins, 10), decimal(btc, 10));
        let _ = writeln!(text, "\"L{i:05}A\",{head},\"XXBT\",{amount},0.0000000000,{balance}");
        let (amount, fee, balance) = (decimal(-cost, 4), decimal(fee, 4), decimal(usd, 4));
        let _ = writeln!(text, "\"L{i:05}B\",{head},\"ZUSD\",{amount},{fee},{balance}");
    }
    text
}

/// Amounts and fees for somebody who only splits the lines.
fn plain_ledger(text: &str) -> Vec<(f64, f64)> {
    let number = |cell: Option<&str>| cell.unwrap().parse::<f64>().unwrap();
    let line = |line: &str| {
        let mut cells = line.split(',').skip(7);
        (number(cells.next()), number(cells.next()))
    };
    text.lines().skip(1).map(line).collect()
}

fn statements(c: &mut Criterion) {
    let text = ledger();
    let request = StatementRequest::new(StatementFormat::KrakenLedger, text.clone());
    let report = read_statement(&request).unwrap();
    assert_eq!((report.rows.len(), report.suspicious.len()), (ROWS, 0));
    let mut group = c.benchmark_group("kraken ledger, 1000 lines");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("parsed and checked", |b| b.iter(|| read_statement(black_box(&request)).unwrap()));
    group.bench_function("split and read", |b| b.iter(|| plain_ledger(black_box(&text))));
    group.finish();
}

criterion_group!(benches, candles, book_summaries, okx_candles, bybit_candles, statements);
criterion_main!(benches);
