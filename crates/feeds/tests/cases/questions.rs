//! 13 and 14: nothing is asked that the venue refuses by its documentation.

use crate::support::ask::{HOUR_MS, NOW_MS};
use hashinsight_feeds::{Endpoint, FeedAsk};
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
