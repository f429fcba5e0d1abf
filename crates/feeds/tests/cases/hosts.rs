//! 23: everyday markets that were refused.

use crate::support::ask::{HOUR_MS, NOW_MS, paths, read, refused};
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
