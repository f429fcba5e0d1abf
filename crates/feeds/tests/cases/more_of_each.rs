//! More of each kind of report, at other upstreams and in other members: each is a sample with one change.

use crate::support;
use hashinsight_feeds::RefusalKind::{NotFromHere, RateLimited};
use hashinsight_feeds::{Endpoint, FeedAsk, FeedError, Parsed, RefusalRequest, Suspicion, refusal};
use hashinsight_units::Timestamp;
use serde_json::{Value, json};

/// What becomes of a sample with another value at a place: the oddities that it did not have before, or the refusal.
fn changed(file: &str, place: &str, value: Value) -> Result<Vec<Suspicion>, FeedError> {
    let sample = support::samples().into_iter().find(|sample| sample.file == file).unwrap();
    let before = sample.parse().unwrap().suspicious;
    let mut body: Value = serde_json::from_slice(&sample.body).unwrap();
    let (holder, key) = place.rsplit_once('/').unwrap();
    let holder = body.pointer_mut(holder).unwrap();
    match holder {
        Value::Array(list) if key == "-" => list.push(value),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        _ => holder[key] = value,
    }
    let Parsed { mut suspicious, .. } = sample.parse_body(body.to_string().as_bytes())?;
    suspicious.retain(|odd| !before.contains(odd));
    Ok(suspicious)
}

#[test]
fn what_one_change_makes_wrong_is_told_where_it_stands() {
    for (case, file, place, value, path) in [
        ("01", "rec_alternative_me_fng.json", "/data/0", json!(["47", "Neutral", "1777248000"]), "data[0]"),
        (
            "02",
            "rec_bybit_open_interest_inverse.json",
            "/result/list/0/timestamp",
            json!("1669571400"),
            "result.list[0].timestamp",
        ),
        ("02", "syn_okx_funding_rate_history.json", "/data/0/fundingTime", json!("1780704000"), "data[0].fundingTime"),
        ("02", "rec_bybit_kline_inverse.json", "/result/list/0/0", json!("1670608800"), "result.list[0][0]"),
        ("03", "syn_deribit_instruments.json", "/result/0/kind", json!("mystery"), "result[0].kind"),
        ("03", "rec_alternative_me_fng.json", "/data/1/value", json!("n/a"), "data[1].value"),
        (
            "03",
            "rec_bybit_open_interest_inverse.json",
            "/result/list/1/openInterest",
            Value::Null,
            "result.list[1].openInterest",
        ),
        ("06", "syn_okx_candles_swap.json", "/data/0/6", json!("30150"), "data[0][6]"),
        ("06", "syn_bybit_kline_linear.json", "/result/list/0/5", json!("301500"), "result.list[0][5]"),
        (
            "06",
            "rec_bybit_tickers_inverse.json",
            "/result/list/0/openInterestValue",
            json!("373526604.9"),
            "result.list[0].openInterest",
        ),
        ("07", "syn_deribit_instruments.json", "/result/0/base_currency", json!("ETH"), "result[0].base_currency"),
        ("07", "syn_deribit_index_price.json", "/testnet", json!(true), "testnet"),
        ("07", "syn_deribit_get_volatility_index_data.json", "/testnet", json!(true), "testnet"),
        ("18", "syn_deribit_instruments.json", "/result/0/strike", Value::Null, "result[0].strike"),
        ("18", "syn_okx_candles_swap.json", "/data/0/4", Value::Null, "data[0][4]"),
        ("18", "syn_mempool_difficulty_adjustments.json", "/1/2", Value::Null, "[1][2]"),
        ("19", "syn_okx_funding_rate_history.json", "/data/0/realizedRate", json!("0.5"), "data[0].realizedRate"),
        ("19", "rec_alternative_me_fng.json", "/data/0/value", json!("147"), "data[0].value"),
        ("19", "rec_deribit_funding_rate_history.json", "/result/0/interest_1h", json!(0.7), "result[0].interest_1h"),
        ("20", "syn_mempool_reward_stats.json", "/totalReward", json!("22871234567"), "totalReward"),
        ("20", "syn_mempool_difficulty_adjustments.json", "/0/1", json!(951_553), "[0][1]"),
        ("20", "syn_bitcoin_rpc_getblockstats.json", "/result/subsidy", json!(625_000_000), "result.subsidy"),
        ("21", "rec_mempool_difficulty_adjustment.json", "/nextRetargetHeight", json!(876_961), "nextRetargetHeight"),
        ("21", "rec_mempool_difficulty_adjustment.json", "/previousTime", json!(1_730_856_810), "previousTime"),
        ("22", "rec_coinbase_advanced_product.json", "/post_only", json!(true), "post_only"),
        (
            "22",
            "rec_bybit_tickers_inverse.json",
            "/result/list/0/deliveryTime",
            json!("1672300000000"),
            "result.list[0].deliveryTime",
        ),
        ("22", "syn_deribit_order_book_perpetual.json", "/result/state", json!("closed"), "result.state"),
    ] {
        let odd = changed(file, place, value).unwrap_or_else(|error| panic!("{case} {file} {place}: {error}"));
        assert!(odd.iter().any(|odd| odd.path == path), "{case} {file} {place}: {odd:?}");
    }
}

