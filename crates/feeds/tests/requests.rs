//! What is asked, of whom, and where keys go.

use hashinsight_feeds::{Access, Endpoint, FeedAsk, FeedError, Key, Payload, RefusalKind};
use hashinsight_feeds::{binance, bitcoin_rpc, coingecko, coinwarz, mempool_space};
use hashinsight_units::Timestamp;
use serde_json::json;

use crate::support::ask::NOW_MS;

#[test]
fn refusals_say_what_to_do_and_hide_keys() {
    let ask: FeedAsk = serde_json::from_value(json!({"coinwarz": "profitability"})).unwrap();
    let body = br#"{"Success":false,"Message":"Bad key 7d41a8c0ff3e4b7c in /v1/api/profitability?apikey=7d41a8c0ff3e4b7c","Data":null}"#;
    let error = ask.parse(&Payload::new(body, Timestamp::from_ms(NOW_MS).unwrap())).unwrap_err();
    assert!(matches!(error, FeedError::Refused { kind: RefusalKind::Key, .. }), "{error:?}");
    for text in [error.to_string(), error.fault().to_string(), format!("{error:?}")] {
        assert!(!text.contains("7d41a8c0ff3e4b7c"), "{text}");
    }
}

#[test]
fn keys_go_to_their_host_and_to_no_log() {
    let key: Key = "s3cr3t-k3y".parse().unwrap();
    let coin = coingecko::SimplePrice::new("bitcoin".parse().unwrap(), "USD".parse().unwrap());
    let (market, instrument) = (binance::Market::Usdm, "BTCUSDT".parse().unwrap());
    let (margin_currency, sign_ms) = ("USDT".parse().unwrap(), Timestamp::from_ms(NOW_MS).unwrap());
    let brackets = binance::LeverageBrackets::new(market, instrument, margin_currency, sign_ms);
    let requests = [
        (coinwarz::KeyInfo.request(), Access::CoinwarzQuery(key.clone())),
        (coin.request(), Access::CoingeckoDemo(key.clone())),
        (coin.request(), Access::CoingeckoPro(key.clone())),
        (bitcoin_rpc::MiningInfo.request(), Access::AnkrPath(key.clone())),
        (brackets.request(), Access::BinanceHeader(key.clone())),
    ];
    for (request, access) in &requests {
        let request = request.clone().unwrap();
        let authorized = request.clone().authorize(access).unwrap();
        let sent = format!("{}{:?}", authorized.url(), authorized.headers());
        assert!(sent.contains("s3cr3t-k3y"), "{sent}");
        let logged = format!("{authorized} {authorized:?} {access:?} {}", authorized.redact(&authorized.url()));
        assert!(!logged.contains("s3cr3t-k3y") && logged.contains("***"), "{logged}");
        let stranger = mempool_space::Prices.request().unwrap().authorize(access);
        assert_eq!(stranger.unwrap_err().code(), "feeds.access.unsupported");
    }
    let pro = coin.request().unwrap().authorize(&Access::CoingeckoPro(key)).unwrap();
    assert!(pro.url().starts_with("https://pro-api.coingecko.com/api/v3/simple/price?ids=bitcoin&"), "{pro}");
    assert_eq!(brackets.request().unwrap().query_string(), "symbol=BTCUSDT&timestamp=1780730885000");
    for unfit in [r#""no key! 99""#, "99", "[99]", r#"{"key":"99"}"#] {
        let refused = serde_json::from_str::<Access>(&format!(r#"{{"ankr_path":{unfit}}}"#)).unwrap_err().to_string();
        assert!(refused.contains("***") && !refused.contains("99"), "{refused}");
    }
}

#[test]
fn what_an_upstream_does_not_offer_is_refused_before_it_is_asked() {
    for (ask, code) in [
        (
            json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "interval_ms": 420_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"binance": {"depth": {"market": "coinm", "instrument": "BTCUSD_PERP", "quote_currency": "USD",
                "limit": 5}}}),
            "feeds.contract_usd.missing",
        ),
        (
            json!({"binance": {"funding_history": {"market": "spot", "instrument": "BTCUSDT",
                "funding_interval_ms": 28_800_000}}}),
            "feeds.market.unsupported",
        ),
        (
            json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
                "interval_ms": 7_200_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"coinbase": {"advanced_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
                "interval_ms": 90_000, "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"coingecko": {"ohlc": {"coin": "bitcoin", "quote_currency": "USD", "days": 7,
                "interval_ms": 60_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"deribit": {"candles": {"instrument": "BTC-PERPETUAL", "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS,
                "interval_ms": 1000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"deribit": {"volatility_index": {"currency": "BTC", "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS,
                "interval_ms": 7_200_000}}}),
            "feeds.interval_ms.unsupported",
        ),
    ] {
        let parsed: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
        assert_eq!(parsed.request().unwrap_err().code(), code, "{ask}");
    }
}
