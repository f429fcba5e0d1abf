//! Questions and bodies as JSON, and what comes of them.

use hashinsight_feeds::{Endpoint, FeedAsk, FeedError, Parsed, Payload, Suspicion};
use hashinsight_units::{Fault, Timestamp};
use serde_json::{Value, json};

/// 2026-06-06T07:28:05Z.
pub(crate) const NOW_S: i64 = 1_780_730_885;
pub(crate) const NOW_MS: i64 = 1000 * NOW_S;
/// 2026-06-06T00:00:00Z.
pub(crate) const DAY_MS: i64 = 1_780_704_000_000;
pub(crate) const HOUR_MS: i64 = 3_600_000;

pub(crate) fn parse(ask: &Value, body: &str) -> Result<(Value, Vec<Suspicion>), FeedError> {
    let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
    let Parsed { data, suspicious, .. } =
        ask.parse(&Payload::new(body.as_bytes(), Timestamp::from_ms(NOW_MS).unwrap()))?;
    let data = serde_json::to_value(data).unwrap();
    let data = data.as_object().unwrap().values().next().unwrap().clone(); // of the upstream
    Ok((data.as_object().unwrap().values().next().unwrap().clone(), suspicious)) // of the question
}

pub(crate) fn read(ask: &Value, body: &Value) -> (Value, Vec<Suspicion>) {
    parse(ask, &body.to_string()).unwrap_or_else(|error| panic!("{ask}: {error}"))
}

pub(crate) fn refused(ask: &Value, body: &Value) -> Fault {
    refused_text(ask, &body.to_string())
}

pub(crate) fn refused_text(ask: &Value, body: &str) -> Fault {
    match parse(ask, body) {
        Err(error) => error.fault(),
        Ok((data, _)) => panic!("{ask} was not refused: {data}"),
    }
}

pub(crate) fn paths(odd: &[Suspicion]) -> Vec<&str> {
    odd.iter().map(|suspicion| suspicion.path.as_str()).collect()
}

pub(crate) fn funding() -> Value {
    json!({"binance": {"funding_history": {"market": "usdm", "instrument": "BTCUSDT",
        "funding_interval_ms": 28_800_000}}})
}

pub(crate) fn premium() -> Value {
    json!({"binance": {"premium_index": {"market": "usdm", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "funding_interval_ms": 28_800_000}}})
}

pub(crate) fn deribit_candles() -> Value {
    json!({"deribit": {"candles": {"instrument": "BTC-PERPETUAL", "start_ms": DAY_MS, "end_ms": NOW_MS,
        "interval_ms": HOUR_MS}}})
}

pub(crate) fn summary(kind: Option<&str>) -> Value {
    let mut ask = json!({"deribit": {"book_summary": {"currency": "BTC"}}});
    if let Some(kind) = kind {
        ask["deribit"]["book_summary"]["kind"] = json!(kind);
    }
    ask
}

pub(crate) fn option_row(name: &str, mark: f64) -> Value {
    json!({"instrument_name": name, "creation_timestamp": NOW_MS - 1000, "mark_price": mark, "mark_iv": 50,
        "open_interest": 1, "underlying_price": 60_000})
}

pub(crate) fn future_row(name: &str, mark: f64) -> Value {
    json!({"instrument_name": name, "creation_timestamp": NOW_MS - 1000, "mark_price": mark, "open_interest": 1e6,
        "bid_price": null, "ask_price": null, "last": null})
}