/// Rows of one instant or name that differ: the later is told.
#[test]
fn case_16_at_other_upstreams() {
    for (file, list, row) in [
        (
            "rec_bybit_open_interest_inverse.json",
            "/result/list",
            json!({"openInterest": "99", "timestamp": "1669571400000"}),
        ),
        (
            "rec_alternative_me_fng.json",
            "/data",
            json!({"value": "77", "value_classification": "Greed", "timestamp": "1777248000"}),
        ),
        (
            "syn_deribit_get_volatility_index_data.json",
            "/result/data",
            json!([1_765_497_600_000_i64, 45.1, 46.3, 44.8, 60.0]),
        ),
        ("syn_mempool_difficulty_adjustments.json", "", json!([1_780_192_000, 951_552, 1.5e14, 1.0])),
    ] {
        let odd = changed(file, &format!("{list}/-"), row).unwrap();
        assert!(!odd.is_empty(), "{file}");
    }
}

/// What makes an answer senseless is refused where it stands, with the value as it was received: sizes of books of contracts too.
#[test]
fn what_is_refused_is_shown_as_it_was_received() {
    for (case, file, place, value, path, shown) in [
        ("01", "syn_okx_ticker_spot.json", "/data/0", json!(["SPOT"]), "body.data[0]", "[\"SPOT\"]"),
        ("02", "syn_okx_ticker_spot.json", "/data/0/ts", json!("1780730884"), "body.data[0].ts", "1780730884"),
        ("07", "syn_okx_ticker_spot.json", "/data/0/instId", json!("ETH-USDT"), "body.data[0].instId", "ETH-USDT"),
        ("07", "rec_bybit_orderbook.json", "/result/s", json!("ETHUSDT"), "body.result.s", "ETHUSDT"),
        ("07", "rec_bybit_kline_inverse.json", "/result/category", json!("linear"), "body.result.category", "linear"),
        ("28", "syn_okx_books_swap.json", "/data/0/asks/0/1", json!("-250"), "body.data[0].asks[0][1]", "-250"),
        ("28", "syn_bybit_orderbook_inverse.json", "/result/a/0/1", json!("-250"), "body.result.a[0][1]", "-250"),
        ("28", "rec_binance_depth_coinm.json", "/asks/0/1", json!("-250"), "body.asks[0][1]", "-250"),
        (
            "28",
            "syn_deribit_order_book_perpetual.json",
            "/result/asks/0/1",
            json!(-250),
            "body.result.asks[0][1]",
            "-250",
        ),
        ("28", "syn_okx_open_interest.json", "/data/0/oiCcy", json!("-5"), "body.data[0].oiCcy", "-5"),
        ("28", "rec_coinbase_advanced_product.json", "/volume_24h", json!("-5"), "body.volume_24h", "-5"),
        ("28", "syn_mempool_reward_stats.json", "/totalFee", json!("-1"), "body.totalFee", "-1"),
    ] {
        let error = changed(file, place, value).map_err(|error| error.fault()).unwrap_err();
        assert_eq!((error.path().as_str(), error.value()), (path, shown), "{case} {file}: {error}");
    }
}

#[test]
fn cases_13_and_14_at_other_upstreams() {
    for (case, ask) in [
        ("05", json!({"okx": {"ticker": {"instrument": "BTC-USD-260626-60000-C"}}})),
        ("05", json!({"deribit": {"perpetual_ticker": {"instrument": "BTC-26JUN26-60000-C"}}})),
        ("13", json!({"okx": {"position_tiers": {"instrument": "BTC-USDT", "margin_mode": "cross"}}})),
        ("13", json!({"okx": {"funding_rate": {"instrument": "BTC-USD-260626"}}})),
        (
            "13",
            json!({"bybit": {"risk_limits": {"category": "spot", "instrument": "BTCUSDT", "margin_currency": "USDT"}}}),
        ),
        ("14", json!({"okx": {"candles": {"instrument": "BTC-USDT", "interval_ms": 420_000}}})),
        ("14", json!({"okx": {"book": {"instrument": "BTC-USDT", "depth": 401}}})),
        (
            "14",
            json!({"bybit": {"open_interest_history": {"category": "linear", "instrument": "BTCUSDT", "interval_ms": 180_000}}}),
        ),
        (
            "14",
            json!({"bybit": {"candles": {"category": "linear", "instrument": "BTCUSDT", "quote_currency": "USDT", "interval_ms": 28_800_000}}}),
        ),
        (
            "14",
            json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD", "interval_ms": 7_200_000}}}),
        ),
    ] {
        let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap_or_else(|error| panic!("{ask}: {error}"));
        assert!(ask.request().is_err(), "{case} {ask:?}");
    }
}

/// The page of Cloudflare's error 1015 says in its title that access is denied, and OKX names no code of its own for a place.
#[test]
fn cases_09_and_10_at_other_upstreams() {
    for (body, kind) in [
        (
            r#"{"code":"51155","msg":"You can't complete this request due to local compliance restrictions."}"#,
            NotFromHere,
        ),
        (
            "<html><head><title>Access denied | api.bybit.com used Cloudflare to restrict access</title></head><body><span>Error</span> <h2>You are being rate limited</h2></body></html>",
            RateLimited,
        ),
        (
            r#"{"jsonrpc":"2.0","error":{"code":429,"message":"Your app has exceeded its compute units per second capacity."}}"#,
            RateLimited,
        ),
        (
            r#"{"jsonrpc":"2.0","error":{"code":-32005,"message":"daily request count exceeded, request rate limited"}}"#,
            RateLimited,
        ),
    ] {
        let request = RefusalRequest::new(body.to_owned(), Timestamp::from_s(1_780_730_885).unwrap());
        assert_eq!(refusal(&request).refusal.map(|said| said.kind), Some(kind), "{body}");
    }
}
