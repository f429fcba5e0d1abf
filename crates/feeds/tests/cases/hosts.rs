//! 23: everyday markets that were refused.

use crate::support::ask::{DAY_MS, HOUR_MS, NOW_MS, paths, read, refused};
use hashinsight_feeds::{Endpoint, FeedAsk};
use serde_json::{Value, json};

fn url(ask: &Value) -> String {
    let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
    ask.request().unwrap().url()
}

#[test]
fn case_23_pairs_of_deribit() {
    let candles = json!({"deribit": {"candles": {"instrument": "BTC_USDC", "start_ms": NOW_MS - 3 * HOUR_MS, "end_ms": NOW_MS,
        "interval_ms": HOUR_MS}}});
    assert!(url(&candles).contains("instrument_name=BTC_USDC"));
    let body = json!({"result": {"ticks": [1_780_722_000_000_i64], "open": [60_000.0], "high": [60_000.0], "low": [60_000.0],
        "close": [60_000.0], "volume": [1.0], "cost": [60_000.0], "status": "ok"}});
    let (data, odd) = read(&candles, &body);
    assert_eq!((&data["closed"]["quote_currency"], &data["closed"]["volume_base"]), (&json!("USDC"), &json!([1.0])));
    assert_eq!(paths(&odd), Vec::<&str>::new());
    let book = json!({"deribit": {"order_book": {"instrument": "BTC_USDC", "depth": 1}}});
    assert!(url(&book).contains("instrument_name=BTC_USDC"));
    let levels = json!({"result": {"timestamp": NOW_MS, "bids": [[60_000, 1]], "asks": [[60_001, 1]]}});
    let (data, _) = read(&book, &levels);
    assert_eq!((&data["bids"]["size_base"], &data["quote_currency"]), (&json!([1.0]), &json!("USDC")));
}

#[test]
fn futures_with_an_expiry_have_no_funding() {
    let ask = |name: &str| json!({"deribit": {"perpetual_ticker": {"instrument": name}}});
    let body = |name: &str| {
        json!({"result": {"instrument_name": name, "timestamp": NOW_MS, "mark_price": 60_100.0, "open_interest": 1e6,
            "index_price": 60_000.0, "best_bid_price": 60_095.0, "best_ask_price": 60_105.0, "last_price": 60_100.0}})
    };
    let (data, odd) = read(&ask("BTC-26JUN26"), &body("BTC-26JUN26"));
    assert_eq!((&data["funding_8h"], paths(&odd).len()), (&Value::Null, 0));
    assert_eq!(refused(&ask("BTC-PERPETUAL"), &body("BTC-PERPETUAL")).path().as_str(), "body.result.funding_8h");
}

#[test]
fn books_and_histories_of_coin_margined_contracts() {
    let book = json!({"binance": {"depth": {"market": "coinm", "instrument": "BTCUSD_PERP", "quote_currency": "USD", "limit": 5,
        "contract_usd": 100}}});
    assert_eq!(url(&book), "https://dapi.binance.com/dapi/v1/depth?symbol=BTCUSD_PERP&limit=5");
    let levels = json!({"symbol": "BTCUSD_PERP", "pair": "BTCUSD", "E": NOW_MS, "bids": [["50000", "1000"]],
        "asks": [["62500", "1250"]]});
    let (data, _) = read(&book, &levels);
    // 1,000 contracts of 100 USD at 50,000 USD; 1,250 at 62,500 USD.
    assert_eq!((&data["bids"]["size_base"], &data["asks"]["size_base"]), (&json!([2.0]), &json!([2.0])));
    let history = json!({"binance": {"open_interest_history": {"market": "coinm", "instrument": "BTCUSD_PERP",
        "interval_ms": 300_000, "contract_usd": 100}}});
    assert_eq!(
        url(&history),
        "https://dapi.binance.com/futures/data/openInterestHist?pair=BTCUSD&contractType=PERPETUAL&period=5m"
    );
    let rows = json!([{"pair": "BTCUSD", "contractType": "PERPETUAL", "sumOpenInterest": "20403", "sumOpenInterestValue": "34.1",
        "timestamp": NOW_MS - 600_000}]);
    assert_eq!(read(&history, &rows).0["open_usd"], json!([2_040_300.0]));
    let other = json!([{"pair": "ETHUSD", "sumOpenInterest": "1", "timestamp": NOW_MS - 600_000}]);
    assert_eq!(refused(&history, &other).path().as_str(), "body[0].pair");
}

/// 2026-05-01, 2026-06-01 and 2026-02-01 as `date -u` has them.
const MAY_MS: i64 = 1_777_593_600_000;
const JUNE_MS: i64 = 1_780_272_000_000;
const MONTH_MS: i64 = 2_629_746_000;

