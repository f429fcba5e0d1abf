//! Rows of one instant or one instrument, in every history and list.

use crate::support::ask::{
    DAY_MS, HOUR_MS, NOW_MS, funding, future_row, option_row, paths, premium, read, refused, refused_text, summary,
};
use serde_json::{Value, json};

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn case_16_rows_of_one_instant_that_differ_are_told() {
    let rate = |rate: &str| json!({"symbol": "BTCUSDT", "fundingRate": rate, "fundingTime": DAY_MS});
    let open = |coins: &str| json!({"symbol": "BTCUSDT", "sumOpenInterest": coins, "timestamp": DAY_MS});
    let open_interest =
        json!({"binance": {"open_interest_history": {"instrument": "BTCUSDT", "interval_ms": 300_000}}});
    let hourly = json!({"deribit": {"funding_history": {"instrument": "BTC-PERPETUAL", "start_ms": DAY_MS - HOUR_MS,
        "end_ms": NOW_MS}}});
    let hour = |rate: f64| json!({"timestamp": DAY_MS, "index_price": 60_000, "interest_1h": rate});
    let volatility = json!({"deribit": {"volatility_index": {"currency": "BTC", "start_ms": DAY_MS, "end_ms": NOW_MS,
        "interval_ms": HOUR_MS}}});
    let index = |close: f64| json!([DAY_MS, 50.0, 60.0, 40.0, close]);
    let candles = json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
        "interval_ms": HOUR_MS}}});
    let candle = |close: f64| json!([1_780_722_000, 59_000, 61_000, 60_000, close, 1]);
    let chart = json!({"blockchain_info": {"chart": {"name": "market_price", "days": 3}}});
    let price = |usd: f64| json!({"x": 1_780_617_600, "y": usd});
    let listed = json!({"deribit": {"instruments": {"currency": "BTC"}}});
    let listing = |size: f64| json!({"instrument_name": "BTC-PERPETUAL", "is_active": true, "contract_size": size, "tick_size": 0.5});
    let coins = json!({"coinwarz": "profitability"});
    let coin = |difficulty: f64| {
        json!({"CoinTag": "BTC", "Algorithm": "SHA-256", "Difficulty": difficulty, "BlockReward": 3.125,
            "BlockCount": 952_582, "ExchangeRate": 60_823.2})
    };
    let bare = |rows: [Value; 2]| json!(rows);
    let result = |rows: [Value; 2]| json!({"result": rows});
    // Question, two rows that differ, the same row twice, where the second row stands, what of the first must be kept.
    let cases = [
        (
            funding(),
            bare([rate("0.0001"), rate("-0.0005")]),
            bare([rate("0.0001"), rate("0.0001")]),
            "[1]",
            "/rate_per_interval",
            json!([0.0001]),
        ),
        (
            open_interest,
            bare([open("1"), open("99999")]),
            bare([open("1"), open("1")]),
            "[1]",
            "/open_base",
            json!([1.0]),
        ),
        (
            hourly,
            result([hour(0.0001), hour(-0.0009)]),
            result([hour(0.0001), hour(0.0001)]),
            "result[1]",
            "/funding/rate_per_interval",
            json!([0.0001]),
        ),
        (
            volatility,
            json!({"result": {"data": [index(50.0), index(55.0)]}}),
            json!({"result": {"data": [index(50.0), index(50.0)]}}),
            "result.data[1]",
            "/close/value",
            json!([0.5]),
        ),
        (
            summary(Some("option")),
            result([option_row("BTC-26JUN26-60000-C", 0.05), option_row("BTC-26JUN26-60000-C", 0.5)]),
            result([option_row("BTC-26JUN26-60000-C", 0.05), option_row("BTC-26JUN26-60000-C", 0.05)]),
            "result[1]",
            "/option_chains/0/quotes/0/mark",
            json!(0.05),
        ),
        (
            summary(Some("future")),
            result([future_row("BTC-26JUN26", 60_000.0), future_row("BTC-26JUN26", 59_000.0)]),
            result([future_row("BTC-26JUN26", 60_000.0), future_row("BTC-26JUN26", 60_000.0)]),
            "result[1]",
            "/futures/0/mark/mark",
            json!(60_000.0),
        ),
        (
            listed,
            result([listing(10.0), listing(1.0)]),
            result([listing(10.0), listing(10.0)]),
            "result[1]",
            "/listings/0/contract_size",
            json!(10.0),
        ),
        (
            candles,
            bare([candle(60_500.0), candle(60_600.0)]),
            bare([candle(60_500.0), candle(60_500.0)]),
            "[1]",
            "/closed/close",
            json!([60_500.0]),
        ),
        (
            chart,
            json!({"unit": "USD", "values": [price(61_000.0), price(60_500.0)]}),
            json!({"unit": "USD", "values": [price(61_000.0), price(61_000.0)]}),
            "values[1]",
            "/price_usd/value",
            json!([61_000.0]),
        ),
        (
            coins,
            json!({"Success": true, "Data": [coin(1.389e14), coin(1.4e14)]}),
            json!({"Success": true, "Data": [coin(1.389e14), coin(1.389e14)]}),
            "Data[1]",
            "/coins/0/difficulty",
            json!(1.389e14),
        ),
    ];
    for (ask, differing, repeated, path, pointer, kept) in cases {
        let (data, odd) = read(&ask, &differing);
        assert_eq!(data.pointer(pointer), Some(&kept), "{ask}: {data}");
        assert_eq!(paths(&odd), [path], "{ask}: {odd:?}");
        assert!(odd[0].expected.starts_with("what [0] says of the same, "), "{odd:?}");
        let (data, odd) = read(&ask, &repeated);
        assert_eq!(data.pointer(pointer), Some(&kept), "{ask}: {data}");
        assert_eq!(paths(&odd), [path], "{ask}: {odd:?}");
        assert_eq!(odd[0].expected, "each row once; that of [0] again is left out");
    }
    // A list that holds one instrument twice where one is read.
    let entry = |mark: &str| json!({"symbol": "BTCUSDT", "markPrice": mark, "time": NOW_MS});
    assert_eq!(refused(&premium(), &json!([entry("60000"), entry("6000")])).code(), "feeds.payload.several");
    assert_eq!(paths(&read(&premium(), &json!([entry("60000"), entry("60000")])).1), ["[1].symbol"]);
    // Beyond the listed oddities the rest is counted.
    let rows: Vec<Value> = (0..90).map(|i| rate(&format!("0.000{i}"))).collect();
    let (_, odd) = read(&funding(), &json!(rows));
    assert_eq!((odd.len(), odd[64].value.as_str()), (65, "89"));
}

