//! 13 and 14: nothing is asked that the venue refuses by its documentation.

use crate::support::ask::{HOUR_MS, NOW_MS, refused};
use hashinsight_feeds::{Access, Endpoint, FeedAsk, FeedRequest, build_request};
use serde_json::{Value, json};

fn url(ask: &Value) -> Result<String, String> {
    let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
    ask.request().map(|request| request.url()).map_err(|error| error.code().to_owned())
}

#[test]
fn case_13_coinm_brackets_are_asked_as_the_venue_has_them() {
    let ask = |instrument: &str| {
        json!({"binance": {"leverage_brackets": {"market": "coinm", "instrument": instrument, "margin_currency": "BTC",
            "sign_ms": NOW_MS}}})
    };
    let pair = url(&ask("BTCUSD")).unwrap();
    assert_eq!(pair, "https://dapi.binance.com/dapi/v1/leverageBracket?pair=BTCUSD&timestamp=1780730885000");
    let symbol = url(&ask("BTCUSD_PERP")).unwrap();
    assert_eq!(symbol, "https://dapi.binance.com/dapi/v2/leverageBracket?symbol=BTCUSD_PERP&timestamp=1780730885000");
}

/// A name says where it is traded and in which currency it is quoted: a question that says otherwise is not asked, and
/// nothing is read under it.
#[test]
fn a_name_agrees_with_its_market_and_its_currency() {
    let binance = |market: &str, name: &str, quote: &str| json!({"binance": {"ticker": {"market": market, "instrument": name, "quote_currency": quote}}});
    let bybit = |category: &str, name: &str, quote: &str| json!({"bybit": {"ticker": {"category": category, "instrument": name, "quote_currency": quote}}});
    let coinbase = |name: &str, quote: &str| json!({"coinbase": {"exchange_ticker": {"instrument": name, "quote_currency": quote}}});
    let (name, quote) = ("feeds.instrument.unsupported", "feeds.quote_currency.unsupported");
    for (ask, code) in [
        (binance("spot", "ETHBTC", "USDT"), quote),
        (binance("spot", "btcusdt", "USDT"), name),
        (binance("spot", "BTCUSD_PERP", "USD"), name),
        (binance("usdm", "BTCUSD_PERP", "USD"), name),
        (binance("coinm", "BTCUSD", "USD"), name),
        (binance("coinm", "BTCUSD_PERP", "USDT"), quote),
        (json!({"binance": {"open_interest": {"market": "usdm", "instrument": "BTCUSD_PERP"}}}), name),
        (json!({"binance": {"open_interest_history": {"instrument": "btcusdt", "interval_ms": 300_000}}}), name),
        (bybit("linear", "BTCUSD", "USD"), name),
        (bybit("linear", "BTCUSDM26", "USD"), name),
        (bybit("inverse", "BTCUSDT", "USDT"), name),
        (bybit("spot", "btcusdt", "USDT"), name),
        (bybit("spot", "ETHBTC", "USDT"), quote),
        (bybit("linear", "BTCUSDT", "USDC"), quote),
        (bybit("linear", "BTC-26JUN26", "USDT"), quote),
        (bybit("inverse", "BTCUSD", "BTC"), quote),
        (coinbase("BTC-USD", "EUR"), quote),
        (coinbase("../accounts", "USD"), name),
        (coinbase("BTCUSD", "USD"), name),
        (json!({"coinbase": {"spot_price": {"instrument": "BTC-USD", "quote_currency": "EUR"}}}), quote),
    ] {
        assert_eq!(url(&ask), Err(code.to_owned()), "{ask}");
    }
    let read = binance("spot", "ETHBTC", "USDT");
    let body = json!({"symbol": "ETHBTC", "lastPrice": "0.05", "volume": "1", "quoteVolume": "0.05", "closeTime": NOW_MS, "priceChangePercent": "1"});
    assert_eq!(refused(&read, &body).code(), quote);
    for ask in [
        binance("usdm", "BTCUSDT_260626", "USDT"),
        binance("usdm", "ETHBTC", "BTC"),
        binance("coinm", "BTCUSD_260626", "USD"),
        bybit("linear", "BTCPERP", "USDC"),
        bybit("linear", "BTC-26JUN26", "USDC"),
        bybit("linear", "BTCUSDT-26JUN26", "USDT"),
        bybit("linear", "10000LADYSUSDT", "USDT"),
        bybit("inverse", "BTCUSDM26", "USD"),
        coinbase("BTC-USD", "USD"),
        json!({"coinbase": {"advanced_product": {"instrument": "BTC-PERP-INTX", "quote_currency": "USDC"}}}),
    ] {
        assert!(url(&ask).is_ok(), "{ask}");
    }
}