#[test]
fn bars_of_a_month_are_those_of_the_calendar() {
    let binance = json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "interval_ms": MONTH_MS}}});
    let okx = json!({"okx": {"candles": {"instrument": "BTC-USDT", "interval_ms": MONTH_MS}}});
    let bybit = json!({"bybit": {"candles": {"category": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "interval_ms": MONTH_MS}}});
    assert!(url(&binance).ends_with("interval=1M"));
    assert!(url(&okx).ends_with("bar=1Mutc"));
    assert!(url(&bybit).ends_with("interval=M"));
    let row = |open: i64, next: i64| {
        json!([open, "60000", "61000", "59000", "60500", "10", next - 1, "600000", 5, "5", "300000", "0"])
    };
    let july = JUNE_MS + 30 * 86_400_000;
    let text = |open: i64| json!([open.to_string(), "60000", "61000", "59000", "60500", "10", "600000"]);
    let answers = [
        (binance, json!([row(MAY_MS, JUNE_MS), row(JUNE_MS, july)])),
        (okx, json!({"code": "0", "msg": "", "data": [text(JUNE_MS), text(MAY_MS)]})),
        (
            bybit.clone(),
            json!({"retCode": 0, "retMsg": "OK", "result": {"category": "spot", "symbol": "BTCUSDT",
            "list": [text(JUNE_MS), text(MAY_MS)]}, "time": NOW_MS}),
        ),
    ];
    for (ask, body) in answers {
        let (data, odd) = read(&ask, &body);
        assert_eq!(data["closed"]["open_time_ms"], json!([MAY_MS]), "{ask}");
        assert_eq!(
            (&data["closed"]["interval_ms"], &data["forming"]["open_time_ms"]),
            (&json!(MONTH_MS), &json!(JUNE_MS))
        );
        assert_eq!(paths(&odd), Vec::<&str>::new(), "{ask}: {odd:?}");
    }
    // A bar that begins elsewhere is none of a month, and one that ends elsewhere is told.
    let late = json!({"retCode": 0, "result": {"list": [text(DAY_MS)]}, "time": NOW_MS});
    assert_eq!(refused(&bybit, &late).path().as_str(), "body.result.list[0][0]");
}

#[test]
fn a_pair_of_deribit_has_a_ticker() {
    let ask = json!({"deribit": {"pair_ticker": {"instrument": "BTC_USDC"}}});
    assert!(url(&ask).ends_with("/ticker?instrument_name=BTC_USDC"));
    let body = json!({"result": {"instrument_name": "BTC_USDC", "timestamp": NOW_MS, "state": "open", "mark_price": 60_000.5,
        "index_price": 60_001.0, "best_bid_price": 60_000.0, "best_ask_price": 60_001.0, "last_price": 60_000.0, "estimated_delivery_price": 60_001.0}});
    let (data, odd) = read(&ask, &body);
    assert_eq!(
        (&data["bid"], &data["ask"], &data["quote_currency"]),
        (&json!(60_000.0), &json!(60_001.0), &json!("USDC"))
    );
    assert_eq!(paths(&odd), Vec::<&str>::new());
    let other = json!({"result": {"instrument_name": "ETH_USDC", "timestamp": NOW_MS, "last_price": 3000.0}});
    assert_eq!(refused(&ask, &other).path().as_str(), "body.result.instrument_name");
}

#[test]
fn combinations_are_told_and_never_futures() {
    let ask = |name: &str| json!({"deribit": {"order_book": {"instrument": name, "depth": 5}}});
    for name in ["BTC-CS-26JUN26-60000_65000", "BTC-FS-26JUN26_PERP", "BTC_USDC-STRG-26JUN26-55000_65000"] {
        let ask: FeedAsk = serde_json::from_value(ask(name)).unwrap();
        assert_eq!(ask.request().unwrap_err().code(), "feeds.instrument.unsupported", "{name}");
    }
}

#[test]
fn times_in_microseconds_and_signs_of_percent() {
    let book = json!({"coinbase": {"advanced_book": {"instrument": "BTC-USD", "quote_currency": "USD", "limit": 1}}});
    let body = |time: &str| {
        json!({"pricebook": {"product_id": "BTC-USD", "bids": [{"price": "60000", "size": "1"}],
            "asks": [{"price": "60001", "size": "1"}], "time": time}})
    };
    for (time, ms) in [
        ("2026-06-06T07:28:05.748151Z", NOW_MS + 748),
        ("2026-06-06T07:28:05.748151+00:00", NOW_MS + 748),
        ("2026-06-06T07:28:05.748151123Z", NOW_MS + 748),
        ("2026-06-06T07:28:05Z", NOW_MS),
    ] {
        assert_eq!(read(&book, &body(time)).0["time_ms"], json!(ms), "{time}");
    }
    let product = |change: &str| json!({"product_id": "BTC-USD", "price": "60000", "price_percentage_change_24h": change, "volume_24h": "10"});
    let ask = json!({"coinbase": {"advanced_product": {"instrument": "BTC-USD", "quote_currency": "USD"}}});
    for change in ["-0.25", "-0.25%"] {
        assert_eq!(read(&ask, &product(change)).0["change_24h"], json!(-0.0025), "{change}");
    }
    for change in ["-0.25%%", "%", "-0.25 percent"] {
        assert_eq!(refused(&ask, &product(change)).path().as_str(), "body.price_percentage_change_24h", "{change}");
    }
}
