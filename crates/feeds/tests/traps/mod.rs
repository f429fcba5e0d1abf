//! The traps of the upstreams, one row each: a question, a body, and what must come of it.

mod bodies;
mod derivatives;
mod nodes;
mod spot;
mod units;

use hashinsight_feeds::{Endpoint, FeedAsk, Payload};
use hashinsight_units::Timestamp;
use serde_json::{Value, json};

use self::Outcome::{Data, Fault, Odd};
use crate::support::ask::NOW_MS;

enum Outcome {
    /// This value at this place of the data.
    Data(&'static str, Value),
    /// A fault with this code and path.
    Fault(&'static str, &'static str),
    /// Data, and a suspicion at this path.
    Odd(&'static str),
}

struct Trap {
    name: &'static str,
    ask: Value,
    body: String,
    outcome: Outcome,
}

fn trap(name: &'static str, ask: Value, body: impl Into<String>, outcome: Outcome) -> Trap {
    Trap { name, ask, body: body.into(), outcome }
}

fn binance_candles() -> Value {
    json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "interval_ms": 3_600_000}}})
}

fn kline(open_ms: i64, prices: [&str; 4]) -> String {
    let [open, high, low, close] = prices;
    format!(r#"[{open_ms},"{open}","{high}","{low}","{close}","1.5",{},"9e4",7,"0.5","3e4","0"]"#, open_ms + 3_599_999)
}

fn stats(changes: &[(&str, Value)]) -> String {
    let text = include_str!("../fixtures/obs_blockchain_info_stats_2026.json");
    let mut stats: Value = serde_json::from_str(text).unwrap();
    for (key, value) in changes {
        stats[*key] = value.clone();
    }
    stats.to_string()
}

fn rpc(result: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","result":{result},"id":1}}"#)
}

fn mining_info(networkhashps: &str, warnings: &str) -> String {
    rpc(&format!(
        r#"{{"blocks":933586,"difficulty":141668107417558.2,"networkhashps":{networkhashps},"pooledtx":1,"chain":"main","warnings":{warnings}}}"#
    ))
}

fn spot() -> Value {
    json!({"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}})
}

fn option_ticker(changes: &[(&str, Value)]) -> String {
    let text = include_str!("../fixtures/syn_deribit_ticker_option.json");
    let mut ticker: Value = serde_json::from_str(text).unwrap();
    for (key, value) in changes {
        ticker["result"][*key] = value.clone();
    }
    ticker.to_string()
}

fn exchange_candles() -> Value {
    json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
        "interval_ms": 3_600_000}}})
}

#[test]
fn every_trap_is_stepped_around() {
    let traps = [units::traps(), derivatives::traps(), spot::traps(), nodes::traps(), bodies::traps()];
    let mut wrong = Vec::new();
    for Trap { name, ask, body, outcome } in traps.iter().flatten() {
        let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let parsed = ask.parse(&Payload::new(body.as_bytes(), Timestamp::from_ms(NOW_MS).unwrap()));
        match (outcome, parsed) {
            (Fault(code, path), Err(error)) => {
                let fault = error.fault();
                if (fault.code(), fault.path().as_str()) != (*code, *path) {
                    wrong.push(format!("{name}: {fault}, expected {code} at {path}"));
                }
            }
            (Data(pointer, expected), Ok(parsed)) => {
                let data = serde_json::to_value(parsed.data).unwrap();
                let got = data.pointer(pointer).unwrap_or(&Value::Null);
                let close = |a: f64, b: f64| (a - b).abs() <= 4.5e-16 * b.abs();
                let same = match (got.as_f64(), expected.as_f64()) {
                    (Some(got), Some(expected)) => close(got, expected),
                    _ => got == expected,
                };
                if !same {
                    wrong.push(format!("{name}: {pointer} is {got}, expected {expected}; in {data}"));
                }
            }
            (Odd(path), Ok(parsed)) if parsed.suspicious.iter().any(|odd| odd.path == *path) => {}
            (Odd(path), Ok(parsed)) => wrong.push(format!("{name}: no {path} in {:?}", parsed.suspicious)),
            (_, Ok(parsed)) => wrong.push(format!("{name}: was not refused: {:?}", parsed.data)),
            (_, Err(error)) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    println!("{} traps", traps.iter().map(Vec::len).sum::<usize>());
}