#[test]
fn a_history_is_as_long_as_the_plan_has_it() {
    let ask = |days: u32| {
        let ask = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": days}}});
        FeedRequest::new(serde_json::from_value(ask).unwrap())
    };
    let key = || "CG-example".parse().unwrap();
    assert!(build_request(&ask(365)).is_ok());
    for refused in [ask(366), ask(366).access(Access::CoingeckoDemo(key()))] {
        assert_eq!(build_request(&refused).unwrap_err().code(), "feeds.days.out_of_range");
    }
    assert!(build_request(&ask(366).access(Access::CoingeckoPro(key()))).is_ok());
}

#[test]
fn case_14_what_is_not_offered_is_not_asked() {
    let interest =
        |ms: i64| json!({"binance": {"open_interest_history": {"instrument": "BTCUSDT", "interval_ms": ms}}});
    let ohlc = |days: u32| json!({"coingecko": {"ohlc": {"coin": "bitcoin", "quote_currency": "USD", "days": days}}});
    let depth = |market: &str, limit: u32| json!({"binance": {"depth": {"market": market, "instrument": "BTCUSDT", "quote_currency": "USDT", "limit": limit}}});
    let book = |depth: u32| json!({"deribit": {"order_book": {"instrument": "BTC-PERPETUAL", "depth": depth}}});
    for (ask, code) in [
        (interest(60_000), "feeds.interval_ms.unsupported"),
        (interest(28_800_000), "feeds.interval_ms.unsupported"),
        (interest(259_200_000), "feeds.interval_ms.unsupported"),
        (interest(604_800_000), "feeds.interval_ms.unsupported"),
        (ohlc(50), "feeds.days.unsupported"),
        (ohlc(0), "feeds.days.unsupported"),
        (depth("usdm", 7), "feeds.limit.unsupported"),
        (depth("spot", 5001), "feeds.limit.out_of_range"),
        (depth("spot", 0), "feeds.limit.out_of_range"),
        (book(20_000), "feeds.depth.unsupported"),
        // Of the same kinds.
        (json!({"mempool_space": {"reward_stats": {"blocks": 0}}}), "feeds.blocks.out_of_range"),
        (json!({"blockchain_info": {"chart": {"name": "hash_rate", "days": 0}}}), "feeds.days.out_of_range"),
        (
            json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 0}}}),
            "feeds.days.out_of_range",
        ),
        (
            json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "interval_ms": HOUR_MS, "limit": 1001}}}),
            "feeds.limit.out_of_range",
        ),
        (
            json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "interval_ms": HOUR_MS, "start_ms": NOW_MS, "end_ms": NOW_MS - 1}}}),
            "feeds.end_ms.out_of_range",
        ),
        // As Binance answered it: -4088, "Maximum time interval is 200 days."
        (
            json!({"binance": {"candles": {"market": "coinm", "instrument": "BTCUSD_PERP", "quote_currency": "USD",
                "interval_ms": 24 * HOUR_MS, "start_ms": NOW_MS - 201 * 24 * HOUR_MS, "end_ms": NOW_MS}}}),
            "feeds.end_ms.out_of_range",
        ),
        (
            json!({"coinbase": {"advanced_book": {"instrument": "BTC-USD", "quote_currency": "USD", "limit": 0}}}),
            "feeds.limit.out_of_range",
        ),
        (
            json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
                "interval_ms": HOUR_MS, "start_ms": NOW_MS - 301 * HOUR_MS, "end_ms": NOW_MS}}}),
            "feeds.end_ms.out_of_range",
        ),
        (
            json!({"coinbase": {"advanced_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
                "interval_ms": HOUR_MS, "start_ms": NOW_MS - 351 * HOUR_MS, "end_ms": NOW_MS}}}),
            "feeds.end_ms.out_of_range",
        ),
        (json!({"deribit": {"option_ticker": {"instrument": "BTC-PERPETUAL"}}}), "feeds.instrument.unsupported"),
        (json!({"deribit": {"perpetual_ticker": {"instrument": "BTC_USDC"}}}), "feeds.instrument.unsupported"),
        (
            json!({"deribit": {"funding_history": {"instrument": "BTC-26JUN26", "start_ms": NOW_MS - HOUR_MS, "end_ms": NOW_MS}}}),
            "feeds.instrument.unsupported",
        ),
        (
            json!({"deribit": {"order_book": {"instrument": "BTC-CS-26JUN26-60000_65000", "depth": 5}}}),
            "feeds.instrument.unsupported",
        ),
    ] {
        assert_eq!(url(&ask), Err(code.to_owned()), "{ask}");
    }
    for ask in [interest(300_000), ohlc(30), depth("usdm", 500), depth("spot", 7), book(10_000)] {
        assert!(url(&ask).is_ok(), "{ask}");
    }
}
