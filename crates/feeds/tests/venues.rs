//! OKX, Bybit and alternative.me: what they write otherwise than it looks.

use crate::support::ask::{DAY_MS, HOUR_MS, NOW_MS, NOW_S, paths, read, refused};
use hashinsight_feeds::{Endpoint, FeedAsk};
use serde_json::{Value, json};

fn url(ask: &Value) -> Result<String, String> {
    let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
    ask.request().map(|request| request.url()).map_err(|error| error.code().to_owned())
}

fn okx(data: &Value) -> Value {
    json!({"code": "0", "msg": "", "data": data})
}

fn bybit(result: &Value) -> Value {
    json!({"retCode": 0, "retMsg": "OK", "result": result, "time": NOW_MS})
}

#[test]
fn addresses() {
    for (ask, expected) in [
        (
            json!({"okx": {"candles": {"instrument": "BTC-USDT", "interval_ms": 86_400_000, "start_ms": DAY_MS, "limit": 10}}}),
            "https://www.okx.com/api/v5/market/candles?instId=BTC-USDT&bar=1Dutc&before=1780703999999&limit=10",
        ),
        (
            json!({"okx": {"position_tiers": {"instrument": "BTC-USDT-SWAP", "margin_mode": "cross"}}}),
            "https://www.okx.com/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT",
        ),
        (
            json!({"okx": {"open_interest": {"instrument": "BTC-USD-260626"}}}),
            "https://www.okx.com/api/v5/public/open-interest?instType=FUTURES&instId=BTC-USD-260626",
        ),
        (
            json!({"bybit": {"candles": {"category": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "interval_ms": 604_800_000}}}),
            "https://api.bybit.com/v5/market/kline?category=spot&symbol=BTCUSDT&interval=W",
        ),
        (
            json!({"bybit": {"open_interest_history": {"category": "linear", "instrument": "BTCUSDT", "interval_ms": HOUR_MS}}}),
            "https://api.bybit.com/v5/market/open-interest?category=linear&symbol=BTCUSDT&intervalTime=1h",
        ),
        (json!({"alternative_me": {"fear_and_greed": {"days": 30}}}), "https://api.alternative.me/fng/?limit=30"),
    ] {
        assert_eq!(url(&ask).as_deref(), Ok(expected));
    }
    for (ask, code) in [
        (json!({"okx": {"book": {"instrument": "BTC-USDT-SWAP", "depth": 5}}}), "feeds.contract_size.missing"),
        (json!({"okx": {"book": {"instrument": "BTC-USDT", "depth": 401}}}), "feeds.depth.out_of_range"),
        (json!({"okx": {"funding_rate": {"instrument": "BTC-USDT"}}}), "feeds.instrument.unsupported"),
        (json!({"okx": {"ticker": {"instrument": "BTC-USD-260626-60000-C"}}}), "feeds.instrument.unsupported"),
        (
            json!({"okx": {"candles": {"instrument": "BTC-USDT", "interval_ms": 420_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"bybit": {"funding_history": {"category": "linear", "instrument": "BTCUSDT",
                "funding_interval_ms": 28_800_000, "start_ms": DAY_MS}}}),
            "feeds.end_ms.missing",
        ),
        (
            json!({"bybit": {"risk_limits": {"category": "spot", "instrument": "BTCUSDT", "margin_currency": "USDT"}}}),
            "feeds.category.unsupported",
        ),
        (
            json!({"bybit": {"book": {"category": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT", "limit": 500}}}),
            "feeds.limit.out_of_range",
        ),
        (json!({"alternative_me": {"fear_and_greed": {"days": 0}}}), "feeds.days.out_of_range"),
    ] {
        assert_eq!(url(&ask), Err(code.to_owned()), "{ask}");
    }
}

#[test]
fn sizes_of_contracts_are_coins() {
    let book = |instrument: &str, size: f64| json!({"okx": {"book": {"instrument": instrument, "depth": 5, "contract_size": size}}});
    let levels = okx(&json!([{"bids": [["50000", "1000", "0", "1"]], "asks": [], "ts": NOW_MS.to_string()}]));
    // Linear: 1,000 contracts of 0.01 BTC; inverse: of 100 USD at 50,000 USD.
    assert_eq!(read(&book("BTC-USDT-SWAP", 0.01), &levels).0["bids"]["size_base"], json!([10.0]));
    assert_eq!(read(&book("BTC-USD-SWAP", 100.0), &levels).0["bids"]["size_base"], json!([2.0]));
    let spot = json!({"okx": {"book": {"instrument": "BTC-USDT", "depth": 5}}});
    assert_eq!(read(&spot, &levels).0["bids"]["size_base"], json!([1000.0]));
    let crossed = okx(
        &json!([{"bids": [["50000", "1", "0", "1"]], "asks": [["49999", "1", "0", "1"]], "ts": NOW_MS.to_string()}]),
    );
    assert_eq!(refused(&spot, &crossed).path().as_str(), "body.data[0].bids[0][0]");
    let ask = json!({"bybit": {"book": {"category": "linear", "instrument": "BTCUSDT", "quote_currency": "USDT", "limit": 5}}});
    let crossed = bybit(&json!({"s": "BTCUSDT", "b": [["50000", "1"]], "a": [["49999", "1"]], "ts": NOW_MS}));
    assert_eq!(refused(&ask, &crossed).path().as_str(), "body.result.b[0][0]");
}

#[test]
fn a_bar_that_says_otherwise_than_the_clock_is_told() {
    let ask = json!({"okx": {"candles": {"instrument": "BTC-USDT", "interval_ms": HOUR_MS}}});
    let bar = |open_ms: i64, confirm: &str| {
        okx(&json!([[open_ms.to_string(), "6e4", "6e4", "6e4", "6e4", "1", "6e4", "6e4", confirm]]))
    };
    let (over, running) = (1_780_725_600_000, 1_780_729_200_000);
    for (open, confirm, odd) in [(over, "1", false), (over, "0", true), (running, "0", false), (running, "1", true)] {
        assert_eq!(!paths(&read(&ask, &bar(open, confirm)).1).is_empty(), odd, "{open} {confirm}");
    }
    // Rows of older years have seven columns.
    let old = okx(&json!([[over.to_string(), "6e4", "6e4", "6e4", "6e4", "1", "6e4"]]));
    assert_eq!(read(&ask, &old).0["closed"]["close"], json!([60_000.0]));
}

#[test]
fn rates_of_tiers_are_fractions_whatever_they_came_in() {
    let ask =
        json!({"bybit": {"risk_limits": {"category": "inverse", "instrument": "BTCUSD", "margin_currency": "BTC"}}});
    let tier = |limit: &str, maintenance: &str, initial: &str, leverage: &str, deduction: Value| {
        json!({"symbol": "BTCUSD", "riskLimitValue": limit, "maintenanceMargin": maintenance, "initialMargin": initial,
            "maxLeverage": leverage, "mmDeduction": deduction})
    };
    let body = |tiers: Value| bybit(&json!({"category": "inverse", "list": tiers}));
    let percent = json!([tier("150", "0.5", "1", "100.00", json!("")), tier("300", "1", "2", "50.00", json!(""))]);
    let (data, odd) = read(&ask, &body(percent));
    assert_eq!(data["maintenance_rate"], json!([0.005, 0.01]));
    // The second tier's deduction makes the margin continuous: 150 · (0.01 - 0.005).
    assert_eq!((&data["deduction"], paths(&odd)), (&json!([0.0, 0.75]), vec!["result.list[1].maintenanceMargin"]));
    let neither = json!([tier("150", "0.5", "7", "100.00", json!(""))]);
    assert_eq!(refused(&ask, &body(neither)).path().as_str(), "body.result.list[0].initialMargin");
    let jump = json!([tier("150", "0.5", "1", "100", json!("")), tier("300", "1", "2", "50", json!("0.5"))]);
    assert_eq!(refused(&ask, &body(jump)).path().as_str(), "body.result.list[1].mmDeduction");
    let gap = okx(&json!([
        {"minSz": "0", "maxSz": "500", "mmr": "0.004", "imr": "0.01", "maxLever": "100"},
        {"minSz": "700", "maxSz": "900", "mmr": "0.005", "imr": "0.02", "maxLever": "50"}]));
    let ask = json!({"okx": {"position_tiers": {"instrument": "BTC-USDT-SWAP", "margin_mode": "isolated"}}});
    assert_eq!(refused(&ask, &gap).path().as_str(), "body.data[1].minSz");
}

#[test]
fn answers_about_something_else_are_refused() {
    let ticker = json!({"okx": {"ticker": {"instrument": "BTC-USDT-SWAP"}}});
    let row = |name: &str, kind: &str| {
        okx(&json!([{"instId": name, "instType": kind, "last": "60000", "ts": NOW_MS.to_string()}]))
    };
    assert_eq!(refused(&ticker, &row("ETH-USDT-SWAP", "SWAP")).path().as_str(), "body.data[0].instId");
    assert_eq!(refused(&ticker, &row("BTC-USDT-SWAP", "FUTURES")).path().as_str(), "body.data[0].instType");
    let candles = json!({"bybit": {"candles": {"category": "linear", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "interval_ms": HOUR_MS}}});
    for (member, value) in [("symbol", "ETHUSDT"), ("category", "inverse")] {
        let mut result = json!({"symbol": "BTCUSDT", "category": "linear", "list": []});
        result[member] = json!(value);
        let fault = refused(&candles, &bybit(&result));
        assert_eq!((fault.path().as_str(), fault.value()), (format!("body.result.{member}").as_str(), value));
    }
}

#[test]
fn the_index_of_fear_and_its_words() {
    let ask = json!({"alternative_me": {"fear_and_greed": {"days": 2}}});
    let day = |value: &str, word: &str, s: i64| json!({"value": value, "value_classification": word, "timestamp": s.to_string()});
    let body = |days: Value| json!({"name": "Fear and Greed Index", "data": days, "metadata": {"error": null}});
    let today = 1_780_704_000;
    let (data, odd) = read(&ask, &body(json!([day("40", "Fear", today), day("80", "Extreme Greed", today - 86_400)])));
    assert_eq!((&data["index"]["value"], paths(&odd).len()), (&json!([80.0, 40.0]), 0)); // oldest first
    let (_, odd) = read(&ask, &body(json!([day("80", "Fear", today)])));
    assert_eq!(paths(&odd), ["data[0].value_classification"]);
    assert_eq!(paths(&read(&ask, &body(json!([day("40", "Fear", NOW_S)]))).1), ["data[0].timestamp"]);
    assert_eq!(refused(&ask, &body(json!([day("140", "Extreme Greed", today)]))).path().as_str(), "body.data[0].value");
    let error = json!({"name": "Fear and Greed Index", "data": [], "metadata": {"error": "limit must be a number"}});
    assert_eq!(refused(&ask, &error).value(), "limit must be a number");
}
