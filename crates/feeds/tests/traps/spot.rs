//! Coinbase, CoinGecko, CoinWarz.

use serde_json::{Value, json};

use super::Outcome::{Data, Fault, Odd};
use super::{NOW_MS, Trap, exchange_candles, spot, trap};

pub(super) fn traps() -> Vec<Trap> {
    vec![
        // 10: Coinbase
        trap(
            "low before high",
            exchange_candles(),
            "[[1780725600,60800.1,60999.9,60910.0,60850.0,212.25]]",
            Data("/coinbase/exchange_candles/closed/low/0", json!(60_800.1)),
        ),
        trap(
            "low before high, read as high before low",
            exchange_candles(),
            "[[1780725600,60999.9,60800.1,60910.0,60850.0,212.25]]",
            Fault("market.high.out_of_range", "body[0][2]"),
        ),
        trap(
            "newest first candles",
            exchange_candles(),
            include_str!("../fixtures/syn_coinbase_exchange_candles.json"),
            Data("/coinbase/exchange_candles/closed/open_time_ms/0", json!(1_780_722_000_000_i64)),
        ),
        trap(
            "ISO times",
            json!({"coinbase": {"exchange_ticker": {"instrument": "BTC-USD", "quote_currency": "USD"}}}),
            include_str!("../fixtures/syn_coinbase_exchange_ticker.json"),
            Data("/coinbase/exchange_ticker/quote/time_ms", json!(1_780_730_883_123_i64)),
        ),
        trap(
            "a broken ISO time",
            json!({"coinbase": {"exchange_ticker": {"instrument": "BTC-USD", "quote_currency": "USD"}}}),
            include_str!("../fixtures/syn_coinbase_exchange_ticker.json").replace("2026-06-06", "06/06/2026"),
            Fault("feeds.payload.unknown", "body.time"),
        ),
        // 11: CoinGecko
        trap("an unknown coin", spot(), "{}", Fault("feeds.payload.missing", "body.bitcoin")),
        trap(
            "a price of null",
            spot(),
            r#"{"bitcoin":{"usd":null}}"#,
            Fault("feeds.payload.missing", "body.bitcoin.usd"),
        ),
        trap(
            "change in percent",
            spot(),
            r#"{"bitcoin":{"usd":60823.2,"usd_24h_change":-1.5}}"#,
            Data("/coingecko/simple_price/change_24h", json!(-0.015)),
        ),
        trap(
            "last_updated_at in s",
            spot(),
            r#"{"bitcoin":{"usd":60823.2,"last_updated_at":1780730870}}"#,
            Data("/coingecko/simple_price/price/time_ms", json!(1_780_730_870_000_i64)),
        ),
        trap(
            "without last_updated_at",
            spot(),
            r#"{"bitcoin":{"usd":60823.2}}"#,
            Data("/coingecko/simple_price/price/time_ms", json!(NOW_MS)),
        ),
        trap(
            "null in a history",
            json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 2}}}),
            include_str!("../fixtures/syn_coingecko_market_chart_null_tail.json"),
            Odd("prices[1]"),
        ),
        trap(
            "candles carry the close",
            json!({"coingecko": {"ohlc": {"coin": "bitcoin", "quote_currency": "USD", "days": 1}}}),
            "[[1780725600000,1,3,1,2]]",
            Data("/coingecko/ohlc/closed/open_time_ms/0", json!(1_780_723_800_000_i64)),
        ),
        trap(
            "429 in the body",
            spot(),
            include_str!("../fixtures/syn_coingecko_error_429.json"),
            Fault("feeds.rate_limit.out_of_range", "body"),
        ),
        // 12: CoinWarz
        trap(
            "an error with status 200",
            json!({"coinwarz": "profitability"}),
            include_str!("../fixtures/syn_coinwarz_error.json"),
            Fault("feeds.key.unsupported", "body"),
        ),
        trap(
            "a whole reward",
            json!({"coinwarz": {"coin_information": {"coin": "BTC"}}}),
            include_str!("../fixtures/syn_coinwarz_coininformation.json"),
            Data("/coinwarz/coin_information/block_reward_coins", json!(25.0)),
        ),
        trap(
            "an exchange that is offline has no price",
            json!({"coinwarz": {"coin_information": {"coin": "BTC"}}}),
            include_str!("../fixtures/syn_coinwarz_coininformation.json")
                .replace("\"IsExchangeOnline\":true", "\"IsExchangeOnline\":false"),
            Data("/coinwarz/coin_information/price", Value::Null),
        ),
        trap(
            "another coin than asked",
            json!({"coinwarz": {"coin_information": {"coin": "LTC"}}}),
            include_str!("../fixtures/syn_coinwarz_coininformation.json"),
            Fault("feeds.payload.unknown", "body.Data.CoinTag"),
        ),
    ]
}