/// What a map of keys would read as its last.
#[test]
fn a_key_that_stands_twice_is_refused() {
    let spot = json!({"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}});
    for (ask, body, path) in [
        (json!({"mempool_space": "prices"}), r#"{"time":1780730404,"USD":60823,"USD":6082}"#, "body.USD"),
        (json!({"mempool_space": "prices"}), r#"{"time":1780730404,"time":1780720404,"USD":60823}"#, "body.time"),
        (json!({"blockchain_info": "ticker"}), r#"{"USD":{"last":60823.0},"USD":{"last":6082.0}}"#, "body.USD"),
        (json!({"blockchain_info": "ticker"}), r#"{"USD":{"last":60823.0,"last":6082.0}}"#, "body.USD.last"),
        (spot.clone(), r#"{"bitcoin":{"usd":60823.2},"bitcoin":{"usd":1.0}}"#, "body.bitcoin"),
        (spot.clone(), r#"{"bitcoin":{"usd":60823.2,"usd":1.0}}"#, "body.bitcoin.usd"),
        (
            json!({"mempool_space": "recommended_fees"}),
            r#"{"fastestFee":3,"fastestFee":4,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}"#,
            "body.fastestFee",
        ),
    ] {
        let fault = refused_text(&ask, body);
        assert_eq!((fault.code(), fault.path().as_str()), ("feeds.payload.several", path), "{body}: {fault}");
    }
    let (data, _) = read(&spot, &json!({"bitcoin": {"usd": 60_823.2}, "other": {"deep": [{"usd": 1}, {"usd": 2}]}}));
    assert_eq!(data["price"]["last_price"], json!(60_823.2));
}
