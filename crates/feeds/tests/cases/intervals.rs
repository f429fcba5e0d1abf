//! Rows of another interval than was asked for are told, in every history.

use crate::support::ask::{DAY_MS, HOUR_MS, NOW_MS, deribit_candles, funding, read};
use hashinsight_feeds::Suspicion;
use serde_json::{Value, json};

/// Instants that are so far apart, the last of them `last`.
fn every(step: i64, last: i64) -> Vec<i64> {
    (0..8).rev().map(|back| last - back * step).collect()
}

fn told(odd: &[Suspicion]) -> usize {
    odd.iter().filter(|odd| odd.expected.contains("as was asked for")).count()
}

fn candles(times: &[i64]) -> [(Value, Value); 4] {
    let ask = |venue: &str, of: Value| json!({venue: {"candles": of}});
    let rows = |row: &dyn Fn(&i64) -> Value| times.iter().rev().map(row).collect::<Vec<_>>();
    let of = |value: f64| vec![value; times.len()];
    [
        (
            ask("okx", json!({"instrument": "BTC-USDT", "interval_ms": HOUR_MS})),
            json!({"code": "0", "data": rows(&|ms| json!([ms.to_string(), "60000", "60010", "59990", "60005", "1"]))}),
        ),
        (
            ask(
                "bybit",
                json!({"category": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": HOUR_MS}),
            ),
            json!({"retCode": 0, "result": {"list": rows(&|ms| json!([ms.to_string(), "60000", "60010", "59990", "60005", "1", "60000"]))}}),
        ),
        (
            json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD", "interval_ms": HOUR_MS}}}),
            json!(rows(&|ms| json!([ms / 1000, 59990, 60010, 60000, 60005, 1]))),
        ),
        (
            deribit_candles(),
            json!({"result": {"ticks": times, "open": of(6e4), "high": of(60_010.0), "low": of(59_990.0),
                "close": of(60_005.0), "volume": of(1.0), "status": "ok"}}),
        ),
    ]
}

#[test]
fn candles_of_another_interval() {
    let last = NOW_MS / HOUR_MS * HOUR_MS - HOUR_MS;
    for (ask, body) in candles(&every(HOUR_MS, last)) {
        assert_eq!(told(&read(&ask, &body).1), 0, "{ask}");
    }
    for (ask, body) in candles(&every(4 * HOUR_MS, DAY_MS + 4 * HOUR_MS)) {
        assert_eq!(told(&read(&ask, &body).1), 1, "{ask}");
    }
    // A market in which not every hour has a trade, and bars of now behind whole days.
    let mut times = every(3 * HOUR_MS, last);
    times.insert(5, times[5] - HOUR_MS);
    for (ask, body) in candles(&times) {
        assert_eq!(told(&read(&ask, &body).1), 0, "{ask}");
    }
}

#[test]
fn histories_of_another_interval() {
    let last = DAY_MS;
    let open = |ms: i64| json!({"binance": {"open_interest_history": {"instrument": "BTCUSDT", "interval_ms": ms}}});
    let rows: Vec<Value> = every(24 * HOUR_MS, last)
        .iter()
        .map(|ms| json!({"symbol": "BTCUSDT", "sumOpenInterest": "36316.877", "timestamp": ms}))
        .collect();
    assert_eq!(told(&read(&open(300_000), &json!(rows)).1), 1);
    assert_eq!(told(&read(&open(24 * HOUR_MS), &json!(rows)).1), 0);

    let open = json!({"bybit": {"open_interest_history": {"category": "linear", "instrument": "BTCUSDT", "interval_ms": 300_000}}});
    let rows: Vec<Value> =
        every(HOUR_MS, last).iter().map(|ms| json!({"openInterest": "50000.1", "timestamp": ms.to_string()})).collect();
    assert_eq!(told(&read(&open, &json!({"retCode": 0, "result": {"list": rows}})).1), 1);

    // Every 8 hours where 4 were asked for; the grid of 4 hours holds them too.
    let mut ask = funding();
    let rows: Vec<Value> = every(8 * HOUR_MS, last)
        .iter()
        .map(|ms| json!({"symbol": "BTCUSDT", "fundingRate": "0.0001", "fundingTime": ms + 7}))
        .collect();
    assert_eq!(told(&read(&ask, &json!(rows)).1), 0);
    ask["binance"]["funding_history"]["funding_interval_ms"] = json!(4 * HOUR_MS);
    assert_eq!(told(&read(&ask, &json!(rows)).1), 1);

    let index = json!({"deribit": {"volatility_index": {"currency": "BTC", "start_ms": last - 24 * HOUR_MS, "end_ms": NOW_MS, "interval_ms": 60_000}}});
    let rows: Vec<Value> = every(HOUR_MS, last).iter().map(|ms| json!([ms, 40, 41, 39, 40])).collect();
    assert_eq!(told(&read(&index, &json!({"result": {"data": rows}})).1), 1);

    // CoinGecko answers 30 days by the hour, and the current value as one point more.
    let chart = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 30}}});
    let body = |times: &[i64]| {
        let rows: Vec<Value> = times.iter().map(|ms| json!([ms, 60_000])).collect();
        json!({"prices": rows, "market_caps": [], "total_volumes": []})
    };
    let mut times = every(24 * HOUR_MS, last);
    times.push(NOW_MS - 1000);
    assert_eq!(told(&read(&chart, &body(&times)).1), 1);
    assert_eq!(told(&read(&chart, &body(&every(HOUR_MS, last))).1), 0);
}
